"""The figures on the last page of the weekly log, in columns of equal width, and the lines to sign on."""

import functools
from dataclasses import dataclass
from typing import NamedTuple

from reception.documents.fonts import bold
from reception.documents.log_rows import COLUMNS, shortened, style
from reception.documents.sheet import Sheet
from reception.documents.typesetting import Block, Style, block
from reception.rules.logs import WeekFigures
from reception.words import Language
from reception.words.figures import FigureBlock, figure_blocks

FIGURES_WIDTH = sum(column.width for column in COLUMNS)
_COLUMNS = 4
_GAP = 18.0
_COLUMN = (FIGURES_WIDTH - (_COLUMNS - 1) * _GAP) / _COLUMNS
_VALUE = 42.0
_HEADING = 14.0
_BETWEEN = 5.0
_TITLE = 22.0
_SIGNATURES = 44.0
_LONGEST_WORDS = 40
_SIGNERS = ("填表人：", "科室负责人：", "单位负责人：", "日期：")


class _Line(NamedTuple):
    words: Block
    value: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    heading: Block
    lines: tuple[_Line, ...]
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFigures:
    """The figures set for the paper; `height` is that of all columns with title and signatures."""

    columns: tuple[tuple[_Part, ...], ...]
    height: float


@functools.cache
def _bold(size: float) -> Style:
    return Style(face=bold(), size=size, leading=size * 1.3)


def set_figures(figures: WeekFigures) -> SetFigures:
    """Give the figures set in columns as even as their blocks allow."""
    parts = [_part(each) for each in figure_blocks(figures, Language.ZH) if each.lines]
    limit = max(part.height for part in parts)
    columns = _poured(parts, limit)
    while len(columns) > _COLUMNS:
        limit += _HEADING / 2
        columns = _poured(parts, limit)
    tallest = max(sum(part.height for part in column) for column in columns)
    return SetFigures(columns=columns, height=_TITLE + tallest + _SIGNATURES)


def _part(figures: FigureBlock) -> _Part:
    lines = tuple(
        _Line(
            words=block(shortened(line.words, _LONGEST_WORDS), style(8.0), _COLUMN - _VALUE),
            value=block(line.text, style(8.0), _VALUE),
        )
        for line in figures.lines
    )
    height = _HEADING + sum(line.words.height for line in lines) + _BETWEEN
    return _Part(heading=block(figures.heading, _bold(8.5), _COLUMN), lines=lines, height=height)


def _poured(parts: list[_Part], limit: float) -> tuple[tuple[_Part, ...], ...]:
    columns: list[list[_Part]] = [[]]
    for part in parts:
        if columns[-1] and sum(each.height for each in columns[-1]) + part.height > limit:
            columns.append([])
        columns[-1].append(part)
    return tuple(tuple(column) for column in columns)


def draw_figures(sheet: Sheet, figures: SetFigures, x: float, y: float) -> None:
    """Draw the figures and the lines to sign on below `y`."""
    sheet.text(x, y + 3, block("本周统计", _bold(11.0), FIGURES_WIDTH))
    for place, column in enumerate(figures.columns):
        top = y + _TITLE
        for part in column:
            top = _draw_part(sheet, part, x + place * (_COLUMN + _GAP), top)
    _draw_signatures(sheet, x, y + figures.height - _SIGNATURES / 2)


def _draw_part(sheet: Sheet, part: _Part, x: float, y: float) -> float:
    sheet.text(x, y, part.heading)
    sheet.rule(x, y + _HEADING - 2, x + _COLUMN, y + _HEADING - 2, grey=0.5)
    y += _HEADING
    for line in part.lines:
        sheet.text(x, y, line.words)
        sheet.text(x, y, line.value, align=1.0, measure=_COLUMN)
        y += line.words.height
    return y + _BETWEEN


def _draw_signatures(sheet: Sheet, x: float, y: float) -> None:
    look = style(9.5)
    share = FIGURES_WIDTH / len(_SIGNERS)
    for place, words in enumerate(_SIGNERS):
        start = x + place * share
        sheet.text(start, y, block(words, look, share))
        end = start + share - _GAP
        sheet.rule(start + look.width(words), y + look.leading, end, y + look.leading, weight=0.6)
