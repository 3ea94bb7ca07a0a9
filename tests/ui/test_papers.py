"""Steps in which papers are seen, printed and saved: the register, the record of a call, blank papers."""

import json
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Channel, Disposition, Inquiry
from reception.rules.staff import Account, Action, Role
from reception.services import audit, catalogue, inquiries, papers
from reception.services.desk import Desk
from reception.services.register import RegisterFilter
from tests.cast import CHEAP_PASSWORDS, PASSWORD, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit, type_text
from tests.ui.trays import Tray
from ui.blank_papers import BlankStep
from ui.catalogue.page import CataloguePage
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.paper_step import PaperStep
from ui.printing import sender
from ui.register.page import RegisterPage
from ui.register.printing import RegisterPrintStep
from ui.telephone_record import CallStep

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
HEAD = "任"


def text_of(path: Path) -> str:
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")
    return "".join(said.split())


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    """Give a machine with one printer."""
    return Tray(tmp_path, "前台")


@pytest.fixture
def record(ask: Ask) -> Callable[..., Inquiry]:
    """Give a way to record an inquiry."""

    def made(way: Disposition = Disposition.D1, **changes: Any) -> Inquiry:
        found: Inquiry = ask(inquiries.record, draft_of(way, **changes)).inquiry
        return found

    return made


@pytest.fixture
def settle(link: DeskLink, qtbot: QtBot) -> Callable[[], None]:
    """Give what waits until nothing is under way any more."""

    def settled() -> None:
        qtbot.waitUntil(lambda: not sender().is_busy and not link.is_busy, timeout=20_000)
        answered(link, qtbot)

    return settled


@pytest.fixture
def open_step(shell: MainWindow, settle: Callable[[], None]) -> Callable[[PaperStep], None]:
    """Give what lays a step over the register and waits for its paper."""

    def opened(step: PaperStep) -> None:
        shell.go("register")
        settle()
        shell.open_step(step)
        settle()

    return opened


def hire_head(ask: Ask) -> None:
    def hire(desk: Desk) -> None:
        with desk.work(Action.EDIT_STAFF) as work:
            head = Account(name=HEAD, roles=(Role.UNIT_HEAD,), password_hash=CHEAP_PASSWORDS.hash(PASSWORD))
            work.log(work.add(head))

    ask(hire)


def noted(ask: Ask) -> list[dict[str, Any]]:
    return [{"act": entry.action, **json.loads(entry.payload)} for entry in ask(audit.history, papers.KIND, 0)]


def print_with_keys(step: PaperStep, settle: Callable[[], None]) -> None:
    QTest.keyClick(step, Key.Key_P, CTRL)
    assert step.dialog is not None
    step.dialog.accept()
    settle()


def top_step(shell: MainWindow) -> Any:
    return shell.findChild(PaperStep)


def test_ctrl_p_in_the_register_opens_the_paper_of_what_the_list_shows(
    shell: MainWindow, record: Any, settle: Callable[[], None], qtbot: QtBot
):
    record(summary="留在筛选里", channel=Channel.LETTER)
    record(summary="不在筛选里")
    shell.go("register", search="留在筛选里")
    settle()
    page = shell.pages["register"]
    assert isinstance(page, RegisterPage)
    qtbot.keyClick(page, Key.Key_P, CTRL)
    settle()
    step = top_step(shell)
    assert isinstance(step, RegisterPrintStep)
    assert step.extent.count == 1
    assert step.heading.text() == "1 条登记"
    assert step.view.page_count == 1
    assert step.print_button.isEnabled()
    assert step.print_button.hasFocus()


def test_the_register_is_printed_across_and_written_down_only_then(
    shell: MainWindow, link: DeskLink, record: Any, ask: Ask, open_step: Any, settle: Any, tray: Tray
):
    record(person_name="欧阳小明", phone="13800001234", privacy_told=True)
    step = RegisterPrintStep(shell, link, RegisterFilter(), printers=tray)
    open_step(step)
    assert noted(ask) == []
    print_with_keys(step, settle)
    (job,) = tray.jobs
    facts = subprocess.run(["pdfinfo", job], capture_output=True, check=True).stdout.decode()
    assert "841" in facts.split("Page size:")[1].split("x")[0] or "842" in facts.split("Page size:")[1].split("x")[0]
    assert noted(ask) == [{"act": "print_register", "count": 1, "masked": True}]
    assert "首问负责登记表" in shell.toasts.text


def test_the_register_is_saved_masked(
    shell: MainWindow, link: DeskLink, record: Any, open_step: Any, settle: Any, tmp_path: Path
):
    record(person_name="欧阳小明", phone="13800001234", privacy_told=True)
    step = RegisterPrintStep(shell, link, RegisterFilter())
    open_step(step)
    step.save()
    assert isinstance(step.dialog, QFileDialog)
    step.dialog.close()
    step.save_as(str(tmp_path / "register.pdf"))
    settle()
    text = text_of(tmp_path / "register.pdf")
    assert "欧阳**" in text
    assert "13800001234" not in text


def test_a_range_of_days_is_drawn_when_it_is_asked_for(
    shell: MainWindow, link: DeskLink, record: Any, open_step: Any, settle: Any, qtbot: QtBot, clock: Clock
):
    record()
    record(received_at=clock.now - timedelta(days=40))
    step = RegisterPrintStep(shell, link, RegisterFilter())
    open_step(step)
    assert step.extent.count == 2
    qtbot.mouseClick(step.by_days, Qt.MouseButton.LeftButton)
    assert not step.print_button.isEnabled()
    assert step.draw_button.isVisible()
    step.first_on.edit.setFocus()
    step.first_on.edit.selectAll()
    qtbot.keyClicks(step.first_on.edit, "2026-11-01")
    qtbot.keyClick(step.first_on.edit, Key.Key_Return)
    settle()
    assert step.extent.count == 1
    assert step.print_button.isEnabled()
    assert not step.draw_button.isVisible()


@pytest.mark.parametrize(
    ("first", "last", "field"), [("昨天", "", "first_on"), ("2026-11-20", "2026-11-19", "last_on")]
)
def test_days_that_cannot_be_are_said_at_their_field(
    shell: MainWindow, link: DeskLink, open_step: Any, settle: Any, first: str, last: str, field: str
):
    step = RegisterPrintStep(shell, link, RegisterFilter())
    open_step(step)
    step.by_days.click()
    for line, words in ((step.first_on, first), (step.last_on, last)):
        if words:
            line.edit.selectAll()
            type_text(line, words)
    step.draw()
    settle()
    assert {name: bool(each.error) for name, each in step._fields.fields.items()} == {
        name: name == field for name in ("first_on", "last_on", "purpose")
    }
    assert not step.print_button.isEnabled()


def test_whole_values_are_the_unit_heads_with_a_purpose(
    shell: MainWindow, link: DeskLink, record: Any, ask: Ask, open_step: Any, settle: Any, qtbot: QtBot, clock: Clock,
    tmp_path: Path,
):  # fmt: skip
    record(person_name="欧阳小明", phone="13800001234", privacy_told=True)
    clerks = RegisterPrintStep(shell, link, RegisterFilter())
    open_step(clerks)
    assert not clerks.whole.isVisible()
    shell.close_step()
    hire_head(ask)
    sit(link, qtbot, HEAD, clock)
    step = RegisterPrintStep(shell, link, RegisterFilter())
    open_step(step)
    qtbot.keyClick(step.whole.box, Key.Key_Space)
    assert step.purpose.edit.hasFocus()
    assert not step.print_button.isEnabled()
    qtbot.keyClick(step.purpose.edit, Key.Key_Return)
    settle()
    assert step.purpose.error
    assert noted(ask) == []
    type_text(step.purpose, "上级检查")
    qtbot.keyClick(step.purpose.edit, Key.Key_Return)
    settle()
    step.save_as(str(tmp_path / "whole.pdf"))
    settle()
    assert "欧阳小明" in text_of(tmp_path / "whole.pdf")
    assert [each["act"] for each in noted(ask)] == ["export_full", "print_register"]
    assert noted(ask)[1]["masked"] is False
    type_text(step.purpose, "，另一件")
    assert step.print_button.isEnabled()


def test_escape_stops_the_drawing_and_then_leaves(
    shell: MainWindow, link: DeskLink, record: Any, settle: Any, qtbot: QtBot
):
    for _ in range(3):
        record()
    shell.go("register")
    settle()
    step = RegisterPrintStep(shell, link, RegisterFilter())
    shell.open_step(step)
    qtbot.waitUntil(lambda: step._progress is not None, timeout=20_000)
    assert step.stop_button.isVisible()
    assert step.back()
    settle()
    assert step.about.text() == "已停止，没有生成。"
    assert step.paper is None
    assert not step.print_button.isEnabled()
    assert step.draw_button.isVisible()
    assert not step.back()
    step.draw_button.click()
    settle()
    assert step.print_button.isEnabled()


def test_a_call_has_its_record_behind_a_button_and_other_contacts_have_none(
    shell: MainWindow, record: Any, settle: Any
):
    call = record(Disposition.D9, channel=Channel.PHONE, summary="反映施工噪声")
    visit = record()
    shell.go("register", inquiry_id=visit.id)
    settle()
    page = shell.pages["register"]
    assert isinstance(page, RegisterPage)
    assert not page.pane.call_button.isVisible()
    page.open_record(call.id)
    settle()
    page.pane.call_button.click()
    settle()
    step = top_step(shell)
    assert isinstance(step, CallStep)
    assert step.heading.text() == call.reg_no
    assert step.view.page_count == 1


def test_the_record_of_a_call_is_printed_whole_and_written_down(
    shell: MainWindow, link: DeskLink, record: Any, ask: Ask, open_step: Any, settle: Any, tray: Tray, tmp_path: Path
):
    call = record(Disposition.D9, channel=Channel.PHONE, summary="反映施工噪声")
    step = CallStep(shell, link, call, tray)
    open_step(step)
    assert ask(audit.history, "Inquiry", call.id)[-1].action == "record"
    print_with_keys(step, settle)
    assert len(tray.jobs) == 1
    assert ask(audit.history, "Inquiry", call.id)[-1].action == "print_register"
    step.save_as(str(tmp_path / "call.pdf"))
    settle()
    text = text_of(tmp_path / "call.pdf")
    assert "13800001234" in text
    assert "预览" not in text


def test_a_printer_that_fails_is_said_and_can_be_tried_again(
    shell: MainWindow, link: DeskLink, open_step: Any, settle: Any, tray: Tray, qtlog: Any
):
    tray.broken.add("前台")
    step = BlankStep(shell, link, None, tray)
    open_step(step)
    with qtlog.disabled():
        print_with_keys(step, settle)
    assert step.error.isVisible()
    assert step.print_button.isEnabled()
    tray.broken.clear()
    print_with_keys(step, settle)
    assert not step.error.isVisible()


def test_blank_papers_are_chosen_one_beside_the_other(
    shell: MainWindow, link: DeskLink, ask: Ask, open_step: Any, settle: Any, tmp_path: Path
):
    matter = ask(catalogue.card, "JW-04").matter
    step = BlankStep(shell, link, matter)
    open_step(step)
    assert step.kinds["A4"].isChecked()
    step.save_as(str(tmp_path / "a4.pdf"))
    settle()
    assert "休学申请表" in text_of(tmp_path / "a4.pdf")
    step.kinds["register"].click()
    settle()
    assert step.paper is not None
    assert step.paper.landscape
    step.save_as(str(tmp_path / "register.pdf"))
    settle()
    assert "登记表" in text_of(tmp_path / "register.pdf")


def test_a_matter_of_the_catalogue_leads_to_its_blank_notice(shell: MainWindow, settle: Any, qtbot: QtBot):
    shell.go("catalogue", code="JW-04")
    settle()
    page = shell.pages["catalogue"]
    assert isinstance(page, CataloguePage)
    page.blank_button.click()
    settle()
    step = top_step(shell)
    assert isinstance(step, BlankStep)
    assert step.kind == "A4"
    assert "休学" in step.about.text()
