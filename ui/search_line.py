"""The field in which one searches: a sign before the words, a button that takes them away."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from ui import look

SEARCH_LIMIT = 64


class SearchLine(QLineEdit):
    """One line of a search.

    Args:
        spoken: its name for a screen reader.
        hint: what may be searched for, shown while nothing is typed.
    """

    def __init__(self, spoken: str, hint: str) -> None:
        super().__init__()
        self.setMaxLength(SEARCH_LIMIT)
        self.setAccessibleName(spoken)
        self.setPlaceholderText(hint)
        look.set_tip(self, hint)
        self.addAction(look.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("清空搜索"))
