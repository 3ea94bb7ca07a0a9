"""The directory by keyboard: a unit found by what people say, mended, the slip printed, the wrong doors counted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reception.rules.catalogue import Unit
from reception.rules.inquiries import Disposition, GuideMode
from reception.services import audit, catalogue, directory, inquiries
from reception.services.desk import Desk
from tests.cast import BEN, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit
from tests.ui.intake import Clerk
from tests.ui.test_accessibility import faults
from ui.desk_link import DeskLink
from ui.directory.editor import UnitEditor
from ui.directory.listing import DirectoryStep
from ui.directory.slip import WaySlipStep
from ui.logs.page import LogsPage
from ui.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


def unit(desk: Desk, code: str = "CW") -> Unit:
    return next(each for each in catalogue.units(desk, inactive=True) if each.code == code)


def open_directory(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> DirectoryStep:
    shell.activateWindow()
    shell.go("catalogue")
    answered(link, qtbot)
    qtbot.keyClick(shell.pages["catalogue"], Key.Key_U, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(shell.present_page(), DirectoryStep))
    answered(link, qtbot)
    step = shell.present_page()
    assert isinstance(step, DirectoryStep)
    return step


def test_what_a_visitor_says_finds_the_unit_and_its_door(clerk: Clerk):
    clerk.ask(directory.fill_from_catalogue)
    clerk.link.minute.emit()
    clerk.settle()
    clerk.begin().press("Shift+F6").type("学费").press("Return")
    field = clerk.form.ways.to_unit
    assert field.code == "CW"
    assert "现在开门 · 工作日 08:00-12:00 14:30-17:30" in field.line.text()
    clerk.form.ways.guide_mode.setFocus()
    clerk.press("3", "Ctrl+S")
    (inquiry,) = clerk.recorded()
    assert (inquiry.to_unit, inquiry.guide_mode) == ("CW", GuideMode.CALL_TRANSFERRED)


def test_one_key_after_a_guided_visit_opens_its_way_slip(clerk: Clerk):
    clerk.begin().press("Shift+F6").type("财务").press("Return", "Ctrl+S")
    assert "Ctrl+P 打印指路单" in clerk.toast()
    clerk.press("Ctrl+P")
    step = clerk.window.present_page()
    assert isinstance(step, WaySlipStep)
    assert step.paper is not None
    assert step.paper.pages == 1
    assert len(clerk.recorded()) == 1


def test_ctrl_p_saves_a_guided_visit_and_goes_on_to_its_slip(clerk: Clerk, tmp_path):
    clerk.begin().press("Shift+F6").type("财务").press("Return", "Ctrl+P")
    step = clerk.window.present_page()
    assert isinstance(step, WaySlipStep)
    (inquiry,) = clerk.recorded()
    step.save_as(str(tmp_path / "slip.pdf"))
    clerk.settle()
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")
    assert clerk.ask(audit.history, "Inquiry", inquiry.id)[-1].action == "print_notice"


def test_a_guided_call_has_its_telephone_record_and_no_slip(clerk: Clerk):
    clerk.begin(channel="2", name="王芳", phone="13800001234").press("Shift+F6").type("财务").press("Return", "Ctrl+S")
    assert "指路单" not in clerk.toast()


def test_the_directory_is_found_by_duty_and_mended_by_keys(shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot):
    step = open_directory(shell, link, qtbot)
    assert faults(shell) == []
    step.search.insert("补办学生证")
    answered(link, qtbot)
    assert step.table.current().unit.code == "JW"
    qtbot.keyClick(step.search, Key.Key_Down)
    qtbot.keyClick(step.table, Key.Key_Return)
    editor = shell.present_page()
    assert isinstance(editor, UnitEditor)
    assert faults(shell) == []
    editor.fields["phone"].edit.selectAll()
    qtbot.keyClicks(editor.fields["phone"].edit, "0731-5550-1299")
    qtbot.keyClick(editor.fields["phone"].edit, Key.Key_Escape)
    assert shell.present_page() is editor
    assert not editor.unsaved.isHidden()
    qtbot.keyClick(editor.fields["phone"].edit, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)
    assert shell.present_page() is step
    assert ask(unit, "JW").phone == "0731-5550-1299"
    assert step.values["phone"].text() == "0731-5550-1299"


def test_a_mistake_stands_at_its_field(shell: MainWindow, link: DeskLink, qtbot: QtBot):
    step = open_directory(shell, link, qtbot)
    step.add()
    editor = shell.present_page()
    assert isinstance(editor, UnitEditor)
    qtbot.keyClicks(editor.fields["code"].edit, "CW")
    editor.save()
    answered(link, qtbot)
    assert editor.fields["name"].error == "请填写此项。"
    assert "CW" in editor.fields["code"].error


def test_a_clerk_mends_what_the_counter_tells_and_no_names(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock
):
    sit(link, qtbot, BEN, clock)
    step = DirectoryStep(shell, link)
    shell.open_step(step)
    answered(link, qtbot)
    assert step.new_button.isHidden()
    step.edit()
    editor = shell.present_page()
    assert isinstance(editor, UnitEditor)
    able = {name for name, field in editor.fields.items() if field.inner.isEnabled()}
    assert able == {"place", "place_en", "phone", "hours", "duties"}


def test_who_came_to_the_wrong_door_is_counted_with_the_records_behind(
    shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot
):
    for summary in ("问学费", "学费在哪", "打印"):
        ask(inquiries.record, draft_of(Disposition.D7, summary=summary))
    shell.go("logs", part="guided")
    answered(link, qtbot)
    page = shell.pages["logs"]
    assert isinstance(page, LogsPage)
    table = page.guided.table
    assert [table.records.index(0, column).data() for column in range(3)] == ["2", "学费", "计划财务处"]
    assert page.guided.records.records.rowCount() == 2
    assert faults(shell) == []
    qtbot.keyClick(table, Key.Key_Return)
    assert page.guided.records.hasFocus()
    assert page.back()
    assert table.hasFocus()
