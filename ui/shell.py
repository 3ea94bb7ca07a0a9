"""What a page may ask of the window around it, and what the window asks of a page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from reception.errors import ReceptionError
    from reception.words import Language
    from ui.machine import Machine
    from ui.print_desk import PrintDesk

Keys = list[tuple[str, str]]


class Shell(Protocol):
    """The window around the pages."""

    @property
    def language(self) -> "Language":
        """Give the language in which the person reads."""

    @property
    def machine(self) -> "Machine":
        """Give what this machine remembers (printer, language, look); a page may change it."""

    @property
    def prints(self) -> "PrintDesk":
        """Give what sends papers to printers and asks after them."""

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Tell of an event for some seconds; with `undo` a button 撤销 stands beside it.

        Ctrl+Z takes it back also when the words are gone, until somebody else signs in.
        """

    def forget_undo(self) -> None:
        """Let nothing that was done before be taken back any more."""

    def banner(self, text: str, act_label: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a lasting line above the page; an empty text takes away that of the label, or all."""

    def say(self, text: str, place: str = "draft") -> None:
        """Show a lasting state in the status line; each place (`draft`, `printer`, `backup`) holds one text."""

    def failure(self, error: "ReceptionError", retry: Callable[[], object] | None = None) -> None:
        """Show a failure of the machine in one line at the bottom, with Retry; work goes on."""

    def go(self, room: str, **what: Any) -> None:
        """Go to a room; `what` is handed to `entered` of its page."""

    def open_step(self, page: QWidget) -> None:
        """Lay a page over the present room, as one step that Esc or 返回 takes back; it is deleted then."""

    def close_step(self) -> None:
        """Take the uppermost step away."""

    def badge(self, room: str, count: int) -> None:
        """Show how many things wait in a room; 0 shows nothing."""

    def leave(self) -> None:
        """Lock the desk, as Ctrl+L does."""


class Page(Protocol):
    """What a page is: a QWidget with these. All but the title may be left out."""

    title: str

    def entered(self, **what: Any) -> None:
        """The page is shown now."""

    def may_leave(self) -> bool:
        """Tell whether the page can be left now; what was typed is kept by the page in any case."""

    def back(self) -> bool:
        """Esc: go one step back within the page; False when there was nothing to go back from."""

    def keys(self) -> Keys:
        """Give the keys of this page and what they do, for the map of keys."""
