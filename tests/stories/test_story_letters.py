"""Papers of a day, by keyboard: left and receipted, handed over, accepted, found again by its code, refused, void."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reception.rules.case_acts import CaseAct
from reception.rules.inquiries import Disposition
from reception.rules.papers import PaperForm, PaperKind
from reception.services import inquiries, letters, register
from reception.services.rereading import text_of
from reception.store.database import open_store
from reception.words import Language
from reception.words.history import history_line
from tests.cast import ANN, Clock, desk_of
from tests.drafts import draft_of
from tests.ui.conftest import Ask
from tests.ui.intake import Clerk
from tests.ui.trays import Tray
from ui.desk_link import DeskLink
from ui.letters.page import LetterPage
from ui.letters.step import LetterStep
from ui.printing import sender
from ui.rail import ROOMS

ROOT = Path(__file__).parents[2]
KEYS_BEFORE_THE_KILL = 60


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    """Give a machine with one printer."""
    return Tray(tmp_path, "前台")


@pytest.fixture
def clerk(link: DeskLink, ask: Ask, qtbot: QtBot, tray: Tray) -> Iterator[Clerk]:
    """Give 安 Ann's hands at an empty form, with every room."""
    hands = Clerk(link, ask, qtbot, ROOMS)
    hands.window.prints.printers = tray
    yield hands
    hands.close()


def step_of(clerk: Clerk) -> LetterStep:
    step = clerk.window.step
    assert isinstance(step, LetterStep)
    return step


def agree_to_print(clerk: Clerk) -> None:
    """Agree in the window that asks for a printer."""
    page = clerk.window.step
    assert isinstance(page, LetterPage)
    assert page.dialog is not None
    page.dialog.accept()
    clerk.qtbot.waitUntil(lambda: not sender().is_busy and not clerk.link.is_busy, timeout=20_000)
    clerk.settle()


def test_papers_are_receipted_handed_over_and_found_again(clerk: Clerk, tray: Tray):
    clerk.begin(name="林晓舟", phone="138 0000 1234", summary="学分认定")
    clerk.press("Shift+F5").type("JW-06").press("Return")
    clerk.form.ways.papers.add.setFocus()
    clerk.press("Return").type("学分认定申请表").press("Ctrl+S")
    assert clerk.toast().endswith("Ctrl+D 出具材料接收凭证、转办（移交）单")

    clerk.press("Ctrl+D", "Ctrl+P")
    agree_to_print(clerk)
    clerk.press("Escape")
    assert step_of(clerk).kind is PaperKind.ZB
    clerk.press("Ctrl+P")
    agree_to_print(clerk)
    clerk.press("Escape")
    receipt, transfer = clerk.ask(letters.of_inquiry, 1)
    assert (receipt.number, transfer.number) == ("教务收〔2026〕第0001号", "教务转〔2026〕第0001号")
    assert (receipt.prints, transfer.prints) == (1, 1)
    assert [path.exists() for path in tray.jobs] == [True, True]

    clerk.press("Ctrl+K").type("收2026-1")
    clerk.press("Return", "Return")
    page = clerk.window.step
    assert isinstance(page, LetterPage)
    assert page.letter.number == receipt.number
    clerk.press("Ctrl+R")
    view = clerk.ask(register.show, 1)
    said = [history_line(entry, clerk.link.desk.calendar, Language.ZH).what for entry in view.history]
    assert "出具材料接收凭证 教务收〔2026〕第0001号" in said
    assert "打印文书，第 1 次" in said


def test_a_matter_is_accepted_then_refused_with_its_report(clerk: Clerk):
    clerk.begin(name="欧阳龑", phone="138 0000 1234", summary="")
    clerk.choose_matter("bbxsz").press("F7", "Ctrl+S", "Ctrl+D", "Ctrl+S", "Escape")
    clerk.press("Alt+2")
    clerk.window.pages["cases"].why.acts.open(CaseAct.REFUSE)  # type: ignore[attr-defined]
    clerk.settle()
    clerk.type("补办条件").press("Tab").type("学籍管理规定").press("Tab").type("第三条").press("Tab", "Tab", "Down")
    clerk.press("Ctrl+Return")
    kinds = [each.kind for each in clerk.ask(letters.of_inquiry, 1)]
    assert kinds == [PaperKind.SL, PaperKind.BB, PaperKind.BBR]
    paper = clerk.ask(letters.render, 3, PaperForm())
    found = "".join(text_of(paper.pdf).split())
    assert "拟对补办学生证作出不予办理决定。理由：补办条件。" in found
    assert "欧阳龑" in found


def test_what_was_typed_into_a_letter_before_a_kill_is_there_again(
    office: Path, request: pytest.FixtureRequest, qtbot: QtBot
):
    record(office)
    command = [sys.executable, "-m", "tests.stories.letter_desk", str(office)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert child.stdout is not None
    for line in child.stdout:
        if int(line) >= KEYS_BEFORE_THE_KILL:
            break
    child.kill()
    child.communicate()
    link: DeskLink = request.getfixturevalue("link")
    ask: Callable[..., object] = request.getfixturevalue("ask")
    clerk = Clerk(link, ask, qtbot, ROOMS)
    clerk.window.go("register", inquiry_id=1)
    clerk.settle()
    clerk.press("Ctrl+D", "1")
    step = step_of(clerk)
    assert step.form is not None
    assert len(step.form.own["basis"].text()) >= KEYS_BEFORE_THE_KILL - 1  # type: ignore[attr-defined]
    assert not step.kept.isHidden()
    step.form.own["body"].setFocus()
    clerk.type("市政务中心").press("Ctrl+S")
    assert [each.kind for each in clerk.ask(letters.of_inquiry, 1)] == [PaperKind.BS]
    clerk.close()


def record(office: Path) -> None:
    """Record a visitor whose matter is not for us, before any window is open."""
    store = open_store(office)
    try:
        inquiries.record(desk_of(store, ANN, Clock()), draft_of(Disposition.D8))
    finally:
        store.close()
