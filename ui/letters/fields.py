"""The fields of a letter's form: days as one types them, numbers, texts, each by the name that reasons bear."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reception.rules.letters import LENGTHS
from reception.rules.papers import PaperKind
from reception.rules.typed_times import LONGEST, Edge, read_moment
from reception.words import Language, instant_text
from ui.desk_link import DeskLink
from ui.forms import Field, LineField, TextField
from ui.inquiries.papers import PapersPart

translate = QCoreApplication.translate
LINES: Mapping[str, int] = {"reason": 3, "basis": 2, "remedy": 2, "result": 3}
"""Texts of several lines, with how many are shown."""
EDGES: Mapping[str, Edge] = {"at": "opening", "until": "closing"}
SAID = frozenset({"case_no", "due_at"})
"""What the case says: shown, never typed."""


class DayField(LineField):
    """A day or a moment, typed as one speaks; what is meant stands under it.

    Args:
        edge: which end of the day a day alone means.
    """

    def __init__(self, label: str, link: DeskLink, language: Language, edge: Edge) -> None:
        super().__init__(label, LONGEST)
        self._link, self._language, self._edge = link, language, edge
        self._value: datetime | None = None
        self.edit.setPlaceholderText(self.tr("12-1、周五、明天 下班"))
        self.left.connect(self.settle)

    def value(self) -> datetime | None:
        """Give the instant (UTC) that is meant; None while nothing is."""
        return self._value

    def set_value(self, instant: datetime | None) -> None:
        """Show an instant; this counts as no edit of the person."""
        self._value = instant
        shown = f"{self._link.desk.calendar.local(instant):%Y-%m-%d %H:%M}" if instant else ""
        self.set_text(shown)
        self._say()

    def bring_back(self, text: str) -> None:
        """Show what was typed and kept."""
        self.set_text(text)
        self._read()

    def settle(self) -> bool:
        """Tell whether what was typed is a day; if not, say so."""
        if self._value is None and self.text().strip():
            self.set_error(self.tr("看不懂这个日期，请写成 12-1、周五、明天 下班 或 2026-12-1。"))
            return False
        return True

    def _edited(self) -> None:
        self._read()
        super()._edited()

    def _read(self) -> None:
        calendar = self._link.desk.calendar
        found = read_moment(self.text(), calendar.local(self._link.desk.clock()), calendar, self._edge)
        self._value = calendar.instant(found) if found else None
        self._say()

    def _say(self) -> None:
        meant = instant_text(self._link.desk.calendar.local(self._value), self._language) if self._value else ""
        self.set_hint(meant)


def field_of(name: str, kind: PaperKind, link: DeskLink, language: Language) -> Field:
    """Give a field of a letter of some kind by its name."""
    words = words_of(name, kind)
    if name in EDGES:
        return DayField(words, link, language, EDGES[name])
    if name == "papers":
        return PapersPart()
    if name in LINES:
        field = TextField(words, LENGTHS[name], lines=LINES[name])
        field.edit.setFixedHeight(field.edit.minimumHeight())
        return field
    return LineField(words, LENGTHS[name])


def words_of(name: str, kind: PaperKind) -> str:
    """Give what a field is called on the form of a kind."""
    own = {
        ("to", PaperKind.ZB): translate("letters", "移交给"),
        ("until", PaperKind.ZB): translate("letters", "请在何时前提出处理意见"),
        ("until", PaperKind.DB): translate("letters", "请在何时前办结或说明"),
    }
    names = {
        "reason": translate("letters", "理由"),
        "basis": translate("letters", "依据"),
        "clause": translate("letters", "不符合其中关于什么的要求"),
        "remedy": translate("letters", "救济途径（有规定的才写）"),
        "body": translate("letters", "应向哪个部门提出"),
        "body_place": translate("letters", "该部门地点"),
        "body_phone": translate("letters", "该部门电话"),
        "handler": translate("letters", "承办人"),
        "handler_phone": translate("letters", "承办人电话"),
        "result": translate("letters", "办理结果"),
        "place": translate("letters", "领取地点"),
        "state": translate("letters", "目前情况"),
        "papers": translate("letters", "材料"),
        "at": translate("letters", "办结时间"),
        "to": translate("letters", "发给"),
        "until": translate("letters", "期限"),
    }
    return own.get((name, kind), names[name])
