"""The register and a slip that came back: records lead to each other, a search offers the return."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft
from reception.rules.supplements import ToldMode
from reception.services import corrections, inquiries, supplements
from reception.services.inquiries import Recorded
from tests.cast import BEN, DAN, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit
from ui.desk_link import DeskLink
from ui.inquiries import IntakePage
from ui.main_window import MainWindow
from ui.register.page import RegisterPage

P, M = MaterialState.PROVIDED, MaterialState.MISSING
Key = Qt.Key
Enter = Callable[..., RegisterPage]


def ticked(*owed: int) -> NoticeDraft:
    return NoticeDraft(ticks=tuple(MaterialTick(no=no, state=M if no in owed else P) for no in range(1, 5)))


@pytest.fixture
def slip(ask: Ask) -> Notice:
    """Give the slip of a visitor who was told that papers 2 and 3 are missing."""
    issued: Notice = ask(inquiries.record, draft_of(Disposition.D4, matter="JW-03"), ticked(2, 3)).notice
    return issued


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the register: `enter(search="…")`."""

    def entered(**what: object) -> RegisterPage:
        shell.activateWindow()
        shell.go("register", **what)
        answered(link, qtbot)
        page = shell.pages["register"]
        assert isinstance(page, RegisterPage)
        return page

    return entered


def come_back(ask: Ask, slip: Notice, way: Disposition, *owed: int) -> Recorded:
    draft = replace(ask(supplements.bring_back, slip.number, f"token-{slip.id}").draft, disposition=way)
    notice, brought = (ticked(*owed), None) if way is Disposition.D4 else (None, ticked(*owed))
    recorded: Recorded = ask(inquiries.record, draft, notice, brought=brought)
    return recorded


def links(page: RegisterPage) -> dict[str, QPushButton]:
    buttons = page.pane.area.widget().findChildren(QPushButton)
    return {button.accessibleName(): button for button in buttons if button.property("look") == "link"}


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_two_records_of_a_story_lead_to_each_other(enter: Enter, ask: Ask, slip: Notice, link: DeskLink, qtbot: QtBot):
    later = come_back(ask, slip, Disposition.D3).inquiry
    page = enter(inquiry_id=later.id)
    (there,) = (button for words, button in links(page).items() if "回访" in words)
    assert there.text() == f"凭 {slip.number} 回访，接 首问〔2026〕0001"
    there.click()
    answered(link, qtbot)
    assert page.pane.number.text() == "首问〔2026〕0001"
    links(page)[f"材料已补齐，见 {later.reg_no}"].click()
    answered(link, qtbot)
    assert page.pane.number.text() == later.reg_no


def test_a_return_that_lacked_papers_says_so(enter: Enter, ask: Ask, slip: Notice):
    later = come_back(ask, slip, Disposition.D4, 3).inquiry
    assert f"已回访，仍缺材料，见 {later.reg_no}" in links(enter(inquiry_id=slip.inquiry_id))


def test_an_earlier_record_without_a_slip_keeps_its_plain_link(enter: Enter, ask: Ask):
    first = ask(inquiries.record, draft_of()).inquiry
    second = ask(inquiries.record, draft_of(repeat_of=first.reg_no)).inquiry
    assert "打开此前的登记" in links(enter(inquiry_id=second.id))


def test_the_history_tells_it_in_a_laymans_words(enter: Enter, ask: Ask, slip: Notice, shell: MainWindow):
    ask(supplements.told, slip.id, ToldMode.READ_OUT)
    come_back(ask, slip, Disposition.D3)
    words = words_of(enter(inquiry_id=slip.inquiry_id).pane)
    assert "电话读给 林晓舟 听" in words
    assert "来访人凭告知单回访，接续登记为 首问〔2026〕0002" in words
    assert "待补正到此为止，见 首问〔2026〕0002" in words
    assert "核对回访带来的材料：材料齐全" in words_of(enter(inquiry_id=2).pane)


def test_a_stranger_to_the_record_reads_the_name_masked(
    enter: Enter, ask: Ask, slip: Notice, link: DeskLink, qtbot: QtBot, clock: Clock
):
    ask(supplements.told, slip.id, ToldMode.READ_OUT)
    sit(link, qtbot, BEN, clock)
    assert "电话读给 林*舟 听" in words_of(enter(inquiry_id=slip.inquiry_id).pane)


def test_taken_back_the_history_says_that_it_waits_again(enter: Enter, ask: Ask, slip: Notice):
    later = come_back(ask, slip, Disposition.D3).inquiry
    ask(corrections.undo, later.id)
    words = words_of(enter(inquiry_id=slip.inquiry_id).pane)
    assert f"接续的登记 {later.reg_no} 已撤回" in words
    assert "恢复待补正，原期限不变" in words


@pytest.mark.parametrize("write", [lambda slip: slip.query_code.lower(), lambda slip: slip.number])
def test_a_search_for_a_slip_offers_the_return(
    enter: Enter, slip: Notice, shell: MainWindow, link: DeskLink, qtbot: QtBot, write: Callable[[Notice], str]
):
    shell.go("register")
    qtbot.keyClick(shell, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    shell.top.search.insert(write(slip))
    shell.top.search.textEdited.emit(shell.top.search.text())
    qtbot.keyClick(shell.top.search, Key.Key_Return)
    answered(link, qtbot)
    page = shell.pages["register"]
    assert isinstance(page, RegisterPage)
    assert page.offer.words.text() == f"{slip.number} · 林*舟 · 补办学生证 · 11月24日告知"
    assert page.offer.return_button.hasFocus()
    qtbot.keyClick(page.offer.return_button, Key.Key_Return)
    answered(link, qtbot)
    intake = shell.pages["inquiries"]
    assert isinstance(intake, IntakePage)
    assert shell.present_page() is intake
    assert intake.form.draft().returned_with == slip.number


def test_a_slip_that_was_used_is_found_with_the_reason_and_its_record(
    enter: Enter, ask: Ask, slip: Notice, link: DeskLink, qtbot: QtBot
):
    come_back(ask, slip, Disposition.D3)
    page = enter(search=slip.query_code)
    assert "已经用过，见 首问〔2026〕0002" in page.offer.words.text()
    assert page.offer.return_button.isHidden()
    page.offer.record_button.click()
    answered(link, qtbot)
    assert page.pane.number.text() == "首问〔2026〕0001"


def test_no_slip_is_offered_for_an_ordinary_search(enter: Enter, slip: Notice):
    assert enter(search="2026").offer.isHidden()
    assert enter(search="222222").offer.isHidden()


def test_who_receives_nobody_is_offered_nothing(enter: Enter, slip: Notice, link: DeskLink, qtbot: QtBot, clock: Clock):
    sit(link, qtbot, DAN, clock)
    assert enter(search=slip.query_code).offer.isHidden()
