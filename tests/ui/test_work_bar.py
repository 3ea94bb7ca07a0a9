"""What takes long is told in the status line, and can be stopped where stopping harms nothing."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reception.rules.logs import Week
from reception.services import logs
from reception.services.desk import Desk
from tests.ui.conftest import answered
from ui.desk_link import DeskLink
from ui.main_window import MainWindow


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Give what a slow service waits at; it opens at the end of the test."""
    made = threading.Event()
    yield made
    made.set()


def shows(shell: MainWindow, qtbot: QtBot) -> str:
    """Wait until the bar is there, and give what it says."""
    qtbot.waitUntil(shell.status.work.isVisible, timeout=20_000)
    return shell.status.work.words.text()


def test_what_is_quick_shows_nothing(shell: MainWindow, link: DeskLink, qtbot: QtBot):
    link.run(shell, lambda _desk: 1)
    answered(link, qtbot)
    shell.long_work.look()
    assert not shell.status.work.isVisible()


def test_a_long_reading_is_told_and_stopped_with_escape(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, gate: threading.Event
):
    got: list[Any] = []
    shell.go("register")
    answered(link, qtbot)
    link.run(shell, lambda _desk: gate.wait(20), done=got.append)
    assert shows(shell, qtbot) == "正在读取…"
    assert shell.status.work.button.isVisible()
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    gate.set()
    answered(link, qtbot)
    shell.long_work.look()
    assert got == []
    assert not shell.status.work.isVisible()
    assert shell.room == "register"


def test_a_long_change_is_told_and_cannot_be_stopped(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, gate: threading.Event
):
    got: list[Any] = []
    link.change(shell, lambda _desk: gate.wait(20), done=got.append)
    assert shows(shell, qtbot) == "正在保存…"
    assert not shell.status.work.button.isVisible()
    assert shell.long_work.stop() is False
    gate.set()
    answered(link, qtbot)
    assert got == [True]
    qtbot.waitUntil(lambda: not shell.status.work.isVisible(), timeout=20_000)


def test_an_export_that_takes_long_is_stopped_and_leaves_no_file(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, gate: threading.Event, tmp_path: Path
):
    shell.go("logs")
    answered(link, qtbot)
    link.change(link, lambda _desk: gate.wait(20))  # the writing thread is held up before the export begins
    card: Any = shell.pages["logs"].exporting  # type: ignore[attr-defined]
    card.folder.set_text(str(tmp_path))
    card.export()
    shows(shell, qtbot)
    card.stop_work()
    gate.set()
    answered(link, qtbot)
    assert card.error.text() == "已停止，没有写出文件。"
    assert card.export_button.isEnabled()
    assert list(tmp_path.glob("reception-*")) == []
    card.export()
    answered(link, qtbot)
    assert len(list(tmp_path.glob("reception-*"))) == 3
    assert card.error.isHidden()


def test_an_export_stopped_between_two_files_places_and_notes_nothing(ask: Any, tmp_path: Path):
    def stopped(desk: Desk) -> tuple[object, object]:
        before = logs.export_due(desk)
        left = logs.export_week(desk, Week(year=2026, number=48), tmp_path, keep_going=lambda made: made < 1)
        return left, logs.export_due(desk) == before

    assert ask(stopped) == (None, True)
    assert list(tmp_path.glob("reception-*")) == []
