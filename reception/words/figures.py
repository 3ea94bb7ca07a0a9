"""The figures of a week in words: blocks of lines, for the screen, the sheet and the paper.

Source: handbook §8.2 (blocks and formulas).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reception.rules.inquiries import PersonKind
from reception.rules.logs import TOP_HOURS, TOP_MATTERS, WeekFigures
from reception.rules.ratios import Ratio
from reception.rules.tallies import TallyCounts
from reception.words.labels import label
from reception.words.language import Language, Pair, pick
from reception.words.times import date_text


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One figure: its name for programs, its words, the number, and how the number reads.

    `value` is None where there is nothing to divide by; `percent` tells that 1.0 means 100 %.
    """

    key: str
    words: str
    value: float | None
    text: str
    percent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBlock:
    """Figures that belong together, under their heading."""

    heading: str
    lines: tuple[FigureLine, ...]


_HEADINGS: dict[str, Pair] = {
    "inquiries": ("首问登记", "Inquiries"),
    "channels": ("来访方式", "Channels"),
    "person_kinds": ("来访人类别", "Kinds of visitor"),
    "dispositions": ("处置方式", "Dispositions"),
    "notices": ("一次性告知", "One-time notices"),
    "cases": ("限时办结", "Cases"),
    "hours": ("来访高峰时段", "Busiest hours"),
    "matters": ("来访较多的事项", "Busiest matters"),
    "tallies": ("计数（只计数，不登记）", "Tallies (counted, not registered)"),
    "tally_days": ("计数：日期", "Tallies by day"),
    "tally_hours": ("计数：时段", "Tallies by hour"),
    "tally_matters": ("计数：事项", "Tallies by matter"),
}
_WORDS: dict[str, Pair] = {
    "total": ("登记总数", "registered"),
    "voids": ("作废（另计，不入总数）", "void (apart from the total)"),
    "restricted": ("其中受限（投诉举报）", "of these restricted (complaints)"),
    "inside": ("校内人员", "from inside the university"),
    "outside": ("校外人员", "from outside"),
    "nameless": ("未表明身份", "anonymous"),
    "closed": ("已办结", "closed"),
    "on_the_spot": ("其中当场答复、当场办结", "of these answered or handled on the spot"),
    "on_the_spot_rate": ("当场办结率", "rate on the spot"),
    "transferred": ("转办移交", "transferred"),
    "late_entries": ("补登", "late entries"),
    "repeats": ("重复来访", "repeated visits"),
    "slips": ("出具告知单", "notices issued"),
    "slips_missing": ("其中需补正", "of these with missing papers"),
    "average_missing": ("平均缺项（需补正的告知单）", "missing papers on average"),
    "second_slips": ("二次告知", "second notices"),
    "omissions": ("其中我方遗漏", "of these our omission"),
    "told_once_rate": ("一次告知率", "one-time rate"),
    "cases_opened": ("本周立件", "opened this week"),
    "cases_due": ("本周到期", "due this week"),
    "tallies": ("计数（另计，不入总数）", "counted (apart from the total)"),
}
_MOST_COUNTERS = 10


def figure_blocks(figures: WeekFigures, language: Language) -> tuple[FigureBlock, ...]:
    """Give the figures of a week in blocks; restricted records have their own line in every breakdown they are in."""
    blocks = {
        "inquiries": _inquiries(figures, language),
        "channels": _breakdown("channel", figures.by_channel, figures.restricted, language),
        "person_kinds": _breakdown("person_kind", figures.by_person_kind, figures.restricted, language),
        "dispositions": [
            _count(f"disposition.{way.value}", f"{way.value} {label(way, language)}", number)
            for way, number in figures.by_disposition
        ],
        "notices": _notices(figures, language),
        "cases": [
            _named("cases_opened", figures.cases_opened, language),
            _named("cases_due", figures.cases_due, language),
        ],
        "hours": [
            _count(f"hour.{each.hour:02d}", f"{each.hour:02d}:00–{each.hour + 1:02d}:00", each.count)
            for each in figures.busiest_hours
        ],
        "matters": [
            _count(f"matter.{each.code}", f"{each.code} {each.name}", each.count) for each in figures.busiest_matters
        ],
        **_tallies(figures.tallies, language),
    }
    return tuple(
        FigureBlock(heading=pick(_HEADINGS[name], language), lines=tuple(lines)) for name, lines in blocks.items()
    )


def _tallies(counts: TallyCounts, language: Language) -> dict[str, list[FigureLine]]:
    """Give what was counted without a record: in all, by channel and counter, by day, hour and matter."""
    return {
        "tallies": [
            _named("tallies", counts.total, language),
            *(
                _count(f"tally_channel.{each.value}", label(each, language), number)
                for each, number in counts.by_channel
            ),
            *(_count(f"tally_counter.{name}", name, number) for name, number in counts.by_counter[:_MOST_COUNTERS]),
        ],
        "tally_days": [_count(f"tally_day.{day}", date_text(day, language), number) for day, number in counts.by_day],
        "tally_hours": [
            _count(f"tally_hour.{hour:02d}", f"{hour:02d}:00–{hour + 1:02d}:00", number)
            for hour, number in sorted(counts.by_hour, key=lambda item: (-item[1], item[0]))[:TOP_HOURS]
        ],
        "tally_matters": [
            _count(f"tally_matter.{code}", f"{code} {name}", number)
            for (code, name), number in counts.by_matter[:TOP_MATTERS]
        ],
    }


def _inquiries(figures: WeekFigures, language: Language) -> list[FigureLine]:
    nameless = dict(figures.by_person_kind)[PersonKind.ANONYMOUS]
    return [
        _named("total", figures.total, language),
        _named("inside", figures.inside, language),
        _named("outside", figures.outside, language),
        _named("nameless", nameless, language),
        _named("restricted", figures.restricted, language),
        _named("closed", figures.closed, language),
        _named("on_the_spot", figures.on_the_spot.part, language),
        _rate("on_the_spot_rate", figures.on_the_spot, language),
        _named("transferred", figures.transferred, language),
        _named("late_entries", figures.late_entries, language),
        _named("repeats", figures.repeats, language),
        _named("voids", figures.voids, language),
    ]


def _notices(figures: WeekFigures, language: Language) -> list[FigureLine]:
    average = figures.average_missing
    return [
        _named("slips", figures.slips, language),
        _named("slips_missing", figures.slips_missing, language),
        FigureLine(
            key="average_missing",
            words=pick(_WORDS["average_missing"], language),
            value=average.value,
            text=average.mean,
        ),
        _named("second_slips", figures.second_slips, language),
        _named("omissions", figures.omissions, language),
        _rate("told_once_rate", figures.told_once, language),
    ]


def _breakdown(
    name: str, counts: Sequence[tuple[StrEnum, int]], restricted: int, language: Language
) -> list[FigureLine]:
    lines = [_count(f"{name}.{member.value}", label(member, language), number) for member, number in counts]
    if restricted:
        lines.append(_count(f"{name}.restricted", pick(("受限", "restricted"), language), restricted))
    return lines


def _named(key: str, value: int, language: Language) -> FigureLine:
    return _count(key, pick(_WORDS[key], language), value)


def _count(key: str, words: str, value: int) -> FigureLine:
    return FigureLine(key=key, words=words, value=value, text=str(value))


def _rate(key: str, ratio: Ratio, language: Language) -> FigureLine:
    words = pick(_WORDS[key], language)
    return FigureLine(key=key, words=words, value=ratio.value, text=ratio.percent, percent=True)
