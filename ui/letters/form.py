"""The form of one kind of letter: only what that kind needs, filled with what is known."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.rules.catalogue import Matter
from reception.rules.inquiries import Paper
from reception.rules.letters import DEMANDS, OFFERS, LetterDraft
from reception.rules.notices import NoticeDraft
from reception.rules.papers import TICKED
from reception.rules.plain import from_plain, to_plain
from reception.words import Language, instant_text
from ui import look
from ui.desk_link import DeskLink
from ui.forms import Field, LineField, TextField
from ui.inquiries.materials import MaterialList
from ui.inquiries.papers import PapersPart
from ui.letters.fields import SAID, DayField, field_of


class LetterForm(QWidget):
    """Shows a draft and gives it back as it was changed.

    Args:
        draft: what is proposed.
        matter: whose papers are ticked where the kind is ticked.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self, link: DeskLink, language: Language, draft: LetterDraft, matter: Matter | None) -> None:
        super().__init__()
        self._link, self._language = link, language
        self.proposed = draft
        self.token = draft.token
        self._due_at = draft.due_at
        self.materials: MaterialList | None = None
        self.known = look.text_label("", "muted", wrap=True)
        self.own: dict[str, Field] = {}
        layout = look.column(self.known, spacing=look.SPACE_M)
        if draft.kind in TICKED and matter is not None:
            self.materials = MaterialList(language)
            self.materials.show_materials(matter.materials)
            self.materials.edited.connect(self.edited)
            layout.addWidget(self.materials)
        else:
            self._make_fields()
            for field in self.own.values():
                layout.addWidget(field)
        layout.addStretch(1)
        self.setLayout(layout)
        self.fill(draft)

    def fields(self) -> dict[str, Field]:
        """Give the fields by the names that reasons bear, in reading order."""
        if self.materials is not None:
            return self.materials.fields()
        parts: dict[str, Field] = {}
        for name, field in self.own.items():
            parts |= field.fields() if isinstance(field, PapersPart) else {name: field}
        return parts

    def fill(self, draft: LetterDraft) -> None:
        """Show a draft; this counts as no edit of the person."""
        for name, field in self.own.items():
            value = getattr(draft, name)
            if isinstance(field, PapersPart):
                field.fill(value or None)
            elif isinstance(field, DayField):
                field.set_value(value)
            elif isinstance(field, LineField | TextField):
                field.set_text(value)
        self.show_due(draft.due_at)

    def draft(self) -> LetterDraft:
        """Give the letter as it stands."""
        values: dict[str, Any] = {name: _value(field) for name, field in self.own.items()}
        return replace(self.proposed, token=self.token, due_at=self._due_at, **values)

    def ticks(self) -> NoticeDraft:
        """Give the ticks of a kind that is ticked."""
        return self.materials.draft() if self.materials is not None else NoticeDraft()

    def kept(self) -> dict[str, object]:
        """Give what was typed, to be brought back after a crash; nothing while all stands as it was proposed."""
        typed: dict[str, object] = {name: _kept(field) for name, field in self.own.items()}
        if self.materials is not None:
            typed = {} if self.materials.is_empty() else {"ticks": to_plain(self.materials.draft())}
        elif typed == self._untouched:
            return {}
        return {"token": self.token, **typed} if typed else {}

    def bring_back(self, kept: Mapping[str, Any]) -> None:
        """Show again what was typed; the token comes along, so that nothing is issued twice."""
        self.token = str(kept.get("token") or self.token)
        for name, field in self.own.items():
            if name in kept:
                _bring_back(field, kept[name])
        if self.materials is not None and isinstance(kept.get("ticks"), dict):
            self.materials.fill(from_plain(NoticeDraft, kept["ticks"]))

    def begin_anew(self, token: str) -> None:
        """Show what is proposed once more."""
        self.token = token
        self.fill(self.proposed)
        if self.materials is not None:
            self.materials.fill(NoticeDraft())

    def show_due(self, due_at: datetime | None) -> None:
        """Say until when it is owed with what stands in the form."""
        self._due_at = due_at
        due = instant_text(self._link.desk.calendar.local(due_at), self._language) if due_at else ""
        case = self.tr("受理编号 {number}").format(number=self.proposed.case_no) if self.proposed.case_no else ""
        said = {"case_no": case, "due_at": self.tr("办结日期 {due}").format(due=due) if due else ""}
        lines = [words for name, words in said.items() if words and name in DEMANDS[self.proposed.kind]]
        self.known.setText("\n".join(lines))
        self.known.setVisible(bool(lines))

    def is_read(self) -> bool:
        """Tell whether every day that was typed is one; the others say so."""
        read = [field.settle() for field in self.own.values() if isinstance(field, DayField)]
        return all(read)

    def focus_first(self) -> bool:
        """Put the focus on the first field that must be filled and is not; False when there is none."""
        if self.materials is not None:
            rows = list(self.materials.fields().values())
            if rows and self.materials.is_empty():
                rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.materials.focus_open()
            return self.materials.open_rows() > 0
        demanded = DEMANDS[self.proposed.kind]
        for name, field in self.own.items():
            if name in demanded and not _value(field):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _make_fields(self) -> None:
        kind = self.proposed.kind
        demanded = DEMANDS[kind]
        for name in (*demanded, *OFFERS.get(kind, ())):
            if name in SAID:
                continue
            field = field_of(name, kind, self._link, self._language)
            field.set_required(name in demanded)
            field.edited.connect(self.edited)
            self.own[name] = field

    @property
    def _untouched(self) -> dict[str, object]:
        fresh: dict[str, object] = {}
        for name, field in self.own.items():
            value = getattr(self.proposed, name)
            if isinstance(field, DayField):
                local = self._link.desk.calendar.local
                fresh[name] = f"{local(value):%Y-%m-%d %H:%M}" if value else ""
            elif isinstance(field, PapersPart):
                fresh[name] = to_plain(value) or None
            else:
                fresh[name] = "" if value is None else str(value)
        return fresh


def _value(field: Field) -> Any:
    if isinstance(field, PapersPart):
        return field.papers() or ()
    if isinstance(field, DayField):
        return field.value()
    return field.text() if isinstance(field, LineField | TextField) else None


def _kept(field: Field) -> object:
    if isinstance(field, PapersPart):
        return to_plain(field.papers()) or None
    return field.text() if isinstance(field, LineField | TextField) else None


def _bring_back(field: Field, kept: Any) -> None:
    if isinstance(field, PapersPart):
        field.fill(tuple(from_plain(tuple[Paper, ...], kept)) if kept else None)
    elif isinstance(field, DayField):
        field.bring_back(str(kept))
    elif isinstance(field, LineField | TextField):
        field.set_text(str(kept or ""))
