"""`guide` and `cards`: what the office shows to everybody, as files."""

import subprocess
from pathlib import Path

import pypdfium2

from tests.cast import ANN, BEN, CARA
from tests.cli.conftest import Say


def text_of(path: Path) -> str:
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


def pages_of(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_the_guide_of_a_matter_is_written_without_signing_in(say: Say, folder: Path, tmp_path: Path):
    target = tmp_path / "matter.pdf"
    words = ("guide", "--matter", "JW-04", "--paper-language", "both", "--out", target, "--data", folder)
    assert say(*words) == (0, [str(target)], [])
    text = text_of(target)
    assert "本科生休学申请" in text
    assert "Leaveofabsence" in text
    assert "本科生复学申请" not in text


def test_the_guide_without_a_matter_holds_all_of_them(say: Say, folder: Path, tmp_path: Path):
    target = tmp_path / "all.pdf"
    assert say("guide", "--out", target, "--data", folder).code == 0
    text = text_of(target)
    for words in ("办事指南", "目录", "JW-04", "JY-03"):
        assert words in text
    assert pages_of(target) > 10


def test_an_unknown_matter_is_refused_and_no_file_appears(say: Say, folder: Path, tmp_path: Path):
    target = tmp_path / "matter.pdf"
    said = say("guide", "--matter", "JW-99", "--out", target, "--data", folder)
    assert (said.code, said.out) == (1, [])
    assert said.err[0].startswith("error: ")
    assert not target.exists()


def test_desk_cards_are_of_whom_the_command_names_and_of_all_without_a_name(ann: Say, tmp_path: Path):
    named, everybody = tmp_path / "two.pdf", tmp_path / "all.pdf"
    assert ann("cards", "--kind", "desk", "--person", BEN, "--person", CARA, "--out", named).code == 0
    assert ann("cards", "--kind", "desk", "--out", everybody).code == 0
    assert (pages_of(named), pages_of(everybody)) == (2, 4)
    assert ANN not in text_of(named)
    assert ANN in text_of(everybody)


def test_badges_share_a_page_and_the_promise_is_one(ann: Say, tmp_path: Path):
    badges, promise = tmp_path / "badges.pdf", tmp_path / "promise.pdf"
    assert ann("cards", "--kind", "badge", "--out", badges).code == 0
    assert ann("cards", "--kind", "promise", "--paper-language", "en", "--out", promise).code == 0
    assert (pages_of(badges), pages_of(promise)) == (1, 1)
    assert "Whoeveryouaskfirststaysresponsible." in text_of(promise)


def test_a_name_that_nobody_has_is_told_and_nothing_is_written(ann: Say, tmp_path: Path):
    target = tmp_path / "cards.pdf"
    said = ann("cards", "--kind", "desk", "--person", "无名氏", "--out", target)
    assert said.code == 1
    assert "无名氏" in said.err[0]
    assert not target.exists()


def test_cards_name_people_and_need_somebody_who_signs_in(say: Say, folder: Path, tmp_path: Path):
    assert say("cards", "--kind", "desk", "--out", tmp_path / "x.pdf", "--data", folder).code == 2
    assert say("cards", "--kind", "poster", "--out", tmp_path / "x.pdf", "--data", folder).code == 2
