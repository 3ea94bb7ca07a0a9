"""A local moment typed as one speaks: 9:15, 昨天 16:20, 11-24 9:15."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from reception.errors import Invalid, Reason
from reception.rules.contact_times import LONGEST, read_contact_time
from reception.words import Language, sentence
from ui import look
from ui.desk_link import DeskLink
from ui.forms import LineField

WIDTH = 142
_SLACK = timedelta(minutes=5)


class MomentField(LineField):
    """A moment that is never later than now.

    Args:
        label: the name of the field; it is not shown.
        follows: whether it shows the clock until somebody types or the contact begins.
        on: gives the day of a time of day alone; today without it.
    """

    def __init__(
        self,
        label: str,
        link: DeskLink,
        language: Language,
        *,
        follows: bool = True,
        on: Callable[[], date | None] = lambda: None,
    ) -> None:
        super().__init__(label, LONGEST, labelled=False)
        self._link, self._language = link, language
        self._follows, self._on = follows, on
        self._value: datetime | None = None
        self._unread: Invalid | None = None
        self._proposed = ""
        self.edit.setFixedWidth(look.scaled(WIDTH))
        self.left.connect(self.settle)

    def value(self) -> datetime | None:
        """Give the instant (UTC); None while it follows the clock or cannot be read."""
        return self._value

    @property
    def is_set(self) -> bool:
        """Tell whether a moment is meant or was typed; a day that was only proposed is none."""
        return self._value is not None or bool(self.kept())

    @property
    def day(self) -> date | None:
        """Give the local day that is meant, None while none is."""
        return None if self._value is None else self._link.desk.calendar.local(self._value).date()

    def set_value(self, instant: datetime | None, now: datetime) -> None:
        """Show an instant, or with None the clock or nothing; this counts as no edit of the person."""
        self._value, self._unread, self._proposed = instant, None, ""
        self._show(now)

    def follow(self, now: datetime) -> None:
        """Show another minute while nothing is set."""
        if self._value is None and self._unread is None and not self.edit.hasFocus():
            self._show(now)

    def hold(self, now: datetime) -> None:
        """Keep this instant from now on: the contact has begun."""
        if self._follows and self._value is None and self._unread is None:
            self._value = now

    def propose(self, day: date) -> None:
        """Put a day into the field, of which the time is still to be typed."""
        self._proposed = f"{day:%Y-%m-%d} "
        self._value = None
        self.set_text(self._proposed)
        self._read()
        self.clear_error()

    def type_on(self) -> None:
        """Take the focus with the cursor behind what stands there, so that the time is typed next."""
        self.edit.setFocus()
        self.edit.deselect()
        self.edit.end(False)

    def kept(self) -> str:
        """Give what was typed and cannot be read, to be brought back with the draft."""
        return self.text() if self._unread is not None and self.text() != self._proposed else ""

    def bring_back(self, text: str) -> None:
        """Show again what was typed and could not be read."""
        if text:
            self.set_text(text)
            self._read()

    def settle(self) -> None:
        """Show what is meant, or say what is wrong."""
        now = self._link.desk.clock()
        if not self.is_read():
            return
        self._show(now)
        if self._value is not None and self._value > now + _SLACK:
            self._say((Reason(code="in_the_future", field="received_at"),))

    def is_read(self) -> bool:
        """Tell whether what was typed is a moment; if not, say so."""
        if self._unread is not None:
            self._say(self._unread.reasons)
        return self._unread is None

    def _say(self, reasons: Iterable[Reason]) -> None:
        self.set_error("\n".join(sentence(reason, self._language) for reason in reasons))

    def _edited(self) -> None:
        self._read()
        super()._edited()

    def _read(self) -> None:
        self._value, self._unread = None, None
        if not self.text().strip():
            return
        calendar = self._link.desk.calendar
        try:
            found = read_contact_time(self.text(), calendar.local(self._link.desk.clock()), self._on())
        except Invalid as unread:
            self._unread = unread
        else:
            self._value = calendar.instant(found)

    def _show(self, now: datetime) -> None:
        shown = self._value or (now if self._follows else None)
        self.set_text(f"{self._link.desk.calendar.local(shown):%Y-%m-%d %H:%M}" if shown else "")
