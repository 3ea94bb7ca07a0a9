"""The command of the working calendar: a notice or file in, with what it would move; the calendar out."""

import sys
from argparse import Namespace
from pathlib import Path

from reception.cli.console import Console, Exit
from reception.cli.sessions import nobody, read_file, signed_in
from reception.rules.due_moves import MoveKind
from reception.rules.working_calendar import WorkingCalendar
from reception.services import calendar_changes, calendar_files
from reception.services.calendar_changes import Change
from reception.services.catalogue_import import catalogue_text
from reception.services.recounting import Move


def calendar(arguments: Namespace, console: Console) -> Exit:
    """Bring a calendar in, or give the one that is loaded."""
    if arguments.verb == "export":
        return _export(arguments, console)
    raw = sys.stdin.buffer.read() if arguments.file == "-" else read_file(arguments.file, "file")
    read = calendar_files.read_text(catalogue_text(raw), arguments.year)
    for warning in read.warnings:
        console.warn(warning)
    with signed_in(arguments) as desk:
        change = calendar_changes.preview(desk, read.edit)
        if arguments.apply:
            shorter = [move.id for move in change.of(MoveKind.PROMISED)] if arguments.shorten else []
            change = calendar_changes.apply(desk, change.edit, shorter, shown=change)
        tell(change, desk.calendar, console, applied=arguments.apply)
    return Exit.DONE


def tell(change: Change, calendar_: WorkingCalendar, console: Console, *, applied: bool) -> None:
    """Print each date that a change moves, then the sums."""
    for move in change.dates:
        console.result_json(_line(move, calendar_))
    console.result_json(_sum(change, applied=applied))


def _export(arguments: Namespace, console: Console) -> Exit:
    with nobody(arguments.data) as desk:
        if arguments.out:
            console.result(str(calendar_files.save_export(desk, Path(arguments.out))))
        else:
            console.result(calendar_files.export_text(desk).rstrip("\n"))
    return Exit.DONE


def _line(move: Move, calendar_: WorkingCalendar) -> dict[str, object]:
    before, after = calendar_.local(move.due_before), calendar_.local(move.due_after)
    return {
        "number": move.number,
        "owed": move.owed,
        "change": move.kind,
        "before": f"{before:%Y-%m-%d %H:%M}",
        "after": f"{after:%Y-%m-%d %H:%M}",
        "papers": list(move.papers),
    }


def _sum(change: Change, *, applied: bool) -> dict[str, object]:
    counts = {kind.value: len(change.of(kind)) for kind in MoveKind}
    years = [year.year for year in change.edit.years]
    begins = change.edit.hours_from
    hours = {"hours_from": begins.isoformat()} if begins else {}
    return {"years": years, "days": len(change.edit.days), **hours, **counts, "applied": applied}
