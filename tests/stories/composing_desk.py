"""The real program, telling what it shows: prints a line of JSON whenever something that a test waits for changes."""

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import main
import ui.app
from ui.watch import watch
from ui.window import Window

BEAT_MS = 15
LINES = ("summary", "detail", "person_name", "phone")


def state(window: Window) -> dict[str, Any]:
    """Give what can be seen of the counter, and where the focus is."""
    focus = QApplication.focusWidget()
    told: dict[str, Any] = {"focus": focus.accessibleName() if focus else "", "composing": watch().composing}
    told["active"] = QApplication.activeWindow() is not None
    if window.work is None or window.is_locked or "inquiries" not in window.work.pages:
        return told
    form = window.work.pages["inquiries"].form  # type: ignore[attr-defined]
    told |= {name: form.fields()[name].text() for name in LINES}
    told["channel"] = str(form.contact.channel.value() or "")
    told["way"] = str(form.ways.way or "")
    told["number"] = form.contact.number.text()
    told["room"] = window.work.room
    return told


def tell(window: Window) -> None:
    """Say the state each time it is another one."""
    last: list[str] = []

    def look() -> None:
        line = json.dumps(state(window), ensure_ascii=False)
        if [line] != last:
            last[:] = [line]
            print(line, flush=True)

    timer = QTimer(window, interval=BEAT_MS)
    timer.timeout.connect(look)
    timer.start()


if __name__ == "__main__":
    begin = ui.app.begin

    def begin_and_tell(window: Window) -> None:
        """Begin as always, and talk."""
        begin(window)
        tell(window)

    ui.app.begin = begin_and_tell
    sys.argv = ["reception", "--data", sys.argv[1]]
    sys.exit(main.main())
