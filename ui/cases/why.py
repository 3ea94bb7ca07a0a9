"""Why this date: what is owed, and every day from the start to the due moment."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from reception.errors import ReceptionError
from reception.rules.cases import DueItem, Light
from reception.rules.limits import CountedDay, LimitUnit
from reception.rules.staff import Action
from reception.services import due_explained
from reception.words import Language, day_reason, instant_text, label, limit_text, sentence, weekday_text
from reception.words.due_reasons import rest_text
from reception.words.presence import acting_name
from ui import look
from ui.cases.acts import ActsPart
from ui.cases.custody import CustodyPart
from ui.cases.proposal import ProposalPart
from ui.cases.remaining import light_words, spoken
from ui.cases.transfers import TransferPart
from ui.desk_link import DeskLink
from ui.tables import Column, RecordTable

if TYPE_CHECKING:
    from reception.rules.case_due import Explained

WIDTH = 392
_ALL = 1000
_IN_DAYS = frozenset({LimitUnit.WD, LimitUnit.CD, LimitUnit.HALF_MONTH, LimitUnit.MONTH})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A day of the count with its number among those that counted."""

    day: CountedDay
    number: int

    @property
    def id(self) -> str:
        return self.day.on.isoformat()


class WhyPane(QFrame):
    """The due date of the chosen line, explained.

    Args:
        host: the page of the list.
        light: gives the light of a line as the list shows it.

    Signals:
        opened(int): the record shall be opened.
        letters_wanted(int): a paper shall be written for this record.
    """

    opened = Signal(int)
    letters_wanted = Signal(int)

    def __init__(self, link: DeskLink, language: Language, host: QWidget, light: Callable[[DueItem], Light]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._link, self._language, self._light = link, language, light
        self.item: DueItem | None = None
        self.post = ""
        self.number = look.text_label("", "heading", selectable=True)
        self.light = look.chip("")
        self.what = look.text_label("", wrap=True)
        self.who = look.text_label("", "muted", wrap=True)
        self.due = look.text_label("", "strong", wrap=True)
        self.limit = look.text_label("", "muted", wrap=True)
        self.error = look.text_label("", "error", wrap=True)
        self.transfers = TransferPart(link, language, host)
        self.acts = ActsPart(link, language)
        self.proposal = ProposalPart(link, language)
        parts = (self.transfers, self.acts, self.proposal)
        for part in parts:
            part.form_shown.connect(self._make_room)
            for other in parts:
                if other is not part:
                    part.form_shown.connect(other.make_room)
        self.days = RecordTable(self._columns(), name=self.tr("为什么是这一天：逐日说明"))
        self.open_button = look.plain_button(self.tr("打开登记 Enter"), self._open)
        self.letters_button = look.plain_button(self.tr("出具文书… Ctrl+D"), self.write_letter)
        head = look.row(self.number, 1, self.light)
        self.custody = CustodyPart(link, language)
        self._title = self._make_choice()
        said = (head, self.what, self.who, self.due, self.transfers, self.proposal)
        below = (self._title, self.limit, self.error, self.days, self.custody)
        layout = look.column(*said, *below, margin=look.SPACE_XL)
        layout.addWidget(self.acts)
        layout.addStretch(1)
        layout.addLayout(look.row(1, self.letters_button, self.open_button))
        layout.setStretchFactor(self.days, _ALL)
        layout.setStretchFactor(self.custody, _ALL)
        self.setLayout(layout)
        self.show_item(None)

    def show_item(self, item: DueItem | None, post: str = "") -> None:
        """Explain a line, or say what stands here while none is chosen."""
        again = item is not None and self.item is not None and item.id == self.item.id and item == self.item
        self.item, self.post = item, post
        self.repaint_light()
        self.light.setVisible(item is not None)
        self.transfers.show_record(item.inquiry_id if item and not item.restricted else 0, item.reg_no if item else "")
        self.acts.show_case(item.case_id if item else 0)
        self.proposal.show_item(item)
        self._make_room(self.has_form)
        self._read_custody()
        if item is None:
            self._link.stop_all(self)
            self.error.hide()
            self.number.setText(self.tr("为什么是这一天"))
            self.what.setText(self.tr("选中左边的一条，这里逐日说明到期时间是怎么算出来的。"))
            return
        self._say(item)
        if not again:
            self.days.show_records([])
            self.error.hide()
            self._link.run(
                self, due_explained.explain, item.inquiry_id, done=self._explain, failed=self._refused, latest=True
            )

    def _make_choice(self) -> QWidget:
        """Make the two views of the line: why the date, and through whose hands it went."""
        self.days_button = look.choice_button(self.tr("为什么是这一天(&V)"))
        self.custody_button = look.choice_button(self.tr("流转(&F)"))
        group = QButtonGroup(self)
        for button in (self.days_button, self.custody_button):
            group.addButton(button)
            button.clicked.connect(lambda _on: self._turn())
        self.days_button.setChecked(True)
        place = QWidget()
        place.setLayout(look.row(self.days_button, self.custody_button, 1, spacing=look.SPACE_S))
        return place

    def _turn(self) -> None:
        self._make_room(self.has_form)
        self._read_custody()

    def _read_custody(self) -> None:
        """Read through whose hands the line went, while that is what is shown."""
        item = self.item
        shown = self.custody_button.isChecked() and item is not None
        self.custody.show_record(item.inquiry_id if item is not None and shown else 0)

    @property
    def has_form(self) -> bool:
        """Tell whether a form is open."""
        return any(part.form is not None for part in (self.transfers, self.acts, self.proposal))

    def close_form(self) -> bool:
        """Take the form away, what was typed stays; False when there was none."""
        return self.transfers.close_form() or self.acts.close_form() or self.proposal.close_form()

    def repaint_light(self) -> None:
        """Let light and words follow the clock."""
        if self.item is None:
            return
        desk = self._link.desk
        light = self._light(self.item)
        words = look.light_text(light, light_words(self.item, light, self._language))
        look.set_chip(self.light, words, look.SIGNS[light].tone)
        if self.item.paused is not None or self.item.no_limit_reason:
            self.due.setText(spoken(self.item, desk, self._language))
            return
        local = desk.calendar.local(self.item.due_at)
        when = instant_text(local, self._language)
        if self.item.provisional:
            when = self.tr("{when}（暂定）").format(when=when)
        due = self.tr("到期 {when}").format(when=when)
        if self.item.first_due_at is not None and self.item.first_due_at != self.item.due_at:
            first = instant_text(desk.calendar.local(self.item.first_due_at), self._language)
            due = self.tr("{due}（原承诺 {first}）").format(due=due, first=first)
        self.due.setText(f"{spoken(self.item, desk, self._language)}\n{due}")

    def _make_room(self, form: bool) -> None:
        """Give the room of the days to an open form."""
        shown = not form and self.item is not None
        for part in (self.who, self.due, self._title, self.open_button):
            part.setVisible(shown)
        for part in (self.limit, self.days):
            part.setVisible(shown and self.days_button.isChecked())
        self.custody.setVisible(shown and self.custody_button.isChecked())
        self._allow_letters(form=form)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setStretchFactor(self.acts, _ALL if self.acts.form is not None else 0)

    def write_letter(self) -> None:
        """Ask for a paper for the record of the line."""
        if self.item is not None and self._may_write():
            self.letters_wanted.emit(self.item.inquiry_id)

    def _may_write(self) -> bool:
        item = self.item
        return item is not None and not item.restricted and self._link.desk.may(Action.ISSUE_NOTICE)

    def _allow_letters(self, *, form: bool = False) -> None:
        self.letters_button.setVisible(self._may_write() and not form)

    def _say(self, item: DueItem) -> None:
        self.number.setText(item.number)
        self.what.setText(self.tr("受限") if item.restricted else item.summary)
        way = label(item.disposition, self._language)
        officer = acting_name(item.person, item.acting_for, self._language)
        parts = (item.visitor, way, officer, self.post)
        self.who.setText(" · ".join(part for part in parts if part))
        kind = self.tr("应签收") if item.transfer else self.tr("时限")
        self.limit.setText(f"{kind} {limit_text(item.limit, self._language)}")

    def _explain(self, found: "tuple[Explained, ...]") -> None:
        if self.item is None:
            return
        mine = next((each for each in found if each.number == self.item.number), None)
        if mine is None:
            return
        started = instant_text(mine.started, self._language)
        words = self.tr("{limit}，自 {started} 起算").format(limit=self.limit.text(), started=started)
        if mine.paused is None and mine.counted.due != mine.promised:
            now = instant_text(mine.counted.due, self._language)
            words += "\n" + self.tr("按现在的工作日历推算为 {now}，已承诺的到期时间不变。").format(now=now)
        moved_on = rest_text(mine, self._link.desk.calendar, self._language)
        self.limit.setText(f"{words}\n{moved_on}" if moved_on else words)
        self.days.show_records(_numbered(mine.counted.days))

    def _refused(self, error: ReceptionError) -> None:
        self.error.setText(sentence(error, self._language))
        self.error.show()

    def _open(self) -> None:
        if self.item is not None:
            self.opened.emit(self.item.inquiry_id)

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("日期"), text=self._date, width=112),
            Column(title=self.tr("计数"), text=self._counted, tone=_tone, width=68),
            Column(title=self.tr("原因"), text=self._reason, tip=self._reason),
        ]

    def _date(self, each: _Day) -> str:
        return f"{each.day.on:%m-%d} {weekday_text(each.day.on, self._language)}"

    def _counted(self, each: _Day) -> str:
        if not each.day.counted:
            return self.tr("不计")
        if self.item is None or self.item.limit.unit not in _IN_DAYS:
            return self.tr("计入")
        return self.tr("第 {n} 天").format(n=each.number)

    def _reason(self, each: _Day) -> str:
        words = day_reason(each.day.reason, self._language)
        return f"{words} · {each.day.name}" if each.day.name else words


def _tone(each: _Day) -> look.Tone | None:
    return "green" if each.day.counted else "grey"


def _numbered(days: tuple[CountedDay, ...]) -> list[_Day]:
    number, found = 0, []
    for day in days:
        number += day.counted
        found.append(_Day(day=day, number=number))
    return found
