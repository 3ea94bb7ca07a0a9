"""The step in which two visitors become one: by keys alone, from a record, with what differs chosen."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Disposition, Inquiry
from reception.rules.recognition import Visitor
from reception.services import inquiries, merging
from reception.services.desk import Desk
from reception.store import records
from tests.cast import DAN, Clock
from tests.drafts import draft_of
from tests.ui.conftest import Ask, answered, sit, type_text
from tests.ui.test_accessibility import faults
from ui.desk_link import DeskLink
from ui.main_window import MainWindow
from ui.visitors import MergeStep

LIN = {"person_name": "林晓舟", "phone": "13800001234", "person_unit": "数学学院"}
ZHOU = {"person_name": "林晓洲", "phone": "13911112222", "person_unit": "数学学院"}


def visitors_now(desk: Desk) -> tuple[list[Visitor], list[Inquiry]]:
    with desk.reading():
        return records.select(Visitor), records.select(Inquiry)


@pytest.fixture
def two(ask: Ask) -> tuple[int, int]:
    """Give the ids of 林晓舟, met twice, and 林晓洲."""
    ask(inquiries.record, draft_of(Disposition.D9, **LIN))
    first = ask(inquiries.record, draft_of(Disposition.D9, **LIN)).inquiry
    other = ask(inquiries.record, draft_of(Disposition.D9, **ZHOU)).inquiry
    return first.visitor_id, other.visitor_id


def opened(shell: MainWindow, link: DeskLink, qtbot: QtBot, one: int, other: int = 0) -> MergeStep:
    shell.activateWindow()
    shell.go("register")
    step = MergeStep(shell, link, one, other)
    shell.open_step(step)
    answered(link, qtbot)
    return step


def press(shell: MainWindow, link: DeskLink, qtbot: QtBot, *keys: Any) -> None:
    for key in keys:
        qtbot.keyClick(shell.focusWidget() or shell, key)
        answered(link, qtbot)


def test_a_record_leads_to_whoever_may_be_the_same_and_enter_compares(
    shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot, two: tuple[int, int]
):
    shell.go("register", inquiry_id=1)
    answered(link, qtbot)
    shell.pages["register"].pane.merge_button.click()  # type: ignore[attr-defined]
    answered(link, qtbot)
    step = shell.step
    assert isinstance(step, MergeStep)
    assert step.choosing.who.text() == "林晓舟 · 13800001234 · 数学学院"
    assert [step.choosing.table.records.record(0).name] == ["林晓洲"]
    step.choosing.search.edit.setFocus()
    step.choosing.search.edit.returnPressed.emit()
    step.choosing.table.chosen.emit(step.choosing.table.current())
    answered(link, qtbot)
    assert set(step.comparing.choices) == {"name", "phone"}
    assert step.back()
    assert not step.back()


def test_digits_choose_what_stays_and_the_rest_moves(
    shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot, two: tuple[int, int]
):
    step = opened(shell, link, qtbot, *two)
    assert step.comparing.moving.text() == "转入保留一位的登记：1 条"
    qtbot.keyClicks(step.comparing.choices["name"].row, "2")
    assert step.comparing.taken() == ("name",)
    step.merge()
    answered(link, qtbot)
    assert shell.step is None
    people, moved = ask(visitors_now)
    assert [(each.name, each.phone, each.merged_into) for each in people] == [
        ("林晓洲", "13800001234", None),
        ("林晓洲", "13911112222", 1),
    ]
    assert {each.visitor_id for each in moved} == {1}
    assert "已合并到林晓洲，转入 1 条登记" in shell.toasts.text


def test_the_sides_change_places_and_what_was_chosen_stays_chosen(
    shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot, two: tuple[int, int]
):
    step = opened(shell, link, qtbot, *two)
    qtbot.keyClicks(step.comparing.choices["phone"].row, "2")
    step.comparing.swap()
    assert step.comparing.taken() == ("name",)
    assert step.comparing.name() == "林晓舟"
    assert step.comparing.moving.text() == "转入保留一位的登记：2 条"
    step.merge()
    answered(link, qtbot)
    people, _moved = ask(visitors_now)
    assert [(each.name, each.phone, each.merged_into) for each in people] == [
        ("林晓舟", "13800001234", 2),
        ("林晓舟", "13911112222", None),
    ]


def test_whoever_changed_meanwhile_is_told_and_nothing_is_merged(
    shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot, two: tuple[int, int]
):
    step = opened(shell, link, qtbot, *two)
    ask(inquiries.record, draft_of(Disposition.D9, **ZHOU))
    step.merge()
    answered(link, qtbot)
    assert step.error.isVisible()
    assert shell.step is step
    people, _moved = ask(visitors_now)
    assert [each.merged_into for each in people] == [None, None]


def test_an_earlier_merge_is_undone_from_the_step(
    shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot, two: tuple[int, int]
):
    preview = ask(merging.merge_preview, *two)
    merge = ask(merging.merge, preview.kept.visitor, preview.merged.visitor)
    step = opened(shell, link, qtbot, two[0])
    step.part(merge.id)
    answered(link, qtbot)
    people, moved = ask(visitors_now)
    assert [each.merged_into for each in people] == [None, None]
    assert [each.visitor_id for each in moved] == [1, 1, 2]


def test_somebody_else_is_found_by_what_is_typed(
    shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot, two: tuple[int, int]
):
    ask(inquiries.record, draft_of(Disposition.D9, person_name="周敏", phone="13755556666"))
    step = opened(shell, link, qtbot, two[0])
    type_text(step.choosing.search, "zhoum")
    answered(link, qtbot)
    assert step.choosing.table.records.record(0).name == "周敏"


def test_the_step_names_its_controls(shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot, two: tuple[int, int]):
    opened(shell, link, qtbot, two[0])
    assert faults(shell) == []
    shell.close_step()
    opened(shell, link, qtbot, *two)
    assert faults(shell) == []


def test_a_supervisor_is_offered_no_merge(
    shell: MainWindow, link: DeskLink, ask: Ask, qtbot: QtBot, clock: Clock, two: tuple[int, int]
):
    sit(link, qtbot, DAN, clock)
    shell.go("register", inquiry_id=1)
    answered(link, qtbot)
    assert not shell.pages["register"].pane.merge_button.isVisible()  # type: ignore[attr-defined]
