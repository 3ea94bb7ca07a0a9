"""Recording a check of a post, setting one right with a reason, noting that what it found was corrected."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from reception.rules.findings import LENGTHS, NOTE_LENGTH, FindingDraft
from reception.rules.typed_times import LONGEST
from reception.services import findings
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, LineField, TextField
from ui.roster.kept_form import KeptForm, halves
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.findings import FindingLine, Period

NEW = "new"


def period_text(period: "Period") -> str:
    """Give 本 代 安 11-24 10:26 – 11-24 14:26."""
    last = f"{period.last:%m-%d %H:%M}" if period.last else QCoreApplication.translate("findings", "未销假")
    words = QCoreApplication.translate("findings", "{stand_in} 代 {holder} · {first} – {last}")
    nobody = QCoreApplication.translate("findings", "{holder} 离岗 · {first} – {last}")
    said = words if period.stand_in else nobody
    return said.format(stand_in=period.stand_in, holder=period.holder, first=f"{period.first:%m-%d %H:%M}", last=last)


CHECKS = ("covered", "board_right", "phone_answered")


class FindingForm(KeptForm):
    """One check; `open_new` begins another, `open_line` sets one right."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__(shell, link, "finding")
        self.line: FindingLine | None = None
        self._kept_period = ""
        self.post = ChoiceField(self.tr("岗位(&P)"), [])
        self.at = LineField(self.tr("督查时间(&F)"), LONGEST)
        self.checker = LineField(self.tr("督查人(&U)"), LENGTHS["checker"])
        self.covered = ChoiceField(self.tr("有人在岗(&G)"), [])
        self.board = ChoiceField(self.tr("公示牌属实(&B)"), [])
        self.phone = ChoiceField(self.tr("电话三声内接听(&L)"), [])
        self.text = TextField(self.tr("情况(&T)"), LENGTHS["text"], lines=3)
        self.correct_by = LineField(self.tr("整改期限(&M)"), LONGEST)
        self.reg_no = LineField(self.tr("涉及的登记(&K)"), LENGTHS["reg_no"])
        self.period = ChoiceField(self.tr("涉及的顶岗(&J)"), [])
        self.reg_no.edit.setPlaceholderText(self.tr("登记编号，如 2026-0001"))
        self.reason = LineField(self.tr("更正的原因(&Y)"), findings.REASON_LENGTH)
        self.at.edit.setPlaceholderText(self.tr("9:30、昨天 15:00、11-20 9:30"))
        self.correct_by.edit.setPlaceholderText(self.tr("下周五、12-1；没有问题可不填"))
        self.save_button = look.primary_button("", self.submit)
        self.back_button = look.plain_button(self.tr("返回(&R)"), self.left.emit)
        found = dict(zip(CHECKS, (self.covered, self.board, self.phone), strict=True))
        when = {"at": self.at, "checker": self.checker}
        self.take_fields(
            {"reason": self.reason, "post_id": self.post, **when, **found}
            | {"text": self.text, "correct_by": self.correct_by, "reg_no": self.reg_no, "absence_id": self.period}
        )
        for name in CHECKS:
            self.offer(name, [(True, self.tr("是")), (False, self.tr("否"))])
        self._place()
        self.post.edited.connect(self._read_periods)
        self.at.edited.connect(lambda: self.tell_moment("at", "opening"))
        self.correct_by.edited.connect(lambda: self.tell_day("correct_by"))
        for field in (self.at, self.checker, self.correct_by, self.reg_no, self.reason):
            field.edit.returnPressed.connect(self.submit)

    def know(self, posts: Sequence[tuple[int, str]]) -> None:
        """Take which posts can be checked."""
        self.offer("post_id", posts)

    def open_new(self) -> None:
        """Begin a check of now."""
        self.line = None
        desk = self._link.desk
        now = desk.calendar.local(desk.clock())
        self.title.setText(self.tr("登记督查"))
        self.save_button.setText(self.tr("登记 Ctrl+S"))
        self.reason.hide()
        self._offer_periods(())
        self.open_as(NEW, {"at": f"{now:%Y-%m-%d %H:%M}", "checker": desk.account.name})
        self.setFocusProxy(self.post)

    def open_line(self, line: "FindingLine") -> None:
        """Begin to set a check right."""
        self.line = line
        known, local = line.finding, self._link.desk.calendar.local
        self.title.setText(self.tr("更正：{post}").format(post=line.post))
        self.save_button.setText(self.tr("更正 Ctrl+S"))
        self.reason.show()
        self._offer_periods((line.period,) if line.period else ())
        values = {name: getattr(known, name, None) for name in self.fields} | {"reg_no": line.reg_no}
        self.open_as(known.id, {**values, "at": f"{local(known.at):%Y-%m-%d %H:%M}"})
        self.setFocusProxy(self.reason)
        self._read_periods()

    def submit(self) -> None:
        """Record the check, or its correction."""
        if not self.save_button.isEnabled():
            return
        draft = self._draft()
        if draft is None:
            return
        name = self.post.box.currentText()
        if self.line is None:
            self.change(findings.record, draft, said=self.tr("已登记 {post} 的督查").format(post=name))
        else:
            said = self.tr("已更正 {post} 的督查").format(post=name)
            self.change(findings.mend, self.line.id, draft, self.reason.text(), said=said)

    def set_busy(self, *, busy: bool) -> None:
        """Let the button act, or not while something is under way."""
        self.save_button.setEnabled(not busy)

    def _draft(self) -> FindingDraft | None:
        """Give what stands in the fields; None where something cannot be read, which its field says."""
        self._set.clear()
        at, day = self.moment("at", "opening"), self.day("correct_by")
        strange_time = self.unreadable("at", at, self.tr("看不懂这个时间，请写成 9:30 或 11-20 9:30。"))
        strange_day = self.unreadable("correct_by", day, self.tr("看不懂这个日期，请写成 12-1 或 2026-12-01。"))
        if strange_time or strange_day:
            return None
        return FindingDraft(
            post_id=self.post.value(),
            at=self._link.desk.calendar.instant(at) if at else None,
            checker=self.checker.text(),
            covered=self.covered.value(),
            board_right=self.board.value(),
            phone_answered=self.phone.value(),
            text=self.text.text(),
            correct_by=day,
            reg_no=self.reg_no.text(),
            absence_id=self.period.value(),
        )

    def _restore(self, name: str, text: str) -> None:
        fresh = bool(text) and not self._touched and name == self._name
        super()._restore(name, text)
        self._kept_period = str(json.loads(text).get("absence_id", "")) if fresh else ""
        self._read_periods()

    def _read_periods(self) -> None:
        """Ask when somebody stood in at the chosen post."""
        post_id = self.post.value()
        if post_id is not None:
            self._link.run(self, findings.periods, post_id, done=self._offer_periods, latest=True)

    def _offer_periods(self, found: "Sequence[Period]") -> None:
        words = [(each.id, period_text(each)) for each in found]
        self.offer("absence_id", [(None, self.tr("不涉及顶岗")), *words])
        kept = next((each.id for each in found if str(each.id) == self._kept_period), None)
        if kept is not None:
            self.period.set_value(kept)
            self._kept_period = ""

    def _place(self) -> None:
        for field in (self.post, self.period):  # the longest choice may be wider than the form
            field.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.box.setMinimumContentsLength(8)
        self.text.edit.setFixedHeight(self.text.edit.minimumHeight())
        rows = [halves(*pair) for pair in ((self.at, self.checker), (self.covered, self.board))]
        last = halves(self.phone, self.correct_by)
        inside = QWidget()
        inside.setLayout(
            look.column(self.reason, self.post, *rows, last, self.text, self.reg_no, self.period, self.error, 1)
        )
        self._area = look.scrolled(inside)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        layout = look.column(self.title, self._area)
        layout.setStretch(1, 1)
        layout.addLayout(look.row(1, self.back_button, self.save_button))
        self.setLayout(layout)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what a mnemonic or an error led to into sight."""
        if now is not None and self.isVisible() and self._area.isAncestorOf(now):
            self._area.ensureWidgetVisible(now)


class SettleForm(KeptForm):
    """Notes how a finding was corrected."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__(shell, link, "settled")
        self.line: FindingLine | None = None
        self.about = look.text_label("", wrap=True, selectable=True)
        self.story = look.text_label("", "hint", wrap=True)
        self.note = TextField(self.tr("怎样整改的(&N)"), NOTE_LENGTH, lines=3)
        self.note.edit.setFixedHeight(self.note.edit.minimumHeight())
        self.save_button = look.primary_button(self.tr("已整改 Ctrl+S"), self.submit)
        self.back_button = look.plain_button(self.tr("返回(&R)"), self.left.emit)
        self.take_fields({"corrected_note": self.note})
        layout = look.column(self.title, self.about, self.story, self.note, self.error, 1)
        layout.addLayout(look.row(1, self.back_button, self.save_button))
        self.setLayout(layout)
        self.setFocusProxy(self.note)

    def open_line(self, line: "FindingLine", about: str, story: str) -> None:
        """Show a finding, and ask how it was corrected where it is open."""
        self.line = line
        self.title.setText(line.post)
        self.about.setText(about)
        self.story.setText(story)
        self.open_as(line.id, {})

    def submit(self) -> None:
        """Note it."""
        if self.line is not None and self.save_button.isVisibleTo(self) and self.save_button.isEnabled():
            said = self.tr("{post} 的问题已整改").format(post=self.line.post)
            self.change(findings.settle, self.line.id, self.note.text(), said=said)

    def set_busy(self, *, busy: bool) -> None:
        """Let the button act, or not while something is under way."""
        self.save_button.setEnabled(not busy)
