"""How early a light turns yellow, as a person sets it, with what that means said below."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reception.errors import Invalid
from reception.rules.faults import Faults, shown
from reception.rules.thresholds import BOUNDS, LightThresholds, threshold_faults
from ui import look
from ui.forms import Field, LineField

NUMBER_LENGTH = 4
_ACROSS, _BEFORE = 3, 2
_SHORT, _LONG, _MINUTES = 5, 20, 30
"""The limits by which the line below the fields tells what the settings mean."""


def read_thresholds(typed: Mapping[str, str]) -> LightThresholds:
    """Give the settings of an entry.

    Raises:
        Invalid: everything that is no whole number or lies outside its bounds, each at its field.
    """
    faults, values = Faults(), {}
    for name in BOUNDS:
        text = typed[name].strip()
        if text.isdecimal():
            values[name] = int(text)
        else:
            faults.add("number_not_whole", name, value=shown(text))
    read = LightThresholds(**values)
    faults.reasons += [each for each in threshold_faults(read) if each.field in values]
    faults.settle()
    return read


class LightFields(QWidget):
    """The fields of the thresholds, behind another one on how time is counted.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self, before: Field) -> None:
        super().__init__()
        short, part = (
            self.tr("2–9 个工作日的，{least}–{most} 天"),
            self.tr("10 个工作日起，{least}–{most}；5 即五分之一"),
        )
        least, percent = self.tr("10 个工作日起，{least}–{most} 天"), self.tr("用去百分之 {least}–{most}")
        self.inputs = {
            "short_days": _number(self.tr("短时限提前几天(&T)"), short, "short_days"),
            "long_divisor": _number(self.tr("长时限提前几分之一(&W)"), part, "long_divisor"),
            "long_least": _number(self.tr("长时限至少提前(&X)"), least, "long_least"),
            "used_percent": _number(self.tr("按分钟、小时的(&Y)"), percent, "used_percent"),
        }
        self.meaning = look.text_label("", "muted", wrap=True)
        fields = look.grid(spacing=look.SPACE_L)
        fields.addWidget(before, 0, 0, 1, _BEFORE, Qt.AlignmentFlag.AlignTop)
        for place, field in enumerate(self.inputs.values(), start=_BEFORE):
            fields.addWidget(field, place // _ACROSS, place % _ACROSS, Qt.AlignmentFlag.AlignTop)
            fields.setColumnStretch(place % _ACROSS, 1)
        for field in self.inputs.values():
            field.set_required(True)
            field.edited.connect(self._touched)
        self.setLayout(look.column(look.heading(self.tr("计时和临期变黄")), fields, self.meaning))

    def show_thresholds(self, thresholds: LightThresholds) -> None:
        """Show stored settings."""
        for name, field in self.inputs.items():
            field.set_text(str(getattr(thresholds, name)))
        self._say()

    def typed(self) -> dict[str, str]:
        """Give what stands in the fields."""
        return {name: field.text() for name, field in self.inputs.items()}

    def _touched(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        """Tell what the settings mean, or of which numbers they are made while they cannot be read."""
        try:
            read = read_thresholds(self.typed())
        except Invalid:
            self.meaning.setText(self.tr("填好后，这里说明各种时限何时变黄。"))
            return
        words = self.tr(
            "{short} 个工作日的提前 {before} 天变黄，{long} 个的提前 {earlier} 天；{minutes} 分钟的用去 {used} 分钟。"
        )
        self.meaning.setText(
            words.format(
                short=_SHORT,
                before=read.days_before(_SHORT),
                long=_LONG,
                earlier=read.days_before(_LONG),
                minutes=_MINUTES,
                used=_MINUTES * read.used_percent // 100,
            )
        )


def _number(label: str, hint: str, name: str) -> LineField:
    least, most = BOUNDS[name]
    return LineField(label, NUMBER_LENGTH, hint=hint.format(least=least, most=most))
