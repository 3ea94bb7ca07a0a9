"""What it costs to record a contact safely, beside the disk itself and beside a bare row in the same table.

The floor is what the disk asks for a commit of eight pages: eight writes and one flush. All three are measured
in turn in one loop, therefore only the ratios are worth keeping.

Run: python -m benchmarks.writes
"""

import os
import tempfile
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.figures import Row, high, median, milliseconds
from benchmarks.office import desk_in
from reception.rules.inquiries import Channel, Disposition, InquiryDraft, PersonKind, Scope
from reception.services import inquiries
from reception.services.desk import Desk
from reception.store.database import FILE_NAME

RECORDS = 1000
ROUNDS = 300
_PAGE = 4120
_PAGES = 8


def rows() -> list[Row]:
    """Give the figures."""
    with tempfile.TemporaryDirectory() as place:
        desk = desk_in(Path(place) / "data", RECORDS)
        lengths = _measure(desk, Path(place))
        desk.store.close()
    floor, bare = median(lengths["floor"]), median(lengths["row"])
    answered, named = lengths["answered"], lengths["named"]
    return [
        Row("record (D1), durable and read back / bare row", median(answered) / bare, "x"),
        Row("record (D4, caller, case) / bare row", median(named) / bare, "x"),
        Row("record (D1) / flush of eight pages", median(answered) / floor, "x"),
        Row("record (D1), middle", median(answered), "ms"),
        Row("record (D4, caller, case), middle", median(named), "ms"),
        Row("record (D4, caller, case), 99 of 100 below", high(named, 99), "ms", 100),
        Row("bare row, middle", bare, "ms"),
        Row("flush of eight pages, middle", floor, "ms"),
    ]


def _measure(desk: Desk, place: Path) -> dict[str, list[float]]:
    lengths: dict[str, list[float]] = {"floor": [], "row": [], "answered": [], "named": []}
    flush, insert = _flusher(place / "floor"), _inserter(desk, place / "bare.db")
    for number in range(ROUNDS):
        lengths["floor"].append(milliseconds(flush))
        lengths["row"].append(milliseconds(insert))
        plain, named = _answered(), _named(number)
        lengths["answered"].append(milliseconds(lambda draft=plain: inquiries.record(desk, draft)))  # type: ignore[misc]
        lengths["named"].append(milliseconds(lambda draft=named: inquiries.record(desk, draft)))  # type: ignore[misc]
    return lengths


def _flusher(path: Path) -> Callable[[], None]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT)
    os.write(handle, bytes(_PAGE * _PAGES * 100))
    os.fsync(handle)
    page, turn = os.urandom(_PAGE), 0

    def flush() -> None:
        nonlocal turn
        os.lseek(handle, (turn % 100) * _PAGE * _PAGES, os.SEEK_SET)
        for _ in range(_PAGES):
            os.write(handle, page)
        getattr(os, "fdatasync", os.fsync)(handle)
        turn += 1

    return flush


def _inserter(desk: Desk, path: Path) -> Callable[[], None]:
    """Give what adds a row of the register's own table, with its indexes, and nothing else."""
    database: Any = dbapi2.connect(str(path), isolation_level=None)
    database.execute("PRAGMA journal_mode = wal")
    database.execute("PRAGMA synchronous = full")
    database.execute("ATTACH ? AS real", (str(desk.store.folder / FILE_NAME),))
    for (sql,) in database.execute(
        "SELECT sql FROM real.sqlite_master WHERE tbl_name = 'inquiry' AND type != 'trigger'"
    ):
        database.execute(sql)
    database.execute("INSERT INTO inquiry SELECT * FROM real.inquiry")
    names = [column[1] for column in database.execute("PRAGMA table_info(inquiry)")]
    sample = dict(zip(names, database.execute("SELECT * FROM inquiry LIMIT 1").fetchone(), strict=True))
    database.execute("DETACH real")
    marks = ",".join("?" * (len(names) - 1))
    statement = f"INSERT INTO inquiry ({','.join(names[1:])}) VALUES ({marks})"
    serial = 10**6

    def insert() -> None:
        nonlocal serial
        serial += 1
        values = {**sample, "token": str(serial), "serial": serial, "reg_no": str(serial)}
        database.execute("BEGIN IMMEDIATE")
        database.execute(statement, [values[name] for name in names[1:]])
        database.execute("COMMIT")

    return insert


def _answered() -> InquiryDraft:
    return InquiryDraft(
        token=str(uuid.uuid4()),
        channel=Channel.VISIT,
        person_kind=PersonKind.UNDERGRADUATE,
        scope=Scope.OWN_POST,
        disposition=Disposition.D1,
        summary="询问成绩单怎么办",
    )


def _named(number: int) -> InquiryDraft:
    return InquiryDraft(
        token=str(uuid.uuid4()),
        channel=Channel.VISIT,
        person_kind=PersonKind.UNDERGRADUATE,
        person_name="林晓舟",
        phone=f"138{number:08d}",
        privacy_told=True,
        scope=Scope.OWN_POST,
        disposition=Disposition.D4,
        matter="JW-03",
        summary="补办学生证，材料不齐",
    )


def main() -> None:
    """Print the figures."""
    for row in rows():
        print(f"  {row.name:48} {row.value:8.2f} {row.unit}")


if __name__ == "__main__":
    main()
