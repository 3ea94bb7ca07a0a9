"""The file of a case: what happened to it, what may be done with it now, and by whom.

Source: handbook §3.3, §3.4, §4.4 (who answers for it).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from reception.errors import NotAllowed
from reception.rules import case_acts
from reception.rules.case_acts import CaseAct, Situation, Standing
from reception.rules.case_due import CaseCount, CaseEvents, Timing, count_case, end_of, in_force, timing
from reception.rules.case_life import Extension, LimitChange, Pause, RequestState
from reception.rules.cases import Case, CaseStatus, Referral, ReferralStatus
from reception.rules.catalogue import Matter
from reception.rules.inquiries import Inquiry
from reception.rules.letters import Letter
from reception.rules.staff import Account
from reception.rules.visitors import mask_of_texts
from reception.services import presence, register
from reception.services.desk import Desk, Work
from reception.services.letter_proposals import matter_of
from reception.services.presence import Roll
from reception.store import records
from reception.store.models import CaseRow

_C: Any = CaseRow
_UNTAKEN = (ReferralStatus.SENT, ReferralStatus.RETURNED, ReferralStatus.DECIDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """Everything that an act needs to know of a case; `events` leaves out what never took effect."""

    case: Case
    inquiry: Inquiry
    matter: Matter | None
    pauses: tuple[Pause, ...]
    extensions: tuple[Extension, ...]
    changes: tuple[LimitChange, ...]
    events: CaseEvents
    count: CaseCount | None
    situation: Situation

    @property
    def granted(self) -> int:
        """Give how many extensions the present limit has."""
        return self.situation.granted


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case as this person may see it, and what they may do with it now, in the order of the buttons.

    Texts are masked as those of its record. `statutory_due` (local) is what no extension may pass. What is `asked` is
    with `needs_unit_head` not the section head's to grant, with `needs_leader` only by the leader's recorded decision.
    """

    case: Case
    reg_no: str
    pauses: tuple[Pause, ...]
    extensions: tuple[Extension, ...]
    changes: tuple[LimitChange, ...]
    acts: tuple[CaseAct, ...]
    asked: Extension | LimitChange | None = None
    needs_unit_head: bool = False
    needs_leader: bool = False
    statutory_due: datetime | None = None
    assigned_to: str = ""


def of_inquiry(desk: Desk, inquiry_id: int) -> CaseView | None:
    """Give the case of a record; None when it has none that is not void.

    Raises:
        NotAllowed: the record is restricted and not for this person.
        NotFound: there is no such record.
    """
    with desk.reading():
        records.get(Inquiry, inquiry_id)
        case = records.find(Case, _C.inquiry_id == inquiry_id, _C.status != CaseStatus.VOID)
        return _view(desk, case) if case is not None else None


def by_id(desk: Desk, case_id: int) -> CaseView:
    """Give a case.

    Raises:
        NotAllowed: it is restricted and not for this person.
        NotFound: there is none.
    """
    with desk.reading():
        return _view(desk, records.get(Case, case_id))


def open_for(work: Work, case_id: int, act: CaseAct) -> CaseFile:
    """Give the file of a case while an act is open to this person, within its work.

    Raises:
        Invalid: the case does not stand so that this could be done; the sentence says why.
        NotAllowed: it is not for this person to do.
        NotFound: there is no such case.
    """
    file = read(work.desk, work.get(Case, case_id), work.now)
    _refuse(work.desk, file, act, work.now)
    return file


def refuse_act(desk: Desk, case_id: int, act: CaseAct, roll: Roll | None = None) -> None:
    """Refuse an act that is not open to this person now, within a transaction; change nothing.

    Args:
        desk: who would do it.
        case_id: of the case.
        act: what would be done.
        roll: who is there now, where it was read for many cases.

    Raises:
        Invalid: the case does not stand so that this could be done.
        NotAllowed: it is not for this person to do.
        NotFound: there is no such case.
    """
    now = desk.clock()
    _refuse(desk, read(desk, records.get(Case, case_id), now), act, now, roll)


def _refuse(desk: Desk, file: CaseFile, act: CaseAct, now: datetime, roll: Roll | None = None) -> None:
    refused = case_acts.why_not(act, file.case, standing_of(desk, file.case, now, roll), file.situation)
    if refused is not None:
        raise refused


def read(desk: Desk, case: Case, now: datetime) -> CaseFile:
    """Give the file of a case at an instant, within a transaction."""
    inquiry = records.get(Inquiry, case.inquiry_id)
    pauses = tuple(records.select(Pause, case_id=case.id))
    extensions = tuple(records.select(Extension, case_id=case.id))
    changes = tuple(records.select(LimitChange, case_id=case.id))
    events = CaseEvents(pauses=pauses, extensions=_told(extensions), changes=changes)
    count = None if case.no_limit_reason else counted(desk, case, events, now)
    local, due = desk.calendar.local(now), desk.calendar.local(case.due_at)
    situation = Situation(
        now=now,
        today=local.date(),
        due=due,
        last_day=count.last_counted_on if count else due.date(),
        pause=next((each for each in pauses if each.to_at is None), None),
        asked=_asked(extensions, changes),
        granted=len(in_force(case, events).extensions),
        transfer_pending=_transfer_pending(inquiry),
    )
    return CaseFile(
        case=case,
        inquiry=inquiry,
        matter=matter_of(inquiry),
        pauses=pauses,
        extensions=extensions,
        changes=changes,
        events=events,
        count=count,
        situation=situation,
    )


def counted(desk: Desk, case: Case, events: CaseEvents, now: datetime) -> CaseCount:
    """Count a case by the office's calendar and hours."""
    return count_case(case, events, desk.calendar, desk.office.after_hours, now)


def _told(extensions: tuple[Extension, ...]) -> tuple[Extension, ...]:
    """Leave out the extensions whose notice to the applicant is void: without it the old date stands (§3.4)."""

    def is_told(each: Extension) -> bool:
        letter = records.find(Letter, id=each.letter_id) if each.letter_id else None
        return letter is not None and not letter.void

    return tuple(each for each in extensions if is_told(each))


def _asked(extensions: tuple[Extension, ...], changes: tuple[LimitChange, ...]) -> Extension | LimitChange | None:
    requests: tuple[Extension | LimitChange, ...] = (*extensions, *changes)
    return next((each for each in requests if each.state is RequestState.ASKED), None)


def _transfer_pending(inquiry: Inquiry) -> bool:
    return any(each.status in _UNTAKEN for each in records.select(Referral, inquiry_id=inquiry.id))


def standing_of(desk: Desk, case: Case, now: datetime, roll: Roll | None = None) -> Standing:
    """Give who this person is to a case: the holder of its post, who stands in now, or to whom it was given."""
    there, me = roll or presence.roll_within(now), desk.account
    working = there.works_on(case)
    handles = me.id in (working.account_id, there.lies_with(case))
    return Standing(account_id=me.id, roles=me.roles, handles=handles, handler=working.name)


def timing_of(desk: Desk, case: Case) -> Timing | None:
    """Give how a closed case kept its time: by its own limit, after an extension, or late; None where not measured.

    Within a transaction. Source: handbook §3.4 (both dates), §8.2.
    """
    if case.closed_at is None:
        return None
    file = read(desk, case, case.closed_at)
    held = in_force(case, file.events)
    moved = file.count is not None and bool(held.extensions or held.changes)
    original = desk.calendar.instant(file.count.original) if file.count and moved else case.due_at
    return timing(case, original)


def statutory_due(desk: Desk, file: CaseFile) -> datetime | None:
    """Give the local moment that no extension may pass: the statute's limit with every stop; None without a statute.

    Source: handbook §3.1 (precedence); clauses D3.4-a.
    """
    statute = file.matter.statutory_limit if file.matter else None
    if statute is None:
        return None
    stops = in_force(file.case, file.events).pauses
    rules = desk.office.after_hours
    return end_of(file.case, stops, statute, calendar=desk.calendar, after_hours=rules, now=file.situation.now).due


def _view(desk: Desk, case: Case) -> CaseView:
    inquiry = records.get(Inquiry, case.inquiry_id)
    if not register.may_open(desk, inquiry):
        raise NotAllowed("restricted", number=case.case_no)
    file = read(desk, case, desk.clock())
    hide = hides(desk, inquiry)
    asked, granted = file.situation.asked, file.granted
    extensions = tuple(_hidden(each, hide) for each in file.extensions)
    changes = tuple(replace(each, reason=hide(each.reason), note=hide(each.note)) for each in file.changes)
    return CaseView(
        case=replace(
            case,
            result=hide(case.result),
            ground=hide(case.ground),
            no_limit_reason=hide(case.no_limit_reason),
        ),
        reg_no=inquiry.reg_no,
        pauses=tuple(replace(each, reason=hide(each.reason), ground=hide(each.ground)) for each in file.pauses),
        extensions=extensions,
        changes=changes,
        acts=case_acts.acts_now(case, standing_of(desk, case, desk.clock()), file.situation),
        asked=_asked(extensions, changes),
        needs_unit_head=asked is not None and case_acts.needs_unit_head(asked, granted),
        needs_leader=asked is not None and case_acts.needs_leader(asked, granted),
        statutory_due=statutory_due(desk, file),
        assigned_to=_name_of(case.assigned_id),
    )


def _name_of(account_id: int | None) -> str:
    account = records.find(Account, id=account_id) if account_id is not None else None
    return account.name if account else ""


def _hidden(each: Extension, hide: Callable[[str], str]) -> Extension:
    return replace(each, reason=hide(each.reason), note=hide(each.note), leader_decision=hide(each.leader_decision))


def hides(desk: Desk, inquiry: Inquiry) -> Callable[[str], str]:
    """Give what masks a text that was written about the visitor; nothing of one's own record of today."""
    if register.is_open(desk, inquiry):
        return str
    return mask_of_texts(inquiry.person_name, inquiry.person_no, inquiry.phone, inquiry.agent_name, inquiry.agent_phone)
