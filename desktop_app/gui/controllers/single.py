"""One program at a time per workspace: a lock that survives a crash, and a way to bring the first to the front."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK = "xiaohao.lock"
DEFAULT = "default"
"""The name a program started without a folder is called by, before it knows which folder that is."""

_PATIENCE = 500
"""Milliseconds a second start waits for the first to answer."""


def channel(folder: Path | None) -> str:
    """The name of the local channel of a workspace, of its own for every user of the machine."""
    place = DEFAULT if folder is None else str(folder.absolute())
    return "xiaohao-" + hashlib.sha256(f"{getpass.getuser()}\n{place}".encode()).hexdigest()[:24]


def raise_running(folder: Path | None) -> bool:
    """Ask the program that has `folder` open to come to the front; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(channel(folder))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.disconnectFromServer()
    return True


class Claim(QObject):
    """Holds a workspace for this program until it is released."""

    called = Signal()
    """Another start asked for this window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock: QLockFile | None = None
        self._servers: list[QLocalServer] = []

    def take(self, folder: Path, by_default: bool) -> bool:
        """Claim `folder`; False when another program has it. A claim held before is given up only on success.

        A lock left by a program that crashed is stale: its process is gone, and the lock is taken over.
        """
        lock = QLockFile(str(folder / LOCK))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            return False
        self.release()
        self._lock = lock
        for place in (folder, None) if by_default else (folder,):
            self._listen(channel(place))
        return True

    def release(self) -> None:
        """Give the workspace up."""
        for server in self._servers:
            server.close()
            server.deleteLater()
        self._servers.clear()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _listen(self, name: str) -> None:
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)
        server.newConnection.connect(self._answer)
        server.listen(name)
        self._servers.append(server)

    def _answer(self) -> None:
        for server in self._servers:
            while server.hasPendingConnections():
                server.nextPendingConnection().deleteLater()
        self.called.emit()
