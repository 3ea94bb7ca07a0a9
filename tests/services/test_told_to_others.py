"""What others are not told: why a colleague is away in his own words, and a visitor's name in the answer to a slip."""

from datetime import timedelta

from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.rules.day_lists import Reader, Wanted
from reception.rules.once import month_of
from reception.services import absences, duty_day, duty_papers, reminders, slip_lists, staff, supervision
from reception.services.desk import Desk
from tests.cast import ANN, Clock
from tests.services.case_acts import opened


def test_why_somebody_is_away_in_his_own_words_is_for_himself_and_the_heads(
    desk: Desk, ben_desk: Desk, cara_desk: Desk, clock: Clock
):
    draft = AbsenceDraft(
        kind=AbsenceKind.SICK_LEAVE, until_at=clock() + timedelta(hours=2), reason="复查", reach="138 0000 1234"
    )
    absences.set_away(desk, draft, knowing_gaps=True)
    clock.advance(hours=3)
    ann = staff.account_named(desk, ANN).id
    for each, said in ((desk, "复查"), (cara_desk, "复查"), (ben_desk, "")):
        absence = duty_day.of_colleague(each, ann).absence
        assert absence is not None
        assert (absence.reason, absence.kind) == (said, AbsenceKind.SICK_LEAVE)
        assert {late.reason for late in duty_day.of_day(each).unreturned} <= {said}


def test_the_answer_to_a_slip_names_no_visitor_in_any_list(desk: Desk, cara_desk: Desk, clock: Clock):
    case = opened(desk)
    clock.now = case.due_at + timedelta(minutes=1)
    reminders.sweep(desk)
    (slip,) = supervision.to_answer(cara_desk)
    supervision.answer(cara_desk, slip.id, "已电话告知林晓舟（13800001234），明日办结")
    month = month_of(desk.calendar.local(clock()).date())
    lines = [
        *(each.answer for each in supervision.listed(cara_desk, slips_only=True)),
        *(each.answer for each in slip_lists.slips(cara_desk, month)),
        *(each.answer for each in slip_lists.of_day(cara_desk, Reader.UNIT_HEAD).owed),
        *(each.answer for each in slip_lists.of_day(cara_desk, Reader.SECTION_HEAD).owed),
    ]
    assert len(lines) >= 3
    assert all("明日办结" in each and "林晓舟" not in each and "13800001234" not in each for each in lines)
    paper = repr(duty_papers.listed(cara_desk, Wanted(period=month, slips=True)))
    assert "明日办结" in paper
    assert "林晓舟" not in paper
