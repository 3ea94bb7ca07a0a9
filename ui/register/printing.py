"""Printing the register: what stands in the list or a range of days, masked or whole for a stated purpose."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QProgressBar, QWidget

from reception.errors import Invalid, Reason, ReceptionError
from reception.rules.faults import Faults, read_date
from reception.rules.staff import Action
from reception.services import papers
from reception.services.papers import Extent, Statement
from reception.services.register import RegisterFilter
from reception.words import date_text, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import Field, FieldSet, LineField, TickField
from ui.paper_step import PaperStep
from ui.printing import Printers
from ui.shell import Keys, Shell

if TYPE_CHECKING:
    from reception.services.notices import RenderedPaper

DATE_LENGTH = 10
PURPOSE_LIMIT = 100
LOOK_MS = 100


class Progress:
    """How far the drawing is; the reading thread writes it, the window looks at it now and then."""

    def __init__(self) -> None:
        self.drawn = 0
        self.stopped = False

    def __call__(self, drawn: int) -> bool:
        """Take how many records are drawn; False asks to stop."""
        self.drawn = drawn
        return not self.stopped

    def stop(self) -> None:
        """Ask to stop after the page that is being drawn."""
        self.stopped = True


class RegisterPrintStep(PaperStep):
    """Which part, masked or whole; then the paper.

    Args:
        chosen: the filter that stands above the list.
        narrows: whether it leaves anything out.
    """

    def __init__(
        self,
        shell: Shell,
        link: DeskLink,
        chosen: RegisterFilter,
        *,
        narrows: bool = False,
        printers: Printers | None = None,
    ) -> None:
        super().__init__(shell, link, self.tr("打印登记表"), self.tr("首问负责登记表"), printers)
        self._chosen = self._drawn_part = chosen
        self._statement: Statement | None = None
        self._progress: Progress | None = None
        self._call = 0
        self.extent = Extent(count=0)
        self._make_options(narrows=narrows)
        self._place_options()
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self.hint.setText(self.tr("姓名、电话、证号按规定遮蔽；打印和存为文件都记入修改痕迹。"))
        self._follow()

    def keys(self) -> Keys:
        """Give the keys of this step."""
        return [*super().keys(), ("Esc", self.tr("停止生成"))]

    def back(self) -> bool:
        """Esc: stop the drawing first."""
        if self._progress is None:
            return False
        self.stop()
        return True

    def draw(self) -> None:
        """Draw what the options say; whole values after their purpose was written down."""
        self._fields.clear()
        self.stop()
        self.show_paper(None)
        try:
            chosen = self._wanted()
        except Invalid as wrong:
            self._fields.show(wrong)
            return
        self._statement = None
        if not self.whole.value():
            self._count(chosen)
            return
        act = papers.state_purpose
        self._link.change(self, act, chosen, self.purpose.text(), done=self._stated, failed=self._cannot)

    def stop(self) -> None:
        """Stop the drawing; what was chosen stays."""
        if self._progress is not None:
            self._progress.stop()
            self._link.stop(self._call)
            self._ended()
            self.about.setText(self.tr("已停止，没有生成。"))

    def able(self) -> bool:
        """Tell whether the paper may be printed now: it is drawn, and nothing was chosen anew since."""
        return super().able() and self._progress is None and self._as_drawn()

    def was_printed(self) -> None:
        """Write down that it was printed."""
        whole = self._statement is not None
        self._link.change(self, papers.register_printed, self._drawn_part, self.extent.count, whole=whole)

    def _make_options(self, *, narrows: bool) -> None:
        self.as_listed = look.choice_button(self.tr("列表当前筛选(&F)") if narrows else self.tr("全部登记(&F)"))
        self.by_days = look.choice_button(self.tr("日期范围(&Y)"))
        self._group = QButtonGroup(self)
        for button in (self.as_listed, self.by_days):
            self._group.addButton(button)
            button.clicked.connect(lambda _on: self._changed())
        self.as_listed.setChecked(True)
        self.first_on = LineField(self.tr("首日(&B)"), DATE_LENGTH)
        self.last_on = LineField(self.tr("末日(&L)"), DATE_LENGTH)
        desk = self._link.desk
        today = desk.calendar.local(desk.clock()).date()
        self.first_on.set_text(today.replace(day=1).isoformat())
        self.last_on.set_text(today.isoformat())
        self.whole = TickField(self.tr("完整个人信息(&I)"))
        self.purpose = LineField(self.tr("用途(&P)"), PURPOSE_LIMIT, hint=self.tr("会印在每一页上，并记入修改痕迹。"))
        self.wrong = look.text_label("", "error", wrap=True)
        named: dict[str, Field] = {"first_on": self.first_on, "last_on": self.last_on, "purpose": self.purpose}
        self._fields = FieldSet(named, self.wrong, self._shell.language)
        for field in (*named.values(), self.whole):
            field.edited.connect(self._changed)
        for line in (self.first_on, self.last_on, self.purpose):
            line.edit.returnPressed.connect(self.draw)
        self.draw_button = look.plain_button(self.tr("生成预览(&G)"), self.draw)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("生成进度"))
        self.stop_button = look.plain_button(self.tr("停止 Esc"), self.stop)

    def _place_options(self) -> None:
        self._days = QWidget()
        self._days.setLayout(look.row(self.first_on, self.last_on))
        self._under_way_part = QWidget()
        self._under_way_part.setLayout(look.row(self.bar, self.stop_button))
        self._under_way_part.hide()
        parts = look.row(self.as_listed, self.by_days, 1, spacing=look.SPACE_S)
        self.options.addLayout(parts)
        for part in (self._days, self.whole, self.purpose, self.wrong, self.draw_button, self._under_way_part):
            self.options.addWidget(part)
        self.whole.setVisible(self._link.desk.may(Action.EXPORT_FULL))

    def _changed(self) -> None:
        self._follow()
        self.show_buttons()
        if self.whole.value() and not self.purpose.text():
            self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        self._days.setVisible(self.by_days.isChecked())
        self.purpose.setVisible(self.whole.value())
        fresh = self.paper is not None and self._as_drawn()
        self.draw_button.setVisible(self._progress is None and not fresh)

    def _as_drawn(self) -> bool:
        try:
            same = self._wanted() == self._drawn_part
        except Invalid:
            return False
        return same and self.whole.value() == (self._statement is not None)

    def _wanted(self) -> RegisterFilter:
        """Give the part that the options say.

        Raises:
            Invalid: a day cannot be read, or the last one lies before the first.
        """
        if self.as_listed.isChecked():
            return self._chosen
        faults = Faults()
        first = read_date(self.first_on.text(), "first_on", faults)
        last = read_date(self.last_on.text(), "last_on", faults)
        if first is None or last is None:
            raise Invalid(*faults.reasons)
        if last < first:
            raise Invalid(Reason(code="ends_before_start", field="last_on"))
        return replace(RegisterFilter(), first_on=first, last_on=last)

    def _stated(self, statement: Statement) -> None:
        self._statement = statement
        self._count(statement.chosen)

    def _count(self, chosen: RegisterFilter) -> None:
        self._drawn_part = chosen
        self._link.run(self, papers.extent, chosen, done=self._counted, failed=self._cannot, latest=True)

    def _counted(self, extent: Extent) -> None:
        self.extent = extent
        self.heading.setText(self.tr("{n} 条登记").format(n=f"{extent.count:,}"))
        self._progress = Progress()
        self.destroyed.connect(self._progress.stop)
        self.bar.setRange(0, max(1, extent.count))
        self.bar.setValue(0)
        self._under_way_part.show()
        self._clock.start()
        self._look()
        self._follow()
        arguments = (self._drawn_part, self._statement, self._progress)
        self._call = self._link.run(
            self, papers.register_paper, *arguments, done=self._drawn_whole, failed=self._cannot
        )

    def _look(self) -> None:
        if self._progress is not None:
            self.bar.setValue(self._progress.drawn)
            words = self.tr("正在生成，已完成 {done} 条").format(done=f"{self._progress.drawn:,}")
            self.about.setText(words)

    def _drawn_whole(self, paper: "RenderedPaper | None") -> None:
        if self._progress is None or self._progress.stopped:
            return
        self._ended()
        self.show_paper(paper)
        self._follow()
        self.about.setText(self._range())

    def _range(self) -> str:
        first, last = self.extent.first_on, self.extent.last_on
        if first is None or last is None:
            return self.tr("没有符合条件的登记。")
        language = self._shell.language
        return self.tr("{first} 至 {last}").format(first=date_text(first, language), last=date_text(last, language))

    def _ended(self) -> None:
        self._progress = None
        self._clock.stop()
        self._under_way_part.hide()
        self._follow()
        self.show_buttons()

    def _cannot(self, error: ReceptionError) -> None:
        self._ended()
        if isinstance(error, Invalid):
            self._fields.show(error)
            return
        self.wrong.setText(sentence(error, self._shell.language))
        self.wrong.show()
