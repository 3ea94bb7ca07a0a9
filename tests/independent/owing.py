"""What is owed until when, how its light stands and which turn of the ladder it reached: §3.3–3.6 a second time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from tests.independent.deadlines import Clock, Question, answer, clock_start, light
from tests.independent.ledger import Ledger, Record, local
from tests.independent.working_days import Days

_OFFICE_TIME = timedelta(hours=8)
TURNS = ("warning", "due_today", "overdue", "level_two", "level_three")
UNDER_WAY = ("open", "awaiting_papers", "suspended")
_PROMISING = ("SL", "BZ", "HF", "YQ")
_LIST_AT = time(8, 30)


@dataclass(frozen=True)
class Owed:
    """A due moment in the office, and whether it may still move with a notice."""

    due: datetime
    provisional: bool


def owed(record: Record) -> Owed:
    """Give what a case or a transfer says of itself."""
    return Owed(local(record["due_at"]), bool(record.get("provisional")))


def _step(limit: Record) -> tuple[str, int]:
    return limit["unit"], limit["n"]


def events_in_force(ledger: Ledger, case: Record) -> tuple[list[Record], list[Record], list[Record]]:
    """Give the stops, extensions and changes of limit that bear on a case: none from before it was begun again.

    An extension counts only with a living notice to the applicant (§3.4); a change of limit ends what was extended.
    """
    since = datetime.fromisoformat(case["started_at"])
    changes = [each for each in _granted(ledger, "LimitChange", case) if _settled(each) >= since]
    begun = max([since, *(_settled(each) for each in changes)])
    letters = ledger.records["Letter"]
    extensions = [
        each
        for each in _granted(ledger, "Extension", case)
        if _settled(each) >= begun and each.get("letter_id") and not letters[each["letter_id"]].get("void")
    ]
    pauses = [each for each in ledger.of("Pause", case_id=case["id"]) if _moment(each["from_at"]) >= since]
    return pauses, extensions, changes


def _granted(ledger: Ledger, kind: str, case: Record) -> list[Record]:
    return ledger.of(kind, case_id=case["id"], state="approved")


def _settled(request: Record) -> datetime:
    return _moment(request["settled_at"])


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def counted(ledger: Ledger, case: Record, now: datetime, days: Days | None = None) -> Owed:
    """Count a case anew with everything that happened to its clock; a stop that is open ends now."""
    pauses, extensions, _changes = events_in_force(ledger, case)
    asked = Question(
        start=local(case["started_at"]),
        limit=_step(case["limit"]),
        days=days or ledger.days,
        next_workday=ledger.next_workday,
    )
    dated_on = clock_start(asked).date()  # no stop reaches back before the clock
    spans = [(local(each["from_at"]).date(), local(each.get("to_at") or now.isoformat()).date()) for each in pauses]
    stops = tuple((max(first, dated_on), last) for first, last in spans if last > max(first, dated_on))
    legs = tuple(("WD", each["days"]) for each in extensions)
    found = answer(replace(asked, stops=stops, extensions=legs))
    return Owed(found.due, found.provisional)


def fresh(ledger: Ledger, start: str, limit: tuple[str, int], days: Days | None = None) -> Owed:
    """Count a limit that begins at an instant, without anything that happened later."""
    asked = Question(start=local(start), limit=limit, days=days or ledger.days, next_workday=ledger.next_workday)
    found = answer(asked)
    return Owed(found.due, found.provisional)


def is_promised(ledger: Ledger, inquiry_id: int) -> bool:
    """Tell whether the applicant holds a paper that says a date."""
    notices = ledger.of("Notice", inquiry_id=inquiry_id)
    letters = [each for each in ledger.of("Letter", inquiry_id=inquiry_id) if each["kind"] in _PROMISING]
    return any(not each.get("void") for each in (*notices, *letters))


def moved(ledger: Ledger, record: Record, before: Owed, after: Owed, now: datetime) -> Owed:
    """Give what a change of the calendar makes of a date: later by itself, earlier only where nothing was promised.

    Source: §3.7 point 5; a date that would be over at once stays too.
    """
    old = owed(record)
    if before == after:
        return old
    if after.due == old.due or before.due == after.due:
        return Owed(old.due, after.provisional)
    if after.due > old.due:
        return after
    promised = record.get("case_no") and is_promised(ledger, record["inquiry_id"])
    if promised or after.due < local(now) <= old.due:
        return Owed(old.due, after.provisional)
    return after


def case_light(ledger: Ledger, case: Record, now: datetime) -> str:
    """Give the light of a case under way."""
    stop = next((each for each in ledger.of("Pause", case_id=case["id"]) if not each.get("to_at")), None)
    if stop is not None:
        return "overdue" if local(now).date() > date.fromisoformat(stop["planned_on"]) else "paused"
    if case.get("no_limit_reason"):
        return "normal"
    clock = Clock(_step(case["limit"]), local(case["started_at"]), local(case["due_at"]), dated(ledger, case))
    return light(clock, local(now), ledger.days, ledger.thresholds)


def transfer_light(ledger: Ledger, referral: Record, now: datetime) -> str:
    """Give the light of a transfer that is not settled: yellow after one working day, red after two (§1.3)."""
    due = local(referral["due_at"])
    if local(now) <= due:
        start = transfer_start(ledger, referral)
        clock = Clock(("WD", 1), start, due, _dated(ledger, start, ("WD", 1)))
        return light(clock, local(now), ledger.days, ledger.thresholds)
    return "overdue" if is_chased(ledger, referral, now) else "warning"


def transfer_start(ledger: Ledger, referral: Record) -> datetime:
    """Give from when the time to acknowledge runs: the contact, or when it was passed on."""
    return local(transfer_start_instant(ledger, referral))


def is_chased(ledger: Ledger, referral: Record, now: datetime) -> bool:
    """Tell whether nobody acknowledged a transfer for two working days."""
    second = ledger.days.after(local(referral["due_at"]).date())
    return local(now) > ledger.days.closing(second)


def dated(ledger: Ledger, case: Record) -> date:
    """Give the day that a case is dated, which its count leaves out (§3.2, §3.9)."""
    return _dated(ledger, local(case["started_at"]), _step(case["limit"]))


def _dated(ledger: Ledger, start: datetime, limit: tuple[str, int]) -> date:
    asked = Question(start=start, limit=limit, days=ledger.days, next_workday=ledger.next_workday)
    return clock_start(asked).date()


def turn_of_case(ledger: Ledger, case: Record, now: datetime) -> str | None:
    """Give the turn that a case reached: only what is open and has a limit owes anything."""
    if case["status"] != "open" or case.get("no_limit_reason"):
        return None
    colour = case_light(ledger, case, now)
    days, due, here = ledger.days, local(case["due_at"]), local(now)
    if colour == "overdue":
        since = _closings(days, due.date(), 5)
        return "level_three" if here > since[4] else "level_two" if here > since[2] else "overdue"
    if colour == "due_today":
        sessions = days.open_stretches(here.date())
        opening = max([_LIST_AT, *(begins.time() for begins, _ends in sessions[:1])])
        if here.time() >= opening:
            return "due_today"
        whole = days.between(dated(ledger, case), due.date())
        return "warning" if ledger.thresholds.ahead(whole) else None
    return "warning" if colour == "warning" else None


def _closings(days: Days, day: date, count: int) -> Sequence[datetime]:
    found = []
    for _ in range(count):
        day = days.after(day)
        found.append(days.closing(day))
    return found


def turn_of_transfer(ledger: Ledger, referral: Record, now: datetime) -> str | None:
    """Give the turn of a transfer that nobody acknowledged."""
    if referral["status"] != "sent" or local(now) <= local(referral["due_at"]):
        return None
    return "overdue" if is_chased(ledger, referral, now) else "warning"


def answer_by(ledger: Ledger, now: datetime) -> datetime:
    """Give by when a slip is answered: one working day."""
    return fresh(ledger, now.isoformat(), ("WD", 1)).due


def transfer_start_instant(ledger: Ledger, referral: Record) -> str:
    """Give the instant from which the time to acknowledge a transfer runs."""
    if referral.get("previous_id"):
        return str(referral["sent_at"])
    return str(ledger.records["Inquiry"][referral["inquiry_id"]]["received_at"])
