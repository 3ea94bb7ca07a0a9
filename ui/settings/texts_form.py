"""A form of texts that each have something to print where they are left empty."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import look
from ui.forms import LineField, TextField
from ui.settings.foot import Foot
from ui.shell import Shell

TextOf = LineField | TextField
TEXT_HEIGHT = 118


class TextsForm(QWidget):
    """A card with fields of text; what is suggested stands in them in pale letters until something is typed.

    Args:
        fields: by the names of their texts, in reading order.
        lines: which of them stand side by side.
        act: what keeps them.

    Signals:
        edited(): a person changed a text.
    """

    edited = Signal()

    def __init__(
        self,
        shell: Shell,
        fields: Mapping[str, TextOf],
        lines: Sequence[Sequence[str]],
        act: Callable[[], object],
    ) -> None:
        super().__init__()
        self.fields = fields
        self._suggested: Mapping[str, str] = {}
        self.heading = look.heading("")
        self.note = look.text_label("", "hint")
        self.fill_button = look.plain_button(self.tr("填入浅色的字(&F)"), self.fill)
        look.set_tip(self.fill_button, self.tr("把空着的栏目填上现在会印的字，再修改"))
        self.foot = Foot(shell, fields, self.tr("保存(&S)"), act, self.fill_button)
        frame, inside = look.card(spacing=look.SPACE_L)
        head = look.row(self.heading, 1, self.note)
        inside.addLayout(head)
        for line in lines:
            inside.addLayout(_side_by_side([fields[name] for name in line]))
        inside.addWidget(self.foot)
        inside.addStretch(1)
        self.setLayout(look.column(frame))
        for field in fields.values():
            field.edited.connect(self.edited)
            if isinstance(field, TextField):
                field.edit.setFixedHeight(look.scaled(TEXT_HEIGHT))

    def texts(self) -> dict[str, str]:
        """Give what stands in the fields."""
        return {name: field.text() for name, field in self.fields.items()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Fill the fields; a text that stands there already keeps its cursor."""
        for name, field in self.fields.items():
            if field.text() != texts[name]:
                field.set_text(texts[name])

    def suggest(self, texts: Mapping[str, str]) -> None:
        """Show what is printed where nothing is typed."""
        self._suggested = texts
        for name, field in self.fields.items():
            field.edit.setPlaceholderText(texts[name])

    def show_note(self, words: str) -> None:
        """Say from when the texts are."""
        self.note.setText(words)

    def fill(self) -> None:
        """Put what is suggested into the empty fields, to be changed there."""
        for name, field in self.fields.items():
            if not field.text().strip() and self._suggested.get(name):
                field.set_text(self._suggested[name])
        self.edited.emit()


def _side_by_side(fields: Sequence[TextOf]) -> QHBoxLayout:
    line = look.row(*fields, spacing=look.SPACE_L)
    for place in range(len(fields)):
        line.setStretch(place, 1)
    return line
