"""The room of what is due: lights, parts, the reason of a date."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reception.rules.case_acts import CaseAct
from reception.rules.inquiries import Disposition, Inquiry
from reception.rules.limits import Limit, LimitUnit
from reception.services import case_ends, case_files, case_life, inquiries
from reception.services.desk import Desk
from reception.store import records
from tests.cast import ANN, BEN, Clock
from tests.drafts import draft_of
from tests.services.case_acts import TOLD, stop
from tests.ui.board import Enter, enter_board
from tests.ui.conftest import Ask, answered, sit, type_text
from ui.cases.page import CasesPage
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.table_model import PAGE

Key = Qt.Key


@pytest.fixture
def record(ask: Ask) -> Callable[..., Inquiry]:
    """Give a way to record an inquiry that owes something."""

    def made(way: Disposition = Disposition.D3, **changes: Any) -> Inquiry:
        found: Inquiry = ask(inquiries.record, draft_of(way, **changes), None).inquiry
        return found

    return made


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the room."""
    return partial(enter_board, shell, link, qtbot)


def row(page: CasesPage, number: int = 0) -> list[str]:
    model = page.table.records
    return [str(model.index(number, place).data()) for place in range(model.columnCount())]


def days(page: CasesPage) -> list[list[str]]:
    model = page.why.days.records
    return [[str(model.index(row, place).data()) for place in range(3)] for row in range(model.rowCount())]


def minute_turns(link: DeskLink, qtbot: QtBot) -> None:
    link.beat()
    answered(link, qtbot)


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_a_line_says_what_is_left_of_whom_and_until_when(record, enter: Enter):
    record(person_name="张小三", summary="补办学生证")
    assert row(enter()) == ["● 剩 5 个工作日", "受理〔2026〕0001", "张*三", "补办学生证", ANN, "12-01 17:30"]


def test_an_empty_list_says_what_belongs_there(enter: Enter):
    page = enter()
    assert page.table._empty is not None
    assert "现在没有待办" in words_of(page.table._empty)
    assert page.buttons["all"].text() == "全部 0"


def test_a_complaint_shows_its_number_only(record, enter: Enter):
    record(Disposition.D10)
    assert row(enter()) == ["▲ 今天 17:30", "受理〔2026〕0001", "", "受限", "", "11-24 17:30"]


def test_the_parts_count_what_they_hold(record, enter: Enter, clock: Clock):
    record()
    record(Disposition.D5B)
    record(Disposition.D10)
    clock.advance(days=1)
    page = enter()
    counts = {name: button.text() for name, button in page.buttons.items()}
    assert counts == {
        "all": "全部 3",
        "overdue": "超期 1",
        "today": "今日到期 1",
        "soon": "临期 1",
        "paused": "中止 0",
        "sent": "转办 1",
        "mine": "我负责 2",
        "posts": "我的岗位 2",
        "passed": "我转出的 1",
    }


def test_a_part_shows_only_what_it_holds_and_escape_shows_all(record, enter: Enter, shell: MainWindow, qtbot: QtBot):
    record()
    record(Disposition.D5B)
    page = enter()
    qtbot.mouseClick(page.buttons["sent"], Qt.MouseButton.LeftButton)
    assert page.table.records.rowCount() == 1
    qtbot.keyClick(shell, Key.Key_Escape)
    assert (page.table.records.rowCount(), page.buttons["all"].isChecked()) == (2, True)


def test_an_empty_part_leads_back_to_all(record, enter: Enter, qtbot: QtBot):
    record()
    page = enter()
    qtbot.mouseClick(page.buttons["overdue"], Qt.MouseButton.LeftButton)
    assert page.table._empty is not None
    assert "没有超期的事项" in words_of(page.table._empty)
    qtbot.mouseClick(page.table._empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert page.table.records.rowCount() == 1


def test_the_lights_of_the_top_bar_lead_to_their_part(record, enter: Enter, clock: Clock):
    record()
    record(Disposition.D10)
    clock.advance(days=1)
    page = enter(light="overdue")
    assert (page.chosen, page.table.records.rowCount()) == ("overdue", 1)
    page = enter(light="warning")
    assert (page.chosen, page.table.records.rowCount()) == ("soon", 0)


def test_the_clock_moves_the_lights_without_reading_again(
    record, enter: Enter, clock: Clock, link: DeskLink, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    record(Disposition.D10)
    page = enter()
    assert row(page)[0] == "▲ 今天 17:30"
    asked: list[object] = []
    monkeypatch.setattr(page, "_read", lambda: asked.append(1))
    clock.advance(hours=8)
    minute_turns(link, qtbot)
    assert row(page)[0] == "■ 超期 56 分钟"
    assert page.buttons["overdue"].text() == "超期 1"
    assert asked == []


def test_the_reason_of_the_date_counts_every_day(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    record()
    page = enter()
    answered(link, qtbot)
    assert days(page)[:2] == [["11-24 星期二", "不计", "起算当日，不计入"], ["11-25 星期三", "第 1 天", "工作日"]]
    assert days(page)[4:6] == [["11-28 星期六", "不计", "周末休息"], ["11-29 星期日", "不计", "周末休息"]]
    assert days(page)[-1] == ["12-01 星期二", "第 5 天", "工作日"]
    assert "2026年12月1日（星期二）17:30" in page.why.due.text()


def test_a_date_behind_the_published_calendar_is_provisional(record, enter: Enter, clock: Clock):
    record(matter="JW-08")
    page = enter()
    assert row(page)[5] == "12-22 17:30"
    clock.advance(days=20)
    record(matter="JW-08")
    again = [row(page, number)[5] for number in range(page.table.records.rowCount())]
    assert any(words.endswith("暂定") for words in again)


def test_a_complaint_of_another_is_not_explained(record, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock):
    record(Disposition.D10)
    sit(link, qtbot, BEN, clock)
    page = CasesPage(shell, link)
    qtbot.addWidget(page)
    page.resize(1180, 680)
    page.show()
    answered(link, qtbot)
    assert page.why.error.isVisible()
    assert days(page) == []


def test_enter_opens_the_record(record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    made = record()
    page = enter()
    qtbot.keyClick(page.table, Key.Key_Return)
    answered(link, qtbot)
    assert shell.room == "register"
    assert shell.pages["register"].pane.number.text() == made.reg_no  # type: ignore[attr-defined]


def test_what_another_records_appears_and_the_selection_stays(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    record()
    page = enter()
    before = page.table.current()
    assert before is not None
    record(Disposition.D10)
    minute_turns(link, qtbot)
    assert page.table.records.rowCount() == 2
    after = page.table.current()
    assert after is not None
    assert after.id == before.id


def test_a_clock_that_stands_says_so_instead_of_a_date(record, enter: Enter, ask: Ask):
    made = record(person_name="张小三", summary="补办学生证")
    found = ask(case_files.of_inquiry, made.id)
    ask(case_life.pause, found.case.id, stop())
    page = enter()
    assert row(page)[0] == "‖ 中止至11月30日"
    assert row(page)[5] == "—"
    assert "中止" in page.why.due.text()


def test_the_list_is_searched_by_what_it_shows_and_escape_shows_all_again(
    record, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    record(person_name="张小三", summary="补办学生证")
    record(person_name="李四", summary="成绩更正")
    page = enter()
    qtbot.keyClick(shell, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text(page.search, "成绩 李")
    answered(link, qtbot)
    assert [row(page)[3], page.table.records.rowCount()] == ["成绩更正", 1]
    type_text(page.search, "无")
    answered(link, qtbot)
    assert page.table._empty is not None
    assert "没有找到" in words_of(page.table._empty)
    qtbot.keyClick(page.search, Key.Key_Escape)
    assert (page.search.text(), page.table.records.rowCount()) == ("", 2)
    assert page.table.hasFocus()


def test_the_hidden_words_of_a_complaint_are_not_found(record, enter: Enter, link: DeskLink, qtbot: QtBot):
    record(Disposition.D10)
    page = enter()
    type_text(page.search, "窗口态度")
    answered(link, qtbot)
    assert page.table.records.rowCount() == 0


def test_a_clock_that_stands_is_counted_apart(record, enter: Enter, ask: Ask):
    made = record()
    record()
    ask(case_life.pause, ask(case_files.of_inquiry, made.id).case.id, stop())
    page = enter()
    assert page.buttons["paused"].text() == "中止 1"
    page.choose("paused")
    assert (page.table.records.rowCount(), row(page)[0]) == (1, "‖ 中止至11月30日")


def test_what_i_passed_on_is_red_with_its_age_as_soon_as_nobody_took_it_in_time(
    record, enter: Enter, link: DeskLink, qtbot: QtBot, clock: Clock
):
    sent = record(Disposition.D5B)
    record()
    page = enter()
    page.choose("passed")
    assert page.numbers == (sent.reg_no,)
    assert page.buttons["passed"].icon().isNull()
    clock.advance(days=1, hours=10)
    minute_turns(link, qtbot)
    assert row(page)[0] == "■ 迟签收 2 小时"
    assert page.why.light.text() == "■ 待签收"
    assert "1 件过了签收时限" in page.buttons["passed"].accessibleName()
    page.choose("sent")
    assert row(page)[0].startswith("▲ 迟签收")
    assert page.why.light.text() == "▲ 待签收"


def test_a_new_minute_repaints_and_asks_the_database_for_nothing(
    record, enter: Enter, link: DeskLink, qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    record(Disposition.D10)
    page = enter()
    answered(link, qtbot)
    asked: list[Any] = []
    run = link.run
    monkeypatch.setattr(
        link, "run", lambda owner, read, *rest, **named: (asked.append(owner), run(owner, read, *rest, **named))
    )
    clock.advance(hours=8)
    page._minute()
    assert asked == []
    assert row(page)[0].startswith("■ 超期")
    assert page.buttons["overdue"].text() == "超期 1"


def test_what_another_does_leaves_an_open_form_and_its_words(
    record, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot
):
    record()
    page = enter()
    page.why.acts.open(CaseAct.CLOSE)
    form = page.why.acts.form
    assert form is not None
    type_text(form.fields.fields["result"], "还在写")
    record(Disposition.D10)
    minute_turns(link, qtbot)
    assert page.table.records.rowCount() == 2
    assert page.why.acts.form is form
    assert form.typed()["result"] == "还在写"


def many_owed(desk: Desk) -> None:
    """Let five hundred cases be owed, as an office has them that let much lie."""
    first = inquiries.record(desk, draft_of(Disposition.D3))
    assert first.case is not None
    with desk.store.writing():
        for serial in range(2, 501):
            token, number = f"many-{serial}", f"首问〔2026〕{serial:04d}"
            about = replace(first.inquiry, id=0, token=token, serial=serial, reg_no=number)
            held = records.add(about, search_text="")
            case_no = f"受理〔2026〕{serial:04d}"
            records.add(replace(first.case, id=0, inquiry_id=held.id, serial=serial, case_no=case_no))


def test_a_long_board_is_read_where_it_is_seen_and_keeps_its_place_over_a_beat(
    enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot
):
    ask(many_owed)
    page = enter()
    assert (page.buttons["all"].text(), page.table.records.rowCount()) == ("全部 500", 500)
    assert len(list(page.table.records.known())) == PAGE
    page.table.select_record("受理〔2026〕0490")
    answered(link, qtbot)
    assert page.why.number.text() == "受理〔2026〕0490"
    top = page.table.rowAt(0)
    ask(case_ends.close, ask(case_files.of_inquiry, 7).case.id, TOLD)
    minute_turns(link, qtbot)
    assert page.table.records.rowCount() == 499
    current = page.table.current()
    assert current is not None
    assert (current.number, page.table.rowAt(0), page.table.picked_keys()) == (
        "受理〔2026〕0490",
        top - 1,
        ["受理〔2026〕0490"],
    )
    seen = [row(page, number)[1] for number in range(page.table.rowAt(0), page.table.rowAt(0) + 8)]
    assert "…" not in seen
    assert len(list(page.table.records.known())) < 499


def test_the_line_after_one_that_is_done_comes_into_its_place(
    record, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot
):
    made = [record() for _ in range(3)]
    page = enter()
    page.table.select_record(page.numbers[1])
    ask(case_ends.close, ask(case_files.of_inquiry, made[1].id).case.id, TOLD)
    minute_turns(link, qtbot)
    current = page.table.current()
    assert current is not None
    assert (current.number, page.table.currentIndex().row()) == (page.numbers[1], 1)
    assert page.why.number.text() == current.number


def test_a_last_day_that_rests_names_the_rule_and_the_day_to_aim_at(record, enter: Enter):
    record(limit=Limit(unit=LimitUnit.CD, n=4))
    said = enter().why.limit.text()
    assert "末日逢休息日顺延" in said
    assert "工作目标 11月27日 星期五" in said
