"""What is due: who answers for it, what others may see of it, and why it is due on its day."""

from dataclasses import replace
from datetime import datetime

import pytest

from reception.errors import NotAllowed, NotFound
from reception.rules.inquiries import Disposition, VoidReason
from reception.rules.limits import LimitUnit
from reception.services import cases, corrections, due_explained, inquiries
from reception.services.desk import Desk
from tests.cast import Clock
from tests.drafts import draft_of


def recorded(desk: Desk, way: Disposition, **changes: object) -> int:
    return inquiries.record(desk, draft_of(way, **changes), None).inquiry.id


def test_who_holds_the_post_answers_for_it(desk: Desk, ben_desk: Desk):
    recorded(ben_desk, Disposition.D3)
    assert [item.mine for item in cases.due_list(desk)] == [True]
    assert [item.mine for item in cases.due_list(ben_desk)] == [False]


def test_each_line_has_its_own_key(desk: Desk):
    recorded(desk, Disposition.D6)
    recorded(desk, Disposition.D6)
    keys = [item.id for item in cases.due_list(desk)]
    assert len(set(keys)) == len(keys) == 4


def test_a_phone_within_a_summary_is_masked(desk: Desk):
    recorded(desk, Disposition.D3, summary="请回电 13800001234")
    assert [item.summary for item in cases.due_list(desk)] == ["请回电 138****1234"]


def test_a_due_date_is_explained_day_by_day(desk: Desk):
    (why,) = due_explained.explain(desk, recorded(desk, Disposition.D3))
    assert (why.limit.unit, why.limit.n) == (LimitUnit.WD, 5)
    assert why.promised == why.counted.due == datetime.fromisoformat("2026-12-01 17:30")
    assert [day.on.day for day in why.counted.days if day.counted] == [25, 26, 27, 30, 1]


def test_a_transfer_is_explained_behind_the_case(desk: Desk):
    why = due_explained.explain(desk, recorded(desk, Disposition.D6))
    assert [(each.number[:2], each.limit.n) for each in why] == [("受理", 3), ("首问", 1)]


def test_a_promise_stays_when_the_hours_change_later(desk: Desk):
    number = recorded(desk, Disposition.D3)
    longer = replace(desk.calendar, overrides=desk.calendar.overrides, years=())
    (why,) = due_explained.explain(replace(desk, calendar=longer), number)
    assert why.promised == datetime.fromisoformat("2026-12-01 17:30")


def test_nothing_is_explained_where_nothing_is_owed(desk: Desk):
    voided = recorded(desk, Disposition.D3)
    corrections.void(desk, voided, VoidReason.TEST, "试一下")
    assert due_explained.explain(desk, voided) == ()
    assert due_explained.explain(desk, recorded(desk, Disposition.D1)) == ()


def test_a_complaint_of_another_is_not_explained(desk: Desk, ben_desk: Desk):
    number = recorded(desk, Disposition.D10)
    with pytest.raises(NotAllowed):
        due_explained.explain(ben_desk, number)


def test_a_record_that_is_not_there_cannot_be_explained(desk: Desk, clock: Clock):
    with pytest.raises(NotFound):
        due_explained.explain(desk, 4711)
