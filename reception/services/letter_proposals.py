"""A letter before it is issued: which kinds fit a record, what is known already, what the paper would look like.

Source: handbook §2.2 (when each kind is written), §2.4 no. 6 (time to supplement), §3.4 (an extension).
"""

import dataclasses
from datetime import datetime

from reception.documents.papers import render_paper
from reception.documents.rendered import RenderedPaper
from reception.rules import letters
from reception.rules.cases import SUPPLEMENT, Case, CaseStatus, Referral
from reception.rules.catalogue import Matter, Unit
from reception.rules.inquiries import Inquiry
from reception.rules.letters import LetterDraft
from reception.rules.limits import Limit, LimitUnit
from reception.rules.papers import TICKED, PaperForm, PaperKind, PaperLanguage, PaperText
from reception.rules.staff import Action
from reception.services import paper_rights, presence, wordings
from reception.services.cases import due_of
from reception.services.desk import Desk
from reception.store import records
from reception.words import Language, limit_text
from reception.words.letters import LetterFacts, compose_letter, not_issued, state_words

_ANSWER = Limit(unit=LimitUnit.WD, n=1)
"""Within so long somebody who was urged answers."""
_NOW = frozenset({PaperKind.ZT, PaperKind.HF, PaperKind.BJ})
"""Kinds that tell of something which happens when they are written."""
_BLANK = "＿＿＿＿"


def kinds_for(desk: Desk, inquiry_id: int) -> tuple[PaperKind, ...]:
    """Give the kinds of letters that can be written for a record, the likeliest first.

    A notice to supplement needs papers that the catalogue names: nothing else may be asked for.
    """
    with desk.reading():
        inquiry = records.get(Inquiry, inquiry_id)
        case, matter = case_of(inquiry), matter_of(inquiry)
    ticked = matter is not None and bool(matter.materials)
    found = letters.kinds_for(inquiry, case)
    return tuple(kind for kind in found if ticked or kind not in TICKED)


def propose(desk: Desk, inquiry_id: int, kind: PaperKind, token: str) -> LetterDraft:
    """Give a draft filled with what record, case, transfer and catalogue know.

    Raises:
        NotAllowed: the record is restricted and not for this person.
        NotFound: there is no such record.
    """
    with desk.reading():
        inquiry = records.get(Inquiry, inquiry_id)
        paper_rights.refuse_record(desk, inquiry)
        case, matter = case_of(inquiry), matter_of(inquiry)
        handler = presence.handler_of(case, desk.clock()) if case else ""
        referrals = records.select(Referral, inquiry_id=inquiry.id)
        unit = records.find(Unit, code=inquiry.to_unit) if inquiry.to_unit else None
    referral = referrals[-1] if referrals else None
    draft = LetterDraft(
        token=token,
        kind=kind,
        inquiry_id=inquiry.id,
        case_no=case.case_no if case else "",
        basis="；".join(matter.basis) if matter else "",
        reason=inquiry.answer if kind is PaperKind.BS else "",
        body=unit.name if unit else "",
        body_place=inquiry.told_place or (unit.place if unit else ""),
        body_phone=inquiry.told_phone or (unit.phone if unit else ""),
        handler=handler,
        handler_phone=matter.phone if matter else "",
        result=inquiry.result or (matter.result if matter else ""),
        place=matter.place if matter else desk.office.place,
        to=referral.receiver if referral else inquiry.to_person,
        at=_at(desk, kind, case),
        due_at=case.due_at if case else None,
        until=referral.due_at if referral else None,
        provisional=case.provisional if case else False,
        papers=inquiry.papers,
    )
    return _for_case(desk, draft, case) if case is not None else draft


def _at(desk: Desk, kind: PaperKind, case: Case | None) -> datetime | None:
    if kind in _NOW:
        return desk.clock()
    return case.started_at if case is not None and kind is PaperKind.SL else None


def _for_case(desk: Desk, draft: LetterDraft, case: Case) -> LetterDraft:
    """Give a draft with what the clock of a case says now."""
    now, due = desk.calendar.local(desk.clock()), desk.calendar.local(case.due_at)
    if draft.kind is PaperKind.ZT:
        left = Limit(unit=LimitUnit.WD, n=desk.calendar.working_days_between(now.date(), due.date()))
        return dataclasses.replace(draft, left=limit_text(left, Language.ZH))
    if draft.kind is PaperKind.DB:
        state, until = state_words(due, now, Language.ZH), due_of(desk, desk.clock(), _ANSWER).at
        return dataclasses.replace(draft, to=case.officer, state=state, until=until)
    return dataclasses.replace(draft, due_at=None) if draft.kind is PaperKind.YQ else draft


def supplement_by(desk: Desk) -> datetime:
    """Give until when papers that are asked for today may be brought."""
    return due_of(desk, desk.clock(), SUPPLEMENT).at


def draft_preview(desk: Desk, draft: LetterDraft, how: PaperForm) -> RenderedPaper:
    """Give a letter that is not issued yet, marked 预览 and without a number; what is not known yet is a blank.

    Raises:
        NotFound: there is no such record.
        NotAllowed: the roles do not permit letters, or the record is restricted and not for this person.
    """
    desk.require(Action.ISSUE_NOTICE)
    with desk.reading():
        inquiry = records.get(Inquiry, draft.inquiry_id)
        paper_rights.refuse_record(desk, inquiry)
        facts = facts_of(desk, draft, inquiry, matter_of(inquiry), desk.clock())
    facts = dataclasses.replace(facts, number=not_issued(Language.ZH), blank=_BLANK)
    english = dataclasses.replace(facts, number=not_issued(Language.EN))
    texts = compose_letter(facts, Language.ZH), compose_letter(english, Language.EN)
    return render_paper(spoken(texts, how), how, preview=True)


def spoken(texts: tuple[PaperText, PaperText], how: PaperForm) -> tuple[PaperText, ...]:
    """Give of a Chinese and an English text those in the languages that were asked for."""
    if how.language is PaperLanguage.BOTH:
        return texts
    return (texts[1],) if how.language is PaperLanguage.EN else (texts[0],)


def facts_of(desk: Desk, draft: LetterDraft, inquiry: Inquiry, matter: Matter | None, now: datetime) -> LetterFacts:
    """Give what a letter is composed from, without number and query code, within a transaction."""

    def local(moment: datetime | None) -> datetime | None:
        return desk.calendar.local(moment) if moment else None

    return LetterFacts(
        draft=draft,
        number="",
        office=desk.office,
        inquiry=inquiry,
        matter=matter,
        issued_at=desk.calendar.local(now),
        at=local(draft.at),
        due_at=local(draft.due_at),
        until=local(draft.until),
        informed_by=presence.signed_on(inquiry, desk.account, now),
        query_code="",
        wording=wordings.in_force(draft.kind),
    )


def case_of(inquiry: Inquiry) -> Case | None:
    """Give the case of a record that is not void, within a transaction."""
    case = records.find(Case, inquiry_id=inquiry.id)
    return case if case is not None and case.status is not CaseStatus.VOID else None


def matter_of(inquiry: Inquiry) -> Matter | None:
    """Give the edition of the matter with which a record was made, within a transaction."""
    if not inquiry.matter_code or inquiry.matter_edition is None:
        return None
    return records.find(Matter, code=inquiry.matter_code, edition=inquiry.matter_edition)
