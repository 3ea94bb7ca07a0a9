"""Real windows on a real office: the line to the desk, the whole window, and a guard against SQL on its thread."""

import gc
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import peewee
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception.services.desk import Desk
from reception.store.database import Store, open_store
from reception.words import Language
from tests.cast import ANN, Clock, build_office, desk_of
from ui import look
from ui.desk_link import DeskLink
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.settings import SettingsPage
from ui.watch import Watch, watch

Ask = Callable[..., Any]


class Seconds:
    """A clock of seconds that a test sets, for what is measured in idle time."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Give the seconds that it shows."""
        return self.now


@pytest.fixture(scope="session")
def built_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder made once; tests get copies of it."""
    folder = tmp_path_factory.mktemp("ui-office") / "data"
    build_office(folder)
    return folder


@pytest.fixture
def office(built_office: Path, tmp_path: Path) -> Path:
    """Give this test's own data folder; nobody has it open."""
    folder = tmp_path / "data"
    shutil.copytree(built_office, folder)
    return folder


@pytest.fixture
def clock() -> Clock:
    """Give the clock of all desks of this test; it stands at 2026-11-24 10:26 of the office."""
    return Clock()


@pytest.fixture(scope="session", autouse=True)
def thawed(qapp: QApplication) -> Iterator[None]:
    """Look for cycles on the window's thread alone, after each test; at the end at what was set aside as well."""
    gc.disable()
    yield
    gc.unfreeze()
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Dress the application in the light look, and throw away all windows afterwards."""
    look.dress(qapp)
    yield qapp
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.clipboard().clear()  # What Python made and Qt still holds when the interpreter is gone ends in a crash.
    gc.collect()
    gc.freeze()  # What is left lives as long as the run: the next round need not look at it again.


@pytest.fixture
def no_sql_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail on any SQL that the window's thread runs."""
    window_thread = threading.get_ident()
    execute = peewee.Database.execute_sql

    def watched(database: peewee.Database, *arguments: Any, **named: Any) -> Any:
        assert threading.get_ident() != window_thread, f"SQL on the window's thread: {arguments[0]}"
        return execute(database, *arguments, **named)

    monkeypatch.setattr(peewee.Database, "execute_sql", watched)


@pytest.fixture
def seconds(qapp: QApplication) -> Iterator[Seconds]:
    """Give the seconds by which idle time is measured in this test."""
    shown = Seconds()
    seen = watch()
    before, seen._monotonic = seen._monotonic, shown
    seen.touch()
    yield shown
    seen._monotonic = before
    seen.touch()


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Watch]:
    """Give what watches the whole program."""
    found = watch()
    yield found
    found.composing = False
    found.claims = None
    found.shown = None


def type_text(field: QWidget, text: str) -> None:
    """Type a text as a person does: Latin key by key, Chinese by an input method that composes and commits."""
    edit = field.focusProxy() or field
    for part in re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", text):
        if part.isascii():
            QTest.keyClicks(edit, part)
            continue
        QApplication.sendEvent(edit, QInputMethodEvent("pin", []))
        committed = QInputMethodEvent("", [])
        committed.setCommitString(part)
        QApplication.sendEvent(edit, committed)


def until(true: Callable[[], bool], within: int = 20_000) -> None:
    """Let the window live until something is true and it has done what waits; `within` milliseconds at most.

    It wakes with each event, so that ten thousand keys do not wait ten milliseconds each.
    """
    events, guard = QEventLoop(), QTimer()
    guard.setSingleShot(True)
    guard.start(within)
    QCoreApplication.processEvents()
    while not true():
        assert guard.isActive(), f"not within {within} ms"
        events.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.processEvents()


def answered(link: DeskLink, qtbot: QtBot) -> None:
    """Wait until nothing is under way on the line."""
    until(lambda: not link.is_busy)


@pytest.fixture
def empty_link(qtbot: QtBot, no_sql_here: None) -> Iterator[DeskLink]:
    """Give a line on which no database is open yet."""
    line = DeskLink()
    yield line
    line.close()


@pytest.fixture
def link(empty_link: DeskLink, office: Path, clock: Clock, qtbot: QtBot) -> DeskLink:
    """Give a line on which 安 Ann sits at the desk."""
    empty_link.without_desk(empty_link, open_store, office, done=empty_link.hold)
    answered(empty_link, qtbot)
    sit(empty_link, qtbot, ANN, clock)
    return empty_link


def sit(link: DeskLink, qtbot: QtBot, name: str, clock: Clock) -> None:
    """Let somebody of the cast sit down at the desk, as after signing in."""

    def seat(store: Store) -> Desk:
        return desk_of(store, name, clock)

    link.without_desk(link, seat, link.store, done=link.sit_down)
    answered(link, qtbot)


@pytest.fixture
def ask(link: DeskLink, qtbot: QtBot) -> Ask:
    """Give a way to call a service in a test: `ask(service, *arguments)` waits and gives its result."""

    def call(service: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        results: list[Any] = []
        refusals: list[BaseException] = []
        link.change(link, service, *arguments, done=results.append, failed=refusals.append, **named)
        qtbot.waitUntil(lambda: bool(results or refusals), timeout=20_000)
        answered(link, qtbot)
        if refusals:
            raise refusals[0]
        return results[0]

    return call


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Give the settings of a machine that remembers nothing yet."""
    return Machine(tmp_path / "settings")


@pytest.fixture
def shell(link: DeskLink, machine: Machine, qtbot: QtBot) -> Iterator[MainWindow]:
    """Give the real main window, shown, with 安 Ann at the desk."""
    window = MainWindow(link, Language.ZH, machine=machine)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    answered(link, qtbot)
    yield window
    window.end()


@pytest.fixture
def open_part(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Callable[[str], Any]:
    """Give a way to open a section of the settings in the real window, by its name."""

    def open_it(name: str) -> Any:
        shell.activateWindow()
        shell.go("settings", section=name)
        answered(link, qtbot)
        page = shell.pages["settings"]
        assert isinstance(page, SettingsPage)
        return page.parts[name]

    return open_it
