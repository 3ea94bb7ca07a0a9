"""`letter` and what `slip` makes of it: from a record to a numbered PDF file."""

import json
from pathlib import Path

import pytest

from reception.services.rereading import text_of
from tests.cast import BEN, DAN
from tests.cli.conftest import Say
from tests.cli.said import entry

PERSON = {"person_name": "吉𠮷", "phone": "13800138000", "privacy_told": True}
NUMBER = "教务受〔2026〕第0001号"


@pytest.fixture
def accepted(ann: Say) -> Say:
    """Give the commands of 安 after 补办学生证 was accepted."""
    ann("record", stdin=entry(disposition="D3", matter="JW-03", **PERSON))
    return ann


def letters(ann: Say) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(ann("show", "2026-0001").out[0])["letters"]
    return found


def words_in(path: Path) -> str:
    return "".join(text_of(path.read_bytes()).split())


def test_what_the_record_knows_need_not_be_said(accepted: Say, tmp_path: Path):
    target = tmp_path / "受理.pdf"
    assert accepted("letter", "2026-0001", "--kind", "SL", "--out", target) == (0, [NUMBER], [])
    found = words_in(target)
    for words in ("受理通知单", NUMBER, "吉𠮷", "受理〔2026〕0001"):
        assert words in found
    (letter,) = letters(accepted)
    assert (letter["kind"], letter["number"], letter["prints"]) == ("SL", NUMBER, 1)


def test_what_is_said_stands_on_the_paper(accepted: Say, tmp_path: Path):
    target = tmp_path / "受理.pdf"
    said = json.dumps({"handler": "王老师"}, ensure_ascii=False)
    assert accepted("letter", "2026-0001", "--kind", "SL", "--out", target, stdin=said).code == 0
    assert "王老师" in words_in(target)


def test_a_refusal_is_written_by_the_act_on_the_case_and_only_afterwards_once_more(accepted: Say, tmp_path: Path):
    target = tmp_path / "不予办理.pdf"
    said = json.dumps({"clause": "补办条件第三款"}, ensure_ascii=False)
    (early,) = accepted("letter", "2026-0001", "--kind", "BB", "--out", target, stdin=said).err
    assert "受理〔2026〕0001" in early
    refusal = {"reason": "不符合", "basis": "学籍规定", "clause": "第三条", "told_mode": "phone"}
    assert accepted("case", "2026-0001", "--do", "refuse", stdin=json.dumps(refusal)).code == 0
    again = accepted("letter", "2026-0001", "--kind", "BB", "--out", target, stdin=said)
    assert again.out == ["教务否〔2026〕第0002号"]
    assert "补办条件第三款" in words_in(target)
    assert [letter["kind"] for letter in letters(accepted)] == ["BB", "BBR", "BB"]


def test_papers_and_languages_are_taken(accepted: Say, tmp_path: Path):
    target = tmp_path / "收件.pdf"
    said = json.dumps({"papers": [{"name": "申请表", "copies": 2}]}, ensure_ascii=False)
    words = ("--kind", "SJ", "--paper-language", "both", "--size", "A5", "--out", target)
    assert accepted("letter", "2026-0001", *words, stdin=said).out == ["教务收〔2026〕第0001号"]
    found = words_in(target)
    assert "材料1件" in found
    assert "ReceiptforPapers" in found


@pytest.mark.parametrize(
    ("kind", "raw", "field"),
    [
        ("BB", "{}", "kind"),
        ("BB", '{"clause": 5}', "clause"),
        ("BB", '{"due_at": "2026-12-01 17:30"}', ""),
        ("BJ", '{"result": "准予", "at": "明天"}', "at"),
        ("YQ", '{"reason": "复核", "approver": "王主任", "days": 5}', "kind"),
        ("ZT", '{"reason": "复核"}', "kind"),
        ("SL", '{"token": "\\ud800"}', "token"),
        ("SL", '{"token": ""}', "token"),
        ("SL", json.dumps({"token": "t" * 65}), "token"),
        ("SJ", '{"papers": {}}', "papers"),
        ("SJ", '{"papers": [{"name": 5}]}', "papers.1.name"),
        ("ZB", "{}", "kind"),
        ("SL", "nonsense", ""),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_uses_no_number(
    accepted: Say, tmp_path: Path, kind: str, raw: str, field: str
):
    said = accepted("letter", "2026-0001", "--kind", kind, "--out", tmp_path / "x.pdf", stdin=raw)
    assert (said.code, said.out) == (1, [])
    assert any(line.startswith(f"error: {field}" if field else "error: ") for line in said.err), said.err
    assert letters(accepted) == []
    assert not (tmp_path / "x.pdf").exists()


def test_a_notice_to_supplement_is_ticked(accepted: Say, tmp_path: Path):
    ticks = {
        "answers": {"4": False},
        "materials": [
            {"no": 1, "state": "provided"},
            {"no": 2, "state": "defective", "reason": "照片尺寸不符"},
            {"no": 3, "state": "missing"},
        ],
    }
    target = tmp_path / "补正.pdf"
    said = accepted("letter", "2026-0001", "--kind", "BZ", "--out", target, stdin=json.dumps(ticks))
    assert said.out == ["教务补〔2026〕第0001号"]
    assert "（需更正：照片尺寸不符）" in words_in(target)
    (notice,) = json.loads(accepted("show", "2026-0001").out[0])["notices"]
    assert (notice["kind"], notice["missing"], notice["prints"]) == ("BZ", [2, 3], 1)
    assert accepted("letter", "2026-0001", "--kind", "BZ", "--out", target, stdin="{}").code == 1


def test_a_slip_is_any_paper_found_by_number_and_code(accepted: Say, tmp_path: Path):
    accepted("letter", "2026-0001", "--kind", "SL", "--out", tmp_path / "first.pdf")
    code = str(letters(accepted)[0]["query_code"])
    for place, asked in enumerate((NUMBER, "受2026-1", code.lower()), start=1):
        target = tmp_path / f"again-{place}.pdf"
        assert accepted("slip", asked, "--out", target) == (0, [str(target)], [])
        assert f"补打第{place}次" in words_in(target)
    assert accepted("slip", NUMBER, "--out", tmp_path / "look.pdf", "--preview").code == 0
    assert letters(accepted)[0]["prints"] == 4
    assert accepted("slip", "受2026-9", "--out", tmp_path / "none.pdf").code == 1


def test_a_folder_that_is_not_there_uses_no_number(accepted: Say, tmp_path: Path):
    assert accepted("letter", "2026-0001", "--kind", "SL", "--out", tmp_path / "no" / "x.pdf").code == 4
    assert letters(accepted) == []


def test_who_may_not_issue_is_refused(accepted: Say, tmp_path: Path):
    words = ("2026-0001", "--kind", "SL", "--out", tmp_path / "x.pdf")
    assert accepted("letter", *words, name=DAN).code == 3
    assert accepted("letter", *words, name=BEN).code == 0
