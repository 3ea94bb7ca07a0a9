"""A print of a notice or a letter, counted: sent to a printer, or written into a file instead."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reception.documents.rendered import RenderedPaper
from reception.errors import Invalid, Reason
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.rules.staff import Action
from reception.services import files, paper_rights, print_jobs
from reception.services.desk import Desk, Work

Paper = TypeVar("Paper", Notice, Letter)


def count(work: Work, kind: type[Paper], paper_id: int) -> Paper:
    """Count a print within a work that is under way.

    Raises:
        Invalid: the paper is void.
        NotAllowed: its record is restricted and not for this person.
    """
    paper = work.get(kind, paper_id)
    paper_rights.refuse_hidden(work.desk, paper)
    if paper.void:
        raise Invalid(_void(paper))
    return print_jobs.count(work, paper)


def _void(paper: Notice | Letter) -> Reason:
    if isinstance(paper, Notice):
        return Reason(code="void_already", field="number")
    return Reason(code="letter_void", field="number", values={"number": paper.number})


def save(
    desk: Desk, kind: type[Paper], paper_id: int, drawn: Callable[[Paper], RenderedPaper], target: Path
) -> tuple[Paper, RenderedPaper]:
    """Write a paper into a file, and count that as a print unless the file cannot be written.

    Raises:
        Invalid: the paper is void.
        NotAllowed: its record is restricted and not for this person.
        Unavailable: the folder cannot be written, the disk is full, or another program holds the file.
    """
    with desk.work(Action.PRINT_NOTICE) as work:
        before = work.get(kind, paper_id)
        paper_rights.refuse_hidden(desk, before)
        paper = drawn(before)
        counted = count(work, kind, paper_id)
        files.place(target.parent, {target.name: paper.pdf})
    return counted, paper
