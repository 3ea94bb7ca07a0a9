"""The command of blank papers for the day when the power is out."""

from argparse import Namespace
from pathlib import Path

from reception.cli.console import Console, Exit
from reception.cli.sessions import nobody
from reception.errors import Reason
from reception.rules.notices import PaperSize
from reception.services import blank_papers
from reception.services.blank_papers import BlankKind


def blank(arguments: Namespace, console: Console) -> Exit:
    """Write a blank register or a blank notice as a PDF file; it holds nothing of anybody."""
    target = Path(arguments.out)
    with nobody(arguments.data) as desk:
        if arguments.kind == BlankKind.REGISTER:
            paper = blank_papers.blank_register(desk)
        else:
            paper = blank_papers.blank_notice(desk, arguments.matter, PaperSize(arguments.size))
    if paper.missing_characters:
        console.warn(Reason(code="characters_missing", values={"characters": paper.missing_characters}))
    blank_papers.save(paper, target)
    console.result(str(target))
    return Exit.DONE
