"""A check of a post is recorded by heads and supervision, corrected with a note, and open until then."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.findings import FindingDraft
from reception.rules.inquiries import Disposition
from reception.services import findings, inquiries, posts, register, staff
from reception.services.desk import Desk
from reception.store import journal
from reception.words import Language
from reception.words.history import history_line
from tests.cast import ANN, BEN, DAN, Clock
from tests.drafts import draft_of
from tests.services.test_absence_month import away, cover


@pytest.fixture
def clean(desk: Desk, clock: Clock) -> FindingDraft:
    """Give a check of an hour ago that found everything in order."""
    return FindingDraft(
        post_id=posts.posts(desk)[0].id,
        at=clock() - timedelta(hours=1),
        checker=DAN,
        covered=True,
        board_right=True,
        phone_answered=True,
    )


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    return [(reason.field, reason.code) for reason in refused.value.reasons]


def test_a_check_in_order_is_no_finding(dan_desk: Desk, clean: FindingDraft) -> None:
    made = findings.record(dan_desk, clean)
    assert made.is_clean
    assert not made.is_open
    assert findings.listed(dan_desk, open_only=True) == ()
    assert [line.finding for line in findings.listed(dan_desk)] == [made]
    with pytest.raises(Invalid) as refused:
        findings.settle(dan_desk, made.id, "没有问题")
    assert codes(refused) == [("", "finding_settled")]


def test_what_was_not_looked_at_is_asked_for_and_what_is_wrong_has_its_day(
    dan_desk: Desk, clean: FindingDraft, clock: Clock
) -> None:
    cases = {
        FindingDraft(): [(name, "required") for name in ("post_id", "at", "checker")]
        + [(name, "required") for name in ("covered", "board_right", "phone_answered")],
        replace(clean, at=clock() + timedelta(minutes=1)): [("at", "check_ahead")],
        replace(clean, board_right=False): [("correct_by", "correct_by_wanted")],
        replace(clean, board_right=False, correct_by=date(2026, 11, 23)): [("correct_by", "correct_by_before")],
        replace(clean, correct_by=date(2026, 11, 30)): [("text", "finding_wordless")],
        replace(clean, text="字" * 2001): [("text", "too_long")],
    }
    for draft, expected in cases.items():
        with pytest.raises(Invalid) as refused:
            findings.record(dan_desk, draft)
        assert codes(refused) == expected


def test_a_finding_ages_until_it_is_corrected(
    dan_desk: Desk, cara_desk: Desk, clean: FindingDraft, clock: Clock
) -> None:
    wrong = replace(clean, phone_answered=False, text="响了七声\n才有人接", correct_by=date(2026, 11, 26))
    made = findings.record(dan_desk, wrong)
    later = findings.record(cara_desk, replace(clean, at=clock(), text="请换新牌", correct_by=date(2026, 12, 31)))
    assert [line.id for line in findings.listed(cara_desk, open_only=True)] == [made.id, later.id]
    clock.advance(days=2)
    assert findings.overdue(cara_desk) == ()
    clock.advance(days=1)
    (line,) = findings.overdue(cara_desk)
    assert (line.id, line.open_days, line.overdue, line.holder) == (made.id, 3, True, ANN)
    with pytest.raises(Invalid) as refused:
        findings.settle(cara_desk, made.id, " ")
    assert codes(refused) == [("corrected_note", "required")]
    settled = findings.settle(cara_desk, made.id, "已换来电提醒")
    assert (settled.corrected_at, settled.corrected_note) == (clock(), "已换来电提醒")
    assert findings.overdue(cara_desk) == ()
    assert [line.open_days for line in findings.listed(cara_desk)] == [3, None]
    with pytest.raises(Invalid):
        findings.mend(cara_desk, made.id, clean, "看错了")


def test_a_check_entered_wrongly_is_set_right_with_a_reason(dan_desk: Desk, clean: FindingDraft) -> None:
    made = findings.record(dan_desk, replace(clean, covered=False, correct_by=date(2026, 11, 27)))
    mended = findings.mend(dan_desk, made.id, clean, "走错了房间")
    assert not mended.is_open
    payload = json.loads(journal.entries("Finding", made.id)[-1].payload or "{}")
    assert payload["reason"] == "走错了房间"
    assert payload["changes"] == {"covered": [False, True], "correct_by": ["2026-11-27", None]}


def test_who_heads_nothing_checks_nothing_and_sees_his_own_posts_only(
    desk: Desk, ben_desk: Desk, dan_desk: Desk, clean: FindingDraft
) -> None:
    first, other = posts.posts(desk)[:2]
    posts.staff_post(desk, other.id, staff.account_named(desk, BEN).id, desk.account.id)
    of_ann, of_ben = (findings.record(dan_desk, replace(clean, post_id=each.id)) for each in (first, other))
    with pytest.raises(NotAllowed):
        findings.record(ben_desk, clean)
    with pytest.raises(NotAllowed):
        findings.settle(desk, of_ann.id, "好了")
    assert [line.id for line in findings.listed(ben_desk)] == [of_ben.id]
    assert [line.id for line in findings.listed(desk)] == [of_ann.id]
    assert findings.overdue(desk) == ()


def test_a_finding_names_the_record_and_the_time_of_standing_in_and_the_record_tells_of_it(
    desk: Desk, ben_desk: Desk, dan_desk: Desk, clean: FindingDraft, clock: Clock
) -> None:
    cover(desk, "JW-03", ANN, BEN)
    post = next(each for each in posts.posts(desk) if each.code == "JW-03")
    inquiry = inquiries.record(desk, draft_of(Disposition.D4)).inquiry
    absence = away(desk, 4)
    clock.advance(hours=2)
    (period,) = findings.periods(dan_desk, post.id)
    local = desk.calendar.local(absence.from_at)
    assert (period.id, period.holder, period.first, period.stand_in) == (absence.id, ANN, local, BEN)
    assert period.last == local + timedelta(hours=4)
    assert findings.periods(ben_desk, post.id) == ()
    about = replace(clean, post_id=post.id, at=clock(), reg_no=f" {inquiry.reg_no} ", absence_id=absence.id)
    made = findings.record(dan_desk, about)
    assert (made.inquiry_id, made.absence_id) == (inquiry.id, absence.id)
    (line,) = findings.listed(desk)
    assert (line.reg_no, line.period) == (inquiry.reg_no, period)
    told = {each.account.name: register.show(each, inquiry.id).history[-1] for each in (desk, dan_desk, ben_desk)}
    assert {name: entry.kind for name, entry in told.items()} == {ANN: "Finding", DAN: "Finding", BEN: "Case"}
    said = history_line(told[DAN], desk.calendar, Language.ZH).what
    assert said == "督查涉及本登记（丹）：有人在岗 是，公示牌属实 是，电话三声内接听 是"
    changed = findings.mend(dan_desk, made.id, replace(about, reg_no="", absence_id=None), "登记有误")
    assert (changed.inquiry_id, changed.absence_id) == (None, None)


def test_a_record_that_is_not_there_or_not_to_be_seen_and_an_absence_of_another_post_are_refused(
    desk: Desk, cara_desk: Desk, clean: FindingDraft, clock: Clock
) -> None:
    cover(desk, "JW-03", ANN, BEN)
    post = next(each for each in posts.posts(desk) if each.code == "JW-03")
    hidden = inquiries.record(desk, draft_of(Disposition.D10)).inquiry
    elsewhere = away(cara_desk)
    own = replace(clean, post_id=post.id, at=clock())
    for draft, expected in {
        replace(own, reg_no="首问〔2026〕9999"): [("reg_no", "no_such_record")],
        replace(own, reg_no="一二三"): [("reg_no", "no_such_record")],
        replace(own, reg_no=hidden.reg_no): [("reg_no", "restricted")],
        replace(own, absence_id=elsewhere.id): [("absence_id", "absence_elsewhere")],
    }.items():
        with pytest.raises(Invalid) as refused:
            findings.record(cara_desk, draft)
        assert codes(refused) == expected
