"""The commands of the one-time notice: notice, slip."""

import sys
from argparse import Namespace
from pathlib import Path

from reception.cli.console import Console, Exit
from reception.cli.entries import LONGEST_ENTRY, read_notice, read_object
from reception.cli.sessions import signed_in
from reception.errors import Reason
from reception.rules.papers import PaperForm
from reception.rules.staff import Action
from reception.services import files, inquiries, notices
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
    """Write a notice as a PDF file; unless it is a preview, that counts as a print."""
    target = Path(arguments.out)
    with signed_in(arguments) as desk:
        desk.require(Action.PRINT_NOTICE)
        found = notices.find(desk, arguments.number)
        how = PaperForm(size=arguments.size, language=arguments.paper_language, large=arguments.large)
        paper = (_preview if arguments.preview else _printed)(desk, found.id, how, target)
        if paper.missing_characters:
            console.warn(Reason(code="characters_missing", values={"characters": paper.missing_characters}))
        console.result(str(target))
    return Exit.DONE


def _preview(desk: Desk, notice_id: int, how: PaperForm, target: Path) -> RenderedPaper:
    files.check_folder(target.parent)
    paper = notices.preview(desk, notice_id, how)
    files.place(target.parent, {target.name: paper.pdf})
    return paper


def _printed(desk: Desk, notice_id: int, how: PaperForm, target: Path) -> RenderedPaper:
    """Write and count in one, so that no two prints bear the same 补打 number."""
    files.check_folder(target.parent)
    return notices.save_paper(desk, notice_id, how, target).paper
