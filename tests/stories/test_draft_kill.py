"""The program is killed while somebody types: what was typed is there again at the next start."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.stories.typing_desk import ALPHABET
from tests.ui.intake import Clerk
from ui.desk_link import DeskLink

ROOT = Path(__file__).parents[2]
ONE_SECOND = 1.0


def type_until_killed(folder: Path, keys: int) -> tuple[list[float], float]:
    """Let a child type `keys` characters at least and kill it; give when each was typed, and when it died."""
    command = [sys.executable, "-m", "tests.stories.typing_desk", str(folder)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert child.stdout is not None
    times: list[float] = []
    for line in child.stdout:
        times.append(float(line.split()[1]))
        if len(times) >= keys:
            break
    killed = time.monotonic()
    child.kill()
    rest, _nothing = child.communicate()
    times += [float(line.split()[1]) for line in rest.splitlines() if len(line.split()) == 2]
    return times, killed


def shown(widget: QWidget) -> str:
    """Give the words that a widget shows."""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


@pytest.mark.parametrize("keys", [1, 9, 60, 150])
def test_what_was_typed_before_a_kill_is_in_the_form_again(
    office: Path, request: pytest.FixtureRequest, qtbot: QtBot, keys: int
):
    times, killed = type_until_killed(office, keys)
    link: DeskLink = request.getfixturevalue("link")
    ask: Callable[..., object] = request.getfixturevalue("ask")
    clerk = Clerk(link, ask, qtbot)
    text = clerk.form.detail.text()
    old_enough = sum(moment < killed - ONE_SECOND for moment in times)
    expected = "".join(ALPHABET[place % len(ALPHABET)] for place in range(len(times)))
    assert expected.startswith(text)
    assert len(text) >= old_enough
    assert len(times) - len(text) <= 3
    if text:
        assert "未保存的内容" in shown(clerk.page.parked)
    clerk.close()
