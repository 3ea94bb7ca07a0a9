"""The audit log in the database: append, read on from a mark, verify the chain."""

import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from reception.rules.audit import GENESIS, AuditEntry, broken_at, digest_of, seal
from reception.store.models import AuditRow
from reception.store.row import proxy
from reception.store.statements import statements_of

_A = cast(Any, AuditRow)
_LENGTH = """
INSERT INTO "sequence" ("kind", "year", "last") VALUES (?, 0, ?)
ON CONFLICT ("kind", "year") DO UPDATE SET "last" = excluded."last"
"""
LENGTH_KIND = "痕迹"
"""The counter that says how many entries there are, so that entries cut off at the end are missed."""
_AT_ONCE = 1000
_LAST = 'SELECT "seq", "hash" FROM "audit_entry" ORDER BY "seq" DESC LIMIT 1'
_LAST_AT = 'SELECT "at" FROM "audit_entry" ORDER BY "seq" DESC LIMIT 1'


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What is to be logged, before it has its place in the chain."""

    at: str
    actor_id: int | None
    actor: str
    role: str
    counter: str
    action: str
    kind: str
    object_id: int
    payload: dict[str, Any]


def last_at() -> datetime | None:
    """Give the instant that the newest entry bears, or None where there is none."""
    row = proxy.execute_sql(_LAST_AT).fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def append(act: Act, key: bytes, key_id: str) -> AuditEntry:
    """Seal an act behind the last entry, within the running transaction, and give the entry."""
    last = proxy.execute_sql(_LAST).fetchone() or (0, GENESIS)
    entry = _entry(act, last[0] + 1, last[1], key_id)
    sealed = seal(key, entry)
    statements_of(AuditEntry).insert(_values(entry, sealed))
    proxy.execute_sql(_LENGTH, (LENGTH_KIND, entry.seq))
    return replace(entry, hash=sealed)


def append_all(acts: Iterable[Act], key: bytes, key_id: str) -> None:
    """Seal many acts one behind the other, in one statement, within the running transaction."""
    seq, prev = proxy.execute_sql(_LAST).fetchone() or (0, GENESIS)
    rows = []
    for act in acts:
        entry = _entry(act, seq + 1, prev, key_id)
        seq, prev = entry.seq, seal(key, entry)
        rows.append(_values(entry, prev))
    if rows:
        statements_of(AuditEntry).insert_all(rows)
        proxy.execute_sql(_LENGTH, (LENGTH_KIND, seq))


def _entry(act: Act, seq: int, prev: str, key_id: str) -> AuditEntry:
    """Give the entry of an act at its place in the chain, not sealed yet."""
    payload = json.dumps(act.payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    salt = secrets.token_hex(16)
    return AuditEntry(
        seq=seq,
        at=act.at,
        actor_id=act.actor_id,
        actor=act.actor,
        role=act.role,
        counter=act.counter,
        action=act.action,
        kind=act.kind,
        object_id=act.object_id,
        salt=salt,
        payload=payload,
        digest=digest_of(salt, payload),
        prev=prev,
        hash="",
        key_id=key_id,
    )


def _values(entry: AuditEntry, sealed: str) -> dict[str, object]:
    return {name: getattr(entry, name) for name in AuditEntry.__dataclass_fields__} | {"hash": sealed}


def mark() -> int:
    """Give the last sequence number, 0 while the log is empty."""
    last = _A.select(_A.seq).order_by(_A.seq.desc()).first()
    return int(last.seq) if last else 0


def changes_since(seen: int) -> tuple[int, frozenset[str]]:
    """Give the new mark and the kinds of record that changed after `seen`, by this program or another."""
    rows = list(_A.select(_A.seq, _A.kind).where(_A.seq > seen).order_by(_A.seq).tuples())
    return (rows[-1][0] if rows else seen), frozenset(kind for _, kind in rows)


def objects_since(seen: int) -> list[tuple[str, int]]:
    """Give the kind and number of each record that was the object of an entry after `seen`, once each."""
    query = _A.select(_A.kind, _A.object_id).where(_A.seq > seen).distinct()
    return [(str(kind), int(number)) for kind, number in query.tuples()]


def entries(kind: str | None = None, object_id: int | None = None, newest: int | None = None) -> list[AuditEntry]:
    """Give entries in order, all or of one object, or only the newest so many."""
    query = _A.select()
    if kind is not None:
        query = query.where(_A.kind == kind)
    if object_id is not None:
        query = query.where(_A.object_id == object_id)
    if newest is not None:
        return [row.record() for row in query.order_by(_A.seq.desc()).limit(newest)][::-1]
    return [row.record() for row in query.order_by(_A.seq)]


def acted_on(kind: str, actions: Iterable[str], object_ids: Iterable[int]) -> frozenset[int]:
    """Give which of some objects of a kind were the object of one of these actions."""
    wanted, found = list(object_ids), set[int]()
    for begin in range(0, len(wanted), _AT_ONCE):
        among = _A.object_id.in_(wanted[begin : begin + _AT_ONCE])
        query = _A.select(_A.object_id).where(_A.kind == kind, among, _A.action.in_(list(actions))).distinct()
        found.update(number for (number,) in query.tuples())
    return frozenset(found)


def first_broken(key: bytes) -> int | None:
    """Give the sequence number of the first entry that breaks the chain, or None when it is whole."""
    return broken_at(key, _all())


def _all() -> Iterator[AuditEntry]:
    for row in _A.select().order_by(_A.seq).iterator():
        yield row.record()
