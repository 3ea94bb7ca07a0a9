"""Recording first inquiries: whole or not at all, with what each way opens."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reception.errors import Invalid, NotAllowed, NotFound
from reception.rules.cases import CaseStatus
from reception.rules.inquiries import Channel, Disposition, Inquiry, InquiryDraft, Status, VoidReason
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.rules.staff import Account
from reception.rules.visitors import REFUSED
from reception.services import cases, corrections, inquiries, notices, visitors
from reception.services.desk import Desk
from reception.store import journal, records
from tests.cast import BEN, Clock
from tests.drafts import draft_of


def local_due(desk: Desk, disposition: Disposition, **changes: object) -> str:
    recorded = inquiries.record(desk, draft_of(disposition, **changes))
    owed = recorded.case or recorded.referral
    assert owed is not None
    return desk.calendar.local(owed.due_at).strftime("%Y-%m-%d %H:%M")


def test_the_first_record_of_the_year_is_number_one(desk: Desk) -> None:
    assert inquiries.record(desk, draft_of()).inquiry.reg_no == "首问〔2026〕0001"


def test_numbers_follow_each_other_and_a_refused_form_uses_none(desk: Desk) -> None:
    inquiries.record(desk, draft_of())
    with pytest.raises(Invalid):
        inquiries.record(desk, draft_of(Disposition.D8, answer=""))
    assert inquiries.record(desk, draft_of()).inquiry.serial == 2


def test_the_series_begins_again_with_the_local_year(desk: Desk, clock: Clock) -> None:
    inquiries.record(desk, draft_of())
    clock.now = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
    assert inquiries.record(desk, draft_of()).inquiry.reg_no == "首问〔2027〕0001"


def test_the_same_form_saved_twice_is_one_record(desk: Desk) -> None:
    draft = draft_of(Disposition.D3)
    first, second = inquiries.record(desk, draft), inquiries.record(desk, draft)
    assert (first.inquiry, first.case) == (second.inquiry, second.case)
    assert (first.first_time, second.first_time) == (True, False)


@pytest.mark.parametrize("disposition", Disposition)
def test_each_way_is_recorded_with_its_outcome_and_its_first_officer(desk: Desk, disposition: Disposition) -> None:
    recorded = inquiries.record(desk, draft_of(disposition))
    assert recorded.inquiry.disposition is disposition
    assert recorded.inquiry.first_officer == desk.account.name
    with desk.reading():
        assert journal.first_broken(desk.store.key) is None


def test_an_answered_question_is_closed_and_owes_nothing(desk: Desk) -> None:
    recorded = inquiries.record(desk, draft_of(Disposition.D1))
    assert (recorded.inquiry.status, recorded.case, recorded.referral) == (Status.CLOSED, None, None)


def test_an_accepted_matter_is_due_by_the_matters_own_limit(desk: Desk) -> None:
    assert local_due(desk, Disposition.D3, matter="JW-03") == "2026-12-01 17:30"


def test_a_transfer_is_to_be_acknowledged_within_one_working_day(desk: Desk) -> None:
    assert local_due(desk, Disposition.D5B) == "2026-11-25 17:30"


def test_a_handed_over_matter_opens_a_case_of_three_working_days_and_a_transfer(desk: Desk) -> None:
    recorded = inquiries.record(desk, draft_of(Disposition.D6))
    assert recorded.case is not None
    assert recorded.referral is not None
    assert desk.calendar.local(recorded.case.due_at).isoformat() == "2026-11-27T17:30:00"
    assert recorded.referral.to_post == "JW-06"


def test_an_unclear_matter_is_answered_within_five_working_days_by_its_first_officer(desk: Desk) -> None:
    assert local_due(desk, Disposition.D9) == "2026-12-01 17:30"


def test_a_complaint_goes_to_the_supervisor_the_same_day_and_is_restricted(desk: Desk) -> None:
    recorded = inquiries.record(desk, draft_of(Disposition.D10))
    assert recorded.case is not None
    assert (recorded.case.officer, recorded.inquiry.restricted, recorded.inquiry.visitor_id) == ("丹", True, None)


def test_a_due_date_past_the_published_calendar_is_provisional(desk: Desk, clock: Clock) -> None:
    clock.now = datetime(2026, 12, 29, 2, 0, tzinfo=UTC)
    recorded = inquiries.record(desk, draft_of(Disposition.D3))
    assert recorded.case is not None
    assert recorded.case.provisional


def test_unknown_codes_are_refused_together_at_their_fields(desk: Desk) -> None:
    draft = draft_of(Disposition.D5B, matter="ZZ-99", to_post="ZZ-98", repeat_of="2026-9999")
    with pytest.raises(Invalid) as refused:
        inquiries.record(desk, draft)
    assert {each.field for each in refused.value.reasons} == {"matter", "to_post", "repeat_of"}


def test_unclean_and_missing_fields_are_told_together_and_none_twice(desk: Desk) -> None:
    draft = draft_of(Disposition.D6, person_name="\ue000", detail="长" * 4001, phone="", papers=None)
    with pytest.raises(Invalid) as refused:
        inquiries.record(desk, draft)
    assert sorted(each.field for each in refused.value.reasons) == ["detail", "papers", "person_name", "phone"]


def test_a_phone_is_kept_in_its_normal_form_and_an_odd_one_as_typed(desk: Desk) -> None:
    usual = inquiries.record(desk, draft_of(Disposition.D9, phone="+86 138-0000-1234"))
    odd = inquiries.record(desk, draft_of(Disposition.D9, phone="1380000123"))
    assert (usual.inquiry.phone, usual.odd_phone) == ("13800001234", False)
    assert (odd.inquiry.phone, odd.odd_phone) == ("1380000123", True)


def test_an_entry_made_days_later_is_flagged_and_one_of_yesterday_is_not(desk: Desk) -> None:
    days_ago = inquiries.record(desk, draft_of(received_at=datetime(2026, 11, 20, 2, 0, tzinfo=UTC)))
    yesterday = inquiries.record(desk, draft_of(received_at=datetime(2026, 11, 23, 2, 0, tzinfo=UTC)))
    assert (days_ago.inquiry.late_entry, yesterday.inquiry.late_entry) == (True, False)


def test_somebody_who_works_at_no_desk_records_nothing(dan_desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        inquiries.record(dan_desk, draft_of())


def test_a_record_is_found_by_either_form_of_its_number(desk: Desk) -> None:
    inquiry = inquiries.record(desk, draft_of()).inquiry
    assert inquiries.by_number(desk, "首问〔2026〕0001") == inquiry
    assert inquiries.by_number(desk, " 2026-0001 ") == inquiry
    for strange in ("2026-0002", "", "２０２６-0001", "'; DROP TABLE inquiry", "2026-" + "9" * 400):
        with pytest.raises(NotFound):
            inquiries.by_number(desk, strange)


def test_a_record_notice_and_case_fail_together(desk: Desk) -> None:
    blank = NoticeDraft(ticks=(MaterialTick(no=1, state=MaterialState.PROVIDED),))
    with pytest.raises(Invalid):
        inquiries.record(desk, draft_of(Disposition.D4), blank)
    with desk.reading():
        assert records.select(Inquiry) == []


def test_a_caller_is_known_again_by_phone_number_and_name_however_typed(desk: Desk) -> None:
    inquiries.record(desk, draft_of(Disposition.D4))
    for typed in (
        {"phone": "138-0000-1234"},
        {"person_no": "202408010123"},
        {"name": "林"},
        {"name": "lxz"},
        {"name": "Lin Xiao"},
    ):
        known = visitors.recognise(desk, **typed)
        assert [each.visitor.name for each in known] == ["林晓舟"], typed
        assert known[0].contacts[0].reg_no == "首问〔2026〕0001"


def test_a_landline_is_known_again_with_or_without_its_area_code(desk: Desk) -> None:
    inquiries.record(desk, draft_of(Disposition.D4, phone="(0731)5550-1234"))
    for typed in ("0731 55501234转8012", "5550-1234"):
        assert [each.visitor.name for each in visitors.recognise(desk, phone=typed)] == ["林晓舟"]
    assert visitors.recognise(desk, phone="010-55501234") == ()


def test_whatever_is_typed_for_a_caller_is_answered(desk: Desk) -> None:
    for typed in ("\ud800\x00", "%", "_", "' OR 1=1", "1" * 60_000, "张" * 60_000):
        assert visitors.recognise(desk, name=typed, phone=typed, person_no=typed) == ()


def test_a_second_contact_of_the_same_person_is_counted_not_doubled(desk: Desk) -> None:
    inquiries.record(desk, draft_of(Disposition.D3))
    inquiries.record(desk, draft_of(Disposition.D9))
    known = visitors.recognise(desk, phone="13800001234")
    assert [(each.visitor.contacts, len(each.contacts)) for each in known] == [(2, 2)]


def test_neither_a_complainant_nor_a_caller_who_refused_is_remembered(desk: Desk) -> None:
    inquiries.record(desk, draft_of(Disposition.D10))
    inquiries.record(desk, draft_of(channel=Channel.PHONE, person_name=REFUSED, phone=REFUSED))
    assert visitors.recognise(desk, phone="13800001234", name="林晓舟") == ()


def test_a_void_keeps_its_number_and_takes_its_case_along(desk: Desk) -> None:
    inquiry = inquiries.record(desk, draft_of(Disposition.D3)).inquiry
    voided = corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "录错了人")
    assert (voided.reg_no, voided.status) == (inquiry.reg_no, Status.VOID)
    assert cases.due_list(desk) == ()
    assert inquiries.record(desk, draft_of()).inquiry.serial == 2


def test_a_void_says_why_and_happens_once(desk: Desk) -> None:
    inquiry = inquiries.record(desk, draft_of()).inquiry
    with pytest.raises(Invalid):
        corrections.void(desk, inquiry.id, VoidReason.MISTAKE, " ")
    corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "重复")
    with pytest.raises(Invalid):
        corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "重复")


def test_a_clerk_voids_his_own_of_today_only_and_the_section_head_any(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
) -> None:
    inquiry = inquiries.record(desk, draft_of()).inquiry
    with pytest.raises(NotAllowed):
        corrections.void(ben_desk, inquiry.id, VoidReason.MISTAKE, "不是我的")
    clock.advance(days=1)
    with pytest.raises(NotAllowed):
        corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "昨天的")
    assert corrections.void(cara_desk, inquiry.id, VoidReason.MISTAKE, "核实").voided_by == "凯"


def test_undo_takes_back_ones_last_save_and_no_earlier_one(desk: Desk) -> None:
    first, second = (inquiries.record(desk, draft_of()).inquiry for _ in range(2))
    with pytest.raises(NotAllowed):
        corrections.undo(desk, first.id)
    assert corrections.undo(desk, second.id).void_reason is VoidReason.UNDO


def test_the_first_officer_is_corrected_by_the_unit_head_with_a_reason_only(desk: Desk, ben_desk: Desk) -> None:
    inquiry = inquiries.record(desk, draft_of()).inquiry
    with pytest.raises(NotAllowed):
        corrections.correct_first_officer(desk, inquiry.id, ben_desk.account.id, "当时由本接待")
    head = replace(desk, account=replace(desk.account, roles=("unit_head",)))
    with pytest.raises(Invalid):
        corrections.correct_first_officer(head, inquiry.id, ben_desk.account.id, "")
    changed = corrections.correct_first_officer(head, inquiry.id, ben_desk.account.id, "当时由本接待")
    assert changed.first_officer == BEN
    with desk.reading():
        assert "当时由本接待" in (journal.entries("Inquiry", inquiry.id)[-1].payload or "")


def test_what_is_owed_is_listed_by_due_instant_with_masked_names(desk: Desk) -> None:
    inquiries.record(desk, draft_of(Disposition.D9))
    inquiries.record(desk, draft_of(Disposition.D5B))
    inquiries.record(desk, draft_of(Disposition.D10))
    items = cases.due_list(desk)
    assert [item.disposition for item in items] == [Disposition.D10, Disposition.D5B, Disposition.D9]
    assert [item.visitor for item in items] == ["", "林*舟", "林*舟"]


def test_a_notice_of_missing_papers_leaves_the_case_waiting_for_them(desk: Desk) -> None:
    draft: InquiryDraft = draft_of(Disposition.D4, matter="JW-03")
    missing = tuple(MaterialTick(no=no, state=MaterialState.MISSING) for no in range(1, 5))
    recorded = inquiries.record(desk, draft, NoticeDraft(ticks=missing))
    assert recorded.case is not None
    assert recorded.notice is not None
    assert recorded.case.status is CaseStatus.AWAITING_PAPERS
    assert recorded.notice.number == "教务告〔2026〕第0001号"
    assert notices.of_inquiry(desk, recorded.inquiry.id) == (recorded.notice,)


def test_the_holder_of_the_post_answers_for_an_accepted_matter(desk: Desk, ben_desk: Desk) -> None:
    recorded = inquiries.record(ben_desk, draft_of(Disposition.D3))
    assert recorded.case is not None
    with desk.reading():
        assert records.get(Account, recorded.case.officer_id).name == "安"


def test_a_complaint_never_carries_a_notice(desk: Desk) -> None:
    ticks = tuple(MaterialTick(no=no, state=MaterialState.PROVIDED) for no in range(1, 5))
    with pytest.raises(Invalid) as refused:
        inquiries.record(desk, draft_of(Disposition.D10, matter="JW-03"), NoticeDraft(ticks=ticks))
    assert "notice_without_matter" in [reason.code for reason in refused.value.reasons]
