"""Cases on their way, and the days of the tests: Tuesday 2026-11-24 10:26 is where the clock stands."""

from datetime import date, datetime

import pytest

from reception.errors import Invalid
from reception.rules.case_life import PauseCause
from reception.rules.cases import Case
from reception.rules.inquiries import Disposition, ReplyPref
from reception.services import case_files, inquiries
from reception.services.case_ends import Closing
from reception.services.case_life import PauseDraft
from reception.services.case_requests import Answer
from reception.services.desk import Desk
from tests.cast import Clock
from tests.drafts import draft_of

YES = Answer(granted=True)
TOLD = Closing(result="学生证已补办", told_mode=ReplyPref.PHONE)


def opened(desk: Desk, way: Disposition = Disposition.D3, **changes: object) -> Case:
    """Give the case that a record opens."""
    case = inquiries.record(desk, draft_of(way, **changes)).case
    assert case is not None
    return case


def stop(until: date = date(2026, 11, 30), cause: PauseCause = PauseCause.EXPERT_REVIEW) -> PauseDraft:
    """Give a stop that may be made."""
    return PauseDraft(cause=cause, reason="等待专家评审", ground="《学籍管理规定》第八条", planned_on=until)


def at(clock: Clock, desk: Desk, local: str) -> None:
    """Set the clock to a local moment of the office."""
    clock.now = desk.calendar.instant(datetime.fromisoformat(local))


def due(desk: Desk, case: Case) -> str:
    """Give the local due moment of a case as it is now."""
    return f"{desk.calendar.local(now(desk, case).due_at):%Y-%m-%d %H:%M}"


def now(desk: Desk, case: Case) -> Case:
    """Give a case as it is stored now."""
    return case_files.by_id(desk, case.id).case


def codes(refusal: pytest.ExceptionInfo[Invalid]) -> list[tuple[str, str]]:
    """Give field and code of each reason."""
    return [(reason.field, reason.code) for reason in refusal.value.reasons]
