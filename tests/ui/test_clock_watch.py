"""A clock that was set back is said in every window until it is right again."""

from datetime import timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from reception.services import absences, clock_watch
from tests.cast import Clock
from tests.ui.conftest import Ask, answered
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink

SAID = "这台电脑的时间早于最后一笔记录"


def test_a_clock_before_the_last_record_is_said_until_it_is_right(link: DeskLink, ask: Ask, clock: Clock, qtbot: QtBot):
    clerk = Clerk(link, ask, qtbot)
    shown = clerk.window.banner_line
    assert SAID not in shown.words.text()
    ask(absences.step_out)
    clock.now -= timedelta(days=3)
    link.minute.emit()
    answered(link, qtbot)
    assert SAID in shown.words.text()
    assert "2026年11月24日" in shown.words.text()
    clock.now += timedelta(days=3)
    shown.button.click()
    answered(link, qtbot)
    assert SAID not in shown.words.text() or shown.isHidden()
    clerk.close()


def test_two_minutes_between_the_clocks_of_two_programs_say_nothing(ask: Ask, clock: Clock):
    def look(desk: Any) -> Any:
        return clock_watch.recorded_later(desk)

    ask(absences.step_out)
    written = clock.now
    clock.now = written - timedelta(minutes=2)
    assert ask(look) is None
    clock.now = written - timedelta(minutes=2, seconds=1)
    assert ask(look) == written
