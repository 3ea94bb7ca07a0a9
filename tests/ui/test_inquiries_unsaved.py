"""Forms that are not saved: kept while typing, back at the next start, waiting side by side, never anybody else's."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reception.errors import Unavailable
from reception.rules.inquiries import Disposition, InquiryDraft
from reception.rules.notices import MaterialState
from reception.services import drafts, inquiries
from reception.services.desk import Desk
from reception.services.drafts import KeptDraft
from tests.cast import BEN, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, sit
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink
from ui.drafts import CLEARED
from ui.inquiries.parked import Unsaved


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


def again(clerk: Clerk) -> Clerk:
    """Give the hands in a new window, as after a crash."""
    clerk.window.hide()
    return Clerk(clerk.link, clerk.ask, clerk.qtbot)


def test_a_form_comes_back_whole_with_matter_ticks_and_way(clerk: Clerk):
    clerk.begin(name="王芳", phone="13800001234", summary="").choose_matter("学生证").press("F8", "2", "1", "2", "3")
    clerk.type("证件过期")
    left = clerk.form.draft()
    next_day = again(clerk)
    assert next_day.form.draft() == left
    ticks = {tick.no: tick for tick in next_day.form.notice().ticks}
    assert [ticks[no].state for no in (1, 2, 3)] == [
        MaterialState.PROVIDED,
        MaterialState.MISSING,
        MaterialState.DEFECTIVE,
    ]
    assert ticks[3].reason == "证件过期"
    assert next_day.page.card.card is not None
    next_day.press("Ctrl+S")
    assert next_day.recorded()[0].disposition is Disposition.D4


def test_the_status_line_says_when_a_draft_was_kept(clerk: Clerk):
    clerk.press("Alt+S").type("a")
    assert "草稿已存 10:26" in clerk.window.status.words.text()


def test_a_saved_form_leaves_no_word_of_its_draft(clerk: Clerk):
    clerk.begin().press("F5")
    clerk.page.unsaved._not_kept(Unavailable("disk_full"))
    assert "草稿没有存下" in clerk.window.status.words.text()
    clerk.press("Ctrl+S")
    assert "草稿" not in clerk.window.status.words.text()


def test_a_form_emptied_by_hand_leaves_no_draft(clerk: Clerk):
    clerk.press("Alt+S").type("a").press("Backspace")
    assert again(clerk).form.is_blank()


def test_a_saved_form_does_not_come_back(clerk: Clerk):
    clerk.begin().press("F5", "Ctrl+S")
    new = again(clerk)
    assert new.form.is_blank()
    assert new.page.parked.forms == {}


def test_a_form_that_was_registered_before_the_crash_is_dropped_at_the_next_start(clerk: Clerk):
    clerk.begin().press("F5")
    draft = clerk.form.draft(all_fields=False)
    clerk.ask(inquiries.record, draft)
    new = again(clerk)
    assert new.form.is_blank()


def test_several_unsaved_forms_wait_as_chips(clerk: Clerk, clock: Clock):
    clerk.begin(summary="第一位")
    clock.advance(minutes=1)
    clerk.press("F2", "Alt+S").type("第二位")
    new = again(clerk)
    assert new.form.summary.text() == "第二位"
    assert [form.draft.summary for form in new.page.parked.forms.values()] == ["第一位"]


def test_many_chips_go_on_in_a_next_line_and_none_is_cut(clerk: Clerk, qtbot: QtBot):
    for summary in ("第一位来访人的事", "第二位来访人的事", "第三位来访人的事", "第四位来访人的事", "第五位来访人的事"):
        clerk.begin(summary=summary).press("F2")
    clerk.page.parked.tell("已恢复 10:26 未保存的内容，可以接着填写。")

    def chips() -> list[QPushButton]:
        return [chip for chip in clerk.page.parked.findChildren(QPushButton) if chip.isVisible()]

    qtbot.waitUntil(lambda: len(chips()) == 5)
    qtbot.waitUntil(lambda: len({chip.y() for chip in chips()}) > 1)
    assert [chip.text() for chip in chips() if chip.width() < chip.sizeHint().width()] == []
    assert [chip.text() for chip in chips() if not clerk.page.parked.rect().contains(chip.geometry())] == []


def test_a_chip_tells_whose_form_it_is_and_where_its_words_were_cut():
    def title(**changes: Any) -> str:
        return Unsaved(draft=draft_of(Disposition.D1, **changes), extra={}, clock="10:26").title()

    assert title(person_name="", phone="13800001234", summary="") == "10:26 · 138****1234"
    assert title(person_name="王芳", phone="13800001234", summary="补办学生证") == "10:26 · 王芳 · 补办学生证"
    assert title(person_name="", phone="", summary="where is the library") == "10:26 · where is…"


def test_a_colleague_never_sees_my_unsaved_form(clerk: Clerk, link: DeskLink, ask: Ask, qtbot: QtBot, clock: Clock):
    clerk.begin(name="王芳", phone="13800001234", summary="投诉").press("Shift+F9")
    sit(link, qtbot, BEN, clock)
    ben = Clerk(link, ask, qtbot)
    assert ben.form.is_blank()
    assert ben.page.parked.forms == {}
    ben.window.end()


def test_a_full_disk_is_told_and_the_form_stays(clerk: Clerk, monkeypatch: pytest.MonkeyPatch):
    def full(box: Any, desk: Desk, draft: InquiryDraft, extra: dict[str, object]) -> str:
        raise Unavailable("disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(drafts.DraftBox, "keep", full)
        clerk.press("Alt+S").type("ab")
    assert "草稿没有存下" in clerk.window.status.words.text()
    assert clerk.form.summary.text() == "ab"
    clerk.type("c")
    assert "草稿已存" in clerk.window.status.words.text()


def test_a_cleared_form_comes_back_after_a_crash_until_work_went_on(clerk: Clerk):
    clerk.begin(summary="误清").press("Escape")
    assert again(clerk).form.summary.text() == "误清"


def test_a_cleared_form_that_came_back_after_a_crash_waits_like_any_other(clerk: Clerk):
    keeper = clerk.page.unsaved._keeper
    clerk.begin(summary="误清").press("Escape")
    (cleared,) = kept_forms(clerk)
    assert keeper.is_cleared(cleared.extra)
    keeper.session = "after the crash"
    assert not keeper.is_cleared(cleared.extra)
    again(clerk)
    (waiting,) = kept_forms(clerk)
    assert (waiting.draft, CLEARED in waiting.extra) == (cleared.draft, False)


def kept_forms(clerk: Clerk) -> tuple[KeptDraft, ...]:
    found: list[tuple[KeptDraft, ...]] = []
    clerk.page.unsaved._keeper.read(clerk.page, found.append)
    clerk.settle()
    return found[0]


def test_a_form_cleared_on_purpose_does_not_come_back_after_an_orderly_end(clerk: Clerk):
    clerk.begin(summary="误清").press("Escape")
    clerk.page.ended()
    assert again(clerk).form.is_blank()


@pytest.mark.parametrize("field", ["summary", "detail", "person_name"])
def test_ten_megabytes_are_pasted_in_the_blink_of_an_eye(clerk: Clerk, field: str):
    edit = clerk.form.fields()[field].edit
    edit.setFocus()
    content = QMimeData()
    content.setText("首问接待" * 850_000)
    QGuiApplication.clipboard().setMimeData(content)
    begun = time.perf_counter()
    edit.paste()
    assert time.perf_counter() - begun < 0.5
    clerk.settle()
    assert "最多" in clerk.form.fields()[field].error
