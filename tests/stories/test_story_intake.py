"""A morning at the counter, by keyboard: a caller, the notice, the same person again, a complaint, another desk."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition
from reception.services import notices
from tests.cast import BEN, Clock
from tests.ui.conftest import Ask, sit
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


def today_rows(clerk: Clerk) -> list[list[str]]:
    """Give what today's list shows, row by row, without the times."""
    model = clerk.page.today.table.model()
    return [
        [model.index(row, column).data() for column in range(1, model.columnCount())] for row in range(model.rowCount())
    ]


def test_a_morning_at_the_counter(clerk: Clerk, clock: Clock):
    clerk.begin(channel="2", name="欧阳龑", phone="138 0000 1234", summary="")
    clerk.choose_matter("bbxsz").press("F8", "2", "1", "2", "1")
    assert clerk.form.ways.verdict.text() == "需补正 1 项，请于 2026年12月15日 前补齐"
    clerk.press("Ctrl+P")
    (first,) = clerk.recorded()
    (notice,) = clerk.ask(notices.of_inquiry, first.id)
    assert notice.missing == (2,)
    assert clerk.window.top.title.text() == "一次性告知单"
    clerk.press("Escape")

    clock.advance(minutes=20)
    clerk.press("1", "Alt+T").type("13800001234")
    assert "上次 11月24日「补办学生证」" in clerk.form.recognition.words.text()
    clerk.press("Alt+Q")
    clerk.qtbot.waitUntil(lambda: clerk.form.person.person_name.text() == "欧阳龑")
    clerk.tick_privacy().choose_matter("学生证").press("F6").type("照片补齐,当场办结").press("Ctrl+S")

    clerk.begin(name="王芳", phone="13900005678", summary="窗口态度").press("Shift+F9", "Ctrl+S")
    rows = today_rows(clerk)
    assert rows == [
        ["受限", "受限", "受限"],
        ["欧阳龑", "补办学生证", "当场办结"],
        ["欧阳龑", "补办学生证", "一次性告知"],
    ]


def test_a_colleague_sees_masked_names_and_has_his_own_drafts(
    clerk: Clerk, link: DeskLink, ask: Ask, qtbot: QtBot, clock: Clock
):
    clerk.begin(name="欧阳龑", phone="13800001234", summary="成绩复核").press("F5", "Ctrl+S")
    clerk.press("Alt+S").type("安没写完的")
    clerk.window.hide()
    sit(link, qtbot, BEN, clock)
    ben = Clerk(link, ask, qtbot)
    assert ben.form.is_blank()
    assert today_rows(ben) == [["欧阳*", "成绩复核", "当场答复"]]
    ben.begin(summary="本的登记").press("F5", "Ctrl+S")
    newest = max(ben.recorded(), key=lambda each: each.serial)
    assert (newest.first_officer, newest.disposition) == (BEN, Disposition.D1)
    ben.window.end()
