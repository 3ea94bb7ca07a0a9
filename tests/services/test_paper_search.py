"""Papers found by what stands on them, as anybody at the desk may see them."""

import pytest

from reception.errors import NotAllowed, NotFound
from reception.rules.inquiries import Disposition
from reception.rules.letters import Letter
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.rules.papers import PaperKind
from reception.services import inquiries, letter_proposals, letters, notices, paper_search
from reception.services.desk import Desk
from reception.services.paper_search import FoundLetter
from reception.services.supplements import Slip
from tests.drafts import draft_of

LACKING = NoticeDraft(
    ticks=tuple(
        MaterialTick(no=no, state=MaterialState.MISSING if no == 2 else MaterialState.PROVIDED) for no in range(1, 5)
    )
)


@pytest.fixture
def letter(desk: Desk) -> Letter:
    inquiry = inquiries.record(desk, draft_of(Disposition.D3)).inquiry
    return letters.issue(desk, letter_proposals.propose(desk, inquiry.id, PaperKind.SL, "t"))


def test_a_letter_is_told_masked_with_its_record(desk: Desk, letter: Letter) -> None:
    for typed in (letter.number, letter.query_code.lower(), "受2026-1"):
        found = paper_search.peek(desk, typed)
        assert isinstance(found, FoundLetter)
        assert (found.kind, found.letter_id, found.visitor, found.void) == (PaperKind.SL, letter.id, "林*舟", False)
        assert (found.inquiry_id, found.matter, found.issued_at) == (letter.inquiry_id, "补办学生证", letter.issued_at)


def test_notices_of_both_kinds_are_slips_that_come_back(desk: Desk, letter: Letter) -> None:
    for kind in (PaperKind.YC, PaperKind.BZ):
        notice = notices.issue(desk, letter.inquiry_id, LACKING, kind)
        found = paper_search.peek(desk, notice.number)
        assert isinstance(found, Slip)
        assert (found.number, found.error) == (notice.number, None)


def test_a_void_letter_says_so(desk: Desk, letter: Letter) -> None:
    letters.void_letter(desk, letter.id, "写错")
    found = paper_search.peek(desk, letter.number)
    assert isinstance(found, FoundLetter)
    assert found.void


def test_what_names_no_paper_finds_none(desk: Desk, letter: Letter) -> None:
    for typed in ("", "222222", "受2026-2", "'; DROP TABLE letter"):
        assert paper_search.peek(desk, typed) is None
        with pytest.raises(NotFound):
            paper_search.letter_of(desk, typed)


def test_who_receives_nobody_looks_for_no_papers(dan_desk: Desk, letter: Letter) -> None:
    for act in (paper_search.peek, paper_search.letter_of):
        with pytest.raises(NotAllowed):
            act(dan_desk, letter.number)
