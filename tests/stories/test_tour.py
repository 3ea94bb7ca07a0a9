"""The tour: the whole story through the real window, by keys, and what it leaves behind."""

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from reception.services.check import check_folder

ROOT = Path(__file__).parents[2]
ROOMS = ("today", "inquiries", "cases", "register", "catalogue", "roster", "logs", "settings")


def tour(out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ui.tour", "--out", str(out)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that one tour left."""
    out = tmp_path_factory.mktemp("tour") / "left"
    walked = tour(out)
    assert walked.returncode == 0, walked.stderr
    assert str(out / "pictures") in walked.stdout
    return out


def test_every_room_is_pictured_in_both_languages_and_looks(left: Path) -> None:
    names = {path.stem.split("-", 1)[1] for path in (left / "pictures").glob("*.png")}
    assert {f"{look}-{room}" for look in ("room", "english", "dark") for room in ROOMS} <= names
    assert {"first-start", "intake-empty", "notice-a4", "notice-a5", "week-exported", "locked", "keys"} <= names
    assert {"intake-call-back", "day-morning", "day-evening"} <= names
    assert {"duty-away", "duty-list", "transfer-return"} <= names


def test_pictures_have_the_size_of_the_smallest_office_screen_and_are_not_blank(left: Path) -> None:
    for path in (left / "pictures").glob("*.png"):
        with Image.open(path) as picture:
            assert picture.size >= (1366, 768), path
            blank = len(picture.convert("RGB").getcolors(1 << 20) or ()) < 8
        assert blank == ("shade" in path.name), path


def test_the_papers_and_the_week_are_there(left: Path) -> None:
    sizes = {"A4": (595, 842), "A5": (420, 595)}
    for name, size in sizes.items():
        document = pypdfium2.PdfDocument(left / "papers" / f"notice-{name}.pdf")
        assert tuple(round(length) for length in document[0].get_size()) == size
        assert "林晓舟" in document[0].get_textpage().get_text_range()
        document.close()
    assert {path.suffix for path in (left / "exports").iterdir()} == {".xlsx", ".csv", ".pdf"}


def test_the_data_are_whole_and_hold_every_visit(left: Path) -> None:
    findings = check_folder(left / "data")
    assert findings.damage == ()
    assert findings.counts["Inquiry"] == 10


def test_a_folder_that_no_tour_made_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    refused = tour(tmp_path)
    assert refused.returncode == 1
    assert "not empty" in refused.stderr
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "mine"
