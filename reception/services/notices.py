"""One-time notices: issued once with a number, printed as often as needed, found by number or query code."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from reception.documents.papers import render_paper, warm
from reception.documents.rendered import RenderedPaper as RenderedPaper  # noqa: PLC0414 -- windows take it from here
from reception.errors import Invalid, NotFound, Reason
from reception.rules import notice_check
from reception.rules.cases import SUPPLEMENT
from reception.rules.catalogue import Matter, Unit
from reception.rules.faults import printable
from reception.rules.inquiries import Inquiry, Status
from reception.rules.letters import Letter
from reception.rules.notices import (
    QUERY_ALPHABET,
    QUERY_LENGTH,
    Notice,
    NoticeDraft,
    notice_number,
)
from reception.rules.papers import MARKS, PaperForm, PaperKind, PaperLanguage, PaperText
from reception.rules.slip_numbers import LONGEST, read_slip
from reception.rules.staff import Action
from reception.rules.supplements import Supplement
from reception.services import acceptance, chains, counted_prints, paper_rights, presence, wordings
from reception.services.cases import Due, await_papers, due_of
from reception.services.desk import Desk, Work
from reception.services.rereading import reread
from reception.store import records
from reception.store.models import MatterRow, NoticeRow, UnitRow
from reception.words import Language
from reception.words.notices import NoticeFacts, compose, copy_mark
from reception.words.paper_forms import paper_of

_N: Any = NoticeRow
_M: Any = MatterRow
_U: Any = UnitRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A rendered notice and its record after the print was counted."""

    notice: Notice
    paper: RenderedPaper


def faults(draft: NoticeDraft, matter: Matter) -> tuple[Reason, ...]:
    """Give what is wrong with the ticks, without raising, so that a form can show it beside its own mistakes."""
    try:
        notice_check.settle(draft, matter)
    except Invalid as refused:
        return refused.reasons
    return ()


def issue(desk: Desk, inquiry_id: int, draft: NoticeDraft, kind: PaperKind = PaperKind.YC) -> Notice:
    """Issue a one-time notice, or with BZ a notice to supplement, for a recorded inquiry.

    Raises:
        Invalid: a row is blank or wrong, the record has no matter or is void, a second notice gives no reason, or
            nothing is missing and there is nothing to supplement.
        NotFound: there is no such record.
    """
    with desk.work(Action.ISSUE_NOTICE) as work:
        inquiry = work.get(Inquiry, inquiry_id)
        if inquiry.restricted or inquiry.status is Status.VOID or not inquiry.matter_code:
            code = "void_already" if inquiry.status is Status.VOID else "notice_without_matter"
            raise Invalid(Reason(code=code, field="matter"))
        matter = records.find(Matter, _M.code == inquiry.matter_code, _M.edition == inquiry.matter_edition)
        if matter is None:
            raise NotFound("not_found", kind="Matter", id=inquiry.id)
        return issue_within(work, inquiry, matter, draft, kind=kind)


def random_code() -> str:
    """Give a query code that nobody can guess."""
    return "".join(secrets.choice(QUERY_ALPHABET) for _ in range(QUERY_LENGTH))


def issue_within(
    work: Work,
    inquiry: Inquiry,
    matter: Matter,
    draft: NoticeDraft,
    codes: Callable[[], str] = random_code,
    kind: PaperKind = PaperKind.YC,
) -> Notice:
    """Issue a notice within a work that is under way; the number is used up only if the work commits.

    Raises:
        Invalid: as for `issue`.
    """
    work.desk.require(Action.ISSUE_NOTICE)
    settled = notice_check.settle(draft, matter)
    if kind is PaperKind.BZ and not settled.missing:
        raise Invalid(Reason(code="nothing_to_supplement", field="materials"))
    waits = notice_check.check_second(settled, chains.earlier_notices(inquiry), matter, draft.second_reason)
    year = work.today.year
    serial = work.next_number(MARKS[kind], year)
    supplement = due_of(work.desk, work.now, SUPPLEMENT) if settled.missing else None
    office = work.desk.office
    facts = replace(
        facts_of(work.desk, work.now, inquiry, matter, settled, supplement, kind),
        number=notice_number(office.short_name, year, serial, office.number_style, MARKS[kind]),
        query_code=free_code(codes),
    )
    added = work.add(
        Notice(
            inquiry_id=inquiry.id,
            kind=kind.value,
            number=facts.number,
            year=year,
            serial=serial,
            matter_code=matter.code,
            matter_edition=matter.edition,
            text=compose(facts),
            verdict=settled.verdict,
            missing=settled.missing,
            query_code=facts.query_code,
            issued_at=work.now,
            issued_by_id=work.desk.account.id,
            issued_by=work.desk.account.name,
            supplement_by=supplement.at if supplement else None,
            second_reason=draft.second_reason if waits else None,
            released=not waits,
            restricted=inquiry.restricted,
            text_en=compose(facts, Language.EN),
        )
    )
    work.log(added)
    if supplement is not None:
        await_papers(work, inquiry, supplement)
    _tick_again(work, inquiry, settled)
    return added


def facts_of(
    desk: Desk,
    now: datetime,
    inquiry: Inquiry,
    matter: Matter,
    settled: notice_check.Settled,
    supplement: Due | None,
    kind: PaperKind,
) -> NoticeFacts:
    """Give what a notice is composed from, without number and query code, within a transaction."""
    start = acceptance.accepted_within(desk, matter.code, now)
    due = due_of(desk, start, matter.limit) if matter.limit else None
    return NoticeFacts(
        number="",
        office=desk.office,
        counter=desk.counter,
        inquiry=inquiry,
        matter=matter,
        unit=records.find(Unit, _U.code == matter.unit_code),
        settled=settled,
        told_at=desk.calendar.local(now),
        due_at=desk.calendar.local(due.at) if due else None,
        provisional=bool((due and due.provisional) or (supplement and supplement.provisional)),
        supplement_by=desk.calendar.local(supplement.at) if supplement else None,
        informed_by=presence.signed_on(inquiry, desk.account, now),
        query_code="",
        kind=kind,
        wording=wordings.in_force(kind),
    )


def _tick_again(work: Work, inquiry: Inquiry, settled: notice_check.Settled) -> None:
    """Let what a returning visitor brought be what the notice of his visit says."""
    before = work.find(Supplement, inquiry_id=inquiry.id)
    if before is None:
        return
    now = replace(before, ticks=settled.ticks, verdict=settled.verdict, missing=settled.missing)
    if now != before:
        work.log(work.change(now))


def free_code(codes: Callable[[], str]) -> str:
    """Give a query code that neither a notice nor a letter has, within a transaction."""
    while True:
        code = codes()
        if records.find(Notice, query_code=code) is None and records.find(Letter, query_code=code) is None:
            return code


def find(desk: Desk, number_or_code: str) -> Notice:
    """Give the notice of a number, its parts, or a query code, however typed.

    Raises:
        NotFound: there is none, or its record is restricted and not for this person.
    """
    with desk.reading():
        notice = find_within(desk, number_or_code)
        if notice is not None and not paper_rights.may_see(desk, notice):
            notice = None
    if notice is None:
        raise NotFound("no_such_notice", number=number_or_code)
    return notice


def find_within(desk: Desk, typed: str) -> Notice | None:
    """Give the notice that a number, its parts or a query code name, within a transaction; None where there is none."""
    found = records.find(Notice, _N.number == printable("".join(typed[:LONGEST].split())))
    if found is not None:
        return found
    asked = read_slip(typed)
    if asked.code:
        return records.find(Notice, query_code=asked.code)
    if asked.serial is None:
        return None
    year = asked.year or desk.calendar.local(desk.clock()).year
    kind = next(kind for kind, mark in MARKS.items() if mark == asked.mark)
    return records.find(Notice, _N.kind == kind.value, _N.year == year, _N.serial == asked.serial)


def by_id(desk: Desk, notice_id: int) -> Notice:
    """Give a notice as it is now, with the number of its prints.

    Raises:
        NotFound: there is none.
        NotAllowed: its record is restricted and not for this person.
    """
    with desk.reading():
        notice = records.get(Notice, notice_id)
        paper_rights.refuse_hidden(desk, notice)
        return notice


def of_inquiry(desk: Desk, inquiry_id: int) -> tuple[Notice, ...]:
    """Give the notices of a record, in the order of issue; none of a restricted one that is not for this person."""
    with desk.reading():
        found = records.select(Notice, _N.inquiry_id == inquiry_id, order=[_N.id])
        return tuple(notice for notice in found if paper_rights.may_see(desk, notice))


def preview(desk: Desk, notice_id: int, how: PaperForm) -> RenderedPaper:
    """Give the paper marked 预览; it counts as nothing."""
    desk.require(Action.PRINT_NOTICE)
    notice = by_id(desk, notice_id)
    return render_paper(texts_of(notice, how), how, preview=True)


def render(desk: Desk, notice_id: int, how: PaperForm) -> RenderedPaper:
    """Give the paper as the next print will be, with its 补打 mark; the print itself is counted by `printed`.

    Raises:
        Unavailable: the paper, read back, does not say its number or its name.
    """
    desk.require(Action.PRINT_NOTICE)
    return _drawn(by_id(desk, notice_id), how)


def _drawn(notice: Notice, how: PaperForm) -> RenderedPaper:
    texts = texts_of(notice, how)
    paper = render_paper(texts, how, copy_mark=copy_mark(notice.prints))
    reread(paper, texts[0])
    return paper


def texts_of(notice: Notice, how: PaperForm) -> tuple[PaperText, ...]:
    """Give the frozen texts of a notice in the languages asked for; an old one has Chinese only."""
    kind = PaperKind(notice.kind)
    chinese = paper_of(notice.text, kind=kind)
    if notice.text_en is None or how.language is PaperLanguage.ZH:
        return (chinese,)
    english = paper_of(notice.text_en, PaperLanguage.EN, kind)
    return (chinese, english) if how.language is PaperLanguage.BOTH else (english,)


def printed(desk: Desk, notice_id: int) -> Notice:
    """Count a print that was sent; the next one will say 补打第 N 次.

    Raises:
        Invalid: the notice is void.
    """
    with desk.work(Action.PRINT_NOTICE) as work:
        return counted_prints.count(work, Notice, notice_id)


def save_paper(desk: Desk, notice_id: int, how: PaperForm, target: Path) -> Printed:
    """Write the paper into a file instead of printing it; that counts as a print, unless the file cannot be written.

    Raises:
        Invalid: the notice is void.
        Unavailable: the folder cannot be written, the disk is full, or another program holds the file.
    """
    notice, paper = counted_prints.save(desk, Notice, notice_id, lambda notice: _drawn(notice, how), target)
    return Printed(notice=notice, paper=paper)


def warm_papers(_desk: Desk) -> None:
    """Read the letters and draw a notice for nobody, so that the first visitor does not wait; for a quiet moment."""
    warm()


def void_for(work: Work, inquiry: Inquiry) -> None:
    """Void the notices of a record that is being voided; numbers and texts are kept."""
    for notice in _living(inquiry.id):
        work.log(work.change(replace(notice, void=True)))


def _living(inquiry_id: int) -> Iterable[Notice]:
    return records.select(Notice, inquiry_id=inquiry_id, void=False)
