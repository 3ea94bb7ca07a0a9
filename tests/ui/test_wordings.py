"""The office's own sentences in the settings, by keyboard."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.papers import PaperKind, PaperLanguage
from reception.rules.wordings import placeholders
from reception.services import wordings
from reception.words.letter_texts import PLACEHOLDERS, WORDINGS
from tests.cast import BEN, Clock
from tests.ui.conftest import Ask, sit
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink
from ui.rail import ROOMS
from ui.settings.wordings import WordingsSection


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands in every room."""
    hands = Clerk(link, ask, qtbot, ROOMS)
    yield hands
    hands.close()


@pytest.fixture
def section(clerk: Clerk) -> WordingsSection:
    """Give the section, with the acceptance chosen."""
    return entered(clerk)


def entered(clerk: Clerk) -> WordingsSection:
    clerk.window.go("settings", section="wordings")
    clerk.settle()
    section = clerk.window.pages["settings"].parts["wordings"]  # type: ignore[attr-defined]
    assert isinstance(section, WordingsSection)
    section.table.select_record(PaperKind.SL.value)
    clerk.settle()
    return section


def test_what_was_shipped_is_pale_and_seen_on_a_sample(section: WordingsSection):
    assert section.fields["statement"].text() == ""
    assert section.fields["statement"].edit.placeholderText() == WORDINGS[PaperKind.SL].statement[0]
    assert section.state.text() == "印的是出厂用语（浅色）"
    assert section.pane.view.page_count == 1


def test_placeholders_are_put_in_by_key_and_faults_said_where_they_are(clerk: Clerk, section: WordingsSection):
    field = section.fields["statement"]
    clerk.press("Alt+T").type("您的").press("Ctrl+1").type("已受理")
    assert field.text() == "您的{matter}已受理"
    assert field.error.splitlines() == [f"缺少必须写明的“{{{name}}}”。" for name in ("at", "due", "no")]
    assert section.pane.none.text() == "用语改对以后，这里显示样张。"
    assert section.shipped.text() == f"出厂用语：{WORDINGS[PaperKind.SL].statement[0]}"
    clerk.press("Ctrl+2", "Ctrl+3", "Ctrl+4")
    assert field.error == ""
    assert section.pane.view.page_count == 1
    assert field.edit.hasFocus()


def test_an_edition_is_kept_with_one_key_and_taken_back(clerk: Clerk, section: WordingsSection):
    clerk.press("Alt+T").type("甲").press("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+S")
    assert clerk.toast() == "已保存，从现在起出具的受理通知单用新的用语"
    assert section.state.text() == "第 1 版 · 安 · 2026年11月24日"
    clerk.press("Alt+R")
    clerk.qtbot.waitUntil(lambda: section.fields["statement"].text() == "", timeout=20_000)
    clerk.press("Ctrl+S")
    assert [each.statement for each in clerk.ask(wordings.editions, PaperKind.SL)] == ["", "甲{matter}{no}{at}{due}"]
    assert section.state.text() == "印的是出厂用语（浅色）"
    section.editions.setFocus()
    section.editions.selectRow(1)
    clerk.press("Return")
    assert section.fields["statement"].text() == "甲{matter}{no}{at}{due}"


def test_a_fault_in_the_other_language_leads_there(clerk: Clerk, section: WordingsSection):
    section.speak(PaperLanguage.EN)
    clerk.press("Alt+T").type("only").press("Alt+Z", "Ctrl+S")
    assert section.language is PaperLanguage.EN
    assert section.fields["statement_en"].error
    assert clerk.ask(wordings.editions, PaperKind.SL) == ()


def test_what_was_typed_stays_with_its_kind(clerk: Clerk, section: WordingsSection):
    clerk.press("Alt+T").type("甲")
    section.table.select_record(PaperKind.ZB.value)
    clerk.settle()
    assert section.fields["statement"].text() == ""
    section.table.select_record(PaperKind.SL.value)
    clerk.settle()
    assert section.fields["statement"].text() == "甲"
    assert section.state.text() == "有改动还没有保存"


def test_the_shipped_sentence_is_put_in_to_be_changed(clerk: Clerk, section: WordingsSection):
    clerk.press("Alt+F")
    clerk.qtbot.waitUntil(lambda: section.fields["statement"].text() != "", timeout=20_000)
    assert section.fields["statement"].text() == WORDINGS[PaperKind.SL].statement[0]
    assert section.fields["statement_en"].text() == ""


def test_who_does_not_keep_the_office_reads_only(clerk: Clerk, clock: Clock, qtbot: QtBot):
    sit(clerk.link, qtbot, BEN, clock)
    section = entered(clerk)
    assert not section.foot.button.isEnabled()
    assert not section.fields["statement"].inner.isEnabled()
    clerk.press("Ctrl+1")
    assert section.fields["statement"].text() == ""


@pytest.mark.parametrize("kind", WORDINGS)
def test_every_placeholder_has_a_name_and_a_key(kind: PaperKind):
    for text in WORDINGS[kind].statement:
        assert placeholders(text) <= PLACEHOLDERS.keys()
        assert len(placeholders(text)) <= 9
