"""The form of an inquiry: its parts in reading order, and the draft that they hold together."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from reception.rules.callbacks import CallDraft
from reception.rules.catalogue import Material
from reception.rules.inquiries import Channel, Disposition, InquiryDraft, Kind
from reception.rules.inquiry_check import LINES, TEXTS
from reception.rules.notices import NoticeDraft
from reception.rules.plain import from_plain, to_plain
from reception.rules.supplement_check import COMPLETE_WAYS, SETTLING
from reception.services.supplements import Returned
from reception.words import Language
from ui import look
from ui.desk_link import DeskLink
from ui.forms import Field, LineField, TextField
from ui.inquiries.calling import CallRow
from ui.inquiries.choices import add_to_label
from ui.inquiries.contact import ContactRow
from ui.inquiries.limits import LimitPart
from ui.inquiries.matter import MatterField
from ui.inquiries.more import MorePart
from ui.inquiries.person import PersonPart
from ui.inquiries.recognition import RecognitionLine
from ui.inquiries.typing_on import TypingOn, next_text
from ui.inquiries.ways import WayPanel

PERSON_FIELDS = (
    *("channel", "person_kind", "person_name", "person_unit", "person_no", "phone", "privacy_told"),
    *("agent_name", "agent_phone", "agent_relation"),
)


class InquiryForm(QWidget):
    """All fields of an inquiry.

    Signals:
        edited: the person changed something.
        materials_shown: the materials of another matter are there, or none.
    """

    edited = Signal()
    materials_shown = Signal()

    def __init__(self, link: DeskLink, host: QWidget, language: Language) -> None:
        super().__init__()
        self._link = link
        self.token = new_token()
        self.returned: Returned | None = None
        self._waiting_ticks: NoticeDraft | None = None
        self._brief_wanted = False
        self.contact = ContactRow(link, language)
        self.person = PersonPart(language)
        self.recognition = RecognitionLine(link, language)
        self.matter = MatterField(link, host)
        self.brief = look.text_label("", "accent", wrap=True)
        self.summary = LineField(self.tr("摘要(&S)"), LINES["summary"])
        self.detail = TextField(self.tr("详细内容(&B)"), TEXTS["detail"], lines=2)
        self.more = MorePart(language)
        self.more_button = look.link_button(self.tr("更多(&G)"))
        self.ways = WayPanel(host, language)
        self.limits = LimitPart(language)
        self.call = CallRow(link, language)
        self._place()
        self._connect()
        self.empty()

    def fields(self) -> dict[str, Field]:
        """Give all fields by name, in reading order."""
        person = self.person.fields()
        return {
            **self.contact.fields(),
            **person,
            "matter": self.matter,
            "summary": self.summary,
            "detail": self.detail,
            **self.more.fields(),
            **self.ways.fields(),
            **self.limits.fields(),
            **self.call.fields(),
        }

    def draft(self, *, all_fields: bool = True) -> InquiryDraft:
        """Give what stands in the form; with `all_fields` also what another way's hidden fields hold."""
        draft = InquiryDraft(
            token=self.token,
            matter=self.matter.asked(),
            summary=self.summary.text(),
            detail=self.detail.text(),
            returned_with=self.returned.number if self.returned else "",
        )
        draft = self.ways.read_into(self.more.read_into(self.person.read_into(draft)), all_fields=all_fields)
        return self.contact.read_into(self.limits.read_into(draft, all_fields=all_fields))

    def notice(self) -> NoticeDraft | None:
        """Give the ticks of the notice when the chosen way issues one."""
        return self.ways.materials.draft() if self.ways.way is Disposition.D4 else None

    def brought(self) -> NoticeDraft | None:
        """Give the ticks of a visitor who is back with his slip, where his papers are complete."""
        complete = self.returned is not None and self.ways.way in COMPLETE_WAYS
        return self.ways.materials.draft() if complete else None

    def go_on_from(self, returned: Returned | None) -> None:
        """Begin from a slip that came back, or from none: then every paper is asked for only by its own way."""
        self.returned = returned
        self.ways.ticking = frozenset(SETTLING if returned else (Disposition.D4,))

    def promised_call(self) -> CallDraft | None:
        """Give the call that is promised together with the record, or None."""
        return self.call.draft(f"{self.token}-call")

    def extra(self) -> dict[str, object]:
        """Give what the form remembers besides the draft."""
        ticks = self._waiting_ticks or self.ways.materials.draft()
        return {"notice": to_plain(ticks), "matter_name": self.matter.text(), "more": not self.more.isHidden()} | (
            ({"call": self.call.kept()} if self.call.is_open else {})
            | ({"returning": to_plain(self.returned)} if self.returned else {})
            | self.contact.kept()
        )

    def is_blank(self, *, but: Sequence[str] = ()) -> bool:
        """Tell whether nothing was entered, besides the fields named."""
        blank = InquiryDraft(token="")
        left_out = {name: getattr(blank, name) for name in ("token", "received_at", "privacy_told", *but)}
        return (
            replace(self.contact.back.bare(self.draft()), **left_out) == blank
            and self._waiting_ticks is None
            and self.ways.materials.is_empty()
            and not self.call.is_open
        )

    def empty(self, person: InquiryDraft | None = None) -> None:
        """Begin a new form with a new token; with `person` for the same visitor."""
        blank = InquiryDraft(token=new_token())
        if person is not None:
            blank = replace(blank, **{name: getattr(person, name) for name in PERSON_FIELDS})
        self.fill(blank, {})

    def fill(self, draft: InquiryDraft, extra: dict[str, object]) -> None:
        """Show a draft."""
        self.token = draft.token
        self.clear_errors()
        draft = self.contact.fill(draft, extra)
        self.person.fill(draft)
        self.person.set_channel(draft.channel)
        self.recognition.forget()
        name = str(extra.get("matter_name") or draft.matter)
        known = draft.matter != "" and draft.matter != name[:20]
        self.matter.set_chosen(draft.matter if known else "", name)
        self.summary.set_text(draft.summary)
        self.detail.set_text(draft.detail)
        self.more.fill(draft)
        said_above = bool(draft.returned_with and draft.repeat_of)
        self._show_more(bool(extra.get("more")) or self.more.filled() > said_above)
        self.ways.materials.show_materials(())
        self._waiting_ticks = _ticks_of(extra)
        self.go_on_from(_returned_of(extra))
        self.limits.fill(draft)
        self.ways.fill(draft)
        self.call.bring_back(extra.get("call"))
        self._mark_demanded()
        self._recognise()
        self._compare()

    def show_materials(self, materials: Sequence[Material]) -> None:
        """Show the materials of the chosen matter; ticks that were kept come back with them."""
        self.ways.materials.show_materials(materials)
        if self._waiting_ticks is not None and materials:
            self.ways.materials.fill(self._waiting_ticks)
            self._waiting_ticks = None
        if materials and self.returned is not None and self.matter.code == self.returned.matter:
            self.ways.materials.mark(self.returned.rows, self.returned.told)
        self.ways.refresh()
        self._mark_demanded()
        self.materials_shown.emit()

    def show_brief(self, wanted: bool) -> None:
        """Show what the matter's card says in one line under the matter, or leave it to the card."""
        self._brief_wanted = wanted
        self.brief.setVisible(wanted and bool(self.brief.text()))

    def set_brief(self, words: str) -> None:
        """Take what the matter's card says in one line."""
        self.brief.setText(words)
        self.show_brief(self._brief_wanted)

    def clear_errors(self) -> None:
        """Take all errors away."""
        for field in self.fields().values():
            field.clear_error()

    def open_for(self, names: list[str]) -> None:
        """Open what is folded when one of these fields is wrong."""
        if any(name in self.more.fields() for name in names):
            self._show_more(True)
        if "second_reason" in names:
            self.ways.materials.ask_why()

    def focus_first(self) -> None:
        """Put the focus where a new record begins."""
        chosen = self.contact.channel.value() is not None
        if self.contact.back.active:
            self.contact.received_at.type_on()
        else:
            (self.person.person_name if chosen else self.contact.channel).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the form, so that scrolling changes no choice, and Ctrl+Z to a line that can use it."""
        if event.type() == QEvent.Type.Wheel and not isinstance(watched, QLineEdit | QPlainTextEdit):
            event.ignore()
            return True
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and _is_undo(event) and not _can_undo(watched):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        about = look.row(spacing=look.SPACE_M)
        about.addWidget(self.matter, 5)
        about.addWidget(self.summary, 6)
        self.more.hide()
        self.brief.hide()
        below = (self.detail, self.more, look.rule(), self.ways, self.limits, self.call, 1)
        self.setLayout(look.column(self.person, self.recognition, about, self.brief, *below, spacing=look.SPACE_M))
        add_to_label(self.detail, self.more_button)
        self.more_button.setProperty("tight", "true")
        self.detail.edit.setFixedHeight(look.scaled(60))

    def _connect(self) -> None:
        self.contact.channel.edited.connect(self._channel_changed)
        for moment in (self.contact.received_at, self.contact.back):
            moment.edited.connect(self._changed)
        parts = (self.matter, self.summary, self.detail, self.person, self.more, self.ways, self.limits, self.call)
        for part in parts:
            part.edited.connect(self._changed)
        self.ways.way_changed.connect(self._way_changed)
        self.more_button.clicked.connect(lambda: self._show_more(self.more.isHidden()))
        self.person.looked_for.connect(self._recognise)
        self.recognition.taken.connect(self.person.fill_from)
        self.recognition.taken.connect(lambda _visitor: self._go_on_from_person())
        self.contact.channel.entered.connect(self.person.person_name.setFocus)
        TypingOn(list(self.contact.channel.buttons), lambda: self.person.person_name.inner, self)
        for choice in (self.ways.scope, self.ways.disposition, self.ways.guide_mode, self.ways.reply_pref):
            choice.entered.connect(lambda: self.focusNextPrevChild(True))
            TypingOn(list(choice.buttons), partial(next_text, choice.buttons[-1], self), self)
        self.recognition.marked.connect(self._mark_repeat)
        for edit in (*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)):
            edit.installEventFilter(self)
        wheels = (*self.findChildren(QComboBox), *self.findChildren(QAbstractSpinBox), self.contact.received_at.edit)
        for box in wheels:
            box.installEventFilter(self)
        for name, field in self.fields().items():
            if isinstance(field, LineField) and name != "matter":
                field.edit.returnPressed.connect(lambda: self.focusNextPrevChild(True))

    def _changed(self) -> None:
        self.contact.received_at.hold(self._link.desk.clock())
        self.contact.await_number()
        self._mark_demanded()
        self._compare()
        self.edited.emit()

    def _go_on_from_person(self) -> None:
        """Put the focus on what is still to be done once the visitor is known."""
        told = self.person.privacy_told.value()
        (self.matter if told else self.person.privacy_told).setFocus(Qt.FocusReason.TabFocusReason)

    def _channel_changed(self) -> None:
        self.person.set_channel(self.contact.channel.value())
        self._changed()

    def _way_changed(self) -> None:
        if self.ways.way is Disposition.D10 and self.more.kind.value() is Kind.INQUIRY:
            self.more.kind.set_value(Kind.COMPLAINT)
        self._mark_demanded()

    def _mark_demanded(self) -> None:
        demanded = self.ways.demanded()
        self.person.require(demanded)
        self.person.person_kind.set_required(True)
        self.matter.set_required("matter" in demanded)
        self.summary.set_required(not self.matter.code)
        if self.matter.code and not self.summary.text():
            self.summary.clear_error()

    def _show_more(self, shown: bool) -> None:
        self.more.setVisible(shown)
        self.more_button.setText(self.tr("收起(&G)") if shown else self.tr("更多(&G)"))

    def _recognise(self) -> None:
        person = self.person.sought()
        self.recognition.look_for(**person | {"name": person["name"] if len(person["name"]) > 1 else ""})

    def _compare(self) -> None:
        self.recognition.compare(
            matter=self.matter.code,
            summary=self.summary.text(),
            repeat_of=self.more.repeat_of.text(),
            person=self.person.sought(),
        )

    def _mark_repeat(self, number: str) -> None:
        self.more.repeat_of.set_text(number)
        self.more.repeat_of.clear_error()
        self._changed()

    @property
    def channel(self) -> Channel | None:
        """Give the chosen channel."""
        chosen: Channel | None = self.contact.channel.value()
        return chosen


def new_token() -> str:
    """Give a token by which a form is registered once, however often it is sent."""
    return secrets.token_hex(16)


def _ticks_of(extra: dict[str, object]) -> NoticeDraft | None:
    kept = extra.get("notice")
    if not isinstance(kept, dict):
        return None
    ticks: NoticeDraft = from_plain(NoticeDraft, kept)
    return ticks if ticks.answers or ticks.ticks else None


def _returned_of(extra: dict[str, object]) -> Returned | None:
    kept = extra.get("returning")
    returned: Returned | None = from_plain(Returned, kept) if isinstance(kept, dict) else None
    return returned


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def _can_undo(watched: QObject) -> bool:
    if isinstance(watched, QLineEdit):
        return watched.isUndoAvailable()
    return isinstance(watched, QPlainTextEdit) and watched.document().isUndoAvailable()
