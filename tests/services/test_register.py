"""Reading the register: masks, restrictions, filters, search."""

import pytest

from reception.errors import NotAllowed
from reception.rules.inquiries import Channel, Disposition, Paper, Status, VoidReason
from reception.rules.logs import Week
from reception.services import cases, corrections, inquiries, register
from reception.services.desk import Desk
from reception.services.register import RegisterFilter
from reception.store import journal
from tests.cast import Clock
from tests.drafts import draft_of

SECRET = "反映窗口态度"


def lines(desk: Desk, **chosen: object) -> list[str]:
    return [line.reg_no[-4:] for line in register.page(desk, RegisterFilter(**chosen), 0, 50)]


def test_todays_list_shows_the_names_that_one_took_oneself_and_masks_the_others(desk: Desk, ben_desk: Desk) -> None:
    inquiries.record(desk, draft_of(Disposition.D9))
    inquiries.record(ben_desk, draft_of(Disposition.D9, person_name="王小明"))
    assert [line.visitor for line in register.today(desk)] == ["王*明", "林晓舟"]
    assert [line.visitor for line in register.today(ben_desk)] == ["王小明", "林*舟"]


def test_tomorrow_ones_own_names_are_masked_too_and_today_is_empty(desk: Desk, clock: Clock) -> None:
    inquiry = inquiries.record(desk, draft_of(Disposition.D9)).inquiry
    clock.advance(days=1)
    assert register.today(desk) == ()
    assert [line.visitor for line in register.page(desk, RegisterFilter(), 0, 9)] == ["林*舟"]
    assert register.show(desk, inquiry.id).inquiry.phone == "138****1234"


def test_asking_to_see_is_granted_and_leaves_an_entry(desk: Desk, clock: Clock) -> None:
    inquiry = inquiries.record(desk, draft_of(Disposition.D9)).inquiry
    clock.advance(days=1)
    view = register.reveal(desk, inquiry.id)
    assert (view.inquiry.person_name, view.masked) == ("林晓舟", False)
    with desk.reading():
        assert journal.entries("Inquiry", inquiry.id)[-1].action == "see_personal"


def test_a_phone_inside_a_text_is_masked_with_the_rest(desk: Desk, ben_desk: Desk) -> None:
    inquiry = inquiries.record(desk, draft_of(Disposition.D1, detail="请回电13800001234")).inquiry
    assert "13800001234" not in register.show(ben_desk, inquiry.id).inquiry.detail


def test_ones_own_name_number_and_extension_are_masked_wherever_they_were_written(desk: Desk, ben_desk: Desk) -> None:
    own = {"person_name": "林晓舟", "person_no": "202408010123", "phone": "0731-55501234转8012"}
    written = {"summary": "林晓舟来问休学", "detail": "学号202408010123", "papers": (Paper(name="林晓舟的申请表"),)}
    inquiry = inquiries.record(desk, draft_of(Disposition.D6, **own, **written)).inquiry
    shown = register.show(ben_desk, inquiry.id).inquiry
    assert (shown.summary, shown.detail, shown.papers[0].name) == (
        "林*舟来问休学",
        "学号2024******23",
        "林*舟的申请表",
    )
    assert shown.phone_ext == ""
    assert {item.summary for item in cases.due_list(ben_desk)} == {"林*舟来问休学"}


def test_a_complaint_shows_number_and_date_only_even_to_who_took_it(desk: Desk) -> None:
    inquiries.record(desk, draft_of(Disposition.D10))
    line = register.page(desk, RegisterFilter(), 0, 9)[0]
    assert line.restricted
    assert (line.visitor, line.phone, line.summary, line.first_officer, line.matter_name) == ("", "", "", "", "")


def test_a_complaint_is_opened_by_who_took_it_the_supervisor_and_nobody_else(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, dan_desk: Desk
) -> None:
    inquiry = inquiries.record(desk, draft_of(Disposition.D10)).inquiry
    assert register.show(desk, inquiry.id).inquiry.summary == SECRET
    assert register.show(dan_desk, inquiry.id).inquiry.summary == SECRET
    for stranger in (ben_desk, cara_desk):
        with pytest.raises(NotAllowed):
            register.show(stranger, inquiry.id)
        with pytest.raises(NotAllowed):
            register.reveal(stranger, inquiry.id)


@pytest.mark.parametrize("text", ["林晓舟", "13800001234", SECRET, "lxz", "窗口"])
def test_no_search_finds_what_a_complaint_says(desk: Desk, text: str) -> None:
    inquiries.record(desk, draft_of(Disposition.D10))
    assert lines(desk, text=text) == []


def test_a_complaint_is_not_found_by_channel_officer_or_state(desk: Desk) -> None:
    inquiries.record(desk, draft_of(Disposition.D10, channel=Channel.LETTER))
    for chosen in ({"channel": Channel.LETTER}, {"officer_id": desk.account.id}, {"status": Status.HANDED_OVER}):
        assert lines(desk, **chosen) == []
    assert lines(desk, disposition=Disposition.D10) == ["0001"]


@pytest.mark.parametrize("text", ["受理〔2026〕0002", "受理0002", "受理2026-0002"])
def test_a_record_is_found_by_the_number_of_its_case_and_no_complaint_by_any(desk: Desk, text: str) -> None:
    for disposition in (Disposition.D10, Disposition.D1, Disposition.D3):
        inquiries.record(desk, draft_of(disposition))
    assert lines(desk, text=text) == ["0003"]
    assert lines(desk, text=text.replace("0002", "0001")) == []


@pytest.mark.parametrize(
    "text",
    ["0002", "林晓舟", "晓", "lxz", "linxiaozhou", "138-0000", "0000123", "202408", "休学", "学生证 lxz", "咨询 林"],
)
def test_a_search_finds_by_number_name_pinyin_phone_and_text(desk: Desk, text: str) -> None:
    inquiries.record(desk, draft_of(Disposition.D1, summary="问路"))
    inquiries.record(desk, draft_of(Disposition.D4))
    assert lines(desk, text=text.replace("-", "")) == ["0002"]


@pytest.mark.parametrize("text", ["%", "_", "'; DROP TABLE inquiry --", "\x00", "\ud800", "=cmd()", "x" * 60_000])
def test_any_search_text_is_answered(desk: Desk, text: str) -> None:
    inquiries.record(desk, draft_of())
    assert lines(desk, text=text) in ([], ["0001"])


def test_filters_narrow_together_and_the_count_agrees(desk: Desk, clock: Clock) -> None:
    inquiries.record(desk, draft_of(Disposition.D8, channel=Channel.EMAIL))
    inquiries.record(desk, draft_of(Disposition.D1))
    corrections.void(desk, inquiries.record(desk, draft_of(Disposition.D1)).inquiry.id, VoidReason.TEST, "试录")
    clock.advance(days=7)
    inquiries.record(desk, draft_of(Disposition.D1))
    assert lines(desk) == ["0004", "0003", "0002", "0001"]
    assert lines(desk, week=Week(year=2026, number=48)) == ["0003", "0002", "0001"]
    assert lines(desk, channel=Channel.EMAIL) == ["0001"]
    assert lines(desk, disposition=Disposition.D1, status=Status.CLOSED) == ["0004", "0002"]
    assert register.count(desk, RegisterFilter(status=Status.VOID)) == 1


def test_pages_follow_each_other_without_overlap(desk: Desk) -> None:
    for _ in range(7):
        inquiries.record(desk, draft_of())
    pages = [register.page(desk, RegisterFilter(), offset, 3) for offset in (0, 3, 6)]
    assert [line.id for page in pages for line in page] == [7, 6, 5, 4, 3, 2, 1]
