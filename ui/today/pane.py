"""The chosen line of the day: whom, what about, what was tried, and what can be done, each with its key."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.callbacks import MANY_MISSES, NOTE_LENGTH
from reception.rules.shifts import ShiftItem
from reception.services import callbacks
from reception.words import Language, date_text, instant_text, kind_label, label, sentence
from ui import look
from ui.calls.window import promised_words
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, Field, FieldSet, LineField
from ui.reminders.answering import AnswerForm
from ui.today.acts import Act, DayActs
from ui.today.lines import Line, kind_words
from ui.today.moved import moved_words

if TYPE_CHECKING:
    from reception.rules.staff import Account
    from reception.services.call_list import CallLine
    from reception.services.waits import LapsedWait, SilentReceipt

WIDTH = 392
LEAST_BODY = 52


class DayPane(QFrame):
    """One line with its acts; a small form lies in their place while one of them asks for more."""

    focus_back = Signal()

    def __init__(self, link: DeskLink, acts: DayActs, language: Language) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._link, self._acts, self._language = link, acts, language
        self.line: Line | None = None
        self.acts: list[Act] = []
        self.buttons: list[QPushButton] = []
        self.form: QWidget | None = None
        self._revealed: CallLine | None = None
        self.title = look.text_label("", "heading", wrap=True)
        self.light = look.chip("")
        self.large = look.text_label("", "large", selectable=True)
        self.large.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._body = QVBoxLayout()
        self._body.setSpacing(look.SPACE_S)
        self._body.setContentsMargins(0, 0, look.SPACE_M, 0)
        body = QWidget()
        body.setLayout(self._body)
        self._area = look.scrolled(body)
        self._area.setMinimumHeight(look.scaled(LEAST_BODY))
        self._grid = look.grid()
        self._place_of_form = look.column()
        layout = look.column(
            look.row(self.title, 1, self.light), self.large, self._area, self._place_of_form, margin=look.SPACE_XL
        )
        layout.addLayout(self._grid)
        layout.setStretchFactor(self._area, 1)
        self.setLayout(layout)
        acts.form_wanted.connect(self._open_form)
        acts.carried_out.connect(self._leave_form)
        acts.revealed.connect(self._show_revealed)
        self.show_line(None)

    def show_line(self, line: Line | None) -> None:
        """Show a line with what can be done, or say what stands here."""
        if self.form is not None and line is not None and self.line is not None and line.id == self.line.id:
            self.line = line
            return
        self.close_form()
        if line is None or self._revealed is None or line.call is None or line.call.id != self._revealed.id:
            self._revealed = None
        self.line = line
        self._empty(self._body)
        self._say(line)
        self.show_acts()

    def show_acts(self) -> None:
        """Lay the acts of the line out, two beside each other."""
        self.acts = self._acts.of(self.line)
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(act) for act in self.acts]
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // 2, place % 2)

    def press(self, key: str) -> None:
        """Do what a key stands for."""
        act = next((each for each in self.acts if each.key == key), None)
        if act is not None and self.form is None:
            act.run()

    def send(self) -> bool:
        """Send what the small form asks for; False when there is none."""
        act = getattr(self.form, "send", None)
        if act is not None:
            act()
        return act is not None

    def close_form(self) -> bool:
        """Take the small form away; False when there was none."""
        if self.form is None:
            return False
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        for button in self.buttons:
            button.show()
        return True

    def _button(self, act: Act) -> QPushButton:
        make = look.primary_button if act.primary else look.plain_button
        button = make(f"{act.words} {act.key}", act.run)
        button.setAccessibleName(act.words)
        return button

    def _say(self, line: Line | None) -> None:
        self.light.setVisible(line is not None and line.light is not None)
        self.large.hide()
        if line is None:
            self.title.setText(self.tr("选中的一条"))
            self._add(self.tr("选中左边的一条，这里是详情和能做的事；数字键直接做。"), "muted")
            return
        self.title.setText(kind_words(line.kind) if not line.who else f"{kind_words(line.kind)} · {line.who}")
        if line.light is not None:
            words = look.light_text(line.light, label(line.light, self._language))
            look.set_chip(self.light, words, look.SIGNS[line.light].tone)
        if line.call is not None:
            self._say_call(self._revealed or line.call)
        elif line.note is not None:
            self._say_note(line)
        else:
            self._add(line.what)
            self._add(line.when, "strong")
            if line.notice is not None:
                self._say_notice(line)
            if line.duty is not None:
                self._add(line.duty.hint, "hint")
            if line.supervision is not None:
                self._add(line.supervision.hint, "hint")
            if line.silent is not None:
                self._say_silent(line.silent)
            if line.lapsed is not None:
                self._say_lapsed(line.lapsed)
            if line.moved is not None:
                self._add(moved_words(line.moved, self._link.desk, self._language))
        self._body.addStretch()

    def _say_call(self, call: "CallLine") -> None:
        callback = call.callback
        phone = f"{callback.phone}转{callback.phone_ext}" if callback.phone_ext else callback.phone
        self.large.setText(phone)
        self.large.setVisible(bool(phone))
        if call.restricted:
            self._add(self.tr("{number}：受限登记，打开登记后才能看到电话和内容。").format(number=call.number))
        self._add(" · ".join(each for each in (callback.name, callback.about) if each))
        self._add(promised_words(self._link.desk, callback.not_before, callback.due_at, self._language), "strong")
        made = self._link.desk.calendar.local(callback.made_at)
        who = self.tr("{name} 约定于 {when}").format(name=callback.made_by, when=f"{made:%m-%d %H:%M}")
        owner = self.tr("由 {name} 回电").format(name=callback.owner) if callback.owner and not call.mine else ""
        self._add(" · ".join(each for each in (call.number, who, owner) if each), "hint")
        for tried in call.attempts:
            at = self._link.desk.calendar.local(tried.at)
            self._add(f"{at:%m-%d %H:%M} {tried.by} · {label(tried.outcome, self._language)}", "muted")
        if call.misses >= MANY_MISSES:
            words = self.tr("已 {n} 次没有接通：可以改用短信、邮件，或请其院系转告。约定仍然有效，直到了结。")
            self._add(words.format(n=call.misses), "warning")

    def _say_note(self, line: Line) -> None:
        note = line.note
        if note is None:
            return
        self._add(line.when, "hint")
        self._add(note.text or self.tr("没有写交班说明。"), "body" if note.text else "muted")
        self._say_items(note.items)

    def _say_items(self, items: Sequence[ShiftItem]) -> None:
        if items:
            self._add(self.tr("未了事项 {n}").format(n=len(items)), "strong")
        for item in items:
            words = (kind_label(item.kind, self._language), item.number, item.text)
            self._add(" · ".join(each for each in words if each))

    def _say_notice(self, line: Line) -> None:
        if line.notice is None:
            return
        missing = self.tr("还差 {n} 项材料；补正期限前三天提醒一次，来访人少跑一趟。").format(n=line.notice.missing)
        self._add(missing)
        if not line.notice.callable:
            self._add(self.tr("没有留电话，不能回电。"), "muted")

    def _say_silent(self, receipt: "SilentReceipt") -> None:
        calendar = self._link.desk.calendar
        received = date_text(calendar.local(receipt.received_at), self._language)
        accepted = date_text(calendar.local(receipt.accepted_at), self._language)
        words = self.tr("{date} 收下材料后，五个工作日内没有告知是否齐全：视为自收件之日起受理。")
        if accepted != received:
            words = self.tr("{date} 收下材料，事项在 {accepted} 恢复受理，此后五个工作日内没有告知：视为自该日起受理。")
        self._add(words.format(date=received, accepted=accepted))
        if receipt.paused:
            self._add(self.tr("这一件正在中止计时，请先恢复，再出具受理通知单。"), "warning")
        elif receipt.due_at is None:
            self._add(self.tr("这个事项没有承诺时限，不能出具受理通知单，请先在办事指南中补上。"), "warning")
        else:
            due = instant_text(calendar.local(receipt.due_at), self._language)
            self._add(self.tr("应在 {due} 前办结。").format(due=due))

    def _say_lapsed(self, wait: "LapsedWait") -> None:
        self._add(self.tr("补正期限已过，材料没有补齐。结案以后来访人可以再次申请；补来了也可以照常办理。"))
        if wait.papers:
            joint = self.tr("、")
            self._add(self.tr("请退还：{papers}").format(papers=joint.join(wait.papers)), "strong")

    def _add(self, words: str, role: look.Role = "body") -> QLabel | None:
        if not words:
            return None
        shown = look.text_label(words, role, wrap=True, selectable=True)
        shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._body.addWidget(shown)
        return shown

    def _empty(self, layout: QVBoxLayout) -> None:
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show_revealed(self, call: "CallLine") -> None:
        if self.line is not None and self.line.call is not None and self.line.call.id == call.id:
            self._revealed = call
            self._empty(self._body)
            self._say(self.line)

    def _open_form(self, kind: str) -> None:
        form = self._form(kind)
        if form is None:
            return
        self.close_form()
        self.form = form
        form.left.connect(self._leave_form)
        self._place_of_form.addWidget(form)
        for button in self.buttons:
            button.hide()
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self, kind: str) -> "_AskForm | AnswerForm | None":
        line = self.line
        if line is not None and line.supervision is not None:
            return AnswerForm(line.supervision, self._acts.answers, self._acts.answer, self._language)
        if line is None or line.call is None:
            return None
        make = PassOnForm if kind == "pass_on" else GiveUpForm
        return make(self._link, self._acts, line.call, self._language)

    def _leave_form(self) -> None:
        if self.close_form():
            self.focus_back.emit()


class _AskForm(QFrame):
    """Asks for one thing more before an act."""

    left = Signal()

    def __init__(self, link: DeskLink, acts: DayActs, call: "CallLine", language: Language) -> None:
        super().__init__()
        self._link, self._acts, self._call, self._language = link, acts, call, language
        self.error = look.text_label("", "error", wrap=True)
        self.error.setVisible(False)
        self._fields: FieldSet

    def _lay_out(self, name: str, field: Field, words: str, act: Any) -> None:
        self._fields = FieldSet({name: field}, self.error, self._language)
        self.back_button = look.plain_button(self.tr("返回 Esc"), self.left.emit)
        self.act_button = look.primary_button(words, act)
        buttons = look.row(1, self.back_button, self.act_button)
        self.setLayout(look.column(look.rule(), field, self.error, buttons))
        self.setFocusProxy(field)

    def _refused(self, error: ReceptionError) -> None:
        if isinstance(error, Invalid):
            self._fields.show(error)
        else:
            self._fields.say(sentence(error, self._language))


class PassOnForm(_AskForm):
    """To whom a call goes."""

    def __init__(self, link: DeskLink, acts: DayActs, call: "CallLine", language: Language) -> None:
        super().__init__(link, acts, call, language)
        self.colleague = ChoiceField(self.tr("转给(&T)"), [])
        self._lay_out("owner", self.colleague, self.tr("转交 Enter"), self.send)
        link.run(self, callbacks.colleagues, done=self._offer)

    def send(self) -> None:
        """Pass the call on."""
        chosen = self.colleague.value()
        if chosen is None:
            self.colleague.set_error(self.tr("没有其他可以接的同事，请先在设置中添加账号。"))
            return
        self._acts.pass_on(self._call, chosen, self.colleague.box.currentText(), self._refused)

    def _offer(self, found: "tuple[Account, ...]") -> None:
        owner = self._call.callback.owner_id
        mine = [(self._link.desk.account.id, self._link.desk.account.name)]
        others = [(each.id, each.name) for each in found]
        self.colleague.set_choices([each for each in (*mine, *others) if each[0] != owner])


class GiveUpForm(_AskForm):
    """Why nobody is called any more."""

    def __init__(self, link: DeskLink, acts: DayActs, call: "CallLine", language: Language) -> None:
        super().__init__(link, acts, call, language)
        self.reason = LineField(self.tr("不再回电的原因(&R)"), NOTE_LENGTH)
        self.reason.edit.setPlaceholderText(self.tr("如：本人已到窗口办理"))
        self.reason.edit.returnPressed.connect(self.send)
        self._lay_out("call_note", self.reason, self.tr("了结 Enter"), self.send)

    def send(self) -> None:
        """Settle the call."""
        self._acts.give_up(self._call, self.reason.text(), self._refused)
