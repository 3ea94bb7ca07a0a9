"""The commands of papers: notice, slip."""

import sys
from argparse import Namespace
from pathlib import Path

from reception.cli.console import Console, Exit
from reception.cli.entries import LONGEST_ENTRY, read_notice, read_object
from reception.cli.sessions import signed_in
from reception.errors import NotFound, Reason
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.rules.papers import PaperForm
from reception.rules.staff import Action
from reception.services import files, inquiries, letters, notices
from reception.services.desk import Desk
from reception.services.notices import RenderedPaper


def notice(arguments: Namespace, console: Console) -> Exit:
    """Issue a one-time notice for a record, from the ticks on standard input, and print its number."""
    with signed_in(arguments) as desk:
        desk.require(Action.ISSUE_NOTICE)
        draft = read_notice(read_object(sys.stdin.buffer.read(LONGEST_ENTRY + 1)))
        inquiry = inquiries.by_number(desk, arguments.number)
        console.result(notices.issue(desk, inquiry.id, draft).number)
    return Exit.DONE


def slip(arguments: Namespace, console: Console) -> Exit:
    """Write a notice or a letter as a PDF file; unless it is a preview, that counts as a print."""
    target = Path(arguments.out)
    with signed_in(arguments) as desk:
        desk.require(Action.PRINT_NOTICE)
        found = _found(desk, arguments.number)
        how = PaperForm(size=arguments.size, language=arguments.paper_language, large=arguments.large)
        paper = (_preview if arguments.preview else _printed)(desk, found, how, target)
        if paper.missing_characters:
            console.warn(Reason(code="characters_missing", values={"characters": paper.missing_characters}))
        console.result(str(target))
    return Exit.DONE


def _found(desk: Desk, asked: str) -> Notice | Letter:
    """Give the notice of a number or code, else the letter.

    Raises:
        NotFound: there is neither.
    """
    try:
        return notices.find(desk, asked)
    except NotFound:
        return letters.find(desk, asked)


def _preview(desk: Desk, found: Notice | Letter, how: PaperForm, target: Path) -> RenderedPaper:
    files.check_folder(target.parent)
    act = notices.preview if isinstance(found, Notice) else letters.preview
    paper = act(desk, found.id, how)
    files.place(target.parent, {target.name: paper.pdf})
    return paper


def _printed(desk: Desk, found: Notice | Letter, how: PaperForm, target: Path) -> RenderedPaper:
    """Write and count in one, so that no two prints bear the same 补打 number."""
    files.check_folder(target.parent)
    if isinstance(found, Notice):
        return notices.save_paper(desk, found.id, how, target).paper
    return letters.save_paper(desk, found.id, how, target).paper
