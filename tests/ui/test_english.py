"""The windows in English: no Chinese but what people and the catalogue wrote."""

import dataclasses
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

import dev
from reception.services import cases, catalogue, posts
from reception.services.desk import Desk
from reception.words import Language
from scripts.translate import KEPT_IN
from tests.cast import ANN, BEN, CARA, COUNTER, DAN, Clock
from tests.test_translation import CHINESE
from tests.ui.conftest import Ask, answered, sit
from ui.desk_link import DeskLink
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.rail import ROOMS

SECTIONS = ("office", "counters", "staff", "posts", "calendar", "backups", "printers", "looks", "password")


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the compiled translations; every string of them is finished."""
    target = tmp_path_factory.mktemp("i18n") / "en.qm"
    lrelease = dev.entry("PySide6.scripts.pyside_tool", "lrelease")
    done = subprocess.run([*lrelease, str(KEPT_IN), "-qm", str(target)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "untranslated" not in done.stdout, done.stdout
    return target


@pytest.fixture
def english(qapp: QApplication, compiled: Path) -> Iterator[None]:
    """Let the windows of this test speak English."""
    translator = QTranslator()
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def window(english: None, link: DeskLink, machine: Machine, qtbot: QtBot) -> Iterator[MainWindow]:
    """Give the main window in English."""
    made = MainWindow(link, Language.EN, machine=machine)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    answered(link, qtbot)
    yield made
    made.end()


def written(value: Any) -> Iterator[str]:
    """Give every Chinese text that stands in records."""
    if isinstance(value, str):
        if CHINESE.search(value):
            yield value
            yield from value.splitlines()
    elif dataclasses.is_dataclass(value):
        for item in dataclasses.fields(value):
            yield from written(getattr(value, item.name))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from written(part)


def all_written(desk: Desk) -> set[str]:
    """Give what people and the catalogue wrote in Chinese."""
    calendar = {text for year in desk.calendar.years for text in written(year)}
    matters = {text for matter in catalogue.matters(desk, inactive=True) for text in written(matter)}
    units = {text for unit in catalogue.units(desk, inactive=True) for text in written(unit)}
    held = {text for post in posts.posts(desk, inactive=True) for text in written(post)}
    return {*calendar, *matters, *units, *held, *written(desk.office), ANN, BEN, CARA, DAN, COUNTER, "中文"}


@pytest.fixture
def data(link: DeskLink, qtbot: QtBot) -> list[str]:
    """Give what people wrote, the longest first."""
    found: list[str] = []
    link.run(link, all_written, done=found.extend)
    answered(link, qtbot)
    return sorted(found, key=len, reverse=True)


def texts(widget: QWidget) -> Iterator[str]:
    """Give what a widget itself says."""
    yield widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QListWidget):
        yield from (widget.item(row).text() for row in range(widget.count()))
    elif isinstance(widget, QTableView):
        model = widget.model()
        yield from (
            model.headerData(column, widget.horizontalHeader().orientation()) for column in range(columns(model))
        )


def columns(model: Any) -> int:
    return int(model.columnCount())


def chinese(window: QWidget, data: list[str]) -> list[str]:
    """Give the texts of a window that hold Chinese of the program."""
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        for text in texts(widget):
            rest = text or ""
            for known in data:
                rest = rest.replace(known, "")
            if CHINESE.search(rest):
                found.append(f"{type(widget).__name__}: {text}")
    return sorted(set(found))


@pytest.mark.parametrize("room", [room.name for room in ROOMS])
def test_a_room_speaks_english(window: MainWindow, link: DeskLink, qtbot: QtBot, data: list[str], room: str):
    window.go(room)
    answered(link, qtbot)
    assert window.room == room
    assert chinese(window, data) == []


def test_every_view_of_the_duty_room_speaks_english_and_gives_no_letter_twice(
    window: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, data: list[str]
):
    from tests.ui.duty_room import away, cover, record  # not at the top: they stand on this module's fixtures
    from tests.ui.test_accessibility import faults

    ask(cover)
    ask(record)
    ask(away, 20)
    known = [*data, *ask(matters_said)]
    sit(link, qtbot, BEN, clock)
    window.go("roster")
    answered(link, qtbot)
    page: Any = window.pages["roster"]
    found = {}
    for name in page.buttons:
        page.choose(name)
        answered(link, qtbot)
        found[name] = faults(window)
        window._toggle_key_map()
        found[name] += chinese(window, known)
        window._toggle_key_map()
    assert len(found) > 2
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def matters_said(desk: Desk) -> list[str]:
    """Give what visitors asked and how posts are called for short, as the lists show it."""
    short = [post.name.partition("·")[2] for post in posts.posts(desk)]
    return [
        "林*舟",
        *(item.summary for item in cases.due_list(desk)),
        *(item.number for item in cases.due_list(desk)),
        *short,
    ]


def test_all_settings_speak_english(window: MainWindow, link: DeskLink, qtbot: QtBot, data: list[str]):
    for section in SECTIONS:
        window.go("settings", section=section)
        answered(link, qtbot)
    assert chinese(window, data) == []


def test_the_intake_speaks_english_whichever_way_is_taken(
    window: MainWindow, link: DeskLink, qtbot: QtBot, data: list[str]
):
    window.activateWindow()
    window.go("inquiries")
    answered(link, qtbot)
    found = []
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        for key in range(Qt.Key.Key_F5, Qt.Key.Key_F9 + 1):
            qtbot.keyClick(window, Qt.Key(key), modifier)
            answered(link, qtbot)
            found += chinese(window, data)
    assert sorted(set(found)) == []


def test_the_map_of_keys_speaks_english(window: MainWindow, link: DeskLink, qtbot: QtBot, data: list[str]):
    for room in window.rooms:
        window.go(room)
        answered(link, qtbot)
        window._toggle_key_map()
        assert chinese(window.key_map, data) == []
        window._toggle_key_map()


def test_a_reader_of_english_sees_no_word_cut_on_the_rail(window: MainWindow):
    for button in window.rail.buttons.values():
        assert button.sizeHint().width() <= button.width(), button.text()


def test_another_person_reads_the_same_language(
    english: None, link: DeskLink, machine: Machine, clock: Clock, qtbot: QtBot, data: list[str]
):
    sit(link, qtbot, BEN, clock)
    made = MainWindow(link, Language.EN, machine=machine)
    qtbot.addWidget(made)
    made.go("settings", section="staff")
    answered(link, qtbot)
    assert chinese(made, data) == []
    made.end()


def test_the_walk_finds_chinese_where_english_is_not_spoken(shell: MainWindow, data: list[str]):
    assert "QLabel: 首问接待" in chinese(shell, data)
