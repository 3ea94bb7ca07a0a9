"""Cases and the reasons of their dates as lines of JSON; times are local."""

from typing import Any

from reception.cli.shown import chosen
from reception.rules.case_due import Explained
from reception.rules.cases import Case
from reception.services.case_files import CaseView
from reception.services.desk import Desk
from reception.words.due_reasons import due_sentences
from reception.words.labels import day_reason
from reception.words.language import Language

_CASE = (
    *("case_no", "disposition", "category", "matter_code", "matter_name", "post_code", "officer", "status"),
    *("started_at", "start_event", "limit", "limit_basis", "no_limit_reason", "provisional", "first_due_at"),
    *("outcome", "result", "ground", "closed_at", "closed_by", "told_at", "told_by", "told_mode", "reopened_at"),
)
_PAUSE = ("cause", "reason", "ground", "from_at", "planned_on", "to_at", "made_by", "ended_by")
_REQUEST = (*("reason", "state", "asked_at", "asked_by", "settled_at", "approver", "note", "due_before", "due_after"),)
_EXTENSION = ("days", *_REQUEST, "leader_decision")
_CHANGE = ("before", "after", *_REQUEST, "told_at", "told_mode")


def case_line(view: CaseView, desk: Desk) -> dict[str, Any]:
    """Give a case with its stops, its requests, and what this person may do with it now."""
    calendar = desk.calendar
    line = {"reg_no": view.reg_no, **chosen(view.case, _CASE, calendar), "due_at": due_at(view.case, desk)}
    line["assigned_to"] = view.assigned_to
    line["statutory_due"] = f"{view.statutory_due:%Y-%m-%d %H:%M}" if view.statutory_due else None
    line["pauses"] = [chosen(each, _PAUSE, calendar) for each in view.pauses]
    line["extensions"] = [chosen(each, _EXTENSION, calendar) for each in view.extensions]
    line["changes"] = [chosen(each, _CHANGE, calendar) for each in view.changes]
    line["acts"] = [act.value for act in view.acts]
    return line


def due_at(case: Case, desk: Desk) -> str | None:
    """Give by when a case is owed, nothing while its clock stands or where it has no limit."""
    owed = case.owed_until
    return f"{desk.calendar.local(owed):%Y-%m-%d %H:%M}" if owed else None


def reason_lines(why: Explained, desk: Desk, language: Language) -> dict[str, Any]:
    """Give why a date is what it is: the sentences, the legs of the count, and every day."""
    stands = why.paused is not None or bool(why.no_limit_reason)
    return {
        "number": why.number,
        "due_at": None if stands else f"{why.promised:%Y-%m-%d %H:%M}",
        "first_due_at": f"{why.first_due:%Y-%m-%d %H:%M}" if why.first_due else None,
        "why": list(due_sentences(why, desk.calendar, language)),
        "legs": [
            {"kind": leg.kind.value, "unit": leg.limit.unit.value, "n": leg.limit.n, "due": f"{leg.due:%Y-%m-%d %H:%M}"}
            for leg in why.legs
        ],
        "days": [
            {
                "date": day.on.isoformat(),
                "counted": day.counted,
                "reason": day.reason,
                "said": " · ".join(part for part in (day_reason(day.reason, language), day.name) if part),
            }
            for day in why.counted.days
        ],
    }
