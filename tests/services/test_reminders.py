"""The sweep: each turn is written once, to whom it concerns, and closed with its case."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.assignments import Staffing
from reception.rules.cases import Case
from reception.rules.inquiries import Disposition
from reception.rules.letters import Letter
from reception.rules.reminders import Reminder, Turn
from reception.rules.roster import Post
from reception.rules.staff import Account
from reception.services import assignments, audit, case_ends, case_life, case_requests, check, reminders, supervision
from reception.services.desk import Desk
from reception.store import records
from reception.store.database import Store
from tests.cast import ANN, BEN, CARA, DAN, Clock
from tests.services.case_acts import TOLD, YES, at, codes, now, opened, stop
from tests.services.test_take_over import away, cover_all


def written(desk: Desk) -> list[tuple[Turn, tuple[str, ...]]]:
    """Sweep, and give the turns that were written with whom they went to."""
    return [(each.reminder.turn, each.reminder.to_names) for each in reminders.sweep(desk).written]


def all_reminders(desk: Desk) -> list[Reminder]:
    with desk.reading():
        return records.select(Reminder)


@pytest.fixture
def case(desk: Desk) -> Case:
    """Give a case of 安 that is due on Tuesday 2026-12-01 17:30."""
    opened_case = opened(desk, matter="JW-03")
    assert f"{desk.calendar.local(opened_case.due_at):%Y-%m-%d %H:%M}" == "2026-12-01 17:30"
    return opened_case


@pytest.mark.usefixtures("case")
def test_the_ladder_is_climbed_turn_by_turn_and_each_is_written_once(desk: Desk, clock: Clock):
    assert not reminders.is_wanted(desk)
    steps = [
        ("2026-11-30 00:00", Turn.WARNING, (ANN,)),
        ("2026-12-01 08:30", Turn.DUE_TODAY, (ANN, CARA)),
        ("2026-12-01 17:30:01", Turn.OVERDUE, (ANN, CARA)),
        ("2026-12-04 17:30:01", Turn.LEVEL_TWO, (ANN, CARA)),
        ("2026-12-08 17:30:01", Turn.LEVEL_THREE, (ANN, CARA, DAN, "分管领导")),
    ]
    for moment, turn, names in steps:
        at(clock, desk, moment)
        clock.advance(seconds=-1)
        assert written(desk) == []
        at(clock, desk, moment)
        assert reminders.is_wanted(desk)
        assert written(desk) == [(turn, names)]
        assert written(desk) == []
        assert not reminders.is_wanted(desk)


@pytest.mark.usefixtures("case")
def test_who_slept_over_turns_is_told_of_the_highest_only(desk: Desk, clock: Clock):
    at(clock, desk, "2026-12-09 09:00")
    assert [turn for turn, _names in written(desk)] == [Turn.LEVEL_THREE]
    at(clock, desk, "2026-12-02 09:00")
    assert written(desk) == []


def test_a_slip_has_a_number_a_day_to_answer_and_a_paper(desk: Desk, case: Case, clock: Clock):
    at(clock, desk, "2026-12-02 09:00")
    (slip,) = reminders.sweep(desk).written
    assert slip.reminder.answer_by is not None
    assert f"{desk.calendar.local(slip.reminder.answer_by):%Y-%m-%d %H:%M}" == "2026-12-03 17:30"
    with desk.reading():
        letter = records.get(Letter, slip.reminder.letter_id or 0)
    said = str(letter.text)
    assert letter.number == slip.slip == "教务督〔2026〕第0001号"
    assert "安、凯" in said
    assert "一级督办，蓝单" in said
    assert case.case_no in said


@pytest.mark.usefixtures("case")
def test_the_stand_in_is_reminded_too(desk: Desk, clock: Clock):
    cover_all(desk, ANN, BEN)
    at(clock, desk, "2026-11-30 09:00")
    away(desk)
    assert written(desk) == [(Turn.WARNING, (ANN, BEN))]


def test_a_stopped_clock_sleeps_and_a_moved_date_begins_anew(desk: Desk, case: Case, clock: Clock):
    at(clock, desk, "2026-11-30 09:00")
    assert [turn for turn, _ in written(desk)] == [Turn.WARNING]
    case_life.pause(desk, case.id, stop(date(2026, 12, 15)))
    at(clock, desk, "2026-12-08 10:00")
    assert written(desk) == []
    case_life.resume(desk, case.id)
    swept = reminders.sweep(desk)
    assert (swept.closed, [each.reminder.turn for each in swept.written]) == (1, [Turn.WARNING])
    assert [each.due_at for each in all_reminders(desk)] == [case.due_at, now(desk, case).due_at]


def test_an_extension_closes_what_was_said_of_the_old_date(desk: Desk, cara_desk: Desk, case: Case, clock: Clock):
    at(clock, desk, "2026-12-01 09:00")
    assert [turn for turn, _ in written(desk)] == [Turn.DUE_TODAY]
    case_requests.extend(desk, case.id, 5, "等待外单位复函")
    (waiting,) = supervision.to_approve(cara_desk)
    assert (waiting.number, waiting.asked_by) == (case.case_no, ANN)
    assert supervision.to_approve(desk) == ()
    case_requests.settle(cara_desk, case.id, YES)
    assert supervision.to_approve(cara_desk) == ()
    assert reminders.sweep(desk).closed == 1


def test_what_is_closed_closes_its_reminders_at_the_same_instant(desk: Desk, case: Case, clock: Clock):
    at(clock, desk, "2026-12-02 09:00")
    reminders.sweep(desk)
    clock.advance(hours=1)
    closed = case_ends.close(desk, case.id, TOLD)
    clock.advance(hours=1)
    reminders.sweep(desk)
    (reminder,) = all_reminders(desk)
    assert reminder.closed_at == closed.closed_at is not None
    with pytest.raises(Invalid) as refused:
        supervision.answer(desk, reminder.id, "已经办完")
    assert codes(refused) == [("answer", "reminder_over")]


def test_a_second_level_two_of_a_post_in_a_quarter_is_level_three(desk: Desk, case: Case, clock: Clock):
    at(clock, desk, "2026-12-07 09:00")
    assert [turn for turn, _ in written(desk)] == [Turn.LEVEL_TWO]
    second = opened(desk, matter="JW-03")
    assert second.post_code == case.post_code
    at(clock, desk, "2026-12-18 09:00")
    assert [turn for turn, _ in written(desk)] == [Turn.LEVEL_THREE, Turn.LEVEL_THREE]
    (last,) = [each for each in all_reminders(desk) if each.owed_id == second.id]
    assert last.turn is Turn.LEVEL_THREE
    assert desk.calendar.local(second.due_at).day == 14


def test_the_answer_is_kept_for_all_slips_of_the_case(desk: Desk, ben_desk: Desk, case: Case, clock: Clock):
    for moment in ("2026-12-02 09:00", "2026-12-07 09:00"):
        at(clock, desk, moment)
        reminders.sweep(desk)
    (line,) = supervision.to_answer(desk)
    assert (line.turn, line.number) == (Turn.LEVEL_TWO, case.case_no)
    assert supervision.to_answer(ben_desk) == ()
    with pytest.raises(NotAllowed, match="reminder_of_others"):
        supervision.answer(ben_desk, line.id, "不是我")
    with pytest.raises(Invalid) as empty:
        supervision.answer(desk, line.id, "  ")
    assert codes(empty) == [("answer", "required")]
    supervision.answer(desk, line.id, "等外单位复函，今天办结。")
    assert supervision.to_answer(desk) == ()
    assert {each.answer for each in all_reminders(desk)} == {"等外单位复函，今天办结。"}
    with pytest.raises(Invalid) as again:
        supervision.answer(desk, line.id, "再答")
    assert codes(again) == [("answer", "reminder_answered")]


@pytest.mark.usefixtures("case")
def test_each_person_is_told_once_of_each_turn(desk: Desk, cara_desk: Desk, ben_desk: Desk, clock: Clock):
    at(clock, desk, "2026-12-02 09:00")
    reminders.sweep(desk)
    (line,) = supervision.unseen(desk)
    supervision.note_seen(desk, [line.id])
    supervision.note_seen(desk, [line.id])
    assert supervision.unseen(desk) == ()
    assert supervision.unseen(ben_desk) == ()
    assert [each.id for each in supervision.unseen(cara_desk)] == [line.id]
    with desk.reading():
        me = records.find(Account, name=ANN)
    assert all_reminders(desk)[0].seen_by == (me.id if me else 0,)


def test_a_complaint_gets_no_paper_and_goes_to_who_may_see_it_only(desk: Desk, cara_desk: Desk, clock: Clock):
    complaint = opened(desk, Disposition.D10)
    clock.now = complaint.due_at + timedelta(seconds=1)
    (told,) = reminders.sweep(desk).written
    assert (told.reminder.turn, told.slip, told.restricted) == (Turn.OVERDUE, "", True)
    assert CARA not in told.reminder.to_names
    (line,) = supervision.listed(cara_desk)
    assert (line.number, line.restricted, line.to_names) == (complaint.case_no, True, ())


@pytest.mark.usefixtures("case")
def test_the_log_says_that_the_system_did_it(desk: Desk, dan_desk: Desk, clock: Clock):
    at(clock, desk, "2026-11-30 09:00")
    reminders.sweep(dan_desk)
    (reminder,) = all_reminders(desk)
    (entry,) = audit.history(desk, "Reminder", reminder.id)
    assert (entry.actor, entry.actor_id, entry.action) == ("系统", None, "sweep_due")


def test_two_programs_that_sweep_at_once_remind_once(desk: Desk, store: Store, data_folder: Path, clock: Clock):
    for _ in range(reminders.MOST_AT_ONCE + 20):
        opened(desk, matter="JW-03")
    at(clock, desk, "2026-12-02 09:00")
    program = [sys.executable, "-c", RACE, str(data_folder), clock.now.isoformat()]
    racers = [subprocess.Popen(program, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) for _ in range(2)]
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    counts = []
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    for racer in racers:
        said, _nothing = racer.communicate(timeout=60)
        assert racer.returncode == 0
        counts.append(int(said))
    assert sum(counts) == reminders.MOST_AT_ONCE + 20
    kept = all_reminders(desk)
    assert len({each.owed_id for each in kept}) == len(kept) == reminders.MOST_AT_ONCE + 20
    store.close()
    assert check.check_folder(data_folder).damage == ()


RACE = """
import sys
from datetime import datetime
from pathlib import Path
from reception.rules.staff import Account
from reception.services import reminders
from reception.services.office import open_desk
from reception.store.database import open_store
store = open_store(Path(sys.argv[1]))
at = datetime.fromisoformat(sys.argv[2])
desk = open_desk(store, Account(name="", roles=(), password_hash=""), "", lambda: at)
print("ready", flush=True)
sys.stdin.readline()
total, more = 0, True
while more:
    swept = reminders.sweep(desk)
    total, more = total + len(swept.written), swept.more
print(total)
store.close()
"""


@pytest.mark.usefixtures("case")
def test_a_sweep_before_anybody_came_reminds_who_holds_the_post_from_today(desk: Desk, clock: Clock):
    with desk.reading():
        post, ben = records.select(Post, code="JW-03")[0], records.select(Account, name=BEN)[0]
    assignments.assign(desk, post.id, Staffing(holder_id=ben.id, from_on=date(2026, 12, 1)))
    at(clock, desk, "2026-12-01 08:30")
    assert written(desk) == [(Turn.DUE_TODAY, (BEN, CARA))]
