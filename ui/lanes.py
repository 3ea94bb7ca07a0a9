"""A thread that carries out tasks in order: the database is met on such threads alone."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any


@dataclass(slots=True)
class Task:
    """One call on a thread's side: a number and what to do, never a widget."""

    number: int
    act: Callable[[], Any]
    dropped: threading.Event = field(default_factory=threading.Event)


class Lane:
    """One thread that carries out tasks in order."""

    def __init__(self, name: str, answer: Callable[[int, Any, BaseException | None], None]) -> None:
        self._answer = answer
        self._waiting: SimpleQueue[Task | None] = SimpleQueue()
        self._tasks: dict[int, Task] = {}
        self._lock = threading.Lock()
        self._now: int | None = None
        self._last: Callable[[], None] | None = None
        self.thread = threading.Thread(target=self._live, name=name, daemon=True)
        self.thread.start()

    def add(self, task: Task) -> None:
        """Let a task be carried out after those before it."""
        self._tasks[task.number] = task
        self._waiting.put(task)

    def drop(self, number: int) -> None:
        """Let a task fall; `press` interrupts it when it is the one that runs."""
        task = self._tasks.get(number)
        if task is not None:
            task.dropped.set()

    def press(self, interrupt: Callable[[int], None]) -> None:
        """Interrupt the task that runs if it was dropped; the next one cannot begin meanwhile."""
        with self._lock:
            task = self._tasks.get(self._now or 0)
            if task is not None and task.dropped.is_set():
                interrupt(self.thread.ident or 0)

    def end(self, last: Callable[[], None]) -> None:
        """Carry out what waits, then `last`, and end the thread."""
        self._last = last
        self._waiting.put(None)
        self.thread.join(timeout=40)

    def _live(self) -> None:
        while (task := self._waiting.get()) is not None:
            number = task.number
            outcome = self._carry_out(task)
            self._tasks.pop(number, None)
            del task
            self._answer(number, *outcome)
            del outcome
        if self._last is not None:
            self._last()

    def _carry_out(self, task: Task) -> tuple[Any, BaseException | None]:
        if task.dropped.is_set():
            return None, None
        with self._lock:
            self._now = task.number
        try:
            return task.act(), None
        except BaseException as failure:  # noqa: BLE001 -- it is handed to the window's thread, which shows or reports it
            return None, failure
        finally:
            with self._lock:
                self._now = None
