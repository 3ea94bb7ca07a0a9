"""The one-time notice (YC) and its like, the ticked notice to supplement (BZ): rows ticked, verdict computed, frozen.

Source: handbook §2.1 (what must be told), §2.3 (numbers), §2.4 (the "once" control), §2.5 (layout); clauses 2.2.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reception.rules.office import NumberStyle


class MaterialState(StrEnum):
    """What the handler ticked for one material; no row may stay blank."""

    PROVIDED = "provided"
    MISSING = "missing"
    DEFECTIVE = "defective"
    NOT_APPLICABLE = "not_applicable"


class Verdict(StrEnum):
    """What the notice concludes; computed from the ticks."""

    COMPLETE = "complete"
    SUPPLEMENT = "supplement"


class SecondReason(StrEnum):
    """Why a second notice names a row that the first did not (handbook §2.4 no. 2)."""

    REQUEST_CHANGED = "request_changed"
    RULE_CHANGED = "rule_changed"
    NEW_FACT = "new_fact"
    OMISSION = "omission"


class PaperSize(StrEnum):
    """Sizes a paper is laid out for: A4 in two or three parts, A5 for the applicant, a roll of 80 mm."""

    A4 = "A4"
    A4_THREE = "A4x3"
    A5 = "A5"
    ROLL = "80mm"


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialTick:
    """The handler's tick of one material row; a defective one has its reason."""

    no: int
    state: MaterialState
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDraft:
    """Answers to the conditional questions (row number -> yes/no) and the tick of each row that applies."""

    answers: tuple[tuple[int, bool], ...] = ()
    ticks: tuple[MaterialTick, ...] = ()
    second_reason: SecondReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeMaterial:
    """One material row as frozen on the paper."""

    no: int
    name: str
    original: int
    copies: int
    when: str
    state: MaterialState
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeText:
    """Everything a notice says, composed once at issue and never again: documents only place it.

    All strings are final sentences in the paper's language; `materials` keep their rows. `lines` of the long
    parts may hold up to some hundred characters each and are wrapped by the document.
    """

    number: str
    title: str
    title_en: str
    office: str
    university: str
    stub_label: str
    applicant_label: str
    applicant: str
    person_no: str
    person_unit: str
    phone: str
    told_at: str
    register_number: str
    matter: str
    matter_version: str
    category: str
    basis: tuple[str, ...]
    condition: str
    materials: tuple[NoticeMaterial, ...]
    steps: tuple[str, ...]
    limit: str
    due: str
    statutory: str
    not_counted: str
    fee: str
    place: str
    hours: str
    phone_info: str
    phone_supervision: str
    verdict: Verdict
    verdict_line: str
    supplement_by: str
    result: str
    closing_lines: tuple[str, ...]
    informed_by: str
    issued_on: str
    seal_unit: str
    query_code: str
    provisional_note: str = ""
    statement: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """An issued notice: number, frozen text, query code, and how often it was printed.

    `kind` is YC, or BZ of a notice to supplement whose rows were ticked: both tell what is missing, travel with the
    visitor and come back, so the "once" control looks at them as one. Notices issued before papers spoke English
    have no `text_en`.
    """

    id: int = 0
    version: int = 0
    inquiry_id: int
    kind: str = "YC"
    number: str
    year: int
    serial: int
    matter_code: str
    matter_edition: int
    text: NoticeText
    verdict: Verdict
    missing: tuple[int, ...] = ()
    query_code: str
    issued_at: datetime
    issued_by_id: int
    issued_by: str
    supplement_by: datetime | None = None
    second_reason: SecondReason | None = None
    released: bool = True
    prints: int = 0
    last_printed_at: datetime | None = None
    void: bool = False
    restricted: bool = False
    text_en: NoticeText | None = None


QUERY_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Characters of a query code; 0, O, 1 and I are left out because people read codes aloud."""
QUERY_LENGTH = 6
NOTICE_KIND = "告"


def notice_number(short_name: str, year: int, serial: int, style: NumberStyle, kind: str = NOTICE_KIND) -> str:
    """Give 教务告〔2026〕第0012号, or 教务告〔2026〕12号 in the formal style (handbook §2.3)."""
    count = f"第{serial:04d}号" if style is NumberStyle.SLIP else f"{serial}号"
    return f"{short_name}{kind}〔{year}〕{count}"
