"""Standing in by keys: step in, hand over, accept, report, name somebody for a gap; nothing typed is lost."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception.errors import Unavailable
from reception.rules.absences import Absence, AbsenceKind
from reception.rules.assignments import Staffing
from reception.services import absences, assignments, cases, duty_day, handovers, posts, staff, standing_in
from reception.services.desk import Desk
from reception.services.handovers import HandoverDraft
from tests.cast import ANN, BEN, CARA, Clock, desk_of
from tests.ui.conftest import Ask, answered, sit, type_text
from tests.ui.duty_room import Enter, away, cover, enter, press, record, step_of
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.main_window import MainWindow
from ui.roster.handed import HandedPage
from ui.roster.handover import HandoverPage
from ui.roster.sheet import DutySheetStep
from ui.today.page import TodayPage

__all__ = ["cover", "enter", "press"]


def lines_of(page: TodayPage) -> list[Any]:
    model = page.table.records
    return [model.record(row) for row in range(model.rowCount())]


def away_as(desk: Desk, name: str, kind: AbsenceKind, begins: float = 0) -> Absence:
    """Enter an absence of four hours as somebody else of the cast, from now or from so many hours on."""
    theirs = desk_of(desk.store, name, desk.clock)  # type: ignore[arg-type]
    return away(theirs, begins + 4, kind, begins or None)


def test_a_stand_in_steps_in_with_one_key(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    ask(record)
    ann = ask(staff.account_named, ANN).id
    sit(link, qtbot, BEN, clock)
    page = enter(account=ann)
    assert page.pane.duty.buttons["step_in"].isVisible()
    press(link, qtbot, "G")
    (line,) = ask(absences.now_away)
    assert (line.absence.account, line.absence.kind) == (ANN, AbsenceKind.UNPLANNED)
    assert [(item.person, item.acting_for, item.mine) for item in ask(cases.due_list)] == [(BEN, ANN, True)]
    sheet = shell.step
    assert isinstance(sheet, DutySheetStep)
    assert (sheet.code, sheet.paper is not None) == ("JW-03", True)
    press(link, qtbot, "Esc")
    assert page.isVisible()
    assert not page.pane.duty.buttons["step_in"].isVisible()


def test_nobody_is_offered_to_step_in_where_he_does_not_belong(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    ask(cover)
    cara = ask(staff.account_named, CARA).id
    sit(link, qtbot, BEN, clock)
    page = enter(account=cara)
    assert not page.pane.duty.buttons["step_in"].isVisible()
    press(link, qtbot, "G")
    assert ask(absences.now_away) == ()


def test_a_note_is_written_by_keys_and_survives_going_away(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    ask(cover)
    ask(record)
    absence = ask(away)
    page = enter()
    assert "未交接" in page.pane.duty.state.text()
    press(link, qtbot, "H")
    step = step_of(shell)
    assert isinstance(step, HandoverPage)
    assert step.table.records.rowCount() == 1
    assert "交给 本" in step.whom.text()
    type_text(step.keys_field, "柜门钥匙")
    qtbot.waitUntil(lambda: not DraftKeeper.of(link).is_busy, timeout=20_000)
    press(link, qtbot, "Esc")
    assert step_of(shell) is None
    assert ask(handovers.of_absence, absence.id) == ()
    qtbot.waitUntil(page.table.hasFocus, timeout=20_000)
    press(link, qtbot, "H")
    step = step_of(shell)
    qtbot.waitUntil(lambda: step.keys_field.text() == "柜门钥匙", timeout=20_000)
    press(link, qtbot, "Tab")
    type_text(step.calls, "财务处来电")
    press(link, qtbot, "Ctrl+S")
    (note,) = ask(handovers.of_absence, absence.id)
    assert (note.to_name, note.keys, note.calls, len(note.items)) == (BEN, "柜门钥匙", "财务处来电", 1)
    assert step_of(shell) is None
    assert "已写给 本" in page.pane.duty.state.text()


def test_a_hand_over_is_taken_back_with_ctrl_z_and_what_was_written_stays(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    ask(cover)
    absence = ask(away)
    page = enter()
    press(link, qtbot, "H")
    type_text(step_of(shell).keys_field, "柜门钥匙")
    press(link, qtbot, "Ctrl+S")
    assert len(ask(handovers.of_absence, absence.id)) == 1
    qtbot.waitUntil(page.table.hasFocus, timeout=20_000)
    press(link, qtbot, "Ctrl+Z")
    assert ask(handovers.of_absence, absence.id) == ()
    assert shell.toasts.text == "已撤回 安 的交接单，写的还在"
    qtbot.waitUntil(lambda: not DraftKeeper.of(link).is_busy, timeout=20_000)
    press(link, qtbot, "H")
    qtbot.waitUntil(lambda: step_of(shell).keys_field.text() == "柜门钥匙", timeout=20_000)
    press(link, qtbot, "Ctrl+S", "H")
    assert step_of(shell).keys_field.text() == "柜门钥匙"
    type_text(step_of(shell).note, "又一句")
    press(link, qtbot, "Ctrl+S")
    press(link, qtbot, "Ctrl+Z")
    assert [(each.keys, each.note) for each in ask(handovers.of_absence, absence.id)] == [("柜门钥匙", "")]


def test_a_text_that_cannot_be_kept_is_told_at_its_field(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    ask(cover)
    ask(away)
    enter()
    press(link, qtbot, "H")
    step = step_of(shell)
    step.note.edit.setPlainText("\ue000")
    press(link, qtbot, "Ctrl+S")
    assert "自造字" in step.note.error
    assert step_of(shell) is step


def test_the_stand_in_reads_and_accepts_it_from_the_day(
    ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    ask(record)
    absence = ask(away)
    ask(handovers.hand_over, absence.id, HandoverDraft(note="请核对学号"))
    sit(link, qtbot, BEN, clock)
    shell.activateWindow()
    assert QTest.qWaitForWindowActive(shell, 20_000)
    shell.go("today", part="morning")
    answered(link, qtbot)
    page = shell.pages["today"]
    assert isinstance(page, TodayPage)
    line = next(each for each in lines_of(page) if each.kind == "handover")
    assert (line.who, line.what) == (ANN, "1 件未结 · 请核对学号")
    page.table.select_record(line.id)
    press(link, qtbot, "1")
    step = step_of(shell)
    assert isinstance(step, HandedPage)
    type_text(step.remark, "已知悉")
    press(link, qtbot, "Ctrl+S")
    assert step_of(shell) is None
    (note,) = ask(handovers.of_absence, absence.id)
    assert (note.accepted_at, note.accepted_note) == (clock(), "已知悉")
    assert ask(duty_day.of_day).notes == ()


def test_the_report_waits_after_the_return_until_it_is_acknowledged(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    ask(record)
    absence = ask(away)
    clock.advance(hours=1)
    ask(absences.back, absence.id)
    page = enter()
    assert page.pane.duty.buttons["report"].isVisible()
    press(link, qtbot, "H")
    step = step_of(shell)
    assert isinstance(step, HandedPage)
    assert not step.remark.isVisible()
    press(link, qtbot, "Ctrl+S")
    assert ask(handovers.to_acknowledge) == ()
    assert not page.pane.duty.buttons["report"].isVisible()


def test_an_old_report_does_not_stand_in_the_way_of_the_next_hand_over(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    ask(record)
    absence = ask(away)
    clock.advance(hours=1)
    ask(absences.back, absence.id)
    ask(away)
    page = enter()
    shown = {name for name, button in page.pane.duty.buttons.items() if button.isVisible()}
    assert {"write", "report"} <= shown
    for key in ("H", "Alt+H"):
        press(link, qtbot, key)
        qtbot.waitUntil(lambda: isinstance(step_of(shell), HandoverPage), timeout=20_000)
        press(link, qtbot, "Esc")
        qtbot.waitUntil(page.table.hasFocus, timeout=20_000)
    press(link, qtbot, "Alt+J")
    qtbot.waitUntil(lambda: isinstance(step_of(shell), HandedPage), timeout=20_000)


def test_a_head_names_who_stands_in_for_a_gap(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    ask(away)
    ask(away_as, BEN, AbsenceKind.SICK_LEAVE)
    ann = ask(staff.account_named, ANN).id
    sit(link, qtbot, CARA, clock)
    assert [gap.holder for gap in ask(duty_day.of_day).gaps] == [ANN]
    page = enter(account=ann)
    press(link, qtbot, "N")
    assert page.pane.duty.choice.value() == ask(staff.account_named, CARA).id
    press(link, qtbot, "Alt+S")
    assert ask(duty_day.of_day).gaps == ()
    assert not page.pane.duty.choice.isVisible()
    assert not page.pane.duty.buttons["name"].isVisible()


def test_why_one_was_away_is_told_afterwards(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    ann = ask(staff.account_named, ANN).id
    sit(link, qtbot, BEN, clock)
    ask(standing_in.step_in, ann)
    sit(link, qtbot, ANN, clock)
    assert [each.made_by for each in ask(duty_day.of_day).unexplained] == [BEN]
    page = enter(account=ann)
    press(link, qtbot, "K", "Down", "Alt+S")
    (line,) = ask(absences.now_away)
    assert line.absence.kind is AbsenceKind.SICK_LEAVE
    assert not page.pane.duty.buttons["explain"].isVisible()


def test_esc_leaves_the_small_form_then_the_room(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    ann = ask(staff.account_named, ANN).id
    sit(link, qtbot, BEN, clock)
    ask(standing_in.step_in, ann)
    sit(link, qtbot, ANN, clock)
    page = enter(account=ann)
    press(link, qtbot, "K")
    assert page.pane.duty.choice.isVisible()
    press(link, qtbot, "Esc")
    assert not page.pane.duty.choice.isVisible()
    assert page.table.hasFocus()


def test_the_heads_see_who_left_without_handing_over_and_who_is_not_back(
    ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    ask(away, 2.0)
    clock.advance(hours=4)
    sit(link, qtbot, CARA, clock)
    shell.activateWindow()
    assert QTest.qWaitForWindowActive(shell, 20_000)
    shell.go("today", part="morning")
    answered(link, qtbot)
    page = shell.pages["today"]
    assert isinstance(page, TodayPage)
    kinds = [each.kind for each in lines_of(page) if each.duty is not None]
    assert kinds == ["unreturned", "unhanded"]
    line = next(each for each in lines_of(page) if each.kind == "unreturned")
    page.table.select_record(line.id)
    press(link, qtbot, "1")
    assert ask(absences.now_away) == ()


def test_the_heads_see_on_their_day_what_nobody_will_cover_and_enter_leads_to_that_day(
    ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    ask(away, 50, AbsenceKind.TRAINING, 22)
    ask(away_as, BEN, AbsenceKind.MEETING, 23)
    sit(link, qtbot, CARA, clock)
    shell.activateWindow()
    assert QTest.qWaitForWindowActive(shell, 20_000)
    shell.go("today", part="morning")
    answered(link, qtbot)
    page: Any = shell.pages["today"]
    (line,) = [each for each in lines_of(page) if each.duty is not None]
    assert (line.kind, line.when, line.who, line.what) == (
        "coming",
        "明天 09:26",
        ANN,
        "1 个岗位将空岗，共 2 小时 34 分钟",
    )
    page.table.select_record(line.id)
    press(link, qtbot, "Return")
    room: Any = shell.pages["roster"]
    assert (shell.room, room.chosen) == ("roster", "month")
    assert room.views["month"].grid.day.on.day == 25


def test_what_was_planned_for_today_takes_effect_when_the_desk_opens(
    ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
):
    ask(cover)
    post = next(each for each in ask(posts.posts) if each.code == "JW-03")
    cara = ask(staff.account_named, CARA).id
    local = link.desk.calendar.local(clock())
    ask(assignments.assign, post.id, Staffing(holder_id=cara, from_on=local.date() + timedelta(days=1)))
    clock.advance(days=1)
    shell.upkeep.settle_posts()
    answered(link, qtbot)
    assert next(each for each in ask(posts.posts) if each.code == "JW-03").holder_id == cara


def test_what_was_planned_takes_effect_a_minute_later_when_the_database_was_taken(
    ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    tried: list[str] = []
    settle = assignments.settle

    def taken_at_first(desk: Desk) -> int:
        tried.append(desk.account.name)
        if len(tried) == 1:
            raise Unavailable("locked")
        return settle(desk)

    monkeypatch.setattr(assignments, "settle", taken_at_first)
    clock.advance(days=1)
    for _ in range(3):
        clock.advance(minutes=1)
        link.beat()
        answered(link, qtbot)
    assert tried == [ANN, ANN]
