"""The notice to supplement: ticked like a one-time notice, watched by the "once" control, brought back."""

import pytest

from reception.errors import Invalid
from reception.rules.cases import Case, CaseStatus
from reception.rules.inquiries import Disposition, Inquiry, Status, VoidReason
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft, SecondReason
from reception.rules.papers import PaperForm, PaperKind, PaperLanguage
from reception.rules.wordings import Wording
from reception.services import check, corrections, inquiries, notices, supplements, wordings
from reception.services.desk import Desk
from reception.services.rereading import text_of
from reception.store import records
from tests.drafts import draft_of

P, M, D = MaterialState.PROVIDED, MaterialState.MISSING, MaterialState.DEFECTIVE


def ticked(*missing: int, defective: dict[int, str] | None = None, why: SecondReason | None = None) -> NoticeDraft:
    """Give the ticks of JW-03, whose fourth paper is asked for only under a condition."""
    wrong = defective or {}
    ticks = tuple(
        MaterialTick(no=no, state=D if no in wrong else M if no in missing else P, reason=wrong.get(no, ""))
        for no in range(1, 5)
    )
    return NoticeDraft(ticks=ticks, second_reason=why)


@pytest.fixture
def accepted(desk: Desk) -> Inquiry:
    return inquiries.record(desk, draft_of(Disposition.D3, matter="JW-03")).inquiry


def supplement(desk: Desk, inquiry: Inquiry, draft: NoticeDraft) -> Notice:
    return notices.issue(desk, inquiry.id, draft, PaperKind.BZ)


def case_of(inquiry_id: int) -> Case:
    case = records.find(Case, inquiry_id=inquiry_id)
    assert case is not None
    return case


def test_it_says_which_papers_are_missing_and_what_is_wrong_with_others(desk: Desk, accepted: Inquiry) -> None:
    notice = supplement(desk, accepted, ticked(2, defective={3: "未签字"}))
    assert (notice.kind, notice.number) == ("BZ", "教务补〔2026〕第0001号")
    assert notice.text.title == "示例大学教务处补正材料通知单"
    names = [row.name for row in notice.text.materials]
    (said,) = notice.text.statement
    assert said.startswith(
        f"经审核，您提交的补办学生证材料尚有下列内容需要补正：2.{names[1]}；3.{names[2]}（需更正：未签字）。"
    )
    assert "请于2026年12月15日（星期二）前补正" in said
    assert (notice.text.condition, notice.text.steps, notice.text.due) == ("", (), "")
    assert notice.text_en is not None
    assert "must be supplemented for" in notice.text_en.statement[0]


def test_its_paper_has_title_sentence_table_and_the_lines_of_its_signers(desk: Desk, accepted: Inquiry) -> None:
    notice = supplement(desk, accepted, ticked(2))
    paper = notices.render(desk, notice.id, PaperForm(language=PaperLanguage.BOTH))
    found = "".join(text_of(paper.pdf).split())
    for words in ("补正材料通知单", "经审核，您提交的", "NoticetoSupplement", "承办人（签名）", "需补正1项"):
        assert words in found


def test_it_has_numbers_of_its_own_without_gaps(desk: Desk, accepted: Inquiry) -> None:
    with pytest.raises(Invalid) as refused:
        supplement(desk, accepted, ticked())
    assert [(each.field, each.code) for each in refused.value.reasons] == [("materials", "nothing_to_supplement")]
    first = supplement(desk, accepted, ticked(2))
    one_time = notices.issue(desk, accepted.id, ticked(2))
    second = supplement(desk, accepted, ticked(2))
    assert [each.serial for each in (first, one_time, second)] == [1, 1, 2]
    assert check.check_folder(desk.store.folder).damage == ()


def test_a_row_that_the_one_time_notice_did_not_name_asks_why(desk: Desk, accepted: Inquiry) -> None:
    notices.issue(desk, accepted.id, ticked(2))
    with pytest.raises(Invalid) as refused:
        supplement(desk, accepted, ticked(2, 3))
    assert [each.code for each in refused.value.reasons] == ["second_notice"]
    explained = supplement(desk, accepted, ticked(2, 3, why=SecondReason.NEW_FACT))
    assert (explained.second_reason, explained.released) == (SecondReason.NEW_FACT, False)


def test_it_is_found_by_number_and_code_and_not_taken_for_a_one_time_notice(desk: Desk, accepted: Inquiry) -> None:
    notice = supplement(desk, accepted, ticked(2))
    for typed in (notice.number, "补2026-1", notice.query_code.lower()):
        assert notices.find(desk, typed).id == notice.id
    one_time = notices.issue(desk, accepted.id, ticked(2))
    assert notices.find(desk, "2026-1").id == one_time.id


def test_brought_back_complete_it_confirms_acceptance_anew(desk: Desk, accepted: Inquiry) -> None:
    notice = supplement(desk, accepted, ticked(2))
    back = supplements.bring_back(desk, notice.query_code, "back")
    assert {tick.no for tick in back.notice.ticks} == {1, 3, 4}
    draft = draft_of(Disposition.D3, matter="JW-03", returned_with=notice.number)
    again = inquiries.record(desk, draft, brought=ticked()).inquiry
    assert case_of(accepted.id).status is CaseStatus.CLOSED
    assert records.get(Inquiry, accepted.id).status is Status.CLOSED
    assert case_of(again.id).status is CaseStatus.OPEN
    corrections.void(desk, again.id, VoidReason.MISTAKE, "点错")
    assert case_of(accepted.id).status is CaseStatus.OPEN
    assert records.get(Inquiry, accepted.id).status is Status.IN_PROGRESS
    assert check.check_folder(desk.store.folder).damage == ()


def test_it_says_what_the_office_worded(desk: Desk, accepted: Inquiry) -> None:
    own = Wording(
        kind=PaperKind.BZ,
        edition=0,
        statement="请补{matter}：{reason}，{until}前。",
        made_at=desk.clock(),
        made_by="",
    )
    wordings.save(desk, own)
    (said,) = supplement(desk, accepted, ticked(2)).text.statement
    assert said.startswith("请补补办学生证：2.")
