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


def part_words(part: str) -> str:
    """Give what stands on the button of a part; `{n}` is how many it holds."""
    return {
        "all": translate("catalogue", "全部 {n}"),
        "incomplete": translate("catalogue", "不完整 {n}"),
        "unpromised": translate("catalogue", "未承诺时限 {n}"),
        "coming": translate("catalogue", "即将生效 {n}"),
        "retired": translate("catalogue", "已停用 {n}"),
    }[part]


def empty_words(part: str) -> str:
    """Give what an empty part says."""
    return {
        "all": translate("catalogue", "还没有办事事项。导入一份目录，或者新建事项。"),
        "incomplete": translate("catalogue", "所有事项的内容都完整。"),
        "unpromised": translate("catalogue", "每个事项都承诺了时限。"),
        "coming": translate("catalogue", "没有等待生效的修改。"),
        "retired": translate("catalogue", "没有停用的事项。"),
    }[part]


def _name(line: Line) -> str:
    return line.matter.name


def _unit(line: Line) -> str:
    return line.unit


def _tone(line: Line) -> look.Tone | None:
    return None if line.matter.limit else "amber"
