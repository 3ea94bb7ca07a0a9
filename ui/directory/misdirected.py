"""What people wrongly come to us for: the most frequent first, each number with its records; for the year report."""

from collections.abc import Sequence

from reception.rules.misdirected import MisdirectedLine
from reception.services import misdirected
from ui.desk_link import DeskLink
from ui.logs.counted import Counted, CountedView
from ui.shell import Shell
from ui.tables import Column


class MisdirectedView(CountedView):
    """The list of what was guided to other units in a period, and the records behind the chosen line."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__(shell, link)
        what = Counted(
            name=self.tr("找错门的事"),
            source=misdirected.of_period,
            columns=self._columns(),
            heading=lambda line: f"{line.what} → {line.unit}",
            total=self._total,
            hint=self.tr("有事项的按事项算；没有的，按摘要里说到的单位职责算，再没有的按摘要算。"),
            empty=self.tr("这段时间没有人被引导到外单位。登记“引导告知”以后，这里就有数字。"),
        )
        self.lay_out(what)

    def _total(self, found: Sequence[MisdirectedLine]) -> str:
        words = self.tr("共 {n} 人次，{m} 件事。投诉举报和作废的不在其中。")
        return words.format(n=sum(line.count for line in found), m=len(found))

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("人次"), text=lambda line: str(line.count), width=60, align="right"),
            Column(title=self.tr("来问的事"), text=lambda line: line.what, tip=lambda line: line.what),
            Column(title=self.tr("应到单位"), text=lambda line: line.unit, tip=lambda line: line.unit, width=160),
        ]
