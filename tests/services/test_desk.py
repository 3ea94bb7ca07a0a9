"""The six promises of a work."""

import json
from dataclasses import replace

import pytest

from reception.errors import Conflict, NotAllowed, NotFound
from reception.rules.office import Counter, Office
from reception.rules.staff import RIGHTS, Action, Role, may
from reception.services.desk import Desk
from reception.store import journal, records
from tests.cast import Clock


def counters(desk: Desk) -> list[str]:
    with desk.reading():
        return [counter.name for counter in records.select(Counter)]


def test_what_a_role_may_not_do_does_not_begin(ben_desk: Desk) -> None:
    with pytest.raises(NotAllowed) as refused, ben_desk.work(Action.EDIT_OFFICE):
        pass
    assert refused.value.values["action"] is Action.EDIT_OFFICE


def test_a_work_that_fails_leaves_nothing(desk: Desk) -> None:
    before = counters(desk)

    def fail() -> None:
        with desk.work(Action.EDIT_OFFICE) as work:
            work.log(work.add(Counter(name="9号窗口")))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert counters(desk) == before


def test_a_change_that_nobody_logged_is_rolled_back(desk: Desk) -> None:
    before = counters(desk)
    with pytest.raises(AssertionError, match="Counter"), desk.work(Action.EDIT_OFFICE) as work:
        work.add(Counter(name="9号窗口"))
    assert counters(desk) == before


def test_all_of_a_work_happens_at_one_instant(desk: Desk, clock: Clock) -> None:
    with desk.work(Action.EDIT_OFFICE) as work:
        first = work.now
        clock.advance(minutes=3)
        assert work.now == first


def test_who_changed_an_old_version_is_told_that_somebody_was_faster(desk: Desk) -> None:
    with desk.work(Action.EDIT_OFFICE) as work:
        office = work.get(Office, desk.office.id)
        work.log(work.change(replace(office, place="一楼")))
    with pytest.raises(Conflict), desk.work(Action.EDIT_OFFICE) as work:
        work.log(work.change(replace(office, place="二楼")))


def test_an_entry_holds_the_old_and_the_new_value(desk: Desk) -> None:
    with desk.work(Action.EDIT_OFFICE) as work:
        office = work.get(Office, desk.office.id)
        work.log(work.change(replace(office, place="一楼")))
    with desk.reading():
        entry = journal.entries("Office", office.id)[-1]
    assert (entry.actor, entry.counter, entry.action) == ("安", desk.counter, "edit_office")
    assert json.loads(entry.payload or "") == {"changes": {"place": [desk.office.place, "一楼"]}}


def test_a_record_that_is_not_there_is_said_to_be_missing(desk: Desk) -> None:
    with pytest.raises(NotFound), desk.work(Action.EDIT_OFFICE) as work:
        work.get(Counter, 999)


def test_what_changed_is_known_since_a_mark_and_once(desk: Desk) -> None:
    with desk.reading():
        mark = journal.mark()
    with desk.work(Action.EDIT_OFFICE) as work:
        work.log(work.add(Counter(name="9号窗口")))
    with desk.reading():
        seen, kinds = journal.changes_since(mark)
        assert kinds == {"Counter"}
        assert journal.changes_since(seen) == (seen, frozenset())


def test_every_action_has_its_rights_and_none_is_everybodys_by_accident() -> None:
    assert set(RIGHTS) == set(Action)
    open_to_all = {action for action in Action if all(may([role], action) for role in Role)}
    about_oneself = {Action.SIGN_IN, Action.CHANGE_OWN_PASSWORD, Action.AWAY_OWN, Action.NOTE_DUE_MOVE}
    about_oneself |= {Action.ANSWER_REMINDER, Action.NOTE_REMINDER}
    assert open_to_all == {*about_oneself, Action.SETTLE_POSTS, Action.SWEEP_DUE}


def test_nobody_without_a_role_may_do_anything() -> None:
    assert not any(may([], action) for action in Action)


@pytest.mark.parametrize(
    ("action", "roles"),
    [
        (Action.RECORD, {Role.CLERK, Role.SECTION_HEAD, Role.UNIT_HEAD}),
        (Action.VOID_ANY, {Role.SECTION_HEAD, Role.UNIT_HEAD}),
        (Action.CORRECT_OWN, {Role.CLERK, Role.SECTION_HEAD, Role.UNIT_HEAD}),
        (Action.CORRECT_ANY, {Role.SECTION_HEAD, Role.UNIT_HEAD}),
        (Action.CORRECT_FIRST_OFFICER, {Role.UNIT_HEAD}),
        (Action.EXPORT_FULL, {Role.UNIT_HEAD}),
        (Action.SEE_RESTRICTED, {Role.SUPERVISOR, Role.UNIT_HEAD}),
        (Action.EDIT_STAFF, {Role.ADMINISTRATOR}),
    ],
)
def test_the_rights_that_the_rules_name_are_held_by_exactly_these(action: Action, roles: set[Role]) -> None:
    assert {role for role in Role if may([role], action)} == roles
