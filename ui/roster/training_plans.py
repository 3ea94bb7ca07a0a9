"""What is planned ahead of training, and who had none this year: the two lists, and the form that plans a session."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.rules.duty import TrainingForm as Form
from reception.rules.staff import Action
from reception.rules.training import PLAN_LENGTHS, PlanDraft, PlanState
from reception.rules.typed_times import LONGEST
from reception.services import training, training_plans
from reception.words import Language, label
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, LineField, TextField
from ui.roster.kept_form import KeptForm, halves
from ui.shell import Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.roster import Post
    from reception.services.desk import Desk
    from reception.services.training_plans import Missing, PlanLine

    Found = tuple[tuple[PlanLine, ...], tuple[Missing, ...], tuple[Post, ...], tuple[tuple[int, str], ...]]

_TONES: dict[PlanState, look.Tone] = {PlanState.DONE: "green", PlanState.OVERDUE: "red"}
_SIGNS = {PlanState.DONE: "●", PlanState.OVERDUE: "■", PlanState.PLANNED: "□"}
NEW = "new"


class PlanForm(KeptForm):
    """Plans a session; the next one of the same batch needs only who and for which post."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__(shell, link, "plan")
        language = shell.language
        self.batch = LineField(self.tr("批次(&M)"), PLAN_LENGTHS["batch"])
        self.post = ChoiceField(self.tr("岗位(&P)"), [])
        self.trainee = ChoiceField(self.tr("受训人(&N)"), [])
        self.form = ChoiceField(self.tr("方式(&I)"), [])
        self.by_on = LineField(self.tr("最晚日期(&F)"), LONGEST)
        self.topic = TextField(self.tr("内容(&T)"), PLAN_LENGTHS["topic"], lines=2)
        self.batch.edit.setPlaceholderText(self.tr("如：2026 年下半年第一批"))
        self.by_on.edit.setPlaceholderText(self.tr("下周五、12-25"))
        self.save_button = look.primary_button(self.tr("列入计划 Ctrl+S"), self.submit)
        self.back_button = look.plain_button(self.tr("返回(&R)"), self.left.emit)
        who = {"post_id": self.post, "trainee_id": self.trainee}
        self.take_fields({"batch": self.batch, **who, "form": self.form, "by_on": self.by_on, "topic": self.topic})
        self.offer("form", [(each, label(each, language)) for each in Form])
        self.title.setText(self.tr("计划培训"))
        self._place()
        self.by_on.edited.connect(lambda: self.tell_day("by_on"))
        for field in (self.batch, self.by_on):
            field.edit.returnPressed.connect(self.submit)

    def know(self, posts: Sequence[tuple[int, str]], people: Sequence[tuple[int, str]]) -> None:
        """Take for which posts training can be planned, and who can be trained."""
        self.offer("post_id", posts)
        self.offer("trainee_id", people)

    def open_new(self, **known: Any) -> None:
        """Begin a planned session; what is known of it already stands there."""
        trainee = known.get("trainee_id")
        self.open_as(f"{NEW}-{trainee}" if trainee else NEW, known)
        self.tell_day("by_on")
        self.setFocusProxy(self.post if known else self.batch)

    def batched(self) -> dict[str, Any]:
        """Give what the next session of the same batch has in common with this one."""
        same = {"batch": self.batch.text(), "topic": self.topic.text(), "by_on": self.by_on.text()}
        return {**same, "post_id": self.post.value(), "form": self.form.value()}

    def submit(self) -> None:
        """Put the session on the plan."""
        if not self.save_button.isEnabled():
            return
        self._set.clear()
        day = self.day("by_on")
        if self.unreadable("by_on", day, self.tr("看不懂这个日期，请写成 12-25 或 2026-12-25。")):
            return
        draft = PlanDraft(
            batch=self.batch.text(),
            post_id=self.post.value(),
            trainee_id=self.trainee.value(),
            topic=self.topic.text(),
            form=self.form.value(),
            by_on=day,
        )
        said = self.tr("已把 {name} 的培训列入计划").format(name=self.trainee.box.currentText())
        self.change(training_plans.plan, draft, said=said)

    def set_busy(self, *, busy: bool) -> None:
        """Let the button act, or not while something is under way."""
        self.save_button.setEnabled(not busy)

    def _place(self) -> None:
        self.topic.edit.setFixedHeight(self.topic.edit.minimumHeight())
        inside = look.column(
            self.batch, self.post, halves(self.trainee, self.form), self.by_on, self.topic, self.error, 1
        )
        content = QWidget()
        content.setLayout(inside)
        layout = look.column(self.title, look.scrolled(content))
        layout.setStretch(1, 1)
        layout.addLayout(look.row(1, self.back_button, self.save_button))
        self.setLayout(layout)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class Plans(QObject):
    """What is planned, who had none this year, and the form beside both.

    Signals:
        shown(): the lists were read again.
    """

    shown = Signal()

    def __init__(self, shell: Shell, link: DeskLink, view: QWidget) -> None:
        super().__init__(view)  # it goes with its view: nothing is shown in lists that are gone
        self._shell, self._link = shell, link
        self.form = PlanForm(shell, link)
        self.plans, self.missing = plan_table(shell.language), missing_table()
        self.lines: tuple[PlanLine, ...] = ()
        self.people: tuple[Missing, ...] = ()
        self.may_plan = False
        bind(self.plans, "X", self.drop).setContext(Qt.ShortcutContext.WidgetShortcut)

    @property
    def sees_missing(self) -> bool:
        """Tell whether whoever sits at the desk may see who had no training."""
        return self._link.desk.may(Action.REPORT_DUTY)

    def read(self) -> None:
        """Read both lists again."""
        self._link.run(self, _read, done=self._show, latest=True)

    def titles(self) -> dict[str, str]:
        """Give what the two lists are called, with how many are late or missing."""
        late, missing = self._late, len(self.people)
        return {
            "plans": self.tr("培训计划") + (f" {late}" if late else ""),
            "missing": self.tr("今年未培训") + (f" {missing}" if missing else ""),
        }

    def total(self, part: str) -> str:
        """Give what stands under a list."""
        if part == "missing":
            return self.tr("{n} 人今年还没有参加过培训。").format(n=len(self.people)) if self.people else ""
        words = self.tr("{n} 项计划，已培训 {done}，逾期 {late}。")
        done = sum(each.state is PlanState.DONE for each in self.lines)
        return words.format(n=len(self.lines), done=done, late=self._late) if self.lines else ""

    def drop(self) -> None:
        """Drop the chosen plan; it can be taken up again."""
        line = self.plans.current()
        if line is None or not self.may_plan or line.state is PlanState.DONE:
            return
        words = self.tr("已取消 {name} 的培训计划").format(name=line.plan.trainee)

        def dropped(_plan: object) -> None:
            self._shell.toast(words, lambda: self._link.change(self, training_plans.take_up, line.id))

        self._link.change(self, training_plans.drop, line.id, done=dropped)

    @property
    def _late(self) -> int:
        return sum(each.state is PlanState.OVERDUE for each in self.lines)

    def _show(self, found: "Found") -> None:
        self.lines, self.people, posts, staff = found
        for table, lines in ((self.plans, self.lines), (self.missing, self.people)):
            table.show_records(lines)
            if lines and table.current() is None:
                table.select_record(lines[0].id)
        first, self.may_plan = not self.may_plan, bool(posts)
        if self.may_plan:
            self.form.know([(each.id, each.name) for each in posts], staff)
            if first:
                self.form.open_new()
        self.shown.emit()


def _read(desk: "Desk") -> "Found":
    return (
        training_plans.listed(desk),
        training_plans.without(desk),
        training_plans.plannable(desk),
        training.people(desk),
    )


def plan_table(language: Language) -> RecordTable:
    """Give the list of what is planned, late ones first and red."""
    columns = [
        Column(
            title=QCoreApplication.translate("plans", "最晚"),
            text=lambda line: line.plan.by_on.isoformat(),
            tone=_late,
            width=92,
        ),
        Column(
            title=QCoreApplication.translate("plans", "岗位"),
            text=lambda line: line.post,
            tip=lambda line: line.post,
            width=168,
        ),
        Column(title=QCoreApplication.translate("plans", "受训人"), text=lambda line: line.plan.trainee, width=64),
        Column(title=QCoreApplication.translate("plans", "内容"), text=_topic, tip=lambda line: _whole(line, language)),
        Column(
            title=QCoreApplication.translate("plans", "批次"),
            text=lambda line: line.plan.batch,
            tip=lambda line: line.plan.batch,
            width=96,
        ),
        Column(
            title=QCoreApplication.translate("plans", "状态"),
            text=lambda line: _state(line, language),
            tone=_tone,
            width=112,
        ),
    ]
    table = RecordTable(columns, name=QCoreApplication.translate("plans", "培训计划"))
    table.set_empty(
        QCoreApplication.translate("plans", "还没有培训计划。负责人按 N 把要办的培训分批列进来，登记了培训就自动销掉。")
    )
    return table


def missing_table() -> RecordTable:
    """Give the list of who had no training this year."""
    columns = [
        Column(title=QCoreApplication.translate("plans", "姓名"), text=lambda line: line.name, width=96),
        Column(title=QCoreApplication.translate("plans", "岗位"), text=_posts, tip=_posts),
        Column(
            title=QCoreApplication.translate("plans", "最近培训"),
            text=lambda line: _day(line.last_on) or QCoreApplication.translate("plans", "从未"),
            width=104,
        ),
        Column(title=QCoreApplication.translate("plans", "已计划"), text=lambda line: _day(line.planned_on), width=104),
    ]
    table = RecordTable(columns, name=QCoreApplication.translate("plans", "今年未培训"))
    table.set_empty(QCoreApplication.translate("plans", "今年每个人都参加过培训。"))
    return table


def _day(day: Any) -> str:
    return day.isoformat() if day else ""


def _posts(line: "Missing") -> str:
    return QCoreApplication.translate("plans", "、").join(line.posts)


def _topic(line: "PlanLine") -> str:
    return " ".join(line.plan.topic.split())


def _whole(line: "PlanLine", language: Language) -> str:
    words = QCoreApplication.translate("plans", "{topic}\n{form}，{name} 列入计划")
    return words.format(topic=line.plan.topic, form=label(line.plan.form, language), name=line.plan.made_by)


def _state(line: "PlanLine", language: Language) -> str:
    held = f" {line.held_on:%m-%d}" if line.held_on else ""
    return f"{_SIGNS[line.state]} {label(line.state, language)}{held}"


def _tone(line: "PlanLine") -> look.Tone | None:
    return _TONES.get(line.state)


def _late(line: "PlanLine") -> look.Tone | None:
    return "red" if line.state is PlanState.OVERDUE else None
