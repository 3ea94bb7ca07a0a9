"""The one gate through which every text enters, and the guards where text leaves for sheets and file names.

What a person typed, pasted or imported is either made clean or refused with a reason at its field; nothing is
cut off behind the person's back.

Source: handbook §10.4 (names, rare characters); Unicode Standard Annexes 15 (NFC, at most thirty marks in a
row), 29 (what a reader takes for one character) and 38 (Han blocks).
"""

import itertools
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from reception.errors import Invalid, Reason


class LIMITS:
    """Longest texts, in code points; the database checks lengths once more."""

    NAME: Final = 100
    LINE: Final = 100
    PHONE: Final = 40
    NUMBER: Final = 20
    PLACE: Final = 200
    DETAIL: Final = 4000
    QUERY: Final = 64
    PASTE: Final = 1_000_000
    """Beyond this a text is refused unread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A text made to fit, and how many characters that cost: `dropped` as unfit, `cut` beyond the limit."""

    text: str
    dropped: int = 0
    cut: int = 0


def _span(*ranges: tuple[int, int]) -> str:
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


_HAN_BLOCKS: Final = (
    (0x2E80, 0x2FDF),  # radicals, as copied from PDF files
    (0x3005, 0x3007),  # 々 〆 〇
    (0x3021, 0x3029),
    (0x3400, 0x4DBF),  # Extension A
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x20000, 0x2A6DF),  # Extension B
    (0x2A700, 0x2EE5F),  # Extensions C, D, E, F, I
    (0x2F800, 0x2FA1F),  # compatibility supplement
    (0x30000, 0x3347F),  # Extensions G, H, J
)
HAN: Final = _span(*_HAN_BLOCKS)
"""The Han blocks as the inside of a regular expression's character class."""

_SELECTORS: Final = _span((0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x180B, 0x180D))
_EMOJI_BLOCKS: Final = (
    (0xA9, 0xA9), (0xAE, 0xAE), (0x203C, 0x203C), (0x2049, 0x2049), (0x2122, 0x2122), (0x2139, 0x2139),
    (0x2190, 0x21FF), (0x2300, 0x23FF), (0x25A0, 0x27BF), (0x2934, 0x2935), (0x2B00, 0x2BFF), (0x3030, 0x3030),
    (0x303D, 0x303D), (0x3297, 0x3299), (0x1F000, 0x1FAFF),
)  # fmt: skip
_EMOJI: Final = _span(*_EMOJI_BLOCKS)
_JOINER: Final = "\u200d"
_TAGS: Final = _span((0xE0020, 0xE007F))
_FLAG: Final = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,8}\U000e007f"
_LINE_ENDS: Final = frozenset("\n\r\v\f\x85\u2028\u2029")
_UNSEEN: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800")
_MOST_MARKS: Final = 30
_MARKS_IN_DISGUISE: Final = frozenset("\u0f73\u0f75\u0f81")
"""Tibetan vowels of class 0 that fall apart into marks of other classes."""

_HAN_ONE = re.compile(f"[{HAN}]")
_EXPECTED_ONE = re.compile(f"[{HAN}{_EMOJI}]")
_EMOJI_ONE = re.compile(f"[{_EMOJI}]")
_JOINED = re.compile(f"({_FLAG}|[{_EMOJI}][\ufe0f\U0001f3fb-\U0001f3ff]?{_JOINER}(?=[{_EMOJI}]))|[{_JOINER}{_TAGS}]")
_STRAY_SELECTORS = re.compile(f"(?:\\A|(?<=[ \n]))[{_SELECTORS}]+")
_EMPTY_LINES = re.compile("\n{3,}")
_AFTER_HAN = f"(?:(?<=[{HAN}])|(?<=[{HAN}][{_SELECTORS}]))"
_DOTS = "·.•‧∙⋅・･ˑ．᛫ᐧ⸱⸳ꞏ"
_SEPARATOR = re.compile(f"{_AFTER_HAN} *[{_DOTS}]{{1,2}} *(?=[{HAN}])")
_BLANK_IN_NAME = re.compile(f"{_AFTER_HAN} +(?=[{HAN}])")
_FORMULA = re.compile("[\\s\ufeff\u200b\u2060\x00]*[=+\\-@\t\r\n＝＋－＠]")
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")
_FILE_NAME_BYTES = 180


def is_han(ch: str) -> bool:
    """Tell whether a character stands in a Han block, up to Extension J and the compatibility ideographs.

    Code points that this Python's tables do not know yet count too: the blocks are decided, the tables follow.
    """
    return _HAN_ONE.fullmatch(ch) is not None


def clean(raw: str, limit: int, *, lines: bool = False) -> str:
    """Give the text as it is stored: composed, without what cannot be seen, blanks collapsed, ends stripped.

    Kept are all assigned characters, emoji with their joiners, variation selectors, and the whole of the Han
    blocks. Dropped are control characters, characters that turn the direction of writing, zero-width and other
    invisible ones, unassigned code points, and marks beyond thirty in a row.

    Args:
        limit: longest text that is accepted, in code points, counted after cleaning.
        lines: keep line ends (as `\\n`, at most one empty line in a row); else they become blanks.

    Raises:
        Invalid: `private_use` or `surrogate` (with the `code` of the first one), `too_long` (with `limit` and
            `length`); all that apply.

    Source: handbook §10.4.
    """
    return _accepted(raw, limit, _sifted(raw, lines=lines) if len(raw) <= LIMITS.PASTE else raw)


def clean_name(raw: str, limit: int = LIMITS.NAME) -> str:
    """Give a person's or unit's name as it is stored: cleaned, and with the Chinese separator made right.

    Raises:
        Invalid: as `clean`.

    Source: handbook §10.4 (民委发〔2016〕33号: the separator is U+00B7).
    """
    return _accepted(raw, limit, settle_name(_sifted(raw, lines=False)) if len(raw) <= LIMITS.PASTE else raw)


def settle_name(name: str) -> str:
    """Give a name with `·` for each dot between two Chinese characters and no blanks inside Chinese names.

    Latin names keep their dots and blanks. Never refuses.

    Source: handbook §10.4.
    """
    return _BLANK_IN_NAME.sub("", _SEPARATOR.sub("·", name))


def tidy(raw: str, limit: int, *, lines: bool = False) -> Cleaned:
    """Give the most of a text that fits, and what it cost; for pastes, where the rest is still on the clipboard.

    Unlike `clean` it refuses nothing: what may not stand in a text is dropped, what is too long is cut between
    two characters. The caller says so.
    """
    head = raw[: 4 * limit + 1000]
    sifted = _sifted(head, lines=lines)
    kept, length = [], 0
    for sign in graphemes(sifted[: limit + 1]):
        length += len(sign)
        if length > limit:
            break
        kept.append(sign)
    text = "".join(kept).rstrip(" \n")
    dropped = sum(_stand_in(ch, lines=lines) == "" for ch in head)
    return Cleaned(text=text, dropped=dropped, cut=len(sifted) - len(text) + len(raw) - len(head))


def _accepted(raw: str, limit: int, text: str) -> str:
    reasons = _forbidden(raw) if len(raw) <= LIMITS.PASTE else []
    if len(text) > limit:
        reasons.append(Reason(code="too_long", values={"limit": limit, "length": len(text)}))
    if reasons:
        raise Invalid(*reasons)
    return text


def _forbidden(raw: str) -> list[Reason]:
    if raw.isprintable():
        return []
    kinds = {"Co": "private_use", "Cs": "surrogate"}
    bad: dict[str, set[str]] = {kind: set() for kind in kinds}
    for ch in set(raw):
        if ch >= "\ud800" and not ch.isprintable():
            bad.get(unicodedata.category(ch), set()).add(ch)
    return [
        Reason(code=kinds[kind], values={"code": _code(next(ch for ch in raw if ch in found))})
        for kind, found in bad.items()
        if found
    ]


def _code(ch: str) -> str:
    return f"U+{ord(ch):04X}"


def _sifted(raw: str, *, lines: bool) -> str:
    text = raw.replace("\r\n", "\n")
    if not (text.isascii() and text.isprintable()):
        signs = {ch for ch in set(text) if not ch.isprintable() or ch in _UNSEEN}
        text = text.translate({ord(ch): _stand_in(ch, lines=lines) for ch in signs})
        text = _JOINED.sub(r"\1", text)
        text = _composed(text)
        text = _STRAY_SELECTORS.sub("", text)
    if not lines:
        return " ".join(text.split())
    return _EMPTY_LINES.sub("\n\n", "\n".join(" ".join(line.split()) for line in text.split("\n"))).strip("\n")


def _stand_in(ch: str, *, lines: bool) -> str:
    """Give what a character becomes: itself, a blank, a line end, or nothing."""
    if ch in _LINE_ENDS:
        return "\n" if lines else " "
    if ch == "\t" or ch == "\u2800":
        return " "
    if ch in _UNSEEN:
        return ""
    if ch.isprintable() or ch == _JOINER or "\U000e0020" <= ch <= "\U000e007f":
        return ch
    kind = unicodedata.category(ch)
    if kind == "Zs":
        return " "
    return ch if kind == "Cn" and _EXPECTED_ONE.fullmatch(ch) else ""


def _composed(text: str) -> str:
    """Give the text in NFC, with at most thirty combining marks in a row: to sort more takes quadratic time."""
    return _thinned(unicodedata.normalize("NFC", _thinned(text)))


def _thinned(text: str) -> str:
    marks = "".join(re.escape(ch) for ch in set(text) if ch >= "\u0300" and _combines(ch))
    if not marks or len(text) <= _MOST_MARKS:
        return text
    return re.sub(f"([{marks}]{{{_MOST_MARKS}}})[{marks}]+", r"\1", text)


def _combines(ch: str) -> bool:
    return unicodedata.combining(ch) != 0 or ch in _MARKS_IN_DISGUISE


def graphemes(text: str) -> list[str]:
    """Give the characters as a reader counts them.

    A base keeps its combining marks, variation selectors and skin tones; emoji joined by a zero-width joiner,
    the two letters of a flag and the parts of a Hangul syllable stay together.
    """
    if text.isascii():
        return list(text)
    extending = {ch for ch in set(text) if ch >= "\u0300" and _extends(ch)}
    starts = [0]
    for place in range(1, len(text)):
        if text[place] not in extending and not _continues(text, starts[-1], place):
            starts.append(place)
    return [text[start:end] for start, end in itertools.pairwise((*starts, len(text)))]


def _extends(ch: str) -> bool:
    tone_or_tag = "\U0001f3fb" <= ch <= "\U0001f3ff" or "\U000e0020" <= ch <= "\U000e007f"
    hangul_tail = "\u1160" <= ch <= "\u11ff"
    return ch == _JOINER or tone_or_tag or hangul_tail or unicodedata.category(ch).startswith("M")


def _continues(text: str, start: int, place: int) -> bool:
    earlier, ch = text[place - 1], text[place]
    if earlier == _JOINER:
        return _EMOJI_ONE.fullmatch(ch) is not None
    return "\U0001f1e6" <= ch <= "\U0001f1ff" and place - start == 1 and "\U0001f1e6" <= earlier <= "\U0001f1ff"


def neutralise_formula(text: str) -> str:
    """Give the text for a CSV cell, with `'` before it when a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def safe_file_name(text: str) -> str:
    """Give a name that every file system takes and that names a file in its own folder; never empty.

    Signs that Windows refuses become `_`, so do device names; a long name is cut, its suffix is kept.
    """
    name = _NOT_IN_FILE_NAMES.sub("_", tidy(text, LIMITS.PASTE).text).strip(" .")
    if not name:
        return "_"
    if _DEVICES.match(name):
        name = f"_{name}"
    suffix = _SUFFIX.search(name)
    tail = suffix.group() if suffix else ""
    room, kept = _FILE_NAME_BYTES - len(tail), ""
    for sign in graphemes(name.removesuffix(tail)[:_FILE_NAME_BYTES]):
        if len((kept + sign).encode()) > room:
            break
        kept += sign
    return f"{kept.rstrip(' .') or '_'}{tail}"
