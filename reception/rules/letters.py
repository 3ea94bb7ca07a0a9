"""The papers beside the one-time notice: receipt, acceptance, refusal, extension and the others of the family.

What a kind needs is said here; its sentences are composed in `reception.words.letters`. A notice to supplement (BZ)
is ticked like a one-time notice and kept as one; here it stands among the kinds that fit a record.

Source: handbook §2.2 (triggers, signers), §2.8 (templates and their placeholders).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from reception.errors import Reason
from reception.rules.case_acts import CaseAct
from reception.rules.case_life import CaseOutcome
from reception.rules.cases import UNDER_WAY, Case
from reception.rules.inquiries import Disposition, Inquiry, Paper, Status
from reception.rules.limits import Limit
from reception.rules.papers import PaperKind, PaperText


class PaperEvent(StrEnum):
    """What a letter follows from; the program proposes the kind at that moment (handbook §2.2, column when)."""

    PAPERS_LEFT = "papers_left"
    ACCEPTED = "accepted"
    FOUND_INCOMPLETE = "found_incomplete"
    NOT_ACCEPTED = "not_accepted"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    EXTENDED = "extended"
    COMPLETED = "completed"
    TRANSFERRED = "transferred"
    URGED = "urged"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDraft:
    """What is known of a letter besides its record; which of it a kind needs stands in `DEMANDS`.

    `at` is the day or instant of the event (UTC), `until` the day by which something is wanted, `days` the length
    of an extension, `left` what remains of a stopped limit, in words; `remaining` says it in the language of the paper.
    """

    token: str
    kind: PaperKind
    inquiry_id: int
    case_no: str = ""
    reason: str = ""
    basis: str = ""
    clause: str = ""
    remedy: str = ""
    body: str = ""
    body_place: str = ""
    body_phone: str = ""
    handler: str = ""
    handler_phone: str = ""
    approver: str = ""
    result: str = ""
    place: str = ""
    to: str = ""
    state: str = ""
    left: str = ""
    days: int | None = None
    at: datetime | None = None
    due_at: datetime | None = None
    until: datetime | None = None
    provisional: bool = False
    papers: tuple[Paper, ...] = ()
    remaining: Limit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An issued letter: number, frozen text in both languages, and how often it was printed."""

    id: int = 0
    version: int = 0
    token: str
    kind: PaperKind
    number: str
    year: int
    serial: int
    inquiry_id: int
    case_no: str = ""
    matter_code: str = ""
    matter_edition: int | None = None
    text: PaperText
    text_en: PaperText
    query_code: str
    issued_at: datetime
    issued_by_id: int
    issued_by: str
    prints: int = 0
    last_printed_at: datetime | None = None
    void: bool = False
    restricted: bool = False


MOST_DAYS = 999
LENGTHS: Mapping[str, int] = {
    "case_no": 30,
    "reason": 1000,
    "basis": 1000,
    "clause": 300,
    "remedy": 1000,
    "body": 100,
    "body_place": 200,
    "body_phone": 60,
    "handler": 60,
    "handler_phone": 60,
    "approver": 60,
    "result": 1000,
    "place": 200,
    "to": 200,
    "state": 100,
    "left": 100,
}
"""How many characters of each text a letter holds."""

DEMANDS: Mapping[PaperKind, tuple[str, ...]] = {
    PaperKind.SJ: ("papers",),
    PaperKind.SL: ("case_no", "due_at"),
    PaperKind.BZ: ("reason", "until"),
    PaperKind.BS: ("reason", "basis", "body"),
    PaperKind.BB: ("basis", "clause"),
    PaperKind.BBR: ("reason", "basis"),
    PaperKind.ZT: ("reason", "at"),
    PaperKind.HF: ("at", "due_at"),
    PaperKind.YQ: ("reason", "approver", "days", "due_at"),
    PaperKind.BJ: ("at", "result"),
    PaperKind.ZB: ("to", "until"),
    PaperKind.DB: ("to", "due_at", "state", "until"),
}
"""What each kind cannot be written without (the placeholders of handbook §2.8)."""

OFFERS: Mapping[PaperKind, tuple[str, ...]] = {
    PaperKind.SL: ("handler", "handler_phone"),
    PaperKind.BS: ("body_place", "body_phone"),
    PaperKind.BB: ("remedy",),
    PaperKind.ZT: ("left",),
    PaperKind.BJ: ("place",),
    PaperKind.ZB: ("papers",),
}
"""What a kind may say besides."""

PROPOSED: Mapping[PaperEvent, tuple[PaperKind, ...]] = {
    PaperEvent.PAPERS_LEFT: (PaperKind.SJ,),
    PaperEvent.ACCEPTED: (PaperKind.SL,),
    PaperEvent.FOUND_INCOMPLETE: (PaperKind.BZ,),
    PaperEvent.NOT_ACCEPTED: (PaperKind.BS,),
    PaperEvent.REFUSED: (PaperKind.BB, PaperKind.BBR),
    PaperEvent.SUSPENDED: (PaperKind.ZT,),
    PaperEvent.RESUMED: (PaperKind.HF,),
    PaperEvent.EXTENDED: (PaperKind.YQ,),
    PaperEvent.COMPLETED: (PaperKind.BJ,),
    PaperEvent.TRANSFERRED: (PaperKind.ZB,),
    PaperEvent.URGED: (PaperKind.DB,),
}

_AFTER: Mapping[Disposition, tuple[PaperKind, ...]] = {
    Disposition.D2: (PaperKind.BJ,),
    Disposition.D3: (PaperKind.SL, PaperKind.SJ, PaperKind.BZ),
    Disposition.D4: (PaperKind.SJ, PaperKind.BZ),
    Disposition.D5B: (PaperKind.ZB,),
    Disposition.D6: (PaperKind.ZB, PaperKind.SJ),
    Disposition.D8: (PaperKind.BS,),
}
_AFTER_END: Mapping[CaseOutcome, tuple[PaperKind, ...]] = {
    CaseOutcome.DONE: (PaperKind.BJ,),
    CaseOutcome.REFUSED: (PaperKind.BB, PaperKind.BBR),
}
_WHILE_OWED = (PaperKind.DB,)
OF_ACTS = ("case-", "again-", "silent-", "reminder-")
"""How the tokens of letters begin that follow from an act or a turn: nobody else's letter may take one beforehand."""
BY_ACT: Mapping[PaperKind, CaseAct] = {
    PaperKind.BB: CaseAct.REFUSE,
    PaperKind.BBR: CaseAct.REFUSE,
    PaperKind.BJ: CaseAct.CLOSE,
    PaperKind.ZT: CaseAct.PAUSE,
    PaperKind.HF: CaseAct.RESUME,
    PaperKind.YQ: CaseAct.EXTEND,
}
"""Letters that tell of an act on a case: while it is under way only the act writes them."""
OF_EVENTS = (PaperKind.ZT, PaperKind.HF, PaperKind.YQ)
"""Letters of a stop, its end and an extension: a void one is written again from what it told of."""


def act_of(kind: PaperKind, case: Case | None) -> CaseAct | None:
    """Give the act on a case under way that writes a letter of a kind; None where the kind waits for no act."""
    return BY_ACT.get(kind) if case is not None and case.status in UNDER_WAY else None


def kinds_for(inquiry: Inquiry, case: Case | None) -> tuple[PaperKind, ...]:
    """Give the kinds that can be written for a record, the likeliest first; for a void or restricted one none.

    What tells of an act on the case is no letter by itself: the act writes it. How the case ended may be told again,
    and nobody is urged who owes nothing any more.

    Args:
        inquiry: the record.
        case: its case that is not void, or None.
    """
    if inquiry.restricted or inquiry.status is Status.VOID:
        return ()
    found = _AFTER.get(inquiry.disposition, ())
    if case is not None and case.outcome is not None:
        found = (*_AFTER_END.get(case.outcome, ()), *found)
    if inquiry.papers and PaperKind.SJ not in found:
        found = (*found, PaperKind.SJ)
    return (*found, *_WHILE_OWED) if case is not None and case.status in UNDER_WAY else found


def proposed_after(inquiry: Inquiry) -> tuple[PaperKind, ...]:
    """Give the letters that a record calls for as soon as it is made, in the order in which they are written.

    The receipt comes before the transfer: the visitor still stands there.
    """
    if inquiry.restricted or inquiry.status is Status.VOID:
        return ()
    found: list[PaperKind] = []
    if inquiry.disposition is Disposition.D3:
        found += PROPOSED[PaperEvent.ACCEPTED]
    elif inquiry.papers:
        found += PROPOSED[PaperEvent.PAPERS_LEFT]
    if inquiry.disposition in (Disposition.D5B, Disposition.D6):
        found += PROPOSED[PaperEvent.TRANSFERRED]
    return tuple(found)


def followers(kind: PaperKind | None) -> tuple[PaperKind, ...]:
    """Give the kinds by which a letter is always followed: a refusal by its report."""
    return (PaperKind.BBR,) if kind is PaperKind.BB else ()


def followed_by(before: LetterDraft, draft: LetterDraft) -> LetterDraft:
    """Give the draft of the next letter of a row with what the one before says too.

    The report of a refusal gives the requirement that was not met as its reason.
    """
    own, others = (fields_of(each.kind) for each in (draft, before))
    carried = {name: getattr(before, name) for name in own if name in others and getattr(before, name)}
    if draft.kind is PaperKind.BBR:
        carried.setdefault("reason", before.clause)
    return replace(draft, **carried)


def fields_of(kind: PaperKind) -> tuple[str, ...]:
    """Give what a letter of a kind says besides its record, what it needs first."""
    return (*DEMANDS.get(kind, ()), *OFFERS.get(kind, ()))


def check(draft: LetterDraft) -> tuple[Reason, ...]:
    """Give everything that a letter lacks, all at once, each at its field."""
    reasons = [Reason(code="required", field=name) for name in DEMANDS[draft.kind] if not getattr(draft, name)]
    if draft.days is not None and not 1 <= draft.days <= MOST_DAYS:
        reasons.append(Reason(code="out_of_range", field="days", values={"least": 1, "most": MOST_DAYS}))
    if draft.at and draft.until and draft.until < draft.at:
        reasons.append(Reason(code="until_before", field="until"))
    return tuple(reasons)
