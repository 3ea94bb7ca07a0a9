"""The command of reports: duty, slips of supervision, lists of the day."""

from argparse import Namespace
from pathlib import Path

from reception.cli.console import Console, Exit
from reception.cli.sessions import signed_in
from reception.rules.day_lists import Reader, Wanted
from reception.rules.once import Period, month_of
from reception.rules.record_lists import ListPart
from reception.rules.reminders import Turn
from reception.services import duty_papers
from reception.services.desk import Desk


def report(arguments: Namespace, console: Console) -> Exit:
    """Print a report, a line of JSON for each part, or write it as files."""
    with signed_in(arguments) as desk:
        wanted = _wanted(desk, arguments)
        if arguments.csv:
            path = duty_papers.export(desk, wanted, Path(arguments.csv), console.language)
            console.result(str(path))
        if arguments.out:
            path = duty_papers.export_paper(desk, wanted, Path(arguments.out), console.language)
            console.result(str(path))
        if not (arguments.csv or arguments.out):
            for part in duty_papers.listed(desk, wanted, console.language).parts:
                console.result_json(_shown(part))
    return Exit.DONE


def _wanted(desk: Desk, arguments: Namespace) -> Wanted:
    if arguments.kind == "day":
        return Wanted(reader=Reader(arguments.reader))
    month = month_of(desk.calendar.local(desk.clock()).date())
    period = Period(first_on=arguments.first_on or month.first_on, last_on=arguments.last_on or month.last_on)
    level = Turn(arguments.level) if arguments.level else None
    return Wanted(period=period, slips=arguments.kind == "slips", level=level)


def _shown(part: ListPart) -> dict[str, object]:
    titles = [column.title for column in part.columns]
    return {
        "part": part.key,
        "heading": part.heading,
        "figure": part.figure,
        "note": part.note,
        "records": [dict(zip(titles, row.cells, strict=True)) for row in part.rows],
    }
