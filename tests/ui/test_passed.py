"""What one passed on, with who has it and since when: red while nobody took it in time, kept for a while when taken."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition, Inquiry
from reception.rules.referrals import AckMode
from reception.services import inquiries, posts, referrals, staff
from reception.services.desk import Desk
from tests.cast import BEN, Clock
from tests.drafts import draft_of
from tests.ui.board import Enter, enter_board, press
from tests.ui.conftest import Ask, answered
from ui.cases.passed import PassedPage
from ui.desk_link import DeskLink
from ui.main_window import MainWindow


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the room."""
    return partial(enter_board, shell, link, qtbot)


@pytest.fixture
def sent(ask: Ask) -> list[Inquiry]:
    """Give two records that 安 passed on to the post that 本 holds."""

    def give(desk: Desk) -> None:
        post = next(each for each in posts.posts(desk) if each.code == "JW-06")
        posts.assign_post(desk, post.id, staff.account_named(desk, BEN).id)

    ask(give)
    return [ask(inquiries.record, draft_of(Disposition.D5B, to_post="JW-06")).inquiry for _ in range(2)]


def rows(page: PassedPage) -> list[list[str]]:
    model = page.table.records
    return [[str(model.index(row, column).data()) for column in (0, 1, 4)] for row in range(model.rowCount())]


def test_what_nobody_took_is_red_with_its_age_and_what_is_taken_says_by_whom(
    sent: list[Inquiry], enter: Enter, ask: Ask, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock
):
    page = enter()
    assert not page.passed_button.isVisible()
    page.choose("passed")
    press(link, qtbot, "Alt+R")
    step = shell.stack.currentWidget()
    assert isinstance(step, PassedPage)
    to = "教务处·学分认定与转换岗"
    assert rows(step) == [["▲ 无人签收", each.reg_no, to] for each in sent]
    clock.advance(days=2)
    link.beat()
    answered(link, qtbot)
    assert [line[0] for line in rows(step)] == ["■ 无人签收 2 个工作日"] * 2

    def take(desk: Desk) -> None:
        found = referrals.of(desk, sent[0].id)
        assert found is not None
        referrals.acknowledge(desk, found.newest.id, by=BEN, mode=AckMode.BY_PHONE)

    ask(take)
    link.beat()
    answered(link, qtbot)
    assert [line[1] for line in rows(step)] == [sent[1].reg_no, sent[0].reg_no]
    assert rows(step)[1] == ["‖ 已了结", sent[0].reg_no, f"{to}（本 签收）"]
    press(link, qtbot, "Escape")
    assert shell.stack.currentWidget() is page
    press(link, qtbot, "Alt+R", "Return")
    assert (shell.room, shell.pages["register"].pane.number.text()) == ("register", sent[1].reg_no)  # type: ignore[attr-defined]
