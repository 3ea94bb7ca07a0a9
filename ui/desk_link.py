"""The screens' one line to the desk: `run` reads, `change` changes, the answer comes on the window's thread.

One thread writes and one reads; they alone talk to the database. A reading that nobody waits for any more is
interrupted. The waiting calls stay on the window's side: the threads know a number, never a widget, so that no
widget can die on the wrong thread, and nobody is called whose window is gone.
"""

import sys
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from reception.errors import ReceptionError, Unavailable
from ui.lanes import Lane, Task

if TYPE_CHECKING:
    from reception.services.audit import Changes
    from reception.services.desk import Desk
    from reception.services.office import Store

Done = Callable[[Any], object]
Failed = Callable[[ReceptionError], object]
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


@dataclass(slots=True)
class _Call:
    """One call on the window's side: whom to answer, and how to repeat it."""

    owner: QObject
    done: Done | None
    failed: Failed | None
    again: Callable[[], object]
    key: Hashable | None = None
    writes: bool = False
    quiet: bool = False
    since: float = field(default_factory=time.monotonic)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """A call that waits for its answer, and for how long."""

    number: int
    owner: QObject
    writes: bool
    seconds: float


class DeskLink(QObject):
    """The line between all windows and the desk.

    Signals:
        changed(frozenset[str]): kinds of records changed, by us or by another program on the same file.
        minute(): the clock of the desk turned a minute.
        failed(ReceptionError, retry): what no caller took; `retry()` repeats the call.
        began(): a call was sent that somebody waits for.
        seated(): another person sits at the desk.
        refreshed(): the desk of the same person has newer settings of the office.
    """

    changed = Signal(frozenset)
    minute = Signal()
    failed = Signal(object, object)
    began = Signal()
    seated = Signal()
    refreshed = Signal()
    _answered = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._store: Store | None = None
        self._calls: dict[int, _Call] = {}
        self._numbers = 0
        self._mark: int | None = None
        self._looking = False
        self._look_again = False
        self._minute: datetime | None = None
        self._look_failed = ""
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._reader = Lane("reception-reader", self._emit)
        self._writer = Lane("reception-writer", self._emit)
        self._open = True

    @property
    def desk(self) -> "Desk":
        """Give the desk of the person signed in."""
        if self._desk is None:
            raise AssertionError("nobody is signed in")
        return self._desk

    @property
    def is_seated(self) -> bool:
        """Tell whether somebody is signed in."""
        return self._desk is not None

    @property
    def is_busy(self) -> bool:
        """Tell whether any call still waits for its answer."""
        return bool(self._calls)

    def longest(self) -> Waited | None:
        """Give the call that somebody waits for longest, or None."""
        for number, call in self._calls.items():
            if not call.quiet and shiboken6.isValid(call.owner):
                seconds = time.monotonic() - call.since
                return Waited(number=number, owner=call.owner, writes=call.writes, seconds=seconds)
        return None

    @property
    def store(self) -> "Store":
        """Give the open database."""
        if self._store is None:
            raise AssertionError("no database is open")
        return self._store

    def hold(self, store: "Store") -> None:
        """Take the database that was opened; it is closed at the end."""
        self._store = store

    def sit_down(self, desk: "Desk") -> None:
        """Let another person work at this desk from now on."""
        self._desk, self._store = desk, desk.store
        self._minute = _minute_of(desk.clock())
        self.seated.emit()
        if self._mark is None:
            self.beat()

    def refresh_desk(self, desk: "Desk") -> None:
        """Take the same person's desk with newer settings of the office."""
        self._desk = desk
        self.refreshed.emit()

    def run(
        self,
        owner: QObject,
        act: Callable[..., Any],
        *arguments: Any,
        done: Done | None = None,
        failed: Failed | None = None,
        latest: bool = False,
        **named: Any,
    ) -> int:
        """Read: call `act(desk, *arguments, **named)` on the reading thread and hand its result to `done`.

        Args:
            owner: when it is destroyed before the answer, nobody is called.
            failed: gets every ReceptionError; without it the shell shows the error with Retry.
            latest: stop the same owner's earlier unfinished reading by the same function.

        Returns:
            int: a number that `stop` takes.
        """
        key = (id(owner), _name_of(act)) if latest else None
        if key is not None:
            for number in [number for number, call in self._calls.items() if call.key == key]:
                self.stop(number)
        body = partial(act, self.desk, *arguments, **named)
        again = partial(self.run, owner, act, *arguments, done=done, failed=failed, latest=latest, **named)
        return self._send(self._reader, body, _Call(owner, done, failed, again, key=key))

    def change(
        self,
        owner: QObject,
        act: Callable[..., Any],
        *arguments: Any,
        done: Done | None = None,
        failed: Failed | None = None,
        **named: Any,
    ) -> int:
        """Change: call `act(desk, *arguments, **named)` on the writing thread; then everybody looks.

        A change is never stopped: when its window is gone it is still carried out, only nobody is called.
        """
        body = partial(act, self.desk, *arguments, **named)
        again = partial(self.change, owner, act, *arguments, done=done, failed=failed, **named)
        return self._send(self._writer, body, _Call(owner, done, failed, again, writes=True))

    def without_desk(
        self,
        owner: QObject,
        act: Callable[..., Any],
        *arguments: Any,
        done: Done | None = None,
        failed: Failed | None = None,
        **named: Any,
    ) -> int:
        """Call `act(*arguments, **named)` on the writing thread: what comes before anybody sits at the desk."""
        again = partial(self.without_desk, owner, act, *arguments, done=done, failed=failed, **named)
        body = partial(act, *arguments, **named)
        return self._send(self._writer, body, _Call(owner, done, failed, again))

    def stop(self, number: int) -> None:
        """Stop a reading; its answer goes to nobody."""
        if self._calls.pop(number, None) is not None:
            self._reader.drop(number)
            self._reader.press(self._interrupt)

    def stop_all(self, owner: QObject) -> None:
        """Stop everything that an owner is reading."""
        for number in [n for n, call in self._calls.items() if call.owner is owner and not call.writes]:
            self.stop(number)

    def beat(self) -> None:
        """Look at the clock and for changes; a timer outside calls it each second, tests call it themselves."""
        if self._desk is None:
            return
        now = _minute_of(self._desk.clock())
        if now != self._minute:
            self._minute = now
            self.minute.emit()
        self._reader.press(self._interrupt)
        self._look()

    def close(self) -> None:
        """End both threads after what was begun; each closes its own connection."""
        if not self._open:
            return
        self._open = False
        for number in [number for number, call in self._calls.items() if not call.writes]:
            self.stop(number)
        self._reader.end(self._close_connection)
        self._writer.end(self._tidy_connection)
        self._calls.clear()

    def _send(self, lane: Lane, act: Callable[[], Any], call: _Call) -> int:
        if not self._open:
            return 0
        self._numbers += 1
        self._calls[self._numbers] = call
        lane.add(Task(self._numbers, act))
        if not call.quiet:
            self.began.emit()
        return self._numbers

    def _emit(self, number: int, result: Any, failure: BaseException | None) -> None:
        if self._open:
            self._answered.emit(number, result, failure)

    @Slot(int, object, object)
    def _take(self, number: int, result: Any, failure: BaseException | None) -> None:
        call = self._calls.pop(number, None)
        if call is None:
            return
        if call.writes and failure is None:
            self._look()
        if not shiboken6.isValid(call.owner):
            self._report_bug(failure)
        elif failure is None:
            if call.done is not None:
                call.done(result)
        elif isinstance(failure, ReceptionError):
            self._refuse(call, failure)
        else:
            self._report_bug(failure)

    def _refuse(self, call: _Call, error: ReceptionError) -> None:
        if not call.quiet and (call.failed is None or isinstance(error, Unavailable)):
            self.failed.emit(error, call.again)
        if call.failed is not None:
            call.failed(error)

    @staticmethod
    def _report_bug(failure: BaseException | None) -> None:
        if failure is not None and not isinstance(failure, ReceptionError):
            sys.excepthook(type(failure), failure, failure.__traceback__)

    def _look(self) -> None:
        if self._looking:
            self._look_again = True
            return
        from reception.services import audit  # not at the top: it brings the database libraries along

        self._looking = True
        if self._mark is None:
            act: Callable[[], Any] = partial(audit.present_mark, self.desk)
            done: Done = self._begin_at
        else:
            act, done = partial(audit.changes_since, self.desk, self._mark), self._seen
        self._send(self._reader, act, _Call(self, done, self._cannot_look, self._look, quiet=True))

    def _begin_at(self, mark: int) -> None:
        self._mark = mark
        self._looked()

    def _seen(self, changes: "Changes") -> None:
        self._mark = changes.mark
        self._look_failed = ""
        self._looked()
        if changes.kinds:
            self.changed.emit(changes.kinds)

    def _cannot_look(self, error: ReceptionError) -> None:
        if error.code != self._look_failed:
            self._look_failed = error.code
            self.failed.emit(error, self._look)
        self._looked()

    def _looked(self) -> None:
        self._looking = False
        if self._look_again:
            self._look_again = False
            self._look()

    def _interrupt(self, thread: int) -> None:
        if self._store is not None:
            self._store.interrupt(thread)

    def _close_connection(self) -> None:
        if self._store is not None:
            self._store.close()

    def _tidy_connection(self) -> None:
        if self._store is not None:
            self._store.tidy()
            self._store.close()


def _minute_of(instant: datetime) -> datetime:
    return instant.replace(second=0, microsecond=0)


def _name_of(act: Callable[..., Any]) -> Hashable:
    inner = act.func if isinstance(act, partial) else act
    return getattr(inner, "__code__", None) or getattr(inner, "__qualname__", id(inner))
