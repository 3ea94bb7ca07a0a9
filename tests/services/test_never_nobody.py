"""What lies with a person and with no post is never with nobody: while that person is away, and after they left."""

from dataclasses import replace
from datetime import date

from reception.rules.cases import ReferralStatus, ReturnReason
from reception.rules.inquiries import Disposition
from reception.rules.reminders import Turn
from reception.rules.staff import Role
from reception.services import (
    calendar_changes,
    case_life,
    cases,
    due_board,
    inquiries,
    referrals,
    reminders,
    staff,
)
from reception.services.check import check_folder
from reception.services.desk import Desk
from reception.store.database import Store
from tests.cast import BEN, CARA, DAN, Clock, desk_of
from tests.drafts import draft_of
from tests.services.case_acts import at, opened
from tests.services.test_take_over import away, cover_all


def whose(number: str, *desks: Desk) -> list[str]:
    """Give to whom a line is shown as theirs, in the list of what is due and on the board alike."""
    listed = [each.account.name for each in desks if any(i.mine for i in cases.due_list(each) if i.number == number)]
    seen = {each.account.name: due_board.look(each).lines for each in desks}
    board = [name for name, lines in seen.items() if any(line.mine for line in lines if line.number == number)]
    assert listed == board
    return listed


def leave_for_good(desk: Desk, name: str) -> None:
    account = staff.account_named(desk, name)
    staff.change_account(desk, replace(account, active=False))


def test_a_case_given_to_somebody_who_left_for_good_goes_to_who_answers_for_its_post(
    desk: Desk, ben_desk: Desk, cara_desk: Desk
):
    cover_all(desk, CARA, None)
    case = opened(desk)
    case_life.assign(cara_desk, case.id, ben_desk.account.id, "分工")
    assert whose(case.case_no, desk, ben_desk, cara_desk) == [BEN]
    leave_for_good(desk, BEN)
    assert whose(case.case_no, desk, cara_desk) == [CARA]


def test_what_lay_with_somebody_who_left_stays_with_a_head_even_while_all_of_them_are_away(
    desk: Desk, ben_desk: Desk, cara_desk: Desk
):
    case = opened(ben_desk, Disposition.D9)
    leave_for_good(desk, BEN)
    away(cara_desk)
    assert whose(case.case_no, desk, cara_desk) == [CARA]


def test_a_case_without_a_post_goes_to_the_stand_in_of_its_officer_and_comes_back(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
):
    case = opened(ben_desk, Disposition.D9)
    assert case.post_code == ""
    assert whose(case.case_no, desk, ben_desk, cara_desk) == [BEN]
    gone = away(ben_desk, hours=100)
    assert whose(case.case_no, desk, ben_desk, cara_desk) == [CARA]
    cover_all(desk, BEN, "安")
    assert whose(case.case_no, desk, ben_desk, cara_desk) == ["安"]
    at(clock, desk, "2026-11-30 09:00")
    (line,) = [each for each in reminders.sweep(desk).written if each.number == case.case_no]
    assert (line.reminder.turn, line.reminder.to_names) == (Turn.WARNING, (BEN, "安"))
    assert gone.is_open


def test_a_complaint_goes_to_another_who_may_see_it_while_its_officer_is_away(desk: Desk, dan_desk: Desk, clock: Clock):
    staff.change_account(desk, replace(staff.account_named(desk, BEN), roles=(Role.UNIT_HEAD,)))
    head = desk_of(desk.store, BEN, clock)
    case = opened(desk, Disposition.D10)
    assert whose(case.case_no, desk, dan_desk, head) == [DAN]
    away(dan_desk)
    assert whose(case.case_no, desk, dan_desk, head) == [BEN]
    (item,) = cases.due_list(desk)
    assert (item.person, item.acting_for) == ("", "")


def test_a_returned_transfer_is_passed_on_by_who_stands_in_for_its_first_officer(
    desk: Desk, ben_desk: Desk, clock: Clock
):
    cover_all(desk, BEN, CARA)
    staff.change_account(desk, replace(staff.account_named(desk, CARA), roles=(Role.CLERK,)))
    stand_in = desk_of(desk.store, CARA, clock)
    sent = inquiries.record(ben_desk, draft_of(Disposition.D5B)).referral
    assert sent is not None
    referrals.give_back(ben_desk, sent.id, ReturnReason.OTHER_POST)
    reg_no = cases.due_list(desk)[0].number
    assert whose(reg_no, desk, ben_desk, stand_in) == [BEN]
    away(ben_desk)
    assert whose(reg_no, desk, ben_desk, stand_in) == [CARA]
    assert referrals.pass_on(stand_in, sent.id, "JW-02", "应由该岗办理").status is ReferralStatus.SENT


def test_a_date_that_a_new_calendar_made_earlier_is_no_damage(desk: Desk, store: Store):
    case = opened(desk)
    edit = calendar_changes.arrange(date(2026, 11, 28), date(2026, 11, 29), works=True, reason="补班")
    calendar_changes.apply(desk, edit)
    (item,) = cases.due_list(desk)
    assert item.first_due_at == case.due_at > item.due_at
    assert check_folder(store.folder).damage == ()
