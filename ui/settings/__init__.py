"""The settings: the office, its counters, people and posts, the working calendar, backups, language and look."""

from ui.settings.page import SettingsPage

__all__ = ["SettingsPage"]
