"""A desk that stays open for long records by the hours and the rights of the moment."""

from dataclasses import replace

import pytest

from reception.errors import NotAllowed, SignInRefused
from reception.rules.staff import Account, Action, Role
from reception.services import calendar_changes, inquiries, keeping_up
from reception.services.desk import Desk
from tests.drafts import draft_of
from tests.services.case_acts import due, opened
from tests.services.test_office_hours import LATE, from_december


def test_a_case_is_due_by_the_hours_that_another_set_meanwhile(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    seat = keeping_up.seated(ben_desk)
    assert keeping_up.kept_up(seat) == seat
    calendar_changes.apply(cara_desk, from_december(LATE))
    seat = keeping_up.kept_up(seat)
    assert due(desk, opened(seat.desk)) == "2026-12-01 18:00"
    assert keeping_up.kept_up(seat).desk is seat.desk


@pytest.mark.parametrize("roles", [(Role.SUPERVISOR,), None])
def test_who_may_record_no_more_records_no_more(desk: Desk, ben_desk: Desk, roles: tuple[Role, ...] | None):
    seat = keeping_up.seated(ben_desk)
    with desk.work(Action.EDIT_STAFF) as work:
        account = work.get(Account, ben_desk.account.id)
        work.log(work.change(replace(account, roles=roles) if roles else replace(account, active=False)))
    with pytest.raises(NotAllowed if roles else SignInRefused):
        inquiries.record(keeping_up.kept_up(seat).desk, draft_of())
