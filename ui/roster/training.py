"""Training: the sessions by post and person, stand-ins never trained, what is planned, who had none this year."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reception.rules.training import PlanState
from reception.services import training
from reception.words import label
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.flowing import FlowBox
from ui.forms import ChoiceField
from ui.roomy import OnePage
from ui.roster.training_cells import is_void, last_day, learner_tone, session_day, session_topic
from ui.roster.training_form import TrainingForm
from ui.roster.training_plans import Plans
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
_KINDS = frozenset({"Training", "TrainingPlan", "Post", "Account", "Assignment"})
PARTS = ("sessions", "learners", "plans", "missing")


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
        self.form, self.ahead = TrainingForm(shell, link), Plans(shell, link, self)
        lists = (self.table, self.people, self.ahead.plans, self.ahead.missing)
        self._lists = dict(zip(PARTS, lists, strict=True))
        self._place()
        self._connect()
        self.setFocusProxy(self.table)

    def entered(self, **_what: Any) -> None:
        """The view is shown now."""
        self.read()
        self._list().setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Go back from a correction to a new session, from the form to the list; what was typed stays."""
        inside = self._forms.isAncestorOf(self.window().focusWidget())
        if not (self._sides.is_side_instead or inside):
            return False
        if self.form.line is not None:
            self.form.open_new()
        self._show_form()
        self._to_list()
        return True

    def keys(self) -> Keys:
        """Give the keys of this view."""
        return [
            ("1 2 3 4", self.tr("培训记录、B岗培训情况、计划、今年未培训（在列表上按）")),
            ("N", self.tr("登记培训；在计划里：计划培训（在列表上按）")),
            ("E  Enter", self.tr("更正、注销选中的一次；给选中的B岗或计划登记；为今年未培训的人列计划")),
            *([("X", self.tr("取消选中的计划（可用 Ctrl+Z 撤回）"))] if self.ahead.may_plan else []),
            ("Ctrl+S", self.tr("登记、更正、列入计划")),
            ("Esc", self.tr("回到列表，填了的还在")),
        ]

    def read(self) -> None:
        """Read everything again."""
        self._link.run(self, _read, done=self._show, latest=True)
        self.ahead.read()

    def choose(self, part: str) -> None:
        """Show the sessions, the stand-ins, the plan, or who had no training this year."""
        if part == "missing" and self.parts[part].isHidden():
            return
        self.part = part
        self.parts[part].setChecked(True)
        self._stack.setCurrentWidget(self._list())
        for field in (self.post, self.person):
            field.setVisible(part == "sessions")
        self.new_button.setText(self.tr("计划培训(&E)") if self._is_plan else self.tr("登记培训(&E)"))
        self.new_button.setVisible(self.ahead.may_plan if self._is_plan else self.may_record)
        self._show_form()
        self._tell_total()
        self._list().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_plan(self) -> bool:
        return self.part in ("plans", "missing")

    def _show_form(self) -> None:
        """Show the form that the list asks for first."""
        self._forms.setCurrentWidget(self.ahead.form if self._is_plan and self.ahead.may_plan else self.form)

    def begin(self) -> None:
        """Begin a new session, or plan one."""
        if self._is_plan:
            self._plan()
        elif self.may_record:
            self._sides.want_side(True)
            self.form.open_new()
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _plan(self, **known: Any) -> None:
        if self.ahead.may_plan:
            self._show_form()
            self._sides.want_side(True)
            if known:
                self.ahead.form.open_new(**known)
            self.ahead.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_line(self, line: Any) -> None:
        """Set a session right, begin one for a stand-in or for what is planned, or plan one for who had none."""
        if line is None or not self.may_record:
            return
        if self.part == "missing":
            self._plan(trainee_id=line.id)
            return
        self._forms.setCurrentWidget(self.form)
        if self.part == "plans" and line.state is not PlanState.DONE and self.form.offers(line.plan.post_id):
            known = line.plan
            self._sides.want_side(True)
            self.form.open_new(post_id=known.post_id, trainee_id=known.trainee_id, topic=known.topic, form=known.form)
        elif self.part == "learners":
            self._sides.want_side(True)
            self.form.open_new(post_id=line.post_id, trainee_id=line.account_id)
        elif self.part == "sessions" and line.may_mend:
            self._sides.want_side(True)
            self.form.open_line(line)
        else:
            self._show_form()
            return
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self) -> RecordTable:
        return self._lists[self.part]

    def _to_list(self) -> None:
        self._sides.want_side(False)
        self._list().setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, words: str) -> None:
        self._shell.toast(words)
        if self._forms.currentWidget() is self.ahead.form:
            self.ahead.form.open_new(**self.ahead.form.batched())
        else:
            self.form.open_new()
        self._show_form()
        self._to_list()
        self.read()

    def _show(self, found: "Found") -> None:
        self.found, self.learners, posts, people, every = found
        self.may_record = bool(posts)
        self.new_button.setVisible(self.ahead.may_plan if self._is_plan else self.may_record)
        self._sides.want_side(self._sides.is_side_instead and self.may_record)
        self._forms.setVisible(self.may_record)
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

    def _show_plans(self) -> None:
        for name, words in self.ahead.titles().items():
            self.parts[name].setText(words)
        self.parts["missing"].setVisible(self.ahead.sees_missing)
        if self._is_plan:
            self.new_button.setVisible(self.ahead.may_plan)
            self._show_form()
        self._tell_total()

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
        if self._is_plan:
            self.total.setText(self.ahead.total(self.part))
            return
        never = sum(not each.sessions for each in self.learners)
        words = self.tr("{n} 位B岗次中，从未培训的有 {never}。")
        self.total.setText(words.format(n=len(self.learners), never=never) if self.learners else "")

    def _place(self) -> None:
        frame, inside = look.card()
        group = QButtonGroup(self)
        words = {"sessions": self.tr("培训记录"), "learners": self.tr("B岗培训情况"), **self.ahead.titles()}
        row = FlowBox(look.SPACE_S)
        for name in PARTS:
            button = self.parts[name] = look.choice_button(words[name])
            button.clicked.connect(lambda _on, name=name: self.choose(name))
            group.addButton(button)
            row.add(button)
        self.parts["sessions"].setChecked(True)
        self.parts["missing"].hide()
        self.new_button = look.plain_button(self.tr("登记培训(&E)"), self.begin)
        head = look.row(row, self.new_button)
        head.setStretch(0, 1)
        head.setAlignment(self.new_button, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        for field in (self.post, self.person):
            field.box.setMinimumContentsLength(8)
            field.setMaximumWidth(look.scaled(FILTER_WIDTH))
        inside.addLayout(look.row(self.post, self.person, 1))
        self._stack = OnePage()
        for table in self._lists.values():
            self._stack.addWidget(table)
            table.setMinimumWidth(look.scaled(TABLE_WIDTH))
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.total)
        self.table.set_empty(self.tr("还没有培训记录。A岗给B岗讲过、带过以后，按 N 登记。"))
        self.people.set_empty(self.tr("您的岗位还没有设B岗。在设置里设了B岗，这里就列出其培训情况。"))
        side, beside = look.card()
        self.nothing = look.text_label(
            self.tr("岗位的培训由其A岗或负责人登记；这里能看到自己参加的。"), "muted", wrap=True
        )
        self.nothing.hide()
        beside.addWidget(self.nothing)
        self._forms = OnePage()
        self._forms.addWidget(self.form)
        self._forms.addWidget(self.ahead.form)
        beside.addWidget(self._forms, 1)
        self._sides = Beside(frame, side, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self.setLayout(look.column(self._sides))

    def _connect(self) -> None:
        keys = [("N", self.begin), ("E", lambda: self._choose_line(self._list().current()))]
        keys += [(str(place), partial(self.choose, name)) for place, name in enumerate(PARTS, start=1)]
        for table in self._lists.values():
            table.chosen.connect(self._choose_line)
            for key, act in keys:
                bind(table, key, act).setContext(Qt.ShortcutContext.WidgetShortcut)
        for field in (self.post, self.person):
            field.edited.connect(self._filter)
        bind(self, "Ctrl+S", self._submit)
        for form in (self.form, self.ahead.form):
            form.done.connect(self._done)
            form.left.connect(self.back)
        self.ahead.shown.connect(self._show_plans)
        self._link.changed.connect(self._changed)

    def _submit(self) -> None:
        (self.ahead.form if self._forms.currentWidget() is self.ahead.form else self.form).submit()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS and self.isVisible():
            self.read()

    def _columns(self) -> list[Column]:
        language = self._shell.language
        return [
            Column(title=self.tr("日期"), text=session_day, struck=is_void, width=92),
            Column(title=self.tr("岗位"), text=lambda line: line.post, tip=lambda line: line.post, width=184),
            Column(title=self.tr("受训人"), text=lambda line: line.training.trainee, width=64),
            Column(title=self.tr("内容"), text=session_topic, tip=self._whole, struck=is_void),
            Column(title=self.tr("分钟"), text=self._minutes, align="right", width=60),
            Column(title=self.tr("结果"), text=lambda line: label(line.training.result, language), width=68),
        ]

    def _people_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("岗位"), text=lambda line: line.post, tip=lambda line: line.post),
            Column(title=self.tr("B岗"), text=lambda line: line.name, width=72),
            Column(title=self.tr("次数"), text=lambda line: str(line.sessions), align="right", width=56),
            Column(title=self.tr("分钟"), text=lambda line: str(line.minutes), align="right", width=64),
            Column(title=self.tr("最近"), text=last_day, align="center", width=100),
            Column(title=self.tr("状态"), text=self._state, tone=learner_tone, width=84),
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
