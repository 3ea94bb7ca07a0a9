"""How long a week's log takes, as a ratio to reading the same rows from the file and writing them as plain CSV.

Run: python -m benchmarks.exports [records]
"""

import csv
import io
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.figures import Row
from benchmarks.office import empty_desk
from reception.documents.logs import render_log
from reception.rules.inquiries import Channel, Disposition, Inquiry, PersonKind, Scope, Status, register_number
from reception.rules.logs import LogFormat, Week
from reception.services.desk import Desk
from reception.services.logs import week_log
from reception.store import records
from reception.store.database import FILE_NAME

WEEK = Week(year=2026, number=48)
MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
RECORDS = 2000
ROUNDS = 5


def office_with(folder: Path, count: int) -> Desk:
    """Make an office whose week holds so many records."""
    desk = empty_desk(folder, MONDAY)
    with desk.store.writing():
        for serial in range(1, count + 1):
            records.add(_inquiry(serial, desk.account.id), search_text="")
    return desk


def _inquiry(serial: int, account_id: int) -> Inquiry:
    at = MONDAY + timedelta(minutes=serial % 7000)
    return Inquiry(
        token=f"token-{serial}",
        year=2026,
        serial=serial,
        reg_no=register_number(2026, serial),
        reg_at=at,
        received_at=at,
        channel=list(Channel)[serial % len(Channel)],
        counter="1号窗口",
        first_officer_id=account_id,
        first_officer="安",
        person_kind=list(PersonKind)[serial % len(PersonKind)],
        person_name="林晓舟",
        phone="13800001234",
        matter_code="JW-03",
        matter_name="补办学生证",
        summary=f"学生证遗失，询问补办需要什么材料、多久可以领取（第{serial}次）",
        detail="已说明先在校内媒体声明作废，再持身份证到窗口办理。" * 2,
        scope=Scope.OWN_POST,
        disposition=Disposition.D1,
        answer="已当场答复，并告知所需材料。",
        status=Status.CLOSED,
    )


def floor(path: Path) -> int:
    """Read the rows of the week from the file and write them as CSV, with nothing but the standard library."""
    database = sqlite3.connect(path)
    start, end = "2026-11-22 16:00:00.000000", "2026-11-29 16:00:00.000000"
    found = database.execute("SELECT * FROM inquiry WHERE received_at >= ? AND received_at < ?", (start, end))
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows(found)
    database.close()
    return len(lines.getvalue().encode("utf-8-sig"))


def median_s(work: Callable[[], object]) -> float:
    """Give the median of some rounds, in seconds."""
    lengths = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        lengths.append(time.perf_counter() - begun)
    return statistics.median(lengths)


def measure(count: int = RECORDS) -> dict[str, float]:
    """Give the seconds of the floor, of reading a week with its figures, and of each file of it."""
    with tempfile.TemporaryDirectory() as folder:
        desk = office_with(Path(folder) / "data", count)
        log = week_log(desk, WEEK)
        seconds = {
            "floor": median_s(lambda: floor(desk.store.folder / FILE_NAME)),
            "read": median_s(lambda: week_log(desk, WEEK)),
        }
        for form in LogFormat:
            seconds[form.value] = median_s(lambda form=form: render_log(log, form))  # type: ignore[misc]
        desk.store.close()
    return seconds


def rows() -> list[Row]:
    """Give the figures of a week of the usual size."""
    seconds = measure()
    lengths = [Row(f"{name}, {RECORDS} records", length * 1000, "ms") for name, length in seconds.items()]
    ratios = [Row(f"{name} / floor", seconds[name] / seconds["floor"], "x") for name in seconds if name != "floor"]
    return ratios + lengths


def main() -> None:
    """Print each length and its ratio to the floor."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS
    seconds = measure(count)
    print(f"exports: a week of {count} records; floor = read from the file and write as plain CSV")
    for name, length in seconds.items():
        print(f"  {name:6} {length * 1000:8.1f} ms   {length / seconds['floor']:6.1f} x floor")


if __name__ == "__main__":
    main()
