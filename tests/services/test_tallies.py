"""Counting who only asked the way: one contact each, nobody's name, and a way back."""

import json
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.inquiries import Channel, Disposition, Status
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.rules.tallies import TallyCounts
from reception.services import corrections, inquiries, notices, tallies
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.services.tallies import Counted
from reception.store import journal
from tests.cast import Clock
from tests.drafts import draft_of


def count(desk: Desk, channel: Channel = Channel.VISIT, matter: str = "") -> Counted:
    return tallies.count(desk, token=uuid4().hex, channel=channel, matter=matter)


def test_a_tally_has_place_hour_and_channel_and_nothing_of_a_person(desk: Desk) -> None:
    tally = count(desk, Channel.PHONE, "JW-03").tally
    assert (tally.on, tally.hour, tally.counter) == (date(2026, 11, 24), 10, "1号窗口")
    assert (tally.channel, tally.matter_code, tally.matter_name) == (Channel.PHONE, "JW-03", "补办学生证")
    with desk.reading():
        entry = journal.entries("Tally", tally.id)[-1]
    fields = set(json.loads(entry.payload or "")["changes"])
    assert not fields & {"person_name", "phone", "number", "reg_no"}


def test_the_day_and_the_hour_of_a_tally_are_the_offices(desk: Desk, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 24, 16, 30, tzinfo=UTC)  # 00:30 of the next day in the office
    tally = count(desk).tally
    assert (tally.on, tally.hour) == (date(2026, 11, 25), 0)


def test_each_tally_tells_how_many_the_office_has_counted_today(desk: Desk, ben_desk: Desk, clock: Clock) -> None:
    assert [count(desk).today, count(ben_desk).today, count(desk).today] == [1, 2, 3]
    clock.advance(days=1)
    assert count(desk).today == 1


def test_the_same_token_counts_once(desk: Desk) -> None:
    first = tallies.count(desk, token="one press")
    again = tallies.count(desk, token="one press")
    assert (again.tally, again.today) == (first.tally, 1)
    assert (first.first_time, again.first_time) == (True, False)


@pytest.mark.parametrize("typed", ["XX-99", "\ud800", "JW\x00-03", "长" * 100_000])
def test_a_matter_that_is_not_in_use_is_refused_and_nothing_is_counted(desk: Desk, typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        count(desk, matter=typed)
    (said,) = (reason.values["code"] for reason in refused.value.reasons)
    assert len(said.encode()) < 500
    assert [(reason.code, reason.field) for reason in refused.value.reasons] == [("unknown_matter", "matter")]
    assert tallies.of_day(desk).total == 0


def test_who_receives_nobody_counts_nobody(dan_desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        count(dan_desk)


def test_a_tally_taken_back_is_in_no_count(desk: Desk) -> None:
    count(desk)
    undone = tallies.undo(desk, count(desk, Channel.PHONE, "JW-03").tally.id)
    assert undone.today == 1
    counts = tallies.of_day(desk)
    assert (counts.total, counts.by_matter, counts.by_channel) == (1, (), ((Channel.VISIT, 1),))


def test_tallies_are_taken_back_from_the_last_to_the_first(desk: Desk) -> None:
    first, second = count(desk).tally, count(desk).tally
    with pytest.raises(NotAllowed, match="undo_tally_too_late"):
        tallies.undo(desk, first.id)
    tallies.undo(desk, second.id)
    tallies.undo(desk, first.id)
    with pytest.raises(NotAllowed):
        tallies.undo(desk, first.id)
    assert tallies.of_day(desk).total == 0


def test_a_colleagues_tally_stays(desk: Desk, ben_desk: Desk) -> None:
    tally = count(desk).tally
    with pytest.raises(NotAllowed):
        tallies.undo(ben_desk, tally.id)
    assert tallies.of_day(desk).total == 1


def test_a_tally_of_yesterday_stays(desk: Desk, clock: Clock) -> None:
    tally = count(desk).tally
    clock.advance(days=1)
    with pytest.raises(NotAllowed):
        tallies.undo(desk, tally.id)


def test_only_the_last_save_is_undone_be_it_a_record_or_a_tally(desk: Desk, clock: Clock) -> None:
    before = count(desk).tally
    clock.advance(minutes=1)
    inquiry = inquiries.record(desk, draft_of()).inquiry
    clock.advance(minutes=1)
    after = count(desk).tally
    with pytest.raises(NotAllowed, match="undo_too_late"):
        corrections.undo(desk, inquiry.id)
    tallies.undo(desk, after.id)
    with pytest.raises(NotAllowed, match="undo_tally_too_late"):
        tallies.undo(desk, before.id)
    assert corrections.undo(desk, inquiry.id).status is Status.VOID
    tallies.undo(desk, before.id)


def test_a_record_whose_paper_was_printed_is_not_undone(desk: Desk) -> None:
    missing = tuple(MaterialTick(no=no, state=MaterialState.MISSING) for no in range(1, 5))
    recorded = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), NoticeDraft(ticks=missing))
    assert recorded.notice is not None
    notices.printed(desk, recorded.notice.id)
    with pytest.raises(NotAllowed, match="undo_printed"):
        corrections.undo(desk, recorded.inquiry.id)


def test_days_are_counted_by_day_hour_channel_counter_and_matter(desk: Desk, clock: Clock) -> None:
    count(desk, matter="JW-03")
    count(desk, matter="JW-04")
    clock.advance(hours=5)
    count(desk, Channel.PHONE, "JW-04")
    clock.advance(days=1)
    count(desk)
    counts = tallies.between(desk, date(2026, 11, 24), date(2026, 11, 25))
    assert counts == TallyCounts(
        total=4,
        by_day=((date(2026, 11, 24), 3), (date(2026, 11, 25), 1)),
        by_hour=((10, 2), (15, 2)),
        by_channel=((Channel.VISIT, 3), (Channel.PHONE, 1)),
        by_counter=(("1号窗口", 4),),
        by_matter=((("JW-04", "本科生休学申请"), 2), (("JW-03", "补办学生证"), 1)),
    )
    assert tallies.between(desk, date(2026, 11, 25), date(2026, 11, 25)).total == 1


def test_tallies_take_no_register_number(desk: Desk) -> None:
    count(desk)
    assert inquiries.record(desk, draft_of()).inquiry.serial == 1


def test_an_office_with_tallies_kept_and_taken_back_is_found_whole(desk: Desk) -> None:
    count(desk)
    tallies.undo(desk, count(desk).tally.id)
    found = check_folder(desk.store.folder)
    assert (found.damage, found.counts["Tally"]) == ((), 2)
