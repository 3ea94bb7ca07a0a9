"""What to say: quick answers of the office, and the numbers for an emergency.

Source: handbook §1.3 (emergency first), §6 (courteous words).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from reception.errors import Invalid, Reason
from reception.rules.text import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickAnswer:
    """An answer to a question that the office hears often."""

    id: int = 0
    version: int = 0
    question: str
    answer: str
    answer_en: str = ""
    matter_code: str = ""
    keywords: tuple[str, ...] = ()
    uses: int = 0
    last_used_at: datetime | None = None
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyContact:
    """Whom to call first in danger; registered later (handbook §1.3)."""

    id: int = 0
    version: int = 0
    name: str
    name_en: str = ""
    phone: str
    note: str = ""
    position: int = 0
    active: bool = True


NATIONAL = (
    EmergencyContact(name="急救", name_en="Ambulance", phone="120"),
    EmergencyContact(name="火警", name_en="Fire", phone="119"),
    EmergencyContact(name="报警", name_en="Police", phone="110"),
)
"""Numbers that hold everywhere in the country and that nobody can take away."""

Said = TypeVar("Said", QuickAnswer, EmergencyContact)

LENGTHS: Mapping[type[Any], Mapping[str, int]] = {
    QuickAnswer: {"question": 200, "answer": 2000, "answer_en": 2000, "matter_code": 20},
    EmergencyContact: {"name": 60, "name_en": 100, "phone": 60, "note": 200},
}
KEYWORD_LENGTH, MOST_KEYWORDS = 60, 20
_NEEDED: Mapping[type[Any], tuple[str, ...]] = {
    QuickAnswer: ("question", "answer"),
    EmergencyContact: ("name", "phone"),
}
_OF_LINES = frozenset({"answer", "answer_en"})


def tidied(record: Said) -> Said:
    """Give the record with every text cleaned.

    Raises:
        Invalid: all reasons at once, each at its field.
    """
    reasons: list[Reason] = []
    texts: dict[str, Any] = {
        name: _clean(getattr(record, name), name, limit, reasons) for name, limit in LENGTHS[type(record)].items()
    }
    if isinstance(record, QuickAnswer):
        words = [_clean(word, "keywords", KEYWORD_LENGTH, reasons) for word in record.keywords]
        texts["keywords"] = tuple(dict.fromkeys(word for word in words if word))
        if len(texts["keywords"]) > MOST_KEYWORDS:
            reasons.append(Reason(code="too_many", field="keywords", values={"most": MOST_KEYWORDS}))
    reasons += [Reason(code="required", field=name) for name in _NEEDED[type(record)] if not texts[name]]
    if reasons:
        raise Invalid(*reasons)
    return replace(record, **texts)


def keywords_of(line: str) -> tuple[str, ...]:
    """Give the keywords of a typed line, whichever commas stand between them."""
    return tuple(word.strip() for word in re.split("[,，、;；]", line) if word.strip())


def _clean(raw: str, field: str, limit: int, reasons: list[Reason]) -> str:
    try:
        return clean(raw, limit, lines=field in _OF_LINES)
    except Invalid as refused:
        reasons += [replace(reason, field=field) for reason in refused.reasons]
        return raw


LIKE_ENOUGH = 0.4
_SAME_MATTER = 0.2
_ASKING = (
    *("请问", "怎么", "如何", "怎样", "什么时候", "什么", "在哪里", "在哪儿", "哪里", "哪儿", "多少", "可以", "能不能"),
    *("能否", "是否", "需要", "想要", "咨询", "询问", "办理", "吗", "呢", "的", "了", "我", "要", "在哪", "在"),
)
"""Words of every question, which make no two questions alike."""


def best_fitting(answers: Iterable[QuickAnswer], asked: str, matter_code: str = "") -> QuickAnswer | None:
    """Give the answer whose question is most like what was asked, or None when none is like enough.

    A keyword of the answer that stands in the question counts as much as the whole question; the same matter
    helps; among equals the one used more often comes first.
    """
    signs = _core(asked)
    ranked = [(_likeness(answer, signs, matter_code), answer.uses, -answer.id, answer) for answer in answers]
    best = max((each for each in ranked if each[0] >= LIKE_ENOUGH), key=lambda each: each[:3], default=None)
    return best[3] if best else None


def _likeness(answer: QuickAnswer, asked: str, matter_code: str) -> float:
    pairs, own = _pairs(asked), _pairs(_core(answer.question))
    shared = 2 * len(pairs & own) / (len(pairs) + len(own)) if pairs and own else 0.0
    if any(len(core) > 1 and core in asked for core in map(_core, answer.keywords)):
        shared = max(shared, 1.0)
    same = bool(matter_code) and matter_code == answer.matter_code
    return shared + _SAME_MATTER if same else shared


def _core(text: str) -> str:
    """Give what is asked about: letters, digits and Chinese characters, without the words of asking."""
    kept = unicodedata.normalize("NFKC", text).casefold()
    for word in _ASKING:
        kept = kept.replace(word, " ")
    return "".join(sign for sign in kept if sign.isalnum())


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))
