"""Who instead: the card, the catalogue and the ways of the intake name the stand-in while the holder is away."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from reception.rules.absences import AbsenceDraft, AbsenceKind
from reception.services import absences, posts, staff
from tests.cast import ANN, BEN
from tests.ui.conftest import Ask, answered
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink
from ui.main_window import MainWindow

CODE = "JW-06"
WHO = "本（顶岗） · 电话 0731-5550-1206"
AWAY = "安 公出，预计 14:26 返回"


def cover(desk: Any) -> None:
    post = next(each for each in posts.posts(desk) if each.code == CODE)
    posts.staff_post(desk, post.id, staff.account_named(desk, ANN).id, staff.account_named(desk, BEN).id)


def leave(desk: Any) -> None:
    until_at = desk.clock() + timedelta(hours=4)
    absences.set_away(desk, AbsenceDraft(kind=AbsenceKind.OFFICIAL_TRIP, until_at=until_at), knowing_gaps=True)


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 at the intake, whose post 本 covers."""
    ask(cover)
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def turn(clerk: Clerk) -> None:
    """Let the window see what changed."""
    clerk.link.beat()
    clerk.settle()


def test_the_card_names_the_stand_in_first_as_soon_as_the_holder_is_away(clerk: Clerk):
    clerk.choose_matter("学分认定与转换")
    assert f"{ANN} · 0731-5550-1206" in said(clerk.page.card)
    clerk.ask(leave)
    turn(clerk)
    assert f"{WHO}\n{AWAY}" in said(clerk.page.card)
    assert clerk.page.card.brief().startswith("本（顶岗）")


def test_who_is_led_to_the_post_is_led_to_the_stand_in(clerk: Clerk):
    clerk.ask(leave)
    turn(clerk)
    clerk.choose_matter("学分认定与转换").press("F9")
    ways = clerk.form.ways
    assert ways.to_person.text() == BEN
    assert ways.to_post.line.text() == f"{WHO}；{AWAY}"
    clerk.press("F9")
    assert "接收人 本" in ways.note.text()


def test_nobody_is_led_to_a_post_that_nobody_covers(clerk: Clerk):
    def uncover(desk: Any) -> None:
        post = next(each for each in posts.posts(desk) if each.code == CODE)
        posts.staff_post(desk, post.id, post.holder_id, None)

    clerk.ask(uncover)
    clerk.ask(leave)
    turn(clerk)
    clerk.choose_matter("学分认定与转换").press("F9")
    assert clerk.form.ways.to_person.text() == ""
    assert clerk.form.ways.to_post.line.text() == f"{AWAY}；凯（空岗，负责人） · 电话 0731-5550-1206"
    assert f"{AWAY}\n凯（空岗，负责人） · 电话 0731-5550-1206" in said(clerk.page.card)


def test_the_list_of_posts_says_who_is_there_now(clerk: Clerk):
    clerk.ask(leave)
    turn(clerk)
    clerk.press("F9")
    clerk.form.ways.to_post.setFocus()
    clerk.type("xfrd")
    popup = clerk.form.ways.to_post.popup
    assert popup.item(0).text() == "教务处·学分认定与转换岗 · 本（顶岗）"


def test_the_catalogue_says_the_same(ask: Ask, shell: MainWindow, link: DeskLink, qtbot: QtBot):
    ask(cover)
    ask(leave)
    shell.go("catalogue")
    answered(link, qtbot)
    page: Any = shell.pages["catalogue"]
    page.search.setText("学分认定与转换")
    answered(link, qtbot)
    assert f"{WHO}\n{AWAY}" in said(page.sheet)
