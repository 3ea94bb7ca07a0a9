"""Letters: proposed from what is known, numbered by kind and year, frozen, printed, found again, void with a reason."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reception.errors import Conflict, Invalid, NotAllowed, NotFound
from reception.rules.inquiries import Disposition, Inquiry, Paper, ReplyPref, Status, VoidReason
from reception.rules.letters import BY_ACT, DEMANDS, Letter, LetterDraft
from reception.rules.notices import PaperSize
from reception.rules.papers import MARKS, PaperForm, PaperKind, PaperLanguage
from reception.rules.staff import Action
from reception.rules.wordings import Wording
from reception.services import (
    case_ends,
    case_files,
    catalogue,
    check,
    corrections,
    inquiries,
    letter_proposals,
    letters,
    office,
    register,
    wordings,
)
from reception.services.case_ends import Closing, Refusal
from reception.services.desk import Desk
from reception.services.rereading import text_of
from reception.store import journal
from reception.words import Language, label, sentence
from reception.words.history import history_line
from tests.cast import Clock
from tests.drafts import draft_of
from tests.weeks import local

A4 = PaperForm()
LEFT = (Paper(name="休学申请表", original=1, copies=2), Paper(name="诊断证明"))


def recorded(desk: Desk, way: Disposition = Disposition.D3, **changes: object) -> Inquiry:
    return inquiries.record(desk, draft_of(way, **changes)).inquiry


def drafted(desk: Desk, inquiry: Inquiry, kind: PaperKind, token: str = "t", **changes: object) -> LetterDraft:
    """Give what is proposed, with whatever the kind demands besides."""
    rest: dict[str, object] = {
        "reason": "材料不符合规定",
        "clause": "第十二条",
        "basis": "学籍管理规定",
        "body": "市政务中心",
        "approver": "王主任",
        "days": 5,
        "to": "李老师",
        "result": "准予休学",
        "papers": LEFT,
        "at": desk.clock(),
        "due_at": local("2026-12-10 17:30"),
        "until": local("2026-12-08 17:30"),
        "state": "尚未办结",
        "case_no": "受理〔2026〕0001",
    }
    known = letter_proposals.propose(desk, inquiry.id, kind, token)
    lacking = {name: rest[name] for name in DEMANDS[kind] if not getattr(known, name)}
    return replace(known, **{**lacking, **changes})  # type: ignore[arg-type]


def issued(desk: Desk, inquiry: Inquiry, kind: PaperKind = PaperKind.SL, token: str = "t") -> Letter:
    return letters.issue(desk, drafted(desk, inquiry, kind, token))


def codes_of(refused: pytest.ExceptionInfo[Invalid]) -> set[tuple[str, str]]:
    return {(each.field, each.code) for each in refused.value.reasons}


def test_an_acceptance_says_whose_matter_is_accepted_until_when(desk: Desk) -> None:
    inquiry = recorded(desk)
    letter = issued(desk, inquiry)
    assert letter.number == "教务受〔2026〕第0001号"
    assert letter.text.title == "示例大学教务处受理通知单"
    (said,) = letter.text.statement
    assert said.startswith("您申请的补办学生证材料齐全，现予受理。受理编号受理〔2026〕0001，")
    assert "承诺于2026年12月1日（星期二）10:26前办结" not in said
    assert "2026年12月1日" in said
    assert letter.text_en.statement[0].startswith("Your application for ")
    assert (letter.text.applicant, letter.text.kind) == ("林晓舟", PaperKind.SL)


def test_everything_the_record_knows_is_proposed(desk: Desk) -> None:
    inquiry = recorded(desk, Disposition.D6)
    sent = letter_proposals.propose(desk, inquiry.id, PaperKind.ZB, "t")
    assert (sent.to, sent.papers, sent.until) == ("安", (Paper(name="学分认定申请表"),), local("2026-11-25 17:30"))
    refused = recorded(desk, Disposition.D8)
    told = letter_proposals.propose(desk, refused.id, PaperKind.BS, "t")
    assert told.reason == "不属学校受理范围,建议向街道反映"
    accepted = recorded(desk)
    case = letter_proposals.propose(desk, accepted.id, PaperKind.SL, "t")
    assert (case.case_no, case.handler, bool(case.due_at), case.at) == (
        "受理〔2026〕0002",
        "安",
        True,
        accepted.received_at,
    )
    stopped = letter_proposals.propose(desk, accepted.id, PaperKind.ZT, "t")
    assert (stopped.at, stopped.left) == (desk.clock(), "5个工作日")


def test_a_reminder_says_how_late_the_case_is(desk: Desk, clock: Clock) -> None:
    inquiry = recorded(desk)
    assert letter_proposals.propose(desk, inquiry.id, PaperKind.DB, "t").state == "尚未办结"
    clock.advance(days=12)
    late = letter_proposals.propose(desk, inquiry.id, PaperKind.DB, "t")
    assert late.state == "已超期 4 天"
    assert late.until == local("2026-12-07 17:30")


def test_the_date_of_an_extension_is_not_proposed(desk: Desk) -> None:
    assert letter_proposals.propose(desk, recorded(desk).id, PaperKind.YQ, "t").due_at is None


@pytest.mark.parametrize(
    ("way", "kinds"),
    [
        (Disposition.D1, ()),
        (Disposition.D5B, (PaperKind.ZB,)),
        (Disposition.D8, (PaperKind.BS,)),
        (Disposition.D10, ()),
    ],
)
def test_the_kinds_follow_from_the_way(desk: Desk, way: Disposition, kinds: tuple[PaperKind, ...]) -> None:
    assert letter_proposals.kinds_for(desk, recorded(desk, way).id) == kinds


def test_the_likeliest_kind_of_an_accepted_matter_is_the_acceptance(desk: Desk) -> None:
    kinds = letter_proposals.kinds_for(desk, recorded(desk).id)
    assert kinds[0] is PaperKind.SL
    assert {PaperKind.BZ, PaperKind.DB} <= set(kinds)


@pytest.mark.parametrize("kind", BY_ACT)
def test_what_only_an_act_on_the_case_tells_cannot_be_written_without_the_act(desk: Desk, kind: PaperKind) -> None:
    inquiry = recorded(desk)
    assert kind not in letter_proposals.kinds_for(desk, inquiry.id)
    with pytest.raises(Invalid) as refused:
        letters.issue(desk, drafted(desk, inquiry, kind))
    assert codes_of(refused) == {("kind", "letter_by_act")}
    assert letters.of_inquiry(desk, inquiry.id) == ()
    said = sentence(refused.value, Language.ZH)
    assert (label(BY_ACT[kind], Language.ZH) in said, "受理〔2026〕0001" in said) == (True, True)


def test_how_a_case_ended_is_told_again_by_hand_and_nothing_else(desk: Desk) -> None:
    refused, done, handled = recorded(desk), recorded(desk), recorded(desk, Disposition.D2)
    refusal = Refusal(reason="不符合规定", basis="学籍管理规定", clause="学籍状态", told_mode=ReplyPref.PHONE)
    case_ends.refuse(desk, case_id(desk, refused), refusal)
    case_ends.close(desk, case_id(desk, done), Closing(result="已补办", told_mode=ReplyPref.PHONE))
    kinds = {each: set(letter_proposals.kinds_for(desk, each.id)) & set(BY_ACT) for each in (refused, done, handled)}
    assert kinds == {refused: {PaperKind.BB, PaperKind.BBR}, done: {PaperKind.BJ}, handled: {PaperKind.BJ}}
    first, report = letters.of_inquiry(desk, refused.id)
    letters.void_letter(desk, first.id, "写错")
    assert issued(desk, refused, PaperKind.BB).number == "教务否〔2026〕第0002号"
    assert issued(desk, done, PaperKind.BJ, "bj").number == "教务结〔2026〕第0001号"
    with pytest.raises(Invalid) as wrong:
        letters.issue(desk, drafted(desk, done, PaperKind.BB, "no"))
    assert codes_of(wrong) == {("kind", "letter_unfitting")}
    assert report.kind is PaperKind.BBR


def case_id(desk: Desk, inquiry: Inquiry) -> int:
    view = case_files.of_inquiry(desk, inquiry.id)
    assert view is not None
    return view.case.id


def test_nothing_may_be_asked_for_that_the_catalogue_does_not_name(desk: Desk) -> None:
    bare = replace(catalogue.matter(desk, "JW-03"), materials=())
    catalogue.save_matter(desk, bare, desk.calendar.local(desk.clock()).date())
    assert PaperKind.BZ not in letter_proposals.kinds_for(desk, recorded(desk).id)


def test_numbers_run_without_gaps_by_kind_and_year(desk: Desk, clock: Clock) -> None:
    inquiry = recorded(desk)
    first = issued(desk, inquiry, PaperKind.SL, "1")
    with pytest.raises(Invalid):
        letters.issue(desk, drafted(desk, inquiry, PaperKind.SL, "x", case_no=""))
    receipt = issued(desk, inquiry, PaperKind.SJ, "2")
    second = issued(desk, inquiry, PaperKind.SL, "3")
    clock.now = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
    third = letters.issue(desk, drafted(desk, recorded(desk, Disposition.D2), PaperKind.BJ, "4"))
    assert [each.number for each in (first, receipt, second, third)] == [
        "教务受〔2026〕第0001号",
        "教务收〔2026〕第0001号",
        "教务受〔2026〕第0002号",
        "教务结〔2027〕第0001号",
    ]


def test_the_same_token_gives_the_same_letter_again(desk: Desk) -> None:
    inquiry = recorded(desk)
    first = issued(desk, inquiry)
    assert letters.issue(desk, drafted(desk, inquiry, PaperKind.SL, handler="别人")) == first
    assert letters.of_inquiry(desk, inquiry.id) == (first,)


def test_a_token_never_gives_the_letter_of_another_record(desk: Desk, ben_desk: Desk) -> None:
    issued(desk, recorded(desk))
    other = recorded(ben_desk)
    with pytest.raises(Conflict):
        letters.issue(ben_desk, drafted(ben_desk, other, PaperKind.SL))
    with pytest.raises(Conflict):
        letters.issue(ben_desk, drafted(ben_desk, other, PaperKind.SJ))


@pytest.mark.parametrize("kind", [kind for kind in DEMANDS if kind not in (PaperKind.BZ, *BY_ACT)])
def test_everything_a_letter_lacks_is_said_at_once(desk: Desk, kind: PaperKind) -> None:
    way = {PaperKind.ZB: Disposition.D6, PaperKind.BS: Disposition.D8}.get(kind, Disposition.D3)
    inquiry = recorded(desk, way)
    with pytest.raises(Invalid) as refused:
        letters.issue(desk, LetterDraft(token="bare", kind=kind, inquiry_id=inquiry.id))
    assert codes_of(refused) == {(name, "required") for name in DEMANDS[kind]}


def test_a_day_that_is_past_is_refused_at_its_field(desk: Desk) -> None:
    inquiry = recorded(desk, Disposition.D6)
    with pytest.raises(Invalid) as refused:
        letters.issue(desk, drafted(desk, inquiry, PaperKind.ZB, until=local("2026-11-23 17:30")))
    assert codes_of(refused) == {("until", "until_past")}


def test_a_text_that_cannot_be_kept_is_refused_at_its_field(desk: Desk) -> None:
    inquiry = recorded(desk, Disposition.D8)
    with pytest.raises(Invalid) as refused:
        letters.issue(desk, drafted(desk, inquiry, PaperKind.BS, reason="\ue000", basis="长" * 1001))
    assert {field for field, _code in codes_of(refused)} == {"reason", "basis"}


def test_a_kind_that_does_not_fit_the_record_is_refused(desk: Desk) -> None:
    for inquiry in (recorded(desk, Disposition.D1), recorded(desk, Disposition.D10)):
        with pytest.raises(Invalid) as refused:
            letters.issue(desk, drafted(desk, inquiry, PaperKind.SL, case_no="受理〔2026〕0001"))
        assert codes_of(refused) == {("kind", "letter_unfitting")}


def test_a_notice_to_supplement_is_no_letter_because_its_rows_are_ticked(desk: Desk) -> None:
    with pytest.raises(Invalid) as refused:
        letters.issue(desk, drafted(desk, recorded(desk), PaperKind.BZ))
    assert codes_of(refused) == {("kind", "letter_unfitting")}


def test_a_letter_stays_as_it_was_when_record_catalogue_office_and_wording_change(desk: Desk) -> None:
    inquiry = recorded(desk)
    before = issued(desk, inquiry)
    paper = letters.render(desk, before.id, A4).pdf
    matter = replace(catalogue.matter(desk, "JW-03"), name="别的事项", phone="1")
    catalogue.save_matter(desk, matter, desk.calendar.local(desk.clock()).date())
    office.edit_office(desk, replace(desk.office, name="别的处", university="别的大学"))
    kept = Wording(kind=PaperKind.SL, edition=0, statement="{matter}{no}{at}{due}", made_at=desk.clock(), made_by="")
    wordings.save(desk, kept)
    assert letters.by_id(desk, before.id) == before
    assert letters.render(desk, before.id, A4).pdf == paper
    assert issued(desk, inquiry, token="2").text.statement != before.text.statement


def test_a_preview_counts_as_nothing_and_a_reprint_bears_its_mark(desk: Desk, tmp_path: Path) -> None:
    letter = issued(desk, recorded(desk))
    letters.preview(desk, letter.id, A4)
    assert "补打" not in text_of(letters.render(desk, letter.id, A4).pdf)
    assert letters.printed(desk, letter.id).prints == 1
    assert "补打第1次" in "".join(text_of(letters.render(desk, letter.id, A4).pdf).split())
    saved = letters.save_paper(desk, letter.id, A4, tmp_path / "受理.pdf")
    assert saved.letter.prints == 2
    assert "补打第1次" in "".join(text_of((tmp_path / "受理.pdf").read_bytes()).split())


def test_a_draft_is_seen_without_a_number_and_with_blanks_for_what_is_not_known(desk: Desk) -> None:
    inquiry = recorded(desk)
    draft = letter_proposals.propose(desk, inquiry.id, PaperKind.YQ, "t")
    both = PaperForm(language=PaperLanguage.BOTH)
    found = "".join(text_of(letter_proposals.draft_preview(desk, draft, both).pdf).split())
    assert "预览" in found
    assert "（出具时编号）" in found
    assert "因＿＿＿＿，经＿＿＿＿批准" in found
    assert "PREVIEW" in found
    assert letters.of_inquiry(desk, inquiry.id) == ()
    assert check_numbers(desk) == ()


def check_numbers(desk: Desk) -> tuple[object, ...]:
    return check.check_folder(desk.store.folder).damage


def test_a_letter_is_found_by_code_and_number_however_typed(desk: Desk) -> None:
    letter = issued(desk, recorded(desk))
    code = letter.query_code
    for typed in (letter.number, "受 2026-1", "教务受[2026]第1号", "受1", code.lower(), f" {code[:3]}-{code[3:]}\n"):
        assert letters.find(desk, typed) == letter
    for typed in ("2026-1", "收1", "不受1", "'; DROP TABLE letter"):
        with pytest.raises(NotFound):
            letters.find(desk, typed)


def test_a_void_letter_keeps_its_number_and_is_not_printed_again(desk: Desk) -> None:
    letter = issued(desk, recorded(desk))
    with pytest.raises(Invalid) as refused:
        letters.void_letter(desk, letter.id, "  ")
    assert codes_of(refused) == {("reason", "required")}
    voided = letters.void_letter(desk, letter.id, "期限写错")
    assert (voided.void, voided.number) == (True, letter.number)
    for act in (lambda: letters.printed(desk, letter.id), lambda: letters.void_letter(desk, letter.id, "又")):
        with pytest.raises(Invalid):
            act()
    assert issued(desk, recorded(desk), token="2").number == "教务受〔2026〕第0002号"
    assert check_numbers(desk) == ()


def test_one_voids_what_others_wrote_only_with_the_right(desk: Desk, ben_desk: Desk, cara_desk: Desk) -> None:
    letter = issued(desk, recorded(desk))
    with pytest.raises(NotAllowed):
        letters.void_letter(ben_desk, letter.id, "写错")
    assert letters.void_letter(cara_desk, letter.id, "写错").void


def test_who_receives_nobody_issues_prints_and_previews_no_letters(desk: Desk, dan_desk: Desk) -> None:
    inquiry = recorded(desk)
    letter = issued(desk, inquiry)
    draft = drafted(desk, inquiry, PaperKind.SL, "2")
    for act in (
        lambda: letters.issue(dan_desk, draft),
        lambda: letters.preview(dan_desk, letter.id, A4),
        lambda: letters.printed(dan_desk, letter.id),
        lambda: letters.void_letter(dan_desk, letter.id, "写错"),
        lambda: letter_proposals.draft_preview(dan_desk, draft, A4),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_voided_record_takes_its_letters_along_and_tells_so(desk: Desk) -> None:
    inquiry = recorded(desk)
    letter = issued(desk, inquiry)
    corrections.void(desk, inquiry.id, VoidReason.MISTAKE, "登记错了")
    assert letters.by_id(desk, letter.id).void
    with pytest.raises(Invalid) as refused:
        letters.issue(desk, drafted(desk, inquiry, PaperKind.SL, "2"))
    assert codes_of(refused) == {("kind", "void_already")}
    assert check_numbers(desk) == ()


def test_a_printed_letter_keeps_its_record_from_being_undone(desk: Desk) -> None:
    inquiry = recorded(desk)
    letter = issued(desk, inquiry)
    letters.printed(desk, letter.id)
    with pytest.raises(NotAllowed) as refused:
        corrections.undo(desk, inquiry.id)
    assert refused.value.code == "undo_printed"
    unprinted = recorded(desk)
    other = issued(desk, unprinted, token="2")
    assert corrections.undo(desk, unprinted.id).status is Status.VOID
    assert letters.by_id(desk, other.id).void


def test_the_register_lists_the_letters_of_a_record_and_says_what_happened_to_them(desk: Desk) -> None:
    inquiry = recorded(desk)
    letter = issued(desk, inquiry)
    letters.printed(desk, letter.id)
    letters.void_letter(desk, letter.id, "期限写错")
    view = register.show(desk, inquiry.id)
    assert [each.number for each in view.letters] == [letter.number]
    lines = [history_line(entry, desk.calendar, Language.ZH) for entry in view.history]
    assert [(line.what, line.details) for line in lines[-3:]] == [
        ("出具受理通知单 教务受〔2026〕第0001号", ()),
        ("打印文书，第 1 次", ()),
        ("文书作废", ("理由：期限写错",)),
    ]


def test_every_act_on_a_letter_is_an_audit_entry(desk: Desk) -> None:
    letter = issued(desk, recorded(desk))
    letters.printed(desk, letter.id)
    letters.void_letter(desk, letter.id, "写错")
    acts = [entry.action for entry in journal.entries("Letter", letter.id)]
    assert acts == [Action.ISSUE_NOTICE, Action.PRINT_NOTICE, Action.VOID_OWN]


def test_every_kind_has_a_mark_of_its_own() -> None:
    assert len(set(MARKS.values())) == len(MARKS) == len(PaperKind)


def test_a_letter_may_speak_both_languages_on_any_paper(desk: Desk) -> None:
    letter = issued(desk, recorded(desk))
    for size in PaperSize:
        how = PaperForm(size=size, language=PaperLanguage.BOTH)
        found = "".join(text_of(letters.render(desk, letter.id, how).pdf).split())
        assert "受理通知单" in found
        assert "NoticeofAcceptance" in found
