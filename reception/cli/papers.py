"""The commands of the one-time notice: notice, slip."""

import sys
from argparse import Namespace
from pathlib import Path

from reception.cli.console import Console, Exit
from reception.cli.entries import LONGEST_ENTRY, read_notice, read_object
from reception.cli.sessions import signed_in
from reception.errors import Invalid, Reason
from reception.rules.notices import PaperSize
from reception.rules.staff import Action
from reception.services import files, inquiries, notices


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
        size = PaperSize(arguments.size)
        if found.void and not arguments.preview:
            raise Invalid(Reason(code="void_already", field="number"))
        files.check_folder(target.parent)
        draw = notices.preview if arguments.preview else notices.render
        paper = draw(desk, found.id, size)
        files.place(target.parent, {target.name: paper.pdf})
        if not arguments.preview:
            notices.printed(desk, found.id)
        if paper.missing_characters:
            console.warn(Reason(code="characters_missing", values={"characters": paper.missing_characters}))
        console.result(str(target))
    return Exit.DONE
