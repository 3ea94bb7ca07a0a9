"""One look for all windows: fonts, colours, spacing, and factories that never read text as markup.

Text that comes from people is shown by these factories only: Qt guesses at markup everywhere else.
"""

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.palette import CONTROL_HEIGHT, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from ui.wear import FAMILY, Tone, colours, control_height, dress, font, scaled, tone_colour
from ui.wrapped import WrappedLabel

if TYPE_CHECKING:
    from reception.rules.cases import Light

__all__ = [
    "CONTROL_HEIGHT",
    "FAMILY",
    "SPACE_L",
    "SPACE_M",
    "SPACE_S",
    "SPACE_XL",
    "Tone",
    "colours",
    "control_height",
    "dress",
    "font",
    "scaled",
    "tone_colour",
]

Role = Literal["body", "muted", "hint", "error", "good", "warning", "accent", "strong", "heading", "title", "large"]
Box = TypeVar("Box", bound=QBoxLayout)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """How a light looks: never a colour alone."""

    shape: str
    tone: Tone


SIGNS: Mapping[str, Sign] = {
    "overdue": Sign(shape="■", tone="red"),
    "due_today": Sign(shape="▲", tone="amber"),
    "warning": Sign(shape="▲", tone="amber"),
    "normal": Sign(shape="●", tone="green"),
    "paused": Sign(shape="‖", tone="grey"),
}
"""Sign of each `Light`, by its value: the look is loaded before the first paint, the rules are not."""


def text_label(text: str = "", role: Role = "body", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Give a label that shows its text as it is, whatever stands in it."""
    label = WrappedLabel() if wrap else QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("role", role)
    label.setFont(font(role))
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit is cut with …, the whole stands in the tool tip."""

    def __init__(self, text: str = "", role: Role = "body") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setFont(font(role))
        self.setMinimumWidth(24)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 -- Qt's name
        """Show another text."""
        super().setText(text)
        set_tip(self, text)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        whole = self.text()
        cut = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            cut,
            self.foregroundRole(),
        )
        painter.end()


def heading(text: str) -> QLabel:
    """Give the heading of a card."""
    return text_label(text, "heading")


def buddy_label(text: str, buddy: QWidget) -> QLabel:
    """Give the label of a field; `&` marks its mnemonic."""
    label = text_label(text, "hint")
    label.setBuddy(buddy)
    return label


def set_role(label: QLabel, role: Role) -> None:
    """Let a label look like another role."""
    label.setProperty("role", role)
    label.setFont(font(role))
    repolish(label)


def chip(text: str, tone: Tone = "grey") -> QLabel:
    """Give a small coloured word."""
    label = text_label(text)
    label.setProperty("chip", tone)
    label.setFont(font("hint"))
    label.setSizePolicy(label.sizePolicy().Policy.Maximum, label.sizePolicy().Policy.Maximum)
    return label


def set_chip(label: QLabel, text: str, tone: Tone) -> None:
    """Change word and colour of a chip."""
    label.setText(text)
    if label.property("chip") != tone:
        label.setProperty("chip", tone)
        repolish(label)


def light_text(light: "Light", words: str) -> str:
    """Give the words of a light behind its shape."""
    return f"{SIGNS[light].shape} {words}"


def light_chip(light: "Light", words: str) -> QLabel:
    """Give a light: shape, words and colour."""
    return chip(light_text(light, words), SIGNS[light].tone)


def escaped(text: str) -> str:
    """Give a text in the form in which a tool tip shows it as it is."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip that shows the text as it is."""
    widget.setToolTip(escaped(text))


def icon(name: str, tone: Tone = "grey") -> QIcon:
    """Give a line icon in a colour of the present look."""
    return icons.tinted(name, tone_colour(tone), tone_colour("blue"))


def plain_button(text: str, act: Callable[[], object] | None = None, *, icon_name: str = "") -> QPushButton:
    """Give a button; `&` in its text marks its mnemonic. Enter presses it while it has the focus."""
    button = QPushButton(text)
    button.setAutoDefault(True)
    if icon_name:
        button.setIcon(icon(icon_name))
        button.setIconSize(_square(16))
    if act is not None:
        button.clicked.connect(lambda _checked: act())
    return button


def primary_button(text: str, act: Callable[[], object] | None = None) -> QPushButton:
    """Give the one button of a form that goes on."""
    return _looking("primary", plain_button(text, act))


def danger_button(text: str, act: Callable[[], object] | None = None) -> QPushButton:
    """Give a button for what cannot be undone."""
    return _looking("danger", plain_button(text, act))


def link_button(text: str, act: Callable[[], object] | None = None) -> QPushButton:
    """Give a button that looks like a word."""
    return _looking("link", plain_button(text, act))


class _ChoiceButton(QPushButton):
    """Keeps room for the bold letters that its text gets when it is chosen."""

    def sizeHint(self) -> QSize:
        plain, bold = self.font(), self.font()
        plain.setBold(False)
        bold.setBold(True)
        words = self.text().replace("&", "")
        more = QFontMetrics(bold).horizontalAdvance(words) - QFontMetrics(plain).horizontalAdvance(words)
        return super().sizeHint() + QSize(max(0, more), 0)


def choice_button(text: str, *, strong: bool = False) -> QPushButton:
    """Give a button that stays pressed, one of a row of choices; `strong` fills it with the accent colour."""
    button = _looking("strong" if strong else "choice", _ChoiceButton(text))
    button.setAutoDefault(True)
    button.setCheckable(True)
    return button


def room_button(text: str, icon_name: str) -> QPushButton:
    """Give the button of a room on the rail."""
    button = _looking("room", plain_button(f" {text}", icon_name=icon_name))
    button.setIconSize(_square(18))
    button.setCheckable(True)
    return button


def _square(side: int) -> QSize:
    return QSize(scaled(side), scaled(side))


def _looking(look: str, button: QPushButton) -> QPushButton:
    button.setProperty("look", look)
    if look in ("primary", "strong"):
        button.setFont(font("body"))
    return button


def card(*, spacing: int = SPACE_M, margin: int = SPACE_XL) -> tuple[QFrame, QVBoxLayout]:
    """Give a rounded panel and the layout of what stands in it."""
    frame = framed("card")
    layout = column(spacing=spacing, margin=margin)
    frame.setLayout(layout)
    return frame, layout


def framed(role: str) -> QFrame:
    """Give a frame with a role of the style sheet (`rail`, `bar`, `status`, `line`, `banner`, …)."""
    frame = QFrame()
    frame.setProperty("role", role)
    return frame


def rule() -> QFrame:
    """Give a thin line between two parts."""
    return framed("line")


def column(*items: QWidget | QLayout | int, spacing: int = SPACE_M, margin: int = 0) -> QVBoxLayout:
    """Give a layout from top to bottom; a number stands for a stretch of that weight."""
    return _filled(QVBoxLayout(), items, spacing, margin)


def row(*items: QWidget | QLayout | int, spacing: int = SPACE_M, margin: int = 0) -> QHBoxLayout:
    """Give a layout from left to right; a number stands for a stretch of that weight."""
    return _filled(QHBoxLayout(), items, spacing, margin)


def grid(*, spacing: int = SPACE_M, margin: int = 0) -> QGridLayout:
    """Give a grid on the spacing of the house."""
    layout = QGridLayout()
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


def _filled(layout: Box, items: Sequence[QWidget | QLayout | int], spacing: int, margin: int) -> Box:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    for item in items:
        if isinstance(item, int):
            layout.addStretch(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    return layout


def scrolled(content: QWidget) -> QScrollArea:
    """Give a scroll area around a widget that may be higher than its place; it is no Tab stop of its own."""
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("role", "scrolled")
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class LightButton(QPushButton):
    """A light that leads to what it counts: shape, word and colour, and it can be pressed."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setProperty("look", "light")
        self.setProperty("tone", tone)


def confirm(parent: QWidget, title: str, text: str, act: str, done: Callable[[], object]) -> QMessageBox:
    """Ask before what cannot be undone; the button bears the name of the act, Esc and 返回 do nothing.

    The box is shown and the call returns at once; `done` is called when the person agrees.
    """
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(text)
    box.setIcon(QMessageBox.Icon.NoIcon)
    yes = box.addButton(act, QMessageBox.ButtonRole.DestructiveRole)
    back = box.addButton(QCoreApplication.translate("look", "返回"), QMessageBox.ButtonRole.RejectRole)
    yes.setProperty("look", "danger")
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.buttonClicked.connect(lambda button: done() if button is yes else None)
    box.open()
    return box
