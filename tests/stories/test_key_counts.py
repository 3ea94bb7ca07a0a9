"""How many keys the four scenes of a counter take, counted at the real window; the README says the same numbers.

Every key that is pressed counts: Ctrl+S is two, Ctrl and S. Free text (names, phones, sentences) comes from an input
method and is not counted.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Channel, Disposition, PersonKind, Status
from reception.services import inquiries, notices, tallies
from tests.drafts import draft_of
from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from tests.ui.trays import Tray
from ui.desk_link import DeskLink
from ui.printing import sender

README = Path(__file__).parents[2] / "README.md"
CALLER = "138 0000 1234"


class KeyCounter(QObject):
    """Counts the keys that reach the program: each begins with one question whether it is a shortcut."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.pressed = 0
        self._app = app
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and watched is QApplication.focusWidget():
            self.pressed += 1
        return False

    def end(self) -> None:
        """Count no more."""
        self._app.removeEventFilter(self)


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


@pytest.fixture
def keys(clerk: Clerk, qapp: QApplication) -> Iterator[KeyCounter]:
    """Give what counts the keys of a scene, from the empty form on."""
    counter = KeyCounter(qapp)
    yield counter
    counter.end()


def write(clerk: Clerk, text: str) -> None:
    """Write free text as an input method does, without a key."""
    focus = clerk.focus()
    assert focus is not None
    committed = QInputMethodEvent()
    committed.setCommitString(text)
    QApplication.sendEvent(focus, committed)
    clerk.settle()


def promised(scene: str) -> int:
    """Give the number of keys that the README tells of a scene."""
    found = re.search(rf"^\| {re.escape(scene)} \| (\d+) \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None, f"the README does not tell of: {scene}"
    return int(found[1])


def agree(keys: KeyCounter, scene: str, most: int) -> None:
    """Print the count; hold it against what is bearable and against the README."""
    print(f"{scene}: {keys.pressed} keys")
    assert keys.pressed <= most
    assert keys.pressed == promised(scene)


def test_each_key_is_counted_once_and_free_text_is_not(clerk: Clerk, keys: KeyCounter):
    clerk.press("Alt+S")
    write(clerk, "询问教室")
    clerk.press("a", "Ctrl+A", "F5", "Tab")
    assert keys.pressed == 2 + 1 + 2 + 1 + 1


def test_who_asks_the_way_takes_one_key(clerk: Clerk, keys: KeyCounter):
    clerk.press("Ins")
    assert clerk.ask(tallies.of_day).total == 1
    agree(keys, "somebody asks the way (tally)", most=1)


def test_a_known_caller_with_a_frequent_matter_takes_few_keys(clerk: Clerk, keys: KeyCounter):
    for number in range(3):
        person = {"person_name": "林晓舟", "phone": CALLER} if number == 0 else {"person_name": "", "phone": ""}
        clerk.ask(inquiries.record, draft_of(matter="JW-05", **person))
    clerk.press("2", "Alt+T")
    write(clerk, CALLER)
    clerk.press("Alt+Q")
    clerk.qtbot.waitUntil(clerk.form.person.privacy_told.box.hasFocus)
    clerk.press("Space", "Tab", "Down", "Return", "F5", "Ctrl+S")
    newest = max(clerk.recorded(), key=lambda each: each.serial)
    assert (newest.serial, newest.channel, newest.disposition) == (4, Channel.PHONE, Disposition.D1)
    assert (newest.person_name, newest.person_kind, newest.matter_code) == ("林晓舟", PersonKind.UNDERGRADUATE, "JW-05")
    agree(keys, "a known caller, a frequent matter, answered", most=12)


def test_a_call_for_an_absent_colleague_takes_few_keys(clerk: Clerk, keys: KeyCounter):
    clerk.press("2", "Return")
    write(clerk, "欧阳龑")
    clerk.press("Return")
    write(clerk, CALLER)
    clerk.press("Return", "Down")
    clerk.tick_privacy().press("Alt+S")
    write(clerk, "找李老师谈学分认定")
    clerk.press("Shift+F5")
    write(clerk, "学分")
    clerk.press("Return", "Ctrl+S")
    (inquiry,) = clerk.recorded()
    assert (inquiry.disposition, inquiry.status) == (Disposition.D6, Status.HANDED_OVER)
    assert (inquiry.person_name, inquiry.phone, inquiry.to_post) == ("欧阳龑", "13800001234", "JW-06")
    assert inquiry.papers == ()
    agree(keys, "a call for a colleague who is away, passed on", most=16)


def test_a_notice_with_two_missing_papers_takes_few_keys(clerk: Clerk, keys: KeyCounter, tmp_path: Path, qtbot: QtBot):
    tray = clerk.window.prints.printers = Tray(tmp_path, "前台")
    clerk.window.machine.change(printer="前台")
    clerk.press("1", "Alt+K", "Down", "Alt+M")
    write(clerk, "学生证")
    clerk.press("Return", "F8", "2", "2", "2", "1", "Ctrl+P", "F5")
    clerk.settle()
    qtbot.waitUntil(lambda: not sender().is_busy, timeout=20_000)
    clerk.settle()
    (inquiry,) = clerk.recorded()
    (notice,) = clerk.ask(notices.of_inquiry, inquiry.id)
    assert (notice.missing, notice.prints) == ((1, 2), 1)
    assert tray.jobs[0].read_bytes().startswith(b"%PDF")
    agree(keys, "a notice with two missing papers, printed", most=16)
