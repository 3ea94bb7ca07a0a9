"""What is said of a door: its hours, and whether it is open now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from reception.services.directory import DirectoryEntry

translate = QCoreApplication.translate


def open_words(entry: "DirectoryEntry") -> str:
    """Say whether it is open now; nothing where its hours do not tell."""
    if entry.open_now is None:
        return ""
    return translate("directory", "现在开门") if entry.open_now else translate("directory", "现在不办公")


def door_words(entry: "DirectoryEntry") -> str:
    """Say when it is open, and whether it is now."""
    return " · ".join(part for part in (open_words(entry), entry.unit.hours) if part)
