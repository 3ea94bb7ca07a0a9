"""When to call back, as people type it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.errors import Invalid
from reception.rules.call_times import CallTime, read_window, usual_times, usual_window
from reception.services.working_days import load_calendar

moment = datetime.fromisoformat
CALENDAR = load_calendar()
TUESDAY = moment("2026-11-24 10:26")
LUNCH = moment("2026-11-24 12:10")
SATURDAY = moment("2026-11-28 10:00")
AFTER_CLOSING = moment("2026-11-24 17:30")


def read(typed: str, now: datetime = TUESDAY) -> tuple[str, str]:
    window = read_window(typed, now, CALENDAR)
    return f"{window.not_before:%m-%d %H:%M}" if window.not_before else "", f"{window.due:%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("typed", "not_before", "due"),
    [
        ("17", "", "11-24 17:00"),
        ("1730", "", "11-24 17:30"),
        ("１７：３０", "", "11-24 17:30"),
        ("5", "", "11-24 17:00"),
        ("5点半", "", "11-24 17:30"),
        ("12", "", "11-24 12:00"),
        ("17 前", "", "11-24 17:00"),
        ("+30", "", "11-24 10:56"),
        ("+2小时", "", "11-24 14:56"),
        ("半小时内", "", "11-24 10:56"),
        ("中午前", "", "11-24 12:00"),
        ("下班前", "", "11-24 17:30"),
        ("下午", "11-24 14:30", "11-24 17:30"),
        ("明早", "11-25 08:00", "11-25 10:00"),
        ("明天", "", "11-25 17:30"),
        ("明天9", "", "11-25 09:00"),
        ("明天下午3点", "", "11-25 15:00"),
        ("周五 10", "", "11-27 10:00"),
        ("下周一 9点", "", "11-30 09:00"),
        ("11-30 10", "", "11-30 10:00"),
        ("11月30日下午", "11-30 14:30", "11-30 17:30"),
        ("1-5 9", "", "01-05 09:00"),
        ("tomorrow 9am", "", "11-25 09:00"),
        ("5pm", "", "11-24 17:00"),
    ],
)
def test_what_is_typed_becomes_a_window_of_working_time(typed: str, not_before: str, due: str) -> None:
    assert read(typed) == (not_before, due)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "required"),
        ("9", "call_past"),
        ("10", "call_past"),
        ("13", "call_outside_hours"),
        ("19", "call_outside_hours"),
        ("周六", "call_rest_day"),
        ("+0", "out_of_range"),
        ("+9999", "out_of_range"),
        ("25", "call_unreadable"),
        ("1790", "call_unreadable"),
        ("2-30", "call_unreadable"),
        ("等会儿", "call_unreadable"),
    ],
)
def test_what_cannot_be_promised_is_refused_at_its_field(typed: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(typed)
    assert [(reason.code, reason.field) for reason in refused.value.reasons] == [(code, "call_before")]


def test_minutes_run_in_working_time_only() -> None:
    assert read("+30", LUNCH) == ("", "11-24 15:00")
    assert read("+30", SATURDAY) == ("", "11-30 08:30")


def test_half_a_day_that_has_begun_is_promised_without_a_beginning() -> None:
    assert read("下午", moment("2026-11-24 15:00")) == ("", "11-24 17:30")


def test_only_promises_that_can_be_kept_are_offered() -> None:
    assert usual_times(TUESDAY, CALENDAR) == tuple(CallTime)
    assert usual_times(LUNCH, CALENDAR) == (CallTime.HALF_HOUR, CallTime.CLOSING, CallTime.NEXT_MORNING)
    assert usual_times(AFTER_CLOSING, CALENDAR) == (CallTime.HALF_HOUR, CallTime.NEXT_MORNING)
    with pytest.raises(Invalid):
        usual_window(CallTime.CLOSING, AFTER_CLOSING, CALENDAR)


def test_the_next_morning_is_that_of_the_next_working_day() -> None:
    window = usual_window(CallTime.NEXT_MORNING, moment("2026-11-27 16:00"), CALENDAR)
    assert (window.not_before, window.due) == (moment("2026-11-30 08:00"), moment("2026-11-30 10:00"))


_WORDS = st.sampled_from([*"0123456789+-:点半前月日周", "明天", "下午", "今天", "早", "下班", " ", "pm", "五", "下周"])


@given(st.lists(_WORDS, max_size=8).map("".join))
def test_whatever_is_typed_gives_a_coming_working_moment_or_one_reason(typed: str) -> None:
    reasons, windows = 0, []
    try:
        windows.append(read_window(typed, TUESDAY, CALENDAR))
    except Invalid as refused:
        reasons = len(refused.reasons)
    assert reasons + len(windows) == 1
    for window in windows:
        sessions = CALENDAR.sessions_on(window.due.date())
        assert window.due > TUESDAY
        assert window.not_before is None or TUESDAY < window.not_before < window.due
        assert any(session.opens < window.due.time() <= session.closes for session in sessions)
