"""Colours and the style sheet: one light and one dark set, on Fusion."""

from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette

SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16
RADIUS = 6
CONTROL_HEIGHT = 34
TARGET_HEIGHT = 24
"""The least height of what can be pressed."""
_LARGE_HEIGHT = 24
"""What a line of text with its frame needs, in pixels at 100 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of a look; each pair of text on ground has a contrast of 4.5:1 at least."""

    window: str
    panel: str
    stripe: str
    line: str
    field_line: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str
    grey_soft: str
    shade: str


LIGHT = Colours(
    window="#F4F6FA",
    panel="#FFFFFF",
    stripe="#F8FAFD",
    line="#DDE3EC",
    field_line="#C3CBD8",
    text="#1B2430",
    muted="#56637A",
    accent="#1F5FBF",
    accent_hover="#184D9C",
    on_accent="#FFFFFF",
    accent_soft="#E7EFFB",
    accent_text="#1B54A8",
    red="#B3261E",
    red_soft="#FDE7E7",
    amber="#855000",
    amber_soft="#FDF1D3",
    green="#17693A",
    green_soft="#E3F4E9",
    grey_soft="#EDF0F5",
    shade="#3A4556",
)

DARK = Colours(
    window="#161B23",
    panel="#1F2630",
    stripe="#242C37",
    line="#333D4B",
    field_line="#4A566A",
    text="#E7ECF3",
    muted="#A3B0C2",
    accent="#2F6FD0",
    accent_hover="#3570CC",
    on_accent="#FFFFFF",
    accent_soft="#233654",
    accent_text="#9DC1FA",
    red="#FF9A92",
    red_soft="#4A2224",
    amber="#F2C265",
    amber_soft="#453413",
    green="#86D6A2",
    green_soft="#1E3D2B",
    grey_soft="#2B3440",
    shade="#0E1218",
)


def qpalette(colours: Colours) -> QPalette:
    """Give Qt's palette of a look."""
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.stripe),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.panel),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent_soft),
        (role.HighlightedText, colours.text),
        (role.Link, colours.accent_text),
        (role.Mid, colours.line),
        (role.Midlight, colours.line),
        (role.Dark, colours.field_line),
        (role.Light, colours.panel),
        (role.Shadow, colours.line),
        (role.Accent, colours.accent),
    )
    for name, colour in pairs:
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return palette


def control_height(percent: int) -> int:
    """Give the height of a field or button at a size of text, in percent."""
    return max(CONTROL_HEIGHT, round(_LARGE_HEIGHT * percent / 100))


def stylesheet(colours: Colours, sheet: str, percent: int = 100) -> str:
    """Give the style sheet with the colours of a look and the heights of a size of text put in for `$name`."""
    values = {name: getattr(colours, name) for name in Colours.__dataclass_fields__}
    height = control_height(percent)
    heights = {
        "height": height - 2,
        "inner": height - 4,
        "target": max(TARGET_HEIGHT, round(0.2 * percent)) - 2,
        "small": max(28, round(0.2 * percent)) - 2,
        "item": max(28, round(0.215 * percent)),
        "box": max(16, round(0.14 * percent)),
    }
    values |= {name: f"{pixels}px" for name, pixels in heights.items()}
    return Template(sheet).substitute(values, radius=f"{RADIUS}px")
