"""Checking that the data are whole: file, log, numbers, records, and what belongs to them. Nothing is changed.

Source: handbook §1.2 no. 45 (nothing is deleted), §2.3 (numbers without gaps); decisions, "Store".
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from pathlib import Path
from typing import Any

from reception.errors import Reason, Unavailable
from reception.rules.audit import AuditEntry, broken_at
from reception.rules.cases import OWED, REFERRED, Case, CaseStatus, Referral, ReferralStatus, case_number
from reception.rules.inquiries import Disposition, Inquiry, Status, register_number
from reception.rules.letters import Letter
from reception.rules.notices import Notice
from reception.rules.papers import MARKS, TICKED, PaperKind
from reception.rules.plain import to_plain
from reception.rules.recognition import Visitor
from reception.services.check_cases import case_faults
from reception.services.check_duty import staffing_faults
from reception.services.desk import NOT_LOGGED
from reception.services.inquiries import search_text
from reception.services.visitors import visitor_keys
from reception.store import database, soundness
from reception.store.database import Store
from reception.store.journal import LENGTH_KIND
from reception.store.models import ROWS

MOST_REASONS = 100
_DAMAGE = frozenset({"damaged", "not_ours", "no_key", "database", "io_error"})
_SERIES: tuple[tuple[type[Any], str, PaperKind | None], ...] = (
    (Inquiry, "首问", None),
    (Case, "受理", None),
    *((Notice if kind in TICKED else Letter, mark, kind) for kind, mark in MARKS.items()),
)
"""The series of numbers; papers have one a kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found: the damage, and how many rows of each kind there are."""

    damage: tuple[Reason, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """Everything that could be read, by kind and row number."""

    rows: Mapping[type[Any], Mapping[int, Any]]
    unreadable: tuple[Reason, ...]

    def of(self, kind: type[Any]) -> Mapping[int, Any]:
        return self.rows.get(kind, {})


def check_folder(folder: Path) -> Findings:
    """Check the data of a folder.

    Raises:
        Unavailable: there are none, they are locked, newer than the program, or cannot be reached.
    """
    try:
        _refuse_lost_file(folder)
        store = database.open_store(folder)
    except Unavailable as failure:
        return _damage_or_raise(failure)
    try:
        with store.reading():
            return _check(store)
    except Unavailable as failure:
        return _damage_or_raise(failure)
    finally:
        store.close()


def _refuse_lost_file(folder: Path) -> None:
    left = (database.KEY_NAME, f"{database.FILE_NAME}-wal")
    if not database.exists(folder) and any((folder / name).exists() for name in left):
        raise Unavailable("database_missing", folder=str(folder))


def _damage_or_raise(failure: Unavailable) -> Findings:
    if failure.code not in _DAMAGE | {"database_missing"}:
        raise failure
    return Findings(damage=(Reason(code=failure.code, values=failure.values),), counts={})


def _check(store: Store) -> Findings:
    content = _read_content()
    log = sorted(content.of(AuditEntry).values(), key=lambda entry: entry.seq)
    damage = [Reason(code="file_damaged", values={"detail": text}) for text in soundness.file_faults(store)]
    damage += [Reason(code="guard_lost", values={"name": name}) for name in soundness.lost_guards(store)]
    damage += content.unreadable
    broken = broken_at(store.key, log)
    if broken is not None:
        damage.append(Reason(code="chain_broken", values={"seq": broken}))
    last, entries = log[-1].seq if log else 0, soundness.counters().get((LENGTH_KIND, 0))
    if entries not in (None, last):
        damage.append(Reason(code="chain_cut", values={"entries": entries, "last": last}))
    for faults in (
        _numbers(content),
        _belongings(content),
        case_faults(content.rows),
        staffing_faults(content.rows, log),
        _against_log(content, log),
        _search_texts(content),
    ):
        damage += faults
    counts = {kind.__name__: len(rows) for kind, rows in content.rows.items()}
    return Findings(damage=tuple(damage[:MOST_REASONS]), counts=counts)


def _read_content() -> _Content:
    read = {kind: soundness.read_all(kind) for kind in ROWS}
    unreadable = [
        Reason(code="row_unreadable", values={"kind": kind.__name__, "id": number})
        for kind, found in read.items()
        for number in found.unreadable
    ]
    return _Content(rows={kind: found.records for kind, found in read.items()}, unreadable=tuple(unreadable))


def _numbers(content: _Content) -> Iterator[Reason]:
    """Find gaps in numbers, counters that stand elsewhere, and numbers that do not say their serial."""
    counters = soundness.counters()
    for kind, series, paper in _SERIES:
        serials: dict[int, set[int]] = {}
        for record in content.of(kind).values():
            if paper is not None and record.kind != paper:
                continue
            serials.setdefault(record.year, set()).add(record.serial)
        for year in sorted(serials.keys() | {one for name, one in counters if name == series}):
            found, last = serials.get(year, set()), counters.get((series, year), 0)
            where = {"series": series, "year": year}
            if max(found, default=0) != last:
                values = {**where, "counter": last, "last": max(found, default=0)}
                yield Reason(code="number_counter", values=values)
            for number in sorted(set(range(1, min(last, len(found) + MOST_REASONS) + 1)) - found):
                yield Reason(code="number_gap", values={**where, "number": number})
    for inquiry in content.of(Inquiry).values():
        if inquiry.reg_no != register_number(inquiry.year, inquiry.serial):
            yield Reason(code="number_text", values={"number": inquiry.reg_no})
    for case in content.of(Case).values():
        if case.case_no != case_number(case.year, case.serial):
            yield Reason(code="number_text", values={"number": case.case_no})


def _belongings(content: _Content) -> Iterator[Reason]:
    """Find records without the case or transfer that they owe, and what belongs to no record or outlived it."""
    inquiries = content.of(Inquiry)
    yield from _owed(inquiries, content.of(Case), Case, frozenset(OWED))
    yield from _owed(inquiries, content.of(Referral), Referral, REFERRED)
    belonging: tuple[type[Any], ...] = (Case, Referral, Notice, Letter)
    for kind in belonging:
        for number, record in content.of(kind).items():
            inquiry = inquiries.get(record.inquiry_id)
            if inquiry is None:
                values = {"kind": kind.__name__, "number": number}
                yield Reason(code="belonging_lost", values=values)
            elif inquiry.status is Status.VOID and not _is_void(record):
                yield Reason(code="belonging_status", values={"number": inquiry.reg_no, "kind": kind.__name__})


def _owed(
    inquiries: Mapping[int, Inquiry], records: Mapping[int, Any], kind: type[Any], owing: frozenset[Disposition]
) -> Iterator[Reason]:
    have = Counter(record.inquiry_id for record in records.values())
    for number, inquiry in inquiries.items():
        expected = 1 if inquiry.disposition in owing else 0
        passed_on = kind is Referral and expected and have[number] > expected
        if have[number] != expected and not passed_on:
            values = {"number": inquiry.reg_no, "kind": kind.__name__, "count": have[number]}
            yield Reason(code="belonging_missing", values=values)


def _is_void(record: Case | Referral | Notice | Letter) -> bool:
    if isinstance(record, Notice | Letter):
        return record.void
    return record.status in (CaseStatus.VOID, ReferralStatus.VOID)


def _against_log(content: _Content, log: list[AuditEntry]) -> Iterator[Reason]:
    """Find rows that are not what their log entries made them, rows without an entry, entries without a row."""
    logged, erased = _as_logged(log)
    for kind, rows in content.rows.items():
        if kind is AuditEntry:
            continue
        name = kind.__name__
        for number, record in rows.items():
            if (name, number) in erased:
                continue
            if (name, number) not in logged:
                yield Reason(code="row_unlogged", values={"kind": name, "id": number})
                continue
            differing = _differing(record, logged[name, number])
            if differing:
                shown = {"kind": name, "number": getattr(record, "reg_no", number), "fields": differing}
                yield Reason(code="row_differs", values=shown)
    known = {kind.__name__: rows for kind, rows in content.rows.items()}
    unreadable = {(reason.values["kind"], reason.values["id"]) for reason in content.unreadable}
    for name, number in logged:
        if number not in known.get(name, {}) and (name, number) not in unreadable:
            yield Reason(code="row_missing", values={"kind": name, "id": number})


def _as_logged(log: list[AuditEntry]) -> tuple[dict[tuple[str, int], dict[str, Any]], set[tuple[str, int]]]:
    """Give the last logged value of each field of each row, and the rows of which a payload was erased."""
    logged: dict[tuple[str, int], dict[str, Any]] = {}
    erased: set[tuple[str, int]] = set()
    for entry in log:
        row = (entry.kind, entry.object_id)
        if entry.payload is None:
            erased.add(row)
            continue
        changes = _changes(entry.payload)
        if changes:
            logged.setdefault(row, {}).update({name: pair[-1] for name, pair in changes.items() if pair})
    return logged, erased


def _changes(payload: str) -> dict[str, list[Any]]:
    """Give the changes of a payload; of a damaged one nothing, because the chain has told of it."""
    try:
        changes = json.loads(payload).get("changes", {})
        return {name: list(pair) for name, pair in changes.items()}
    except (ValueError, AttributeError, TypeError):
        return {}


def _differing(record: Any, logged: Mapping[str, Any]) -> list[str]:
    """Give the fields that are not as logged; what the log is older than must be as it is from the first."""
    kept = [column for column in fields(record) if column.name not in NOT_LOGGED]
    said = {column.name: logged.get(column.name, _first(column)) for column in kept}
    return [name for name, value in said.items() if not _same(to_plain(getattr(record, name)), value)]


def _first(column: Field[Any]) -> Any:
    if column.default_factory is not MISSING:
        return to_plain(column.default_factory())
    return None if column.default is MISSING else to_plain(column.default)


def _same(value: Any, logged: Any) -> bool:
    """Tell whether a value is what was logged; an empty value is not logged, nor known to what is older than it."""
    if isinstance(value, dict) and isinstance(logged, dict):
        return all(_same(value.get(name), logged.get(name)) for name in value.keys() | logged.keys())
    return value == logged or (not value and not logged)


def _search_texts(content: _Content) -> Iterator[Reason]:
    """Find what a search looks through where it does not say what its record says."""
    inquiries = content.of(Inquiry)
    stored = soundness.texts(Inquiry, "search_text")
    for number, inquiry in inquiries.items():
        if stored.get(number) != search_text(inquiry):
            shown = {"kind": "Inquiry", "number": inquiry.reg_no, "fields": ["search_keys"]}
            yield Reason(code="row_differs", values=shown)
    for number, visitor in content.of(Visitor).items():
        if visitor.search_keys != visitor_keys(visitor.name):
            yield Reason(code="row_differs", values={"kind": "Visitor", "number": number, "fields": ["search_keys"]})
