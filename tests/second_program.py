"""The command line as a second program on the same file, in a process of its own, by the clock of the test."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PROGRAM = """
import sys, datetime, time_machine
at, *words = sys.argv[1:]
with time_machine.travel(datetime.datetime.fromisoformat(at), tick=False):
    from reception.cli import main
    sys.exit(main(words))
"""


def started(at: datetime, *words: str) -> subprocess.Popen[bytes]:
    """Start a command at an instant of the test's clock."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", _PROGRAM, at.isoformat(), *words]
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe)


def said(at: datetime, *words: str, stdin: str = "") -> list[str]:
    """Say a command at an instant of the test's clock, and give the lines that it answers."""
    child = started(at, *words)
    out, err = child.communicate(stdin.encode("utf-8"), timeout=120)
    if child.returncode != 0:
        raise AssertionError(f"{words[0]} ended with {child.returncode}: {err.decode('utf-8')}")
    return out.decode("utf-8").splitlines()
