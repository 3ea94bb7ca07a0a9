"""A few weeks of one office, lived by chance and replayed from the audit log; `dev.py soak` lives the whole year."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.independent.replay import replay
from tests.year.simulation import Outcome, Plan, live

SEED = 7
WEEKS = Plan(
    first=date(2026, 12, 7),
    last=date(2026, 12, 24),
    cases=60,
    acts_a_case=2.4,
    looks_a_day=2,
    programs_every=9,
    notice_on=date(2026, 12, 17),
)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Give the weeks of one office."""
    return live(tmp_path_factory.mktemp("year") / "data", SEED, WEEKS)


def test_every_light_take_over_and_reminder_is_as_the_audit_log_says(lived: Outcome):
    assert lived.found.differences == []
    assert lived.damage == ()


def test_the_weeks_were_lively_enough_to_say_something(lived: Outcome):
    compared = lived.found.compared
    assert lived.opened >= 40
    assert compared["light"] >= 200
    assert compared["whose it is, exactly one"] >= 60
    assert compared["holder of a post"] >= 400
    assert compared["reminders"] >= 30
    assert compared["due date after a change of the calendar"] >= 40
    assert lived.done["second program"] + lived.done["second program, killed"] >= 1
    for act in ("case: pause", "case: resume", "case: close", "transfer", "away", "back", "cover"):
        assert lived.done[act] >= 1, act


def test_the_replay_sees_what_a_program_would_do_wrong(lived: Outcome):
    seen, sweeps = list(lived.seen), list(lived.sweeps)
    database = lived.folder / "reception.db"
    place = next(n for n, each in enumerate(seen) if each.cases)
    number, shown = next(iter(seen[place].cases.items()))
    wrong = {"normal": "overdue"}.get(shown.light, "normal")
    seen[place] = replace(seen[place], cases=seen[place].cases | {number: replace(shown, light=wrong)})
    seen[0] = replace(seen[0], holders=dict.fromkeys(seen[0].holders, 0))
    wrote = next(n for n, each in enumerate(sweeps) if each.after > each.before + 3)
    sweeps[wrote] = replace(sweeps[wrote], at=sweeps[wrote].at - timedelta(days=40))
    said = {line.split(" ")[0] for line in replay(database, seen, sweeps).differences}
    assert {"light", "holder", "reminder"} <= said
