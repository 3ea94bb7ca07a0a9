"""An issued letter seen, printed, saved, made void: one step over the room from which it was opened."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reception.errors import Invalid, ReceptionError
from reception.rules.letters import Letter
from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm, PaperKind
from reception.rules.staff import Action
from reception.services import letters, reissues
from reception.services.letters import REASON_LENGTH
from reception.words import date_text, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import TextField
from ui.heeding import heed
from ui.paper_options import PaperOptions, titled
from ui.paper_step import PaperStep
from ui.printing import Printers
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.notices import RenderedPaper

SIZES = tuple(PaperSize)


class LetterPage(PaperStep):
    """Shows a letter marked 预览, prints it, and makes it void with a reason.

    Args:
        letter: as it was read last.
        form: how it is shown at first; else as it is set for its kind.
        printing: whether it shall be printed as soon as it is there.
    """

    def __init__(
        self,
        shell: Shell,
        link: DeskLink,
        letter: Letter,
        form: PaperForm | None = None,
        printers: Printers | None = None,
        *,
        printing: bool = False,
    ) -> None:
        self.letter = letter
        self._form = form or shell.prints.form(letter.kind, PaperForm())
        self._printing = printing
        super().__init__(shell, link, titled(letter.kind, shell.language), letter.number, printers)
        self.state = look.chip("")
        self.choices = PaperOptions(self._form, SIZES)
        self.void_button = look.danger_button(self.tr("作废…(&V)"), self._ask_why)
        self.again_button = look.primary_button(self.tr("重新出具(&G)"), self.write_again)
        self.why = TextField(self.tr("作废理由"), REASON_LENGTH, lines=2)
        self.void_now_button = look.danger_button(self.tr("作废此文书(&X)"), self.void)
        self._place_options()
        self.choices.changed.connect(self._choose)
        heed(self, link, {"Letter"}, self._read)
        bind(self, "Ctrl+R", self.record)
        self._show_letter(letter)

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [*super().keys(), ("Ctrl+R", self.tr("打开登记"))]

    def outgoing(self) -> tuple[PaperKind, int, PaperForm]:
        """Give which letter this is and how it is printed."""
        return self.letter.kind, self.letter.id, self._form

    def draw(self) -> None:
        """Draw the letter marked 预览."""
        told = (self.letter.id, self._form)
        self._link.run(self, letters.preview, *told, done=self.show_paper, failed=self.not_done, latest=True)

    def show_paper(self, paper: "RenderedPaper | None") -> None:
        """Show the letter; one that was just issued goes on to the printer."""
        super().show_paper(paper)
        if self._printing and paper is not None:
            self._printing = False
            self.print()

    def able(self) -> bool:
        """Tell whether the letter may be printed now."""
        return super().able() and not self.letter.void and self._link.desk.may(Action.PRINT_NOTICE)

    def was_printed(self) -> None:
        """Read how often it was printed."""
        self._read()

    def back(self) -> bool:
        """Esc: take the question for a reason away."""
        shown = not self.why.isHidden()
        self._show_why(False)
        return shown

    def record(self) -> None:
        """Open the record of the letter."""
        self._shell.go("register", inquiry_id=self.letter.inquiry_id)

    def void(self) -> None:
        """Make the letter void; its number is kept."""
        self.void_now_button.setEnabled(False)
        told = (self.letter.id, self.why.text())
        self._link.change(self, letters.void_letter, *told, done=self._voided, failed=self._not_void)

    def write_again(self) -> None:
        """Write a void letter of a stop, its end or an extension again, and show the new one in its place."""
        self.again_button.setEnabled(False)
        self._link.change(self, reissues.reissue, self.letter.id, done=self._written_again, failed=self._not_again)

    def _written_again(self, letter: Letter) -> None:
        shell, link, form = self._shell, self._link, self._form
        shell.close_step()
        shell.toast(self.tr("已重新出具 {number}").format(number=letter.number))
        shell.open_step(LetterPage(shell, link, letter, form=form))

    def _not_again(self, error: ReceptionError) -> None:
        self.again_button.setEnabled(True)
        self.not_done(error)

    def _place_options(self) -> None:
        self.hint.setText(self.tr("预览不计入打印次数。打过一次以后，再打的注明“补打第 N 次”，内容不变。"))
        record = look.link_button(self.tr("登记 Ctrl+R"), self.record)
        self.options.addLayout(look.row(self.state, 1, record))
        self.options.addWidget(self.choices)
        self.why.set_required(True)
        self.acts.addLayout(look.row(1, self.again_button, self.void_button))
        self.acts.addWidget(self.why)
        self.acts.addWidget(self.void_now_button, 0, Qt.AlignmentFlag.AlignRight)
        self._show_why(False)

    def _choose(self) -> None:
        self._form = self.choices.form
        self.draw()

    def _read(self) -> None:
        self._link.run(self, letters.by_id, self.letter.id, done=self._show_letter, latest=True)

    def _show_letter(self, letter: Letter) -> None:
        self.letter = letter
        self.heading.setText(letter.number)
        issued = self._link.desk.calendar.local(letter.issued_at)
        said = self.tr("{day} {name} 出具").format(
            day=date_text(issued.date(), self._shell.language), name=letter.issued_by
        )
        self.about.setText("\n".join(part for part in (letter.text.matter, said) if part))
        if letter.void:
            look.set_chip(self.state, self.tr("已作废，不能再打印"), "red")
        elif letter.prints:
            look.set_chip(self.state, self.tr("已打印 {n} 次").format(n=letter.prints), "green")
        else:
            look.set_chip(self.state, self.tr("尚未打印"), "grey")
        own = letter.issued_by_id == self._link.desk.account.id
        may_void = self._link.desk.may(Action.VOID_ANY) or (own and self._link.desk.may(Action.VOID_OWN))
        self.void_button.setVisible(may_void and not letter.void)
        self.again_button.setVisible(reissues.may_reissue(self._link.desk, letter))
        self.show_buttons()

    def _ask_why(self) -> None:
        self._show_why(True)
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_why(self, shown: bool) -> None:
        self.why.setVisible(shown)
        self.void_now_button.setVisible(shown)
        self.void_now_button.setEnabled(True)

    def _voided(self, letter: Letter) -> None:
        self._show_why(False)
        self._show_letter(letter)
        self._shell.toast(self.tr("{number} 已作废，编号保留").format(number=letter.number))

    def _not_void(self, error: ReceptionError) -> None:
        self.void_now_button.setEnabled(True)
        if isinstance(error, Invalid):
            self.why.set_error("\n".join(sentence(reason, self._shell.language) for reason in error.reasons))
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.not_done(error)


def open_letter(shell: Shell, link: DeskLink, owner: object, letter_id: int) -> None:
    """Read a letter and lay its page over the room."""
    done = partial(_open, shell, link)
    link.run(owner, letters.by_id, letter_id, done=done)  # type: ignore[arg-type]


def _open(shell: Shell, link: DeskLink, letter: Letter) -> None:
    shell.open_step(LetterPage(shell, link, letter))
