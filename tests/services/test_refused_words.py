"""Words that cannot be kept are refused at the field in which they were written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reception.errors import Invalid
from reception.rules.callbacks import CallOutcome
from reception.rules.inquiries import VoidReason
from reception.rules.logs import Week
from reception.rules.staff import Role
from reception.services import (
    calendar_changes,
    callbacks,
    corrections,
    letters,
    listing,
    logs,
    matter_closures,
    once,
    papers,
    print_jobs,
    standing_in,
)
from reception.services.desk import Desk
from reception.services.register import RegisterFilter

BAD = "写错\ue000"
DAY = date(2026, 11, 25)
Act = Callable[[Desk, str], object]
ACTS: list[tuple[str, Act]] = [
    ("purpose", lambda desk, words: papers.state_purpose(desk, RegisterFilter(), words)),
    ("purpose", lambda desk, words: listing.days(desk, None, None, words)),
    (
        "purpose",
        lambda desk, words: logs.export_week(desk, Week(year=2026, number=48), Path("nowhere"), full_purpose=words),
    ),
    ("once_note", lambda desk, words: once.release(desk, 1, words)),
    ("once_note", lambda desk, words: once.reject(desk, 1, words)),
    ("reason", lambda desk, words: letters.void_letter(desk, 1, words)),
    ("reason", lambda desk, words: print_jobs.drop(desk, 1, words)),
    ("void_note", lambda desk, words: corrections.void(desk, 1, VoidReason.MISTAKE, words)),
    ("reason", lambda desk, words: corrections.correct_first_officer(desk, 1, 1, words)),
    ("reason", lambda desk, words: standing_in.keep_apart(desk, 1, 2, words)),
    ("reason", lambda desk, words: matter_closures.close(desk, "JW-03", DAY, None, words)),
    ("reason", lambda _desk, words: calendar_changes.arrange(DAY, None, works=False, reason=words)),
    ("call_note", lambda desk, words: callbacks.attempt(desk, 1, CallOutcome.BUSY, words)),
    ("call_note", lambda desk, words: callbacks.give_up(desk, 1, words)),
]


@pytest.mark.parametrize(("field", "act"), ACTS)
def test_a_character_that_cannot_be_kept_is_refused_at_its_field(desk: Desk, field: str, act: Act) -> None:
    head = replace(desk, account=replace(desk.account, roles=tuple(Role)))
    with pytest.raises(Invalid) as refused:
        act(head, BAD)
    assert [(each.field, each.code) for each in refused.value.reasons] == [(field, "private_use")]
