"""Records as lines of JSON: the words of the entry go out as they came in, times are local."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from reception.rules.cases import DueItem, light
from reception.rules.inquiries import Inquiry
from reception.rules.plain import to_plain
from reception.rules.working_calendar import WorkingCalendar
from reception.services.desk import Desk
from reception.services.register import InquiryView

_RENAMED = {"matter_code": "matter"}
_INSIDE = frozenset({"id", "version", "year", "serial", "visitor_id", "first_officer_id", "repeat_of", "returned_with"})
_NOTICE = (
    *("kind", "number", "query_code", "matter_code", "matter_edition", "verdict", "missing", "issued_at", "issued_by"),
    *("supplement_by", "second_reason", "released", "prints", "last_printed_at", "void"),
)
_LETTER = ("kind", "number", "query_code", "issued_at", "issued_by", "prints", "last_printed_at", "void")
_CASE = (
    *("case_no", "disposition", "matter_code", "post_code", "officer", "started_at", "limit", "due_at"),
    *("provisional", "status", "category", "start_event", "first_due_at", "no_limit_reason", "outcome", "result"),
    *("closed_at", "told_at", "told_mode"),
)
_REFERRAL = (
    *("to_post", "to_person", "receiver", "sent_at", "due_at", "provisional", "status", "passed_before"),
    *("acknowledged_at", "acknowledged_by", "returned_at", "return_reason", "return_note"),
)
_DUE = (
    *("number", "reg_no", "disposition", "summary", "visitor", "person", "post", "started_at", "limit", "due_at"),
    *("provisional", "transfer", "state", "passed", "restricted", "paused", "resumes_on", "first_due_at", "asked"),
)


def restricted_line(inquiry: Inquiry, calendar: WorkingCalendar) -> dict[str, Any]:
    """Give what everybody may know of a restricted record: its number, its date, that it is restricted."""
    received_on = calendar.local(inquiry.received_at).date()
    return {"reg_no": inquiry.reg_no, "date": received_on.isoformat(), "restricted": True}


def inquiry_line(
    inquiry: Inquiry, calendar: WorkingCalendar, earlier: Mapping[int, str], slips: Mapping[int, str]
) -> dict[str, Any]:
    """Give a record with the keys that `record` takes, and with what the system added.

    `earlier` holds the numbers of records and `slips` those of notices, by their ids.
    """
    line: dict[str, Any] = {
        _RENAMED.get(column.name, column.name): _plain(getattr(inquiry, column.name), calendar)
        for column in fields(Inquiry)
        if column.name not in _INSIDE
    }
    line["repeat_of"] = earlier.get(inquiry.repeat_of or 0, "")
    line["returned_with"] = slips.get(inquiry.returned_with or 0, "")
    return line


def view_line(view: InquiryView, desk: Desk, earlier: Mapping[int, str], *, history: bool) -> dict[str, Any]:
    """Give a record with everything that belongs to it."""
    calendar = desk.calendar
    came_with = view.links.came_with
    slips = {view.inquiry.returned_with or 0: came_with.notice_number} if came_with else {}
    line = inquiry_line(view.inquiry, calendar, earlier, slips)
    line["masked"] = view.masked
    line["case"] = next((chosen(case, _CASE, calendar) for case in view.cases), None)
    line["referral"] = chosen(view.referrals[-1], _REFERRAL, calendar) if view.referrals else None
    line["notices"] = [chosen(notice, _NOTICE, calendar) for notice in view.notices]
    line["letters"] = [chosen(letter, _LETTER, calendar) for letter in view.letters]
    line["continued_by"] = [link.reg_no for link in view.links.answered_by]
    if history:
        line["history"] = [
            {
                "seq": entry.seq,
                "at": _plain(datetime.fromisoformat(entry.at), calendar),
                "actor": entry.actor,
                "counter": entry.counter,
                "action": entry.action,
            }
            for entry in view.history
        ]
    return line


def due_line(item: DueItem, now: datetime, calendar: WorkingCalendar) -> dict[str, Any]:
    """Give one thing that is owed, with its light at this instant."""
    line = chosen(item, _DUE, calendar) | {"light": light(item, now, calendar).value}
    return line | {"due_at": None} if item.paused is not None or item.no_limit_reason else line


def chosen(record: object, names: tuple[str, ...], calendar: WorkingCalendar) -> dict[str, Any]:
    """Give the named values of a record, times local."""
    return {name: _plain(getattr(record, name), calendar) for name in names}


def _plain(value: Any, calendar: WorkingCalendar) -> Any:
    if isinstance(value, datetime):
        return f"{calendar.local(value):%Y-%m-%d %H:%M}"
    return to_plain(value)
