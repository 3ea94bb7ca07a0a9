"""The lines of my work: one's own, then what one does for whom, each with its light, when, and why it is mine."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reception.rules.callbacks import light as call_light
from reception.rules.cases import Light
from reception.words import Language, label, spoken_due
from reception.words.calls import call_window_text
from ui.cases.remaining import light_of, remaining, spoken

if TYPE_CHECKING:
    from reception.services.call_list import CallLine
    from reception.services.desk import Desk
    from reception.services.my_work import MyItem, MyWork, StandingIn

OWN = 0
"""The group of one's own work; every other group bears the number of the account that one stands in for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """A piece of work as the list shows it: a case, a transfer, or a call that whoever is away has promised."""

    id: str
    group: int
    for_whom: str
    light: Light
    left: str
    spoken: str
    number: str
    what: str
    due: str
    why: str
    item: "MyItem | None" = None
    call: "CallLine | None" = None


def for_text(standing: "StandingIn") -> str:
    """Give 代 安."""
    return QCoreApplication.translate("my_work", "代 {name}").format(name=standing.name)


def own_text() -> str:
    """Give what one's own work is called."""
    return QCoreApplication.translate("my_work", "本人")


class WorkLines:
    """Builds the lines as one person reads them now."""

    def __init__(self, desk: "Desk", language: Language) -> None:
        self._desk, self._language = desk, language

    def of(self, work: "MyWork") -> list[WorkLine]:
        """Give everything, one's own first, then each whom one stands in for; within a group the earliest due first."""
        found = [self._item(each, OWN, own_text()) for each in work.own]
        for standing in work.stands_in:
            found += self._of_another(standing)
        return found

    def _of_another(self, standing: "StandingIn") -> Iterable[WorkLine]:
        whom = for_text(standing)
        lines = [(each.item.due_at, self._item(each, standing.account_id, whom)) for each in standing.items]
        lines += [(each.callback.due_at, self._call(each, standing, whom)) for each in standing.calls]
        return [line for _due, line in sorted(lines, key=lambda pair: (pair[0], pair[1].id))]

    def _item(self, mine: "MyItem", group: int, whom: str) -> WorkLine:
        item = mine.item
        stands = item.paused is not None or bool(item.no_limit_reason)
        restricted = QCoreApplication.translate("my_work", "受限")
        return WorkLine(
            id=item.id,
            group=group,
            for_whom=whom,
            light=light_of(item, self._desk),
            left=remaining(item, self._desk, self._language),
            spoken=spoken(item, self._desk, self._language),
            number=item.number,
            what=restricted if item.restricted else " · ".join(part for part in (item.visitor, item.summary) if part),
            due="—" if stands else f"{self._desk.calendar.local(item.due_at):%m-%d %H:%M}",
            why=label(mine.why, self._language),
            item=mine,
        )

    def _call(self, call: "CallLine", standing: "StandingIn", whom: str) -> WorkLine:
        callback, calendar = call.callback, self._desk.calendar
        now, due = calendar.local(self._desk.clock()), calendar.local(callback.due_at)
        begins = calendar.local(callback.not_before) if callback.not_before else None
        light = call_light(callback, self._desk.clock(), calendar)
        late = spoken_due(due, now, 0, self._language)
        window = call_window_text(begins, due, now, self._language)
        words = QCoreApplication.translate("my_work", "{name}约好的回电")
        return WorkLine(
            id=f"call-{callback.id}",
            group=standing.account_id,
            for_whom=whom,
            light=light,
            left=late if light is Light.OVERDUE else window,
            spoken=window,
            number=QCoreApplication.translate("my_work", "回电"),
            what=" · ".join(part for part in (callback.name, callback.about) if part),
            due=f"{due:%m-%d %H:%M}",
            why=words.format(name=standing.name),
            call=call,
        )
