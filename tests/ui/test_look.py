"""The look: contrast, icons, text that is never markup."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reception.rules.cases import Light
from ui import icons, look
from ui.palette import DARK, LIGHT, Colours

PAIRS = (
    ("text", "panel"),
    ("text", "window"),
    ("text", "stripe"),
    ("text", "accent_soft"),
    ("muted", "panel"),
    ("muted", "window"),
    ("accent_text", "panel"),
    ("accent_text", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("red", "panel"),
    ("red", "red_soft"),
    ("amber", "panel"),
    ("amber", "amber_soft"),
    ("green", "panel"),
    ("green", "green_soft"),
    ("text", "grey_soft"),
)


def brightness(colour: str) -> float:
    shown = QColor(colour)
    parts = [shown.redF(), shown.greenF(), shown.blueF()]
    linear: list[float] = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("colours", "pair"), list(product((LIGHT, DARK), PAIRS)))
def test_text_stands_out_from_its_ground(colours: Colours, pair: tuple[str, str]):
    bright, dark = sorted((brightness(getattr(colours, name)) for name in pair), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 4.5, pair


def test_the_font_comes_with_the_program():
    assert QFontInfo(look.font()).family() == look.FAMILY
    assert QFontInfo(look.font("heading")).bold()


def test_every_light_has_a_shape_of_its_own_kind():
    assert set(look.SIGNS) == set(Light)
    assert look.SIGNS[Light.OVERDUE].shape != look.SIGNS[Light.WARNING].shape != look.SIGNS[Light.NORMAL].shape


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_draws_something(name: str):
    picture = icons.draw(name, "#000000", 24).toImage()
    assert any(picture.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_labels_show_markup_as_text():
    for label in (look.text_label("<b>x</b>"), look.chip("<b>x</b>"), look.ElidedLabel("<b>x</b>")):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_tip_shows_markup_as_text():
    button = QPushButton()
    look.set_tip(button, "<img src='//host/x'> & more")
    assert button.toolTip() == "<qt>&lt;img src=&#x27;//host/x&#x27;&gt; &amp; more</qt>"
    look.set_tip(button, "")
    assert button.toolTip() == ""


def test_what_does_not_fit_is_cut_and_stands_whole_in_the_tip(qtbot: QtBot):
    label = look.ElidedLabel("很长的名称" * 50)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.minimumSizeHint().width() <= 24
    assert "很长的名称" in label.toolTip()


@pytest.mark.parametrize(("button", "agreed"), [("作废登记", [True]), ("返回", [])])
def test_what_cannot_be_undone_is_named_on_its_button(qtbot: QtBot, button: str, agreed: list[bool]):
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[bool] = []
    box = look.confirm(parent, "作废 <b>首问〔2026〕0001</b>", "编号保留。", "作废登记", lambda: done.append(True))
    assert box.textFormat() == Qt.TextFormat.PlainText
    pressed = next(each for each in box.buttons() if each.text() == button)
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert done == agreed


def test_escape_and_enter_never_confirm(qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[bool] = []
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        box = look.confirm(parent, "作废", "编号保留。", "作废登记", lambda: done.append(True))
        assert isinstance(box, QMessageBox)
        qtbot.keyClick(box, key)
    assert done == []


def test_the_look_can_be_changed_while_windows_are_open(qtbot: QtBot):
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    label = QLabel("—")
    qtbot.addWidget(label)
    label.show()
    look.dress(app, dark=True)
    assert app.palette().window().color() == QColor(DARK.window)
    look.dress(app)
    assert app.palette().window().color() == QColor(LIGHT.window)
