"""Where a record leads: to the one it goes on from, and to the visit that answered its notice."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from ui import look

if TYPE_CHECKING:
    from reception.services.register import InquiryView

translate = QCoreApplication.translate


def links_part(view: "InquiryView", opened: Callable[[int], object]) -> QWidget | None:
    """Give the ways from a record to others, or None where it stands alone; `opened` is called with the other's id."""
    links = [_link(words, partial(opened, number)) for number, words in _ways(view)]
    if not links:
        return None
    part = QWidget()
    part.setLayout(look.column(*links, spacing=0))
    return part


def _ways(view: "InquiryView") -> Iterator[tuple[int, str]]:
    came_with, earlier = view.links.came_with, view.inquiry.repeat_of
    if came_with is not None:
        words = translate("register", "凭 {number} 回访，接 {reg_no}")
        yield came_with.inquiry_id, words.format(number=came_with.notice_number, reg_no=came_with.reg_no)
    if earlier is not None and (came_with is None or came_with.inquiry_id != earlier):
        yield earlier, translate("register", "打开此前的登记")
    for link in view.links.answered_by:
        words = translate("register", "材料已补齐，见 {reg_no}")
        if not link.complete:
            words = translate("register", "已回访，仍缺材料，见 {reg_no}")
        yield link.inquiry_id, words.format(reg_no=link.reg_no)


def _link(words: str, act: Callable[[], object]) -> QPushButton:
    button = look.link_button("", act)
    button.setText(words.replace("&", "&&"))
    button.setAccessibleName(words)
    button.setProperty("align", "left")
    return button
