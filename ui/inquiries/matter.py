"""Which matter: found by name, keyword, code or pinyin initials; only one of the catalogue can be chosen."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reception.services import catalogue
from reception.services.frequent_matters import frequent_matters
from ui.desk_link import DeskLink
from ui.inquiries.suggesting import SuggestingField

if TYPE_CHECKING:
    from reception.rules.catalogue import Matter
    from reception.services.desk import Desk


class MatterField(SuggestingField):
    """A line that proposes matters of the catalogue."""

    def __init__(self, link: DeskLink, host: QWidget) -> None:
        super().__init__(
            self.tr("事项(&M)"),
            host,
            placeholder=self.tr("名称、关键词、编码或拼音首字母，↓ 常用"),
            nothing=self.tr("目录里没有这个事项：请清空此栏，把内容写进摘要。"),
        )
        self._link = link

    def look_for(self, text: str) -> None:
        self._link.run(self, _matters, text, done=self._found_matters, latest=True)

    def _found_matters(self, found: "tuple[Matter, ...]") -> None:
        self.show_found([(matter.code, matter.name, f"{matter.name}  ·  {matter.code}") for matter in found])


def _matters(desk: "Desk", text: str) -> "tuple[Matter, ...]":
    """Give what fits a text; without a text what this counter is asked most."""
    return catalogue.search(desk, text) if text else frequent_matters(desk)
