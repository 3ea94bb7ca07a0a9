"""The working calendar as people meet it: the year, a notice pasted or typed, and what a change would move."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reception.rules.due_moves import MoveKind
from reception.rules.inquiries import Disposition
from reception.rules.staff import Role
from reception.rules.timetables import Session, Timetable
from reception.rules.working_calendar import SEASONAL_TIMETABLE, DayKind
from reception.services import calendar_changes, catalogue, inquiries, matter_closures, notices, staff
from reception.services.calendar_changes import arrange
from reception.services.calendar_files import read_text
from reception.services.office import refreshed
from reception.services.office_hours import from_day
from tests.cast import ANN, BEN, Clock
from tests.drafts import draft_of
from tests.services.test_calendar_changes import ALL_THERE, SATURDAY
from tests.ui.conftest import Ask, answered, sit, type_text
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.settings import SettingsPage
from ui.settings.calendar import CalendarSection
from ui.settings.calendar_preview import CalendarPreviewStep
from ui.settings.day_marks import legend, mark_of
from ui.settings.year_entry import DATA, LINES, NOTICE, YearEntryStep
from ui.today import TodayPage

Open = Callable[[], CalendarSection]
SPORTS_DAY = date(2026, 11, 27)
PASTED = """国务院办公厅关于
2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假，共5天。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
"""


@pytest.fixture
def open_section(open_part: Callable[[str], object]) -> Open:
    """Give a way to open the section of the working calendar."""

    def open_it() -> CalendarSection:
        part = open_part("calendar")
        assert isinstance(part, CalendarSection)
        return part

    return open_it


def click(button: QWidget, link: DeskLink, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)


def opened(ask: Ask, way: Disposition = Disposition.D3, **changes: Any) -> Any:
    return ask(inquiries.record, draft_of(way, **changes)).case


# --- the year


def test_the_year_shows_rest_and_made_up_days_by_letter(open_section: Open):
    section = open_section()
    view = section.view
    assert view.year == 2026
    assert [view.letter(date(2026, 10, day)) for day in (1, 8, 10)] == ["休", "", "班"]
    section.table.select_record(2027)
    assert view.letter(date(2027, 10, 1)) == "预"


def test_a_day_says_which_layer_wins_and_why(open_section: Open, ask: Ask):
    ask(calendar_changes.apply, arrange(SPORTS_DAY, works=False, reason="校运动会", layer=3))
    ask(calendar_changes.apply, arrange(SPORTS_DAY, works=True, reason="本处照常"))
    section = open_section()
    section.view.choose(SPORTS_DAY)
    said = section.day.text().splitlines()
    assert said[1] == "国务院通知：上班；学校安排：休息（校运动会）；本单位安排：上班（本处照常），以此为准"
    assert said[2] == "办公时间：08:00–12:00、14:30–17:30"
    assert section.view.letter(SPORTS_DAY) == ""


def test_each_layer_has_its_letter(open_section: Open, ask: Ask):
    for day, layer in ((25, 2), (26, 3), (27, 4)):
        ask(calendar_changes.apply, arrange(date(2026, 11, day), works=False, reason="停课", layer=layer))
    ask(calendar_changes.apply, arrange(date(2026, 11, 28), works=True, reason="值班"))
    hours = (Session(time(9), time(11, 30)),)
    ask(calendar_changes.apply, arrange(date(2026, 11, 30), works=True, reason="寒假值班", sessions=hours))
    view = open_section().view
    assert [view.letter(date(2026, 11, day)) for day in (25, 26, 27, 28, 30)] == ["省", "校", "本", "本", "短"]
    assert "当天办公时间另定：09:00–11:30" in view.describe(date(2026, 11, 30))


def test_the_days_on_which_other_hours_begin_say_so(open_section: Open, ask: Ask):
    ask(calendar_changes.apply, from_day(date(2026, 11, 25), SEASONAL_TIMETABLE, "两季作息"))
    view = open_section().view
    later = replace(SEASONAL_TIMETABLE.seasons[0], from_month=5, from_day=6)
    assert view.describe(date(2026, 9, 30)).endswith("\n办公时间：08:00–12:00、14:30–17:30")
    assert view.describe(date(2027, 5, 6)).endswith("\n办公时间：08:00–12:00、15:00–18:00")
    assert view.describe(date(2027, 10, 8)).endswith("\n办公时间：08:00–12:00、14:30–17:30")
    own = Timetable(seasons=(later, SEASONAL_TIMETABLE.seasons[1]))
    ask(calendar_changes.apply, from_day(date(2026, 11, 26), own, "夏季作息改期"))
    assert "自这一天起办公时间：08:00–12:00、15:00–18:00" in open_section().view.describe(date(2027, 5, 6))


def test_marks_differ_by_shape_and_not_by_colour_alone(open_section: Open, ask: Ask, link: DeskLink):
    shapes = {(mark.shape, mark.letter) for mark, _words in legend()}
    assert len(shapes) == len(legend())
    ask(calendar_changes.apply, arrange(SPORTS_DAY, works=False, reason="校运动会"))
    calendar = ask(refreshed).calendar
    rests, works = mark_of(calendar, SPORTS_DAY), mark_of(calendar, date(2026, 10, 10))
    assert rests is not None
    assert works is not None
    assert (rests.shape, works.shape) == ("filled", "framed")


def test_arrow_keys_move_through_the_year_and_stop_at_its_ends(open_section: Open, qtbot: QtBot):
    view = open_section().view
    view.choose(date(2026, 1, 5))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(view, key)
    assert view.day == date(2026, 1, 11)
    for _times in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.day == date(2026, 1, 4)


# --- days of one's own


def test_a_click_on_a_day_fills_the_form_of_the_unit(open_section: Open, qtbot: QtBot):
    section = open_section()
    place = section.view.cell(date(2026, 12, 7)).center()
    qtbot.mouseClick(section.view, Qt.MouseButton.LeftButton, pos=place)
    assert section.form.on.text() == "2026-12-07"
    assert section.form.works.value() == "rests"


def test_the_unit_rests_on_a_day_and_takes_it_back(open_section: Open, link: DeskLink, ask: Ask, qtbot: QtBot):
    section, day = open_section(), date(2026, 12, 7)
    section.view.choose(day)
    click(section.form.foot.button, link, qtbot)
    assert section.form.reason.error
    section.form.reason.set_text("校庆")
    click(section.form.foot.button, link, qtbot)
    assert link.desk.calendar.kind_of(day) is DayKind.UNIT_OFF
    assert "校庆" in section.view.describe(day)
    click(section.form.restore, link, qtbot)
    assert ask(refreshed).calendar.overrides == ()
    assert not section.form.restore.isEnabled()


def test_a_span_of_shorter_days_is_arranged_at_once(open_section: Open, link: DeskLink, ask: Ask, qtbot: QtBot):
    form = open_section().form
    assert form.hours.isHidden()
    form.on.set_text("2026-12-21")
    form.until.set_text("2026-12-25")
    form.works.set_value("shorter")
    form.works.edited.emit()
    form.reason.set_text("寒假值班")
    assert not form.hours.isHidden()
    click(form.foot.button, link, qtbot)
    assert form.hours.error
    form.hours.set_text("09:00-11:30")
    qtbot.keyClick(form.hours.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)
    calendar = ask(refreshed).calendar
    assert [calendar.sessions_on(date(2026, 12, day)) for day in (21, 25)] == [((time(9), time(11, 30)),)] * 2
    assert calendar.sessions_on(date(2026, 12, 28))[0].opens == time(8)


def test_every_mistake_of_an_arrangement_is_told_at_its_field(open_section: Open, link: DeskLink, qtbot: QtBot):
    form = open_section().form
    form.on.set_text("2026-02-30")
    form.until.set_text("x")
    click(form.foot.button, link, qtbot)
    assert "2026-02-30" in form.on.error
    assert form.until.error
    assert form.reason.error


def test_an_end_before_the_beginning_is_refused_at_its_field(open_section: Open, link: DeskLink, qtbot: QtBot):
    form = open_section().form
    form.on.set_text("2026-12-07")
    form.until.set_text("2026-12-01")
    form.reason.set_text("校庆")
    click(form.foot.button, link, qtbot)
    assert "2026" in form.until.error


def test_a_clerk_looks_and_changes_nothing(shell: MainWindow, link: DeskLink, clock: Clock, qtbot: QtBot):
    sit(link, qtbot, BEN, clock)
    shell.go("settings", section="calendar")
    answered(link, qtbot)
    page = shell.pages["settings"]
    assert isinstance(page, SettingsPage)
    section = page.parts["calendar"]
    assert isinstance(section, CalendarSection)
    assert not section.edit.isEnabled()
    assert not section.form.foot.button.isEnabled()
    assert not section.closures.foot.button.isEnabled()


# --- what a change would move


@pytest.fixture
def preview(open_section: Open, shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot) -> Callable[..., Any]:
    """Give a way to the preview of a rest day, with a case that it moves."""

    def looked_at(on: str = "2026-11-27", what: str = "rests", reason: str = "校运动会") -> CalendarPreviewStep:
        form = open_section().form
        form.on.set_text(on)
        form.works.set_value(what)
        form.reason.set_text(reason)
        form.reason.edited.emit()
        click(form.foot.button, link, qtbot)
        step = shell.present_page()
        assert isinstance(step, CalendarPreviewStep)
        return step

    return looked_at


def texts_of(table: Any) -> list[list[str]]:
    model = table.records
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_what_moves_is_shown_before_and_applied_by_a_key(
    preview: Any, shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot
):
    case = opened(ask)
    step = preview()
    assert step.summary.text() == "顺延 1 件"
    assert texts_of(step.moves) == [[case.case_no, "12-01 17:30", "12-02 17:30", "顺延", ""]]
    assert not ask(refreshed).calendar.overrides
    qtbot.keyClick(step.moves, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)
    assert shell.present_page() is shell.pages["settings"]
    assert ask(refreshed).calendar.kind_of(SPORTS_DAY) is DayKind.UNIT_OFF
    moved = ask(calendar_changes.preview, SATURDAY).moves
    assert [f"{link.desk.calendar.local(move.due_before):%m-%d}" for move in moved] == ["12-02"]


def test_escape_leaves_everything_as_it_was(preview: Any, shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot):
    opened(ask)
    step = preview()
    qtbot.keyClick(step.moves, Qt.Key.Key_Escape)
    answered(link, qtbot)
    page = shell.present_page()
    assert isinstance(page, SettingsPage)
    assert ask(refreshed).calendar.overrides == ()
    assert page.parts["calendar"].form.reason.text() == "校运动会"
    assert page.parts["calendar"].form.foot.button.isEnabled()


def test_a_promise_stays_and_it_is_said_who_may_shorten_it(preview: Any, link: DeskLink, ask: Ask, qtbot: QtBot):
    case = opened(ask)
    number = ask(notices.issue, case.inquiry_id, ALL_THERE).number
    step = preview("2026-11-28", "works", "迎新值班")
    assert texts_of(step.moves)[0][3:] == ["承诺优先，不提前", number]
    assert step.earlier.isHidden()
    assert "单位主要负责人" in step.note.text()
    click(step.apply_button, link, qtbot)
    assert link.desk.calendar.local(ask(inquiries.record, draft_of(Disposition.D3)).case.due_at).day == 30
    assert ask(calendar_changes.preview, arrange(date(2026, 11, 25), works=False, reason="停电")).moves


def test_the_unit_head_may_shorten_what_was_promised(
    preview: Any, shell: MainWindow, link: DeskLink, ask: Ask, clock: Clock, qtbot: QtBot
):
    case = opened(ask)
    ask(notices.issue, case.inquiry_id, ALL_THERE)
    ann = next(each for each in ask(staff.accounts) if each.name == ANN)
    ask(staff.change_account, replace(ann, roles=(*ann.roles, Role.UNIT_HEAD)))
    sit(link, qtbot, ANN, clock)
    step = preview("2026-11-28", "works", "迎新值班")
    assert step.note.isHidden()
    assert not step.earlier.isHidden()
    step.earlier.box.click()
    click(step.apply_button, link, qtbot)
    later = ask(calendar_changes.preview, arrange(date(2026, 11, 25), works=False, reason="停电"))
    assert [f"{link.desk.calendar.local(move.due_before):%m-%d}" for move in later.moves] == ["11-30"]
    assert [move.kind for move in later.moves] == [MoveKind.LATER]


def test_the_handler_finds_it_in_his_day_and_takes_note_by_a_key(
    shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot
):
    case = opened(ask)
    opened(ask, Disposition.D9)
    ask(calendar_changes.apply, arrange(SPORTS_DAY, works=False, reason="校运动会"))
    shell.activateWindow()
    shell.go("today")
    answered(link, qtbot)
    page = shell.pages["today"]
    assert isinstance(page, TodayPage)
    lines = [line for line in texts_of(page.table) if line[0] == "期限变了"]
    assert len(lines) == 2
    assert [line[1][2:] for line in lines] == ["12-01 → 12-02"] * 2
    row = next(n for n, line in enumerate(texts_of(page.table)) if case.case_no in line[3])
    page.table.selectRow(row)
    assert "校运动会" in page.pane.line.what
    qtbot.keyClick(page.table, Qt.Key.Key_1)
    answered(link, qtbot)
    left = [line for line in texts_of(page.table) if line[0] == "期限变了"]
    assert len(left) == 1
    page.table.selectRow(next(n for n, line in enumerate(texts_of(page.table)) if line[0] == "期限变了"))
    qtbot.keyClick(page.table, Qt.Key.Key_2)
    answered(link, qtbot)
    assert [line for line in texts_of(page.table) if line[0] == "期限变了"] == []


# --- the notice of a year


@pytest.fixture
def entry(open_section: Open, shell: MainWindow, link: DeskLink, qtbot: QtBot) -> YearEntryStep:
    """Give the step in which next year is pasted."""
    section = open_section()
    section.table.select_record(2027)
    click(section.edit, link, qtbot)
    step = shell.present_page()
    assert isinstance(step, YearEntryStep)
    return step


def test_a_pasted_notice_is_previewed_and_loaded_and_the_banner_goes(
    entry: YearEntryStep, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    assert not shell.banner_line.isHidden()
    assert entry.typed().way == NOTICE
    entry.notice.set_text(PASTED)
    qtbot.keyClick(entry.notice.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)
    step = shell.present_page()
    assert isinstance(step, CalendarPreviewStep)
    assert step.view.year == 2027
    assert [step.view.letter(date(2027, *day)) for day in ((2, 5), (2, 20), (3, 1))] == ["休", "班", ""]
    assert step.warnings.isHidden()
    click(step.apply_button, link, qtbot)
    assert shell.present_page() is shell.pages["settings"]
    qtbot.waitUntil(lambda: 2027 in {year.year for year in link.desk.calendar.years})
    qtbot.waitUntil(shell.banner_line.isHidden)


def test_warnings_stand_in_the_preview_and_forbid_nothing(
    entry: YearEntryStep, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    entry.notice.set_text(PASTED.replace("6月9日（周三）放假，共1天", "6月9日放假，共2天"))
    click(entry.check_button, link, qtbot)
    assert "第 7 行" in entry.verdict.text()
    click(entry.look_button, link, qtbot)
    step = shell.present_page()
    assert isinstance(step, CalendarPreviewStep)
    assert "第 7 行" in step.warnings.text()
    assert step.apply_button.isEnabled()


def test_a_mistake_is_told_at_its_line_and_the_text_stays(
    entry: YearEntryStep, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    text = PASTED.replace("1月1日（周五）", "1月1日（周四）")
    entry.notice.set_text(text)
    click(entry.look_button, link, qtbot)
    assert shell.present_page() is entry
    assert entry.verdict.text().startswith("第 3 行")
    assert entry.notice.text() == text
    assert entry.look_button.isEnabled()


def test_what_was_read_is_taken_along_into_the_lines(entry: YearEntryStep, link: DeskLink, qtbot: QtBot):
    entry.notice.set_text(PASTED)
    click(entry.buttons[LINES], link, qtbot)
    assert [line.name for line in entry.lines.entry()[:2]] == ["元旦", "春节"]
    assert entry.lines.entry()[1].work == "2027-01-31, 2027-02-20"
    entry.lines.lines[0]["last"].set_text("2027-01-04")
    click(entry.buttons[DATA], link, qtbot)
    assert "to: '2027-01-04'" in entry.text.text()


def test_a_year_is_typed_line_by_line_by_keys_alone(
    entry: YearEntryStep, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    qtbot.keyClick(entry.notice.edit, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: entry.typed().way == LINES)
    assert [line.name for line in entry.lines.entry()[:2]] == ["元旦", "春节"]
    fields = entry.lines.lines[0]
    for part, text in (("last", "1-3"), ("work", "1-9")):
        fields[part].edit.selectAll()
        type_text(fields[part], text)
    qtbot.keyClick(fields["work"].edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)
    step = shell.present_page()
    assert isinstance(step, CalendarPreviewStep)
    assert step.view.letter(date(2027, 1, 9)) == "班"


def test_a_mistake_in_a_line_is_told_at_its_field(entry: YearEntryStep, link: DeskLink, qtbot: QtBot):
    entry.choose(LINES)
    entry.lines.lines[0]["first"].set_text("13-1")
    entry.lines.lines[1]["last"].set_text("2027-01-01")
    click(entry.look_button, link, qtbot)
    assert "13-1" in entry.lines.lines[0]["first"].error
    assert entry.lines.lines[1]["last"].error
    assert entry.lines.lines[2]["first"].error == ""


def test_there_is_always_room_for_one_more_line(entry: YearEntryStep, link: DeskLink, qtbot: QtBot):
    entry.choose(LINES)
    before = len(entry.lines.lines)
    click(entry.lines.more_button, link, qtbot)
    assert len(entry.lines.lines) == before + 1
    for _time in range(20):
        entry.lines.add_line()
    assert not entry.lines.more_button.isEnabled()


def test_a_stored_year_is_opened_in_lines(open_section: Open, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    section = open_section()
    section.table.select_record(2026)
    click(section.edit, link, qtbot)
    step = shell.present_page()
    assert isinstance(step, YearEntryStep)
    assert step.typed().way == LINES
    click(step.check_button, link, qtbot)
    assert step.verdict.text() == "2026 年：放假 33 天，调休上班 6 天，没有发现问题。"


def test_what_was_typed_and_not_applied_is_there_again(
    entry: YearEntryStep, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    type_text(entry.notice, "元旦：1月1日放假")
    qtbot.keyClick(entry.notice.edit, Qt.Key.Key_Escape)
    assert shell.present_page() is not entry
    page = shell.pages["settings"]
    assert isinstance(page, SettingsPage)
    section = page.parts["calendar"]
    assert isinstance(section, CalendarSection)
    click(section.edit, link, qtbot)
    again = shell.present_page()
    assert isinstance(again, YearEntryStep)
    assert again.notice.text() == "元旦：1月1日放假"


@pytest.mark.parametrize("text", ["", "a: [", "&a [*a]", "<b>", "{", "- 1\n- 2", "year: 99999", "\x00"])
def test_a_text_that_is_no_year_gets_a_sentence(entry: YearEntryStep, link: DeskLink, qtbot: QtBot, text: str):
    entry.choose(DATA)
    entry.text.set_text(text)
    click(entry.check_button, link, qtbot)
    assert entry.verdict.isVisible()
    assert entry.verdict.text()
    assert entry.text.text() == text


def test_files_come_and_go(
    entry: YearEntryStep, open_section: Open, tmp_path: Path, ask: Ask, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    notice = tmp_path / "notice.txt"
    notice.write_text(PASTED, encoding="utf-8")
    entry.read_file(str(notice))
    answered(link, qtbot)
    assert (entry.typed().way, entry.notice.text()) == (NOTICE, PASTED)
    entry.read_file(str(tmp_path / "nothing.txt"))
    answered(link, qtbot)
    assert "nothing.txt" in entry.verdict.text()
    shell.close_step()
    section, kept = open_section(), tmp_path / "calendar.json"
    section.export_to(str(kept))
    answered(link, qtbot)
    assert read_text(kept.read_text(encoding="utf-8")).edit.years == link.desk.calendar.years


# --- closures of single matters


def test_a_matter_is_closed_for_a_time_and_the_counter_says_so(
    open_section: Open, link: DeskLink, ask: Ask, qtbot: QtBot
):
    section = open_section()
    click(section.parts["closures"], link, qtbot)
    form = section.closures
    assert form.matter.value() is None
    click(form.foot.button, link, qtbot)
    assert form.matter.error
    assert form.reason.error
    form.matter.set_value("JW-03")
    form.on.set_text("2026-11-23")
    form.until.set_text("2026-11-27")
    form.reason.set_text("系统升级")
    click(form.foot.button, link, qtbot)
    assert [line[1:] for line in texts_of(form.table)] == [["11-23", "11-27"]]
    assert ask(catalogue.card, "JW-03").accepted_on == date(2026, 11, 30)
    form.table.selectRow(0)
    click(form.back_button, link, qtbot)
    assert texts_of(form.table) == []
    assert ask(catalogue.card, "JW-03").accepted_on is None


def test_what_is_closed_already_is_refused_at_its_field(open_section: Open, link: DeskLink, ask: Ask, qtbot: QtBot):
    ask(matter_closures.close, "JW-03", date(2026, 11, 23), date(2026, 11, 27), "系统升级")
    section = open_section()
    section.choose_part("closures")
    form = section.closures
    form.matter.set_value("JW-03")
    form.on.set_text("2026-11-27")
    form.reason.set_text("寒假")
    click(form.foot.button, link, qtbot)
    assert "2026" in form.on.error
