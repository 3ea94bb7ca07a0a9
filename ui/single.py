"""One window for each person of the system and data folder: a second start raises the first."""

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 2000


class SingleStart(QObject):
    """Holds the right to the window, or asks the holder to show it.

    Args:
        data: the data folder.
        locks: a folder of this person's own, where the lock lies.

    Signals:
        raised(): somebody started the program again.
    """

    raised = Signal()

    def __init__(self, data: Path, locks: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(f"{getpass.getuser()}\n{data.absolute()}".encode()).hexdigest()[:20]
        self._name = f"reception-{digest}"
        locks.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(locks / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come_forward)

    def begin(self) -> bool:
        """Take the right to the window; False when another program of ours has it, which was asked to show itself."""
        if not self._lock.tryLock(0):
            self._call()
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def end(self) -> None:
        """Give the right back."""
        self._server.close()
        self._lock.unlock()

    def _call(self) -> None:
        line = QLocalSocket()
        line.connectToServer(self._name)
        line.waitForConnected(WAIT_MS)
        line.disconnectFromServer()

    def _come_forward(self) -> None:
        while self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
        self.raised.emit()
