"""A list of choices whose present one can be read whole where the box is too narrow for it."""

from PySide6.QtWidgets import QComboBox

from ui import look


class TippedBox(QComboBox):
    """Says its present choice in a tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentTextChanged.connect(lambda text: look.set_tip(self, text))
