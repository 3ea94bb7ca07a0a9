"""Recording a session of training, setting one right with a reason, striking one out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.rules.duty import TrainingForm as Form
from reception.rules.duty import TrainingResult
from reception.rules.training import LENGTHS, TrainingDraft
from reception.rules.typed_times import LONGEST
from reception.services import training
from reception.words import label
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, LineField, TextField
from ui.roster.kept_form import KeptForm, halves
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.training import TrainingLine

MINUTES_LENGTH = 4
NEW = "new"


class TrainingForm(KeptForm):
    """One session; `open_new` begins another, `open_line` sets one right."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__(shell, link, "training")
        self.line: TrainingLine | None = None
        language = shell.language
        self.post = ChoiceField(self.tr("岗位(&P)"), [])
        self.trainee = ChoiceField(self.tr("受训人(&N)"), [])
        self.trainer = LineField(self.tr("培训人(&U)"), LENGTHS["trainer"])
        self.on = LineField(self.tr("日期(&F)"), LONGEST)
        self.minutes = LineField(self.tr("时长，分钟(&M)"), MINUTES_LENGTH)
        self.form = ChoiceField(self.tr("方式(&I)"), [])
        self.result = ChoiceField(self.tr("结果(&L)"), [])
        self.topic = TextField(self.tr("内容(&T)"), LENGTHS["topic"], lines=2)
        self.reason = LineField(self.tr("更正或注销的原因(&Y)"), training.REASON_LENGTH)
        self.on.edit.setPlaceholderText(self.tr("今天、昨天、11-20"))
        self.minutes.edit.setPlaceholderText("90")
        self.save_button = look.primary_button("", self.submit)
        self.strike_button = look.danger_button(self.tr("注销(&X)"), self.strike_out)
        self.back_button = look.plain_button(self.tr("返回(&R)"), self.left.emit)
        self.take_fields(
            {
                "reason": self.reason,
                "post_id": self.post,
                "trainee_id": self.trainee,
                "trainer": self.trainer,
                "on": self.on,
                "minutes": self.minutes,
                "form": self.form,
                "result": self.result,
                "topic": self.topic,
            }
        )
        self.offer("form", [(each, label(each, language)) for each in Form])
        self.offer("result", [(each, label(each, language)) for each in TrainingResult])
        self._place()
        self.on.edited.connect(lambda: self.tell_day("on"))
        for field in (self.trainer, self.on, self.minutes, self.reason):
            field.edit.returnPressed.connect(self.submit)

    def know(self, posts: Sequence[tuple[int, str]], people: Sequence[tuple[int, str]]) -> None:
        """Take for which posts this person records training, and who can be trained."""
        self.offer("post_id", posts)
        self.offer("trainee_id", people)

    def offers(self, post_id: int) -> bool:
        """Tell whether this person records training for a post."""
        return post_id in self._choices.get("post_id", ())

    def open_new(self, **known: Any) -> None:
        """Begin a session; what is known of it already stands there."""
        self.line = None
        desk = self._link.desk
        today = desk.calendar.local(desk.clock()).date().isoformat()
        usual = {"trainer": desk.account.name, "on": today, "result": TrainingResult.PASSED, **known}
        self.title.setText(self.tr("登记培训"))
        self.save_button.setText(self.tr("登记 Ctrl+S"))
        self._show_correcting(correcting=False)
        self.open_as(NEW if not known else f"{NEW}-{known.get('post_id')}-{known.get('trainee_id')}", usual)
        self.tell_day("on")
        self.setFocusProxy(self.post if not known else self.topic)

    def open_line(self, line: "TrainingLine") -> None:
        """Begin to set a session right."""
        self.line = line
        known = line.training
        words = self.tr("更正：{on} {trainee}")
        self.title.setText(words.format(on=known.on.isoformat(), trainee=known.trainee))
        self.save_button.setText(self.tr("更正 Ctrl+S"))
        self._show_correcting(correcting=True)
        self.open_as(known.id, {name: getattr(known, name, None) for name in self.fields})
        self.tell_day("on")
        self.setFocusProxy(self.reason)

    def submit(self) -> None:
        """Record the session, or its correction."""
        if not self.save_button.isEnabled():
            return
        draft = self._draft()
        if draft is None:
            return
        if self.line is None:
            said = self.tr("已登记 {name} 的培训").format(name=self.trainee.box.currentText())
            self.change(training.record, draft, said=said)
        else:
            said = self.tr("已更正 {name} 的培训").format(name=self.trainee.box.currentText())
            self.change(training.correct, self.line.id, draft, self.reason.text(), said=said)

    def strike_out(self) -> None:
        """Strike the session out."""
        if self.line is not None and self.strike_button.isEnabled():
            said = self.tr("已注销 {name} 的培训").format(name=self.line.training.trainee)
            self.change(training.strike_out, self.line.id, self.reason.text(), said=said)

    def set_busy(self, *, busy: bool) -> None:
        """Let the buttons act, or not while something is under way."""
        for button in (self.save_button, self.strike_button):
            button.setEnabled(not busy)

    def _draft(self) -> TrainingDraft | None:
        """Give what stands in the fields; None where something cannot be read, which its field says."""
        self._set.clear()
        on, minutes = self.day("on"), self._minutes()
        strange_day = self.unreadable("on", on, self.tr("看不懂这个日期，请写成 11-20 或 2026-11-20。"))
        strange_minutes = self.unreadable("minutes", minutes, self.tr("请写分钟数，例如 90。"))
        if strange_day or strange_minutes:
            return None
        return TrainingDraft(
            post_id=self.post.value(),
            trainee_id=self.trainee.value(),
            trainer=self.trainer.text(),
            on=on,
            topic=self.topic.text(),
            minutes=minutes,
            form=self.form.value(),
            result=self.result.value(),
        )

    def _minutes(self) -> int | None:
        text = self.minutes.text().strip()
        return int(text) if text.isascii() and text.isdigit() else None

    def _show_correcting(self, *, correcting: bool) -> None:
        self.reason.setVisible(correcting)
        self.strike_button.setVisible(correcting)

    def _place(self) -> None:
        self.topic.edit.setFixedHeight(self.topic.edit.minimumHeight())
        rows = [
            halves(first, second)
            for first, second in ((self.trainee, self.trainer), (self.on, self.minutes), (self.form, self.result))
        ]
        inside = QWidget()
        inside.setLayout(look.column(self.reason, self.post, *rows, self.topic, self.error, 1))
        buttons = look.row(self.strike_button, 1, self.back_button, self.save_button)
        layout = look.column(self.title, look.scrolled(inside))
        layout.setStretch(1, 1)
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
