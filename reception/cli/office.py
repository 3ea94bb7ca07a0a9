"""The commands of the house: init, demo, check."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from reception.cli.console import Console, Exit
from reception.cli.sessions import password_from, read_file
from reception.errors import Invalid, Reason
from reception.rules.office import Office
from reception.rules.timetables import Season, Timetable, parse_sessions
from reception.services.check import check_folder
from reception.services.demo import ACCOUNTS_NAME, create_demo
from reception.services.office import create_office


def init(arguments: Namespace, console: Console) -> Exit:
    """Make an office in an empty data folder."""
    password = password_from(arguments.password_file)
    create_office(
        Path(arguments.data),
        _office(arguments),
        counter=arguments.counter,
        account=arguments.first_account,
        password=password,
        catalogue_text=_catalogue(arguments.catalogue) if arguments.catalogue else None,
    )
    console.result(arguments.data)
    return Exit.DONE


def _office(arguments: Namespace) -> Office:
    office = Office(
        name=arguments.name,
        short_name=arguments.short_name,
        university=arguments.university,
        name_en=arguments.name_en,
        zone=arguments.zone or "Asia/Shanghai",
    )
    if not arguments.hours:
        return office
    sessions = parse_sessions(arguments.hours)
    return replace(office, timetable=Timetable(seasons=(Season(from_month=1, from_day=1, sessions=sessions),)))


def _catalogue(path: str) -> str:
    try:
        return read_file(path, "catalogue").decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise Invalid(Reason(code="file_not_utf8", field="catalogue")) from failure


def demo(arguments: Namespace, console: Console) -> Exit:
    """Fill an empty folder with an office, its people and its records."""
    folder = Path(arguments.data)
    create_demo(folder, arguments.count, seed=arguments.seed, until=arguments.until)
    console.result(str(folder / ACCOUNTS_NAME))
    return Exit.DONE


def check(arguments: Namespace, console: Console) -> Exit:
    """Check that the data are whole."""
    found = check_folder(Path(arguments.data))
    for reason in found.damage:
        console.complain(reason)
    if found.damage:
        return Exit.DAMAGED
    console.result_json(dict(found.counts))
    return Exit.DONE
