"""Unsaved forms beside the present one: each a chip above the form, one press brings it back."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.rules.inquiries import InquiryDraft
from reception.rules.visitors import mask_phone
from ui import look
from ui.flowing import FlowLayout


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """A form that waits: its draft and what else it remembers."""

    draft: InquiryDraft
    extra: dict[str, object]
    clock: str

    def title(self) -> str:
        """Give who and what, as short as a chip; one's masked phone where there is no name."""
        draft = self.draft
        name = _short(draft.person_name, 6) or mask_phone(draft.phone)
        what = _short(draft.summary or str(self.extra.get("matter_name", "")) or draft.detail, 8)
        return " · ".join(each for each in (self.clock, name, what) if each)


def _short(text: str, length: int) -> str:
    """Give the beginning of a text, and a sign where something was left out."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[:length].rstrip()}…"


class ParkedRow(QWidget):
    """The chips of the forms that wait, and where the present one comes from.

    Signals:
        wanted(str): the form with this token is wanted back.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, Unsaved] = {}
        self._line = FlowLayout(look.SPACE_S)
        self.words = look.text_label("", "accent", wrap=True)
        self._head = look.text_label(self.tr("未保存"), "hint")
        waiting = look.row(spacing=look.SPACE_M)
        waiting.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)
        waiting.addLayout(self._line, 1)
        self.setLayout(look.column(self.words, waiting, spacing=look.SPACE_S))
        self._show()

    def put(self, form: Unsaved) -> None:
        """Let a form wait."""
        self.forms[form.draft.token] = form
        self._show()

    def take(self, token: str) -> Unsaved | None:
        """Give a form back; it no longer waits."""
        form = self.forms.pop(token, None)
        self._show()
        return form

    def tell(self, words: str) -> None:
        """Say where the present form comes from; an empty text takes it away."""
        self.words.setText(words)
        self._show()

    def _show(self) -> None:
        while self._line.count():
            item = self._line.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for token, form in self.forms.items():
            button = look.plain_button("", partial(self.wanted.emit, token))
            button.setText(form.title().replace("&", "&&"))
            button.setProperty("tight", "true")
            button.setAccessibleName(self.tr("继续填写 {title}").format(title=form.title()))
            self._line.addWidget(button)
            self._head.setFixedHeight(button.sizeHint().height())  # level with the first line of chips
        self._head.setVisible(bool(self.forms))
        self.words.setVisible(bool(self.words.text()))
        self.setVisible(bool(self.forms or self.words.text()))
