"""`python -m ui.tour --out FOLDER`: walk through the real window without a screen and leave pictures and files."""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

MARK = ".reception-tour"
SIZE = (1366, 768)


def main(argv: Sequence[str] | None = None) -> int:
    """Walk the tour and give the exit code."""
    reader = argparse.ArgumentParser(prog="python -m ui.tour", description="首问接待 Reception: a tour")
    reader.add_argument("--out", type=Path, default=Path("build/tour"), metavar="DIR", help="folder of what is left")
    reader.add_argument("--shots", type=Path, metavar="DIR", help="instead: pictures of every screen in every look")
    reader.add_argument("--only", nargs="+", default=[], metavar="NAME", help="with --shots: looks as zh-light-100")
    arguments = reader.parse_args(argv)
    out: Path = (arguments.shots or arguments.out).absolute()
    if out.exists() and any(out.iterdir()) and not (out / MARK).exists():
        print(f"error: {out} is not empty and was not made by a tour", file=sys.stderr)
        return 1
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    (out / MARK).touch()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments.shots is not None:
        return picture(out, arguments.only)
    taken = walk(out)
    print(f"tour: {len(taken)} pictures in {out / 'pictures'}")
    print(f"tour: papers in {out / 'papers'}, exports in {out / 'exports'}, data in {out / 'data'}")
    return 0


def walk(out: Path) -> list[Path]:
    """Walk the tour and give the pictures."""
    from PySide6.QtWidgets import QApplication

    from ui.app import furnish, name_application
    from ui.machine import Machine
    from ui.tidying import Tidying
    from ui.tour.hand import Hand
    from ui.tour.scenes import Tour

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    Tidying(app)
    name_application(app)
    machine = Machine(out / "settings")
    window = furnish(app, machine, out / "data")
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    window.open()
    hand = Hand(window, window.link, out / "pictures")
    before, sys.excepthook = sys.excepthook, lambda _kind, fault, _trace: hand.faults.append(fault)
    try:
        Tour(hand, machine, out).walk()
    finally:
        sys.excepthook = before
        window.close()
    return hand.taken


def picture(out: Path, only: Sequence[str]) -> int:
    """Picture every screen, and say what a machine finds wrong; give the exit code."""
    from PySide6.QtWidgets import QApplication

    from ui.app import name_application
    from ui.tidying import Tidying
    from ui.tour.shots import ALL, shoot

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    Tidying(app)
    name_application(app)
    taken = shoot(app, out, [variant for variant in ALL if not only or variant.name in only])
    for name, shots in taken.items():
        wrong = sum(bool(shot.faults) for shot in shots)
        print(f"tour: {len(shots)} pictures in {out / name}, on one sheet in {name}.png; with faults: {wrong}")
    print(f"tour: what a machine finds wrong stands in {out / 'faults.txt'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
