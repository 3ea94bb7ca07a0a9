"""Handing over at a counter, and the day as one person sees it."""

from datetime import timedelta

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.callbacks import CallDraft
from reception.rules.inquiries import Disposition, InquiryDraft
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.services import callbacks, inquiries, shifts, today
from reception.services.desk import Desk
from reception.store.database import Store
from tests.cast import BEN, Clock
from tests.drafts import draft_of


def promise(desk: Desk, minutes: int = 60, token: str = "call-1") -> None:
    due = desk.clock() + timedelta(minutes=minutes)
    callbacks.promise(desk, CallDraft(token=token, name="林晓舟", phone="13800001234", about="林晓舟补办", due_at=due))


def lacking(count: int = 2) -> NoticeDraft:
    ticks = tuple(
        MaterialTick(no=no, state=MaterialState.MISSING if no <= count else MaterialState.PROVIDED)
        for no in range(1, 5)
    )
    return NoticeDraft(ticks=ticks)


def test_a_hand_over_freezes_the_open_points_and_names_nobody_in_full(desk: Desk) -> None:
    promise(desk)
    inquiries.record(desk, draft_of(Disposition.D5B))
    inquiries.record(desk, draft_of(Disposition.D3))
    draft = InquiryDraft(token="t", person_name="王小明", phone="13700001111", summary="王小明来问学费")
    note = shifts.hand_over(desk, "钥匙在抽屉", (draft,))
    assert [item.kind for item in note.items] == ["Callback", "Referral", "InquiryDraft"]
    said = "".join(item.text for item in note.items)
    assert not any(name in said for name in ("林晓舟", "王小明", "13800001234", "13700001111"))
    assert "11-24 11:26" in said


def test_a_complaint_is_handed_over_by_its_number(desk: Desk) -> None:
    due = desk.clock() + timedelta(hours=1)
    inquiries.record(desk, draft_of(Disposition.D10), None, CallDraft(token="c", due_at=due))
    (item,) = shifts.hand_over(desk, "").items
    assert (item.number, item.text) == ("首问〔2026〕0001", "11-24 11:26")


def test_a_complaint_that_is_not_saved_yet_is_handed_over_without_a_word_of_it(desk: Desk) -> None:
    draft = draft_of(Disposition.D10, person_name="王小明", summary="投诉某某老师", detail="某某老师收礼")
    (item,) = shifts.hand_over(desk, "", (draft,)).items
    assert (item.kind, item.number, item.text) == ("InquiryDraft", "", "")


def test_nothing_is_handed_over_without_a_word_or_a_point(desk: Desk) -> None:
    with pytest.raises(Invalid) as refused:
        shifts.hand_over(desk, " \n ")
    assert [reason.field for reason in refused.value.reasons] == ["text"]
    with pytest.raises(Invalid) as refused:
        shifts.hand_over(desk, "\ue000")
    assert [(reason.field, reason.code) for reason in refused.value.reasons] == [("text", "private_use")]


def test_the_next_one_at_the_counter_takes_over_once(desk: Desk, ben_desk: Desk, clock: Clock) -> None:
    note = shifts.hand_over(desk, "钥匙在抽屉")
    assert (shifts.to_take(desk), shifts.to_take(ben_desk)) == ((), (note,))
    clock.advance(minutes=5)
    taken = shifts.take(ben_desk, note.id)
    assert (taken.taken_by, taken.taken_at, shifts.to_take(ben_desk)) == (BEN, clock.now, ())
    with pytest.raises(Invalid) as refused:
        shifts.take(desk, note.id)
    assert refused.value.reasons[0].code == "shift_taken"


def test_ones_own_note_waits_for_oneself_on_the_next_day(desk: Desk, clock: Clock) -> None:
    note = shifts.hand_over(desk, "明天继续")
    clock.advance(days=1)
    assert shifts.to_take(desk) == (note,)


def test_a_note_belongs_to_its_counter(desk: Desk, store: Store, clock: Clock) -> None:
    from reception.services.office import add_counter, open_desk

    note = shifts.hand_over(desk, "钥匙在抽屉")
    add_counter(desk, "2号窗口")
    elsewhere = open_desk(store, desk.account, "2号窗口", clock)
    clock.advance(days=1)
    assert shifts.to_take(elsewhere) == ()
    with pytest.raises(NotAllowed):
        shifts.take(elsewhere, note.id)


def test_whoever_works_at_no_desk_hands_nothing_over(dan_desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        shifts.hand_over(dan_desk, "钥匙")


def test_the_day_holds_what_is_mine_until_tonight(desk: Desk, ben_desk: Desk, clock: Clock) -> None:
    promise(desk)
    inquiries.record(desk, draft_of(Disposition.D3, matter="JW-03"))
    sent = inquiries.record(ben_desk, draft_of(Disposition.D5B)).inquiry
    day = today.of_day(desk)
    assert [line.callback.about for line in day.calls] == ["林晓舟补办"]
    assert [item.inquiry_id for item in day.owed] == [sent.id]
    assert [item.inquiry_id for item in today.of_day(ben_desk).sent] == [sent.id]
    clock.advance(days=7)
    assert len(today.of_day(desk).owed) == 2


def test_a_notice_asks_for_a_call_three_working_days_before_its_time_ends(desk: Desk, clock: Clock) -> None:
    recorded = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking())
    assert recorded.notice is not None
    assert recorded.notice.supplement_by is not None
    assert today.of_day(desk).ending == ()
    clock.now = recorded.notice.supplement_by - timedelta(days=5, hours=1)
    (found,) = today.of_day(desk).ending
    assert (found.number, found.visitor, found.callable) == (recorded.notice.number, "林*舟", True)
    due = clock.now + timedelta(hours=2)
    callbacks.promise(desk, CallDraft(token="c", inquiry_id=recorded.inquiry.id, due_at=due))
    assert today.of_day(desk).ending == ()


def test_a_notice_whose_time_is_over_or_far_asks_for_no_call(desk: Desk, ben_desk: Desk, clock: Clock) -> None:
    recorded = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03", phone="", person_name=""), lacking())
    assert recorded.notice is not None
    assert recorded.notice.supplement_by is not None
    clock.now = recorded.notice.supplement_by - timedelta(hours=3)
    assert [each.callable for each in today.of_day(desk).ending] == [False]
    assert today.of_day(ben_desk).ending == ()
    clock.now = recorded.notice.supplement_by + timedelta(minutes=1)
    assert today.of_day(desk).ending == ()
