"""My work in the duty room: one's own and, apart, what one does for whom; notes, sheets and the board by keys."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reception.rules.absences import AbsenceKind
from reception.rules.callbacks import CallDraft
from reception.rules.inquiries import Disposition
from reception.rules.papers import PaperLanguage
from reception.services import absences, callbacks, handovers, inquiries
from reception.services.desk import Desk
from reception.services.handovers import HandoverDraft
from tests.cast import ANN, BEN, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit, until
from tests.ui.duty_room import away, cover, enter, press, record, step_of
from tests.ui.test_accessibility import faults
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.roster.my_work import ALL, MyWorkView
from ui.roster.sheet import DutySheetStep

__all__ = ["enter"]
ASKED = "咨询补办学生证需要什么材料"


def left(desk: Desk) -> None:
    """Let 安 leave with open work, a promised call and a note; 本 has something of his own."""
    cover(desk)
    record(desk)
    due = desk.clock().replace(hour=7)
    callbacks.promise(desk, CallDraft(token="t", name="林晓舟", phone="13800001234", about="好了没有", due_at=due))
    absence = away(desk)
    handovers.hand_over(desk, absence.id, HandoverDraft(keys="章在铁皮柜", calls="财务处来电"))


def asked_of_oneself(desk: Desk) -> str:
    case = inquiries.record(desk, draft_of(Disposition.D9)).case
    assert case is not None
    return case.case_no


@pytest.fixture
def standing(ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock) -> str:
    """Let 本 sit at the desk, who stands in for 安; give the number of his own case."""
    ask(left)
    sit(link, qtbot, BEN, clock)
    return str(ask(asked_of_oneself))


def rows(view: MyWorkView) -> list[list[str]]:
    model = view.table.records
    count = model.columnCount()
    return [[str(model.index(row, place).data()) for place in range(count)] for row in range(model.rowCount())]


def said(part: QWidget) -> str:
    return "\n".join(each.text() for each in part.findChildren(QWidget) if hasattr(each, "text"))


def test_what_one_does_for_another_stands_apart_with_light_time_and_why(
    standing: str, enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    page = enter()
    press(link, qtbot, "Alt+W")
    view = page.views["work"]
    assert rows(view) == [
        ["本人", "● 剩 5 个工作日", standing, f"林*舟 · {ASKED}", "12-01 17:30", "您首问登记"],
        ["代 安", "▲ 今天 15:26 前", "回电", "林*舟 · 好了没有", "11-24 15:26", "安约好的回电"],
        ["代 安", "● 剩 5 个工作日", "受理〔2026〕0001", f"林*舟 · {ASKED}", "12-01 17:30", "您是B岗"],
    ]
    assert [button.text() for button in view.buttons.values()] == ["全部 3", "本人 1", "代 安 2"]
    assert view.table.hasFocus()
    assert faults(shell) == []
    press(link, qtbot, "Down")
    assert view.pane.name.text() == "代 安"
    told = said(view.pane)
    assert "财务处来电" in told
    assert "章在铁皮柜" in told
    assert "等您接收" in told


def test_a_choice_narrows_the_list_and_esc_leads_back(
    standing: str, enter: Any, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    page = enter(view="work")
    view = page.views["work"]
    view.buttons[list(view.buttons)[2]].click()
    assert [row[0] for row in rows(view)] == ["代 安", "代 安"]
    view.table.setFocus()
    press(link, qtbot, "Esc")
    assert (view.chosen, len(rows(view))) == (ALL, 3)
    press(link, qtbot, "Esc")
    assert page.chosen == "people"


def test_enter_leads_to_the_line_on_the_board_and_a_call_to_the_day(
    standing: str, enter: Any, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    enter(view="work")
    press(link, qtbot, "Down", "Down", "Return")
    board = shell.pages["cases"]
    assert shell.room == "cases"
    until(lambda: len(board.numbers) == 1)  # type: ignore[attr-defined]
    answered(link, qtbot)
    assert board.table.current().number == "受理〔2026〕0001"  # type: ignore[attr-defined]
    page = enter(view="work")
    page.views["work"].table.select_record(rows_ids(page.views["work"])[1])
    press(link, qtbot, "Return")
    day = shell.pages["today"]
    assert shell.room == "today"
    assert day.table.current().call.callback.about == "好了没有"  # type: ignore[attr-defined]


def rows_ids(view: MyWorkView) -> list[str]:
    return [line.id for line in view.lines]


def test_the_note_is_accepted_from_there(
    standing: str, enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    page = enter(view="work")
    view = page.views["work"]
    press(link, qtbot, "Down", "J")
    assert step_of(shell) is not None
    press(link, qtbot, "Ctrl+S")
    answered(link, qtbot)
    assert step_of(shell) is None
    assert ask(handovers.to_accept) == ()
    assert not view.pane.note_button.isVisible()
    assert "本 于" in said(view.pane)


def test_the_duty_sheet_of_the_post_is_seen_speaks_english_and_is_kept_as_a_file(
    standing: str, enter: Any, link: DeskLink, qtbot: QtBot, shell: MainWindow, tmp_path: Path
):
    page = enter(view="work")
    press(link, qtbot, "Down", "D")
    step = shell.step
    assert isinstance(step, DutySheetStep)
    assert (step.code, len(step.posts), step.paper is not None) == ("JW-03", 1, True)
    before = step.paper
    assert faults(shell) == []
    press(link, qtbot, "Alt+E")
    assert step.language is PaperLanguage.EN
    assert step.paper is not None
    assert step.paper != before
    step.save_as(str(tmp_path / "sheet.pdf"))
    answered(link, qtbot)
    assert "Duty sheet" in pypdfium2.PdfDocument(tmp_path / "sheet.pdf")[0].get_textpage().get_text_range()
    assert "PREVIEW" not in pypdfium2.PdfDocument(tmp_path / "sheet.pdf")[0].get_textpage().get_text_range()
    press(link, qtbot, "Esc")
    assert shell.step is None
    qtbot.waitUntil(page.views["work"].table.hasFocus, timeout=20_000)


def test_work_comes_when_an_absence_begins_and_goes_with_the_return(
    ask: Ask, enter: Any, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    ask(record)
    absence = ask(away, 3.0, AbsenceKind.MEETING)
    sit(link, qtbot, BEN, clock)
    page = enter(view="work")
    view = page.views["work"]
    assert [row[0] for row in rows(view)] == ["代 安"]
    sit(link, qtbot, ANN, clock)
    ask(absences.back, absence.id)
    sit(link, qtbot, BEN, clock)
    enter(view="work")
    assert rows(view) == []
    assert list(view.buttons) == [-1, 0]
