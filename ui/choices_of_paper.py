"""Rows of choices of a paper step: one of some kinds, one of the languages."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui import look

Chosen = TypeVar("Chosen", bound=StrEnum)


class PaperChoice(QWidget, Generic[Chosen]):
    """Buttons beside each other, of which one is down.

    Args:
        name: what is chosen, for who hears the screen.
        words: each value with its words; `&` marks the mnemonic.
        changed: is called with the value when a person chooses.
        columns: so many buttons stand beside each other; all of them without it.
    """

    def __init__(
        self, name: str, words: Mapping[Chosen, str], changed: Callable[[Chosen], object], columns: int = 0
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[Chosen, QPushButton] = {value: look.choice_button(text) for value, text in words.items()}
        self._group = QButtonGroup(self)
        for value, button in self.buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _on, value=value: changed(value))
        buttons, beside = [*self.buttons.values()], columns or len(self.buttons)
        rows = [buttons[first : first + beside] for first in range(0, len(buttons), beside)]
        lines = (look.row(*each, 1, spacing=look.SPACE_S) for each in rows)
        self.setLayout(look.column(*lines, spacing=look.SPACE_S))

    def show_value(self, value: Chosen) -> None:
        """Press the button of a value; nobody is told."""
        self.buttons[value].setChecked(True)
