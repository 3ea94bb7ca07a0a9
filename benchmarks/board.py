"""How long the board of what is due takes to open, and one beat of it, with thousands of open cases.

The baseline reads the same rows from the file with nothing but the database library.

Run: python -m benchmarks.board
"""

import sqlite3
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.figures import Row, median, milliseconds
from benchmarks.office import empty_desk
from reception.rules.case_life import LimitBasis
from reception.rules.cases import Case, CaseStatus, case_number
from reception.rules.due_board import counts, in_order
from reception.rules.inquiries import Channel, Disposition, Inquiry, PersonKind, Scope, Status, register_number
from reception.rules.limits import Limit, LimitUnit
from reception.services import due_board
from reception.services.cases import due_of
from reception.services.desk import Desk
from reception.store import records
from reception.store.database import FILE_NAME

NOW = datetime(2026, 11, 24, 2, 26, tzinfo=UTC)
CASES = 5000
SEEN = 200
ROUNDS = 5


def office_with(folder: Path, count: int) -> Desk:
    """Make an office that owes so much."""
    desk = empty_desk(folder, NOW)
    with desk.store.writing():
        for serial in range(1, count + 1):
            records.add(_case(desk, records.add(_inquiry(serial, desk.account.id), search_text="")))
    return desk


def _inquiry(serial: int, account_id: int) -> Inquiry:
    at = NOW - timedelta(minutes=7 * serial % 40_000)
    return Inquiry(
        token=f"token-{serial}",
        year=2026,
        serial=serial,
        reg_no=register_number(2026, serial),
        reg_at=at,
        received_at=at,
        channel=Channel.VISIT,
        counter="1号窗口",
        first_officer_id=account_id,
        first_officer="安",
        person_kind=PersonKind.UNDERGRADUATE,
        person_name="林晓舟",
        phone=f"138{serial:08d}",
        matter_code="JW-03",
        matter_name="补办学生证",
        summary=f"学生证遗失，询问补办需要什么材料、多久可以领取（第{serial}次），电话 138{serial:08d}",
        scope=Scope.OWN_POST,
        disposition=Disposition.D3,
        status=Status.IN_PROGRESS,
    )


def _case(desk: Desk, inquiry: Inquiry) -> Case:
    limit = Limit(unit=LimitUnit.WD, n=3 + inquiry.serial % 20)
    due = due_of(desk, inquiry.received_at, limit)
    return Case(
        inquiry_id=inquiry.id,
        case_no=case_number(2026, inquiry.serial),
        year=2026,
        serial=inquiry.serial,
        disposition=Disposition.D3,
        matter_code=inquiry.matter_code,
        matter_name=inquiry.matter_name,
        officer_id=inquiry.first_officer_id,
        officer=inquiry.first_officer,
        started_at=inquiry.received_at,
        limit=limit,
        due_at=due.at,
        provisional=due.provisional,
        status=CaseStatus.OPEN,
        limit_basis=LimitBasis.OWN_PROMISE,
    )


def floor(path: Path) -> int:
    """Read the open cases and their records from the file, with nothing but the database library."""
    database = sqlite3.connect(path)
    rows = [
        row
        for table, test in (("matter_case", "status = 'open'"), ("inquiry", "1"))
        for row in database.execute(f"SELECT * FROM {table} WHERE {test}")
    ]
    database.close()
    return len(rows)


def measure(count: int = CASES) -> dict[str, float]:
    """Give the milliseconds of the floor, of opening the board, of a beat, of a minute, of a search."""
    with tempfile.TemporaryDirectory() as place:
        desk = office_with(Path(place) / "data", count)
        board = due_board.look(desk)
        seen = in_order(board.lines, board.lights)[:SEEN]

        def opened() -> None:
            found = due_board.look(desk)
            counts(found.lines, found.lights, NOW, desk.calendar)
            due_board.lines(desk, in_order(found.lines, found.lights)[:SEEN])

        acts = {
            "floor": lambda: floor(desk.store.folder / FILE_NAME),
            "open": opened,
            "minute": lambda: counts(board.lines, board.lights, NOW, desk.calendar),
            "page": lambda: due_board.lines(desk, seen),
            "search": lambda: due_board.matching(desk, "学生证 4321", board.lines),
        }
        lengths = {name: median([milliseconds(act) for _ in range(ROUNDS)]) for name, act in acts.items()}
        desk.store.close()
    return lengths


def rows() -> list[Row]:
    """Give the figures; one beat of the board costs what opening it costs, on the reading thread."""
    found = measure()
    words = {
        "open": "board opened, or one beat of it",
        "page": f"a page of {SEEN} lines",
        "search": "a search on the board",
        "minute": "a minute of the board, in the window",
    }
    return [
        Row(
            f"board opened, or one beat of it, {CASES} open cases / read as rows",
            found["open"] / found["floor"],
            "x",
            4,
        ),
        *(Row(f"{said}, {CASES} open cases", found[name], "ms") for name, said in words.items()),
        Row(f"read as rows, {CASES} open cases", found["floor"], "ms"),
    ]


def main() -> None:
    """Print the figures."""
    for row in rows():
        print(f"  {row.name:60} {row.value:8.2f} {row.unit}")


if __name__ == "__main__":
    main()
