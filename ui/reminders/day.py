"""What supervision asks today, as lines of the day: slips to answer, requests to approve."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.rules.case_life import Extension
from reception.rules.cases import Light
from reception.words import Language, label, spoken_due
from reception.words.times import short_moment

if TYPE_CHECKING:
    from datetime import datetime

    from reception.services.desk import Desk
    from reception.services.supervision import AskedLine, ReminderLine, SupervisionDay

SUPERVISION_KINDS = frozenset({"slip", "asked"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionItem:
    """One thing that supervision asks; `reminder_id` is the slip to answer, 0 for a request to approve."""

    kind: str
    key: str
    when: str
    who: str
    what: str
    hint: str
    light: Light
    inquiry_id: int
    number: str
    reminder_id: int = 0


def supervision_words(kind: str) -> str:
    """Give what a kind of line is called in the list."""
    return {
        "slip": QCoreApplication.translate("reminders", "督办待答复"),
        "asked": QCoreApplication.translate("reminders", "待批准"),
    }[kind]


def supervision_items(day: "SupervisionDay", desk: "Desk", language: Language) -> list[SupervisionItem]:
    """Give what supervision asks of this person, slips first."""
    return [
        *(_slip(line, desk, language) for line in day.to_answer),
        *(_asked(line, desk, language) for line in day.to_approve),
    ]


def _slip(line: "ReminderLine", desk: "Desk", language: Language) -> SupervisionItem:
    local, now = desk.calendar.local, desk.calendar.local(desk.clock())
    until = line.answer_by or line.at
    late = desk.clock() > until
    hint = QCoreApplication.translate("reminders", "应于{due}办结，{late}。请在{until}前办结，或书面说明原因。")
    restricted = QCoreApplication.translate("reminders", "受限")
    return SupervisionItem(
        kind="slip",
        key=f"slip-{line.id}",
        when=_until(until, desk, language),
        who=restricted if line.restricted else "".join(line.to_names[:1]),
        what=" · ".join(part for part in (line.number, label(line.turn, language), line.slip) if part),
        hint=hint.format(
            due=short_moment(local(line.due_at), now, language),
            late=spoken_due(local(line.due_at), now, 0, language),
            until=short_moment(local(until), now, language),
        ),
        light=Light.OVERDUE if late else Light.WARNING,
        inquiry_id=line.inquiry_id,
        number=line.number,
        reminder_id=line.id,
    )


def _asked(line: "AskedLine", desk: "Desk", language: Language) -> SupervisionItem:
    what = (
        QCoreApplication.translate("reminders", "申请延期")
        if line.kind is Extension
        else QCoreApplication.translate("reminders", "申请改变时限")
    )
    return SupervisionItem(
        kind="asked",
        key=f"asked-{line.number}",
        when=_until(line.due_at, desk, language),
        who=line.asked_by,
        what=f"{line.number} · {what}",
        hint=QCoreApplication.translate("reminders", "到期以后不能再批准，请在期限之前答复。"),
        light=Light.WARNING,
        inquiry_id=line.inquiry_id,
        number=line.number,
    )


def _until(moment: "datetime", desk: "Desk", language: Language) -> str:
    local, now = desk.calendar.local(moment), desk.calendar.local(desk.clock())
    if now > local:
        return spoken_due(local, now, 0, language)
    return QCoreApplication.translate("reminders", "{when} 前").format(when=short_moment(local, now, language))
