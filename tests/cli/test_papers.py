"""`notice` and `slip`: from ticks to a PDF file."""

import json
from pathlib import Path

import pytest

from tests.cast import BEN, DAN
from tests.cli.conftest import Say
from tests.cli.said import entry

NUMBER = "教务告〔2026〕第0001号"
TICKS = {
    "answers": {"4": False},
    "materials": [
        {"no": 1, "state": "provided"},
        {"no": 2, "state": "defective", "reason": "照片尺寸不符"},
        {"no": 3, "state": "missing"},
    ],
}


def ticks(**changes: object) -> str:
    return json.dumps(TICKS | changes, ensure_ascii=False)


@pytest.fixture
def recorded(ann: Say) -> Say:
    """Give the commands of 安 after a contact about 补办学生证 was recorded."""
    ann("record", stdin=entry(disposition="D4", matter="JW-03", person_name="吉𠮷", privacy_told=True))
    return ann


def prints(ann: Say) -> list[int]:
    return [notice["prints"] for notice in json.loads(ann("show", "2026-0001").out[0])["notices"]]


def test_ticks_are_answered_with_the_number_of_the_notice(recorded: Say):
    assert recorded("notice", "2026-0001", stdin=ticks()) == (0, [NUMBER], [])
    notice = json.loads(recorded("show", "2026-0001").out[0])["notices"][0]
    assert (notice["number"], notice["verdict"], notice["missing"]) == (NUMBER, "supplement", [2, 3])


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ("{}", "materials.1"),
        (ticks(answers={}), "materials.4"),
        (ticks(answers={"4": 1}), "answers.4"),
        (ticks(answers={"x": True}), "answers"),
        (ticks(answers=[]), "answers"),
        (ticks(answers={"4": True}), "materials.4"),
        (ticks(materials={}), "materials"),
        (ticks(materials=[5]), "materials[1]"),
        (ticks(materials=[{"no": 1, "state": "gone"}]), "materials[1].state"),
        (ticks(materials=[{"no": "1", "state": "missing"}]), "materials[1].no"),
        (ticks(materials=[{"no": 10**40, "state": "missing"}]), "materials.0"),
        (ticks(materials=[*TICKS["materials"], {"no": 9, "state": "missing"}]), "materials.9"),
        (ticks(materials=[*TICKS["materials"], {"no": 3, "state": "missing"}]), "materials.3"),
        (ticks(second_reason="because"), "second_reason"),
    ],
)
def test_wrong_ticks_are_refused_at_their_row_and_use_no_number(recorded: Say, raw: str, field: str):
    said = recorded("notice", "2026-0001", stdin=raw)
    assert (said.code, said.out) == (1, [])
    assert any(line.startswith(f"error: {field}: ") for line in said.err), said.err
    assert recorded("notice", "2026-0001", stdin=ticks()).out == [NUMBER]


def test_an_unknown_key_and_an_unknown_record_are_refused(recorded: Say):
    assert recorded("notice", "2026-0001", stdin=ticks(colour=1)).code == 1
    assert recorded("notice", "2026-0099", stdin=ticks()).code == 1
    assert recorded("notice", "2026-0001", stdin="nonsense").code == 1


def test_who_may_not_issue_is_refused(recorded: Say):
    assert recorded("notice", "2026-0001", stdin=ticks(), name=DAN).code == 3


def test_a_slip_is_found_by_number_and_by_query_code(recorded: Say, tmp_path: Path):
    recorded("notice", "2026-0001", stdin=ticks())
    code = json.loads(recorded("show", "2026-0001").out[0])["notices"][0]["query_code"]
    for place, name in enumerate((NUMBER, code, code.lower(), f"{code[:3]}-{code[3:]}")):
        target = tmp_path / f"{place}.pdf"
        said = recorded("slip", name, "--out", target)
        assert (said.code, said.out) == (0, [str(target)])
        assert target.read_bytes().startswith(b"%PDF-")
    assert prints(recorded) == [4]


def test_a_preview_counts_as_nothing(recorded: Say, tmp_path: Path):
    recorded("notice", "2026-0001", stdin=ticks())
    assert recorded("slip", NUMBER, "--out", tmp_path / "a.pdf", "--size", "A5", "--preview").code == 0
    assert prints(recorded) == [0]


def test_a_slip_that_cannot_be_written_is_not_counted(recorded: Say, tmp_path: Path):
    recorded("notice", "2026-0001", stdin=ticks())
    said = recorded("slip", NUMBER, "--out", tmp_path / "nowhere" / "a.pdf")
    assert (said.code, said.out, len(said.err)) == (4, [], 1)
    assert prints(recorded) == [0]


def test_characters_that_no_font_holds_are_warned_of(ann: Say, tmp_path: Path):
    ann("record", stdin=entry(disposition="D4", matter="JW-03", person_name="王\U000323af", privacy_told=True))
    ann("notice", "2026-0001", stdin=ticks())
    said = ann("slip", NUMBER, "--out", tmp_path / "a.pdf")
    assert (said.code, len(said.out)) == (0, 1)
    assert [line.startswith("warning: ") for line in said.err] == [True]


def test_nothing_is_left_beside_the_slip(recorded: Say, tmp_path: Path):
    out = tmp_path / "out"
    out.mkdir()
    recorded("notice", "2026-0001", stdin=ticks())
    recorded("slip", NUMBER, "--out", out / "a.pdf")
    assert [path.name for path in out.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("number", ["教务告〔2026〕第0009号", "ABCDEF", "", "\udcff"])
def test_a_notice_that_is_not_there_is_refused(recorded: Say, tmp_path: Path, number: str):
    said = recorded("slip", "--out", tmp_path / "a.pdf", "--", number)
    assert (said.code, said.out, len(said.err)) == (1, [], 1)
    assert not (tmp_path / "a.pdf").exists()


def test_a_colleague_prints_too_but_not_the_supervisor(recorded: Say, tmp_path: Path):
    recorded("notice", "2026-0001", stdin=ticks())
    assert recorded("slip", NUMBER, "--out", tmp_path / "a.pdf", name=BEN).code == 0
    assert recorded("slip", NUMBER, "--out", tmp_path / "b.pdf", name=DAN).code == 3
