"""The window and the command line on one database: what one does the other shows within a beat, and none is lost."""

import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.case_acts import CaseAct
from reception.rules.case_life import CaseOutcome
from reception.rules.cases import Case, CaseStatus
from reception.rules.inquiries import Disposition
from reception.services import case_files, inquiries
from tests.cast import ANN, PASSWORD, Clock
from tests.cli.said import entry
from tests.drafts import draft_of
from tests.second_program import said, started
from tests.ui.board import Enter, enter_board, press, write
from tests.ui.conftest import Ask, answered
from tests.ui.test_cases import row
from tests.ui.test_reminders import banner_of
from ui.desk_link import DeskLink
from ui.main_window import MainWindow

PERSON = {"person_name": "林晓舟", "phone": "13800138000", "privacy_told": True}
Command = Callable[..., list[str]]
LINES = 25


@pytest.fixture
def enter(shell: MainWindow, link: DeskLink, qtbot: QtBot) -> Enter:
    """Give a way to enter the room of what is due."""
    return partial(enter_board, shell, link, qtbot)


@pytest.fixture
def signed(office: Path, tmp_path: Path) -> tuple[str, ...]:
    """Give the words with which 安 signs in at the command line."""
    (tmp_path / "password").write_text(PASSWORD, encoding="utf-8")
    return ("--data", str(office), "--as", ANN, "--password-file", str(tmp_path / "password"))


@pytest.fixture
def command(signed: tuple[str, ...], clock: Clock) -> Command:
    """Give a way to say a command as 安 in a second program, by the clock of this test."""

    def say(name: str, *words: str, stdin: str = "") -> list[str]:
        return said(clock(), name, *signed, *words, stdin=stdin)

    return say


@pytest.fixture
def case(ask: Ask) -> Case:
    """Give a case that 安 accepted: five working days, due on 2026-12-01 17:30."""
    made: Case = ask(inquiries.record, draft_of(Disposition.D3)).case
    return made


def beat(link: DeskLink, qtbot: QtBot) -> None:
    """Let one beat of the line pass, and what follows from it."""
    link.beat()
    answered(link, qtbot)


def test_what_a_command_does_stands_on_the_board_within_a_beat(
    case: Case,
    enter: Enter,
    command: Command,
    office: Path,
    clock: Clock,
    link: DeskLink,
    qtbot: QtBot,
    shell: MainWindow,
):
    page = enter()
    assert row(page)[0] == "● 剩 5 个工作日"
    stop = {"cause": "hearing", "reason": "等待听证", "ground": "规定第八条", "planned_on": "2026-11-30"}
    command("case", case.case_no, "--do", "pause", stdin=json.dumps(stop, ensure_ascii=False))
    beat(link, qtbot)
    assert "中止" in row(page)[0]
    command("case", case.case_no, "--do", "resume")
    command("record", stdin=entry(disposition="D3", matter="JW-03", **PERSON))
    beat(link, qtbot)
    assert page.table.records.rowCount() == 2
    assert [row(page, number)[0] for number in (0, 1)] == ["● 剩 5 个工作日"] * 2
    clock.now = case.due_at + timedelta(minutes=1)
    assert len(said(clock(), "sweep", "--data", str(office))) == 3
    beat(link, qtbot)
    assert f"{case.case_no}：" in banner_of(shell)
    assert row(page)[0].startswith("■ 超期")


def test_what_was_typed_stays_when_a_command_ended_the_case_meanwhile(
    case: Case, enter: Enter, command: Command, ask: Ask, link: DeskLink, qtbot: QtBot, shell: MainWindow
):
    page = enter()
    press(link, qtbot, "Alt+J")
    write("学生证已补办")
    command("case", case.case_no, "--do", "withdraw", stdin=json.dumps({"reason": "本人撤回"}))
    press(link, qtbot, "Tab", "Down", "Ctrl+Return")
    ended = ask(case_files.by_id, case.id).case
    assert (ended.status, ended.outcome, ended.result) == (CaseStatus.CLOSED, CaseOutcome.WITHDRAWN, "本人撤回")
    beat(link, qtbot)
    assert page.table.records.rowCount() == 0
    assert shell.toasts.text == f"{case.case_no} 已有变化，现在不能这样办。填写的内容已保留。"
    assert page.why.acts._typed[case.id, CaseAct.CLOSE]["result"] == "学生证已补办"


def test_window_and_stream_write_at_once_and_every_number_is_given_once(
    ask: Ask, signed: tuple[str, ...], office: Path, clock: Clock, link: DeskLink, qtbot: QtBot
):
    stream = started(clock(), "record", *signed, "--stream")
    lines = [json.dumps(json.loads(entry(disposition="D3", matter="JW-03", **PERSON))) for _ in range(LINES)]
    assert stream.stdin is not None
    assert stream.stdout is not None
    stream.stdin.write(("\n".join(lines) + "\n").encode("utf-8"))
    stream.stdin.flush()
    first = stream.stdout.readline()
    mine = [ask(inquiries.record, draft_of(Disposition.D3)).inquiry.reg_no for _ in range(LINES)]
    out, _err = stream.communicate(timeout=120)
    theirs = [line for line in (first + out).decode("utf-8").splitlines() if line]
    assert stream.returncode == 0
    assert sorted({*mine, *theirs}) == [f"首问〔2026〕{number:04d}" for number in range(1, 2 * LINES + 1)]
    assert said(clock(), "check", "--data", str(office))
