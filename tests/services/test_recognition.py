"""Recognising a caller: parts of a phone, mixed pinyin, near names, what is open with him, what he asked before."""

import time
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from reception.rules.callbacks import CallDraft
from reception.rules.inquiries import Disposition, VoidReason
from reception.rules.notices import MaterialTick, NoticeDraft
from reception.rules.recognition import FollowUpKind, Likeness, Visitor
from reception.rules.visitors import parse_phone
from reception.services import callbacks, corrections, inquiries, notices, repeats, visitors
from reception.services.demo.people import person
from reception.services.desk import Desk
from reception.store import records
from reception.store.database import Store
from tests.cast import Clock
from tests.drafts import draft_of
from tests.store.keep_schema import TICKS

ZHANG = {"person_name": "张三", "phone": "139 0000 5678"}


def names(found: tuple[visitors.Known, ...]) -> list[str]:
    return [each.visitor.name for each in found]


@pytest.fixture
def known(desk: Desk) -> Desk:
    """Give a desk that met 林晓舟 and 张三."""
    inquiries.record(desk, draft_of(Disposition.D9))
    inquiries.record(desk, draft_of(Disposition.D9, **ZHANG))
    return desk


@pytest.mark.parametrize(
    ("phone", "found"),
    [
        ("1234", ["林晓舟"]),
        ("1380", ["林晓舟"]),
        ("138-0000-1", ["林晓舟"]),
        ("00001234", ["林晓舟"]),
        ("5678", ["张三"]),
        ("0000", []),
        ("123", []),
    ],
)
def test_four_digits_of_a_phone_show_who_has_them_first_or_last(known: Desk, phone: str, found: list[str]):
    recognised = visitors.recognise(known, phone=phone)
    assert names(recognised) == found
    assert [each.likeness for each in recognised] == [Likeness.POSSIBLE] * len(found)


def test_the_digits_of_a_landline_are_found_with_and_without_its_area(desk: Desk):
    inquiries.record(desk, draft_of(Disposition.D9, phone="0731-55504321"))
    for typed in ("4321", "55504", "07315550", "0731-555"):
        assert names(visitors.recognise(desk, phone=typed)) == ["林晓舟"], typed


@pytest.mark.parametrize(
    "typed", ["zs", "zhangsan", "zhangs", "zsan", "zhs", "Zhang S", "张", "三"], ids=lambda typed: f"typed {typed}"
)
def test_a_caller_is_found_by_initials_spelling_a_mixture_or_a_part_of_the_name(known: Desk, typed: str):
    assert names(visitors.recognise(known, name=typed)) == (["张三"] if len(typed) > 1 or typed == "张" else [])


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("单明", "shanm"),
        ("仇英", "qiuy"),
        ("解缙", "xiej"),
        ("曾志伟", "zengzw"),
        ("尉迟恭", "yuchig"),
        ("万俟明", "moqim"),
    ],
)
def test_each_reading_of_a_surname_may_be_mixed_with_initials(desk: Desk, name: str, typed: str):
    inquiries.record(desk, draft_of(Disposition.D9, person_name=name))
    assert names(visitors.recognise(desk, name=typed)) == [name]


def test_letters_that_spell_somebody_else_find_nobody(known: Desk):
    for typed in ("zhangsi", "zhangsanf", "lxzz", "zas"):
        assert visitors.recognise(known, name=typed) == (), typed


def test_the_whole_phone_under_another_name_says_so(known: Desk):
    (found,) = visitors.recognise(known, phone="13800001234", name="王芳")
    assert (found.visitor.name, found.likeness) == ("林晓舟", Likeness.OTHER_NAME)
    (found,) = visitors.recognise(known, phone="13800001234", name="林")
    assert found.likeness is Likeness.SAME


@pytest.mark.parametrize("typed", ["林小舟", "林晓周", "林晓洲", "林舟晓"])
def test_a_name_that_sounds_alike_or_differs_in_one_character_is_shown(known: Desk, typed: str):
    found = visitors.recognise(known, name=typed)
    assert names(found) == ([] if typed == "林舟晓" else ["林晓舟"])
    assert {each.likeness for each in found} <= {Likeness.NEAR_NAME}


def test_a_near_name_is_not_shown_to_somebody_with_another_phone(known: Desk):
    assert visitors.recognise(known, name="林小舟", phone="13911112222") == ()
    assert names(visitors.recognise(known, name="林小舟", phone="1380000")) == ["林晓舟"]


def test_who_may_not_see_personal_data_recognises_nobody(known: Desk, dan_desk: Desk):
    assert visitors.recognise(dan_desk, phone="13800001234") == ()
    assert repeats.likely(dan_desk, phone="13800001234", summary="咨询补办学生证需要什么材料") is None


def test_what_is_open_with_a_caller_stands_in_the_order_in_which_it_is_due(desk: Desk, clock: Clock):
    inquiries.record(desk, draft_of(Disposition.D3, matter="JW-03"))
    inquiries.record(desk, draft_of(Disposition.D5B))
    inquiry = inquiries.record(
        desk, draft_of(Disposition.D1, person_name="林晓舟", phone="13800001234", privacy_told=True)
    ).inquiry
    until = clock.now + timedelta(hours=1)
    callbacks.promise(desk, CallDraft(token="c", inquiry_id=inquiry.id, about="回电", due_at=until))
    (known,) = visitors.recognise(desk, phone="13800001234")
    kinds = [each.kind for each in known.follow_ups]
    assert kinds == [FollowUpKind.CALLBACK, FollowUpKind.TRANSFER, FollowUpKind.CASE]
    assert [each.item.number for each in known.follow_ups] == [
        "首问〔2026〕0003",
        "首问〔2026〕0002",
        "受理〔2026〕0001",
    ]


def test_papers_that_are_awaited_stand_under_the_notice_that_named_them(desk: Desk):
    inquiry = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03")).inquiry
    ticks = tuple(MaterialTick(no=no, state=state) for no, state in TICKS.items())
    notice = notices.issue(desk, inquiry.id, NoticeDraft(answers=((4, False),), ticks=ticks))
    (known,) = visitors.recognise(desk, phone="13800001234")
    (open_,) = known.follow_ups
    assert (open_.kind, open_.item.number, open_.item.due_at) == (
        FollowUpKind.NOTICE,
        notice.number,
        notice.supplement_by,
    )


def test_nothing_is_open_after_a_void_and_nothing_restricted_is_ever_shown(desk: Desk):
    accepted = inquiries.record(desk, draft_of(Disposition.D3)).inquiry
    complaint = inquiries.record(desk, draft_of(Disposition.D10)).inquiry
    callbacks.promise(
        desk, CallDraft(token="c", inquiry_id=complaint.id, about="回电", due_at=desk.clock() + timedelta(hours=1))
    )
    corrections.void(desk, accepted.id, VoidReason.MISTAKE, "录错")
    (known,) = visitors.recognise(desk, phone="13800001234")
    assert (known.contacts, known.follow_ups) == ((), ())


def test_a_promised_call_to_the_phone_of_a_caller_is_open_with_him(known: Desk):
    draft = CallDraft(
        token="c", name="林晓舟", phone="13800001234", about="查成绩", due_at=known.clock() + timedelta(hours=1)
    )
    callbacks.promise(known, draft)
    (found,) = visitors.recognise(known, phone="13800001234")
    assert [(each.kind, each.item.summary) for each in found.follow_ups][:1] == [(FollowUpKind.CALLBACK, "查成绩")]


def test_the_same_matter_of_the_same_person_within_ten_working_days_is_likely_repeated(desk: Desk, clock: Clock):
    first = inquiries.record(desk, draft_of(Disposition.D3, matter="JW-03")).inquiry
    asked: dict[str, Any] = {"phone": "+86 138 0000 1234", "matter": "JW-03"}
    clock.now += timedelta(days=14)
    found = repeats.likely(desk, **asked)
    assert found is not None
    assert (found.inquiry_id, found.reg_no) == (first.id, first.reg_no)
    clock.now += timedelta(days=1)
    assert repeats.likely(desk, **asked) is None


def test_another_matter_another_person_a_void_or_a_complaint_is_no_repetition(desk: Desk):
    inquiry = inquiries.record(desk, draft_of(Disposition.D3, matter="JW-03")).inquiry
    inquiries.record(desk, draft_of(Disposition.D10, matter="JW-04"))
    assert repeats.likely(desk, phone="13800001234", matter="JW-04") is None
    assert repeats.likely(desk, phone="13800001235", matter="JW-03") is None
    assert repeats.likely(desk, phone="13800001234") is None
    corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "录错")
    assert repeats.likely(desk, phone="13800001234", matter="JW-03") is None


def test_without_a_phone_the_whole_name_and_without_a_matter_the_summary_tell(desk: Desk):
    inquiries.record(desk, draft_of(person_name="王芳", privacy_told=True, summary="问宿舍报修"))
    assert repeats.likely(desk, name="王芳", summary=" 问宿舍报修 ") is not None
    assert repeats.likely(desk, name="王", summary="问宿舍报修") is None
    assert repeats.likely(desk, name="王芳", summary="问宿舍") is None


def test_somebody_with_a_number_is_the_same_when_he_does_not_say_it_and_not_under_another(desk: Desk):
    drafts = [{"person_no": "20240801"}, {"person_no": ""}, {"person_no": "20240802"}]
    met = [inquiries.record(desk, draft_of(Disposition.D9, **each)).inquiry.visitor_id for each in drafts]
    assert met == [1, 1, 2]


def test_whatever_is_typed_is_looked_for_without_harm(known: Desk):
    for typed in ("\ud800\x00", "%", "_", "' OR 1=1", "1" * 60_000, "张" * 60_000, "zh" * 300, "*", "[a-z]"):
        visitors.recognise(known, name=typed, phone=typed, person_no=typed)
        assert repeats.likely(known, name=typed, phone=typed, person_no=typed, matter=typed, summary=typed) is None


def test_twenty_thousand_visitors_are_looked_through_while_somebody_types(store: Store, desk: Desk):
    random, now = Random(1), desk.clock()
    with store.writing():
        for _ in range(20_000):
            made = person(random)
            records.add(
                Visitor(
                    name=made.name,
                    phone=parse_phone(made.phone).stored,
                    person_no=made.number,
                    person_kind=made.kind,
                    search_keys=visitors.visitor_keys(made.name),
                    first_seen_at=now,
                    last_seen_at=now,
                )
            )
    for typed in ({"phone": "1234"}, {"name": "zhangs"}, {"name": "张子轩"}, {"name": "qqqq"}):
        lengths = []
        for _ in range(3):
            begun = time.perf_counter()
            visitors.recognise(desk, **typed)
            lengths.append(time.perf_counter() - begun)
        assert min(lengths) < 0.15, typed
