"""Opening an office on this machine, before anybody has signed in."""

from dataclasses import dataclass
from pathlib import Path

from reception.errors import Invalid, Reason, Unavailable
from reception.rules.office import Counter, Office
from reception.rules.staff import Account
from reception.rules.timetables import SEASONAL_TIMETABLE, Season, Timetable, parse_sessions
from reception.services.catalogue_import import catalogue_text
from reception.services.desk import utc_now
from reception.services.office import FIRST_ROLES, Clock, checked_start, create_office, the_office
from reception.services.passwords import PASSWORDS, Passwords
from reception.store import backup, database, records
from reception.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What is known at the door: the office, its counters in use, who can sign in."""

    office: Office
    counters: tuple[str, ...]
    names: tuple[str, ...]


def open_office(folder: Path) -> Store | None:
    """Open the database of a data folder; None while there is no office in it.

    Raises:
        Unavailable: damaged, newer than the program, without its key, on a network share, or gone from beside its
            backups: an office that was lost is not begun anew.
    """
    if not database.exists(folder):
        if backup.has_any(folder):
            raise Unavailable("database_gone")
        return None
    return database.open_store(folder)


def door_of(store: Store) -> Door:
    """Give what stands at the door."""
    with store.reading():
        return Door(
            office=the_office(),
            counters=tuple(counter.name for counter in records.select(Counter, active=True)),
            names=tuple(account.name for account in records.select(Account, active=True)),
        )


def read_catalogue(path: Path) -> str:
    """Give the text of a catalogue file that somebody chose.

    Raises:
        Invalid: too large, empty, or not UTF-8.
        Unavailable: the file cannot be read.
    """
    try:
        raw = path.read_bytes()
    except OSError as failure:
        raise Unavailable("file_unreadable", file=path.name) from failure
    return catalogue_text(raw)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstEntry:
    """The page of the first start as it was filled in.

    `hours` is what was typed for the whole year; None takes the summer and winter hours of the handbook (§3.8).
    """

    name: str
    short_name: str
    counter: str
    zone: str
    hours: str | None
    account: str
    password: str
    again: str
    catalogue_text: str | None = None


def start_office(folder: Path, entry: FirstEntry, *, clock: Clock = utc_now, passwords: Passwords = PASSWORDS) -> None:
    """Make the office that the page of the first start describes.

    Raises:
        Invalid: everything that is wrong with the page and with the catalogue at once; nothing was made.
        Unavailable: the folder cannot be used, or holds an office already.
    """
    timetable, reasons = _typed_hours(entry.hours)
    if entry.again != entry.password:
        reasons = (*reasons, Reason(code="passwords_differ", field="again"))
    office = Office(name=entry.name, short_name=entry.short_name, zone=entry.zone, timetable=timetable)
    if reasons:
        raise Invalid(*reasons, *_other_reasons(office, entry))
    create_office(
        folder,
        office,
        counter=entry.counter,
        account=entry.account,
        password=entry.password,
        catalogue_text=entry.catalogue_text,
        clock=clock,
        passwords=passwords,
    )


def _typed_hours(text: str | None) -> tuple[Timetable, tuple[Reason, ...]]:
    if text is None:
        return SEASONAL_TIMETABLE, ()
    try:
        return Timetable(seasons=(Season(from_month=1, from_day=1, sessions=parse_sessions(text)),)), ()
    except Invalid as refusal:
        return SEASONAL_TIMETABLE, refusal.reasons


def _other_reasons(office: Office, entry: FirstEntry) -> tuple[Reason, ...]:
    account = Account(name=entry.account, roles=FIRST_ROLES, password_hash="")
    try:
        checked_start(office, Counter(name=entry.counter), account, entry.password, entry.catalogue_text)
    except Invalid as refusal:
        return refusal.reasons
    return ()
