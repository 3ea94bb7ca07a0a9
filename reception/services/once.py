"""The "once" control: second notices are released or counted as our omission; the rates and the records behind them.

Source: handbook §2.4 nos. 1, 2; §8.2 (一次告知率); clauses 2.2 (D2.1-f).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from reception.errors import Conflict, Invalid, NotAllowed, Reason
from reception.rules import once
from reception.rules.catalogue import Matter, Unit
from reception.rules.inquiries import Channel, Inquiry, Status
from reception.rules.letters import Letter
from reception.rules.notices import Notice, SecondReason
from reception.rules.once import Grouping, OnceLine, Period, Slip, Visit
from reception.rules.papers import PaperKind
from reception.rules.staff import Account, Action, may
from reception.rules.text_lengths import cleaned_text
from reception.rules.visitors import mask_name
from reception.services import chains, register
from reception.services.desk import Desk, Work
from reception.services.register import RegisterLine
from reception.store import journal, records
from reception.store.models import InquiryRow, LetterRow, NoticeRow

_I: Any = InquiryRow
_L: Any = LetterRow
_N: Any = NoticeRow
NOTE_LENGTH = 1000
_AT_ONCE = 5000
_WAITS = (_N.released == False) & (_N.void == False) & (_N.restricted == False)  # noqa: E712 - an expression


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondSlip:
    """A second notice that waits for the head: who, when, which rows are new, which reason; the visitor masked.

    `first_by` wrote the notice that did not name the rows; `own` tells that whoever reads the list wrote this one,
    and somebody else decides. With `alone` there is nobody else: the leader in charge decided, and that is recorded.
    """

    id: int
    inquiry_id: int
    number: str
    reg_no: str
    matter: str
    visitor: str
    issued_at: datetime
    issued_by: str
    reason: SecondReason
    new_rows: tuple[str, ...]
    first_number: str
    first_at: datetime | None
    first_by: str
    own: bool
    alone: bool = False


def waiting(desk: Desk) -> tuple[SecondSlip, ...]:
    """Give the second notices that wait for release, the oldest first.

    Raises:
        NotAllowed: the roles do not permit to release any.
    """
    desk.require(Action.RELEASE_SECOND_NOTICE)
    with desk.reading():
        alone = _decides_alone(desk.account)
        found = records.select(Notice, _WAITS, order=[_N.issued_at, _N.id])
        return tuple(_second(desk, notice, alone=alone) for notice in found)


def count_waiting(desk: Desk) -> int:
    """Give how many second notices wait for this person; none for who may not release."""
    if not desk.may(Action.RELEASE_SECOND_NOTICE):
        return 0
    with desk.reading():
        others = _N.issued_by_id != desk.account.id
        mine = _WAITS if _decides_alone(desk.account) else _WAITS & others
        return int(_N.select().where(mine).count())


def _decides_alone(account: Account) -> bool:
    """Tell whether nobody else of the office may release a second notice, within a transaction."""
    others = (each for each in records.select(Account, active=True) if each.id != account.id)
    return not any(may(each.roles, Action.RELEASE_SECOND_NOTICE) for each in others)


def _second(desk: Desk, notice: Notice, *, alone: bool) -> SecondSlip:
    inquiry = records.get(Inquiry, notice.inquiry_id)
    edition = (notice.matter_code, notice.matter_edition)
    before = [
        each
        for each in chains.earlier_notices(inquiry)
        if each.id < notice.id and not each.void and (each.matter_code, each.matter_edition) == edition
    ]
    first = min(before, key=lambda each: each.id, default=None)
    told = {no for each in before for no in each.missing}
    return SecondSlip(
        id=notice.id,
        inquiry_id=inquiry.id,
        number=notice.number,
        reg_no=inquiry.reg_no,
        matter=notice.text.matter,
        visitor=mask_name(notice.text.applicant),
        issued_at=notice.issued_at,
        issued_by=notice.issued_by,
        reason=notice.second_reason or SecondReason.OMISSION,
        new_rows=tuple(row.name for row in notice.text.materials if row.no in notice.missing and row.no not in told),
        first_number=first.number if first else "",
        first_at=first.issued_at if first else None,
        first_by=first.issued_by if first else "",
        own=notice.issued_by_id == desk.account.id,
        alone=alone and notice.issued_by_id == desk.account.id,
    )


def release(desk: Desk, notice_id: int, note: str = "", leader_decision: str = "") -> Notice:
    """Release a second notice: its reason stands.

    Nobody lets a reason of his own stand. Where no other head is there to say so, the leader in charge does, who has
    no account: what he decided is recorded. An omission that one owns up to needs nobody's word.

    Raises:
        NotAllowed: the roles do not permit it, or one wrote the notice oneself and another head is there.
        Invalid: it does not wait any more, or is void; the leader's decision lacks.
    """
    note = cleaned_text(note, "once_note", NOTE_LENGTH)
    leader_decision = cleaned_text(leader_decision, "leader_decision", NOTE_LENGTH)
    with desk.work(Action.RELEASE_SECOND_NOTICE) as work:
        notice = _to_decide(work, notice_id)
        own = notice.issued_by_id == desk.account.id and notice.second_reason is not SecondReason.OMISSION
        if own and not leader_decision:
            raise Invalid(Reason(code="leader_must_release", field="leader_decision"))
        changed = work.change(replace(notice, released=True))
        work.log(changed, reason=note, **({"leader_decision": leader_decision} if leader_decision else {}))
    return changed


def reject(desk: Desk, notice_id: int, note: str) -> Notice:
    """Reject the reason of a second notice: it counts as our omission from now on.

    Raises:
        NotAllowed: the roles do not permit it, or one wrote the notice oneself and another head is there.
        Invalid: no note says why; it is an omission already, does not wait any more, or is void.
    """
    note = cleaned_text(note, "once_note", NOTE_LENGTH)
    with desk.work(Action.RELEASE_SECOND_NOTICE) as work:
        notice = _to_decide(work, notice_id)
        if not note:
            raise Invalid(Reason(code="required", field="once_note"))
        if notice.second_reason is SecondReason.OMISSION:
            raise Invalid(Reason(code="omission_already", field="once_note", values={"number": notice.number}))
        changed = work.change(replace(notice, released=True, second_reason=SecondReason.OMISSION))
        work.log(changed, reason=note)
    return changed


def _to_decide(work: Work, notice_id: int) -> Notice:
    notice = work.get(Notice, notice_id)
    if notice.restricted:
        raise NotAllowed("restricted", number=notice.number)
    if notice.void or notice.released:
        code = "notice_void" if notice.void else "released_already"
        raise Invalid(Reason(code=code, field="number", values={"number": notice.number}))
    _refuse_own(work, notice)
    return notice


def _refuse_own(work: Work, notice: Notice) -> None:
    if notice.issued_by_id == work.desk.account.id and not _decides_alone(work.desk.account):
        raise NotAllowed("own_second_notice", number=notice.number)


def take_back(desk: Desk, decided: Notice, reason: SecondReason) -> Notice:
    """Let a second notice wait again as it did before one's own decision.

    Args:
        desk: whose desk.
        decided: the notice as the decision left it.
        reason: the one that was given with the notice.

    Raises:
        Conflict: something happened to the notice since, another decided, or it was given with another reason.
        NotAllowed: the roles do not permit it, or one wrote the notice oneself and another head is there.
    """
    with desk.work(Action.RELEASE_SECOND_NOTICE) as work:
        notice = work.get(Notice, decided.id)
        _refuse_own(work, notice)
        stands = (notice.second_reason, notice.released, notice.void) == (decided.second_reason, True, False)
        if not stands or _decided_from(notice, desk.account.id) is not reason:
            raise Conflict("conflict", kind="Notice", id=notice.id)
        changed = work.change(replace(notice, released=False, second_reason=reason))
        work.log(changed)
    return changed


def _decided_from(notice: Notice, account_id: int) -> SecondReason | None:
    """Give with which reason a notice waited that this person decided last; None where another did."""
    acts = [each for each in journal.entries("Notice", notice.id) if each.action == Action.RELEASE_SECOND_NOTICE]
    if not acts or acts[-1].actor_id != account_id:
        return None
    changed = json.loads(acts[-1].payload or "{}").get("changes", {}).get("second_reason")
    return SecondReason(changed[0]) if changed else notice.second_reason


def rates(desk: Desk, period: Period, by: Grouping) -> tuple[OnceLine, ...]:
    """Give both rates of a period by matter, unit or officer, with the ids of the records behind each number.

    Raises:
        NotAllowed: the roles do not permit the figures.
    """
    desk.require(Action.EXPORT_MASKED)
    start, end = _bounds(desk, period)
    with desk.reading():
        story_of = chains.story_of_each()
        told = once.told_cases(_slips(story_of, start, end), story_of, start, end)
        came = once.first_visits(_visits(story_of, start, end), story_of, start, end, desk.clock())
        matters = records.select(Matter)
        units = records.select(Unit)
    unit_of = {matter.code: matter.unit_code for matter in matters}
    names = {each.code: each.name for each in (matters if by is Grouping.MATTER else units)}
    return once.lines(told, came, by, names, unit_of)


def unticked(desk: Desk, period: Period) -> int:
    """Give how many notices to supplement of a period were written freely, row by row unknown: no rate counts them.

    Raises:
        NotAllowed: the roles do not permit the figures.
    """
    desk.require(Action.EXPORT_MASKED)
    start, end = _bounds(desk, period)
    with desk.reading():
        within = (_L.kind == PaperKind.BZ) & (_L.issued_at >= start) & (_L.issued_at < end)
        return len(records.select(Letter, within, void=False, restricted=False))


def records_behind(desk: Desk, ids: Iterable[int]) -> tuple[RegisterLine, ...]:
    """Give the records behind a number, newest first, masked as in the register; a restricted one never.

    Raises:
        NotAllowed: the roles do not permit the figures.
    """
    desk.require(Action.EXPORT_MASKED)
    return register.some(desk, tuple(ids))


def _bounds(desk: Desk, period: Period) -> tuple[datetime, datetime]:
    first = datetime.combine(period.first_on, time())
    after = datetime.combine(period.last_on + timedelta(days=1), time())
    return desk.calendar.instant(first), desk.calendar.instant(after)


def _slips(story_of: Mapping[int, int], start: datetime, end: datetime) -> list[Slip]:
    """Give the slips of a time, and all others of their stories."""
    columns = (_N.id, _N.inquiry_id, _N.matter_code, _N.issued_at, _N.issued_by_id, _N.issued_by, _N.second_reason)
    living = (_N.void == False) & (_N.restricted == False)  # noqa: E712 - an expression of the query
    query = _N.select(*columns).where(living)
    found = {row[0]: row for row in query.where(_N.issued_at >= start, _N.issued_at < end).tuples()}
    for ids in _of_their_stories((row[1] for row in found.values()), story_of):
        found |= {row[0]: row for row in query.where(_N.inquiry_id.in_(ids)).tuples()}
    return [
        Slip(id=row[0], inquiry_id=row[1], matter_code=row[2], issued_at=row[3], by_id=row[4], by=row[5], why=row[6])
        for row in found.values()
    ]


def _visits(story_of: Mapping[int, int], start: datetime, end: datetime) -> list[Visit]:
    """Give the visits of a time, and all others of their stories."""
    columns = (_I.id, _I.matter_code, _I.received_at, _I.first_officer_id, _I.first_officer)
    counts = (_I.channel == Channel.VISIT) & (_I.matter_code != "") & (_I.status != Status.VOID)
    query = _I.select(*columns).where(counts, _I.restricted == False)  # noqa: E712 - an expression of the query
    found = {row[0]: row for row in query.where(_I.received_at >= start, _I.received_at < end).tuples()}
    for ids in _of_their_stories(found, story_of):
        found |= {row[0]: row for row in query.where(_I.id.in_(ids)).tuples()}
    return [Visit(id=row[0], matter_code=row[1], at=row[2], by_id=row[3], by=row[4]) for row in found.values()]


def _of_their_stories(inquiry_ids: Iterable[int], story_of: Mapping[int, int]) -> Iterator[list[int]]:
    """Give the records that belong to the stories of some, so many at a time as a query takes."""
    wanted = {story_of[each] for each in inquiry_ids if each in story_of}
    members = [each for each, story in story_of.items() if story in wanted]
    for begin in range(0, len(members), _AT_ONCE):
        yield members[begin : begin + _AT_ONCE]
