"""Known visitors while somebody types: one line that says who it is and what he came for before, keys that act on it.

The line keeps its place whether it says something or not, so that nothing moves under the hands.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.rules.recognition import Likeness, look_alike
from reception.rules.staff import Action
from reception.rules.visitors import mask_phone
from reception.services import repeats, visitors
from reception.words import Language
from ui import look
from ui.desk_link import DeskLink
from ui.watch import bind

if TYPE_CHECKING:
    from reception.rules.recognition import Visitor
    from reception.services.desk import Desk
    from reception.services.repeats import Repeat
    from reception.services.visitors import Known

HEIGHT = 36
_KINDS = frozenset({"Visitor", "Case", "Referral", "Notice", "Callback"})
_SURE = frozenset({Likeness.SAME, Likeness.OTHER_NAME})


class RecognitionLine(QWidget):
    """The line under the person's fields: a likely repeated contact before who it may be.

    Signals:
        taken(Visitor): the person took the proposal.
        found(tuple[Known, ...]): who fits now, the surest first.
        opened(int): the earlier record shall be opened.
        marked(str): this form repeats the record of that number; "" when it no longer does.
        merge_wanted(int, int): these two visitors look like one.
    """

    taken = Signal(object)
    found = Signal(object)
    opened = Signal(int)
    marked = Signal(str)
    merge_wanted = Signal(int, int)

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self._link, self._language = link, language
        self.known: tuple[Known, ...] = ()
        self.repeat: Repeat | None = None
        self._place = 0
        self._taken = False
        self._asked: dict[str, str] = {}
        self._compared: dict[str, str] = {}
        self._repeat_of = ""
        self._make_parts()
        self._lay_out()
        self._say()
        link.changed.connect(self._changed)

    def look_for(self, *, name: str, phone: str, person_no: str) -> None:
        """Look for visitors who fit what has been typed so far."""
        self._asked = {"name": name, "phone": phone, "person_no": person_no}
        self._taken = False
        if any(self._asked.values()):
            self._read()
        else:
            self._link.stop_all(self)
            self._compared, self.repeat = {}, None
            self._show(())

    def compare(self, *, person: dict[str, str], matter: str, summary: str, repeat_of: str) -> None:
        """Look whether the same person came about the same matter lately."""
        self._repeat_of = repeat_of.strip()
        compared = {**person, "matter": matter, "summary": summary.strip()}
        if compared == self._compared:
            self._say()
            return
        self._compared = compared
        if any(person.values()) and (matter or compared["summary"]):
            self._link.run(self, _repeated, compared, done=self._show_repeat, latest=True)
        else:
            self._show_repeat(None)

    def forget(self) -> None:
        """Recognise nobody; an answer that is under way comes too late."""
        self._link.stop_all(self)
        self._asked, self._compared, self._repeat_of, self.repeat, self._taken = {}, {}, "", None, False
        self._show(())

    def take(self) -> None:
        """Fill the fields from the proposed visitor."""
        if self.known and not self.take_button.isHidden():
            self._taken = True
            self._say()
            self.taken.emit(self.known[self._place].visitor)

    def open_repeat(self) -> None:
        """Open the contact that this one may repeat."""
        if self.repeat is not None:
            self.opened.emit(self.repeat.inquiry_id)

    def mark_repeat(self) -> None:
        """Say that this form repeats the earlier contact, or take that back."""
        if self.repeat is not None:
            self.marked.emit("" if self.is_marked else self.repeat.reg_no)

    @property
    def is_marked(self) -> bool:
        """Tell whether the form says that it repeats the contact that is shown."""
        return self.repeat is not None and self._repeat_of == self.repeat.reg_no

    def _make_parts(self) -> None:
        self.words = look.ElidedLabel("", "good")
        self.take_button = look.plain_button(self.tr("填入(&Q)"), self.take)
        self.next_button = look.link_button("", self._next)
        self.merge_button = look.link_button(self.tr("合并…"), self._want_merge)
        self.open_button = look.link_button(self.tr("打开 Ctrl+O"), self.open_repeat)
        self.mark_button = look.plain_button(self.tr("标为重复 Ctrl+M"), self.mark_repeat)
        self.next_button.setAccessibleName(self.tr("看下一位"))
        look.set_tip(self.merge_button, self.tr("两份资料像是同一个人，合并成一份"))
        bind(self.open_button, "Ctrl+O", self.open_repeat)
        bind(self.mark_button, "Ctrl+M", self.mark_repeat)

    def _lay_out(self) -> None:
        line = look.row(spacing=look.SPACE_S)
        line.addWidget(self.words, 1)
        for button in (self.next_button, self.merge_button, self.open_button, self.mark_button, self.take_button):
            button.setProperty("tight", "true")
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.setFixedHeight(look.scaled(HEIGHT))

    def _read(self) -> None:
        self._link.run(self, _recognised, self._asked, done=self._show, latest=True)

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS and any(self._asked.values()):
            self._read()

    def _show(self, known: "tuple[Known, ...]") -> None:
        self.known, self._place = tuple(known), 0
        self._say()
        self.found.emit(self.known)

    def _show_repeat(self, repeat: "Repeat | None") -> None:
        self.repeat = repeat
        self._say()

    def _next(self) -> None:
        self._place = (self._place + 1) % len(self.known)
        self._say()
        self.found.emit(self.known[self._place :])

    def _want_merge(self) -> None:
        other = self._alike()
        if other is not None:
            self.merge_wanted.emit(self.known[self._place].visitor.id, other.id)

    def _say(self) -> None:
        shown = self.known[self._place] if self.known and not self._taken else None
        if self.repeat is not None:
            words, role = self._repeat_words(self.repeat)
        else:
            words, role = self._known_words(shown) if shown else ("", "muted")
        self.words.setText(words)
        look.set_role(self.words, role)
        more = len(self.known) - 1 if shown and self.repeat is None else 0
        self.next_button.setText(self.tr("另有 {n} 位").format(n=more))
        self.mark_button.setText(self.tr("取消重复 Ctrl+M") if self.is_marked else self.tr("标为重复 Ctrl+M"))
        parts = (
            (self.next_button, more > 0),
            (self.merge_button, shown is not None and self.repeat is None and self._alike() is not None),
            (self.open_button, self.repeat is not None),
            (self.mark_button, self.repeat is not None),
            (self.take_button, shown is not None and self._fills(shown.visitor)),
        )
        for button, wanted in parts:
            button.setVisible(wanted)

    def _fills(self, visitor: "Visitor") -> bool:
        """Tell whether taking a visitor would change any of the fields by which he was found."""
        asked = self._asked
        same = visitor.name == asked.get("name") and visitor.person_no == asked.get("person_no")
        return not (same and self.known[self._place].likeness is Likeness.SAME)

    def _alike(self) -> "Visitor | None":
        if not self._link.desk.may(Action.MERGE_VISITORS):
            return None
        own = self.known[self._place].visitor
        return next((each.visitor for each in self.known if look_alike(own, each.visitor)), None)

    def _repeat_words(self, repeat: "Repeat") -> tuple[str, look.Role]:
        if self.is_marked:
            return self.tr("已标为重复来访：{number}").format(number=repeat.reg_no), "good"
        words = self.tr("{moment} 已登记过「{what}」，编号 {number}")
        moment = self._moment(repeat.received_at)
        return words.format(moment=moment, what=_short(repeat.what), number=repeat.reg_no), "warning"

    def _known_words(self, known: "Known") -> tuple[str, look.Role]:
        visitor, contacts = known.visitor, known.contacts
        phone = visitor.phone if known.likeness in _SURE else mask_phone(visitor.phone)
        who = " · ".join(each for each in (visitor.name, phone, visitor.person_unit) if each)
        head, role = self._head(known.likeness)
        words = head.format(who=who, n=visitor.contacts + 1)
        if contacts:
            day = self._link.desk.calendar.local(contacts[0].received_at)
            last = self.tr("，上次 {month}月{day}日「{summary}」")
            words += last.format(month=day.month, day=day.day, summary=_short(contacts[0].summary))
        return words, role

    def _head(self, likeness: Likeness) -> tuple[str, look.Role]:
        heads: dict[Likeness, tuple[str, look.Role]] = {
            Likeness.SAME: (self.tr("认出老来访人：{who}，第 {n} 次"), "good"),
            Likeness.OTHER_NAME: (self.tr("同一电话或学号登记过另一姓名，请核对：{who}"), "warning"),
            Likeness.NEAR_NAME: (self.tr("有姓名相近的老来访人，请核对：{who}"), "muted"),
            Likeness.POSSIBLE: (self.tr("可能是老来访人：{who}，第 {n} 次"), "muted"),
        }
        return heads[likeness]

    def _moment(self, instant: datetime) -> str:
        calendar = self._link.desk.calendar
        local, today = calendar.local(instant), calendar.local(self._link.desk.clock()).date()
        ago = (today - local.date()).days
        if ago == 0:
            return self.tr("今天 {time}").format(time=f"{local:%H:%M}")
        if ago == 1:
            return self.tr("昨天 {time}").format(time=f"{local:%H:%M}")
        return self.tr("{month}月{day}日 {time}").format(month=local.month, day=local.day, time=f"{local:%H:%M}")


def _recognised(desk: "Desk", asked: dict[str, str]) -> "tuple[Known, ...]":
    return visitors.recognise(desk, **asked)


def _repeated(desk: "Desk", compared: dict[str, str]) -> "Repeat | None":
    return repeats.likely(desk, **compared)


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"
