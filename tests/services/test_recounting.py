"""What was counted before the lock is brought up to date under it; a change is made whole or not at all."""

from dataclasses import replace
from datetime import date

import pytest

from reception.errors import Conflict
from reception.rules.calendar_edits import CalendarEdit
from reception.rules.cases import Referral
from reception.rules.due_moves import DueMove, MoveKind
from reception.rules.inquiries import Disposition
from reception.rules.office import WorkingDay
from reception.services import calendar_changes, case_life, referrals
from reception.services.calendar_changes import Change, arrange
from reception.services.desk import Desk
from reception.store import journal, records
from tests.cast import Clock
from tests.services.case_acts import at, stop
from tests.services.test_calendar_changes import SATURDAY, SPORTS, due_on, fresh, issue, opened, stored

MONDAY = arrange(date(2026, 11, 30), works=False, reason="停电")


def apply_after(desk: Desk, shown: Change) -> Change:
    return calendar_changes.apply(desk, shown.edit, shown=shown)


def test_a_case_that_opened_after_the_preview_moves_too(desk: Desk):
    early = opened(desk)
    shown = calendar_changes.preview(desk, SPORTS)
    late = opened(desk)
    assert [move.number for move in apply_after(desk, shown).moves] == [early.case_no, late.case_no]
    assert [due_on(desk, case) for case in (early, late)] == [date(2026, 12, 2)] * 2


def test_a_paper_given_out_after_the_preview_promises_its_date(desk: Desk):
    case, free = opened(desk), opened(desk)
    shown = calendar_changes.preview(desk, SATURDAY)
    assert {move.kind for move in shown.moves} == {MoveKind.EARLIER}
    number = issue(desk, case)
    done = {move.number: move for move in apply_after(desk, shown).moves}
    assert (done[case.case_no].kind, done[case.case_no].papers) == (MoveKind.PROMISED, (number,))
    assert [due_on(desk, each) for each in (case, free)] == [date(2026, 12, 1), date(2026, 11, 30)]


def test_what_stopped_or_was_settled_after_the_preview_stays(desk: Desk):
    stopped, passed = opened(desk), opened(desk, Disposition.D6)
    power_cut = arrange(date(2026, 11, 25), works=False, reason="停电")
    shown = calendar_changes.preview(desk, power_cut)
    assert len(shown.moves) == 3
    case_life.pause(desk, stopped.id, stop())
    with desk.reading():
        [referral] = records.select(Referral)
    referrals.acknowledge(desk, referral.id)
    assert [move.number for move in apply_after(desk, shown).moves] == [passed.case_no]
    assert due_on(desk, stopped) == date(2026, 12, 1)


def test_another_change_of_the_calendar_meanwhile_is_counted_in(desk: Desk):
    case = opened(desk)
    shown = calendar_changes.preview(desk, SPORTS)
    calendar_changes.apply(desk, MONDAY)
    done = apply_after(desk, shown)
    assert not done.before.is_working_day(date(2026, 11, 30))
    assert due_on(desk, case) == date(2026, 12, 3)


def test_a_date_that_passed_since_the_preview_is_not_made_earlier(desk: Desk, clock: Clock):
    case = opened(desk)
    shown = calendar_changes.preview(desk, SATURDAY)
    at(clock, desk, "2026-11-30 17:31")
    [move] = apply_after(desk, shown).moves
    assert move.kind is MoveKind.PROMISED
    assert due_on(desk, case) == date(2026, 12, 1)


def test_the_preview_of_another_edit_is_not_taken_for_this_one(desk: Desk):
    case = opened(desk)
    shown = calendar_changes.preview(desk, SATURDAY)
    calendar_changes.apply(desk, SPORTS, shown=shown)
    assert due_on(desk, case) == date(2026, 12, 2)


def test_a_case_that_is_not_as_it_was_read_leaves_all_dates_and_the_calendar_alone(desk: Desk):
    cases = [opened(desk) for _ in range(3)]
    shown = calendar_changes.preview(desk, SPORTS)
    *others, last = shown.moves
    forged = replace(shown, moves=(*others, replace(last, record=replace(last.record, version=9))))
    before = contents(desk)
    with pytest.raises(Conflict):
        apply_after(desk, forged)
    assert contents(desk) == before
    assert {due_on(desk, case) for case in cases} == {date(2026, 12, 1)}


def contents(desk: Desk) -> tuple[int, list[WorkingDay], list[DueMove]]:
    with desk.reading():
        return journal.mark(), records.select(WorkingDay), records.select(DueMove)


def test_a_calendar_that_never_holds_still_is_given_up_without_a_trace(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    case = opened(desk)
    stale = calendar_changes.preview(desk, SPORTS)
    calendar_changes.apply(desk, MONDAY)
    monkeypatch.setattr(calendar_changes, "preview", lambda *_entry: stale)
    before = contents(desk)
    with pytest.raises(Conflict):
        apply_after(desk, stale)
    assert contents(desk) == before
    assert due_on(desk, case) == date(2026, 12, 2)


def test_many_moves_leave_the_same_traces_as_single_ones(desk: Desk):
    cases = [opened(desk) for _ in range(5)]
    calendar_changes.apply(desk, SPORTS)
    with desk.reading():
        entries = journal.entries("Case")[-5:]
        moves = records.select(DueMove)
        assert journal.first_broken(desk.store.key) is None
        told = [entry.object_id for entry in journal.entries("DueMove")]
    assert [(entry.action, entry.object_id) for entry in entries] == [("edit_calendar", case.id) for case in cases]
    assert [move.id for move in moves] == told == [1, 2, 3, 4, 5]
    assert {stored(desk, case).version for case in cases} == {case.version + 1 for case in cases}
    calendar_changes.apply(desk, CalendarEdit(days=calendar_changes.withdrawn(fresh(desk).calendar, *_SPORTS_DAY).days))
    assert {due_on(desk, case) for case in cases} == {date(2026, 12, 1)}


_SPORTS_DAY = (date(2026, 11, 27), None, 4)
