"""The command of the office hours: those that held, hold and will hold; others from a day on; some withdrawn."""

import argparse
import re
from argparse import Namespace

from reception.cli.calendars import tell
from reception.cli.console import Console, Exit
from reception.cli.sessions import nobody, signed_in
from reception.rules.calendar_edits import CalendarEdit
from reception.rules.due_moves import MoveKind
from reception.rules.office_hours import HoursLine
from reception.rules.timetables import Season, Session, Timetable, parse_sessions
from reception.services import calendar_changes, office_hours
from reception.services.desk import Desk

_SEASON = re.compile(r"([0-9]{1,2})-([0-9]{1,2})=(.+)")


def season(text: str) -> tuple[int, int, str]:
    """Give the day of the year and the hours that `05-01=08:00-12:00 15:00-18:00` names."""
    found = _SEASON.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"not like 05-01=08:00-12:00,15:00-18:00: {text!r}")
    return int(found[1]), int(found[2]), found[3]


def hours(arguments: Namespace, console: Console) -> Exit:
    """List the hours, or set or withdraw some with what they move."""
    if arguments.first_on is None:
        with nobody(arguments.data) as desk:
            for line in office_hours.lines(desk):
                console.result_json(_as_plain(line))
        return Exit.DONE
    with signed_in(arguments) as desk:
        change = calendar_changes.preview(desk, _edit(desk, arguments))
        if arguments.apply:
            shorter = [move.id for move in change.of(MoveKind.PROMISED)] if arguments.shorten else []
            change = calendar_changes.apply(desk, change.edit, shorter, shown=change)
        tell(change, desk.calendar, console, applied=arguments.apply)
    return Exit.DONE


def _edit(desk: Desk, arguments: Namespace) -> CalendarEdit:
    if arguments.withdraw:
        return office_hours.ended(desk, arguments.first_on)
    seasons = [(1, 1, arguments.hours)] if arguments.hours else arguments.season
    timetable = Timetable(seasons=tuple(_season(*each) for each in seasons))
    return office_hours.from_day(arguments.first_on, timetable, arguments.reason)


def _season(month: int, day: int, text: str) -> Season:
    return Season(from_month=month, from_day=day, sessions=parse_sessions(text))


def _as_plain(line: HoursLine) -> dict[str, object]:
    return {
        "from": line.from_on and line.from_on.isoformat(),
        "until": line.until_on and line.until_on.isoformat(),
        "state": line.state,
        "seasons": {
            f"{each.from_month:02d}-{each.from_day:02d}": ", ".join(_text(session) for session in each.sessions)
            for each in line.hours.seasons
        },
        "reason": line.reason,
    }


def _text(session: Session) -> str:
    return f"{session.opens:%H:%M}-{session.closes:%H:%M}"
