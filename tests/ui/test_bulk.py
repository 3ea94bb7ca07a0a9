"""Many lines at once on the board: picked by keys, told before who is refused, done one by one, stopped."""

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.rules.bulk_acts import BulkAct
from reception.rules.cases import Case, CaseStatus
from reception.rules.inquiries import Disposition, ReplyPref
from reception.services import case_bulk, case_files, case_life, due_board, inquiries, posts, staff
from tests.cast import BEN, CARA, Clock
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
def owed(ask: Ask) -> list[Case]:
    """Give two cases that 安 accepted, a complaint, and a transfer to 本."""
    made = [ask(inquiries.record, draft_of(Disposition.D3)).case for _ in range(2)]
    made.append(ask(inquiries.record, draft_of(Disposition.D10)).case)

    def give(desk: object) -> None:
        post = next(each for each in posts.posts(desk) if each.code == "JW-06")  # type: ignore[arg-type]
        posts.assign_post(desk, post.id, staff.account_named(desk, BEN).id)  # type: ignore[arg-type]

    ask(give)
    ask(inquiries.record, draft_of(Disposition.D5B, to_post="JW-06"))
    return made


def refusals(page: CasesPage) -> dict[str, str]:
    """Give why by number, of what is refused."""
    return dict(line.split("  ", 1) for line in page.bulk.refused.text().splitlines())


def offered(page: CasesPage) -> list[BulkAct]:
    return [act for act, button in page.bulk.buttons.items() if button.isVisible()]


def statuses(ask: Ask, cases: list[Case]) -> list[CaseStatus]:
    return [ask(lambda desk, number=case.id: _status(desk, number)) for case in cases]


def _status(desk: object, number: int) -> CaseStatus:
    from reception.store import records

    return records.get(Case, number).status


def test_several_lines_are_closed_by_keys_and_each_refusal_says_why(
    owed: list[Case], enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    page = enter()
    assert page._side.currentWidget() is page.why
    press(link, qtbot, "Ctrl+A")
    assert (page.bulk.heading.text(), page.bulk.isVisible()) == ("已选 4 件", True)
    assert offered(page) == [BulkAct.ACKNOWLEDGE, BulkAct.CLOSE, BulkAct.URGE]
    press(link, qtbot, "Alt+J")
    assert page.bulk.said.text() == "2 件可以办理，2 件不能，原因如下。"
    told = refusals(page)
    assert "只能签收" in next(why for number, why in told.items() if number.startswith("首问"))
    assert owed[2].case_no in told
    form = page.bulk.form
    assert form is not None
    assert form.act_button.text() == "办理 2 件(&S)"
    press(link, qtbot, "Ctrl+Return")
    assert form.fields.fields["result"].error == "请填写此项。"
    assert page.bulk.form is form
    write("均已办理")
    form.fields.fields["told_mode"].set_value(ReplyPref.PHONE)  # type: ignore[attr-defined]
    press(link, qtbot, "Ctrl+Return")
    assert statuses(ask, owed) == [CaseStatus.CLOSED, CaseStatus.CLOSED, CaseStatus.OPEN]
    assert page.bulk.said.text() == "已办 2 件。"
    assert refusals(page) == told
    link.beat()
    answered(link, qtbot)
    assert (page.table.records.rowCount(), page.bulk.isVisible()) == (2, True)
    press(link, qtbot, "Escape")
    assert len(refusals(page)) == len(told)
    press(link, qtbot, "Escape")
    assert page.why.isVisible()
    assert page.table.hasFocus()


def test_what_runs_is_stopped_and_says_what_was_not_touched(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    cases = [ask(inquiries.record, draft_of(Disposition.D3)).case for _ in range(5)]
    sit(link, qtbot, CARA, clock)
    page = enter()
    monkeypatch.setattr("ui.cases.bulk.AT_ONCE", 2)
    press(link, qtbot, "Ctrl+A", "Alt+I")
    form = page.bulk.form
    assert form is not None
    form.fields.fields["assigned_id"].set_value(ask(staff.account_named, BEN).id)  # type: ignore[attr-defined]
    carried: list[int] = []
    carry_out = case_bulk.carry_out

    def counted(desk, draft, lines):
        carried.append(len(lines))
        return carry_out(desk, draft, lines)

    monkeypatch.setattr(case_bulk, "carry_out", counted)
    form.send()
    qtbot.waitUntil(lambda: page.bulk.bar.value() >= 1)
    assert page.bulk.back()
    answered(link, qtbot)
    assert page.bulk.said.text() == f"已办 {sum(carried)} 件，停止后还有 {5 - sum(carried)} 件没有动。"
    assigned = [ask(case_files.by_id, case.id).case.assigned_id is not None for case in cases]
    assert sum(assigned) == sum(carried) < 5


def test_the_pane_follows_the_picking_and_one_line_is_one_line(
    owed: list[Case], enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot
):
    page = enter()
    press(link, qtbot, "Shift+Down")
    assert page.bulk.heading.text() == "已选 2 件"
    press(link, qtbot, "Alt+J")
    assert page.bulk.form is not None
    page.table.setFocus()
    press(link, qtbot, "Shift+Down")
    assert page.bulk.heading.text() == "已选 3 件"
    assert len(page.bulk._answers) == 3
    ask(inquiries.record, draft_of(Disposition.D9))
    link.beat()
    answered(link, qtbot)
    assert (len(page.table.picked_keys()), page.table.records.rowCount()) == (3, 5)
    assert page.bulk.form is not None
    press(link, qtbot, "Escape", "Escape")
    assert page.why.isVisible()
    assert len(page.table.picked_keys()) == 1
    assert QApplication.focusWidget() is page.table
    assert len(ask(due_board.look).lines) == 5


def test_what_is_wrong_with_one_line_keeps_no_other_from_being_done(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    cases = [ask(inquiries.record, draft_of(Disposition.D3)).case for _ in range(3)]
    sit(link, qtbot, CARA, clock)
    ben = ask(staff.account_named, BEN).id
    ask(case_life.assign, cases[0].id, ben)
    page = enter()
    press(link, qtbot, "Ctrl+A", "Alt+I")
    form = page.bulk.form
    assert form is not None
    form.fields.fields["assigned_id"].set_value(ben)  # type: ignore[attr-defined]
    press(link, qtbot, "Ctrl+Return")
    assert page.bulk.said.text() == "已办 2 件。"
    assert list(refusals(page)) == [cases[0].case_no]


def test_in_a_narrow_window_escape_leads_back_step_by_step(
    owed: list[Case], enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    shell.resize(960, 720)
    page = enter()
    assert page._sides.is_narrow
    press(link, qtbot, "Ctrl+A", "Alt+Y", "Alt+J")
    assert page.bulk.form is not None
    press(link, qtbot, "Escape")
    assert (page.bulk.form, page.bulk.isVisible()) == (None, True)
    press(link, qtbot, "Escape")
    assert (page.table.isVisible(), page.table.hasFocus(), len(page.table.picked_keys())) == (True, True, 4)
    press(link, qtbot, "Escape")
    assert len(page.table.picked_keys()) == 1
