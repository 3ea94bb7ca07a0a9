"""A desk at which somebody writes a non-acceptance for the first record until the program is killed.

Prints a line for each key: how many characters were typed.
"""

import sys
from pathlib import Path

from reception.rules.papers import PaperKind
from tests.stories.killed_desk import KilledDesk
from ui.letters.step import LetterStep


def main(folder: Path) -> None:
    """Open the window, begin a non-acceptance for the first record, and type into its basis."""
    desk = KilledDesk(folder, "register")
    step = LetterStep(desk.window, desk.link, 1, (PaperKind.BS,))
    desk.window.open_step(step)
    while step.form is None:
        desk.wait()
    desk.type_until_killed(step.form.own["basis"].edit)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
