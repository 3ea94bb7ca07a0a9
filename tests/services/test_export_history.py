"""What left the office is remembered, the newest first."""

from pathlib import Path

import pytest

from reception.errors import NotAllowed, Unavailable
from reception.rules.inquiries import Disposition
from reception.rules.logs import LogFormat, Week
from reception.rules.staff import Account, Action, Role
from reception.services import export_history, inquiries, logs
from reception.services.desk import Desk
from reception.store.database import Store
from tests.cast import CHEAP_PASSWORDS, PASSWORD, Clock, desk_of
from tests.drafts import draft_of

WEEK = Week(year=2026, number=48)


def test_nothing_was_exported_at_first(desk: Desk):
    assert export_history.exports(desk) == ()


def test_an_export_is_remembered_with_its_files(desk: Desk, tmp_path: Path):
    inquiries.record(desk, draft_of(Disposition.D1), None)
    logs.export_week(desk, WEEK, tmp_path, (LogFormat.CSV,))
    (kept,) = export_history.exports(desk)
    assert (kept.who, kept.week, kept.rows, kept.files) == ("安", "2026-W48", 1, ("reception-2026-W48.csv",))
    assert (kept.masked, kept.purpose, kept.placed) == (True, "", True)
    assert f"{kept.at:%Y-%m-%d %H:%M}" == "2026-11-24 10:26"


def test_the_newest_export_stands_first(desk: Desk, tmp_path: Path, clock: Clock):
    logs.export_week(desk, WEEK, tmp_path, (LogFormat.CSV,))
    clock.advance(minutes=5)
    logs.export_week(desk, Week(year=2026, number=47), tmp_path, (LogFormat.CSV,))
    assert [kept.week for kept in export_history.exports(desk)] == ["2026-W47", "2026-W48"]


def test_files_that_could_not_be_placed_are_remembered_so(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_arguments: object) -> None:
        raise Unavailable("disk_full")

    monkeypatch.setattr("reception.services.files.place", refuse)
    with pytest.raises(Unavailable):
        logs.export_week(desk, WEEK, tmp_path, (LogFormat.CSV,))
    assert [kept.placed for kept in export_history.exports(desk)] == [False, True]


def test_who_may_not_export_sees_no_exports(desk: Desk, store: Store, clock: Clock):
    with desk.work(Action.EDIT_STAFF) as work:
        account = Account(name="管", roles=(Role.ADMINISTRATOR,), password_hash=CHEAP_PASSWORDS.hash(PASSWORD))
        work.log(work.add(account))
    with pytest.raises(NotAllowed):
        export_history.exports(desk_of(store, "管", clock))
