"""Corrections of a record: what may be set right, by whom, what follows it and what stays as it was."""

import csv
import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reception.errors import Conflict, Invalid, NotAllowed
from reception.rules.callbacks import CallDraft
from reception.rules.corrections import CORRECTABLE, Correction, CorrectionReason, corrected_papers
from reception.rules.inquiries import Channel, Disposition, Inquiry, Kind, PersonKind, ReplyPref, Urgency, VoidReason
from reception.rules.logs import LogFormat, Week
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.rules.papers import PaperForm
from reception.rules.recognition import Visitor
from reception.rules.staff import Role
from reception.rules.visitors import ANONYMOUS, REFUSED
from reception.services import call_list, callbacks, corrections, inquiries, logs, notices, register, visitors
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.services.register import RegisterFilter
from reception.store import journal, records
from reception.words import Language
from reception.words.history import history_line
from tests.cast import Clock
from tests.drafts import draft_of

WRONG = {"person_name": "林小舟", "phone": "138 0000 1243"}
RIGHT = {"person_name": "林晓舟", "phone": "138 0000 1234"}
LACKING = NoticeDraft(
    ticks=tuple(
        MaterialTick(no=no, state=MaterialState.MISSING if no == 1 else MaterialState.PROVIDED) for no in range(1, 5)
    )
)


def made(desk: Desk, way: Disposition = Disposition.D9, **changes: Any) -> Inquiry:
    return inquiries.record(desk, draft_of(way, **changes)).inquiry


def correct(desk: Desk, inquiry: Inquiry, **changes: Any) -> Inquiry:
    return corrections.correct(desk, inquiry.id, Correction(changes=changes, reason=CorrectionReason.MISTYPED))


def refused(desk: Desk, inquiry: Inquiry, **changes: Any) -> set[tuple[str, str]]:
    with pytest.raises(Invalid) as found:
        correct(desk, inquiry, **changes)
    return {(reason.field, reason.code) for reason in found.value.reasons}


def last_entry(desk: Desk, inquiry: Inquiry) -> dict[str, Any]:
    with desk.reading():
        found: dict[str, Any] = json.loads(journal.entries("Inquiry", inquiry.id)[-1].payload or "")
    return found


def known(desk: Desk) -> dict[str, tuple[str, int]]:
    """Give everybody who is known from a contact: name -> phone and number of contacts."""
    with desk.reading():
        return {each.name: (each.phone, each.contacts) for each in records.select(Visitor) if each.contacts}


def test_a_correction_is_an_entry_with_old_new_and_why(desk: Desk) -> None:
    inquiry = made(desk, **WRONG)
    note = "来访人看屏幕发现"
    asked = Correction(changes=RIGHT, reason=CorrectionReason.VISITOR_CORRECTED, note=note)
    after = corrections.correct(desk, inquiry.id, asked)
    assert (after.person_name, after.phone, after.reg_no) == ("林晓舟", "13800001234", inquiry.reg_no)
    assert last_entry(desk, inquiry) == {
        "changes": {"person_name": ["林小舟", "林晓舟"], "phone": ["13800001243", "13800001234"]},
        "correction": "visitor_corrected",
        "note": note,
    }


def test_everything_that_may_be_mistyped_is_set_right_at_once(desk: Desk, clock: Clock) -> None:
    inquiry = made(desk, Disposition.D2)
    began = clock.now - timedelta(minutes=40)
    wanted: dict[str, Any] = {
        **RIGHT,
        "received_at": began,
        "ended_at": began + timedelta(minutes=9),
        "person_kind": PersonKind.STAFF,
        "person_no": "202408010123",
        "person_unit": "物理学院",
        "person_count": 3,
        "reply_pref": ReplyPref.EMAIL,
        "other_contact": "微信 lin",
        "agent_name": "王建国",
        "agent_phone": "0731-55501234转8012",
        "agent_relation": "父亲",
        "privacy_told": True,
        "kind": Kind.HELP,
        "matter": "JW-03",
        "summary": "补办学生证",
        "detail": "在食堂丢的",
        "urgency": Urgency.URGENT,
        "answer": "三日内补办",
        "result": "已补办",
        "told_phone": "0731-5550-1240",
        "told_place": "北楼 205",
        "remark": "补充",
    }
    assert set(wanted) == set(CORRECTABLE)
    after = correct(desk, inquiry, **wanted)
    kept_otherwise = {"phone": "13800001234", "matter": None}
    for name, value in wanted.items():
        if name not in kept_otherwise:
            assert getattr(after, name) == value, name
    assert (after.phone, after.matter_code, after.matter_name) == ("13800001234", "JW-03", "补办学生证")
    assert register.show(desk, inquiry.id).inquiry == after
    assert check_folder(desk.store.folder).damage == ()


@pytest.mark.parametrize(
    "name", ["reg_no", "disposition", "scope", "first_officer", "first_officer_id", "restricted", "status", "channel"]
)
def test_number_way_officer_and_restriction_are_never_corrected(desk: Desk, name: str) -> None:
    inquiry = made(desk)
    assert refused(desk, inquiry, **{name: "D1"}, summary="别的") == {(name, "not_correctable")}
    assert register.show(desk, inquiry.id).inquiry == inquiry


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"person_name": ""}, ("person_name", "refused_allowed")),
        ({"person_name": ANONYMOUS}, ("person_name", "not_anonymous")),
        ({"person_count": 0}, ("person_count", "out_of_range")),
        ({"person_count": None}, ("person_count", "required")),
        ({"person_kind": None}, ("person_kind", "required")),
        ({"summary": ""}, ("summary", "summary_or_matter")),
        ({"summary": "长" * 101}, ("summary", "too_long")),
        ({"detail": "\ue000"}, ("detail", "private_use")),
        ({"agent_phone": "13900005678"}, ("agent_name", "required")),
    ],
)
def test_what_is_corrected_meets_the_rules_of_an_entry(
    desk: Desk, changes: dict[str, Any], reason: tuple[str, str]
) -> None:
    inquiry = made(desk)
    (found,) = refused(desk, inquiry, **changes)
    assert found == reason
    assert register.show(desk, inquiry.id).inquiry == inquiry


def test_a_name_that_comes_in_later_needs_the_privacy_notice(desk: Desk) -> None:
    inquiry = made(desk, Disposition.D1)
    assert refused(desk, inquiry, person_name="林晓舟") == {("privacy_told", "privacy_not_told")}
    assert correct(desk, inquiry, person_name="林晓舟", privacy_told=True).privacy_told


def test_what_was_recorded_without_asking_about_privacy_can_still_be_corrected(desk: Desk) -> None:
    inquiry = made(desk, privacy_told=None)
    assert correct(desk, inquiry, person_name="林小舟").person_name == "林小舟"


def test_a_correction_needs_a_reason_and_another_reason_a_note(desk: Desk) -> None:
    inquiry = made(desk)
    with pytest.raises(Invalid) as without:
        corrections.correct(desk, inquiry.id, Correction(changes={"summary": ""}))
    assert {reason.field for reason in without.value.reasons} == {"summary", "correction_reason"}
    other = Correction(changes={"summary": "别的"}, reason=CorrectionReason.OTHER, note="  ")
    with pytest.raises(Invalid) as bare:
        corrections.correct(desk, inquiry.id, other)
    assert {reason.field for reason in bare.value.reasons} == {"correction_note"}


def test_a_correction_that_changes_nothing_is_refused(desk: Desk) -> None:
    inquiry = made(desk)
    assert refused(desk, inquiry, phone="+86 138-0000-1234", person_name=" 林晓舟 ") == {("", "nothing_to_change")}


def test_a_time_of_contact_is_never_in_the_future_nor_after_its_registration(desk: Desk, clock: Clock) -> None:
    inquiry = made(desk, Disposition.D1)
    clock.advance(hours=2)
    assert refused(desk, inquiry, received_at=clock.now + timedelta(hours=1)) == {("received_at", "in_the_future")}
    assert refused(desk, inquiry, received_at=clock.now) == {("received_at", "after_registration")}
    late_end = {"ended_at": inquiry.received_at - timedelta(minutes=1)}
    assert refused(desk, inquiry, **late_end) == {("ended_at", "ends_before_start")}
    assert correct(desk, inquiry, ended_at=clock.now).ended_at == clock.now


def test_whether_an_entry_was_late_follows_its_time(desk: Desk, clock: Clock) -> None:
    inquiry = made(desk, Disposition.D1)
    late = correct(desk, inquiry, received_at=clock.now - timedelta(days=5))
    assert late.late_entry
    assert not correct(desk, late, received_at=clock.now - timedelta(hours=1)).late_entry


@pytest.mark.parametrize("way", [Disposition.D3, Disposition.D5B, Disposition.D6, Disposition.D9])
def test_a_time_from_which_something_is_owed_stays(desk: Desk, clock: Clock, way: Disposition) -> None:
    inquiry = made(desk, way)
    before = clock.now - timedelta(minutes=10)
    assert refused(desk, inquiry, received_at=before) == {("received_at", "time_bound")}


def test_a_matter_is_corrected_while_nothing_rests_on_it(desk: Desk) -> None:
    inquiry = made(desk, Disposition.D1, matter="JW-01", summary="")
    after = correct(desk, inquiry, matter="JW-03")
    assert (after.matter_code, after.matter_name, after.summary) == ("JW-03", "补办学生证", "补办学生证")
    assert refused(desk, after, matter="XX-99") == {("matter", "unknown_matter")}
    gone = correct(desk, after, matter="", summary="问学生证")
    assert (gone.matter_code, gone.matter_edition, gone.matter_name) == ("", None, "")


def test_a_matter_on_which_a_case_or_a_notice_rests_stays(desk: Desk) -> None:
    with_case = made(desk, Disposition.D3)
    with_notice = made(desk, Disposition.D1, matter="JW-03")
    notices.issue(desk, with_notice.id, LACKING)
    for inquiry in (with_case, with_notice):
        assert refused(desk, inquiry, matter="JW-01") == {("matter", "matter_bound")}


def test_ones_own_record_is_corrected_on_the_day_and_later_by_the_section_head(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, dan_desk: Desk, clock: Clock
) -> None:
    inquiry = made(desk, Disposition.D1)
    for stranger in (ben_desk, dan_desk):
        with pytest.raises(NotAllowed):
            correct(stranger, inquiry, summary="别的")
        assert not corrections.may_correct(stranger, inquiry)
    assert correct(cara_desk, inquiry, summary="二").summary == "二"
    clock.advance(days=1)
    with pytest.raises(NotAllowed) as over:
        correct(desk, inquiry, summary="三")
    assert (over.value.code, over.value.values["number"]) == ("correct_not_own", inquiry.reg_no)
    assert not corrections.may_correct(desk, inquiry)
    assert corrections.may_correct(cara_desk, inquiry)
    assert correct(cara_desk, inquiry, summary="四").summary == "四"


def test_a_complaint_is_corrected_by_who_may_see_it_and_stays_hidden(desk: Desk, cara_desk: Desk, clock: Clock) -> None:
    inquiry = made(desk, Disposition.D10)
    with pytest.raises(NotAllowed) as hidden:
        correct(cara_desk, inquiry, summary="别的")
    assert hidden.value.code == "restricted"
    after = correct(desk, inquiry, summary="反映开门晚", person_name="林小舟")
    assert (after.summary, after.restricted, after.visitor_id) == ("反映开门晚", True, None)
    assert known(desk) == {}
    for text in ("开门", "林小舟"):
        assert register.page(desk, RegisterFilter(text=text), 0, 9) == ()
    (line,) = register.page(cara_desk, RegisterFilter(), 0, 9)
    assert (line.summary, line.corrected) == ("", False)
    clock.advance(days=1)
    with pytest.raises(NotAllowed):
        correct(desk, inquiry, summary="第二天")


def test_the_unit_head_corrects_a_complaint_of_the_day_before(desk: Desk, clock: Clock) -> None:
    inquiry = made(desk, Disposition.D10)
    clock.advance(days=1)
    head = with_roles(desk, Role.UNIT_HEAD)
    assert correct(head, inquiry, summary="反映开门晚").summary == "反映开门晚"


def with_roles(desk: Desk, *roles: Role) -> Desk:
    return replace(desk, account=replace(desk.account, id=99, name="任", roles=roles))


def test_a_void_record_is_not_corrected(desk: Desk) -> None:
    inquiry = made(desk)
    corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "录错")
    assert refused(desk, inquiry, summary="别的") == {("status", "void_already")}


def test_who_looked_at_an_older_version_is_told_and_changes_nothing(desk: Desk, cara_desk: Desk) -> None:
    inquiry = made(desk, Disposition.D1)
    correct(cara_desk, inquiry, summary="先改的")
    late = Correction(changes={"summary": "后改的"}, reason=CorrectionReason.MISHEARD, version=inquiry.version)
    with pytest.raises(Conflict):
        corrections.correct(desk, inquiry.id, late)
    assert register.show(desk, inquiry.id).inquiry.summary == "先改的"


def test_a_correction_is_corrected_by_another_one(desk: Desk) -> None:
    inquiry = made(desk)
    correct(desk, inquiry, person_name="林小舟")
    back = correct(desk, inquiry, person_name="林晓舟")
    assert back.person_name == inquiry.person_name
    actions = [entry.action for entry in register.show(desk, inquiry.id).history if entry.kind == "Inquiry"]
    assert actions == ["record", "correct_own", "correct_own"]
    assert check_folder(desk.store.folder).damage == ()


def test_the_list_marks_what_was_corrected_and_nothing_else(desk: Desk) -> None:
    first, second = made(desk), made(desk)
    corrections.void(desk, second.id, VoidReason.TEST, "试")
    correct(desk, first, summary="问休学")
    marks = {line.id: (line.summary, line.corrected) for line in register.page(desk, RegisterFilter(), 0, 9)}
    assert marks == {first.id: ("问休学", True), second.id: (second.summary, False)}
    assert [line.corrected for line in register.today(desk)] == [False, True]
    assert [line.corrected for line in register.some(desk, [first.id])] == [True]


def test_a_search_finds_the_corrected_words_and_no_longer_the_wrong_ones(desk: Desk) -> None:
    inquiry = made(desk, **WRONG, summary="问补办学生征")
    correct(desk, inquiry, **RIGHT, summary="问补办学生证")
    found = {text: len(register.page(desk, RegisterFilter(text=text), 0, 9)) for text in ("林晓舟", "1234", "生证")}
    assert found == {"林晓舟": 1, "1234": 1, "生证": 1}
    for text in ("林小舟", "1243", "生征"):
        assert register.page(desk, RegisterFilter(text=text), 0, 9) == ()
    assert check_folder(desk.store.folder).damage == ()


def test_whoever_is_known_from_this_record_alone_is_renamed(desk: Desk) -> None:
    inquiry = made(desk, **WRONG)
    after = correct(desk, inquiry, **RIGHT)
    assert known(desk) == {"林晓舟": ("13800001234", 1)}
    assert after.visitor_id == inquiry.visitor_id
    assert [each.visitor.name for each in visitors.recognise(desk, name="linxiaozhou")] == ["林晓舟"]
    assert visitors.recognise(desk, phone="13800001243") == ()
    assert check_folder(desk.store.folder).damage == ()


def test_whoever_turns_out_to_be_known_has_one_contact_more_and_the_ghost_is_gone(desk: Desk) -> None:
    made(desk)
    inquiry = made(desk, **WRONG)
    assert known(desk) == {"林晓舟": ("13800001234", 1), "林小舟": ("13800001243", 1)}
    after = correct(desk, inquiry, **RIGHT)
    assert known(desk) == {"林晓舟": ("13800001234", 2)}
    assert visitors.recognise(desk, phone="13800001243") == ()
    assert [each.visitor.name for each in visitors.recognise(desk, name="林小舟")] == ["林晓舟"]
    (found,) = visitors.recognise(desk, phone="13800001234")
    assert (found.visitor.id, len(found.contacts)) == (after.visitor_id, 2)
    assert check_folder(desk.store.folder).damage == ()


def test_a_known_visitor_keeps_what_other_contacts_said_and_loses_the_one_that_was_not_his(desk: Desk) -> None:
    made(desk)
    inquiry = made(desk)
    correct(desk, inquiry, person_name="张三", phone="139 0000 5678")
    assert known(desk) == {"林晓舟": ("13800001234", 1), "张三": ("13900005678", 1)}
    correct(desk, inquiry, person_name="林晓舟", phone="138 0000 1234")
    assert known(desk) == {"林晓舟": ("13800001234", 2)}


def test_a_contact_is_counted_once_when_only_the_unit_or_the_number_was_wrong(desk: Desk) -> None:
    inquiry = made(desk, person_no="2024080101", person_unit="化学院")
    correct(desk, inquiry, person_no="202408010123", person_unit="化学学院")
    with desk.reading():
        (visitor,) = records.select(Visitor)
    assert (visitor.contacts, visitor.person_no, visitor.person_unit) == (1, "202408010123", "化学学院")


def test_a_newer_phone_of_a_visitor_is_not_taken_back_by_a_correction_of_an_older_record(desk: Desk) -> None:
    number = {"person_no": "202408010123"}
    older = made(desk, **number)
    made(desk, **number, phone="139 0000 5678")
    correct(desk, older, phone="138 0000 9999")
    assert known(desk) == {"林晓舟": ("13900005678", 2)}


def test_whoever_refuses_the_name_after_all_is_known_no_more(desk: Desk) -> None:
    inquiry = made(desk)
    after = correct(desk, inquiry, person_name=REFUSED, phone=REFUSED)
    assert (after.visitor_id, after.privacy_told, known(desk)) == (None, False, {})
    assert visitors.recognise(desk, phone="13800001234") == ()


def test_a_promised_call_follows_the_number_and_keeps_its_promise(desk: Desk, clock: Clock) -> None:
    inquiry = made(desk, **WRONG)
    due = clock.now + timedelta(hours=1)
    callbacks.promise(desk, CallDraft(token="c", inquiry_id=inquiry.id, due_at=due))
    correct(desk, inquiry, **RIGHT)
    (line,) = call_list.mine(desk)
    assert (line.callback.name, line.callback.phone, line.callback.due_at) == ("林晓舟", "13800001234", due)
    assert check_folder(desk.store.folder).damage == ()


def test_an_issued_notice_stays_as_it_was_and_is_named_until_it_is_issued_anew(desk: Desk, clock: Clock) -> None:
    inquiry = made(desk, Disposition.D4, matter="JW-03", person_name="林小舟")
    old = notices.issue(desk, inquiry.id, LACKING)
    paper = notices.preview(desk, old.id, PaperForm()).pdf
    clock.advance(minutes=1)
    correct(desk, inquiry, remark="与文书无关")
    assert outdated(desk, inquiry) == []
    correct(desk, inquiry, person_name="林晓舟")
    (kept,) = notices.of_inquiry(desk, inquiry.id)
    assert (kept.text.applicant, kept) == ("林小舟", old)
    assert notices.preview(desk, old.id, PaperForm()).pdf == paper
    assert outdated(desk, inquiry) == [old.number]
    clock.advance(minutes=1)
    anew = notices.issue(desk, inquiry.id, LACKING)
    assert (anew.text.applicant, outdated(desk, inquiry)) == ("林晓舟", [])


def outdated(desk: Desk, inquiry: Inquiry) -> list[str]:
    view = register.show(desk, inquiry.id)
    return [paper.number for paper in corrected_papers(view.history, (*view.notices, *view.letters))]


def test_the_weekly_log_shows_what_is_right_now(desk: Desk, tmp_path: Path) -> None:
    inquiry = made(desk, Disposition.D8, channel=Channel.EMAIL, summary="问校门几点关")
    correct(desk, inquiry, summary="问校门几点开")
    exported = logs.export_week(desk, Week(year=2026, number=48), tmp_path, (LogFormat.CSV,))
    assert exported is not None
    rows = list(csv.reader(exported.paths[0].read_text(encoding="utf-8-sig").splitlines()))
    assert ["问校门几点开" in row for row in rows[1:]] == [True]


def said(desk: Desk, inquiry: Inquiry, language: Language) -> tuple[str, tuple[str, ...]]:
    view = register.show(desk, inquiry.id)
    line = history_line(view.history[-1], desk.calendar, language, masked=view.masked)
    return line.what, line.details


def test_the_history_says_it_in_both_languages(desk: Desk) -> None:
    inquiry = made(desk, Disposition.D1, summary="问休学")
    asked = Correction(changes={"summary": "问复学"}, reason=CorrectionReason.MISHEARD, note="听成了休学")
    corrections.correct(desk, inquiry.id, asked)
    assert said(desk, inquiry, Language.ZH) == (
        "更正登记",
        ("事项摘要：问休学 → 问复学", "更正原因：听错", "更正说明：听成了休学"),
    )
    assert said(desk, inquiry, Language.EN) == (
        "corrected the record",
        ("summary: 问休学 → 问复学", "why corrected: misheard", "note on the correction: 听成了休学"),
    )


def test_the_name_of_before_is_masked_in_the_history_and_in_the_texts_for_others(desk: Desk, ben_desk: Desk) -> None:
    inquiry = made(desk, **WRONG, summary="林小舟来问休学", detail="林小舟的学生证")
    correct(desk, inquiry, **RIGHT, summary="林晓舟来问休学")
    view = register.show(ben_desk, inquiry.id)
    _what, details = said(ben_desk, inquiry, Language.ZH)
    assert "事项摘要：林*舟来问休学 → 林*舟来问休学" in details
    assert view.inquiry.detail == "林*舟的学生证"


def test_a_contact_of_another_day_moves_the_days_on_which_the_visitor_was_met(desk: Desk, clock: Clock) -> None:
    inquiry = made(desk, Disposition.D2, **RIGHT, privacy_told=True)
    before = clock.now - timedelta(days=3)
    correct(desk, inquiry, received_at=before)

    def met() -> tuple[datetime, datetime]:
        with desk.reading():
            (visitor,) = records.select(Visitor)
        return visitor.first_seen_at, visitor.last_seen_at

    assert met() == (before, before)
    made(desk)
    correct(desk, inquiry, received_at=before - timedelta(days=1))
    assert met() == (before - timedelta(days=1), clock.now)
