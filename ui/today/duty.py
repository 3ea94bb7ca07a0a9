"""What duty asks today: notes to accept, reports to acknowledge, gaps, missing notes, returns that nobody confirmed."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.rules.absences import Absence
from reception.rules.cases import Light
from reception.rules.staff import Action
from reception.words import Language, label
from reception.words.duty_reports import finding_text
from reception.words.times import length_text, short_moment

if TYPE_CHECKING:
    from datetime import datetime

    from reception.services.absence_month import ComingGap
    from reception.services.desk import Desk
    from reception.services.duty_day import DutyDay
    from reception.services.findings import FindingLine
    from reception.services.handovers import Note
    from reception.services.standing_in import OpenGap

DUTY_KINDS = frozenset({"handover", "report", "gap", "coming", "unreturned", "unhanded", "unexplained", "finding"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyItem:
    """One thing that duty asks: about whom, in which words, and what stands behind it."""

    kind: str
    account_id: int
    key: str
    when: str
    who: str
    what: str
    hint: str = ""
    light: Light | None = None
    note: "Note | None" = None
    absence: Absence | None = None
    finding_id: int = 0
    on: date | None = None


def duty_words(kind: str) -> str:
    """Give what a kind of line is called in the list."""
    return {
        "handover": QCoreApplication.translate("duty", "交接待接收"),
        "report": QCoreApplication.translate("duty", "顶岗报告"),
        "gap": QCoreApplication.translate("duty", "空岗"),
        "coming": QCoreApplication.translate("duty", "将空岗"),
        "unreturned": QCoreApplication.translate("duty", "待销假"),
        "unhanded": QCoreApplication.translate("duty", "未交接"),
        "unexplained": QCoreApplication.translate("duty", "事由待补"),
        "finding": QCoreApplication.translate("duty", "督查待整改"),
    }[kind]


def duty_items(day: "DutyDay", desk: "Desk", language: Language) -> list[DutyItem]:
    """Give what duty asks of this person, the gravest first."""
    speaker = _Speaker(desk, language)
    return [
        *map(speaker.gap, day.gaps),
        *map(speaker.coming, day.coming),
        *map(speaker.unreturned, day.unreturned),
        *(speaker.note("handover", note) for note in day.notes),
        *map(speaker.unhanded, day.unhanded),
        *map(speaker.unexplained, day.unexplained),
        *map(speaker.finding, day.findings),
        *(speaker.note("report", note) for note in day.reports),
    ]


def may_confirm_return(item: DutyItem, desk: "Desk") -> bool:
    """Tell whether this person may confirm the return behind a line."""
    own = item.account_id == desk.account.id
    return item.kind == "unreturned" and (own or desk.may(Action.AWAY_ANY))


class _Speaker:
    """Says things in the words of one person's window."""

    def __init__(self, desk: "Desk", language: Language) -> None:
        self._desk, self._language = desk, language

    def gap(self, gap: "OpenGap") -> DutyItem:
        words = QCoreApplication.translate("duty", "{count} 个岗位无人顶岗，现由 {name} 负责")
        return DutyItem(
            kind="gap",
            account_id=gap.account_id,
            key=f"gap-{gap.account_id}",
            when="",
            who=gap.holder,
            what=words.format(count=len(gap.posts), name=gap.serving),
            hint=QCoreApplication.translate("duty", "到“岗位与值班”指定临时顶岗的人；没有指定前由负责人负责。"),
            light=Light.OVERDUE,
        )

    def coming(self, gap: "ComingGap") -> DutyItem:
        words = QCoreApplication.translate("duty", "{count} 个岗位将空岗，共 {length}")
        length = length_text(timedelta(minutes=gap.minutes), self._language)
        return DutyItem(
            kind="coming",
            account_id=gap.account_id,
            key=f"coming-{gap.account_id}",
            when=short_moment(gap.first, self._desk.calendar.local(self._desk.clock()), self._language),
            who=gap.holder,
            what=words.format(count=len(gap.posts), length=length),
            hint=QCoreApplication.translate(
                "duty", "届时A岗离岗而没有人顶岗。请商量改期、另设B岗，或按 1 提前指定临时顶岗；月历里逐日列出。"
            ),
            light=Light.WARNING,
            on=gap.first.date(),
        )

    def note(self, kind: str, note: "Note") -> DutyItem:
        accepts = kind == "handover"
        count = QCoreApplication.translate("duty", "{count} 件未结").format(count=len(note.items))
        first = note.note or note.instructions or note.keys
        report = note.report.partition("\n")[0]
        return DutyItem(
            kind=kind,
            account_id=note.from_id,
            key=f"{kind}-{note.id}",
            when=self._when(note.made_at if accepts else note.reported_at),
            who=note.from_name if accepts else note.to_name,
            what=" · ".join(part for part in ((count, first[:40]) if accepts else (report,)) if part),
            note=note,
        )

    def unreturned(self, absence: Absence) -> DutyItem:
        words = QCoreApplication.translate("duty", "{kind}，应已返回；销假前由顶岗人负责")
        return DutyItem(
            kind="unreturned",
            account_id=absence.account_id,
            key=f"unreturned-{absence.id}",
            when=self._when(absence.until_at),
            who=absence.account,
            what=words.format(kind=label(absence.kind, self._language)),
            light=Light.WARNING,
            absence=absence,
        )

    def unhanded(self, absence: Absence) -> DutyItem:
        words = QCoreApplication.translate("duty", "{kind}，没有已接收的交接单")
        return DutyItem(
            kind="unhanded",
            account_id=absence.account_id,
            key=f"unhanded-{absence.id}",
            when=self._when(absence.from_at),
            who=absence.account,
            what=words.format(kind=label(absence.kind, self._language)),
            hint=QCoreApplication.translate("duty", "离岗前应交接；来不及的由B岗主动顶岗，责任另行认定。"),
            light=Light.WARNING,
            absence=absence,
        )

    def unexplained(self, absence: Absence) -> DutyItem:
        words = QCoreApplication.translate("duty", "{name} 登记其不在岗并顶岗，请补填离岗事由")
        return DutyItem(
            kind="unexplained",
            account_id=absence.account_id,
            key=f"unexplained-{absence.id}",
            when=self._when(absence.from_at),
            who=absence.account,
            what=words.format(name=absence.made_by),
            absence=absence,
        )

    def finding(self, line: "FindingLine") -> DutyItem:
        known = line.finding
        words = QCoreApplication.translate("duty", "{post}：{found}")
        right = (known.covered, known.board_right, known.phone_answered)
        late = QCoreApplication.translate("duty", "应在 {day} 前整改")
        return DutyItem(
            kind="finding",
            account_id=line.holder_id,
            key=f"finding-{line.id}",
            when=late.format(day=f"{known.correct_by:%m-%d}" if known.correct_by else ""),
            who=line.holder,
            what=words.format(post=line.post, found=finding_text(*right, known.text, self._language)),
            hint=QCoreApplication.translate("duty", "到“岗位与值班”的督查里填写怎样整改的。"),
            light=Light.OVERDUE,
            finding_id=line.id,
        )

    def _when(self, instant: "datetime | None") -> str:
        if instant is None:
            return ""
        local = self._desk.calendar.local
        return short_moment(local(instant), local(self._desk.clock()), self._language)
