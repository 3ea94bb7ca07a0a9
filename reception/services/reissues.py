"""A void letter of a stop, its end or an extension, written again: another number, the same thing behind it.

Source: handbook §2.3 (a wrong slip is void and kept), §3.3, §3.4 (no stop and no extension without its notice).
"""

from dataclasses import replace
from typing import Any

from reception.errors import Invalid, NotAllowed, Reason
from reception.rules.case_acts import is_head
from reception.rules.case_due import CaseEvents
from reception.rules.case_life import Extension, Pause, RequestState
from reception.rules.cases import UNDER_WAY, Case, CaseStatus
from reception.rules.letters import OF_EVENTS, Letter
from reception.rules.limits import Limit
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.services import case_clock, case_files, case_letters, paper_rights
from reception.services.case_files import CaseFile
from reception.services.desk import Desk, Work
from reception.store import records
from reception.store.models import LetterRow, PauseRow

_L: Any = LetterRow
_P: Any = PauseRow


def may_reissue(desk: Desk, letter: Letter) -> bool:
    """Tell whether a letter is one that this person may write again; buttons ask, the service looks closer."""
    needed = Action.APPROVE_EXTENSION if letter.kind is PaperKind.YQ else Action.ISSUE_NOTICE
    return letter.void and not letter.restricted and letter.kind in OF_EVENTS and desk.may(needed)


def reissue(desk: Desk, letter_id: int) -> Letter:
    """Write a void letter of a case again, from what it told of; pressed twice, it gives the same letter.

    With the notice of an extension the later date counts again, so only who may approve one writes it, and only
    before the date that stands now is over.

    Raises:
        Invalid: it is not void, was written again and made void since, or what it told of counts no more.
        NotAllowed: it is not for this person to do.
    """
    with desk.work(Action.ISSUE_NOTICE) as work:
        letter = work.get(Letter, letter_id)
        paper_rights.refuse_hidden(desk, letter)
        again = records.find(Letter, token=_token(letter))
        if again is not None and not again.void:
            return again
        if again is not None:
            values = {"number": letter.number, "again": again.number}
            raise Invalid(Reason(code="letter_again_already", field="number", values=values))
        case = records.find(Case, inquiry_id=letter.inquiry_id, case_no=letter.case_no)
        if case is None or not letter.void or letter.kind not in OF_EVENTS:
            raise _counts_no_more(letter)
        return _again(work, letter, _file(work, case))


def _token(letter: Letter) -> str:
    return f"again-{letter.id}"


def _counts_no_more(letter: Letter) -> Invalid:
    return Invalid(Reason(code="letter_not_again", field="number", values={"number": letter.number}))


def _file(work: Work, case: Case) -> CaseFile:
    """Give the file of a case that is under way and this person's to deal with."""
    case = work.get(Case, case.id)
    if case.status not in UNDER_WAY:
        code = "void_already" if case.status is CaseStatus.VOID else "case_closed"
        raise Invalid(Reason(code=code, field="case_no", values={"number": case.case_no}))
    standing = case_files.standing_of(work.desk, case, work.now)
    if not standing.handles and not is_head(standing.roles):
        raise NotAllowed("not_the_handler", officer=standing.handler)
    return case_files.read(work.desk, case, work.now)


def _again(work: Work, letter: Letter, file: CaseFile) -> Letter:
    if letter.kind is PaperKind.ZT:
        return _stop_again(work, letter, file)
    return _resumed_again(work, letter, file) if letter.kind is PaperKind.HF else _longer_again(work, letter, file)


def _stop_again(work: Work, letter: Letter, file: CaseFile) -> Letter:
    pause = next((each for each in file.pauses if each.letter_id == letter.id), None)
    if pause is None:
        raise _counts_no_more(letter)
    left = _left_at(work.desk, file, pause)
    facts = {"reason": pause.reason, "basis": pause.ground, "at": pause.from_at, "remaining": left}
    again = case_letters.issue(work, file.case, PaperKind.ZT, token=_token(letter), **facts)
    work.log(work.change(replace(pause, letter_id=again.id)))
    return again


def _left_at(desk: Desk, file: CaseFile, pause: Pause) -> Limit | None:
    """Give what was left of the limit when the clock stopped."""
    before = CaseEvents(
        pauses=tuple(each for each in file.events.pauses if each.id < pause.id),
        extensions=tuple(
            each for each in file.events.extensions if each.settled_at and each.settled_at <= pause.from_at
        ),
        changes=file.events.changes,
    )
    if file.count is None:
        return None
    count = case_files.counted(desk, file.case, before, pause.from_at)
    then = replace(file.situation, today=desk.calendar.local(pause.from_at).date())
    return case_letters.remaining(desk, replace(file, count=count, situation=then))


def _resumed_again(work: Work, letter: Letter, file: CaseFile) -> Letter:
    ended = [each.to_at for each in file.pauses if each.to_at is not None and each.to_at <= letter.issued_at]
    if not ended or file.case.status is CaseStatus.SUSPENDED:
        raise _counts_no_more(letter)
    return case_letters.issue(
        work, file.case, PaperKind.HF, token=_token(letter), at=max(ended), due_at=file.case.due_at
    )


def _longer_again(work: Work, letter: Letter, file: CaseFile) -> Letter:
    work.desk.require(Action.APPROVE_EXTENSION)
    granted = next((each for each in file.extensions if each.letter_id == letter.id), None)
    case = file.case
    if granted is None or granted.settled_at is None or granted.settled_at < case.started_at:
        raise _counts_no_more(letter)
    if granted.asked_by_id == work.desk.account.id:
        raise NotAllowed("approver_is_applicant", name=granted.asked_by)
    if work.now > case.due_at:
        raise Invalid(Reason(code="limit_over", field="due_at", values={"due": file.situation.due}))
    longer = _with(work, file, granted)
    facts = {"reason": granted.reason, "approver": granted.approver, "days": granted.days, "due_at": longer.due_at}
    again = case_letters.issue(work, longer, PaperKind.YQ, token=_token(letter), **facts)
    work.log(work.change(replace(granted, letter_id=again.id, due_after=longer.due_at)))
    if longer != case:
        work.log(work.change(longer), notice_again=again.number)
    return again


def _with(work: Work, file: CaseFile, granted: Extension) -> Case:
    """Give the case with the date that an extension gives, as it was granted."""
    if granted.state is not RequestState.APPROVED:
        raise AssertionError("only what was approved has a letter")
    others = tuple(each for each in file.events.extensions if each.id != granted.id)
    events = replace(file.events, extensions=tuple(sorted((*others, granted), key=lambda each: each.id)))
    return case_clock.recounted(work, file.case, events)
