"""The register on paper: which part of it, masked or whole for a stated purpose, and that it was printed.

Whole values leave the office only after a purpose was stated and written to the audit log.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from reception.documents.register_paper import RegisterHead, render_register
from reception.documents.rendered import RenderedPaper
from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.cases import Case, Referral
from reception.rules.catalogue import Unit
from reception.rules.inquiries import Inquiry
from reception.rules.log_entries import LogEntry, Surroundings, log_entry, masked
from reception.rules.notices import Notice
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned_text
from reception.services import register
from reception.services.desk import Desk
from reception.services.register import RegisterFilter
from reception.store import records
from reception.store.models import CaseRow, InquiryRow, NoticeRow, ReferralRow
from reception.words import Language, date_text, label

_I: Any = InquiryRow
_N: Any = NoticeRow
_C: Any = CaseRow
_R: Any = ReferralRow
KIND = "Register"
PURPOSE_LIMIT = 100
_AT_ONCE = 250
_ZH = Language.ZH


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What a filter leaves: how many records, and the local days of the first and the last of them."""

    count: int
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """For what somebody takes whole values of a part of the register; it stands in the audit log."""

    account_id: int
    chosen: RegisterFilter
    watermark: str


def extent(desk: Desk, chosen: RegisterFilter) -> Extent:
    """Give what a filter leaves."""
    days = register.span(desk, chosen)
    if days is None:
        return Extent(count=0)
    return Extent(count=register.count(desk, chosen), first_on=days[0], last_on=days[1])


def state_purpose(desk: Desk, chosen: RegisterFilter, purpose: str) -> Statement:
    """Write down for what whole values of a part of the register are wanted.

    Raises:
        NotAllowed: the roles do not permit whole values.
        Invalid: the purpose is blank or too long.
    """
    desk.require(Action.EXPORT_FULL)
    purpose = cleaned_text(purpose, "purpose", PURPOSE_LIMIT, lines=False)
    if not purpose:
        raise Invalid(Reason(code="required", field="purpose"))
    count = register.count(desk, chosen)
    with desk.work(Action.EXPORT_FULL) as work:
        work.note(KIND, 0, purpose=purpose, count=count, **_said(chosen))
        at = desk.calendar.local(work.now)
    watermark = f"完整信息打印 · {desk.account.name} · {at:%Y-%m-%d %H:%M} · 用途：{purpose}"
    return Statement(account_id=desk.account.id, chosen=chosen, watermark=watermark)


def register_paper(
    desk: Desk,
    chosen: RegisterFilter,
    statement: Statement | None = None,
    keep_going: Callable[[int], bool] = lambda _drawn: True,
) -> RenderedPaper | None:
    """Draw a part of the register as of one moment, in the order of its numbers.

    Args:
        desk: whose desk.
        chosen: which part.
        statement: for whole values; without it every value is masked, one's own of today too.
        keep_going: is told after each page how many records are drawn; False stops.

    Returns:
        The paper, or None when it was stopped.

    Raises:
        NotAllowed: the roles do not permit it, or the statement is another person's or of another part.
    """
    desk.require(Action.PRINT_REGISTER)
    if statement is not None:
        desk.require(Action.EXPORT_FULL)
        if (statement.account_id, statement.chosen) != (desk.account.id, chosen):
            raise NotAllowed("not_allowed", action=Action.EXPORT_FULL)
    days = register.span(desk, chosen)
    head = RegisterHead(
        unit=f"{desk.office.university}{desk.office.name}",
        years=_years(days, desk.calendar.local(desk.clock()).year),
        part=_part(desk, chosen, days),
        watermark=statement.watermark if statement else "",
    )
    with desk.reading():
        entries = entries_of(desk, register.in_order(desk, chosen, _AT_ONCE))
        shown = entries if statement else map(masked, entries)
        return render_register(head, shown, keep_going)


def register_printed(desk: Desk, chosen: RegisterFilter, count: int, *, whole: bool) -> None:
    """Write down that a part of the register was printed or saved as a file."""
    with desk.work(Action.PRINT_REGISTER) as work:
        work.note(KIND, 0, count=count, masked=not whole, **_said(chosen))


def entries_of(desk: Desk, batches: Iterator[list[Inquiry]]) -> Iterator[LogEntry]:
    """Give the lines of records with what belongs to them, unmasked; within a reading."""
    units = {unit.code: unit.name for unit in records.select(Unit)}
    posts = {post.code: post.name for post in records.select(Post)}
    for batch in batches:
        ids = [each.id for each in batch]
        notices: dict[int, list[Notice]] = {}
        for notice in records.select(Notice, _N.inquiry_id.in_(ids)):
            notices.setdefault(notice.inquiry_id, []).append(notice)
        cases = {case.inquiry_id: case for case in records.select(Case, _C.inquiry_id.in_(ids))}
        referrals = {each.inquiry_id: each for each in records.select(Referral, _R.inquiry_id.in_(ids))}
        for inquiry in batch:
            around = Surroundings(
                notices=notices.get(inquiry.id, ()),
                case=cases.get(inquiry.id),
                referral=referrals.get(inquiry.id),
                units=units,
                posts=posts,
            )
            yield log_entry(inquiry, around, desk.calendar)


def _years(days: tuple[date, date] | None, this_year: int) -> str:
    first, last = (days[0].year, days[1].year) if days else (this_year, this_year)
    return f"{first}年度" if first == last else f"{first}—{last}年度"


def _part(desk: Desk, chosen: RegisterFilter, days: tuple[date, date] | None) -> str:
    """Give what the part is, in words; what was searched for is not repeated, it may be a name."""
    first, last = chosen.first_on, chosen.last_on
    if chosen.week is not None:
        first, last = chosen.week.first_on, chosen.week.last_on
    if days is not None:
        first, last = first or days[0], last or days[1]
    words = ["全部时间"]
    if first and last:
        days_said = dict.fromkeys((date_text(first, _ZH), date_text(last, _ZH)))
        words = ["至".join(days_said)]
    words += [label(each, _ZH) for each in (chosen.channel, chosen.disposition, chosen.status) if each is not None]
    if chosen.officer_id is not None:
        with desk.reading():
            words.append(f"首问责任人{records.get(Account, chosen.officer_id).name}")
    if chosen.text.strip():
        words.append("按查找结果")
    return f"范围：{'　'.join(words)}"


def _said(chosen: RegisterFilter) -> dict[str, object]:
    """Give the filter as the audit log keeps it: that something was searched for, never what."""
    kept = {
        "week": chosen.week.label if chosen.week else None,
        "first_on": chosen.first_on,
        "last_on": chosen.last_on,
        "channel": chosen.channel,
        "disposition": chosen.disposition,
        "officer_id": chosen.officer_id,
        "status": chosen.status,
        "searched": bool(chosen.text.strip()) or None,
    }
    return {name: value for name, value in kept.items() if value is not None}
