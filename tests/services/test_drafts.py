"""Drafts: what was typed is there again, until it is registered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reception.rules.inquiries import Disposition
from reception.services import inquiries
from reception.services.desk import Desk
from reception.services.drafts import DraftBox
from tests.drafts import draft_of


@pytest.fixture
def box(tmp_path: Path) -> Iterator[DraftBox]:
    opened = DraftBox(tmp_path)
    yield opened
    opened.close()


def test_a_form_comes_back_as_it_was_left(desk: Desk, box: DraftBox, tmp_path: Path) -> None:
    draft = draft_of(Disposition.D6, summary="半句话", person_name="𠅤·😀\ud83d", detail="一\n二")
    box.keep(desk, draft, {"ticks": {"1": "missing"}})
    other = DraftBox(tmp_path)
    kept = other.open_drafts(desk)
    other.close()
    assert [(each.draft, each.extra) for each in kept] == [(draft, {"ticks": {"1": "missing"}})]


def test_the_last_edit_wins_and_a_dropped_form_is_gone(desk: Desk, box: DraftBox) -> None:
    draft = draft_of(summary="一")
    box.keep(desk, draft, {})
    box.keep(desk, draft_of(token=draft.token, summary="二"), {})
    assert [each.draft.summary for each in box.open_drafts(desk)] == ["二"]
    box.drop(draft.token)
    assert box.open_drafts(desk) == ()


def test_a_form_registered_before_the_crash_is_not_offered_again(desk: Desk, box: DraftBox) -> None:
    draft = draft_of()
    box.keep(desk, draft, {})
    inquiries.record(desk, draft)
    assert box.open_drafts(desk) == ()


def test_a_colleague_does_not_see_ones_unsaved_forms(desk: Desk, ben_desk: Desk, box: DraftBox) -> None:
    box.keep(desk, draft_of(), {})
    assert box.open_drafts(ben_desk) == ()


def test_several_forms_are_kept_side_by_side_oldest_first(desk: Desk, box: DraftBox) -> None:
    for summary in ("一", "二", "三"):
        box.keep(desk, draft_of(summary=summary), {})
    assert {each.draft.summary for each in box.open_drafts(desk)} == {"一", "二", "三"}


def test_a_form_of_one_text_comes_back_to_who_wrote_it_and_is_no_inquiry(
    desk: Desk, ben_desk: Desk, box: DraftBox, tmp_path: Path
) -> None:
    box.keep_note(desk, "shift", "钥匙在")
    box.keep_note(desk, "shift", "钥匙在抽屉")
    again = DraftBox(tmp_path)
    assert (again.note(desk, "shift"), again.note(ben_desk, "shift")) == ("钥匙在抽屉", "")
    assert again.open_drafts(desk) == ()
    again.keep_note(desk, "shift", "")
    assert again.note(desk, "shift") == ""
    again.close()
