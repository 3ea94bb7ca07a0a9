"""All notices of a day written by a command."""

from pathlib import Path

import pytest

from tests.cast import BEN, DAN
from tests.cli.conftest import Say
from tests.cli.test_papers import prints, recorded, ticks

__all__ = ["recorded"]


def test_the_notices_of_today_become_one_file(recorded: Say, tmp_path: Path):
    recorded("notice", "2026-0001", stdin=ticks())
    said = recorded("slips", "--out", tmp_path / "day.pdf", "--size", "A5", name=BEN)
    assert (said.code, said.out) == (0, [str(tmp_path / "day.pdf")])
    assert (tmp_path / "day.pdf").read_bytes().startswith(b"%PDF-")
    assert prints(recorded) == [1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_day_without_notices_is_told(recorded: Say, tmp_path: Path, language: str):
    said = recorded("slips", "--day", "2020-01-02", "--out", tmp_path / "day.pdf", "--language", language)
    assert (said.code, said.out, len(said.err)) == (1, [], 1)
    assert not (tmp_path / "day.pdf").exists()


def test_a_day_that_is_none_and_who_may_not_print_are_refused(recorded: Say, tmp_path: Path):
    recorded("notice", "2026-0001", stdin=ticks())
    assert recorded("slips", "--day", "2026-02-30", "--out", tmp_path / "a.pdf").code == 2
    assert recorded("slips", "--out", tmp_path / "a.pdf", name=DAN).code == 3
    assert prints(recorded) == [0]
