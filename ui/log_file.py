"""The program's log: one JSON line an event, phones starred, ten files of a megabyte."""

import faulthandler
import json
import logging
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from ui.errors import masked

MEGABYTE = 1024 * 1024
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class JsonLines(logging.Formatter):
    """One line an event, whatever its text holds: nobody can forge a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the event as JSON."""
        event = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "text": masked(record.getMessage()),
        }
        for name in ("code", "details"):
            if hasattr(record, name):
                event[name] = masked(str(getattr(record, name)))
        if record.exc_info:
            event["details"] = masked(self.formatException(record.exc_info))
        return json.dumps(event, ensure_ascii=False)


def open_log(folder: Path) -> None:
    """Write the log into a folder from now on; a folder that cannot be written costs only the log."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place = RotatingFileHandler(
            folder / "reception.log", maxBytes=MEGABYTE, backupCount=9, encoding="utf-8", delay=True
        )
        place.setFormatter(JsonLines())
        root.addHandler(place)
    except OSError:
        root.warning("the log cannot be written")


def watch_faults(folder: Path) -> None:
    """Let crashes of the libraries leave a trace too, and Qt speak into the log."""
    try:
        faulthandler.enable((folder / "faults.log").open("a", encoding="utf-8"))
    except OSError:
        faulthandler.enable()
    qInstallMessageHandler(_from_qt)


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text or "")
