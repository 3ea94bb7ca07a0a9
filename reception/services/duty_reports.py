"""The reports of duty over a period: every figure with the lines behind it, as of now.

Complaints are in none of them: a figure that tells of what nobody may see could not be counted again.
Source: handbook §4.5.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise
from typing import Any

from reception.rules.absences import Absence, could_hand_over, needs_handover
from reception.rules.assignments import barred
from reception.rules.case_due import on_time
from reception.rules.cases import Case, CaseStatus, Referral, ReferralStatus
from reception.rules.cover import working_minutes
from reception.rules.duty import Finding, Handover, Training, is_withdrawn
from reception.rules.duty_report import (
    AbsentLine,
    AckKind,
    AckLine,
    BareLine,
    BothAwayLine,
    DutyReport,
    LearnerLine,
    OpenFinding,
    SessionLine,
    StoodInLine,
    all_away,
    bare_fault,
    learner_line,
    note_state,
)
from reception.rules.once import Period
from reception.rules.roster import Post, Serves
from reception.rules.staff import Action
from reception.rules.stretches import Stretch, common, merged
from reception.services.desk import Desk
from reception.services.duty_facts import Facts
from reception.store import records
from reception.store.models import AbsenceRow, CaseRow, FindingRow, InquiryRow, ReferralRow, TrainingRow

_AB: Any = AbsenceRow
_C: Any = CaseRow
_F: Any = FindingRow
_I: Any = InquiryRow
_R: Any = ReferralRow
_T: Any = TrainingRow
_AT_ONCE = 5000


def report(desk: Desk, period: Period) -> DutyReport:
    """Give the report of a period as of now; what lies ahead is as planned.

    Raises:
        NotAllowed: the roles do not permit it.
    """
    desk.require(Action.REPORT_DUTY)
    with desk.reading():
        known = Facts(desk, period)
        return DutyReport(
            first_on=period.first_on,
            last_on=period.last_on,
            at=known.now,
            posts=len(known.posts),
            bare=tuple(_bare(known)),
            both_away=tuple(_both_away(known)),
            absent=tuple(_absent(known)),
            acks=(*_notes(known), *_transfers(known)),
            stood_in=tuple(_stood_in(known)),
            sessions=tuple(_sessions(known)),
            learners=_learners(known),
            findings=tuple(_findings(known)),
        )


def _bare(known: Facts) -> Iterator[BareLine]:
    day = min(known.period.last_on, known.today)
    posts = [known.post_on(each, day) for each in known.posts]
    for post in posts:
        fault = bare_fault(post, known.unused, barred(post.id, posts, known.pairs))
        if fault is not None:
            holder = known.name(post.holder_id)
            yield BareLine(post_id=post.id, post=post.name, holder_id=post.holder_id, holder=holder, fault=fault)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Who belongs to a post, whatever the role, and a stretch in which all of them are away."""

    people: tuple[int, ...]
    stretch: Stretch


def _both_away(known: Facts) -> Iterator[BothAwayLine]:
    found: dict[_Pair, list[Post]] = {}
    for post in known.posts:
        for pair in _pairs_away(known, post):
            found.setdefault(pair, []).append(post)
    local = known.desk.calendar.local
    for pair, posts in sorted(found.items(), key=lambda item: (item[0].stretch, item[0].people)):
        first, last = pair.stretch
        minutes = working_minutes(local(first), local(last), known.desk.calendar)
        if minutes:
            yield BothAwayLine(
                posts=tuple(each.name for each in posts),
                people=pair.people,
                names=tuple(known.name(each) for each in pair.people),
                from_at=first,
                until_at=last,
                minutes=minutes,
                named=_named(known, posts, pair.stretch),
                planned=first > known.now,
            )


def _pairs_away(known: Facts, post: Post) -> Iterator[_Pair]:
    """Give when all of a post are away, one stretch for each time in which the same people belong to it."""
    edges = {known.period.first_on, known.period.last_on + timedelta(days=1)}
    for each in known.made.get(post.id, ()):
        edges |= {each.from_on} | ({each.to_on + timedelta(days=1)} if each.to_on else set())
    days = sorted(day for day in edges if known.period.first_on <= day <= known.period.last_on + timedelta(days=1))
    parts: dict[tuple[int, ...], list[Stretch]] = {}
    for first, last in pairwise(days):
        then = known.post_on(post, first)
        people = tuple(sorted({then.holder_id, *then.stand_ins}))
        if len(people) > 1:
            within = (known.midnight(first), known.midnight(last))
            parts.setdefault(people, []).extend(all_away(people, known.away, within))
    for people, some in parts.items():
        yield from (_Pair(people, stretch) for stretch in merged(some))


def _named(known: Facts, posts: Sequence[Post], stretch: Stretch) -> tuple[str, ...]:
    ids = {each.id for each in posts}
    named = [each for each in known.named if each.post_id in ids and common([stretch], [(each.from_at, each.until_at)])]
    return tuple(dict.fromkeys(known.name(each.account_id) for each in named))


def _absent(known: Facts) -> Iterator[AbsentLine]:
    """Give the absences that began in the period, of whoever held a post then, for which a note is due."""
    notes: dict[int, list[Handover]] = {}
    for each in records.select(Handover):
        notes.setdefault(each.absence_id or 0, []).append(each)
    begun = [each for each in known.absences if known.start <= each.from_at <= known.now]
    for absence in sorted(begun, key=lambda each: (each.from_at, each.id)):
        holders = {known.post_at(post, absence.from_at).holder_id for post in known.posts}
        if needs_handover(absence) and absence.account_id in holders:
            state = note_state(notes.get(absence.id, ()), absence)
            yield AbsentLine(absence=absence, note=state, sudden=not could_hand_over(absence))


def _notes(known: Facts) -> Iterator[AckLine]:
    """Give the notes of the period, one for each absence and receiver, whatever the number of posts."""
    returned = {each.id: each.returned_at for each in records.select(Absence, _AB.returned_at.is_null(False))}
    written = [
        each
        for each in records.select(Handover)
        if known.start <= each.made_at < known.end and not is_withdrawn(each) and not _is_report(each, returned)
    ]
    written.sort(key=lambda each: (each.absence_id or -each.id, each.to_id, each.id))
    for _key, group in groupby(written, key=lambda each: (each.absence_id or -each.id, each.to_id)):
        some = list(group)
        taken = [each.accepted_at for each in some if each.accepted_at is not None]
        given = min(each.made_at for each in some)
        taken_at = max(taken) if len(taken) == len(some) else None
        yield AckLine(
            kind=AckKind.NOTE,
            number="",
            inquiry_id=None,
            account_id=some[0].from_id,
            from_name=some[0].from_name,
            to_name=some[0].to_name,
            given_at=given,
            taken_at=taken_at,
            minutes=_minutes(known, given, taken_at),
        )


def _is_report(handover: Handover, returned: Mapping[int, datetime | None]) -> bool:
    """Tell whether only the report on return was written, and no note before it."""
    back = returned.get(handover.absence_id or 0)
    return back is not None and handover.made_at >= back


def _transfers(known: Facts) -> Iterator[AckLine]:
    sent = records.select(
        Referral,
        _R.sent_at >= known.start,
        _R.sent_at < known.end,
        _R.status != ReferralStatus.VOID,
        order=[_R.sent_at, _R.id],
    )
    about = _numbers({each.inquiry_id for each in sent})
    for each in sent:
        if each.inquiry_id in about:
            taken_at = min((at for at in (each.acknowledged_at, each.returned_at) if at is not None), default=None)
            number, officer = about[each.inquiry_id]
            yield AckLine(
                kind=AckKind.TRANSFER,
                number=number,
                inquiry_id=each.inquiry_id,
                account_id=each.receiver_id,
                from_name=officer,
                to_name=each.to_person or each.receiver,
                given_at=each.sent_at,
                taken_at=taken_at,
                minutes=_minutes(known, each.sent_at, taken_at),
            )


def _numbers(ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Give number and first officer of records; those that are restricted are left out."""
    wanted = sorted(ids)
    found: dict[int, tuple[str, str]] = {}
    for begin in range(0, len(wanted), _AT_ONCE):
        some = _I.id.in_(wanted[begin : begin + _AT_ONCE])
        query = _I.select(_I.id, _I.reg_no, _I.first_officer).where(some, _I.restricted == False)  # noqa: E712
        found |= {row[0]: (row[1], row[2]) for row in query.tuples()}
    return found


def _minutes(known: Facts, given: datetime, taken: datetime | None) -> int | None:
    local = known.desk.calendar.local
    return None if taken is None else working_minutes(local(given), local(taken), known.desk.calendar)


def _stood_in(known: Facts) -> Iterator[StoodInLine]:
    """Give the cases that were due while somebody stood in for whom they lay with."""
    living = (_C.status != CaseStatus.VOID) & (_C.restricted == False) & (_C.post_code != "")  # noqa: E712
    due = records.select(
        Case, living, _C.due_at >= known.start, _C.due_at < min(known.end, known.now), order=[_C.due_at, _C.id]
    )
    codes = {each.code: each for each in known.by_id.values()}
    for case in due:
        late, post = _is_late(case), codes.get(case.post_code)
        if late is None or post is None or not known.is_away(_lay_with(known, case, post), case.due_at):
            continue
        found = known.past.accountable(case, working_id=0)
        stands_in = found.by is not Serves.HOLDER if case.assigned_id is None else found.account_id != case.assigned_id
        if stands_in:
            yield StoodInLine(
                case_id=case.id,
                inquiry_id=case.inquiry_id,
                number=case.case_no,
                post=post.name,
                due_at=case.due_at,
                late=late,
                serving=known.name(found.account_id),
                by=found.by,
                fault=found.fault if late else None,
            )


def _lay_with(known: Facts, case: Case, post: Post) -> int:
    return case.assigned_id or known.post_at(post, case.due_at).holder_id


def _is_late(case: Case) -> bool | None:
    """Tell whether a case whose due instant has passed was late; None where that is no answer of ours to give."""
    if case.status is CaseStatus.OPEN and not case.no_limit_reason:
        return True
    in_time = on_time(case)
    return None if in_time is None else not in_time


def _sessions(known: Facts) -> Iterator[SessionLine]:
    found = records.select(
        Training, _T.on >= known.period.first_on, _T.on <= known.period.last_on, order=[_T.on, _T.id]
    )
    for each in found:
        if not each.is_void:
            post = known.by_id.get(each.post_id)
            yield SessionLine(training=each, post=post.name if post else "")


def _learners(known: Facts) -> tuple[LearnerLine, ...]:
    """Give every stand-in of every post in use, those never trained first."""
    day, every = min(known.period.last_on, known.today), records.select(Training)
    lines = [
        learner_line(post, number, known.name(number), every, known.period.first_on, known.period.last_on)
        for post in (known.post_on(each, day) for each in known.posts)
        for number in post.stand_ins
    ]
    return tuple(sorted(lines, key=lambda line: (line.passed, line.ever > 0)))


def _findings(known: Facts) -> Iterator[OpenFinding]:
    """Give the findings that were open at the end of the period, or are now; the oldest first."""
    last = min(known.end, known.now)
    day = min(known.period.last_on, known.today)
    for each in records.select(Finding, _F.at < known.end, _F.correct_by.is_null(False), order=[_F.at, _F.id]):
        if each.correct_by is not None and (each.corrected_at is None or each.corrected_at >= last):
            post = known.by_id.get(each.post_id)
            holder = known.name(post.holder_id) if post else ""
            yield _open_finding(each, each.correct_by, post, holder, day, known.day(each.at))


def open_findings_within(desk: Desk) -> tuple[OpenFinding, ...]:
    """Give the findings that are open now, the oldest first, within a transaction."""
    today = desk.calendar.local(desk.clock()).date()
    return tuple(_findings(Facts(desk, Period(first_on=today, last_on=today))))


def _open_finding(
    finding: Finding, correct_by: date, post: Post | None, holder: str, day: date, since: date
) -> OpenFinding:
    return OpenFinding(
        finding_id=finding.id,
        post=post.name if post else "",
        holder_id=post.holder_id if post else 0,
        holder=holder,
        at=finding.at,
        correct_by=correct_by,
        text=finding.text,
        covered=finding.covered,
        board_right=finding.board_right,
        phone_answered=finding.phone_answered,
        days=max(0, (day - since).days),
        overdue=correct_by < day,
    )
