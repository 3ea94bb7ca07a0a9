"""The section of the office: its names, numbers and phones, and how early its lights warn."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QWidget

from reception.errors import Invalid, ReceptionError
from reception.rules.catalogue import Unit
from reception.rules.limits import AfterHours
from reception.rules.office import NumberStyle, Office
from reception.rules.staff import Action
from reception.services import catalogue
from reception.services.office import checked_office, edit_office, the_office
from reception.words import label
from ui import look
from ui.desk_link import DeskLink
from ui.first_start import ZONES
from ui.forms import ChoiceField, Field, LineField
from ui.settings.foot import Foot
from ui.settings.lights import LightFields, read_thresholds
from ui.shell import Shell
from ui.watch import bind

if TYPE_CHECKING:
    from reception.services.desk import Desk

LEAST_CONTENTS = 8
TEXTS = (
    *("name", "name_en", "short_name", "university", "university_en"),
    *("place", "phone", "supervise_phone", "area_code"),
)


def read_office(desk: "Desk") -> tuple[Office, tuple[Unit, ...]]:
    """Give the office as it is stored now, and the units of its catalogue."""
    with desk.reading():
        office = the_office()
    return office, catalogue.units(desk)


def keep_office(desk: "Desk", office: Office, lights: Mapping[str, str]) -> Office:
    """Keep the office with the thresholds of its lights as they were typed.

    Raises:
        Invalid: everything that is wrong, thresholds and the rest at once.
    """
    try:
        office = replace(office, thresholds=read_thresholds(lights))
    except Invalid as refusal:
        raise Invalid(*checked_office(office)[1], *refusal.reasons) from refusal
    return edit_office(desk, office)


class OfficeSection(QWidget):
    """The form of the office."""

    def __init__(self, shell: Shell, link: DeskLink) -> None:
        super().__init__()
        self._shell, self._link = shell, link
        self._stored: Office | None = None
        self._dirty = False
        self._make_fields()
        self.again = look.plain_button(self.tr("放弃修改(&R)"), self.read)
        self.foot = Foot(shell, self.fields(), self.tr("保存(&S)"), self.submit, self.again)
        self._lay_out()
        for field in self.fields().values():
            field.edited.connect(self._touched)
        link.changed.connect(self._changed)
        bind(self, "Ctrl+S", self.submit)

    def entered(self) -> None:
        """Show the office as it is stored, unless something was typed."""
        self.foot.allow(self._link.desk.may(Action.EDIT_OFFICE), Action.EDIT_OFFICE)
        if not self._dirty:
            self.read()

    def read(self) -> None:
        """Show the office as it is stored."""
        self._link.run(self, read_office, done=self._show, latest=True)

    def submit(self) -> None:
        """Keep what stands in the form."""
        if self._stored is None or not self.foot.button.isEnabled():
            return
        self.foot.begin()
        texts: dict[str, Any] = {name: self.texts[name].text() for name in TEXTS}
        office = replace(
            self._stored,
            **texts,
            unit_code=self.unit.value() or "",
            zone=self.zone.value() or "",
            after_hours=self.after_hours.value(),
            number_style=self.number_style.value(),
        )
        self._link.change(self, keep_office, office, self.lights.typed(), done=self._kept, failed=self._refuse)

    def fields(self) -> dict[str, Field]:
        """Give the fields by their names in reasons, in reading order."""
        return {
            **self.texts,
            "unit_code": self.unit,
            "zone": self.zone,
            "number_style": self.number_style,
            "after_hours": self.after_hours,
            **self.lights.inputs,
        }

    def _make_fields(self) -> None:
        language = self._shell.language
        self.texts = {
            "name": LineField(self.tr("单位名称(&N)"), 100),
            "name_en": LineField(self.tr("单位英文名称(&E)"), 200),
            "short_name": LineField(self.tr("编号用简称(&H)"), 8, hint=self.tr("已给出的编号不变")),
            "university": LineField(self.tr("学校名称(&U)"), 100),
            "university_en": LineField(self.tr("学校英文名称(&V)"), 200),
            "place": LineField(self.tr("办公地点(&P)"), 200),
            "phone": LineField(self.tr("咨询电话(&D)"), 60),
            "supervise_phone": LineField(self.tr("监督电话(&G)"), 60),
            "area_code": LineField(self.tr("区号(&Q)"), 8, hint=self.tr("认本地座机用，如 0731")),
        }
        self.texts["name"].set_required(True)
        self.texts["short_name"].set_required(True)
        self.unit = ChoiceField(self.tr("目录中的本单位(&M)"), [("", self.tr("不在目录中"))])
        self.zone = ChoiceField(self.tr("时区(&Z)"), [(zone, zone) for zone in ZONES])
        self.number_style = ChoiceField(
            self.tr("编号样式(&B)"), [(style, label(style, language)) for style in NumberStyle]
        )
        self.after_hours = ChoiceField(
            self.tr("下班后收件(&F)"), [(rule, label(rule, language)) for rule in AfterHours]
        )
        for box in (self.unit.box, self.after_hours.box):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(LEAST_CONTENTS)
        self.lights = LightFields(self.after_hours)

    def _lay_out(self) -> None:
        frame, inside = look.card(spacing=look.SPACE_L)
        lines: tuple[tuple[Field, ...], ...] = (
            (self.texts["name"], self.texts["name_en"], self.texts["short_name"]),
            (self.texts["university"], self.texts["university_en"], self.unit),
            (self.texts["place"], self.texts["phone"], self.texts["supervise_phone"]),
            (self.texts["area_code"], self.zone, self.number_style),
        )
        fields = look.grid(spacing=look.SPACE_L)
        for number, line in enumerate(lines):
            for place, field in enumerate(line):
                fields.addWidget(field, number, place)
                fields.setColumnStretch(place, 1)
        inside.addWidget(look.heading(self.tr("本单位")))
        inside.addLayout(fields)
        inside.addWidget(self.lights)
        inside.addStretch(1)
        inside.addWidget(self.foot)
        self.setLayout(look.column(frame))
        self.setFocusProxy(self.texts["name"])

    def _show(self, answer: tuple[Office, tuple[Unit, ...]]) -> None:
        office, units = answer
        self._stored, self._dirty = office, False
        self.foot.fields.clear()
        for name in TEXTS:
            self.texts[name].set_text(getattr(office, name))
        known = [(unit.code, unit.name) for unit in units]
        missing = [] if office.unit_code in {"", *(code for code, _name in known)} else [office.unit_code]
        self.unit.set_choices([("", self.tr("不在目录中")), *((code, code) for code in missing), *known])
        self.unit.set_value(office.unit_code)
        self.zone.set_choices([(zone, zone) for zone in dict.fromkeys((*ZONES, office.zone))])
        self.zone.set_value(office.zone)
        self.number_style.set_value(office.number_style)
        self.after_hours.set_value(office.after_hours)
        self.lights.show_thresholds(office.thresholds)

    def _touched(self) -> None:
        self._dirty = True

    def _kept(self, office: Office) -> None:
        self.foot.end()
        self._stored, self._dirty = office, False
        self.read()
        self._shell.toast(self.tr("已保存本单位的设置"))

    def _refuse(self, error: ReceptionError) -> None:
        self.foot.refuse(error)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "Office" in kinds and self.isVisible() and not self._dirty:
            self.read()
