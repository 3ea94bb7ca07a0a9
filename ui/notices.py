"""A notice seen, printed and saved as a file: one step over the room from which it was opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from reception.errors import ReceptionError, Unavailable
from reception.rules.notices import Notice, PaperSize
from reception.rules.papers import PaperForm, PaperKind
from reception.rules.staff import Action
from reception.rules.supplements import ToldMode
from reception.services import notices
from reception.words import sentence
from ui import look
from ui.desk_link import DeskLink
from ui.heeding import heed
from ui.paper_options import PaperOptions, titled
from ui.paper_step import PaperStep
from ui.printing import Printers
from ui.shell import Keys, Shell
from ui.tellings import TellingPart
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.notices import RenderedPaper


class _Habit:
    """The size chosen last; the next notice opens in it."""

    size: PaperSize = PaperSize.A4


class NoticePage(PaperStep):
    """Shows the paper marked 预览, prints it, prints it again, or saves it as a PDF; who was told stands below.

    Args:
        notice_id: the notice to show.
        printers: the printers of this machine.
        kind: a one-time notice, or a notice to supplement.
        form: how it is shown at first; else as it is set for its kind.
        printing: whether it shall be printed as soon as it is there.
    """

    def __init__(
        self,
        shell: Shell,
        link: DeskLink,
        notice_id: int,
        printers: Printers | None = None,
        *,
        kind: PaperKind = PaperKind.YC,
        form: PaperForm | None = None,
        printing: bool = False,
    ) -> None:
        self._notice_id, self._printing = notice_id, printing
        self._of_kind = kind
        self._form = form or shell.prints.form(kind, PaperForm(size=_Habit.size))
        self.notice: Notice | None = None
        super().__init__(shell, link, titled(kind, shell.language), "", printers)
        self.number, self.matter = self.heading, self.about
        self.state = look.chip("")
        self.choices = PaperOptions(self._form)
        self.sizes = self.choices.sizes.buttons
        self.telling = TellingPart(shell, link, notice_id)
        self._place_options()
        self.choices.changed.connect(self._choose)
        self.telling.refused.connect(self._say)
        self.telling.bind_keys(self)
        heed(self, link, {"Notice"}, self._read)
        bind(self, "F5", self.print_again)
        self.show_buttons()

    def entered(self) -> None:
        """Read the notice and draw its paper."""
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()
        self.telling.read()
        self.draw()

    def keys(self) -> Keys:
        """Give the keys of this step."""
        first, *others = super().keys()
        again = ("F5", self.tr("用上次的打印机再打"))
        return [first, again, others[0], *self.telling.keys(), *others[1:]]

    @property
    def paper_size(self) -> PaperSize:
        """Give the size of the paper."""
        return self._form.size

    def choose(self, size: PaperSize) -> None:
        """Show the paper in another size."""
        self.choices.choose_size(size)

    def outgoing(self) -> tuple[PaperKind, int, PaperForm]:
        """Give which notice this is and how it is printed."""
        return self._of_kind, self._notice_id, self._form

    def draw(self) -> None:
        """Draw the notice marked 预览."""
        _Habit.size = self.paper_size
        told = (self._notice_id, self._form)
        self._link.run(self, notices.preview, *told, done=self.show_paper, failed=self.not_done, latest=True)

    def show_paper(self, paper: "RenderedPaper | None") -> None:
        """Show the notice; one that was just issued goes on to the printer."""
        super().show_paper(paper)
        self._go_on()

    def able(self) -> bool:
        """Tell whether the notice may be printed now."""
        living = self.notice is not None and not self.notice.void
        return living and self._link.desk.may(Action.PRINT_NOTICE)

    def was_printed(self) -> None:
        """Read how often it was printed."""
        self._read()

    def show_buttons(self) -> None:
        """Let the buttons act when there is something to act on."""
        super().show_buttons()
        self.again_button.setEnabled(self.print_button.isEnabled())

    def print_again(self) -> None:
        """Print on the printer that is set or was the last one; the first time ask for one."""
        if not self._usual():
            self.ask()
        elif self._may_begin():
            try:
                printer = self._prepared(self._usual())
            except Unavailable as error:
                self._refused(error)
            else:
                self._begin(printer, self._usual())

    def _make_parts(self) -> None:
        super()._make_parts()
        self.again_button = look.plain_button(self.tr("再打一次 F5"), self.print_again, icon_name="print")

    def _place_options(self) -> None:
        self.view.setAccessibleName(self.tr("告知单预览"))
        self.hint.setText(self.tr("预览不计入打印次数。打过一次以后，再打的单子注明“补打第 N 次”，内容不变。"))
        self.pages.hide()
        self.options.addLayout(look.row(self.state, 1))
        self.options.addWidget(look.rule())
        self.options.addWidget(self.choices)
        place = self.print_button.parentWidget()
        buttons = place.layout() if place else None
        if not isinstance(buttons, QVBoxLayout):
            raise TypeError("the buttons of a paper stand below each other")
        buttons.insertWidget(buttons.indexOf(self.print_button) + 1, self.again_button)
        self.acts.addWidget(look.rule())
        self.acts.addWidget(self.telling)

    def _choose(self) -> None:
        self._form = self.choices.form
        self.draw()

    def _read(self) -> None:
        self._link.run(self, notices.by_id, self._notice_id, done=self._show_notice, latest=True)

    def _show_notice(self, notice: Notice) -> None:
        self.notice, self.name = notice, notice.number
        self.number.setText(notice.number)
        self.matter.setText(notice.text.matter)
        self.telling.show_notice(notice)
        if notice.void:
            look.set_chip(self.state, self.tr("已作废，不能再打印"), "red")
        elif notice.prints:
            look.set_chip(self.state, self.tr("已打印 {n} 次").format(n=notice.prints), "green")
        else:
            look.set_chip(self.state, self.tr("尚未打印"), "grey")
        self.show_buttons()
        self._go_on()

    def _go_on(self) -> None:
        """Let a notice that was issued to be printed go to the printer, once it and its paper are there."""
        if self._printing and self.paper is not None and self.print_button.isEnabled():
            self._printing = False
            self.print()

    def _saved(self, path: str, saved: object) -> None:
        super()._saved(path, saved)
        self.telling.note(ToldMode.PDF)

    def _refused(self, error: ReceptionError) -> None:
        """Say what stood in the way of the printer; nothing was counted, and F5 prints once more."""
        super()._refused(error)
        self._read()
        self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, error: ReceptionError) -> None:
        """Say what cannot be noted, whatever is under way."""
        self.error.setText(sentence(error, self._shell.language))
        self.error.show()
