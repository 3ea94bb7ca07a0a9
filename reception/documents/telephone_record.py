"""The telephone record: A5, the upper half what was said, the lower half what became of it, three signatures.

The form always stands the same way on its first page; what does not fit a box goes on under its name on a further
page.

Source: handbook §1.1 (both halves), §1.5 (A5, three signature lines).
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reception.documents.flow import Strip, draw_stack, paginate, space, text_strips
from reception.documents.fonts import bold, regular
from reception.documents.log_sheet import moment_text
from reception.documents.paper_form import fitted
from reception.documents.rendered import RenderedPaper, missing_in
from reception.documents.sheet import A5, MILLIMETRE, Sheet
from reception.documents.typesetting import Block, Style, block
from reception.rules.inquiries import Disposition
from reception.rules.log_entries import LogEntry
from reception.rules.notices import PaperSize
from reception.words import Language, instant_text, label

_ZH = Language.ZH
_WIDTH, _HEIGHT = A5
_SIDE = 12 * MILLIMETRE
_TOP = 10 * MILLIMETRE
_MEASURE = _WIDTH - 2 * _SIDE
_FOOT = _HEIGHT - 9 * MILLIMETRE
_HALF = _HEIGHT / 2 + 2 * MILLIMETRE
_SIGNING = 17 * MILLIMETRE
_LABEL = 17 * MILLIMETRE
_PAD = 4.0
_GREY, _LINE = 0.38, 0.35
_SIZES = (10.0, 9.0, 8.0)
_SIGNERS = ("记录人", "领导", "承办人")
_GOES_ON = "（下页续）"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """A telephone record before it is drawn; `entry` whole or masked, as the reader may see it.

    `mark` stands across each page: 预览, 作废.
    """

    entry: LogEntry
    unit: str
    restricted: bool = False
    mark: str = ""


class _Part(NamedTuple):
    """A box of the form: its name, its text set, the height it has on the first page."""

    name: str
    text: Block
    height: float

    @property
    def room(self) -> int:
        """Give how many lines the box holds."""
        return max(1, int((self.height - 2 * _PAD) // self.text.style.leading))

    @property
    def overflows(self) -> bool:
        return len(self.text.lines) > self.room

    @property
    def kept(self) -> int:
        """Give how many lines stay in the box; the last place then says that it goes on."""
        return self.room - 1 if self.overflows else len(self.text.lines)


@functools.cache
def _body(size: float, grey: float = 0.0) -> Style:
    return Style(face=regular(), size=size, leading=size * 1.45, grey=grey)


def render_call(call: CallSheet) -> RenderedPaper:
    """Draw a telephone record; the same record gives the same bytes."""
    title = f"{call.unit}电话记录"
    sheet = Sheet(_WIDTH, _HEIGHT, title=f"{title} {call.entry.reg_no}", author=call.unit, subject="电话记录")
    return _Pen(sheet, call, title).draw()


class _Pen:
    """Draws the form and the pages on which it goes on."""

    def __init__(self, sheet: Sheet, call: CallSheet, title: str) -> None:
        self._sheet, self._call = sheet, call
        self._title = fitted(title, Style(face=bold(), size=16, leading=22.4), _MEASURE, least=8)
        entry = call.entry
        self._facts = (
            (("来电时间", _when(entry)), ("紧急程度", label(entry.urgency, _ZH) if entry.urgency else "")),
            (("来电单位", entry.person_unit), ("来电人", _caller(entry))),
            (("来电号码", _number(entry)), ("希望答复", label(entry.reply_pref, _ZH) if entry.reply_pref else "")),
            (("接话单位", " ".join(part for part in (call.unit, entry.counter) if part)), ("接话人", _taker(entry))),
        )
        self._texts = (
            ("来电内容", _content(entry)),
            ("拟办意见", entry.proposed),
            ("领导批示", entry.leader_note),
            ("办理结果", _outcome(entry)),
        )

    def draw(self) -> RenderedPaper:
        """Draw all pages."""
        top = self._head(continued=False)
        top = self._fact_rows(top)
        parts = self._parts(top)
        y = top
        for place, part in enumerate(parts):
            self._box(part, y, heavy=place == 1)
            y += part.height
        self._frame(self._table_top, y)
        self._signatures(y)
        rest = self._rest(parts)
        count = 1 + len(rest)
        self._end_page(1, count)
        for number, page in enumerate(rest, start=2):
            draw_stack(self._sheet, _SIDE, self._head(continued=True), page)
            self._end_page(number, count)
        texts = [text for _name, text in self._texts]
        texts += [value for pair in self._facts for _name, value in pair]
        return RenderedPaper(
            pdf=self._sheet.finish(),
            pages=self._sheet.pages,
            missing_characters=missing_in([*texts, self._call.unit]),
            size=PaperSize.A5,
        )

    def _head(self, *, continued: bool) -> float:
        """Draw title, number and marks; give the y below them."""
        sheet, y = self._sheet, _TOP
        if self._call.mark:
            style = Style(face=bold(), size=84, leading=84, grey=0.9, spacing=5)
            sheet.slanted(_WIDTH / 2, _HEIGHT / 2, 24, block(self._call.mark, style, 1000).lines[0], style)
        y = sheet.text(_SIDE, y, self._title, align=0.5, measure=_MEASURE)
        left = "受限件，注意保密" if self._call.restricted else ""
        left = "　".join(part for part in (left, "续页" if continued else "") if part)
        small = _body(8.5, 0.25)
        sheet.text(_SIDE, y, block(left, small, _MEASURE))
        entry = self._call.entry
        number = f"登记编号 {entry.reg_no}{'（补登）' if entry.late_entry else ''}"
        y = sheet.text(_SIDE, y, block(number, small, _MEASURE), align=1.0, measure=_MEASURE) + 3
        self._table_top = y
        return y if not continued else y + 2

    def _fact_rows(self, y: float) -> float:
        sheet, half = self._sheet, _MEASURE * 0.6
        for left, right in self._facts:
            cells = ((0.0, half, *left), (half, _MEASURE - half, *right))
            blocks = [_value(value, width - _LABEL - 2 * _PAD) for _x, width, _name, value in cells]
            height = max(19.0, *(each.height + 2 * _PAD for each in blocks))
            for (x, _width, name, _text), value in zip(cells, blocks, strict=True):
                named = block(name, _body(8.5, _GREY), _LABEL)
                sheet.text(_SIDE + x + _PAD, y + (height - named.height) / 2, named)
                sheet.text(_SIDE + x + _LABEL + _PAD, y + (height - value.height) / 2, value)
                for edge in (x, x + _LABEL):
                    sheet.rule(_SIDE + edge, y, _SIDE + edge, y + height, grey=_LINE)
            sheet.rule(_SIDE, y + height, _SIDE + _MEASURE, y + height, grey=_LINE)
            y += height
        return y

    def _parts(self, top: float) -> list[_Part]:
        """Give the boxes, their texts in the largest letters in which all of them fit, else in the smallest."""
        lower = (_FOOT - _SIGNING - max(top + 60, _HALF)) / 3
        heights = (max(top + 60, _HALF) - top, lower, lower, lower)
        parts: list[_Part] = []
        for size in _SIZES:
            measure = _MEASURE - _LABEL - 2 * _PAD
            parts = [
                _Part(name, block(text, _body(size), measure), height)
                for (name, text), height in zip(self._texts, heights, strict=True)
            ]
            if not any(part.overflows for part in parts):
                break
        return parts

    def _box(self, part: _Part, y: float, *, heavy: bool) -> None:
        """Draw a box with what fits of its text."""
        sheet = self._sheet
        if heavy:
            sheet.rule(_SIDE, y, _SIDE + _MEASURE, y, weight=1.0)
        name = block(part.name, _body(8.5, _GREY), _LABEL - 2 * _PAD)
        sheet.text(_SIDE + _PAD, y + (part.height - name.height) / 2, name)
        x = _SIDE + _LABEL
        sheet.rule(x, y, x, y + part.height, grey=_LINE)
        below = sheet.text(x + _PAD, y + _PAD, Block(part.text.lines[: part.kept], part.text.style))
        if part.overflows:
            mark = block(_GOES_ON, _body(8.0, _GREY), _MEASURE)
            sheet.text(x + _PAD, below, mark, align=1.0, measure=_MEASURE - _LABEL - 2 * _PAD)
        sheet.rule(_SIDE, y + part.height, _SIDE + _MEASURE, y + part.height, grey=_LINE)

    def _frame(self, top: float, bottom: float) -> None:
        self._sheet.frame(_SIDE, top, _MEASURE, bottom - top, weight=0.9)

    def _signatures(self, y: float) -> None:
        """Draw the lines of who wrote it down, who decided and who dealt with it, each with its day."""
        share = _MEASURE / len(_SIGNERS)
        label_style = _body(8.5)
        for place, signer in enumerate(_SIGNERS):
            x = _SIDE + place * share
            for row, words in enumerate((f"{signer}签名", "日期")):
                base = y + (row + 1) * _SIGNING / 2 - 3
                named = block(words, label_style, share)
                self._sheet.text(x, base - named.height, named)
                self._sheet.rule(x + named.width + 3, base, x + share - 8, base, weight=0.6)

    def _rest(self, parts: Sequence[_Part]) -> list[list[Strip]]:
        """Give the further pages: under the name of each box what did not fit."""
        strips: list[Strip] = []
        for part in parts:
            if not part.overflows:
                continue
            name = block(f"{part.name}（续）", Style(face=bold(), size=9.5, leading=15), _MEASURE)
            lines = Block(part.text.lines[part.kept :], part.text.style)
            strips += [replace(each, keep=True) for each in text_strips([name], 0.0)]
            strips += [*text_strips([lines], _LABEL), space(8)]
        if not strips:
            return []
        room = _FOOT - _TOP - self._title.height - 24
        return paginate(strips, room, room)

    def _end_page(self, number: int, count: int) -> None:
        if count > 1:
            words = block(f"第 {number} 页　共 {count} 页", _body(7.5, _GREY), _MEASURE)
            self._sheet.text(_SIDE, _FOOT + 2, words, align=0.5, measure=_MEASURE)
        self._sheet.end_page()


def _value(text: str, width: float) -> Block:
    """Set a fact in the largest letters in which it takes two lines, else in the smallest."""
    made = block(text, _body(9.5), width)
    for size in (9.5, 8.5, 7.5):
        made = block(text, _body(size), width)
        if len(made.lines) <= 2:
            break
    return made


def _when(entry: LogEntry) -> str:
    begun = moment_text(entry.received_at)
    return f"{begun} 至 {entry.ended_at:%H:%M}" if entry.ended_at else begun


def _caller(entry: LogEntry) -> str:
    several = f"等{entry.person_count}人" if (entry.person_count or 1) > 1 else ""
    kind = label(entry.person_kind, _ZH) if entry.person_kind else ""
    return f"{entry.person_name}{several}{f'（{kind}）' if kind else ''}"


def _number(entry: LogEntry) -> str:
    phone = f"{entry.phone} 转{entry.phone_ext}" if entry.phone_ext else entry.phone
    return "；".join(part for part in (phone, entry.other_contact) if part)


def _taker(entry: LogEntry) -> str:
    return f"{entry.first_officer}（代{entry.acting_for}）" if entry.acting_for else entry.first_officer


def _content(entry: LogEntry) -> str:
    name = entry.matter.partition(" ")[2]
    parts = (name if name != entry.summary else "", entry.summary, entry.detail)
    return "\n".join(part for part in parts if part)


def _outcome(entry: LogEntry) -> str:
    """Give what was said and done, where it went and until when it is owed."""
    if entry.disposition is None:
        return ""
    way = f"{entry.disposition.value} {label(entry.disposition, _ZH)}"
    where = "·".join(part for part in (entry.to_unit, entry.to_post, entry.to_person) if part)
    told = "，".join(part for part in (entry.told_place, entry.told_phone) if part)
    owed = "应补正" if entry.disposition is Disposition.D4 else "应办结"
    due = f"{owed}：{instant_text(entry.due_at, _ZH)}{'（暂定）' if entry.provisional else ''}" if entry.due_at else ""
    numbers = "、".join(part for part in (*entry.slip_no, entry.case_no) if part)
    officer = f"承办人：{entry.officer}" if entry.officer else ""
    lines = (
        "：".join(part for part in (way, where) if part),
        f"告知：{told}" if told else "",
        entry.answer,
        entry.result,
        "　".join(part for part in (numbers, officer, due) if part),
    )
    return "\n".join(line for line in lines if line)
