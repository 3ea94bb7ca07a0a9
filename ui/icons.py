"""Line icons, drawn on a grid of 24 and tinted with a colour of the look."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

Line = tuple[float, ...]
_SIZES = (16, 20, 24, 32, 48, 64)

# One tuple is one open line through its points; three numbers are a circle; five are a rounded box (x, y, w, h, r).
_SHAPES: dict[str, tuple[Line, ...]] = {
    "today": ((4, 5, 16, 15, 2), (4, 10, 20, 10), (8, 3, 8, 6.5), (16, 3, 16, 6.5), (9, 15, 11, 17, 15, 13)),
    "inquiries": ((12, 20, 20, 20), (4, 20, 4, 16, 15, 5, 19, 9, 8, 20, 4, 20), (13, 7, 17, 11)),
    "cases": ((12, 12, 9), (12, 7, 12, 12, 15.5, 14)),
    "register": ((5, 3, 14, 18, 2), (9, 8, 15, 8), (9, 12, 15, 12), (9, 16, 13, 16)),
    "catalogue": ((12, 6, 12, 20), (12, 6, 8, 4, 3, 4, 3, 18, 8, 18, 12, 20, 16, 18, 21, 18, 21, 4, 16, 4, 12, 6)),
    "roster": ((9, 8, 3.5), (3, 20, 3, 18, 6, 15, 12, 15, 15, 18, 15, 20), (16, 5, 18.5, 8, 16, 11), (19, 16, 21, 20)),
    "ratings": ((3, 4, 18, 13, 2), (8, 17, 8, 21, 12, 17), (8, 9, 16, 9), (8, 13, 13, 13)),
    "logs": ((4, 20, 20, 20), (7, 20, 7, 13), (12, 20, 12, 5), (17, 20, 17, 10)),
    "settings": (
        (4, 7, 12, 7),
        (18, 7, 20, 7),
        (15, 7, 2.5),
        (4, 17, 6, 17),
        (12, 17, 20, 17),
        (9, 17, 2.5),
    ),
    "search": ((10.5, 10.5, 6.5), (15.5, 15.5, 20.5, 20.5)),
    "lock": ((5, 11, 14, 9, 2), (8, 11, 8, 7, 10, 4, 14, 4, 16, 7, 16, 11)),
    "shade": ((3, 12, 7, 7, 12, 5.5, 17, 7, 21, 12, 17, 17, 12, 18.5, 7, 17, 3, 12), (12, 12, 3), (4, 20, 20, 4)),
    "print": ((7, 9, 7, 3, 17, 3, 17, 9), (3, 9, 18, 8, 2), (7, 14, 17, 14, 17, 21, 7, 21, 7, 14)),
    "add": ((12, 5, 12, 19), (5, 12, 19, 12)),
    "close": ((6, 6, 18, 18), (18, 6, 6, 18)),
    "back": ((19, 12, 5, 12), (11, 6, 5, 12, 11, 18)),
    "next": ((5, 12, 19, 12), (13, 6, 19, 12, 13, 18)),
    "tick": ((5, 13, 10, 18, 19, 6),),
    "warning": ((12, 4, 21, 20, 3, 20, 12, 4), (12, 10, 12, 14), (12, 17, 12, 17.1)),
    "export": ((12, 15, 12, 3), (7, 8, 12, 3, 17, 8), (4, 15, 4, 20, 20, 20, 20, 15)),
    "import": ((12, 3, 12, 15), (7, 10, 12, 15, 17, 10), (4, 15, 4, 20, 20, 20, 20, 15)),
    "phone": ((7, 2.5, 10, 19, 2), (11, 18.5, 13, 18.5)),
    "person": ((12, 8, 4), (4, 21, 4, 19, 7, 15, 17, 15, 20, 19, 20, 21)),
    "place": ((12, 21, 6, 13, 5, 10, 7, 5, 12, 3, 17, 5, 19, 10, 18, 13, 12, 21), (12, 10, 2.5)),
    "edit": ((4, 20, 4, 16, 15, 5, 19, 9, 8, 20, 4, 20), (13, 7, 17, 11)),
    "history": ((12, 12, 9), (12, 7, 12, 12, 8.5, 14)),
    "refresh": (
        (20, 12, 17.5, 17.5, 12, 20, 6.5, 17.5, 4, 12, 6.5, 6.5, 12, 4, 17.5, 6.5, 20, 9),
        (20, 4, 20, 9, 15, 9),
    ),
    "more": ((6, 12, 0.6), (12, 12, 0.6), (18, 12, 0.6)),
    "help": ((12, 12, 9), (9.5, 9.5, 10, 7.5, 12, 7, 14, 7.5, 14.5, 9.5, 12, 12, 12, 13.5), (12, 17, 12, 17.1)),
}


def names() -> tuple[str, ...]:
    """Give the names of all icons."""
    return tuple(_SHAPES)


def draw(name: str, colour: str, size: int) -> QPixmap:
    """Give one icon in one colour and size."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 24, size / 24)
    pen = QPen(QColor(colour), 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(_path(_SHAPES[name]))
    painter.end()
    return picture


def tinted(name: str, colour: str, checked: str = "") -> QIcon:
    """Give an icon in the usual sizes; `checked` is its colour on a button that is pressed in."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(draw(name, colour, size))
        if checked:
            icon.addPixmap(draw(name, checked, size), QIcon.Mode.Normal, QIcon.State.On)
    return icon


def _path(shapes: tuple[Line, ...]) -> QPainterPath:
    path = QPainterPath()
    for shape in shapes:
        if len(shape) == 3:
            path.addEllipse(QPointF(shape[0], shape[1]), shape[2], shape[2])
        elif len(shape) == 5:
            path.addRoundedRect(QRectF(*shape[:4]), shape[4], shape[4])
        else:
            points = [QPointF(x, y) for x, y in zip(shape[::2], shape[1::2], strict=True)]
            path.moveTo(points[0])
            for point in points[1:]:
                path.lineTo(point)
    return path
