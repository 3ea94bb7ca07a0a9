"""What is typed into the small forms of the board: there again after a crash, gone when it is done."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.case_acts import CaseAct
from reception.rules.cases import Case
from reception.rules.inquiries import Disposition, ReplyPref
from reception.rules.referrals import TransferAct
from reception.services import inquiries
from reception.words import Language
from tests.drafts import draft_of
from tests.ui.board import Enter, enter_board, press, write
from tests.ui.conftest import Ask, until
from ui.cases.page import CasesPage
from ui.cases.small_form import SmallForm
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.machine import Machine
from ui.main_window import MainWindow


@pytest.fixture
def enter(link: DeskLink, machine: Machine, qtbot: QtBot) -> Iterator[Enter]:
    """Give a way to enter the room in a window of its own, as at the start after a crash."""
    windows: list[MainWindow] = []

    def entered(**what: Any) -> CasesPage:
        for window in windows:
            window.hide()
        shell = MainWindow(link, Language.ZH, machine=machine)
        qtbot.addWidget(shell)
        windows.append(shell)
        shell.resize(1366, 768)
        shell.show()
        page = enter_board(shell, link, qtbot, **what)
        written(link)
        return page

    yield entered
    for window in windows:
        window.end()


@pytest.fixture
def case(ask: Ask) -> Case:
    """Give a case that 安 accepted."""
    made: Case = ask(inquiries.record, draft_of(Disposition.D3)).case
    return made


def written(link: DeskLink) -> None:
    """Wait until every draft is on the disk, and every one asked for is read."""
    until(lambda: not DraftKeeper.of(link).is_busy)


def form_of(page: CasesPage, link: DeskLink) -> SmallForm:
    written(link)
    form = page.why.acts.form or page.why.transfers.form or page.bulk.form
    assert form is not None
    return form


def test_what_was_typed_is_there_after_a_crash(case: Case, enter: Enter, link: DeskLink, qtbot: QtBot):
    enter()
    press(link, qtbot, "Alt+J")
    write("证已补办，等他来取")
    press(link, qtbot, "Alt+M", "Down", "Down")
    written(link)
    page = enter()
    press(link, qtbot, "Alt+J")
    form = form_of(page, link)
    typed = form.typed()
    assert (typed["result"], typed["told_mode"]) == ("证已补办，等他来取", list(ReplyPref)[1])
    assert form.restored.isVisible()
    page.why.close_form()
    page.why.acts.open(CaseAct.CLOSE)
    assert form_of(page, link).typed() == typed
    page.why.acts.open(CaseAct.EXTEND)
    assert form_of(page, link).typed()["reason"] == ""


def test_what_was_carried_out_is_forgotten_with_all_that_was_begun(
    case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot
):
    page = enter()
    press(link, qtbot, "Alt+X")
    form_of(page, link).fields.fields["reason"].set_text("等林晓舟补签")  # type: ignore[attr-defined]
    form_of(page, link).fields.fields["reason"].edited.emit()
    page.why.acts.open(CaseAct.CLOSE)
    form = form_of(page, link)
    write("办好了")
    form.fields.fields["told_mode"].set_value(ReplyPref.PHONE)  # type: ignore[attr-defined]
    assert kept(link, case) == {"extend", "close"}
    press(link, qtbot, "Ctrl+Return")
    assert kept(link, case) == set()


def kept(link: DeskLink, case: Case) -> set[str]:
    """Give the acts of a case of which something is kept."""
    written(link)
    found: dict[str, str] = {}
    for act in CaseAct:
        name = f"case-{case.id}-{act}"
        DraftKeeper.of(link).read_note(link, name, partial(found.__setitem__, act.value))
    written(link)
    return {act for act, text in found.items() if text}


def test_a_half_written_transfer_and_one_for_many_come_back_too(
    case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot
):
    ask(inquiries.record, draft_of(Disposition.D5B, to_post="JW-06"))
    page = enter()
    page.table.select_record(next(number for number in page.numbers if number.startswith("首问")))
    press(link, qtbot, "Alt+T")
    press(link, qtbot, "Alt+M")
    write("不归这个岗位")
    page.table.setFocus()
    press(link, qtbot, "Ctrl+A", "Alt+J")
    write("一并办结")
    written(link)
    page = enter()
    page.table.select_record(next(number for number in page.numbers if number.startswith("首问")))
    press(link, qtbot, "Alt+T")
    assert page.why.transfers.form is not None
    assert page.why.transfers.form.act is TransferAct.GIVE_BACK
    assert form_of(page, link).typed()["return_note"] == "不归这个岗位"
    page.why.close_form()
    page.table.setFocus()
    press(link, qtbot, "Ctrl+A", "Alt+J")
    assert form_of(page, link).typed()["result"] == "一并办结"
