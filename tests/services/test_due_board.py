"""The board of what is due: thin lines that say the same as the whole ones, parts, search in what is shown."""

from datetime import datetime, time, timedelta

import pytest

from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.rules.cases import Light, light
from reception.rules.due_board import BoardLine, Part, counts, holds, in_order, is_untaken, may_turn
from reception.rules.inquiries import Disposition, Inquiry
from reception.services import absences, case_files, case_life, cases, due_board, inquiries, posts, referrals, staff
from reception.services.desk import Desk
from reception.services.due_board import Board
from tests.cast import ANN, BEN, Clock
from tests.drafts import draft_of
from tests.services.case_acts import opened, stop

POST = "JW-06"
_TOLD = ("mine", "started_at", "limit", "due_at", "transfer", "state", "paused", "resumes_on", "person", "post")


@pytest.fixture
def handed(desk: Desk) -> Inquiry:
    """Give a D6 that 安 passed on to the post that 本 holds."""
    post = next(each for each in posts.posts(desk) if each.code == POST)
    posts.staff_post(desk, post.id, staff.account_named(desk, BEN).id, None)
    return inquiries.record(desk, draft_of(Disposition.D6, to_post=POST)).inquiry


@pytest.fixture
def crowd(desk: Desk, ben_desk: Desk, handed: Inquiry) -> None:
    """Let much be owed: accepted, stopped, passed on, a complaint, without a limit."""
    opened(desk, matter="JW-04")
    case_life.pause(desk, opened(desk).id, stop())
    opened(ben_desk, Disposition.D9)
    opened(desk, Disposition.D10)
    opened(desk, Disposition.D4)
    inquiries.record(ben_desk, draft_of(Disposition.D5B, to_post="JW-03"))


def only(desk: Desk, part: Part) -> list[str]:
    board = due_board.look(desk)
    now = desk.clock()
    return [line.number for line in board.lines if holds(part, line, board.lights[line.number], now, desk.calendar)]


def taken(desk: Desk, inquiry: Inquiry) -> None:
    found = referrals.of(desk, inquiry.id)
    assert found is not None
    referrals.acknowledge(desk, found.newest.id)


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("days", [0, 1, 2, 9])
def test_a_thin_line_says_what_the_whole_one_says(desk: Desk, ben_desk: Desk, dan_desk: Desk, clock: Clock, days: int):
    clock.advance(days=days)
    for each in (desk, ben_desk, dan_desk):
        board, whole = due_board.look(each), cases.due_list(each)
        thin = {line.number: line for line in board.lines}
        assert set(thin) == {item.number for item in whole}
        for item in whole:
            line = thin[item.number]
            later = holds(Part.MINE, line, Light.NORMAL, clock(), each.calendar)
            assert [later, *(getattr(line, name) for name in _TOLD[1:])] == [getattr(item, name) for name in _TOLD]
            assert board.lights[item.number] is light(item, clock(), each.calendar)
        assert sorted(due_board.lines(each, board.lines), key=lambda item: (item.due_at, item.number)) == list(whole)


@pytest.mark.usefixtures("crowd")
def test_who_stands_in_finds_what_the_post_owes(desk: Desk, ben_desk: Desk, handed: Inquiry, clock: Clock):
    taken(ben_desk, handed)
    number = case_files.of_inquiry(desk, handed.id).case.case_no  # type: ignore[union-attr]
    assert number not in only(desk, Part.MINE)
    post = next(each for each in posts.posts(desk) if each.code == POST)
    posts.staff_post(desk, post.id, staff.account_named(desk, BEN).id, staff.account_named(desk, ANN).id)
    trip = AbsenceDraft(kind=AbsenceKind.OFFICIAL_TRIP, until_at=clock() + timedelta(hours=3))
    absences.set_away(ben_desk, trip, knowing_gaps=True)
    clock.advance(minutes=1)
    assert number in only(desk, Part.MINE)


@pytest.mark.usefixtures("crowd")
def test_each_part_counts_what_it_holds(desk: Desk, clock: Clock):
    clock.advance(days=1)
    board = due_board.look(desk)
    counted = counts(board.lines, board.lights, clock(), desk.calendar)
    assert counted == {part: len(only(desk, part)) for part in Part}
    assert (counted[Part.ALL], counted[Part.PAUSED], counted[Part.SENT]) == (8, 1, 2)
    assert min(counted.values()) > 0


@pytest.mark.usefixtures("crowd")
def test_red_stands_first_and_what_is_stopped_last(desk: Desk, clock: Clock):
    clock.advance(days=1)
    board = due_board.look(desk)
    shown = [board.lights[line.number] for line in in_order(board.lines, board.lights)]
    assert shown == sorted(shown, key=list(Light).index)
    assert (shown[0], shown[-1]) == (Light.OVERDUE, Light.PAUSED)


@pytest.mark.usefixtures("crowd")
def test_only_what_may_turn_within_the_day_is_looked_at_again(desk: Desk, clock: Clock):
    for _ in range(3):
        morning = due_board.look(desk)
        midnight = desk.calendar.instant(
            datetime.combine(desk.calendar.local(clock()).date() + timedelta(days=1), time())
        )
        watched = {line.number for line in morning.lines if may_turn(line, morning.lights[line.number], midnight)}
        clock.advance(hours=9)
        evening = due_board.look(desk)
        turned = {number for number, shown in evening.lights.items() if morning.lights[number] is not shown}
        assert turned <= watched < set(morning.lights)
        clock.advance(hours=15)


def test_what_i_passed_on_stays_in_sight_until_it_is_done(desk: Desk, ben_desk: Desk, handed: Inquiry, clock: Clock):
    def untaken() -> list[BoardLine]:
        return [line for line in due_board.look(desk).lines if is_untaken(line, clock())]

    assert only(desk, Part.PASSED) == [handed.reg_no]
    assert untaken() == []
    clock.advance(days=1, hours=9)
    assert [line.number for line in untaken()] == [handed.reg_no]
    taken(ben_desk, handed)
    assert untaken() == []
    assert len(only(desk, Part.PASSED)) == 1
    assert only(ben_desk, Part.PASSED) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("学生证 ４３２", 1),
        ("林*舟", 1),
        ("林晓舟", 0),
        ("138****1234", 1),
        ("13800001234", 0),
        ("受理〔2026〕000", 2),
        ("安 窗口态度", 0),
        ("", 2),
    ],
)
def test_the_search_finds_what_is_shown_and_nothing_that_is_hidden(desk: Desk, words: str, found: int):
    opened(desk, person_name="林晓舟", phone="13800001234", summary="学生证 432 号，林晓舟，请回电 13800001234")
    opened(desk, Disposition.D10, summary="窗口态度不好")
    board: Board = due_board.look(desk)
    assert len(due_board.matching(desk, words, board.lines)) == found
