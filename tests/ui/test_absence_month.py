"""The month of absences on screen: moved by keys, red where nobody is, and each day with who stands in."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reception.rules.absences import AbsenceKind
from reception.services import staff
from reception.services.desk import Desk
from tests.cast import ANN, BEN, CARA, DAN, Clock, desk_of
from tests.ui.conftest import Ask, answered, sit
from tests.ui.duty_room import away, cover, enter, press
from tests.ui.test_accessibility import faults
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.roster.month import MonthView
from ui.roster.month_grid import ABOVE, PAIRS, UNCOVERED

__all__ = ["enter"]


def both_away(desk: Desk) -> None:
    """Let 安 be away from now to tomorrow 12:26, 本 tomorrow from 8:26 to 10:26, 凯 on the 30th; today is the 24th."""
    cover(desk)
    away(desk, 26)
    for name, begins, ends in ((BEN, 22, 24), (CARA, 142, 146)):
        theirs = desk_of(desk.store, name, desk.clock)  # type: ignore[arg-type]
        away(theirs, ends, AbsenceKind.MEETING, begins)


def row(view: MonthView, number: int) -> dict[int, str]:
    model = view.grid.model_
    texts = {place + 1: str(model.index(number, place).data()) for place in range(model.columnCount())}
    return {day: text for day, text in texts.items() if text}


def names(view: MonthView) -> list[str]:
    model = view.grid.model_
    return [str(model.headerData(each, Qt.Orientation.Vertical)) for each in range(model.rowCount())]


def lines(place: Any) -> list[str]:
    """Give what stands in one of the two places below the grid."""
    found = [place.itemAt(each).widget() for each in range(place.count())]
    return [each.text() for each in found if isinstance(each, QLabel)]


def test_the_month_shows_who_is_away_and_in_red_what_nobody_covers(
    ask: Ask, enter: Any, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    ask(both_away)
    page = enter()
    press(link, qtbot, "Alt+V")
    view = page.views["month"]
    assert view.heading.text() == "2026年11月"
    assert names(view) == ["空岗小时", "AB同离", ANN, BEN, CARA, DAN]
    assert row(view, UNCOVERED) == {25: "2", 30: "3.6"}
    assert row(view, PAIRS) == {25: "1"}
    assert [row(view, ABOVE + each) for each in range(4)] == [{24: "■", 25: "■"}, {25: "□"}, {30: "□"}, {}]
    assert view.summary.text() == "■ 空岗 5.6 小时，65 个岗位"
    assert (view.grid.day.on, view.grid.hasFocus()) == (date(2026, 11, 24), True)
    assert lines(view._covered) == ["补办学生证岗：安 08:00–10:26；本（顶岗） 10:26–12:00、14:30–17:30"]
    assert faults(shell) == []
    press(link, qtbot, "Right")
    assert view.day_heading.text() == "2026年11月25日 星期三 · 工作日 · 7 小时"
    assert lines(view._away) == [
        "安 · 休假 · 至 12:26 · 离岗",
        "本 · 会议 · 08:26–10:26 · 计划",
        "▲ A岗 安 和B岗 本 同时不在 2 小时（1 个岗位）",
    ]
    assert lines(view._covered) == [
        "■ 补办学生证岗：本（顶岗） 08:00–08:26、10:26–12:00；空岗 08:26–10:26（2 小时），由 凯 负责；安 14:30–17:30"
    ]
    assert "空岗 2 小时，1 个岗位" in view.grid.model_.describe(UNCOVERED, 24)
    assert "本 · 会议" in view.grid.model_.describe(ABOVE + 1, 24)


def test_keys_turn_the_months_and_come_back(ask: Ask, enter: Any, link: DeskLink, qtbot: QtBot, shell: MainWindow):
    ask(both_away)
    page = enter(view="month")
    view = page.views["month"]
    press(link, qtbot, "PgDown")
    assert (view.heading.text(), view.grid.day.on, row(view, UNCOVERED)) == ("2026年12月", date(2026, 12, 24), {})
    press(link, qtbot, "PgDown", "End")
    assert (view.heading.text(), view.grid.day.on) == ("2027年1月", date(2027, 1, 31))
    press(link, qtbot, "PgDown")
    assert view.grid.day.on == date(2027, 2, 28)
    press(link, qtbot, "Esc")
    assert view.grid.day.on == date(2026, 11, 24)
    press(link, qtbot, "PgUp", "T")
    assert (view.heading.text(), view.grid.day.on) == ("2026年11月", date(2026, 11, 24))
    press(link, qtbot, "Esc")
    assert page.chosen == "people"


def test_days_off_are_marked_and_nothing_of_them_counts(ask: Ask, enter: Any, link: DeskLink, qtbot: QtBot):
    ask(cover)
    ask(away, 24 * 6)
    view = enter(view="month").views["month"]
    press(link, qtbot, *["Right"] * 4)
    assert view.grid.day.on == date(2026, 11, 28)
    assert view.day_heading.text() == "2026年11月28日 星期六 · 周末"
    assert lines(view._covered) == ["这一天不上班，不算空岗。"]
    view.turn(-1)
    answered(link, qtbot)
    assert view.grid.model_.headerData(0, Qt.Orientation.Horizontal) == "1\n休"


def test_enter_leads_to_the_colleague_and_from_the_hours_to_whose_post_it_is(
    ask: Ask, enter: Any, link: DeskLink, qtbot: QtBot, clock: Clock
):
    ask(both_away)
    ben = ask(staff.account_named, BEN)
    sit(link, qtbot, DAN, clock)
    page = enter(view="month")
    view = page.views["month"]
    press(link, qtbot, "Right", "Down", "Down", "Down", "Return")
    assert page.chosen == "people"
    assert page.pane.colleague.id == ben.id
    page = enter(view="month")
    view.grid.select(UNCOVERED, 24)
    press(link, qtbot, "Return")
    assert page.pane.colleague.name == ANN


def test_an_absence_that_is_entered_elsewhere_appears(
    ask: Ask, enter: Any, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    ask(cover)
    view = enter(view="month").views["month"]
    assert view.summary.text() == "● 没有空岗"
    ask(both_away)
    link.beat()
    answered(link, qtbot)
    assert row(view, UNCOVERED) == {25: "2", 30: "3.6"}
