"""The office's own sentences on its papers: editions that count for what is issued from then on.

Source: handbook §2.8.
"""

from dataclasses import replace
from typing import Any

from reception.errors import Invalid, Reason
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_texts
from reception.rules.wordings import LENGTHS, Wording, check_template
from reception.services.desk import Desk
from reception.store import records
from reception.store.models import WordingRow
from reception.words.letter_texts import WORDINGS, LetterWording

_W: Any = WordingRow


def in_force(kind: PaperKind) -> LetterWording | None:
    """Give what the office says on a kind, within a transaction; None where it says what was shipped."""
    own = latest_within(kind)
    return applied(own) if own is not None else None


def latest_within(kind: PaperKind) -> Wording | None:
    """Give the latest edition of an office's own wording, within a transaction."""
    found = records.select(Wording, _W.kind == kind, order=[_W.edition.desc()], limit=1)
    return found[0] if found else None


def applied(own: Wording) -> LetterWording:
    """Give the wording of a kind with the office's sentences in place of the shipped ones, where it has any."""
    shipped = WORDINGS[own.kind]
    return replace(
        shipped,
        statement=(own.statement or shipped.statement[0], own.statement_en or shipped.statement[1]),
        closing=(own.closing or shipped.closing[0], own.closing_en or shipped.closing[1]),
    )


def latest(desk: Desk, kind: PaperKind) -> Wording | None:
    """Give the latest edition of an office's own wording, or None."""
    with desk.reading():
        return latest_within(kind)


def editions(desk: Desk, kind: PaperKind) -> tuple[Wording, ...]:
    """Give all editions of a kind's wording, the newest first."""
    with desk.reading():
        return tuple(records.select(Wording, _W.kind == kind, order=[_W.edition.desc()]))


def faults(wording: Wording) -> tuple[Reason, ...]:
    """Give what is wrong with the templates of a wording, each at its field."""
    shipped = WORDINGS[wording.kind]
    reasons: list[Reason] = []
    for name, language in (("statement", 0), ("statement_en", 1), ("closing", 0), ("closing_en", 1)):
        own = getattr(wording, name)
        if own:
            whole = name.startswith("statement")
            said = shipped.statement[language] if whole else shipped.statement[language] + shipped.closing[language]
            reasons += check_template(own, said, name, whole=whole)
    return tuple(reasons)


def save(desk: Desk, wording: Wording) -> Wording:
    """Save a new edition; what was issued before keeps its text.

    Raises:
        Invalid: all that is wrong with the templates, each at its field.
        NotAllowed: the account may not edit the office.
    """
    wording, reasons = cleaned_texts(wording, LENGTHS, LENGTHS)
    reasons = (*reasons, *faults(wording))
    if reasons:
        raise Invalid(*reasons)
    with desk.work(Action.EDIT_OFFICE) as work:
        before = latest_within(wording.kind)
        made = replace(
            wording,
            id=0,
            version=0,
            edition=(before.edition if before else 0) + 1,
            made_at=work.now,
            made_by=desk.account.name,
        )
        added = work.add(made)
        work.log(added)
    return added
