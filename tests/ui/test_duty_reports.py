"""The reports of duty by keys: figures, the records behind them, paper and file; for heads and supervision only."""

import csv
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition
from reception.services import inquiries, reminders
from reception.services.desk import Desk
from tests.cast import BEN, CARA, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit, type_text, until
from tests.ui.duty_room import cover, enter, press
from tests.ui.test_accessibility import faults
from tests.ui.test_training import rows
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.roster.list_step import ListStep
from ui.roster.reports import ReportsView

__all__ = ["enter"]


def late_case(desk: Desk) -> int:
    """Record a transfer and a case that nobody deals with, and sweep until a slip is written; give the record."""
    inquiries.record(desk, draft_of(Disposition.D5B))
    recorded = inquiries.record(desk, draft_of(Disposition.D3))
    clock: Any = desk.clock
    clock.advance(days=9)
    reminders.sweep(desk)
    return recorded.inquiry.id


def view_of(page: Any) -> ReportsView:
    view = page.views["reports"]
    assert isinstance(view, ReportsView)
    return view


def test_each_figure_leads_to_its_records_and_these_to_the_register(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
) -> None:
    ask(cover)
    ask(late_case)
    sit(link, qtbot, CARA, clock)
    page = enter()
    press(link, qtbot, "Alt+D")
    view = view_of(page)
    assert view.table.hasFocus()
    assert faults(shell) == []
    view.first_on.edit.selectAll()
    type_text(view.first_on, "2026-11-01")
    view.last_on.setFocus()
    view.last_on.edit.selectAll()
    type_text(view.last_on, "2026-10-01")
    press(link, qtbot, "Return")
    assert view.last_on.error
    view.last_on.edit.selectAll()
    type_text(view.last_on, "2026-12-31")
    press(link, qtbot, "Return")
    assert view.last_on.error == ""
    figures = dict(rows(view.table))
    assert figures["转办签收用时"] == "平均 —（0 件）；未签收 1 件"
    assert figures["顶岗期间超时"] == "—"
    view.table.setFocus()
    view.table.select_record("transfers")
    assert view.behind.heading.text() == "转办签收用时"
    press(link, qtbot, "Return", "Return")
    assert shell.room == "register"
    enter(view="reports")
    press(link, qtbot, "Return", "Escape")
    assert view.table.hasFocus()


def test_slips_and_the_lists_of_the_day_are_one_key_away(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
) -> None:
    ask(cover)
    number = ask(late_case)
    sit(link, qtbot, CARA, clock)
    view = view_of(enter(view="reports"))
    press(link, qtbot, "2")
    assert [row[0] for row in rows(view.table)] == ["一级督办（蓝单）", "二级督办（橙单）", "三级督办（红单）"]
    assert view.found is not None
    assert [len(part.rows) for part in view.found.parts].count(1) == 1
    assert faults(shell) == []
    press(link, qtbot, "3")
    assert dict(rows(view.table))["今日到期和已超时"] == "1"
    assert not view.first_on.isVisible()
    press(link, qtbot, "Return", "Return")
    assert shell.room == "register"
    assert shell.pages["register"].table.current().id == number  # type: ignore[attr-defined]
    enter(view="reports")
    view.table.setFocus()
    press(link, qtbot, "5")
    assert [row[0] for row in rows(view.table)] == ["三级督办", "空岗", "未整改的督查问题"]


def test_the_list_is_seen_on_paper_in_both_languages_and_written_as_csv(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow, tmp_path: Path
) -> None:
    ask(cover)
    sit(link, qtbot, CARA, clock)
    view = view_of(enter(view="reports"))
    QTest.keyClick(view.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert view.dialog is not None
    target = tmp_path / "AB岗.csv"
    view.dialog.fileSelected.emit(str(target))
    view.dialog.close()
    until(target.exists)
    answered(link, qtbot)
    written = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[3] for row in written if row[1] == "figure"] == [row[1] for row in rows(view.table)]
    press(link, qtbot, "Ctrl+P")
    (step,) = shell.findChildren(ListStep)
    assert step.heading.text() == "AB岗运行情况报表"
    first = step.paper
    assert first is not None
    assert faults(shell) == []
    press(link, qtbot, "Alt+E")
    assert step.paper is not None
    assert step.paper.pdf != first.pdf
    press(link, qtbot, "Escape")
    assert view.table.hasFocus()


def test_a_clerk_is_not_led_there(enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock) -> None:
    ask(cover)
    sit(link, qtbot, BEN, clock)
    page = enter(view="reports")
    assert page.chosen == "people"
    assert "reports" not in page.buttons
