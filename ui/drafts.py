"""Unsaved forms, kept while somebody types: on a thread of their own, the newest state of a form wins."""

import secrets
import threading
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from reception.errors import ReceptionError
from reception.rules.inquiries import InquiryDraft
from ui.desk_link import DeskLink
from ui.lanes import Lane, Task

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.drafts import DraftBox, KeptDraft

CLEARED = "cleared"
"""Marks a kept form that was emptied on purpose, with the session in which it was: it waits for nobody while Undo can
bring it back. After a crash nobody can undo any more, and it waits like any other."""
Opened = Callable[["tuple[KeptDraft, ...]"], object]
Read = Callable[[Any], object]


class DraftKeeper(QObject):
    """Keeps unsaved forms at each edit, without a delay: while one is written, later edits of it become one.

    Signals:
        kept(str): a form is on the disk, at this instant (ISO, UTC).
        failed(ReceptionError): it could not be kept; the form stays open, the next edit tries again.
    """

    kept = Signal(str)
    failed = Signal(object)
    _answered = Signal(int, object, object)

    def __init__(self, link: DeskLink, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._folder = folder
        self.session = secrets.token_hex(8)
        self._box: DraftBox | None = None
        self._waiting: dict[str, tuple[Desk, InquiryDraft, dict[str, object]]] = {}
        self._notes: dict[str, tuple[Desk, str]] = {}
        self._lock = threading.Lock()
        self._numbers = self._answers = 0
        self._asked: dict[int, tuple[QObject, Read]] = {}
        self._open = True
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._lane = Lane("reception-drafts", self._emit)

    @classmethod
    def of(cls, link: DeskLink) -> "DraftKeeper":
        """Give the one keeper of a line to the desk; it lives as long as the line."""
        found = link.findChild(cls)
        if found is not None:
            return found
        keeper = cls(link, link.store.folder, link)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(keeper.close)
        return keeper

    @property
    def is_busy(self) -> bool:
        """Tell whether anything waits to be written or read."""
        return self._answers < self._numbers

    def keep(self, draft: InquiryDraft, extra: dict[str, object]) -> None:
        """Keep a form as it stands now."""
        with self._lock:
            queued = draft.token in self._waiting
            self._waiting[draft.token] = (self._link.desk, draft, extra)
        if not queued:
            self._add(partial(self._write, draft.token))

    def drop(self, token: str) -> None:
        """Forget a form that was registered or emptied."""
        with self._lock:
            self._waiting.pop(token, None)
        self._add(partial(self._drop, token))

    def read(self, owner: QObject, opened: Opened) -> None:
        """Hand this person's unsaved forms to `opened`, oldest first, unless `owner` is gone by then."""
        number = self._add(partial(self._read, self._link.desk))
        self._asked[number] = (owner, opened)

    def is_cleared(self, extra: Mapping[str, object]) -> bool:
        """Tell whether a kept form was emptied on purpose since the program began, and waits for nobody."""
        return extra.get(CLEARED) == self.session

    def keep_note(self, form: str, text: str) -> None:
        """Keep what stands in a form of one text as it stands now; an empty one is forgotten."""
        with self._lock:
            queued = form in self._notes
            self._notes[form] = (self._link.desk, text)
        if not queued:
            self._add(partial(self._write_note, form))

    def read_note(self, owner: QObject, form: str, opened: Callable[[str], object]) -> None:
        """Hand what this person wrote into a form of one text to `opened`, unless `owner` is gone by then."""
        number = self._add(partial(self._read_note, self._link.desk, form))
        self._asked[number] = (owner, opened)

    def close(self) -> None:
        """Write what waits and close the file."""
        if self._open:
            self._open = False
            self._lane.end(self._close_box)

    def _add(self, act: Callable[[], Any]) -> int:
        if self._open:
            self._numbers += 1
            self._lane.add(Task(self._numbers, act))
        return self._numbers

    def _emit(self, number: int, result: Any, failure: BaseException | None) -> None:
        if self._open and shiboken6.isValid(self):
            self._answered.emit(number, result, failure)

    @Slot(int, object, object)
    def _take(self, number: int, result: Any, failure: BaseException | None) -> None:
        self._answers += 1
        owner, opened = self._asked.pop(number, (None, None))
        if isinstance(failure, ReceptionError):
            self.failed.emit(failure)
        elif failure is not None:
            raise failure
        elif owner is not None and opened is not None:
            if shiboken6.isValid(owner):
                opened(result)
        elif isinstance(result, str):
            self.kept.emit(result)

    def _drafts(self) -> "DraftBox":
        if self._box is None:
            from reception.services.drafts import DraftBox  # not at the top: it brings the database libraries along

            self._box = DraftBox(self._folder)
        return self._box

    def _write(self, token: str) -> str | None:
        with self._lock:
            waiting = self._waiting.pop(token, None)
        return self._drafts().keep(*waiting) if waiting else None

    def _write_note(self, form: str) -> str | None:
        with self._lock:
            waiting = self._notes.pop(form, None)
        return self._drafts().keep_note(waiting[0], form, waiting[1]) if waiting else None

    def _read_note(self, desk: "Desk", form: str) -> str:
        return self._drafts().note(desk, form)

    def _drop(self, token: str) -> None:
        self._drafts().drop(token)

    def _read(self, desk: "Desk") -> "tuple[KeptDraft, ...]":
        try:
            return self._drafts().open_drafts(desk)
        finally:
            desk.store.close()

    def _close_box(self) -> None:
        if self._box is not None:
            self._box.close()
