"""The command of the office hours."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.cli.said import entry

PERSON = {"person_name": "林晓舟", "phone": "13800001234", "privacy_told": True}
LATE = "08:00-12:00 15:00-19:00"


@pytest.fixture
def tomorrow() -> str:
    """Give tomorrow of the office as the commands write it; they run on the clock of this machine."""
    return (datetime.now(UTC) + timedelta(hours=8, days=1)).date().isoformat()


def told(lines: list[str]) -> list[dict]:
    return [json.loads(line) for line in lines]


def test_hours_are_listed_set_and_withdrawn_with_what_they_move(ann: Say, say: Say, folder: Path, tomorrow: str):
    ann("record", stdin=entry(disposition="D9", **PERSON))
    [owed] = told(say("due", "--data", folder).out)
    words = ("hours", "--from", tomorrow, "--hours", LATE, "--reason", "夏季作息")
    line, sums = told(ann(*words).out)
    assert (line["before"], line["after"]) == (owed["due_at"], owed["due_at"][:11] + "19:00")
    assert (sums["hours_from"], sums["later"], sums["applied"]) == (tomorrow, 1, False)
    assert len(say("hours", "--data", folder).out) == 1
    assert told(ann(*words, "--apply").out)[-1]["applied"] is True
    assert told(say("due", "--data", folder).out)[0]["due_at"] == line["after"]
    first, second = told(say("hours", "--data", folder).out)
    assert (first["from"], first["state"], second["from"], second["state"]) == (None, "in_force", tomorrow, "coming")
    assert (second["seasons"], second["reason"]) == ({"01-01": "08:00-12:00, 15:00-19:00"}, "夏季作息")
    assert ann("hours", "--from", tomorrow, "--withdraw", "--apply").code == 0
    assert told(say("due", "--data", folder).out)[0]["due_at"] == owed["due_at"]
    assert say("check", "--data", folder).code == 0


def test_seasons_are_told_by_their_days(ann: Say, say: Say, folder: Path, tomorrow: str):
    seasons = ("--season", f"05-01={LATE}", "--season", "10-01=08:00-12:00,14:00-17:00")
    assert ann("hours", "--from", tomorrow, *seasons, "--reason", "两季作息", "--apply").code == 0
    assert told(say("hours", "--data", folder).out)[1]["seasons"] == {
        "05-01": "08:00-12:00, 15:00-19:00",
        "10-01": "08:00-12:00, 14:00-17:00",
    }


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--hours", LATE], 1),
        (["--hours", "八点", "--reason", "作息"], 1),
        (["--withdraw"], 1),
        (["--hours", LATE, "--withdraw"], 2),
        ([], 2),
        (["--season", "五月一日起", "--reason", "作息"], 2),
        (["--season", f"02-30={LATE}", "--reason", "作息"], 1),
    ],
)
def test_what_cannot_be_set_is_refused(ann: Say, say: Say, folder: Path, tomorrow: str, words: list[str], code: int):
    assert ann("hours", "--from", tomorrow, *words, "--apply").code == code
    assert len(say("hours", "--data", folder).out) == 1


def test_a_day_that_is_over_and_an_account_that_may_not_are_refused(
    ann: Say, say: Say, folder: Path, password_file: Path, tomorrow: str
):
    words = ("--hours", LATE, "--reason", "作息", "--apply")
    assert ann("hours", "--from", "2026-01-05", *words).code == 1
    signed = ("--data", folder, "--as", "本", "--password-file", password_file)
    assert say("hours", "--from", tomorrow, *words, *signed).code == 3
    assert say("hours", "--from", tomorrow, *words, "--data", folder).code == 2
