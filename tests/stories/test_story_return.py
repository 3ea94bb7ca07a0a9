"""The visitor comes back, by keyboard: a slip told by phone, scanned, still lacking, scanned again, accepted."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception.rules.cases import CaseStatus
from reception.rules.inquiries import Disposition, Status
from reception.rules.notices import MaterialState, MaterialTick, NoticeDraft
from reception.services import inquiries, notices, register
from reception.store.database import open_store
from tests.cast import ANN, Clock, desk_of
from tests.drafts import draft_of
from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink
from ui.rail import ROOMS

ROOT = Path(__file__).parents[2]
P, M = MaterialState.PROVIDED, MaterialState.MISSING
KEYS_BEFORE_THE_KILL = 80
LACKING = NoticeDraft(
    answers=((4, False),),
    ticks=(
        MaterialTick(no=1, state=P),
        MaterialTick(no=2, state=M),
        MaterialTick(no=3, state=M),
    ),
)


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form, with every room."""
    hands = Clerk(link, ask, qtbot, ROOMS)
    hands.page.returning.scanner.seconds = lambda: 1.0
    yield hands
    hands.close()


def scan(clerk: Clerk, code: str) -> None:
    """Let a scanner type a code and Enter wherever the focus is."""
    for sign in code:
        QTest.keyClicks(clerk.focus() or clerk.window, sign)
    clerk.press("Return")


def test_a_visitor_is_told_by_phone_comes_twice_and_is_accepted(clerk: Clerk, clock: Clock):
    clerk.begin(channel="2", name="欧阳龑", phone="138 0000 1234", summary="")
    clerk.choose_matter("bbxsz").press("F8", "2", "1", "2", "2", "Ctrl+P")
    assert clerk.window.top.title.text() == "一次性告知单"
    clerk.press("Ctrl+R", "Ctrl+S")
    assert clerk.toast() == "11月24日 10:26 安 电话读给 欧阳龑 听"
    clerk.press("Escape")
    (first,) = clerk.ask(notices.of_inquiry, 1)

    clock.advance(days=1)
    clerk.press("Alt+S").type("abc").press("Shift+F2").type(first.query_code.lower()).press("Return")
    assert [form.draft.summary for form in clerk.page.parked.forms.values()] == ["abc"]
    clerk.press("1", "2")
    assert clerk.form.ways.verdict.text().startswith("需补正 1 项")
    clerk.press("Ctrl+S")
    (second,) = clerk.ask(notices.of_inquiry, 2)
    assert second.missing == (3,)

    clock.advance(days=1)
    clerk.press("F2")
    clerk.form.contact.channel.setFocus()
    scan(clerk, first.query_code)
    assert f"带来的是 {first.number}" in clerk.page.returning.row.warning.text()
    clerk.press("1")
    assert clerk.form.ways.way is Disposition.D3
    clerk.press("Ctrl+S")

    views = [clerk.ask(register.show, number) for number in (1, 2, 3)]
    assert [view.inquiry.status for view in views] == [Status.CLOSED, Status.CLOSED, Status.IN_PROGRESS]
    assert [view.cases[0].status for view in views] == [CaseStatus.CLOSED, CaseStatus.CLOSED, CaseStatus.OPEN]
    assert [view.inquiry.repeat_of for view in views] == [None, 1, 2]
    assert {view.inquiry.person_name[:1] for view in views} == {"欧"}


def test_a_return_that_was_begun_before_a_kill_is_in_the_form_again(
    office: Path, request: pytest.FixtureRequest, qtbot: QtBot
):
    code = issue_slip(office)
    command = [sys.executable, "-m", "tests.stories.returning_desk", str(office), code]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert child.stdout is not None
    for line in child.stdout:
        if int(line) >= KEYS_BEFORE_THE_KILL:
            break
    child.kill()
    child.communicate()
    link: DeskLink = request.getfixturevalue("link")
    ask: Callable[..., object] = request.getfixturevalue("ask")
    clerk = Clerk(link, ask, qtbot)
    materials = clerk.form.ways.materials
    assert clerk.form.draft().returned_with == "教务告〔2026〕第0001号"
    assert {tick.no: tick.state for tick in materials.draft().ticks} == {1: P, 2: P}
    assert [row.state.last.text() for row in materials._rows] == [
        "上次：已提供",
        "上次：缺",
        "上次：缺",
        "上次：不适用",
    ]
    assert clerk.form.detail.text()
    materials.focus_open()
    clerk.press("1", "Ctrl+S")
    assert clerk.recorded()[-1].disposition is Disposition.D3
    clerk.close()


def issue_slip(office: Path) -> str:
    """Issue a slip on which papers 2 and 3 of JW-03 are missing, before any window is open."""
    store = open_store(office)
    try:
        desk = desk_of(store, ANN, Clock())
        notice = inquiries.record(desk, draft_of(Disposition.D4, matter="JW-03"), LACKING).notice
        assert notice is not None
        return notice.query_code
    finally:
        store.close()
