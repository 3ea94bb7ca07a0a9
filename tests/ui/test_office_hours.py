"""The hours of the office from a day on: set by keys, shown with what they move, changed and withdrawn while coming."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition
from reception.services import inquiries, notices, office_hours
from tests.cast import BEN, Clock
from tests.drafts import draft_of
from tests.services.test_calendar_changes import ALL_THERE
from tests.ui.conftest import Ask, answered, sit, type_text
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.settings.calendar_preview import CalendarPreviewStep
from ui.settings.office_hours import OfficeHoursSection

Open = Callable[[], OfficeHoursSection]
DECEMBER = date(2026, 12, 1)


@pytest.fixture
def open_section(open_part: Callable[[str], object]) -> Open:
    """Give a way to open the section of the office hours."""

    def open_it() -> OfficeHoursSection:
        part = open_part("hours")
        assert isinstance(part, OfficeHoursSection)
        return part

    return open_it


def keys(section: OfficeHoursSection, qtbot: QtBot, letter: Qt.Key, link: DeskLink, with_: str = "Alt") -> None:
    modifier = Qt.KeyboardModifier.AltModifier if with_ == "Alt" else Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(section.window(), letter, modifier)
    answered(link, qtbot)


def begin(section: OfficeHoursSection, qtbot: QtBot, link: DeskLink) -> None:
    """Begin other hours; a mnemonic shows its button pressed for a moment before it acts."""
    keys(section, qtbot, Qt.Key.Key_A, link)
    qtbot.waitUntil(section.from_on.edit.hasFocus)


def typed_in(section: OfficeHoursSection, qtbot: QtBot, link: DeskLink, hours: str, on: str = "2026-12-01") -> None:
    """Begin other hours and fill the form, all by keys."""
    begin(section, qtbot, link)
    type_text(section.from_on, on)
    keys(section, qtbot, Qt.Key.Key_W, link)
    section.hours.all_year.edit.selectAll()
    type_text(section.hours.all_year, hours)
    keys(section, qtbot, Qt.Key.Key_N, link)
    type_text(section.reason, "依学校通知")


def listed(section: OfficeHoursSection) -> list[tuple[str, ...]]:
    model = section.table.records
    return [tuple(model.data(model.index(row, column)) for column in range(3)) for row in range(model.rowCount())]


def test_a_field_to_which_a_key_leads_is_brought_into_sight(
    open_section: Open, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    shell.resize(910, 512)
    section = open_section()
    begin(section, qtbot, link)
    keys(section, qtbot, Qt.Key.Key_N, link)
    qtbot.waitUntil(section.reason.edit.hasFocus)
    assert section.reason.edit.visibleRegion().boundingRect().height() > section.reason.edit.height() / 2


def test_hours_from_a_day_on_are_set_by_keys_and_moved_dates_stand_on_today(
    open_section: Open, shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot
):
    case = ask(inquiries.record, draft_of(Disposition.D3)).case
    section = open_section()
    assert listed(section) == [("最初", "08:00-12:00, 14:30-17:30", "现行")]
    assert section.hours.all_year.text() == "08:00-12:00, 14:30-17:30"
    typed_in(section, qtbot, link, "08:00-12:00, 15:00-18:00")
    keys(section, qtbot, Qt.Key.Key_S, link, "Ctrl")
    step = shell.step
    assert isinstance(step, CalendarPreviewStep)
    assert (step.view.year, step.summary.text()) == (2026, "顺延 1 件")
    assert "自这一天起办公时间：08:00–12:00、15:00–18:00" in step.day.text()
    qtbot.keyClick(step, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: link.desk.calendar.closing_at(DECEMBER).time() == time(18))
    answered(link, qtbot)
    assert listed(section) == [
        ("2026-12-01", "08:00-12:00, 15:00-18:00", "将起用"),
        ("最初", "08:00-12:00, 14:30-17:30", "现行"),
    ]
    assert section.said.text() == "最初 至 2026-11-30"
    section.table.select_record(1)
    assert section.said.text() == "2026-12-01 至 下一套起用前 · 依学校通知 · 安 设"
    shell.go("today")
    answered(link, qtbot)
    moved = shell.pages["today"].findChildren(type(section.table))
    said = [
        table.records.data(table.records.index(row, column)) or ""
        for table in moved
        for row in range(table.records.rowCount())
        for column in range(table.records.columnCount())
    ]
    assert any(case.case_no in text for text in said)


def test_a_promise_on_paper_keeps_its_hour(
    open_section: Open, shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot
):
    case = ask(inquiries.record, draft_of(Disposition.D3)).case
    ask(notices.issue, case.inquiry_id, ALL_THERE)
    section = open_section()
    typed_in(section, qtbot, link, "08:00-12:00, 13:00-16:30")
    keys(section, qtbot, Qt.Key.Key_S, link, "Ctrl")
    step = shell.step
    assert isinstance(step, CalendarPreviewStep)
    assert [step.moves.records.data(step.moves.records.index(0, 3))] == ["承诺优先，不提前"]
    assert step.earlier.isHidden()
    assert step.note.isVisible()
    qtbot.keyClick(step, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: link.desk.calendar.closing_at(DECEMBER).time() == time(16, 30))


def test_every_mistake_stands_at_its_field_and_what_was_typed_stays(
    open_section: Open, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    section = open_section()
    begin(section, qtbot, link)
    type_text(section.from_on, "12月1日")
    section.hours.all_year.edit.selectAll()
    type_text(section.hours.all_year, "八点到五点")
    keys(section, qtbot, Qt.Key.Key_S, link, "Ctrl")
    assert "12月1日" in section.from_on.error
    assert "八点到五点" in section.hours.all_year.error
    assert section.reason.error
    shell.go("today")
    answered(link, qtbot)
    assert open_section().hours.all_year.text() == "八点到五点"
    section.from_on.set_text("2026-11-23")
    section.hours.all_year.set_text("08:00-12:00")
    section.reason.set_text("补记")
    keys(section, qtbot, Qt.Key.Key_S, link, "Ctrl")
    assert section.from_on.error == "新的办公时间只能从今天（2026年11月24日）或以后起用；过去的日子按当时的时间。"


def test_coming_hours_are_moved_to_another_day_and_withdrawn(
    open_section: Open, link: DeskLink, ask: Ask, qtbot: QtBot
):
    section = open_section()
    typed_in(section, qtbot, link, "09:00-16:00")
    keys(section, qtbot, Qt.Key.Key_S, link, "Ctrl")
    qtbot.waitUntil(lambda: link.desk.calendar.closing_at(DECEMBER).time() == time(16))
    answered(link, qtbot)
    section.table.select_record(1)
    assert section.from_on.text() == "2026-12-01"
    section.from_on.edit.selectAll()
    type_text(section.from_on, "2026-12-07")
    keys(section, qtbot, Qt.Key.Key_S, link, "Ctrl")
    qtbot.waitUntil(lambda: link.desk.calendar.closing_at(DECEMBER).time() == time(17, 30))
    answered(link, qtbot)
    assert [line.from_on for line in ask(office_hours.lines)] == [None, date(2026, 12, 7)]
    section.table.select_record(2)
    keys(section, qtbot, Qt.Key.Key_U, link)
    qtbot.waitUntil(lambda: len(listed(section)) == 1)
    assert link.desk.calendar.closing_at(date(2026, 12, 7)).time() == time(17, 30)
    assert not section.back_button.isEnabled()


def test_a_clerk_reads_the_hours_and_is_told_whom_to_ask(
    open_section: Open, link: DeskLink, clock: Clock, qtbot: QtBot
):
    sit(link, qtbot, BEN, clock)
    section = open_section()
    assert len(listed(section)) == 1
    assert section.foot.note.isVisible()
    assert not section.new.isEnabled()
    assert not section.foot.button.isEnabled()
