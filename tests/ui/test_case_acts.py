"""What may be done with a case on the list of what is due: by keys, in the pane, what is wrong at its field."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.rules.case_acts import CaseAct
from reception.rules.case_life import CaseOutcome, PauseCause, RequestState
from reception.rules.cases import Case, CaseStatus
from reception.rules.inquiries import Disposition, ReplyPref
from reception.services import absences, case_files, case_life, case_requests, inquiries, posts, staff
from reception.services.case_files import CaseView
from tests.cast import BEN, CARA, Clock
from tests.drafts import draft_of
from tests.services.case_acts import stop
from tests.ui.board import Enter, enter_board, press, write
from tests.ui.conftest import Ask, answered, sit
from ui.cases.acts import ActsPart
from ui.cases.page import CasesPage
from ui.desk_link import DeskLink
from ui.main_window import MainWindow

OPEN_ACTS = [CaseAct.CLOSE, CaseAct.PAUSE, CaseAct.EXTEND, CaseAct.REFUSE, CaseAct.WITHDRAW]


@pytest.fixture
def case(ask: Ask) -> Case:
    """Give a case that 安 accepted: five working days, due on 2026-12-01 17:30."""
    made: Case = ask(inquiries.record, draft_of(Disposition.D3)).case
    return made


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the room."""
    return partial(enter_board, shell, link, qtbot)


def view(ask: Ask, case: Case) -> CaseView:
    found: CaseView = ask(case_files.by_id, case.id)
    return found


def offered(page: CasesPage) -> list[CaseAct]:
    return [act for act, button in page.why.acts.buttons.items() if button.isVisible()]


def error(page: CasesPage, name: str) -> str:
    form = page.why.acts.form
    assert form is not None
    return form.fields.fields[name].error


def test_the_handler_is_offered_what_he_may_do_and_nothing_else(case: Case, enter: Enter):
    assert offered(enter()) == OPEN_ACTS


def test_who_has_nothing_to_do_with_a_case_is_offered_nothing(
    case: Case, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock
):
    sit(link, qtbot, BEN, clock)
    assert offered(enter()) == []


def test_a_case_is_closed_with_its_result_by_keys(
    case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    page = enter()
    press(link, qtbot, "Alt+J", "Ctrl+Return")
    assert error(page, "result") == "请填写此项。"
    assert "告知" in error(page, "told_mode")
    write("学生证已补办")
    press(link, qtbot, "Tab", "Down", "Down", "Ctrl+Return")
    closed = view(ask, case).case
    assert (closed.status, closed.outcome, closed.result) == (CaseStatus.CLOSED, CaseOutcome.DONE, "学生证已补办")
    assert closed.told_mode is ReplyPref.SMS
    assert shell.toasts.text == f"{case.case_no} 已办结"
    assert page.table.records.rowCount() == 0
    assert page.table.hasFocus()


def test_where_pane_and_list_share_their_room_the_list_comes_back_when_the_last_case_is_closed(
    case: Case, enter: Enter, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    shell.resize(900, 700)
    page = enter()
    press(link, qtbot, "Alt+Y", "Alt+J")
    assert not page.table.isVisible()
    write("学生证已补办")
    press(link, qtbot, "Tab", "Down", "Down", "Ctrl+Return")
    assert shell.toasts.text == f"{case.case_no} 已办结"
    assert page.table.isVisible()
    assert page.table.hasFocus()


def test_a_label_stays_at_its_field_however_much_room_a_form_has(
    case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    ask(case_requests.extend, case.id, 2, "等外单位回函")
    sit(link, qtbot, CARA, clock)
    page = enter()
    press(link, qtbot, "Alt+A")
    assert page.why.acts.form is not None
    for field in page.why.acts.form.fields.fields.values():
        assert field.height() == field.sizeHint().height()


def test_a_clock_is_stopped_and_runs_again_by_keys(case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter()
    press(link, qtbot, "Alt+H", "Down", "Down", "Tab")
    write("等专家评审")
    press(link, qtbot, "Tab")
    write("《学籍管理规定》第八条")
    press(link, qtbot, "Tab")
    write("乱写")
    press(link, qtbot, "Ctrl+Return")
    assert "看不懂这个日期" in error(page, "planned_on")
    press(link, qtbot, "Ctrl+A")
    write("11-30")
    press(link, qtbot, "Ctrl+Return")
    (pause,) = view(ask, case).pauses
    assert (pause.cause, pause.planned_on.isoformat()) == (PauseCause.EXPERT_REVIEW, "2026-11-30")
    assert CaseAct.RESUME in offered(page)
    assert CaseAct.PAUSE not in offered(page)
    press(link, qtbot, "Alt+H", "Space")  # on the button that does it, which has the focus
    assert page.table.hasFocus()
    assert view(ask, case).case.status is CaseStatus.OPEN
    assert CaseAct.PAUSE in offered(page)


def test_what_was_asked_for_can_be_taken_back_at_once(
    case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    page = enter()
    press(link, qtbot, "Alt+X", "Tab")
    write("等外单位回函")
    press(link, qtbot, "Alt+S")
    (asked,) = view(ask, case).extensions
    assert (asked.days, asked.reason, asked.state) == (1, "等外单位回函", RequestState.ASKED)
    assert CaseAct.EXTEND not in offered(page)
    press(link, qtbot, "Ctrl+Z")
    (taken_back,) = view(ask, case).extensions
    assert taken_back.state is RequestState.WITHDRAWN
    assert CaseAct.EXTEND in offered(page)


def test_the_head_answers_what_another_asked_and_the_first_promise_stays_to_be_seen(
    case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    ask(case_requests.extend, case.id, 2, "等外单位回函")
    sit(link, qtbot, CARA, clock)
    page = enter()
    press(link, qtbot, "Alt+A", "Alt+S")
    assert error(page, "granted") == "请选批准或不批准。"
    press(link, qtbot, "Down", "Alt+S")
    (granted,) = view(ask, case).extensions
    assert (granted.state, granted.approver) == (RequestState.APPROVED, CARA)
    assert "12月3日" in page.why.due.text()
    assert "（原承诺 2026年12月1日" in page.why.due.text()


def test_who_asked_is_not_offered_to_grant_it(case: Case, enter: Enter, ask: Ask):
    ask(case_requests.extend, case.id, 2, "等外单位回函")
    page = enter()
    assert CaseAct.SETTLE not in offered(page)
    assert CaseAct.RETRACT in offered(page)


def test_the_head_gives_a_case_to_a_person(
    case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    sit(link, qtbot, CARA, clock)
    page = enter()
    press(link, qtbot, "Alt+I")
    form = page.why.acts.form
    assert form is not None
    form.person.set_value(ask(staff.account_named, BEN).id)  # type: ignore[attr-defined]
    press(link, qtbot, "Alt+S")
    assert view(ask, case).assigned_to == BEN
    assert str(page.table.records.index(0, 4).data()) == BEN


def test_a_refusal_says_why_by_which_rule_and_that_the_visitor_knows(
    case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot
):
    page = enter()
    press(link, qtbot, "Alt+N", "Alt+S")
    assert [name for name in ("reason", "basis", "clause", "told_mode") if not error(page, name)] == []
    for text in ("不符合条件", "《学籍管理规定》", "第八条"):
        write(text)
        press(link, qtbot, "Tab")
    press(link, qtbot, "Tab", "Down", "Alt+S")
    refused = view(ask, case).case
    assert (refused.outcome, refused.ground) == (CaseOutcome.REFUSED, "《学籍管理规定》")


def test_what_was_typed_stays_when_one_steps_back(case: Case, enter: Enter, link: DeskLink, qtbot: QtBot):
    page = enter()
    press(link, qtbot, "Alt+J")
    write("还没写完")
    press(link, qtbot, "Esc")
    assert page.table.hasFocus()
    assert offered(page) == OPEN_ACTS
    press(link, qtbot, "Alt+J")
    again = page.why.acts.form
    assert again is not None
    assert again.typed()["result"] == "还没写完"


def test_who_was_interrupted_goes_on_typing_in_the_act_left_open(
    case: Case, enter: Enter, shell: MainWindow, link: DeskLink, qtbot: QtBot
):
    page = enter()
    press(link, qtbot, "Alt+J")
    write("还没")
    shell.go("inquiries")
    answered(link, qtbot)
    enter()
    write("写完")
    form = page.why.acts.form
    assert form is not None
    assert form.typed()["result"] == "还没写完"


def test_an_act_that_another_took_closes_its_form(case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    page = enter()
    press(link, qtbot, "Alt+X")
    ask(case_life.pause, case.id, stop())
    link.beat()
    answered(link, qtbot)
    assert page.why.acts.form is None
    assert CaseAct.RESUME in offered(page)


def test_each_act_has_a_button_a_form_and_words_for_what_was_done(link: DeskLink, qtbot: QtBot):
    from reception.words import Language
    from ui.cases.acts import _FORMS

    part = ActsPart(link, Language.ZH)
    qtbot.addWidget(part)
    of_a_case_under_way = set(CaseAct) - {CaseAct.REOPEN}
    assert set(part.buttons) == set(_FORMS) == of_a_case_under_way
    assert all("{number}" in part._done_words(act) for act in of_a_case_under_way)


def test_two_cases_keep_what_was_typed_apart(case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot):
    other: Any = ask(inquiries.record, draft_of(Disposition.D3)).case
    page = enter()
    press(link, qtbot, "Alt+J")
    write("第一件")
    page.table.select_record(other.case_no)
    answered(link, qtbot)
    press(link, qtbot, "Alt+J")
    again = page.why.acts.form
    assert again is not None
    assert (again.case_id, again.typed()["result"]) == (other.id, "")


def test_the_chain_of_custody_says_who_did_what_when_and_who_is_away(
    case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    clock.advance(minutes=4)
    ask(case_life.pause, case.id, stop())
    clock.advance(minutes=5)
    ask(absences.step_out)
    page = enter()
    press(link, qtbot, "Alt+F")
    assert not page.why.days.isVisible()
    steps = page.why.custody.texts()
    assert steps[0].startswith("11-24 10:26 安：登记")
    assert any(step.startswith("11-24 10:30 安：中止计时：专家评审") for step in steps)
    assert len([step for step in steps if "中止" in step and "10:30" in step and "告知" not in step]) == 1
    assert steps[-1].startswith("11-24 10:35 安 离岗至 11-24 11:05")
    press(link, qtbot, "Alt+V")
    assert page.why.days.isVisible()


def test_a_stand_in_is_named_with_whom_he_stands_in_for(
    case: Case, enter: Enter, ask: Ask, link: DeskLink, qtbot: QtBot, clock: Clock
):
    post = next(each for each in ask(posts.posts) if each.code == case.post_code)
    ask(posts.staff_post, post.id, post.holder_id, ask(staff.account_named, BEN).id)
    trip = AbsenceDraft(kind=AbsenceKind.OFFICIAL_TRIP, until_at=clock() + timedelta(hours=3))
    ask(absences.set_away, trip, knowing_gaps=True)
    sit(link, qtbot, BEN, clock)
    clock.advance(minutes=4)
    ask(case_life.pause, case.id, stop())
    page = enter()
    press(link, qtbot, "Alt+F")
    steps = page.why.custody.texts()
    assert any(step.startswith("11-24 10:30 本（代安）：中止计时") for step in steps)
    assert "本（代安）" in page.why.who.text()
    assert any("安 离岗至" in step and "由 本 代办" in step for step in steps)


def test_the_chain_of_a_complaint_stays_hidden(
    enter: Enter, ask: Ask, shell: MainWindow, link: DeskLink, qtbot: QtBot, clock: Clock
):
    ask(inquiries.record, draft_of(Disposition.D10))
    sit(link, qtbot, BEN, clock)
    page = enter()
    press(link, qtbot, "Alt+F")
    (line,) = page.why.custody.texts()
    assert "反映窗口态度" not in line
