"""Building the demonstration office, day by day as it would have happened."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from reception.errors import Unavailable
from reception.rules import inquiry_check
from reception.rules.inquiries import Disposition, Inquiry, Status, VoidReason
from reception.rules.notices import QUERY_ALPHABET, QUERY_LENGTH, Notice
from reception.rules.office import Office
from reception.rules.roster import Post
from reception.rules.staff import Account, Action, Role
from reception.rules.working_calendar import WorkingCalendar
from reception.services import catalogue, corrections, counted_prints, inquiries, office, posts, staff
from reception.services.demo.asides import count_asides
from reception.services.demo.contacts import WEIGHTS, Setting, contact
from reception.services.demo.life import Life, SetClock, staff_posts, train
from reception.services.demo.people import Person, person
from reception.services.desk import Desk, Work
from reception.services.working_days import load_calendar
from reception.store import records
from reception.store.database import Store, open_store

ACCOUNTS_NAME = "demo-accounts.txt"
COUNTERS = ("1号窗口", "2号窗口")
_A_DAY = 25
"""Contacts of an ordinary day at two counters."""
_MOST_DAYS = 450
_OFFICE = Office(
    name="教务处",
    name_en="Academic Affairs Office",
    short_name="教务",
    university="示例大学",
    university_en="Sample University",
    phone="0731-5550-1200",
    supervise_phone="0731-5550-1199",
    area_code="0731",
)
_STAFF = (
    ("林静", Role.CLERK),
    ("邓敏", Role.SECTION_HEAD),
    ("罗远", Role.UNIT_HEAD),
    ("谭正", Role.SUPERVISOR),
    ("苏航", Role.ADMINISTRATOR),
    ("潘悦", Role.CLERK),
    ("韦娜", Role.CLERK),
)
_ADMINISTRATOR = 4
_VOID_NOTES = {
    VoidReason.MISTAKE: "选错事项，已重新登记",
    VoidReason.DUPLICATE: "同一来访登记了两次",
    VoidReason.TEST: "试登记",
}


@dataclass(slots=True)
class _Build:
    """What is known while the demonstration is being built."""

    store: Store
    random: Random
    asides: Random
    """Apart from `random`, so that the records stay the same whatever is counted between them."""
    clock: SetClock
    calendar: WorkingCalendar
    desks: list[Desk]
    setting: Setting
    life: Life
    people: list[Person] = field(default_factory=list)
    recorded: list[Inquiry] = field(default_factory=list)


def create_demo(folder: Path, count: int, *, seed: int, until: date) -> None:
    """Make an office with so many records, the last of them on `until` or the working day before it.

    Raises:
        Unavailable: the folder is not empty or cannot be used, the disk is full; nothing remains then.
    """
    _refuse_used(folder)
    random = Random(f"{count}/{seed}/{until}")
    calendar = load_calendar()
    days = _days(calendar, count, until)
    clock = SetClock(_opening(calendar, days[0]))
    clock.now -= timedelta(minutes=30)
    passwords = [f"{random.choice(('lotus', 'pine', 'river', 'maple'))}-{random.randint(10**7, 10**8)}" for _ in _STAFF]
    with office.removed_on_failure(folder, ACCOUNTS_NAME):
        _create_office(folder, clock, passwords)
        store = open_store(folder)
        try:
            desks, setting, holders = _people_and_posts(store, clock, passwords)
            asides, chance = (Random(f"{name} {count}/{seed}/{until}") for name in ("asides", "life"))
            life = Life(chance, clock, {desk.account.id: desk for desk in desks}, holders)
            build = _Build(store, random, asides, clock, desks[0].calendar, desks, setting, life)
            _fill(build, days, count)
            store.tidy()
        finally:
            store.close()
        _write_accounts(folder / ACCOUNTS_NAME, passwords)


def _refuse_used(folder: Path) -> None:
    try:
        used = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as failure:
        raise Unavailable("cannot_open") from failure
    if used:
        raise Unavailable("folder_not_empty", folder=str(folder))


def _days(calendar: WorkingCalendar, count: int, until: date) -> list[date]:
    """Give the working days of the demonstration, the first one first."""
    wanted = max(5, min(_MOST_DAYS, -(-count // _A_DAY)))
    found: list[date] = []
    day = until
    while len(found) < wanted:
        if calendar.is_working_day(day):
            found.append(day)
        day -= timedelta(days=1)
    return found[::-1]


def _create_office(folder: Path, clock: SetClock, passwords: list[str]) -> None:
    office.create_office(
        folder,
        _OFFICE,
        counter=COUNTERS[0],
        account=_STAFF[_ADMINISTRATOR][0],
        password=passwords[_ADMINISTRATOR],
        clock=clock,
    )


def _people_and_posts(
    store: Store, clock: SetClock, passwords: list[str]
) -> tuple[list[Desk], Setting, dict[str, int]]:
    """Add the accounts and the second counter, staff the office's own posts; give the desks of the clerks."""
    first = _administrator(store)
    admin = office.open_desk(store, first, clock=clock)
    staff.change_account(admin, replace(first, roles=(Role.ADMINISTRATOR,)))
    office.add_counter(admin, COUNTERS[1])
    clerks: list[Account] = []
    head: Account | None = None
    for (name, role), password in zip(_STAFF, passwords, strict=True):
        if role is Role.ADMINISTRATOR:
            continue
        added = staff.add_account(admin, name, (role,), password, must_change=False)
        clerks += [added] if role is Role.CLERK else []
        head = added if role is Role.SECTION_HEAD else head
    staff_posts(admin, _own_posts(admin), clerks)
    own = _own_posts(admin)
    if head is not None:
        names = {clerk.id: clerk.name for clerk in clerks}
        train(office.open_desk(store, head, clock=clock), own, names, admin.calendar.local(clock.now).date())
    desks = [
        office.open_desk(store, clerk, COUNTERS[place % len(COUNTERS)], clock) for place, clerk in enumerate(clerks)
    ]
    return desks, _setting(admin), {post.code: post.holder_id for post in own}


def _own_posts(desk: Desk) -> list[Post]:
    return [post for post in posts.posts(desk) if post.unit_code == desk.office.unit_code]


def _administrator(store: Store) -> Account:
    with store.reading():
        return records.select(Account)[0]


def _setting(desk: Desk) -> Setting:
    own_unit = desk.office.unit_code
    matters = catalogue.matters(desk)
    return Setting(
        own=[one for one in matters if one.unit_code == own_unit],
        others=[one for one in matters if one.unit_code != own_unit],
        units={unit.code: unit for unit in catalogue.units(desk)},
    )


def _fill(build: _Build, days: list[date], count: int) -> None:
    ways = _ways(build.random, count)
    closings = [_closing(build.calendar, day) for day in days]
    for place, day in enumerate(days):
        begin, end = count * place // len(days), count * (place + 1) // len(days)
        build.life.open_day(place, _opening(build.calendar, day), closings)
        recorded = _one_day(build, place, day, ways[begin:end])
        build.life.close_day(place, closings[place])
        _void_some(build, recorded, day, at_least_one=place == len(days) - 1)
        build.recorded += recorded


def _ways(random: Random, count: int) -> list[Disposition]:
    """Give how each contact ended: by weight, but every disposition at least once where there is room."""
    ways = random.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()), k=count)
    places = random.sample(range(count), min(count, len(WEIGHTS)))
    for place, disposition in zip(places, WEIGHTS, strict=False):
        ways[place] = disposition
    return ways


def _opening(calendar: WorkingCalendar, day: date) -> datetime:
    return calendar.instant(datetime.combine(day, calendar.sessions_on(day)[0].opens))


def _closing(calendar: WorkingCalendar, day: date) -> datetime:
    return calendar.instant(datetime.combine(day, calendar.timetable_on(day).closing_on(day)))


def _one_day(build: _Build, place: int, day: date, ways: list[Disposition]) -> list[Inquiry]:
    """Record the contacts of a day in one transaction, each with its own instant and audit entries."""
    recorded: list[Inquiry] = []
    moments = _moments(build, day, len(ways))
    with build.store.writing():
        for disposition, (began, saved) in zip(ways, moments, strict=True):
            desk = build.random.choice(build.desks)
            work = Work(desk, Action.RECORD, saved)
            recorded.append(_one(build, work, disposition, began, place))
            count_asides(build.asides, work, build.setting.own)
    return recorded


def _moments(build: _Build, day: date, count: int) -> Iterator[tuple[datetime, datetime]]:
    """Give when each contact of a day began and was saved, in the order of saving."""
    sessions = build.calendar.sessions_on(day)
    begins = [datetime.combine(day, session.opens) for session in sessions]
    lengths = [
        datetime.combine(day, session.closes) - datetime.combine(day, session.opens) - timedelta(minutes=12)
        for session in sessions
    ]
    places = build.random.choices(range(len(sessions)), [length.total_seconds() for length in lengths], k=count)
    began = sorted(begins[place] + lengths[place] * build.random.random() for place in places)
    for moment in began:
        start = build.calendar.instant(moment.replace(second=0, microsecond=0))
        yield start, build.calendar.instant(moment.replace(microsecond=0) + timedelta(minutes=4))


def _one(build: _Build, work: Work, disposition: Disposition, began: datetime, day: int) -> Inquiry:
    random = build.random
    somebody, repeat_of = _somebody(build)
    made = contact(random, build.setting, somebody, disposition, began, repeat_of)
    recorded = inquiries.record_within(work, inquiry_check.tidy(made.draft), made.notice, lambda: _code(random))
    if recorded.notice is not None:
        printing = Work(work.desk, Action.PRINT_NOTICE, work.now + timedelta(seconds=30))
        for _ in range(random.choices((0, 1, 2), (1, 8, 1))[0]):
            counted_prints.count(printing, Notice, recorded.notice.id)
        printing.finish()
    work.finish()
    build.life.foresee(day, recorded)
    return recorded.inquiry


def _somebody(build: _Build) -> tuple[Person, str]:
    """Give who comes: mostly somebody new, sometimes somebody again, then now and then about the same thing."""
    if build.people and build.random.random() < 0.15:
        again = build.random.choice(build.people)
        earlier = [one for one in build.recorded[-200:] if one.person_name == again.name and not one.restricted]
        repeats = earlier and build.random.random() < 0.5
        return again, earlier[-1].reg_no if repeats else ""
    build.people.append(person(build.random))
    return build.people[-1], ""


def _code(random: Random) -> str:
    return "".join(random.choice(QUERY_ALPHABET) for _ in range(QUERY_LENGTH))


def _void_some(build: _Build, recorded: list[Inquiry], day: date, *, at_least_one: bool) -> None:
    """Void one record in a hundred before closing, each by its own clerk."""
    chosen = [one for one in recorded if build.random.random() < 0.01]
    plain = [one for one in recorded if one.disposition is Disposition.D1]
    if at_least_one and not chosen and len(build.recorded) >= len(WEIGHTS):
        chosen = plain[:1]
    closing = _closing(build.calendar, day)
    for place, inquiry in enumerate(chosen):
        reason = build.random.choice(tuple(_VOID_NOTES))
        build.clock.now = closing - timedelta(minutes=3) + timedelta(seconds=20 * place)
        desk = next(desk for desk in build.desks if desk.account.id == inquiry.first_officer_id)
        if inquiry.status is not Status.VOID:
            corrections.void(desk, inquiry.id, reason, _VOID_NOTES[reason])


def _write_accounts(path: Path, passwords: list[str]) -> None:
    lines = [f"{name} {role} {password}\n" for (name, role), password in zip(_STAFF, passwords, strict=True)]
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write("".join(lines))
