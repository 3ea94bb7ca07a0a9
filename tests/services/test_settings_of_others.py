"""Hours that another sets while a desk is open: what is counted next, there too, is due by the new ones."""

from dataclasses import replace

from reception.rules.limits import Limit, LimitUnit
from reception.rules.staff import Action
from reception.services import calendar_changes, case_ends, case_life
from reception.services.desk import Desk
from tests.cast import Clock
from tests.services.case_acts import TOLD, at, due, opened, stop
from tests.services.test_office_hours import LATE, from_december


def test_a_desk_that_was_open_before_counts_by_the_new_hours(desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock):
    stopped, ended = opened(desk), opened(desk)
    case_life.pause(desk, stopped.id, stop())
    case_ends.close(desk, ended.id, TOLD)
    calendar_changes.apply(cara_desk, from_december(LATE))
    assert due(desk, opened(ben_desk)) == "2026-12-01 18:00"
    case_ends.reopen(replace(cara_desk), ended.id, Limit(unit=LimitUnit.WD, n=5), "补正")
    assert due(desk, ended) == "2026-12-01 18:00"
    at(clock, desk, "2026-11-26 09:00")
    case_life.resume(desk, stopped.id)
    assert due(desk, stopped) == "2026-12-03 18:00"


def test_a_desk_whose_settings_nobody_changed_stays_the_same(desk: Desk):
    opened(desk)
    with desk.work(Action.RECORD) as work:
        assert work.desk is desk
