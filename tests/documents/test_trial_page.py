"""The page that shows what a printer can do."""

import subprocess
from pathlib import Path

import pytest

from reception.documents.trial_page import CODE, render_trial_page
from reception.rules.notices import PaperSize

NAME = "前台 HP LaserJet 🖨"
AT = "2026-11-24 10:26"


def codes_on(path: Path) -> list[str]:
    """Give the codes that a camera reads on a page."""
    subprocess.run(["pdftoppm", "-r", "203", "-png", "-singlefile", path, path.with_suffix("")], check=True)
    picture = path.with_suffix(".png")
    return (
        subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, check=True)
        .stdout.decode()
        .split()
    )


@pytest.mark.parametrize("size", PaperSize)
def test_it_is_one_page_of_the_size_and_says_printer_moment_and_code(size: PaperSize, tmp_path: Path) -> None:
    paper = render_trial_page(NAME, AT, size)
    assert (paper.pages, paper.size) == (1, size)
    assert paper.pdf == render_trial_page(NAME, AT, size).pdf
    path = tmp_path / "trial.pdf"
    path.write_bytes(paper.pdf)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    assert "HP LaserJet" in said
    assert AT in said
    assert "𠮷" in said
    assert codes_on(path) == [CODE]


def test_a_very_long_name_moves_nothing_off_the_page(tmp_path: Path) -> None:
    path = tmp_path / "trial.pdf"
    path.write_bytes(render_trial_page("打印机" * 60, AT, PaperSize.ROLL).pdf)
    assert codes_on(path) == [CODE]
