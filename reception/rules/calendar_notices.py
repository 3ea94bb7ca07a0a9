"""The yearly notice of days off, read from its text as people paste it.

Nothing is guessed: what speaks of a date and is not understood is told with its line.
Source: 国务院办公厅关于部分节假日安排的通知 in the wordings of 2016–2025; handbook §3.7 point 2.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reception.errors import Invalid, Reason
from reception.rules.calendar_years import CalendarYear, RestPeriod, check_dates, knows_year
from reception.rules.faults import Faults, shown

_WEEKDAYS = "一二三四五六日"
_FESTIVALS = "元旦|春节|除夕|清明节?|(?:国际)?劳动节|五一|端午节?|中秋节?|国庆节?"
_ORDINAL = r"(?:\(?[一二三四五六七八九十]{1,3}\)?[、.:]?|\d{1,2}[、.](?!\d))?"
_HEAD = re.compile(rf"{_ORDINAL}((?:{_FESTIVALS})(?:[、和及与暨](?:{_FESTIVALS}))*)(?:[:。]|(?=$|\d|\())")
_OTHER_HEAD = re.compile(rf"{_ORDINAL}([^\d:。,;()]{{1,40}}):(?=\d)")
_DATE = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?"
_SPAN = re.compile(rf"{_DATE}(?:(?:至|到|-|—|–|~)+{_DATE})?")
_ANY = re.compile(r"\d{1,2}月\d{1,2}日")
_LISTED = re.compile(rf"(?:{_DATE}(?:(?:至|到|-|—|–|~)+{_DATE})?[、和及]?)+")
_RESTS = re.compile(r"(?:放假调休|调休放假|放假|补休|休息)(?:\d{1,2}天)?")
_WORKS = re.compile(r"(?:均?为)?(?:调休|照常|正常|补)?(?:上班|工作日|工作)")
_COUNT = re.compile(r"共(?:计)?(\d{1,2})天")
_YEAR = re.compile(r"(\d{4})年(?:全国)?(?:部分)?(?:法定)?节假日|现将(\d{4})年")
_PUBLISHED = re.compile(r"\(?(\d{4})年(\d{1,2})月(\d{1,2})日\)?")
_PUBLISHED_LINE = re.compile(rf"{_PUBLISHED.pattern}$")
_SERIAL = re.compile(r"国办发[^〔\[(]{0,4}[〔\[(]\d{4}[〕\])]\d{1,3}号")
_SENTENCE = re.compile(r"[^。;]+")
_ADVICE = ("鼓励", "建议", "提倡")
"""Sentences that advise and settle nothing: 鼓励安排职工在除夕休息."""
_LONGEST_SENTENCE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReading:
    """A year as its notice says it, the line behind each of its days and names, and what was not understood."""

    year: CalendarYear
    lines: Mapping[date | str, int]
    doubts: tuple[Reason, ...] = ()


def is_notice(text: str) -> bool:
    """Tell whether a text reads like a notice, not like a file of data."""
    return "放假" in text and _ANY.search(_plain(text)) is not None


def read_notice(text: str, year: int | None = None) -> NoticeReading:
    """Give the year that the text of a notice describes.

    Args:
        text: the notice, or only its list of festivals.
        year: which one it is when the text itself does not say.

    Raises:
        Invalid: no year, no day at all, dates that do not exist, weekdays that contradict their dates, days both off
            and worked; all at once, each with its line.
    """
    reader = _Reader(text, year)
    reader.read()
    return reader.result()


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _joined(periods: list[RestPeriod]) -> tuple[RestPeriod, ...]:
    """Give periods in order; those of one name that follow each other (放假, 补休) are one."""
    joined: list[RestPeriod] = []
    for period in sorted(periods, key=lambda period: period.first_on):
        before = joined[-1] if joined else None
        if before is not None and before.name == period.name and period.first_on <= before.last_on + timedelta(days=1):
            joined[-1] = replace(before, last_on=max(before.last_on, period.last_on))
        else:
            joined.append(period)
    return tuple(joined)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines that make one sentence or more, however they were broken; `begins` holds where each line begins."""

    text: str
    begins: tuple[tuple[int, int], ...]

    def line_at(self, place: int) -> int:
        """Give the number of the line that a place of the text came from."""
        return max((line for begin, line in self.begins if begin <= place), default=0)


def _paragraphs(lines: list[str]) -> Iterator[_Paragraph]:
    """Join lines that a copy has broken: until a sentence ends, an item begins or the day of the notice stands."""
    text, begins = "", list[tuple[int, int]]()
    for number, line in enumerate(lines, start=1):
        new = text.endswith(("。", ";")) or any(each.match(line) for each in (_HEAD, _OTHER_HEAD, _PUBLISHED_LINE))
        if text and (new or not line):
            yield _Paragraph(text, tuple(begins))
            text, begins = "", []
        if line:
            begins.append((len(text), number))
            text += line
    if text:
        yield _Paragraph(text, tuple(begins))


def _clauses(sentence: str) -> Iterator[str]:
    """Part a sentence at its commas, but not within brackets."""
    depth, begin = 0, 0
    for place, sign in enumerate(sentence):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth <= 0:
            yield sentence[begin:place]
            begin = place + 1
    yield sentence[begin:]


class _Reader:
    """One reading on its way through the lines."""

    def __init__(self, text: str, year: int | None) -> None:
        self._lines = [_plain(line) for line in text.splitlines()]
        whole = "".join(self._lines)
        said = _YEAR.search(whole)
        self._year = int(said[1] or said[2]) if said else year
        serial = _SERIAL.search(whole)
        self._serial = serial[0] if serial else ""
        self._faults = Faults()
        self._doubts: list[Reason] = []
        self._rest: list[RestPeriod] = []
        self._work: list[date] = []
        self._where: dict[date | str, int] = {}
        self._published: date | None = None
        self._name = ""
        self._line = 0

    def read(self) -> None:
        """Read every line; what is wrong is gathered."""
        if self._year is None or not knows_year(self._year):
            raise Invalid(Reason(code="notice_without_year"))
        for paragraph in _paragraphs(self._lines):
            self._line = paragraph.line_at(0)
            self._read_paragraph(paragraph)

    def result(self) -> NoticeReading:
        """Give the year, in order of its days."""
        number = self._year or 0
        title = f"国务院办公厅关于{number}年部分节假日安排的通知"
        year = CalendarYear(
            year=number,
            notice_published_on=self._published,
            source=f"{title}（{self._serial}）" if self._serial else title,
            rest=_joined(self._rest),
            make_up_on=tuple(sorted(self._work)),
        )
        if not year.rest and not self._faults.reasons:
            self._faults.add("notice_without_days")
        check_dates(year, "", self._faults, self._where)
        self._faults.settle()
        return NoticeReading(year=year, lines=self._where, doubts=tuple(self._doubts))

    def _read_paragraph(self, paragraph: _Paragraph) -> None:
        text, begin = paragraph.text, 0
        if (published := _PUBLISHED.fullmatch(text)) is not None:
            self._published = self._date(int(published[1]), int(published[2]), int(published[3]))
            return
        head = _HEAD.match(text) or _OTHER_HEAD.match(text)
        if head is not None:
            self._name = head[1]
            self._where.setdefault(head[1], self._line)
            begin = head.end()
        for sentence in _SENTENCE.finditer(text, begin):
            self._line = paragraph.line_at(sentence.start())
            if not any(word in sentence[0] for word in _ADVICE):
                self._read_sentence(sentence[0])

    def _read_sentence(self, sentence: str) -> None:
        waiting, off = "", 0
        for clause in _clauses(sentence):
            listed = _LISTED.match(clause)
            if listed is not None and listed.end() == len(clause):
                waiting += f"{clause}、"
                continue
            count = _COUNT.fullmatch(clause)
            if count is not None and off:
                self._compare(off, int(count[1]))
            elif listed is not None and _RESTS.match(clause, listed.end()):
                off += self._take_rest(waiting + listed[0])
                waiting = ""
            elif listed is not None and _WORKS.fullmatch(clause, listed.end()):
                self._take_work(waiting + listed[0])
                waiting = ""
            elif _ANY.search(clause):
                self._doubt(waiting + clause)
                waiting = ""
        if waiting:
            self._doubt(waiting.removesuffix("、"))

    def _doubt(self, text: str) -> None:
        values = {"text": text[:_LONGEST_SENTENCE], "line": self._line}
        self._doubts.append(Reason(code="notice_unread", field="", values=values))

    def _compare(self, found: int, said: int) -> None:
        if found != said:
            values = {"found": found, "said": said, "line": self._line}
            self._doubts.append(Reason(code="notice_count", field="rest", values=values))

    def _take_rest(self, text: str) -> int:
        days = 0
        for first, last in self._spans(text):
            if first > last:
                self._faults.add("period_reversed", "rest", first=first, last=last, line=self._line)
                continue
            period = RestPeriod(name=self._name, first_on=first, last_on=last)
            self._rest.append(period)
            self._where |= dict.fromkeys(period.days(), self._line)
            days += len(period.days())
        return days

    def _take_work(self, text: str) -> None:
        for first, last in self._spans(text):
            days = RestPeriod(name="", first_on=first, last_on=last).days()
            self._work += days
            self._where |= {day: self._line for day in days if day not in self._where}

    def _spans(self, text: str) -> Iterator[tuple[date, date]]:
        month = 0
        for span in _SPAN.finditer(text):
            year = int(span[1] or self._year or 0)
            month = int(span[2] or month)
            first = self._date(year, month, int(span[3]), span[4])
            if span[7] is None:
                last = first
            else:
                month = int(span[6] or month)
                later = first is not None and span[5] is None and (month, int(span[7])) < (first.month, first.day)
                last = self._date(int(span[5] or year) + later, month, int(span[7]), span[8])
            if first is not None and last is not None:
                yield first, last

    def _date(self, year: int, month: int, day: int, remark: str | None = None) -> date | None:
        """Give a date that exists and is the weekday that the remark behind it says."""
        try:
            found = date(year, month, day)
        except ValueError:
            self._faults.add("date_unreadable", "", value=f"{year}-{month:02}-{day:02}", line=self._line)
            return None
        said = re.search(r"(?:星期|周|礼拜)([一二三四五六日天])", remark or "")
        if said is not None and said[1].replace("天", "日") != _WEEKDAYS[found.weekday()]:
            self._faults.add("weekday_differs", "", on=found, said=shown(said[0]), line=self._line)
            return None
        return found
