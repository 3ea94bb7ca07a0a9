"""The written answer to a slip; what is typed stays until it is sent, also when the form is left."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from reception.errors import Invalid, ReceptionError
from reception.words import Language, sentence
from ui import look
from ui.forms import FieldSet, TextField
from ui.reminders.day import SupervisionItem

ANSWER_LENGTH = 1000
Send = Callable[[SupervisionItem, str, Callable[[ReceptionError], object]], object]


class AnswerForm(QFrame):
    """Asks for the answer.

    Args:
        item: the slip.
        kept: what was typed for each slip and not sent.
        send: sends slip, words and what takes a refusal.
        language: of the sentences.

    Signals:
        left(): the person goes back.
    """

    left = Signal()

    def __init__(self, item: SupervisionItem, kept: dict[int, str], send: Send, language: Language) -> None:
        super().__init__()
        self._item, self._kept, self._send, self._language = item, kept, send, language
        self.error = look.text_label("", "error", wrap=True)
        self.error.setVisible(False)
        self.answer = TextField(self.tr("书面答复(&Y)"), ANSWER_LENGTH, lines=3, courteous=True)
        self.answer.edit.setMaximumHeight(self.answer.edit.minimumHeight())
        self.answer.set_text(kept.get(item.reminder_id, ""))
        self.answer.edited.connect(self._keep)
        self._fields = FieldSet({"answer": self.answer}, self.error, language)
        self.back_button = look.plain_button(self.tr("返回 Esc"), self.left.emit)
        self.act_button = look.primary_button(self.tr("答复 Ctrl+Enter"), self.send)
        buttons = look.row(1, self.back_button, self.act_button)
        self.setLayout(look.column(look.rule(), self.answer, self.error, buttons))
        self.setFocusProxy(self.answer)

    def send(self) -> None:
        """Send the answer."""
        self._send(self._item, self.answer.text(), self._refused)

    def _keep(self) -> None:
        self._kept[self._item.reminder_id] = self.answer.text()

    def _refused(self, error: ReceptionError) -> None:
        if isinstance(error, Invalid):
            self._fields.show(error)
        else:
            self._fields.say(sentence(error, self._language))
