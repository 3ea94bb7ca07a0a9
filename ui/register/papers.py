"""The papers of a record beside the list: notices and letters, how they stand, and the way to each."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception.rules.corrections import corrected_papers
from reception.rules.papers import PaperKind
from reception.rules.staff import Action
from reception.words import Language, date_text, label
from ui import look
from ui.desk_link import DeskLink
from ui.register.parts import value_label

if TYPE_CHECKING:
    from datetime import datetime

    from reception.rules.letters import Letter
    from reception.rules.notices import Notice
    from reception.services.register import InquiryView

translate = QCoreApplication.translate
Open = Callable[[int], object]


def papers_part(view: "InquiryView", link: DeskLink, language: Language, notice: Open, letter: Open) -> QWidget | None:
    """Give the papers of a record in the order of issue, or None where it has none.

    Args:
        view: the record as this person may see it.
        link: the line to the desk.
        language: of the words.
        notice: is called with the id of a notice that shall be seen.
        letter: is called with the id of a letter that shall be seen.
    """
    found: list[tuple[datetime, QHBoxLayout]] = []
    found += [(each.issued_at, _notice(each, link, language, notice)) for each in view.notices]
    found += [(each.issued_at, _letter(each, link, language, letter)) for each in view.letters]
    if not found:
        return None
    place = QWidget()
    layout = look.column(look.text_label(translate("register", "文书"), "strong"), spacing=look.SPACE_S)
    for _issued_at, line in sorted(found, key=lambda each: each[0]):
        layout.addLayout(line)
    for paper in corrected_papers(view.history, (*view.notices, *view.letters)):
        words = translate("register", "{kind} {number} 上仍是原内容，需要时重新出具。")
        named = words.format(kind=label(PaperKind(paper.kind), language), number=paper.number)
        layout.addWidget(look.text_label(named, "warning", wrap=True))
    place.setLayout(layout)
    return place


def _notice(notice: "Notice", link: DeskLink, language: Language, opened: Open) -> QHBoxLayout:
    state = translate("register", "作废") if notice.void else label(notice.verdict, language)
    return _line(notice, PaperKind(notice.kind), state, link, language, opened)


def _letter(letter: "Letter", link: DeskLink, language: Language, opened: Open) -> QHBoxLayout:
    return _line(letter, letter.kind, translate("register", "作废") if letter.void else "", link, language, opened)


def _line(
    paper: "Notice | Letter", kind: PaperKind, state: str, link: DeskLink, language: Language, opened: Open
) -> QHBoxLayout:
    issued = link.desk.calendar.local(paper.issued_at)
    printed = translate("register", "已打印 {n} 次").format(n=paper.prints)
    counted = printed if paper.prints else translate("register", "尚未打印")
    parts = (label(kind, language), date_text(issued.date(), language), state, counted)
    words = translate("register", "打印")
    if paper.prints or paper.void:
        words = translate("register", "查看") if paper.void else translate("register", "补打")
    button = look.plain_button(words, partial(opened, paper.id))
    button.setAccessibleName(f"{words} {paper.number}")
    if not link.desk.may(Action.PRINT_NOTICE):
        button.hide()
    said = look.column(
        value_label(paper.number), look.text_label(" · ".join(part for part in parts if part), "hint", wrap=True)
    )
    said.setSpacing(0)
    line = look.row(said, button)
    line.setStretchFactor(said, 1)
    return line
