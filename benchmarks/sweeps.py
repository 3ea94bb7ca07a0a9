"""How long a sweep takes with thousands of open cases: one with nothing to write, and the first after a weekend.

The baseline reads the open cases from the file with nothing but the database library.

Run: python -m benchmarks.sweeps
"""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from benchmarks.board import office_with
from benchmarks.figures import Row, median, milliseconds
from reception.services import reminders
from reception.services.desk import Desk
from reception.store.database import FILE_NAME

CASES = 5000
ROUNDS = 5


def floor(path: Path) -> int:
    """Read the open cases from the file, with nothing but the database library."""
    with closing(sqlite3.connect(path)) as database:
        return len(database.execute("SELECT * FROM matter_case WHERE status = 'open'").fetchall())


def backlog(desk: Desk) -> tuple[list[float], int]:
    """Sweep until nothing is left; give how long each portion held the database, and how much was written."""
    lengths, written, more = [], 0, True
    while more:
        swept: list[reminders.Swept] = []
        lengths.append(milliseconds(_noting(swept, desk)))
        written, more = written + len(swept[0].written), swept[0].more
    return lengths, written


def _noting(into: list[reminders.Swept], desk: Desk) -> Callable[[], None]:
    return lambda: into.append(reminders.sweep(desk))


def rows() -> list[Row]:
    """Give the figures."""
    with tempfile.TemporaryDirectory() as place:
        desk = office_with(Path(place) / "data", CASES)
        lengths, written = backlog(desk)
        quiet = median([milliseconds(lambda: reminders.sweep(desk)) for _ in range(ROUNDS)])
        look = median([milliseconds(lambda: reminders.is_wanted(desk)) for _ in range(ROUNDS)])
        lowest = median([milliseconds(lambda: floor(desk.store.folder / FILE_NAME)) for _ in range(ROUNDS)])
        desk.store.close()
    longest, whole, owed = max(lengths), sum(lengths), f"{CASES} open cases"
    return [
        Row(f"sweep with nothing to write, {owed} / read as rows", quiet / lowest, "x", 6),
        Row(f"longest portion of a first sweep, {owed} / read as rows", longest / lowest, "x", 30),
        Row(f"sweep with nothing to write, {owed}", quiet, "ms"),
        Row(f"the look of each minute, {owed}", look, "ms"),
        Row(f"first sweep after a weekend, {written} turns: longest portion", longest, "ms"),
        Row(f"first sweep after a weekend, {written} turns: all of it", whole, "ms"),
        Row("first sweep after a weekend, a reminder with its slip", whole / written, "ms"),
        Row(f"{owed} read as rows", lowest, "ms"),
    ]


def main() -> None:
    """Print the figures."""
    for row in rows():
        print(f"  {row.name:70} {row.value:8.2f} {row.unit}")


if __name__ == "__main__":
    main()
