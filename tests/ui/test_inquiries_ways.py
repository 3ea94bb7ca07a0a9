"""The ten dispositions, each recorded in the real window by keyboard alone."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Channel, Disposition, GuideMode, Inquiry, Paper, Scope, Status
from reception.services import cases, notices
from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


def only(clerk: Clerk) -> Inquiry:
    """Give the one record of today."""
    (inquiry,) = clerk.recorded()
    return inquiry


def test_d1_answered_on_the_spot(clerk: Clerk):
    clerk.begin().press("F5").type("缓考在开考前三天申请").press("Ctrl+S")
    inquiry = only(clerk)
    assert (inquiry.disposition, inquiry.scope, inquiry.status) == (Disposition.D1, Scope.OWN_POST, Status.CLOSED)
    assert (inquiry.answer, inquiry.summary, inquiry.channel) == ("缓考在开考前三天申请", "询问", Channel.VISIT)


def test_d2_handled_on_the_spot(clerk: Clerk):
    clerk.begin(summary="").choose_matter("学生证").press("F6").type("证件已当场补发").press("Ctrl+Return")
    inquiry = only(clerk)
    assert (inquiry.disposition, inquiry.matter_code, inquiry.result) == (Disposition.D2, "JW-03", "证件已当场补发")
    assert inquiry.summary == "补办学生证"


def test_d3_accepted_with_a_due_date(clerk: Clerk):
    clerk.begin(name="欧阳龑", phone="138 0000 1234", summary="").choose_matter("JW-03").press("F7")
    assert "12月1日" in clerk.form.ways.note.text()
    clerk.press("Ctrl+S")
    inquiry = only(clerk)
    assert (inquiry.disposition, inquiry.status) == (Disposition.D3, Status.IN_PROGRESS)
    (due,) = clerk.ask(cases.due_list)
    assert due.number in clerk.toast()


def test_d4_one_time_notice(clerk: Clerk):
    clerk.begin(summary="").choose_matter("学生证").press("F8", "1")
    clerk.press("1", "2", "3").type("证件过期").press("Return", "1")
    assert "需补正 2 项" in clerk.form.ways.verdict.text()
    with clerk.qtbot.waitSignal(clerk.page.notice_issued) as issued:
        clerk.press("Ctrl+P")
    (notice,) = clerk.ask(notices.of_inquiry, only(clerk).id)
    assert issued.args == [notice.id]
    assert (notice.missing, notice.number in clerk.toast()) == ((2, 3), True)
    assert notice.text.materials[2].reason == "证件过期"


def test_d5a_led_to_the_person(clerk: Clerk):
    clerk.begin().press("F9").type("学生证").press("Return")
    assert clerk.form.ways.to_person.text() == "安"
    clerk.form.ways.guide_mode.setFocus()
    clerk.press("1", "Ctrl+S")
    inquiry = only(clerk)
    assert (inquiry.disposition, inquiry.scope) == (Disposition.D5A, Scope.SAME_UNIT)
    assert (inquiry.to_person, inquiry.guide_mode) == ("安", GuideMode.LED)


def test_d5b_transferred_within_the_unit(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234").press("F9", "F9").type("学生证").press("Return", "Ctrl+S")
    inquiry = only(clerk)
    assert (inquiry.disposition, inquiry.to_post, inquiry.status) == (Disposition.D5B, "JW-03", Status.HANDED_OVER)


def test_d6_recorded_and_handed_over_with_papers(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234").press("Shift+F5").type("学生证").press("Return")
    clerk.form.ways.papers.setFocus()
    clerk.press("Space").type("退学申请").press("Ctrl+S")
    inquiry = only(clerk)
    assert (inquiry.disposition, inquiry.papers) == (Disposition.D6, (Paper(name="退学申请", original=1, copies=0),))


def test_d6_with_no_papers_left(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234").press("Shift+F5").type("学生证").press("Return")
    clerk.form.ways.papers.none.setFocus()
    clerk.press("Space", "Ctrl+S")
    assert only(clerk).papers == ()


def test_d7_guided_to_another_unit(clerk: Clerk):
    clerk.begin().press("Shift+F6").type("cwc").press("Ctrl+S")
    assert "to_unit" in clerk.errors()
    clerk.form.ways.to_unit.edit.selectAll()
    clerk.type("财务").press("Return")
    assert (clerk.form.ways.told_phone.text(), clerk.form.ways.told_place.text()) == (
        "0731-5550-1240",
        "师生服务大厅9-12号窗口",
    )
    assert "计划财务处" in clerk.form.ways.say.text()
    clerk.press("Ctrl+S")
    inquiry = only(clerk)
    assert (inquiry.disposition, inquiry.to_unit, inquiry.told_phone) == (Disposition.D7, "CW", "0731-5550-1240")


def test_d8_explained(clerk: Clerk):
    clerk.begin().press("Shift+F7").type("户籍由派出所办理,建议到辖区派出所").press("Ctrl+S")
    inquiry = only(clerk)
    assert (inquiry.disposition, inquiry.scope) == (Disposition.D8, Scope.OUTSIDE_UNIVERSITY)
    assert inquiry.answer == "户籍由派出所办理,建议到辖区派出所"


def test_d9_asked_the_leader(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234").press("Shift+F8").type("分管副处长")
    assert "2026年12月1日" in clerk.form.ways.note.text()
    clerk.press("Ctrl+S")
    inquiry = only(clerk)
    assert (inquiry.disposition, inquiry.to_person) == (Disposition.D9, "分管副处长")
    assert len(clerk.ask(cases.due_list)) == 1


def test_d10_complaint_is_restricted_and_leaves_nothing_on_the_page(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234", summary="窗口态度").press("Shift+F9", "Ctrl+S")
    inquiry = only(clerk)
    assert (inquiry.disposition, inquiry.restricted) == (Disposition.D10, True)
    model = clerk.page.today.table.model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown[1:] == ["受限", "受限", "受限"]
    clerk.begin(phone="13800001234", summary="")
    assert clerk.form.recognition.words.text() == ""


WAYS: list[tuple[str, Disposition]] = [
    ("F5", Disposition.D1),
    ("F6", Disposition.D2),
    ("F7", Disposition.D3),
    ("F8", Disposition.D4),
    ("F9", Disposition.D5A),
    ("Shift+F5", Disposition.D6),
    ("Shift+F6", Disposition.D7),
    ("Shift+F7", Disposition.D8),
    ("Shift+F8", Disposition.D9),
    ("Shift+F9", Disposition.D10),
]


@pytest.mark.parametrize(("key", "way"), WAYS)
def test_a_key_chooses_its_way_whatever_duty_was_answered_before(clerk: Clerk, key: str, way: Disposition):
    for scope in Scope:
        clerk.form.ways.scope.set_value(scope)
        clerk.form.ways._scope_changed()
        clerk.press(key)
        assert clerk.form.ways.way is way
        assert clerk.form.ways.scope.value() is not None
        clerk.form.empty()


def test_the_duty_decides_which_ways_are_shown(clerk: Clerk):
    clerk.form.ways.scope.setFocus()
    shown: Callable[[], list[str]] = lambda: [  # noqa: E731
        button.text() for button in clerk.form.ways.disposition.buttons if button.isVisible()
    ]
    assert shown() == []
    clerk.press("3")
    assert shown() == ["引导告知 ⇧F6", "投诉举报转处 ⇧F9"]
