"""The register: one record of a first inquiry, its draft, and what each disposition demands.

Source: handbook §1.2 (fields), §1.3 (dispositions D1–D10); clauses 2.1.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from reception.rules.limits import Limit


class Channel(StrEnum):
    """How the visitor reached us."""

    VISIT = "visit"
    PHONE = "phone"
    LETTER = "letter"
    EMAIL = "email"
    ONLINE = "online"
    FORWARDED = "forwarded"


class PersonKind(StrEnum):
    """What the visitor is to the university."""

    UNDERGRADUATE = "undergraduate"
    POSTGRADUATE = "postgraduate"
    STAFF = "staff"
    RETIRED = "retired"
    ALUMNI = "alumni"
    PARENT = "parent"
    OUTSIDE_UNIT = "outside_unit"
    INTERNATIONAL = "international"
    ANONYMOUS = "anonymous"


class Kind(StrEnum):
    """Nature of the matter brought."""

    INQUIRY = "inquiry"
    APPLICATION = "application"
    REPORT = "report"
    SUGGESTION = "suggestion"
    COMPLAINT = "complaint"
    TIP_OFF = "tip_off"
    HELP = "help"
    PRAISE = "praise"
    OTHER = "other"


class Scope(StrEnum):
    """Whose duty it is: the question that decides which dispositions follow."""

    OWN_POST = "own_post"
    SAME_UNIT = "same_unit"
    OTHER_UNIT = "other_unit"
    OUTSIDE_UNIVERSITY = "outside_university"
    UNCLEAR = "unclear"
    NOT_ACCEPTABLE = "not_acceptable"


class Disposition(StrEnum):
    """What the first officer did; no record ends without one (handbook §1.3)."""

    D1 = "D1"
    D2 = "D2"
    D3 = "D3"
    D4 = "D4"
    D5A = "D5a"
    D5B = "D5b"
    D6 = "D6"
    D7 = "D7"
    D8 = "D8"
    D9 = "D9"
    D10 = "D10"


class Urgency(StrEnum):
    """平件, 急件, 特急."""

    NORMAL = "normal"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"


class ReplyPref(StrEnum):
    """How the visitor wants the answer."""

    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    IN_PERSON = "in_person"
    POST = "post"


class GuideMode(StrEnum):
    """How the visitor was guided."""

    LED = "led"
    POINTED = "pointed"
    CALL_TRANSFERRED = "call_transferred"
    PHONE_GIVEN = "phone_given"
    WRITTEN_NOTE = "written_note"


class Status(StrEnum):
    """State of a record; `closed` and `void` are final here."""

    OPEN = "open"
    HANDED_OVER = "handed_over"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"
    VOID = "void"


class VoidReason(StrEnum):
    """Why a record was voided; its number is kept."""

    UNDO = "undo"
    MISTAKE = "mistake"
    DUPLICATE = "duplicate"
    TEST = "test"


WAYS: dict[Scope, tuple[Disposition, ...]] = {
    Scope.OWN_POST: (
        Disposition.D1,
        Disposition.D2,
        Disposition.D3,
        Disposition.D4,
        Disposition.D8,
        Disposition.D10,
    ),
    Scope.SAME_UNIT: (Disposition.D5A, Disposition.D5B, Disposition.D6, Disposition.D10),
    Scope.OTHER_UNIT: (Disposition.D7, Disposition.D10),
    Scope.OUTSIDE_UNIVERSITY: (Disposition.D8, Disposition.D10),
    Scope.UNCLEAR: (Disposition.D9, Disposition.D10),
    Scope.NOT_ACCEPTABLE: (Disposition.D8, Disposition.D10),
}
"""The duty question and the ways that follow from its answer (handbook §1.3, decision tree)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper that was left with us."""

    name: str
    original: int = 1
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryDraft:
    """What the form or the command line holds before it is checked; nothing is guaranteed but the types.

    `papers` is None while nobody said anything about papers, () when "no papers" was said.
    `privacy_told` is None where nobody asked (a command that does not say), never in the window.
    `person_*` is whose matter it is; `agent_*` who came for him (代办人). `returned_with` is the query code or number
    of the notice that the visitor brought back. `limit`, `further_offices` and `no_limit_reason` are said only where
    the catalogue and the rules leave the limit open, or for a shorter promise (clauses D3.2, D3.4).
    """

    token: str
    channel: Channel | None = None
    received_at: datetime | None = None
    ended_at: datetime | None = None
    counter: str = ""
    person_kind: PersonKind | None = None
    person_name: str = ""
    person_unit: str = ""
    person_count: int = 1
    person_no: str = ""
    phone: str = ""
    reply_pref: ReplyPref | None = None
    other_contact: str = ""
    privacy_told: bool | None = None
    kind: Kind = Kind.INQUIRY
    matter: str = ""
    summary: str = ""
    detail: str = ""
    papers: tuple[Paper, ...] | None = None
    urgency: Urgency = Urgency.NORMAL
    repeat_of: str = ""
    scope: Scope | None = None
    disposition: Disposition | None = None
    answer: str = ""
    result: str = ""
    to_unit: str = ""
    to_post: str = ""
    to_person: str = ""
    guide_mode: GuideMode | None = None
    nobody_there: bool = False
    told_phone: str = ""
    told_place: str = ""
    proposed: str = ""
    leader_note: str = ""
    remark: str = ""
    agent_name: str = ""
    agent_phone: str = ""
    agent_relation: str = ""
    leader_told: bool = False
    returned_with: str = ""
    limit: Limit | None = None
    further_offices: int = 0
    no_limit_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """One record of the register. Instants are aware UTC; `restricted` records (D10) show number and date only."""

    id: int = 0
    version: int = 0
    token: str
    year: int
    serial: int
    reg_no: str
    reg_at: datetime
    received_at: datetime
    ended_at: datetime | None = None
    late_entry: bool = False
    channel: Channel
    counter: str
    first_officer_id: int
    first_officer: str
    first_post: str = ""
    acting_for: str = ""
    visitor_id: int | None = None
    person_kind: PersonKind
    person_name: str = ""
    person_unit: str = ""
    person_count: int = 1
    person_no: str = ""
    phone: str = ""
    phone_ext: str = ""
    reply_pref: ReplyPref | None = None
    other_contact: str = ""
    privacy_told: bool = False
    kind: Kind = Kind.INQUIRY
    matter_code: str = ""
    matter_edition: int | None = None
    matter_name: str = ""
    summary: str
    detail: str = ""
    papers: tuple[Paper, ...] = ()
    urgency: Urgency = Urgency.NORMAL
    repeat_of: int | None = None
    scope: Scope
    disposition: Disposition
    answer: str = ""
    result: str = ""
    to_unit: str = ""
    to_post: str = ""
    to_person: str = ""
    guide_mode: GuideMode | None = None
    nobody_there: bool = False
    told_phone: str = ""
    told_place: str = ""
    proposed: str = ""
    leader_note: str = ""
    remark: str = ""
    status: Status
    void_reason: VoidReason | None = None
    void_note: str = ""
    voided_at: datetime | None = None
    voided_by: str = ""
    restricted: bool = False
    agent_name: str = ""
    agent_phone: str = ""
    agent_relation: str = ""
    leader_told: bool = False
    returned_with: int | None = None


def register_number(year: int, serial: int) -> str:
    """Give 首问〔2026〕0001: per office and local year, at least four digits (handbook §1.2 no. 1)."""
    return f"首问〔{year}〕{serial:04d}"


LATE_AFTER = timedelta(days=1)
GROUP_OF = 5
"""From this many people on the leader is told (handbook §1.2 no. 12)."""
