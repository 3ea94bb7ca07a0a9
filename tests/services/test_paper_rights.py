"""Papers of a complaint are for whoever may open its record, by every way that leads to a paper."""

from dataclasses import replace
from pathlib import Path

import pytest

from reception.errors import NotAllowed, NotFound
from reception.rules.inquiries import Disposition, Inquiry
from reception.rules.letters import Letter, LetterDraft
from reception.rules.notices import MaterialState, MaterialTick, Notice, NoticeDraft
from reception.rules.papers import PaperForm, PaperKind
from reception.rules.staff import Action
from reception.services import inquiries, letter_openings, letter_proposals, letters, notices, printing
from reception.services.desk import Desk
from reception.store.database import Store
from tests.cast import BEN, CARA, Clock, desk_of
from tests.drafts import draft_of

A4 = PaperForm()


def issued(desk: Desk) -> Letter:
    inquiry = inquiries.record(desk, draft_of(Disposition.D3)).inquiry
    return letters.issue(desk, letter_proposals.propose(desk, inquiry.id, PaperKind.SL, "t"))


def letter_of_a_complaint(desk: Desk) -> Letter:
    """Give a letter whose record is a complaint; no act writes one, but a store may hold one."""
    letter = issued(desk)
    with desk.work(Action.RECORD) as work:
        inquiry = work.get(Inquiry, letter.inquiry_id)
        work.log(work.change(replace(inquiry, restricted=True)))
        hidden = work.change(replace(letter, restricted=True))
        work.log(hidden)
    return hidden


def notice_of_a_complaint(desk: Desk, draft: NoticeDraft) -> Notice:
    """Give a notice whose record is a complaint; no act issues one, but a store may hold one."""
    issued_one = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), draft).notice
    assert issued_one is not None
    with desk.work(Action.RECORD) as work:
        inquiry = work.get(Inquiry, issued_one.inquiry_id)
        work.log(work.change(replace(inquiry, restricted=True)))
        hidden = work.change(replace(issued_one, restricted=True))
        work.log(hidden)
    return hidden


@pytest.mark.parametrize("name", [BEN, CARA])
def test_a_letter_of_a_complaint_is_only_for_who_may_open_the_record(
    desk: Desk, store: Store, clock: Clock, tmp_path: Path, name: str
) -> None:
    letter, other = letter_of_a_complaint(desk), desk_of(store, name, clock)
    job = printing.begin(desk, PaperKind.SL, letter.id, A4, "前台").job
    for act in (
        lambda: letters.by_id(other, letter.id),
        lambda: letters.preview(other, letter.id, A4),
        lambda: letters.render(other, letter.id, A4),
        lambda: letters.printed(other, letter.id),
        lambda: letters.save_paper(other, letter.id, A4, tmp_path / "x.pdf"),
        lambda: letters.void_letter(other, letter.id, "写错"),
        lambda: printing.begin(other, PaperKind.SL, letter.id, A4, "前台"),
        lambda: printing.save(other, PaperKind.SL, letter.id, A4, tmp_path / "x.pdf"),
        lambda: printing.repeat(other, job.id),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.code == "restricted"
    for typed in (letter.number, letter.query_code):
        with pytest.raises(NotFound):
            letters.find(other, typed)
    assert letters.of_inquiry(other, letter.inquiry_id) == ()
    assert not (tmp_path / "x.pdf").exists()
    assert letters.find(desk, letter.number).prints == 1


@pytest.mark.parametrize("kind", [PaperKind.SL, PaperKind.BS, PaperKind.BZ])
def test_no_draft_and_no_preview_tell_of_a_complaint(desk: Desk, cara_desk: Desk, kind: PaperKind) -> None:
    inquiry = inquiries.record(desk, draft_of(Disposition.D10, matter="JW-03")).inquiry
    bare = LetterDraft(token="t", kind=kind, inquiry_id=inquiry.id)
    for act in (
        lambda: letter_proposals.propose(cara_desk, inquiry.id, kind, "t"),
        lambda: letter_proposals.draft_preview(cara_desk, bare, A4),
        lambda: letter_openings.preview(cara_desk, bare, A4),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert (refused.value.code, refused.value.values) == ("restricted", {"number": inquiry.reg_no})


@pytest.mark.parametrize("name", [BEN, CARA])
def test_a_notice_of_a_complaint_is_only_for_who_may_open_the_record(
    desk: Desk, store: Store, clock: Clock, tmp_path: Path, name: str
) -> None:
    ticks = tuple(MaterialTick(no=no, state=MaterialState.MISSING) for no in range(1, 5))
    notice = notice_of_a_complaint(desk, NoticeDraft(ticks=ticks))
    other = desk_of(store, name, clock)
    for act in (
        lambda: notices.by_id(other, notice.id),
        lambda: notices.preview(other, notice.id, A4),
        lambda: notices.render(other, notice.id, A4),
        lambda: notices.printed(other, notice.id),
        lambda: notices.save_paper(other, notice.id, A4, tmp_path / "x.pdf"),
        lambda: printing.begin(other, PaperKind.YC, notice.id, A4, "前台"),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.code == "restricted"
    for typed in (notice.number, notice.query_code):
        with pytest.raises(NotFound):
            notices.find(other, typed)
    assert notices.of_inquiry(other, notice.inquiry_id) == ()
    assert notices.find(desk, notice.number) == notice
