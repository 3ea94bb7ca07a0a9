"""Times in which a matter is not accepted: acceptance begins later, what runs runs on."""

from datetime import date, datetime

import pytest

from reception.errors import Invalid, NotAllowed, NotFound
from reception.rules.inquiries import Disposition
from reception.services import catalogue, inquiries, matter_closures
from reception.services.desk import Desk
from tests.drafts import draft_of

FIRST, LAST = date(2026, 11, 23), date(2026, 11, 27)


def due(desk: Desk, way: Disposition = Disposition.D3, **changes: object) -> tuple[str, str]:
    case = inquiries.record(desk, draft_of(way, **changes)).case
    assert case is not None
    return tuple(f"{desk.calendar.local(at):%m-%d %H:%M}" for at in (case.started_at, case.due_at))


def close(desk: Desk, code: str = "JW-03", first: date = FIRST, last: date | None = LAST, reason: str = "系统升级"):
    return matter_closures.close(desk, code, first, last, reason)


def test_what_is_handed_in_while_the_matter_is_closed_counts_from_the_first_day_afterwards(desk: Desk):
    assert due(desk) == ("11-24 10:26", "12-01 17:30")
    close(desk)
    assert due(desk) == ("11-30 08:00", "12-07 17:30")


def test_running_clocks_and_other_matters_run_on(desk: Desk):
    recorded = inquiries.record(desk, draft_of(Disposition.D3))
    close(desk)
    assert inquiries.record(desk, draft_of(Disposition.D9)).case.started_at == desk.clock()
    assert due(desk, matter="JW-01")[0] == "11-24 10:26"
    assert f"{desk.calendar.local(recorded.case.due_at):%m-%d}" == "12-01"


def test_closures_that_follow_each_other_are_waited_for_together(desk: Desk):
    close(desk)
    close(desk, first=date(2026, 11, 28), last=date(2026, 11, 30))
    assert due(desk)[0] == "12-01 08:00"


def test_the_card_says_until_when_and_counts_from_there(desk: Desk):
    before = catalogue.card(desk, "JW-03")
    assert (before.closure, before.accepted_on) == (None, None)
    close(desk)
    card = catalogue.card(desk, "JW-03")
    assert card.closure is not None
    assert (card.closure.reason, card.accepted_on) == ("系统升级", date(2026, 11, 30))
    assert card.due is not None
    assert card.due.due == datetime.fromisoformat("2026-12-07 17:30")


def test_a_closure_taken_back_holds_no_longer(desk: Desk):
    closure = close(desk)
    assert [line.id for line in matter_closures.closures(desk)] == [closure.id]
    matter_closures.reopen(desk, closure.id)
    matter_closures.reopen(desk, closure.id)
    assert due(desk)[0] == "11-24 10:26"
    assert matter_closures.closures(desk) == ()
    close(desk)


def test_one_day_is_enough(desk: Desk):
    assert close(desk, first=date(2026, 11, 24), last=None).last_on == date(2026, 11, 24)


def test_what_is_over_is_not_listed(desk: Desk):
    close(desk, first=date(2026, 11, 2), last=date(2026, 11, 23))
    assert matter_closures.closures(desk) == ()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"reason": " "}, [("reason", "required")]),
        ({"code": ""}, [("matter_code", "required")]),
        ({"last": date(2026, 11, 1)}, [("until", "period_reversed")]),
        ({"last": date(2028, 11, 1)}, [("until", "span_too_long")]),
    ],
)
def test_a_closure_that_cannot_be_is_refused(desk: Desk, changes: dict, found: list):
    with pytest.raises(Invalid) as refusal:
        close(desk, **changes)
    assert [(reason.field, reason.code) for reason in refusal.value.reasons] == found


def test_a_matter_is_closed_once_at_a_time(desk: Desk):
    close(desk)
    with pytest.raises(Invalid) as refusal:
        close(desk, first=LAST, last=date(2026, 12, 2))
    assert [reason.code for reason in refusal.value.reasons] == ["closure_overlaps"]
    close(desk, "JW-01")


def test_a_clerk_closes_nothing_and_nobody_an_unknown_matter(desk: Desk, ben_desk: Desk):
    with pytest.raises(NotAllowed):
        close(ben_desk)
    with pytest.raises(NotFound):
        close(desk, "JW-99")
