"""Rare names at the counter: by code, by sound, and shown large to the visitor himself."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition
from reception.services import inquiries
from tests.drafts import draft_of
from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from ui import look
from ui.desk_link import DeskLink
from ui.rare_names.glyphs import draw, face_of
from ui.rare_names.large import LargeName, fitted
from ui.rare_names.panel import RarePanel

NO_FONT_HAS = "\U0003347f"


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give a clerk at the intake, with the name field in front of him."""
    made = Clerk(link, ask, qtbot)
    made.press("1", "Alt+N")
    yield made
    made.close()


def name(clerk: Clerk) -> str:
    return str(clerk.form.person.person_name.text())


def panel(clerk: Clerk) -> RarePanel:
    found = [each for each in clerk.page.findChildren(RarePanel) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def view(clerk: Clerk) -> Any:
    return clerk.page.confirming.view


def apart(one: QImage, other: QImage) -> float:
    """Give by how much two pictures differ, seen from afar."""
    small = [each.scaled(80, 60, mode=Qt.TransformationMode.SmoothTransformation) for each in (one, other)]
    lights = [[each.pixelColor(x, y).lightness() for x in range(80) for y in range(60)] for each in small]
    return sum(abs(a - b) for a, b in zip(*lights, strict=True)) + 0.1


def test_alt_x_turns_a_code_into_the_character_and_back(clerk: Clerk):
    clerk.type("王").type("U+2CB4E").press("Alt+X")
    assert name(clerk) == "王𬭎"
    clerk.press("Alt+X")
    assert name(clerk) == "王U+2CB4E"
    clerk.press("Alt+X").type("明")
    assert name(clerk) == "王𬭎明"
    assert clerk.form.draft().person_name == "王𬭎明"


def test_ctrl_z_takes_the_turning_back(clerk: Clerk):
    clerk.type("u2cb4e").press("Alt+X")
    assert name(clerk) == "𬭎"
    clerk.press("Ctrl+Z")
    assert name(clerk) == "u2cb4e"


@pytest.mark.parametrize(("typed", "said"), [("U+E000", "自造字"), ("U+D800", "损坏"), ("U+0378", "没有可用的文字")])
def test_what_is_no_character_of_a_name_stays_and_is_told_at_the_field(clerk: Clerk, typed: str, said: str):
    clerk.type(typed).press("Alt+X")
    assert name(clerk) == typed
    assert said in clerk.form.person.person_name.error
    assert clerk.form.ways.scope.value() is None


def test_without_a_code_alt_x_keeps_its_meaning_on_the_page(clerk: Clerk):
    clerk.type("Anna").press("Alt+X")
    assert name(clerk) == "Anna"
    clerk.qtbot.waitUntil(lambda: clerk.form.ways.scope.value() is not None)


def test_a_rare_character_is_found_by_its_sound_with_keys_alone(clerk: Clerk):
    clerk.type("王").press("Ctrl+I").type("hong")
    found = panel(clerk)
    signs = [found.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(found.list.count())]
    assert "𬭎" in signs
    assert "红" not in signs
    clerk.press("Down")
    for _ in range(signs.index("𬭎")):
        clerk.press("Right")
    assert found.large.sign == "𬭎"
    assert found.code.text() == "U+2CB4E"
    clerk.press("Return")
    assert name(clerk) == "王𬭎"
    assert not found.isVisible()
    assert clerk.focus() is clerk.form.person.person_name.edit


def test_a_rare_character_is_found_by_its_code_and_put_where_the_cursor_was(clerk: Clerk):
    clerk.type("王").type("芳").press("Left", "Ctrl+I").type("3")
    clerk.type("6c3").press("Return")
    assert name(clerk) == "王㛃芳"


def test_escape_goes_back_to_the_name_and_clears_nothing(clerk: Clerk):
    clerk.type("王").press("Ctrl+I").type("zzz")
    assert "没有读音" in panel(clerk).search.line.text()
    clerk.press("Escape")
    assert clerk.page.findChild(RarePanel).isHidden()
    assert name(clerk) == "王"
    assert clerk.focus() is clerk.form.person.person_name.edit


def test_a_code_that_is_refused_is_told_in_the_panel(clerk: Clerk):
    clerk.press("Ctrl+I").type("U+E000")
    assert "自造字" in panel(clerk).search.error
    assert not panel(clerk).take_button.isEnabled()
    clerk.press("Return")
    assert name(clerk) == ""


def test_the_name_is_shown_large_and_follows_what_is_typed(clerk: Clerk):
    clerk.type("王").press("Ctrl+G")
    shown = view(clerk)
    assert isinstance(shown, LargeName)
    assert shown.isVisible()
    assert shown.isFullScreen()
    assert (shown.name, shown.phone) == ("王", "")
    clerk.form.person.phone.setFocus()
    QTest.keyClicks(clerk.form.person.phone.edit, "13800001234")
    assert shown.phone == "13800001234"
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert view(clerk) is None
    assert name(clerk) == "王"


def test_the_space_key_turns_the_view_to_somebody_opposite(clerk: Clerk):
    clerk.type("王").press("Ctrl+G")
    shown = view(clerk)
    upright = shown.grab().toImage()
    QTest.keyClick(shown, Qt.Key.Key_Space)
    turned = shown.grab().toImage()
    assert apart(turned, upright) > 10 * apart(turned.transformed(QTransform().rotate(180)), upright)
    shown.close()


def test_what_comes_from_earlier_records_is_not_shown_as_said(clerk: Clerk, ask: Ask):
    ask(inquiries.record, draft_of(Disposition.D3, person_name="张小三", phone="13812345678"))
    clerk.press("Alt+T").type("13812345678")
    clerk.qtbot.waitUntil(clerk.form.recognition.isVisible, timeout=20_000)
    clerk.press("Alt+Q")
    clerk.qtbot.waitUntil(lambda: name(clerk) == "张小三", timeout=20_000)
    clerk.press("Ctrl+G")
    assert view(clerk) is None
    assert "先把来访人自己说的姓名" in clerk.toast()


def test_the_view_goes_with_the_visitor(clerk: Clerk):
    clerk.type("王").press("Ctrl+G")
    clerk.page.new()
    clerk.settle()
    assert view(clerk) is None


def test_the_view_that_a_lock_hid_does_not_come_back(clerk: Clerk):
    clerk.type("王").press("Ctrl+G")
    view(clerk).hide()
    assert view(clerk) is None


def test_refused_and_anonymous_are_no_names_to_check(clerk: Clerk):
    clerk.form.person.anonymous.click()
    clerk.press("Ctrl+G")
    assert view(clerk) is None


def test_a_character_that_no_font_has_stands_as_its_code_in_a_frame(qapp: QApplication):
    assert face_of("王") == look.FAMILY
    assert face_of(NO_FONT_HAS) == ""
    picture = QImage(200, 200, QImage.Format.Format_RGB32)
    picture.fill("white")
    painter = QPainter(picture)
    draw(painter, [NO_FONT_HAS], 0, 176, 200, "#000000")
    painter.end()
    edge = [picture.pixelColor(x, 12).lightness() for x in range(20, 180)]
    assert max(edge) < 128, "the frame"
    inside = [picture.pixelColor(x, y).lightness() for x in range(30, 170) for y in range(30, 170)]
    assert min(inside) < 128, "the code"


def test_long_names_are_broken_into_lines_and_fill_the_place():
    one, large = fitted("王芳", 1200, 400)
    several, small = fitted("Maria del Carmen Rodríguez-O'Brien de la Cruz", 1200, 400)
    assert len(one) == 1
    assert len(several) > 1
    assert large > small > 60
    behind_its_dots, _pixels = fitted("阿卜杜热西提·阿卜杜拉·买买提江", 1200, 400)
    assert "".join(behind_its_dots[0]).endswith("·")


def test_one_screen_is_turned_and_a_second_one_would_be_taken(clerk: Clerk):
    clerk.type("王").press("Ctrl+G")
    assert len(QGuiApplication.screens()) == 1
    assert view(clerk).other is None
    view(clerk).close()
