"""What was issued stays as it was: whatever becomes of record, catalogue, office and words, the bytes are the same."""

import types
import typing
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception.rules.cases import Case
from reception.rules.catalogue import Matter, Unit
from reception.rules.inquiries import Disposition, Inquiry, Paper
from reception.rules.letters import Letter, LetterDraft
from reception.rules.notices import Notice, PaperSize, SecondReason
from reception.rules.office import Office
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.rules.roster import Post
from reception.rules.staff import Account, Action
from reception.rules.wordings import Wording
from reception.services import inquiries, letters, notices, office, once
from reception.services.desk import Desk
from reception.services.rereading import text_of
from reception.store import records
from tests.cast import Clock
from tests.drafts import draft_of
from tests.services.test_once import lacking

FORMS = (
    PaperForm(),
    PaperForm(size=PaperSize.A5, language=PaperLanguage.EN),
    PaperForm(size=PaperSize.ROLL, language=PaperLanguage.BOTH),
)
CHANGING = (Inquiry, Matter, Unit, Office, Account, Post, Case, Wording)
KEPT = frozenset({"id", "version", "token", "code", "reg_no", "case_no", "edition", "kind", "year", "serial", "zone"})
"""What tells one record from another, or names a thing that must exist; it never changes."""


class Issued:
    """The papers of an office, and their bytes on the day of issue."""

    def __init__(self, desk: Desk, some: tuple[Notice, ...], others: tuple[Letter, ...]) -> None:
        self.desk, self.notices, self.letters = desk, some, others
        self.bytes = self.drawn()

    def __repr__(self) -> str:
        return "the papers"

    def drawn(self) -> tuple[bytes, ...]:
        """Give the bytes of each paper in each form, as the office is now."""
        present = office.refreshed(self.desk)
        found = [notices.render(present, each.id, how).pdf for each in self.notices for how in FORMS]
        return (*found, *(letters.render(present, each.id, how).pdf for each in self.letters for how in FORMS))

    def are_as_they_were(self) -> bool:
        """Tell whether every byte is the same; said of 600 KB, not shown."""
        return self.drawn() == self.bytes


@pytest.fixture
def issued(desk: Desk, clock: Clock) -> Issued:
    """Give a notice, a second one that waits for the head, and two letters; the office has words of its own."""
    with desk.work(Action.EDIT_OFFICE) as work:
        own = Wording(kind=PaperKind.SL, edition=1, statement="自有用语", made_at=work.now, made_by="安")
        work.log(work.add(own))
    recorded = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), lacking(2))
    assert recorded.notice is not None
    clock.advance(hours=1)
    second = notices.issue(desk, recorded.inquiry.id, lacking(2, 3, why=SecondReason.NEW_FACT))
    papers = (Paper(name="申请表"),)
    other = inquiries.record(desk, draft_of(Disposition.D3, matter="JW-03", papers=papers))
    assert other.case is not None
    draft = LetterDraft(token="sj", kind=PaperKind.SJ, inquiry_id=other.inquiry.id, papers=papers)
    receipt = letters.issue(desk, draft)
    accepted = replace(draft, token="sl", kind=PaperKind.SL, case_no=other.case.case_no, due_at=other.case.due_at)
    return Issued(desk, (recorded.notice, second), (receipt, letters.issue(desk, accepted)))


def words(chance: Random) -> str:
    return "".join(chance.choices("改甲乙丙XYZ〔〕<&>㛃", k=chance.randint(1, 6)))


def value_for(hint: Any, chance: Random) -> Any:
    """Give another value of a field's type; None where this test does not know the type."""
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    kind = next(each for each in options if each is not type(None))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return chance.choice(list(kind))
    known: dict[Any, Callable[[], Any]] = {
        str: lambda: words(chance),
        bool: lambda: chance.random() < 0.5,
        datetime: lambda: Clock().now + timedelta(days=chance.randint(-900, 900)),
        tuple[str, ...]: lambda: (words(chance), words(chance)),
        tuple[Paper, ...]: lambda: (Paper(name=words(chance)),),
    }
    return known[kind]() if kind in known else None


def change_anything(desk: Desk, chance: Random) -> None:
    """Change some fields of a record of any kind, past every form."""
    kind = chance.choice(CHANGING)
    record = chance.choice(records.select(kind))
    hints = typing.get_type_hints(kind)
    names = [each.name for each in fields(kind) if each.name not in KEPT and not each.name.endswith("_id")]
    values = {name: value_for(hints[name], chance) for name in chance.sample(names, min(8, len(names)))}
    with desk.work(Action.RECORD) as work:
        work.get(kind, record.id)
        work.log(work.change(replace(record, **{name: value for name, value in values.items() if value is not None})))


def add_editions(desk: Desk, chance: Random) -> None:
    """Let a newer edition of the matter and of the office's words come into force."""
    with desk.work(Action.RECORD) as work:
        newest = max(records.select(Matter, code="JW-03"), key=lambda each: each.edition)
        edition = replace(newest, id=0, version=0, edition=newest.edition + 1, name=words(chance), materials=())
        work.log(work.add(edition))
        worded = max(records.select(Wording), key=lambda each: each.edition)
        work.log(work.add(replace(worded, id=0, version=0, edition=worded.edition + 1, statement=words(chance))))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_nothing_that_changes_later_changes_an_issued_paper(issued: Issued, clock: Clock, seed: int) -> None:
    """Each example goes on from what the ones before made of the office."""
    chance = Random(seed)
    for _ in range(chance.randint(1, 6)):
        chance.choice((change_anything, change_anything, add_editions))(issued.desk, chance)
    clock.advance(days=chance.randint(0, 3))
    assert issued.are_as_they_were()


def test_a_decision_on_a_second_notice_changes_no_byte_of_it(issued: Issued, cara_desk: Desk) -> None:
    once.reject(cara_desk, issued.notices[1].id, "一直都要")
    assert issued.are_as_they_were()


def test_a_print_changes_the_mark_and_nothing_else(issued: Issued) -> None:
    for notice in issued.notices:
        notices.printed(issued.desk, notice.id)
    for letter in issued.letters:
        letters.printed(issued.desk, letter.id)
    again = issued.drawn()
    assert all(now != before for now, before in zip(again, issued.bytes, strict=True))
    for now, before in zip(again, issued.bytes, strict=True):
        assert _words(now).replace("补打第1次", "").replace("Copy1", "") == _words(before)


def forge(desk: Desk, before: Any, after: Any) -> None:
    with desk.work(Action.ISSUE_NOTICE) as work:
        work.get(type(before), before.id)
        work.log(work.change(after))


def _words(pdf: bytes) -> str:
    return "".join(text_of(pdf).split())


def test_the_database_itself_refuses_another_text(issued: Issued) -> None:
    notice, letter = issued.notices[0], issued.letters[0]
    changed: list[tuple[Any, Any]] = [
        (notice, replace(notice, text_en=replace(notice.text_en or notice.text, matter="别的"))),
        (letter, replace(letter, text=replace(letter.text, matter="别的"))),
        (letter, replace(letter, number="别的")),
    ]
    for before, after in changed:
        with pytest.raises(Exception, match="frozen"):
            forge(issued.desk, before, after)
    assert issued.are_as_they_were()
