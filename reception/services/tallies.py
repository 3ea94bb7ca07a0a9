"""Tallies: who only asked the way is counted with one key, and the count can be taken back.

Source: handbook §1.1, §1.3 (fast entry); decisions on the register (no number, no person; counted in the figures only).
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.catalogue import Matter, in_force
from reception.rules.faults import printable, shown
from reception.rules.inquiries import Channel, Inquiry, Status
from reception.rules.staff import Action
from reception.rules.tallies import Tally, TallyCounts, count_up
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import InquiryRow, TallyRow

_T: Any = TallyRow
_I: Any = InquiryRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A tally and how many this office has counted on its day; `first_time` is False for a token counted before."""

    tally: Tally
    today: int
    first_time: bool = True


def count(desk: Desk, *, token: str, channel: Channel = Channel.VISIT, matter: str = "") -> Counted:
    """Count a contact; a token that was counted before gives the same tally again.

    Raises:
        Invalid: there is no such matter in use.
        Unavailable: nothing was counted.
    """
    with desk.work(Action.COUNT_TALLY) as work:
        earlier = work.find(Tally, token=token)
        tally = earlier or count_within(work, token=token, channel=channel, matter=matter)
        return Counted(tally=tally, today=_number_on(tally.on), first_time=earlier is None)


def count_within(work: Work, *, token: str, channel: Channel, matter: str) -> Tally:
    """Count a contact within a work that is under way.

    Raises:
        Invalid: there is no such matter in use.
    """
    desk = work.desk
    chosen = _matter(work, matter) if matter else None
    added = work.add(
        Tally(
            token=token,
            at=work.now,
            on=work.today,
            hour=desk.calendar.local(work.now).hour,
            counter=desk.counter,
            account_id=desk.account.id,
            account=desk.account.name,
            channel=channel,
            matter_code=chosen.code if chosen else "",
            matter_name=chosen.name if chosen else "",
        )
    )
    work.log(added)
    return added


def _matter(work: Work, code: str) -> Matter:
    found = in_force(tuple(records.select(Matter, code=printable(code))), work.today)
    if found is None or not found.active:
        raise Invalid(Reason(code="unknown_matter", field="matter", values={"code": shown(code)}))
    return found


def undo(desk: Desk, tally_id: int) -> Counted:
    """Take back one's own last tally of today, while nothing else of one's own was saved after it.

    Raises:
        NotAllowed: it is somebody else's, of another day, or not one's last.
    """
    with desk.work(Action.COUNT_TALLY) as work:
        tally = work.get(Tally, tally_id)
        last = last_of(desk.account.id)
        if last is None or last.id != tally.id or tally.on != work.today or _recorded_since(tally):
            raise NotAllowed("undo_tally_too_late")
        changed = work.change(replace(tally, undone_at=work.now))
        work.log(changed)
        return Counted(tally=changed, today=_number_on(tally.on))


def last_of(account_id: int) -> Tally | None:
    """Give the last tally of an account that was not taken back, within a transaction."""
    own = records.select(Tally, _T.account_id == account_id, _T.undone_at.is_null(), order=[_T.id.desc()], limit=1)
    return own[0] if own else None


def _recorded_since(tally: Tally) -> bool:
    own = (_I.first_officer_id == tally.account_id) & (_I.status != Status.VOID)
    newest = records.select(Inquiry, own, order=[_I.id.desc()], limit=1)
    return bool(newest) and newest[0].reg_at > tally.at


def between(desk: Desk, first_on: date, last_on: date) -> TallyCounts:
    """Give what was counted on some local days, both included: by day, hour, channel, counter and matter."""
    with desk.reading():
        return count_up(of_days(first_on, last_on))


def of_day(desk: Desk, on: date | None = None) -> TallyCounts:
    """Give what was counted on a local day, today when none is named."""
    day = on or desk.calendar.local(desk.clock()).date()
    return between(desk, day, day)


def of_days(first_on: date, last_on: date) -> tuple[Tally, ...]:
    """Give the tallies of some local days, those taken back too, within a transaction."""
    return tuple(records.select(Tally, _T.on >= first_on, _T.on <= last_on, order=[_T.id]))


def _number_on(day: date) -> int:
    return int(_T.select().where(_T.on == day, _T.undone_at.is_null()).count())
