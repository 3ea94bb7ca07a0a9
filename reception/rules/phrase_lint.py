"""Finding what is never said to a visitor in what somebody has written; it is told, never blocked.

Source: handbook §6 (the rule of the lint: clauses, whole or contained; exceptions first; quotations are skipped).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reception.rules.phrases import Banned, Match, PhraseBook

_FOLD = str.maketrans({"，": ",", "！": "!", "？": "?", "；": ";", "．": ".", "\u3000": " ", "\r": "\n", "…": "。"})
"""One sign for one sign, so that every place stays where it was."""

_QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」|『[^『』]*』|\"[^\"\n]*\"")
_HIDDEN = "\0"
_END = "。!?;\n"
_CLAUSE = re.compile(rf"[^{_END},]+")
_HELD_TOGETHER = frozenset(" \t\xa0,、·~～—-")
"""What may stand inside a phrase without changing it: 人不在改天再来."""

_AROUND = " \t.、:：'‘’()（）[]【】《》<>~～—-·"
_BEFORE = "(?:这个|那个|这事|我们|我|也|真|就)*"
_AFTER = "[啊呀吧哦的]?"
_LONGEST_CLAUSE = 40
_CLOSING = "。.!！?？;；"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A banned phrase in a text: `found` as it stands there, and the place of the clauses that hold it."""

    phrase: Banned
    found: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What comes in the place of a hit: the text between `start` and `end` becomes `words`."""

    start: int
    end: int
    words: str


class PhraseLint:
    """Looks for the banned phrases of a book."""

    def __init__(self, book: PhraseBook) -> None:
        self._sentences = {_bare(each.zh): each for each in book.banned if each.match is Match.SENTENCE}
        self._inside = {_packed(each.zh): each for each in book.banned if each.match is Match.CONTAINS}
        self._exceptions = _any_of(_packed(wording) for wording in book.exceptions)
        self._phrases = _any_of(self._inside)
        self._whole = re.compile(f"{_BEFORE}({'|'.join(map(re.escape, self._sentences)) or '(?!)'}){_AFTER}")

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Give what is never said, in the order of the text; one hit for each clause."""
        shown = _QUOTED.sub(lambda quoted: _HIDDEN * len(quoted.group()), text.translate(_FOLD))
        places = [place for place, sign in enumerate(shown) if sign not in _HELD_TOGETHER]
        packed = "".join([shown[place] for place in places])
        harmless = {place for one in self._exceptions.finditer(packed) for place in range(*_span(places, one))}
        found = [
            *((*_span(places, one), self._inside[one.group()]) for one in self._phrases.finditer(packed)),
            *self._whole_clauses(shown),
        ]
        hits: list[Hit] = []
        for start, end, phrase in sorted(found, key=lambda each: each[:2]):
            if (hits and start < hits[-1].end) or not harmless.isdisjoint(range(start, end)):
                continue
            first, last = _clauses_around(shown, start, end)
            hits.append(Hit(phrase=phrase, found=text[start:end], start=first, end=last))
        return tuple(hits)

    def _whole_clauses(self, shown: str) -> Iterable[tuple[int, int, Banned]]:
        for clause in _CLAUSE.finditer(shown):
            if len(clause.group()) > _LONGEST_CLAUSE:
                continue
            found = self._whole.fullmatch(clause.group().strip(_AROUND))
            if found is not None:
                start = clause.start() + len(clause.group()) - len(clause.group().lstrip(_AROUND))
                yield start, start + len(found.group()), self._sentences[found[1]]


def replaced(text: str, hit: Hit, words: str) -> Replaced:
    """Give the change that puts other words in the place of just the clauses of a hit.

    A stop that follows in the text stays the only one.
    """
    follows = text[hit.end : hit.end + 1]
    kept = words
    if follows == "…":
        kept = words.rstrip(_CLOSING + "…")
    elif follows and follows in _CLOSING + ",，":
        kept = words.rstrip(_CLOSING)
    return Replaced(start=hit.start, end=hit.end, words=kept)


def _bare(phrase: str) -> str:
    return phrase.translate(_FOLD).strip(_AROUND + _END)


def _packed(wording: str) -> str:
    return "".join(sign for sign in wording.translate(_FOLD) if sign not in _HELD_TOGETHER).strip(_END)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted({word for word in words if word}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")


def _span(places: list[int], found: re.Match[str]) -> tuple[int, int]:
    return places[found.start()], places[found.end() - 1] + 1


def _clauses_around(shown: str, start: int, end: int) -> tuple[int, int]:
    """Give from where to where the clauses reach that a span touches, without blanks at their ends."""
    stops = f"{_END},"
    while start > 0 and shown[start - 1] not in stops:
        start -= 1
    while end < len(shown) and shown[end] not in stops:
        end += 1
    while start < end and shown[start].isspace():
        start += 1
    while end > start and shown[end - 1].isspace():
        end -= 1
    return start, end
