"""A screen of its own: an X server, a session bus and a home folder, on which the real program is started.

What only shows from outside (a screen reader, an input method) needs a real display; nothing here waits blindly.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from reception.services.office import create_office
from tests.cast import CHEAP_PASSWORDS, COUNTER, OFFICE, PASSWORD, Clock

ROOT = Path(__file__).parents[2]
PATIENCE_S = 120.0
CLERK = "林静"
SIZE = "1366x768x24"
Found = TypeVar("Found")


def until(look: Callable[[], Found | None], why: str, within_s: float = PATIENCE_S) -> Found:
    """Look again and again until there is something, and give it.

    Raises:
        TimeoutError: there was nothing in time; `why` says what was waited for.
    """
    pause = threading.Event()
    end = time.monotonic() + within_s
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise TimeoutError(why)
        pause.wait(0.03)


def build_one_clerk(folder: Path) -> None:
    """Make an office in which one person works, so that the door knows who comes."""
    create_office(
        folder, OFFICE, counter=COUNTER, account=CLERK, password=PASSWORD, clock=Clock(), passwords=CHEAP_PASSWORDS
    )


def end_group(process: subprocess.Popen[Any]) -> None:
    """End a program that began a group of its own, and whatever it started."""
    for order in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, order)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)


class Spoken:
    """A program that is talked with line by line, in JSON."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._said: SimpleQueue[str] = SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def hear(self, within_s: float = PATIENCE_S) -> Any:
        """Give the next line that it says.

        Raises:
            TimeoutError: it says nothing, or has ended.
        """
        try:
            line = self._said.get(timeout=within_s)
        except Empty:
            line = ""
        if not line:
            raise TimeoutError(f"{self.process.args!r} says nothing")
        return json.loads(line)

    def ask(self, *words: str) -> Any:
        """Say something, and give the answer."""
        assert self.process.stdin is not None
        print(json.dumps(words), file=self.process.stdin, flush=True)
        return self.hear()

    def end(self) -> None:
        """End the program and what it started itself."""
        end_group(self.process)
        self._listener.join(timeout=10)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._said.put(line)
        self._said.put("")


class Display:
    """Programs on one screen; all of them end with it."""

    def __init__(self, home: Path, number: str, bus: str) -> None:
        self.home = home
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
        homes = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        self.environment = {
            **kept,
            **homes,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "DISPLAY": f":{number}",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C.UTF-8",
        }
        self._running: list[Spoken] = []

    def start(self, *command: str, **environment: str) -> Spoken:
        """Start a program; what it complains of stands in a file named after it."""
        with (self.home / f"{Path(command[0]).name}-{len(self._running)}.log").open("w") as complaints:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**self.environment, **environment},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
                encoding="utf-8",
                bufsize=1,
                start_new_session=True,
            )
        self._running.append(Spoken(process))
        return self._running[-1]

    def start_python(self, *arguments: str, **environment: str) -> Spoken:
        """Start something with the Python of these tests."""
        return self.start(sys.executable, *arguments, **environment)

    def run(self, *command: str) -> str:
        """Run a small program to its end, and give what it printed."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True, timeout=PATIENCE_S
        )
        return done.stdout

    def complaints(self) -> str:
        """Give what the programs complained of."""
        return "\n".join(f"{path.name}: {path.read_text()}" for path in sorted(self.home.rglob("*.log")))

    def end(self) -> None:
        """End all programs, the last started first."""
        for program in reversed(self._running):
            program.end()


@contextmanager
def display(home: Path) -> Iterator[Display]:
    """Give a screen of its own."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL, start_new_session=True) as server:
        os.close(writing)
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as bus:
            assert bus.stdout is not None
            made = Display(home, number, bus.stdout.readline().strip())
            try:
                yield made
            finally:
                made.end()
                end_group(bus)
                end_group(server)
