"""How a day at the counter begins and ends: the day's room first, one calm line last."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reception.rules.callbacks import CallDraft
from reception.rules.inquiries import Disposition, Inquiry
from reception.services import call_list, callbacks, inquiries
from tests.cast import ANN, BEN, CHEAP_PASSWORDS, COUNTER, PASSWORD, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, type_text
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.rail import ROOMS
from ui.sign_in import SignInPage
from ui.window import Window

Key = Qt.Key
SHOWN = tuple(room for room in ROOMS if room.name in ("today", "inquiries", "register", "cases"))


class AskedByHand(QCloseEvent):
    """A close event as the system sends it when somebody presses the cross."""

    def spontaneous(self) -> bool:
        return True


@pytest.fixture
def window(empty_link: DeskLink, office: Path, machine: Machine, clock: Clock, qtbot: QtBot) -> Iterator[Window]:
    """Give the whole window at the door."""
    made = Window(empty_link, office, machine, clock, SHOWN, passwords=CHEAP_PASSWORDS)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.open()
    answered(empty_link, qtbot)
    yield made
    made.close()


def enter(window: Window, qtbot: QtBot, name: str = ANN) -> MainWindow:
    page = window.stack.currentWidget()
    assert isinstance(page, SignInPage)
    page.set_name("")
    type_text(page.name, name)
    qtbot.keyClick(page.name.edit, Key.Key_Return)
    qtbot.keyClicks(page.password.edit, PASSWORD)
    qtbot.keyClick(page.password.edit, Key.Key_Return)
    answered(window.link, qtbot)
    assert window.work is not None
    keeper = DraftKeeper.of(window.link)
    qtbot.waitUntil(lambda: not keeper.is_busy, timeout=20_000)
    return window.work


def change(window: Window, qtbot: QtBot, service: Callable[..., Any], *arguments: Any) -> None:
    window.link.change(window, service, *arguments)
    answered(window.link, qtbot)


def test_the_very_first_day_begins_at_work(window: Window, machine: Machine, qtbot: QtBot) -> None:
    assert enter(window, qtbot).room == "inquiries"
    assert machine.settings.morning == f"2026-11-24 {COUNTER}"


def test_the_first_sign_in_of_a_later_day_opens_the_days_room_and_only_that(
    window: Window, machine: Machine, qtbot: QtBot
) -> None:
    machine.change(morning=f"2026-11-23 {COUNTER}")
    assert enter(window, qtbot).room == "today"
    window.lock()
    answered(window.link, qtbot)
    assert enter(window, qtbot, BEN).room == "inquiries"


def test_whoever_unlocks_on_the_next_morning_sees_the_day_first(
    window: Window, machine: Machine, clock: Clock, qtbot: QtBot
) -> None:
    work = enter(window, qtbot)
    work.go("register")
    window.lock()
    answered(window.link, qtbot)
    assert enter(window, qtbot).room == "register"
    window.lock()
    answered(window.link, qtbot)
    clock.advance(days=1)
    assert enter(window, qtbot).room == "today"


def test_the_day_is_remembered_by_the_machine(window: Window, machine: Machine, qtbot: QtBot, tmp_path: Path) -> None:
    enter(window, qtbot)
    assert Machine(tmp_path / "settings").settings.morning == machine.settings.morning != ""


def promised(window: Window, clock: Clock, qtbot: QtBot) -> None:
    due = clock.now + timedelta(hours=1)
    change(window, qtbot, callbacks.promise, CallDraft(token="c", name="林", phone="1380000", about="补办", due_at=due))
    change(window, qtbot, inquiries.record, draft_of(Disposition.D5B))


def test_the_door_says_calmly_what_is_left_open(window: Window, clock: Clock, qtbot: QtBot) -> None:
    work = enter(window, qtbot)
    promised(window, clock, qtbot)
    type_text(work.pages["inquiries"].form.summary, "半句话")  # type: ignore[attr-defined]
    window.lock()
    said = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert "还有 1 份没有保存的登记、1 个今天的回电、1 件今天到期或待签收。" in said


def test_the_door_says_nothing_more_when_nothing_is_open(window: Window, qtbot: QtBot) -> None:
    enter(window, qtbot)
    window.lock()
    said = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert "还有" not in said


def test_a_window_that_is_closed_with_open_things_says_so_and_closes_by_itself(
    window: Window, clock: Clock, qtbot: QtBot
) -> None:
    work = enter(window, qtbot)
    promised(window, clock, qtbot)
    asked = AskedByHand()
    window.closeEvent(asked)
    assert not asked.isAccepted()
    assert "1 个今天的回电" in work.banner_line.words.text()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)


def test_asked_twice_the_window_closes_at_once(window: Window, clock: Clock, qtbot: QtBot) -> None:
    enter(window, qtbot)
    promised(window, clock, qtbot)
    window.closeEvent(AskedByHand())
    again = AskedByHand()
    window.closeEvent(again)
    assert again.isAccepted()


def test_a_window_without_open_things_closes_at_once(window: Window, qtbot: QtBot) -> None:
    enter(window, qtbot)
    asked = AskedByHand()
    window.closeEvent(asked)
    assert asked.isAccepted()


@pytest.fixture
def record(ask: Ask) -> Callable[..., Inquiry]:
    """Give a way to record an inquiry."""

    def made(way: Disposition = Disposition.D9, **changes: Any) -> Inquiry:
        found: Inquiry = ask(inquiries.record, draft_of(way, **changes)).inquiry
        return found

    return made


def test_ctrl_b_promises_a_call_under_a_record_of_the_register(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask, record: Callable[..., Inquiry]
) -> None:
    inquiry = record()
    shell.activateWindow()
    shell.go("register", inquiry_id=inquiry.id)
    answered(link, qtbot)
    pane = shell.pages["register"].pane  # type: ignore[attr-defined]
    qtbot.keyClick(shell, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.form.window_part.when.edit, Key.Key_Return)
    answered(link, qtbot)
    assert pane.form.window_part.when.error == "请填写此项。"
    qtbot.keyClicks(pane.form.window_part.when.edit, "17")
    qtbot.keyClick(pane.form.window_part.when.edit, Key.Key_Return)
    answered(link, qtbot)
    (line,) = ask(call_list.mine)
    assert (line.callback.inquiry_id, line.callback.phone) == (inquiry.id, "13800001234")
    assert (pane.form, shell.toasts.text) == (None, "已约定回电：今天 17:00 前")
    assert any("约定" in label.text() for label in pane.findChildren(QLabel))


def test_ctrl_b_on_the_due_list_leads_to_the_form_under_the_record(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, record: Callable[..., Inquiry]
) -> None:
    inquiry = record()
    shell.activateWindow()
    shell.go("cases")
    answered(link, qtbot)
    qtbot.keyClick(shell, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    answered(link, qtbot)
    pane = shell.pages["register"].pane  # type: ignore[attr-defined]
    assert (shell.room, pane.shown_id) == ("register", inquiry.id)
    assert pane.form.window_part.when.edit.hasFocus()


@pytest.mark.parametrize("changes", [{"phone": "拒绝提供"}, {"phone": "", "person_name": ""}])
def test_nobody_is_called_whose_phone_is_not_known(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, record: Callable[..., Inquiry], changes: dict[str, str]
) -> None:
    way = Disposition.D9 if changes["phone"] else Disposition.D1
    inquiry = record(way, **changes)
    shell.activateWindow()
    shell.go("register", inquiry_id=inquiry.id, call=True)
    answered(link, qtbot)
    pane = shell.pages["register"].pane  # type: ignore[attr-defined]
    assert (pane.form, pane.promise_button.isHidden()) == (None, True)


def test_half_a_typed_promise_waits_under_its_record(
    shell: MainWindow, link: DeskLink, qtbot: QtBot, record: Callable[..., Inquiry]
) -> None:
    first, second = record(), record()
    shell.go("register", inquiry_id=first.id, call=True)
    answered(link, qtbot)
    pane = shell.pages["register"].pane  # type: ignore[attr-defined]
    type_text(pane.form.window_part.when, "明早")
    type_text(pane.form.about, "成绩单")
    shell.go("register", inquiry_id=second.id)
    answered(link, qtbot)
    assert pane.form is None
    shell.go("register", inquiry_id=first.id, call=True)
    answered(link, qtbot)
    assert (pane.form.window_part.said.text(), pane.form.about.text()) == ("明天 08:00–10:00", "成绩单")
