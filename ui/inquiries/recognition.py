"""Known visitors while somebody types: one line that says who it is, one key that fills the fields."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception.rules.visitors import mask_phone, parse_phone
from reception.services import visitors
from reception.words import Language
from ui import look
from ui.desk_link import DeskLink

if TYPE_CHECKING:
    from reception.services.visitors import Known


class RecognitionLine(QWidget):
    """The line under the person's fields.

    Signals:
        taken(Visitor): the person took the proposal.
        found(tuple[Known, ...]): who fits now, the surest first.
    """

    taken = Signal(object)
    found = Signal(object)

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self.known: tuple[Known, ...] = ()
        self._place = 0
        self._asked: dict[str, str] = {}
        self.words = look.text_label("", "good", wrap=True)
        self.take_button = look.plain_button(self.tr("填入(&Q)"), self.take)
        self.next_button = look.link_button("", self._next)
        for button in (self.take_button, self.next_button):
            button.setProperty("tight", "true")
        self.next_button.setAccessibleName(self.tr("看下一位"))
        line = look.row(spacing=look.SPACE_M)
        line.addWidget(self.words, 1)
        line.addWidget(self.next_button)
        line.addWidget(self.take_button)
        self.setLayout(line)
        self.hide()

    def look_for(self, *, name: str, phone: str, person_no: str) -> None:
        """Look for visitors who fit what has been typed so far."""
        self._asked = {"name": name, "phone": phone, "person_no": person_no}
        if not (name or phone or person_no):
            self.forget()
            return
        self._link.run(
            self, visitors.recognise, name=name, phone=phone, person_no=person_no, done=self._show, latest=True
        )

    def forget(self) -> None:
        """Recognise nobody; an answer that is under way comes too late."""
        self._link.stop_all(self)
        self._show(())

    def take(self) -> None:
        """Fill the fields from the proposed visitor."""
        if self.known and not self.isHidden():
            visitor = self.known[self._place].visitor
            self.hide()
            self.taken.emit(visitor)

    def _show(self, known: "tuple[Known, ...]") -> None:
        self.known, self._place = tuple(known), 0
        self._say()
        self.found.emit(self.known)

    def _next(self) -> None:
        self._place = (self._place + 1) % len(self.known)
        self._say()
        self.found.emit(self.known[self._place :])

    def _say(self) -> None:
        self.setVisible(bool(self.known))
        if not self.known:
            return
        visitor, contacts = self.known[self._place].visitor, self.known[self._place].contacts
        sure = self._is_sure(visitor.phone, visitor.person_no)
        phone = visitor.phone if sure else mask_phone(visitor.phone)
        who = " · ".join(each for each in (visitor.name, phone, visitor.person_unit) if each)
        head = self.tr("认出老来访人：{who}，第 {n} 次") if sure else self.tr("可能是老来访人：{who}，第 {n} 次")
        words = head.format(who=who, n=visitor.contacts + 1)
        if contacts:
            day = self._link.desk.calendar.local(contacts[0].received_at)
            last = self.tr("，上次 {month}月{day}日「{summary}」")
            words += last.format(month=day.month, day=day.day, summary=_short(contacts[0].summary))
        self.words.setText(words)
        look.set_role(self.words, "good" if sure else "muted")
        more = len(self.known) - 1
        self.next_button.setVisible(more > 0)
        self.next_button.setText(self.tr("另有 {n} 位").format(n=more))

    def _is_sure(self, phone: str, person_no: str) -> bool:
        typed = self._asked.get("phone", "")
        same_phone = bool(phone) and bool(typed) and parse_phone(typed).stored == phone
        return same_phone or (bool(person_no) and self._asked.get("person_no") == person_no)


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"
