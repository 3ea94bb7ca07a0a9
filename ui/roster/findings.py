"""Supervision findings: the checks of posts with their age, the chosen one beside them, and the form of another."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reception.rules.staff import Action
from reception.services import findings
from reception.words.duty_reports import finding_text
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.roomy import OnePage
from ui.roster.finding_form import FindingForm, SettleForm, period_text
from ui.roster.kept_form import KeptForm
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.roster import Post
    from reception.services.desk import Desk
    from reception.services.findings import FindingLine

WIDTH = 392
TABLE_WIDTH = 560
_KINDS = frozenset({"Finding", "Post", "Account"})
PARTS = ("open", "all")


class FindingsView(QWidget):
    """The open findings or all checks; heads and supervision record and settle, others read those of their posts."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self.may_record = link.desk.may(Action.RECORD_FINDING)
        self.part = "open"
        self.found: tuple[FindingLine, ...] = ()
        self._wanted = 0
        self.parts: dict[str, QPushButton] = {}
        self.table = RecordTable(self._columns(), name=self.tr("督查记录"))
        self.settling = SettleForm(shell, link)
        self.form = FindingForm(shell, link)
        self._place()
        self._connect()
        self.setFocusProxy(self.table)

    def entered(self, **what: Any) -> None:
        """The view is shown now; `finding` chooses one."""
        wanted = what.get("finding")
        if isinstance(wanted, int):
            self._wanted = wanted
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        """Go back from the form to the finding, then to the list; what was typed stays."""
        inside = self._stack.isAncestorOf(self.window().focusWidget())
        writing = self._stack.currentWidget() is self.form
        if not (self._sides.is_side_instead or inside or writing):
            return False
        self._stack.setCurrentWidget(self.settling)
        self._show_line(self.table.current())
        self._to_list()
        return True

    def keys(self) -> Keys:
        """Give the keys of this view."""
        return [
            ("1 2", self.tr("未整改的、全部督查（在列表上按）")),
            ("N", self.tr("登记督查（在列表上按）")),
            ("Enter", self.tr("填写怎样整改的")),
            ("E", self.tr("更正选中的一条（在列表上按）")),
            ("R", self.tr("打开其涉及的登记（在列表上按）")),
            ("Ctrl+S", self.tr("登记、更正、已整改")),
            ("Esc", self.tr("回到列表，填了的还在")),
        ]

    def read(self) -> None:
        """Read everything again."""
        self._link.run(self, _read, done=self._show, latest=True)

    def choose(self, part: str) -> None:
        """Show the open ones, or all."""
        self.part = part
        self.parts[part].setChecked(True)
        self._list()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Begin another check."""
        if self.may_record:
            self.form.open_new()
            self._write(self.form)

    def mend(self) -> None:
        """Set the chosen check right."""
        line = self.table.current()
        if line is not None and self.may_record and line.finding.corrected_at is None:
            self.form.open_line(line)
            self._write(self.form)

    def open_record(self) -> None:
        """Go to the record that the chosen check is about."""
        line = self.table.current()
        if line is not None and line.finding.inquiry_id is not None:
            self._shell.go("register", inquiry_id=line.finding.inquiry_id)

    def _settle(self, line: "FindingLine | None") -> None:
        if line is not None:
            self._stack.setCurrentWidget(self.settling)
            self._show_line(line)
            self._sides.want_side(True)
            if self.may_record and line.finding.is_open:
                self.settling.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, form: KeptForm) -> None:
        self._sides.want_side(True)
        self._stack.setCurrentWidget(form)
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        self._sides.want_side(False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, words: str) -> None:
        self._shell.toast(words)
        self._stack.setCurrentWidget(self.settling)
        self._to_list()
        self.read()

    def _show(self, found: "tuple[tuple[FindingLine, ...], tuple[Post, ...]]") -> None:
        self.found, posts = found
        self.form.know([(each.id, each.name) for each in posts])
        if self._wanted and not any(each.id == self._wanted and each.finding.is_open for each in self.found):
            self.part = "all"
            self.parts["all"].setChecked(True)
        count = sum(each.finding.is_open for each in self.found)
        self.parts["open"].setText(self.tr("未整改") + (f" {count}" if count else ""))
        self._list()

    def _list(self) -> None:
        shown = [each for each in self.found if each.finding.is_open or self.part == "all"]
        before = self.table.current()
        self.table.show_records(shown)
        ids = [each.id for each in shown]
        if shown and (self._wanted or self.table.current() is None):
            kept = before.id if before is not None and before.id in ids else ids[0]
            self.table.select_record(self._wanted if self._wanted in ids else kept)
        self._wanted = 0
        self._show_line(self.table.current())

    def _show_line(self, line: "FindingLine | None") -> None:
        """Show a check beside the list; what is half typed about it stays."""
        settles = line is not None and line.finding.is_open and self.may_record
        for part in (self.settling.about, self.settling.story):
            part.setVisible(line is not None)
        if line is None:
            self.settling.line = None
            self.settling.title.setText(self.tr("选中一条督查，这里是其情况。"))
        elif self.settling.line != line:
            known = line.finding
            right = (known.covered, known.board_right, known.phone_answered)
            about = finding_text(*right, known.text, self._shell.language)
            self.settling.open_line(line, about, self._story(line))
        self.settling.note.setVisible(settles)
        self.settling.save_button.setVisible(settles)

    def _story(self, line: "FindingLine") -> str:
        known, local = line.finding, self._link.desk.calendar.local
        lines = [
            self.tr("{when}，{checker} 督查；A岗 {holder}").format(
                when=f"{local(known.at):%Y-%m-%d %H:%M}", checker=known.checker, holder=line.holder
            )
        ]
        if known.correct_by is not None:
            lines.append(self.tr("整改期限 {day}").format(day=known.correct_by.isoformat()))
        if line.reg_no:
            lines.append(self.tr("涉及登记 {number}，按 R 打开").format(number=line.reg_no))
        if line.period is not None:
            lines.append(self.tr("涉及顶岗：{period}").format(period=period_text(line.period)))
        if known.corrected_at is not None:
            words = self.tr("{when} 已整改：{note}")
            when = f"{local(known.corrected_at):%Y-%m-%d %H:%M}"
            lines.append(words.format(when=when, note=known.corrected_note))
        return "\n".join(lines)

    def _place(self) -> None:
        frame, inside = look.card()
        group = QButtonGroup(self)
        words = {"open": self.tr("未整改"), "all": self.tr("全部督查")}
        for name in PARTS:
            button = self.parts[name] = look.choice_button(words[name])
            button.clicked.connect(lambda _on, name=name: self.choose(name))
            group.addButton(button)
        self.parts["open"].setChecked(True)
        self.new_button = look.plain_button(self.tr("登记督查(&E)"), self.begin)
        if not self.may_record:
            self.new_button.hide()
        inside.addLayout(look.row(*self.parts.values(), 1, self.new_button, spacing=look.SPACE_S))
        inside.addWidget(self.table, 1)
        self.more_button = look.plain_button(self.tr("情况和整改(&X)"), lambda: self._settle(self.table.current()))
        inside.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignRight)
        empty = self.tr("没有未整改的问题。查岗以后按 N 登记，发现的问题到整改为止列在这里。")
        nobody = self.tr("您的岗位没有未整改的督查问题。")
        self.table.set_empty(empty if self.may_record else nobody)
        self.table.setMinimumWidth(look.scaled(TABLE_WIDTH))
        side, beside = look.card()
        self._stack = OnePage()
        self._stack.addWidget(self.settling)
        self._stack.addWidget(self.form)
        beside.addWidget(self._stack, 1)
        self._sides = Beside(frame, side, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.more_button.setVisible(self._sides.is_narrow))
        self.setLayout(look.column(self._sides))
        self.more_button.setVisible(self._sides.is_narrow)

    def _connect(self) -> None:
        self.table.selected.connect(self._show_line)
        self.table.chosen.connect(self._settle)
        acts = (("N", self.begin), ("E", self.mend), ("R", self.open_record))
        for key, act in (*acts, ("1", lambda: self.choose("open")), ("2", lambda: self.choose("all"))):
            bind(self.table, key, act).setContext(Qt.ShortcutContext.WidgetShortcut)
        bind(self, "Ctrl+S", self._submit)
        for form in (self.settling, self.form):
            form.done.connect(self._done)
            form.left.connect(self.back)
        self._link.changed.connect(self._changed)

    def _submit(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, FindingForm | SettleForm):
            shown.submit()

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS and self.isVisible():
            self.read()

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("督查时间"), text=self._when, width=104),
            Column(title=self.tr("岗位"), text=lambda line: line.post, tip=lambda line: line.post, width=150),
            Column(title=self.tr("发现的问题"), text=self._found_text, tip=self._found_text),
            Column(title=self.tr("期限"), text=self._due, tone=_tone, width=64),
            Column(title=self.tr("已过"), text=self._age, tone=_tone, width=84),
        ]

    def _when(self, line: "FindingLine") -> str:
        return f"{self._link.desk.calendar.local(line.finding.at):%m-%d %H:%M}"

    def _found_text(self, line: "FindingLine") -> str:
        known = line.finding
        right = (known.covered, known.board_right, known.phone_answered)
        return finding_text(*right, known.text, self._shell.language)

    def _due(self, line: "FindingLine") -> str:
        return f"{line.finding.correct_by:%m-%d}" if line.finding.correct_by else ""

    def _age(self, line: "FindingLine") -> str:
        if line.open_days is not None:
            return (self.tr("■ {n} 天") if line.overdue else self.tr("{n} 天")).format(n=line.open_days)
        return self.tr("已整改") if line.finding.corrected_at is not None else ""


def _read(desk: "Desk") -> "tuple[tuple[FindingLine, ...], tuple[Post, ...]]":
    return findings.listed(desk), findings.posts(desk)


def _tone(line: "FindingLine") -> look.Tone | None:
    if line.open_days is None:
        return "green" if line.finding.corrected_at is not None else None
    return "red" if line.overdue else "amber"
