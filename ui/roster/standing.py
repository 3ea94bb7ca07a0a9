"""Beside one's own work: for whom one stands in and until when, the note, the posts with their duties, the acts."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from reception.rules.cases import Light
from reception.rules.roster import Serves
from reception.words import instant_text, label
from reception.words.displays import post_name
from reception.words.presence import why_text
from ui import look
from ui.cases.remaining import light_of
from ui.desk_link import DeskLink
from ui.roster.work_lines import WorkLine, for_text, own_text
from ui.shell import Shell

if TYPE_CHECKING:
    from reception.services.handovers import Note
    from reception.services.my_work import MyWork, StandingIn

WIDTH = 392
POSTS_SHOWN = 6
Lines = list[tuple[str, str]]
_GAPS = frozenset({Serves.SECTION_HEAD, Serves.UNIT_HEAD, Serves.NOBODY})


class StandingPane(QFrame):
    """Shows what belongs to the chosen line of work; what may be done with it stands below."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._shell, self._link = shell, link
        self.standing: StandingIn | None = None
        self._line: WorkLine | None = None
        self.name = look.text_label("", "heading", wrap=True)
        self.state = look.chip("")
        self.why = look.text_label("", "muted", wrap=True)
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.SPACE_M)
        self._grid.setVerticalSpacing(look.SPACE_S)
        self._grid.setColumnStretch(1, 1)
        self.note_button = look.primary_button(self.tr("接收交接(&J)"), self.take_note)
        self.sheet_button = look.plain_button(self.tr("岗位职责单… Ctrl+P"), self.print_sheet)
        self.person_button = look.plain_button(self.tr("看这位同事(&K)"), self._show_person)
        self.calls_button = look.link_button(self.tr("看约好的回电(&H)"), lambda: self._shell.go("today", part="calls"))
        head = look.row(self.name, self.state)
        head.setStretch(0, 1)
        head.setAlignment(self.state, Qt.AlignmentFlag.AlignTop)
        self.area = look.scrolled(self._content)
        first = look.row(self.note_button, self.sheet_button)
        second = look.row(self.person_button, self.calls_button)
        for line in (first, second):
            line.addStretch()
        layout = look.column(head, self.why, self.area, first, second, margin=look.SPACE_XL)
        layout.setStretchFactor(self.area, 1)
        self.setLayout(layout)
        self.show_work(None, None, None)

    def show_work(self, work: "MyWork | None", standing: "StandingIn | None", line: WorkLine | None) -> None:
        """Show one's own work, or what one does for a colleague; `line` is the chosen piece of it."""
        self.standing, self._line = standing, line
        self._clear()
        note = standing.note if standing else None
        self.note_button.setVisible(note is not None and note.accepted_at is None)
        self.person_button.setVisible(standing is not None)
        self.calls_button.setVisible(standing is None and work is not None and work.calls > 0)
        self.sheet_button.setVisible(work is not None)
        self.state.setVisible(standing is not None)
        if standing is None:
            self.name.setText(own_text())
            self._fill(self._own(work) if work else [])
        else:
            self.name.setText(for_text(standing))
            tone: look.Tone = "red" if standing.by in _GAPS else "blue"
            look.set_chip(self.state, label(standing.by, self._shell.language), tone)
            self._fill(self._of_another(standing))
        self.why.setText(self._why_words(line))
        self.why.setVisible(line is not None)

    def take_note(self) -> None:
        """Open the note that waits to be accepted."""
        note = self.standing.note if self.standing else None
        if note is not None and note.accepted_at is None:
            from ui.roster.handed import HandedPage

            self._shell.open_step(HandedPage(self._shell, self._link, note))

    def print_sheet(self) -> None:
        """Open the duty sheet of the chosen line's post, or of the first post that is served."""
        from ui.roster.sheet import DutySheetStep  # not at the top: it brings the drawing of papers along

        self._shell.open_step(DutySheetStep(self._shell, self._link, self._post_code()))

    def _post_code(self) -> str:
        item = self._line.item if self._line else None
        if item is not None and item.item.post:
            return item.item.post
        return self.standing.posts[0].code if self.standing and self.standing.posts else ""

    def _show_person(self) -> None:
        if self.standing is not None:
            self._shell.go("roster", account=self.standing.account_id)

    def _why_words(self, line: WorkLine | None) -> str:
        if line is None:
            return ""
        post = line.item.post if line.item else ""
        parts = [line.number, line.spoken, post]
        words = self.tr("{line}。为什么是您：{why}。")
        return words.format(line=" · ".join(part for part in parts if part), why=line.why)

    def _own(self, work: "MyWork") -> Lines:
        late = sum(light_of(each.item, self._link.desk) is Light.OVERDUE for each in work.own)
        count = self.tr("{count} 件，其中超期 {late} 件") if late else self.tr("{count} 件")
        lines: Lines = [(self.tr("待办"), count.format(count=len(work.own), late=late))]
        if work.calls:
            lines.append((self.tr("回电"), self.tr("您约好 {count} 个").format(count=work.calls)))
        for each in work.stands_in:
            lines.append((for_text(each), self._summary(each)))
        if not work.stands_in:
            lines.append((self.tr("顶岗"), self.tr("现在不替别人顶岗")))
        return lines

    def _summary(self, standing: "StandingIn") -> str:
        words = self.tr("{count} 件，回电 {calls} 个") if standing.calls else self.tr("{count} 件")
        if standing.begins_at is not None:
            when = instant_text(self._link.desk.calendar.local(standing.begins_at), self._shell.language)
            return self.tr("{when} 起").format(when=when)
        return words.format(count=len(standing.items), calls=len(standing.calls))

    def _of_another(self, standing: "StandingIn") -> Lines:
        desk, language = self._link.desk, self._shell.language
        lines: Lines = []
        if standing.begins_at is not None:
            lines.append((self.tr("何时起"), instant_text(desk.calendar.local(standing.begins_at), language)))
        if standing.absence is not None:
            lines.append((self.tr("去向"), why_text(standing.absence, desk.clock(), desk.calendar, language)))
            lines.append((self.tr("联系方式"), standing.absence.reach))
        names = [post_name(each, language) for each in standing.posts]
        lines.append((self.tr("岗位"), self._posts(names)))
        for name, post in list(zip(names, standing.posts, strict=True))[:POSTS_SHOWN]:
            where = " · ".join(part for part in (post.place, post.phone) if part)
            told = "\n".join(part for part in (post.duties, where) if part)
            if told:
                lines.append((name, told))
        return [*lines, *self._note(standing.note)]

    def _posts(self, names: list[str]) -> str:
        shown = self.tr("、").join(names[:POSTS_SHOWN])
        if len(names) <= POSTS_SHOWN:
            return shown
        return self.tr("{posts} 等 {count} 个岗位").format(posts=shown, count=len(names))

    def _note(self, note: "Note | None") -> Lines:
        if note is None:
            return [(self.tr("交接单"), self.tr("▲ 没有写交接单；以左边的未结事项为准。"))]
        local = self._link.desk.calendar.local
        state = self.tr("▲ 等您接收")
        if note.accepted_at is not None:
            state = self.tr("{name} 于 {when} 接收").format(
                name=note.to_name, when=instant_text(local(note.accepted_at), self._shell.language)
            )
        return [
            (self.tr("交接单"), state),
            (self.tr("钥匙、印章、资料"), note.keys),
            (self.tr("会来的电话和人"), note.calls),
            (self.tr("领导交办"), note.instructions),
            (self.tr("其他要交代的"), note.note),
        ]

    def _fill(self, lines: Lines) -> None:
        row = -1
        for row, (words, text) in enumerate(pair for pair in lines if pair[1]):
            name = look.text_label(words, "hint", wrap=True)
            name.setFixedWidth(look.scaled(88))
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            role: look.Role = "warning" if text.startswith("▲") else "body"
            said = look.text_label(text, role, wrap=True, selectable=True)
            self._grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignTop)
        for number in range(row + 1):
            self._grid.setRowStretch(number, 0)
        self._grid.setRowStretch(row + 1, 1)

    def _clear(self) -> None:
        for number in range(self._grid.rowCount()):
            self._grid.setRowStretch(number, 0)
        while self._grid.count():
            item: Any = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
