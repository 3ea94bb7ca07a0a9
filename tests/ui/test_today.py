"""The room of the day: calls made by one key, the morning, the evening, the hand-over."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.rules.callbacks import Callback, CallbackStatus, CallDraft
from reception.rules.cases import ReferralStatus
from reception.rules.inquiries import Channel, Disposition, InquiryDraft
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.services import absences, call_list, callbacks, inquiries, referrals, shifts
from reception.services.desk import Desk
from reception.store import records
from tests.cast import ANN, BEN, DAN, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit, type_text
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.main_window import MainWindow
from ui.today import TodayPage

Enter = Callable[..., TodayPage]


@pytest.fixture
def promise(ask: Ask, clock: Clock) -> Callable[..., Callback]:
    """Give a way to promise a call."""

    def made(minutes: int = 60, **changes: Any) -> Callback:
        due = clock.now + timedelta(minutes=minutes)
        values = {"token": f"call-{minutes}", "name": "林晓舟", "phone": "13800001234", "about": "补办学生证"}
        found: Callback = ask(callbacks.promise, CallDraft(**{**values, "due_at": due, **changes}))
        return found

    return made


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the room."""

    def entered(**what: Any) -> TodayPage:
        shell.activateWindow()
        shell.go("today", **what)
        quiet(link, qtbot)
        page = shell.pages["today"]
        assert isinstance(page, TodayPage)
        return page

    return entered


def quiet(link: DeskLink, qtbot: QtBot) -> None:
    answered(link, qtbot)
    qtbot.waitUntil(lambda: not DraftKeeper.of(link).is_busy, timeout=20_000)
    answered(link, qtbot)


def press(shell: MainWindow, link: DeskLink, qtbot: QtBot, *keys: str) -> None:
    for key in keys:
        chord = QKeySequence(key)[0]  # type: ignore[index]
        QTest.keyClick(QApplication.focusWidget() or shell, chord.key(), chord.keyboardModifiers())
        quiet(link, qtbot)


def turn_to(page: TodayPage, part: str, key: str, qtbot: QtBot) -> None:
    """Press the mnemonic of a part; Qt shows the button pressed for a moment before it acts."""
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key(ord(key)), Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.part == part)


def rows(page: TodayPage) -> list[list[str]]:
    model = page.table.records
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def status_of(ask: Ask, callback: Callback) -> CallbackStatus:
    def read(desk: Desk) -> CallbackStatus:
        with desk.reading():
            return records.get(Callback, callback.id).status

    found: CallbackStatus = ask(read)
    return found


def test_an_empty_day_is_said_in_a_friendly_sentence(enter: Enter) -> None:
    page = enter()
    assert rows(page) == []
    assert page.table._empty is not None
    assert "可以安心接待" in words_of(page.table._empty)


def test_a_call_stands_with_its_time_and_its_number_to_dial(enter: Enter, promise: Any) -> None:
    promise()
    page = enter()
    assert rows(page) == [["回电", "▲ 今天 11:26 前", "林晓舟", "补办学生证"]]
    assert page.pane.large.text() == "13800001234"


def test_an_overdue_call_is_red_with_word_and_shape(enter: Enter, promise: Any, clock: Clock) -> None:
    promise()
    clock.advance(hours=1, minutes=5)
    page = enter()
    assert rows(page)[0][1] == "■ 超期 5 分钟"
    assert page.pane.light.property("chip") == "red"


def test_one_key_settles_a_call_and_undo_brings_it_back(
    enter: Enter, promise: Any, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
) -> None:
    made = promise()
    page = enter()
    press(shell, link, qtbot, "1")
    assert status_of(ask, made) is CallbackStatus.REACHED
    assert rows(page) == []
    shell.toasts.undo()
    quiet(link, qtbot)
    assert len(rows(page)) == 1


def test_a_key_held_twice_notes_one_try(
    enter: Enter, promise: Any, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
) -> None:
    promise()
    page = enter()
    page.pane.press("2")
    page.pane.press("2")
    quiet(link, qtbot)
    assert ask(call_list.mine)[0].misses == 1


def test_a_key_struck_twice_in_one_go_notes_one_try_and_a_later_one_the_next(
    enter: Enter, promise: Any, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
) -> None:
    promise()
    page = enter()
    now = [100.0]
    page.acts.monotonic = lambda: now[0]
    press(shell, link, qtbot, "2", "2")
    assert ask(call_list.mine)[0].misses == 1
    now[0] += 30
    press(shell, link, qtbot, "2")
    assert ask(call_list.mine)[0].misses == 2


def test_after_a_miss_the_next_try_is_proposed_and_one_key_takes_it(
    enter: Enter, promise: Any, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
) -> None:
    promise(minutes=300)
    page = enter()
    assert "5" not in {act.key for act in page.pane.acts}
    press(shell, link, qtbot, "2")
    assert shell.toasts.text == "已记：未接。按 5：10:56 再打"
    press(shell, link, qtbot, "5")
    assert rows(page)[0][1] == "▲ 今天 10:56–15:26"
    assert ask(call_list.mine)[0].callback.due_at == ask(call_list.mine)[0].callback.made_at + timedelta(minutes=300)


def test_three_misses_suggest_another_way_and_the_promise_stays(
    enter: Enter, promise: Any, shell: MainWindow, link: DeskLink, qtbot: QtBot
) -> None:
    promise()
    page = enter()
    press(shell, link, qtbot, "2", "3")
    qtbot.waitUntil(lambda: "占线" in words_of(page.pane))
    assert "短信" not in words_of(page.pane)
    press(shell, link, qtbot, "2")
    qtbot.waitUntil(lambda: "已 3 次没有接通" in words_of(page.pane))
    assert len(rows(page)) == 1


def test_a_call_is_given_up_with_a_reason_only_and_what_is_half_typed_stays(
    enter: Enter, promise: Any, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask, clock: Clock
) -> None:
    made = promise()
    page = enter()
    press(shell, link, qtbot, "7", "Return")
    form = page.pane.form
    assert form is not None
    assert form.reason.error == "请填写此项。"  # type: ignore[attr-defined]
    type_text(form.reason, "已到窗口1号")  # type: ignore[attr-defined]
    clock.advance(minutes=1)
    link.beat()
    quiet(link, qtbot)
    assert page.pane.form is form
    press(shell, link, qtbot, "Return")
    assert status_of(ask, made) is CallbackStatus.GIVEN_UP
    assert page.pane.form is None


def test_escape_leaves_the_small_form_first(
    enter: Enter, promise: Any, shell: MainWindow, link: DeskLink, qtbot: QtBot
) -> None:
    promise()
    page = enter()
    press(shell, link, qtbot, "7", "Escape")
    assert (page.pane.form, shell.room, page.part) == (None, "today", "morning")
    assert page.table.hasFocus()


def test_a_call_goes_to_a_colleague(
    enter: Enter, promise: Any, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
) -> None:
    promise()
    page = enter()
    press(shell, link, qtbot, "6")
    form = page.pane.form
    assert form is not None
    names = [form.colleague.box.itemText(place) for place in range(form.colleague.box.count())]  # type: ignore[attr-defined]
    assert BEN in names
    assert not {ANN, DAN} & set(names)
    form.colleague.box.setCurrentText(BEN)  # type: ignore[attr-defined]
    form.act_button.click()  # type: ignore[attr-defined]
    quiet(link, qtbot)
    assert (rows(page), shell.toasts.text) == ([], f"已转给 {BEN}")
    turn_to(page, "calls", "A", qtbot)
    assert [row[2] for row in rows(page)] == ["林*舟"]


def test_a_colleagues_call_is_masked_until_one_looks(
    enter: Enter, promise: Any, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock
) -> None:
    sit(link, qtbot, BEN, clock)
    promise()
    sit(link, qtbot, ANN, clock)
    page = enter(part="calls")
    assert page.pane.large.text() == "138****1234"
    press(shell, link, qtbot, "8")
    assert page.pane.large.text() == "13800001234"


def test_a_call_about_a_complaint_shows_its_number_only(enter: Enter, ask: Ask, clock: Clock) -> None:
    due = clock.now + timedelta(hours=1)
    ask(inquiries.record, draft_of(Disposition.D10), None, CallDraft(token="c", due_at=due))
    page = enter()
    assert rows(page) == [["回电", "▲ 今天 11:26 前", "受限", "首问〔2026〕0001"]]
    assert "林晓舟" not in words_of(page)


def test_a_transfer_is_acknowledged_by_one_key(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
) -> None:
    inquiry = ask(inquiries.record, draft_of(Disposition.D5B)).inquiry
    page = enter()
    assert [row[0] for row in rows(page)] == ["待签收"]
    press(shell, link, qtbot, "1")
    assert ask(referrals.of, inquiry.id).newest.status is ReferralStatus.ACKNOWLEDGED
    assert rows(page) == []


def test_enter_opens_the_record_of_a_line(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask
) -> None:
    inquiry = ask(inquiries.record, draft_of(Disposition.D5B)).inquiry
    enter()
    press(shell, link, qtbot, "Return")
    assert shell.room == "register"
    assert shell.pages["register"].pane.shown_id == inquiry.id  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", ["1", "Ctrl+B"])
def test_a_notice_that_ends_soon_becomes_a_call_by_one_key(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask, clock: Clock, key: str
) -> None:
    ticks = tuple(MaterialTick(no=no, state=MaterialState.MISSING) for no in range(1, 5))
    recorded = ask(inquiries.record, draft_of(Disposition.D4, matter="JW-03"), NoticeDraft(ticks=ticks))
    clock.now = recorded.notice.supplement_by - timedelta(days=1, hours=4)
    page = enter()
    assert [row[0] for row in rows(page)] == ["补正将到期"]
    press(shell, link, qtbot, key)
    assert [row[0] for row in rows(page)] == ["回电"]
    (line,) = ask(call_list.mine)
    assert (line.callback.inquiry_id, line.callback.name) == (recorded.inquiry.id, "林晓舟")
    assert f"{ask(lambda desk: desk.calendar.local(line.callback.due_at)):%H:%M}" == "17:30"


def test_who_is_away_stands_at_a_glance_and_so_do_printer_and_backup(
    enter: Enter, link: DeskLink, qtbot: QtBot, ask: Ask, clock: Clock
) -> None:
    sit(link, qtbot, BEN, clock)
    until = clock.now + timedelta(hours=5)
    ask(absences.set_away, AbsenceDraft(kind=AbsenceKind.OFFICIAL_TRIP, until_at=until, leader_told="王"))
    sit(link, qtbot, ANN, clock)
    page = enter()
    qtbot.waitUntil(lambda: "printer" in page.glance.buttons)
    said = {name: button.accessibleName() for name, button in page.glance.buttons.items()}
    assert said["away-2"] == "本 · 公出 · 今天 15:26 返回"
    assert said["backup"] == "还没有备份"
    assert "2027" in said["calendar"]


def test_tomorrow_is_said_when_it_is_no_usual_day(enter: Enter, clock: Clock) -> None:
    clock.now += timedelta(days=37)  # Thursday 31 December 2026
    page = enter()
    assert "明天起休息" in page.glance.buttons["tomorrow"].accessibleName()


def test_the_badge_counts_ones_calls_of_today(shell: MainWindow, promise: Any, link: DeskLink, qtbot: QtBot) -> None:
    promise()
    promise(minutes=60 * 24)
    quiet(link, qtbot)
    assert shell.rail._badges["today"].text() == "1"


def test_a_call_that_is_near_is_told_once_and_leads_to_it(
    shell: MainWindow, promise: Any, link: DeskLink, qtbot: QtBot, clock: Clock, ask: Ask
) -> None:
    made = promise(minutes=15)
    promise(minutes=200)
    shell.banner("")
    clock.advance(minutes=5)
    link.beat()
    quiet(link, qtbot)
    assert shell.banner_line.words.text() == "该给 林*舟 回电了：今天 10:41 前"
    shell.banner_line.close_button.click()
    clock.advance(minutes=1)
    link.beat()
    quiet(link, qtbot)
    assert shell.banner_line.isHidden()
    clock.advance(minutes=10)
    shell.banner_line.tell("", "")
    shell.activateWindow()
    assert shell.alarm is not None
    shell.alarm._told.clear()
    link.beat()
    quiet(link, qtbot)
    shell.banner_line.button.click()
    quiet(link, qtbot)
    page = shell.pages["today"]
    assert page.table.current().call.id == made.id  # type: ignore[attr-defined]
    press(shell, link, qtbot, "1")
    assert shell.banner_line.isHidden() or "回电" not in shell.banner_line.words.text()


def test_the_evening_begins_half_an_hour_before_closing(enter: Enter, clock: Clock) -> None:
    assert enter().part == "morning"
    clock.advance(hours=6, minutes=34)
    assert enter().part == "evening"


def test_the_evening_shows_forms_that_are_not_saved_and_transfers_that_nobody_acknowledged(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask, clock: Clock
) -> None:
    sit(link, qtbot, BEN, clock)
    ask(inquiries.record, draft_of(Disposition.D5B))
    keeper = DraftKeeper.of(link)
    keeper.keep(draft_of(summary="半张表单"), {})
    page = enter(part="evening")
    assert [(row[0], row[3]) for row in rows(page)] == [
        ("未保存", "半张表单"),
        ("转出未签收", "首问〔2026〕0001 · 咨询补办学生证需要什么材料"),
    ]
    page.table.select_record(page.table.records.record(0).id)
    press(shell, link, qtbot, "Return")
    assert shell.room == "inquiries"


def test_a_shift_is_handed_over_with_its_open_points_and_taken_over_by_the_next(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask, promise: Any, clock: Clock, machine: Any
) -> None:
    promise()
    page = enter()
    turn_to(page, "evening", "W", qtbot)
    type_text(page.hand_over.text, "钥匙在抽屉1")
    assert page.hand_over.state.text() == "自动附上 1 项未了事项。"
    press(shell, link, qtbot, "Ctrl+S")
    assert shell.toasts.text == "已交班：1 项未了事项"
    assert page.hand_over.text.text() == ""
    assert "等下一位接班" in page.hand_over.state.text()
    assert ask(shifts.to_take) == ()
    sit(link, qtbot, BEN, clock)
    other = enter()
    assert rows(other)[0][:3] == ["待接班", "11-24 10:26", ANN]
    qtbot.waitUntil(lambda: "钥匙在抽屉1" in words_of(other.pane))
    qtbot.waitUntil(lambda: "林*舟" in words_of(other.pane))
    other.table.setFocus(Qt.FocusReason.OtherFocusReason)
    press(shell, link, qtbot, "1")
    assert rows(other) == []
    assert shell.toasts.text == f"已接 {ANN} 的班"


def test_a_form_in_which_only_a_way_or_a_channel_is_chosen_is_named_by_it(enter: Enter, link: DeskLink) -> None:
    keeper = DraftKeeper.of(link)
    keeper.keep(draft_of(Disposition.D1, summary=""), {})
    keeper.keep(InquiryDraft(token="only-the-channel", channel=Channel.PHONE), {})
    page = enter(part="evening")
    assert [(row[0], row[3]) for row in rows(page)] == [("未保存", "当场答复"), ("未保存", "来电")]


def test_digits_typed_into_the_hand_over_note_no_try(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, ask: Ask, promise: Any
) -> None:
    promise()
    page = enter()
    turn_to(page, "evening", "W", qtbot)
    press(shell, link, qtbot, "1", "2", "7")
    assert page.hand_over.text.text() == "127"
    assert ask(call_list.mine)[0].attempts == ()


def test_who_was_interrupted_goes_on_writing_the_hand_over_note(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock
) -> None:
    clock.now = clock.now.replace(hour=9)
    page = enter(part="evening")
    page.hand_over.text.edit.setFocus()
    press(shell, link, qtbot, "1")
    shell.go("inquiries")
    answered(link, qtbot)
    enter()
    press(shell, link, qtbot, "2")
    assert page.hand_over.text.text() == "12"


def test_enter_on_the_hand_over_button_leaves_the_focus_in_the_card(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
) -> None:
    page = enter(part="evening")
    type_text(page.hand_over.text, "钥匙在抽屉1")
    page.hand_over.button.setFocus()
    press(shell, link, qtbot, "Return")
    assert shell.toasts.text == "已交班：0 项未了事项"
    assert page.hand_over.isAncestorOf(QApplication.focusWidget())


def test_an_empty_hand_over_is_refused_at_its_field(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
) -> None:
    page = enter()
    turn_to(page, "evening", "W", qtbot)
    press(shell, link, qtbot, "Ctrl+S")
    assert page.hand_over.text.error == "请填写此项。"


def test_what_was_written_for_the_next_shift_survives_a_crash(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
) -> None:
    page = enter(part="evening")
    type_text(page.hand_over.text, "张老师下午来取材料")
    quiet(link, qtbot)
    again = TodayPage(shell, link)
    qtbot.addWidget(again)
    quiet(link, qtbot)
    assert again.hand_over.text.text() == "张老师下午来取材料"


def test_who_works_at_no_desk_sees_the_day_without_acts(
    enter: Enter, promise: Any, link: DeskLink, qtbot: QtBot, clock: Clock
) -> None:
    promise()
    sit(link, qtbot, DAN, clock)
    page = enter(part="calls")
    assert [act.key for act in page.pane.acts] == []
    assert page.pane.large.text() == "138****1234"


def test_a_form_that_was_cleared_is_no_open_point(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
) -> None:
    shell.activateWindow()
    shell.go("inquiries")
    quiet(link, qtbot)
    form = shell.pages["inquiries"].form  # type: ignore[attr-defined]
    type_text(form.summary, "半句话")
    quiet(link, qtbot)
    assert [row[3] for row in rows(enter(part="evening"))] == ["半句话"]
    shell.go("inquiries")
    shell.pages["inquiries"].clear()  # type: ignore[attr-defined]
    quiet(link, qtbot)
    assert rows(enter(part="evening")) == []
    shell.toasts.undo()
    quiet(link, qtbot)
    assert [row[3] for row in rows(enter(part="evening"))] == ["半句话"]


def test_a_form_that_was_cleared_before_a_crash_is_an_open_point_again(
    enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
) -> None:
    shell.activateWindow()
    shell.go("inquiries")
    quiet(link, qtbot)
    type_text(shell.pages["inquiries"].form.summary, "半句话")  # type: ignore[attr-defined]
    shell.pages["inquiries"].clear()  # type: ignore[attr-defined]
    quiet(link, qtbot)
    DraftKeeper.of(link).session = "after the crash"
    assert [row[3] for row in rows(enter(part="evening"))] == ["半句话"]


@pytest.mark.parametrize("part", ["morning", "evening"])
def test_the_room_fits_the_smallest_screen(
    enter: Enter, promise: Any, shell: MainWindow, link: DeskLink, qtbot: QtBot, part: str
) -> None:
    promise()
    page = enter(part=part)
    press(shell, link, qtbot, "2")
    assert len(page.pane.acts) == 7
    assert shell.minimumSizeHint().height() <= 768
    assert shell.height() == 768
