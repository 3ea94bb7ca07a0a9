"""What all windows wear: colours, font, style sheet, and how large all text is."""

from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QStyleFactory

from reception.workstation import resource
from ui import palette
from ui.palette import DARK, LIGHT, Colours, qpalette, stylesheet

Tone = Literal["grey", "blue", "red", "amber", "green"]

FAMILY = "Noto Sans SC"
SIZES: dict[str, int] = {"hint": 13, "error": 13, "body": 14, "heading": 16, "title": 18, "large": 26}
BOLD = frozenset({"strong", "heading", "title", "large"})


class _Present:
    colours: Colours = LIGHT
    percent: int = 100


def dress(app: QApplication, *, dark: bool = False, percent: int = 100) -> None:
    """Give the application its style, palette, font and style sheet; may be called again to change the look.

    Args:
        app: the application.
        dark: whether the dark colours are worn.
        percent: the size of all text, of which windows built from now on take account.
    """
    _Present.colours, _Present.percent = DARK if dark else LIGHT, percent
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(qpalette(_Present.colours))
    if FAMILY not in QFontDatabase.families():
        for name in ("fonts/NotoSansSC-Regular.ttf", "fonts/NotoSansSC-Bold.ttf"):
            QFontDatabase.addApplicationFont(str(resource(name)))
    app.setFont(font("body"))
    sheet = resource("style/reception.qss").read_text(encoding="utf-8")
    arrow = resource("icons/arrow-dark.svg" if dark else "icons/arrow-light.svg").as_posix()
    sheet = sheet.replace("$arrow", f'"{arrow}"').replace("$tick", f'"{resource("icons/tick.svg").as_posix()}"')
    app.setStyleSheet(stylesheet(_Present.colours, sheet, percent))


def colours() -> Colours:
    """Give the colours of the present look."""
    return _Present.colours


def scaled(pixels: int) -> int:
    """Give a width that holds text, at the present size of text."""
    return round(pixels * _Present.percent / 100)


def control_height() -> int:
    """Give the height of a field or button, at the present size of text."""
    return palette.control_height(_Present.percent)


def font(role: str = "body") -> QFont:
    """Give the font of a role of text; sizes are of one scale, in pixels of a 100 % screen."""
    face = QFont(FAMILY)
    face.setPixelSize(scaled(SIZES.get(role, SIZES["body"])))
    face.setBold(role in BOLD)
    return face


def tone_colour(tone: Tone) -> str:
    """Give the text colour of a tone in the present look."""
    return {
        "grey": colours().muted,
        "blue": colours().accent_text,
        "red": colours().red,
        "amber": colours().amber,
        "green": colours().green,
    }[tone]
