"""The short weight: four choices are a record; what leaves one plain answer fills itself in, typing replaces it.

Source: handbook §1.2 (fast entry).
"""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.inquiries import Channel, Disposition, PersonKind
from reception.services import inquiries, tallies
from tests.drafts import draft_of
from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


def proposed(clerk: Clerk) -> list[str]:
    """Give the matters that the open list proposes."""
    popup = clerk.form.matter.popup
    return [popup.item(row).text() for row in range(popup.count())] if popup.isVisible() else []


@pytest.mark.parametrize(
    ("matter", "key", "way"),
    [
        ("bbxsz", "F5", Disposition.D1),
        ("bbxsz", "F6", Disposition.D2),
        ("CW-01", "Shift+F6", Disposition.D7),
    ],
)
def test_channel_kind_matter_and_way_are_a_record(clerk: Clerk, matter: str, key: str, way: Disposition):
    clerk.press("1", "Alt+K", "Down").choose_matter(matter).press(key, "Ctrl+S")
    assert clerk.errors() == {}
    (inquiry,) = clerk.recorded()
    assert (inquiry.channel, inquiry.person_kind) == (Channel.VISIT, PersonKind.UNDERGRADUATE)
    assert (inquiry.disposition, inquiry.person_name, inquiry.late_entry) == (way, "", False)


def test_an_answer_with_a_summary_asks_for_nothing_more(clerk: Clerk):
    clerk.press("1", "Alt+K", "Down", "Alt+S").type("205 室在哪").press("F5", "Ctrl+S")
    assert [each.summary for each in clerk.recorded()] == ["205 室在哪"]


def test_what_was_handled_on_the_spot_is_proposed_as_its_result_and_typing_replaces_it(clerk: Clerk):
    clerk.choose_matter("bbxsz").press("F6")
    assert clerk.form.ways.result.text() == "当场办结：学生证"
    clerk.type("已盖章")
    assert clerk.form.ways.result.text() == "已盖章"
    clerk.press("F5", "F6")
    assert clerk.form.ways.result.text() == "已盖章"


def test_a_proposed_result_follows_the_matter_and_goes_with_it(clerk: Clerk):
    clerk.choose_matter("bbxsz").press("F6", "Alt+M", "Ctrl+A").type("JW-01").press("Return")
    first = clerk.form.ways.result.text()
    assert first.startswith("当场办结：")
    assert first != "当场办结：学生证"
    clerk.press("Ctrl+A", "Backspace")
    assert clerk.form.ways.result.text() == ""


def test_a_proposal_that_was_emptied_does_not_come_back_by_itself(clerk: Clerk):
    clerk.choose_matter("bbxsz").press("F6", "Backspace")
    clerk.link.minute.emit()
    clerk.settle()
    assert clerk.form.ways.result.text() == ""


def test_nobody_leaves_papers_by_phone(clerk: Clerk):
    clerk.press("2", "Shift+F5")
    assert clerk.form.ways.papers.papers() == ()
    clerk.press("Alt+V")
    clerk.qtbot.waitUntil(lambda: clerk.form.channel is Channel.VISIT)
    assert clerk.form.ways.papers.papers() is None


def test_down_in_the_empty_field_proposes_what_this_counter_is_asked_most(clerk: Clerk):
    clerk.ask(inquiries.record, draft_of(matter="JW-05"))
    for number in range(2):
        clerk.ask(tallies.count, token=str(number), matter="JW-08")
    clerk.press("Alt+M")
    assert proposed(clerk) == []
    clerk.press("Down")
    assert [words.split()[-1] for words in proposed(clerk)[:3]] == ["JW-08", "JW-05", "JW-01"]
    clerk.press("Down", "Return")
    assert clerk.form.matter.code == "JW-05"


def test_escape_closes_the_proposals_and_typing_searches_as_ever(clerk: Clerk):
    clerk.press("Alt+M", "Down", "Escape")
    assert proposed(clerk) == []
    clerk.press("Down").type("bbxsz")
    assert [words.split()[-1] for words in proposed(clerk)] == ["JW-03"]
    clerk.press("Ctrl+A", "Backspace")
    assert proposed(clerk) == []


def test_enter_chooses_a_value_and_on_the_chosen_one_goes_on(clerk: Clerk):
    clerk.press("Return")
    assert clerk.form.channel is Channel.VISIT
    assert clerk.form.contact.channel.isAncestorOf(clerk.focus())
    clerk.press("Return")
    assert clerk.form.person.person_name.edit.hasFocus()
    assert clerk.recorded() == []
