"""Every control on every page says its name to a screen reader, and no mnemonic is given twice."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition, ReplyPref
from reception.rules.letters import OF_EVENTS
from reception.rules.papers import PaperKind
from reception.services import case_ends, inquiries, letter_proposals, letters, notices
from reception.services.case_ends import Refusal
from reception.words import Language
from tests.drafts import draft_of
from tests.services.case_acts import TOLD
from tests.ui.conftest import Ask, answered
from tests.ui.test_english import compiled, english
from tests.ui.test_notices import LACKING
from ui.catalogue.editor import MatterEditor
from ui.desk_link import DeskLink
from ui.first_start import FirstStartPage
from ui.letters.page import LetterPage
from ui.letters.step import LetterStep
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.notices import NoticePage
from ui.rail import ROOMS
from ui.sign_in import OwnPasswordPage

REFUSAL = Refusal(reason="不符合", basis="学籍规定", clause="第三条", told_mode=ReplyPref.PHONE)
__all__ = ["compiled", "english"]
SECTIONS = ("office", "counters", "staff", "posts", "calendar", "hours", "backups")
SECTIONS += ("answers", "emergency", "displays", "wordings", "printers", "looks", "password")
WAYS = [
    (Qt.Key(key), modifier)
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    for key in range(Qt.Key.Key_F5, Qt.Key.Key_F9 + 1)
]


def shown(window: QWidget) -> Iterator[QWidget]:
    """Give everything that is on the screen."""
    yield from (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def reached(widget: QWidget) -> bool:
    """Tell whether the Tab key stops at a widget; what only scrolls or holds another stop counts as none."""
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    parent = widget.parentWidget()
    inner = parent is not None and parent.focusProxy() is widget and isinstance(parent, QAbstractScrollArea)
    return stops and not inner and widget.isEnabled()


def nameless(window: QWidget) -> list[str]:
    """Give the controls that a screen reader could not name."""
    found = []
    for widget in shown(window):
        if reached(widget):
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name).strip():
                found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def mnemonics(window: QWidget) -> dict[str, list[str]]:
    """Give each mnemonic on the screen with the texts that carry it."""
    found: dict[str, list[str]] = {}
    for widget in shown(window):
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            key = QKeySequence.mnemonic(widget.text()).toString()
            if key and widget.isEnabled():
                found.setdefault(key, []).append(widget.text())
    return found


def doubled(window: QWidget) -> dict[str, list[str]]:
    """Give the mnemonics that stand twice, or that are the key of a room."""
    rooms = {f"Alt+{room.number}" for room in ROOMS}
    return {key: texts for key, texts in mnemonics(window).items() if len(texts) > 1 or key in rooms}


def faults(window: QWidget) -> list[str]:
    """Give what is wrong on the screen."""
    same = [f"{key}: {' / '.join(texts)}" for key, texts in doubled(window).items()]
    return [*(f"{name} ×{count}" for name, count in Counter(nameless(window)).items()), *same]


def test_every_room_names_its_controls(shell: MainWindow, link: DeskLink, qtbot: QtBot):
    found = {}
    for room in shell.rooms:
        shell.go(room)
        answered(link, qtbot)
        found[room] = faults(shell)
    assert found == {room: [] for room in shell.rooms}


def test_every_part_of_the_settings_names_its_controls(shell: MainWindow, link: DeskLink, qtbot: QtBot):
    found = {}
    for section in SECTIONS:
        shell.go("settings", section=section)
        answered(link, qtbot)
        found[section] = faults(shell)
    assert found == {section: [] for section in SECTIONS}


def test_the_intake_names_its_controls_whichever_way_is_taken(shell: MainWindow, link: DeskLink, qtbot: QtBot):
    shell.activateWindow()
    shell.go("inquiries", matter="JW-03")
    answered(link, qtbot)
    shell.pages["inquiries"].form._show_more(True)  # type: ignore[attr-defined]
    found = {}
    for key, modifier in WAYS:
        qtbot.keyClick(shell, key, modifier)
        answered(link, qtbot)
        found[(key, modifier)] = faults(shell)
    assert found == {way: [] for way in WAYS}


def test_the_settings_have_no_part_that_is_not_looked_at(shell: MainWindow):
    shell.go("settings")
    page = shell.pages["settings"]
    found = set()
    for row in range(page.list.count()):  # type: ignore[attr-defined]
        page.list.setCurrentRow(row)  # type: ignore[attr-defined]
        found.add(page.section)  # type: ignore[attr-defined]
    assert found == set(SECTIONS)


@pytest.mark.parametrize("keys", [("Alt+N", "Ctrl+I"), ("Shift+F2",), ("Ctrl+B",), ("Ctrl+J",), ("F10",)])
def test_what_a_key_opens_at_the_counter_names_its_controls(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, keys: tuple[str, ...]
):
    shell.activateWindow()
    shell.go("inquiries")
    answered(link, qtbot)
    for key in keys:
        chord = QKeySequence(key)[0]  # type: ignore[index]
        qtbot.keyClick(QApplication.focusWidget() or shell, chord.key(), chord.keyboardModifiers())
        answered(link, qtbot)
    assert faults(shell) == []


def test_no_mnemonic_stands_twice_in_english(english: None, link: DeskLink, machine: Machine, qtbot: QtBot):
    made = MainWindow(link, Language.EN, machine=machine)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    found = {}
    for room in made.rooms:
        for section in SECTIONS if room == "settings" else ("",):
            made.go(room, section=section)
            answered(link, qtbot)
            found[room, section] = faults(made)
    made.end()
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


def test_an_open_record_names_its_controls(shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot):
    inquiry = ask(inquiries.record, draft_of(Disposition.D3, person_name="张小三", phone="13812345678")).inquiry
    shell.go("register", inquiry_id=inquiry.id)
    answered(link, qtbot)
    assert faults(shell) == []
    shell.go("cases")
    answered(link, qtbot)
    assert faults(shell) == []


def test_the_step_of_a_notice_names_its_controls(shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot):
    inquiry = ask(inquiries.record, draft_of(Disposition.D4, matter="JW-03")).inquiry
    notice = ask(notices.issue, inquiry.id, LACKING)
    shell.go("register")
    shell.open_step(NoticePage(shell, link, notice.id))
    answered(link, qtbot)
    assert faults(shell) == []


def test_every_kind_of_letter_names_its_controls(shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot):
    recorded = ask(inquiries.record, draft_of(Disposition.D3))
    ask(case_ends.close, recorded.case.id, TOLD)
    refused = ask(inquiries.record, draft_of(Disposition.D3))
    ask(case_ends.refuse, refused.case.id, REFUSAL)
    others = [ask(inquiries.record, draft_of(way)) for way in (Disposition.D6, Disposition.D8)]
    found = {}
    for inquiry in (each.inquiry for each in (recorded, refused, *others)):
        shell.go("register")
        step = LetterStep(shell, link, inquiry.id)
        shell.open_step(step)
        answered(link, qtbot)
        for row in range(step.list.count()):
            step.list.setCurrentRow(row)
            answered(link, qtbot)
            found[step.kind] = faults(shell)
        shell.close_step()
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}
    assert found.keys() == set(PaperKind) - {PaperKind.YC, *OF_EVENTS}


def test_the_page_of_a_letter_names_its_controls(shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot):
    inquiry = ask(inquiries.record, draft_of(Disposition.D3)).inquiry
    letter = ask(letters.issue, ask(letter_proposals.propose, inquiry.id, PaperKind.SL, "t"))
    shell.go("register")
    page = LetterPage(shell, link, letter)
    shell.open_step(page)
    answered(link, qtbot)
    page.void_button.click()
    assert not page.why.isHidden()
    assert faults(shell) == []


def test_the_editor_of_a_matter_names_its_controls(shell: MainWindow, link: DeskLink, qtbot: QtBot):
    shell.go("catalogue")
    answered(link, qtbot)
    shell.pages["catalogue"]._edit()  # type: ignore[attr-defined]
    answered(link, qtbot)
    assert isinstance(shell.step, MatterEditor)
    assert faults(shell) == []


@pytest.mark.parametrize("page", [FirstStartPage, OwnPasswordPage])
def test_a_page_before_the_work_names_its_controls(
    page: type[FirstStartPage | OwnPasswordPage], link: DeskLink, qtbot: QtBot, tmp_path: Path
):
    made = page(link, Language.ZH, tmp_path) if page is FirstStartPage else OwnPasswordPage(link, Language.ZH)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    assert faults(made) == []


@pytest.mark.parametrize("key", ["1", "0"])
def test_what_to_say_beside_the_form_names_its_controls(shell: MainWindow, link: DeskLink, qtbot: QtBot, key: str):
    shell.activateWindow()
    shell.go("inquiries")
    answered(link, qtbot)
    qtbot.keyClick(shell, Qt.Key.Key_F10)
    qtbot.keyClick(shell.focusWidget(), key)
    answered(link, qtbot)
    assert shell.pages["inquiries"].phrases.isVisible()  # type: ignore[attr-defined]
    assert faults(shell) == []


def test_the_card_of_an_emergency_names_its_controls(shell: MainWindow, link: DeskLink, qtbot: QtBot):
    shell.go("inquiries")
    shell.activateWindow()
    qtbot.keyClick(shell, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)
    assert shell.step is not None
    assert faults(shell) == []
