"""The room of the register: the list of everything recorded, and one record beside it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reception.rules.inquiries import Inquiry, Status
from reception.rules.notices import Notice
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.services import catalogue, inquiries, posts, register
from reception.words import label
from ui import look
from ui.beside import Beside, focus_where_left
from ui.desk_link import DeskLink
from ui.register.filters import FilterBar
from ui.register.issue import IssueStep
from ui.register.lines import Names
from ui.register.pane import WIDTH, RecordPane
from ui.register.slip_offer import SlipOffer
from ui.shell import Keys, Shell
from ui.tables import Column, RecordTable, Source
from ui.watch import bind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reception.services.desk import Desk
    from reception.services.register import Officer, RegisterLine

_KINDS = frozenset({"Inquiry", "Case", "Referral", "Notice", "Letter", "Callback", "CallAttempt"})
ROOMY = 1000
_ROOMY = frozenset({"channel", "phone", "first_officer"})
"""Columns that give way while a record stands beside the list."""


class RegisterPage(QWidget):
    """Everything that was recorded, newest first."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("登记簿")
        self._shell, self._link = shell, link
        self._day = self._today()
        self.filters = FilterBar(self._today(), shell.language)
        self.offer = SlipOffer(link, shell.language)
        self.counted = look.text_label("", "hint")
        self._columns = self._named_columns()
        self.table = RecordTable(list(self._columns.values()), link, name=self.tr("登记簿列表"))
        self.print_button = look.plain_button(self.tr("打印登记表… Ctrl+P"), self.print, icon_name="print")
        self.blank_button = look.link_button(self.tr("备用空白表(&E)"), self._open_blank)
        look.set_tip(self.blank_button, self.tr("停电时手写用的空白登记表和告知单"))
        self.pane = RecordPane(link, shell.language)
        self.setFocusProxy(self.table)
        self._place()
        self._connect()
        self._read_directory()
        self._load()

    def entered(self, **what: Any) -> None:
        """The page is shown now: `search` narrows it, `inquiry_id` or `number` opens a record, with
        `call` the form that promises a call."""
        self.filters.weeks.set_today(self._today())
        search, inquiry_id, number = what.get("search"), what.get("inquiry_id"), what.get("number")
        if isinstance(search, str):
            self.filters.set_text(search)
        if isinstance(inquiry_id, int):
            self.open_record(inquiry_id)
            if what.get("call"):
                self.pane.promise_call()
        elif isinstance(number, str):
            self._link.run(self, _id_of, number, done=self.open_record)
        elif search is None:
            focus_where_left(self, self.pane, self.table)

    def back(self) -> bool:
        """Go one step back: the small form, the record, then the search."""
        if self.pane.back():
            return True
        if self.pane.isVisible():
            self.close_record()
            return True
        if self.filters.narrows:
            self.filters.clear()
            return True
        return False

    def keys(self) -> Keys:
        """Give the keys of this page."""
        return [
            ("Enter", self.tr("打开选中的登记")),
            ("↑ ↓", self.tr("上一条、下一条")),
            ("Ctrl+F", self.tr("查找")),
            ("Ctrl+B", self.tr("给打开的登记约定回电")),
            ("Ctrl+D", self.tr("给打开的登记出具文书")),
            ("Alt+G", self.tr("更正打开的登记")),
            ("Ctrl+S", self.tr("保存更正")),
            ("Alt+M", self.tr("合并打开的登记的来访人")),
            ("Alt+J", self.tr("重新办理已办结的（负责人）")),
            ("Ctrl+P", self.tr("打印登记表")),
            ("Esc", self.tr("收起登记，清除筛选")),
        ]

    def to_list(self) -> None:
        """Go from the search into what it found: a slip, or the list."""
        if self.offer.take_focus():
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.current() is None:
            self.table.selectRow(0)

    def open_record(self, inquiry_id: int) -> None:
        """Show a record beside the list."""
        self._sides.want_side(True)
        self._make_room()
        self.pane.read(inquiry_id)
        self.table.select_record(inquiry_id)
        self.pane.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_record(self) -> None:
        """Give the list all of the room again."""
        self.pane.forget()
        self._sides.want_side(False)
        self._make_room()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        frame, inside = look.card()
        inside.addWidget(self.filters)
        inside.addWidget(self.offer)
        inside.addWidget(self.table, 1)
        inside.addLayout(look.row(self.counted, 1, self.blank_button, self.print_button))
        self._sides = Beside(frame, self.pane, WIDTH, "instead")
        self._sides.want_side(False)
        self.setLayout(look.column(self._sides, margin=look.SPACE_XL))

    def _connect(self) -> None:
        self.print_button.setVisible(self._link.desk.may(Action.PRINT_REGISTER))
        self.filters.changed.connect(self._load)
        self.table.chosen.connect(lambda line: self.open_record(line.id))
        self.table.selected.connect(self._follow)
        self.table.records.arrived.connect(self._count)
        self.offer.return_wanted.connect(lambda number: self._shell.go("inquiries", slip=number))
        self.offer.record_wanted.connect(self.open_record)
        self.offer.letter_wanted.connect(self._open_letter)
        self.pane.closed.connect(self.close_record)
        self.pane.earlier_wanted.connect(self.open_record)
        self.pane.notice_wanted.connect(self._issue)
        self.pane.merge_wanted.connect(self._merge)
        self.pane.paper_wanted.connect(self._open_paper)
        self.pane.letter_wanted.connect(self._open_letter)
        self.pane.letters_wanted.connect(self._write_letter)
        self.pane.call_wanted.connect(self._open_call)
        self.pane.told.connect(self._shell.toast)
        self._link.changed.connect(self._changed)
        self._link.minute.connect(self._minute)
        self.filters.search.returnPressed.connect(self.to_list)
        down = bind(self.filters.search, "Down", self.to_list)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        bind(self, "Ctrl+P", self.print)
        bind(self, "Ctrl+B", self.pane.promise_call)
        bind(self, "Ctrl+D", self.pane.write_letter)
        bind(self, "Ctrl+F", lambda: self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _load(self) -> None:
        chosen = self.filters.chosen()
        self.offer.look_for(chosen.text)
        self.filters.clear_button.setVisible(self.filters.narrows)
        self._say_empty()
        self.table.load(
            Source(
                count=lambda desk: register.count(desk, chosen),
                page=lambda desk, offset, limit: register.page(desk, chosen, offset, limit),
            )
        )

    def _say_empty(self) -> None:
        if self.filters.narrows:
            clear = look.plain_button(self.tr("清除筛选"), self.filters.clear)
            self.table.set_empty(self.tr("没有符合条件的登记。换个说法试试，或者清除筛选。"), clear)
        else:
            begin = look.plain_button(self.tr("去登记"), lambda: self._shell.go("inquiries"))
            self.table.set_empty(self.tr("还没有登记。接待第一位来访人后，每一条记录都在这里。"), begin)

    def _count(self) -> None:
        count = self.table.records.rowCount()
        words = self.tr("符合条件的有 {n} 条") if self.filters.narrows else self.tr("共 {n} 条，最新的在最上面")
        self.counted.setText(words.format(n=f"{count:,}") if count else "")

    def _minute(self) -> None:
        """Cover on a new day what was one's own of today."""
        if self._today() != self._day:
            self._day = self._today()
            self.filters.weeks.set_today(self._day)
            self.table.refresh()
            self.pane.read_again()

    def _follow(self, line: "RegisterLine | None") -> None:
        if line is not None and self.pane.isVisible() and line.id != self.pane.shown_id:
            self.pane.read(line.id)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self.table.refresh()
            self.pane.read_again()
        if kinds & {"Unit", "Post", "Account"}:
            self._read_directory()

    def _read_directory(self) -> None:
        self._link.run(self, _directory, done=self._know, latest=True)

    def _know(self, found: "tuple[Names, Sequence[Officer]]") -> None:
        self.pane.names, self.pane.officers = found
        self.filters.set_officers(found[1])

    def _issue(self, inquiry: Inquiry) -> None:
        step = IssueStep(self._shell, self._link, inquiry)
        step.issued.connect(self._issued)
        self._shell.open_step(step)

    def _merge(self, visitor_id: int) -> None:
        from ui.visitors import MergeStep  # not at the top: hardly anybody merges at the start

        self._shell.open_step(MergeStep(self._shell, self._link, visitor_id))

    def _issued(self, notice: Notice) -> None:
        self._shell.close_step()
        self._shell.toast(self.tr("已出具 {number}").format(number=notice.number))
        self.pane.read_again()
        self._open_paper(notice.id)

    def _open_paper(self, notice_id: int) -> None:
        from ui.notices import NoticePage  # not at the top: it brings the drawing of papers along

        notices = self.pane.view.notices if self.pane.view is not None else ()
        kind = next((PaperKind(each.kind) for each in notices if each.id == notice_id), PaperKind.YC)
        self._shell.open_step(NoticePage(self._shell, self._link, notice_id, kind=kind))

    def _open_letter(self, letter_id: int) -> None:
        from ui.letters.page import open_letter  # not at the top: it brings the drawing of papers along

        open_letter(self._shell, self._link, self, letter_id)

    def _write_letter(self, inquiry_id: int) -> None:
        from ui.letters.step import LetterStep  # not at the top: it brings the drawing of papers along

        self._shell.open_step(LetterStep(self._shell, self._link, inquiry_id))

    def print(self) -> None:
        """Go on to the paper of what stands in the list."""
        from ui.register.printing import RegisterPrintStep  # not at the top: it brings the drawing of papers along

        if self._link.desk.may(Action.PRINT_REGISTER):
            chosen, narrows = self.filters.chosen(), self.filters.narrows
            self._shell.open_step(RegisterPrintStep(self._shell, self._link, chosen, narrows=narrows))

    def _open_call(self, inquiry: Inquiry) -> None:
        from ui.telephone_record import CallStep  # not at the top: it brings the drawing of papers along

        self._shell.open_step(CallStep(self._shell, self._link, inquiry))

    def _open_blank(self) -> None:
        from ui.blank_papers import BlankStep  # not at the top: it brings the drawing of papers along

        self._shell.open_step(BlankStep(self._shell, self._link))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let some columns give way where there is little room, beside a record or in a small window."""
        left = self.width() - (look.scaled(WIDTH) if self.pane.isVisibleTo(self) else 0)
        for place, name in enumerate(self._columns):
            self.table.setColumnHidden(place, left < look.scaled(ROOMY) and name in _ROOMY)

    def _today(self) -> Any:
        desk = self._link.desk
        return desk.calendar.local(desk.clock()).date()

    def _named_columns(self) -> dict[str, Column]:
        return {
            "reg_no": self._column(self.tr("编号"), lambda line: line.reg_no, 140),
            "received_at": self._column(self.tr("时间"), self._time, 96),
            "channel": self._column(self.tr("方式"), self._channel, 64),
            "visitor": self._column(self.tr("来访人"), self._visitor, 84),
            "phone": self._column(self.tr("电话"), lambda line: line.phone, 120),
            "matter": self._column(self.tr("事项"), self._matter, 0),
            "disposition": self._column(self.tr("处置"), self._way, 88),
            "first_officer": self._column(self.tr("首问责任人"), lambda line: line.first_officer, 88),
            "status": Column(title=self.tr("状态"), text=self._state, tone=_tone, width=148),
        }

    def _column(self, title: str, text: Any, width: int) -> Column:
        return Column(title=title, text=text, tip=text, struck=_is_void, width=width)

    def _time(self, line: "RegisterLine") -> str:
        local = self._link.desk.calendar.local(line.received_at)
        if line.restricted:
            return f"{local:%Y-%m-%d}"
        return f"{local:%m-%d %H:%M}" if local.year == self._today().year else f"{local:%Y-%m-%d}"

    def _channel(self, line: "RegisterLine") -> str:
        return "" if line.restricted else label(line.channel, self._shell.language)

    def _visitor(self, line: "RegisterLine") -> str:
        return "" if line.restricted else line.visitor or self.tr("（未留名）")

    def _matter(self, line: "RegisterLine") -> str:
        parts = dict.fromkeys(part for part in (line.matter_name, line.summary) if part)
        return "" if line.restricted else " · ".join(parts)

    def _way(self, line: "RegisterLine") -> str:
        return "" if line.restricted else label(line.disposition, self._shell.language)

    def _state(self, line: "RegisterLine") -> str:
        words = [self.tr("受限")] if line.restricted else [label(line.status, self._shell.language)]
        if line.restricted and line.status is Status.VOID:
            words.append(label(line.status, self._shell.language))
        if line.late_entry and not line.restricted:
            words.append(self.tr("补登"))
        if line.corrected:
            words.append(self.tr("已更正"))
        return " · ".join(words)


def _is_void(line: "RegisterLine") -> bool:
    return line.status is Status.VOID


def _tone(line: "RegisterLine") -> look.Tone | None:
    if line.restricted:
        return "red"
    if line.status is Status.VOID:
        return "grey"
    return "amber" if line.late_entry else None


def _directory(desk: "Desk") -> "tuple[Names, tuple[Officer, ...]]":
    units = {unit.code: unit.name for unit in catalogue.units(desk, inactive=True)}
    names = {post.code: post.name for post in posts.posts(desk, inactive=True)}
    return Names(units=units, posts=names), register.officers(desk)


def _id_of(desk: "Desk", number: str) -> int:
    return inquiries.by_number(desk, number).id
