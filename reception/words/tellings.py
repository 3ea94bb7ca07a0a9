"""A notice told instead of handed over: what is said, in the order in which one says it, and who told it to whom.

Source: handbook §2.1 (a log when it was told by phone), §2.6 (missing items first), §2.7 (wording).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from reception.rules.notice_check import OWED
from reception.rules.notices import MaterialState, NoticeMaterial, NoticeText
from reception.rules.supplements import Telling, ToldMode
from reception.words.language import Language, Pair, pick
from reception.words.times import short_date

_TOLD: Mapping[ToldMode, Pair] = {
    ToldMode.READ_OUT: ("电话读给 {to_whom} 听", "read out by phone to {to_whom}"),
    ToldMode.COPIED: ("复制文字发给 {to_whom}", "copied as text for {to_whom}"),
    ToldMode.PDF: ("存成 PDF 发给 {to_whom}", "saved as PDF for {to_whom}"),
}
_NOBODY: Pair = ("来访人", "the visitor")
_OWED_TITLE: Pair = ("还缺 {n} 项材料", "Still needed: {n}")
_PAPERS: Pair = ("材料", "Papers")
_COMPLETE: Pair = ("材料已经齐全，不用再补。", "Your papers are complete; nothing more is needed.")
_DONE_BY: Pair = ("什么时候办好", "Done by")
_WHERE: Pair = ("在哪里办", "Where")
_WHEN: Pair = ("什么时间来", "When")
_PHONE: Pair = ("咨询电话", "Phone")
_UNTIL: Pair = ("什么时候以前", "Until")
_BRING_BY: Pair = ("请在{by}补齐", "Please bring them by {by}")
_CODE: Pair = ("查询码", "Query code")
_CODE_HINT: Pair = (
    "来的时候报这个查询码，不用再重复情况。",
    "Say this code when you come; nothing is asked twice.",
)
_DEAR: Pair = ("{name}，您好：", "Dear {name},")
_ABOUT: Pair = ("“{matter}”的一次性告知（{number}）", "One-time notice {number} about {matter}")
_SPELLED: Mapping[str, str] = dict(
    zip(
        "ABCDEFGHJKLMNPQRSTUVWXYZ",
        (
            *("Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "Juliett", "Kilo", "Lima"),
            *("Mike", "November", "Papa", "Quebec", "Romeo", "Sierra", "Tango", "Uniform", "Victor", "Whiskey"),
            *("X-ray", "Yankee", "Zulu"),
        ),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that is said, under its heading; `strong` is what the visitor must write down."""

    title: str
    lines: tuple[str, ...]
    strong: bool = False


def told_pair(mode: ToldMode) -> Pair:
    """Give the sentence of a way of telling, with a place for the visitor."""
    return _TOLD[mode]


def nobody_named(language: Language) -> str:
    """Give what a visitor is called who gave no name."""
    return pick(_NOBODY, language)


def telling_line(telling: Telling, local: datetime, language: Language) -> str:
    """Give 11月26日 09:12 李娟 电话读给 林晓舟 听.

    Args:
        telling: what was noted.
        local: when it was, on the office's clock.
        language: of the words.
    """
    words = pick(_TOLD[telling.mode], language).format(to_whom=telling.to_whom or nobody_named(language))
    return f"{short_date(local, local, language)} {local:%H:%M} {telling.by} {words}"


def read_out(text: NoticeText, language: Language) -> tuple[Said, ...]:
    """Give what a notice says in the order of speech: what is missing, where, when, phone, until when, the code."""
    return tuple(said for said in _parts(text, language) if said.lines)


def _parts(text: NoticeText, language: Language) -> Iterator[Said]:
    owed = [row for row in text.materials if row.state in OWED]
    if owed:
        rows = tuple(f"{place}. {_row(row, language)}" for place, row in enumerate(owed, start=1))
        yield Said(title=pick(_OWED_TITLE, language).format(n=len(owed)), lines=rows, strong=True)
    else:
        yield Said(title=pick(_PAPERS, language), lines=(pick(_COMPLETE, language),), strong=True)
        yield Said(title=pick(_DONE_BY, language), lines=_lines(text.due))
    yield Said(title=pick(_WHERE, language), lines=_lines(text.place))
    yield Said(title=pick(_WHEN, language), lines=_lines(text.hours))
    yield Said(title=pick(_PHONE, language), lines=_lines(text.phone_info))
    if text.supplement_by:
        until = pick(_BRING_BY, language).format(by=text.supplement_by)
        yield Said(title=pick(_UNTIL, language), lines=(until,), strong=True)
    yield Said(title=pick(_CODE, language), lines=(spelled(text.query_code, language),), strong=True)
    yield Said(title="", lines=(pick(_CODE_HINT, language),))


def _lines(words: str) -> tuple[str, ...]:
    return (words,) if words else ()


def _row(row: NoticeMaterial, language: Language) -> str:
    counts = [
        pick(pair, language).format(n=n)
        for n, pair in (
            (row.original, ("原件 {n} 份", "original: {n}")),
            (row.copies, ("复印件 {n} 份", "copies: {n}")),
        )
        if n
    ]
    comma = pick(("，", ", "), language)
    words = comma.join((row.name, *counts))
    if row.state is MaterialState.DEFECTIVE:
        words += pick(("（要更正：{reason}）", " (to be corrected: {reason})"), language).format(reason=row.reason)
    return words


def spelled(code: str, language: Language) -> str:
    """Give a query code as one spells it: 7 · K · 3, or 7 · K (Kilo) · 3."""
    if language is Language.ZH:
        return " · ".join(code)
    return " · ".join(f"{each} ({_SPELLED[each]})" if each in _SPELLED else each for each in code)


def as_text(text: NoticeText, language: Language) -> str:
    """Give a notice as plain text for a message; the code stands there as it is typed."""
    spelling = spelled(text.query_code, language)
    colon = pick(("：", ": "), language)
    lines = [
        pick(_DEAR, language).format(name=text.applicant),
        pick(_ABOUT, language).format(matter=text.matter, number=text.number),
    ]
    for said in read_out(text, language):
        first, *rest = (text.query_code if line == spelling else line for line in said.lines)
        many = "\n".join(("", first, *rest)) if rest else first
        lines.append(f"{said.title}{colon}{many}" if said.title else many)
    lines.append(f"{text.university}{text.office}　{text.issued_on}")
    return "\n".join(lines)
