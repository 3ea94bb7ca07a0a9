"""The section of papers and printers: how each kind is printed at this counter, a test page, the queue."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from reception.errors import ReceptionError, Unavailable
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.rules.print_jobs import MOST_COPIES
from reception.rules.print_ways import EVERY_KIND, OTHER_PAPERS, PrintWay, read_ways, write_ways
from reception.services import printing
from reception.words import label, sentence
from ui import look, lp
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, TickField
from ui.printing import TRAYS
from ui.settings.looks import remember
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.notices import RenderedPaper

_TEST_FORM = PaperForm()


class PrintersSection(QWidget):
    """Choices that act at once, for this machine and the counter at which it stands."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._names: tuple[str, ...] = ()
        self._make_fields()
        self._make_acts()
        self._lay_out()
        self._connect()

    def entered(self) -> None:
        """Read which printers there are, and show the chosen kind."""
        self._names = self._shell.prints.printers.names()
        self.place.setText(
            self.tr("{counter} · 只管这台电脑的这个窗口，选定即生效。").format(counter=self._link.desk.counter)
        )
        self.show_kind()

    @property
    def way(self) -> PrintWay:
        """Give the way of the chosen kind: its own, or that of every kind."""
        ways = self._ways()
        return ways.get(self._key(), ways.get((self._link.desk.counter, EVERY_KIND), PrintWay()))

    def show_kind(self) -> None:
        """Show how the chosen kind is printed."""
        kind, way = self.kind.value(), self.way
        is_own = kind == EVERY_KIND or self._key() in self._ways()
        self.own.setVisible(kind != EVERY_KIND)
        self.own.set_value(is_own)
        self._offer_printers(way.printer)
        self._offer_trays(way, ())
        self._ask_trays(way)
        for name in ("size", "language"):
            self.fields[name].set_value(getattr(way.form, name))
        for name in ("large", "short_stub"):
            self.fields[name].set_value(getattr(way.form, name))
        self.copies.set_value(way.copies)
        self.direct.set_value(way.direct)
        for field in (self.printer, self.tray, self.copies, self.direct, *self.fields.values()):
            field.inner.setEnabled(is_own)
        for field in self.fields.values():
            field.setVisible(kind != OTHER_PAPERS)
        self.error.hide()

    def print_trial(self) -> None:
        """Print a test page as the chosen kind is printed."""
        way = self.way
        form = way.form if self.kind.value() != OTHER_PAPERS else _TEST_FORM
        try:
            name = self._shell.prints.printers.preferred(way.printer or self._shell.machine.settings.printer)
        except Unavailable as error:
            self._refused(error)
            return
        self._begin()
        done = partial(self._send_trial, name, form)
        self._link.run(self, printing.trial_page, name, form, done=done, failed=self._refused)

    def _make_fields(self) -> None:
        language = self._shell.language
        kinds = [(EVERY_KIND, self.tr("所有单据（没有单独设置的）"))]
        kinds += [(kind.value, label(kind, language)) for kind in PaperKind]
        kinds.append((OTHER_PAPERS, self.tr("其他：登记表、空白表、指南、桌牌")))
        self.kind = ChoiceField(self.tr("单据种类(&K)"), kinds)
        self.own = TickField(self.tr("单独设置(&O)"))
        self.printer = ChoiceField(self.tr("打印机(&R)"), [])
        self.tray = ChoiceField(self.tr("纸盒(&T)"), [])
        self.copies = ChoiceField(self.tr("份数(&N)"), [(count, str(count)) for count in range(1, MOST_COPIES + 1)])
        self.direct = TickField(self.tr("直接打印，不再询问打印机(&D)"))
        sizes = [(each, label(each, language)) for each in PaperSize]
        self.paper_size = ChoiceField(self.tr("纸张(&Z)"), sizes)
        languages = [(each, label(each, language)) for each in PaperLanguage]
        self.language = ChoiceField(self.tr("单据语言(&G)"), languages)
        self.large = TickField(self.tr("大字(&L)"))
        self.short_stub = TickField(self.tr("简短存根(&U)"))
        self.as_pdf = TickField(self.tr("把 PDF 原样交给系统打印，字迹更清晰(&V)"))
        self.as_pdf.set_value(self._shell.machine.settings.as_pdf)
        self.as_pdf.setVisible(lp.is_there())
        self.fields: dict[str, Any] = {
            "size": self.paper_size,
            "language": self.language,
            "large": self.large,
            "short_stub": self.short_stub,
        }

    def _make_acts(self) -> None:
        self.trial_button = look.plain_button(self.tr("打印测试页(&E)"), self.print_trial, icon_name="print")
        self.queue_button = look.plain_button(self.tr("打印队列(&Q)"), self._shell.prints.open_queue)
        self.place = look.text_label("", "muted", wrap=True)
        self.said = look.text_label("", "hint", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        self.error.hide()

    def _lay_out(self) -> None:
        frame, inside = look.card(spacing=look.SPACE_L)
        inside.addLayout(look.row(look.heading(self.tr("单据与打印机")), 1, self.queue_button))
        inside.addWidget(self.place)
        inside.addLayout(look.column(look.row(self.kind, 1), look.row(self.own, 1)))
        inside.addWidget(look.rule())
        for fields in (
            (self.printer, self.tray, self.copies),
            (self.paper_size, self.language),
            (self.large, self.short_stub),
            (self.direct,),
        ):
            inside.addLayout(look.row(*fields, 1, spacing=look.SPACE_L))
        inside.addLayout(look.row(self.trial_button, self.said, 1))
        inside.addWidget(self.error)
        inside.addWidget(look.rule())
        inside.addWidget(self.as_pdf)
        hint = self.tr("打印出来的单据先记入打印队列；没有出纸的留在队列里，重开程序也不会丢。")
        inside.addWidget(look.text_label(hint, "hint", wrap=True))
        self.setLayout(look.column(frame, 1))
        self.setFocusProxy(self.kind)

    def _connect(self) -> None:
        self.kind.edited.connect(self.show_kind)
        self.own.edited.connect(self._turn_own)
        self.printer.edited.connect(self._printer_chosen)
        for field in (self.tray, self.copies, self.direct, *self.fields.values()):
            field.edited.connect(self._keep)
        self.as_pdf.edited.connect(lambda: remember(self._shell, as_pdf=self.as_pdf.value()))

    def _key(self) -> tuple[str, str]:
        return self._link.desk.counter, self.kind.value()

    def _ways(self) -> dict[tuple[str, str], PrintWay]:
        return read_ways(self._shell.machine.settings.print_ways)

    def _turn_own(self) -> None:
        """Give the kind a way of its own, which begins as the one it had; or let it follow the others again."""
        way, ways = self.way, self._ways()
        ways.pop(self._key(), None)
        if self.own.value():
            ways[self._key()] = way
        remember(self._shell, print_ways=write_ways(ways))
        self.show_kind()

    def _printer_chosen(self) -> None:
        self.tray.set_value("")
        self._keep()
        self._offer_trays(self.way, ())
        self._ask_trays(self.way)

    def _keep(self) -> None:
        form = PaperForm(**{name: field.value() for name, field in self.fields.items()})
        way = PrintWay(
            printer=self.printer.value() or "",
            tray=self.tray.value() or "",
            form=form,
            copies=self.copies.value(),
            direct=self.direct.value(),
        )
        remember(self._shell, print_ways=write_ways({**self._ways(), self._key(): way}))

    def _offer_printers(self, chosen: str) -> None:
        choices = [("", self.tr("上次用过的打印机")), *((name, name) for name in self._names)]
        if chosen and chosen not in self._names:
            choices.append((chosen, self.tr("{name}（找不到）").format(name=chosen)))
        self.printer.set_choices(choices)
        self.printer.set_value(chosen)

    def _ask_trays(self, way: PrintWay) -> None:
        """Ask the system for the trays of the printer; the list grows when it answers."""
        if lp.is_there() and way.printer in self._names:
            lp.ask_trays(self, way.printer, partial(self._trays_told, way.printer))

    def _trays_told(self, printer: str, trays: tuple[str, ...]) -> None:
        if printer == self.way.printer:
            self._offer_trays(self.way, trays)

    def _offer_trays(self, way: PrintWay, told: tuple[str, ...]) -> None:
        names = {
            "Upper": self.tr("上层纸盒"),
            "Middle": self.tr("中层纸盒"),
            "Lower": self.tr("下层纸盒"),
            "Manual": self.tr("手动送纸"),
            "Cassette": self.tr("纸匣"),
            "Tractor": self.tr("链式送纸"),
            "Envelope": self.tr("信封"),
        }
        offered = told if lp.is_there() else TRAYS
        if way.tray and way.tray not in offered:
            offered = (*offered, way.tray)
        self.tray.set_choices([("", self.tr("自动")), *((name, names.get(name, name)) for name in offered)])
        self.tray.set_value(way.tray)

    def _send_trial(self, name: str, form: PaperForm, paper: "RenderedPaper") -> None:
        prints = self._shell.prints
        kind = self.kind.value()
        own = PaperKind(kind) if kind in PaperKind.__members__ else None
        try:
            printer = prints.prepared(name, form.size, self.tr("打印测试页"), own)
        except Unavailable as error:
            self._refused(error)
            return
        printer.setCopyCount(1)
        prints.dispatch(self, paper, printer, name, partial(self._trial_sent, name), self._refused, own)

    def _begin(self) -> None:
        self.error.hide()
        self.said.setText("")
        self.trial_button.setEnabled(False)

    def _trial_sent(self, name: str) -> None:
        self.trial_button.setEnabled(True)
        self.said.setText(self.tr("测试页已送往 {name}。").format(name=name))

    def _refused(self, error: ReceptionError) -> None:
        self.trial_button.setEnabled(True)
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()
