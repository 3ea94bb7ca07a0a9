"""Setting a record right: the form in place of the record, with its present values; what is changed is sent."""

import json
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.corrections import CORRECTABLE, NOTE_LENGTH, Correction, CorrectionReason, as_draft
from reception.rules.inquiries import Inquiry, Kind, PersonKind, ReplyPref, Urgency
from reception.rules.inquiry_check import LINES, MOST_PEOPLE, NAMES, TEXTS
from reception.services import corrections
from reception.words import Language, field_label, label
from ui import look
from ui.desk_link import DeskLink
from ui.drafts import DraftKeeper
from ui.forms import ChoiceField, Field, FieldSet, LineField, TextField, TickField
from ui.inquiries.matter import MatterField
from ui.inquiries.moments import MomentField
from ui.inquiries.more import CountField
from ui.register.acts import ActForm
from ui.watch import bind

_CHOICES: dict[str, type[StrEnum]] = {
    "person_kind": PersonKind,
    "reply_pref": ReplyPref,
    "kind": Kind,
    "urgency": Urgency,
}
_MNEMONICS = {"person_name": "N", "phone": "T", "summary": "U", "remark": "Y"}
_WHY = "correction_reason"
_NOTE = "correction_note"
_PARTS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("received_at", "ended_at"),),
    (
        ("person_name", "phone"),
        ("person_kind", "person_count"),
        ("person_no", "person_unit"),
        ("reply_pref", "other_contact"),
        ("agent_name", "agent_phone"),
        ("agent_relation",),
        ("privacy_told",),
    ),
    (("kind", "urgency"), ("matter",), ("summary",), ("detail",)),
    (("answer",), ("result",), ("told_phone", "told_place"), ("remark",)),
)


class CorrectForm(ActForm):
    """What stands in a record, to be set right. What is typed survives a crash until it is saved or thrown away.

    Args:
        with_matter: whether nothing rests on the matter, so that it may be another one.
        with_time: whether nothing is owed from the time of the contact.
    """

    instead = True

    def __init__(
        self, link: DeskLink, language: Language, inquiry: Inquiry, *, with_matter: bool, with_time: bool
    ) -> None:
        super().__init__(link, language, inquiry)
        self.told = self.tr("{number} 已更正")
        self._keeper = DraftKeeper.of(link)
        self._note_name = f"correction-{inquiry.id}"
        hidden = {"matter": not with_matter, "received_at": not with_time, "privacy_told": inquiry.privacy_told}
        self._names = tuple(name for name in CORRECTABLE if not hidden.get(name, False))
        self.fields = {name: self._field(name) for name in self._names}
        reasons = [(each, label(each, language)) for each in CorrectionReason]
        self.reason = ChoiceField(self.tr("更正原因(&R)"), reasons)
        self.reason.box.setPlaceholderText(self.tr("请选择"))
        self.note = LineField(self.tr("更正说明(&D)"), NOTE_LENGTH)
        self.act_button = look.primary_button(self.tr("保存更正 Ctrl+S"), self.send)
        self.kept = look.text_label(self.tr("接着上次没有保存的更正"), "hint", wrap=True)
        self.anew_button = look.link_button(self.tr("放弃改动(&X)"), self.begin_anew)
        shown = {**self.fields, _WHY: self.reason, _NOTE: self.note}
        self._fields = FieldSet(shown, self.error, language)
        self._place()
        self._fill(inquiry)
        self._connect(shown.values())
        self._initial = self._shown()
        self._follow()
        self._keeper.read_note(self, self._note_name, self._restore)
        self.setFocusProxy(self.fields["person_name"])

    def changes(self) -> dict[str, Any]:
        """Give the fields that were changed, with what shall stand there."""
        shown = self._shown()
        return {name: self._value(name) for name in self._names if shown[name] != self._initial[name]}

    def send(self) -> None:
        """Correct the record."""
        if not self.act_button.isEnabled() or not self._is_read():
            return
        correction = Correction(
            changes=self.changes(), reason=self.reason.value(), note=self.note.text(), version=self.inquiry.version
        )
        self._fields.clear()
        self.act_button.setEnabled(False)
        act = corrections.correct
        self._link.change(self, act, self.inquiry.id, correction, done=self._corrected, failed=self._refused)

    def back(self) -> bool:
        """Close an open list of matters; False when there was none."""
        matter = self.fields.get("matter")
        return isinstance(matter, MatterField) and matter.close_popup()

    def begin_anew(self) -> None:
        """Show the record as it is, without what was typed."""
        self._fill(self.inquiry)
        self._fields.clear()
        self.fields["person_name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def typed(self) -> str:
        """Give what was changed and why, to be kept while the form is away."""
        shown = self._shown()
        changed = {name: shown[name] for name in self._names if shown[name] != self._initial[name]}
        why = self.reason.value()
        if not changed and why is None and not self.note.text():
            return ""
        return json.dumps({"fields": changed, "reason": why, "note": self.note.text()}, ensure_ascii=False)

    def bring_back(self, text: str) -> None:
        """Show again what was typed before."""
        kept = json.loads(text) if text else {}
        for name, value in kept.get("fields", {}).items():
            if name in self.fields:
                self._show(name, value)
        if kept:
            self.reason.set_value(next((each for each in CorrectionReason if each == kept["reason"]), None))
            self.note.set_text(kept["note"])
        self._follow()
        self.kept.setVisible(bool(kept))

    def _corrected(self, changed: Inquiry) -> None:
        self._keeper.keep_note(self._note_name, "")
        self.carried_out.emit(changed)

    def _refused(self, error: ReceptionError) -> None:
        super()._refused(error)
        wrong = next((field for field in self._fields.fields.values() if field.error), None)
        if isinstance(error, Invalid) and wrong is not None:
            self.area.ensureWidgetVisible(wrong)

    def _restore(self, text: str) -> None:
        if text and not self.typed():
            self.bring_back(text)

    def _edited(self) -> None:
        self._keeper.keep_note(self._note_name, self.typed())
        self.kept.hide()
        self._follow()

    def _follow(self) -> None:
        self.anew_button.setVisible(bool(self.typed()))

    def _is_read(self) -> bool:
        wrong = [each for each in self.fields.values() if isinstance(each, MomentField) and not each.is_read()]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _field(self, name: str) -> Field:
        words = self._words(name)
        if name in ("received_at", "ended_at"):
            return self._moment(name, words)
        if name in _CHOICES:
            return ChoiceField(words, self._choices(name))
        if name == "matter":
            return MatterField(self._link, self)
        if name == "person_count":
            return CountField(words, 1, MOST_PEOPLE)
        if name == "privacy_told":
            return TickField(words)
        if name in TEXTS and name != "remark":
            text = TextField(words, TEXTS[name], lines=2)
            text.edit.setFixedHeight(text.edit.minimumHeight())
            return text
        return LineField(words, {**LINES, **NAMES, **TEXTS}[name])

    def _words(self, name: str) -> str:
        words = field_label(name, self._language)
        mnemonic = f"(&{_MNEMONICS[name]})" if name in _MNEMONICS else ""
        if self._language is Language.EN:
            return f"{words[:1].upper()}{words[1:]} {mnemonic}".strip()
        return f"{words}{mnemonic}"

    def _moment(self, name: str, words: str) -> MomentField:
        def day() -> Any:
            received = self.fields.get("received_at")
            local = self._link.desk.calendar.local
            return received.day if isinstance(received, MomentField) else local(self.inquiry.received_at).date()

        field = MomentField(words, self._link, self._language, follows=False, on=day)
        field.label.setVisible(True)
        return field

    def _choices(self, name: str) -> list[tuple[Any, str]]:
        members = [(each, label(each, self._language)) for each in _CHOICES[name]]
        return [(None, self.tr("未说明")), *members] if name == "reply_pref" else members

    def _place(self) -> None:
        titles = (self.tr("来访"), self.tr("来访人"), self.tr("事项"), self.tr("处置"))
        inside = look.column(spacing=look.SPACE_M)
        for title, lines in zip(titles, _PARTS, strict=True):
            inside.addWidget(look.text_label(title, "strong"))
            for names in lines:
                fields = [self.fields[name] for name in names if name in self.fields]
                line = look.row(spacing=look.SPACE_M)
                for field in fields:
                    line.addWidget(field, 1)
                inside.addLayout(line)
        inside.addStretch()
        inside.setContentsMargins(0, 0, look.SPACE_M, 0)
        body = QWidget()
        body.setLayout(inside)
        self.area = look.scrolled(body)
        self.kept.hide()
        why = look.row(spacing=look.SPACE_M)
        why.addWidget(self.reason, 2)
        why.addWidget(self.note, 3)
        head = look.row(look.text_label(self.tr("更正登记：只改有误的地方"), "strong"), 1, self.anew_button)
        buttons = look.row(1, self.back_button, self.act_button)
        whole = look.column(head, self.kept, self.area, look.rule(), why, self.error, buttons)
        whole.setStretchFactor(self.area, 1)
        self.setLayout(whole)

    def _connect(self, fields: Iterable[Field]) -> None:
        bind(self, "Ctrl+S", self.send)
        for field in fields:
            field.edited.connect(self._edited)

    def _fill(self, inquiry: Inquiry) -> None:
        draft, now = as_draft(inquiry), self._link.desk.clock()
        for name, field in self.fields.items():
            if isinstance(field, MomentField):
                field.set_value(getattr(inquiry, name), now)
            elif isinstance(field, MatterField):
                field.set_chosen(inquiry.matter_code, inquiry.matter_name)
            elif isinstance(field, ChoiceField | CountField):
                field.set_value(getattr(inquiry, name))
            elif isinstance(field, TickField):
                field.set_value(False)
            elif isinstance(field, LineField | TextField):
                field.set_text(getattr(draft, name))
        self.reason.set_value(None)
        self.note.set_text("")

    def _shown(self) -> dict[str, Any]:
        """Give what stands in the fields, so that it can be compared and kept."""
        return {name: self._plain(field) for name, field in self.fields.items()}

    def _plain(self, field: Field) -> Any:
        if isinstance(field, MatterField):
            return [field.code, field.text()]
        return field.text() if isinstance(field, LineField | TextField) else self._held(field)

    def _held(self, field: Field) -> Any:
        return field.value() if isinstance(field, ChoiceField | CountField | TickField) else None

    def _value(self, name: str) -> Any:
        """Give what a field holds, as a correction takes it."""
        field = self.fields[name]
        if isinstance(field, MomentField):
            found: datetime | None = field.value()
            return found
        if isinstance(field, MatterField):
            return field.asked()
        return self._plain(field)

    def _show(self, name: str, value: Any) -> None:
        field = self.fields[name]
        if isinstance(field, MomentField):
            field.bring_back(value)
            if not value:
                field.set_value(None, self._link.desk.clock())
        elif isinstance(field, MatterField):
            field.set_chosen(value[0], value[1])
        elif isinstance(field, ChoiceField):
            known = [each for each in _CHOICES[name] if each == value]
            field.set_value(known[0] if known else None)
        elif isinstance(field, CountField | TickField):
            field.set_value(value)
        elif isinstance(field, LineField | TextField):
            field.set_text(value)
