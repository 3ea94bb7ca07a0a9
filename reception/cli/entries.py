"""JSON as a command takes it, read into drafts; every mistake is noted with the field it is in."""

import json
import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import IO, Any, NoReturn

from reception.errors import Invalid, Reason
from reception.rules import inquiry_check
from reception.rules.faults import Faults, printable, read_date, shown
from reception.rules.inquiries import InquiryDraft, Paper
from reception.rules.limits import Limit, LimitUnit
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft, SecondReason
from reception.rules.text import clean
from reception.rules.working_calendar import WorkingCalendar

LONGEST_ENTRY = 32 * 1024 * 1024
"""Bytes of one entry; what is longer is refused unread."""
_LONGEST_TOKEN = 64
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")
_ROW = re.compile(r"[0-9]{1,3}")
_HINTS: Mapping[str, Any] = typing.get_type_hints(InquiryDraft)
_APART = frozenset({"token", "papers"})


def lines(source: IO[bytes]) -> Iterator[bytes | None]:
    """Give the lines of a stream as they come, without blank ones; None for one that is too long to be kept."""
    while raw := source.readline(LONGEST_ENTRY + 1):
        if len(raw) <= LONGEST_ENTRY:
            if raw.strip():
                yield raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = source.readline(LONGEST_ENTRY)
        yield None


def read_object(raw: bytes | None) -> dict[str, object]:
    """Give the JSON object that the bytes hold.

    Raises:
        Invalid: not UTF-8, not JSON, a key twice, not an object, too long or nested too deeply.
    """
    if raw is None or len(raw) > LONGEST_ENTRY:
        raise Invalid(Reason(code="entry_too_long", values={"most": LONGEST_ENTRY // 1024 // 1024}))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise Invalid(Reason(code="input_not_utf8")) from failure
    value = json_value(text)
    if not isinstance(value, dict):
        raise Invalid(Reason(code="object_expected"))
    return value


def json_value(text: str) -> object:
    """Give the value that a JSON text holds.

    Raises:
        Invalid: not JSON, a key twice, nested too deeply, a number of thousands of digits.
    """
    try:
        value: object = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except json.JSONDecodeError as failure:
        raise Invalid(Reason(code="json_unreadable", values={"column": failure.pos + 1})) from failure
    except RecursionError as failure:
        raise Invalid(Reason(code="json_too_deep")) from failure
    except ValueError as failure:
        raise Invalid(Reason(code="number_too_long")) from failure
    return value


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise Invalid(Reason(code="key_twice", values={"key": shown(key)}))
        found[key] = value
    return found


def _refuse_constant(word: str) -> NoReturn:
    raise Invalid(Reason(code="json_constant", values={"value": word}))


def read_inquiry(entry: Mapping[str, object], calendar: WorkingCalendar, *, token: str, now: datetime) -> InquiryDraft:
    """Give the draft that an entry holds.

    Args:
        entry: keys are the fields of `InquiryDraft` and `no_papers`; null counts as absent.
        calendar: of the office; times in the entry are its local ones.
        token: stands in when the entry brings none.
        now: for the check of what could be read, when something could not.

    Raises:
        Invalid: unknown keys, values of the wrong type, texts that cannot be kept, and with them whatever rule
            the rest breaks.
    """
    faults = Faults()
    given = {key: value for key, value in entry.items() if value is not None}
    _refuse_strangers(given, {*_HINTS, "no_papers"}, "", faults)
    values: dict[str, Any] = {"token": read_token(given.get("token"), token, faults)}
    for name in _HINTS:
        if name in given and name not in _APART:
            value = _value(given[name], _HINTS[name], name, calendar, faults)
            if value is not None:
                values[name] = value
    values["papers"] = _papers(given, faults)
    draft = InquiryDraft(**values)
    try:
        inquiry_check.tidy(draft)
    except Invalid as refused:
        faults.reasons += refused.reasons
    if faults.reasons:
        named = {reason.field for reason in faults.reasons}
        broken = (each for each in inquiry_check.check(draft, now) if each.field not in named)
        raise Invalid(*faults.reasons, *broken)
    return draft


def read_fields(
    entry: Mapping[str, object], kinds: Mapping[str, type[Any]], calendar: WorkingCalendar
) -> dict[str, Any]:
    """Give the values of an entry by their kinds; null counts as absent.

    Raises:
        Invalid: unknown keys and values of the wrong type, all at once.
    """
    faults = Faults()
    given = {key: value for key, value in entry.items() if value is not None}
    _refuse_strangers(given, set(kinds), "", faults)
    values = {name: _value(given[name], kind, name, calendar, faults) for name, kind in kinds.items() if name in given}
    faults.settle()
    return values


def _refuse_strangers(entry: Mapping[str, object], known: set[str], field: str, faults: Faults) -> None:
    for key in entry:
        if key not in known:
            faults.add("unknown_key", field, key=printable(key[:40]))


def read_token(value: object, fallback: str, faults: Faults) -> str:
    """Give the token that an entry brings, or `fallback` where it brings none; a wrong one is a fault."""
    if value is None:
        return fallback
    try:
        if isinstance(value, str) and value and clean(value, _LONGEST_TOKEN) == value:
            return value
    except Invalid as refused:
        faults.reasons += [Reason(code=each.code, field="token", values=each.values) for each in refused.reasons]
        return fallback
    faults.add("token_form", "token", limit=_LONGEST_TOKEN)
    return fallback


def _value(value: object, hint: Any, field: str, calendar: WorkingCalendar, faults: Faults) -> Any:
    kind = next((one for one in typing.get_args(hint) if one is not type(None)), hint)
    if kind is datetime:
        return _moment(value, field, calendar, faults)
    if kind is date:
        return read_date(value, field, faults)
    if kind is Limit:
        return read_limit(value, field, faults)
    if issubclass(kind, StrEnum):
        return _choice(value, kind, field, faults)
    if kind is bool:
        return _yes_or_no(value, field, faults)
    if kind is int:
        return _whole(value, field, faults)
    return _text(value, field, faults)


def _text(value: object, field: str, faults: Faults) -> str | None:
    if isinstance(value, str):
        return value
    faults.add("text_expected", field)
    return None


def _yes_or_no(value: object, field: str, faults: Faults) -> bool | None:
    if isinstance(value, bool):
        return value
    faults.add("yes_or_no_expected", field, value=shown(value))
    return None


def _whole(value: object, field: str, faults: Faults) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    faults.add("number_not_whole", field, value=shown(value))
    return None


def _choice(value: object, kind: type[StrEnum], field: str, faults: Faults) -> StrEnum | None:
    if isinstance(value, str) and value in set(kind):
        return kind(value)
    faults.add("choice_unknown", field, value=shown(value), choices=" ".join(kind))
    return None


def _moment(value: object, field: str, calendar: WorkingCalendar, faults: Faults) -> datetime | None:
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            return calendar.instant(datetime.fromisoformat(value))
        except (ValueError, OverflowError):
            pass
    faults.add("moment_unreadable", field, value=shown(value))
    return None


def read_limit(value: object, field: str, faults: Faults) -> Limit | None:
    """Give the limit that `{"unit": "WD", "n": 5}` names; `n` may be absent where it plays no part."""
    if not isinstance(value, dict):
        faults.add("entry_not_mapping", field, value=shown(value))
        return None
    _refuse_strangers(value, {"unit", "n"}, field, faults)
    unit = _choice(value.get("unit"), LimitUnit, f"{field}.unit", faults)
    without_number = unit in (LimitUnit.SAME_DAY, LimitUnit.HALF_MONTH) and value.get("n") is None
    n = 0 if without_number else _whole(value.get("n"), f"{field}.n", faults)
    return None if unit is None or n is None else Limit(unit=LimitUnit(unit), n=n)


def read_papers(listed: object) -> tuple[Paper, ...]:
    """Give the papers of a list.

    Raises:
        Invalid: no list, unknown keys and values of the wrong type, all at once.
    """
    faults = Faults()
    found = _papers({"papers": listed}, faults)
    faults.settle()
    return found or ()


def _papers(given: Mapping[str, object], faults: Faults) -> tuple[Paper, ...] | None:
    none_left = "no_papers" in given and _yes_or_no(given["no_papers"], "no_papers", faults)
    listed = given.get("papers")
    if listed is None:
        return () if none_left else None
    if not isinstance(listed, list):
        faults.add("list_expected", "papers", value=shown(listed))
        return None
    if none_left and listed:
        faults.add("papers_and_none", "no_papers")
    read = [_paper(item, f"papers.{place}", faults) for place, item in enumerate(listed, start=1)]
    return tuple(paper for paper in read if paper is not None)


def _paper(item: object, field: str, faults: Faults) -> Paper | None:
    if not isinstance(item, dict):
        faults.add("entry_not_mapping", field, value=shown(item))
        return None
    given = {key: value for key, value in item.items() if value is not None}
    _refuse_strangers(given, {one.name for one in fields(Paper)}, field, faults)
    before = len(faults.reasons)
    name = _text(given.get("name", ""), f"{field}.name", faults)
    counts = {key: _whole(given[key], f"{field}.{key}", faults) for key in ("original", "copies") if key in given}
    if len(faults.reasons) > before:
        return None
    return Paper(name=name or "", **{key: count or 0 for key, count in counts.items()})


def read_notice(entry: Mapping[str, object]) -> NoticeDraft:
    """Give the ticks of a notice.

    Args:
        entry: `answers` (row number -> yes or no), `materials` (rows with `no`, `state`, `reason`), `second_reason`.

    Raises:
        Invalid: unknown keys and values of the wrong type, all at once.
    """
    faults = Faults()
    given = {key: value for key, value in entry.items() if value is not None}
    _refuse_strangers(given, {"answers", "materials", "second_reason"}, "", faults)
    answers = _answers(given.get("answers", {}), faults)
    ticks = _ticks(given.get("materials", []), faults)
    second = given.get("second_reason")
    why = None if second is None else _choice(second, SecondReason, "second_reason", faults)
    faults.settle()
    return NoticeDraft(answers=answers, ticks=ticks, second_reason=SecondReason(why) if why else None)


def _answers(value: object, faults: Faults) -> tuple[tuple[int, bool], ...]:
    if not isinstance(value, dict):
        faults.add("entry_not_mapping", "answers", value=shown(value))
        return ()
    found: list[tuple[int, bool]] = []
    for key, answer in value.items():
        if not _ROW.fullmatch(key):
            faults.add("number_not_whole", "answers", value=shown(key))
            continue
        said = _yes_or_no(answer, f"answers.{key}", faults)
        if said is not None:
            found.append((int(key), said))
    return tuple(found)


def _ticks(value: object, faults: Faults) -> tuple[MaterialTick, ...]:
    if not isinstance(value, list):
        faults.add("list_expected", "materials", value=shown(value))
        return ()
    read = (_tick(item, f"materials[{place}]", faults) for place, item in enumerate(value, start=1))
    return tuple(tick for tick in read if tick is not None)


def _tick(item: object, field: str, faults: Faults) -> MaterialTick | None:
    if not isinstance(item, dict):
        faults.add("entry_not_mapping", field, value=shown(item))
        return None
    _refuse_strangers(item, {"no", "state", "reason"}, field, faults)
    no = _whole(item.get("no"), f"{field}.no", faults)
    state = _choice(item.get("state"), MaterialState, f"{field}.state", faults)
    reason = _text(item.get("reason") or "", f"{field}.reason", faults)
    if no is None or state is None or reason is None:
        return None
    return MaterialTick(no=no if abs(no) < 1000 else 0, state=MaterialState(state), reason=reason)
