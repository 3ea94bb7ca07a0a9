"""The way into the directory from another room."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from ui import look
from ui.desk_link import DeskLink
from ui.directory.listing import DirectoryStep
from ui.shell import Shell


def directory_button(shell: Shell, link: DeskLink) -> QPushButton:
    """Give the button that lays the directory over the room."""
    words = QCoreApplication.translate("directory", "单位通讯录(&U)")
    return look.plain_button(words, lambda: shell.open_step(DirectoryStep(shell, link)))
