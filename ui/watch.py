"""What the whole program watches: whether an input method is composing, and how long nobody has done anything."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseMove,
    }
)
_SEEN = _ACTS | {QEvent.Type.FocusOut, QEvent.Type.ShortcutOverride, QEvent.Type.Show}


def seconds() -> float:
    """Give seconds that no change of the clock moves and that go on while the machine sleeps."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)


class Watch(QObject):
    """Sees every event of the program once.

    Args:
        monotonic: seconds that no change of the clock moves; tests pass their own.

    `claims` says which keys the window takes from the field that has the focus; `struck` sees each key on its way
    and tells whether it used it up; `shown` learns of every window that opens.
    """

    def __init__(self, app: QApplication, monotonic: Callable[[], float] = seconds) -> None:
        super().__init__(app)
        self._monotonic = monotonic
        self._last = monotonic()
        self.composing = False
        self.claims: Callable[[QKeyEvent], bool] | None = None
        self.struck: Callable[[QObject, QKeyEvent], bool] | None = None
        self.shown: Callable[[QWidget], None] | None = None
        app.installEventFilter(self)

    def idle_s(self) -> float:
        """Give for how many seconds nobody has touched keyboard or mouse."""
        return self._monotonic() - self._last

    def touch(self) -> None:
        """Count this moment as an act of the person."""
        self._last = self._monotonic()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _SEEN:  # Most events are none of these, and every one of the program comes by here.
            return False
        if kind in _ACTS:
            self._last = self._monotonic()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self.composing = bool(event.preeditString())
        elif kind == QEvent.Type.FocusOut:
            self.composing = False
        elif kind == QEvent.Type.KeyPress and self.struck and isinstance(event, QKeyEvent):
            return self.struck(watched, event)
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claimed(event)
        elif kind == QEvent.Type.Show and self.shown and isinstance(watched, QWidget) and watched.isWindow():
            self.shown(watched)
        return False

    def _claimed(self, event: QKeyEvent) -> bool:
        if self.claims is not None and _is_gone(self.claims):
            self.claims = None
        if self.claims is None or not self.claims(event):
            return False
        event.ignore()
        return True


def _is_gone(act: Callable[..., object]) -> bool:
    """Tell whether the window is gone that wants to be asked: an error on an event's way would end the program."""
    owner = getattr(act, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


def watch() -> Watch:
    """Give the one watch of the running program."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = app.findChild(Watch)
    return found if found is not None else Watch(app)


def bind(place: QWidget, key: str, act: Callable[[], object], *, repeat: bool = False) -> QShortcut:
    """Let a key act while `place` is shown in the present window, except while an input method composes.

    Args:
        place: a page or a part of it; when it is hidden, the key sleeps.
        key: in English, as `Ctrl+S` or `Shift+F5`.
        repeat: whether holding the key down acts again.
    """
    seen_by = watch()
    shortcut = QShortcut(QKeySequence(key), place)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.setAutoRepeat(repeat)
    shortcut.activated.connect(lambda: None if seen_by.composing else act())
    return shortcut
