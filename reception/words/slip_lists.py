"""The slips of a period and the lists of the day in words, for paper, file and screen.

Source: handbook §3.6 (each slip: number, case, required date, reply, closed at).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from reception.rules.absences import Absence
from reception.rules.day_lists import BarePosts, DayList, OwedLine, Reader, SlipLine, unanswered
from reception.rules.record_lists import ListColumn, ListPart, ListRow
from reception.rules.reminders import SLIPS, Turn
from reception.words.duty_reports import Local, findings_part, posts_text
from reception.words.labels import label
from reception.words.language import Language, Pair, pick
from reception.words.times import date_text

_TITLES: Mapping[str, Pair] = {
    "slip": ("督办单编号", "Slip"),
    "number": ("受理编号", "Case"),
    "sent_on": ("登记编号", "Register no."),
    "at": ("开出时间", "Written at"),
    "to": ("送达", "Sent to"),
    "answer_by": ("要求答复", "Answer by"),
    "answer": ("答复", "Answer"),
    "closed": ("办结", "Closed at"),
    "matter": ("事项", "Matter"),
    "post": ("岗位", "Post"),
    "person": ("现由", "With"),
    "due": ("期限", "Due"),
    "turn": ("阶段", "Stage"),
    "holder": ("A岗", "In charge"),
    "serving": ("现由谁负责", "Answered for by"),
    "until": ("计划返回", "Planned return"),
    "who": ("离岗人", "Away"),
    "kind": ("事由", "Why"),
    "from": ("自", "From"),
}
_HEADINGS: Mapping[str, Pair] = {
    "owed_section_head": ("今日到期和已超时", "Due today and overdue"),
    "owed_unit_head": ("二级、三级督办", "Supervision, levels two and three"),
    "owed_leader": ("三级督办", "Supervision, level three"),
    "transfers": ("逾期未签收的转办", "Transfers that nobody acknowledged"),
    "bare": ("空岗", "Posts that nobody covers"),
    "unhanded": ("离岗未交接", "Away without a hand-over"),
}
_EMPTY: Mapping[str, Pair] = {
    "slips": ("本期没有开出。", "None in this period."),
    "owed": ("没有。", "Nothing."),
    "transfers": ("没有。", "Nothing."),
    "bare": ("没有空岗。", "Every post is covered."),
    "unhanded": ("没有。", "Nobody."),
}
_LEVELS: Mapping[Turn, Pair] = {
    Turn.OVERDUE: ("一级督办（蓝单）", "Level one (blue)"),
    Turn.LEVEL_TWO: ("二级督办（橙单）", "Level two (orange)"),
    Turn.LEVEL_THREE: ("三级督办（红单）", "Level three (red)"),
}
_READERS: Mapping[Reader, Pair] = {
    Reader.SECTION_HEAD: ("科室负责人每日清单", "Daily list for the section head"),
    Reader.UNIT_HEAD: ("单位负责人每日清单", "Daily list for the unit head"),
    Reader.LEADER: ("分管领导督办清单", "List for the leader in charge"),
}
_RESTRICTED: Pair = ("受限", "restricted")


def level_name(turn: Turn, language: Language) -> str:
    """Give 一级督办（蓝单）."""
    return pick(_LEVELS[turn], language)


def reader_title(reader: Reader, language: Language) -> str:
    """Give what the list of a reader is called."""
    return pick(_READERS[reader], language)


def period_text(first_on: date, last_on: date, language: Language) -> str:
    """Give 2026年11月1日至2026年11月30日; one day alone where both are the same."""
    days = [date_text(each, language) for each in dict.fromkeys((first_on, last_on))]
    return pick(("至", " to "), language).join(days)


def as_of_text(moment: datetime, language: Language) -> str:
    """Give 截至 2026-11-26 08:30 of a local moment."""
    return pick(("截至 {at}", "As of {at}"), language).format(at=f"{moment:%Y-%m-%d %H:%M}")


def slip_parts(
    slips: Sequence[SlipLine], level: Turn | None, now: datetime, local: Local, language: Language
) -> tuple[ListPart, ...]:
    """Give the slips, a part for each level."""
    speaker = _Speaker(local, language)
    wanted = (level,) if level is not None else SLIPS
    return tuple(speaker.slips(turn, [each for each in slips if each.turn is turn], now) for turn in wanted)


def day_parts(day: DayList, local: Local, language: Language) -> tuple[ListPart, ...]:
    """Give the parts of a reader's list."""
    speaker = _Speaker(local, language)
    parts = [speaker.owed(day)]
    if day.reader is Reader.SECTION_HEAD:
        parts.append(speaker.transfers(day.transfers))
    parts.append(speaker.bare(day.bare))
    if day.reader is not Reader.LEADER:
        parts.append(speaker.unhanded(day.unhanded))
    return (*parts, findings_part(day.findings, local, language))


class _Speaker:
    """Says lines in one language."""

    def __init__(self, local: Local, language: Language) -> None:
        self._local, self._language = local, language

    def slips(self, turn: Turn, lines: Sequence[SlipLine], now: datetime) -> ListPart:
        rows = [
            ListRow(
                key=str(each.id),
                cells=(
                    each.slip or (self._pick(_RESTRICTED) if each.restricted else "—"),
                    each.number,
                    self._moment(each.at),
                    self._pick(_RESTRICTED) if each.hidden else self._listed(each.to_names),
                    self._moment(each.answer_by),
                    self._answer(each, now),
                    self._moment(each.closed_at) if each.closed_at else self._pick(("未办结", "open")),
                ),
                inquiry_id=None if each.hidden else each.inquiry_id,
                grave=each.is_late or each.is_unanswered(now),
            )
            for each in lines
        ]
        words = self._pick(
            (
                "{n} 张；逾期未答复 {missing} 张，逾期答复 {late} 张",
                "{n}; not answered in time {missing}, answered late {late}",
            )
        )
        figure = words.format(n=len(lines), missing=unanswered(lines, now), late=sum(each.is_late for each in lines))
        shares = {"slip": 31, "number": 24, "at": 20, "to": 24, "answer_by": 20, "answer": 46, "closed": 20}
        return self._part(turn.value, level_name(turn, self._language), figure if lines else "0", rows, "slips", shares)

    def _answer(self, line: SlipLine, now: datetime) -> str:
        if line.answered_at is None:
            late = line.is_unanswered(now)
            return self._pick(("逾期未答复", "not answered in time") if late else ("未答复", "none yet"))
        if line.hidden:
            return f"{self._moment(line.answered_at)} {self._pick(_RESTRICTED)}"
        late_words = self._pick(("（逾期）", " (late)")) if line.is_late else ""
        when = f"{self._moment(line.answered_at)}{late_words}"
        return self._pick(("{text}（{name}，{when}）", "{text} ({name}, {when})")).format(
            text=" ".join(line.answer.split()), name=line.answered_by, when=when
        )

    def owed(self, day: DayList) -> ListPart:
        shares = {"number": 24, "matter": 26, "post": 26, "person": 14, "due": 20, "turn": 14, "slip": 31}
        rows = [self._owed_row(each, with_slip=True) for each in day.owed]
        heading = self._pick(_HEADINGS[f"owed_{day.reader.value}"])
        return self._part("owed", heading, str(len(rows)), rows, "owed", {**shares, "answer_by": 20, "answer": 30})

    def transfers(self, lines: Sequence[OwedLine]) -> ListPart:
        shares = {"sent_on": 24, "matter": 34, "post": 30, "person": 16, "due": 20, "turn": 20}
        rows = [self._owed_row(each, with_slip=False) for each in lines]
        return self._part("transfers", self._pick(_HEADINGS["transfers"]), str(len(rows)), rows, "transfers", shares)

    def _owed_row(self, each: OwedLine, *, with_slip: bool) -> ListRow:
        by = self._pick(("{name}（代{holder}）", "{name} (for {holder})")) if each.acting_for else "{name}"
        hidden = self._pick(_RESTRICTED) if each.restricted and not each.person else ""
        cells: tuple[str, ...] = (
            each.number,
            hidden or each.matter or "—",
            each.post,
            by.format(name=each.person, holder=each.acting_for),
            self._moment(each.due_at),
            label(each.turn, self._language) if with_slip else self._pick(("未签收", "not acknowledged")),
        )
        if with_slip:
            asked = self._moment(each.answer_by) if each.answer_by else ""
            cells = (*cells, each.slip, asked, " ".join(each.answer.split()))
        return ListRow(key=each.number, cells=cells, inquiry_id=None if hidden else each.inquiry_id, grave=True)

    def bare(self, lines: Sequence[BarePosts]) -> ListPart:
        shares = {"post": 60, "holder": 20, "serving": 25, "until": 25}
        rows = [self._bare_row(each) for each in lines]
        count = sum(len(each.posts) for each in lines)
        return self._part("bare", self._pick(_HEADINGS["bare"]), str(count), rows, "bare", shares)

    def _bare_row(self, each: BarePosts) -> ListRow:
        until = self._moment(each.until_at) if each.until_at else "—"
        cells = (posts_text(each.posts, self._language), each.holder, each.serving, until)
        return ListRow(key=str(each.holder_id), cells=cells, grave=True)

    def unhanded(self, lines: Sequence[Absence]) -> ListPart:
        shares = {"who": 20, "kind": 30, "from": 30, "until": 30}
        rows = [
            ListRow(
                key=str(each.id),
                cells=(
                    each.account,
                    label(each.kind, self._language),
                    self._moment(each.from_at),
                    self._moment(each.until_at),
                ),
                grave=True,
            )
            for each in lines
        ]
        return self._part("unhanded", self._pick(_HEADINGS["unhanded"]), str(len(rows)), rows, "unhanded", shares)

    def _part(
        self, key: str, heading: str, figure: str, rows: Iterable[ListRow], empty: str, shares: Mapping[str, int]
    ) -> ListPart:
        columns = tuple(ListColumn(title=self._pick(_TITLES[name]), share=share) for name, share in shares.items())
        return ListPart(
            key=key,
            heading=heading,
            figure=figure,
            columns=columns,
            rows=tuple(rows),
            empty=self._pick(_EMPTY[empty]),
        )

    def _pick(self, pair: Pair) -> str:
        return pick(pair, self._language)

    def _listed(self, names: Iterable[str]) -> str:
        return self._pick(("、", ", ")).join(names)

    def _moment(self, at: datetime) -> str:
        return f"{self._local(at):%Y-%m-%d %H:%M}"
