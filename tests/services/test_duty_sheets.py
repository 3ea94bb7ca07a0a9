"""The duty sheet of a post: what the stand-in must know on one paper, for nobody else, in two languages."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reception.documents.duty_sheet import render_duty_sheet
from reception.documents.rendered import RenderedPaper
from reception.errors import NotAllowed, NotFound, Unavailable
from reception.rules.absences import Absence, AbsenceDraft, AbsenceKind
from reception.rules.duty_sheets import DutySheetText
from reception.rules.inquiries import Disposition
from reception.rules.papers import PaperLanguage
from reception.rules.roster import Post
from reception.rules.staff import Action
from reception.services import absences, duty_sheets, handovers, inquiries, posts, rereading, staff
from reception.services.desk import Desk
from reception.services.handovers import HandoverDraft
from reception.store import journal, records
from reception.words import Language
from tests.cast import ANN, BEN, CARA, Clock
from tests.documents.page_marks import clashes, letters, page_texts, text_of
from tests.drafts import draft_of

ZH, EN = PaperLanguage.ZH, PaperLanguage.EN
HOUR = timedelta(hours=1)


@pytest.fixture
def covered(desk: Desk) -> Desk:
    """Give the desk of 安, for whose post JW-03 本 stands in; 凯 leads and holds the others."""
    ann, ben, cara = (staff.account_named(desk, each).id for each in (ANN, BEN, CARA))
    for post in posts.posts(desk):
        own = post.code == "JW-03"
        posts.staff_post(desk, post.id, ann if own else cara, ben if own else None)
    own_post = next(each for each in posts.posts(desk) if each.code == "JW-03")
    posts.change_post(desk, replace(own_post, duties="办理学籍变动、补办学生证", phone="0731-1203", place="201室"))
    inquiries.record(desk, draft_of(Disposition.D3))
    return desk


def away(desk: Desk, **changes: Any) -> Absence:
    values: dict[str, Any] = {"kind": AbsenceKind.ANNUAL_LEAVE, "until_at": desk.clock() + 30 * HOUR}
    return absences.set_away(desk, AbsenceDraft(**{**values, **changes}), knowing_gaps=True)


def facts(text: DutySheetText) -> dict[str, str]:
    return {each.label: each.value for each in text.people if each.value}


def test_the_sheet_says_who_what_by_when_and_where_the_papers_are(covered: Desk, ben_desk: Desk, tmp_path: Path):
    absence = away(covered)
    note = HandoverDraft(keys="章在铁皮柜，钥匙在王老师处", calls="财务处下午来电", note="请核对学号")
    handovers.hand_over(covered, absence.id, note)
    text = duty_sheets.text_of(ben_desk, "JW-03", Language.ZH)
    assert facts(text) == {
        "A岗": ANN,
        "B岗": BEN,
        "现由谁负责": BEN,
        "A岗返回": "2026年11月25日（星期三）16:26",
        "地点": "201室",
        "岗位电话": "0731-1203",
        "单位电话": "0731-5550-1200",
        "监督电话": "0731-5550-1999",
    }
    assert text.duties == ("办理学籍变动、补办学生证",)
    (matter,) = text.matters.rows
    assert (matter[0], matter[2]) == ("JW-03", "5个工作日")
    (item,) = text.open.rows
    assert item == ("受理〔2026〕0001", "补办学生证 · 林*舟", "12月1日 17:30", "继续办理")
    assert [each.value for each in text.note] == ["章在铁皮柜，钥匙在王老师处", "财务处下午来电", "请核对学号"]
    assert 1 <= len(text.phrases) <= 5
    paper = duty_sheets.printed(ben_desk, "JW-03", ZH)
    printed = text_of(paper, tmp_path)
    for words in ("岗位职责单", "补办学生证", "受理〔2026〕0001", "章在铁皮柜，钥匙在王老师处", "0731-1203"):
        assert words in printed
    assert "预览" not in printed
    assert "预览" in text_of(duty_sheets.preview(ben_desk, "JW-03", ZH), tmp_path)
    assert (paper.pages, paper.missing_characters, clashes(paper)) == (1, (), [])


def test_it_speaks_english_and_what_is_kept_in_chinese_only_stays_so(covered: Desk, tmp_path: Path):
    text = duty_sheets.text_of(covered, "JW-03", Language.EN)
    assert text.open.rows[0][2:] == ("1 Dec 17:30", "go on with it")
    assert text.title == "Duty sheet"
    printed = text_of(duty_sheets.printed(covered, "JW-03", EN), tmp_path)
    assert "Whatiskept" in printed
    assert "Stand-in(B)" in printed


def test_the_note_stands_only_on_the_sheet_of_who_may_read_it(covered: Desk, ben_desk: Desk, cara_desk: Desk):
    second = next(each for each in posts.posts(covered) if each.code == "JW-03")
    dan = staff.account_named(covered, "丹").id
    posts.staff_post(covered, second.id, second.holder_id, staff.account_named(covered, BEN).id, dan)
    absence = away(covered)
    handovers.hand_over(covered, absence.id, HandoverDraft(note="家里有事"))
    assert duty_sheets.text_of(cara_desk, "JW-03", Language.ZH).note != ()
    dan_desk = replace(ben_desk, account=staff.account_named(covered, "丹"))
    assert duty_sheets.text_of(dan_desk, "JW-03", Language.ZH).note == ()


def test_the_sheet_is_for_who_holds_the_post_who_stands_in_and_the_heads(
    covered: Desk, ben_desk: Desk, cara_desk: Desk, dan_desk: Desk
):
    for allowed in (covered, ben_desk, cara_desk):
        assert duty_sheets.preview(allowed, "JW-03", ZH).pages == 1
    for refused in (ben_desk, dan_desk):
        with pytest.raises(NotAllowed):
            duty_sheets.preview(refused, "JW-04", ZH)
    with pytest.raises(NotFound):
        duty_sheets.preview(covered, "JW-99", ZH)


def test_a_print_stands_in_the_log_and_a_look_does_not(covered: Desk, ben_desk: Desk):
    def prints() -> list[tuple[str, str]]:
        with covered.reading():
            found = list(journal.entries())
        return [(each.kind, each.actor) for each in found if each.action == Action.PRINT_DUTY_SHEET]

    duty_sheets.preview(ben_desk, "JW-03", ZH)
    assert prints() == []
    duty_sheets.printed(ben_desk, "JW-03", ZH)
    assert prints() == [("Post", BEN)]


def test_a_complaint_stands_on_it_by_its_number_only(covered: Desk, clock: Clock, tmp_path: Path):
    with covered.reading():
        post = records.find(Post, code="JW-03")
    assert post is not None
    case = inquiries.record(covered, draft_of(Disposition.D10, matter="JW-03", summary="反映窗口态度")).case
    assert case is not None
    printed = text_of(duty_sheets.printed(covered, "JW-03", ZH), tmp_path)
    assert "反映窗口态度" not in printed
    assert "林晓舟" not in printed


def test_hundreds_of_open_cases_go_on_over_the_page_under_their_header(covered: Desk, tmp_path: Path):
    text = duty_sheets.text_of(covered, "JW-03", Language.ZH)
    rows = tuple((f"受理〔2026〕{number:04d}", "内容" * 20, "12月1日 17:30", "继续办理") for number in range(1, 121))
    paper = render_duty_sheet(replace(text, open=replace(text.open, rows=rows)))
    pages = page_texts(paper, tmp_path)
    assert len(pages) == paper.pages > 2
    assert [page for page in pages if "受理〔" in page and "编号内容到期下一步" not in page] == []
    assert sum("受理〔" in page for page in pages) > 2
    assert f"第{paper.pages}页，共{paper.pages}页" in pages[-1]
    assert max(each.bottom for each in letters(paper)) < 842 - 30
    assert clashes(paper) == []


def test_a_sheet_on_which_a_number_is_lacking_is_not_handed_out(
    covered: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    whole = render_duty_sheet

    def lossy(text: DutySheetText, *, mark: str = "") -> RenderedPaper:
        return whole(replace(text, open=replace(text.open, rows=())), mark=mark)

    monkeypatch.setattr("reception.services.duty_sheets.render_duty_sheet", lossy)
    with pytest.raises(Unavailable) as refused:
        duty_sheets.printed(covered, "JW-03", ZH)
    assert refused.value.code == "paper_not_read_back"
    assert rereading.text_of(whole(duty_sheets.text_of(covered, "JW-03", Language.ZH)).pdf)
