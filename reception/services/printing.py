"""Papers of the family on their way out: drawn with the mark that is due, counted and put down as a job at once.

The job stands in the database before anything goes to a printer: whatever dies afterwards, the queue knows of it.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from reception.documents.papers import render_paper
from reception.documents.rendered import RenderedPaper
from reception.documents.trial_page import render_trial_page
from reception.errors import Invalid, Reason
from reception.rules.notices import Notice
from reception.rules.papers import PaperForm, PaperKind
from reception.rules.print_jobs import PrintJob, PrintState
from reception.rules.staff import Action
from reception.services import files, letters, notices, print_jobs
from reception.services.desk import Desk, Work
from reception.services.rereading import reread
from reception.store import records
from reception.words.notices import copy_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A job, and the paper that is to go to its printer."""

    job: PrintJob
    paper: RenderedPaper


def begin(desk: Desk, kind: PaperKind, paper_id: int, how: PaperForm, printer: str, copies: int = 1) -> Begun:
    """Draw a paper for a printer, count it, and put down the job; a failed job of the same paper is taken up again.

    Raises:
        Invalid: the paper is void.
        NotFound: there is no such paper.
        Unavailable: the paper, read back, does not say its number or its name.
    """
    with desk.work(Action.PRINT_NOTICE) as work:
        return _begin(work, kind, paper_id, how, printer, copies)


def repeat(desk: Desk, job_id: int, printer: str = "", copies: int = 0) -> Begun:
    """Print the paper of a job in the queue once more, on its own printer or another one.

    What was only sent counts as not come out, so that the paper bears the mark that it had.

    Raises:
        Invalid: the job was settled before, or the paper is void.
        NotFound: there is no such job.
    """
    with desk.work(Action.PRINT_NOTICE) as work:
        job = work.get(PrintJob, job_id)
        if not job.waits:
            raise Invalid(Reason(code="print_job_settled", field="state"))
        if job.state is PrintState.SENT:
            print_jobs.take_back(work, job)
        again = replace(job, printer=printer or job.printer, copies=copies or job.copies)
        return _again(work, again)


def save(desk: Desk, kind: PaperKind, paper_id: int, how: PaperForm, target: Path) -> Begun:
    """Write a paper into a file; that counts as a print that came out, unless the file cannot be written.

    Raises:
        Invalid: the paper is void.
        Unavailable: the folder cannot be written, the disk is full, or another program holds the file.
    """
    with desk.work(Action.PRINT_NOTICE) as work:
        begun = _begin(work, kind, paper_id, how, "", 1)
        job = work.change(replace(begun.job, state=PrintState.CONFIRMED, settled_at=work.now))
        work.log(job)
        files.place(target.parent, {target.name: begun.paper.pdf})
    return replace(begun, job=job)


def trial_page(desk: Desk, printer: str, how: PaperForm) -> RenderedPaper:
    """Give a page that shows what a printer can do; it is nobody's and counts as nothing."""
    at = desk.calendar.local(desk.clock())
    return render_trial_page(printer, f"{at:%Y-%m-%d %H:%M}", how.size)


def _begin(work: Work, kind: PaperKind, paper_id: int, how: PaperForm, printer: str, copies: int) -> Begun:
    failed = _failed(work, kind, paper_id)
    if failed is not None:
        return _again(work, replace(failed, form=how, printer=printer, copies=copies))
    paper, drawn = _counted(work, kind, paper_id, how)
    job = work.add(
        PrintJob(
            paper_kind=kind,
            paper_id=paper_id,
            number=paper.number,
            form=how,
            printer=printer,
            copies=copies,
            made_at=work.now,
            made_by_id=work.desk.account.id,
            made_by=work.desk.account.name,
        )
    )
    work.log(job)
    return Begun(job=job, paper=drawn)


def _again(work: Work, job: PrintJob) -> Begun:
    _paper, drawn = _counted(work, job.paper_kind, job.paper_id, job.form)
    account = work.desk.account
    sent = replace(job, state=PrintState.SENT, error="", made_at=work.now, made_by_id=account.id, made_by=account.name)
    job = work.change(sent)
    work.log(job)
    return Begun(job=job, paper=drawn)


def _counted(work: Work, kind: PaperKind, paper_id: int, how: PaperForm) -> tuple[print_jobs.Paper, RenderedPaper]:
    """Draw a paper with the mark that is due and count the print."""
    paper = print_jobs.paper_of(work, kind, paper_id)
    if paper.void:
        raise Invalid(Reason(code="void_already", field="number"))
    drawn = _drawn(paper, how)
    return print_jobs.count(work, paper), drawn


def _failed(work: Work, kind: PaperKind, paper_id: int) -> PrintJob | None:
    waiting = records.select(PrintJob, paper_kind=kind, paper_id=paper_id, state=PrintState.FAILED)
    return work.get(PrintJob, waiting[-1].id) if waiting else None


def _drawn(paper: print_jobs.Paper, how: PaperForm) -> RenderedPaper:
    texts = notices.texts_of(paper, how) if isinstance(paper, Notice) else letters.texts_of(paper, how)
    drawn = render_paper(texts, how, copy_mark=copy_mark(paper.prints))
    reread(drawn, texts[0])
    return drawn
