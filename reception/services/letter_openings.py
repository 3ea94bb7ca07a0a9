"""What a person finds who begins to write a paper for a record, and what the paper would look like as it stands."""

from dataclasses import dataclass, replace

from reception.documents.papers import render_paper
from reception.documents.rendered import RenderedPaper
from reception.errors import Invalid, Reason
from reception.rules import notice_check
from reception.rules.cases import SUPPLEMENT
from reception.rules.catalogue import Matter
from reception.rules.inquiries import Inquiry, PersonKind
from reception.rules.letters import LetterDraft, act_of
from reception.rules.notices import NoticeDraft
from reception.rules.papers import TICKED, PaperForm, PaperKind, PaperLanguage
from reception.rules.staff import Action
from reception.services import letter_proposals, notices, paper_rights
from reception.services.cases import due_of
from reception.services.desk import Desk
from reception.services.letter_proposals import kinds_for, matter_of, spoken
from reception.store import records
from reception.words import Language
from reception.words.letters import not_issued
from reception.words.notices import compose
from reception.words.paper_forms import paper_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A record for which a paper is written: what it is about, and the kinds that fit, the likeliest first.

    `foreign` tells that the visitor may read English rather than Chinese; `matter` is the edition of the record.
    `by_act` tells that a case is under way, whose end, stops and extensions write their own letters.
    """

    reg_no: str
    matter_name: str
    kinds: tuple[PaperKind, ...]
    foreign: bool
    matter: Matter | None
    by_act: bool = False


def opening(desk: Desk, inquiry_id: int) -> Opening:
    """Give what is to be known before a paper is written for a record.

    Raises:
        NotFound: there is no such record.
        NotAllowed: the roles do not permit papers.
    """
    desk.require(Action.ISSUE_NOTICE)
    with desk.reading():
        inquiry = records.get(Inquiry, inquiry_id)
        matter, case = matter_of(inquiry), letter_proposals.case_of(inquiry)
    return Opening(
        reg_no=inquiry.reg_no,
        matter_name="" if inquiry.restricted else inquiry.matter_name,
        kinds=kinds_for(desk, inquiry_id),
        foreign=inquiry.person_kind is PersonKind.INTERNATIONAL,
        matter=None if inquiry.restricted else matter,
        by_act=not inquiry.restricted and act_of(PaperKind.BJ, case) is not None,
    )


def preview(desk: Desk, draft: LetterDraft, how: PaperForm, ticks: NoticeDraft | None = None) -> RenderedPaper:
    """Give a paper that is not issued yet, marked 预览 and without a number.

    Raises:
        Invalid: the kind is ticked, and not every row is.
        NotAllowed: the roles do not permit papers, or the record is restricted and not for this person.
    """
    if draft.kind not in TICKED:
        return letter_proposals.draft_preview(desk, draft, how)
    desk.require(Action.ISSUE_NOTICE)
    with desk.reading():
        inquiry = records.get(Inquiry, draft.inquiry_id)
        paper_rights.refuse_record(desk, inquiry)
        matter = matter_of(inquiry)
        if matter is None:
            raise Invalid(Reason(code="notice_without_matter", field="matter"))
        settled = notice_check.settle(ticks or NoticeDraft(), matter)
        now = desk.clock()
        wait = due_of(desk, now, SUPPLEMENT) if settled.missing else None
        facts = notices.facts_of(desk, now, inquiry, matter, settled, wait, draft.kind)
    chinese, english = (compose(replace(facts, number=not_issued(each)), each) for each in Language)
    texts = paper_of(chinese, kind=draft.kind), paper_of(english, PaperLanguage.EN, draft.kind)
    return render_paper(spoken(texts, how), how, preview=True)
