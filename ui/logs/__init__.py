"""The weekly log: seen, exported, remembered."""

from ui.logs.page import LogsPage

__all__ = ["LogsPage"]
