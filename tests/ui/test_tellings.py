"""A notice told without paper: read out, copied, saved; and noted with who, when, whom, how."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition, VoidReason
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft
from reception.rules.supplements import ToldMode
from reception.services import corrections, inquiries, supplements
from tests.cast import DAN, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit
from tests.ui.trays import Tray
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.notices import NoticePage
from ui.printing import sender
from ui.tellings import ReadOutPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
P, M, D = MaterialState.PROVIDED, MaterialState.MISSING, MaterialState.DEFECTIVE
STATES = {1: (P, ""), 2: (M, ""), 3: (D, "照片不清"), 4: (P, "")}


TICKS = NoticeDraft(ticks=tuple(MaterialTick(no=no, state=state, reason=why) for no, (state, why) in STATES.items()))


@pytest.fixture
def notice(ask: Ask) -> Notice:
    """Give a notice of JW-03 on which papers 2 and 3 are owed."""
    issued: Notice = ask(inquiries.record, draft_of(Disposition.D4, matter="JW-03"), TICKS).notice
    return issued


@pytest.fixture
def step(shell: MainWindow, link: DeskLink, notice: Notice, tmp_path: Path, qtbot: QtBot) -> Iterator[NoticePage]:
    """Give the step of the notice, shown."""
    shell.activateWindow()
    shell.go("register")
    answered(link, qtbot)
    page = NoticePage(shell, link, notice.id, Tray(tmp_path, "前台"))
    shell.open_step(page)
    settle(link, qtbot)
    yield page
    settle(link, qtbot)


def settle(link: DeskLink, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not sender().is_busy and not link.is_busy, timeout=20_000)
    answered(link, qtbot)


def read_aloud(step: NoticePage, shell: MainWindow, qtbot: QtBot) -> ReadOutPage:
    qtbot.keyClick(step, Key.Key_R, CTRL)
    page = shell.step
    assert isinstance(page, ReadOutPage)
    return page


def words_of(page: ReadOutPage) -> list[str]:
    return [label.text() for label in page.area.widget().findChildren(QLabel)]


def test_it_is_read_out_in_the_order_of_speech(step: NoticePage, shell: MainWindow, notice: Notice, qtbot: QtBot):
    words = words_of(read_aloud(step, shell, qtbot))
    owed = ["1. 一寸免冠照片，原件 1 份", "2. 本人身份证件(查验)，原件 1 份（要更正：照片不清）"]
    assert words[:4] == ["还缺 2 项材料", *owed, "在哪里办"]
    spelled = " · ".join(notice.query_code)
    assert words[-6:-2] == ["什么时候以前", "请在2026年12月15日（星期二）前补齐", "查询码", spelled]


def test_reading_out_is_noted_when_it_was_done(
    step: NoticePage, shell: MainWindow, link: DeskLink, ask: Ask, notice: Notice, qtbot: QtBot, clock: Clock
):
    page = read_aloud(step, shell, qtbot)
    clock.advance(minutes=3)
    qtbot.keyClick(page, Key.Key_S, CTRL)
    settle(link, qtbot)
    assert shell.step is step
    assert shell.toasts.text == "11月24日 10:29 安 电话读给 林晓舟 听"
    assert step.telling.told.text() == "11月24日 10:29 安 电话读给 林晓舟 听"
    (told,) = ask(supplements.tellings, notice.id)
    assert (told.by, told.to_whom, told.mode) == ("安", "林晓舟", ToldMode.READ_OUT)


def test_escape_before_the_end_notes_nothing(
    step: NoticePage, shell: MainWindow, link: DeskLink, ask: Ask, notice: Notice, qtbot: QtBot
):
    qtbot.keyClick(read_aloud(step, shell, qtbot), Key.Key_Escape)
    settle(link, qtbot)
    assert shell.step is step
    assert ask(supplements.tellings, notice.id) == ()


def test_the_text_is_copied_whole_and_noted(step: NoticePage, link: DeskLink, ask: Ask, notice: Notice, qtbot: QtBot):
    qtbot.keyClick(step, Key.Key_C, CTRL | SHIFT)
    settle(link, qtbot)
    text = QGuiApplication.clipboard().text()
    assert text.startswith(
        f"林晓舟，您好：\n“补办学生证”的一次性告知（{notice.number}）\n还缺 2 项材料：\n1. 一寸免冠照片"
    )
    assert f"查询码：{notice.query_code}\n" in text
    assert step.telling.told.text() == "11月24日 10:26 安 复制文字发给 林晓舟"
    assert [told.mode for told in ask(supplements.tellings, notice.id)] == [ToldMode.COPIED]


def test_a_saved_file_is_noted(
    step: NoticePage, link: DeskLink, ask: Ask, notice: Notice, tmp_path: Path, qtbot: QtBot
):
    step.save_as(str(tmp_path / "notice.pdf"))
    settle(link, qtbot)
    assert [told.mode for told in ask(supplements.tellings, notice.id)] == [ToldMode.PDF]
    assert step.telling.told.text().endswith("存成 PDF 发给 林晓舟")


def test_only_the_newest_are_listed(step: NoticePage, link: DeskLink, ask: Ask, notice: Notice, qtbot: QtBot):
    for _ in range(6):
        ask(supplements.told, notice.id, ToldMode.COPIED)
    settle(link, qtbot)
    assert step.telling.told.text().splitlines()[-1] == "另有 2 次，见登记簿"
    assert len(step.telling.told.text().splitlines()) == 5


def test_a_void_notice_is_told_to_nobody(
    step: NoticePage, shell: MainWindow, link: DeskLink, ask: Ask, notice: Notice, qtbot: QtBot
):
    page = read_aloud(step, shell, qtbot)
    ask(corrections.void, notice.inquiry_id, VoidReason.MISTAKE, "录错")
    qtbot.keyClick(page, Key.Key_S, CTRL)
    settle(link, qtbot)
    assert "已随登记作废" in page.error.text()
    qtbot.keyClick(page, Key.Key_Escape)
    assert not step.telling.read_button.isEnabled()
    qtbot.keyClick(step, Key.Key_C, CTRL | SHIFT)
    settle(link, qtbot)
    assert ask(supplements.tellings, notice.id) == ()


def test_who_works_at_no_desk_may_not_tell(
    step: NoticePage, link: DeskLink, shell: MainWindow, qtbot: QtBot, clock: Clock
):
    sit(link, qtbot, DAN, clock)
    step._read()
    settle(link, qtbot)
    assert not step.telling.copy_button.isEnabled()
    qtbot.keyClick(step, Key.Key_R, CTRL)
    assert shell.step is step


def test_complete_papers_are_said_to_be_complete(shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot):
    every = NoticeDraft(ticks=tuple(MaterialTick(no=no, state=P) for no in range(1, 5)))
    complete = ask(inquiries.record, draft_of(Disposition.D4, matter="JW-03"), every).notice
    shell.go("register")
    page = ReadOutPage(shell, link, complete)
    shell.open_step(page)
    words = words_of(page)
    assert words[1] == "材料已经齐全，不用再补。"
    assert "什么时候以前" not in words
