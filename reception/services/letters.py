"""The letters of the family: issued once with a number, printed as often as needed, found again, void with a reason.

Their texts are frozen in both languages at issue; what a record becomes later changes no letter.
Source: handbook §2.2, §2.3.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reception.documents.papers import render_paper
from reception.documents.rendered import RenderedPaper
from reception.errors import Conflict, Invalid, NotFound, Reason
from reception.rules import letters
from reception.rules.faults import printable
from reception.rules.inquiries import Inquiry, Status
from reception.rules.letters import Letter, LetterDraft
from reception.rules.notices import notice_number
from reception.rules.papers import MARKS, TICKED, PaperForm, PaperKind, PaperText
from reception.rules.slip_numbers import LONGEST, read_slip
from reception.rules.staff import Action
from reception.rules.text_lengths import cleaned_text, cleaned_texts
from reception.services import case_clock, counted_prints, paper_rights
from reception.services.desk import Desk, Work
from reception.services.letter_proposals import case_of, facts_of, matter_of, spoken
from reception.services.notices import free_code, random_code
from reception.services.rereading import reread
from reception.store import records
from reception.store.models import LetterRow
from reception.words import Language
from reception.words.letters import compose_letter
from reception.words.notices import copy_mark

REASON_LENGTH = 1000
_L: Any = LetterRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLetter:
    """A rendered letter and its record after the print was counted."""

    letter: Letter
    paper: RenderedPaper


def issue(desk: Desk, draft: LetterDraft) -> Letter:
    """Issue a letter; the same token gives the same letter again.

    Raises:
        Invalid: everything that the letter lacks, each at its field; or no such letter is written for the record.
        Conflict: the token is that of another letter, or kept for one that follows from an act.
        NotFound: there is no such record.
        NotAllowed: the account may not issue notices.
    """
    if draft.token.startswith(letters.OF_ACTS):
        raise Conflict("conflict", kind="Letter", id=0)
    with desk.work(Action.ISSUE_NOTICE) as work:
        earlier = work.find(Letter, token=printable(draft.token))
        if earlier is None:
            return issue_within(work, draft)
        if (earlier.inquiry_id, earlier.kind) != (draft.inquiry_id, draft.kind):
            raise Conflict("conflict", kind="Letter", id=earlier.id)
        return earlier


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
    draft = _checked(work, draft, inquiry, also)
    matter = matter_of(inquiry)
    year = work.today.year
    mark = MARKS[draft.kind]
    serial = work.next_number(mark, year)
    office = work.desk.office
    facts = replace(
        facts_of(work.desk, draft, inquiry, matter, work.now),
        number=notice_number(office.short_name, year, serial, office.number_style, mark),
        query_code=free_code(codes),
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


def _checked(work: Work, draft: LetterDraft, inquiry: Inquiry, also: tuple[PaperKind, ...]) -> LetterDraft:
    """Give a draft with its texts cleaned.

    Raises:
        Invalid: what is wrong with it, or why no such letter is written for the record.
    """
    draft, unclean = cleaned_texts(draft, letters.LENGTHS)
    reasons = (*unclean, *letters.check(draft))
    if draft.until is not None and work.desk.calendar.local(draft.until).date() < work.today:
        reasons = (*reasons, Reason(code="until_past", field="until"))
    unfitting = _unfitting(draft.kind, inquiry, also)
    if unfitting is not None:
        raise Invalid(unfitting)
    if reasons:
        raise Invalid(*reasons)
    return draft


def _unfitting(kind: PaperKind, inquiry: Inquiry, also: tuple[PaperKind, ...]) -> Reason | None:
    """Give why no letter of a kind is written for a record; where an act on its case writes it, which one."""
    if inquiry.status is Status.VOID:
        return Reason(code="void_already", field="kind")
    case = case_of(inquiry)
    if kind in (*letters.kinds_for(inquiry, case), *also) and kind not in TICKED:
        return None
    act = letters.act_of(kind, case)
    if act is None or case is None or inquiry.restricted:
        return Reason(code="letter_unfitting", field="kind")
    return Reason(code="letter_by_act", field="kind", values={"paper": kind, "act": act, "number": case.case_no})


def by_id(desk: Desk, letter_id: int) -> Letter:
    """Give a letter as it is now.

    Raises:
        NotFound: there is none.
        NotAllowed: its record is restricted and not for this person.
    """
    with desk.reading():
        letter = records.get(Letter, letter_id)
        paper_rights.refuse_hidden(desk, letter)
        return letter


def of_inquiry(desk: Desk, inquiry_id: int) -> tuple[Letter, ...]:
    """Give the letters of a record, in the order of issue; none of a restricted one that is not for this person."""
    with desk.reading():
        found = records.select(Letter, _L.inquiry_id == inquiry_id, order=[_L.id])
        return tuple(letter for letter in found if paper_rights.may_see(desk, letter))


def find(desk: Desk, number_or_code: str) -> Letter:
    """Give the letter of a number, its parts, or a query code, however typed.

    Raises:
        NotFound: there is none, or its record is restricted and not for this person.
    """
    with desk.reading():
        letter = find_within(desk, number_or_code)
        if letter is not None and not paper_rights.may_see(desk, letter):
            letter = None
    if letter is None:
        raise NotFound("no_such_paper", number=number_or_code.strip())
    return letter


def find_within(desk: Desk, typed: str) -> Letter | None:
    """Give the letter that a number, its parts or a query code name, within a transaction; None where there is none."""
    found = records.find(Letter, _L.number == printable("".join(typed[:LONGEST].split())))
    if found is not None:
        return found
    asked = read_slip(typed)
    if asked.code:
        return records.find(Letter, query_code=asked.code)
    if asked.serial is None:
        return None
    year = asked.year or desk.calendar.local(desk.clock()).year
    kind = next(kind for kind, mark in MARKS.items() if mark == asked.mark)
    return records.find(Letter, _L.kind == kind, _L.year == year, _L.serial == asked.serial)


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
    return _drawn(by_id(desk, letter_id), how)


def _drawn(letter: Letter, how: PaperForm) -> RenderedPaper:
    texts = texts_of(letter, how)
    paper = render_paper(texts, how, copy_mark=copy_mark(letter.prints))
    reread(paper, texts[0])
    return paper


def texts_of(letter: Letter, how: PaperForm) -> tuple[PaperText, ...]:
    """Give the frozen texts of a letter in the languages that were asked for; an internal one may be English too."""
    return spoken((letter.text, letter.text_en), how)


def printed(desk: Desk, letter_id: int) -> Letter:
    """Count a print that was sent; the next one will say 补打第 N 次.

    Raises:
        Invalid: the letter is void.
    """
    with desk.work(Action.PRINT_NOTICE) as work:
        return counted_prints.count(work, Letter, letter_id)


def save_paper(desk: Desk, letter_id: int, how: PaperForm, target: Path) -> PrintedLetter:
    """Write the paper into a file instead of printing it; that counts as a print, unless the file cannot be written.

    Raises:
        Invalid: the letter is void.
        Unavailable: the folder cannot be written, the disk is full, or another program holds the file.
    """
    letter, paper = counted_prints.save(desk, Letter, letter_id, lambda letter: _drawn(letter, how), target)
    return PrintedLetter(letter=letter, paper=paper)


def void_letter(desk: Desk, letter_id: int, reason: str) -> Letter:
    """Void a letter that was written wrongly; number and text are kept (handbook §2.3).

    Raises:
        Invalid: it is void already, or no reason is given.
        NotAllowed: another wrote it and the account may not void what others wrote.
    """
    reason = cleaned_text(reason, "reason", REASON_LENGTH)
    with desk.work(Action.VOID_OWN) as work:
        letter = work.get(Letter, letter_id)
        paper_rights.refuse_hidden(desk, letter)
        if letter.issued_by_id != desk.account.id:
            desk.require(Action.VOID_ANY)
        if letter.void:
            raise Invalid(Reason(code="letter_void_already", field="reason", values={"number": letter.number}))
        if not reason:
            raise Invalid(Reason(code="required", field="reason"))
        changed = work.change(replace(letter, void=True))
        work.log(changed, reason=reason)
        case_clock.letter_voided(work, changed)
    return changed


def void_for(work: Work, inquiry: Inquiry) -> None:
    """Void the letters of a record that is being voided; numbers and texts are kept."""
    for letter in records.select(Letter, inquiry_id=inquiry.id, void=False):
        work.log(work.change(replace(letter, void=True)))
