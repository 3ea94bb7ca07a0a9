"""`blank`: papers for the day without power, for whoever has the data folder."""

import subprocess
from pathlib import Path

from tests.cli.conftest import Say


def text_of(path: Path) -> str:
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


def test_a_blank_register_is_written_without_signing_in(say: Say, folder: Path, tmp_path: Path):
    target = tmp_path / "register.pdf"
    assert say("blank", "--kind", "register", "--out", target, "--data", folder) == (0, [str(target)], [])
    text = text_of(target)
    assert "示例大学教务处首问负责登记表" in text
    assert "备用空白表" in text


def test_a_blank_notice_has_the_papers_of_its_matter(say: Say, folder: Path, tmp_path: Path):
    of_matter, of_any = tmp_path / "matter.pdf", tmp_path / "any.pdf"
    words = ("blank", "--data", folder, "--kind", "notice")
    assert say(*words, "--matter", "JW-04", "--size", "A5", "--out", of_matter).code == 0
    assert say(*words, "--out", of_any).code == 0
    assert "休学申请表" in text_of(of_matter)
    assert "休学申请表" not in text_of(of_any)
    assert "逐项写明" in text_of(of_any)


def test_an_unknown_matter_is_refused_and_no_file_appears(say: Say, folder: Path, tmp_path: Path):
    target = tmp_path / "notice.pdf"
    said = say("blank", "--kind", "notice", "--matter", "JW-99", "--out", target, "--data", folder)
    assert (said.code, said.out) == (1, [])
    assert said.err[0].startswith("error: matter: ")
    assert not target.exists()


def test_a_matter_belongs_to_a_notice_alone(say: Say, folder: Path, tmp_path: Path):
    words = ("blank", "--kind", "register", "--matter", "JW-04", "--out", tmp_path / "x.pdf", "--data", folder)
    assert say(*words).code == 2
    assert say("blank", "--kind", "poster", "--out", tmp_path / "x.pdf", "--data", folder).code == 2


def test_a_folder_that_is_not_there_is_told(say: Say, folder: Path, tmp_path: Path):
    said = say("blank", "--kind", "register", "--out", tmp_path / "gone" / "x.pdf", "--data", folder)
    assert (said.code, said.out) == (4, [])
