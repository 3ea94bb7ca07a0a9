"""The command of many papers at once: slips."""

from argparse import Namespace
from pathlib import Path

from reception.cli.console import Console, Exit
from reception.cli.sessions import signed_in
from reception.rules.papers import PaperForm
from reception.services import batches


def slips(arguments: Namespace, console: Console) -> Exit:
    """Write all notices of a day into one PDF file; each counts as a print."""
    with signed_in(arguments) as desk:
        day = arguments.day or desk.calendar.local(desk.clock()).date()
        how = PaperForm(size=arguments.size, language=arguments.paper_language, large=arguments.large)
        batches.save_day(desk, day, how, Path(arguments.out))
        console.result(arguments.out)
    return Exit.DONE
