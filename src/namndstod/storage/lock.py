"""Only one program at a time writes in a binder: a lock that the operating system lets go of after a crash.

The lock file says who has the binder open, so that the second one can be told. It is left in place when
the binder is closed; only the lock on it counts, never that it exists.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
import sys
from contextlib import suppress
from datetime import datetime
from io import FileIO
from pathlib import Path

from namndstod import __version__
from namndstod.domain.errors import BinderBusy

from . import faults

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # Windows locks bytes against reading: lock one far beyond what the file says

    def _seize(file: FileIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _let_go(file: FileIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _seize(file: FileIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(file: FileIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)


_TAKEN = {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}


class Lock:
    """A held lock. Raises BinderBusy when another program has it, ReadOnly where nothing can be written."""

    def __init__(self, path: Path, *, who: str, now: datetime) -> None:
        with faults.translated(path):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            self._file = open(descriptor, "r+b", buffering=0)  # noqa: SIM115 (held until release)
        try:
            _seize(self._file)
        except OSError as error:
            holder = self._file.read()
            self._file.close()
            if error.errno in _TAKEN:
                raise _busy(holder) from error
            raise faults.unreachable(path) from error
        with suppress(OSError):  # who holds it is a courtesy: a full disk must not keep anybody out
            self._write(who or _user(), now)

    def release(self) -> None:
        """Let go; calling it again does nothing."""
        if self._file.closed:
            return
        try:
            _let_go(self._file)
        finally:
            self._file.close()

    def _write(self, who: str, now: datetime) -> None:
        since = now.isoformat(timespec="seconds")
        holder = {"who": who, "machine": platform.node(), "pid": os.getpid(), "since": since}
        holder["program"] = __version__
        self._file.seek(0)
        self._file.truncate()
        self._file.write(json.dumps(holder, ensure_ascii=False).encode())


def lock_path(database: Path) -> Path:
    """Return the file whose lock says that the binder is open."""
    return database.with_name(f"{database.name}.lock")


def last_program(database: Path) -> str:
    """Return the version of the program that last wrote in the binder; empty when that is not told."""
    try:
        return str(json.loads(lock_path(database).read_bytes())["program"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _busy(content: bytes) -> BinderBusy:
    way_on = "Stäng pärmen där och försök igen, eller öppna den skrivskyddad här för att bara läsa."
    try:
        holder = json.loads(content)
        since = datetime.fromisoformat(holder["since"]).astimezone()
        who, machine = str(holder["who"]), str(holder["machine"])
    except (ValueError, KeyError, TypeError):
        return BinderBusy("Pärmen är redan öppen i ett annat program.", way_on=way_on)
    return BinderBusy(
        f"Pärmen är redan öppen: {who} på datorn {machine} sedan {since:%Y-%m-%d} kl. {since:%H.%M}.",
        way_on=way_on,
    )
