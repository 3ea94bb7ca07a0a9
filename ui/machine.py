"""What this machine remembers: language, look, counter, printer, idle time."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reception.errors import Unavailable
from reception.workstation import Settings, read_settings, write_settings

if TYPE_CHECKING:
    from reception.words import Language


class Machine(QObject):
    """The settings of this machine, read once and written when they change.

    Signals:
        changed(): a setting is another one now.
    """

    changed = Signal()

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.settings: Settings = read_settings(folder)

    @property
    def language(self) -> "Language":
        """Give the language of the windows."""
        from reception.words import Language  # not at the top: the first paint does without it

        return Language.EN if self.is_english else Language.ZH

    @property
    def is_english(self) -> bool:
        """Tell whether the windows speak English."""
        return self.settings.language == "en"

    @property
    def is_dark(self) -> bool:
        """Tell whether the dark look is chosen."""
        return self.settings.look == "dark"

    def change(self, **values: Any) -> None:
        """Remember other values; `changed` follows when something is different.

        Raises:
            Unavailable: the values hold now but could not be written.
        """
        before, self.settings = self.settings, replace(self.settings, **values)
        if self.settings == before:
            return
        self.changed.emit()
        try:
            write_settings(self.settings, self._folder)
        except OSError as failure:
            raise Unavailable("settings_not_kept") from failure
