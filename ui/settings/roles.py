"""The roles of an account, each with a tick."""

from PySide6.QtWidgets import QCheckBox, QWidget

from reception.rules.staff import Role
from reception.words import Language, label
from ui import look
from ui.forms import Field


class RolesField(Field):
    """A tick for each role; an account may hold several."""

    def __init__(self, words: str, language: Language) -> None:
        inner = QWidget()
        self.boxes = {role: QCheckBox(label(role, language)) for role in Role}
        inner.setLayout(look.column(*self.boxes.values(), spacing=0))
        inner.setFocusProxy(self.boxes[Role.CLERK])
        super().__init__(words, inner)
        for box in self.boxes.values():
            box.clicked.connect(lambda _on: self._edited())

    def value(self) -> tuple[Role, ...]:
        """Give the roles that are ticked."""
        return tuple(role for role, box in self.boxes.items() if box.isChecked())

    def set_value(self, roles: tuple[Role, ...]) -> None:
        """Tick these roles and no others; this counts as no edit of the person."""
        for role, box in self.boxes.items():
            box.setChecked(role in roles)
