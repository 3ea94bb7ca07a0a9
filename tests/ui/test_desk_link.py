"""The line to the desk: who is called, on which thread, and what becomes of failures."""

import threading
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from reception.errors import Invalid, Reason, ReceptionError, Unavailable
from reception.rules.office import Counter
from reception.services import office as office_service
from reception.services.desk import Desk
from reception.store.database import Store, open_store
from tests.cast import BEN, Clock, desk_of
from tests.ui.conftest import Ask, answered, sit
from ui.desk_link import DeskLink


def counter_names(desk: Desk) -> list[str]:
    return [counter.name for counter in office_service.counters(desk)]


def refuse(error: ReceptionError, _desk: Desk) -> None:
    raise error


def test_a_reading_is_answered_on_the_window_s_thread(link: DeskLink, qtbot: QtBot):
    threads: list[int] = []
    answers: list[list[str]] = []

    def read(desk: Desk) -> list[str]:
        threads.append(threading.get_ident())
        return counter_names(desk)

    def take(names: list[str]) -> None:
        threads.append(threading.get_ident())
        answers.append(names)

    link.run(link, read, done=take)
    answered(link, qtbot)
    assert answers == [["1号窗口"]]
    assert threads[1] == threading.get_ident()
    assert threads[0] != threads[1]


def test_an_owner_that_is_gone_is_not_called(link: DeskLink, qtbot: QtBot):
    owner = QWidget()
    called: list[object] = []
    gate = threading.Event()
    link.run(owner, lambda _desk: gate.wait(20), done=called.append)
    shiboken6.delete(owner)
    gate.set()
    answered(link, qtbot)
    assert called == []


def test_many_owners_die_while_their_answers_are_under_way(link: DeskLink, qtbot: QtBot):
    called: list[int] = []
    for number in range(200):
        owner = QWidget()
        link.run(owner, lambda _desk, n: n, number, done=called.append)
        if number % 2:
            shiboken6.delete(owner)
        else:
            owner.deleteLater()
    answered(link, qtbot)
    assert all(number % 2 == 0 for number in called)


def test_only_the_latest_reading_of_an_owner_is_answered(link: DeskLink, qtbot: QtBot):
    owner = QObject()
    found: list[str] = []
    gate, begun = threading.Event(), threading.Event()

    def search(_desk: Desk, word: str) -> str:
        begun.set()
        gate.wait(20)
        return word

    for word in ("学", "学生", "学生证"):
        link.run(owner, search, word, done=found.append, latest=True)
    gate.set()
    answered(link, qtbot)
    assert found == ["学生证"]


def test_latest_leaves_other_readings_of_the_owner_alone(link: DeskLink, qtbot: QtBot):
    owner = QObject()
    found: list[str] = []
    link.run(owner, lambda _desk: "one", done=found.append, latest=True)
    link.run(owner, lambda _desk: "two", done=found.append, latest=True)
    answered(link, qtbot)
    assert found == ["one", "two"]


def test_a_long_query_is_interrupted_when_nobody_waits_for_it(link: DeskLink, qtbot: QtBot):
    begun = threading.Event()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

    def count_for_ever(desk: Desk) -> None:
        with desk.reading():
            begun.set()
            desk.store.database.execute_sql(endless).fetchall()

    number = link.run(link, count_for_ever)
    assert begun.wait(20)
    found: list[list[str]] = []

    def stopped() -> bool:
        link.beat()
        return bool(found)

    link.stop(number)
    link.run(link, counter_names, done=found.append)
    qtbot.waitUntil(stopped, timeout=20_000)
    assert found == [["1号窗口"]]


def test_a_change_is_told_to_all_after_its_caller(link: DeskLink, qtbot: QtBot):
    told: list[object] = []
    link.changed.connect(told.append)
    link.change(link, office_service.add_counter, "2号窗口", done=lambda counter: told.append(counter.name))
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    assert told == ["2号窗口", frozenset({"Counter"})]


def test_a_change_by_another_program_is_told_at_the_next_beat(link: DeskLink, office: Path, clock: Clock, qtbot: QtBot):
    told: list[frozenset[str]] = []
    link.changed.connect(told.append)

    def elsewhere() -> None:
        other = open_store(office)
        office_service.add_counter(desk_of(other, "安", clock), "3号窗口")
        other.close()

    link.without_desk(link, elsewhere)
    answered(link, qtbot)
    assert told == []
    link.beat()
    answered(link, qtbot)
    assert told == [frozenset({"Counter"})]


def test_nothing_is_told_when_nothing_changed(link: DeskLink, qtbot: QtBot):
    told: list[object] = []
    link.changed.connect(told.append)
    link.beat()
    link.beat()
    answered(link, qtbot)
    assert told == []


def test_the_minute_is_told_once_when_it_turns(link: DeskLink, clock: Clock, qtbot: QtBot):
    minutes: list[bool] = []
    link.minute.connect(lambda: minutes.append(True))
    clock.advance(seconds=59)
    link.beat()
    assert minutes == []
    clock.advance(seconds=1)
    link.beat()
    link.beat()
    assert minutes == [True]
    answered(link, qtbot)


def test_a_refusal_goes_to_the_caller(link: DeskLink, qtbot: QtBot):
    caught: list[ReceptionError] = []
    shown: list[object] = []
    link.failed.connect(lambda error, _retry: shown.append(error))
    link.change(link, office_service.add_counter, "", failed=caught.append)
    answered(link, qtbot)
    assert isinstance(caught[0], Invalid)
    assert shown == []


def test_a_refusal_that_no_caller_takes_is_shown_and_can_be_repeated(link: DeskLink, qtbot: QtBot):
    shown: list[ReceptionError] = []
    retries = []
    tries: list[int] = []

    def fail_once(_desk: Desk) -> str:
        tries.append(1)
        if len(tries) == 1:
            raise Unavailable("locked")
        return "done"

    answers: list[str] = []
    link.failed.connect(lambda error, _retry: shown.append(error))
    link.failed.connect(lambda _error, retry: retries.append(retry))
    link.run(link, fail_once, done=answers.append)
    answered(link, qtbot)
    assert (shown[0].code, answers) == ("locked", [])
    retries[0]()
    answered(link, qtbot)
    assert answers == ["done"]


def test_a_failure_of_the_machine_is_shown_even_when_the_caller_takes_it(link: DeskLink, qtbot: QtBot):
    shown: list[str] = []
    caught: list[str] = []
    link.failed.connect(lambda error, _retry: shown.append(error.code))
    link.change(link, partial(refuse, Unavailable("disk_full")), failed=lambda error: caught.append(error.code))
    answered(link, qtbot)
    assert (shown, caught) == (["disk_full"], ["disk_full"])


def test_an_unknown_failure_reaches_the_report_window(link: DeskLink, qtbot: QtBot):
    def stumble(_desk: Desk) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        link.run(link, stumble)
        answered(link, qtbot)
    assert [kind for kind, _value, _trace in caught] == [ZeroDivisionError]


def test_an_unknown_failure_is_reported_even_when_its_window_is_gone(link: DeskLink, qtbot: QtBot):
    def stumble(_desk: Desk) -> None:
        raise ZeroDivisionError

    owner = QWidget()
    with capture_exceptions() as caught:
        link.change(owner, stumble)
        shiboken6.delete(owner)
        answered(link, qtbot)
    assert [kind for kind, _value, _trace in caught] == [ZeroDivisionError]


def test_a_refusal_of_an_owner_that_is_gone_is_not_shown(link: DeskLink, qtbot: QtBot):
    shown: list[object] = []
    link.failed.connect(lambda error, _retry: shown.append(error))
    owner = QWidget()
    link.run(owner, partial(refuse, Invalid(Reason(code="required", field="name"))))
    shiboken6.delete(owner)
    answered(link, qtbot)
    assert shown == []


def test_a_beat_that_cannot_read_is_told_once(link: DeskLink, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    from reception.services import audit

    shown: list[str] = []
    link.failed.connect(lambda error, _retry: shown.append(error.code))
    monkeypatch.setattr(audit, "changes_since", lambda _desk, _mark: refuse(Unavailable("damaged"), _desk))
    for _beat in range(3):
        link.beat()
        answered(link, qtbot)
    assert shown == ["damaged"]


def test_another_person_sits_down_at_the_same_line(link: DeskLink, clock: Clock, qtbot: QtBot):
    seated: list[bool] = []
    link.seated.connect(lambda: seated.append(True))
    sit(link, qtbot, BEN, clock)
    assert (link.desk.account.name, seated) == (BEN, [True])


def test_what_was_begun_is_finished_before_the_line_closes(link: DeskLink, ask: Ask, qtbot: QtBot, office: Path):
    for number in range(20):
        link.change(link, office_service.add_counter, f"临时{number}号")
    link.close()
    names: list[str] = []

    def look_on() -> None:
        other: Store = open_store(office)
        with other.reading():
            from reception.store import records

            names.extend(counter.name for counter in records.select(Counter))
        other.close()

    thread = threading.Thread(target=look_on)
    thread.start()
    thread.join()
    assert len(names) == 21


def test_a_closed_line_takes_no_calls(link: DeskLink):
    link.close()
    assert link.run(link, counter_names) == 0
    link.close()
