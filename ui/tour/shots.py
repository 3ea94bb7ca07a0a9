"""`python -m ui.tour --shots DIR`: a picture of every screen in every language, look and size of text.

For each of them one sheet shows all pictures small, and `faults.txt` says what a machine finds wrong.
"""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from reception.rules.staff import Role
from ui import look
from ui.desk_link import DeskLink
from ui.languages import speak
from ui.machine import Machine
from ui.tour.hand import Hand
from ui.tour.inspection import faults
from ui.tour.views import CLERK, Views
from ui.window import Window

SIZE = (1366, 768)
PERCENTS = (100, 150, 200)
NOW = datetime(2026, 11, 24, 9, 20, tzinfo=UTC)
RECORDS = 160
COLUMNS, THUMB, CAPTION, GAP = 4, (456, 256), 26, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way in which all windows may look."""

    language: str
    look: str
    percent: int

    @property
    def name(self) -> str:
        """Give the name of its folder and sheet."""
        return f"{self.language}-{self.look}-{self.percent}"


ALL = tuple(
    Variant(language=language, look=worn, percent=percent)
    for language, worn, percent in product(("zh", "en"), ("light", "dark"), PERCENTS)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One screen: its name, its picture, and what is wrong with it."""

    name: str
    path: Path
    faults: Sequence[str]


def shoot(app: QApplication, out: Path, variants: Sequence[Variant] = ALL) -> dict[str, list[Shot]]:
    """Picture every screen in each variant, below a folder; give the shots of each variant by its name."""
    full = out / "office"
    password = furnish_office(full)
    taken = {}
    for variant in variants:
        taken[variant.name] = list(_walk(app, out, variant, full, password))
        draw_sheet(taken[variant.name], out / f"{variant.name}.png")
    lines = [f"{name}/{shot.name}: {fault}" for name, shots in taken.items() for shot in shots for fault in shot.faults]
    (out / "faults.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return taken


def furnish_office(folder: Path) -> str:
    """Make an office with weeks of records, in which one person may do everything; give that person's password."""
    from reception.services import staff
    from reception.services.demo import create_demo
    from reception.services.opening import door_of, open_office

    create_demo(folder, RECORDS, seed=8, until=date(2026, 11, 24))
    words = [line.split() for line in (folder / "demo-accounts.txt").read_text(encoding="utf-8").splitlines()]
    store = open_office(folder)
    assert store is not None
    passwords = {name: password for name, _role, password in words}
    administrator = next(name for name, role, _password in words if role == Role.ADMINISTRATOR.value)
    desk = staff.sign_in(store, administrator, passwords[administrator], door_of(store).counters[0], lambda: NOW)
    clerk = next(account for account in staff.accounts(desk) if account.name == CLERK)
    everything = (Role.CLERK, Role.SECTION_HEAD, Role.UNIT_HEAD, Role.ADMINISTRATOR)
    staff.change_account(desk, replace(clerk, roles=everything))
    store.tidy()
    store.close()
    return passwords[CLERK]


def _walk(app: QApplication, out: Path, variant: Variant, full: Path, password: str) -> Iterator[Shot]:
    place = out / variant.name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    data = place / "data"
    shutil.copytree(full, data / "full")
    number = 0
    for folder in (data / "empty", data / "full"):
        machine = Machine(data / "settings")
        machine.change(language=variant.language, look=variant.look, text_percent=variant.percent)
        speak(english=machine.is_english)
        look.dress(app, dark=machine.is_dark, percent=variant.percent)
        window = Window(DeskLink(), folder, machine, lambda: NOW)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        window.open()
        hand = Hand(window, window.link, place)
        views = Views(hand, password)
        walk = views.of_an_empty_office() if folder.name == "empty" else views.of_a_full_office()
        for name in walk:
            number += 1
            yield _shoot(hand, place / f"{number:02d}-{name}.png")
        window.close()
        window.deleteLater()
    shutil.rmtree(data)


def _shoot(hand: Hand, path: Path) -> Shot:
    hand.settle()
    picture = hand.window.grab()
    picture.save(str(path))
    found = list(faults(hand.window))
    if (picture.width(), picture.height()) != SIZE:
        found.append(f"size: the window takes {picture.width()}×{picture.height()}")
    return Shot(name=path.stem, path=path, faults=found)


def draw_sheet(shots: Sequence[Shot], path: Path) -> None:
    """Draw all pictures small on one sheet, each with its name; what is wrong has a red frame."""
    width, height = THUMB
    rows = -(-len(shots) // COLUMNS)
    sheet = QPixmap(COLUMNS * (width + GAP) + GAP, rows * (height + CAPTION + GAP) + GAP)
    sheet.fill(QColor("#808891"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setFont(look.font("hint"))
    for place, shot in enumerate(shots):
        x = GAP + place % COLUMNS * (width + GAP)
        y = GAP + place // COLUMNS * (height + CAPTION + GAP)
        small = QPixmap(str(shot.path)).scaled(
            width, height, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawPixmap(x, y + CAPTION, small)
        if shot.faults:
            painter.fillRect(QRect(x, y, width, CAPTION), QColor("#B3261E"))
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(QRect(x, y, width, CAPTION), Qt.AlignmentFlag.AlignVCenter, f" {shot.name}")
    painter.end()
    sheet.save(str(path))
