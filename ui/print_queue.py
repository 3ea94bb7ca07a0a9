"""The print queue: what was not printed and what nobody has confirmed, each repeated, settled or dropped by one key."""

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from reception.errors import Invalid, ReceptionError, Unavailable
from reception.rules.print_jobs import NOTHING_CAME_OUT, PrintJob, PrintState
from reception.rules.staff import Action
from reception.services import print_jobs
from reception.words import label, sentence
from reception.words.times import short_date
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField
from ui.heeding import heed
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable
from ui.watch import bind


class PrintQueueStep(QWidget):
    """The papers of the office that wait, the failed ones first; the queue is kept, whatever becomes of the program."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("打印队列")
        self._shell, self._link = shell, link
        self.dialog: QDialog | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show_job(None)

    def entered(self) -> None:
        """Read the queue."""
        self._shell.prints.listed(True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def ended(self) -> None:
        """The step is taken away: from now on it is asked again whether a paper came out."""
        self._shell.prints.listed(False)

    def back(self) -> bool:
        """Esc: leave the reason first."""
        if self.reason_part.isHidden():
            return False
        self._end_dropping()
        return True

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [
            ("F5", self.tr("再打一次")),
            ("Ctrl+P", self.tr("另选打印机再打")),
            ("Y", self.tr("纸出来了")),
            ("N", self.tr("没有出纸")),
            ("Del", self.tr("不再打印，写明原因")),
        ]

    def repeat(self) -> None:
        """Print the chosen paper once more on its printer."""
        job = self._job(self.repeat_button)
        if job is not None:
            self._begin()
            self._shell.prints.repeat(self, job, self._sent, self._refused)

    def choose_printer(self) -> None:
        """Let the person choose another printer in the system's own window, then print."""
        job = self._job(self.other_button)
        if job is None or self.dialog is not None:
            return
        prints = self._shell.prints
        try:
            name = prints.printers.preferred(job.printer)
            printer = prints.prepared(name, job.form.size, job.number, job.paper_kind)
        except Unavailable as error:
            self._refused(error)
            return
        self.dialog = prints.printers.chooser(printer, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(lambda: self._repeat_on(job, printer, printer.printerName() or name))
        self.dialog.finished.connect(self._closed)
        QDialog.open(self.dialog)

    def confirm(self) -> None:
        """Write down that the chosen paper came out."""
        job = self._job(self.yes_button)
        if job is not None:
            self._begin()
            self._link.change(self, print_jobs.confirm, job.id, done=self._changed, failed=self._refused)

    def fail(self) -> None:
        """Write down that nothing came out of the chosen job."""
        job = self._job(self.no_button)
        if job is not None:
            self._begin()
            self._link.change(self, print_jobs.fail, job.id, NOTHING_CAME_OUT, done=self._changed, failed=self._refused)

    def confirm_all(self) -> None:
        """Write down that all that was sent came out."""
        if self.all_button.isEnabled():
            self._begin()
            self._link.change(self, print_jobs.confirm_all, done=self._changed, failed=self._refused)

    def start_dropping(self) -> None:
        """Ask why the chosen paper is not wanted any more."""
        if self._job(self.drop_button) is not None:
            self.reason.set_text("")
            self.reason.clear_error()
            self.reason_part.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """Take the chosen job out of the queue for the reason that was typed."""
        job = self._job(self.drop_button)
        if job is not None:
            self._begin()
            reason = self.reason.text()
            self._link.change(self, print_jobs.drop, job.id, reason, done=self._dropped, failed=self._refused)

    def _make_parts(self) -> None:
        self.table = RecordTable(
            [
                Column(title=self.tr("时间"), text=self._time, width=84),
                Column(title=self.tr("单据"), text=self._kind, tip=self._kind, width=128),
                Column(title=self.tr("编号"), text=lambda job: job.number, tip=lambda job: job.number, width=190),
                Column(title=self.tr("打印机"), text=self._printer, tip=self._printer),
                Column(title=self.tr("状态"), text=self._state, tone=_tone, width=112),
                Column(title=self.tr("经手"), text=lambda job: job.made_by, tip=lambda job: job.made_by, width=72),
            ],
            name=self.tr("打印队列"),
        )
        self.table.set_empty(self.tr("没有等待处理的打印。没有打印成功的、还没有确认出纸的单据会列在这里。"))
        self.about = look.text_label("", "muted", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()
        self.repeat_button = look.primary_button(self.tr("再打一次 F5"), self.repeat)
        self.other_button = look.plain_button(self.tr("另选打印机… Ctrl+P"), self.choose_printer)
        self.yes_button = look.plain_button(self.tr("出来了 Y"), self.confirm)
        self.no_button = look.plain_button(self.tr("没有 N"), self.fail)
        self.drop_button = look.plain_button(self.tr("不打了… Del"), self.start_dropping)
        self.all_button = look.plain_button(self.tr("已发送的都出来了(&Y)"), self.confirm_all)
        self.reason = LineField(self.tr("为什么不打了(&W)"), print_jobs.REASON_LIMIT)
        self.reason.set_required(True)
        self.drop_now = look.danger_button(self.tr("移出队列(&M)"), self.drop)

    def _lay_out(self) -> None:
        frame, inside = look.card(spacing=look.SPACE_L)
        hint = look.text_label(self.tr("重开程序、换人登录，队列都还在；处理过的就不再列出。"), "muted", wrap=True)
        head = look.row(hint, self.all_button)
        head.setStretchFactor(hint, 1)
        inside.addLayout(head)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.about)
        inside.addWidget(self.error)
        self.reason_part = QWidget()
        self.reason_part.setLayout(look.column(self.reason, look.row(self.drop_now, 1)))
        self.reason_part.hide()
        inside.addWidget(self.reason_part)
        acts = (self.repeat_button, self.other_button, self.yes_button, self.no_button, 1, self.drop_button)
        inside.addLayout(look.row(*acts))
        self.setLayout(look.column(frame, margin=look.SPACE_XL))
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.selected.connect(self._show_job)
        self.reason.edit.returnPressed.connect(self.drop)
        heed(self, self._link, {"PrintJob"}, self._read)
        acts = {"F5": self.repeat, "Ctrl+P": self.choose_printer, "Y": self.confirm, "N": self.fail}
        for key, act in acts.items():
            bind(self, key, act)
        bind(self, "Del", self.start_dropping)

    def _read(self) -> None:
        self._link.run(self, print_jobs.waiting, done=self._show, latest=True)

    def _show(self, jobs: tuple[PrintJob, ...]) -> None:
        self.table.show_records(jobs)
        self.all_button.setEnabled(self._may and any(job.state is PrintState.SENT for job in jobs))
        if self.table.current() is None and jobs:
            self.table.select_record(jobs[0].id)
        self._show_job(self.table.current())

    def _show_job(self, job: PrintJob | None) -> None:
        for button in (self.repeat_button, self.other_button, self.yes_button, self.drop_button):
            button.setEnabled(self._may and job is not None)
        self.no_button.setEnabled(self._may and job is not None and job.state is PrintState.SENT)
        self.about.setText(self._why(job) if job is not None else "")
        if job is None:
            self._end_dropping()

    @property
    def _may(self) -> bool:
        return self._link.desk.may(Action.PRINT_NOTICE)

    def _job(self, button: QWidget) -> PrintJob | None:
        job: PrintJob | None = self.table.current()
        return job if button.isEnabled() else None

    def _begin(self) -> None:
        self.error.hide()

    def _repeat_on(self, job: PrintJob, printer: QPrinter, name: str) -> None:
        self._begin()
        self._shell.prints.repeat_on(self, job, printer, name, self._sent, self._refused)

    def _closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()

    def _sent(self, job: PrintJob) -> None:
        self._shell.toast(self.tr("{number} 已送打印机").format(number=job.number))
        self._read()

    def _changed(self, _answer: object) -> None:
        self._read()

    def _dropped(self, _job: PrintJob) -> None:
        self._end_dropping()
        self._read()

    def _end_dropping(self) -> None:
        if self.reason_part.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reason_part.hide()

    def _refused(self, error: ReceptionError) -> None:
        self._read()
        if isinstance(error, Invalid) and error.reasons[0].field == "reason":
            self.reason.set_error(sentence(error.reasons[0], self._shell.language))
            return
        reasons = error.reasons if isinstance(error, Invalid) else (error,)
        self.error.setText("\n".join(sentence(each, self._shell.language) for each in reasons))
        self.error.show()

    def _why(self, job: PrintJob) -> str:
        if job.state is PrintState.SENT:
            return self.tr("已发送到打印机，还没有人确认纸出来了。再打一次就算这一次没有出纸，补打次数不变。")
        return sentence(Unavailable(job.error, printer=job.printer, number=job.number), self._shell.language)

    def _time(self, job: PrintJob) -> str:
        desk = self._link.desk
        made, now = desk.calendar.local(job.made_at), desk.calendar.local(desk.clock())
        return f"{made:%H:%M}" if made.date() == now.date() else short_date(made, now, self._shell.language)

    def _kind(self, job: PrintJob) -> str:
        return label(job.paper_kind, self._shell.language)

    def _printer(self, job: PrintJob) -> str:
        return self.tr("{name} × {n}").format(name=job.printer, n=job.copies) if job.copies > 1 else job.printer

    def _state(self, job: PrintJob) -> str:
        return self.tr("没有打印成功") if job.state is PrintState.FAILED else self.tr("待确认出纸")


def _tone(job: PrintJob) -> look.Tone:
    return "red" if job.state is PrintState.FAILED else "amber"
