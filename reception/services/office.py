"""The office: made at the first start, kept up later, and the desks that open in it."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from reception.errors import Invalid, NotFound, Reason
from reception.rules.catalogue_file import FIRST_EFFECTIVE_ON, CatalogueFile, parse_catalogue
from reception.rules.office import Counter, Office, WorkingYear, check_office
from reception.rules.staff import Account, Action, Role, check_account, check_password
from reception.rules.text_lengths import cleaned
from reception.rules.thresholds import threshold_faults
from reception.services.catalogue_import import bring_in
from reception.services.desk import SETTINGS, Desk, Work, utc_now
from reception.services.passwords import PASSWORDS, Passwords
from reception.services.working_days import calendar_of, load_calendar, shipped_calendar_of, shipped_years
from reception.store import database, records
from reception.store.database import Store
from reception.workstation import resource

__all__ = [
    "FIRST_ROLES",
    "Clock",
    "Store",
    "add_counter",
    "calendar_of",
    "change_counter",
    "counters",
    "create_office",
    "edit_office",
    "has_office",
    "load_calendar",
    "open_desk",
    "open_office",
    "refreshed",
    "removed_on_failure",
    "shipped_catalogue",
    "the_office",
]

Clock = Callable[[], datetime]

FIRST_ROLES = (Role.CLERK, Role.ADMINISTRATOR)
"""What the account of the first start may be (decisions, "Who")."""
_FILES = (
    database.FILE_NAME,
    f"{database.FILE_NAME}-wal",
    f"{database.FILE_NAME}-shm",
    database.KEY_NAME,
)


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
    office, first, place, catalogue = checked_start(
        office,
        Counter(name=counter),
        Account(name=account, roles=FIRST_ROLES, password_hash=""),
        password,
        catalogue_text,
    )
    with removed_on_failure(folder):
        store = database.create_store(folder)
        try:
            desk = Desk(
                store=store,
                account=replace(first, roles=(Role.ADMINISTRATOR,)),
                counter=place.name,
                office=office,
                calendar=shipped_calendar_of(office),
                clock=clock,
            )
            with desk.work(Action.CREATE_OFFICE) as work:
                kept = replace(first, password_hash=passwords.hash(password))
                _furnish(work, office, place, kept, catalogue)
        finally:
            store.close()


def checked_start(
    office: Office, counter: Counter, account: Account, password: str, catalogue_text: str | None
) -> tuple[Office, Account, Counter, CatalogueFile]:
    """Give the parts of a new office with clean texts, and its catalogue read.

    Raises:
        Invalid: everything that is wrong with any of them.
    """
    office, office_reasons = checked_office(office)
    counter, counter_reasons = checked_counter(counter)
    account, account_reasons = cleaned(account)
    account_reasons = (*account_reasons, *_refusals(lambda: check_account(account)))
    reasons = [
        *office_reasons,
        *(replace(reason, field="counter") for reason in counter_reasons),
        *(replace(reason, field="account") for reason in account_reasons),
        *check_password(password, account.name),
    ]
    try:
        catalogue = parse_catalogue(shipped_catalogue() if catalogue_text is None else catalogue_text)
    except Invalid as refusal:
        raise Invalid(*reasons, *refusal.reasons) from refusal
    if reasons:
        raise Invalid(*reasons)
    return _completed(office, catalogue), account, counter, catalogue


def checked_office(office: Office) -> tuple[Office, tuple[Reason, ...]]:
    """Give the office with clean texts, and everything that is wrong with it, one reason a field."""
    office, reasons = cleaned(office)
    found = {reason.field: reason for reason in reasons}
    refused = _refusals(lambda: check_office(office, "—"))
    for reason in (*refused, *_zone_reasons(office.zone), *threshold_faults(office.thresholds)):
        found.setdefault(reason.field, reason)
    return office, tuple(found.values())


def checked_counter(counter: Counter) -> tuple[Counter, tuple[Reason, ...]]:
    """Give the counter with a clean name, and what is wrong with it."""
    counter, reasons = cleaned(counter)
    return counter, reasons if counter.name else (Reason(code="required", field="name"),)


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
def removed_on_failure(folder: Path, *more: str) -> Iterator[None]:
    """Leave nothing of ours in the folder when the making of an office fails; `more` names other files of ours."""
    ours = (*_FILES, *more)
    kept = frozenset(name for name in ours if (folder / name).exists())
    folder_is_new = not folder.exists()
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            for name in ours:
                if name not in kept:
                    (folder / name).unlink(missing_ok=True)
            if folder_is_new and folder.exists():
                folder.rmdir()
        raise


def has_office(folder: Path) -> bool:
    """Tell whether a data folder holds an office already; if not, the first start makes one."""
    return database.exists(folder)


def open_office(folder: Path) -> Store:
    """Open the office of a data folder, for signing in; an older database is backed up and brought up to date.

    Raises:
        Unavailable: missing, damaged, newer than the program, or on a network share.
    """
    return database.open_store(folder)


def open_desk(store: Store, account: Account, counter: str = "", clock: Clock = utc_now) -> Desk:
    """Give the desk of a signed-in account at a counter; without a name, at the first counter.

    Raises:
        NotFound: there is no such counter in use.
    """
    with store.reading():
        office = the_office()
        in_use = [place.name for place in records.select(Counter, active=True)]
        calendar, mark = calendar_of(office), records.mark_of(SETTINGS)
    if counter and counter not in in_use:
        raise NotFound("counter_not_found", counter=counter[:60])
    return Desk(
        store=store,
        account=account,
        counter=counter or (in_use[0] if in_use else ""),
        office=office,
        calendar=calendar,
        clock=clock,
        settings_mark=mark,
    )


def the_office() -> Office:
    """Give the office of the open store, within a reading or a work."""
    return records.select(Office)[0]


def refreshed(desk: Desk) -> Desk:
    """Give the desk with office, calendar and account as they are stored now."""
    with desk.reading():
        office = the_office()
        account = records.get(Account, desk.account.id)
        mark = records.mark_of(SETTINGS)
        return replace(desk, office=office, account=account, calendar=calendar_of(office), settings_mark=mark)


def edit_office(desk: Desk, office: Office) -> Office:
    """Change the office's settings; numbers that were given stay as they are, so do its first hours.

    Open desks keep the old settings until `refreshed`.

    Raises:
        Invalid: all reasons at once; hours that differ are refused, new ones hold from a day on (`office_hours`).
        NotAllowed: the account may not.
        Conflict: somebody else changed the settings meanwhile.
    """
    desk.require(Action.EDIT_OFFICE)
    office, reasons = checked_office(office)
    if reasons:
        raise Invalid(*reasons)
    with desk.work(Action.EDIT_OFFICE) as work:
        if work.get(Office, office.id).timetable != office.timetable:
            raise Invalid(Reason(code="hours_by_date", field="timetable"))
        changed = work.change(office)
        work.log(changed)
    return changed


def counters(desk: Desk) -> tuple[Counter, ...]:
    """Give all counters, those in use first, each group in the order in which they were made."""
    with desk.reading():
        return tuple(sorted(records.select(Counter), key=lambda counter: not counter.active))


def add_counter(desk: Desk, name: str) -> Counter:
    """Add a counter.

    Raises:
        Invalid: no name, or one that is taken.
        NotAllowed: the account may not.
    """
    counter = _accepted_counter(Counter(name=name))
    with desk.work(Action.EDIT_OFFICE) as work:
        _check_counter_name(work, counter)
        added = work.add(counter)
        work.log(added)
    return added


def change_counter(desk: Desk, counter: Counter) -> Counter:
    """Rename a counter or put it out of use; records keep the name that it had.

    Raises:
        Invalid: no name, one that is taken, or the last counter in use.
        NotAllowed: the account may not.
        Conflict: somebody else changed it meanwhile.
    """
    counter = _accepted_counter(counter)
    with desk.work(Action.EDIT_OFFICE) as work:
        _check_counter_name(work, counter)
        others = [other for other in records.select(Counter, active=True) if other.id != counter.id]
        if not counter.active and not others:
            raise Invalid(Reason(code="last_counter", field="active"))
        work.get(Counter, counter.id)
        changed = work.change(counter)
        work.log(changed)
    return changed


def _accepted_counter(counter: Counter) -> Counter:
    counter, reasons = checked_counter(counter)
    if reasons:
        raise Invalid(*reasons)
    return counter


def _check_counter_name(work: Work, counter: Counter) -> None:
    taken = work.find(Counter, name=counter.name)
    if taken is not None and taken.id != counter.id:
        raise Invalid(Reason(code="counter_taken", field="name", values={"name": counter.name}))
