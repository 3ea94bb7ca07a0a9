"""What a draft must hold before it becomes a record: all reasons at once, each at its field.

Source: handbook §1.2 (fields, mandatory and conditional), §1.3 (dispositions), decisions on mandatory fields.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from reception.errors import Invalid, Reason
from reception.rules.faults import Faults
from reception.rules.inquiries import (
    WAYS,
    Channel,
    Disposition,
    InquiryDraft,
    Paper,
    Scope,
)
from reception.rules.limits import check_limit
from reception.rules.slip_numbers import LONGEST
from reception.rules.text import LIMITS, clean, clean_name
from reception.rules.visitors import ANONYMOUS, REFUSED

LINES: dict[str, int] = {
    "counter": 60,
    "person_unit": 100,
    "person_no": 20,
    "phone": LIMITS.PHONE,
    "other_contact": 100,
    "agent_phone": LIMITS.PHONE,
    "agent_relation": 60,
    "matter": 20,
    "summary": 100,
    "repeat_of": 30,
    "to_unit": 20,
    "to_post": 20,
    "told_phone": 60,
    "told_place": 200,
    "returned_with": LONGEST,
    "no_limit_reason": 300,
}
"""Longest text of the one-line fields, in characters."""

TEXTS: dict[str, int] = dict.fromkeys(("detail", "answer", "result", "proposed", "leader_note", "remark"), 4000)
"""Longest text of the fields with several lines, in characters."""

NAMES: dict[str, int] = {"person_name": 100, "to_person": 100, "agent_name": 100}
MOST_PAPERS = 50
MOST_PEOPLE = 9999
_CLOCKS_DIFFER = timedelta(minutes=5)
_EARLIEST = datetime(2004, 1, 2, tzinfo=UTC)
"""Before it no working day is known anywhere on earth, so nothing could be counted from a contact."""

DEMANDS: dict[Disposition, tuple[str, ...]] = {
    Disposition.D1: (),
    Disposition.D2: ("matter", "result"),
    Disposition.D3: ("person_name", "phone", "matter"),
    Disposition.D4: ("matter",),
    Disposition.D5A: ("to_person", "guide_mode"),
    Disposition.D5B: ("person_name", "phone", "to_post"),
    Disposition.D6: ("person_name", "phone", "to_post", "papers"),
    Disposition.D7: ("to_unit",),
    Disposition.D8: ("answer",),
    Disposition.D9: ("person_name", "phone"),
    Disposition.D10: (),
}
"""Fields that a disposition demands besides those of every record."""

ALWAYS = ("channel", "person_kind", "scope", "disposition")
NAMELESS = frozenset({Disposition.D1, Disposition.D2, Disposition.D7, Disposition.D8})
"""Dispositions in which the visitor may stay anonymous (匿名)."""

_ANY_SCOPE = frozenset({Disposition.D9, Disposition.D10})
_EXPLAINED_TOO = frozenset({Scope.OTHER_UNIT, Scope.UNCLEAR})


def fits(scope: Scope, disposition: Disposition) -> bool:
    """Tell whether a disposition is a way that the answer to the duty question leaves open (handbook §1.3).

    D9 and D10 are open whatever the answer; D8 explains also what belongs to another unit or to nobody.
    """
    explained = disposition is Disposition.D8 and scope in _EXPLAINED_TOO
    return disposition in WAYS[scope] or disposition in _ANY_SCOPE or explained


def tidy(draft: InquiryDraft) -> InquiryDraft:
    """Give the draft with every text cleaned.

    Raises:
        Invalid: all texts that cannot be kept as they are (too long, private characters), each at its field.
    """
    tidied, reasons = cleaned(draft)
    if reasons:
        raise Invalid(*reasons)
    return tidied


def cleaned(draft: InquiryDraft) -> tuple[InquiryDraft, tuple[Reason, ...]]:
    """Give the draft with every text cleaned, and why some texts cannot be kept; those are empty in the draft."""
    reasons: list[Reason] = []
    texts: dict[str, Any] = {}
    for name, limit in LINES.items():
        texts[name] = _cleaned(getattr(draft, name), name, reasons, partial(clean, limit=limit))
    for name, limit in TEXTS.items():
        texts[name] = _cleaned(getattr(draft, name), name, reasons, partial(clean, limit=limit, lines=True))
    for name, limit in NAMES.items():
        texts[name] = _cleaned(getattr(draft, name), name, reasons, partial(clean_name, limit=limit))
    papers = None if draft.papers is None else tuple(_tidy_papers(draft.papers, reasons))
    return replace(draft, papers=papers, **texts), tuple(reasons)


def _cleaned(raw: str, field: str, reasons: list[Reason], keep: Callable[[str], str]) -> str:
    try:
        return keep(raw)
    except Invalid as refused:
        reasons += [replace(reason, field=field) for reason in refused.reasons]
        return ""


def _tidy_papers(papers: tuple[Paper, ...], reasons: list[Reason]) -> Iterator[Paper]:
    if len(papers) > MOST_PAPERS:
        reasons.append(Reason(code="too_many", field="papers", values={"most": MOST_PAPERS}))
    for place, paper in enumerate(papers[:MOST_PAPERS], start=1):
        name = _cleaned(paper.name, f"papers.{place}.name", reasons, lambda raw: clean(raw, 100))
        if not name:
            reasons.append(Reason(code="required", field=f"papers.{place}.name"))
        if not (0 <= paper.original <= 999 and 0 <= paper.copies <= 999):
            reasons.append(Reason(code="out_of_range", field=f"papers.{place}", values={"least": 0, "most": 999}))
        yield replace(paper, name=name)


def check(draft: InquiryDraft, now: datetime) -> tuple[Reason, ...]:
    """Give everything that keeps a tidied draft from being recorded at `now`; () when it may be.

    Source: handbook §1.2, §1.3; decisions on mandatory fields.
    """
    return (*_missing(draft), *_person(draft), *_way(draft), *_times(draft, now), *_limit(draft))


def _limit(draft: InquiryDraft) -> tuple[Reason, ...]:
    faults = Faults()
    if draft.limit is not None:
        check_limit(draft.limit, "limit", faults)
    return tuple(faults.reasons)


def _missing(draft: InquiryDraft) -> Iterator[Reason]:
    for name in ALWAYS:
        if getattr(draft, name) is None:
            yield Reason(code="required", field=name)
    if not draft.summary and not draft.matter:
        yield Reason(code="summary_or_matter", field="summary")
    demanded = set(DEMANDS[draft.disposition]) if draft.disposition else set()
    if draft.channel is Channel.PHONE:
        demanded |= {"person_name", "phone"}
    for name in sorted(demanded):
        if name == "papers":
            if draft.papers is None:
                yield Reason(code="papers_or_none", field="papers")
        elif not getattr(draft, name):
            yield Reason(code="refused_allowed" if name in {"person_name", "phone"} else "required", field=name)


def _person(draft: InquiryDraft) -> Iterator[Reason]:
    if not 1 <= draft.person_count <= MOST_PEOPLE:
        yield Reason(code="out_of_range", field="person_count", values={"least": 1, "most": MOST_PEOPLE})
    if draft.person_name == ANONYMOUS and (
        draft.channel is Channel.PHONE or (draft.disposition and draft.disposition not in NAMELESS)
    ):
        yield Reason(code="not_anonymous", field="person_name", values={"refused": REFUSED})
    if draft.privacy_told is False and holds_person(draft):
        yield Reason(code="privacy_not_told", field="privacy_told")
    yield from _agent(draft)


def _agent(draft: InquiryDraft) -> Iterator[Reason]:
    """Find an agent (代办人) without whoever sent him, and what is known of an agent whom nobody named."""
    if not (draft.agent_name or draft.agent_phone or draft.agent_relation):
        return
    if draft.person_name in ("", ANONYMOUS, REFUSED):
        yield Reason(code="agent_without_principal", field="person_name")
    if not draft.agent_name:
        yield Reason(code="required", field="agent_name")


def holds_person(draft: InquiryDraft) -> bool:
    """Tell whether the draft holds a real name or phone, an agent's too, of which the visitor must be told
    (PIPL art. 17).
    """
    values = (draft.person_name, draft.phone, draft.agent_name, draft.agent_phone)
    return any(value not in ("", ANONYMOUS, REFUSED) for value in values)


def _way(draft: InquiryDraft) -> Iterator[Reason]:
    if draft.scope and draft.disposition and not fits(draft.scope, draft.disposition):
        yield Reason(
            code="scope_and_disposition",
            field="disposition",
            values={"scope": draft.scope, "disposition": draft.disposition},
        )
    if draft.disposition is not Disposition.D7:
        return
    if draft.nobody_there and not draft.told_phone:
        yield Reason(code="nobody_there_phone", field="told_phone")
    elif not draft.told_phone and not draft.told_place:
        yield Reason(code="told_phone_or_place", field="told_phone")


def _times(draft: InquiryDraft, now: datetime) -> Iterator[Reason]:
    received = draft.received_at or now
    if received > now + _CLOCKS_DIFFER:
        yield Reason(code="in_the_future", field="received_at")
    if received < _EARLIEST:
        yield Reason(code="too_long_ago", field="received_at")
    if draft.ended_at is not None and draft.ended_at < received:
        yield Reason(code="ends_before_start", field="ended_at")
    if draft.ended_at is not None and draft.ended_at > now + _CLOCKS_DIFFER:
        yield Reason(code="in_the_future", field="ended_at")
