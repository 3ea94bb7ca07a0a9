"""A whole life of an office replayed from its audit log: due dates, lights, who works on what, reminders.

What the program showed (`Seen`) and when it swept (`Sweep`) come from whoever watched it; everything else is worked out
here from the log and the calendar, and held against what the program did.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tests.independent import owing
from tests.independent.ledger import OF_CALENDAR, Act, Entry, Ledger, Record, acts_of, entries_of, local
from tests.independent.owing import TURNS, UNDER_WAY, Owed, owed
from tests.independent.people import Roll

_PENDING = ("sent", "returned", "deciding")
_LEVELS = ("level_two", "level_three")
_SLIPS = ("overdue", "level_two", "level_three")
_RECOUNTED = frozenset(
    {"resume_case", "approve_extension", "close_case", "refuse_case", "withdraw_case", "close_lapsed"}
)


@dataclass(frozen=True)
class Shown:
    """One line of what is owed as the program showed it; `mine` are those to whom it was shown as theirs."""

    light: str
    due: datetime
    person: str
    mine: frozenset[int] | None


@dataclass(frozen=True)
class Seen:
    """What the program showed at a moment, after so many entries of the log."""

    at: datetime
    mark: int
    cases: Mapping[str, Shown]
    transfers: Mapping[str, Shown]
    holders: Mapping[str, int]


@dataclass(frozen=True)
class Sweep:
    """A sweep at a moment: the log before and after it; one that was killed may have done all, a part, or nothing."""

    at: datetime
    before: int
    after: int
    killed: bool = False


@dataclass
class Found:
    """What the replay compared, and everything in which program and replay differ."""

    compared: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def check(self, what: str, where: str, program: object, replay: object) -> None:
        """Compare one thing."""
        self.compared[what] += 1
        if program != replay:
            self.differences.append(f"{what} {where}: the program says {program!r}, the replay {replay!r}")


def replay(database: Path, seen: Iterable[Seen], sweeps: Iterable[Sweep]) -> Found:
    """Replay the log of a database that nobody writes any more.

    Args:
        database: the file.
        seen: what the program showed, in order.
        sweeps: when it swept, in order.
    """
    entries = entries_of(database)
    book, found = Ledger(), Found()
    acts = list(acts_of(entries))
    watched: list[tuple[int, int, Seen | Sweep]] = [(each.mark, 1, each) for each in seen]
    watched += [(each.before, 0, each) for each in sweeps]
    watched.sort(key=lambda each: (each[0], each[2].at, each[1]))
    written = [each for each in entries if each.kind == "Reminder"]
    place = 0
    for act in acts:
        while place < len(watched) and watched[place][0] < act.entries[0].seq:
            _look(book, watched[place][2], written, found)
            place += 1
        _take(book, act, found)
    for _mark, _order, each in watched[place:]:
        _look(book, each, written, found)
    found.differences += book.faults
    found.compared["log entries"] = len(entries)
    swept = [(each.before, each.after) for each in sweeps]
    stray = [each for each in written if _is_new(each) and not any(a < each.seq <= b for a, b in swept)]
    found.check("reminders outside every sweep", "", len(stray), 0)
    return found


def _is_new(entry: Entry) -> bool:
    return "turn" in entry.changes


def _look(book: Ledger, watched: Seen | Sweep, written: list[Entry], found: Found) -> None:
    if isinstance(watched, Seen):
        _compare_shown(book, watched, found)
    else:
        own = [each for each in written if watched.before < each.seq <= watched.after]
        _compare_sweep(book, watched, own, found)


# What the log says of due dates, act by act.


def _take(book: Ledger, act: Act, found: Found) -> None:
    owing_kinds = {(each.kind, each.object_id) for each in act.entries if each.kind in ("Case", "Referral")}
    before = {key: dict(book.records[key[0]][key[1]]) for key in owing_kinds if key[1] in book.records[key[0]]}
    expected = _moves(book, act) if act.action == "edit_calendar" else {}
    for entry in act.entries:
        book.apply(entry)
    for kind, number in sorted(owing_kinds):
        record = book.records[kind][number]
        where = f"{record.get('case_no') or record['id']} after {act.action} at {local(act.at)} (entry {act.last})"
        if (kind, number) not in expected:
            _check_due(book, act, record, before.get((kind, number)), where, found)
        if kind == "Case":
            _check_first(record, before.get((kind, number)), where, found)
    for (kind, number), due in expected.items():
        record = book.records[kind][number]
        found.check("due date after a change of the calendar", f"{kind} {number} at {local(act.at)}", owed(record), due)


def _moves(book: Ledger, act: Act) -> dict[tuple[str, int], Owed]:
    """Give what every running clock is due after a change of the calendar."""
    days = book.days
    changed = Ledger(records={**book.records})
    for kind in OF_CALENDAR:
        changed.records[kind] = {number: dict(each) for number, each in book.records[kind].items()}
    for entry in act.entries:
        if entry.kind in OF_CALENDAR:
            changed.apply(entry)
    after = changed.days
    found = {}
    for case in book.all("Case"):
        if case["status"] in ("open", "awaiting_papers") and not case.get("no_limit_reason"):
            both = [owing.counted(book, case, act.at, each) for each in (days, after)]
            found["Case", case["id"]] = owing.moved(book, case, *both, act.at)
    for referral in book.of("Referral", status="sent"):
        start = owing.transfer_start_instant(book, referral)
        both = [owing.fresh(book, start, ("WD", 1), each) for each in (days, after)]
        found["Referral", referral["id"]] = owing.moved(book, referral, *both, act.at)
    return found


def _check_due(book: Ledger, act: Act, record: Record, before: Record | None, where: str, found: Found) -> None:
    if "case_no" not in record:
        start = owing.transfer_start_instant(book, record)
        expected = owing.fresh(book, start, ("WD", 1)) if before is None else owed(before)
        found.check("due date of a transfer", where, owed(record), expected)
    elif not record.get("no_limit_reason"):
        found.check("due date of a case", where, owed(record), _expected_due(book, act, record, before))


def _expected_due(book: Ledger, act: Act, case: Record, before: Record | None) -> Owed:
    if before is None or before["started_at"] != case["started_at"]:
        return owing.fresh(book, case["started_at"], (case["limit"]["unit"], case["limit"]["n"]))
    old = owed(before)
    if case["status"] == "void":
        return old  # its letters are void with it, and nothing is owed any more
    stood = before["status"] == "suspended" and case["status"] != "suspended"
    if act.action == "approve_extension" or (act.action in _RECOUNTED and stood):
        now = owing.counted(book, case, act.at)
        return now if now.due > old.due else old
    letters = [book.records["Letter"][each.object_id] for each in act.entries if each.kind == "Letter"]
    if any(each["kind"] == "YQ" and each.get("void") for each in letters):
        return _without_notice(book, case, letters, old, act)
    return old


def _without_notice(book: Ledger, case: Record, letters: list[Record], old: Owed, act: Act) -> Owed:
    """Give the date when the notice of an extension is void: without it the old date stands (§3.4)."""
    granted = [each for each in book.of("Extension", case_id=case["id"]) if each.get("letter_id") == letters[0]["id"]]
    now = owing.counted(book, case, act.at)
    due = max(now.due, local(granted[0]["due_before"])) if granted else old.due
    return Owed(due, now.provisional) if due < old.due else old


def _check_first(case: Record, before: Record | None, where: str, found: Found) -> None:
    """The first promise is kept for ever: set once when a date moves, and never changed."""
    first = before.get("first_due_at") if before else None
    if before is None or case["status"] == "awaiting_papers" or before["status"] == "awaiting_papers":
        return
    if first is None and before.get("due_at") != case["due_at"] and not before.get("no_limit_reason"):
        first = before["due_at"]
    found.check("first due date", where, case.get("first_due_at"), first)


# What the program showed.


def _compare_shown(book: Ledger, seen: Seen, found: Found) -> None:
    roll = Roll(book, seen.at)
    names = {each["id"]: each["name"] for each in book.all("Account")}
    cases = {each["case_no"]: each for each in book.all("Case") if each["status"] in UNDER_WAY}
    inquiries = book.records["Inquiry"]
    sent = {
        inquiries[each["inquiry_id"]]["reg_no"]: each for each in book.all("Referral") if each["status"] in _PENDING
    }
    when = f"at {local(seen.at)}"
    found.check("cases listed", when, sorted(seen.cases), sorted(cases))
    found.check("transfers listed", when, sorted(seen.transfers), sorted(sent))
    for number, shown in seen.cases.items():
        case = cases.get(number)
        if case is not None:
            worker = roll.works_on(case)
            where = f"{number} {when}"
            found.check("light", where, shown.light, owing.case_light(book, case, seen.at))
            found.check("who works", where, shown.person, "" if case.get("restricted") else names[worker])
            if shown.mine is not None:
                found.check("whose it is, exactly one", where, shown.mine, frozenset({worker}))
    for number, shown in seen.transfers.items():
        referral = sent.get(number)
        if referral is not None:
            where = f"transfer of {number} {when}"
            found.check("light of a transfer", where, shown.light, owing.transfer_light(book, referral, seen.at))
            if shown.mine is not None:
                mine = _whose_transfer(book, roll, referral, seen.at)
                found.check("whose a transfer is", where, shown.mine, mine)
    for code, holder in seen.holders.items():
        post = roll.post(code)
        found.check("holder of a post", f"{code} {when}", holder, roll.holder(post) if post else 0)


def _whose_transfer(book: Ledger, roll: Roll, referral: Record, now: datetime) -> frozenset[int]:
    first = roll.instead_of(book.records["Inquiry"][referral["inquiry_id"]]["first_officer_id"])
    if referral["status"] == "returned":
        whose = {first}
    elif referral["status"] == "deciding":
        whose = set(roll.heads("unit_head"))
    else:
        whose = {roll.receives(referral)}
    return frozenset(whose | ({first} if owing.is_chased(book, referral, now) else set()))


# What a sweep wrote and closed.


def _compare_sweep(book: Ledger, sweep: Sweep, own: list[Entry], found: Found) -> None:
    where = f"sweep at {local(sweep.at)} (entries {sweep.before}-{sweep.after})"
    expected = _expected_reminders(book, sweep.at)
    actual = [_written(each) for each in own if _is_new(each)]
    closed = sorted(each.object_id for each in own if not _is_new(each) and "closed_at" in each.changes)
    over = sorted(each["id"] for each in book.all("Reminder") if not each.get("closed_at") and _is_over(book, each))
    if sweep.killed:
        expected, over = expected[: len(actual)], [number for number in over if number in closed]
    found.compared["sweeps"] += 1
    found.compared["reminders"] += len(actual)
    for turn, _number, _due, _to, _by in actual:
        found.compared[f"reminders: {turn}"] += 1
    for line in sorted({*map(str, actual)} ^ {*map(str, expected)}):
        side = "only the program" if line in {*map(str, actual)} else "only the replay"
        found.differences.append(f"reminder at {where}: {side} writes {line}")
    found.check("reminders of a sweep, each once", where, len(actual), len(expected))
    found.check("reminders closed", where, closed, over)


def _written(entry: Entry) -> tuple[str, str, str, tuple[int, ...], str]:
    after = {name: pair[1] for name, pair in entry.changes.items()}
    by = f"{local(after['answer_by'])}" if after.get("answer_by") else ""
    to = tuple(sorted(after.get("to_ids") or ()))
    return after["turn"], f"{after['owed']} {after['owed_id']}", f"{local(after['due_at'])}", to, by


def _is_over(book: Ledger, reminder: Record) -> bool:
    if reminder["owed"] == "referral":
        return book.records["Referral"][reminder["owed_id"]]["status"] not in _PENDING
    case = book.records["Case"][reminder["owed_id"]]
    return case["status"] not in UNDER_WAY or case["due_at"] != reminder["due_at"]


def _expected_reminders(book: Ledger, now: datetime) -> list[tuple[str, str, str, tuple[int, ...], str]]:
    reached = []
    for kind, turn_of in (("case", owing.turn_of_case), ("referral", owing.turn_of_transfer)):
        for record in book.all(kind.title()):
            turn = turn_of(book, record, now)
            if turn is not None and _is_fresh(book, kind, record, turn):
                reached.append((TURNS.index(turn), record["due_at"], record["id"], kind, record))
    roll, lines = Roll(book, now), []
    raised = [each for each in book.all("Reminder") if each["turn"] in _LEVELS and each["owed"] == "case"]
    late = {_whose(book.records["Case"][each["owed_id"]]): [] for each in raised}
    for each in raised:
        case = book.records["Case"][each["owed_id"]]
        if case["status"] != "void" and _quarter(local(each["at"])) == _quarter(local(now)):
            late[_whose(case)].append(case["id"])
    for rank, _due, number, kind, record in sorted(reached, key=lambda each: each[:3]):
        turn = TURNS[rank]
        if kind == "case" and turn == "level_two" and any(each != number for each in late.get(_whose(record), ())):
            turn = "level_three"
        if kind == "case" and turn in _LEVELS:
            late.setdefault(_whose(record), []).append(number)
        to = tuple(sorted(_addressed(book, roll, kind, record, turn)))
        by = f"{owing.answer_by(book, now)}" if kind == "case" and turn in _SLIPS else ""
        lines.append((turn, f"{kind} {number}", f"{local(record['due_at'])}", to, by))
    return lines


def _is_fresh(book: Ledger, kind: str, record: Record, turn: str) -> bool:
    """Tell whether nobody was ever reminded of this turn, or a higher one, of this due date."""
    earlier = book.of("Reminder", owed_id=record["id"], owed=kind, due_at=record["due_at"])
    return all(TURNS.index(each["turn"]) < TURNS.index(turn) for each in earlier)


def _quarter(moment: datetime) -> tuple[int, int]:
    return moment.year, (moment.month - 1) // 3


def _whose(case: Record) -> tuple[str, int]:
    """Give whose second slip in a quarter it is: the post's, or the person's where there is no post."""
    code, given = case.get("post_code") or "", case.get("assigned_id") or 0
    return (code, given) if code else ("", given or case["officer_id"])


def _addressed(book: Ledger, roll: Roll, kind: str, record: Record, turn: str) -> set[int]:
    """Give whom a turn goes to (§3.6): who handles it, who stands in, and from the due day on those above."""
    inquiry = book.records["Inquiry"][record["inquiry_id"]]
    section = roll.heads("section_head") or roll.heads("unit_head")
    unit = roll.heads("unit_head") or roll.heads("section_head")
    above = {"due_today": section, "overdue": section, "level_two": unit}.get(turn, [])
    if turn == "level_three":
        above = [*unit, *roll.heads("supervisor")]
    if kind == "referral":
        first = inquiry["first_officer_id"]
        people = {roll.receives(record)} | ({first, roll.instead_of(first)} if turn == "overdue" else set())
    else:
        post = None if record.get("restricted") else roll.post(record.get("post_code") or "")
        holder = record.get("assigned_id") or (roll.people_of(post)["A"] if post else record["officer_id"])
        people = {holder, roll.works_on(record)}
    if inquiry.get("restricted"):
        sees = {*roll.heads("unit_head"), *roll.heads("supervisor")}
        above = [number for number in above if number in sees]
    return {number for number in (*people, *above) if number not in roll.unused}
