"""Who came: name, phone, kind, number and unit; what may be refused, and what must be told."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from reception.rules.inquiries import Channel, InquiryDraft, PersonKind
from reception.rules.inquiry_check import LINES, NAMES, holds_person
from reception.rules.recognition import Visitor
from reception.rules.visitors import ANONYMOUS, REFUSED
from reception.words import Language, label
from ui import look
from ui.forms import ChoiceField, Field, LineField, TickField
from ui.inquiries.choices import add_to_label


class PersonPart(QWidget):
    """The fields of the visitor.

    Signals:
        edited: the person changed something.
        looked_for: name, phone or number changed, so that an earlier visitor may fit.
    """

    edited = Signal()
    looked_for = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._channel: Channel | None = None
        self.person_name = LineField(self.tr("姓名(&N)"), NAMES["person_name"])
        self.phone = LineField(self.tr("联系电话(&T)"), LINES["phone"])
        self.person_kind = ChoiceField(self.tr("类别(&K)"), [(kind, label(kind, language)) for kind in PersonKind])
        self.person_no = LineField(self.tr("学号/工号(&U)"), LINES["person_no"])
        self.person_unit = LineField(self.tr("学院/部门(&D)"), LINES["person_unit"])
        self.privacy_told = TickField(self.tr("已作个人信息告知(&I)"))
        self.say = look.text_label("", "hint", wrap=True)
        self.anonymous = self._small(self.tr("匿名(&A)"), self._set_anonymous)
        self.refused_name = self._small(self.tr("拒绝提供(&R)"), lambda: self._refuse(self.person_name))
        self.refused_phone = self._small(self.tr("拒绝提供(&C)"), lambda: self._refuse(self.phone))
        self.refused_name.setAccessibleName(self.tr("来电人拒绝提供姓名"))
        self.refused_phone.setAccessibleName(self.tr("来电人拒绝提供电话"))
        self._place()
        for field in self.fields().values():
            field.edited.connect(self._changed)
        for field in (self.person_name, self.phone, self.person_no):
            field.edited.connect(self.looked_for)
        self.set_channel(None)

    def fields(self) -> dict[str, Field]:
        """Give the fields by name, in reading order."""
        names = ("person_name", "phone", "person_kind", "person_no", "person_unit", "privacy_told")
        return {name: getattr(self, name) for name in names}

    def set_channel(self, channel: Channel | None) -> None:
        """Show what a channel asks: a caller gives name and phone, or refuses them."""
        self._channel = channel
        by_phone = channel is Channel.PHONE
        for button in (self.refused_name, self.refused_phone):
            button.setVisible(by_phone)
        self.anonymous.setVisible(not by_phone)
        self.say.setText(
            self.tr("请先说：「为了回复您，我登记一下您的称呼和电话，可以吗？」")
            if by_phone
            else self.tr("请先说：「姓名、电话只用于答复、办理和监督，到期删除；只咨询可以不留。」")
        )
        self.refresh()

    def require(self, names: frozenset[str]) -> None:
        """Mark name and phone as demanded by the chosen way, besides what the channel demands."""
        by_phone = self._channel is Channel.PHONE
        self.person_name.set_required(by_phone or "person_name" in names)
        self.phone.set_required(by_phone or "phone" in names)

    def read_into(self, draft: InquiryDraft) -> InquiryDraft:
        """Give the draft with what stands in these fields."""
        return replace(
            draft,
            person_name=self.person_name.text(),
            phone=self.phone.text(),
            person_kind=self.person_kind.value(),
            person_no=self.person_no.text(),
            person_unit=self.person_unit.text(),
            privacy_told=self.privacy_told.value(),
        )

    def fill(self, draft: InquiryDraft) -> None:
        """Show what a draft holds."""
        self.person_name.set_text(draft.person_name)
        self.phone.set_text(draft.phone)
        self.person_kind.set_value(draft.person_kind)
        self.person_no.set_text(draft.person_no)
        self.person_unit.set_text(draft.person_unit)
        self.privacy_told.set_value(bool(draft.privacy_told))
        self.refresh()

    def sought(self) -> dict[str, str]:
        """Give by what an earlier visitor is found."""
        fields = {"name": self.person_name, "phone": self.phone, "person_no": self.person_no}
        return {name: field.text().strip() for name, field in fields.items()}

    def fill_from(self, visitor: Visitor) -> None:
        """Take over a visitor who was recognised; what was typed and is not known of him stays."""
        phone = f"{visitor.phone}转{visitor.phone_ext}" if visitor.phone_ext else visitor.phone
        known = ((self.person_name, visitor.name), (self.phone, phone))
        for field, text in (*known, (self.person_no, visitor.person_no), (self.person_unit, visitor.person_unit)):
            if text:
                field.set_text(text)
                field.clear_error()
        self.person_kind.set_value(visitor.person_kind)
        self.person_kind.clear_error()
        self._changed()

    def refresh(self) -> None:
        """Let the small buttons and the privacy line follow what stands in the fields."""
        for button, field in ((self.refused_name, self.person_name), (self.refused_phone, self.phone)):
            button.setChecked(field.text() == REFUSED)
        self.anonymous.setChecked(self.person_name.text() == ANONYMOUS)
        asked = holds_person(InquiryDraft(token="", person_name=self.person_name.text(), phone=self.phone.text()))
        look.set_role(self.say, "accent" if asked and not self.privacy_told.value() else "hint")

    def _place(self) -> None:
        add_to_label(self.person_name, self._together(self.refused_name, self.anonymous))
        add_to_label(self.phone, self.refused_phone)
        line = look.row(spacing=look.SPACE_M)
        shares = {"person_name": 6, "phone": 6, "person_kind": 4, "person_no": 5, "person_unit": 5}
        self.refused_phone.ensurePolished()
        least = self.refused_phone.sizeHint().height()  # so that all fields of the line begin at one height
        for name, share in shares.items():
            line.addWidget(self.fields()[name], share)
            self.fields()[name].label.setMinimumHeight(least)
        told = look.row(self.privacy_told, spacing=look.SPACE_L)
        told.addWidget(self.say, 1)
        self.setLayout(look.column(line, told, self.privacy_told.line, spacing=look.SPACE_S))

    def _small(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = look.link_button(words)
        button.setCheckable(True)
        button.setProperty("tight", "true")
        button.setFont(look.font("hint"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _on: act())
        return button

    def _together(self, *buttons: QPushButton) -> QWidget:
        holder = QWidget()
        holder.setLayout(look.row(*buttons, spacing=0))
        return holder

    def _refuse(self, field: LineField) -> None:
        field.set_text("" if field.text() == REFUSED else REFUSED)
        field.clear_error()
        self._changed()

    def _set_anonymous(self) -> None:
        nameless = self.person_name.text() == ANONYMOUS
        self.person_name.set_text("" if nameless else ANONYMOUS)
        self.person_name.clear_error()
        if not nameless:
            self.phone.set_text("")
            self.person_kind.set_value(PersonKind.ANONYMOUS)
            self.person_kind.clear_error()
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.edited.emit()
