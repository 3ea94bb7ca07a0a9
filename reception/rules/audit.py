"""The audit entry and its chain: each entry seals the one before it.

Source: handbook §1.2 no. 45 (audit trail: who, when, field, old, new; nothing is deleted).
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One act: the payload (JSON text) may be erased by law, the chain covers only its digest."""

    seq: int
    at: str
    actor_id: int | None
    actor: str
    role: str
    counter: str
    action: str
    kind: str
    object_id: int
    salt: str | None
    payload: str | None
    digest: str
    prev: str
    hash: str
    key_id: str


def covered(entry: AuditEntry, fields: frozenset[str], hide: Callable[[str], str]) -> AuditEntry:
    """Give an entry for reading in which what was written into these fields is masked; it fits its digest no more."""
    payload = json.loads(entry.payload) if entry.payload else {}
    if not isinstance(payload, dict):
        return entry
    changes = payload.get("changes") or {}
    for name in fields & changes.keys():
        changes[name] = [hide(value) if isinstance(value, str) else value for value in changes[name]]
    for name in fields & payload.keys():
        payload[name] = hide(str(payload[name]))
    return replace(entry, payload=json.dumps(payload, ensure_ascii=False)) if payload else entry


def digest_of(salt: str, payload: str) -> str:
    """Give the SHA-256 of salt and payload, in hex."""
    return hashlib.sha256(f"{salt}‖{payload}".encode()).hexdigest()


def seal(key: bytes, entry: AuditEntry) -> str:
    """Give HMAC-SHA-256 over the entry's metadata, its digest and the hash before it, in hex."""
    parts = (
        entry.prev,
        str(entry.seq),
        entry.at,
        str(entry.actor_id),
        entry.actor,
        entry.role,
        entry.counter,
        entry.action,
        entry.kind,
        str(entry.object_id),
        entry.digest,
        entry.key_id,
    )
    text = "\x1f".join(parts)
    return hmac.new(key, text.encode("utf-8"), hashlib.sha256).hexdigest()


def broken_at(key: bytes, entries: Iterable[AuditEntry], prev: str = GENESIS, seq: int = 0) -> int | None:
    """Give the sequence number of the first entry that does not fit the chain, or None when all fit."""
    for entry in entries:
        fits = entry.seq == seq + 1 and entry.prev == prev and hmac.compare_digest(seal(key, entry), entry.hash)
        if fits and entry.payload is not None:
            fits = entry.salt is not None and digest_of(entry.salt, entry.payload) == entry.digest
        if not fits:
            return entry.seq
        prev, seq = entry.hash, entry.seq
    return None
