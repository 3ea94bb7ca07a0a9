"""The room of posts and duty: who is there, one's own work and the month of absences, each a view of the room."""

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reception.words import Language
from ui import look
from ui.desk_link import DeskLink
from ui.flowing import FlowBox
from ui.roomy import OnePage
from ui.roster.colleagues import ColleaguesView
from ui.roster.views import VIEWS, key_of, names_for, title_of
from ui.shell import Keys, Shell


class RosterPage(QWidget):
    """One view at a time; `entered(view=…)` chooses it, `entered(account=…)` shows a colleague."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("岗位与值班")
        self._shell, self._link = shell, link
        self.people = ColleaguesView(shell, link)
        self.table, self.pane = self.people.table, self.people.pane
        self.views: dict[str, Any] = {"people": self.people}
        self.chosen = "people"
        self.buttons: dict[str, QPushButton] = {}
        self._stack = OnePage()
        self._stack.addWidget(self.people)
        self._place()
        self.setFocusProxy(self.people)

    def entered(self, **what: Any) -> None:
        """The page is shown now."""
        wanted = "people" if "account" in what else str(what.pop("view", self.chosen))
        self.choose(wanted, **what)

    def choose(self, name: str, **what: Any) -> None:
        """Show a view; it is made when it is first wanted. Where this person may not see it, show the colleagues."""
        name = name if name in self.buttons else "people"
        view = self.views.get(name)
        if view is None:
            view = self.views[name] = VIEWS[name](self._shell, self._link)
            self._stack.addWidget(view)
        self.chosen = name
        self.buttons[name].setChecked(True)
        self._stack.setCurrentWidget(view)
        self.setFocusProxy(view)
        view.entered(**what)

    def back(self) -> bool:
        """Go one step back within the view, then to the colleagues."""
        if self.views[self.chosen].back():
            return True
        if self.chosen == "people":
            return False
        self.choose("people")
        return True

    def keys(self) -> Keys:
        """Give the keys of the view that is shown, and those of the others."""
        others = [(f"Alt+{key_of(name)}", title_of(name)) for name in self.buttons]
        return [*self.views[self.chosen].keys(), *others]

    def _place(self) -> None:
        group = QButtonGroup(self)
        row = FlowBox(look.SPACE_M)
        gap = " " if self._shell.language is Language.EN else ""
        for name in names_for(self._link):
            button = look.choice_button(f"{title_of(name)}{gap}(&{key_of(name)})")
            button.clicked.connect(lambda _on, name=name: self.choose(name))
            group.addButton(button)
            row.add(button)
            self.buttons[name] = button
        self.buttons["people"].setChecked(True)
        whole = look.column(row, self._stack, spacing=look.SPACE_L, margin=look.SPACE_XL)
        whole.setStretchFactor(self._stack, 1)
        self.setLayout(whole)
