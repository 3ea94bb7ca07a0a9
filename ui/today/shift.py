"""Handing over: what the next one must know, in one's own words, with the open points beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame

from reception.errors import Invalid, ReceptionError
from reception.rules.shifts import ShiftNote
from reception.services import shifts
from reception.words import sentence
from ui import look
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.forms import FieldSet, TextField
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.rules.inquiries import InquiryDraft

FORM = "shift"
TEXT_HEIGHT = 76


class HandOver(QFrame):
    """The card of the hand-over; what is written survives a crash.

    Signals:
        handed_over(ShiftNote): it was saved.
    """

    handed_over = Signal(object)

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._shell, self._link = shell, link
        self._drafts: tuple[InquiryDraft, ...] = ()
        self._open = 0
        self._keeper = DraftKeeper.of(link)
        self.text = TextField(self.tr("交班说明(&N)"), shifts.TEXT_LENGTH, lines=4)
        self.text.edit.setPlaceholderText(self.tr("钥匙、待取的材料、领导交代的事……没有写的未了事项会自动附上。"))
        self.text.edit.setFixedHeight(look.scaled(TEXT_HEIGHT))
        self.error = look.text_label("", "error", wrap=True)
        self._fields = FieldSet({"text": self.text}, self.error, shell.language)
        self.state = look.text_label("", "muted", wrap=True)
        self.button = look.primary_button(self.tr("交班 Ctrl+S"), self.send)
        self.setLayout(
            look.column(
                look.heading(self.tr("交班")),
                self.text,
                self.error,
                self.state,
                look.row(1, self.button),
                margin=look.SPACE_XL,
            )
        )
        self.text.edited.connect(lambda: self._keeper.keep_note(FORM, self.text.text()))
        self._keeper.read_note(self, FORM, self._restore)
        self.setFocusProxy(self.text)

    def show_state(self, last: ShiftNote | None, points: int, drafts: "tuple[InquiryDraft, ...]") -> None:
        """Say what is attached, and when one handed over last today."""
        self._drafts, self._open = drafts, points
        words = self.tr("自动附上 {n} 项未了事项。").format(n=points) if points else self.tr("没有未了事项。")
        if last is not None:
            made = self._link.desk.calendar.local(last.made_at)
            if last.taken_by:
                words = self.tr("{clock} 已交班，{name} 已接班。").format(clock=f"{made:%H:%M}", name=last.taken_by)
            else:
                words = self.tr("{clock} 已交班，等下一位接班；再交一次会另存一份。").format(clock=f"{made:%H:%M}")
        self.state.setText(words)

    def send(self) -> None:
        """Hand over."""
        if not self.button.isEnabled():
            return
        self._fields.clear()
        by_button = self.button.hasFocus()
        self.button.setEnabled(False)
        if by_button:  # a greyed button would pass the focus on to the rail, and the next Enter would leave the room
            self.text.setFocus()
        sent = self.text.text()
        self._link.change(
            self,
            shifts.hand_over,
            sent,
            self._drafts,
            done=lambda note: self._done(note, sent),
            failed=self._refused,
        )

    def _done(self, note: ShiftNote, sent: str) -> None:
        self.button.setEnabled(True)
        if self.text.text() == sent:
            self.text.set_text("")
            self._keeper.keep_note(FORM, "")
        self._shell.toast(self.tr("已交班：{n} 项未了事项").format(n=len(note.items)))
        self.handed_over.emit(note)

    def _refused(self, error: ReceptionError) -> None:
        self.button.setEnabled(True)
        if isinstance(error, Invalid):
            self._fields.show(error)
        else:
            self._fields.say(sentence(error, self._shell.language))

    def _restore(self, text: str) -> None:
        if text and not self.text.text():
            self.text.set_text(text)
            self.state.setText(self.tr("已恢复没有交出的说明。"))
            self.text.edit.moveCursor(QTextCursor.MoveOperation.End)
