"""The start: arguments, log, one window a data folder, look and language; all else comes after the first paint."""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from reception import __version__
from reception.errors import Unavailable
from reception.workstation import default_data_folder, log_folder, settings_folder
from ui import look
from ui.desk_link import DeskLink
from ui.errors import Reporter
from ui.languages import speak
from ui.machine import Machine
from ui.single import SingleStart
from ui.tidying import Tidying
from ui.window import Window

APP_ID = "cn.edu.reception"
FRAME = 48
"""What title bar and edges of a desktop take, in pixels."""


def arguments_of(argv: Sequence[str]) -> argparse.Namespace:
    """Give the arguments of a start."""
    reader = argparse.ArgumentParser(prog="reception", description="首问接待 Reception: the window of the front desk.")
    reader.add_argument(
        "--data", type=Path, metavar="DIR", help="folder of the office's data (default: this user's own)"
    )
    reader.add_argument("--language", choices=["zh", "en"], help="language of the windows, remembered on this machine")
    reader.add_argument("--version", action="version", version=f"reception {__version__}")
    return reader.parse_args(list(argv))


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and give the exit code when it is closed."""
    arguments = arguments_of(sys.argv[1:] if argv is None else argv)
    app = QApplication(sys.argv[:1])
    name_application(app)
    Tidying(app)
    folder = (arguments.data or default_data_folder()).absolute()
    single = SingleStart(folder, settings_folder())
    if not single.begin():
        return 0
    machine = Machine()
    if arguments.language:
        with contextlib.suppress(Unavailable):  # it holds for now, and is asked again at the next start
            machine.change(language=arguments.language)
    Reporter(app).install()
    window = furnish(app, machine, folder)
    single.raised.connect(lambda: come_forward(window))
    show_whole(window, app.primaryScreen().availableSize())
    QTimer.singleShot(0, lambda: begin(window))
    try:
        return app.exec()
    finally:
        single.end()


def begin(window: Window) -> None:
    """Do what need not be done before the first paint."""
    from ui.log_file import open_log, watch_faults

    open_log(log_folder())
    watch_faults(log_folder())
    window.open()
    window.start_beating()


def name_application(app: QApplication) -> None:
    """Tell the desktop who we are."""
    app.setApplicationName("reception")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName(APP_ID)


def furnish(app: QApplication, machine: Machine, folder: Path) -> Window:
    """Dress the application as this machine remembers, and give its window."""
    speak(english=machine.is_english)
    look.dress(app, dark=machine.is_dark, percent=machine.settings.text_percent)
    window = Window(DeskLink(), folder, machine)
    window.setWindowIcon(look.icon("inquiries", "blue"))
    worn = [machine.settings.language, machine.settings.look, machine.settings.text_percent]

    def change_clothes() -> None:
        wanted = [machine.settings.language, machine.settings.look, machine.settings.text_percent]
        if wanted != worn:
            worn[:] = wanted
            speak(english=machine.is_english)
            look.dress(app, dark=machine.is_dark, percent=machine.settings.text_percent)
            QTimer.singleShot(0, window.rebuild)

    machine.changed.connect(change_clothes)
    return window


def show_whole(window: QWidget, room: QSize) -> None:
    """Show a window; one that the screen hardly holds fills it, so that its last line is never below the edge."""
    if window.width() + FRAME > room.width() or window.height() + FRAME > room.height():
        window.showMaximized()
    else:
        window.show()


def come_forward(window: Window) -> None:
    """Bring the window before all others."""
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
