"""Two parts beside each other, or sharing the room that one of them needs."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import look
from ui.beside import Beside


@pytest.fixture
def parts(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    """Give a main part that needs 500 pixels, and a side part."""
    main, side = QWidget(), QWidget()
    main.setLayout(look.column(look.text_label("")))
    main.setMinimumWidth(500)
    main.minimumSizeHint = lambda: QSize(500, 100)  # type: ignore[method-assign]
    return main, side


def shown(beside: Beside, qtbot: QtBot, width: int) -> None:
    qtbot.addWidget(beside)
    beside.resize(width, 400)
    beside.show()


def test_with_room_for_both_they_stand_side_by_side(parts: tuple[QWidget, QWidget], qtbot: QtBot):
    main, side = parts
    beside = Beside(main, side, 300, "instead")
    shown(beside, qtbot, 900)
    qtbot.waitUntil(lambda: (side.width(), side.x()) == (300, 600))
    assert main.isVisible()


def test_without_room_the_side_part_stands_in_place_of_the_main_part(parts: tuple[QWidget, QWidget], qtbot: QtBot):
    main, side = parts
    beside = Beside(main, side, 300, "instead")
    shown(beside, qtbot, 700)
    qtbot.waitUntil(lambda: side.width() == 700)
    assert (main.isVisible(), beside.is_side_instead) == (False, True)
    beside.want_side(False)
    assert (main.isVisible(), side.isVisible()) == (True, False)


def test_without_room_the_side_part_may_lie_below(parts: tuple[QWidget, QWidget], qtbot: QtBot):
    main, side = parts
    beside = Beside(main, side, 300, "below")
    shown(beside, qtbot, 700)
    assert (main.isVisible(), side.isVisible()) == (True, True)
    qtbot.waitUntil(lambda: side.y() > main.y())


def test_a_side_part_that_is_always_there_hides_only_without_room(parts: tuple[QWidget, QWidget], qtbot: QtBot):
    main, side = parts
    beside = Beside(main, side, 300, "instead", always=True)
    beside.want_side(False)
    shown(beside, qtbot, 900)
    assert side.isVisible()
    with qtbot.waitSignal(beside.arranged):
        beside.resize(700, 400)
    assert (main.isVisible(), side.isVisible()) == (True, False)


def test_it_can_become_as_small_as_its_greater_part(parts: tuple[QWidget, QWidget]):
    main, side = parts
    assert Beside(main, side, 300, "instead").minimumSizeHint().width() == 500


def test_a_part_that_is_not_seen_asks_for_no_height(parts: tuple[QWidget, QWidget], qtbot: QtBot):
    main, side = parts
    side.minimumSizeHint = lambda: QSize(300, 700)  # type: ignore[method-assign]
    beside = Beside(main, side, 300, "instead", always=True)
    shown(beside, qtbot, 900)
    assert beside.minimumSizeHint().height() == 700
    beside.resize(700, 400)
    beside.want_side(False)
    assert beside.minimumSizeHint().height() == 100
    beside.want_side(True)
    assert beside.minimumSizeHint().height() == 700
