"""The visitor is back with his slip: nothing asked twice, the earlier wait ended and given back, told by phone."""

from dataclasses import replace
from typing import Any

import pytest

from reception.errors import Invalid, NotAllowed, NotFound
from reception.rules.cases import Case, CaseStatus
from reception.rules.inquiries import Disposition, Inquiry, Status, VoidReason
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft, SecondReason, Verdict
from reception.rules.staff import Action
from reception.rules.supplements import Supplement, Telling, ToldMode
from reception.services import cases, catalogue, corrections, inquiries, notices, register, supplements
from reception.services.chains import Links
from reception.services.desk import Desk
from reception.services.inquiries import Recorded
from reception.store import journal, records
from tests.cast import BEN, Clock
from tests.drafts import draft_of

P, M, D = MaterialState.PROVIDED, MaterialState.MISSING, MaterialState.DEFECTIVE


def ticked(*owed: int, why: SecondReason | None = None) -> NoticeDraft:
    """Give the ticks of JW-03, whose four rows are all unconditional."""
    states = {no: M if no in owed else P for no in range(1, 5)}
    return NoticeDraft(ticks=tuple(MaterialTick(no=no, state=states[no]) for no in states), second_reason=why)


def first_visit(desk: Desk, *owed: int, **changes: Any) -> Recorded:
    return inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03", **changes), ticked(*owed))


def slip_of(recorded: Recorded) -> Notice:
    assert recorded.notice is not None
    return recorded.notice


def come_back(
    desk: Desk, slip: Notice, way: Disposition, *owed: int, why: SecondReason | None = None, **changes: Any
) -> Recorded:
    """Record the visit that a form filled from the slip becomes."""
    draft = supplements.bring_back(desk, slip.query_code, f"token-{slip.id}-{way}-{len(owed)}").draft
    more = {"result": "已办"} if way is Disposition.D2 else {}
    draft = replace(draft, disposition=way, **{**more, **changes})
    marks = ticked(*owed, why=why)
    if way is Disposition.D4:
        return inquiries.record(desk, draft, marks)
    return inquiries.record(desk, draft, brought=marks)


def stored(desk: Desk, kind: type[Any], **equal: Any) -> Any:
    with desk.reading():
        return records.find(kind, **equal)


def entries(desk: Desk, kind: str, number: int) -> list[tuple[str, str]]:
    with desk.reading():
        return [(entry.action, entry.payload or "") for entry in journal.entries(kind, number)]


def test_a_form_is_filled_with_everything_that_is_known(desk: Desk, clock: Clock) -> None:
    slip = slip_of(
        first_visit(desk, 2, 4, person_no="202408010123", phone="0731-55501234转8", person_unit="外国语学院")
    )
    clock.advance(days=2)
    back = supplements.bring_back(desk, slip.query_code.lower(), "t")
    shown = (back.draft.person_name, back.draft.phone, back.draft.person_no, back.draft.person_unit)
    assert shown == ("林晓舟", "0731-55501234转8", "202408010123", "外国语学院")
    assert (back.draft.repeat_of, back.draft.returned_with) == ("首问〔2026〕0001", slip.number)
    assert (back.draft.matter, back.draft.privacy_told) == ("JW-03", True)
    assert [tick.no for tick in back.notice.ticks] == [1, 3]
    assert [row.state for row in back.returned.rows] == [P, M, P, M]
    assert (back.returned.told, back.returned.complete_way) == ((2, 4), Disposition.D3)


def test_the_slip_is_found_by_number_code_and_parts(desk: Desk) -> None:
    slip = slip_of(first_visit(desk, 2))
    for typed in (slip.number, slip.query_code, f" {slip.query_code.lower()}\n", "2026-1", "第0001号", "1"):
        assert supplements.bring_back(desk, typed, "t").returned.number == slip.number


def test_a_look_at_a_slip_is_an_audit_entry(desk: Desk, ben_desk: Desk) -> None:
    visit = first_visit(desk, 2)
    supplements.bring_back(ben_desk, slip_of(visit).query_code, "t")
    action, payload = entries(desk, "Inquiry", visit.inquiry.id)[-1]
    assert action == Action.SEE_PERSONAL
    assert slip_of(visit).number in payload


def test_a_slip_that_nobody_issued_is_told(desk: Desk) -> None:
    for typed in ("222222", "教务告〔2025〕第0001号", "", "x" * 5000, "\ud800"):
        with pytest.raises(NotFound) as refused:
            supplements.bring_back(desk, typed, "t")
        assert refused.value.code == "no_such_notice"


def test_a_void_slip_is_told(desk: Desk) -> None:
    visit = first_visit(desk, 2)
    corrections.void(desk, visit.inquiry.id, VoidReason.MISTAKE, "录错")
    with pytest.raises(Invalid) as refused:
        supplements.bring_back(desk, slip_of(visit).query_code, "t")
    assert [each.code for each in refused.value.reasons] == ["notice_void"]


def test_a_restricted_slip_shows_nothing(desk: Desk, dan_desk: Desk) -> None:
    slip = slip_of(first_visit(desk, 2))
    with desk.work(Action.ISSUE_NOTICE) as work:
        work.log(work.change(replace(work.get(Notice, slip.id), restricted=True)))
    assert supplements.peek(desk, slip.query_code) is None
    for call in (
        lambda: supplements.bring_back(desk, slip.query_code, "t"),
        lambda: supplements.told(desk, slip.id, ToldMode.COPIED),
    ):
        with pytest.raises(NotAllowed) as refused:
            call()
        assert refused.value.code == "restricted"
    with pytest.raises(NotAllowed):
        supplements.bring_back(dan_desk, slip.query_code, "t")


def test_a_search_shows_a_slip_masked_and_says_why_it_cannot_be_used(desk: Desk) -> None:
    slip = slip_of(first_visit(desk, 2))
    found = supplements.peek(desk, slip.query_code)
    assert found is not None
    assert (found.number, found.visitor, found.error) == (slip.number, "林*舟", None)
    come_back(desk, slip, Disposition.D3)
    used = supplements.peek(desk, slip.query_code)
    assert used is not None
    assert isinstance(used.error, Invalid)
    assert supplements.peek(desk, "222222") is None


@pytest.mark.parametrize("way", [Disposition.D2, Disposition.D3])
def test_complete_papers_end_the_wait_in_the_same_transaction(desk: Desk, clock: Clock, way: Disposition) -> None:
    visit = first_visit(desk, 2, 4)
    due = visit.case.due_at if visit.case else None
    clock.advance(days=1)
    second = come_back(desk, slip_of(visit), way)
    supplement = stored(desk, Supplement, inquiry_id=second.inquiry.id)
    assert (supplement.notice_id, supplement.missing, supplement.verdict) == (slip_of(visit).id, (), Verdict.COMPLETE)
    waiting = stored(desk, Case, inquiry_id=visit.inquiry.id)
    assert (waiting.status, waiting.due_at) == (CaseStatus.CLOSED, due)
    assert stored(desk, Inquiry, id=visit.inquiry.id).status is Status.CLOSED
    assert second.inquiry.returned_with == slip_of(visit).id
    assert second.inquiry.repeat_of == visit.inquiry.id
    assert (second.case is not None) is (way is Disposition.D3)
    assert second.inquiry.reg_no in entries(desk, "Case", waiting.id)[-1][1]
    with desk.reading():
        assert journal.first_broken(desk.store.key) is None


def test_the_promise_counts_from_the_day_on_which_the_papers_were_complete(desk: Desk, clock: Clock) -> None:
    visit = first_visit(desk, 2)
    clock.advance(days=2)
    accepted = come_back(desk, slip_of(visit), Disposition.D3).case
    assert accepted is not None
    assert desk.calendar.local(accepted.due_at).isoformat() == "2026-12-03T17:30:00"


def test_papers_still_owed_get_a_second_notice_and_a_new_wait(desk: Desk) -> None:
    visit = first_visit(desk, 2, 4)
    second = come_back(desk, slip_of(visit), Disposition.D4, 4)
    assert slip_of(second).missing == (4,)
    assert slip_of(second).released
    assert second.case is not None
    assert second.case.status is CaseStatus.AWAITING_PAPERS
    assert stored(desk, Case, inquiry_id=visit.inquiry.id).status is CaseStatus.CLOSED
    assert [item.reg_no for item in cases.due_list(desk)] == [second.inquiry.reg_no]
    assert stored(desk, Supplement, inquiry_id=second.inquiry.id).missing == (4,)


def test_a_row_that_no_earlier_notice_of_the_story_named_asks_why(desk: Desk) -> None:
    first = slip_of(first_visit(desk, 2, 4))
    second = slip_of(come_back(desk, first, Disposition.D4, 4))
    with pytest.raises(Invalid) as refused:
        come_back(desk, second, Disposition.D4, 3, 4)
    assert [(each.code, each.field) for each in refused.value.reasons] == [("second_notice", "second_reason")]
    third = come_back(desk, second, Disposition.D4, 2, 4, repeat_of="")
    assert slip_of(third).released
    fourth = come_back(desk, slip_of(third), Disposition.D4, 1, why=SecondReason.OMISSION)
    assert (slip_of(fourth).second_reason, slip_of(fourth).released) == (SecondReason.OMISSION, False)


def test_a_record_that_names_an_earlier_one_belongs_to_its_story_without_a_slip(desk: Desk) -> None:
    visit = first_visit(desk, 2)
    again = draft_of(Disposition.D4, matter="JW-03", repeat_of=visit.inquiry.reg_no)
    with pytest.raises(Invalid) as refused:
        inquiries.record(desk, again, ticked(3))
    assert [each.code for each in refused.value.reasons] == ["second_notice"]
    other = draft_of(Disposition.D4, matter="JW-02", repeat_of=visit.inquiry.reg_no)
    rows = tuple(MaterialTick(no=no, state=M) for no in range(1, 4))
    assert slip_of(inquiries.record(desk, other, NoticeDraft(ticks=rows))).released


def test_a_refused_second_notice_leaves_everything_as_it_was(desk: Desk) -> None:
    visit = first_visit(desk, 2)
    with pytest.raises(Invalid):
        come_back(desk, slip_of(visit), Disposition.D4, 3)
    assert stored(desk, Case, inquiry_id=visit.inquiry.id).status is CaseStatus.AWAITING_PAPERS
    assert stored(desk, Supplement, notice_id=slip_of(visit).id) is None


def test_a_changed_edition_is_told_and_only_its_new_rows_are_open(desk: Desk, clock: Clock) -> None:
    slip = slip_of(first_visit(desk, 2))
    matter = catalogue.matter(desk, "JW-03")
    first = replace(matter.materials[0], no=1, name="新的承诺书")
    rows = (first, *(replace(row, no=row.no + 1) for row in matter.materials))
    catalogue.save_matter(desk, replace(matter, materials=rows), desk.calendar.local(desk.clock()).date())
    clock.advance(days=1)
    back = supplements.bring_back(desk, slip.query_code, "t")
    assert (back.returned.edition_changed, back.returned.told) == (True, None)
    assert [row.state for row in back.returned.rows] == [None, P, M, P, P]
    assert [tick.no for tick in back.notice.ticks] == [2, 4, 5]
    marks = NoticeDraft(ticks=tuple(MaterialTick(no=no, state=M if no == 1 else P) for no in range(1, 6)))
    second = inquiries.record(desk, back.draft, marks)
    assert slip_of(second).second_reason is None
    assert second.inquiry.matter_edition == matter.edition + 1


def test_papers_that_are_owed_cannot_be_called_complete(desk: Desk) -> None:
    slip = slip_of(first_visit(desk, 2, 4))
    for way in (Disposition.D2, Disposition.D3):
        with pytest.raises(Invalid) as refused:
            come_back(desk, slip, way, 4)
        assert [(each.code, each.field) for each in refused.value.reasons] == [("return_still_owed", "disposition")]


def test_a_row_left_blank_is_told_at_its_row(desk: Desk) -> None:
    slip = slip_of(first_visit(desk, 2, 4))
    back = supplements.bring_back(desk, slip.query_code, "t")
    with pytest.raises(Invalid) as refused:
        inquiries.record(desk, replace(back.draft, disposition=Disposition.D3), brought=back.notice)
    assert {(each.code, each.field) for each in refused.value.reasons} == {
        ("row_blank", "materials.2"),
        ("row_blank", "materials.4"),
    }


def test_another_matter_is_not_settled_with_this_slip(desk: Desk) -> None:
    slip = slip_of(first_visit(desk, 2))
    with pytest.raises(Invalid) as refused:
        come_back(desk, slip, Disposition.D2, matter="JW-01")
    assert ("return_other_matter", "matter") in [(each.code, each.field) for each in refused.value.reasons]


def test_a_question_asked_with_the_slip_in_hand_ends_no_wait(desk: Desk) -> None:
    visit = first_visit(desk, 2)
    asked = inquiries.record(desk, draft_of(answer="还差学生证", returned_with=slip_of(visit).query_code))
    assert asked.inquiry.returned_with == slip_of(visit).id
    assert stored(desk, Supplement, inquiry_id=asked.inquiry.id) is None
    assert stored(desk, Case, inquiry_id=visit.inquiry.id).status is CaseStatus.AWAITING_PAPERS
    assert come_back(desk, slip_of(visit), Disposition.D3).case is not None


def test_a_slip_is_used_once(desk: Desk, ben_desk: Desk) -> None:
    slip = slip_of(first_visit(desk, 2))
    forms = [supplements.bring_back(each, slip.number, f"form-{each.account.name}") for each in (desk, ben_desk)]
    first = inquiries.record(desk, replace(forms[0].draft, disposition=Disposition.D3), brought=ticked())
    with pytest.raises(Invalid) as refused:
        inquiries.record(ben_desk, replace(forms[1].draft, disposition=Disposition.D3), brought=ticked())
    reason = refused.value.reasons[0]
    assert (reason.code, reason.field, reason.values["reg_no"]) == (
        "notice_returned",
        "returned_with",
        first.inquiry.reg_no,
    )


def test_an_older_slip_of_the_story_stands_for_the_newest(desk: Desk) -> None:
    first = slip_of(first_visit(desk, 2, 4))
    second = slip_of(come_back(desk, first, Disposition.D4, 4))
    back = supplements.bring_back(desk, first.query_code, "t")
    assert (back.returned.number, back.returned.older) == (second.number, first.number)
    assert [row.state for row in back.returned.rows] == [P, P, P, M]


def test_complete_papers_that_were_accepted_need_no_second_record(desk: Desk) -> None:
    accepted = inquiries.record(desk, draft_of(Disposition.D3, matter="JW-03")).inquiry
    slip = notices.issue(desk, accepted.id, ticked())
    with pytest.raises(Invalid) as refused:
        supplements.bring_back(desk, slip.query_code, "t")
    assert [each.code for each in refused.value.reasons] == ["notice_accepted"]


@pytest.mark.parametrize("take_back", ["undo", "void"])
def test_taking_the_return_back_gives_the_earlier_wait_back(desk: Desk, take_back: str) -> None:
    visit = first_visit(desk, 2)
    second = come_back(desk, slip_of(visit), Disposition.D3)
    if take_back == "undo":
        corrections.undo(desk, second.inquiry.id)
    else:
        corrections.void(desk, second.inquiry.id, VoidReason.MISTAKE, "看错了")
    waiting = stored(desk, Case, inquiry_id=visit.inquiry.id)
    assert (waiting.status, waiting.due_at) == (CaseStatus.AWAITING_PAPERS, visit.case and visit.case.due_at)
    assert stored(desk, Inquiry, id=visit.inquiry.id).status is Status.OPEN
    assert [item.reg_no for item in cases.due_list(desk)] == [visit.inquiry.reg_no]
    assert come_back(desk, slip_of(visit), Disposition.D2, token="again").inquiry.status is Status.CLOSED


def test_taking_back_the_middle_of_a_story_does_not_begin_its_wait_again(desk: Desk) -> None:
    visit = first_visit(desk, 2, 4)
    second = come_back(desk, slip_of(visit), Disposition.D4, 4)
    come_back(desk, slip_of(second), Disposition.D2)
    corrections.void(desk, second.inquiry.id, VoidReason.DUPLICATE, "重了")
    assert stored(desk, Case, inquiry_id=visit.inquiry.id).status is CaseStatus.CLOSED


def test_a_void_record_stays_void_when_its_return_is_taken_back(desk: Desk) -> None:
    visit = first_visit(desk, 2)
    second = come_back(desk, slip_of(visit), Disposition.D3)
    corrections.void(desk, visit.inquiry.id, VoidReason.MISTAKE, "录错")
    corrections.void(desk, second.inquiry.id, VoidReason.MISTAKE, "录错")
    assert stored(desk, Case, inquiry_id=visit.inquiry.id).status is CaseStatus.VOID
    assert stored(desk, Inquiry, id=visit.inquiry.id).status is Status.VOID


def test_a_command_needs_only_the_code(desk: Desk) -> None:
    slip = slip_of(first_visit(desk, 2, 4))
    plain = draft_of(Disposition.D3, matter="", person_name="林晓舟", phone="13800001234", privacy_told=True)
    recorded = inquiries.record(desk, replace(plain, returned_with=slip.query_code))
    supplement = stored(desk, Supplement, inquiry_id=recorded.inquiry.id)
    assert (recorded.inquiry.matter_code, supplement.verdict) == ("JW-03", Verdict.COMPLETE)
    assert {tick.state for tick in supplement.ticks} == {P}


def test_a_notice_issued_afterwards_says_what_the_visitor_brought(desk: Desk) -> None:
    slip = slip_of(first_visit(desk, 2, 4))
    recorded = inquiries.record(desk, draft_of(Disposition.D4, matter="", returned_with=slip.number))
    before = stored(desk, Supplement, inquiry_id=recorded.inquiry.id)
    assert before.missing == (2, 4)
    notices.issue(desk, recorded.inquiry.id, ticked(4))
    after = stored(desk, Supplement, inquiry_id=recorded.inquiry.id)
    assert (after.missing, len(entries(desk, "Supplement", after.id))) == ((4,), 2)


def test_records_of_a_return_lead_to_each_other(desk: Desk) -> None:
    visit = first_visit(desk, 2)
    second = come_back(desk, slip_of(visit), Disposition.D3)
    later, earlier = register.show(desk, second.inquiry.id).links, register.show(desk, visit.inquiry.id).links
    assert later.came_with is not None
    assert (later.came_with.inquiry_id, later.came_with.notice_number) == (visit.inquiry.id, slip_of(visit).number)
    assert [(each.reg_no, each.complete) for each in earlier.answered_by] == [(second.inquiry.reg_no, True)]
    corrections.undo(desk, second.inquiry.id)
    assert register.show(desk, visit.inquiry.id).links == Links()


@pytest.mark.parametrize("mode", ToldMode)
def test_a_notice_told_without_paper_is_noted_with_who_when_whom_and_how(
    desk: Desk, ben_desk: Desk, clock: Clock, mode: ToldMode
) -> None:
    visit = first_visit(desk, 2)
    clock.advance(minutes=5)
    told = supplements.told(ben_desk, slip_of(visit).id, mode)
    assert (told.by, told.at, told.to_whom, told.mode) == (BEN, clock.now, "林晓舟", mode)
    assert supplements.tellings(desk, slip_of(visit).id) == (told,)
    kinds = [entry.kind for entry in register.show(desk, visit.inquiry.id).history]
    assert kinds.count("Telling") == 1


def test_a_void_notice_is_told_to_nobody(desk: Desk) -> None:
    visit = first_visit(desk, 2)
    corrections.void(desk, visit.inquiry.id, VoidReason.MISTAKE, "录错")
    with pytest.raises(Invalid):
        supplements.told(desk, slip_of(visit).id, ToldMode.READ_OUT)
    assert stored(desk, Telling, notice_id=slip_of(visit).id) is None


def test_who_works_at_no_desk_neither_uses_slips_nor_tells_notices(desk: Desk, dan_desk: Desk) -> None:
    slip = slip_of(first_visit(desk, 2))
    for call in (
        lambda: supplements.peek(dan_desk, slip.query_code),
        lambda: supplements.bring_back(dan_desk, slip.query_code, "t"),
        lambda: supplements.told(dan_desk, slip.id, ToldMode.READ_OUT),
    ):
        with pytest.raises(NotAllowed):
            call()
