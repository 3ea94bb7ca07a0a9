"""What is said well at a counter, and what is never said: the phrases that ship with the program.

Source: handbook §6 (courteous words, banned phrases), §1.3 (an emergency first).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reception.rules.faults import Faults
from reception.rules.inquiries import Channel, Disposition
from reception.rules.placed_reading import Reading
from reception.rules.yaml_tree import Block, read_tree


class Situation(StrEnum):
    """When something is said, in the order of a visit."""

    GREET = "greet"
    ASK = "ask"
    INFORM = "inform"
    GUIDE = "guide"
    REFUSE = "refuse"
    WAIT = "wait"
    CALM = "calm"
    LATE = "late"
    FINISH = "finish"


class Match(StrEnum):
    """How a banned phrase is found: as a whole clause, or anywhere."""

    SENTENCE = "sentence"
    CONTAINS = "contains"


class Hearer(StrEnum):
    """To whom something is said in an emergency."""

    AMBULANCE = "ambulance"
    FIRE = "fire"
    POLICE = "police"
    VISITOR = "visitor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A courteous sentence; `{names}` in it wait for what is known. `channel` is None where any suits."""

    id: str
    situation: Situation
    channel: Channel | None
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Banned:
    """What is never said to a visitor, and what is said instead."""

    id: str
    zh: str
    en: str
    match: Match
    replace_zh: str
    replace_en: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What to say in an emergency, to whom."""

    to: Hearer
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseBook:
    """All phrases; `exceptions` are wordings in which a banned phrase is harmless."""

    courteous: tuple[Phrase, ...] = ()
    banned: tuple[Banned, ...] = ()
    exceptions: tuple[str, ...] = ()
    emergency: tuple[Call, ...] = ()


FITTING: Mapping[Disposition, Situation] = {
    Disposition.D1: Situation.INFORM,
    Disposition.D2: Situation.FINISH,
    Disposition.D3: Situation.INFORM,
    Disposition.D4: Situation.INFORM,
    Disposition.D5A: Situation.GUIDE,
    Disposition.D5B: Situation.GUIDE,
    Disposition.D6: Situation.GUIDE,
    Disposition.D7: Situation.GUIDE,
    Disposition.D8: Situation.REFUSE,
    Disposition.D9: Situation.GUIDE,
    Disposition.D10: Situation.CALM,
}
"""What is said next once a way of dealing with the visitor is chosen."""

MARKS = {"zh": "……", "en": "..."}
"""What stands in a phrase where something is still to be said."""

_PHRASE = {name: name for name in ("id", "situation", "channel", "zh", "en")}
_BANNED = {name: name for name in ("id", "zh", "match", "en", "replace_zh", "replace_en", "kind")}
_CALL = {name: name for name in ("to", "zh", "en")}
_TOP = ("courteous", "banned", "exceptions", "emergency")
_GAP = re.compile(r"某某[科处部门规定]{0,2}|……|\.\.\.")
_NAME = re.compile(r"\{(\w+)\}(\.?)")


def parse_phrases(text: str) -> PhraseBook:
    """Give the phrases of a file.

    Raises:
        Invalid: every mistake at once, each with its place and line.
    """
    faults = Faults()
    root = read_tree(text, faults)
    if not isinstance(root, Block):
        if root is not None:
            faults.add("block_expected", line=root.line)
        faults.settle()
        return PhraseBook()
    top = Reading(root, "", faults)
    top.known(_TOP)
    book = PhraseBook(
        courteous=tuple(_phrase(row) for row in top.rows("courteous", _PHRASE)),
        banned=tuple(_banned(row) for row in top.rows("banned", _BANNED)),
        exceptions=top.texts("exceptions"),
        emergency=tuple(_call(row) for row in top.rows("emergency", _CALL)),
    )
    faults.settle()
    return book


def suiting(book: PhraseBook, situation: Situation, channel: Channel | None) -> tuple[Phrase, ...]:
    """Give the phrases of a situation: those of the channel first, then those for any, then the others."""
    ranks: dict[Channel | None, int] = {channel: 0}
    ranks.setdefault(None, 1)
    found = [phrase for phrase in book.courteous if phrase.situation is situation]
    return tuple(sorted(found, key=lambda phrase: ranks.get(phrase.channel, 2)))


def filled(text: str, values: Mapping[str, str], mark: str) -> str:
    """Give a phrase with what is known put in; what is not known stays a mark."""

    def stand_in(found: re.Match[str]) -> str:
        known = values.get(found[1], "").strip()
        if known:
            return known + found[2]
        return mark if mark.endswith(".") else mark + found[2]

    return _NAME.sub(stand_in, text)


def still_to_say(text: str) -> tuple[int, int] | None:
    """Give from where to where the first gap of a text reaches that whoever says it must fill, or None."""
    gap = _GAP.search(text)
    return gap.span() if gap else None


def _phrase(row: Reading) -> Phrase:
    row.known(_PHRASE)
    anywhere = row.text("channel") == "any"
    return Phrase(
        id=_needed(row, "id"),
        situation=row.choice("situation", Situation, Situation.GREET),
        channel=None if anywhere else row.choice("channel", Channel, Channel.VISIT),
        zh=_needed(row, "zh"),
        en=_needed(row, "en"),
    )


def _banned(row: Reading) -> Banned:
    row.known(_BANNED)
    return Banned(
        id=_needed(row, "id"),
        zh=_needed(row, "zh"),
        en=_needed(row, "en"),
        match=row.choice("match", Match, Match.CONTAINS),
        replace_zh=_needed(row, "replace_zh"),
        replace_en=_needed(row, "replace_en"),
        kind=_needed(row, "kind"),
    )


def _call(row: Reading) -> Call:
    row.known(_CALL)
    return Call(to=row.choice("to", Hearer, Hearer.VISITOR), zh=_needed(row, "zh"), en=_needed(row, "en"))


def _needed(row: Reading, key: str) -> str:
    text = row.text(key)
    if not text:
        row.fault("required", key)
    return text
