"""Bugs of ours: written to the log, shown in one calm window, and the work goes on."""

import hashlib
import logging
import re
import sys
import threading
import time
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog

from ui import look
from ui.forms import TextField

_LOG = logging.getLogger("reception")
_DIGITS = re.compile(r"(?<!\d)(\d{3})\d{4,}(\d{4})(?!\d)")
LONGEST_REPORT = 20_000
QUIET_S = 60.0
"""The same failure is shown once in so many seconds; all are logged."""


def masked(text: str) -> str:
    """Give a text with the middle of every phone, card and student number starred."""
    return _DIGITS.sub(r"\1****\2", text)


def code_of(trace: str) -> str:
    """Give the short code of a failure; the same failure at the same place has the same code."""
    places = "\n".join(line for line in trace.splitlines() if line.lstrip().startswith("File "))
    return f"R-{hashlib.sha256(places.encode()).hexdigest()[:4].upper()}"


class ReportWindow(QDialog):
    """What happened, what is kept, what to do now; the details can be copied, numbers in them are starred."""

    def __init__(self, code: str, details: str) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("程序遇到意外"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setMinimumWidth(520)
        self.details = TextField(self.tr("详情（号码已隐去）"), LONGEST_REPORT, lines=6)
        self.details.set_text(details[:LONGEST_REPORT])
        self.details.edit.setReadOnly(True)
        self.details.hide()
        kept = self.tr("刚才的操作没有完成。已保存的登记不受影响，没有写完的内容还在。")
        todo = self.tr("可以继续工作；若再次出现，请把编号 {code} 告诉管理员。").format(code=code)
        self.copy_button = look.plain_button(self.tr("复制详情(&C)"), self.copy)
        self.show_button = look.link_button(self.tr("查看详情(&D)"), self.details.show)
        self.close_button = look.primary_button(self.tr("继续工作(&O)"), self.close)
        self.setLayout(
            look.column(
                look.text_label(self.tr("程序遇到意外"), "title"),
                look.text_label(kept, wrap=True),
                look.text_label(todo, wrap=True),
                self.details,
                look.row(self.show_button, self.copy_button, 1, self.close_button),
                spacing=look.SPACE_L,
                margin=24,
            )
        )

        self.close_button.setFocus()

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QApplication.clipboard().setText(self.details.text())


class Reporter(QObject):
    """Takes every exception that nobody caught, from any thread."""

    _reported = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: ReportWindow | None = None
        self._shown: dict[str, float] = {}
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take what nobody catches from now on."""
        sys.excepthook = self.take
        threading.excepthook = lambda hook: self.take(
            hook.exc_type, hook.exc_value or hook.exc_type(), hook.exc_traceback
        )

    def take(self, kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
        """Write a failure down and show it; an interrupt from the keyboard ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        details = masked("".join(traceback.format_exception(kind, failure, trace)))
        code = code_of(details)
        _LOG.error("unexpected", extra={"code": code, "details": details})
        self._reported.emit(code, details)

    def _show(self, code: str, details: str) -> None:
        now = time.monotonic()
        if self._window is not None or now - self._shown.get(code, -QUIET_S) < QUIET_S:
            return
        self._shown[code] = now
        self._window = ReportWindow(code, details)
        self._window.destroyed.connect(self._forget)
        self._window.show()

    def _forget(self) -> None:
        self._window = None
