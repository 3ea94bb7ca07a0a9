"""The office: made at the first start, kept up later, and the desks that open in it."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from reception.errors import Invalid, NotFound, Reason
from reception.rules.catalogue_file import FIRST_EFFECTIVE_ON, CatalogueFile, parse_catalogue
from reception.rules.office import Counter, Office, WorkingDay, WorkingYear, check_office
from reception.rules.staff import Account, Action, Role, check_account, check_password
from reception.rules.text_lengths import record_reasons
from reception.rules.working_calendar import CalendarYear, DayOverride, WorkingCalendar, parse_years
from reception.services.catalogue_import import bring_in
from reception.services.desk import Desk, Work, utc_now
from reception.services.passwords import PASSWORDS, Passwords
from reception.store import database, records
from reception.store.database import Store
from reception.workstation import resource

Clock = Callable[[], datetime]

FIRST_ROLES = (Role.CLERK, Role.ADMINISTRATOR)
"""What the account of the first start may be (decisions, "Who")."""
UNIT_LAYER = 4
"""The layer of day overrides that a unit writes itself (handbook §3.2)."""
_FILES = (
    database.FILE_NAME,
    f"{database.FILE_NAME}-wal",
    f"{database.FILE_NAME}-shm",
    database.KEY_NAME,
)


@cache
def shipped_years() -> tuple[CalendarYear, ...]:
    """Give the years of the State Council's notices that ship with the program."""
    text = resource("calendars/cn.yaml").read_text(encoding="utf-8")
    return parse_years(yaml.safe_load(text))


def load_calendar() -> WorkingCalendar:
    """Give the shipped calendar with the default hours, for counting without an office."""
    return WorkingCalendar(years=shipped_years())


def shipped_catalogue() -> str:
    """Give the text of the sample catalogue that ships with the program."""
    return resource("catalogue/sample.yaml").read_text(encoding="utf-8")


def create_office(
    folder: Path,
    office: Office,
    *,
    counter: str,
    account: str,
    password: str,
    catalogue_text: str | None = None,
    clock: Clock = utc_now,
    passwords: Passwords = PASSWORDS,
) -> None:
    """Make an office in an empty data folder: its counter, first account, calendar and catalogue.

    Args:
        folder: where the database is to stand.
        office: name, short name for numbers, hours and the rest.
        counter: name of the first counter.
        account: name of the first account; it gets the roles of `FIRST_ROLES` and holds every post for now.
        password: its password.
        catalogue_text: a catalogue file; None takes the sample that ships.
        clock: gives the instant of the creation.
        passwords: makes the password's hash; tests may pass a cheap one.

    Raises:
        Invalid: every mistake of the form and of the catalogue at once; nothing remains on the disk.
        Unavailable: there is an office already, or the folder cannot be used.
    """
    first = Account(name=account.strip(), roles=FIRST_ROLES, password_hash="")
    place = Counter(name=counter.strip())
    catalogue = _checked_start(office, place, first, password, catalogue_text)
    office = _completed(office, catalogue)
    with _removed_on_failure(folder):
        store = database.create_store(folder)
        try:
            desk = Desk(
                store=store,
                account=replace(first, roles=(Role.ADMINISTRATOR,)),
                counter=place.name,
                office=office,
                calendar=_calendar(office, shipped_years(), ()),
                clock=clock,
            )
            with desk.work(Action.CREATE_OFFICE) as work:
                kept = replace(first, password_hash=passwords.hash(password))
                _furnish(work, office, place, kept, catalogue)
        finally:
            store.close()


def _checked_start(
    office: Office, counter: Counter, account: Account, password: str, catalogue_text: str | None
) -> CatalogueFile:
    reasons = [
        *_office_reasons(office, counter.name),
        *(replace(reason, field="counter") for reason in record_reasons(counter)),
        *(replace(reason, field="account") for reason in _account_reasons(account)),
        *check_password(password, account.name),
    ]
    try:
        catalogue = parse_catalogue(shipped_catalogue() if catalogue_text is None else catalogue_text)
    except Invalid as refusal:
        raise Invalid(*reasons, *refusal.reasons) from refusal
    if reasons:
        raise Invalid(*reasons)
    return catalogue


def _account_reasons(account: Account) -> tuple[Reason, ...]:
    return (*_refusals(lambda: check_account(account)), *record_reasons(account))


def _office_reasons(office: Office, counter: str) -> tuple[Reason, ...]:
    found = {reason.field: reason for reason in _refusals(lambda: check_office(office, counter))}
    for reason in (*record_reasons(office), *_zone_reasons(office.zone)):
        found.setdefault(reason.field, reason)
    return tuple(found.values())


def _refusals(check: Callable[[], None]) -> tuple[Reason, ...]:
    try:
        check()
    except Invalid as refusal:
        return refusal.reasons
    return ()


def _zone_reasons(zone: str) -> tuple[Reason, ...]:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return (Reason(code="zone_unknown", field="zone", values={"zone": zone[:60]}),)
    return ()


def _completed(office: Office, catalogue: CatalogueFile) -> Office:
    """Fill what the form left empty from the catalogue: the university, and our own unit by its name."""
    own = next((unit for unit in catalogue.units if unit.name == office.name), None)
    return replace(
        office,
        university=office.university or catalogue.university,
        university_en=office.university_en or catalogue.university_en,
        unit_code=office.unit_code or (own.code if own else ""),
        name_en=office.name_en or (own.name_en if own else ""),
        place=office.place or (own.place if own else ""),
        phone=office.phone or (own.phone if own else ""),
    )


def _furnish(work: Work, office: Office, counter: Counter, account: Account, catalogue: CatalogueFile) -> None:
    for record in (work.add(office), work.add(counter)):
        work.log(record)
    holder = work.add(account)
    work.log(holder)
    for year in shipped_years():
        work.log(work.add(WorkingYear(year=year.year, entry=year)))
    report = bring_in(work, catalogue, min(FIRST_EFFECTIVE_ON, work.today), holder_id=holder.id)
    work.note("Catalogue", 0, new=report.new, changed=report.changed)


@contextlib.contextmanager
def _removed_on_failure(folder: Path) -> Iterator[None]:
    """Leave nothing of ours in the folder when the making of an office fails."""
    kept = frozenset(name for name in _FILES if (folder / name).exists())
    folder_is_new = not folder.exists()
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            for name in _FILES:
                if name not in kept:
                    (folder / name).unlink(missing_ok=True)
            if folder_is_new and folder.exists():
                folder.rmdir()
        raise


def open_desk(store: Store, account: Account, counter: str = "", clock: Clock = utc_now) -> Desk:
    """Give the desk of a signed-in account at a counter; without a name, at the first counter.

    Raises:
        NotFound: there is no such counter in use.
    """
    with store.reading():
        office = the_office()
        in_use = [place.name for place in records.select(Counter, active=True)]
        calendar = calendar_of(office)
    if counter and counter not in in_use:
        raise NotFound("counter_not_found", counter=counter[:60])
    return Desk(
        store=store,
        account=account,
        counter=counter or (in_use[0] if in_use else ""),
        office=office,
        calendar=calendar,
        clock=clock,
    )


def the_office() -> Office:
    """Give the office of the open store, within a reading or a work."""
    return records.select(Office)[0]


def calendar_of(office: Office) -> WorkingCalendar:
    """Give the office's calendar as it is stored, within a reading or a work."""
    years = tuple(year.entry for year in records.select(WorkingYear))
    overrides = tuple(day.entry for day in records.select(WorkingDay))
    return _calendar(office, years, overrides)


def _calendar(office: Office, years: tuple[CalendarYear, ...], overrides: tuple[DayOverride, ...]) -> WorkingCalendar:
    return WorkingCalendar(years=years, overrides=overrides, timetable=office.timetable, zone=office.zone)
