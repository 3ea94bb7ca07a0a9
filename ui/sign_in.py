"""The door: who works at this counter now. Also the lock: the same page, with the desk hidden behind it."""

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from reception.errors import Invalid, ReceptionError, SignInRefused
from reception.words import Language, seconds_text, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import ChoiceField, FieldSet, LineField
from ui.roomy import centred

if TYPE_CHECKING:
    from reception.services.desk import Desk
    from reception.services.opening import Door

NAMES_SHOWN = 9
NAMES_A_ROW = 3
CARD_WIDTH = 420


class SignInPage(QWidget):
    """Name and password; a name can be clicked or typed, Enter goes on.

    Signals:
        entered(Desk): somebody signed in.
    """

    entered = Signal(object)

    def __init__(
        self,
        link: DeskLink,
        language: Language,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._link, self._language = link, language
        self._clock, self._monotonic = clock, monotonic
        self._waits: dict[str, float] = {}
        self._busy = False
        self._names_known: tuple[str, ...] = ()
        self._build()
        self._ticking = QTimer(self, interval=500)
        self._ticking.timeout.connect(self.tick)

    def offer(self, door: "Door") -> None:
        """Offer the names and counters of the office; what was typed stays."""
        self._place.setText(door.office.name)
        self._names_known = door.names
        self._offer_names(door.names)
        chosen = self.counter.value()
        self.counter.set_choices([(name, name) for name in door.counters])
        self.counter.set_value(chosen if chosen in door.counters else next(iter(door.counters), None))
        self.counter.setVisible(len(door.counters) > 1)
        self._mark_name()

    def open(self, *, counter: str = "", person: str = "", notice: str = "", typing: str = "password") -> None:
        """Stand at the door.

        Args:
            counter: the counter of this machine.
            person: who worked here last.
            notice: a line above the fields (locked, and that nothing is lost).
            typing: "password" asks for it at once when the person is known, "name" for the name.
        """
        if counter:
            self.counter.set_value(counter)
        if self.counter.value() is None:
            self.counter.box.setCurrentIndex(0)
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))
        self._fields.clear()
        self.password.set_text("")
        self.set_name(person or (self._names_known[0] if len(self._names_known) == 1 else ""))
        field = self.password if self.name.text() and typing == "password" else self.name
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if field is self.name:
            self.name.edit.selectAll()
        self._ticking.start()

    def offer_act(self, words: str, act: Callable[[Callable[[str], None]], object]) -> None:
        """Offer one thing that needs no password; `act` gets what tells its outcome above the fields."""
        self.act_button.setText(words)
        self.act_button.clicked.connect(lambda _checked: act(self._tell))
        self.act_button.show()

    def _tell(self, words: str) -> None:
        self.act_button.hide()
        self._notice.setText(words)
        self._notice.show()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_name(self, name: str) -> None:
        """Fill in who signs in."""
        self.name.set_text(name)
        self._mark_name()

    def submit(self) -> None:
        """Sign in with what stands in the fields."""
        if self._busy or self._left() > 0:
            return
        self._fields.clear()
        empty = next((field for field in (self.name, self.password) if not field.text()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        from reception.services.staff import sign_in  # not at the top: it brings the database libraries along

        self._set_busy(True)
        self._link.without_desk(
            self,
            sign_in,
            self._link.store,
            self.name.text().strip(),
            self.password.text(),
            self.counter.value() or "",
            self._clock,
            done=self._let_in,
            failed=self._refuse,
        )

    def tick(self) -> None:
        """Count down the wait of the name that stands in the field."""
        left = self._left()
        self.button.setEnabled(not self._busy and left <= 0)
        if left > 0:
            words = self.tr("密码连续输错，请等待 {time} 后再试，或请其他同事登录。")
            self.password.set_error(words.format(time=seconds_text(int(left + 0.999), self._language)))
        elif self.name.text() in self._waits:
            del self._waits[self.name.text()]
            self.password.clear_error()

    def _build(self) -> None:
        self._place = look.text_label("", "muted")
        self._notice = look.text_label("", "warning", wrap=True)
        self._names = QButtonGroup(self)
        self._name_grid = look.grid()
        self.name = LineField(self.tr("姓名(&N)"), 60)
        self.password = LineField(self.tr("密码(&P)"), 1024, secret=True)
        self.counter = ChoiceField(self.tr("窗口(&C)"), [])
        self._line = look.text_label("", "error", wrap=True)
        self.button = look.primary_button(self.tr("登录(&S)"), self.submit)
        self.act_button = look.link_button("")
        self.act_button.hide()
        self._fields = FieldSet({"name": self.name, "password": self.password}, self._line, self._language)
        frame, inside = look.card(spacing=look.SPACE_L, margin=28)
        frame.setFixedWidth(look.scaled(CARD_WIDTH))
        head = look.column(look.text_label(self.tr("首问接待"), "large"), self._place, spacing=look.SPACE_S)
        for part in (head, self._name_grid):
            inside.addLayout(part)
        fields = (self._notice, self.name, self.password, self.counter, self._line)
        for widget in (*fields, self.button, self.act_button):
            inside.addWidget(widget)
        self.setLayout(look.column(centred(frame)))
        self.name.edit.returnPressed.connect(self._to_password)
        self.name.edited.connect(self._mark_name)
        self.name.edited.connect(lambda: self.name.set_hint(""))
        self.name.left.connect(self._complete)
        self.password.edit.returnPressed.connect(self.submit)

    def _to_password(self) -> None:
        found = self._meant()
        if len(found) > 1:
            self.name.set_hint(self.tr("可能是：{names}").format(names=self.tr("、").join(found[:NAMES_SHOWN])))
            return
        self._complete()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _complete(self) -> None:
        """Put the whole name in the place of initials or a beginning that can mean only one person."""
        found = self._meant()
        if len(found) == 1:
            self.set_name(found[0])

    def _meant(self) -> list[str]:
        typed = self.name.text().strip()
        if not typed or typed in self._names_known:
            return []
        from reception.rules.pinyin import spells  # not at the top: nobody needs the table before the first letter

        return [name for name in self._names_known if name.startswith(typed) or spells(typed, name)]

    def _offer_names(self, names: tuple[str, ...]) -> None:
        _empty(self._name_grid)
        for button in self._names.buttons():
            self._names.removeButton(button)
        if not 1 < len(names) <= NAMES_SHOWN:
            return
        for number, name in enumerate(names):
            button = look.choice_button(name.replace("&", "&&"))
            button.setProperty("person", name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._choose_name, name))
            self._names.addButton(button)
            self._name_grid.addWidget(button, number // NAMES_A_ROW, number % NAMES_A_ROW)

    def _choose_name(self, name: str, _checked: bool = True) -> None:
        self.set_name(name)
        self.password.set_text("")
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_name(self) -> None:
        self._names.setExclusive(False)
        for button in self._names.buttons():
            button.setChecked(button.property("person") == self.name.text())
        self._names.setExclusive(True)
        self.password.clear_error()
        self.tick()

    def _left(self) -> float:
        return self._waits.get(self.name.text(), 0.0) - self._monotonic()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.button.setText(self.tr("正在登录…") if busy else self.tr("登录(&S)"))
        self.button.setEnabled(not busy)

    def _let_in(self, desk: "Desk") -> None:
        self._set_busy(False)
        self._ticking.stop()
        self.password.set_text("")
        self._waits.clear()
        self.entered.emit(desk)

    def _refuse(self, error: ReceptionError) -> None:
        self._set_busy(False)
        self.password.set_text("")
        seconds = error.values.get("seconds")
        if isinstance(seconds, int | float):
            self._waits[self.name.text()] = self._monotonic() + float(seconds)
            self.tick()
        elif isinstance(error, SignInRefused):
            self.password.set_error(sentence(error, self._language))
        else:
            self._line.setText(sentence(error, self._language))
            self._line.setVisible(True)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)


class OwnPasswordPage(QWidget):
    """A password of one's own, asked for when somebody else gave the present one.

    Signals:
        chosen(): the new password holds.
    """

    chosen = Signal()

    def __init__(self, link: DeskLink, language: Language) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._link = link
        self.old = LineField(self.tr("现在的密码(&O)"), 1024, secret=True)
        self.new = LineField(self.tr("新密码(&N)"), 1024, secret=True, hint=self.tr("至少 8 位，不要用常见的密码。"))
        self.again = LineField(self.tr("再输一遍(&A)"), 1024, secret=True)
        line = look.text_label("", "error", wrap=True)
        self._fields = FieldSet({"old_password": self.old, "password": self.new, "again": self.again}, line, language)
        self.button: QPushButton = look.primary_button(self.tr("设定并继续(&S)"), self.submit)
        frame, inside = look.card(spacing=look.SPACE_L, margin=28)
        frame.setFixedWidth(look.scaled(CARD_WIDTH))
        words = self.tr("现在的密码是别人替您设定的，请换成只有您自己知道的密码。")
        parts: tuple[QWidget, ...] = (
            look.text_label(self.tr("设定自己的密码"), "title"),
            look.text_label(words, "muted", wrap=True),
            *(self.old, self.new, self.again, line, self.button),
        )
        for part in parts:
            inside.addWidget(part)
        self.setLayout(look.column(centred(frame)))
        self.again.edit.returnPressed.connect(self.submit)
        self.setFocusProxy(self.old)

    def submit(self) -> None:
        """Change the password."""
        self._fields.clear()
        if self.new.text() != self.again.text():
            self.again.set_error(self.tr("两次输入的密码不一样，请再输一遍。"))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        from reception.services.staff import change_own_password

        self.button.setEnabled(False)
        self._link.change(
            self, change_own_password, self.old.text(), self.new.text(), done=self._changed, failed=self._refuse
        )

    def _changed(self, _account: object) -> None:
        self.button.setEnabled(True)
        self.chosen.emit()

    def _refuse(self, error: ReceptionError) -> None:
        self.button.setEnabled(True)
        if isinstance(error, Invalid):
            self._fields.show(error)


def _empty(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
