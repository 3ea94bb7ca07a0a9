"""One colleague beside the list: away why and until when, the posts, who stands in, and what may be done now."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from reception.errors import NotAllowed, ReceptionError
from reception.rules.absences import Absence, Presence
from reception.rules.staff import Action
from reception.services import absences
from reception.words import instant_text, label, sentence
from reception.words.presence import back_text, nobody_there
from ui import look
from ui.desk_link import DeskLink
from ui.roster.duty import DutyPart
from ui.roster.form import AbsenceForm
from ui.roster.signs import SIGNS, state_text
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.absences import Colleague

WIDTH = 392
POSTS_SHOWN = 8
Lines = list[tuple[str, str]]


class ColleaguePane(QFrame):
    """Shows one colleague.

    Signals:
        told(str): something was done, in words.
        form_closed(): the form is away.
    """

    told = Signal(str)
    form_closed = Signal()

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._link, self._language = link, shell.language
        language = shell.language
        self.colleague: Colleague | None = None
        self.name = look.text_label("", "heading", wrap=True)
        self.state = look.chip("")
        self.error = look.text_label("", "error", wrap=True)
        self.note = look.text_label("", "muted", wrap=True)
        self.away_button = look.plain_button(self.tr("登记离岗(&A)"), self.begin)
        self.back_button = look.primary_button(self.tr("返回、销假(&B)"), self.confirm_return)
        self.time_button = look.plain_button(self.tr("改返回时间(&T)"), self._put_off)
        self.cancel_button = look.plain_button(self.tr("取消计划(&C)"), self._cancel)
        self.form = AbsenceForm(link, language)
        self.form.carried_out.connect(self._entered)
        self.form.left.connect(self._form_left)
        self.duty = DutyPart(shell, link)
        self.duty.told.connect(self.told)
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.SPACE_M)
        self._grid.setVerticalSpacing(look.SPACE_S)
        self._grid.setColumnStretch(1, 1)
        self.area = look.scrolled(self._lines)
        self._place()
        self.show_colleague(None)

    def show_colleague(self, colleague: "Colleague | None") -> None:
        """Show somebody; an open form of another steps back, what was typed in it stays."""
        if self.colleague is not None and (colleague is None or colleague.id != self.colleague.id):
            self.close_form()
            self.error.hide()
        self.colleague = colleague
        self._clear()
        self.state.setVisible(colleague is not None)
        if colleague is None:
            self.name.setText(self.tr("选中一位同事，这里说明其去向和岗位。"))
        else:
            self.name.setText(colleague.name)
            look.set_chip(self.state, state_text(colleague.presence, self._language), SIGNS[colleague.presence].tone)
            self._fill(colleague)
        self._allow()
        self.duty.show_colleague(colleague)

    def begin(self) -> None:
        """Open the form of an absence."""
        if self.colleague is not None and self.away_button.isEnabled():
            self._open_form(None)

    def confirm_return(self) -> None:
        """Confirm that the colleague is back."""
        absence = self.colleague.absence if self.colleague else None
        if absence is not None and self.back_button.isEnabled():
            self._change(absences.back, absence, self.tr("{name} 已返回，销假完成"))

    def close_form(self) -> bool:
        """Take the form away and keep what was typed; False when there was none."""
        if self.form_area.isHidden():
            return self.duty.close_form()
        self.form.keep()
        for part in (self.form_area, self.form.buttons):
            part.hide()
        for part in (self.area, self.duty_area, self.buttons):
            part.show()
        return True

    def _place(self) -> None:
        self.buttons = QWidget()
        away, here = look.row(self.back_button, self.time_button), look.row(self.away_button, self.cancel_button)
        for line in (away, here):
            line.addStretch()
        self.buttons.setLayout(look.column(away, here, spacing=look.SPACE_S))
        self.form_area = look.scrolled(self.form)
        for part in (self.form_area, self.form.buttons):
            part.hide()
        head = look.row(self.name, self.state)
        head.setStretch(0, 1)
        head.setAlignment(self.state, Qt.AlignmentFlag.AlignTop)
        self.duty_area = QWidget()
        self.duty_area.setLayout(look.column(self.duty))
        parts = (self.area, self.duty_area, self.error, self.note, self.form_area)
        layout = look.column(head, *parts, margin=look.SPACE_XL)
        for buttons in (self.form.buttons, self.buttons):
            layout.addWidget(buttons)
        for area in (self.area, self.form_area):
            layout.setStretchFactor(area, 1)
        self.setLayout(layout)

    def _allow(self) -> None:
        line, desk = self.colleague, self._link.desk
        own = line is not None and line.id == desk.account.id
        allowed = line is not None and (own or desk.may(Action.AWAY_ANY))
        absence = line.absence if line else None
        self.away_button.setVisible(absence is None)
        self.back_button.setVisible(absence is not None)
        self.time_button.setVisible(absence is not None)
        self.cancel_button.setVisible(line is not None and line.coming is not None)
        for button in (self.away_button, self.back_button, self.time_button, self.cancel_button):
            button.setEnabled(allowed)
        refused = NotAllowed("not_allowed", action=Action.AWAY_ANY)
        self.note.setText("" if allowed or line is None else sentence(refused, self._language))
        self.note.setVisible(bool(self.note.text()))

    def _fill(self, line: "Colleague") -> None:
        comma = self.tr("、")
        shown = comma.join(line.posts[:POSTS_SHOWN])
        if len(line.posts) > POSTS_SHOWN:
            shown = self.tr("{posts} 等 {count} 个岗位").format(posts=shown, count=len(line.posts))
        lines: Lines = [*(self._away(line.absence) if line.absence else []), *self._coming(line)]
        lines += [
            (self.tr("电话"), line.phone),
            (self.tr("岗位"), shown),
            (self.tr("现由"), comma.join(line.serving)),
            (self.tr("B岗"), self._cover(line)),
            (self.tr("替岗"), comma.join(line.stands_in_for[:POSTS_SHOWN])),
        ]
        for row, (words, text) in enumerate(pair for pair in lines if pair[1]):
            name = look.text_label(words, "hint")
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(look.text_label(text, wrap=True, selectable=True), row, 1)
        self._grid.setRowStretch(99, 1)

    def _away(self, absence: Absence) -> Lines:
        desk = self._link.desk
        return [
            (self.tr("事由"), label(absence.kind, self._language)),
            (self.tr("返回"), back_text(absence, desk.clock(), desk.calendar, self._language)),
            (self.tr("离岗"), instant_text(desk.calendar.local(absence.from_at), self._language)),
            (self.tr("预计"), instant_text(desk.calendar.local(absence.until_at), self._language)),
            (self.tr("联系"), absence.reach),
            (self.tr("说明"), absence.reason),
            (self.tr("领导"), self.tr("已告知 {name}").format(name=absence.leader_told) if absence.leader_told else ""),
        ]

    def _coming(self, line: "Colleague") -> Lines:
        coming = line.coming
        if coming is None:
            return []
        local = self._link.desk.calendar.local
        words = self.tr("{kind}，{first} 至 {last}").format(
            kind=label(coming.kind, self._language),
            first=f"{local(coming.from_at):%m-%d %H:%M}",
            last=f"{local(coming.until_at):%m-%d %H:%M}",
        )
        return [(self.tr("计划"), words)]

    def _cover(self, line: "Colleague") -> str:
        if line.presence in (Presence.AWAY, Presence.UNCONFIRMED) and line.uncovered:
            words = self.tr("{names}；{count} 个岗位{nobody}") if line.stand_ins else self.tr("{count} 个岗位{nobody}")
            return words.format(
                names=self.tr("、").join(line.stand_ins),
                count=line.uncovered,
                nobody=nobody_there(self._language),
            )
        return self.tr("、").join(line.stand_ins) or (self.tr("未设") if line.posts else "")

    def _put_off(self) -> None:
        if self.colleague is not None and self.colleague.absence is not None:
            self._open_form(self.colleague.absence)

    def _cancel(self) -> None:
        if self.colleague is not None and self.colleague.coming is not None:
            self._change(absences.cancel, self.colleague.coming, self.tr("{name} 的离岗计划已取消"))

    def _open_form(self, absence: Absence | None) -> None:
        if self.colleague is None:
            return
        self.form.open(self.colleague, absence)
        self.error.hide()
        for part in (self.area, self.duty_area, self.buttons):
            part.hide()
        for part in (self.form_area, self.form.buttons):
            part.show()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_left(self) -> None:
        self.close_form()
        self.form_closed.emit()

    def _entered(self, absence: Absence) -> None:
        changed = self.form.absence is not None
        self.close_form()
        self.form_closed.emit()
        words = self.tr("{name} 的预计返回时间已改") if changed else self.tr("已登记 {name} 离岗")
        self.told.emit(words.format(name=absence.account))

    def _change(self, act: Callable[..., Absence], absence: Absence, words: str) -> None:
        self.error.hide()
        said = words.format(name=absence.account)
        self._link.change(self, act, absence.id, done=lambda _found: self.told.emit(said), failed=self._refused)

    def _refused(self, error: ReceptionError) -> None:
        self.error.setText(sentence(error, self._language))
        self.error.show()

    def _clear(self) -> None:
        while self._grid.count():
            item: Any = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
