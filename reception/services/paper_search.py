"""A paper of ours found by its number or query code, whatever its kind, as anybody at the desk may see it."""

from dataclasses import dataclass
from datetime import datetime

from reception.errors import NotFound
from reception.rules.letters import Letter
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.rules.visitors import mask_name
from reception.services import letters, supplements
from reception.services.desk import Desk
from reception.services.supplements import Slip


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLetter:
    """A letter as anybody at the desk may see it before it is opened."""

    letter_id: int
    inquiry_id: int
    kind: PaperKind
    number: str
    matter: str
    visitor: str
    issued_at: datetime
    void: bool


def peek(desk: Desk, typed: str) -> Slip | FoundLetter | None:
    """Give the paper that a search names, masked; None where there is none or it is restricted."""
    slip = supplements.peek(desk, typed)
    if slip is not None:
        return slip
    with desk.reading():
        letter = letters.find_within(desk, typed)
    if letter is None or letter.restricted:
        return None
    return FoundLetter(
        letter_id=letter.id,
        inquiry_id=letter.inquiry_id,
        kind=letter.kind,
        number=letter.number,
        matter=letter.text.matter,
        visitor=mask_name(letter.text.applicant),
        issued_at=letter.issued_at,
        void=letter.void,
    )


def letter_of(desk: Desk, typed: str) -> Letter:
    """Give the letter that was scanned or typed where a visitor comes back with it.

    Raises:
        NotFound: there is no such letter, or it is restricted.
    """
    desk.require(Action.PRINT_NOTICE)
    letter = letters.find(desk, typed)
    if letter.restricted:
        raise NotFound("no_such_paper", number=typed.strip())
    return letter
