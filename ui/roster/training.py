"""Training of stand-ins: the sessions by post and person, who was never trained, and the form beside them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reception.services import training
from reception.words import label
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.forms import ChoiceField
from ui.roomy import OnePage
from ui.roster.training_form import TrainingForm
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.roster import Post
    from reception.services.desk import Desk
    from reception.services.training import Learner, TrainingLine

    Found = tuple[
        tuple[TrainingLine, ...], tuple[Learner, ...], tuple[Post, ...], tuple[tuple[int, str], ...], dict[int, str]
    ]

WIDTH = 392
TABLE_WIDTH = 560
FILTER_WIDTH = 200
_KINDS = frozenset({"Training", "Post", "Account", "Assignment"})
PARTS = ("sessions", "learners")


class TrainingView(QWidget):
    """The sessions that this person may see, or the stand-ins with what they were trained."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self.part = "sessions"
        self.found: tuple[TrainingLine, ...] = ()
        self.learners: tuple[Learner, ...] = ()
        self._shown: list[TrainingLine] = []
        self.may_record = False
        self.parts: dict[str, QPushButton] = {}
        self.table = RecordTable(self._columns(), name=self.tr("培训记录"))
        self.people = RecordTable(self._people_columns(), name=self.tr("B岗培训情况"))
        self.post = ChoiceField(self.tr("岗位(&B)"), [])
        self.person = ChoiceField(self.tr("受训人(&G)"), [])
        self.total = look.text_label("", "muted", wrap=True)
        self.form = TrainingForm(shell, link)
        self._place()
        self._connect()
        self.setFocusProxy(self.table)

    def entered(self, **_what: Any) -> None:
        """The view is shown now."""
        self.read()
        self._list().setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Go back from a correction to a new session, from the form to the list; what was typed stays."""
        inside = self.form.isAncestorOf(self.window().focusWidget())
        if not (self._sides.is_side_instead or inside):
            return False
        if self.form.line is not None:
            self.form.open_new()
        self._to_list()
        return True

    def keys(self) -> Keys:
        """Give the keys of this view."""
        return [
            ("1 2", self.tr("培训记录、B岗培训情况（在列表上按）")),
            ("N", self.tr("登记培训（在列表上按）")),
            ("E  Enter", self.tr("更正、注销选中的一次；给选中的B岗登记")),
            ("Ctrl+S", self.tr("登记、更正")),
            ("Esc", self.tr("回到列表，填了的还在")),
        ]

    def read(self) -> None:
        """Read everything again."""
        self._link.run(self, _read, done=self._show, latest=True)

    def choose(self, part: str) -> None:
        """Show the sessions, or the stand-ins."""
        self.part = part
        self.parts[part].setChecked(True)
        self._stack.setCurrentWidget(self._list())
        for field in (self.post, self.person):
            field.setVisible(part == "sessions")
        self._tell_total()
        self._list().setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Begin a new session."""
        if self.may_record:
            self._sides.want_side(True)
            self.form.open_new()
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_line(self, line: "TrainingLine | Learner | None") -> None:
        """Set a session right, or begin one for a stand-in."""
        if line is None or not self.may_record:
            return
        if self.part == "learners":
            self._sides.want_side(True)
            self.form.open_new(post_id=line.post_id, trainee_id=line.account_id)  # type: ignore[union-attr]
        elif line.may_mend:  # type: ignore[union-attr]
            self._sides.want_side(True)
            self.form.open_line(line)  # type: ignore[arg-type]
        else:
            return
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self) -> RecordTable:
        return self.table if self.part == "sessions" else self.people

    def _to_list(self) -> None:
        self._sides.want_side(False)
        self._list().setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, words: str) -> None:
        self._shell.toast(words)
        self.form.open_new()
        self._to_list()
        self.read()

    def _show(self, found: "Found") -> None:
        self.found, self.learners, posts, people, every = found
        self.may_record = bool(posts)
        self.new_button.setVisible(self.may_record)
        self._sides.want_side(self._sides.is_side_instead and self.may_record)
        self.form.setVisible(self.may_record)
        self.nothing.setVisible(not self.may_record)
        names = dict(people)
        trained = {each.training.trainee_id: each.training.trainee for each in self.found}
        self.post.set_choices([(None, self.tr("全部")), *every.items()])
        self.person.set_choices([(None, self.tr("全部")), *(names | trained).items()])
        for field in (self.post, self.person):
            if field.box.currentIndex() < 0:
                field.box.setCurrentIndex(0)
        first = not self.form.title.text()
        self.form.know([(each.id, each.name) for each in posts], people)
        if first:
            self.form.open_new()
        self._filter()
        self.people.show_records(self.learners)
        _choose_first(self.people, self.learners)
        never = sum(not each.sessions for each in self.learners)
        words = self.tr("B岗培训情况") + (f" {never}" if never else "")
        self.parts["learners"].setText(words)

    def _filter(self) -> None:
        post_id, person_id = self.post.value(), self.person.value()
        shown = [
            each
            for each in self.found
            if post_id in (None, each.training.post_id) and person_id in (None, each.training.trainee_id)
        ]
        self.table.show_records(shown)
        _choose_first(self.table, shown)
        self._shown = shown
        self._tell_total()

    def _tell_total(self) -> None:
        if self.part == "sessions":
            counted = [each.training for each in self._shown if not each.training.is_void]
            words = self.tr("{n} 次，共 {hours} 小时；注销的不计。")
            hours = f"{sum(each.minutes for each in counted) / 60:.1f}"
            self.total.setText(words.format(n=len(counted), hours=hours) if counted else "")
            return
        never = sum(not each.sessions for each in self.learners)
        words = self.tr("{n} 位B岗次中，从未培训的有 {never}。")
        self.total.setText(words.format(n=len(self.learners), never=never) if self.learners else "")

    def _place(self) -> None:
        frame, inside = look.card()
        group = QButtonGroup(self)
        words = {"sessions": self.tr("培训记录"), "learners": self.tr("B岗培训情况")}
        for name in PARTS:
            button = self.parts[name] = look.choice_button(words[name])
            button.clicked.connect(lambda _on, name=name: self.choose(name))
            group.addButton(button)
        self.parts["sessions"].setChecked(True)
        self.new_button = look.plain_button(self.tr("登记培训(&E)"), self.begin)
        inside.addLayout(look.row(*self.parts.values(), 1, self.new_button, spacing=look.SPACE_S))
        for field in (self.post, self.person):
            field.box.setMinimumContentsLength(8)
            field.setMaximumWidth(look.scaled(FILTER_WIDTH))
        inside.addLayout(look.row(self.post, self.person, 1))
        self._stack = OnePage()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.people)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.total)
        for table in (self.table, self.people):
            table.setMinimumWidth(look.scaled(TABLE_WIDTH))
        self.table.set_empty(self.tr("还没有培训记录。A岗给B岗讲过、带过以后，按 N 登记。"))
        self.people.set_empty(self.tr("您的岗位还没有设B岗。在设置里设了B岗，这里就列出其培训情况。"))
        side, beside = look.card()
        self.nothing = look.text_label(
            self.tr("岗位的培训由其A岗或负责人登记；这里能看到自己参加的。"), "muted", wrap=True
        )
        self.nothing.hide()
        beside.addWidget(self.nothing)
        beside.addWidget(self.form, 1)
        self._sides = Beside(frame, side, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self.setLayout(look.column(self._sides))

    def _connect(self) -> None:
        for table in (self.table, self.people):
            table.chosen.connect(self._choose_line)
            keys = (("N", self.begin), ("E", lambda: self._choose_line(self._list().current())))
            for key, act in (*keys, ("1", lambda: self.choose("sessions")), ("2", lambda: self.choose("learners"))):
                bind(table, key, act).setContext(Qt.ShortcutContext.WidgetShortcut)
        for field in (self.post, self.person):
            field.edited.connect(self._filter)
        bind(self, "Ctrl+S", self.form.submit)
        self.form.done.connect(self._done)
        self.form.left.connect(self.back)
        self._link.changed.connect(self._changed)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS and self.isVisible():
            self.read()

    def _columns(self) -> list[Column]:
        language = self._shell.language
        return [
            Column(title=self.tr("日期"), text=_day, struck=_is_void, width=92),
            Column(title=self.tr("岗位"), text=lambda line: line.post, tip=lambda line: line.post, width=184),
            Column(title=self.tr("受训人"), text=lambda line: line.training.trainee, width=64),
            Column(title=self.tr("内容"), text=_topic, tip=self._whole, struck=_is_void),
            Column(title=self.tr("分钟"), text=self._minutes, align="right", width=60),
            Column(title=self.tr("结果"), text=lambda line: label(line.training.result, language), width=68),
        ]

    def _people_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("岗位"), text=lambda line: line.post, tip=lambda line: line.post),
            Column(title=self.tr("B岗"), text=lambda line: line.name, width=72),
            Column(title=self.tr("次数"), text=lambda line: str(line.sessions), align="right", width=56),
            Column(title=self.tr("分钟"), text=lambda line: str(line.minutes), align="right", width=64),
            Column(title=self.tr("最近"), text=_last, align="center", width=100),
            Column(title=self.tr("状态"), text=self._state, tone=_tone, width=84),
        ]

    def _minutes(self, line: "TrainingLine") -> str:
        return self.tr("注销") if line.training.is_void else str(line.training.minutes)

    def _whole(self, line: "TrainingLine") -> str:
        known, language = line.training, self._shell.language
        words = self.tr("{topic}\n培训人 {trainer}，{form}，{name} 登记")
        form = label(known.form, language)
        return words.format(topic=known.topic, trainer=known.trainer, form=form, name=known.made_by)

    def _state(self, line: "Learner") -> str:
        if line.passed:
            return self.tr("● 合格")
        return self.tr("▲ 待加强") if line.sessions else self.tr("■ 从未培训")


def _read(desk: "Desk") -> "Found":
    lines, posts = training.listed(desk), training.trainable(desk)
    every = {each.training.post_id: each.post for each in lines} | {each.id: each.name for each in posts}
    return lines, training.learners(desk), posts, training.people(desk), every


def _choose_first(table: RecordTable, shown: Any) -> None:
    if shown and table.current() is None:
        table.select_record(shown[0].id)


def _day(line: "TrainingLine") -> str:
    return line.training.on.isoformat()


def _last(line: "Learner") -> str:
    return line.last_on.isoformat() if line.last_on else ""


def _topic(line: "TrainingLine") -> str:
    return " ".join(line.training.topic.split())


def _is_void(line: "TrainingLine") -> bool:
    return line.training.is_void


def _tone(line: "Learner") -> look.Tone:
    return "green" if line.passed else "amber" if line.sessions else "red"
