"""What a counter is asked most is proposed first."""

from dataclasses import replace

from reception.rules.inquiries import Disposition, VoidReason
from reception.services import corrections, inquiries, tallies
from reception.services.desk import Desk
from reception.services.frequent_matters import frequent_matters
from tests.cast import Clock
from tests.drafts import draft_of


def codes(desk: Desk, most: int = 3) -> list[str]:
    return [matter.code for matter in frequent_matters(desk, most)]


def test_a_new_office_is_proposed_its_own_matters_in_the_order_of_the_catalogue(desk: Desk) -> None:
    assert codes(desk) == ["JW-01", "JW-02", "JW-03"]


def test_the_most_recorded_and_counted_matters_stand_first(desk: Desk) -> None:
    inquiries.record(desk, draft_of(matter="JW-05"))
    for number in range(2):
        tallies.count(desk, token=str(number), matter="CW-01")
    assert codes(desk) == ["CW-01", "JW-05", "JW-01"]


def test_what_was_voided_taken_back_or_is_a_complaint_counts_for_nothing(desk: Desk) -> None:
    inquiries.record(desk, draft_of(Disposition.D10, matter="JW-06"))
    void = inquiries.record(desk, draft_of(matter="JW-05")).inquiry
    corrections.void(desk, void.id, VoidReason.TEST, "试登")
    tallies.undo(desk, tallies.count(desk, token="a", matter="JW-04").tally.id)
    assert codes(desk) == ["JW-01", "JW-02", "JW-03"]


def test_another_counter_and_another_season_count_for_nothing(desk: Desk, clock: Clock) -> None:
    inquiries.record(desk, draft_of(matter="JW-05"))
    tallies.count(desk, token="a", matter="JW-06")
    assert codes(replace(desk, counter="2号窗口")) == ["JW-01", "JW-02", "JW-03"]
    clock.advance(days=91)
    assert codes(desk) == ["JW-01", "JW-02", "JW-03"]
