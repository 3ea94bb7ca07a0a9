"""A search that names a slip: what it is, masked, and the two ways on from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from reception.errors import Invalid
from reception.rules.slip_numbers import names_slip
from reception.rules.staff import Action
from reception.services import supplements
from reception.services.supplements import Slip
from reception.words import Language, sentence
from reception.words.times import short_date
from ui import look
from ui.desk_link import DeskLink


class SlipOffer(QFrame):
    """A line above the list, hidden while the search names no slip.

    Signals:
        return_wanted(str): the visitor is back with the slip of this number.
        record_wanted(int): the record of the slip shall be opened.
    """

    return_wanted = Signal(str)
    record_wanted = Signal(int)

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self._slip: Slip | None = None
        self._asked = ""
        self._focus_wanted = False
        self.words = look.text_label("", wrap=True)
        self.record_button = look.plain_button(self.tr("打开登记"), self._open)
        self.return_button = look.primary_button(self.tr("凭单回访"), self._return)
        self.return_button.setAutoDefault(True)
        line = look.row(self.words, self.record_button, self.return_button)
        line.setStretchFactor(self.words, 1)
        self.setLayout(line)
        self.hide()

    def look_for(self, text: str) -> None:
        """Look whether a search names a slip."""
        asked = text.strip() if names_slip(text) and self._link.desk.may(Action.RECORD) else ""
        if asked == self._asked:
            return
        self._asked, self._focus_wanted = asked, False
        self._show(None)
        if asked:
            self._link.run(self, supplements.peek, asked, done=self._show, latest=True)

    def take_focus(self) -> bool:
        """Take the focus, at once or when the answer is there; False while the search names no slip."""
        if not self._asked:
            return False
        if self._slip is None:
            self._focus_wanted = True
            return False
        self._focus()
        return True

    def _show(self, slip: Slip | None) -> None:
        self._slip = slip
        self.setVisible(slip is not None)
        if slip is None:
            return
        desk = self._link.desk
        day = short_date(desk.calendar.local(slip.issued_at), desk.calendar.local(desk.clock()), self._language)
        said = " · ".join((slip.number, slip.visitor, slip.matter, self.tr("{date}告知").format(date=day)))
        reasons = slip.error.reasons if isinstance(slip.error, Invalid) else (slip.error,) if slip.error else ()
        self.words.setText("\n".join((said, *(sentence(each, self._language) for each in reasons))))
        self.return_button.setVisible(slip.error is None)
        if self._focus_wanted:
            self._focus()

    def _focus(self) -> None:
        self._focus_wanted = False
        button = self.record_button if self.return_button.isHidden() else self.return_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self._slip is not None:
            self.record_wanted.emit(self._slip.inquiry_id)

    def _return(self) -> None:
        if self._slip is not None:
            self.return_wanted.emit(self._slip.number)
