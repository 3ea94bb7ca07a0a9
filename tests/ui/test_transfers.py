"""What may be done with a transfer on the list of what is due: by keys, in the pane, with every reason asked there."""

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reception.rules.cases import Referral, ReferralStatus, ReturnReason
from reception.rules.inquiries import Disposition, Inquiry
from reception.rules.referrals import TransferAct
from reception.rules.staff import Role
from reception.services import inquiries, posts, referrals, register, staff
from tests.cast import BEN, DAN, Clock
from tests.drafts import draft_of
from tests.ui.board import Enter, enter_board, press
from tests.ui.conftest import Ask, answered, sit, type_text
from ui.cases.page import CasesPage
from ui.cases.transfer_forms import ReturnForm
from ui.desk_link import DeskLink
from ui.main_window import MainWindow

POST, OTHER = "JW-06", "JW-03"


def give_to_ben(desk: Any, code: str) -> None:
    post = next(each for each in posts.posts(desk) if each.code == code)
    posts.assign_post(desk, post.id, staff.account_named(desk, BEN).id)


@pytest.fixture
def sent(ask: Ask) -> Inquiry:
    """Give a record that 安 sent to her own post."""
    made: Inquiry = ask(inquiries.record, draft_of(Disposition.D5B, to_post=POST)).inquiry
    return made


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the room."""
    return partial(enter_board, shell, link, qtbot)


def newest(ask: Ask, inquiry: Inquiry) -> Referral:
    found: Referral = ask(referrals.of, inquiry.id).newest
    return found


def offered(page: CasesPage) -> list[TransferAct]:
    return [act for act, button in page.why.transfers.buttons.items() if button.isVisible()]


def chain(page: CasesPage) -> list[str]:
    return [label.text() for label in page.why.transfers._chain.findChildren(QLabel) if not label.isHidden()]


def test_the_receiver_acknowledges_with_one_key(
    sent: Inquiry, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    page = enter()
    assert offered(page) == [TransferAct.ACKNOWLEDGE, TransferAct.GIVE_BACK, TransferAct.PASS_ON]
    assert chain(page) == ["1. 11-24 10:26 转 教务处·学分认定与转换岗 安：待签收"]
    press(link, qtbot, "Alt+Q")
    assert newest(ask, sent).status is ReferralStatus.ACKNOWLEDGED
    assert shell.toasts.text == f"{sent.reg_no} 已签收"
    assert page.table.records.rowCount() == 0


def test_giving_back_asks_why_in_the_pane(sent: Inquiry, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter()
    press(link, qtbot, "Alt+T", "Alt+S")
    form = page.why.transfers.form
    assert form is not None
    assert form.fields.fields["return_reason"].error == "请填写此项。"
    press(link, qtbot, "Down", "Down", "Down", "Alt+S")
    assert newest(ask, sent).return_reason is ReturnReason.PAPERS_MISSING
    assert page.why.transfers.form is None
    assert chain(page)[0].endswith("已退回（11-24 10:26 退回，移交材料不全）")
    assert str(page.table.records.index(0, 0).data()) == "● 已退回"


def test_passing_on_finds_the_post_by_its_initials(
    sent: Inquiry, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    ask(give_to_ben, OTHER)
    page = enter()
    press(link, qtbot, "Alt+Z")
    type_text(QApplication.focusWidget(), "bbxszg")  # type: ignore[arg-type]
    press(link, qtbot, "Return", "Tab")
    type_text(QApplication.focusWidget(), "属学籍岗")  # type: ignore[arg-type]
    press(link, qtbot, "Alt+S")
    second = newest(ask, sent)
    assert (second.to_post, second.receiver, second.passed_before) == (OTHER, BEN, 1)
    assert shell.toasts.text == f"{sent.reg_no} 已转给 本"
    assert page.table.hasFocus()
    assert len(chain(page)) == 2


def test_what_was_typed_stays_when_one_steps_back(sent: Inquiry, enter: Enter, link: DeskLink, qtbot: QtBot):
    page = enter()
    press(link, qtbot, "Alt+T")
    type_text(page.why.transfers.form.note, "缺复印件")  # type: ignore[union-attr]
    press(link, qtbot, "Esc")
    assert page.table.hasFocus()
    assert page.why.days.isVisible()
    press(link, qtbot, "Alt+T")
    assert not page.why.days.isVisible()
    again = page.why.transfers.form
    assert isinstance(again, ReturnForm)
    assert again.note.text() == "缺复印件"


def test_what_was_acknowledged_by_phone_is_noted(sent: Inquiry, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    ask(give_to_ben, POST)
    second = ask(inquiries.record, draft_of(Disposition.D5B, to_post=POST)).inquiry
    page = enter()
    page.table.select_record(second.reg_no)
    answered(link, qtbot)
    assert offered(page) == [TransferAct.NOTE_ACKNOWLEDGED, TransferAct.PASS_ON]
    press(link, qtbot, "Alt+Q")
    form = page.why.transfers.form
    assert form is not None
    form.who.set_text("何老师")  # type: ignore[attr-defined]
    type_text(form.at, "乱写")  # type: ignore[attr-defined]
    press(link, qtbot, "Alt+S")
    assert "看不懂这个时间" in form.at.error  # type: ignore[attr-defined]
    form.at.set_text("")  # type: ignore[attr-defined]
    press(link, qtbot, "Alt+S")
    assert newest(ask, second).acknowledged_by == "何老师"


def test_who_has_nothing_to_do_with_it_is_offered_no_more_than_to_note_it(
    sent: Inquiry, enter: Enter, link: DeskLink, qtbot: QtBot, shell: MainWindow, clock: Clock
):
    sit(link, qtbot, BEN, clock)
    assert offered(enter()) == [TransferAct.NOTE_ACKNOWLEDGED]


def test_the_third_transfer_warns_and_waits_for_the_unit_head(
    sent: Inquiry, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    ask(referrals.pass_on, newest(ask, sent).id, OTHER, "属学籍岗")
    page = enter()
    press(link, qtbot, "Alt+Z")
    form = page.why.transfers.form
    assert form is not None
    assert any("单位负责人裁定" in label.text() for label in form.findChildren(QLabel))
    press(link, qtbot, "Esc")
    ask(referrals.pass_on, newest(ask, sent).id, POST, "不属学籍岗")
    assert offered(page) == []
    assert str(page.table.records.index(0, 0).data()) == "● 待单位负责人决定"

    def promote(desk: Any) -> None:
        from dataclasses import replace

        staff.change_account(desk, replace(staff.account_named(desk, DAN), roles=(Role.UNIT_HEAD,)))

    ask(promote)
    sit(link, qtbot, DAN, clock)
    page._read()
    answered(link, qtbot)
    assert offered(page) == [TransferAct.DECIDE]
    press(link, qtbot, "Alt+D")
    type_text(QApplication.focusWidget(), POST)  # type: ignore[arg-type]
    press(link, qtbot, "Return", "Tab")
    type_text(QApplication.focusWidget(), "课程事务归本岗")  # type: ignore[arg-type]
    press(link, qtbot, "Alt+S")
    assert (newest(ask, sent).to_post, newest(ask, sent).passed_before) == (POST, 2)


def test_an_act_that_another_took_closes_its_form_and_shows_the_state(
    sent: Inquiry, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot
):
    handed = ask(inquiries.record, draft_of(Disposition.D6, to_post=POST)).inquiry
    page = enter()
    page.table.select_record(handed.reg_no)
    answered(link, qtbot)
    press(link, qtbot, "Alt+T")
    ask(referrals.acknowledge, newest(ask, handed).id)
    link.beat()
    answered(link, qtbot)
    assert page.why.transfers.form is None
    (case,) = ask(register.show, handed.id).cases
    page.table.select_record(case.case_no)
    answered(link, qtbot)
    assert offered(page) == [TransferAct.PASS_ON]
    assert "签收" in chain(page)[0]


def test_a_mouse_does_the_same(sent: Inquiry, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter()
    qtbot.mouseClick(page.why.transfers.buttons[TransferAct.ACKNOWLEDGE], Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert newest(ask, sent).acknowledged_at is not None
