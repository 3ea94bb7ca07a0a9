"""The register as a list to be read by other programs: masked as on screen, or whole for a stated purpose."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from reception.errors import Invalid, Reason
from reception.rules.inquiries import Inquiry
from reception.rules.notices import Notice
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_text
from reception.services import register
from reception.services.desk import Desk
from reception.store import records

PURPOSE_LIMIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The records of some days, by number, with the numbers of the records and notices that they go on from."""

    inquiries: tuple[Inquiry, ...]
    earlier: dict[int, str]
    slips: dict[int, str]


def days(desk: Desk, first_on: date | None, last_on: date | None, full_purpose: str | None = None) -> Listed:
    """Give the records received on some local days, both included; without a day the list is open on that side.

    Restricted records show number and date only, to everybody. The rest is masked but for one's own of today,
    unless a purpose is stated by whoever may take full values out; that is an audit entry.

    Raises:
        Invalid: an empty purpose.
        NotAllowed: the roles do not permit it.
    """
    desk.require(Action.EXPORT_MASKED if full_purpose is None else Action.EXPORT_FULL)
    first = _instant(desk, first_on or date(1970, 1, 2))
    end = _instant(desk, (last_on or date(9000, 1, 1)) + timedelta(days=1))
    found = register.between(desk, first, end)
    if full_purpose is not None:
        _log_purpose(desk, first_on, last_on, len(found), full_purpose)
        shown = [register.hidden(each) if each.restricted else each for each in found]
    else:
        shown = [_as_on_screen(desk, each) for each in found]
    return Listed(
        inquiries=tuple(shown),
        earlier=numbers(desk, (each.repeat_of for each in shown)),
        slips=_slips(desk, (each.returned_with for each in shown)),
    )


def numbers(desk: Desk, ids: Iterable[int | None]) -> dict[int, str]:
    """Give the register numbers of some records by their ids."""
    wanted = {each for each in ids if each is not None}
    with desk.reading():
        return {each: records.get(Inquiry, each).reg_no for each in sorted(wanted)}


def _slips(desk: Desk, ids: Iterable[int | None]) -> dict[int, str]:
    wanted = {each for each in ids if each is not None}
    with desk.reading():
        return {each: records.get(Notice, each).number for each in sorted(wanted)}


def _instant(desk: Desk, day: date) -> datetime:
    return desk.calendar.instant(datetime.combine(day, time()))


def _as_on_screen(desk: Desk, inquiry: Inquiry) -> Inquiry:
    if inquiry.restricted:
        return register.hidden(inquiry)
    today = desk.calendar.local(desk.clock()).date()
    own_today = inquiry.first_officer_id == desk.account.id and desk.calendar.local(inquiry.reg_at).date() == today
    return inquiry if own_today else register.masked(inquiry)


def _log_purpose(desk: Desk, first_on: date | None, last_on: date | None, count: int, purpose: str) -> None:
    purpose = cleaned_text(purpose, "purpose", PURPOSE_LIMIT, lines=False)
    if not purpose:
        raise Invalid(Reason(code="required", field="purpose"))
    with desk.work(Action.EXPORT_FULL) as work:
        work.note("Register", 0, purpose=purpose, first_on=first_on, last_on=last_on, count=count)
