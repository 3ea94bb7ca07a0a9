"""The room of the weekly log: figures, pictures, the export and what is remembered of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition, Inquiry
from reception.rules.logs import LogFormat, Week
from reception.rules.notices import SecondReason
from reception.rules.staff import Account, Action, Role
from reception.services import export_history, inquiries, logs, notices, tallies
from reception.services.desk import Desk
from tests.cast import CHEAP_PASSWORDS, PASSWORD, Clock
from tests.drafts import draft_of
from tests.services.test_once import lacking
from tests.ui.conftest import Ask, answered, sit
from ui.desk_link import DeskLink
from ui.logs.page import LogsPage
from ui.main_window import MainWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Enter = Callable[..., LogsPage]
HEAD = "任"
NAMES = ["reception-2026-W48.csv", "reception-2026-W48.pdf", "reception-2026-W48.xlsx"]


@pytest.fixture
def record(ask: Ask) -> Callable[..., Inquiry]:
    """Give a way to record an inquiry."""

    def made(way: Disposition = Disposition.D1, **changes: Any) -> Inquiry:
        found: Inquiry = ask(inquiries.record, draft_of(way, **changes), None).inquiry
        return found

    return made


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the room."""

    def entered(**what: Any) -> LogsPage:
        shell.activateWindow()
        shell.go("logs", **what)
        answered(link, qtbot)
        page = shell.pages["logs"]
        assert isinstance(page, LogsPage)
        return page

    return entered


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give an empty folder for exports."""
    made = tmp_path / "周志"
    made.mkdir()
    return made


def export(page: LogsPage, folder: Path, link: DeskLink, qtbot: QtBot) -> None:
    page.exporting.folder.edit.clear()
    page.exporting.folder.edit.insert(str(folder))
    qtbot.mouseClick(page.exporting.export_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def hire_head(ask: Ask) -> None:
    def hire(desk: Desk) -> None:
        with desk.work(Action.EDIT_STAFF) as work:
            head = Account(name=HEAD, roles=(Role.UNIT_HEAD,), password_hash=CHEAP_PASSWORDS.hash(PASSWORD))
            work.log(work.add(head))

    ask(hire)


def test_the_week_stands_there_at_a_glance(record, enter: Enter):
    record()
    record(Disposition.D3)
    page = enter()
    tiles = {name: label.text() for name, label in page.figures.tiles.items()}
    assert (tiles["total"], tiles["on_the_spot_rate"], tiles["cases_opened"]) == ("2", "100.0%", "1")
    assert tiles["told_once_rate"] == "—"


def test_what_was_told_stands_there_line_by_line(ask: Ask, enter: Enter):
    def told(desk: Desk) -> None:
        recorded = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(2, 3))
        notices.issue(desk, recorded.inquiry.id, lacking(3, 4, why=SecondReason.OMISSION))
        inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(1))

    ask(told)
    said = [(words.text(), number.text()) for words, number in enter().figures.told.values()]
    assert said == [
        ("出具告知单", "3"),
        ("其中需补正", "3"),
        ("平均缺项（需补正的告知单）", "1.7"),
        ("二次告知", "1"),
        ("其中我方遗漏", "1"),
        ("一次告知率", "50.0%"),
    ]


def test_every_picture_can_be_read_as_text(record, enter: Enter):
    record()
    record(Disposition.D7)
    page = enter()
    assert page.figures.channels.accessibleDescription().startswith("来访 2、来电 0")
    assert "D7 引导告知 1" in page.figures.ways.accessibleDescription()
    assert page.figures.hours.accessibleDescription() == "星期二 10:00 2"


def test_an_empty_week_says_so(enter: Enter):
    page = enter()
    assert "这一周没有登记" in page.nothing.text()
    assert not page.figures.isVisible()


def test_a_week_in_which_people_were_only_counted_shows_its_figures(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot
):
    page = enter()
    ask(tallies.count, token="a")
    link.beat()
    answered(link, qtbot)
    assert page.figures.isVisible()
    assert (page.figures.tiles["tallies"].text(), page.figures.tiles["total"].text()) == ("1", "0")


def test_weeks_are_walked_by_keys_but_not_beyond_the_present(
    record, enter: Enter, link: DeskLink, qtbot: QtBot, clock: Clock
):
    record(received_at=clock.now.replace(day=19))
    page = enter()
    qtbot.keyClick(page, Key.Key_Left, CTRL)
    answered(link, qtbot)
    assert page.weeks.words.text() == "2026年第47周 · 11月16日—11月22日"
    assert page.figures.tiles["total"].text() == "1"
    qtbot.keyClick(page, Key.Key_Right, CTRL)
    qtbot.keyClick(page, Key.Key_Right, CTRL)
    answered(link, qtbot)
    assert page.weeks.week == Week(year=2026, number=48)
    assert not page.weeks.later.isEnabled()


def test_the_week_follows_what_is_recorded(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    record()
    page = enter()
    record()
    link.beat()
    answered(link, qtbot)
    assert page.figures.tiles["total"].text() == "2"


def test_the_files_are_placed_and_named(record, enter: Enter, folder: Path, link: DeskLink, qtbot: QtBot):
    record()
    page = enter()
    export(page, folder, link, qtbot)
    assert files(folder) == NAMES
    assert page.exporting.result.text().startswith("已导出 1 条：reception-2026-W48.xlsx")
    assert page.exporting.open_button.isVisible()
    assert page.exporting.export_button.isEnabled()


def test_only_the_chosen_kinds_are_placed(record, enter: Enter, folder: Path, link: DeskLink, qtbot: QtBot):
    record()
    page = enter()
    for form in (LogFormat.XLSX, LogFormat.PDF):
        page.exporting.formats[form].box.click()
    export(page, folder, link, qtbot)
    assert files(folder) == ["reception-2026-W48.csv"]


def test_no_kind_at_all_is_refused_at_its_place(enter: Enter, folder: Path, link: DeskLink, qtbot: QtBot):
    page = enter()
    for field in page.exporting.formats.values():
        field.box.click()
    export(page, folder, link, qtbot)
    assert page.exporting.formats[LogFormat.XLSX].error
    assert files(folder) == []


def test_a_folder_must_be_named(enter: Enter, link: DeskLink, qtbot: QtBot):
    page = enter()
    page.exporting.folder.edit.clear()
    qtbot.mouseClick(page.exporting.export_button, Qt.MouseButton.LeftButton)
    assert page.exporting.folder.error == "请选择存放的文件夹。"


def test_a_folder_that_cannot_be_written_is_said_and_the_form_stays(
    record, enter: Enter, tmp_path: Path, link: DeskLink, qtbot: QtBot
):
    record()
    blocked = tmp_path / "not-a-folder"
    blocked.write_text("x", encoding="utf-8")
    page = enter()
    export(page, blocked, link, qtbot)
    assert page.exporting.error.isVisible()
    assert page.exporting.folder.text() == str(blocked)
    assert page.exporting.export_button.isEnabled()


def test_the_folder_is_remembered(record, enter: Enter, shell: MainWindow, folder: Path, link: DeskLink, qtbot: QtBot):
    record()
    export(enter(), folder, link, qtbot)
    assert shell.machine.settings.export_folder == str(folder)
    again = LogsPage(shell, link)
    qtbot.addWidget(again)
    answered(link, qtbot)
    assert again.exporting.folder.text() == str(folder)


def test_each_export_is_kept_in_the_list(record, enter: Enter, folder: Path, link: DeskLink, qtbot: QtBot):
    record()
    page = enter()
    assert page.history.records.rowCount() == 0
    export(page, folder, link, qtbot)
    model = page.history.records
    assert [str(model.index(0, place).data()) for place in range(4)] == ["2026-W48", "11-24 10:26", "安", "脱敏"]


def test_a_clerk_is_not_offered_whole_values(enter: Enter):
    assert not enter().exporting.whole.isVisible()


def test_the_unit_head_states_a_purpose_for_whole_values(
    record, shell: MainWindow, ask: Ask, folder: Path, link: DeskLink, qtbot: QtBot, clock: Clock
):
    record(Disposition.D3, person_name="张小三")
    hire_head(ask)
    sit(link, qtbot, HEAD, clock)
    page = LogsPage(shell, link)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    answered(link, qtbot)
    page.exporting.whole.box.click()
    export(page, folder, link, qtbot)
    assert page.exporting.purpose.error
    assert files(folder) == []
    page.exporting.purpose.edit.insert("上级检查")
    export(page, folder, link, qtbot)
    assert "张小三" in (folder / "reception-2026-W48.csv").read_text(encoding="utf-8-sig")
    (kept,) = ask(export_history.exports)
    assert (kept.masked, kept.purpose, kept.placed) == (False, "上级检查", True)
    assert not page.exporting.whole.value()


def test_one_without_the_right_reads_a_sentence(
    shell: MainWindow, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    def hire(desk: Desk) -> None:
        with desk.work(Action.EDIT_STAFF) as work:
            account = Account(name="管", roles=(Role.ADMINISTRATOR,), password_hash=CHEAP_PASSWORDS.hash(PASSWORD))
            work.log(work.add(account))

    ask(hire)
    sit(link, qtbot, "管", clock)
    page = LogsPage(shell, link)
    qtbot.addWidget(page)
    page.show()
    answered(link, qtbot)
    assert page.error.isVisible()
    assert not page.exporting.export_button.isEnabled()


def test_the_last_working_day_reminds_until_the_week_is_exported(
    record, shell: MainWindow, folder: Path, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    record()
    clock.advance(days=3)
    link.beat()
    answered(link, qtbot)
    assert "本周（2026-W48）的接待登记还没有导出" in shell.banner_line.words.text()
    ask(logs.export_week, Week(year=2026, number=48), folder)
    link.beat()
    answered(link, qtbot)
    assert "2026-W48" not in shell.banner_line.words.text()


def test_the_reminder_leads_to_the_week(record, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock):
    record()
    clock.advance(days=7)
    link.beat()
    answered(link, qtbot)
    assert "上周（2026-W48）" in shell.banner_line.words.text()
    qtbot.mouseClick(shell.banner_line.button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    page = shell.pages["logs"]
    assert isinstance(page, LogsPage)
    assert page.weeks.week == Week(year=2026, number=48)


def test_no_reminder_earlier_in_the_week(record, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    record()
    shell.banner("")
    link.beat()
    answered(link, qtbot)
    assert not shell.banner_line.isVisible()
