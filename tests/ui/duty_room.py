"""The room of posts and duty as a person works in it, and the offices that its tests begin with."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception.rules.absences import Absence, AbsenceDraft, AbsenceKind
from reception.rules.inquiries import Disposition
from reception.services import absences, inquiries, posts, staff
from reception.services.desk import Desk
from tests.cast import ANN, BEN, CARA
from tests.drafts import draft_of
from tests.ui.board import press
from tests.ui.conftest import answered
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.roster import RosterPage
from ui.roster.handed import HandedPage
from ui.roster.handover import HandoverPage

__all__ = ["Enter", "away", "cover", "enter", "press", "record", "step_of"]
Enter = Callable[..., RosterPage]


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the room of posts and duty."""

    def entered(**what: Any) -> RosterPage:
        shell.activateWindow()
        assert QTest.qWaitForWindowActive(shell, 20_000)
        shell.go("roster", **what)
        answered(link, qtbot)
        page = shell.pages["roster"]
        assert isinstance(page, RosterPage)
        return page

    return entered


def step_of(shell: MainWindow) -> Any:
    """Give the hand-over that lies over the room, or None."""
    found = [each for each in shell.findChildren(HandoverPage) + shell.findChildren(HandedPage) if each.isVisible()]
    return found[-1] if found else None


def cover(desk: Desk) -> None:
    """Give JW-03 to 安 with 本 standing in, everything else to 凯."""
    ann, ben, cara = (staff.account_named(desk, name).id for name in (ANN, BEN, CARA))
    for post in posts.posts(desk):
        own = post.code == "JW-03"
        posts.staff_post(desk, post.id, ann if own else cara, ben if own else None)


def away(
    desk: Desk,
    hours: float = 30,
    kind: AbsenceKind = AbsenceKind.ANNUAL_LEAVE,
    begins: float | None = None,
    **more: Any,
) -> Absence:
    """Enter an absence of whoever sits at the desk: so long from now, or from so many hours on."""
    first = None if begins is None else desk.clock() + timedelta(hours=begins)
    draft = AbsenceDraft(kind=kind, from_at=first, until_at=desk.clock() + timedelta(hours=hours), **more)
    return absences.set_away(desk, draft, knowing_gaps=True)


def record(desk: Desk) -> str:
    """Record a matter that 安's post owes; give its number."""
    return inquiries.record(desk, draft_of(Disposition.D3)).inquiry.reg_no
