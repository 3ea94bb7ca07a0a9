"""A search that names a paper: what it is, masked, and the ways on from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from reception.errors import Invalid
from reception.rules.slip_numbers import names_slip
from reception.rules.staff import Action
from reception.services import paper_search
from reception.services.paper_search import FoundLetter
from reception.services.supplements import Slip
from reception.words import Language, label, sentence
from reception.words.times import short_date
from ui import look
from ui.desk_link import DeskLink


class SlipOffer(QFrame):
    """A line above the list, hidden while the search names no paper.

    Signals:
        return_wanted(str): the visitor is back with the slip of this number.
        letter_wanted(int): this letter shall be seen.
        record_wanted(int): the record of the paper shall be opened.
    """

    return_wanted = Signal(str)
    letter_wanted = Signal(int)
    record_wanted = Signal(int)

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self._found: Slip | FoundLetter | None = None
        self._asked = ""
        self._focus_wanted = False
        self.words = look.text_label("", wrap=True)
        self.record_button = look.plain_button(self.tr("打开登记"), self._open)
        self.return_button = look.primary_button(self.tr("凭单回访"), self._return)
        self.return_button.setAutoDefault(True)
        self.letter_button = look.primary_button(self.tr("打开文书"), self._open_letter)
        line = look.row(self.words, self.record_button, self.return_button, self.letter_button)
        line.setStretchFactor(self.words, 1)
        self.setLayout(line)
        self.hide()

    def look_for(self, text: str) -> None:
        """Look whether a search names a paper."""
        asked = text.strip() if names_slip(text) and self._link.desk.may(Action.RECORD) else ""
        if asked == self._asked:
            return
        self._asked, self._focus_wanted = asked, False
        self._show(None)
        if asked:
            self._link.run(self, paper_search.peek, asked, done=self._show, latest=True)

    def take_focus(self) -> bool:
        """Take the focus, at once or when the answer is there; False while the search names no paper."""
        if not self._asked:
            return False
        if self._found is None:
            self._focus_wanted = True
            return False
        self._focus()
        return True

    def _show(self, found: Slip | FoundLetter | None) -> None:
        self._found = found
        self.setVisible(found is not None)
        if found is None:
            return
        if isinstance(found, Slip):
            error = found.error
            reasons = error.reasons if isinstance(error, Invalid) else (error,) if error else ()
            said, more = self._said(found, self.tr("{date}告知")), [sentence(each, self._language) for each in reasons]
        else:
            said, more = self._said(found, self.tr("{date}出具")), [self.tr("已作废")] if found.void else []
            said = f"{label(found.kind, self._language)} {said}"
        self.words.setText("\n".join((said, *more)))
        self.return_button.setVisible(isinstance(found, Slip) and found.error is None)
        self.letter_button.setVisible(isinstance(found, FoundLetter))
        if self._focus_wanted:
            self._focus()

    def _said(self, found: Slip | FoundLetter, when: str) -> str:
        desk = self._link.desk
        day = short_date(desk.calendar.local(found.issued_at), desk.calendar.local(desk.clock()), self._language)
        return " · ".join((found.number, found.visitor, found.matter, when.format(date=day)))

    def _focus(self) -> None:
        self._focus_wanted = False
        buttons = (self.return_button, self.letter_button, self.record_button)
        next(button for button in buttons if not button.isHidden()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self._found is not None:
            self.record_wanted.emit(self._found.inquiry_id)

    def _open_letter(self) -> None:
        if isinstance(self._found, FoundLetter):
            self.letter_wanted.emit(self._found.letter_id)

    def _return(self) -> None:
        if isinstance(self._found, Slip):
            self.return_wanted.emit(self._found.number)
