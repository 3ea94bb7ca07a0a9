"""Where what nobody needs any more is thrown away: on the window's thread, and nowhere else.

Python looks for cycles of objects on whatever thread happens to make one too many. Parts of windows lie in such cycles,
and Qt does not survive that one of them ends on the thread of the database.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2000


class Tidying(QObject):
    """Looks for cycles every two seconds, each generation as seldom as Python itself would; it lasts to the end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.tidy)
        self._clock.start()

    def tidy(self) -> None:
        """Throw away what is due."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if due[0]:
            gc.collect(2 if due[2] else 1 if due[1] else 0)
