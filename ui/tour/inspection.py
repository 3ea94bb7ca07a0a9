"""What a machine sees that is wrong with a page: cut words, parts that cover each other, words too faint to read."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTableView,
    QToolButton,
    QWidget,
)

from ui import look

LEAST_CONTRAST = 4.5
LEAST_TARGET = 24
"""The smallest height of what can be pressed, in pixels."""
SLACK = 2
FAINT_SAMPLE = 40_000
_OVERLAYS = frozenset({"KeyMap", "Welcome", "Popup"})


def faults(window: QWidget) -> list[str]:
    """Give what is wrong on the screen, each as a line; an empty list when nothing is."""
    shown = list(_shown(window))
    found = [fault for widget in shown for fault in (*_cut(widget), *_outside(widget, window), *_small(widget))]
    for widget in (window, *shown):
        found += _covering(widget)
    picture = window.grab().toImage()
    found += [fault for widget in shown for fault in _faint(widget, window, picture)]
    return sorted(set(found))


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.size().isEmpty() and not isinstance(widget, QScrollBar):
            yield widget


def _name(widget: QWidget) -> str:
    words = getattr(widget, "text", None)
    said = words() if callable(words) else ""
    return f"{type(widget).__name__}({said or widget.accessibleName()!s:.40}) in {type(widget.parentWidget()).__name__}"


def _cut(widget: QWidget) -> Iterator[str]:
    """Find words that do not fit, unless they say the rest in a tool tip."""
    if isinstance(widget, look.ElidedLabel):
        return
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QPushButton | QCheckBox):
        wanted = widget.sizeHint()
        if (
            widget.text()
            and widget.layout() is None
            and wanted.width() > widget.width() + SLACK
            and not widget.toolTip()
        ):
            yield f"cut: {_name(widget)} wants {wanted.width()}, has {widget.width()}"
        if wanted.height() > widget.height() + SLACK:
            yield f"cut in height: {_name(widget)} wants {wanted.height()}, has {widget.height()}"
    elif isinstance(widget, QComboBox):
        words = widget.fontMetrics().horizontalAdvance(widget.currentText()) + 42
        if words > widget.width() + SLACK and not widget.toolTip():
            yield f"cut: {_name(widget)} {widget.currentText()!r} wants {words}, has {widget.width()}"
    elif isinstance(widget, QHeaderView):
        yield from _cut_header(widget)
    elif isinstance(widget, QLineEdit):
        yield from _cut_line(widget)


def _cut_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if not label.text():
        return
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        if wanted > label.height() + SLACK:
            yield f"cut in height: {_name(label)} wants {wanted}, has {label.height()}"
        return
    wanted = label.sizeHint().width()
    if wanted > label.width() + SLACK:
        yield f"cut: {_name(label)} wants {wanted}, has {label.width()}"
    if label.fontMetrics().height() > room.height() + SLACK * 2:
        yield f"cut in height: {_name(label)} wants {label.fontMetrics().height()}, has {room.height()}"


def _cut_header(header: QHeaderView) -> Iterator[str]:
    if header.orientation() != Qt.Orientation.Horizontal:
        return
    for column in range(header.count()):
        words = str(header.model().headerData(column, Qt.Orientation.Horizontal) or "")
        bare = header.property("role") == "days"  # whose sections have no padding
        widest = max(header.fontMetrics().horizontalAdvance(line) for line in words.split("\n"))
        wanted = widest + (0 if bare else 8)
        if not header.isSectionHidden(column) and wanted > header.sectionSize(column) + SLACK:
            yield f"cut: column {words!r} wants {wanted}, has {header.sectionSize(column)}"


def _cut_line(line: QLineEdit) -> Iterator[str]:
    if isinstance(line.parentWidget(), QAbstractSpinBox):
        words = line.fontMetrics().horizontalAdvance(line.text())
        if words > line.width() - 4:
            yield f"cut: {line.text()!r} in {type(line.parentWidget()).__name__} wants {words}, has {line.width()}"
    elif not line.text() and line.placeholderText():
        words = line.fontMetrics().horizontalAdvance(line.placeholderText())
        margins = line.textMargins()
        room = line.width() - 20 - margins.left() - margins.right()
        if words > room and not line.toolTip():
            yield f"cut: hint {line.placeholderText()!r} wants {words}, has {room}"
    if line.fontMetrics().height() > line.height():
        yield f"cut in height: {_name(line)} wants {line.fontMetrics().height()}, has {line.height()}"


def _scroller(widget: QWidget) -> QAbstractScrollArea | None:
    """Give the scroll area whose content this is, or None."""
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    return area if isinstance(area, QAbstractScrollArea) and area.viewport() is parent else None


def _outside(widget: QWidget, window: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent, QTableView | QHeaderView | QLineEdit | QComboBox):
        return
    area = _scroller(widget)
    if area is not None:
        hidden = widget.width() - parent.width()
        barless = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if isinstance(area, QScrollArea) and barless and hidden > SLACK:
            where = type(area.parentWidget()).__name__
            yield f"outside: {hidden} px of {type(widget).__name__} in {where} cannot be seen"
        return
    if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
        yield f"outside: {_name(widget)} {_box(widget.geometry())} of {_box(parent.rect())}"


def _box(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}×{rect.height()}"


def _small(widget: QWidget) -> Iterator[str]:
    """Find what can be pressed and is hard to hit."""
    pressed = isinstance(widget, QAbstractButton | QComboBox) and not isinstance(widget, QToolButton)
    if pressed and widget.isEnabled() and (widget.height() < LEAST_TARGET or widget.width() < LEAST_TARGET):
        yield f"small: {_name(widget)} {widget.width()}×{widget.height()}"


def _covering(parent: QWidget) -> Iterator[str]:
    """Find two parts of one place that cover each other; what lies over a page on purpose does not count."""
    if isinstance(parent, QAbstractScrollArea | QLineEdit | QAbstractSpinBox | QComboBox | QHeaderView):
        return
    parts = [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow() and not _lies_over(child)
    ]
    for one, other in combinations(parts, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > SLACK and common.height() > SLACK:
            yield f"covered: {_name(one)} and {_name(other)} share {_box(common)}"


def _lies_over(widget: QWidget) -> bool:
    return bool(widget.property("over")) or type(widget).__name__ in _OVERLAYS


def _faint(widget: QWidget, window: QWidget, picture: QImage) -> Iterator[str]:
    """Find words whose colour hardly differs from the ground on which they are seen."""
    if not isinstance(widget, QLabel | QPushButton) or not widget.text().strip() or not widget.isEnabled():
        return
    seen = widget.visibleRegion().boundingRect()
    if seen.width() * 2 < widget.width() or seen.height() + SLACK < widget.height():
        return
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(3, 3, -3, -3)
    over = window.childAt(place.center())
    if over is None or not (over is widget or widget.isAncestorOf(over)):
        return  # something lies over it on purpose
    if widget.hasFocus() or place.width() * place.height() > FAINT_SAMPLE * 4:
        return
    contrast = _contrast(picture.copy(place))
    if 0 < contrast < LEAST_CONTRAST:
        yield f"faint: {_name(widget)} {contrast:.1f}:1"


def _contrast(part: QImage) -> float:
    """Give the contrast of the commonest colour with the one farthest from it."""
    counts: dict[int, int] = {}
    for y in range(part.height()):
        for x in range(part.width()):
            colour = part.pixel(x, y)
            counts[colour] = counts.get(colour, 0) + 1
    if len(counts) < 3:
        return 0.0
    ground = _brightness(max(counts, key=lambda colour: counts[colour]))
    return max((max(ground, other) + 0.05) / (min(ground, other) + 0.05) for other in map(_brightness, counts))


def _brightness(colour: int) -> float:
    shown = QColor.fromRgb(colour)
    parts = [shown.redF(), shown.greenF(), shown.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
