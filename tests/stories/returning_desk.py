"""A desk at which a slip is scanned, one paper is ticked, and somebody types on until the program is killed.

Prints a line for each key: how many characters were typed.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.stories.killed_desk import KilledDesk


def main(folder: Path, code: str) -> None:
    """Open the window at the intake, scan the code, tick the first open paper, and type into the details."""
    desk = KilledDesk(folder, "inquiries")
    QTest.keyClick(desk.window, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(desk.focus(), code)
    QTest.keyClick(desk.focus(), Qt.Key.Key_Return)
    desk.wait()
    QTest.keyClicks(desk.focus(), "1")
    desk.type_until_killed(desk.window.pages["inquiries"].form.detail.edit)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
