"""What was promised again and again without standing in the catalogue, for whoever keeps the catalogue."""

from collections.abc import Sequence

from reception.rules.ad_hoc import AT_LEAST, Suggestion
from reception.rules.catalogue import Matter, Unit
from reception.rules.text_lengths import LENGTHS
from reception.services import ad_hoc, catalogue
from reception.words import limit_text
from reception.words.times import length_text
from ui import look
from ui.catalogue.editor import MatterEditor, blank_matter
from ui.desk_link import DeskLink
from ui.logs.counted import Counted, CountedView
from ui.shell import Keys, Shell
from ui.tables import Column


class SuggestedView(CountedView):
    """The list of what should become a matter, the records behind the chosen line, and the way to the new matter."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__(shell, link)
        self.new_button = look.plain_button("", self.begin, icon_name="add")
        words = self.tr("这里列出目录里没有、由本单位自己承诺时限的事：同一名称满 {n} 件就建议建目录。现在没有。")
        what = Counted(
            name=self.tr("建议建目录的事"),
            source=ad_hoc.of_period,
            columns=self._columns(),
            heading=lambda line: str(line.title),
            total=self._total,
            hint=self.tr("用时按办公时间算，不含停止计时的日子；取已办结的中位数。"),
            empty=words.format(n=AT_LEAST),
            buttons=(self.new_button,),
        )
        self.lay_out(what)

    def begin(self) -> None:
        """Begin a new matter with the name of the chosen line, or open the matter that lacks its limit."""
        line = self.table.current()
        if line is None:
            return
        if line.matter_code:
            self._shell.go("catalogue", code=line.matter_code)
            return
        self._link.run(self, catalogue.units, done=lambda units: self._open(line, units))

    def show_line(self, line: Suggestion | None) -> None:
        """Show the records behind a line."""
        super().show_line(line)
        self.new_button.setEnabled(line is not None)
        known = line is not None and bool(line.matter_code)
        self.new_button.setText(self.tr("去补时限(&C)") if known else self.tr("建成事项(&C)…"))

    def keys(self) -> Keys:
        """Give the keys of this part."""
        return [*super().keys(), ("Alt+C", self.tr("用这个名称新建事项，或去补时限"))]

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("件数"), text=lambda line: str(line.count), width=60, align="right"),
            Column(title=self.tr("名称"), text=lambda line: line.title, tip=lambda line: line.title),
            Column(title=self.tr("多承诺"), text=self._promised, width=120),
            Column(title=self.tr("用时中位数"), text=self._median, tip=self._measured, width=120),
        ]

    def _total(self, found: Sequence[Suggestion]) -> str:
        words = self.tr("共 {m} 件事，{n} 条登记。投诉举报和作废的不在其中。")
        return words.format(n=sum(line.count for line in found), m=len(found))

    def _promised(self, line: Suggestion) -> str:
        return limit_text(line.limit, self._shell.language)

    def _median(self, line: Suggestion) -> str:
        return length_text(line.median_worked, self._shell.language) if line.median_worked is not None else "—"

    def _measured(self, line: Suggestion) -> str:
        return self.tr("已办结 {n} 件").format(n=line.done)

    def _open(self, line: Suggestion, units: Sequence[Unit]) -> None:
        desk = self._link.desk
        today = desk.calendar.local(desk.clock()).date()
        name = line.title[: LENGTHS[Matter]["name"]]
        begun = blank_matter(today, name=name, limit=line.limit)
        editor = MatterEditor(self._shell, self._link, units, None, begun=begun)
        editor.saved.connect(self._saved)
        self._shell.open_step(editor)

    def _saved(self, matter: Matter) -> None:
        self._shell.close_step()
        words = self.tr("已建成事项 {name}，自 {day} 起生效")
        self._shell.toast(words.format(name=matter.name, day=matter.effective_on.isoformat()))
        self._shell.go("catalogue", code=matter.code)
