"""The command that the system's scheduler calls."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reception.rules.inquiries import Disposition
from reception.services import inquiries
from reception.store.database import open_store
from tests.cast import ANN, Clock, desk_of
from tests.cli.said import Said
from tests.drafts import draft_of

Say = Callable[..., Said]


@pytest.fixture
def late(folder: Path) -> list[str]:
    """Give the numbers of a case and of a complaint that are long overdue."""
    store = open_store(folder)
    desk = desk_of(store, ANN, Clock(datetime(2026, 3, 2, 2, tzinfo=UTC)))
    ways = (Disposition.D3, Disposition.D10)
    found = [inquiries.record(desk, draft_of(way)).case for way in ways]
    store.close()
    return [case.case_no for case in found if case is not None]


def test_a_sweep_needs_nobody_and_writes_each_turn_once(say: Say, folder: Path, late: list[str]):
    swept = say("sweep", "--data", folder)
    assert (swept.code, swept.err) == (0, [])
    *lines, last = [json.loads(line) for line in swept.out]
    assert last == {"written": 2, "closed": 0}
    by_number = {line["number"]: line for line in lines}
    assert set(by_number) == set(late)
    assert by_number[late[0]]["turn"] == "level_three"
    assert by_number[late[0]]["slip"].startswith("教务督〔")
    assert by_number[late[1]] == {"number": late[1], "turn": "level_three", "restricted": True}
    again = say("sweep", "--data", folder)
    assert [json.loads(line) for line in again.out] == [{"written": 0, "closed": 0}]


def test_a_folder_without_an_office_is_said(say: Say, tmp_path: Path):
    assert say("sweep", "--data", tmp_path / "nothing").code == 4
