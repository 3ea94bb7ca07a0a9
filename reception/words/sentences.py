"""The sentence of an error or a reason: what is wrong, and what to do about it."""

import string
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum

from reception.errors import Invalid, Reason, ReceptionError
from reception.rules.limits import Limit
from reception.words import (
    codes_calendar,
    codes_calls,
    codes_cases,
    codes_commands,
    codes_corrections,
    codes_desk,
    codes_house,
    codes_machine,
    codes_once,
    codes_papers,
    codes_returns,
    codes_roster,
)
from reception.words.fields import field_label
from reception.words.labels import kind_label, label
from reception.words.language import Language, Pair, pick
from reception.words.times import date_text, instant_text, limit_text, seconds_text

_TABLES: tuple[Mapping[str, Pair], ...] = (
    codes_machine.CODES,
    codes_desk.CODES,
    codes_calls.CODES,
    codes_cases.CODES,
    codes_house.CODES,
    codes_roster.CODES,
    codes_returns.CODES,
    codes_calendar.CODES,
    codes_commands.CODES,
    codes_papers.CODES,
    codes_once.CODES,
    codes_corrections.CODES,
)
SENTENCES: Mapping[str, Pair] = {code: pair for table in _TABLES for code, pair in table.items()}
"""Every code with its sentences; places in braces are filled from the values."""

_UNNAMED: Pair = (
    "操作未完成（{code}），请再试一次；仍不成功请联系管理员。",
    "This could not be done ({code}); please try again, or ask the administrator.",
)
_LONGEST_VALUE = 200


def sentence(error: ReceptionError | Reason, language: Language) -> str:
    """Give the sentence of an error or a reason; an Invalid gives one line for each of its reasons."""
    if isinstance(error, Invalid):
        return "\n".join(placed(reason, language) for reason in error.reasons)
    pair = SENTENCES.get(error.code)
    if pair is None:
        return pick(_UNNAMED, language).format(code=error.code)
    shown = _Shown({name: spoken(name, value, language) for name, value in error.values.items()})
    return string.Formatter().vformat(pick(pair, language), (), shown)


def placed(reason: Reason, language: Language) -> str:
    """Give the sentence of a reason behind its place: 第 12 行 · 事项 · JW-03 · 办理时限：…"""
    line = reason.values.get("line")
    parts = []
    if line is not None:
        parts.append(pick((f"第 {line} 行", f"Line {line}"), language))
    if reason.field:
        parts.append(field_label(reason.field, language))
    if not parts:
        return sentence(reason, language)
    colon = pick(("：", ": "), language)
    return f"{' · '.join(parts)}{colon}{sentence(reason, language)}"


def spoken(name: str, value: object, language: Language) -> str:
    """Give a value as it stands in a sentence: dates and members of closed sets in words, long texts cut."""
    if isinstance(value, StrEnum):
        return label(value, language)
    if isinstance(value, datetime):
        return instant_text(value, language)
    if isinstance(value, date):
        return date_text(value, language)
    if isinstance(value, Limit):
        return limit_text(value, language)
    if name == "seconds" and isinstance(value, int | float):
        return seconds_text(value, language)
    if name == "kind":
        return kind_label(str(value), language)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        comma = pick(("、", ", "), language)
        return comma.join(spoken("", item, language) for item in value)
    text = str(value)
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


class _Shown(dict[str, str]):
    """Values of a sentence; one that is lacking shows as … instead of hiding the sentence."""

    def __missing__(self, name: str) -> str:
        return "…"
