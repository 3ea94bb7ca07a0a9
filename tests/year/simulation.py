"""A year of one office, clock injected: everything goes through the services on a real store, all of it by chance.

`live` works the days and watches; what was shown and swept goes to `tests.independent.replay`, which holds it against
the audit log alone.
"""

import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from reception.errors import ReceptionError
from reception.rules.cases import is_mine, light
from reception.rules.thresholds import LightThresholds
from reception.rules.timetables import Season, Session, Timetable, parse_sessions
from reception.services import (
    assignments,
    audit,
    calendar_changes,
    calendar_files,
    cases,
    due_board,
    office_hours,
    presence,
    reminders,
)
from reception.services.check import check_folder
from reception.services.office import edit_office
from tests.independent.replay import Found, Seen, Shown, Sweep, replay
from tests.second_program import started
from tests.year import people_acts
from tests.year.case_acts import Work
from tests.year.office import POSTS, Stage, open_year

_DAY = timedelta(days=1)
_NEXT_YEAR = """
{"years": [{"year": 2027, "source": "国务院办公厅关于2027年部分节假日安排的通知(推演)", "rest": [
 {"name": "元旦", "from": "2026-12-31", "to": "2027-01-03"},
 {"name": "春节", "from": "2027-02-05", "to": "2027-02-14"},
 {"name": "清明节", "from": "2027-04-03", "to": "2027-04-05"},
 {"name": "劳动节", "from": "2027-05-01", "to": "2027-05-05"},
 {"name": "端午节", "from": "2027-06-09", "to": "2027-06-09"},
 {"name": "中秋节", "from": "2027-09-15", "to": "2027-09-15"},
 {"name": "国庆节", "from": "2027-10-01", "to": "2027-10-07"}],
 "work": ["2027-01-09", "2027-02-20", "2027-02-27", "2027-04-25", "2027-05-08", "2027-09-26", "2027-10-09"]}]}
"""
"""A notice that nobody published: only the simulated office knows it."""


@dataclass(frozen=True)
class Plan:
    """How long and how lively the simulation is."""

    first: date = date(2026, 1, 4)
    last: date = date(2026, 12, 31)
    cases: int = 2000
    acts_a_case: float = 4.2
    looks_a_day: int = 3
    programs_every: int = 9
    notice_on: date = date(2026, 12, 18)


@dataclass
class Life:
    """The simulation under way: what was shown, when was swept, what was done and refused."""

    stage: Stage
    plan: Plan
    work: Work
    seen: list[Seen] = field(default_factory=list)
    sweeps: list[Sweep] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    looks: int = 0

    # What is watched.

    def mark(self) -> int:
        """Give the number of the newest entry of the log."""
        return audit.present_mark(self.stage.keeper)

    def look(self) -> None:
        """Note what list and board show now, every third time to everybody."""
        stage = self.stage
        self.looks += 1
        assignments.settle(stage.keeper)  # as every window does when a day begins
        keeper, now = stage.keeper, stage.clock()
        everybody = self.looks % 3 == 0
        mine: dict[str, set[int]] = {}
        for number, desk in stage.desks.items() if everybody else ():
            for line in due_board.look(desk).lines:
                if is_mine(line, now, desk.calendar):
                    mine.setdefault(line.number, set()).add(number)
        board = due_board.look(keeper)
        drawn = {line.number: (line.person, board.lights[line.number]) for line in board.lines}
        shown: dict[bool, dict[str, Shown]] = {True: {}, False: {}}
        for item in cases.due_list(keeper):
            colour = light(item, now, keeper.calendar)
            if drawn.pop(item.number) != (item.person, colour):
                raise AssertionError(f"board and list differ in {item.number} at {now}")
            whose = frozenset(mine.get(item.number, ())) if everybody else None
            due = keeper.calendar.local(item.due_at)
            shown[item.transfer][item.number] = Shown(str(colour), due, item.person, whose)
        if drawn:
            raise AssertionError(f"only the board shows {sorted(drawn)} at {now}")
        roll = presence.roll(keeper)
        holders = {code: roll.posts[code].serving_id for code in POSTS}
        self.seen.append(Seen(now, self.mark(), shown[False], shown[True], holders))

    def sweep(self) -> None:
        """Let the window of somebody sweep."""
        before, more = self.mark(), True
        desk = self.stage.random.choice(list(self.stage.desks.values()))
        while more:
            more = reminders.sweep(desk).more
        self.sweeps.append(Sweep(self.stage.clock(), before, self.mark()))

    def other_program(self) -> None:
        """Sweep by the command line in a second program on the same file; now and then it is killed at once."""
        before, now = self.mark(), self.stage.clock()
        child = started(now, "sweep", "--data", str(self.stage.store.folder))
        killed = self.stage.random.random() < 0.4
        if killed:
            try:
                child.wait(self.stage.random.uniform(0.2, 1.4))
            except subprocess.TimeoutExpired:
                child.kill()
        _out, err = child.communicate(timeout=120)
        if not killed and child.returncode != 0:
            raise AssertionError(f"the sweep of a second program ended with {child.returncode}: {err.decode()}")
        self.sweeps.append(Sweep(now, before, self.mark(), killed=killed and child.returncode != 0))
        self.done["second program, killed" if killed and child.returncode != 0 else "second program"] += 1

    # What happens.

    def attempt(self, name: str, act: Callable[[], object]) -> None:
        """Do something, allowed or not; what is refused must have changed nothing."""
        before = self.mark()
        try:
            said = act()
        except ReceptionError as refused:
            self.done[f"refused: {name}"] += 1
            if self.mark() != before and name not in _IN_STEPS:
                raise AssertionError(f"{name} was refused ({refused}) but wrote into the log") from refused
            return
        self.done[f"{name}: {said}" if isinstance(said, str) and said else name] += 1

    def day(self, day: date) -> None:
        """Work one day: an agenda of moments, each with what happens then."""
        stage, random = self.stage, self.stage.random
        works = stage.keeper.calendar.is_working_day(day)
        lively = 1.0 if works else 0.08
        length = (self.plan.last - self.plan.first).days + 1
        a_day = self.plan.cases / length / 0.6
        agenda: list[tuple[datetime, Callable[[], None]]] = []

        def plan(count: float, what: Callable[[], None], *, any_hour: bool = False) -> None:
            for _ in range(int(count) + (random.random() < count % 1)):
                agenda.append((self._moment(day, any_hour=any_hour or not works), what))

        plan(a_day * lively, self._record)
        plan(a_day * self.plan.acts_a_case * lively, lambda: self.attempt("case", self.work.act))
        plan(a_day * 0.3 * lively, lambda: self.attempt("transfer", self.work.transfer))
        plan(a_day * 0.1 * lively, lambda: self.attempt("came back", self._come_back))
        plan(0.15 * lively, lambda: self.attempt("void", self.work.void_something))
        plan(1.9 * lively, self._leave, any_hour=random.random() < 0.1)
        plan(2.4 * lively, lambda: self.attempt("back", lambda: people_acts.come_back(stage)))
        plan(0.9 * lively, lambda: self.attempt("cover", lambda: people_acts.cover(stage)))
        plan(0.12 * lively, lambda: self.attempt("restaff", lambda: people_acts.restaff(stage)))
        plan(0.03 * lively, lambda: self.attempt("kept apart", lambda: people_acts.keep_apart(stage)))
        plan(0.5 * lively, lambda: self.attempt("answer", self.work.answer_something))
        plan(self.plan.looks_a_day * (1 if works else 0.3), self.look, any_hour=random.random() < 0.3)
        plan(1 / self.plan.programs_every if works else 0, self.other_program)
        agenda += [(self._at(day, at), self.sweep) for at in self._sweep_times(works)]
        agenda += [(moment, self.look) for moment in self._edges(day)]
        agenda += [(self._at(day, time(7, 40)), self._upkeep)]
        if day == self.plan.notice_on:
            agenda.append((self._at(day, time(10, 5)), self._notice))
        for moment, what in sorted(agenda, key=lambda each: each[0]):
            stage.clock.now = max(moment, stage.clock.now + timedelta(seconds=3))
            what()

    def _moment(self, day: date, *, any_hour: bool) -> datetime:
        random = self.stage.random
        hour = random.choice(range(24)) if any_hour else random.choice((8, 8, 9, 9, 10, 11, 14, 15, 15, 16, 17))
        at = time(hour, random.randint(0, 59), random.choice((0, 0, random.randint(0, 59))))
        return self.stage.keeper.calendar.instant(datetime.combine(day, at))

    def _at(self, day: date, at: time) -> datetime:
        return self.stage.keeper.calendar.instant(datetime.combine(day, at))

    def _sweep_times(self, works: bool) -> list[time]:
        times = [time(0, 1), time(7, 55), time(8, 30), time(10, 30), time(12, 5), time(14, 40), time(17, 31)]
        return [at for at in times if self.stage.random.random() < (0.6 if works else 0.15)]

    def _edges(self, day: date) -> list[datetime]:
        """Give moments at which something turns: a due moment itself and the minute behind it, a planned departure."""
        random, keeper = self.stage.random, self.stage.keeper
        local = keeper.calendar.local
        due = sorted({item.due_at for item in cases.due_list(keeper) if local(item.due_at).date() == day})
        picked = random.sample(due, min(1, len(due)))
        return [*picked, *(at + timedelta(minutes=1) for at in picked)]

    def _record(self) -> None:
        desk = self.stage.random.choice(self.stage.clerks)
        self.attempt("record", lambda: self.work.record(desk))

    def _leave(self) -> None:
        self.attempt("away", lambda: people_acts.leave(self.stage))

    def _leave(self) -> None:
        self.attempt("away", lambda: people_acts.leave(self.stage))

    def _come_back(self) -> None:
        self.work.come_back(self.stage.random.choice(self.stage.clerks))

    def _upkeep(self) -> None:
        """Do what the window does when a day begins, mostly; nobody may have come yet."""
        if self.stage.random.random() < 0.7:
            assignments.settle(self.stage.keeper)

    def _notice(self) -> None:
        """Load next year's notice: what is owed is counted anew."""
        edit = calendar_files.read_text(_NEXT_YEAR).edit
        change = calendar_changes.apply(self.stage.keeper, edit)
        self.done["due dates moved by the notice"] = len(change.dates)
        self.done["due dates settled by the notice"] = len(change.moves) - len(change.dates)
        self.stage.refresh()

    def arrange(self, first: date, last: date, *, works: bool, layer: int, reason: str) -> None:
        """Close or open the office on some days, against the published calendar."""
        edit = calendar_changes.arrange(first, last, works=works, reason=reason, layer=layer)
        calendar_changes.apply(self.stage.keeper, edit)
        self.stage.refresh()
        self.done["days arranged"] += len(edit.days)

    def keep_hours(self, first: date, sessions: tuple[Session, ...], reason: str) -> None:
        """Let other office hours hold from a day on."""
        hours = Timetable(seasons=(Season(from_month=1, from_day=1, sessions=sessions),))
        change = calendar_changes.apply(self.stage.keeper, office_hours.from_day(first, hours, reason))
        self.stage.refresh()
        self.done["due dates moved by other hours"] += len(change.dates)

    def warn_earlier(self) -> None:
        """Let lights warn earlier than the handbook says."""
        keeper = self.stage.keeper
        thresholds = LightThresholds(short_days=2, long_divisor=4, long_least=3, used_percent=40)
        edit_office(keeper, replace(keeper.office, thresholds=thresholds))
        self.stage.refresh()

    def withdraw(self, first: date, last: date, *, layer: int) -> None:
        """Take an arrangement back."""
        edit = calendar_changes.withdrawn(self.stage.keeper.calendar, first, last, layer)
        calendar_changes.apply(self.stage.keeper, edit)
        self.stage.refresh()
        self.done["days withdrawn"] += len(edit.days)


_SUMMER = parse_sessions("08:00-12:00, 15:00-18:00")
_WINTER = parse_sessions("08:00-12:00, 14:30-17:30")
_IN_STEPS = frozenset({"away", "cover", "answer", "came back"})
"""What consists of several acts, of which the first may stand when a later one is refused."""


@dataclass(frozen=True)
class Outcome:
    """What a simulation came to."""

    found: Found
    done: Counter[str]
    opened: int
    damage: tuple[object, ...]
    folder: Path
    seen: list[Seen]
    sweeps: list[Sweep]


def live(folder: Path, seed: int, plan: Plan, say: Callable[[str], object] = lambda _words: None) -> Outcome:
    """Live the plan in an office of its own, then replay the log and compare.

    Args:
        folder: an empty place for the office.
        seed: the same seed lives the same life, but for what a kill hits.
        plan: how long and how lively.
        say: is told at the end of each month how far it is.
    """
    random = Random(seed)
    begins = datetime.combine(plan.first - _DAY, time(2, 0), tzinfo=UTC)
    stage = open_year(folder, begins, random)
    life = Life(stage, plan, Work(stage))
    extras = _extras(life, plan)
    day = plan.first
    while day <= plan.last:
        for what in extras.get(day, ()):
            stage.clock.now = max(life._at(day, time(6, 30)), stage.clock.now + timedelta(seconds=3))
            what()
        life.day(day)
        day += _DAY
        if day.day == 1:
            say(f"until {day}: {life.work.opened} cases, {len(life.sweeps)} sweeps")
    stage.store.tidy()
    stage.store.close()
    found = replay(folder / "reception.db", life.seen, life.sweeps)
    damage = tuple(check_folder(folder).damage)
    return Outcome(found, life.done, life.work.opened, damage, folder, life.seen, life.sweeps)


def _extras(life: Life, plan: Plan) -> dict[date, list[Callable[[], None]]]:
    """Give what happens once on certain days: closures, days taken back, somebody who leaves for good."""
    length = (plan.last - plan.first).days
    days: dict[date, list[Callable[[], None]]] = {}

    def on(part: float, what: Callable[[], None]) -> None:
        days.setdefault(plan.first + timedelta(days=int(length * part)), []).append(what)

    def ahead(part: float, days_ahead: int) -> date:
        return plan.first + timedelta(days=int(length * part) + days_ahead)

    on(0.3, lambda: life.arrange(ahead(0.3, 3), ahead(0.3, 5), works=False, layer=4, reason="运动会"))
    on(0.45, lambda: life.arrange(ahead(0.45, 0), ahead(0.45, 1), works=False, layer=3, reason="台风停课"))
    on(0.6, lambda: life.arrange(ahead(0.6, 2), ahead(0.6, 9), works=True, layer=3, reason="迎新全员上班"))
    on(0.61, lambda: life.withdraw(ahead(0.6, 6), ahead(0.6, 9), layer=3))
    on(0.2, lambda: life.keep_hours(ahead(0.2, 2), _SUMMER, "夏季作息"))
    on(0.7, lambda: life.keep_hours(ahead(0.7, 2), _WINTER, "冬季作息"))
    on(0.75, life.warn_earlier)
    on(0.5, lambda: life.attempt("somebody leaves", lambda: people_acts.replace_somebody(life.stage, "尤新")))
    on(0.8, lambda: life.attempt("somebody leaves", lambda: people_acts.replace_somebody(life.stage, "许新")))
    return days
