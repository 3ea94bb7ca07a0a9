"""Many lines at once: told before who refuses what and why, each by the rules of one alone."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reception.rules.bulk_acts import BulkAct
from reception.rules.cases import CaseStatus
from reception.rules.due_board import BoardLine
from reception.rules.inquiries import Disposition
from reception.rules.papers import PaperKind
from reception.services import case_bulk, case_files, case_life, due_board, inquiries, letters, posts, staff
from reception.services.case_bulk import Answered, BulkDraft
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store.database import Store
from tests.cast import BEN, DAN, Clock
from tests.drafts import draft_of
from tests.services.case_acts import TOLD, now, opened, stop

POST = "JW-06"


@pytest.fixture
def lines(desk: Desk, ben_desk: Desk) -> tuple[BoardLine, ...]:
    """Give one of everything: a case, one that stands, a complaint, a transfer to 本, one to 安."""
    post = next(each for each in posts.posts(desk) if each.code == POST)
    posts.staff_post(desk, post.id, staff.account_named(desk, BEN).id, None)
    opened(desk)
    case_life.pause(desk, opened(desk).id, stop())
    opened(desk, Disposition.D10)
    inquiries.record(desk, draft_of(Disposition.D5B, to_post=POST))
    inquiries.record(ben_desk, draft_of(Disposition.D5B, to_post="JW-03"))
    return tuple(sorted(due_board.look(desk).lines, key=lambda line: line.number))


def codes(answers: Sequence[Answered[BoardLine]]) -> list[str]:
    return [
        next((reason.code for reason in getattr(each.error, "reasons", ())), each.error.code) if each.error else ""
        for each in answers
    ]


def drafts(desk: Desk) -> dict[BulkAct, BulkDraft]:
    return {
        BulkAct.ACKNOWLEDGE: BulkDraft(act=BulkAct.ACKNOWLEDGE),
        BulkAct.URGE: BulkDraft(act=BulkAct.URGE),
        BulkAct.CLOSE: BulkDraft(act=BulkAct.CLOSE, closing=TOLD),
        BulkAct.ASSIGN: BulkDraft(act=BulkAct.ASSIGN, account_id=staff.account_named(desk, DAN).id, reason="分流"),
    }


@pytest.mark.parametrize("act", list(BulkAct))
def test_what_is_told_before_is_what_happens(
    act: BulkAct,
    lines: tuple[BoardLine, ...],
    desk: Desk,
    ben_desk: Desk,
    cara_desk: Desk,
    dan_desk: Desk,
    store: Store,
):
    for each in (dan_desk, ben_desk, desk, cara_desk):
        told = case_bulk.preview(each, act, lines)
        done = case_bulk.carry_out(each, drafts(desk)[act], lines)
        assert codes(done) == codes(told)
    assert check_folder(store.folder).damage == ()


def test_each_refusal_says_its_own_reason(lines: tuple[BoardLine, ...], desk: Desk, ben_desk: Desk):
    assert codes(case_bulk.preview(desk, BulkAct.CLOSE, lines)) == [
        "",
        "",
        "restricted",
        "bulk_not_a_case",
        "bulk_not_a_case",
    ]
    assert codes(case_bulk.preview(ben_desk, BulkAct.CLOSE, lines))[:2] == ["not_the_handler"] * 2
    assert codes(case_bulk.preview(ben_desk, BulkAct.ACKNOWLEDGE, lines)) == [
        *["bulk_not_a_transfer"] * 3,
        "",
        "not_the_receiver",
    ]
    assert codes(case_bulk.preview(desk, BulkAct.URGE, lines))[2] == "letter_unfitting"
    assert [now(desk, case_files.by_id(desk, line.owed_id).case).status for line in lines[:2]] == [
        CaseStatus.OPEN,
        CaseStatus.SUSPENDED,
    ]


def test_only_what_the_rights_allow_is_offered(
    lines: tuple[BoardLine, ...], desk: Desk, cara_desk: Desk, dan_desk: Desk
):
    assert case_bulk.acts_for(desk, lines) == (BulkAct.ACKNOWLEDGE, BulkAct.CLOSE, BulkAct.URGE)
    assert case_bulk.acts_for(cara_desk, lines) == tuple(BulkAct)
    assert case_bulk.acts_for(cara_desk, lines[-1:]) == (BulkAct.ACKNOWLEDGE,)
    assert BulkAct.ACKNOWLEDGE not in case_bulk.acts_for(dan_desk, lines)


def test_without_a_result_none_is_closed(lines: tuple[BoardLine, ...], desk: Desk):
    draft = BulkDraft(act=BulkAct.CLOSE, closing=replace(TOLD, result=""))
    assert codes(case_bulk.carry_out(desk, draft, lines[:2])) == ["required", "required"]
    assert len(due_board.look(desk).lines) == len(lines)


def test_who_urges_twice_a_day_urges_once(lines: tuple[BoardLine, ...], desk: Desk, clock: Clock):
    def slips() -> int:
        return sum(each.kind is PaperKind.DB for each in letters.of_inquiry(desk, lines[0].inquiry_id))

    draft = BulkDraft(act=BulkAct.URGE)
    case_bulk.carry_out(desk, draft, lines[:1])
    case_bulk.carry_out(desk, draft, lines[:1])
    assert slips() == 1
    clock.advance(days=1)
    case_bulk.carry_out(desk, draft, lines[:1])
    assert slips() == 2


def test_who_voided_the_slip_urges_anew(lines: tuple[BoardLine, ...], desk: Desk):
    draft = BulkDraft(act=BulkAct.URGE)
    case_bulk.carry_out(desk, draft, lines[:1])
    (written,) = (each for each in letters.of_inquiry(desk, lines[0].inquiry_id) if each.kind is PaperKind.DB)
    letters.void_letter(desk, written.id, "写错了")
    case_bulk.carry_out(desk, draft, lines[:1])
    case_bulk.carry_out(desk, draft, lines[:1])
    held = [each for each in letters.of_inquiry(desk, lines[0].inquiry_id) if each.kind is PaperKind.DB]
    assert sorted(each.void for each in held) == [False, True]
