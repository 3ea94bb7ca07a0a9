"""Supervision findings: a check of a post, what it found, by when that is corrected, and what became of it.

Source: handbook §4.2 (`supervision_check`), §4.5; clauses D4.4, O3, O4 (others than heads see only what is theirs).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from reception.errors import Invalid, Reason
from reception.rules.absences import Absence
from reception.rules.duty import Assignment, DutyRole, Finding
from reception.rules.findings import LENGTHS, NOTE_LENGTH, FindingDraft, check_finding
from reception.rules.inquiries import Inquiry
from reception.rules.roster import HolderNow, Post
from reception.rules.staff import Account, Action
from reception.rules.text_lengths import cleaned_text, cleaned_texts
from reception.services import duty, register
from reception.services.desk import Desk, Work
from reception.services.inquiries import find_by_number
from reception.store import records
from reception.store.models import AbsenceRow, FindingRow

_F: Any = FindingRow
_AB: Any = AbsenceRow
PERIODS = 20
"""So many of the latest absences are offered as what a finding is about."""
REASON_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """An absence of whoever held a post: whose, from when, until when (local; None: still away), who stood in."""

    id: int
    holder: str
    first: datetime
    last: datetime | None
    stand_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A check as it is listed: the post and its holder, for how many days it is open, whether its day has passed.

    `reg_no` is the record that it is about, `period` the time in which somebody stood in.
    """

    finding: Finding
    post: str
    holder_id: int
    holder: str
    open_days: int | None
    overdue: bool
    reg_no: str = ""
    period: Period | None = None

    @property
    def id(self) -> int:
        """Give what tells this line from the others."""
        return self.finding.id


def record(desk: Desk, draft: FindingDraft) -> Finding:
    """Record a check of a post.

    Raises:
        Invalid: all reasons at once.
        NotAllowed: the roles do not permit it.
        NotFound: there is no such post.
    """
    with desk.work(Action.RECORD_FINDING) as work:
        draft, post, about = _checked(work, draft)
        added = work.add(Finding(**_values(draft), **about))
        work.log(added, post=post.code)
        return added


def mend(desk: Desk, finding_id: int, draft: FindingDraft, reason: str) -> Finding:
    """Set a check right that was entered wrongly; the old values and the reason stand in the log.

    Raises:
        Invalid: all reasons at once: what is wrong with it, no reason, or it was corrected already.
        NotAllowed: the roles do not permit it.
    """
    with desk.work(Action.RECORD_FINDING) as work:
        known = work.get(Finding, finding_id)
        if known.corrected_at is not None:
            raise Invalid(Reason(code="finding_settled"))
        draft, post, about = _checked(work, draft)
        said = _wanted(reason, "reason", REASON_LENGTH)
        changed = work.change(replace(known, **_values(draft), **about))
        work.log(changed, post=post.code, reason=said)
        return changed


def settle(desk: Desk, finding_id: int, note: str) -> Finding:
    """Note that a finding was corrected, and how.

    Raises:
        Invalid: nothing says how, or nothing is left to correct.
        NotAllowed: the roles do not permit it.
    """
    with desk.work(Action.RECORD_FINDING) as work:
        known = work.get(Finding, finding_id)
        if not known.is_open:
            raise Invalid(Reason(code="finding_settled"))
        said = _wanted(note, "corrected_note", NOTE_LENGTH)
        changed = work.change(replace(known, corrected_at=work.now, corrected_note=said))
        work.log(changed)
        return changed


def listed(desk: Desk, *, open_only: bool = False) -> tuple[FindingLine, ...]:
    """Give the checks, those open the longest first, then the latest; others than heads see those of their posts."""
    with desk.reading():
        lines = lines_within(desk)
    mine = [each for each in lines if desk.may(Action.RECORD_FINDING) or each.holder_id == desk.account.id]
    return tuple(each for each in mine if each.finding.is_open or not open_only)


def overdue(desk: Desk) -> tuple[FindingLine, ...]:
    """Give to whoever may settle them the findings whose day of correction has passed."""
    if not desk.may(Action.RECORD_FINDING):
        return ()
    with desk.reading():
        found = records.select(Finding, _F.corrected_at.is_null(), _F.correct_by < _today(desk), order=[_F.correct_by])
        return tuple(_lines(desk, found))


def lines_within(desk: Desk) -> tuple[FindingLine, ...]:
    """Give all checks within a transaction, those open the longest first, then the latest."""
    lines = _lines(desk, records.select(Finding, order=[_F.at.desc(), _F.id.desc()]))
    open_ones = sorted((each for each in lines if each.finding.is_open), key=lambda line: line.finding.at)
    return (*open_ones, *(each for each in lines if not each.finding.is_open))


def posts(desk: Desk) -> tuple[Post, ...]:
    """Give the posts that can be checked: those in use."""
    with desk.reading():
        return tuple(records.select(Post, active=True, order=[records.row_of(Post).code]))


def periods(desk: Desk, post_id: int) -> tuple[Period, ...]:
    """Give to whoever records checks when somebody stood in for who held a post, the latest first."""
    if not desk.may(Action.RECORD_FINDING):
        return ()
    with desk.reading():
        post = records.get(Post, post_id)
        begun = records.select(
            Absence,
            _AB.account_id.in_(sorted(_held_by(post))),
            _AB.cancelled_at.is_null(),
            _AB.from_at <= desk.clock(),
            order=[_AB.from_at.desc(), _AB.id.desc()],
            limit=PERIODS,
        )
        names = {each.id: each.name for each in records.select(Account)}
        past = duty.Past(desk)
        return tuple(_period(desk, each, past.holder(post, each.from_at), names) for each in begun)


def _held_by(post: Post) -> frozenset[int]:
    """Give who holds a post or held it, within a transaction."""
    held = records.select(Assignment, post_id=post.id, role=DutyRole.A)
    return frozenset({post.holder_id, *(each.account_id for each in held)})


def _period(desk: Desk, absence: Absence, instead: HolderNow, names: Mapping[int, str]) -> Period:
    local = desk.calendar.local
    last = absence.returned_at or absence.until_at
    return Period(
        id=absence.id,
        holder=absence.account,
        first=local(absence.from_at),
        last=None if absence.returned_at is None and last <= desk.clock() else local(last),
        stand_in=names.get(instead.account_id, "") if instead.stands_in else "",
    )


def _lines(desk: Desk, found: list[Finding]) -> list[FindingLine]:
    if not found:
        return []
    posts_by_id = {each.id: each for each in records.select(Post)}
    names = {each.id: each.name for each in records.select(Account)}
    about = {each.inquiry_id for each in found if each.inquiry_id is not None}
    numbers = {number: records.get(Inquiry, number).reg_no for number in about}
    past = duty.Past(desk) if any(each.absence_id for each in found) else None
    return [_line(desk, each, posts_by_id, names, numbers, past) for each in found]


def _line(
    desk: Desk,
    finding: Finding,
    posts_by_id: Mapping[int, Post],
    names: Mapping[int, str],
    numbers: Mapping[int, str],
    past: duty.Past | None,
) -> FindingLine:
    absence = records.get(Absence, finding.absence_id) if finding.absence_id else None
    post, today = posts_by_id.get(finding.post_id), _today(desk)
    since = desk.calendar.local(finding.at).date()
    return FindingLine(
        finding=finding,
        post=post.name if post else "",
        holder_id=post.holder_id if post else 0,
        holder=names.get(post.holder_id, "") if post else "",
        open_days=(today - since).days if finding.is_open else None,
        overdue=finding.is_open and finding.correct_by is not None and finding.correct_by < today,
        reg_no=numbers.get(finding.inquiry_id or 0, ""),
        period=_period(desk, absence, past.holder(post, absence.from_at), names) if absence and post and past else None,
    )


def _today(desk: Desk) -> date:
    return desk.calendar.local(desk.clock()).date()


def _checked(work: Work, draft: FindingDraft) -> tuple[FindingDraft, Post, dict[str, Any]]:
    draft, unclean = cleaned_texts(draft, LENGTHS, ("text",))
    on = work.desk.calendar.local(draft.at).date() if draft.at is not None else None
    inquiry = find_by_number(draft.reg_no) if draft.reg_no else None
    post = work.get(Post, draft.post_id) if draft.post_id else None
    reasons = [*unclean, *check_finding(draft, work.now, on)]
    if draft.reg_no and inquiry is None:
        reasons.append(Reason(code="no_such_record", field="reg_no", values={"number": draft.reg_no}))
    elif inquiry is not None and not register.may_open(work.desk, inquiry):
        reasons.append(Reason(code="restricted", field="reg_no", values={"number": inquiry.reg_no}))
    if post is not None and draft.absence_id and not _is_of(work.get(Absence, draft.absence_id), post, draft):
        reasons.append(Reason(code="absence_elsewhere", field="absence_id"))
    if reasons or post is None:
        raise Invalid(*reasons)
    return draft, post, {"inquiry_id": inquiry.id if inquiry else None, "absence_id": draft.absence_id}


def _is_of(absence: Absence, post: Post, draft: FindingDraft) -> bool:
    """Tell whether an absence that had begun at the check is of somebody who holds or held the post."""
    begun = draft.at is None or absence.from_at <= draft.at
    return begun and absence.cancelled_at is None and absence.account_id in _held_by(post)


def _values(draft: FindingDraft) -> dict[str, Any]:
    names = ("post_id", "at", "checker", "covered", "board_right", "phone_answered", "text", "correct_by")
    return {name: getattr(draft, name) for name in names}


def _wanted(raw: str, field: str, limit: int) -> str:
    text = cleaned_text(raw, field, limit)
    if not text:
        raise Invalid(Reason(code="required", field=field))
    return text
