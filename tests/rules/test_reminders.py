"""The ladder of reminders: which turn is reached when, exact at its edges."""

from datetime import datetime

import pytest

from reception.rules.cases import Case, CaseStatus, Referral, ReferralStatus
from reception.rules.inquiries import Disposition
from reception.rules.limits import Limit, LimitUnit
from reception.rules.reminders import Turn, quarter_start, turn_of_case, turn_of_transfer
from reception.rules.time_limits import due_date
from tests.rules.test_cases import CALENDAR

WD = LimitUnit.WD


def case(start: str, unit: LimitUnit, n: int, status: CaseStatus = CaseStatus.OPEN, reason: str = "") -> Case:
    local, limit = datetime.fromisoformat(start), Limit(unit=unit, n=n)
    return Case(
        inquiry_id=1,
        case_no="受理〔2026〕0001",
        year=2026,
        serial=1,
        disposition=Disposition.D3,
        officer_id=1,
        officer="安",
        started_at=CALENDAR.instant(local),
        limit=limit,
        due_at=CALENDAR.instant(due_date(local, limit, CALENDAR).due),
        status=status,
        no_limit_reason=reason,
    )


def turn(owed: Case, now: str) -> Turn | None:
    return turn_of_case(owed, CALENDAR.instant(datetime.fromisoformat(now)), CALENDAR)


@pytest.mark.parametrize(
    ("start", "unit", "n", "now", "expected"),
    [
        ("2026-03-02 09:00", WD, 3, "2026-03-03 23:59:59", None),
        ("2026-03-02 09:00", WD, 3, "2026-03-04 00:00", Turn.WARNING),
        ("2026-03-02 09:00", WD, 3, "2026-03-05 08:29:59", Turn.WARNING),
        ("2026-03-02 09:00", WD, 3, "2026-03-05 08:30", Turn.DUE_TODAY),
        ("2026-03-02 09:00", WD, 3, "2026-03-05 17:30", Turn.DUE_TODAY),
        ("2026-03-02 09:00", WD, 3, "2026-03-05 17:30:01", Turn.OVERDUE),
        ("2026-03-02 09:00", WD, 3, "2026-03-10 17:30", Turn.OVERDUE),
        ("2026-03-02 09:00", WD, 3, "2026-03-10 17:30:01", Turn.LEVEL_TWO),
        ("2026-03-02 09:00", WD, 3, "2026-03-12 17:30", Turn.LEVEL_TWO),
        ("2026-03-02 09:00", WD, 3, "2026-03-12 17:30:01", Turn.LEVEL_THREE),
        ("2026-03-02 09:00", WD, 1, "2026-03-03 08:00", None),
        ("2026-03-02 09:00", WD, 1, "2026-03-03 08:30", Turn.DUE_TODAY),
        ("2026-02-13 10:00", WD, 3, "2026-02-18 10:00", None),
        ("2026-02-13 10:00", WD, 3, "2026-02-24 09:00", Turn.WARNING),
        ("2026-03-02 09:00", LimitUnit.HALF_MONTH, 1, "2026-03-12 10:00", None),
        ("2026-03-02 09:00", LimitUnit.HALF_MONTH, 1, "2026-03-14 10:00", Turn.WARNING),
        ("2026-05-24 09:00", LimitUnit.MONTH, 1, "2026-06-17 10:00", Turn.WARNING),
        ("2026-03-02 09:00", LimitUnit.HOUR, 4, "2026-03-02 10:59:59", None),
        ("2026-03-02 09:00", LimitUnit.HOUR, 4, "2026-03-02 11:00", Turn.WARNING),
        ("2026-03-02 09:00", LimitUnit.HOUR, 4, "2026-03-02 13:00:01", Turn.OVERDUE),
    ],
)
def test_each_turn_is_reached_at_its_moment(start: str, unit: LimitUnit, n: int, now: str, expected: Turn | None):
    assert turn(case(start, unit, n), now) is expected


@pytest.mark.parametrize("status", [each for each in CaseStatus if each is not CaseStatus.OPEN])
def test_only_a_running_clock_reminds(status: CaseStatus):
    assert turn(case("2026-03-02 09:00", WD, 3), "2026-04-01 10:00") is Turn.LEVEL_THREE
    assert turn(case("2026-03-02 09:00", WD, 3, status), "2026-04-01 10:00") is None


def test_what_has_a_reason_for_no_limit_reminds_nobody():
    assert turn(case("2026-03-02 09:00", WD, 3, reason="等政策出台"), "2026-04-01 10:00") is None


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-03 17:30", None),
        ("2026-03-03 17:30:01", Turn.WARNING),
        ("2026-03-04 17:30", Turn.WARNING),
        ("2026-03-04 17:30:01", Turn.OVERDUE),
    ],
)
def test_a_transfer_reminds_after_one_and_after_two_working_days(now: str, expected: Turn | None):
    sent = Referral(
        inquiry_id=1,
        disposition=Disposition.D6,
        to_post="P",
        receiver_id=1,
        receiver="本",
        sent_at=CALENDAR.instant(datetime.fromisoformat("2026-03-02 09:00")),
        due_at=CALENDAR.instant(datetime.fromisoformat("2026-03-03 17:30")),
        status=ReferralStatus.SENT,
    )
    assert turn_of_transfer(sent, CALENDAR.instant(datetime.fromisoformat(now)), CALENDAR) is expected


@pytest.mark.parametrize(
    ("now", "began"),
    [("2026-03-31 23:59", "2026-01-01"), ("2026-04-01 00:00", "2026-04-01"), ("2026-12-31 08:00", "2026-10-01")],
)
def test_a_quarter_begins_with_its_month(now: str, began: str):
    at = CALENDAR.instant(datetime.fromisoformat(now))
    assert CALENDAR.local(quarter_start(at, CALENDAR)) == datetime.fromisoformat(began)
