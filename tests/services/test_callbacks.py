"""Promised calls: made, tried, passed on, settled; who sees what of them."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from reception.errors import Conflict, Invalid, NotAllowed
from reception.rules.callbacks import CallbackStatus, CallDraft, CallOutcome, light
from reception.rules.cases import Light
from reception.rules.inquiries import Channel, Disposition, Status, VoidReason
from reception.rules.visitors import REFUSED
from reception.services import call_list, callbacks, corrections, inquiries, register
from reception.services.desk import Desk
from reception.store import journal, records
from reception.words import Language
from reception.words.history import history_line
from tests.cast import BEN, CARA, DAN, Clock
from tests.drafts import draft_of


def call(desk: Desk, minutes: int = 60, **changes: Any) -> CallDraft:
    values: dict[str, Any] = {"token": "call-1", "name": "林晓舟", "phone": "138 0000 1234", "about": "补办学生证"}
    return CallDraft(**{**values, "due_at": desk.clock() + timedelta(minutes=minutes), **changes})


def account_id(name: str) -> int:
    from reception.rules.staff import Account

    found = records.find(Account, name=name)
    assert found is not None
    return found.id


def codes(refused: pytest.ExceptionInfo[Invalid]) -> set[tuple[str, str]]:
    return {(reason.field, reason.code) for reason in refused.value.reasons}


def test_a_promise_is_kept_in_the_list_of_who_made_it(desk: Desk, ben_desk: Desk) -> None:
    made = callbacks.promise(desk, call(desk))
    assert (made.owner, made.phone, made.status) == (desk.account.name, "13800001234", CallbackStatus.OPEN)
    assert [line.callback for line in call_list.mine(desk)] == [made]
    assert call_list.mine(ben_desk) == ()


def test_the_same_promise_sent_twice_is_one(desk: Desk) -> None:
    assert callbacks.promise(desk, call(desk)) == callbacks.promise(desk, call(desk))
    assert len(call_list.all_open(desk)) == 1


def test_everything_that_is_missing_is_told_at_once(desk: Desk) -> None:
    with pytest.raises(Invalid) as refused:
        callbacks.promise(desk, CallDraft(token="t", phone=REFUSED))
    assert codes(refused) == {
        ("phone", "call_without_phone"),
        ("call_before", "required"),
        ("call_about", "required"),
    }


def test_a_time_that_has_passed_is_refused(desk: Desk) -> None:
    with pytest.raises(Invalid) as refused:
        callbacks.promise(desk, call(desk, minutes=0))
    assert codes(refused) == {("call_before", "call_past")}


def test_a_text_that_cannot_be_kept_is_refused_at_its_field(desk: Desk) -> None:
    with pytest.raises(Invalid) as refused:
        callbacks.promise(desk, call(desk, name="\ue000", about="长" * 201))
    assert codes(refused) == {("person_name", "private_use"), ("call_about", "too_long")}


def test_a_record_and_its_promise_are_saved_together(desk: Desk) -> None:
    recorded = inquiries.record(desk, draft_of(Disposition.D9), None, call(desk, name="", phone="", about=""))
    assert recorded.callback is not None
    kept = recorded.callback
    assert (kept.inquiry_id, kept.name, kept.phone) == (recorded.inquiry.id, "林晓舟", "13800001234")
    assert kept.about == recorded.inquiry.summary


def test_a_form_saved_twice_promises_once(desk: Desk) -> None:
    draft, promised = draft_of(Disposition.D9), call(desk)
    first, second = inquiries.record(desk, draft, None, promised), inquiries.record(desk, draft, None, promised)
    assert (first.callback, len(call_list.all_open(desk))) == (second.callback, 1)


def test_mistakes_of_form_and_promise_are_told_together_and_nothing_is_saved(desk: Desk) -> None:
    draft = draft_of(Disposition.D1, channel=None)
    with pytest.raises(Invalid) as refused:
        inquiries.record(desk, draft, None, call(desk, due_at=None))
    assert {reason.field for reason in refused.value.reasons} == {"channel", "phone", "call_before"}
    assert (register.today(desk), call_list.all_open(desk)) == ((), ())


def test_a_missing_phone_is_told_once(desk: Desk) -> None:
    draft = draft_of(Disposition.D9, phone="")
    with pytest.raises(Invalid) as refused:
        inquiries.record(desk, draft, None, call(desk))
    assert [reason.code for reason in refused.value.reasons if reason.field == "phone"] == ["call_without_phone"]


def test_who_is_reached_is_settled_and_who_is_not_stays_however_often(desk: Desk, clock: Clock) -> None:
    made = callbacks.promise(desk, call(desk))
    for wanted, outcome in enumerate((CallOutcome.NOT_REACHED, CallOutcome.BUSY, CallOutcome.WRONG_NUMBER), start=1):
        tried = callbacks.attempt(desk, made.id, outcome)
        assert (tried.misses, tried.callback.status) == (wanted, CallbackStatus.OPEN)
    assert call_list.mine(desk)[0].misses == 3
    assert callbacks.attempt(desk, made.id, CallOutcome.REACHED).callback.status is CallbackStatus.REACHED
    assert call_list.mine(desk) == ()


def test_the_same_press_of_a_key_notes_one_try(desk: Desk) -> None:
    made, other = callbacks.promise(desk, call(desk)), callbacks.promise(desk, call(desk, token="other"))
    first = callbacks.attempt(desk, made.id, CallOutcome.NOT_REACHED, token="press-1")
    assert callbacks.attempt(desk, made.id, CallOutcome.NOT_REACHED, token="press-1") == first
    assert callbacks.attempt(desk, made.id, CallOutcome.NOT_REACHED, token="press-2").misses == 2
    reached = callbacks.attempt(desk, made.id, CallOutcome.REACHED, token="press-3")
    assert callbacks.attempt(desk, made.id, CallOutcome.REACHED, token="press-3") == reached
    with pytest.raises(Conflict):
        callbacks.attempt(desk, other.id, CallOutcome.BUSY, token="press-1")


def test_after_a_miss_the_next_try_is_proposed_in_half_an_hour_of_working_time(desk: Desk, clock: Clock) -> None:
    made = callbacks.promise(desk, call(desk, minutes=400))
    assert callbacks.attempt(desk, made.id, CallOutcome.NOT_REACHED).next_try == clock.now + timedelta(minutes=30)
    assert callbacks.attempt(desk, made.id, CallOutcome.WRONG_NUMBER).next_try is None
    clock.advance(hours=1, minutes=24)
    again = callbacks.try_again(desk, made.id)
    assert again.not_before is not None
    assert desk.calendar.local(again.not_before) == datetime.fromisoformat("2026-11-24 14:50")
    assert again.due_at == made.due_at


def test_a_settled_call_is_tried_no_more(desk: Desk) -> None:
    made = callbacks.promise(desk, call(desk))
    callbacks.attempt(desk, made.id, CallOutcome.REACHED)
    for act in (
        lambda: callbacks.attempt(desk, made.id, CallOutcome.BUSY),
        lambda: callbacks.try_again(desk, made.id),
        lambda: callbacks.give_up(desk, made.id, "不再需要"),
        lambda: callbacks.pass_on(desk, made.id, account_id(BEN)),
    ):
        with pytest.raises(Invalid) as refused:
            act()
        assert codes(refused) == {("status", "call_closed")}


def test_a_wrong_key_is_taken_back_and_the_try_stays_in_the_history(desk: Desk) -> None:
    made = callbacks.promise(desk, call(desk))
    callbacks.attempt(desk, made.id, CallOutcome.REACHED)
    assert callbacks.reopen(desk, made.id).status is CallbackStatus.OPEN
    assert [each.outcome for each in call_list.mine(desk)[0].attempts] == [CallOutcome.REACHED]
    with pytest.raises(Invalid):
        callbacks.reopen(desk, made.id)


def test_a_call_is_given_up_only_with_a_reason(desk: Desk) -> None:
    made = callbacks.promise(desk, call(desk))
    with pytest.raises(Invalid) as refused:
        callbacks.give_up(desk, made.id, "  ")
    assert codes(refused) == {("call_note", "required")}
    given = callbacks.give_up(desk, made.id, "本人已到窗口办理")
    assert (given.status, given.note) == (CallbackStatus.GIVEN_UP, "本人已到窗口办理")


def test_a_colleague_takes_a_call_over(desk: Desk, ben_desk: Desk) -> None:
    made = callbacks.promise(desk, call(desk))
    callbacks.pass_on(desk, made.id, account_id(BEN))
    assert call_list.mine(desk) == ()
    assert [line.callback.phone for line in call_list.mine(ben_desk)] == ["13800001234"]


@pytest.mark.parametrize(("name", "code"), [(DAN, "call_not_for"), ("安", "call_same_owner")])
def test_a_call_goes_only_to_another_one_who_may_make_it(desk: Desk, name: str, code: str) -> None:
    made = callbacks.promise(desk, call(desk))
    with pytest.raises(Invalid) as refused:
        callbacks.pass_on(desk, made.id, account_id(name))
    assert codes(refused) == {("owner", code)}


def test_colleagues_are_those_who_may_call(desk: Desk) -> None:
    assert {each.name for each in callbacks.colleagues(desk)} == {BEN, CARA}


def test_others_see_a_call_masked_until_they_look_which_is_recorded(desk: Desk, ben_desk: Desk) -> None:
    made = callbacks.promise(desk, call(desk, about="林晓舟 13800001234 补办"))
    (line,) = call_list.all_open(ben_desk)
    assert (line.masked, line.callback.name, line.callback.phone) == (True, "林*舟", "138****1234")
    assert "林晓舟" not in line.callback.about
    assert "13800001234" not in line.callback.about
    assert callbacks_seen(ben_desk, made.id).callback.phone == "13800001234"
    with ben_desk.reading():
        assert [entry.action for entry in journal.entries("Callback", made.id)] == ["call_back", "see_personal"]


def callbacks_seen(desk: Desk, callback_id: int) -> call_list.CallLine:
    return call_list.reveal(desk, callback_id)


def test_a_call_about_a_complaint_holds_and_shows_its_number_only(desk: Desk, ben_desk: Desk) -> None:
    recorded = inquiries.record(desk, draft_of(Disposition.D10), None, call(desk))
    assert recorded.callback is not None
    kept = recorded.callback
    assert (kept.name, kept.phone, kept.about) == ("", "", "")
    (line,) = call_list.all_open(ben_desk)
    assert (line.number, line.restricted, line.callback.owner) == (recorded.inquiry.reg_no, True, "")
    with ben_desk.reading():
        logged = json.dumps([entry.payload for entry in journal.entries("Callback", kept.id)], ensure_ascii=False)
    assert "林晓舟" not in logged
    for act in (
        lambda: callbacks.attempt(ben_desk, kept.id, CallOutcome.BUSY),
        lambda: call_list.reveal(ben_desk, kept.id),
        lambda: callbacks.promise(ben_desk, call(desk, token="t2", inquiry_id=recorded.inquiry.id)),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_call_about_a_complaint_goes_to_nobody_who_may_not_see_it(desk: Desk) -> None:
    recorded = inquiries.record(desk, draft_of(Disposition.D10), None, call(desk))
    assert recorded.callback is not None
    with pytest.raises(Invalid) as refused:
        callbacks.pass_on(desk, recorded.callback.id, account_id(BEN))
    assert codes(refused) == {("owner", "call_not_for")}


def test_a_void_record_takes_its_calls_with_it(desk: Desk) -> None:
    recorded = inquiries.record(desk, draft_of(Disposition.D9), None, call(desk))
    corrections.void(desk, recorded.inquiry.id, VoidReason.MISTAKE, "登记错误")
    assert recorded.callback is not None
    with desk.reading():
        assert records.get(type(recorded.callback), recorded.callback.id).status is CallbackStatus.VOID
    with pytest.raises(Invalid):
        callbacks.reopen(desk, recorded.callback.id)


def test_a_void_record_gets_no_call(desk: Desk) -> None:
    inquiry = inquiries.record(desk, draft_of(Disposition.D9)).inquiry
    voided = corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "登记错误")
    assert voided.status is Status.VOID
    with pytest.raises(Invalid) as refused:
        callbacks.promise(desk, call(desk, inquiry_id=inquiry.id))
    assert codes(refused) == {("status", "void_already")}


def test_a_call_about_a_record_takes_whom_from_there(desk: Desk, ben_desk: Desk) -> None:
    inquiry = inquiries.record(desk, draft_of(Disposition.D5B, channel=Channel.PHONE)).inquiry
    made = callbacks.promise(ben_desk, call(desk, name="别人", phone="", about="", inquiry_id=inquiry.id))
    assert (made.name, made.phone, made.about, made.owner) == ("林晓舟", "13800001234", inquiry.summary, BEN)


def test_whoever_works_at_no_desk_promises_nothing(dan_desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        callbacks.promise(dan_desk, call(dan_desk))


def test_lights_and_the_pulse_follow_the_clock(desk: Desk, clock: Clock) -> None:
    made = callbacks.promise(desk, call(desk, minutes=30))
    tomorrow = callbacks.promise(desk, call(desk, minutes=60 * 24, token="call-2"))
    found = []
    for minutes in (0, 20, 10, 1):
        clock.advance(minutes=minutes)
        pulse = call_list.pulse(desk)
        near = [line.callback.id for line in pulse.near]
        found.append((light(made, clock.now, desk.calendar), near == [made.id], pulse.today))
    assert found == [
        (Light.DUE_TODAY, False, 1),
        (Light.WARNING, True, 1),
        (Light.WARNING, True, 1),
        (Light.OVERDUE, True, 1),
    ]
    assert light(tomorrow, clock.now, desk.calendar) is Light.NORMAL
    assert pulse.near[0].callback.phone == "138****1234"


def test_a_call_is_near_when_its_window_opens_and_not_before(desk: Desk, clock: Clock) -> None:
    made = callbacks.promise(desk, call(desk, minutes=15))
    clock.advance(minutes=6)
    assert [line.id for line in call_list.pulse(desk).near] == [made.id]
    callbacks.try_again(desk, made.id)
    assert call_list.pulse(desk).near == ()
    clock.advance(minutes=30)
    assert [line.id for line in call_list.pulse(desk).near] == [made.id]


def test_the_history_of_a_record_tells_of_its_calls(desk: Desk) -> None:
    recorded = inquiries.record(desk, draft_of(Disposition.D9), None, call(desk))
    assert recorded.callback is not None
    callbacks.attempt(desk, recorded.callback.id, CallOutcome.NOT_REACHED)
    entries = register.show(desk, recorded.inquiry.id).history
    said = [history_line(entry, desk.calendar, Language.ZH).what for entry in entries]
    assert said[-2:] == ["约定 2026-11-24 11:26 前回电，由 安 负责", "回电：未接"]
