"""How a paper is printed: its size, its language, large letters."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception.rules.notices import PaperSize
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.words import Language, label
from ui import look
from ui.choices_of_paper import PaperChoice
from ui.forms import TickField


class PaperOptions(QWidget):
    """The choices of a form; a press of a button is told.

    Args:
        form: how it begins.
        sizes: those that are offered; all of them without it.
        wide: whether there is room for all choices of a row beside each other.

    Signals:
        changed(): somebody chose something else.
    """

    changed = Signal()

    def __init__(self, form: PaperForm, sizes: Collection[PaperSize] = (), *, wide: bool = False) -> None:
        super().__init__()
        words = {
            PaperSize.A4: self.tr("A4 两联(&D)"),
            PaperSize.A4_THREE: self.tr("A4 三联(&T)"),
            PaperSize.A5: self.tr("A5 单联(&W)"),
            PaperSize.ROLL: self.tr("80 mm(&R)"),
        }
        offered = {size: text for size, text in words.items() if not sizes or size in sizes}
        languages = {
            PaperLanguage.ZH: self.tr("中文(&Z)"),
            PaperLanguage.EN: self.tr("英文(&E)"),
            PaperLanguage.BOTH: self.tr("对照(&B)"),
        }
        self.sizes = PaperChoice(self.tr("纸张"), offered, self.choose_size, 0 if wide else 2)
        self.languages = PaperChoice(self.tr("语言"), languages, self.choose_language)
        self.large = TickField(self.tr("大字版(&L)"))
        self.large.edited.connect(self.changed)
        if wide:
            spoken = look.row(self.languages, self.large, 1, spacing=look.SPACE_XL)
            self.setLayout(look.column(self.sizes, spoken, spacing=look.SPACE_S))
        else:
            self.setLayout(look.column(self.sizes, self.languages, self.large, spacing=look.SPACE_M))
        self.show_form(form)

    @property
    def form(self) -> PaperForm:
        """Give what is chosen."""
        return PaperForm(
            size=self._size, language=self._language, large=self.large.value(), short_stub=self._short_stub
        )

    def show_form(self, form: PaperForm) -> None:
        """Show how it is chosen; nobody is told."""
        self._size = form.size if form.size in self.sizes.buttons else PaperSize.A4
        self._language, self._short_stub = form.language, form.short_stub
        self.sizes.show_value(self._size)
        self.languages.show_value(form.language)
        self.large.set_value(form.large)

    def choose_size(self, size: PaperSize) -> None:
        """Choose another size."""
        self._size = size
        self.sizes.show_value(size)
        self.changed.emit()

    def choose_language(self, language: PaperLanguage) -> None:
        """Choose another language."""
        self._language = language
        self.languages.show_value(language)
        self.changed.emit()


def titled(kind: PaperKind, language: Language) -> str:
    """Give the name of a kind as a title begins."""
    words = label(kind, language)
    return words[:1].upper() + words[1:]
