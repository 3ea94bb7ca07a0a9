"""A change of the calendar with thousands of open cases: how long nobody else can save, beside its preview."""

import contextlib
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.figures import Row, milliseconds
from benchmarks.office import desk_in
from reception.rules.cases import Case, CaseStatus, case_number
from reception.rules.inquiries import Inquiry
from reception.rules.limits import Limit, LimitUnit
from reception.rules.staff import Action, Role
from reception.services import calendar_changes
from reception.services.calendar_changes import arrange
from reception.services.desk import Desk
from reception.store import records
from reception.store.database import Store

OPEN_CASES = 5000
_NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
_DUE = "2026-12-11 17:30"
_SPORTS, _BACK = (arrange(date(2026, 11, 27), works=works, reason="校运动会") for works in (False, True))


def rows() -> list[Row]:
    """Give the figures."""
    with tempfile.TemporaryDirectory() as folder:
        desk = desk_in(Path(folder) / "data", 1500)
        head = replace(desk, clock=lambda: _NOW, account=replace(desk.account, roles=(Role.UNIT_HEAD,)))
        moving = _opened(head)
        shown = milliseconds(lambda: calendar_changes.preview(head, _SPORTS))
        with _held(desk.store) as lengths:
            change = calendar_changes.preview(head, _SPORTS)
            seen = milliseconds(lambda: calendar_changes.apply(head, change.edit, shown=change))
            unseen = milliseconds(lambda: calendar_changes.apply(head, _BACK))
        desk.store.close()
    if len(change.moves) < moving:
        raise AssertionError("every open case moves")
    return [
        Row("lock held by a change / its preview, 5000 cases", max(lengths) / shown, "x", 1.0),
        Row("lock held by a change, 5000 cases", max(lengths), "ms"),
        Row("preview, 5000 cases", shown, "ms"),
        Row("change after its preview, 5000 cases", seen, "ms"),
        Row("change without a preview, 5000 cases", unseen, "ms"),
    ]


def _opened(desk: Desk) -> int:
    """Let there be so many open cases, all of which the change moves."""
    due = desk.calendar.instant(datetime.fromisoformat(_DUE))
    with desk.reading():
        inquiries, cases = records.select(Inquiry), records.select(Case)
    pattern = replace(
        next(case for case in cases if case.post_code and not case.restricted),
        status=CaseStatus.OPEN,
        started_at=desk.calendar.instant(datetime.fromisoformat("2026-11-20 10:00")),
        limit=Limit(unit=LimitUnit.WD, n=15),
        due_at=due,
        no_limit_reason="",
        closed_at=None,
    )
    serials = range(len(cases) + 1, len(cases) + OPEN_CASES + 1)
    with desk.work(Action.RECORD) as work:
        work.add_all(
            [
                replace(
                    pattern,
                    inquiry_id=inquiries[serial % len(inquiries)].id,
                    serial=serial,
                    case_no=case_number(pattern.year, serial),
                )
                for serial in serials
            ]
        )
    return OPEN_CASES


@contextlib.contextmanager
def _held(store: Store) -> Iterator[list[float]]:
    """Note how long each transaction that writes holds the lock, in milliseconds."""
    lengths: list[float] = []
    writing = Store.writing

    @contextlib.contextmanager
    def timed(self: Store, *patience: float) -> Iterator[None]:
        with writing(self, *patience):
            begun = time.perf_counter()
            yield
        lengths.append((time.perf_counter() - begun) * 1000)

    Store.writing = timed  # type: ignore[method-assign, assignment]
    try:
        yield lengths
    finally:
        Store.writing = writing  # type: ignore[method-assign]
