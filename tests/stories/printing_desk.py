"""A program that prints papers as the windows do; says in a line of JSON what became of each.

Each line that it reads is a list: the file of a paper, its size, the queue, the way (picture or pdf), the tray.
"""

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from reception.errors import ReceptionError, Unavailable
from reception.rules.notices import PaperSize
from ui import lp
from ui.printing import Printers, cut_roll, sender


def print_one(owner: QObject, file: str, size: str, queue: str, way: str, tray: str) -> str:
    """Print a paper and give `sent`, or the code of what stood in the way."""
    pdf = Path(file).read_bytes()
    loop = QEventLoop()
    told: list[str] = []

    def done() -> None:
        told.append("sent")
        loop.quit()

    def failed(error: ReceptionError) -> None:
        told.append(error.code)
        loop.quit()

    try:
        printer = Printers().prepared(queue, PaperSize(size), Path(file).stem)
    except Unavailable as error:
        return error.code
    if printer.pageLayout().pageSize().id() is printer.pageLayout().pageSize().PageSizeId.Custom:
        cut_roll(printer, pdf)
    if way == "pdf" and lp.takes(printer):
        sender().hand_over(owner, pdf, printer, done, failed, tray)
    else:
        sender().send(owner, pdf, printer, done, failed)
    loop.exec()
    return told[0]


def trays_of(owner: QObject, queue: str) -> list[str]:
    """Give the trays that are offered for a queue."""
    loop = QEventLoop()
    told: list[str] = []
    lp.ask_trays(owner, queue, lambda trays: (told.extend(trays), loop.quit()))
    loop.exec()
    return told


def main() -> None:
    """Answer line by line until there are no more."""
    app = QApplication([])
    for line in sys.stdin:
        asked = json.loads(line)
        if asked == ["names"]:
            answer: object = Printers().names()
        elif asked[0] == "trays":
            answer = trays_of(app, asked[1])
        else:
            answer = print_one(app, *asked)
        print(json.dumps(answer, ensure_ascii=True), flush=True)


if __name__ == "__main__":
    main()
