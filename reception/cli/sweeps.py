"""The command of the ladder: what is near its limit or over it is written down, once a turn."""

from argparse import Namespace

from reception.cli.console import Console, Exit
from reception.cli.sessions import nobody
from reception.rules.working_calendar import WorkingCalendar
from reception.services import reminders
from reception.services.reminders import Written


def sweep(arguments: Namespace, console: Console) -> Exit:
    """Write every turn that was reached, some at a time, and tell what was written."""
    written = closed = 0
    more = True
    with nobody(arguments.data) as desk:
        while more:
            swept = reminders.sweep(desk)
            for each in swept.written:
                console.result_json(_line(each, desk.calendar))
            written, closed, more = written + len(swept.written), closed + swept.closed, swept.more
    console.result_json({"written": written, "closed": closed})
    return Exit.DONE


def _line(each: Written, calendar: WorkingCalendar) -> dict[str, object]:
    line: dict[str, object] = {"number": each.number, "turn": each.reminder.turn.value}
    if each.restricted:
        return line | {"restricted": True}
    until = each.reminder.answer_by
    return line | {
        "due_at": f"{calendar.local(each.reminder.due_at):%Y-%m-%d %H:%M}",
        "to": list(each.reminder.to_names),
        "answer_by": f"{calendar.local(until):%Y-%m-%d %H:%M}" if until else None,
        "slip": each.slip,
    }
