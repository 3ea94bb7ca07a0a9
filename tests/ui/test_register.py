"""The room of the register: the list, what narrows it, one record with its history and its acts."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Channel, Disposition, Inquiry, Status, VoidReason
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.rules.staff import Account, Action, Role
from reception.services import catalogue, corrections, inquiries, notices, register
from reception.services.desk import Desk
from tests.cast import ANN, BEN, CARA, CHEAP_PASSWORDS, DAN, PASSWORD, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.notices import NoticePage
from ui.register.acts import OfficerForm, VoidForm
from ui.register.issue import IssueStep
from ui.register.page import RegisterPage

Key = Qt.Key
Enter = Callable[..., RegisterPage]
HEAD = "任"


@pytest.fixture
def record(ask: Ask) -> Callable[..., Inquiry]:
    """Give a way to record an inquiry: `record(Disposition.D1, summary="…")`."""

    def made(way: Disposition = Disposition.D1, notice: NoticeDraft | None = None, **changes: Any) -> Inquiry:
        found: Inquiry = ask(inquiries.record, draft_of(way, **changes), notice).inquiry
        return found

    return made


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the register: `enter(search="…")`."""

    def entered(**what: Any) -> RegisterPage:
        shell.activateWindow()
        shell.go("register", **what)
        answered(link, qtbot)
        page = shell.pages["register"]
        assert isinstance(page, RegisterPage)
        return page

    return entered


def column(page: RegisterPage, name: str) -> list[str]:
    place = list(page._columns).index(name)
    model = page.table.records
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def open_first(page: RegisterPage, link: DeskLink, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Key.Key_Return)
    answered(link, qtbot)


def hire_head(ask: Ask) -> None:
    def hire(desk: Desk) -> None:
        with desk.work(Action.EDIT_STAFF) as work:
            head = Account(name=HEAD, roles=(Role.UNIT_HEAD,), password_hash=CHEAP_PASSWORDS.hash(PASSWORD))
            work.log(work.add(head))

    ask(hire)


def test_the_newest_record_stands_first(record, enter: Enter):
    record(summary="第一件")
    record(summary="第二件")
    page = enter()
    assert column(page, "matter") == ["第二件", "第一件"]
    assert page.counted.text() == "共 2 条，最新的在最上面"


def test_an_empty_register_says_how_to_begin(enter: Enter, shell: MainWindow):
    page = enter()
    assert page.table._empty is not None
    assert "还没有登记" in words_of(page.table._empty)
    assert [button.text() for button in page.table._empty.findChildren(QPushButton)] == ["去登记"]


def test_names_and_phones_of_others_are_masked_in_the_list(
    record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock
):
    record(Disposition.D3, person_name="张小三")
    assert column(enter(), "visitor") == ["张小三"]
    sit(link, qtbot, BEN, clock)
    page = RegisterPage(shell, link)
    qtbot.addWidget(page)
    answered(link, qtbot)
    assert (column(page, "visitor"), column(page, "phone")) == (["张*三"], ["138****1234"])


def test_a_complaint_shows_number_date_and_that_it_is_restricted(record, enter: Enter):
    complaint = record(Disposition.D10)
    page = enter()
    shown = [column(page, name)[0] for name in page._columns]
    assert shown == [complaint.reg_no, "2026-11-24", "", "", "", "", "", "", "受限"]


def test_a_void_record_is_struck_through_and_says_so(record, enter: Enter, ask: Ask):
    ask(corrections.void, record().id, VoidReason.TEST, "试一下")
    page = enter()
    cell = page.table.records.index(0, 0)
    assert cell.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert column(page, "status") == ["作废"]


def test_a_late_entry_is_marked(record, enter: Enter, clock: Clock):
    record(received_at=clock.now.replace(day=19))
    assert column(enter(), "status") == ["已办结 · 补登"]


def test_typing_narrows_the_list_at_once(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    record(summary="补办学生证")
    record(summary="教室借用")
    page = enter()
    qtbot.keyClick(page.table, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.search.hasFocus()
    page.filters.search.insert("教室")
    answered(link, qtbot)
    assert column(page, "matter") == ["教室借用"]
    assert page.counted.text() == "符合条件的有 1 条"


def test_the_search_box_of_the_window_fills_the_search(record, enter: Enter):
    record(summary="补办学生证")
    record(summary="教室借用")
    page = enter(search="学生证")
    assert (page.filters.search.text(), column(page, "matter")) == ("学生证", ["补办学生证"])


def test_a_search_without_result_offers_to_clear(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    record()
    page = enter(search="没有这个")
    assert page.table._empty is not None
    assert "没有符合条件的登记" in words_of(page.table._empty)
    qtbot.mouseClick(page.table._empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert page.table.records.rowCount() == 1


@pytest.mark.parametrize(
    ("choice", "value"),
    [
        ("channel", Channel.PHONE),
        ("disposition", Disposition.D8),
        ("status", Status.VOID),
    ],
)
def test_each_choice_narrows_the_list(
    record, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, choice: str, value: object
):
    record(summary="其他")
    wanted = record(
        Disposition.D8,
        summary="要找的",
        channel=Channel.PHONE,
        person_name="林",
        phone="13800001234",
        privacy_told=True,
    )
    ask(corrections.void, wanted.id, VoidReason.TEST, "试一下")
    page = enter()
    field = getattr(page.filters, choice)
    field.set_value(value)
    field.box.activated.emit(field.box.currentIndex())
    answered(link, qtbot)
    assert column(page, "matter") == ["要找的"]


def test_the_first_officers_can_be_chosen(record, enter: Enter, link: DeskLink, qtbot: QtBot, clock: Clock, ask: Ask):
    record(summary="安的")
    sit(link, qtbot, BEN, clock)
    record(summary="本的")
    sit(link, qtbot, ANN, clock)
    page = enter()
    box = page.filters.officer.box
    assert [box.itemText(row) for row in range(box.count())] == ["全部首问责任人", ANN, BEN, CARA]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    answered(link, qtbot)
    assert column(page, "matter") == ["本的"]


def test_a_week_is_chosen_by_arrows(record, enter: Enter, link: DeskLink, qtbot: QtBot, clock: Clock):
    record(summary="上周的", received_at=clock.now.replace(day=19))
    record(summary="本周的")
    page = enter()
    qtbot.mouseClick(page.filters.this_week, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert column(page, "matter") == ["本周的"]
    qtbot.mouseClick(page.filters.by_week, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.filters.weeks.earlier, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert column(page, "matter") == ["上周的"]
    assert page.filters.weeks.words.text() == "2026年第47周 · 11月16日—11月22日"


def test_enter_opens_the_record_and_escape_gives_the_room_back(
    record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    made = record(summary="补办学生证", detail="在食堂丢的")
    page = enter()
    open_first(page, link, qtbot)
    assert page.pane.isVisible()
    assert page.pane.number.text() == made.reg_no
    assert "在食堂丢的" in words_of(page.pane)
    qtbot.keyClick(shell, Key.Key_Escape)
    assert not page.pane.isVisible()
    assert page.table.hasFocus()


def test_the_record_beside_the_list_follows_the_arrows(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    older, _newer = record(summary="旧的"), record(summary="新的")
    page = enter()
    open_first(page, link, qtbot)
    qtbot.keyClick(page.table, Key.Key_Down)
    answered(link, qtbot)
    assert page.pane.number.text() == older.reg_no


def test_a_record_is_opened_by_its_number(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    made = record()
    page = enter(number="2026-0001")
    answered(link, qtbot)
    assert page.pane.number.text() == made.reg_no


def test_the_history_says_who_did_what(record, enter: Enter, link: DeskLink, qtbot: QtBot, ask: Ask):
    made = record(Disposition.D3)
    ask(corrections.void, made.id, VoidReason.MISTAKE, "选错事项")
    page = enter(inquiry_id=made.id)
    said = words_of(page.pane)
    assert f"2026-11-24 10:26 · {ANN} · 1号窗口" in said
    assert f"登记 {made.reg_no}" in said
    assert "状态：办理中 → 作废\n作废原因：登记有误\n作废说明：选错事项" in said
    assert "受理件随之作废" in said


def test_whole_values_are_shown_on_demand_and_the_look_is_recorded(
    record, enter: Enter, link: DeskLink, qtbot: QtBot, clock: Clock, ask: Ask
):
    made = record(Disposition.D3, person_name="张小三")
    clock.advance(days=1)
    page = enter(inquiry_id=made.id)
    assert "张*三" in words_of(page.pane)
    assert "张小三" not in words_of(page.pane)
    qtbot.mouseClick(page.pane.reveal_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    link.beat()
    answered(link, qtbot)
    assert "张小三" in words_of(page.pane)
    assert "查看了完整个人信息" in words_of(page.pane)
    assert not page.pane.reveal_button.isVisible()
    assert ask(register.show, made.id).masked


def test_one_who_receives_nobody_may_look_but_not_reveal_or_void(
    record, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock
):
    made = record(Disposition.D3)
    sit(link, qtbot, DAN, clock)
    page = RegisterPage(shell, link)
    qtbot.addWidget(page)
    page.show()
    page.open_record(made.id)
    answered(link, qtbot)
    assert page.pane.number.text() == made.reg_no
    assert not any(button.isVisible() for button in page.pane._acts())


def test_a_complaint_of_another_is_refused_in_a_sentence(
    record, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock
):
    made = record(Disposition.D10)
    sit(link, qtbot, BEN, clock)
    page = RegisterPage(shell, link)
    qtbot.addWidget(page)
    page.show()
    page.open_record(made.id)
    answered(link, qtbot)
    assert page.pane.error.isVisible()
    assert made.reg_no in page.pane.error.text()
    assert "反映窗口态度" not in words_of(page.pane)


def test_a_void_asks_for_its_reason_at_the_field(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    made = record()
    page = enter(inquiry_id=made.id)
    qtbot.mouseClick(page.pane.void_button, Qt.MouseButton.LeftButton)
    form = page.pane.form
    assert isinstance(form, VoidForm)
    qtbot.mouseClick(form.act_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert form.note.error
    assert column(page, "status") == ["已办结"]


def test_a_record_is_voided_in_place(record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    made = record()
    page = enter(inquiry_id=made.id)
    qtbot.mouseClick(page.pane.void_button, Qt.MouseButton.LeftButton)
    form = page.pane.form
    assert isinstance(form, VoidForm)
    form.note.edit.insertPlainText("选错了人")
    qtbot.mouseClick(form.act_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert column(page, "status") == ["作废"]
    assert "选错了人" in words_of(page.pane)
    assert not page.pane.void_button.isVisible()
    assert page.pane.form is None


def test_escape_takes_the_small_form_away_first(record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    page = enter(inquiry_id=record().id)
    qtbot.mouseClick(page.pane.void_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(shell, Key.Key_Escape)
    assert page.pane.form is None
    assert page.pane.isVisible()


def test_only_the_unit_head_corrects_the_first_officer(
    record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock, ask: Ask
):
    made = record()
    hire_head(ask)
    assert not enter(inquiry_id=made.id).pane.officer_button.isVisible()
    sit(link, qtbot, HEAD, clock)
    page = RegisterPage(shell, link)
    qtbot.addWidget(page)
    page.show()
    page.open_record(made.id)
    answered(link, qtbot)
    qtbot.mouseClick(page.pane.officer_button, Qt.MouseButton.LeftButton)
    form = page.pane.form
    assert isinstance(form, OfficerForm)
    form.officer.set_value(2)
    form.reason.edit.insertPlainText("当时由本接待")
    qtbot.mouseClick(form.act_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert column(page, "first_officer") == [BEN]
    assert "理由：当时由本接待" in words_of(page.pane)


def test_a_notice_is_issued_for_a_record_that_is_there(
    record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
):
    made = record(Disposition.D3)
    page = enter(inquiry_id=made.id)
    qtbot.mouseClick(page.pane.notice_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    step = shell.present_page()
    assert isinstance(step, IssueStep)
    rows = tuple(row.material for row in step.list._rows)
    qtbot.mouseClick(step.issue_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert any(field.error for field in step.list.fields().values())
    ticks = tuple(MaterialTick(no=each.no, state=MaterialState.PROVIDED) for each in rows)
    step.list.fill(NoticeDraft(answers=tuple((each.no, True) for each in rows if each.conditional), ticks=ticks))
    qtbot.mouseClick(step.issue_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    (issued,) = ask(notices.of_inquiry, made.id)
    assert shell.present_page() is not step
    assert issued.number in words_of(page.pane)


def test_the_list_keeps_its_selection_when_another_record_arrives(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    first = record(summary="旧的")
    page = enter()
    page.table.selectRow(0)
    record(summary="新的")
    link.beat()
    answered(link, qtbot)
    assert column(page, "matter") == ["新的", "旧的"]
    chosen = page.table.current()
    assert chosen is not None
    assert chosen.id == first.id


def test_a_written_reason_comes_back_with_its_form(record, enter: Enter, shell: MainWindow, qtbot: QtBot):
    page = enter(inquiry_id=record().id)
    qtbot.mouseClick(page.pane.void_button, Qt.MouseButton.LeftButton)
    assert isinstance(page.pane.form, VoidForm)
    page.pane.form.note.edit.insertPlainText("选错了人")
    qtbot.keyClick(shell, Key.Key_Escape)
    qtbot.mouseClick(page.pane.void_button, Qt.MouseButton.LeftButton)
    assert isinstance(page.pane.form, VoidForm)
    assert page.pane.form.note.text() == "选错了人"


def test_ticks_of_a_notice_are_not_lost_without_a_word(
    record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    page = enter(inquiry_id=record(Disposition.D3).id)
    qtbot.mouseClick(page.pane.notice_button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    step = shell.present_page()
    assert isinstance(step, IssueStep)
    qtbot.keyClick(step.list._rows[0].state.answers, Key.Key_1)
    qtbot.keyClick(shell, Key.Key_Escape)
    assert step.unsaved.isVisible()
    shell.go("cases")
    assert shell.present_page() is step
    qtbot.mouseClick(step.unsaved.drop_button, Qt.MouseButton.LeftButton)
    assert shell.present_page() is page


def test_enter_in_the_search_leads_to_the_first_record_found(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    record(summary="教室借用")
    page = enter(search="教室")
    page.filters.search.setFocus()
    qtbot.keyClick(page.filters.search, Key.Key_Return)
    assert page.table.hasFocus()
    chosen = page.table.current()
    assert chosen is not None
    assert chosen.summary == "教室借用"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Down])
def test_the_search_box_of_the_window_leads_into_the_list(
    key: Qt.Key, record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    record(summary="教室借用")
    page = enter()
    qtbot.keyClick(shell, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    shell.top.search.insert("教室")
    shell.top.searched.emit("教室")
    answered(link, qtbot)
    assert shell.top.search.hasFocus()
    qtbot.keyClick(shell.top.search, key)
    answered(link, qtbot)
    assert page.table.hasFocus()
    chosen = page.table.current()
    assert chosen is not None
    assert chosen.summary == "教室借用"


def test_a_new_day_covers_what_was_ones_own_of_today(record, enter: Enter, clock: Clock, link: DeskLink, qtbot: QtBot):
    made = record(Disposition.D3, person_name="张小三")
    page = enter(inquiry_id=made.id)
    assert "张小三" in words_of(page.pane)
    clock.advance(days=1)
    link.beat()
    answered(link, qtbot)
    assert column(page, "visitor") == ["张*三"]
    assert page.pane.view is not None
    assert page.pane.view.masked


def test_a_notice_is_opened_for_another_print(
    record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
):
    made = record(Disposition.D3)
    materials = ask(catalogue.matter, made.matter_code).materials
    ticks = tuple(MaterialTick(no=each.no, state=MaterialState.PROVIDED) for each in materials)
    answers = tuple((each.no, True) for each in materials if each.conditional)
    issued = ask(notices.issue, made.id, NoticeDraft(answers=answers, ticks=ticks))
    page = enter(inquiry_id=made.id)
    button = next(each for each in page.pane.findChildren(QPushButton) if issued.number in each.accessibleName())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    answered(link, qtbot)
    assert isinstance(shell.present_page(), NoticePage)


def test_who_types_in_the_search_box_of_the_window_keeps_the_focus_there(
    record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    record(summary="教室借用")
    page = enter()
    qtbot.keyClick(page.table, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    left: list[object] = []
    shell.top.searched.connect(lambda _text: left.append(shell.top.search.hasFocus()))
    qtbot.keyClicks(shell.top.search, "2026")
    answered(link, qtbot)
    assert left == [True] * 4
    assert page.filters.search.text() == "2026"
    assert shell.top.search.hasFocus()
