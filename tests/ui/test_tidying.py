"""What nobody needs any more ends on the window's thread."""

import gc
import threading

from PySide6.QtCore import QObject

from ui.tidying import Tidying


class Part:
    """Knows itself, so that only a look for cycles ends it; says on which thread that was."""

    ended: list[int]

    def __init__(self, ended: list[int]) -> None:
        self.ended, self.itself = ended, self

    def __del__(self) -> None:
        self.ended.append(threading.get_ident())


def test_however_much_another_thread_makes_parts_of_windows_end_on_this_one():
    parent = QObject()
    tidying, ended = Tidying(parent), []
    for _ in range(5):
        Part(ended)
    kept: list[list[int]] = []
    busy = threading.Thread(target=lambda: kept.extend([] for _ in range(20 * gc.get_threshold()[0])))
    busy.start()
    busy.join()
    assert ended == []
    tidying.tidy()
    assert ended == [threading.get_ident()] * 5
