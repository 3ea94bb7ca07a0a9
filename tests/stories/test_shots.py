"""Every screen in other looks: a machine looks at each for cut words, parts that cover each other, and faint words."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import look
from ui.palette import DARK
from ui.rail import ROOMS
from ui.tour.inspection import faults

ROOT = Path(__file__).parents[2]
MOST_DEMANDING = "en-dark-200"
"""The plainest look is pictured by the tour; all twelve are drawn by `--shots` alone."""


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder with the pictures of the most demanding look."""
    out = tmp_path_factory.mktemp("shots") / "left"
    command = [sys.executable, "-m", "ui.tour", "--shots", str(out), "--only", MOST_DEMANDING]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    """Give an empty window."""
    made = QWidget()
    qtbot.addWidget(made)
    made.setProperty("role", "window")
    made.resize(400, 200)
    return made


def test_every_screen_is_pictured_on_its_own_and_on_one_sheet(left: Path):
    names = {path.stem.split("-", 1)[1] for path in (left / MOST_DEMANDING).glob("*.png")}
    assert {room.name for room in ROOMS} - {"inquiries", "settings"} <= names
    assert {f"empty-{room.name}" for room in ROOMS} <= names
    assert {f"intake-{shift}f{number}" for shift in ("", "shift-") for number in range(5, 10)} <= names
    assert {"first-start", "guide-4", "door-refused", "keys", "intake-mistakes", "settings-looks", "locked"} <= names
    with Image.open(left / f"{MOST_DEMANDING}.png") as sheet:
        assert sheet.width == 4 * 456 + 5 * 12
        assert sheet.height > len(names) / 4 * 256


def test_a_machine_finds_nothing_wrong_with_any_screen(left: Path):
    assert (left / "faults.txt").read_text(encoding="utf-8").strip() == ""


def test_cut_words_are_found_unless_the_tip_says_them(place: QWidget):
    label, button, box, line = QLabel("很长的一句话" * 4), QPushButton("很长的一句话" * 4), QComboBox(), QLineEdit()
    box.addItem("很长的一句话" * 4)
    line.setPlaceholderText("很长的一句话" * 4)
    for number, widget in enumerate((label, button, box, line)):
        widget.setParent(place)
        widget.setGeometry(10, 10 + 45 * number, 120, 40)
    place.show()
    assert sorted(fault.split(":")[0] for fault in faults(place)) == ["cut"] * 4
    for widget in (button, box, line):
        look.set_tip(widget, "很长的一句话")
    label.resize(380, 40)
    assert faults(place) == []


def test_words_that_need_another_line_are_found(place: QWidget):
    label = look.text_label("很长的一句话" * 8, wrap=True)
    label.setParent(place)
    label.setGeometry(10, 10, 150, 20)
    place.show()
    assert [fault.split(":")[0] for fault in faults(place)] == ["cut in height"]


def test_what_leaves_its_place_or_lies_on_another_is_found(place: QWidget):
    beyond, under, over = (look.plain_button(words) for words in ("甲", "乙", "丙"))
    for widget, left_edge, top in ((beyond, 340, 10), (under, 10, 100), (over, 60, 110)):
        widget.setParent(place)
        widget.setGeometry(left_edge, top, 90, 40)
    place.show()
    assert [fault.split(":")[0] for fault in faults(place)] == ["covered", "outside"]
    over.setProperty("over", True)
    beyond.move(300, 10)
    assert faults(place) == []


def test_what_is_hard_to_hit_is_found(place: QWidget):
    button = QPushButton("", place)
    button.setStyleSheet("min-height: 0; padding: 0;")
    button.setGeometry(10, 10, 60, 20)
    place.show()
    assert "small" in {fault.split(":")[0] for fault in faults(place)}


@pytest.mark.parametrize(
    ("ground", "letters", "found"), [("#FFFFFF", "#999999", True), (DARK.window, DARK.text, False)]
)
def test_faint_words_are_found(place: QWidget, ground: str, letters: str, found: bool):
    place.setStyleSheet(f"background: {ground}; color: {letters};")
    place.setLayout(QHBoxLayout())
    place.layout().addWidget(look.text_label("登记编号"))
    place.layout().itemAt(0).widget().setStyleSheet(f"color: {letters};")
    place.show()
    assert any(fault.startswith("faint") for fault in faults(place)) is found
