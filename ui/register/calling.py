"""The small form under a record that promises its visitor a call."""

import json
import secrets

from reception.errors import ReceptionError
from reception.rules.callbacks import ABOUT_LENGTH, Callback, CallDraft
from reception.rules.inquiries import Inquiry
from reception.services import callbacks
from reception.words import Language
from ui import look
from ui.calls.window import WindowPart, promised_words
from ui.desk_link import DeskLink
from ui.forms import FieldSet, LineField
from ui.register.acts import ActForm


class CallForm(ActForm):
    """Until when and about what; whom is in the record, and stays masked here."""

    def __init__(self, link: DeskLink, language: Language, inquiry: Inquiry) -> None:
        super().__init__(link, language, inquiry)
        self._token = secrets.token_hex(16)
        self.window_part = WindowPart(link, language, stacked=True)
        self.about = LineField(self.tr("回电事由"), ABOUT_LENGTH)
        self.about.edit.setPlaceholderText(self.tr("不写就用登记的摘要"))
        self.act_button = look.primary_button(self.tr("约定回电(&V)"), self.send)
        self._fields = FieldSet({**self.window_part.fields(), "call_about": self.about}, self.error, language)
        title = look.text_label(self.tr("约定回电"), "strong")
        buttons = look.row(1, self.back_button, self.act_button)
        self.setLayout(look.column(look.rule(), title, self.window_part, self.about, self.error, buttons))
        self.setFocusProxy(self.window_part.when)
        for field in (self.window_part.when, self.about):
            field.edit.returnPressed.connect(self.send)
        self.window_part.offer()

    def typed(self) -> str:
        """Give what was written, to be kept while the form is away."""
        return json.dumps({**self.window_part.kept(), "about": self.about.text()})

    def bring_back(self, text: str) -> None:
        """Show again what was written before."""
        kept = json.loads(text) if text else {}
        self.window_part.bring_back(kept)
        self.about.set_text(str(kept.get("about", "")))

    def send(self) -> None:
        """Promise the call."""
        if not self.act_button.isEnabled():
            return
        not_before, due_at = self.window_part.instants()
        draft = CallDraft(
            token=self._token,
            inquiry_id=self.inquiry.id,
            about=self.about.text(),
            not_before=not_before,
            due_at=due_at,
        )
        self._fields.clear()
        self.act_button.setEnabled(False)
        self._link.change(self, callbacks.promise, draft, done=self._promised, failed=self._not_promised)

    def _promised(self, made: Callback) -> None:
        when = promised_words(self._link.desk, made.not_before, made.due_at, self._language)
        self.told = self.tr("已约定回电：{when}").format(when=when)
        self.carried_out.emit(self.inquiry)

    def _not_promised(self, error: ReceptionError) -> None:
        self._refused(error)
        self.window_part.explain()
