"""Parts of a record beside the list: fields under their heading, and the history."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from reception.rules.corrections import MARKING
from reception.rules.inquiries import Inquiry, Status
from reception.words import Language, label
from reception.words.history import HistoryLine
from ui import look
from ui.register.lines import Section

if TYPE_CHECKING:
    from reception.services.register import InquiryView

NAME_WIDTH = 112
translate = QCoreApplication.translate
_TONES: dict[Status, look.Tone] = {
    Status.OPEN: "amber",
    Status.HANDED_OVER: "blue",
    Status.IN_PROGRESS: "amber",
    Status.CLOSED: "green",
    Status.VOID: "grey",
}


def chips(view: "InquiryView", language: Language) -> list[QLabel]:
    """Give the state of a record, and what else is to be seen of it at once."""
    inquiry = view.inquiry
    corrected = any(entry.kind == Inquiry.__name__ and entry.action in MARKING for entry in view.history)
    marks: tuple[tuple[bool, str, look.Tone], ...] = (
        (True, label(inquiry.status, language), _TONES[inquiry.status]),
        (inquiry.late_entry, translate("register", "补登"), "amber"),
        (corrected, translate("register", "已更正"), "blue"),
        (inquiry.restricted, translate("register", "受限"), "red"),
        (view.masked, translate("register", "个人信息已遮蔽"), "grey"),
    )
    return [look.chip(words, tone) for shown, words, tone in marks if shown]


def section_part(section: Section) -> QWidget:
    """Give the fields of a section, each name beside its value."""
    place = QWidget()
    table = QGridLayout()
    table.setContentsMargins(0, 0, 0, 0)
    table.setHorizontalSpacing(look.SPACE_L)
    table.setVerticalSpacing(look.SPACE_S)
    table.setColumnMinimumWidth(0, look.scaled(NAME_WIDTH))
    table.setColumnStretch(1, 1)
    for number, (name, text) in enumerate(section.pairs):
        table.addWidget(_name_label(name), number, 0, Qt.AlignmentFlag.AlignTop)
        table.addWidget(value_label(text), number, 1)
    place.setLayout(look.column(look.text_label(section.title, "strong"), table, spacing=look.SPACE_S))
    return place


def history_part(lines: Sequence[HistoryLine]) -> QWidget:
    """Give what happened, the oldest first: when and who, then what."""
    place = QWidget()
    layout = look.column(look.text_label(translate("register", "经过"), "strong"), spacing=look.SPACE_S)
    for line in lines:
        layout.addWidget(look.text_label(f"{line.at:%Y-%m-%d %H:%M} · {line.who}", "hint", wrap=True))
        layout.addWidget(value_label("\n".join((line.what, *line.details))))
    place.setLayout(layout)
    return place


def value_label(text: str) -> QLabel:
    """Give a text that may be long, to be selected with the mouse."""
    shown = look.text_label(text, wrap=True, selectable=True)
    shown.setAlignment(Qt.AlignmentFlag.AlignTop)
    shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return shown


def _name_label(name: str) -> QLabel:
    shown = look.text_label(name, "hint", wrap=True)
    shown.setFixedWidth(look.scaled(NAME_WIDTH))
    return shown
