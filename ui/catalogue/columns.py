"""How a matter reads in the list."""

from PySide6.QtCore import QCoreApplication

from reception.words import Language, limit_text
from ui import look
from ui.catalogue.listing import Line
from ui.tables import Column

translate = QCoreApplication.translate


def columns(language: Language) -> list[Column]:
    """Give the columns of the list of matters."""

    def limit(line: Line) -> str:
        promised = line.matter.limit
        return limit_text(promised, language) if promised else translate("catalogue", "未确定")

    return [
        Column(title=translate("catalogue", "事项"), text=_name, tip=_name),
        Column(title=translate("catalogue", "单位"), text=_unit, tip=_unit, width=104),
        Column(title=translate("catalogue", "时限"), text=limit, tip=limit, tone=_tone, width=112),
    ]


def _name(line: Line) -> str:
    return line.matter.name


def _unit(line: Line) -> str:
    return line.unit


def _tone(line: Line) -> look.Tone | None:
    return None if line.matter.limit else "amber"
