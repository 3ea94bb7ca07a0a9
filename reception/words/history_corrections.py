"""What the history of a record says of its corrections, and of what follows them.

Source: handbook §1.2 no. 45.
"""

from collections.abc import Mapping

from reception.rules.corrections import CorrectionReason
from reception.rules.staff import Action
from reception.words.labels import label
from reception.words.language import Language, Pair

ACTS: Mapping[tuple[str, Action], Pair] = {
    ("Inquiry", Action.CORRECT_OWN): ("更正登记", "corrected the record"),
    ("Callback", Action.CORRECT_OWN): ("回电约定随之更正", "the promised call follows the correction"),
}
NOTES: Mapping[str, Pair] = {
    "correction": ("更正原因", "why corrected"),
    "note": ("更正说明", "note on the correction"),
}


def reason_text(value: object, language: Language) -> str | None:
    """Give why a record was corrected in words; None where it is none of the reasons."""
    known = value in CorrectionReason.__members__.values()
    return label(CorrectionReason(str(value)), language) if known else None
