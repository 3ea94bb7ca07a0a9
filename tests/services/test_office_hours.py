"""Office hours from a day on: what is over keeps its hours, what is owed moves with them, promises stay."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.calendar_edits import CalendarEdit
from reception.rules.cases import Case
from reception.rules.due_moves import MoveKind
from reception.rules.inquiries import Disposition
from reception.rules.office import DatedHours
from reception.rules.reminders import Turn
from reception.rules.thresholds import LightThresholds
from reception.rules.timetables import Season, Timetable, parse_sessions
from reception.rules.working_calendar import WorkingCalendar
from reception.services import calendar_changes, due_moves, office_hours, reminders
from reception.services import office as offices
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.services.due_explained import explain
from reception.store import records
from reception.store.database import Store
from tests.cast import Clock
from tests.services.case_acts import at
from tests.services.test_calendar_changes import as_unit_head, fresh, issue, opened, stored

DECEMBER = date(2026, 12, 1)


def all_year(text: str) -> Timetable:
    return Timetable(seasons=(Season(from_month=1, from_day=1, sessions=parse_sessions(text)),))


LATE = all_year("08:00-12:00, 15:00-18:00")
EARLY = all_year("08:00-12:00, 13:00-16:30")


def from_december(hours: Timetable) -> CalendarEdit:
    return office_hours.from_day(DECEMBER, hours, "依学校通知")


def closings(calendar: WorkingCalendar, *days: date) -> list[time]:
    return [calendar.closing_at(day).time() for day in days]


def due(desk: Desk, case: Case) -> str:
    return f"{desk.calendar.local(stored(desk, case).due_at):%m-%d %H:%M}"


def refused(desk: Desk, edit: CalendarEdit) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as refusal:
        calendar_changes.apply(desk, edit)
    with pytest.raises(Invalid):
        calendar_changes.preview(desk, edit)
    return [(reason.field, reason.code) for reason in refusal.value.reasons]


def test_new_hours_move_what_is_due_under_them_and_the_handler_is_told(desk: Desk, store: Store, data_folder: Path):
    case, soon = opened(desk), opened(desk, Disposition.D6)
    [shown] = calendar_changes.preview(desk, from_december(LATE)).moves
    assert (shown.number, shown.kind) == (case.case_no, MoveKind.LATER)
    assert due(desk, case) == "12-01 17:30"
    done = calendar_changes.apply(desk, from_december(LATE))
    assert [move.id for move in done.moves] == [shown.id]
    assert (due(desk, case), due(desk, soon)) == ("12-01 18:00", "11-27 17:30")
    [told] = due_moves.waiting(desk)
    assert (told.number, told.why) == (case.case_no, "依学校通知")
    later = opened(fresh(desk))
    assert due(desk, later) == "12-01 18:00"
    store.close()
    assert check_folder(data_folder).damage == ()


def test_a_promise_on_paper_keeps_its_hour_unless_the_unit_head_says_so(desk: Desk):
    promised, free = opened(desk), opened(desk)
    issue(desk, promised)
    moves = calendar_changes.preview(desk, from_december(EARLY)).moves
    assert {move.number: move.kind for move in moves} == {
        promised.case_no: MoveKind.PROMISED,
        free.case_no: MoveKind.EARLIER,
    }
    wanted = [move.id for move in moves if move.kind is MoveKind.PROMISED]
    with pytest.raises(NotAllowed):
        calendar_changes.apply(desk, from_december(EARLY), wanted)
    calendar_changes.apply(desk, from_december(EARLY))
    assert (due(desk, promised), due(desk, free)) == ("12-01 17:30", "12-01 16:30")
    head = as_unit_head(desk)
    calendar_changes.apply(head, office_hours.ended(head, DECEMBER))
    assert (due(desk, promised), due(desk, free)) == ("12-01 17:30", "12-01 17:30")
    calendar_changes.apply(head, from_december(EARLY), wanted)
    assert due(desk, promised) == "12-01 16:30"


def test_days_that_are_over_keep_their_hours_and_their_explanations(desk: Desk, clock: Clock):
    case = opened(desk)
    before = explain(desk, case.inquiry_id)
    at(clock, desk, "2026-12-02 09:00")
    calendar_changes.apply(desk, office_hours.from_day(date(2026, 12, 3), LATE, "冬季作息"))
    now = fresh(desk)
    assert closings(now.calendar, date(2026, 12, 1), date(2026, 12, 2)) == [time(17, 30), time(17, 30)]
    assert closings(now.calendar, date(2026, 12, 3), date(2030, 7, 1)) == [time(18), time(18)]
    assert explain(now, case.inquiry_id) == before


def test_hours_come_and_go_in_the_order_of_their_days(desk: Desk, clock: Clock):
    seasons = Timetable(seasons=(*_season(5, "08:00-12:00, 15:00-18:00"), *_season(10, "08:00-12:00, 14:30-17:30")))
    calendar_changes.apply(desk, office_hours.from_day(date(2027, 1, 1), seasons, "两季作息"))
    calendar_changes.apply(desk, from_december(EARLY))
    at(clock, desk, "2026-12-15 09:00")
    assert [(each.from_on, each.until_on, each.state, each.may_change) for each in office_hours.lines(desk)] == [
        (None, date(2026, 11, 30), "over", False),
        (DECEMBER, date(2026, 12, 31), "in_force", False),
        (date(2027, 1, 1), None, "coming", True),
    ]
    calendar = fresh(desk).calendar
    days = (date(2026, 11, 30), DECEMBER, date(2027, 4, 30), date(2027, 5, 1), date(2027, 10, 1))
    assert closings(calendar, *days) == [time(17, 30), time(16, 30), time(17, 30), time(18), time(17, 30)]


def _season(month: int, text: str) -> tuple[Season, ...]:
    return (Season(from_month=month, from_day=1, sessions=parse_sessions(text)),)


def test_coming_hours_are_changed_moved_and_withdrawn_and_may_come_again(desk: Desk):
    case = opened(desk)
    calendar_changes.apply(desk, from_december(LATE))
    calendar_changes.apply(desk, from_december(EARLY))
    assert due(desk, case) == "12-01 16:30"
    elsewhere = replace(office_hours.from_day(date(2026, 12, 7), EARLY, "改期"), ended=(DECEMBER,))
    calendar_changes.apply(desk, elsewhere)
    assert (due(desk, case), [each.from_on for each in office_hours.lines(desk)]) == (
        "12-01 17:30",
        [None, date(2026, 12, 7)],
    )
    calendar_changes.apply(desk, from_december(LATE))
    assert due(desk, case) == "12-01 18:00"
    with desk.reading():
        kept = records.select(DatedHours)
    assert [(each.from_on, each.withdrawn) for each in kept] == [(DECEMBER, False), (date(2026, 12, 7), False)]


def test_what_cannot_be_set_is_refused_with_its_reason(desk: Desk, ben_desk: Desk, clock: Clock):
    assert refused(desk, office_hours.from_day(date(2026, 11, 23), LATE, "补记")) == [("from_on", "hours_past")]
    same = office_hours.from_day(DECEMBER, desk.office.timetable, "照旧")
    assert refused(desk, same) == [("timetable", "hours_unchanged")]
    assert refused(desk, office_hours.ended(desk, DECEMBER)) == [("from_on", "hours_not_found")]
    with pytest.raises(Invalid):
        office_hours.from_day(DECEMBER, LATE, " ")
    with pytest.raises(NotAllowed):
        calendar_changes.apply(ben_desk, from_december(LATE))
    calendar_changes.apply(desk, office_hours.from_day(date(2026, 11, 24), LATE, "即日起"))
    assert refused(desk, from_december(LATE)) == [("timetable", "hours_unchanged")]
    clock.now += timedelta(days=1)
    assert refused(desk, office_hours.ended(desk, date(2026, 11, 24))) == [("from_on", "hours_begun")]
    assert fresh(desk).calendar.closing_at(date(2026, 11, 24)) == datetime.fromisoformat("2026-11-24 18:00")


def lights(desk: Desk, short_days: int) -> Desk:
    """Let the office warn so many days before the last one."""
    office = fresh(desk).office
    offices.edit_office(desk, replace(office, thresholds=LightThresholds(short_days=short_days)))
    return fresh(desk)


def swept(desk: Desk) -> list[Turn]:
    return [each.reminder.turn for each in reminders.sweep(desk).written]


def test_a_turn_is_written_once_although_the_thresholds_change_in_between(desk: Desk, clock: Clock):
    opened(desk)
    at(clock, desk, "2026-11-26 09:00")
    assert swept(desk) == []
    wide = lights(desk, 3)
    assert swept(wide) == [Turn.WARNING]
    narrow = lights(wide, 0)
    assert not reminders.is_wanted(narrow)
    at(clock, desk, "2026-11-30 09:00")
    assert swept(lights(narrow, 1)) == []
    assert swept(lights(narrow, 4)) == []
    at(clock, desk, "2026-12-01 08:30")
    assert swept(fresh(desk)) == [Turn.DUE_TODAY]
    assert swept(lights(narrow, 0)) == []


def test_thresholds_outside_their_bounds_are_refused_and_the_office_stays(desk: Desk):
    with pytest.raises(Invalid) as refusal:
        offices.edit_office(desk, replace(desk.office, thresholds=LightThresholds(short_days=9, used_percent=100)))
    assert [(reason.field, reason.code) for reason in refusal.value.reasons] == [
        ("short_days", "threshold_bounds"),
        ("used_percent", "threshold_bounds"),
    ]
    assert fresh(desk).office.thresholds == LightThresholds()
