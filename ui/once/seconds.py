"""The second notices that wait for a head: which rows are new and why, and the decision."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid, ReceptionError, Unavailable
from reception.rules.notices import Notice, SecondReason
from reception.services import once
from reception.words import label, sentence
from ui import look
from ui.beside import Beside
from ui.desk_link import DeskLink
from ui.forms import FieldSet, TextField
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.services.once import SecondSlip

WIDTH = 396
LIST_WIDTH = 520


class SecondsView(QWidget):
    """The list, and the chosen notice with its decision.

    Signals:
        counted(int): so many wait for whoever sits here.
    """

    counted = Signal(int)

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._found: tuple[SecondSlip, ...] = ()
        self.table = RecordTable(self._columns(), link, name=self.tr("等待核准的二次告知单"))
        self.table.set_empty(
            self.tr("没有等待核准的二次告知单。再次出具的告知单列出了首次没有告知的材料时，会列在这里。")
        )
        self.pane = DecisionPane(shell, link)
        self.setFocusProxy(self.table)
        self._place()
        self.table.selected.connect(self.pane.show_slip)
        self.table.chosen.connect(lambda slip: self._shell.go("register", inquiry_id=slip.inquiry_id))
        self.pane.decided.connect(self._decided)

    def keys(self) -> Keys:
        """Give the keys of this part."""
        return [
            ("Enter", self.tr("打开登记")),
            ("Alt+Y", self.tr("核准，理由成立")),
            ("Alt+M", self.tr("不认可，记为我方遗漏")),
            ("Esc", self.tr("回到列表")),
        ]

    def back(self) -> bool:
        """Go back from the decision to the list; what was typed stays."""
        inside = self.pane.isAncestorOf(self.window().focusWidget())
        if self._sides.is_side_instead or inside:
            self._sides.want_side(False)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def read(self) -> None:
        """Read the list again."""
        self._link.run(self, once.waiting, done=self._show, latest=True)

    def _show(self, found: "tuple[SecondSlip, ...]") -> None:
        self._found = found
        before = self.table.current()
        self.table.show_records(found)
        if found and self.table.current() is None:
            kept = before.id if before is not None and before.id in [each.id for each in found] else found[0].id
            self.table.select_record(kept)
        self.pane.show_slip(self.table.current())
        self.counted.emit(sum(slip.alone or not slip.own for slip in found))

    def _decided(self) -> None:
        self._sides.want_side(False)
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        frame, inside = look.card()
        self.table.setMinimumWidth(look.scaled(LIST_WIDTH))
        inside.addWidget(look.heading(self.tr("等待核准的二次告知单")))
        hint = self.tr("核准表示所述理由成立；不认可就记为首次告知有遗漏，计入一次告知率。告知单当时已经交给来访人。")
        inside.addWidget(look.text_label(hint, "hint", wrap=True))
        inside.addWidget(self.table, 1)
        self.more_button = look.plain_button(self.tr("详情和核准(&X)"), lambda: self._sides.want_side(True))
        inside.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignRight)
        side, beside = look.card()
        beside.addWidget(look.scrolled(self.pane))
        self._sides = Beside(frame, side, WIDTH, "instead", always=True)
        self._sides.want_side(False)
        self._sides.arranged.connect(lambda: self.more_button.setVisible(self._sides.is_narrow))
        self.setLayout(look.column(self._sides))
        self.more_button.setVisible(self._sides.is_narrow)

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("时间"), text=self._when, width=104),
            Column(title=self.tr("出具人"), text=lambda slip: slip.issued_by, width=72),
            Column(title=self.tr("理由"), text=self._reason, tip=self._reason, width=128),
            Column(title=self.tr("新列材料"), text=self._rows, tip=self._rows),
        ]

    def _when(self, slip: "SecondSlip") -> str:
        return f"{self._link.desk.calendar.local(slip.issued_at):%m-%d %H:%M}"

    def _reason(self, slip: "SecondSlip") -> str:
        return label(slip.reason, self._shell.language)

    def _rows(self, slip: "SecondSlip") -> str:
        return self.tr("、").join(slip.new_rows)


class DecisionPane(QWidget):
    """One second notice, and the decision on it.

    Signals:
        decided(): it waits no more, or waits again.
    """

    decided = Signal()

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self.slip: SecondSlip | None = None
        self.title = look.text_label("", "heading", wrap=True, selectable=True)
        self.about = look.text_label("", "muted", wrap=True)
        self.reason = look.chip("")
        self.rows = look.text_label("", wrap=True, selectable=True)
        self.story = look.text_label("", "hint", wrap=True)
        self.note = TextField(self.tr("处理意见(&N)"), once.NOTE_LENGTH, lines=2)
        self.note.edit.setFixedHeight(self.note.edit.minimumHeight())
        self.error = look.text_label("", "error", wrap=True)
        self.leader = TextField(self.tr("分管领导的决定(&L)"), once.NOTE_LENGTH, lines=2)
        self.leader.edit.setFixedHeight(self.leader.edit.minimumHeight())
        self.leader.set_required(True)
        named = {"leader_decision": self.leader, "once_note": self.note}
        self._fields = FieldSet(named, self.error, shell.language)
        self.release_button = look.primary_button(self.tr("核准，理由成立(&Y)"), self.release)
        self.reject_button = look.plain_button(self.tr("记为我方遗漏(&M)"), self.reject)
        self._place()
        self.show_slip(None)

    def show_slip(self, slip: "SecondSlip | None") -> None:
        """Show a notice; a note that is being written stays with its notice."""
        if slip is None or self.slip is None or slip.id != self.slip.id:
            for field in (self.note, self.leader):
                field.set_text("")
            self._fields.clear()
        self.slip = slip
        self.reason.setVisible(slip is not None)
        able = slip is not None and (slip.alone or not slip.own)
        self.leader.setVisible(slip is not None and slip.alone and slip.reason is not SecondReason.OMISSION)
        for part in (self.note, self.release_button, self.reject_button):
            part.setEnabled(able)
        self.reject_button.setVisible(slip is None or slip.reason is not SecondReason.OMISSION)
        if slip is None:
            self.title.setText(self.tr("选中的告知单"))
            self.about.setText(self.tr("选中左边的一张，这里写着新列了哪些材料、为什么。"))
            for words in (self.rows, self.story):
                words.setText("")
            return
        self.title.setText(slip.number)
        self.about.setText(" · ".join((slip.matter, slip.visitor, slip.reg_no)))
        tone: look.Tone = "red" if slip.reason is SecondReason.OMISSION else "amber"
        look.set_chip(self.reason, label(slip.reason, self._shell.language), tone)
        rows = "\n".join(f"· {name}" for name in slip.new_rows)
        self.rows.setText(self.tr("首次没有告知的材料：\n{rows}").format(rows=rows))
        self.story.setText(self._story(slip))
        if slip.own and not slip.alone:
            self._fields.say(self.tr("这张是您本人出具的，请另一位负责人核准。"))
        elif not self.leader.isHidden() and not self.leader.error:
            self.leader.set_hint(self.tr("这张是您本人出具的，本单位没有另一位负责人：由分管领导决定，写在这里。"))

    def release(self) -> None:
        """Let the reason stand."""
        if self.slip is not None and self.release_button.isEnabled():
            self._decide(once.release, *([self.leader.text()] if not self.leader.isHidden() else []))

    def reject(self) -> None:
        """Count it as our omission."""
        if self.slip is not None and self.reject_button.isEnabled():
            self._decide(once.reject)

    def _decide(self, act: Callable[..., Notice], *more: str) -> None:
        slip = self.slip
        if slip is None:
            return
        self._fields.clear()
        for button in (self.release_button, self.reject_button):
            button.setEnabled(False)
        self._link.change(
            self,
            act,
            slip.id,
            self.note.text(),
            *more,
            done=lambda notice: self._done(notice, slip.reason),
            failed=self._refused,
        )

    def _done(self, notice: Notice, reason: SecondReason) -> None:
        omitted = notice.second_reason is SecondReason.OMISSION
        words = self.tr("{number} 已记为我方遗漏") if omitted else self.tr("{number} 已核准")
        for field in (self.note, self.leader):
            field.set_text("")
        self._shell.toast(words.format(number=notice.number), lambda: self._take_back(notice, reason))
        self.decided.emit()

    def _take_back(self, notice: Notice, reason: SecondReason) -> None:
        self._link.change(self, once.take_back, notice, reason, done=lambda _notice: self.decided.emit())

    def _refused(self, error: ReceptionError) -> None:
        self.show_slip(self.slip)
        if isinstance(error, Invalid):
            self._fields.show(error)
        elif not isinstance(error, Unavailable):  # the window says that, with Retry
            self._fields.say(sentence(error, self._shell.language))

    def _story(self, slip: "SecondSlip") -> str:
        local = self._link.desk.calendar.local
        now = self.tr("{when} {who} 出具").format(when=f"{local(slip.issued_at):%Y-%m-%d %H:%M}", who=slip.issued_by)
        if slip.first_at is None:
            return now
        first = self.tr("首次告知 {number}，{when} {who} 出具").format(
            number=slip.first_number, when=f"{local(slip.first_at):%Y-%m-%d %H:%M}", who=slip.first_by
        )
        return f"{first}\n{now}"

    def _place(self) -> None:
        layout = look.column(self.title, self.about, look.row(self.reason, 1), self.rows)
        layout.addWidget(self.story)
        layout.addWidget(look.rule())
        layout.addWidget(self.leader)
        layout.addWidget(self.note)
        layout.addWidget(self.error)
        layout.addLayout(look.row(self.release_button, self.reject_button, 1))
        layout.addStretch(1)
        self.setLayout(layout)
