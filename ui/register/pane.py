"""One record beside the list: its fields, its papers, its history, and what may be done with it now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from reception.errors import ReceptionError
from reception.rules.cases import CaseStatus, ReferralStatus
from reception.rules.inquiries import Inquiry
from reception.services import register
from reception.words import Language, sentence
from reception.words.history import history_line
from ui import look
from ui.desk_link import DeskLink
from ui.register.acts import ActForm, OfficerForm, VoidForm
from ui.register.allowed import allowed
from ui.register.calling import CallForm
from ui.register.correcting import CorrectForm
from ui.register.lines import Names, sections
from ui.register.links import links_part
from ui.register.papers import papers_part
from ui.register.parts import chips, history_part, section_part
from ui.register.reopening import ReopenForm, reopenable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reception.services.register import InquiryView, Officer

WIDTH = 430


class RecordPane(QFrame):
    """Shows one record.

    Signals:
        closed(): the person is done with it.
        paper_wanted(int): this notice shall be seen and printed.
        letter_wanted(int): this letter shall be seen and printed.
        notice_wanted(Inquiry): a notice of this record shall be issued.
        letters_wanted(int): another paper shall be written for this record.
        earlier_wanted(int): the earlier record shall be opened.
        merge_wanted(int): this visitor may be another one too.
        call_wanted(Inquiry): the telephone record of this call shall be seen and printed.
        told(str): something was done, in words.
    """

    closed = Signal()
    paper_wanted = Signal(int)
    letter_wanted = Signal(int)
    notice_wanted = Signal(object)
    letters_wanted = Signal(int)
    earlier_wanted = Signal(int)
    merge_wanted = Signal(int)
    call_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._link, self._language = link, language
        self.names = Names()
        self.officers: Sequence[Officer] = ()
        self.view: InquiryView | None = None
        self.form: ActForm | None = None
        self._wanted = 0
        self._call_waits = False
        self._is_revealed = False
        self._typed: dict[tuple[str, int], str] = {}
        self.number = look.text_label("", "heading", selectable=True)
        self.chips = look.row(spacing=look.SPACE_S)
        self.error = look.text_label("", "error", wrap=True)
        self._body = QWidget()
        self._parts = QVBoxLayout(self._body)
        self._parts.setContentsMargins(0, 0, look.SPACE_M, 0)
        self._parts.setSpacing(look.SPACE_M)
        self.area = look.scrolled(self._body)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("登记内容"))
        self._form_place = look.column()
        self._make_buttons()
        self._place()

    @property
    def shown_id(self) -> int:
        """Give the id of the record that is shown or being read, 0 while there is none."""
        return self._wanted

    def read(self, inquiry_id: int) -> None:
        """Show a record; the one before stays until it is there."""
        if inquiry_id != self._wanted:
            self.close_form()
            self._call_waits = False
        self._wanted = inquiry_id
        self._link.run(self, register.show, inquiry_id, done=self.show_view, failed=self._refused, latest=True)

    def read_again(self) -> None:
        """Look whether the record changed; whole values stay in sight while it did not."""
        if self._wanted:
            self._link.run(self, register.show, self._wanted, done=self._read_again, failed=self._refused, latest=True)

    def reveal(self) -> None:
        """Show the whole values; the look is recorded."""
        self.reveal_button.setEnabled(False)
        self._link.change(self, register.reveal, self._wanted, done=self._revealed, failed=self._act_refused)

    def promise_call(self) -> None:
        """Ask until when the visitor is called, now or as soon as the record is there."""
        self._call_waits = self._wanted != 0 and (self.view is None or self.view.inquiry.id != self._wanted)
        if self.view is not None and not self._call_waits and not self.promise_button.isHidden():
            self.open_form(CallForm(self._link, self._language, self.view.inquiry))

    def correct(self) -> None:
        """Set the record right; its whole values are shown for it, which is recorded."""
        view = self.view
        if view is None or self.correct_button.isHidden() or self.form is not None:
            return
        if view.masked:
            self.reveal_button.setEnabled(False)
            act, done = register.reveal, self._revealed_to_correct
            self._link.change(self, act, self._wanted, done=done, failed=self._act_refused)
            return
        alive = [each for each in view.cases if each.status is not CaseStatus.VOID]
        sent = [each for each in view.referrals if each.status is not ReferralStatus.VOID]
        issued = [each for each in view.notices if not each.void]
        told = alive or issued or view.inquiry.returned_with is not None
        free = {"with_matter": not told, "with_time": not (alive or sent)}
        self.open_form(CorrectForm(self._link, self._language, view.inquiry, **free))

    def open_form(self, form: ActForm) -> None:
        """Lay a small form under the record."""
        self.close_form()
        self.form = form
        form.bring_back(self._typed.get(_key_of(form), ""))
        form.left.connect(self.close_form)
        form.carried_out.connect(self._carried_out)
        self._form_place.addWidget(form)
        self.buttons.hide()
        self.area.setHidden(form.instead)
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> bool:
        """Take the small form away; False when there was none."""
        if self.form is None:
            return False
        self._typed[_key_of(self.form)] = self.form.typed()
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        self.area.show()
        self.buttons.show()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def back(self) -> bool:
        """Go one step back within the small form; False when there is none."""
        return self.form is not None and (self.form.back() or self.close_form())

    def forget(self) -> None:
        """Show nothing and wait for nothing."""
        self._link.stop_all(self)
        self.close_form()
        self._wanted = 0
        self.view = None

    def show_view(self, view: "InquiryView") -> None:
        """Show a record as this person may see it."""
        self._is_revealed = False
        self.view = view
        self._wanted = view.inquiry.id
        self.error.hide()
        place = self.area.verticalScrollBar().value() if self.number.text() == view.inquiry.reg_no else 0
        self._fill(view)
        self._allow(view)
        if self._call_waits:
            self.promise_call()
        QTimer.singleShot(0, self, lambda: self.area.verticalScrollBar().setValue(place))

    def _revealed(self, view: "InquiryView") -> None:
        if view.inquiry.id == self._wanted:
            self.show_view(view)
            self._is_revealed = True
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _revealed_to_correct(self, view: "InquiryView") -> None:
        self._revealed(view)
        if view.inquiry.id == self._wanted:
            self.correct()

    def _read_again(self, view: "InquiryView") -> None:
        known = self.view
        if known == view:
            return
        if known is not None and self._is_revealed and _state_of(known) == _state_of(view):
            return
        if view.inquiry.id == self._wanted:
            self.show_view(view)

    def _refused(self, error: ReceptionError) -> None:
        self.view = None
        self.number.setText("")
        self._clear()
        self.error.setText(sentence(error, self._language))
        self.error.show()
        for button in self._acts():
            button.hide()

    def _act_refused(self, error: ReceptionError) -> None:
        self.reveal_button.setEnabled(True)
        self.error.setText(sentence(error, self._language))
        self.error.show()

    def _carried_out(self, inquiry: Inquiry) -> None:
        form = self.form
        self.close_form()
        self._typed.clear()
        if form is not None:
            self.told.emit(form.told.format(number=inquiry.reg_no))
        self.read(inquiry.id)

    def _make_buttons(self) -> None:
        self.close_button = look.link_button(self.tr("收起 Esc"), self.closed.emit)
        self.reveal_button = look.plain_button(self.tr("显示完整信息(&S)"), self.reveal)
        look.set_tip(self.reveal_button, self.tr("查看会记入修改痕迹"))
        self.notice_button = look.plain_button(self.tr("出具一次性告知单(&N)"), self._want_notice)
        self.letters_button = look.plain_button(self.tr("出具文书… Ctrl+D"), self.write_letter)
        self.call_button = look.plain_button(self.tr("电话记录(&H)"), self._want_call)
        self.promise_button = look.plain_button(self.tr("约定回电 Ctrl+B"), self.promise_call)
        self.correct_button = look.plain_button(self.tr("更正(&G)…"), self.correct)
        look.set_tip(self.correct_button, self.tr("听错、写错的地方改过来；原来的内容留在经过里"))
        self.officer_button = look.plain_button(self.tr("更正首问责任人(&O)…"), self._open_officer_form)
        self.merge_button = look.plain_button(self.tr("合并来访人(&M)…"), self._want_merge)
        self.reopen_button = look.plain_button(self.tr("重新办理(&J)…"), self._open_reopen_form)
        self.void_button = look.danger_button(self.tr("作废(&V)…"), self._open_void_form)
        self._named = {
            "reveal": self.reveal_button,
            "notice": self.notice_button,
            "letters": self.letters_button,
            "merge": self.merge_button,
            "call": self.call_button,
            "promise": self.promise_button,
            "correct": self.correct_button,
            "officer": self.officer_button,
            "reopen": self.reopen_button,
            "void": self.void_button,
        }

    def _acts(self) -> tuple[QPushButton, ...]:
        return tuple(self._named.values())

    def _place(self) -> None:
        head = look.row(self.number, 1, self.close_button)
        self.buttons = QWidget()
        self._table = look.grid()
        for place, button in enumerate(self._acts()):
            self._table.addWidget(button, place // 2, place % 2)
        self.buttons.setLayout(self._table)
        layout = look.column(
            head, self.chips, self.error, self.area, self._form_place, self.buttons, margin=look.SPACE_XL
        )
        layout.setStretchFactor(self.area, 1)
        self.setLayout(layout)

    def _want_notice(self) -> None:
        if self.view is not None:
            self.notice_wanted.emit(self.view.inquiry)

    def write_letter(self) -> None:
        """Ask for another paper for the record that is shown."""
        if self.view is not None and not self.letters_button.isHidden():
            self.letters_wanted.emit(self.view.inquiry.id)

    def _want_merge(self) -> None:
        if self.view is not None and self.view.inquiry.visitor_id is not None:
            self.merge_wanted.emit(self.view.inquiry.visitor_id)

    def _want_call(self) -> None:
        if self.view is not None:
            self.call_wanted.emit(self.view.inquiry)

    def _open_void_form(self) -> None:
        if self.view is not None:
            self.open_form(VoidForm(self._link, self._language, self.view.inquiry))

    def _open_officer_form(self) -> None:
        if self.view is not None:
            self.open_form(OfficerForm(self._link, self._language, self.view.inquiry, self.officers))

    def _open_reopen_form(self) -> None:
        case = reopenable(self.view.cases) if self.view is not None else None
        if self.view is not None and case is not None:
            self.open_form(ReopenForm(self._link, self._language, self.view.inquiry, case))

    def _allow(self, view: "InquiryView") -> None:
        self.reveal_button.setEnabled(True)
        for name, shown in allowed(self._link.desk, view).items():
            self._named[name].setVisible(shown)
        self._close_up()

    def _close_up(self) -> None:
        """Let the buttons that are shown stand side by side without gaps."""
        for button in self._acts():
            self._table.removeWidget(button)
        shown = [button for button in self._acts() if not button.isHidden()]
        for place, button in enumerate(shown):
            self._table.addWidget(button, place // 2, place % 2)

    def _fill(self, view: "InquiryView") -> None:
        self._clear()
        inquiry, calendar = view.inquiry, self._link.desk.calendar
        self.number.setText(inquiry.reg_no)
        for chip in chips(view, self._language):
            self.chips.addWidget(chip)
        self.chips.addStretch()
        if (links := links_part(view, self.earlier_wanted.emit)) is not None:
            self._parts.addWidget(links)
        for section in sections(view, calendar, self.names, self._language):
            self._parts.addWidget(section_part(section))
        papers = papers_part(view, self._link, self._language, self.paper_wanted.emit, self.letter_wanted.emit)
        if papers is not None:
            self._parts.addWidget(papers)
        lines = [history_line(entry, calendar, self._language, masked=view.masked) for entry in view.history]
        self._parts.addWidget(history_part(lines))
        self._parts.addStretch()

    def _clear(self) -> None:
        for layout in (self._parts, self.chips):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()


def _state_of(view: "InquiryView") -> tuple[object, ...]:
    """Give what tells whether a record or anything that belongs to it changed, masked or not."""
    return view.inquiry.id, view.inquiry.version, view.cases, view.referrals, view.notices, view.letters


def _key_of(form: ActForm) -> tuple[str, int]:
    return type(form).__name__, form.inquiry.id
