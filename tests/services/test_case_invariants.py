"""Whatever is done to a case in whatever order: what must hold of every case holds after each act."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception.errors import ReceptionError
from reception.rules.case_life import RequestState
from reception.rules.cases import NEVER, UNDER_WAY, Case, CaseStatus
from reception.rules.inquiries import Disposition, ReplyPref, Status
from reception.rules.limits import Limit, LimitUnit
from reception.rules.papers import PaperKind
from reception.rules.staff import Role
from reception.services import case_ends, case_files, case_life, case_requests, letters, register, staff
from reception.services.case_ends import Refusal
from reception.services.case_files import CaseView
from reception.services.case_requests import Answer
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store.database import Store
from tests.cast import DAN, Clock, desk_of
from tests.services.case_acts import TOLD, opened, stop

GRANTED = Answer(granted=True, leader_decision="分管领导同意", told_mode=ReplyPref.PHONE)
REFUSAL = Refusal(reason="不符合", basis="规定", clause="第八条", told_mode=ReplyPref.PHONE)
OPENINGS = (
    {"way": Disposition.D3},
    {"way": Disposition.D3, "matter": "XB-05", "limit": Limit(unit=LimitUnit.SAME_DAY, n=0)},
    {"way": Disposition.D3, "matter": "XB-04"},
    {"way": Disposition.D3, "matter": "JW-01"},
    {"way": Disposition.D4},
    {"way": Disposition.D9},
)
ACTS = (
    *("wait", "wait", "wait", "pause", "resume", "extend", "extend", "reclassify", "grant", "grant", "reject"),
    *("retract", "close", "refuse", "lapse", "withdraw", "reopen", "assign", "void_letter", "print_letter"),
)


class Stage:
    """Who acts: 安 handles, 丹 as unit head grants, 凯 as section head voids."""

    def __init__(self, desk: Desk, head: Desk, voids: Desk, clock: Clock) -> None:
        self.desk, self.head, self.voids, self.clock = desk, head, voids, clock
        self.begun = clock()


def act_on(act: str, length: int, case: Case, stage: Stage) -> None:
    """Do one thing, allowed or not."""
    desk, head, clock, number = stage.desk, stage.head, stage.clock, case.id
    match act:
        case "wait":
            clock.advance(hours=length * 3.7)
        case "pause":
            until = desk.calendar.local(clock()).date() + timedelta(days=length)
            case_life.pause(desk, number, stop(until))
        case "resume":
            case_life.resume(desk, number)
        case "extend":
            case_requests.extend(desk, number, length, "等盖章")
        case "reclassify":
            case_requests.reclassify(desk, number, "疑难")
        case "grant":
            case_requests.settle(head, number, GRANTED)
        case "reject":
            case_requests.settle(head, number, replace(GRANTED, granted=False, note="按期办"))
        case "retract":
            case_requests.retract(desk, number)
        case "close":
            case_ends.close(desk, number, TOLD)
        case "refuse":
            case_ends.refuse(desk, number, REFUSAL)
        case "lapse":
            case_ends.lapse(desk, number)
        case "withdraw":
            case_ends.withdraw(desk, number, "不办了")
        case "reopen":
            case_ends.reopen(head, number, Limit(unit=LimitUnit.WD, n=1), "不满意")
        case "assign":
            case_life.assign(head, number, head.account.id if length % 2 else None)
        case "print_letter" | "void_letter":
            written = [each for each in letters.of_inquiry(desk, case.inquiry_id) if not each.void]
            if written and act == "print_letter":
                letters.printed(desk, written[-1].id)
            elif written:
                letters.void_letter(stage.voids, written[-1].id, "写错了")


@pytest.fixture
def stage(store: Store, clock: Clock, desk: Desk, cara_desk: Desk) -> Stage:
    """Give the cast of a life of a case."""
    staff.change_account(desk, replace(staff.account_named(desk, DAN), roles=(Role.UNIT_HEAD, Role.CLERK)))
    return Stage(desk, desk_of(store, DAN, clock), cara_desk, clock)


def said_until_when(desk: Desk, case: Case) -> bool:
    """Tell whether the letter that was printed last names a due date."""
    written = [each for each in letters.of_inquiry(desk, case.inquiry_id) if not each.void]
    return bool(written) and written[-1].kind in (PaperKind.YQ, PaperKind.HF)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    opening=st.sampled_from(OPENINGS),
    acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(min_value=1, max_value=12)), max_size=14),
)
def test_every_case_keeps_its_promises_whatever_happens(
    opening: dict[str, object], acts: list[tuple[str, int]], stage: Stage
) -> None:
    stage.clock.now, desk = stage.begun, stage.desk
    case = opened(desk, **opening)  # type: ignore[arg-type]
    printed = first = None
    for act, length in acts:
        before = case_files.by_id(desk, case.id).case
        try:
            act_on(act, length, case, stage)
        except ReceptionError:
            assert case_files.by_id(desk, case.id).case == before
            continue
        view = case_files.by_id(desk, case.id)
        after = view.case
        holds(view)
        assert first is None or after.first_due_at == first
        first = after.first_due_at
        if after.reopened_at != before.reopened_at:
            printed = None
        assert printed is None or after.due_at >= printed
        if act == "print_letter" and said_until_when(desk, case):
            printed = after.due_at
        ended = register.show(desk, case.inquiry_id).inquiry.status is Status.CLOSED
        assert ended is (after.status is CaseStatus.CLOSED)


def holds(view: CaseView) -> None:
    """Require what holds of every case: exactly one due date, or a clock that stands with exactly one stop."""
    case, stands = view.case, view.case.status is CaseStatus.SUSPENDED
    assert (case.owed_until is None) is stands
    assert sum(each.to_at is None for each in view.pauses) == stands
    assert sum(each.state is RequestState.ASKED for each in (*view.extensions, *view.changes)) <= 1
    assert case.status not in UNDER_WAY or case.due_at < NEVER


def test_the_data_are_whole_after_a_long_life(stage: Stage, store: Store) -> None:
    case = opened(stage.desk)
    life = ("pause", "wait", "resume", "extend", "grant", "print_letter", "wait", "close", "reopen")
    for act in (*life, "pause", "wait", "resume", "extend", "grant", "void_letter", "withdraw", "reopen"):
        act_on(act, 2, case, stage)
    case_ends.refuse(stage.desk, case.id, REFUSAL)
    assert check_folder(store.folder).damage == ()
