"""What stands ready for a paper, and how the paper looks before it is issued."""

import pytest

from reception.errors import Invalid, NotAllowed
from reception.rules.inquiries import Disposition, Inquiry, PersonKind
from reception.rules.letters import LetterDraft, followed_by, proposed_after
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.services import inquiries, letter_openings, letter_proposals, notices
from reception.services.desk import Desk
from reception.services.rereading import text_of
from tests.drafts import draft_of


@pytest.fixture
def accepted(desk: Desk) -> Inquiry:
    return inquiries.record(desk, draft_of(Disposition.D3, person_kind=PersonKind.INTERNATIONAL)).inquiry


def test_an_opening_says_what_it_is_about_and_in_which_language_to_speak(desk: Desk, accepted: Inquiry) -> None:
    found = letter_openings.opening(desk, accepted.id)
    assert (found.reg_no, found.matter_name, found.foreign) == ("首问〔2026〕0001", "补办学生证", True)
    assert found.kinds[0] is PaperKind.SL
    assert found.matter is not None
    assert len(found.matter.materials) == 4


def test_of_a_restricted_record_nothing_but_its_number_is_said(desk: Desk) -> None:
    hidden = inquiries.record(desk, draft_of(Disposition.D10, matter="JW-03")).inquiry
    found = letter_openings.opening(desk, hidden.id)
    assert (found.matter_name, found.matter, found.kinds) == ("", None, ())


def test_who_receives_nobody_opens_nothing(dan_desk: Desk, accepted: Inquiry) -> None:
    with pytest.raises(NotAllowed):
        letter_openings.opening(dan_desk, accepted.id)


def test_a_ticked_paper_is_seen_once_every_row_is_ticked_and_uses_no_number(desk: Desk, accepted: Inquiry) -> None:
    draft = letter_proposals.propose(desk, accepted.id, PaperKind.BZ, "t")
    how = PaperForm(language=PaperLanguage.BOTH)
    with pytest.raises(Invalid):
        letter_openings.preview(desk, draft, how, NoticeDraft())
    states = (MaterialState.PROVIDED, MaterialState.MISSING, MaterialState.PROVIDED, MaterialState.PROVIDED)
    ticks = NoticeDraft(ticks=tuple(MaterialTick(no=no, state=each) for no, each in enumerate(states, start=1)))
    found = "".join(text_of(letter_openings.preview(desk, draft, how, ticks).pdf).split())
    for words in ("预览", "（出具时编号）", "(numberedatissue)", "补正材料通知单", "需补正1项"):
        assert words in found
    assert notices.of_inquiry(desk, accepted.id) == ()


def test_saving_proposes_what_the_way_calls_for(desk: Desk) -> None:
    kinds = {
        way: proposed_after(inquiries.record(desk, draft_of(way)).inquiry)
        for way in (Disposition.D1, Disposition.D3, Disposition.D5B, Disposition.D6, Disposition.D10)
    }
    assert kinds == {
        Disposition.D1: (),
        Disposition.D3: (PaperKind.SL,),
        Disposition.D5B: (PaperKind.ZB,),
        Disposition.D6: (PaperKind.SJ, PaperKind.ZB),
        Disposition.D10: (),
    }


def test_a_report_takes_from_the_refusal_what_both_say() -> None:
    refusal = LetterDraft(token="1", kind=PaperKind.BB, inquiry_id=1, basis="甲", clause="乙", remedy="丙")
    report = LetterDraft(token="2", kind=PaperKind.BBR, inquiry_id=1, basis="目录里的依据")
    after = followed_by(refusal, report)
    assert (after.token, after.basis, after.reason, after.remedy) == ("2", "甲", "乙", "")
