"""Danger: whom to call first, in large numbers, what to say, and then the record.

Source: handbook §1.3 (an emergency: call first, register later, kind help, 特急).
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from reception.rules.courtesy import NATIONAL
from reception.rules.inquiries import Kind, Urgency
from reception.rules.staff import Action
from reception.words import Language, label
from ui import look
from ui.desk_link import DeskLink
from ui.shell import Keys, Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.courtesy import EmergencyContact
    from reception.services.desk import Desk
    from ui.inquiries.form import InquiryForm
    from ui.main_window import MainWindow

KEY = "Ctrl+E"
_BESIDE_UP_TO = 120
"""Up to this size of text, in percent, a number stands beside its name."""


class Emergency(QObject):
    """Opens the card of an emergency from every room by its key, whatever field has the focus."""

    def __init__(self, window: "MainWindow", link: DeskLink) -> None:
        super().__init__(window)
        self._keys = QKeySequence(KEY)
        bind(window, KEY, lambda: open_emergency(window, link))

    def claims(self, event: QKeyEvent) -> bool:
        """Tell whether the key is pressed: some desktops give it to text fields, to go to the end of the line."""
        return bool(QKeySequence(event.keyCombination()) == self._keys)


def open_emergency(shell: Shell, link: DeskLink) -> None:
    """Lay the card over the present room; once is enough."""
    if not isinstance(getattr(shell, "step", None), EmergencyPage):
        shell.open_step(EmergencyPage(shell, link))


def begin_help(form: "InquiryForm") -> None:
    """Begin the record of an emergency: help was asked for, of the highest urgency."""
    form.more.kind.set_value(Kind.HELP)
    form.more.urgency.set_value(Urgency.VERY_URGENT)
    form.open_for(["kind", "urgency"])
    form.edited.emit()


class EmergencyPage(QWidget):
    """The card of an emergency; Esc leads back to what was done before."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self.title = self.tr("应急")
        self._shell, self._link = shell, link
        self.phones: list[str] = []
        self.begin = look.primary_button(self.tr("电话打完了，登记求助（特急） Enter"), self.register)
        if not link.desk.may(Action.RECORD):
            self.begin.hide()
        self._numbers = look.grid(spacing=look.SPACE_M)
        self._place()
        link.run(self, _read, done=self._show, latest=True)

    def entered(self) -> None:
        """The card is shown now."""
        (self.begin if not self.begin.isHidden() else self._area).setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Keys:
        """Give the keys of this page."""
        return [("Enter", self.tr("打完电话，登记求助（特急）")), ("Esc", self.tr("回到刚才的页面"))]

    def register(self) -> None:
        """Begin the record of what happened; what stands in the form waits above it."""
        shell = self._shell
        shell.close_step()
        shell.go("inquiries", emergency=True)

    def _place(self) -> None:
        first = look.framed("failure")
        words = self.tr("先打电话，后登记。先保证自己和来访人的安全。")
        self._everywhere = look.row(spacing=look.SPACE_XL)
        title = look.row(look.text_label(words, "title", wrap=True), margin=look.SPACE_L, spacing=look.SPACE_XL)
        title.setStretch(0, 1)
        title.addLayout(self._everywhere)
        first.setLayout(title)
        numbers, inside = look.card(spacing=look.SPACE_L)
        inside.addWidget(look.heading(self.tr("打给谁")))
        place = QWidget()
        place.setLayout(look.column(self._numbers, 1))
        self._area = look.scrolled(place)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("应急电话"))
        inside.addWidget(self._area, 1)
        both = look.row(numbers, self._words_card(), spacing=look.SPACE_XL)
        both.setStretch(0, 5)
        both.setStretch(1, 6)
        layout = look.column(first, both, look.row(1, self.begin), spacing=look.SPACE_L, margin=look.SPACE_XL)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _words_card(self) -> QFrame:
        frame, inside = look.card(spacing=look.SPACE_L)
        inside.addWidget(look.heading(self.tr("怎么说")))
        self._said = look.column(spacing=look.SPACE_M)
        body = QWidget()
        body.setLayout(look.column(self._said, 1))
        area = look.scrolled(body)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("怎么说"))
        inside.addWidget(area, 1)
        return frame

    def _show(self, found: "tuple[tuple[EmergencyContact, ...], tuple[str, str]]") -> None:
        contacts, places = found
        self.phones = [contact.phone for contact in contacts]
        national = {contact.phone for contact in NATIONAL}
        nearby = [contact for contact in contacts if contact.phone not in national]
        for contact in NATIONAL:
            name = contact.name if self._shell.language is Language.ZH else contact.name_en
            self._everywhere.addWidget(look.text_label(name, "strong"))
            self._everywhere.addWidget(look.text_label(contact.phone, "large", selectable=True))
        for row, contact in enumerate(nearby):
            self._show_number(row, contact)
        if not nearby:
            words = self.tr("通讯录里没有保卫处、校医院的电话；可以在“设置 · 应急电话”里填上。")
            self._numbers.addWidget(look.text_label(words, "muted", wrap=True), 0, 0)
        self._numbers.setColumnStretch(0, 1)
        self._show_words(*places)

    def _show_number(self, row: int, contact: "EmergencyContact") -> None:
        phone = look.text_label(contact.phone, "large", selectable=True)
        phone.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name = look.column(look.text_label(contact.name, "strong", wrap=True), spacing=0)
        rest = " · ".join(part for part in (contact.name_en, contact.note) if part)
        if rest:
            name.addWidget(look.text_label(rest, "hint", wrap=True))
        large_text = look.scaled(100) > _BESIDE_UP_TO
        self._numbers.addLayout(name, 3 * row, 0, 1, 2 if large_text else 1)
        if large_text:
            self._numbers.addWidget(phone, 3 * row + 1, 0, 1, 2)
        else:
            self._numbers.addWidget(phone, 3 * row, 1, Qt.AlignmentFlag.AlignRight)
        self._numbers.addWidget(look.rule(), 3 * row + 2, 0, 1, 2)

    def _show_words(self, place: str, place_en: str) -> None:
        from reception.rules.phrases import MARKS, Hearer, filled
        from reception.services import emergency

        office, counter = self._link.desk.office, self._link.desk.counter
        zh = {"university": office.university, "office": office.name, "phone": office.phone}
        english = {"university": office.university_en, "office": office.name_en, "place": place_en}
        zh["place"] = place or counter
        en = zh | {name: text for name, text in english.items() if text}
        for call in emergency.calls():
            texts = [filled(call.zh, zh, MARKS["zh"]), filled(call.en, en, MARKS["en"])]
            if self._shell.language is Language.EN:
                texts.reverse()
            tone: look.Tone = "blue" if call.to is Hearer.VISITOR else "red"
            self._said.addWidget(look.chip(label(call.to, self._shell.language), tone))
            self._said.addWidget(look.text_label(texts[0], "body", wrap=True))
            self._said.addWidget(look.text_label(texts[1], "hint", wrap=True))
            self._said.addSpacing(look.SPACE_M)


def _read(desk: "Desk") -> "tuple[tuple[EmergencyContact, ...], tuple[str, str]]":
    """Give whom to call, and where we are in both languages."""
    from reception.services import emergency  # not at the top: the window's first paint does without

    return emergency.numbers(desk), emergency.whereabouts(desk)
