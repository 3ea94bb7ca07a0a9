"""Supervision in the duty room by keys: checks recorded, findings corrected, overdue ones on the day of the head."""

from datetime import date, timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from reception.rules.findings import FindingDraft
from reception.services import findings, posts
from reception.services.desk import Desk
from tests.cast import ANN, BEN, CARA, DAN, Clock, desk_of
from tests.ui.conftest import Ask, answered, sit, type_text, until
from tests.ui.duty_room import away, cover, enter, press, record
from tests.ui.test_accessibility import faults
from tests.ui.test_duty import lines_of
from tests.ui.test_training import kept, rows
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.roster.findings import FindingsView

__all__ = ["enter"]


def found_wrong(desk: Desk) -> int:
    """Let 丹 find nobody at 安's post an hour ago, to be corrected by the day after tomorrow; give its id."""
    post = next(each for each in posts.posts(desk) if each.code == "JW-03")
    draft = FindingDraft(
        post_id=post.id,
        at=desk.clock() - timedelta(hours=1),
        checker=DAN,
        covered=False,
        board_right=True,
        phone_answered=True,
        text="窗口无人",
        correct_by=date(2026, 11, 26),
    )
    supervisor = desk_of(desk.store, DAN, desk.clock)  # type: ignore[arg-type]
    return findings.record(supervisor, draft).id


def test_a_check_is_recorded_and_its_finding_listed_until_it_is_corrected(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
) -> None:
    ask(cover)
    sit(link, qtbot, DAN, clock)
    page = enter()
    press(link, qtbot, "Alt+Z")
    view = page.views["findings"]
    assert isinstance(view, FindingsView)
    assert faults(shell) == []
    press(link, qtbot, "N")
    assert faults(shell) == []
    press(link, qtbot, "Down", "Ctrl+S")
    wanted = {name: view.form.fields[name].error for name in ("covered", "board_right", "phone_answered")}
    assert set(wanted.values()) == {"请填写此项。"}
    for name, keys in (("covered", ["Down"]), ("board_right", ["Down", "Down"]), ("phone_answered", ["Down"])):
        view.form.fields[name].setFocus()
        press(link, qtbot, *keys)
    press(link, qtbot, "Ctrl+S")
    assert view.form.correct_by.error == "发现了问题，请填写整改期限。"
    type_text(view.form.correct_by, "明天")
    assert view.form.correct_by.line.text() == "2026-11-25"
    type_text(view.form.text, "公示牌还是上月的")
    press(link, qtbot, "Ctrl+S")
    assert [row[2:] for row in rows(view.table)] == [["公示牌不符：公示牌还是上月的", "11-25", "0 天"]]
    assert view.table.hasFocus()
    press(link, qtbot, "Return")
    assert view.settling.note.edit.hasFocus()
    press(link, qtbot, "Ctrl+S")
    assert view.settling.note.error == "请填写此项。"
    type_text(view.settling.note, "已换新牌")
    press(link, qtbot, "Ctrl+S")
    assert rows(view.table) == []
    press(link, qtbot, "2")
    assert [row[4] for row in rows(view.table)] == ["已整改"]
    assert "已换新牌" in view.settling.story.text()
    assert not view.settling.note.isVisible()


def test_a_check_is_set_right_with_a_reason(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
) -> None:
    ask(cover)
    ask(found_wrong)
    sit(link, qtbot, CARA, clock)
    view = enter(view="findings").views["findings"]
    press(link, qtbot, "E")
    assert view.form.reason.edit.hasFocus()
    assert faults(shell) == []
    type_text(view.form.reason, "走错了房间")
    view.form.covered.setFocus()
    press(link, qtbot, "Up")
    view.form.correct_by.edit.clear()
    view.form.text.edit.clear()
    press(link, qtbot, "Ctrl+S")
    assert rows(view.table) == []
    assert ask(findings.listed)[0].finding.is_clean


def test_what_should_have_been_corrected_stands_on_the_day_of_the_head_and_leads_there(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
) -> None:
    ask(cover)
    number = ask(found_wrong)
    sit(link, qtbot, CARA, clock)
    clock.advance(days=2)
    enter()
    shell.go("today", part="morning")
    answered(link, qtbot)
    day: Any = shell.pages["today"]
    assert [line for line in lines_of(day) if line.kind == "finding"] == []
    clock.advance(days=1)
    day.read()
    answered(link, qtbot)
    (line,) = [line for line in lines_of(day) if line.kind == "finding"]
    assert (line.when, line.who) == ("应在 11-26 前整改", ANN)
    day.table.select_record(line.id)
    day.table.setFocus()
    press(link, qtbot, "Return")
    view: Any = shell.pages["roster"].views["findings"]  # type: ignore[attr-defined]
    assert (shell.room, view.table.current().id) == ("roster", number)
    assert [row[4] for row in rows(view.table)] == ["■ 3 天"]


def test_who_heads_nothing_reads_what_concerns_his_posts_and_changes_nothing(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
) -> None:
    ask(cover)
    ask(found_wrong)
    view = enter(view="findings").views["findings"]
    assert len(rows(view.table)) == 1
    press(link, qtbot, "N", "E", "Return")
    assert not view.form.isVisible()
    assert not view.settling.note.isVisible()
    assert view.settling.about.text() == "无人在岗：窗口无人"
    sit(link, qtbot, BEN, clock)
    other = FindingsView(view._shell, link)
    qtbot.addWidget(other)
    other.read()
    answered(link, qtbot)
    assert rows(other.table) == []


def test_a_check_names_a_record_and_the_time_of_standing_in_and_a_key_opens_the_record(
    enter: Any, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock, shell: MainWindow
) -> None:
    ask(cover)
    number = ask(record)
    ask(away, 4)
    clock.advance(hours=2)
    sit(link, qtbot, DAN, clock)
    view = enter(view="findings").views["findings"]
    press(link, qtbot, "N")
    form = view.form
    form.post.set_value(next(each.id for each in ask(posts.posts) if each.code == "JW-03"))
    form.post.edited.emit()
    answered(link, qtbot)
    form.period.setFocus()
    press(link, qtbot, "Down")
    assert form.period.box.currentText() == f"{BEN} 代 {ANN} · 11-24 10:26 – 11-24 14:26"
    for name in ("covered", "board_right", "phone_answered"):
        form.fields[name].set_value(True)
    type_text(form.reg_no, "2026-9999")
    kept(link)
    press(link, qtbot, "Esc", "N")
    until(lambda: form.reg_no.text() == "2026-9999")
    answered(link, qtbot)
    assert form.period.box.currentIndex() == 1
    press(link, qtbot, "Ctrl+S")
    assert "2026-9999" in form.reg_no.error
    form.reg_no.edit.selectAll()
    type_text(form.reg_no, number)
    press(link, qtbot, "Ctrl+S", "2")
    assert f"涉及登记 {number}，按 R 打开" in view.settling.story.text()
    assert f"涉及顶岗：{BEN} 代 {ANN} · 11-24 10:26 – 11-24 14:26" in view.settling.story.text()
    press(link, qtbot, "E")
    assert (form.reg_no.text(), form.period.box.currentIndex()) == (number, 1)
    assert faults(shell) == []
    press(link, qtbot, "Alt+J")
    assert form.period.box.hasFocus()
    assert not form.period.box.visibleRegion().isEmpty()  # the form scrolled to it
    press(link, qtbot, "Esc", "R")
    assert shell.room == "register"
