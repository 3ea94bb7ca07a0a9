"""A void letter of a stop, its end or an extension is written again; what it told of stays what it is."""

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.cases import Case
from reception.rules.letters import Letter
from reception.rules.papers import PaperKind
from reception.services import case_ends, case_files, case_life, case_requests, letters, reissues
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store.database import Store
from tests.cast import Clock
from tests.services.case_acts import TOLD, YES, at, codes, due, now, opened, stop


def newest(desk: Desk, case: Case) -> Letter:
    return letters.of_inquiry(desk, case.inquiry_id)[-1]


def voided(desk: Desk, case: Case) -> Letter:
    return letters.void_letter(desk, newest(desk, case).id, "写错了")


def test_the_notice_of_a_stop_says_the_same_under_another_number(desk: Desk, clock: Clock, store: Store) -> None:
    case = opened(desk)
    at(clock, desk, "2026-11-25 09:00")
    case_life.pause(desk, case.id, stop())
    first = voided(desk, case)
    at(clock, desk, "2026-11-27 09:00")
    again = reissues.reissue(desk, first.id)
    assert (again.kind, again.text.statement) == (PaperKind.ZT, first.text.statement)
    assert again.number == "教务中〔2026〕第0002号"
    assert reissues.reissue(desk, first.id) == again
    letters.void_letter(desk, again.id, "又写错了")
    with pytest.raises(Invalid) as refused:
        reissues.reissue(desk, first.id)
    assert codes(refused) == [("number", "letter_again_already")]
    third = reissues.reissue(desk, again.id)
    assert case_files.by_id(desk, case.id).pauses[0].letter_id == third.id
    assert check_folder(store.folder).damage == ()


def test_the_notice_that_the_clock_runs_again_says_since_when_and_until_when(desk: Desk, clock: Clock) -> None:
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    at(clock, desk, "2026-11-26 09:00")
    case_life.resume(desk, case.id)
    first = voided(desk, case)
    at(clock, desk, "2026-11-30 09:00")
    again = reissues.reissue(desk, first.id)
    assert (again.kind, again.text.statement, again.text.facts) == (
        PaperKind.HF,
        first.text.statement,
        first.text.facts,
    )


def test_the_later_date_counts_again_with_its_notice(desk: Desk, cara_desk: Desk, clock: Clock, store: Store) -> None:
    case = opened(desk)
    case_requests.extend(desk, case.id, 3, "等盖章")
    longer = case_requests.settle(cara_desk, case.id, YES)
    first = voided(cara_desk, case)
    assert now(desk, case).due_at == case.due_at
    clock.advance(days=1)
    with pytest.raises(NotAllowed):
        reissues.reissue(desk, first.id)
    again = reissues.reissue(cara_desk, first.id)
    assert (again.kind, again.text.statement) == (PaperKind.YQ, first.text.statement)
    assert due(desk, case) == f"{desk.calendar.local(longer.due_at):%Y-%m-%d %H:%M}"
    letters.void_letter(cara_desk, again.id, "批错了件")
    assert now(desk, case).due_at == case.due_at
    at(clock, desk, "2026-12-02 09:00")
    with pytest.raises(Invalid) as late:
        reissues.reissue(cara_desk, again.id)
    assert codes(late) == [("due_at", "limit_over")]
    assert check_folder(store.folder).damage == ()


def test_only_a_void_letter_of_a_case_under_way_is_written_again_by_who_deals_with_it(
    desk: Desk, ben_desk: Desk, clock: Clock
) -> None:
    case = opened(desk)
    case_life.pause(desk, case.id, stop())
    with pytest.raises(Invalid) as living:
        reissues.reissue(desk, newest(desk, case).id)
    assert codes(living) == [("number", "letter_not_again")]
    first = voided(desk, case)
    with pytest.raises(NotAllowed) as stranger:
        reissues.reissue(ben_desk, first.id)
    assert stranger.value.code == "not_the_handler"
    case_ends.close(desk, case.id, TOLD)
    with pytest.raises(Invalid) as closed:
        reissues.reissue(desk, first.id)
    assert codes(closed) == [("case_no", "case_closed")]
