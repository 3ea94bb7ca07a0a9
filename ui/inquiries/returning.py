"""The visitor is back with his slip: one scan fills the form, only what was owed is ticked, the verdict leads on."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid, NotFound, ReceptionError, Unavailable
from reception.rules.inquiries import Disposition
from reception.rules.letters import Letter
from reception.rules.notice_check import OWED
from reception.rules.plain import to_plain
from reception.rules.slip_numbers import LONGEST
from reception.rules.supplement_check import COMPLETE_WAYS, SETTLING
from reception.services import paper_search, supplements
from reception.services.supplements import BroughtBack, Returned
from reception.words import sentence
from reception.words.times import short_date
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField
from ui.inquiries.form import InquiryForm, new_token
from ui.inquiries.parked import Unsaved
from ui.inquiries.scanning import Scan, Scanner
from ui.inquiries.unsaved import UnsavedForms
from ui.shell import Shell
from ui.watch import bind, watch

KEY = "Shift+F2"
_FIELD_WIDTH = 190


class CodeField(LineField):
    """Takes a code or a number; a Chinese input method is off here, so that a scanner's letters arrive as they are.

    Its line for hint and error is placed beside it by whoever shows it.
    """

    def __init__(self, words: str, hint: str) -> None:
        super().__init__(words, LONGEST, labelled=False, hint=hint)
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly
            | Qt.InputMethodHint.ImhPreferUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.edit.setMinimumWidth(look.scaled(_FIELD_WIDTH))
        self.edit.setMaximumWidth(look.scaled(_FIELD_WIDTH))


class ReturnRow(QWidget):
    """The line in the form's head: the field that waits for a slip, and what the form goes on from.

    Signals:
        asked(str): this code or number was scanned or typed.
        dropped(): the form shall not go on from its slip.
    """

    asked = Signal(str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        hint = self.tr("扫描告知单上的二维码，或输入查询码、编号（如 2026-12）")
        self.code = CodeField(self.tr("告知单的查询码或编号"), hint)
        self.code.edit.setPlaceholderText(self.tr("查询码或编号"))
        self.open_button = look.plain_button(self.tr("打开"), self._ask)
        self.close_button = look.link_button(self.tr("收起 Esc"), self.close_field)
        self.asking = QWidget()
        line = look.row(self.code, self.open_button, self.code.line, self.close_button, spacing=look.SPACE_M)
        line.setStretchFactor(self.code.line, 1)
        self.asking.setLayout(line)
        self.words = look.text_label("", "accent", wrap=True)
        self.warning = look.text_label("", "warning", wrap=True)
        self.drop_button = look.link_button(self.tr("不是凭单回访"), self.dropped.emit)
        self.bound = QWidget()
        said = look.column(self.words, self.warning, spacing=0)
        line = look.row(said, self.drop_button, spacing=look.SPACE_M)
        line.setStretchFactor(said, 1)
        self.bound.setLayout(line)
        self.setLayout(look.column(self.asking, self.bound, spacing=look.SPACE_S))
        self.code.edit.returnPressed.connect(self._ask)
        self.asking.hide()
        self.bound.hide()
        self._fit()

    def open_field(self) -> None:
        """Let the field wait for a slip."""
        self.asking.show()
        self._fit()
        self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.code.edit.selectAll()

    def close_field(self) -> bool:
        """Take the field away; False when it was not there."""
        shown = not self.asking.isHidden()
        self.code.set_text("")
        self.code.clear_error()
        self.asking.hide()
        self._fit()
        return shown

    def refuse(self, words: str) -> None:
        """Say under the field why there is no such slip."""
        self.asking.show()
        self._fit()
        self.code.set_error(words)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.edit.selectAll()

    def tell(self, words: str, warning: str) -> None:
        """Say what the form goes on from, and what is to be heeded; empty texts take the line away."""
        self.words.setText(words)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.bound.setVisible(bool(words))
        self._fit()

    def _ask(self) -> None:
        self.asked.emit(self.code.text())

    def _fit(self) -> None:
        self.setVisible(not (self.asking.isHidden() and self.bound.isHidden()))


class Returning(QObject):
    """Brings a slip into the form and leads from its ticks to the way."""

    def __init__(self, link: DeskLink, shell: Shell, form: InquiryForm, unsaved: UnsavedForms, page: QWidget) -> None:
        super().__init__(form)
        self._link, self._shell, self._form, self._unsaved, self._page = link, shell, form, unsaved, page
        self._language = shell.language
        self._under_way = self._rows_awaited = False
        self.row = ReturnRow()
        self.button = look.link_button(self.tr("凭单回访 ⇧F2"), self.ask)
        self.button.setProperty("tight", "true")
        look.set_tip(self.button, self.tr("来访人带着一次性告知单回来：扫描或输入查询码，不用重新填写"))
        self.scanner = Scanner(unsaved.as_it_stands, self._scanned)
        self.row.asked.connect(self.open)
        self.row.dropped.connect(self._drop)
        form.materials_shown.connect(self._rows_came)
        form.ways.materials.edited.connect(self._follow)
        form.ways.way_changed.connect(self._offer)
        unsaved.shown.connect(self._tell)
        link.minute.connect(self._tell)
        bind(page, KEY, self.ask)
        page.installEventFilter(self)

    def ask(self) -> None:
        """Wait for a slip."""
        if self._form.isEnabled():
            self.row.open_field()

    def back(self) -> bool:
        """Esc: take the field away."""
        if not self.row.close_field():
            return False
        self._form.focus_first()
        return True

    def open(self, typed: str) -> None:
        """Fill the form from a slip; what stands in it waits above."""
        if self._under_way or not self._form.isEnabled():
            return
        if not typed.strip():
            self.row.refuse(self.tr("请扫描二维码，或输入 6 位查询码。"))
            return
        self._under_way = True
        act = supplements.bring_back
        failed = partial(self._refused, typed)
        self._link.change(self, act, typed, new_token(), done=self._came, failed=failed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the keys that go to no field while the page is shown, and no longer."""
        if watched is self._page and event.type() == QEvent.Type.Show:
            watch().struck = self.scanner.strike
        elif watched is self._page and event.type() == QEvent.Type.Hide and watch().struck == self.scanner.strike:
            watch().struck = None
        return False

    def _scanned(self, scan: Scan) -> None:
        now = self._unsaved.as_it_stands()
        if (now.draft, now.extra) != (scan.before.draft, scan.before.extra):
            self._unsaved.put_back(scan.before)
        self.open(scan.code)

    def _refused(self, typed: str, error: ReceptionError) -> None:
        self._under_way = False
        if isinstance(error, Unavailable):
            return  # the shell says it, with Retry
        if isinstance(error, NotFound):
            act = paper_search.letter_of
            self._link.run(self, act, typed, done=self._open_letter, failed=lambda _none: self._say(error))
        else:
            self._say(error)

    def _open_letter(self, letter: Letter) -> None:
        """Show a letter that brings nobody back: what it says and the way to its record."""
        from ui.letters.page import LetterPage  # not at the top: it brings the drawing of papers along

        self.row.close_field()
        self._shell.open_step(LetterPage(self._shell, self._link, letter))

    def _say(self, error: ReceptionError) -> None:
        reasons = error.reasons if isinstance(error, Invalid) else (error,)
        self.row.refuse("\n".join(sentence(each, self._language) for each in reasons))

    def _came(self, back: BroughtBack) -> None:
        self._under_way = False
        self.row.close_field()
        number, present = back.returned.number, self._form.returned
        if present is not None and present.number == number:
            self._form.ways.materials.focus_open()
            return
        if self._unsaved.show_waiting(number):
            return
        self._rows_awaited = True
        extra: dict[str, object] = {
            "notice": to_plain(back.notice),
            "matter_name": back.matter_name,
            "returning": to_plain(back.returned),
        }
        self._unsaved.bring_back(Unsaved(draft=back.draft, extra=extra, clock=""))

    def _rows_came(self) -> None:
        """Lead to the first paper that waits, once the materials are there."""
        materials = self._form.ways.materials
        if not self._rows_awaited or not materials.marked:
            return
        self._rows_awaited = False
        self._follow()
        if materials.open_rows():
            materials.focus_open()
        else:
            self._form.ways.focus_way()

    def _follow(self) -> None:
        """Let the way follow from the ticks: complete papers are handled or accepted, others get another notice."""
        returned, ways = self._form.returned, self._form.ways
        if returned is None or not ways.materials.marked or ways.way not in SETTLING:
            return
        before = ways.way
        if ways.materials.open_rows() or ways.materials.owed():
            wanted = Disposition.D4
        else:
            wanted = before if before in COMPLETE_WAYS else returned.complete_way
        if wanted is not before:
            ways.choose((wanted,))
        if wanted is not before and wanted is Disposition.D2:
            ways.focus_way()

    def _offer(self) -> None:
        """Offer only what complete papers leave open."""
        materials, ways = self._form.ways.materials, self._form.ways
        if self._form.returned is None or not materials.marked or ways.way not in COMPLETE_WAYS:
            return
        if not materials.open_rows() and not materials.owed():
            ways.disposition.offer(COMPLETE_WAYS)

    def _drop(self) -> None:
        """Go on without the slip; everything that stands in the form stays."""
        ways = self._form.ways
        self._form.go_on_from(None)
        ways.materials.mark((), None)
        if ways.way is not None:
            ways.choose((ways.way,))
        self._unsaved.keep()
        self._tell()
        ways.focus_way()

    def _tell(self) -> None:
        returned = self._form.returned
        if returned is None:
            self.row.tell("", "")
        else:
            self.row.tell(self._words(returned), self._warning(returned))

    def _words(self, returned: Returned) -> str:
        owed = sum(row.state in OWED for row in returned.rows)
        parts = [self.tr("凭 {number} 回访").format(number=returned.number)]
        parts.append(self.tr("{date}告知").format(date=self._day(returned.issued_at)))
        if owed:
            parts.append(self.tr("上次还缺 {n} 项").format(n=owed))
        if returned.supplement_by is not None:
            parts.append(self.tr("{date}前补齐").format(date=self._day(returned.supplement_by)))
        return " · ".join(parts)

    def _warning(self, returned: Returned) -> str:
        parts = []
        if returned.older:
            words = self.tr("带来的是 {older}，之后又出具过 {number}，按新的一张核对。")
            parts.append(words.format(older=returned.older, number=returned.number))
        if returned.edition_changed:
            new = sum(row.state is None for row in returned.rows)
            words = self.tr("该事项的内容在告知之后有更新，新增材料 {n} 项，请一并核对。")
            parts.append(words.format(n=new) if new else self.tr("该事项的内容在告知之后有更新，材料没有新增。"))
        if returned.supplement_by is not None and self._link.desk.clock() > returned.supplement_by:
            parts.append(self.tr("补正期限已过；仍要受理的，请照常核对。"))
        return " ".join(parts)

    def _day(self, instant: datetime) -> str:
        desk = self._link.desk
        return short_date(desk.calendar.local(instant), desk.calendar.local(desk.clock()), self._language)
