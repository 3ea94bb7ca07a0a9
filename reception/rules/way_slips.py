"""A way slip: what a guided visitor takes along, so that the next door is found and nothing is missing there.

Source: handbook §1.3 (D5a, D7), §1.2 no. 31 (written note); clauses 2.1.
"""

from dataclasses import dataclass

from reception.rules.inquiries import Disposition
from reception.rules.papers import PaperFact

GUIDED = frozenset({Disposition.D5A, Disposition.D7})
"""The ways after which a visitor goes on to another door."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaySlip:
    """What the slip says in one language; all strings are final, what is empty is not printed."""

    title: str
    office: str
    to_label: str
    to: str
    door: tuple[PaperFact, ...]
    matter: PaperFact
    bring_label: str
    bring: tuple[str, ...]
    help_line: str
    sent_line: str
    number: str
