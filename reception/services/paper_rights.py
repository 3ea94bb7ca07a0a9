"""Who may see the papers of a restricted record: whoever may open the record itself.

Source: decisions ("Register": D10 is restricted from the first day); handbook §10.1.
"""

from reception.errors import NotAllowed
from reception.rules.inquiries import Inquiry
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.services.desk import Desk
from reception.services.register import may_open
from reception.store import records


def may_see(desk: Desk, paper: Notice | Letter) -> bool:
    """Tell whether this person may see a paper, within a transaction."""
    return not paper.restricted or may_open(desk, records.get(Inquiry, paper.inquiry_id))


def refuse_hidden(desk: Desk, paper: Notice | Letter) -> None:
    """Refuse a paper of a restricted record, within a transaction.

    Raises:
        NotAllowed: naming the number only.
    """
    if not may_see(desk, paper):
        raise NotAllowed("restricted", number=paper.number)


def refuse_record(desk: Desk, inquiry: Inquiry) -> None:
    """Refuse a draft of a paper for a restricted record.

    Raises:
        NotAllowed: naming the number only.
    """
    if not may_open(desk, inquiry):
        raise NotAllowed("restricted", number=inquiry.reg_no)
