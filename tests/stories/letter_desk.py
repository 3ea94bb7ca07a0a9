"""A desk at which somebody writes a non-acceptance for the first record until the program is killed.

Prints a line for each key: how many characters were typed.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.rules.papers import PaperKind
from reception.store.database import open_store
from reception.words import Language
from tests.cast import ANN, Clock, desk_of
from ui import look
from ui.desk_link import DeskLink
from ui.letters.step import LetterStep
from ui.main_window import MainWindow
from ui.rail import ROOMS

PACE_MS = 15


def main(folder: Path) -> None:
    """Open the window, begin a non-acceptance for the first record, and type into its basis."""
    app = QApplication([])
    look.dress(app)
    link = DeskLink()
    link.without_desk(link, open_store, folder, done=link.hold)
    _wait(app, link)
    link.without_desk(link, lambda: desk_of(link.store, ANN, Clock()), done=link.sit_down)
    _wait(app, link)
    window = MainWindow(link, Language.ZH, tuple(room for room in ROOMS if room.name == "register"))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.go("register")
    step = LetterStep(window, link, 1, (PaperKind.BS,))
    window.open_step(step)
    while step.form is None:
        _wait(app, link)
    edit = step.form.own["basis"].edit  # type: ignore[attr-defined]
    typed = 0

    def strike() -> None:
        nonlocal typed
        QTest.keyClicks(edit, "a")
        typed += 1
        print(typed, flush=True)

    clock = QTimer(interval=PACE_MS)
    clock.timeout.connect(strike)
    clock.start()
    app.exec()


def _wait(app: QApplication, link: DeskLink) -> None:
    while True:
        app.processEvents()
        if not link.is_busy:
            app.processEvents()
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]))
