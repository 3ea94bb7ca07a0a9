"""The foot of a form of the settings: what is wrong with it, and the button that keeps it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QWidget

from reception.errors import Invalid, NotAllowed, ReceptionError
from reception.rules.staff import Action
from reception.words import sentence
from ui import look
from ui.forms import Field, FieldSet
from ui.shell import Shell


class Foot(QWidget):
    """Shows reasons at the fields of a form and all else in its own line.

    Args:
        fields: name of the field in reasons -> field, in reading order.
        words: what stands on the button that keeps the form.
        act: what the button does.
        others: further buttons, left of it.
    """

    def __init__(
        self, shell: Shell, fields: Mapping[str, Field], words: str, act: Callable[[], object], *others: QPushButton
    ) -> None:
        super().__init__()
        self._language = shell.language
        self.line = look.text_label("", "error", wrap=True)
        self.button = look.primary_button(words, act)
        self.others = others
        self.fields = FieldSet(fields, self.line, shell.language)
        self.note = look.text_label("", "muted", wrap=True)
        self.note.hide()
        buttons = look.row(1, *others, self.button)
        self.setLayout(look.column(self.line, self.note, buttons))

    def begin(self) -> None:
        """Take the errors away and let nobody press twice."""
        self.fields.clear()
        self.button.setEnabled(False)

    def end(self) -> None:
        """Let the button be pressed again."""
        self.button.setEnabled(self.note.isHidden())

    def refuse(self, error: ReceptionError) -> None:
        """Show why the form was not kept."""
        self.end()
        if isinstance(error, Invalid):
            self.fields.show(error)
            return
        self.line.setText(sentence(error, self._language))
        self.line.show()

    def allow(self, allowed: bool, action: Action) -> None:
        """Enable the form for whoever may, and say to all others whom to ask."""
        self.note.setText("" if allowed else sentence(NotAllowed("not_allowed", action=action), self._language))
        self.note.setVisible(not allowed)
        for button in (self.button, *self.others):
            button.setEnabled(allowed)
        for field in self.fields.fields.values():
            field.inner.setEnabled(allowed)
