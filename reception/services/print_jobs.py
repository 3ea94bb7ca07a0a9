"""Print jobs: what waits in the queue, and what became of a paper that was sent.

A paper that was sent counts as printed, because a printer may have put it out. Who says that nothing came out takes
that count back: the next print of it bears the mark that this one should have borne, and no number is lost.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from reception.errors import Invalid, Reason
from reception.rules.faults import printable
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.rules.papers import TICKED, PaperKind
from reception.rules.print_jobs import NOTHING_CAME_OUT, PrintJob, PrintState
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_text
from reception.services import paper_rights
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import PrintJobRow

_P: Any = PrintJobRow
REASON_LIMIT = 200
Paper = Notice | Letter
Counted = TypeVar("Counted", bound=Notice | Letter)


def waiting(desk: Desk) -> tuple[PrintJob, ...]:
    """Give the queue of the office: what failed first, then what nobody has confirmed, the oldest first."""
    with desk.reading():
        found = records.select(PrintJob, _P.state.in_([PrintState.SENT, PrintState.FAILED]), order=[_P.made_at, _P.id])
    return tuple(sorted(found, key=lambda job: job.state is PrintState.SENT))


def of_paper(desk: Desk, kind: PaperKind, paper_id: int) -> tuple[PrintJob, ...]:
    """Give the print jobs of a paper, the oldest first."""
    with desk.reading():
        return tuple(records.select(PrintJob, paper_kind=kind, paper_id=paper_id))


def confirm(desk: Desk, job_id: int) -> PrintJob:
    """Write down that the paper came out; a job that counted as failed counts as a print again.

    Raises:
        Invalid: the job was settled before.
        NotFound: there is no such job.
    """
    with desk.work(Action.PRINT_NOTICE) as work:
        return _confirm(work, job_id)


def confirm_all(desk: Desk) -> int:
    """Write down that everything that was sent came out; what failed stays in the queue. Give how many it was."""
    with desk.work(Action.PRINT_NOTICE) as work:
        jobs = records.select(PrintJob, state=PrintState.SENT)
        for job in jobs:
            _confirm(work, job.id)
    return len(jobs)


def fail(desk: Desk, job_id: int, error: str = NOTHING_CAME_OUT) -> PrintJob:
    """Write down that nothing came out, said by the person or by the printer; the job stays in the queue.

    Raises:
        Invalid: the job was settled before, or is known as failed.
        NotFound: there is no such job.
    """
    with desk.work(Action.PRINT_NOTICE) as work:
        job = _waiting(work, job_id)
        if job.state is PrintState.FAILED:
            raise Invalid(Reason(code="print_job_failed_already", field="state"))
        take_back(work, job)
        failed = work.change(replace(job, state=PrintState.FAILED, error=printable(error)[:REASON_LIMIT]))
        work.log(failed)
    return failed


def drop(desk: Desk, job_id: int, reason: str) -> PrintJob:
    """Take a job out of the queue without a print, for a reason.

    Raises:
        Invalid: no reason, or the job was settled before.
        NotFound: there is no such job.
    """
    said = cleaned_text(reason, "reason", REASON_LIMIT, lines=False)
    if not said:
        raise Invalid(Reason(code="required", field="reason"))
    with desk.work(Action.PRINT_NOTICE) as work:
        job = _waiting(work, job_id)
        dropped = work.change(replace(job, state=PrintState.DROPPED, error=said, settled_at=work.now))
        work.log(dropped)
    return dropped


def paper_of(work: Work, kind: PaperKind, paper_id: int) -> Paper:
    """Give the notice or the letter of a job.

    Raises:
        NotFound: there is no such paper.
        NotAllowed: its record is restricted and not for this person.
    """
    paper: Paper = work.get(Notice, paper_id) if kind in TICKED else work.get(Letter, paper_id)
    paper_rights.refuse_hidden(work.desk, paper)
    return paper


def count(work: Work, paper: Counted, **notes: object) -> Counted:
    """Count a print of a paper, at the instant of the work."""
    changed = work.change(replace(paper, prints=paper.prints + 1, last_printed_at=work.now))
    work.log(changed, **notes)
    return changed


def take_back(work: Work, job: PrintJob) -> None:
    """Count a job that put nothing out as no print, unless its paper was printed again after it.

    After a later print the mark of this one is used up: two papers with the same mark would be worse than a mark
    that nobody holds.
    """
    paper = paper_of(work, job.paper_kind, job.paper_id)
    if paper.prints and paper.last_printed_at == job.made_at:
        before = _printed_before(job)
        changed = work.change(replace(paper, prints=paper.prints - 1, last_printed_at=before))
        work.log(changed, not_out=job.printer)


def _printed_before(job: PrintJob) -> datetime | None:
    counted = (PrintState.SENT, PrintState.CONFIRMED)
    others = records.select(PrintJob, paper_kind=job.paper_kind, paper_id=job.paper_id)
    return max((each.made_at for each in others if each.id != job.id and each.state in counted), default=None)


def _confirm(work: Work, job_id: int) -> PrintJob:
    job = _waiting(work, job_id)
    if job.state is PrintState.FAILED:
        count(work, paper_of(work, job.paper_kind, job.paper_id), came_out=job.printer)
    confirmed = work.change(replace(job, state=PrintState.CONFIRMED, error="", settled_at=work.now))
    work.log(confirmed)
    return confirmed


def _waiting(work: Work, job_id: int) -> PrintJob:
    job = work.get(PrintJob, job_id)
    if not job.waits:
        raise Invalid(Reason(code="print_job_settled", field="state"))
    return job
