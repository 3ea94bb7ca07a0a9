"""A promised call beside the form (Ctrl+B): saved together with the record, or alone when nothing is recorded."""

import secrets
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame

from reception.errors import Invalid, Reason, ReceptionError
from reception.rules.callbacks import ABOUT_LENGTH, Callback, CallDraft
from reception.rules.inquiry_check import holds_person
from reception.rules.visitors import REFUSED
from reception.services import callbacks
from reception.words import Language, sentence
from ui import look
from ui.calls.window import WindowPart, promised_words
from ui.desk_link import DeskLink
from ui.forms import Field, FieldSet, LineField
from ui.shell import Shell

if TYPE_CHECKING:
    from ui.inquiries.form import InquiryForm
    from ui.inquiries.saving import Saving


class CallRow(QFrame):
    """Until when and about what a call is promised; folded away while none is.

    Signals:
        edited(): the person changed something.
        alone_wanted(): the call shall be promised without a record.
    """

    edited = Signal()
    alone_wanted = Signal()

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self.token = secrets.token_hex(16)
        self.window_part = WindowPart(link, language)
        self.about = LineField(self.tr("回电事由"), ABOUT_LENGTH, labelled=False)
        self.about.edit.setPlaceholderText(self.tr("回电事由：不写就用摘要"))
        self.alone = look.plain_button(self.tr("只约回电，不登记"), self.alone_wanted.emit)
        self.close_button = look.link_button(self.tr("不约了"), self.fold)
        below = look.row(self.about, self.alone, self.close_button, spacing=look.SPACE_M)
        below.setStretchFactor(self.about, 1)
        said = look.row(self.window_part, self.window_part.said, spacing=look.SPACE_M)
        said.setStretchFactor(self.window_part, 1)
        said.setAlignment(self.window_part.said, Qt.AlignmentFlag.AlignBottom)
        self.window_part.said.setMinimumHeight(look.CONTROL_HEIGHT)
        self.setLayout(look.column(said, below, spacing=look.SPACE_M, margin=look.SPACE_M))
        self.window_part.edited.connect(self.edited)
        self.about.edited.connect(self.edited)
        self.setFocusProxy(self.window_part.when)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Tell whether a call is being promised."""
        return not self.isHidden()

    def open(self) -> None:
        """Ask for the time."""
        self.window_part.offer()
        if not self.is_open:
            self.show()
            self.edited.emit()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fold(self) -> None:
        """Promise nothing; what was typed comes back with the next Ctrl+B."""
        if self.is_open:
            self.hide()
            self.edited.emit()

    def fields(self) -> dict[str, Field]:
        """Give the fields by the names that reasons use."""
        return {**self.window_part.fields(), "call_about": self.about}

    def draft(self, token: str) -> CallDraft | None:
        """Give the call that shall be promised, with this token, or None."""
        if not self.is_open:
            return None
        not_before, due_at = self.window_part.instants()
        return CallDraft(token=token, about=self.about.text(), not_before=not_before, due_at=due_at)

    def kept(self) -> dict[str, Any]:
        """Give what the row remembers, as plain values."""
        return {**self.window_part.kept(), "about": self.about.text(), "open": self.is_open, "token": self.token}

    def bring_back(self, kept: object) -> None:
        """Show again what `kept` gave; anything else empties and folds the row."""
        values: dict[str, Any] = kept if isinstance(kept, dict) else {}
        self.token = str(values.get("token") or secrets.token_hex(16))
        self.about.clear_error()
        self.about.set_text(str(values.get("about", "")))
        self.window_part.bring_back(values)
        self.setVisible(bool(values.get("open")))
        if self.is_open:
            self.window_part.offer()


class Calling(QObject):
    """What Ctrl+B does in the intake."""

    def __init__(self, link: DeskLink, shell: Shell, form: "InquiryForm", saving: "Saving", fields: FieldSet) -> None:
        super().__init__(form)
        self._link, self._shell, self._form, self._fields = link, shell, form, fields
        self._saving = saving
        self._row = form.call
        self._row.alone_wanted.connect(self.promise_alone)

    def begin(self) -> None:
        """Ask until when, if there is a number to call."""
        if self._saving.holds_form:
            return
        phone = self._form.person.phone
        if phone.text().strip() in ("", REFUSED):
            phone.set_error(self.tr("先填写联系电话，再按 Ctrl+B 约定回电。"))
            phone.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._row.open()

    def back(self) -> bool:
        """Fold the row when the focus is in it; False where it is not."""
        focus = QApplication.focusWidget()
        if focus is None or not self._row.is_open or not self._row.isAncestorOf(focus):
            return False
        self._row.fold()
        self._form.person.phone.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def promise_alone(self) -> None:
        """Promise the call without a record; the form stays as it is."""
        self._fields.clear()
        self._fields.fields = self._form.fields()
        draft = self._form.draft(all_fields=False)
        call = self._row.draft(self._row.token)
        if call is None:
            return
        if holds_person(draft) and not draft.privacy_told:
            self._fields.show(Invalid(Reason(code="privacy_not_told", field="privacy_told")))
            return
        about = call.about.strip() or draft.summary.strip() or self._form.matter.text().strip()
        named = CallDraft(
            token=call.token,
            name=draft.person_name,
            phone=draft.phone,
            about=about,
            not_before=call.not_before,
            due_at=call.due_at,
        )
        self._row.setEnabled(False)
        self._link.change(self, callbacks.promise, named, done=self._promised, failed=self._refused)

    def explain(self) -> None:
        """Say at the time why it cannot be promised, after a save was refused."""
        if self._row.is_open:
            self._row.window_part.explain()

    def _promised(self, made: Callback) -> None:
        self._row.setEnabled(True)
        self._row.bring_back(None)
        self._row.edited.emit()
        self._form.focus_first()
        self._shell.toast(told(self._link, made, self._shell.language), lambda: self._take_back(made))

    def _take_back(self, made: Callback) -> None:
        self._link.change(self, callbacks.give_up, made.id, self.tr("撤销"), done=self._taken_back)

    def _taken_back(self, _made: Callback) -> None:
        self._shell.toast(self.tr("已撤销回电约定"))

    def _refused(self, error: ReceptionError) -> None:
        self._row.setEnabled(True)
        if isinstance(error, Invalid):
            self._fields.show(error)
            self.explain()
        else:
            self._fields.say(sentence(error, self._shell.language))


def told(link: DeskLink, made: Callback, language: Language) -> str:
    """Give what a toast says of a promised call."""
    words = promised_words(link.desk, made.not_before, made.due_at, language)
    return QCoreApplication.translate("calls", "已约定回电：{when}").format(when=words)
