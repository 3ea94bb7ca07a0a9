"""An own promise at the intake: shown where the catalogue leaves the limit open, one key away where it does not."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception.rules.case_life import LimitBasis
from reception.rules.cases import NEVER, Case
from reception.rules.catalogue import Matter
from reception.rules.inquiries import Disposition
from reception.rules.limits import Limit, LimitUnit
from reception.rules.staff import Action
from reception.services import case_files
from reception.services.desk import Desk
from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from tests.ui.test_inquiries_unsaved import again
from ui.desk_link import DeskLink


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form."""
    hands = Clerk(link, ask, qtbot)
    yield hands
    hands.close()


@pytest.fixture
def unlimited(ask: Ask) -> None:
    """Let the catalogue promise nothing for one matter, as an older one may."""

    def forget(desk: Desk) -> None:
        with desk.work(Action.EDIT_CATALOGUE) as work:
            matter = work.find(Matter, code="JW-03")
            assert matter is not None
            work.log(work.change(replace(matter, limit=None)))

    ask(forget)


def accepted(clerk: Clerk) -> Clerk:
    """Fill in a student card to be renewed, accepted with a date."""
    clerk.begin(name="林晓舟", phone="13800001234", summary="")
    return clerk.choose_matter("bbxsz").press("F7")


def case_of(clerk: Clerk) -> Case:
    view = clerk.ask(case_files.of_inquiry, clerk.recorded()[-1].id)
    assert view is not None
    found: Case = view.case
    return found


def test_a_shorter_promise_is_one_key_away_and_counted_at_once(clerk: Clerk):
    limits = accepted(clerk).form.limits
    assert (limits.button.isVisible(), limits.limit.isVisible()) == (True, False)
    assert not clerk.form.is_blank()
    clerk.press("Ctrl+N")
    assert limits.limit.line.text() == "不得长于5个工作日"
    assert limits.said.text() == "按这个时限，最迟 2026年12月1日（星期二）17:30 办结。"
    clerk.type("2")
    assert limits.limit.limit() == Limit(unit=LimitUnit.WD, n=2)
    assert limits.said.text() == "按这个时限，最迟 2026年11月26日（星期四）17:30 办结。"
    assert "11月26日" in clerk.form.ways.note.text()
    assert "11月26日" in clerk.form.ways.say.text()
    clerk.press("Ctrl+S")
    case = case_of(clerk)
    assert (case.limit, case.limit_basis) == (Limit(unit=LimitUnit.WD, n=2), LimitBasis.OWN_PROMISE)
    assert f"{clerk.link.desk.calendar.local(case.due_at):%m-%d %H:%M}" == "11-26 17:30"
    assert clerk.form.is_blank()
    assert not limits.isVisible()


def test_keys_that_follow_the_save_of_a_matter_with_papers_land_in_the_next_form(clerk: Clerk):
    accepted(clerk)
    for key, modifier in (
        (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier),
    ):
        QTest.keyClick(clerk.focus(), key, modifier)  # without waiting for the desk
    clerk.type("王小明")
    assert case_of(clerk).limit_basis is LimitBasis.CATALOGUE
    assert (clerk.form.person.person_name.text(), clerk.form.person.phone.text()) == ("王小明", "")


def test_a_promise_longer_than_the_published_one_is_refused_at_its_field(clerk: Clerk):
    accepted(clerk).press("Ctrl+N").type("9")
    assert not clerk.form.limits.said.isVisible()
    clerk.press("Ctrl+S")
    assert clerk.errors().keys() == {"limit"}
    assert "5个工作日" in clerk.errors()["limit"]
    clerk.press("Ctrl+N", "Ctrl+S")
    assert (case_of(clerk).limit.n, case_of(clerk).limit_basis) == (5, LimitBasis.CATALOGUE)


def test_what_was_promised_counts_for_its_way_only_and_comes_back_after_a_crash(clerk: Clerk):
    accepted(clerk).press("Ctrl+N").type("3")
    assert clerk.form.draft().limit == Limit(unit=LimitUnit.WD, n=3)
    clerk.press("F6")
    assert not clerk.form.limits.isVisible()
    assert clerk.form.draft(all_fields=False).limit is None
    later = again(clerk)
    later.press("F7")
    assert later.form.limits.limit.isVisible()
    assert later.form.draft(all_fields=False).limit == Limit(unit=LimitUnit.WD, n=3)
    later.press("Ctrl+S")
    assert case_of(later).limit.n == 3


@pytest.mark.usefixtures("unlimited")
def test_where_nothing_is_published_the_limit_is_asked_for_and_further_offices_give_it(clerk: Clerk):
    limits = accepted(clerk).form.limits
    assert [field.isVisible() for field in limits.fields().values()] == [True, True, True]
    assert not limits.button.isVisible()
    clerk.press("Ctrl+S")
    assert clerk.errors().keys() == {"limit"}
    limits.further_offices.setFocus()
    clerk.press("Ctrl+A").type("2")
    assert limits.said.text() == "按这个时限，最迟 2026年12月7日（星期一）17:30 办结。"
    clerk.press("Ctrl+S")
    case = case_of(clerk)
    assert (case.limit, case.limit_basis) == (Limit(unit=LimitUnit.WD, n=9), LimitBasis.OWN_PROMISE)


@pytest.mark.usefixtures("unlimited")
def test_where_no_limit_can_be_given_the_reason_stands_for_it(clerk: Clerk):
    limits = accepted(clerk).form.limits
    limits.no_limit_reason.setFocus()
    clerk.type("等学校统一部署")
    assert limits.said.text().startswith("无时限")
    assert clerk.form.ways.note.text() == "保存后生成受理编号；无时限"
    clerk.press("Ctrl+S")
    assert (case_of(clerk).no_limit_reason, case_of(clerk).due_at) == ("等学校统一部署", NEVER)


@pytest.mark.parametrize(("key", "way"), [("Shift+F8", Disposition.D9), ("F5", Disposition.D1)])
def test_only_a_way_that_opens_a_case_is_asked_for_its_limit(clerk: Clerk, key: str, way: Disposition):
    clerk.begin(name="林晓舟", phone="13800001234").press(key)
    assert clerk.form.ways.way is way
    assert clerk.form.limits.isVisible() is (way is Disposition.D9)
    clerk.press("Ctrl+N")
    assert clerk.form.limits.limit.isVisible() is (way is Disposition.D9)
