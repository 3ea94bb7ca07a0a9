"""The first start and the door: who works here, and how quickly the next one can."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reception.services.office import counters
from reception.services.opening import Door
from reception.services.staff import reset_password
from tests.cast import ANN, BEN, CHEAP_PASSWORDS, COUNTER, OFFICE, PASSWORD, Clock
from tests.ui.conftest import Seconds, answered, type_text
from tests.ui.rooms import ROOMS
from ui.desk_link import DeskLink
from ui.first_start import FirstStartPage
from ui.machine import Machine
from ui.main_window import MainWindow
from ui.sign_in import OwnPasswordPage, SignInPage
from ui.window import TroublePage, Window

Key = Qt.Key
WRONG = "not the password"


def opened(link: DeskLink, folder: Path, machine: Machine, clock: Clock, qtbot: QtBot) -> Window:
    made = Window(link, folder, machine, clock, ROOMS, passwords=CHEAP_PASSWORDS)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.open()
    answered(link, qtbot)
    return made


@pytest.fixture
def window(empty_link: DeskLink, office: Path, machine: Machine, clock: Clock, qtbot: QtBot) -> Iterator[Window]:
    """Give the whole window on the office of the tests, at the door."""
    made = opened(empty_link, office, machine, clock, qtbot)
    yield made
    made.close()


@pytest.fixture
def fresh(empty_link: DeskLink, tmp_path: Path, machine: Machine, clock: Clock, qtbot: QtBot) -> Iterator[Window]:
    """Give the whole window on an empty data folder."""
    made = opened(empty_link, tmp_path / "fresh", machine, clock, qtbot)
    yield made
    made.close()


def door(window: Window) -> SignInPage:
    page = window.stack.currentWidget()
    assert isinstance(page, SignInPage)
    return page


def first_page(window: Window) -> FirstStartPage:
    page = window.stack.currentWidget()
    assert isinstance(page, FirstStartPage)
    return page


def sign_in(window: Window, qtbot: QtBot, name: str, password: str = PASSWORD) -> None:
    page = door(window)
    page.name.edit.selectAll()
    type_text(page.name, name)
    qtbot.keyClick(page.name.edit, Key.Key_Return)
    qtbot.keyClicks(page.password.edit, password)
    qtbot.keyClick(page.password.edit, Key.Key_Return)
    answered(window._link, qtbot)


def test_an_empty_folder_begins_with_the_first_start(fresh: Window):
    page = first_page(fresh)
    assert (page.name.text(), page.counter.text(), page.sessions.text()) == (
        "教务处",
        "1号窗口",
        "08:00-12:00, 14:30-17:30",
    )


def test_the_first_start_needs_only_a_name_and_a_password(fresh: Window, qtbot: QtBot, tmp_path: Path):
    page = first_page(fresh)
    type_text(page.account, "安")
    qtbot.keyClicks(page.password.edit, PASSWORD)
    qtbot.keyClicks(page.again.edit, PASSWORD)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: fresh.work is not None, timeout=30_000)
    answered(fresh._link, qtbot)
    assert fresh.work is not None
    assert fresh.stack.currentWidget() is fresh.work
    assert fresh.work.guide.isVisible()
    assert fresh._link.desk.account.name == "安"
    assert (tmp_path / "fresh" / "reception.db").exists()


def test_the_first_start_shows_all_mistakes_at_their_fields_at_once(fresh: Window, qtbot: QtBot, tmp_path: Path):
    page = first_page(fresh)
    page.short_name.set_text("")
    page.sessions.set_text("八点到十二点")
    qtbot.keyClicks(page.password.edit, "12345678")
    qtbot.keyClicks(page.again.edit, "123456789")
    page.submit()
    answered(fresh._link, qtbot)
    wrong = [
        field for field in (page.short_name, page.sessions, page.account, page.password, page.again) if field.error
    ]
    assert len(wrong) == 5
    assert page.short_name.edit.hasFocus()
    assert not (tmp_path / "fresh" / "reception.db").exists()


def test_the_mistakes_of_a_catalogue_file_are_all_shown_with_their_places(fresh: Window, qtbot: QtBot, tmp_path: Path):
    file = tmp_path / "own.yaml"
    file.write_text("university: 示例大学\nunits: 1\nmatters:\n  - code: X\n    colour: red\n", encoding="utf-8")
    page = first_page(fresh)
    page.take_file(file)
    answered(fresh._link, qtbot)
    assert page.own_file.isChecked()
    page.account.set_text("安")
    page.password.set_text(PASSWORD)
    page.again.set_text(PASSWORD)
    page.submit()
    answered(fresh._link, qtbot)
    assert page.faults.isVisible()
    assert len(page.faults.text().splitlines()) >= 3
    assert all("第" in line and "行" in line for line in page.faults.text().splitlines())


def test_a_file_that_is_no_text_is_refused_with_a_sentence(fresh: Window, qtbot: QtBot, tmp_path: Path):
    file = tmp_path / "own.yaml"
    file.write_bytes(b"\xff\xfe\x00\x01" * 100)
    page = first_page(fresh)
    page.take_file(file)
    answered(fresh._link, qtbot)
    assert page.faults.text()
    assert page.sample.isChecked()


def test_an_office_opens_at_the_door_with_all_names(window: Window):
    page = door(window)
    assert page._names_known == (ANN, BEN, "凯", "丹")
    assert page.name.edit.hasFocus()


def test_name_and_password_open_the_desk(window: Window, qtbot: QtBot):
    sign_in(window, qtbot, ANN)
    assert isinstance(window.stack.currentWidget(), MainWindow)
    assert (window._link.desk.account.name, window._link.desk.counter) == (ANN, COUNTER)


def test_a_name_can_be_clicked(window: Window, qtbot: QtBot):
    page = door(window)
    button = next(button for button in page._names.buttons() if button.text() == BEN)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (page.name.text(), page.password.edit.hasFocus()) == (BEN, True)


def test_initials_name_whoever_can_be_meant_and_enter_goes_on(window: Window, qtbot: QtBot):
    page = door(window)
    type_text(page.name, "b")
    qtbot.keyClick(page.name.edit, Key.Key_Return)
    assert (page.name.text(), page.password.edit.hasFocus()) == (BEN, True)


def test_initials_of_two_people_ask_for_more_and_tab_takes_nobody(window: Window, qtbot: QtBot):
    page = door(window)
    page.offer(Door(office=OFFICE, counters=(COUNTER,), names=("张敏", "张明", "周密")))
    type_text(page.name, "zhangm")
    qtbot.keyClick(page.name.edit, Key.Key_Return)
    assert (page.name.text(), page.name.edit.hasFocus()) == ("zhangm", True)
    assert "张敏、张明" in page.name.line.text()
    qtbot.keyClick(page.name.edit, Key.Key_Tab)
    assert page.name.text() == "zhangm"
    page.name.setFocus()
    type_text(page.name, "ing")
    assert not page.name.line.isVisible()
    qtbot.keyClick(page.name.edit, Key.Key_Tab)
    assert page.name.text() == "张明"


def test_a_wrong_password_says_so_at_the_field_and_empties_it(window: Window, qtbot: QtBot):
    sign_in(window, qtbot, ANN, WRONG)
    page = door(window)
    assert page.password.error
    assert (page.password.text(), page.name.text(), page.password.edit.hasFocus()) == ("", ANN, True)


def test_after_five_failures_the_wait_is_counted_down(
    window: Window, qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    seconds = Seconds()
    page = door(window)
    monkeypatch.setattr(page, "_monotonic", seconds)
    for _try in range(5):
        sign_in(window, qtbot, ANN, WRONG)
    assert "30" in page.password.error
    assert not page.button.isEnabled()
    seconds.now += 18
    page.tick()
    assert "12" in page.password.error
    seconds.now += 12
    clock.advance(seconds=30)
    page.tick()
    assert (page.password.error, page.button.isEnabled()) == ("", True)
    sign_in(window, qtbot, ANN)
    assert isinstance(window.stack.currentWidget(), MainWindow)


def test_another_person_need_not_wait(window: Window, qtbot: QtBot):
    for _try in range(5):
        sign_in(window, qtbot, ANN, WRONG)
    sign_in(window, qtbot, BEN)
    assert window._link.desk.account.name == BEN


def test_an_unknown_name_reads_like_a_wrong_password(window: Window, qtbot: QtBot):
    sign_in(window, qtbot, ANN, WRONG)
    known = door(window).password.error
    sign_in(window, qtbot, "无此人", WRONG)
    assert door(window).password.error == known


def test_a_password_given_by_another_must_be_changed_first(window: Window, qtbot: QtBot):
    sign_in(window, qtbot, ANN)
    link = window._link
    given = "a quiet river 7"
    link.change(link, reset_password, 2, given, passwords=CHEAP_PASSWORDS)
    answered(link, qtbot)
    window.lock()
    sign_in(window, qtbot, BEN, given)
    page = window.stack.currentWidget()
    assert isinstance(page, OwnPasswordPage)
    for field, text in ((page.old, given), (page.new, "my own way 22"), (page.again, "my own way 22")):
        qtbot.keyClicks(field.edit, text)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert isinstance(window.stack.currentWidget(), MainWindow)
    assert window.work is not None
    assert link.desk.account.name == BEN


def test_the_counter_of_this_machine_is_remembered(window: Window, qtbot: QtBot, machine: Machine):
    sign_in(window, qtbot, ANN)
    assert machine.settings.counter == COUNTER
    assert Machine(machine._folder).settings.counter == COUNTER


def test_a_damaged_office_says_so_and_can_be_tried_again(
    empty_link: DeskLink, office: Path, machine: Machine, clock: Clock, qtbot: QtBot
):
    whole = (office / "reception.db").read_bytes()
    (office / "reception.db").write_bytes(b"no database" * 1000)
    made = opened(empty_link, office, machine, clock, qtbot)
    page = made.stack.currentWidget()
    assert isinstance(page, TroublePage)
    assert page.words.text()
    (office / "reception.db").write_bytes(whole)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    answered(empty_link, qtbot)
    assert isinstance(made.stack.currentWidget(), SignInPage)
    made.close()


def test_a_second_try_while_the_first_is_under_way_counts_once(window: Window, qtbot: QtBot):
    page = door(window)
    page.set_name(ANN)
    page.password.set_text(WRONG)
    page.submit()
    page.submit()
    assert len(window._link._calls) == 1
    answered(window._link, qtbot)


def test_the_office_has_its_counter(window: Window, qtbot: QtBot):
    sign_in(window, qtbot, ANN)
    found: list[object] = []
    window._link.run(window, counters, done=found.extend)
    answered(window._link, qtbot)
    assert len(found) == 1
