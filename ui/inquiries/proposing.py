"""What the form fills in by itself because the choices leave one plain answer; whatever is typed stands above it.

Source: handbook §1.2 (fast entry: four choices, everything else has defaults), §1.4 (wording of D2).
"""

from PySide6.QtCore import QObject

from reception.rules.inquiries import Channel, Disposition
from ui.inquiries.card import CardPanel
from ui.inquiries.form import InquiryForm


class Proposals(QObject):
    """Proposes the result of what was handled on the spot, and that a caller leaves no papers."""

    def __init__(self, form: InquiryForm, card: CardPanel) -> None:
        super().__init__(form)
        self._form, self._card = form, card
        self._result = ""
        self._proposed_for: tuple[Disposition | None, str] = (None, "")
        self._no_papers = False
        for changed in (form.ways.way_changed, card.filled, form.contact.channel.edited):
            changed.connect(self._propose)

    def _propose(self) -> None:
        self._propose_result()
        self._propose_no_papers()

    def _propose_result(self) -> None:
        """Put what the matter results in where nothing else was written; typing replaces it."""
        field, card = self._form.ways.result, self._card.card
        code = self._form.matter.code if card is not None and card.matter.code == self._form.matter.code else ""
        if (self._form.ways.way, code) == self._proposed_for or field.text() not in ("", self._result):
            return
        self._proposed_for = (self._form.ways.way, code)
        handled = self._form.ways.way is Disposition.D2
        made = card.matter.result or card.matter.name if card is not None and code and handled else ""
        self._result = self.tr("当场办结：{made}").format(made=made) if made else ""
        if field.text() != self._result:
            field.set_text(self._result)
            field.edit.selectAll()
            field.clear_error()
            self._form.ways.refresh()

    def _propose_no_papers(self) -> None:
        """Nobody leaves papers by phone."""
        papers = self._form.ways.papers
        by_phone = self._form.ways.way is Disposition.D6 and self._form.channel is Channel.PHONE
        if by_phone and papers.papers() is None:
            papers.fill(())
            papers.clear_error()
            self._no_papers = True
        elif self._no_papers and not by_phone:
            if papers.papers() == ():
                papers.fill(None)
            self._no_papers = False
