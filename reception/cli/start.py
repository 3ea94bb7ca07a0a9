"""The start of a command: words in, exit code out; no person ever meets a traceback."""

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from reception.cli import (
    batches,
    blanks,
    calendars,
    cases,
    corrections,
    displays,
    hours,
    letters,
    logs,
    office,
    papers,
    records,
    reports,
    sweeps,
    tallies,
)
from reception.cli.arguments import language_of, parse
from reception.cli.console import Console, Exit, Usage, exit_for, speak_utf8
from reception.errors import Reason, ReceptionError
from reception.workstation import log_folder

COMMANDS: dict[str, Callable[[Namespace, Console], Exit]] = {
    "init": office.init,
    "demo": office.demo,
    "record": records.record,
    "correct": corrections.correct,
    "tally": tallies.tally,
    "notice": papers.notice,
    "letter": letters.letter,
    "slip": papers.slip,
    "slips": batches.slips,
    "blank": blanks.blank,
    "guide": displays.guide,
    "cards": displays.cards,
    "show": records.show,
    "register": records.listed,
    "export": logs.export,
    "report": reports.report,
    "case": cases.case,
    "due": logs.due,
    "sweep": sweeps.sweep,
    "calendar": calendars.calendar,
    "hours": hours.hours,
    "check": office.check,
}
_INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Carry out one command and give its exit code."""
    speak_utf8()
    words = sys.argv[1:] if words is None else words
    console = Console(language_of(words))
    arguments = parse(words, console.language)
    try:
        ended = COMMANDS[arguments.command](arguments, console)
        sys.stdout.flush()
        return int(ended)
    except ReceptionError as failure:
        console.refuse(failure)
        return int(exit_for(failure))
    except Usage as failure:
        console.complain(failure.reason)
        return int(Exit.USAGE)
    except BrokenPipeError:
        return _reader_went_away(arguments.command)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as failure:  # noqa: BLE001 - the last border: a bug is logged, told, and ends the command
        return _tell_bug(failure, console)


def _reader_went_away(command: str) -> int:
    """End quietly when nobody reads the answers any more; entries that were not read are not done, though."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(Exit.UNAVAILABLE if command == "record" else Exit.DONE)


def _tell_bug(failure: Exception, console: Console) -> int:
    file = log_folder() / "reception-command.log"
    log = logging.getLogger("reception.cli")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        log.addHandler(logging.FileHandler(file, encoding="utf-8", errors="backslashreplace"))
    except OSError:
        log.addHandler(logging.NullHandler())
    log.error("command failed", exc_info=failure)
    console.complain(Reason(code="unexpected", values={"what": type(failure).__name__, "file": file}))
    return int(Exit.UNAVAILABLE)
