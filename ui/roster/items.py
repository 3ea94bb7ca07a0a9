"""The open work of a hand-over as a list, and how a step with it is laid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from reception.rules.duty import HandoverItem
from reception.words import Language
from reception.words.times import short_moment
from ui import look
from ui.beside import Beside
from ui.roomy import Roomy
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.services.desk import Desk

SIDE = 424
LEAST_WIDTH, LEAST_HEIGHT = 600, 148


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One piece of open work as the list shows it."""

    id: int
    item: HandoverItem
    when: str
    late: bool


def item_table(name: str) -> RecordTable:
    """Give the list of open work; `name` is how it is called."""
    table = RecordTable(
        [
            Column(
                title=QCoreApplication.translate("handover", "编号"),
                text=lambda line: line.item.number or QCoreApplication.translate("handover", "回电"),
                width=144,
            ),
            Column(
                title=QCoreApplication.translate("handover", "内容"),
                text=lambda line: line.item.text,
                tip=lambda line: line.item.text,
            ),
            Column(
                title=QCoreApplication.translate("handover", "期限"), text=lambda line: line.when, tone=_tone, width=132
            ),
            Column(
                title=QCoreApplication.translate("handover", "下一步"), text=lambda line: line.item.next_step, width=148
            ),
        ],
        name=name,
    )
    table.setMinimumSize(look.scaled(LEAST_WIDTH), look.scaled(LEAST_HEIGHT))
    table.set_empty(QCoreApplication.translate("handover", "没有未结的事项；钥匙、约好的电话、领导交办的事写在右边。"))
    return table


def item_lines(items: Sequence[HandoverItem], desk: "Desk", language: Language) -> list[ItemLine]:
    """Give the lines of some open work as it stands now."""
    now = desk.clock()
    local = desk.calendar.local
    return [
        ItemLine(
            id=place,
            item=item,
            when=short_moment(local(item.due_at), local(now), language) if item.due_at else "",
            late=item.due_at is not None and item.due_at < now,
        )
        for place, item in enumerate(items, start=1)
    ]


def lay_out(page: QWidget, work: QWidget, said: QWidget, button: QPushButton) -> None:
    """Lay open work and what is said of it beside each other, below each other where it is narrow; then the button."""
    both = Roomy(Beside(work, said, SIDE, "below"))
    layout = look.column(both, look.row(1, button), margin=look.SPACE_XL)
    layout.setStretchFactor(both, 1)
    page.setLayout(layout)


def _tone(line: ItemLine) -> look.Tone | None:
    return "red" if line.late else None
