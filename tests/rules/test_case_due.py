"""When a case is due after all that happened to it, and whether it ended in time, at the exact edges."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reception.rules.case_due import (
    CaseEvents,
    Explained,
    RestAtEnd,
    Timing,
    count_case,
    finished_at,
    is_overrun,
    on_time,
    rest_at_end,
    timing,
)
from reception.rules.case_life import CaseOutcome, Extension, LimitChange, Pause, PauseCause, RequestState
from reception.rules.cases import NEVER, Case, CaseStatus
from reception.rules.inquiries import Disposition, ReplyPref
from reception.rules.limits import AfterHours, Limit, LimitUnit
from reception.rules.time_limits import due_date
from reception.rules.working_calendar import WorkingCalendar, parse_years
from reception.workstation import resource

CALENDAR = WorkingCalendar(years=parse_years(yaml.safe_load(resource("calendars/cn.yaml").read_text(encoding="utf-8"))))
FIVE = Limit(unit=LimitUnit.WD, n=5)
HALF, MONTH = Limit(unit=LimitUnit.HALF_MONTH, n=0), Limit(unit=LimitUnit.MONTH, n=1)


def instant(local: str) -> datetime:
    return CALENDAR.instant(datetime.fromisoformat(local))


def case(start: str = "2026-11-24 10:26", limit: Limit = FIVE, **changes: object) -> Case:
    plain = Case(
        id=1,
        inquiry_id=1,
        case_no="受理〔2026〕0001",
        year=2026,
        serial=1,
        disposition=Disposition.D3,
        officer_id=1,
        officer="安",
        started_at=instant(start),
        limit=limit,
        due_at=instant("2026-12-01 17:30"),
        status=CaseStatus.OPEN,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def pause(first: str, last: str | None, planned: str = "2026-12-31") -> Pause:
    return Pause(
        case_id=1,
        cause=PauseCause.POSTING,
        reason="公示",
        from_at=instant(first),
        planned_on=date.fromisoformat(planned),
        to_at=instant(last) if last else None,
        made_by_id=1,
        made_by="安",
    )


def extension(days: int, settled: str, state: RequestState = RequestState.APPROVED) -> Extension:
    return Extension(
        case_id=1,
        days=days,
        reason="等盖章",
        state=state,
        asked_at=instant(settled),
        asked_by_id=1,
        asked_by="安",
        settled_at=instant(settled),
        due_before=instant("2026-12-01 17:30"),
    )


def change(before: Limit, after: Limit, settled: str) -> LimitChange:
    return LimitChange(
        case_id=1,
        before=before,
        after=after,
        reason="疑难",
        state=RequestState.APPROVED,
        asked_at=instant(settled),
        asked_by_id=1,
        asked_by="安",
        settled_at=instant(settled),
        due_before=instant(settled),
    )


def due(one: Case, now: str = "2026-12-31 10:00", **events: object) -> str:
    found = count_case(one, CaseEvents(**events), CALENDAR, AfterHours.SAME_DAY, instant(now))  # type: ignore[arg-type]
    return f"{found.due.due:%Y-%m-%d %H:%M}"


def test_overlapping_stops_take_out_a_day_once():
    once = (pause("2026-11-24 12:00", "2026-11-27 09:00"),)
    twice = (*once, pause("2026-11-25 09:00", "2026-11-26 09:00"))
    assert due(case(), pauses=once) == due(case(), pauses=twice) == "2026-12-04 17:30"


def test_an_open_stop_counts_up_to_now_and_no_further():
    stops = (pause("2026-11-24 12:00", None),)
    assert due(case(), now="2026-11-25 18:00", pauses=stops) == "2026-12-02 17:30"
    assert due(case(), now="2026-11-24 18:00", pauses=stops) == "2026-12-01 17:30"


def test_a_stop_that_begins_on_the_last_day_does_nothing():
    assert due(case(), pauses=(pause("2026-12-01 09:00", "2026-12-08 09:00"),)) == "2026-12-01 17:30"
    assert due(case(), pauses=(pause("2026-11-30 09:00", "2026-12-08 09:00"),)) == "2026-12-09 17:30"


def test_a_stop_within_an_extension_moves_the_extension():
    longer = (extension(3, "2026-11-30 09:00"),)
    assert due(case(), extensions=longer) == "2026-12-04 17:30"
    assert due(case(), extensions=longer, pauses=(pause("2026-12-02 09:00", "2026-12-03 09:00"),)) == "2026-12-07 17:30"


def test_a_stop_of_what_was_dated_the_next_working_day_does_not_reach_back():
    saturday = case("2026-11-28 10:00")
    stops = CaseEvents(pauses=(pause("2026-11-28 11:00", "2026-12-01 09:00"),))
    found = count_case(saturday, stops, CALENDAR, AfterHours.NEXT_WORKDAY, instant("2026-12-02 10:00"))
    assert f"{found.due.due:%m-%d}" == "12-08"


def test_what_happened_before_a_reopening_does_not_bear_on_the_new_limit():
    reopened = case("2027-01-11 09:00", reopened_at=instant("2027-01-11 09:00"))
    old = {
        "pauses": (pause("2026-11-24 12:00", "2026-11-27 09:00"),),
        "extensions": (extension(3, "2026-11-30 09:00"),),
    }
    assert due(reopened, **old) == due(reopened) == "2027-01-18 17:30"


def test_what_was_rejected_or_only_asked_moves_nothing():
    waiting = tuple(extension(3, "2026-11-30 09:00", state) for state in RequestState if state != "approved")
    assert due(case(), extensions=waiting) == "2026-12-01 17:30"


def test_a_month_counts_from_the_original_start_and_drops_the_extension_before_it():
    petition = case("2025-01-31 10:00", MONTH)
    changes = (change(HALF, MONTH, "2025-02-10 09:00"),)
    assert due(petition, now="2025-02-11 10:00", changes=changes) == "2025-02-28 17:30"
    before = (extension(3, "2025-02-08 09:00"),)
    after = (extension(2, "2025-02-20 09:00"),)
    assert due(petition, now="2025-02-11 10:00", changes=changes, extensions=before) == "2025-02-28 17:30"
    assert due(petition, now="2025-02-21 10:00", changes=changes, extensions=after) == "2025-03-04 17:30"


def test_the_count_keeps_the_end_of_the_original_limit_apart():
    events = CaseEvents(
        pauses=(pause("2026-11-24 12:00", "2026-11-25 09:00"),), extensions=(extension(2, "2026-11-30 09:00"),)
    )
    found = count_case(case(), events, CALENDAR, AfterHours.SAME_DAY, instant("2026-12-31 10:00"))
    assert (f"{found.original:%m-%d}", f"{found.due.due:%m-%d}") == ("12-02", "12-04")


@pytest.mark.parametrize(("today", "over"), [("2026-12-02", False), ("2026-12-03", False), ("2026-12-04", True)])
def test_the_planned_day_itself_is_in_time(today: str, over: bool):
    stop = pause("2026-11-24 12:00", None, planned="2026-12-03")
    assert is_overrun(stop, date.fromisoformat(today)) is over
    assert not is_overrun(replace(stop, to_at=instant("2026-11-25 09:00")), date(2027, 1, 1))


def closed(told: datetime | None, outcome: CaseOutcome | None = CaseOutcome.DONE, **changes: object) -> Case:
    ended = {"status": CaseStatus.CLOSED, "outcome": outcome, "closed_at": instant("2026-12-02 09:00")}
    return case(told_at=told, told_mode=ReplyPref.PHONE if told else None, **ended, **changes)


DUE = instant("2026-12-01 17:30")


@pytest.mark.parametrize(
    ("told", "expected"),
    [(DUE - timedelta(seconds=1), True), (DUE, True), (DUE + timedelta(microseconds=1), False), (None, False)],
)
def test_a_case_is_in_time_when_the_visitor_was_told_by_the_due_instant(told: datetime | None, expected: bool):
    assert on_time(closed(told)) is expected


def test_only_an_answer_of_ours_to_something_with_a_limit_is_measured():
    assert on_time(closed(DUE, CaseOutcome.REFUSED)) is True
    for outcome in (None, CaseOutcome.LAPSED, CaseOutcome.WITHDRAWN):
        assert on_time(closed(DUE, outcome)) is None
    assert on_time(closed(DUE, due_at=NEVER, no_limit_reason="等上级")) is None
    assert on_time(case()) is None
    assert finished_at(case(told_at=DUE)) is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2026-12-01 17:30:00", Timing.ORIGINAL),
        ("2026-12-01 17:30:01", Timing.EXTENDED),
        ("2026-12-04 17:30:00", Timing.EXTENDED),
        ("2026-12-04 17:30:01", Timing.LATE),
    ],
)
def test_statistics_keep_both_dates_apart(told: str, expected: Timing):
    longer = closed(instant(told), due_at=instant("2026-12-04 17:30"), first_due_at=DUE)
    assert timing(longer, DUE) is expected


@given(
    days=st.integers(min_value=1, max_value=30),
    first=st.integers(min_value=0, max_value=40),
    length=st.integers(min_value=0, max_value=20),
    start=st.integers(min_value=0, max_value=330),
)
def test_a_stop_never_makes_a_date_earlier_and_takes_out_its_working_days(
    days: int, first: int, length: int, start: int
):
    begun = instant("2026-01-01 09:00") + timedelta(days=start)
    one = replace(case(limit=Limit(unit=LimitUnit.WD, n=days)), started_at=begun)
    stopped = begun + timedelta(days=first)
    stop = replace(pause("2026-11-24 12:00", None), from_at=stopped, to_at=stopped + timedelta(days=length))
    now = begun + timedelta(days=100)
    plain = count_case(one, CaseEvents(), CALENDAR, AfterHours.SAME_DAY, now).due.due
    with_stop = count_case(one, CaseEvents(pauses=(stop,)), CALENDAR, AfterHours.SAME_DAY, now).due.due
    if first >= (plain.date() - CALENDAR.local(begun).date()).days:
        assert with_stop == plain
        return
    since, until = CALENDAR.local(stopped).date(), CALENDAR.local(stopped).date() + timedelta(days=length)
    counted = days + CALENDAR.working_days_between(since, until)
    expected = due_date(CALENDAR.local(begun), Limit(unit=LimitUnit.WD, n=counted), CALENDAR)
    assert with_stop == expected.due >= plain


def half_month(start: str) -> Explained:
    counted = due_date(datetime.fromisoformat(start), Limit(unit=LimitUnit.HALF_MONTH, n=0), CALENDAR)
    return Explained(
        number="受理〔2025〕0001",
        limit=Limit(unit=LimitUnit.HALF_MONTH, n=0),
        started=datetime.fromisoformat(start),
        promised=counted.due,
        counted=counted,
    )


def test_half_a_month_that_ends_in_a_holiday_names_the_last_working_day_before():
    why = half_month("2025-09-20 09:00")
    assert (why.counted.due.date(), rest_at_end(why, CALENDAR)) == (
        date(2025, 10, 9),
        RestAtEnd(last_on=date(2025, 10, 5), name="国庆节、中秋节", target_on=date(2025, 9, 30)),
    )
    assert rest_at_end(half_month("2025-09-25 09:00"), CALENDAR) is None
    assert rest_at_end(replace(why, promised=why.promised + timedelta(days=1)), CALENDAR) is None


def test_no_day_is_aimed_at_that_is_not_after_the_start():
    start = datetime.fromisoformat("2026-11-27 09:00")
    counted = due_date(start, Limit(unit=LimitUnit.CD, n=1), CALENDAR)
    short = replace(half_month("2025-09-20 09:00"), started=start, promised=counted.due, counted=counted)
    assert (counted.due.date(), rest_at_end(short, CALENDAR)) == (date(2026, 11, 30), None)
