"""The reports of duty in words: each figure with what it counts, and the lines behind it.

Source: handbook §4.5; §8.2 (denominator 0 → "—").
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from reception.rules.absences import Absence
from reception.rules.duty_report import AckKind, AckLine, DutyReport, LearnerLine, NoteState, OpenFinding
from reception.rules.ratios import Ratio
from reception.rules.record_lists import ListColumn, ListPart, ListRow
from reception.words.duty_report_texts import EMPTY, HEADINGS, NOTES, TITLES
from reception.words.labels import label
from reception.words.language import Language, Pair, pick
from reception.words.times import length_text

Local = Callable[[datetime], datetime]
_WAITING: dict[AckKind, Pair] = {AckKind.NOTE: ("未接收", "waiting"), AckKind.TRANSFER: ("未签收", "waiting")}
POSTS_NAMED = 3
"""So many posts of one pair are named; the others are counted."""


def report_parts(report: DutyReport, local: Local, language: Language) -> tuple[ListPart, ...]:
    """Give the parts of a report, each figure with the lines behind it."""
    speaker = _Speaker(local, language)
    return (
        speaker.bare(report),
        speaker.both_away(report),
        speaker.absent(report),
        speaker.acks(report, "notes", AckKind.NOTE),
        speaker.acks(report, "transfers", AckKind.TRANSFER),
        speaker.stood_in(report),
        speaker.training(report),
        speaker.learners(report),
        speaker.findings(report.findings),
    )


def findings_part(findings: Sequence[OpenFinding], local: Local, language: Language) -> ListPart:
    """Give open findings as a part of their own."""
    return _Speaker(local, language).findings(findings)


def posts_text(names: Sequence[str], language: Language) -> str:
    """Give the names of posts; of many the first, and how many there are."""
    listed = pick(("、", ", "), language).join(names[:POSTS_NAMED])
    if len(names) <= POSTS_NAMED:
        return listed
    return pick(("{names} 等 {n} 个岗位", "{names} and others, {n} posts"), language).format(names=listed, n=len(names))


def finding_text(covered: bool, board_right: bool, phone_answered: bool, text: str, language: Language) -> str:
    """Give what a check found: what was wrong, and what was written about it."""
    wrong = [
        pick(words, language)
        for right, words in (
            (covered, ("无人在岗", "nobody there")),
            (board_right, ("公示牌不符", "board wrong")),
            (phone_answered, ("电话未及时接听", "phone not answered in time")),
        )
        if not right
    ]
    said = [pick(("、", ", "), language).join(wrong)] if wrong else []
    said += [" ".join(text.split())] if text else []
    return pick(("：", ": "), language).join(said) if said else pick(("合格", "in order"), language)


class _Speaker:
    """Says the parts of a report in one language."""

    def __init__(self, local: Local, language: Language) -> None:
        self._local, self._language = local, language

    def bare(self, report: DutyReport) -> ListPart:
        rows = [
            ListRow(
                key=str(each.post_id), cells=(each.post, each.holder, label(each.fault, self._language)), grave=True
            )
            for each in report.bare
        ]
        return self._part("bare", self._parts(report.without_stand_in), rows, post=40, holder=16, fault=24)

    def both_away(self, report: DutyReport) -> ListPart:
        lines, planned = report.both_away, sum(each.planned for each in report.both_away)
        rows = [
            ListRow(
                key=str(place),
                cells=(
                    posts_text(each.posts, self._language),
                    self._listed(each.names),
                    self._moment(each.from_at),
                    self._moment(each.until_at),
                    self._length(each.minutes),
                    self._listed(each.named),
                    self._pick(("计划", "planned") if each.planned else ("已发生", "past")),
                ),
                grave=not each.named,
            )
            for place, each in enumerate(lines)
        ]
        whole = self._length(sum(each.minutes for each in lines))
        words = self._pick(
            ("{n} 段，共 {whole}；其中计划 {planned} 段", "{n} times, {whole} in all; planned {planned}")
        )
        figure = words.format(n=len(lines), whole=whole, planned=planned)
        shares = {
            "posts": 44,
            "both": 16,
            "from": 20,
            "until": 20,
            "lasts": 16,
            "named": 14,
            "when": 10,
        }
        return self._part("both_away", figure if lines else "0", rows, **shares)

    def absent(self, report: DutyReport) -> ListPart:
        rows = [
            ListRow(
                key=str(each.absence.id),
                cells=(
                    each.absence.account,
                    label(each.absence.kind, self._language),
                    self._moment(each.absence.from_at),
                    self._back(each.absence),
                    label(each.note, self._language)
                    + (
                        self._pick(("（事出突然）", " (sudden)"))
                        if each.sudden and each.note.value != "accepted"
                        else ""
                    ),
                ),
                grave=each.note is not NoteState.ACCEPTED,
            )
            for each in report.absent
        ]
        shares = {"who": 12, "kind": 16, "from": 22, "until": 22, "note": 24}
        return self._part("absent", self._parts(report.without_note), _grave_first(rows), **shares)

    def acks(self, report: DutyReport, key: str, kind: AckKind) -> ListPart:
        mean, waiting = report.time_to_take(kind), report.untaken(kind)
        words = self._pick(
            ("平均 {mean}（{n} 件）；{not_yet} {waiting} 件", "{mean} on average ({n}); {not_yet} {waiting}")
        )
        rounded = (2 * mean.part + mean.of) // (2 * mean.of) if mean.of else 0
        shown = self._length(rounded) if mean.of else "—"
        lines = [each for each in report.acks if each.kind is kind]
        rows = [self._ack(place, each) for place, each in enumerate(lines)]
        titles = {"giver": 16, "taker": 16, "given": 22, "taken": 22, "lasts": 18}
        if kind is AckKind.TRANSFER:
            titles = {"number": 26, "giver": 14, "taker": 14, "sent": 22, "signed": 22, "lasts": 18}
        figure = words.format(mean=shown, n=mean.of, not_yet=self._pick(_WAITING[kind]), waiting=waiting)
        return self._part(key, figure, _grave_first(rows), **titles)

    def _ack(self, place: int, each: AckLine) -> ListRow:
        number = (each.number,) if each.kind is AckKind.TRANSFER else ()
        taken = self._moment(each.taken_at) if each.taken_at else self._pick(_WAITING[each.kind])
        lasts = "" if each.minutes is None else self._length(each.minutes)
        cells = (*number, each.from_name, each.to_name, self._moment(each.given_at), taken, lasts)
        return ListRow(key=f"{each.kind}-{place}", cells=cells, inquiry_id=each.inquiry_id, grave=each.taken_at is None)

    def stood_in(self, report: DutyReport) -> ListPart:
        rows = [
            ListRow(
                key=str(each.case_id),
                cells=(
                    each.number,
                    each.post,
                    self._moment(each.due_at),
                    self._pick(("超时", "late") if each.late else ("按时", "in time")),
                    each.serving,
                    label(each.by, self._language),
                    label(each.fault, self._language) if each.fault else "",
                ),
                inquiry_id=each.inquiry_id,
                grave=each.late,
            )
            for each in report.stood_in
        ]
        shares = {"number": 24, "post": 26, "due": 22, "late": 10, "serving": 12, "by": 18, "fault_of": 20}
        return self._part("stood_in", self._parts(report.late_while_standing_in), _grave_first(rows), **shares)

    def training(self, report: DutyReport) -> ListPart:
        rows = [
            ListRow(
                key=str(each.training.id),
                cells=(
                    each.training.on.isoformat(),
                    each.post,
                    each.training.trainee,
                    each.training.trainer,
                    each.training.topic,
                    label(each.training.form, self._language),
                    str(each.training.minutes),
                    label(each.training.result, self._language),
                ),
            )
            for each in report.sessions
        ]
        words = self._pick(("{n} 人次，共 {whole}", "{n} trained, {whole} in all"))
        figure = words.format(n=len(rows), whole=self._length(report.minutes_trained)) if rows else "0"
        shares = {"day": 14, "post": 26, "trainee": 12, "trainer": 12, "topic": 34, "form": 14}
        return self._part("training", figure, rows, **shares, minutes=10, result=12)

    def learners(self, report: DutyReport) -> ListPart:
        rows = [self._learner(each) for each in report.learners]
        words = self._pick(("从未培训 {parts}", "never trained {parts}"))
        figure = words.format(parts=self._parts(report.never_trained))
        shares = {"post": 30, "stand_in": 12, "sessions": 12, "hours": 16, "ever": 12, "state": 14}
        return self._part("learners", figure, rows, **shares)

    def _learner(self, each: LearnerLine) -> ListRow:
        state = ("合格", "passed") if each.passed else ("待加强", "to improve") if each.ever else ("从未培训", "never")
        cells = (
            each.post,
            each.name,
            str(each.sessions),
            self._length(each.minutes),
            str(each.ever),
            self._pick(state),
        )
        return ListRow(key=f"{each.post_id}-{each.account_id}", cells=cells, grave=not each.ever)

    def findings(self, findings: Sequence[OpenFinding]) -> ListPart:
        rows = [self._finding(each) for each in findings]
        words = self._pick(("{n} 条；其中过期 {late} 条", "{n}; overdue {late}"))
        figure = words.format(n=len(rows), late=sum(each.overdue for each in findings)) if rows else "0"
        shares = {"post": 24, "holder": 12, "day": 20, "found": 44, "correct_by": 14, "age": 12}
        return self._part("findings", figure, rows, **shares)

    def _finding(self, each: OpenFinding) -> ListRow:
        found = finding_text(each.covered, each.board_right, each.phone_answered, each.text, self._language)
        age = self._pick(("{n} 天", "{n} d")).format(n=each.days)
        cells = (each.post, each.holder, self._moment(each.at), found, each.correct_by.isoformat(), age)
        return ListRow(key=str(each.finding_id), cells=cells, grave=each.overdue)

    def _part(self, key: str, figure: str, rows: Iterable[ListRow], **shares: int) -> ListPart:
        right = {"age"}
        return ListPart(
            key=key,
            heading=self._pick(HEADINGS[key]),
            figure=figure,
            note=self._pick(NOTES[key]),
            empty=self._pick(EMPTY[key]),
            columns=tuple(
                ListColumn(title=self._pick(TITLES[name]), share=share, right=name in right)
                for name, share in shares.items()
            ),
            rows=tuple(rows),
        )

    def _parts(self, ratio: Ratio) -> str:
        words = self._pick(("{part} / {of}（{percent}）", "{part} / {of} ({percent})"))
        return words.format(part=ratio.part, of=ratio.of, percent=ratio.percent) if ratio.of else "—"

    def _pick(self, pair: Pair) -> str:
        return pick(pair, self._language)

    def _listed(self, names: Iterable[str]) -> str:
        return self._pick(("、", ", ")).join(names)

    def _moment(self, at: datetime) -> str:
        return f"{self._local(at):%Y-%m-%d %H:%M}"

    def _length(self, minutes: int) -> str:
        return length_text(timedelta(minutes=minutes), self._language)

    def _back(self, absence: Absence) -> str:
        if absence.returned_at is not None:
            return self._moment(absence.returned_at)
        return self._pick(("未销假，计划 {at}", "not back, planned {at}")).format(at=self._moment(absence.until_at))


def _grave_first(rows: list[ListRow]) -> list[ListRow]:
    return sorted(rows, key=lambda row: not row.grave)
