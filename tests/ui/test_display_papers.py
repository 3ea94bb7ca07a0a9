"""The guide printed from the catalogue, cards from the duty room, their texts kept in the settings: all by keys."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception.rules.displays import DisplayKind
from reception.rules.papers import PaperLanguage
from reception.services import catalogue, displays, posts
from tests.cast import BEN, CARA, Clock
from tests.ui.conftest import Ask, answered, sit, type_text
from tests.ui.trays import Tray
from ui.catalogue.guide import GuideStep, Part
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.printing import sender
from ui.roster.cards import CardsStep
from ui.settings.displays import OFFICE, DisplaysSection

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Settle = Callable[[], None]


def text_of(path: Path) -> str:
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


@pytest.fixture
def settle(link: DeskLink, qtbot: QtBot) -> Settle:
    """Give what waits until nothing is under way any more."""

    def settled() -> None:
        qtbot.waitUntil(lambda: not sender().is_busy and not link.is_busy, timeout=20_000)
        answered(link, qtbot)

    return settled


@pytest.fixture
def open_cards(shell: MainWindow, settle: Settle) -> Callable[[], CardsStep]:
    """Give what opens the step from the duty room by its key."""

    def opened() -> CardsStep:
        shell.go("roster")
        settle()
        QTest.keyClick(shell.pages["roster"], Key.Key_P, CTRL)
        settle()
        step = shell.findChild(CardsStep)
        assert isinstance(step, CardsStep)
        return step

    return opened


@pytest.fixture
def open_guide(shell: MainWindow, settle: Settle) -> Callable[[str], GuideStep]:
    """Give what opens the step of a matter from the catalogue by its key."""

    def opened(code: str) -> GuideStep:
        shell.activateWindow()
        assert QTest.qWaitForWindowActive(shell, 20_000)
        shell.go("catalogue", code=code)
        settle()
        QTest.keyClick(shell.pages["catalogue"], Key.Key_P, CTRL)
        settle()
        step = shell.findChild(GuideStep)
        assert isinstance(step, GuideStep)
        return step

    return opened


@pytest.fixture
def section(shell: MainWindow, settle: Settle) -> DisplaysSection:
    """Give the section of the settings."""
    shell.go("settings", section="displays")
    settle()
    found: Any = shell.pages["settings"]
    part = found.parts["displays"]
    assert isinstance(part, DisplaysSection)
    return part


def saved(step: Any, settle: Settle, tmp_path: Path) -> str:
    target = tmp_path / "saved.pdf"
    step.save_as(str(target))
    settle()
    return text_of(target)


def test_ctrl_p_in_the_catalogue_shows_the_guide_of_the_open_matter(
    open_guide: Callable[[str], GuideStep], settle: Settle, tmp_path: Path
):
    step = open_guide("JW-04")
    assert (step.part, step.heading.text()) == (Part.MATTER, "本科生休学申请")
    assert step.view.page_count == 1
    said = saved(step, settle, tmp_path)
    assert "本科生休学申请" in said
    assert "本科生复学申请" not in said


def test_keys_choose_the_whole_catalogue_and_the_language(
    open_guide: Callable[[str], GuideStep], settle: Settle, qtbot: QtBot, tmp_path: Path
):
    step = open_guide("JW-04")
    QTest.keyClick(step, Key.Key_A, ALT)
    qtbot.waitUntil(lambda: step.part is Part.ALL)
    settle()
    assert step.paper is not None
    assert step.paper.pages > 10
    step.languages.buttons[PaperLanguage.EN].click()
    settle()
    said = saved(step, settle, tmp_path)
    assert "ServiceGuide" in said
    assert "JY-03" in said


def test_a_matter_out_of_use_leaves_only_the_whole_guide(
    ask: Ask, open_guide: Callable[[str], GuideStep], clock: Clock
):
    matter = ask(catalogue.matter, "JW-04")
    ask(catalogue.save_matter, replace(matter, active=False), clock().date())
    step = open_guide("JW-04")
    assert step.part is Part.ALL
    assert step.parts.isHidden()
    assert step.paper is not None


def test_the_guide_goes_to_the_printer(open_guide: Callable[[str], GuideStep], settle: Settle, tmp_path: Path):
    step = open_guide("JW-04")
    tray = Tray(tmp_path, "前台")
    step._printers = tray
    QTest.keyClick(step, Key.Key_P, CTRL)
    assert step.dialog is not None
    step.dialog.accept()
    settle()
    assert len(tray.jobs) >= 1
    assert tray.jobs[-1].stat().st_size > 0


def test_ctrl_p_in_the_duty_room_shows_the_card_of_the_chosen_colleague(
    ask: Ask, open_cards: Callable[[], CardsStep], settle: Settle, tmp_path: Path
):
    post = next(each for each in ask(posts.posts) if each.code == "JW-04")
    ben, cara = ask(displays.named, [BEN, CARA])
    ask(posts.staff_post, post.id, ben, cara)
    step = open_cards()
    assert len(step.ticked) == 1
    assert (step.kind, step.view.page_count) == (DisplayKind.DESK_CARD, 1)
    step.list.setFocus()
    step.list.setCurrentRow(1)
    QTest.keyClick(step.list, Key.Key_Space)
    settle()
    assert ben in step.ticked
    said = saved(step, settle, tmp_path)
    assert "本科生休学申请岗" in said
    assert f"B岗：{CARA}" in said


def test_ctrl_a_ticks_everybody_and_then_nobody_and_without_anybody_nothing_is_printed(
    open_cards: Callable[[], CardsStep], settle: Settle
):
    step = open_cards()
    step.kinds.buttons[DisplayKind.BADGE].click()
    QTest.keyClick(step, Key.Key_A, CTRL)
    settle()
    assert len(step.ticked) == step.list.count() == 4
    assert step.paper is not None
    QTest.keyClick(step, Key.Key_A, CTRL)
    settle()
    assert step.ticked == ()
    assert step.paper is None
    assert not step.print_button.isEnabled()
    assert "勾选" in step.hint.text()


def test_a_card_without_duties_says_where_to_write_them(open_cards: Callable[[], CardsStep]):
    assert "修改内容" in open_cards().hint.text()


def test_the_promise_needs_nobody_and_may_be_in_english_alone(
    open_cards: Callable[[], CardsStep], settle: Settle, tmp_path: Path
):
    step = open_cards()
    assert step.languages.buttons[PaperLanguage.EN].isHidden()
    step.kinds.buttons[DisplayKind.PROMISE].click()
    settle()
    step.languages.buttons[PaperLanguage.EN].click()
    settle()
    assert "Whoeveryouaskfirststaysresponsible." in saved(step, settle, tmp_path)
    step.kinds.buttons[DisplayKind.DESK_CARD].click()
    settle()
    assert step.language is PaperLanguage.BOTH
    assert step.languages.buttons[PaperLanguage.BOTH].isChecked()


def test_texts_are_typed_and_kept_with_ctrl_s_and_the_card_says_them(
    section: DisplaysSection, ask: Ask, settle: Settle
):
    (ben,) = ask(displays.named, [BEN])
    section.table.select_record(ben)
    type_text(section.plate.fields["title"], "学籍管理岗")
    duties = section.plate.fields["duties"]
    type_text(duties, "休学复学")
    QTest.keyClick(duties.focusProxy(), Key.Key_Return)
    type_text(duties, "学分认定")
    QTest.keyClick(section, Key.Key_S, CTRL)
    settle()
    kept = next(each.plate for each in ask(displays.people) if each.id == ben)
    assert (kept.title, kept.duties) == ("学籍管理岗", "休学复学\n学分认定")
    assert section._chosen is not None
    assert section._state(section._chosen) == "已填写"


def test_what_is_not_kept_yet_stays_with_its_line(section: DisplaysSection, ask: Ask, settle: Settle):
    ben, cara = ask(displays.named, [BEN, CARA])
    section.table.select_record(ben)
    type_text(section.plate.fields["title"], "还没保存")
    section.table.select_record(cara)
    assert section.plate.fields["title"].text() == ""
    section.entered()
    settle()
    section.table.select_record(ben)
    assert section.plate.fields["title"].text() == "还没保存"
    assert section._chosen is not None
    assert section._state(section._chosen) == "未保存"


def test_what_cannot_be_kept_is_told_at_its_field_and_stays(section: DisplaysSection, ask: Ask, settle: Settle):
    (ben,) = ask(displays.named, [BEN])
    section.table.select_record(ben)
    duties = section.plate.fields["duties"]
    for _line in range(7):
        type_text(duties, "事")
        QTest.keyClick(duties.focusProxy(), Key.Key_Return)
    QTest.keyClick(section, Key.Key_S, CTRL)
    settle()
    assert "6" in duties.error
    assert duties.text().count("事") == 7


def test_pale_words_fill_the_empty_fields_of_the_promise(section: DisplaysSection, ask: Ask, settle: Settle):
    section.table.select_record(OFFICE)
    motto = section.promise.fields["motto"]
    type_text(motto, "随到随办")
    section.promise.fill_button.click()
    assert motto.text() == "随到随办"
    assert section.promise.fields["sentences"].text().startswith("谁先接待谁负责")
    QTest.keyClick(section, Key.Key_S, CTRL)
    settle()
    kept = ask(displays.promise)
    assert (kept.motto, kept.edition) == ("随到随办", 1)
    assert "第 1 版" in section.promise.note.text()


def test_a_clerk_reads_the_texts_and_learns_who_may_change_them(
    shell: MainWindow, link: DeskLink, clock: Clock, settle: Settle, qtbot: QtBot
):
    sit(link, qtbot, BEN, clock)
    shell.go("settings", section="displays")
    settle()
    page: Any = shell.pages["settings"]
    form = page.parts["displays"].promise
    assert not form.foot.button.isEnabled()
    assert not form.fields["motto"].inner.isEnabled()
    assert form.foot.note.text()


def test_from_the_cards_the_way_leads_to_their_texts(
    open_cards: Callable[[], CardsStep], shell: MainWindow, settle: Settle
):
    open_cards().edit_button.click()
    settle()
    page: Any = shell.pages["settings"]
    assert (shell.room, page.section) == ("settings", "displays")
