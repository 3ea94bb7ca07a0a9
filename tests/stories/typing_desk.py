"""A desk at which somebody types into the real window until the program is killed.

Prints a line for each key: how many characters were typed, and when (seconds of the machine's clock).
"""

import sys
import time
from pathlib import Path

from tests.stories.killed_desk import KilledDesk

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def main(folder: Path) -> None:
    """Open the window at the intake and type without end."""
    desk = KilledDesk(folder, "inquiries")
    edit = desk.window.pages["inquiries"].form.detail.edit  # type: ignore[attr-defined]
    desk.type_until_killed(edit, ALPHABET, lambda typed: f"{typed} {time.monotonic()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
