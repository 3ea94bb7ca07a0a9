"""The letters of the family: proposed for a record, issued once with a number, printed as often as needed.

Their texts are frozen in both languages at issue; what a record becomes later changes no letter.
Source: handbook §2.2, §2.3.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.documents.papers import render_paper
from reception.documents.rendered import RenderedPaper
from reception.errors import Invalid, NotFound, Reason
from reception.rules import letters
from reception.rules.cases import Case, CaseStatus, Referral
from reception.rules.catalogue import Matter, Unit
from reception.rules.inquiries import Inquiry, Status
from reception.rules.letters import Letter, LetterDraft
from reception.rules.notices import Notice, notice_number
from reception.rules.papers import INTERNAL, MARKS, PaperForm, PaperKind, PaperLanguage, PaperText
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_texts
from reception.services import wordings
from reception.services.desk import Desk, Work
from reception.services.notices import random_code
from reception.services.rereading import reread
from reception.store import records
from reception.store.models import LetterRow
from reception.words import Language
from reception.words.letters import LetterFacts, compose_letter
from reception.words.notices import copy_mark

_L: Any = LetterRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the record already says for a letter, so that no field is typed twice."""

    inquiry: Inquiry
    kinds: tuple[PaperKind, ...]
    draft: LetterDraft


def kinds_for(desk: Desk, inquiry_id: int) -> tuple[PaperKind, ...]:
    """Give the kinds of letters that can be written for a record."""
    with desk.reading():
        inquiry = records.get(Inquiry, inquiry_id)
        case = _case(inquiry)
    return letters.kinds_for(inquiry, with_case=case is not None)


def propose(desk: Desk, inquiry_id: int, kind: PaperKind, token: str) -> LetterDraft:
    """Give a draft filled with what record, case, transfer and catalogue know.

    Raises:
        NotFound: there is no such record.
    """
    with desk.reading():
        inquiry = records.get(Inquiry, inquiry_id)
        case, matter = _case(inquiry), _matter(inquiry)
        referral = records.find(Referral, inquiry_id=inquiry.id)
        unit = records.find(Unit, code=inquiry.to_unit) if inquiry.to_unit else None
    return LetterDraft(
        token=token,
        kind=kind,
        inquiry_id=inquiry.id,
        case_no=case.case_no if case else "",
        basis="；".join(matter.basis) if matter else "",
        reason=inquiry.answer if kind is PaperKind.BS else "",
        body=unit.name if unit else "",
        body_place=inquiry.told_place or (unit.place if unit else ""),
        body_phone=inquiry.told_phone or (unit.phone if unit else ""),
        handler=case.officer if case else "",
        result=inquiry.result or (matter.result if matter else ""),
        place=matter.place if matter else desk.office.place,
        to=referral.receiver if referral else inquiry.to_person,
        at=case.started_at if case and kind is PaperKind.SL else None,
        due_at=case.due_at if case else None,
        until=referral.due_at if referral else None,
        provisional=case.provisional if case else False,
        papers=inquiry.papers,
    )


def issue(desk: Desk, draft: LetterDraft) -> Letter:
    """Issue a letter; the same token gives the same letter again.

    Raises:
        Invalid: everything that the letter lacks, each at its field; or no such letter is written for the record.
        NotFound: there is no such record.
        NotAllowed: the account may not issue notices.
    """
    with desk.work(Action.ISSUE_NOTICE) as work:
        earlier = work.find(Letter, token=draft.token)
        return earlier if earlier is not None else issue_within(work, draft)


def issue_within(
    work: Work, draft: LetterDraft, codes: Callable[[], str] = random_code, also: tuple[PaperKind, ...] = ()
) -> Letter:
    """Issue a letter within a work that is under way; the number is used up only if the work commits.

    Args:
        work: under way.
        draft: what the letter says.
        codes: gives query codes.
        also: kinds that the course of things calls for, besides those that the record's way leads to.

    Raises:
        Invalid: as for `issue`.
    """
    work.desk.require(Action.ISSUE_NOTICE)
    inquiry = work.get(Inquiry, draft.inquiry_id)
    draft = _checked(draft, inquiry, also)
    matter = _matter(inquiry)
    year = work.today.year
    mark = MARKS[draft.kind]
    serial = work.next_number(mark, year)
    office = work.desk.office
    facts = LetterFacts(
        draft=draft,
        number=notice_number(office.short_name, year, serial, office.number_style, mark),
        office=office,
        inquiry=inquiry,
        matter=matter,
        issued_at=work.desk.calendar.local(work.now),
        at=_local(work.desk, draft.at),
        due_at=_local(work.desk, draft.due_at),
        until=_local(work.desk, draft.until),
        informed_by=work.desk.account.name,
        query_code=_free_code(codes),
        wording=wordings.in_force(draft.kind),
    )
    added = work.add(
        Letter(
            token=draft.token,
            kind=draft.kind,
            number=facts.number,
            year=year,
            serial=serial,
            inquiry_id=inquiry.id,
            case_no=draft.case_no,
            matter_code=matter.code if matter else "",
            matter_edition=matter.edition if matter else None,
            text=compose_letter(facts, Language.ZH),
            text_en=compose_letter(facts, Language.EN),
            query_code=facts.query_code,
            issued_at=work.now,
            issued_by_id=work.desk.account.id,
            issued_by=work.desk.account.name,
            restricted=inquiry.restricted,
        )
    )
    work.log(added)
    return added


def _checked(draft: LetterDraft, inquiry: Inquiry, also: tuple[PaperKind, ...]) -> LetterDraft:
    """Give a draft with its texts cleaned.

    Raises:
        Invalid: what is wrong with it, or why no such letter is written for the record.
    """
    draft, unclean = cleaned_texts(draft, letters.LENGTHS)
    reasons = (*unclean, *letters.check(draft))
    if inquiry.status is Status.VOID:
        reasons = (Reason(code="void_already", field="kind"),)
    elif draft.kind not in (*letters.kinds_for(inquiry, with_case=_case(inquiry) is not None), *also):
        reasons = (Reason(code="letter_unfitting", field="kind"),)
    if reasons:
        raise Invalid(*reasons)
    return draft


def _local(desk: Desk, moment: datetime | None) -> datetime | None:
    return desk.calendar.local(moment) if moment else None


def _case(inquiry: Inquiry) -> Case | None:
    case = records.find(Case, inquiry_id=inquiry.id)
    return case if case is not None and case.status is not CaseStatus.VOID else None


def _matter(inquiry: Inquiry) -> Matter | None:
    if not inquiry.matter_code or inquiry.matter_edition is None:
        return None
    return records.find(Matter, code=inquiry.matter_code, edition=inquiry.matter_edition)


def _free_code(codes: Callable[[], str]) -> str:
    """Give a query code that neither a letter nor a notice has."""
    while True:
        code = codes()
        if records.find(Letter, query_code=code) is None and records.find(Notice, query_code=code) is None:
            return code


def by_id(desk: Desk, letter_id: int) -> Letter:
    """Give a letter as it is now.

    Raises:
        NotFound: there is none.
    """
    with desk.reading():
        return records.get(Letter, letter_id)


def of_inquiry(desk: Desk, inquiry_id: int) -> tuple[Letter, ...]:
    """Give the letters of a record, in the order of issue."""
    with desk.reading():
        return tuple(records.select(Letter, _L.inquiry_id == inquiry_id, order=[_L.id]))


def find(desk: Desk, number_or_code: str) -> Letter:
    """Give the letter of a number or a query code, typed in any case, with or without blanks.

    Raises:
        NotFound: there is none.
    """
    typed = "".join(number_or_code.split())[:60]
    with desk.reading():
        letter = records.find(Letter, (_L.number == typed) | (_L.query_code == typed.replace("-", "").upper()))
    if letter is None:
        raise NotFound("no_such_notice", number=number_or_code)
    return letter


def preview(desk: Desk, letter_id: int, how: PaperForm) -> RenderedPaper:
    """Give the paper marked 预览; it counts as nothing."""
    desk.require(Action.PRINT_NOTICE)
    letter = by_id(desk, letter_id)
    return render_paper(texts_of(letter, how), how, preview=True)


def render(desk: Desk, letter_id: int, how: PaperForm) -> RenderedPaper:
    """Give the paper as the next print will be, read back; the print itself is counted by `printed`.

    Raises:
        Unavailable: the paper does not say the name and number that it must.
    """
    desk.require(Action.PRINT_NOTICE)
    letter = by_id(desk, letter_id)
    paper = render_paper(texts_of(letter, how), how, copy_mark=copy_mark(letter.prints))
    reread(paper, letter.text)
    return paper


def texts_of(letter: Letter, how: PaperForm) -> tuple[PaperText, ...]:
    """Give the texts of a letter in the languages that were asked for; an internal paper may be in English too."""
    if how.language is PaperLanguage.EN:
        return (letter.text_en,)
    return (letter.text, letter.text_en) if how.language is PaperLanguage.BOTH else (letter.text,)


def printed(desk: Desk, letter_id: int) -> Letter:
    """Count a print that was sent; the next one will say 补打第 N 次.

    Raises:
        Invalid: the letter is void.
    """
    with desk.work(Action.PRINT_NOTICE) as work:
        letter = work.get(Letter, letter_id)
        if letter.void:
            raise Invalid(Reason(code="void_already", field="number"))
        changed = work.change(replace(letter, prints=letter.prints + 1, last_printed_at=work.now))
        work.log(changed)
    return changed


def void_letter(desk: Desk, letter_id: int, reason: str) -> Letter:
    """Void a letter that was written wrongly; number and text are kept (handbook §2.3).

    Raises:
        Invalid: it is void already, or no reason is given.
        NotAllowed: another wrote it and the account may not void what others wrote.
    """
    with desk.work(Action.VOID_OWN) as work:
        letter = work.get(Letter, letter_id)
        if letter.issued_by_id != desk.account.id:
            desk.require(Action.VOID_ANY)
        if letter.void or not reason.strip():
            code = "void_already" if letter.void else "required"
            raise Invalid(Reason(code=code, field="reason"))
        changed = work.change(replace(letter, void=True))
        work.log(changed, reason=reason.strip()[:1000])
    return changed


def void_for(work: Work, inquiry: Inquiry) -> None:
    """Void the letters of a record that is being voided; numbers and texts are kept."""
    for letter in records.select(Letter, inquiry_id=inquiry.id, void=False):
        work.log(work.change(replace(letter, void=True)))


def stays_inside(kind: PaperKind) -> bool:
    """Tell whether a kind is never handed to a visitor."""
    return kind in INTERNAL
