"""When and how the contact began: the channel, the time, who takes it."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from reception.rules.inquiries import Channel
from reception.rules.working_calendar import WorkingCalendar
from ui import look
from ui.forms import Field
from ui.inquiries.choices import ChoiceRow


class _Moment(QDateTimeEdit):
    """A moment that is one Tab stop; left and right walk through its parts."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)


class TimeField(Field):
    """A local moment to the minute; it follows the clock until somebody sets it or begins to type."""

    def __init__(self, label: str, calendar: WorkingCalendar) -> None:
        self.edit = _Moment()
        super().__init__(label, self.edit, labelled=False)
        self._calendar = calendar
        self._value: datetime | None = None
        self._filling = False
        self.edit.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.edit.setButtonSymbols(QDateTimeEdit.ButtonSymbols.NoButtons)
        self.edit.setProperty("buttons", "none")
        self.edit.setFixedSize(look.scaled(130), look.CONTROL_HEIGHT + 2)
        self.edit.lineEdit().setTextMargins(look.SPACE_M, 0, 0, 0)
        self.edit.dateTimeChanged.connect(lambda _moment: self._set_by_hand())

    def value(self) -> datetime | None:
        """Give the instant (UTC), or None while it still follows the clock."""
        return self._value

    def set_value(self, instant: datetime | None, now: datetime) -> None:
        """Show an instant, or with None the clock; this counts as no edit of the person."""
        self._value = instant
        self._show(instant or now)

    def follow(self, now: datetime) -> None:
        """Show another minute while nothing is set."""
        if self._value is None and not self.edit.hasFocus():
            self._show(now)

    def hold(self, now: datetime) -> None:
        """Keep this instant from now on: the contact has begun."""
        if self._value is None:
            self._value = now

    def _show(self, instant: datetime) -> None:
        local = self._calendar.local(instant)
        self._filling = True
        self.edit.setDateTime(QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)))
        self._filling = False

    def _set_by_hand(self) -> None:
        if self._filling:
            return
        shown = self.edit.dateTime()
        day, clock = shown.date(), shown.time()
        local = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())  # noqa: DTZ001 -- local
        self._value = self._calendar.instant(local)
        self._edited()


class ContactRow(QWidget):
    """The head of the form."""

    def __init__(self, calendar: WorkingCalendar, officer: str) -> None:
        super().__init__()
        self.channel = ChoiceRow(self.tr("来访方式"), self._channels())
        self.channel.label.hide()
        self.received_at = TimeField(self.tr("接入时间"), calendar)
        look.set_tip(self.received_at.edit, self.tr("来访或来电的时间；补登时可以改"))
        self.number = look.ElidedLabel("", "hint")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._officer = officer
        self.await_number()
        line = look.row(spacing=look.SPACE_S)
        line.addWidget(self.channel)
        line.addWidget(self.number, 1)
        line.addWidget(self.received_at)
        self.setLayout(line)

    def show_number(self, number: str) -> None:
        """Say which number the last form got, until the next one begins."""
        self.number.setText(number)
        look.set_role(self.number, "good")
        self.number.setAccessibleName(self.tr("已登记 {number}").format(number=number))

    def await_number(self) -> None:
        """Say that this form has no number yet, and who is first officer."""
        look.set_role(self.number, "hint")
        self.number.setText(self.tr("待编号 · {officer}").format(officer=self._officer))
        look.set_tip(self.number, self.tr("保存时取号；首问责任人：{officer}").format(officer=self._officer))

    def _channels(self) -> list[tuple[Channel, str]]:
        return [
            (Channel.VISIT, self.tr("来访(&V)")),
            (Channel.PHONE, self.tr("来电(&P)")),
            (Channel.LETTER, self.tr("来信(&L)")),
            (Channel.EMAIL, self.tr("邮件(&E)")),
            (Channel.ONLINE, self.tr("网络(&O)")),
            (Channel.FORWARDED, self.tr("转来(&F)")),
        ]
