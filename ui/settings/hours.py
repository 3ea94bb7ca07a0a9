"""Office hours as a person sets them: one set for the whole year, or one for summer and one for winter."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.errors import Invalid, Reason
from reception.rules.timetables import DEFAULT_TIMETABLE, Season, Session, Timetable, parse_sessions
from ui import look
from ui.forms import ChoiceField, Field, LineField

ALL_YEAR, SEASONAL = "all_year", "seasonal"
LINE_LENGTH = 60
_SUMMER, _WINTER = (5, 1), (10, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursEntry:
    """Hours as they were typed; `kind` is empty while stored hours of another shape are left as they are."""

    kind: str
    all_year: str
    summer_from: tuple[int, int]
    summer: str
    winter_from: tuple[int, int]
    winter: str


def read_hours(entry: HoursEntry, stored: Timetable) -> Timetable:
    """Give the timetable of an entry.

    Raises:
        Invalid: everything that cannot be read, at `hours`, `summer` or `winter`.
    """
    if entry.kind == ALL_YEAR:
        seasons = _seasons(((1, 1), entry.all_year, "hours"))
    elif entry.kind == SEASONAL:
        seasons = _seasons((entry.summer_from, entry.summer, "summer"), (entry.winter_from, entry.winter, "winter"))
    else:
        return stored
    return replace(stored, seasons=seasons)


def _seasons(*typed: tuple[tuple[int, int], str, str]) -> tuple[Season, ...]:
    seasons, reasons = [], []
    for (month, day), text, field in typed:
        try:
            seasons.append(Season(from_month=month, from_day=day, sessions=parse_sessions(text, field)))
        except Invalid as refusal:
            reasons += [replace(reason, field=field) for reason in refusal.reasons]
    begins = [begin for begin, _text, _field in typed]
    if len(set(begins)) < len(begins):
        reasons.append(Reason(code="season_twice", field="winter_from"))
    if reasons:
        raise Invalid(*reasons)
    return tuple(seasons)


def hours_text(sessions: tuple[Session, ...]) -> str:
    """Give sessions as a person types them."""
    return ", ".join(f"{session.opens:%H:%M}-{session.closes:%H:%M}" for session in sessions)


class HoursFields(QWidget):
    """The fields of the office hours.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = ChoiceField(
            self.tr("办公时间(&T)"),
            [(ALL_YEAR, self.tr("全年同一时间")), (SEASONAL, self.tr("夏季、冬季两套时间"))],
        )
        example = self.tr("如 08:00-12:00, 14:30-17:30")
        self.all_year = LineField(self.tr("上午、下午(&W)"), LINE_LENGTH, hint=example)
        self.summer_from = ChoiceField(self.tr("夏季从(&X)"), self._days(_SUMMER))
        self.summer = LineField(self.tr("夏季时间(&Y)"), LINE_LENGTH, hint=example)
        self.winter_from = ChoiceField(self.tr("冬季从(&J)"), self._days(_WINTER))
        self.winter = LineField(self.tr("冬季时间(&K)"), LINE_LENGTH, hint=example)
        self._seasons = QWidget()
        summer, winter = (
            _filling_row(*pair) for pair in ((self.summer_from, self.summer), (self.winter_from, self.winter))
        )
        self._seasons.setLayout(look.column(summer, winter, spacing=look.SPACE_L))
        self.setLayout(look.column(self.kind, self.all_year, self._seasons, spacing=look.SPACE_L))
        for field in self.fields().values():
            field.edited.connect(self.edited)
        self.kind.edited.connect(self._show_fitting)
        self.show_timetable(DEFAULT_TIMETABLE)

    def fields(self) -> dict[str, Field]:
        """Give the fields by their names in reasons."""
        return {
            "timetable": self.kind,
            "hours": self.all_year,
            "summer_from": self.summer_from,
            "summer": self.summer,
            "winter_from": self.winter_from,
            "winter": self.winter,
        }

    def show_timetable(self, timetable: Timetable) -> None:
        """Show stored hours."""
        seasons = timetable.seasons
        shape = {1: ALL_YEAR, 2: SEASONAL}.get(len(seasons))
        self.kind.set_value(shape)
        self.all_year.set_text(hours_text(seasons[0].sessions))
        summer, winter = (seasons[0], seasons[1]) if shape == SEASONAL else (None, None)
        self._show_season(self.summer_from, self.summer, summer, _SUMMER, seasons[0])
        self._show_season(self.winter_from, self.winter, winter, _WINTER, seasons[0])
        self._show_fitting()

    def entry(self) -> HoursEntry:
        """Give what stands in the fields."""
        return HoursEntry(
            kind=self.kind.value() or "",
            all_year=self.all_year.text(),
            summer_from=self.summer_from.value() or _SUMMER,
            summer=self.summer.text(),
            winter_from=self.winter_from.value() or _WINTER,
            winter=self.winter.text(),
        )

    def _show_season(
        self, begins: ChoiceField, hours: LineField, season: Season | None, usual: tuple[int, int], first: Season
    ) -> None:
        begin = (season.from_month, season.from_day) if season else usual
        begins.set_choices(self._days(begin))
        begins.set_value(begin)
        hours.set_text(hours_text((season or first).sessions))

    def _show_fitting(self) -> None:
        seasonal = self.kind.value() == SEASONAL
        self._seasons.setVisible(seasonal)
        self.all_year.setVisible(self.kind.value() == ALL_YEAR)

    def _days(self, besides: tuple[int, int]) -> list[tuple[tuple[int, int], str]]:
        """Give the first days of the months, and one further day."""
        days = sorted({*((month, 1) for month in range(1, 13)), besides})
        return [((month, day), self.tr("{month}月{day}日").format(month=month, day=day)) for month, day in days]


def _filling_row(*widgets: QWidget) -> QHBoxLayout:
    layout = look.row(*widgets, spacing=look.SPACE_L)
    for widget in widgets:
        layout.setStretchFactor(widget, 0 if isinstance(widget, ChoiceField) else 1)
    return layout
