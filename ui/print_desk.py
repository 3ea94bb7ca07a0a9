"""Papers on their way to printers: sent, asked after, kept in the queue; it lives as long as one person's work.

The pages only hand a paper over: whoever leaves the page, the job is settled all the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject

from reception.errors import ReceptionError, Unavailable
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm, PaperKind
from reception.rules.print_jobs import NOTHING_CAME_OUT, PrintJob, PrintState
from reception.rules.print_ways import EVERY_KIND, PrintWay, read_ways, way_for
from reception.rules.staff import Action
from ui.desk_link import DeskLink
from ui.heeding import heed
from ui.print_line import PrintLine
from ui.shell import Shell

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reception.services.desk import Desk
    from reception.services.notices import RenderedPaper
    from reception.services.printing import Begun
    from ui.printing import Printers


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A paper of the family that shall be printed: how, and on which printer."""

    kind: PaperKind
    paper_id: int
    form: PaperForm
    printer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """Who handed a paper over: `done(job)` when a printer took it, `failed(error)` when none did."""

    owner: QObject
    printer: "QPrinter"
    done: Callable[[PrintJob], object]
    failed: Callable[[ReceptionError], object]
    tray: str = ""


class PrintDesk(QObject):
    """Sends papers, asks whether they came out, and tells how many wait.

    Args:
        shell: the window around the pages.
        link: the line to the desk, somebody sits there.
        line: where it is asked and told.
    """

    def __init__(self, shell: Shell, link: DeskLink, line: PrintLine, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._link, self._line = shell, link, line
        self._printers: Printers | None = None
        self.asked: list[PrintJob] = []
        self._listed = False
        line.answered.connect(self.answer)
        line.queue_wanted.connect(self.open_queue)
        heed(self, link, {"PrintJob"}, self.count)
        link.minute.connect(self._minute)
        self.count()

    @property
    def printers(self) -> "Printers":
        """Give the printers of this machine."""
        if self._printers is None:
            from ui.printing import Printers  # not at the top: it brings the printing libraries along

            self._printers = Printers()
        return self._printers

    @printers.setter
    def printers(self, printers: "Printers") -> None:
        self._printers = printers

    def way(self, kind: PaperKind | None) -> PrintWay:
        """Give how a kind is printed at this counter; None for papers that are no kind of the family."""
        return way_for(read_ways(self._shell.machine.settings.print_ways), self._link.desk.counter, kind)

    def form(self, kind: PaperKind, usual: PaperForm) -> PaperForm:
        """Give the form that somebody set for a kind at this counter, else the usual one."""
        ways = read_ways(self._shell.machine.settings.print_ways)
        counter = self._link.desk.counter
        is_set = not ways.keys().isdisjoint({(counter, kind.value), (counter, EVERY_KIND)})
        return way_for(ways, counter, kind).form if is_set else usual

    def usual(self, kind: PaperKind | None) -> str:
        """Give the name of the printer that is set for a kind, else of the one used last; it may be gone."""
        return self.way(kind).printer or self._shell.machine.settings.printer

    def prepared(
        self,
        name: str,
        size: PaperSize,
        title: str,
        kind: PaperKind | None = None,
        *,
        across: bool = False,
        on: "Printers | None" = None,
    ) -> "QPrinter":
        """Give a printer that is set for a paper, with the copies and the tray of its kind.

        Raises:
            Unavailable: there is no such printer (any more).
        """
        printers, tray = on or self.printers, self._tray(kind, name)
        return printers.prepared(name, size, title, across=across, copies=self.way(kind).copies, tray=tray)

    def send(
        self,
        owner: QObject,
        paper: Outgoing,
        printer: "QPrinter",
        done: Callable[[PrintJob], object],
        failed: Callable[[ReceptionError], object],
        denied: Callable[[ReceptionError], object],
    ) -> None:
        """Print a paper.

        Args:
            owner: who is answered; when it is gone by then, the line at the bottom says what failed.
            paper: what is printed.
            printer: a prepared one.
            done: is called with the job when the printer took it.
            failed: is called with what stood in the way of the printer; the job waits in the queue.
            denied: is called with what the desk refused; nothing was begun.
        """
        order = self._order(owner, paper.kind, paper.printer, printer, done, failed)
        told = (paper.kind, paper.paper_id, paper.form, paper.printer, printer.copyCount())
        self._link.change(self, _begin, *told, done=partial(self.begun, order), failed=partial(_tell, owner, denied))

    def repeat(
        self,
        owner: QObject,
        job: PrintJob,
        done: Callable[[PrintJob], object],
        failed: Callable[[ReceptionError], object],
    ) -> None:
        """Print the paper of a job in the queue once more, on its own printer."""
        try:
            printer = self.prepared(job.printer, job.form.size, job.number, job.paper_kind)
        except Unavailable as error:
            failed(error)
            return
        printer.setCopyCount(job.copies)
        self.repeat_on(owner, job, printer, job.printer, done, failed)

    def repeat_on(
        self,
        owner: QObject,
        job: PrintJob,
        printer: "QPrinter",
        name: str,
        done: Callable[[PrintJob], object],
        failed: Callable[[ReceptionError], object],
    ) -> None:
        """Print the paper of a job in the queue once more, on a prepared printer."""
        order = self._order(owner, job.paper_kind, name, printer, done, failed)
        told = (job.id, name, printer.copyCount())
        self._link.change(self, _repeat, *told, done=partial(self.begun, order), failed=partial(_tell, owner, failed))

    def begun(self, order: _Order, begun: "Begun") -> None:
        """Let a paper whose job stands in the queue go to its printer."""
        self._forget(begun.job)
        answers = (partial(self._sent, order, begun.job), partial(self._failed, order, begun.job))
        self._dispatch(self, begun.paper, order.printer, order.tray, *answers)

    def dispatch(
        self,
        owner: QObject,
        paper: "RenderedPaper",
        printer: "QPrinter",
        name: str,
        done: Callable[[], object],
        failed: Callable[[ReceptionError], object],
        kind: PaperKind | None = None,
    ) -> None:
        """Send what is no paper of the family, in the tray of a kind: nothing is counted or stands in the queue."""
        self._dispatch(owner, paper, printer, self._tray(kind, name), done, failed)

    def _dispatch(
        self,
        owner: QObject,
        paper: "RenderedPaper",
        printer: "QPrinter",
        tray: str,
        done: Callable[[], object],
        failed: Callable[[ReceptionError], object],
    ) -> None:
        from ui import lp
        from ui.printing import cut_roll, sender

        if paper.size is PaperSize.ROLL:
            cut_roll(printer, paper.pdf)
        if (tray or self._shell.machine.settings.as_pdf) and lp.takes(printer):
            sender().hand_over(owner, paper.pdf, printer, done, failed, tray=tray)
        else:
            sender().send(owner, paper.pdf, printer, done, failed)

    def _tray(self, kind: PaperKind | None, name: str) -> str:
        way = self.way(kind)
        return way.tray if name == way.printer else ""

    def answer(self, came_out: bool) -> None:
        """Take what the person says of the paper that was asked after last."""
        if not self.asked:
            return
        job = self.asked.pop()
        self._ask()
        if came_out:
            self._link.change(self, _confirm, job.id, done=self._settled, failed=self._settled)
        else:
            self._link.change(self, _fail, job.id, NOTHING_CAME_OUT, done=self._not_out, failed=self._settled)

    def count(self) -> None:
        """Read how many papers wait."""
        if self._link.desk.may(Action.PRINT_NOTICE):
            self._link.run(self, _waiting, done=self._show_waiting, failed=lambda _error: None, latest=True)

    def listed(self, shown: bool) -> None:
        """Ask after nothing while the queue is on the screen: there Y and N mean the chosen line."""
        self._listed = shown
        if shown:
            self.asked.clear()
            self._ask()

    def open_queue(self) -> None:
        """Show the queue over the present room."""
        from ui.print_queue import PrintQueueStep

        self._shell.open_step(PrintQueueStep(self._shell, self._link))

    def again(self, job: PrintJob) -> None:
        """Repeat a job from the line at the bottom."""
        self.repeat(self, job, lambda _job: None, self._say_failure(job))

    def _order(
        self,
        owner: QObject,
        kind: PaperKind,
        name: str,
        printer: "QPrinter",
        done: Callable[[PrintJob], object],
        failed: Callable[[ReceptionError], object],
    ) -> _Order:
        return _Order(owner=owner, printer=printer, done=done, failed=failed, tray=self._tray(kind, name))

    def _sent(self, order: _Order, job: PrintJob) -> None:
        if not self._listed:
            self.asked.append(job)
        self._ask()
        self._shell.say(self.tr("打印机：{name}").format(name=job.printer), "printer")
        try:
            self._shell.machine.change(printer=job.printer)
        except Unavailable as error:
            self._shell.failure(error)
        _tell(order.owner, order.done, job)

    def _failed(self, order: _Order, job: PrintJob, error: ReceptionError) -> None:
        """Keep the job in the queue first, then tell: whoever repeats it then takes it up again."""
        told = partial(self._told_failed, order, job, error)
        self._link.change(self, _fail, job.id, error.code, done=told, failed=told)

    def _told_failed(self, order: _Order, job: PrintJob, error: ReceptionError, _answer: object) -> None:
        self.count()
        if shiboken6.isValid(order.owner):
            order.failed(error)
        else:
            self._say_failure(job)(error)

    def _say_failure(self, job: PrintJob) -> Callable[[ReceptionError], object]:
        return lambda error: self._shell.failure(error, partial(self.again, job))

    def _not_out(self, job: PrintJob) -> None:
        self.count()
        self._say_failure(job)(Unavailable(NOTHING_CAME_OUT, number=job.number))

    def _settled(self, _answer: object) -> None:
        self.count()

    def _forget(self, job: PrintJob) -> None:
        self.asked = [each for each in self.asked if each.id != job.id]
        self._ask()

    def _ask(self) -> None:
        self._line.ask(self.asked[-1].number if self.asked else "")

    def _minute(self) -> None:
        now = self._link.desk.clock()
        self.asked = [job for job in self.asked if not job.is_unsure(now)]
        self._ask()
        self.count()

    def _show_waiting(self, jobs: tuple[PrintJob, ...]) -> None:
        now = self._link.desk.clock()
        waits = {job.id: job for job in jobs}
        self.asked = [job for job in self.asked if waits.get(job.id, job).state is PrintState.SENT and job.id in waits]
        self._ask()
        failed = sum(job.state is PrintState.FAILED for job in jobs)
        self._line.show_waiting(failed, sum(job.is_unsure(now) for job in jobs))


def _tell(owner: QObject, told: Callable[[Any], object], answer: object) -> None:
    if shiboken6.isValid(owner):
        told(answer)


def _begin(desk: "Desk", *order: Any) -> "Begun":
    from reception.services import printing  # not at the top: it brings the drawing of papers along

    return printing.begin(desk, *order)


def _repeat(desk: "Desk", *order: Any) -> "Begun":
    from reception.services import printing

    return printing.repeat(desk, *order)


def _waiting(desk: "Desk") -> tuple[PrintJob, ...]:
    from reception.services import print_jobs  # not at the top: the first paint does without it

    return print_jobs.waiting(desk)


def _confirm(desk: "Desk", job_id: int) -> PrintJob:
    from reception.services import print_jobs

    return print_jobs.confirm(desk, job_id)


def _fail(desk: "Desk", job_id: int, error: str) -> PrintJob:
    from reception.services import print_jobs

    return print_jobs.fail(desk, job_id, error)
