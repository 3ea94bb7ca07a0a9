"""The intake: the form, the matter's card, today's list, and the keys."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from reception.rules.inquiries import Disposition
from reception.rules.staff import Action
from ui import look
from ui.desk_link import DeskLink
from ui.emergency import begin_help
from ui.forms import FieldSet
from ui.heeding import each_minute
from ui.inquiries import limits
from ui.inquiries.back_entry import BackEntry
from ui.inquiries.call_paper import CallPaper
from ui.inquiries.caller import CallerSide
from ui.inquiries.calling import Calling
from ui.inquiries.card import CardPanel
from ui.inquiries.confirming import Confirming
from ui.inquiries.form import InquiryForm
from ui.inquiries.letter_offer import LetterOffer
from ui.inquiries.matter_side import MatterSide
from ui.inquiries.parked import ParkedRow
from ui.inquiries.proposing import Proposals
from ui.inquiries.returning import Returning
from ui.inquiries.saving import Saving
from ui.inquiries.sight import Sight
from ui.inquiries.suggesting import SuggestingField
from ui.inquiries.tallying import Tallying
from ui.inquiries.today import TodayList
from ui.inquiries.unsaved import UnsavedForms
from ui.inquiries.way_paper import WayPaper
from ui.inquiries.way_rules import KEYS
from ui.phrases import PhraseSide
from ui.shell import Keys, Shell
from ui.watch import bind

NARROW = 1000
"""Below this width, in pixels of a 100 % screen, the form stands alone."""
FORM_WIDTH = 704
"""What six ways beside each other need."""


class IntakePage(QWidget):
    """The room in which inquiries are recorded.

    Signals:
        notice_issued(int): a saved form issued this notice and it shall be printed.
    """

    notice_issued = Signal(int)

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("接待登记")
        self._shell, self._link = shell, link
        self._narrow = True
        self.parked = ParkedRow()
        self.form = InquiryForm(link, self, shell.language)
        self.card = CardPanel(shell.language, link)
        self.caller = CallerSide(shell, link, self.form)
        self.earlier = self.caller.earlier
        self.today = TodayList(link, shell.language)
        self.form_line = look.text_label("", "error", wrap=True)
        self.fields = FieldSet(self.form.fields(), self.form_line, shell.language)
        self.unsaved = UnsavedForms(link, shell, self.form, self.parked)
        self.saving = Saving(link, shell, self.form, self.unsaved, self.fields)
        self.tallying = Tallying(link, shell, self.form, self.unsaved)
        self.proposals = Proposals(self.form, self.card)
        self.calling = Calling(link, shell, self.form, self.saving, self.fields)
        self.unsaved_count = self.unsaved.count
        self.back_entry = BackEntry(link, self.form, self.unsaved, self.saving, self)
        self.call_paper = CallPaper(link, shell, self.form, self.saving)
        self.way_paper = WayPaper(link, shell, self.form, self.saving)
        self.letters = LetterOffer(link, shell, self.form, self.saving, self)
        self.returning = Returning(link, shell, self.form, self.unsaved, self)
        self.matter_side = MatterSide(link, self.form, self.card, shell.language)
        self.phrases = PhraseSide(shell, link, self.form, self.card)
        self.confirming = Confirming(shell, self.form, self)
        self.area = look.scrolled(self.form)
        self.sight = Sight(self.area, self.form)
        self._make_buttons()
        self._place()
        self._connect()
        self._bind_keys()
        self._show_way()
        self._arrange()
        if not link.desk.may(Action.RECORD):
            self._sleep()

    def entered(self, **what: Any) -> None:
        """The page is shown now; `matter` chooses one, `emergency` begins the record of one."""
        self.today.read()
        if what.get("emergency") and not self.saving.holds_form:
            self.new()
            begin_help(self.form)
        if what.get("slip"):
            self.returning.open(str(what["slip"]))
        code = what.get("matter")
        if isinstance(code, str) and code:
            self.form.matter.set_chosen(code, code)
            self.matter_side.begin()

    def back(self) -> bool:
        """Go one step back: the open list, the whole card, then the form."""
        if self.confirming.back():
            return True
        if True in [field.close_popup() for field in self._suggesting()] or self.calling.back():
            return True
        if self.returning.back() or self.phrases.back():
            return True
        if self.card.whole:
            self.toggle_card()
            return True
        if self.form.is_blank():
            return self.back_entry.back()
        self.clear()
        return True

    def ended(self) -> None:
        """The window is left in order: what was cleared on purpose does not come back."""
        self.unsaved.forget_cleared()

    def _suggesting(self) -> tuple[SuggestingField, ...]:
        ways = self.form.ways
        return self.form.matter, ways.to_unit, ways.to_post, ways.to_person

    def keys(self) -> Keys:
        """Give the keys of this page."""
        return [
            ("Ctrl+S / Ctrl+Enter", self.tr("保存")),
            ("Ctrl+P", self.tr("保存并打印告知单、电话记录或指路单")),
            ("Ins / Ctrl+T", self.tr("计数：只问路，不登记")),
            ("Ctrl+Z", self.tr("撤销：先撤栏内的输入，再撤登记、计数或清空")),
            ("Esc", self.tr("后退一步：关闭列表、收起事项卡、清空")),
            ("Ctrl+B", self.tr("约定回电")),
            (limits.KEY, self.tr("另定更短的时限（受理、移交、请示）")),
            *self.letters.keys(),
            *self.back_entry.keys(),
            *self.caller.keys(),
            *self.confirming.keys(),
            ("F2", self.tr("新登记")),
            ("Shift+F2", self.tr("凭单回访：扫描或输入查询码")),
            ("F3", self.tr("同一人的下一件事")),
            ("F4", self.tr("放一放，先接待下一位")),
            *((key, self.form.ways.names_of(key)) for key in KEYS),
            ("F10", self.tr("怎么说：文明用语、快速答复")),
            ("F11", self.tr("展开或收起事项卡")),
            ("Alt+.", self.tr("采用答复栏旁提示的说法")),
            ("1 2 3 4", self.tr("材料：已提供、缺、需更正、不适用")),
        ]

    def save(self) -> None:
        """Register what stands in the form."""
        self.call_paper.saves_alone()
        self.way_paper.saves_alone()
        self._save(printing=False)

    def save_and_print(self) -> None:
        """Register, and go on to the notice when the way issues one, to the way slip or the record of a call else."""
        if not (self.way_paper.begin() or self.call_paper.begin()):
            self._save(printing=True)

    def _save(self, *, printing: bool) -> None:
        if self._link.desk.may(Action.RECORD) and self.form.contact.is_read():
            self.saving.save(printing=printing)

    def clear(self) -> None:
        """Empty the form; 撤销 brings everything back."""
        if not self.saving.holds_form:
            self.unsaved.clear()

    def new(self) -> None:
        """Begin another inquiry; what stands in the form waits above it."""
        if not self.saving.holds_form:
            self.unsaved.park()
            self.unsaved.begin()

    def next_matter(self) -> None:
        """Begin another inquiry of the same visitor."""
        if self.saving.holds_form:
            return
        person = self.saving.last if self.form.is_blank() else self.form.draft()
        self.unsaved.park()
        self.unsaved.begin(person)
        self.form.matter.setFocus()

    def toggle_card(self) -> None:
        """Open the whole card of the matter in place of today's list, or close it."""
        self.phrases.close_side()
        self.card.set_whole(not self.card.whole)
        self._arrange()
        (self.card.area if self.card.whole else self.form.matter).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        before = self.focusWidget()
        if any(part.isAncestorOf(before) for part in (self.form, self.form.contact)):
            before.setFocus()
        else:
            self.form.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < look.scaled(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        """Let card and list, or phrases, stand beside the form, or on a small screen in its place when asked for."""
        said, narrow = self.phrases.is_open, self._narrow
        whole = self.card.whole or said
        parts = (
            (self._form_frame, not (narrow and whole)),
            (self._beside, whole or not narrow),
            (self._card_frame, not said),
            (self._list_frame, not whole),
            (self.phrases, said),
        )
        for part, shown in sorted(parts, key=lambda each: each[1]):  # a part that shows first would widen the window
            part.setVisible(shown)
        self.form.show_brief(narrow)
        self._share_side()

    def _share_side(self) -> None:
        shown = self.card.card is not None or self.card.whole
        self._side.setStretch(0, 3 if shown else 0)
        self._side.setStretch(1, 2)

    def _sleep(self) -> None:
        """Let a person look who may not record."""
        self.fields.say(self.tr("您的角色不登记来访，可以查看登记簿。"))
        for button in (self.save_button, self.print_button):
            button.setEnabled(False)

    def _make_buttons(self) -> None:
        self.clear_button = look.plain_button(self.tr("清空 Esc"), self.clear)
        self.save_button = look.primary_button(self.tr("保存 Ctrl+Enter"), self.save)
        self.print_button = look.primary_button(self.tr("保存并打印 Ctrl+P"), self.save_and_print)

    def _place(self) -> None:
        self._form_frame, inside = look.card(spacing=look.SPACE_M)
        self._form_frame.setMinimumWidth(look.scaled(FORM_WIDTH))
        inside.addWidget(self.parked)
        inside.addWidget(self.form.contact)
        inside.addWidget(self.returning.row)
        inside.addWidget(self.area, 1)
        inside.addWidget(self.form.ways.saying)
        inside.addLayout(self._button_row())
        self._list_frame, beside = look.card(spacing=look.SPACE_M)
        beside.addWidget(self.earlier)
        beside.addWidget(self.today, 1)
        self._card_frame, card_inside = look.card(spacing=look.SPACE_M)
        card_inside.addWidget(self.card)
        self._side: QBoxLayout = look.column(self._card_frame, self._list_frame, self.phrases, spacing=look.SPACE_L)
        self._side.setStretch(1, 1)
        whole = look.row(spacing=look.SPACE_L, margin=look.SPACE_XL)
        whole.addWidget(self._form_frame, 64)
        self._beside = QWidget()
        self._beside.setLayout(self._side)
        whole.addWidget(self._beside, 36)
        self.setLayout(whole)

    def _button_row(self) -> QHBoxLayout:
        line = look.row(spacing=look.SPACE_M)
        for button in (self.tallying.button, self.returning.button):
            line.addWidget(button)
        line.addWidget(self.form_line, 1)
        line.addStretch()
        for button in (self.clear_button, self.save_button, self.print_button):
            line.addWidget(button)
        return line

    def _connect(self) -> None:
        for changed in (self.form.ways.way_changed, self.form.contact.channel.edited, self.unsaved.shown):
            changed.connect(self._show_way)
        self.today.opened.connect(lambda number: self._shell.go("register", inquiry_id=number))
        self.card.filled.connect(lambda _filled: self._share_side())
        self.phrases.changed.connect(self._arrange)
        self.unsaved.shown.connect(self._form_shown)
        self.saving.busy.connect(self._show_busy)
        self.saving.refused.connect(self.calling.explain)
        self.saving.refused.connect(self.sight.show_first_error)
        self.saving.print_wanted.connect(self._show_notice)
        for field in self._suggesting():
            self.area.verticalScrollBar().valueChanged.connect(lambda _value, field=field: field.place_popup())
        each_minute(self, self._link, lambda: self.form.contact.received_at.follow(self._link.desk.clock()))

    def _bind_keys(self) -> None:
        for key, ways in KEYS.items():
            bind(self, key, partial(self._choose_way, ways))
        for key, act in (("F2", self.new), ("F3", self.next_matter), ("F4", self.new), ("F11", self.toggle_card)):
            bind(self, key, act)
        for key in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            bind(self, key, self.save)
        bind(self, "Ctrl+P", self.save_and_print)
        bind(self, "Ctrl+B", self.calling.begin)
        bind(self, limits.KEY, self.form.limits.open)
        bind(self, "F10", self.phrases.toggle)
        for key in ("Ins", "Ctrl+T"):
            bind(self, key, self.tallying.count)

    def _show_notice(self, notice_id: int) -> None:
        from ui.notices import NoticePage  # not at the top: it brings the printing libraries along

        self.notice_issued.emit(notice_id)
        self._shell.open_step(NoticePage(self._shell, self._link, notice_id))

    def _choose_way(self, ways: tuple[Disposition, ...]) -> None:
        if not self.saving.holds_form:
            self.form.ways.choose(ways)
            self.form.ways.focus_way()

    def _show_way(self) -> None:
        if self._link.desk.may(Action.RECORD):
            self.fields.say("")  # it may have said that no way is chosen
        prints = self.form.ways.way is Disposition.D4 or self.call_paper.is_wanted()
        self.print_button.setVisible(prints or self.way_paper.is_wanted())
        for button, first in ((self.save_button, not prints), (self.print_button, prints)):
            button.setProperty("look", "primary" if first else None)
            look.repolish(button)

    def _form_shown(self) -> None:
        self.fields.clear()
        self.matter_side.begin()
        self.area.verticalScrollBar().setValue(0)
        self.form.focus_first()

    def _show_busy(self, busy: bool) -> None:
        """Let nothing be saved twice; whoever types goes on typing."""
        focus = self.focusWidget()
        if busy and focus in (self.save_button, self.print_button):
            self.form.focus_first()
        for button in (self.save_button, self.print_button):
            button.setEnabled(not busy and self._link.desk.may(Action.RECORD))
        self.save_button.setText(self.tr("正在保存…") if busy else self.tr("保存 Ctrl+Enter"))
