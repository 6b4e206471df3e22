"""A binder that is double-clicked while it is open: the window that has it comes forward, no other is opened.

Each window listens, under a name made of its binder, to other programs of the same user on the same computer.
"""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER = b"shown\n"
_PATIENCE = 1500  # milliseconds that a window gets to answer


class Doorbell(QObject):
    """Listens for the binder that is open in this window."""

    rung = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def listen(self, database: Path) -> bool:
        """Listen for that binder from now on, and for no other; False when the system does not allow it."""
        self.silence()
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        name = _name(database)
        if not server.listen(name):
            QLocalServer.removeServer(name)  # what a program that was killed left behind
            if not server.listen(name):
                server.deleteLater()
                return False
        self._server = server
        return True

    def silence(self) -> None:
        """Listen no longer."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _answer(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.write(_ANSWER)
            caller.flush()
            self.rung.emit()


def ring(path: Path) -> bool:
    """Ask the window that has the binder at `path` (folder or file) to come forward; False when none does."""
    database = _database(path)
    if database is None:
        return False
    _let_others_come_forward()
    caller = QLocalSocket()
    caller.connectToServer(_name(database))
    if not caller.waitForConnected(_PATIENCE):
        return False
    arrived = caller.bytesAvailable() > 0 or caller.waitForReadyRead(_PATIENCE)
    answered = arrived and bytes(caller.readAll().data()) == _ANSWER
    caller.disconnectFromServer()
    return answered


def _database(path: Path) -> Path | None:
    if path.is_file():
        return path
    with suppress(OSError):
        found = sorted(path.glob("*.namndstod"))
        return found[0] if len(found) == 1 else None
    return None


def _name(database: Path) -> str:
    """Return the name that a binder's window listens to: the same by whatever way the file is found."""
    with suppress(OSError):
        database = database.resolve()
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = ""
    whole = f"{user}|{os.path.normcase(database)}"
    return f"namndstod-{hashlib.sha256(whole.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def _let_others_come_forward() -> None:
    """Give away the right to be in front, which Windows gives to the program that was just started."""
    if sys.platform == "win32":
        import ctypes

        any_program = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_program)
