"""Who is away until when: rights, gaps that nobody overlooks, and a return that is confirmed."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from reception.errors import Invalid, NotAllowed, NotFound
from reception.rules.absences import Absence, AbsenceDraft, AbsenceKind, Presence
from reception.rules.audit import AuditEntry
from reception.rules.inquiries import Disposition
from reception.rules.roster import Post, Serves
from reception.services import absences, catalogue, inquiries, posts, presence, staff
from reception.services.desk import Desk
from reception.store import journal, records
from reception.words import Language
from reception.words.presence import away_text
from tests.cast import ANN, BEN, CARA, DAN, Clock
from tests.drafts import draft_of

HOUR = timedelta(hours=1)


def account_id(desk: Desk, name: str) -> int:
    return staff.account_named(desk, name).id


def away(desk: Desk, *, known: bool = True, **changes: Any) -> Absence:
    values: dict[str, Any] = {"kind": AbsenceKind.OFFICIAL_TRIP, "until_at": desk.clock() + 4 * HOUR}
    return absences.set_away(desk, AbsenceDraft(**{**values, **changes}), knowing_gaps=known)


def give(desk: Desk, place: int, holder: str, stand_in: str | None) -> Post:
    post = posts.posts(desk)[place]
    other = account_id(desk, stand_in) if stand_in else None
    return posts.staff_post(desk, post.id, account_id(desk, holder), other)


def logged(desk: Desk, absence: Absence) -> list[AuditEntry]:
    with desk.reading():
        return journal.entries("Absence", absence.id)


def codes(refusal: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refusal.value.reasons]


def test_everybody_enters_an_absence_of_his_own(desk: Desk, dan_desk: Desk):
    made = away(dan_desk, reason="去省厅", reach="13800001234", leader_told="王处长")
    assert (made.account, made.made_by, made.from_at) == (DAN, DAN, desk.clock())
    assert [(line.absence.account, line.presence) for line in absences.now_away(desk)] == [(DAN, Presence.AWAY)]
    (entry,) = logged(desk, made)
    assert (entry.action, entry.actor) == ("away_own", DAN)


def test_anothers_absence_is_a_heads_to_enter(ben_desk: Desk, cara_desk: Desk):
    other = account_id(cara_desk, ANN)
    with pytest.raises(NotAllowed):
        away(ben_desk, account_id=other)
    made = away(cara_desk, account_id=other)
    assert (made.account, made.made_by, logged(cara_desk, made)[0].action) == (ANN, CARA, "away_any")


def test_an_account_out_of_use_or_unknown_is_not_away(desk: Desk, cara_desk: Desk):
    ben = staff.account_named(desk, BEN)
    staff.change_account(desk, replace(ben, active=False))
    with pytest.raises(Invalid) as refused:
        away(cara_desk, account_id=ben.id)
    assert codes(refused) == [("account_id", "account_inactive")]
    with pytest.raises(NotFound):
        away(cara_desk, account_id=4711)


def test_all_that_is_wrong_is_said_at_once(ben_desk: Desk):
    with pytest.raises(Invalid) as refused:
        away(ben_desk, kind=None, until_at=None, reach="1" * 61, reason="\ue000")
    assert [field for field, _code in codes(refused)] == ["kind", "until_at", "reason", "reach"]


def test_nobody_is_away_twice_at_the_same_time(ben_desk: Desk):
    away(ben_desk)
    with pytest.raises(Invalid) as refused:
        away(ben_desk)
    assert codes(refused) == [("from_at", "absence_twice")]


def test_what_stays_uncovered_must_be_known(desk: Desk):
    give(desk, 0, ANN, None)
    with pytest.raises(Invalid) as refused:
        away(desk, known=False)
    assert codes(refused) == [("", "post_uncovered")]
    assert absences.now_away(desk) == ()
    made = away(desk)
    assert json.loads(logged(desk, made)[0].payload or "")["uncovered"][0] == posts.posts(desk)[0].code


def test_a_stand_in_covers_unless_away_at_the_same_time(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    for place in range(len(posts.posts(desk))):
        give(desk, place, CARA, BEN)
    assert away(cara_desk, known=False).account == CARA
    with pytest.raises(Invalid) as refused:
        away(ben_desk, known=False)
    assert codes(refused) == [("", "post_uncovered")]


def test_the_uncovered_hours_are_told_before(desk: Desk, ben_desk: Desk):
    give(desk, 0, ANN, BEN)
    away(ben_desk, until_at=desk.clock() + HOUR)
    told = absences.uncovered(desk, AbsenceDraft(kind=AbsenceKind.MEETING, until_at=desk.clock() + 4 * HOUR))
    mine = [each for each in told if each.others == (BEN,)]
    assert [(each.post, each.first, each.last, each.minutes) for each in mine] == [
        (
            posts.posts(desk)[0].name,
            datetime.fromisoformat("2026-11-24 10:26"),
            datetime.fromisoformat("2026-11-24 11:26"),
            60,
        )
    ]
    assert len(told) == len(posts.posts(desk))
    assert absences.uncovered(desk, AbsenceDraft(kind=AbsenceKind.SHORT, until_at=desk.clock() + HOUR / 2)) == ()
    assert absences.uncovered(desk, AbsenceDraft(kind=AbsenceKind.MEETING)) == ()


def test_stepping_out_takes_nothing_but_the_wish_and_moves_no_post(desk: Desk, ben_desk: Desk):
    give(desk, 0, ANN, BEN)
    made = absences.step_out(desk)
    assert (made.kind, made.until_at - made.from_at) == (AbsenceKind.SHORT, HOUR / 2)
    assert presence.roll(ben_desk).posts[posts.posts(desk)[0].code].serving == ANN
    with pytest.raises(Invalid):
        absences.step_out(desk)


def test_the_return_is_not_automatic(desk: Desk, ben_desk: Desk, clock: Clock):
    code = give(desk, 0, ANN, BEN).code
    made = away(desk)
    clock.advance(hours=5)
    (line,) = absences.now_away(ben_desk)
    assert line.presence is Presence.UNCONFIRMED
    assert presence.roll(ben_desk).posts[code].serving == BEN
    absences.back(desk, made.id)
    assert absences.now_away(ben_desk) == ()
    assert presence.roll(ben_desk).posts[code].serving == ANN


def test_a_return_is_confirmed_once_by_oneself_or_a_head(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    made = away(desk)
    with pytest.raises(NotAllowed):
        absences.back(ben_desk, made.id)
    assert absences.back(cara_desk, made.id).returned_at == desk.clock()
    for late in (absences.back, absences.cancel):
        with pytest.raises(Invalid) as refused:
            late(desk, made.id)
        assert codes(refused) == [("", "absence_over")]


def test_only_what_has_not_begun_is_cancelled(desk: Desk, ben_desk: Desk, clock: Clock):
    planned = away(ben_desk, from_at=clock() + HOUR)
    assert [line.coming for line in absences.colleagues(desk) if line.coming] == [replace(planned, reason="")]
    with pytest.raises(Invalid) as refused:
        absences.back(ben_desk, planned.id)
    assert codes(refused) == [("", "absence_to_come")]
    with pytest.raises(NotAllowed):
        absences.cancel(desk, planned.id)
    absences.cancel(ben_desk, planned.id)
    clock.advance(hours=2)
    assert absences.now_away(desk) == ()
    begun = away(ben_desk)
    with pytest.raises(Invalid) as refused:
        absences.cancel(ben_desk, begun.id)
    assert codes(refused) == [("", "absence_begun")]


def test_the_planned_return_can_be_put_off(ben_desk: Desk, clock: Clock):
    made = away(ben_desk)
    assert absences.prolong(ben_desk, made.id, clock() + 6 * HOUR).until_at == clock() + 6 * HOUR
    with pytest.raises(Invalid) as refused:
        absences.prolong(ben_desk, made.id, clock())
    assert codes(refused) == [("until_at", "until_before_from")]


def test_why_in_ones_own_words_is_for_oneself_and_the_heads(desk: Desk, ben_desk: Desk, cara_desk: Desk):
    away(ben_desk, kind=AbsenceKind.SICK_LEAVE, reason="复查")
    own = account_id(desk, BEN)
    assert [each.reason for each in absences.of(desk, own)] == [""]
    assert [each.reason for each in absences.of(cara_desk, own)] == ["复查"]
    assert [line.absence.reason for line in absences.now_away(desk)] == [""]
    assert [line.absence.reason for line in absences.now_away(ben_desk)] == ["复查"]


def test_the_room_shows_who_is_away_first_with_posts_and_stand_ins(desk: Desk, ben_desk: Desk):
    for place in range(len(posts.posts(desk))):
        give(desk, place, CARA, None)
    give(desk, 0, BEN, ANN)
    away(ben_desk)
    lines = absences.colleagues(desk)
    assert [line.name for line in lines] == [BEN, CARA, ANN, DAN]
    first = lines[0]
    assert (first.presence, first.stand_ins, first.uncovered) == (Presence.AWAY, (ANN,), 0)
    assert first.posts == (posts.posts(desk)[0].name,)
    assert lines[2].stands_in_for == first.posts


def test_a_stand_in_who_left_the_house_covers_nothing(desk: Desk):
    code = give(desk, 0, CARA, BEN).code
    cara = staff.account_named(desk, CARA)
    away(replace(desk, account=cara))
    assert presence.roll(desk).posts[code].serving == BEN
    staff.change_account(desk, replace(staff.account_named(desk, BEN), active=False))
    found = presence.roll(desk).posts[code]
    assert (found.serving, found.uncovered) == (CARA, True)


def test_who_acts_at_a_post_acts_for_its_holder_only_while_that_one_is_away(desk: Desk, ben_desk: Desk):
    post = give(desk, 0, ANN, BEN)
    with desk.reading():
        assert presence.acting_for(ben_desk.account, post, desk.clock()) == ""
    made = away(desk)
    with desk.reading():
        assert presence.acting_for(ben_desk.account, post, desk.clock()) == ANN
        assert presence.acting_for(desk.account, post, desk.clock()) == ""
        assert records.get(Absence, made.id) == made


def test_what_a_stand_in_records_at_the_post_says_for_whom(desk: Desk, ben_desk: Desk):
    for place in range(len(posts.posts(desk))):
        give(desk, place, ANN, BEN)
    before = inquiries.record(ben_desk, draft_of(Disposition.D2)).inquiry
    away(desk)
    during = inquiries.record(ben_desk, draft_of(Disposition.D2)).inquiry
    elsewhere = inquiries.record(ben_desk, draft_of(Disposition.D5A, matter="JW-01")).inquiry
    assert [each.acting_for for each in (before, during, elsewhere)] == ["", ANN, ""]


def test_the_card_of_a_matter_answers_who_instead(desk: Desk, ben_desk: Desk):
    post = give(desk, 0, ANN, BEN)
    staff.change_account(desk, replace(staff.account_named(desk, BEN), phone="0731-5550-1288"))
    matter = next(each for each in catalogue.matters(desk) if each.post_code == post.code)
    away(desk)
    card = catalogue.card(desk, matter.code)
    assert (card.holder, card.holder_phone) == (BEN, "0731-5550-1288")
    assert card.there is not None
    assert card.there.absence is not None
    said = away_text(card.there.absence, desk.clock(), desk.calendar, Language.ZH)
    assert said == "安 公出，预计 14:26 返回"
    away(ben_desk)
    there = catalogue.card(desk, matter.code).there
    assert there is not None
    assert (there.uncovered, there.serving, there.by) == (True, CARA, Serves.SECTION_HEAD)


@pytest.mark.parametrize(
    ("later", "said"),
    [
        ({}, "安 公出，预计 14:26 返回"),
        ({"hours": -24}, "安 公出，预计 明天 14:26 返回"),
        ({"days": -4}, "安 公出，预计 11月24日 14:26 返回"),
        ({"hours": 5}, "安 公出，应已返回，待销假"),
    ],
)
def test_the_return_is_said_as_people_say_it(desk: Desk, later: dict[str, int], said: str):
    made = away(desk)
    assert away_text(made, desk.clock() + timedelta(**later), desk.calendar, Language.ZH) == said


def test_nothing_is_uncovered_while_the_office_is_closed(desk: Desk, clock: Clock):
    clock.advance(hours=8)  # 18:26 on a Tuesday
    assert absences.uncovered(desk, AbsenceDraft(until_at=clock() + 13 * HOUR)) == ()
    assert away(desk, known=False).account == ANN
    assert len(absences.uncovered(desk, AbsenceDraft(until_at=clock() + 14 * HOUR))) == len(posts.posts(desk))
