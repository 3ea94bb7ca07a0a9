"""The room of settings: the office, counters, accounts, posts, calendar, backups, looks; and the desk's upkeep."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reception.rules.cases import Light
from reception.rules.inquiries import Disposition
from reception.rules.limits import AfterHours
from reception.rules.staff import Role
from reception.services import backups, calendar_changes, calendar_files, inquiries, posts, staff
from reception.services.office import counters
from reception.words import Language
from reception.workstation import read_settings
from tests.cast import ANN, BEN, CARA, COUNTER, DAN, PASSWORD, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit, type_text
from ui.desk_link import DeskLink
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.settings import SettingsPage
from ui.sign_in import SignInPage
from ui.upkeep import back_up_at_end, calendar_banner
from ui.window import Window

Open = Callable[[str], Any]

NOTICE = """
year: 2027
notice_published: '2026-11-20'
source: 国务院办公厅关于2027年部分节假日安排的通知
rest:
- {name: 元旦, from: '2027-01-01', to: '2027-01-03'}
work: []
"""


def click(button: QWidget, link: DeskLink, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)


def texts_of(table: Any, column: int = 0) -> list[str]:
    model = table.records
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_the_list_on_the_left_leads_to_each_section(shell: MainWindow, link: DeskLink, qtbot: QtBot):
    shell.activateWindow()
    qtbot.keyClick(shell, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    answered(link, qtbot)
    page = shell.pages["settings"]
    assert isinstance(page, SettingsPage)
    seen = []
    for _step in range(page.list.count()):
        answered(link, qtbot)
        seen.append(page.section)
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert seen[:7] == ["office", "counters", "staff", "posts", "calendar", "hours", "backups"]
    assert seen[7:] == ["answers", "emergency", "displays", "wordings", "printers", "looks", "password"]


def test_everything_that_takes_the_focus_has_a_name(open_part: Open, shell: MainWindow):
    nameless = []
    for section in ("office", "counters", "staff", "posts", "calendar", "backups", "displays", "looks", "password"):
        open_part(section)
        page = shell.pages["settings"]
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and _is_ours(widget):
                face = QAccessible.queryAccessibleInterface(widget)
                if not face.text(QAccessible.Text.Name):
                    nameless.append((section, type(widget).__name__))
    assert nameless == []


def _is_ours(widget: QWidget) -> bool:
    return not widget.objectName().startswith("qt_") and type(widget).__name__ not in ("QScrollArea", "QHeaderView")


def test_the_office_is_changed_and_the_desk_and_the_rail_learn_of_it(
    open_part: Open, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    section = open_part("office")
    section.texts["name"].set_text("学生处")
    section.texts["phone"].set_text("0731-5550-1300")
    section.after_hours.set_value(AfterHours.NEXT_WORKDAY)
    click(section.foot.button, link, qtbot)
    qtbot.waitUntil(lambda: link.desk.office.name == "学生处")
    office = link.desk.office
    assert (office.phone, office.after_hours) == ("0731-5550-1300", AfterHours.NEXT_WORKDAY)
    assert "学生处" in shell.rail._place.text()


def test_the_office_sets_how_early_its_lights_warn_and_every_list_follows(
    open_part: Open, shell: MainWindow, link: DeskLink, ask: Ask, clock: Clock, qtbot: QtBot
):
    case = ask(inquiries.record, draft_of(Disposition.D6)).case
    clock.advance(days=1)
    shell.go("cases")
    answered(link, qtbot)
    board = shell.pages["cases"].board  # type: ignore[attr-defined]
    number = case.case_no
    assert (board.lines[number].number, board._lights[number]) == (number, Light.NORMAL)
    section = open_part("office")
    lights = section.lights
    assert lights.typed() == {"short_days": "1", "long_divisor": "5", "long_least": "2", "used_percent": "50"}
    lights.inputs["short_days"].edit.selectAll()
    type_text(lights.inputs["short_days"], "3")
    assert "5 个工作日的提前 3 天变黄，20 个的提前 4 天" in lights.meaning.text()
    click(section.foot.button, link, qtbot)
    qtbot.waitUntil(lambda: link.desk.office.thresholds.short_days == 3)
    assert link.desk.calendar.thresholds == link.desk.office.thresholds
    answered(link, qtbot)
    assert "临期" in shell.top.due.text()
    assert shell.top.due.isVisible()
    assert board._lights[number] is Light.WARNING


def test_every_mistake_of_the_office_stands_at_its_field(open_part: Open, link: DeskLink, qtbot: QtBot):
    section = open_part("office")
    section.texts["name"].set_text(" ")
    section.lights.inputs["short_days"].set_text("三天")
    section.lights.inputs["used_percent"].set_text("100")
    click(section.foot.button, link, qtbot)
    assert section.texts["name"].error
    assert section.lights.inputs["short_days"].error == "“三天”不是整数。"
    assert section.lights.inputs["used_percent"].error == "请填 10 至 90 之间的整数。"
    assert section.foot.button.isEnabled()
    assert link.desk.office.name == "教务处"


def test_what_is_typed_into_the_office_stays_until_it_is_given_up(open_part: Open, link: DeskLink, qtbot: QtBot):
    section = open_part("office")
    section.texts["place"].setFocus()
    qtbot.keyClicks(section.texts["place"].edit, "X")
    typed = section.texts["place"].text()
    open_part("counters")
    assert open_part("office").texts["place"].text() == typed
    click(section.again, link, qtbot)
    assert section.texts["place"].text() != typed


def test_a_clerk_reads_the_office_and_is_told_whom_to_ask(
    shell: MainWindow, link: DeskLink, clock: Clock, open_part: Open, qtbot: QtBot
):
    sit(link, qtbot, BEN, clock)
    section = open_part("office")
    assert section.texts["name"].text() == "教务处"
    assert not section.foot.button.isEnabled()
    assert section.foot.note.isVisible()
    staff_section = open_part("staff")
    assert texts_of(staff_section.table) == []
    assert not staff_section.new.isEnabled()
    assert not open_part("posts").foot.button.isEnabled()
    assert not open_part("calendar").edit.isEnabled()
    assert open_part("password").foot.button.isEnabled()


def test_a_counter_is_added_renamed_and_put_out_of_use(open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot):
    section = open_part("counters")
    click(section.new, link, qtbot)
    section.name.set_text("2号窗口")
    click(section.foot.button, link, qtbot)
    assert texts_of(section.table) == [COUNTER, "2号窗口"]
    section.name.set_text("二号窗口")
    section.active.set_value(False)
    click(section.foot.button, link, qtbot)
    assert [(counter.name, counter.active) for counter in ask(counters)] == [(COUNTER, True), ("二号窗口", False)]


def test_a_counter_name_that_is_taken_is_refused_at_its_field(open_part: Open, link: DeskLink, qtbot: QtBot):
    section = open_part("counters")
    click(section.new, link, qtbot)
    section.name.set_text(COUNTER)
    click(section.foot.button, link, qtbot)
    assert COUNTER in section.name.error


def test_renaming_the_counter_of_this_desk_moves_the_desk_along(
    open_part: Open, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    section = open_part("counters")
    section.name.set_text("一号窗口")
    click(section.foot.button, link, qtbot)
    assert link.desk.counter == "一号窗口"
    assert shell.machine.settings.counter == "一号窗口"
    assert "一号窗口" in shell.rail._place.text()


def test_a_colleague_is_added_with_roles_and_must_change_the_password(
    open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot
):
    section = open_part("staff")
    click(section.new, link, qtbot)
    section.name.set_text("李娟")
    section.roles.boxes[Role.SECTION_HEAD].click()
    section.password.set_text("lantern-8 bridge")
    click(section.foot.button, link, qtbot)
    added = ask(staff.account_named, "李娟")
    assert added.roles == (Role.CLERK, Role.SECTION_HEAD)
    assert added.must_change
    assert texts_of(section.table)[-1] == "李娟"
    assert section.password.text() == ""


def test_a_half_typed_account_stays_when_somebody_else_changes_an_account(
    open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot
):
    section = open_part("staff")
    click(section.new, link, qtbot)
    qtbot.keyClicks(section.name.edit, "Li Juan")
    ask(staff.change_account, replace(ask(staff.account_named, BEN), phone="0731-5550-1201"))
    answered(link, qtbot)
    assert section.name.text() == "Li Juan"
    section.table.select_record(ask(staff.account_named, CARA).id)
    qtbot.keyClicks(section.phone.edit, "123")
    ask(staff.change_account, replace(ask(staff.account_named, BEN), phone=""))
    answered(link, qtbot)
    assert section.phone.text() == "123"


def test_every_mistake_of_a_new_account_stands_at_its_field(open_part: Open, link: DeskLink, qtbot: QtBot):
    section = open_part("staff")
    click(section.new, link, qtbot)
    section.roles.set_value(())
    section.password.set_text("1234")
    click(section.foot.button, link, qtbot)
    assert all(field.error for field in (section.name, section.roles, section.password))


def test_roles_are_changed_and_an_account_put_out_of_use(open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot):
    section = open_part("staff")
    section.table.select_record(ask(staff.account_named, BEN).id)
    section.roles.set_value((Role.SUPERVISOR,))
    section.active.set_value(False)
    click(section.foot.button, link, qtbot)
    ben = ask(staff.account_named, BEN)
    assert (ben.roles, ben.active) == ((Role.SUPERVISOR,), False)


def test_the_last_administrator_stays(open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot):
    section = open_part("staff")
    section.table.select_record(ask(staff.account_named, ANN).id)
    section.roles.set_value((Role.CLERK,))
    click(section.foot.button, link, qtbot)
    assert section.roles.error
    assert Role.ADMINISTRATOR in ask(staff.account_named, ANN).roles


def test_a_colleague_gets_another_password(open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot):
    section = open_part("staff")
    section.table.select_record(ask(staff.account_named, CARA).id)
    before = ask(staff.account_named, CARA).password_hash
    section.fresh.set_text("short")
    click(section.reset, link, qtbot)
    assert section.fresh.error
    section.fresh.set_text("lantern-9 bridge")
    click(section.reset, link, qtbot)
    after = ask(staff.account_named, CARA)
    assert after.must_change
    assert after.password_hash != before


def test_ones_own_password_asks_for_the_old_one_and_the_new_one_twice(
    open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot
):
    section = open_part("password")
    for field, text in ((section.old, "wrong"), (section.new, "lantern-9 bridge"), (section.again, "other")):
        field.set_text(text)
    click(section.foot.button, link, qtbot)
    assert section.again.error
    section.again.set_text("lantern-9 bridge")
    click(section.foot.button, link, qtbot)
    assert section.old.error
    section.old.set_text(PASSWORD)
    before = ask(staff.account_named, ANN).password_hash
    click(section.foot.button, link, qtbot)
    assert ask(staff.account_named, ANN).password_hash != before
    assert section.new.text() == ""


def test_posts_that_nobody_confirmed_come_first_and_confirming_goes_on_to_the_next(
    open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot
):
    section = open_part("posts")
    codes = texts_of(section.table)
    assert section.holder.value() == ask(staff.account_named, ANN).id
    section.holder.set_value(ask(staff.account_named, BEN).id)
    click(section.foot.button, link, qtbot)
    confirmed = [post for post in ask(posts.posts) if post.confirmed]
    assert [post.code for post in confirmed] == [codes[0]]
    assert ask(posts.holders)[confirmed[0].holder_id] == BEN
    assert texts_of(section.table) == [*codes[1:], codes[0]]
    assert section.table.current().post.code == codes[1]
    assert str(len(codes) - 1) in section.summary.text()


def test_a_post_gets_its_stand_in_who_is_not_its_holder(open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot):
    ann, ben = (ask(staff.account_named, name).id for name in (ANN, BEN))
    section = open_part("posts")
    first = section.table.current().post
    section.stand_in.set_value(ann)
    click(section.foot.button, link, qtbot)
    assert "B岗不能是在岗人本人" in section.stand_in.error
    section.stand_in.set_value(ben)
    click(section.foot.button, link, qtbot)
    kept = next(post for post in ask(posts.posts) if post.id == first.id)
    assert (kept.holder_id, kept.stand_in_id) == (ann, ben)


def test_who_stands_in_for_more_than_two_posts_is_warned_of(open_part: Open, ask: Ask):
    ann, ben = (ask(staff.account_named, name).id for name in (ANN, BEN))
    for post in ask(posts.posts)[:2]:
        ask(posts.staff_post, post.id, ann, ben)
    section = open_part("posts")
    section.stand_in.set_value(ben)
    section.stand_in.edited.emit()
    assert section.stand_in.line.text() == "还在 2 个岗位任 B岗；一人顶岗不宜超过 2 个。"
    section.stand_in.set_value(0)
    section.stand_in.edited.emit()
    assert "自动转给顶岗人" in section.stand_in.line.text()


def test_a_backup_is_made_and_listed(open_part: Open, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    section = open_part("backups")
    assert texts_of(section.table) == []
    click(section.button, link, qtbot)
    answered(link, qtbot)
    assert len(texts_of(section.table)) == 1
    assert "上次备份" in shell.status.words.text()


def test_a_backup_that_cannot_be_made_is_told_where_it_was_asked_for(
    open_part: Open, office: Path, link: DeskLink, qtbot: QtBot
):
    section = open_part("backups")
    (office / "backups").write_text("in the way", encoding="utf-8")
    click(section.button, link, qtbot)
    assert section.error.isVisible()
    assert section.button.isEnabled()


def test_the_upkeep_makes_a_backup_when_one_is_due_and_then_waits(
    shell: MainWindow, office: Path, link: DeskLink, qtbot: QtBot
):
    for _times in range(2):
        shell.upkeep.back_up()
        answered(link, qtbot)
    assert len(list((office / "backups").glob("*.db"))) == 1


def test_at_the_end_a_backup_is_made_of_whatever_changed(link: DeskLink, ask: Ask, clock: Clock):
    clock.now = datetime.now(UTC)
    ask(lambda desk: backups.back_up(desk.store))
    assert ask(back_up_at_end) is None
    clock.now = datetime.now(UTC)
    ask(posts.assign_post, ask(posts.posts)[0].id, ask(staff.account_named, BEN).id)
    assert ask(back_up_at_end) is not None


def test_closing_the_window_makes_a_backup(
    empty_link: DeskLink, office: Path, machine: Machine, clock: Clock, qtbot: QtBot
):
    window = Window(empty_link, office, machine, clock)
    qtbot.addWidget(window)
    window.show()
    window.open()
    answered(empty_link, qtbot)
    door = window.stack.currentWidget()
    assert isinstance(door, SignInPage)
    door.name.set_text(ANN)
    door.password.set_text(PASSWORD)
    door.submit()
    qtbot.waitUntil(lambda: window.work is not None)
    answered(empty_link, qtbot)
    window.close()
    assert len(list((office / "backups").glob("*.db"))) == 1


def test_next_years_calendar_is_asked_for_from_november_on(
    shell: MainWindow, link: DeskLink, clock: Clock, ask: Ask, qtbot: QtBot
):
    assert "2027" in shell.banner_line.words.text()
    clock.now = datetime(2026, 10, 31, 15, 59, tzinfo=UTC)
    assert calendar_banner(link.desk) is None
    clock.advance(minutes=1)
    assert "2027" in (calendar_banner(link.desk) or "")
    ask(calendar_changes.apply, calendar_files.read_text(NOTICE).edit)
    qtbot.waitUntil(lambda: calendar_banner(link.desk) is None)
    qtbot.waitUntil(shell.banner_line.isHidden)


def test_the_banner_leads_to_the_calendar(shell: MainWindow, link: DeskLink, qtbot: QtBot):
    click(shell.banner_line.button, link, qtbot)
    page = shell.pages["settings"]
    assert isinstance(page, SettingsPage)
    assert page.section == "calendar"


def test_a_clerk_is_not_asked_for_the_calendar(link: DeskLink, clock: Clock, qtbot: QtBot, machine: Any):
    sit(link, qtbot, DAN, clock)
    window = MainWindow(link, Language.ZH, machine=machine)
    qtbot.addWidget(window)
    assert window.banner_line.isHidden()
    window.end()


def test_an_account_that_is_put_out_of_use_leaves_the_desk(
    shell: MainWindow, link: DeskLink, clock: Clock, ask: Ask, qtbot: QtBot
):
    cara = ask(staff.account_named, CARA)
    ask(staff.change_account, replace(cara, roles=(Role.ADMINISTRATOR,)))
    with qtbot.waitSignal(shell.lock_wanted):
        ask(staff.change_account, replace(ask(staff.account_named, ANN), active=False))


def test_language_look_size_and_idle_time_are_remembered_by_the_machine(
    open_part: Open, shell: MainWindow, link: DeskLink, qtbot: QtBot, tmp_path: Path
):
    section = open_part("looks")
    for button in (section.languages["en"], section.looks["dark"], section.sizes[130]):
        click(button, link, qtbot)
    section.idle.set_value(7)
    section.idle.edited.emit()
    kept = read_settings(shell.machine._folder)
    assert (kept.language, kept.look, kept.text_percent, kept.idle_minutes) == ("en", "dark", 130, 7)


def test_the_settings_open_where_they_were_left_also_in_another_language(
    open_part: Open, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    open_part("looks")
    again = MainWindow(link, Language.EN, machine=shell.machine)
    qtbot.addWidget(again)
    again.go("settings")
    answered(link, qtbot)
    page = again.pages["settings"]
    assert isinstance(page, SettingsPage)
    assert page.section == "looks"
    again.end()


def test_settings_that_cannot_be_written_hold_all_the_same_and_it_is_said(
    open_part: Open, shell: MainWindow, link: DeskLink, qtbot: QtBot, tmp_path: Path
):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    shell.machine._folder = tmp_path / "file"
    section = open_part("looks")
    click(section.looks["dark"], link, qtbot)
    assert shell.machine.is_dark
    assert shell.failure_line.isVisible()


def test_names_are_shown_as_text_whatever_stands_in_them(open_part: Open, link: DeskLink, qtbot: QtBot):
    section = open_part("counters")
    click(section.new, link, qtbot)
    section.name.set_text("<b>2号</b>")
    click(section.foot.button, link, qtbot)
    assert texts_of(section.table)[-1] == "<b>2号</b>"
    buttons = [button for button in QApplication.allWidgets() if isinstance(button, QPushButton)]
    assert all("<b>" not in button.text() for button in buttons)


def test_two_banners_come_one_after_the_other(shell: MainWindow, link: DeskLink, qtbot: QtBot):
    first = shell.banner_line.words.text()
    shell.banner("今天请导出", "去导出", lambda: None)
    assert shell.banner_line.words.text() == "今天请导出"
    click(shell.banner_line.close_button, link, qtbot)
    assert shell.banner_line.words.text() == first
    shell.banner("今天请导出", "去导出", lambda: None)
    shell.banner("", shell.upkeep.tr("去载入"))
    assert shell.banner_line.words.text() == "今天请导出"
    shell.banner("", "去导出")
    assert shell.banner_line.isHidden()


def test_a_post_gets_two_stand_ins_in_an_order_that_can_be_exchanged(
    open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot
):
    ann, ben, cara = (ask(staff.account_named, name).id for name in (ANN, BEN, CARA))
    section = open_part("posts")
    first = section.table.current().post
    section.stand_in.set_value(ben)
    section.second.set_value(cara)
    click(section.swap_button, link, qtbot)
    section.approved.set_text("王处长")
    click(section.foot.button, link, qtbot)
    kept = next(post for post in ask(posts.posts) if post.id == first.id)
    assert (kept.holder_id, kept.stand_in_id, kept.second_id) == (ann, cara, ben)


def test_a_change_of_hands_is_planned_for_a_day(open_part: Open, link: DeskLink, ask: Ask, qtbot: QtBot):
    ann, ben = (ask(staff.account_named, name).id for name in (ANN, BEN))
    section = open_part("posts")
    first = section.table.current().post
    section.holder.set_value(ben)
    section.begins.set_text("哪天")
    click(section.foot.button, link, qtbot)
    assert "看不懂这个日期" in section.begins.error
    section.begins.edit.clear()
    type_text(section.begins, "12-1")
    assert "12月1日" in section.begins.line.text()
    click(section.foot.button, link, qtbot)
    assert next(post for post in ask(posts.posts) if post.id == first.id).holder_id == ann
    assert section.tenures.text().startswith("将任 A岗 本 自 2026-12-01")


def test_two_posts_are_kept_apart_and_parted_again(open_part: Open, link: DeskLink, qtbot: QtBot):
    section = open_part("posts")
    apart = section.apart
    click(apart.add_button, link, qtbot)
    assert apart.reason.error
    apart.reason.set_text("会计与出纳")
    click(apart.add_button, link, qtbot)
    assert texts_of(apart.table, 1) == ["会计与出纳"]
    apart.table.select_record(apart.table.records.record(0).id)
    click(apart.lift_button, link, qtbot)
    assert texts_of(apart.table) == []
