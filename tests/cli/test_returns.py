"""`record` and `notice` for a visitor who is back with his slip."""

import json
from pathlib import Path

import pytest

from reception.services.check import check_folder
from tests.cli.conftest import Say
from tests.cli.said import entry

SLIP = "教务告〔2026〕第0001号"
PERSON = {"person_name": "林晓舟", "phone": "13800001234", "privacy_told": True}


def ticks(*owed: int, **more: object) -> str:
    """Give the ticks of JW-03: some rows owed, the conditional fourth not needed."""
    rows = [{"no": no, "state": "missing" if no in owed else "provided"} for no in range(1, 5)]
    return json.dumps({"materials": rows, **more})


@pytest.fixture
def told(ann: Say) -> Say:
    """Give the commands of 安 after a visitor was told that rows 2 and 3 are missing."""
    ann("record", stdin=entry(disposition="D4", matter="JW-03", **PERSON))
    ann("notice", "2026-0001", stdin=ticks(2, 3))
    return ann


def shown(ann: Say, number: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(ann("show", number).out[0])
    return found


def test_complete_papers_end_the_wait_and_lead_both_ways(told: Say):
    code = shown(told, "2026-1")["notices"][0]["query_code"]  # type: ignore[index]
    assert told("record", stdin=entry(disposition="D3", returned_with=code.lower(), **PERSON)).code == 0
    first, second = shown(told, "2026-1"), shown(told, "2026-2")
    assert (second["returned_with"], second["repeat_of"], second["matter"]) == (SLIP, "首问〔2026〕0001", "JW-03")
    assert (first["status"], first["case"]["status"]) == ("closed", "closed")  # type: ignore[index]
    assert first["continued_by"] == ["首问〔2026〕0002"]
    listed = [json.loads(line)["returned_with"] for line in told("register").out]
    assert listed == ["", SLIP]


def test_what_is_still_owed_is_told_as_ever_and_a_new_row_needs_its_reason(told: Say):
    assert told("record", stdin=entry(disposition="D4", returned_with="2026-0001")).code == 0
    refused = told("notice", "2026-0002", stdin=ticks(1, 3))
    assert (refused.code, refused.out) == (1, [])
    assert refused.err[0].startswith("error: second_reason: ")
    assert told("notice", "2026-0002", stdin=ticks(1, 3, second_reason="omission")).code == 0


@pytest.mark.parametrize("typed", ["222222", "x", "教务告〔2025〕第0001号"])
def test_an_unknown_slip_is_refused_at_its_key(told: Say, typed: str):
    refused = told("record", stdin=entry(disposition="D3", returned_with=typed, matter="JW-03", **PERSON))
    assert (refused.code, refused.out) == (1, [])
    assert refused.err[0].startswith("error: returned_with: ")


def test_a_slip_that_was_used_is_refused(told: Say):
    back = entry(disposition="D3", returned_with=SLIP, **PERSON)
    assert told("record", stdin=back).code == 0
    refused = told("record", stdin=back)
    assert refused.code == 1
    assert "首问〔2026〕0002" in refused.err[0]


def test_data_with_a_return_are_whole(told: Say, folder: Path):
    told("record", stdin=entry(disposition="D3", returned_with=SLIP, **PERSON))
    assert check_folder(folder).damage == ()
