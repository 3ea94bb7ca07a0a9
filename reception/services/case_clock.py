"""The clock of a case within a work: a stop ended, the due date counted anew, the first promise kept.

Source: handbook §3.3, §3.4; §3.7 point 5 (what was promised never becomes earlier).
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from reception.errors import NotAllowed
from reception.rules.case_due import CaseEvents
from reception.rules.case_life import Extension, LimitChange, Pause, RequestState
from reception.rules.cases import Case, CaseStatus
from reception.rules.inquiries import Inquiry
from reception.rules.letters import Letter
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.services import case_files
from reception.services.case_files import CaseFile
from reception.services.desk import Work
from reception.store import records
from reception.store.models import LetterRow, PauseRow

_P: Any = PauseRow
_L: Any = LetterRow


def end_pause(work: Work, file: CaseFile) -> CaseEvents:
    """End the open stop of a case, if there is one, and give what happened to its clock with it."""
    ended = end_pauses(work, file.case.id)
    kept = tuple(each for each in file.events.pauses if each.id not in {one.id for one in ended})
    return replace(file.events, pauses=(*kept, *ended))


def end_pauses(work: Work, case_id: int) -> tuple[Pause, ...]:
    """End what stops the clock of a case, and give it as it is now."""
    ended = []
    for pause in records.select(Pause, _P.case_id == case_id, _P.to_at.is_null()):
        over = work.change(replace(pause, to_at=work.now, ended_by=work.desk.account.name))
        work.log(over)
        ended.append(over)
    return tuple(ended)


def recounted(work: Work, case: Case, events: CaseEvents) -> Case:
    """Give a case with its due date counted anew; it never becomes earlier than it was promised."""
    if case.no_limit_reason:
        return case
    found = case_files.counted(work.desk, case, events, work.now).due
    return moved(case, work.desk.calendar.instant(found.due), provisional=found.provisional)


def moved(case: Case, due_at: datetime, *, provisional: bool) -> Case:
    """Give a case with a later due date, the first one kept for ever; an earlier one leaves it as it is."""
    if due_at <= case.due_at:
        return case
    return replace(case, due_at=due_at, provisional=provisional, first_due_at=case.first_due_at or case.due_at)


def drop_request(work: Work, asked: Extension | LimitChange | None) -> None:
    """Withdraw what is still asked for; nothing where nothing is."""
    if asked is None:
        return
    dropped = replace(asked, state=RequestState.WITHDRAWN, settled_at=work.now)
    work.log(work.change(dropped))


def void_for(work: Work, inquiry: Inquiry) -> None:
    """End an open stop and withdraw what is asked for, when a record becomes void with its case."""
    for case in records.select(Case, inquiry_id=inquiry.id):
        end_pauses(work, case.id)
        for extension in records.select(Extension, case_id=case.id, state=RequestState.ASKED):
            drop_request(work, extension)
        for change in records.select(LimitChange, case_id=case.id, state=RequestState.ASKED):
            drop_request(work, change)


def letter_voided(work: Work, letter: Letter) -> None:
    """Let the old date stand again when the notice of an extension is void (§3.4: without it the old date stands).

    Raises:
        NotAllowed: the visitor holds a print of the later date; then only the unit head makes it earlier.
    """
    extension = records.find(Extension, letter_id=letter.id, state=RequestState.APPROVED)
    if extension is None:
        return
    case = work.get(Case, extension.case_id)
    outdated = extension.settled_at is None or extension.settled_at < case.started_at
    if outdated or case.status not in (CaseStatus.OPEN, CaseStatus.SUSPENDED):
        return
    count = case_files.read(work.desk, case, work.now).count
    due_at = max(extension.due_before, work.desk.calendar.instant(count.due.due)) if count else case.due_at
    if count is None or due_at >= case.due_at:
        return
    if _held_in_print(letter) and not work.desk.may(Action.SHORTEN_DUE):
        raise NotAllowed("earlier_than_printed")
    earlier = replace(case, due_at=due_at, provisional=count.due.provisional)
    work.log(work.change(earlier), notice_void=letter.number)


_SAYS_WHEN = (PaperKind.YQ, PaperKind.HF, PaperKind.SL)


def _held_in_print(letter: Letter) -> bool:
    """Tell whether a paper was printed, since this one was written, that says until when the case is done."""
    since = (_L.inquiry_id == letter.inquiry_id) & (_L.issued_at >= letter.issued_at)
    return records.find(Letter, since, _L.kind.in_(_SAYS_WHEN), _L.prints > 0) is not None
