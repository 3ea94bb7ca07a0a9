"""The weekly log: seen on screen, exported as files, and remembered when it is due.

An export is written to the audit log before its files appear, so that nothing leaves the office unseen; when the
files then cannot be placed, a second entry says so.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reception.documents.logs import WeekLog, log_name, render_log
from reception.errors import Invalid, Reason, Unavailable
from reception.rules.cases import Case, Referral
from reception.rules.catalogue import Unit
from reception.rules.inquiries import Inquiry
from reception.rules.log_entries import LogEntry, Surroundings, log_entry, masked
from reception.rules.logs import LogFormat, Week, WeekRecords, bounds, last_working_day, summarise, week_of
from reception.rules.notices import Notice, SecondReason
from reception.rules.roster import Post
from reception.rules.staff import Action
from reception.rules.tallies import Tally
from reception.rules.text_lengths import cleaned_text
from reception.services import chains, files, tallies
from reception.services.desk import Desk
from reception.store import journal, records
from reception.store.models import CaseRow, InquiryRow, NoticeRow, ReferralRow

__all__ = ["ExportReport", "WeekLog", "export_due", "export_week", "week_log"]

_I: Any = InquiryRow
_N: Any = NoticeRow
_C: Any = CaseRow
_R: Any = ReferralRow
KIND = "Week"
PURPOSE_LIMIT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export placed: the files in the order asked for, and the SHA-256 of each by file name."""

    week: Week
    paths: tuple[Path, ...]
    digests: Mapping[str, str]
    rows: int
    masked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _WeekRead:
    """A week as read at one moment."""

    records: WeekRecords
    referrals: tuple[Referral, ...]
    repeated: Mapping[int, str]
    units: Mapping[str, str]
    posts: Mapping[str, str]


def week_log(desk: Desk, week: Week) -> WeekLog:
    """Give a week's log as of one moment, masked, with its figures.

    Raises:
        NotAllowed: the roles do not permit the log.
    """
    desk.require(Action.EXPORT_MASKED)
    return _log(desk, week, _read(desk, week), watermark="")


def export_week(
    desk: Desk,
    week: Week,
    folder: Path,
    formats: Sequence[LogFormat] = tuple(LogFormat),
    *,
    full_purpose: str = "",
    keep_going: Callable[[int], bool] = lambda _made: True,
) -> ExportReport | None:
    """Place a week's log as files in a folder: masked, or with whole values when a purpose is stated.

    The same week exported again gives the same bytes while its records are the same; a whole log bears who took
    it, when and for what.

    Args:
        desk: whose desk.
        week: which week.
        folder: where the files are placed.
        formats: the files asked for.
        full_purpose: what whole values are wanted for; blank gives a masked log.
        keep_going: is told how many files are made; False stops, before anything is placed or noted.

    Returns:
        What was placed, or None when it was stopped.

    Raises:
        NotAllowed: the roles do not permit it.
        Invalid: the purpose is blank or too long, or no format is asked for.
        Unavailable: the folder cannot be written, the disk is full, a file is open elsewhere.
    """
    action = Action.EXPORT_FULL if full_purpose else Action.EXPORT_MASKED
    desk.require(action)
    purpose = _checked(full_purpose, formats)
    watermark = _watermark(desk, purpose) if purpose else ""
    read = _read(desk, week)
    log = _log(desk, week, read, watermark=watermark)
    contents: dict[str, bytes] = {}
    for form in dict.fromkeys(formats):
        if not keep_going(len(contents)):
            return None
        contents[log_name(week, form)] = render_log(log, form)
    if not keep_going(len(contents)):
        return None
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    files.check_folder(folder)
    count, versions = _stamp([inquiry.version for inquiry in read.records.inquiries])
    omitted = log.figures.omissions
    stamps = {"rows": count, "versions": versions, "tallies": _tally_stamp(read.records.tallies), "omissions": omitted}
    _note(desk, week, action, files=digests, purpose=purpose, masked=not purpose, **stamps)
    try:
        paths = files.place(folder, contents)
    except Unavailable as failure:
        _note(desk, week, action, not_written=failure.code)
        raise
    return ExportReport(
        week=week, paths=paths, digests=MappingProxyType(digests), rows=len(log.entries), masked=not purpose
    )


def _checked(full_purpose: str, formats: Sequence[LogFormat]) -> str:
    if not formats:
        raise Invalid(Reason(code="required", field="format"))
    purpose = cleaned_text(full_purpose, "purpose", PURPOSE_LIMIT, lines=False)
    if full_purpose and not purpose:
        raise Invalid(Reason(code="required", field="purpose"))
    return purpose


def _watermark(desk: Desk, purpose: str) -> str:
    at = desk.calendar.local(desk.clock())
    return f"完整信息导出 · {desk.account.name} · {at:%Y-%m-%d %H:%M} · 用途：{purpose}"


def _note(desk: Desk, week: Week, action: Action, **payload: object) -> None:
    with desk.work(action) as work:
        work.note(KIND, _object_id(week), week=week.label, **payload)


def _object_id(week: Week) -> int:
    return week.year * 100 + week.number


def _log(desk: Desk, week: Week, read: _WeekRead, *, watermark: str) -> WeekLog:
    entries = _entries(desk, read)
    return WeekLog(
        week=week,
        unit=f"{desk.office.university}{desk.office.name}",
        entries=entries if watermark else tuple(masked(entry) for entry in entries),
        figures=summarise(week, read.records, desk.calendar),
        watermark=watermark,
    )


def _entries(desk: Desk, read: _WeekRead) -> tuple[LogEntry, ...]:
    notices: dict[int, list[Notice]] = {}
    for notice in read.records.notices:
        notices.setdefault(notice.inquiry_id, []).append(notice)
    cases = {case.inquiry_id: case for case in read.records.cases}
    referrals = {referral.inquiry_id: referral for referral in read.referrals}
    return tuple(
        log_entry(
            inquiry,
            Surroundings(
                notices=notices.get(inquiry.id, ()),
                case=cases.get(inquiry.id),
                referral=referrals.get(inquiry.id),
                repeat_of=read.repeated.get(inquiry.repeat_of or 0, ""),
                units=read.units,
                posts=read.posts,
            ),
            desk.calendar,
        )
        for inquiry in read.records.inquiries
    )


def _read(desk: Desk, week: Week) -> _WeekRead:
    start, end = bounds(week, desk.calendar)
    of_the_week = _I.select(_I.id).where(_within(_I.received_at, start, end))
    issued_then = _N.select(_N.inquiry_id).where(_within(_N.issued_at, start, end))
    earlier = _I.select(_I.repeat_of).where(_within(_I.received_at, start, end))
    with desk.reading():
        story_of = chains.story_of_each()
        told = {story_of.get(each, each) for (each,) in issued_then.tuples()}
        of_their_stories = [each for each, story in story_of.items() if story in told]
        concerned = _N.inquiry_id.in_(of_the_week) | _N.inquiry_id.in_(of_their_stories)
        return _WeekRead(
            records=WeekRecords(
                inquiries=tuple(
                    records.select(Inquiry, _within(_I.received_at, start, end), order=(_I.year, _I.serial))
                ),
                notices=tuple(records.select(Notice, _N.inquiry_id.in_(issued_then) | concerned)),
                cases=tuple(
                    records.select(
                        Case,
                        _C.inquiry_id.in_(of_the_week)
                        | _within(_C.started_at, start, end)
                        | _within(_C.due_at, start, end),
                    )
                ),
                tallies=tallies.of_days(week.first_on, week.last_on),
                story_of=story_of,
            ),
            referrals=tuple(records.select(Referral, _R.inquiry_id.in_(of_the_week))),
            repeated={each.id: each.reg_no for each in records.select(Inquiry, _I.id.in_(earlier))},
            units={unit.code: unit.name for unit in records.select(Unit)},
            posts={post.code: post.name for post in records.select(Post)},
        )


def _within(column: Any, start: datetime, end: datetime) -> Any:
    return (column >= start) & (column < end)


def _stamp(versions: Sequence[int]) -> tuple[int, int]:
    """Give what changes whenever a record of the week is added or changed."""
    return len(versions), sum(versions)


def _tally_stamp(counted: Sequence[Tally]) -> list[int]:
    """Give what changes whenever somebody of the week is counted or the count taken back."""
    return [len(counted), sum(tally.version for tally in counted)]


def export_due(desk: Desk) -> Week | None:
    """Give the week whose log is still to be exported as it now stands, or None.

    This week's is due from its last working day on, by the office's calendar. Last week's stays due while it
    holds records or tallies that no export has. A change of either after the export makes the week due again.
    """
    if not desk.may(Action.EXPORT_MASKED):
        return None
    today = desk.calendar.local(desk.clock()).date()
    week, before = week_of(today), week_of(today - timedelta(days=7))
    last_day = last_working_day(week, desk.calendar)
    with desk.reading():
        if last_day is not None and today >= last_day and not _exported(desk, week):
            return week
        return before if _holds_records(desk, before) and not _exported(desk, before) else None


def _holds_records(desk: Desk, week: Week) -> bool:
    return bool(_versions(desk, week) or tallies.of_days(week.first_on, week.last_on))


def _exported(desk: Desk, week: Week) -> bool:
    placed: dict[str, Any] | None = None
    for entry in journal.entries(KIND, _object_id(week)):
        payload = json.loads(entry.payload) if entry.payload else {}
        placed = None if "not_written" in payload else payload
    if placed is None:
        return False
    if "rows" not in placed:
        return True
    counted = _tally_stamp(tallies.of_days(week.first_on, week.last_on))
    stamped = (placed["rows"], placed["versions"]) == _stamp(_versions(desk, week))
    return stamped and list(placed.get("tallies", (0, 0))) == counted and _omitted_as(placed, desk, week)


def _omitted_as(placed: Mapping[str, Any], desk: Desk, week: Week) -> bool:
    """Tell whether no reason of a second notice was rejected or owned up to since the export."""
    start, end = bounds(week, desk.calendar)
    omitted = _N.select().where(
        _within(_N.issued_at, start, end),
        _N.second_reason == SecondReason.OMISSION,
        _N.void == False,  # noqa: E712 - an expression of the query
    )
    return bool(placed.get("omissions", omitted.count()) == omitted.count())


def _versions(desk: Desk, week: Week) -> list[int]:
    start, end = bounds(week, desk.calendar)
    return [version for (version,) in _I.select(_I.version).where(_within(_I.received_at, start, end)).tuples()]
