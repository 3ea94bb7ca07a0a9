"""The command of the working calendar."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from reception.services.office import load_calendar
from tests.cli.conftest import Say
from tests.cli.said import entry

NOTICE = """关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
"""
PERSON = {"person_name": "林晓舟", "phone": "13800001234", "privacy_told": True}
WRONG = [["calendar"], ["calendar", "import"], ["calendar", "burn"], ["calendar", "import", "x"]]


def day_of(on: str, *, works: bool = False) -> str:
    """Give a file with one day of the university."""
    day = {"on": on, "works": works, "layer": 3, "reason": "校运动会"}
    return json.dumps({"days": [day]}, ensure_ascii=False)


@pytest.fixture
def due(ann: Say, say: Say, folder: Path) -> Callable[[], str]:
    """Record what opens a case, and give what tells when it is due."""
    ann("record", stdin=entry(disposition="D9", **PERSON))

    def told() -> str:
        [line] = [json.loads(line) for line in say("due", "--data", folder).out]
        return str(line["due_at"])

    return told


def test_an_import_shows_what_it_would_move_and_changes_nothing(ann: Say, due: Callable[[], str]):
    before = due()
    said = ann("calendar", "import", "-", stdin=day_of(before[:10]))
    *lines, sums = [json.loads(line) for line in said.out]
    assert said.code == 0
    assert [(line["change"], line["before"]) for line in lines] == [("later", before)]
    assert lines[0]["after"] > before
    assert (sums["days"], sums["later"], sums["applied"]) == (1, 1, False)
    assert due() == before


def test_applied_it_moves_what_it_said(ann: Say, due: Callable[[], str], folder: Path, say: Say):
    file = day_of(due()[:10])
    said = ann("calendar", "import", "-", "--apply", stdin=file)
    line, sums = [json.loads(line) for line in said.out]
    assert sums["applied"] is True
    assert due() == line["after"]
    assert json.loads(ann("calendar", "import", "-", stdin=file).out[-1])["later"] == 0
    assert say("check", "--data", folder).code == 0


def test_a_notice_is_read_from_its_file_with_warnings_at_their_lines(ann: Say, tmp_path: Path, folder: Path, say: Say):
    file = tmp_path / "通知.txt"
    file.write_text(NOTICE, encoding="utf-8-sig")
    said = ann("calendar", "import", file, "--apply")
    assert said.code == 0
    assert any(line.startswith("warning: ") and "清明节" in line for line in said.err)
    assert json.loads(said.out[-1])["years"] == [2027]
    exported = json.loads("\n".join(say("calendar", "export", "--data", folder).out))
    assert [year["year"] for year in exported["years"]][-1] == 2027
    assert exported["years"][-1]["work"] == ["2027-01-31", "2027-02-20"]


def test_what_was_exported_into_a_file_is_read_again(ann: Say, say: Say, folder: Path, tmp_path: Path):
    file = tmp_path / "calendar.json"
    said = say("calendar", "export", "--out", file, "--data", folder)
    assert (said.code, said.out) == (0, [str(file)])
    read = ann("calendar", "import", file)
    assert json.loads(read.out[-1])["years"] == [year.year for year in load_calendar().years]


def test_a_bad_notice_is_refused_with_its_line(ann: Say):
    said = ann("calendar", "import", "-", "--apply", stdin=NOTICE.replace("1月1日（周五）", "1月1日（周四）"))
    assert said.code == 1
    assert said.err[0].startswith("error: 2: ")


def test_a_year_can_be_named_for_a_text_that_does_not_say_it(ann: Say):
    text = "元旦：1月1日放假，共1天。"
    assert ann("calendar", "import", "-", stdin=text).code == 1
    assert json.loads(ann("calendar", "import", "-", "--year", "2027", stdin=text).out[-1])["years"] == [2027]


@pytest.mark.parametrize("words", WRONG)
def test_a_command_without_its_words_is_refused(say: Say, folder: Path, words: list[str]):
    assert say(*words, "--data", folder).code == 2


def test_a_file_that_is_not_there_is_told(ann: Say, tmp_path: Path):
    assert ann("calendar", "import", tmp_path / "nothing.txt").code == 2


def test_a_clerk_may_look_but_not_apply(say: Say, folder: Path, password_file: Path):
    words = ("--data", folder, "--as", "本", "--password-file", password_file)
    file = day_of("2026-12-01")
    assert say("calendar", "import", "-", *words, stdin=file).code == 0
    assert say("calendar", "import", "-", "--apply", *words, stdin=file).code == 3


def test_what_a_paper_promised_stays_and_only_the_unit_head_shortens_it(ann: Say, say: Say, folder: Path):
    [number] = ann("record", stdin=entry(disposition="D3", matter="JW-03", **PERSON)).out
    ticks = [{"no": no, "state": "provided"} for no in range(1, 5)]
    [slip] = ann("notice", number, stdin=json.dumps({"materials": ticks})).out
    [owed] = [json.loads(line) for line in say("due", "--data", folder).out]
    calendar, started = load_calendar(), date.fromisoformat(owed["started_at"][:10])
    days = (started + timedelta(days=n) for n in range(1, 9))
    file = day_of(next(day for day in days if not calendar.is_working_day(day)).isoformat(), works=True)
    said = ann("calendar", "import", "-", stdin=file)
    assert [(line["change"], line["papers"]) for line in map(json.loads, said.out[:-1])] == [("promised", [slip])]
    assert ann("calendar", "import", "-", "--apply", "--shorten", stdin=file).code == 3
    assert ann("calendar", "import", "-", "--apply", stdin=file).code == 0
    assert json.loads(say("due", "--data", folder).out[0])["due_at"] == owed["due_at"]
