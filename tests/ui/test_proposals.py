"""The proposal of a D6 in the pane: owed by when, written by its receiver, seen by who passed it on, red when late."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition, Inquiry
from reception.services import inquiries, posts, proposals, staff
from reception.services.desk import Desk
from tests.cast import ANN, BEN, Clock
from tests.drafts import draft_of
from tests.ui.board import Enter, enter_board, press, write
from tests.ui.conftest import Ask, answered, sit
from ui.cases.page import CasesPage
from ui.desk_link import DeskLink
from ui.main_window import MainWindow


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the room."""
    return partial(enter_board, shell, link, qtbot)


@pytest.fixture
def handed(ask: Ask) -> Inquiry:
    """Give a D6 that 安 passed on to the post that 本 holds."""

    def give(desk: Desk) -> None:
        post = next(each for each in posts.posts(desk) if each.code == "JW-06")
        posts.assign_post(desk, post.id, staff.account_named(desk, BEN).id)

    ask(give)
    made: Inquiry = ask(inquiries.record, draft_of(Disposition.D6, to_post="JW-06")).inquiry
    return made


def case_line(page: CasesPage, link: DeskLink, qtbot: QtBot) -> None:
    page.table.select_record(next(number for number in page.numbers if number.startswith("受理")))
    answered(link, qtbot)


def test_its_receiver_writes_it_by_keys_and_who_passed_it_on_sees_it(
    handed: Inquiry, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    sit(link, qtbot, BEN, clock)
    page = enter()
    case_line(page, link, qtbot)
    part = page.why.proposal
    assert part.said.text() == "拟办意见应于 2026年11月27日（星期五）17:30 前写出"
    press(link, qtbot, "Alt+P", "Ctrl+Return")
    assert part.form is not None
    assert part.form.fields.fields["proposed"].error == "请填写此项。"
    assert not any(button.isVisible() for button in page.why.acts.buttons.values())
    write("请学院先出具证明")
    press(link, qtbot, "Escape")
    assert page.table.hasFocus()
    press(link, qtbot, "Alt+P", "Ctrl+Return")
    assert ask(proposals.of, handed.id).text == "请学院先出具证明"
    assert shell.toasts.text == f"{handed.reg_no} 的拟办意见已写入"
    assert part.button.text() == "改拟办意见(&P)…"
    sit(link, qtbot, ANN, clock)
    link.changed.emit(frozenset({"Inquiry"}))
    answered(link, qtbot)
    page.choose("passed")
    answered(link, qtbot)
    assert page.numbers == (handed.reg_no,)
    assert part.said.text() == "拟办意见（本 11-24 10:26）：请学院先出具证明"


def test_what_is_late_is_said_and_who_did_not_receive_it_writes_none(
    handed: Inquiry, enter: Enter, link: DeskLink, qtbot: QtBot, clock: Clock
):
    clock.advance(days=4)
    page = enter()
    case_line(page, link, qtbot)
    part = page.why.proposal
    assert part.late.text() == "拟办意见迟了，应于 2026年11月27日（星期五）17:30 前写出"
    assert not part.button.isVisible()
    press(link, qtbot, "Alt+P")
    assert part.form is None


def test_other_lines_owe_no_proposal(enter: Enter, ask: Ask):
    ask(inquiries.record, draft_of(Disposition.D3))
    assert not enter().why.proposal.isVisible()
