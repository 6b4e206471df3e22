"""Everything that only SQLite knows: how to connect, begin, copy and examine a database.

Rollback journal instead of WAL because a binder may lie in a network folder and be copied while open.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path, PurePath
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import QueuePool

from namndstod.domain.errors import BinderBusy
from namndstod.domain.swedish_sort import compare, fold

APPLICATION_ID: Final = 0x4E535450  # «NSTP» in the file's head: a binder, not just any database
BUSY_SECONDS: Final = 10.0  # readers in other threads hold a writer up no longer than this
READ: Final = "BEGIN"
WRITE: Final = "BEGIN IMMEDIATE"

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",  # FULL, and the directory too: a committed act survives a pulled battery
    "PRAGMA temp_store = MEMORY",  # nothing of the binder outside its folder
    "PRAGMA secure_delete = ON",  # what was erased by gallring is overwritten
    "PRAGMA cache_size = -16000",
    "PRAGMA cache_spill = OFF",  # a large step shuts readers out while it is committed, not from half-way
    "PRAGMA trusted_schema = OFF",
)


def connect(database: Path, *, read_only: bool = False, create: bool = False) -> sqlite3.Connection:
    """Open `database` with our collation, functions and settings. Transactions are begun by hand.

    Raises sqlite3.Error; a file that does not exist is not made unless `create`.
    """
    mode = "ro" if read_only else "rwc" if create else "rw"
    raw = sqlite3.connect(
        f"{uri(database.absolute())}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        raw.create_collation("swedish", compare)
        raw.create_function("fold", 1, _fold, deterministic=True)
        for pragma in _PRAGMAS:
            raw.execute(pragma)
        if not read_only:
            raw.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        raw.close()
        raise
    return raw


def engine(database: Path, *, read_only: bool = False, create: bool = False) -> Engine:
    """Return an engine whose connections are ours; each thread in a transaction has one of its own."""
    return create_engine(
        "sqlite://",
        creator=lambda: connect(database, read_only=read_only, create=create),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=12,
    )


def revision(raw: sqlite3.Connection) -> str | None:
    """Return the migration the database stands at; None when it is no binder. Raises sqlite3.Error."""
    found = raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    row = raw.execute("SELECT version_num FROM alembic_version").fetchone() if found else None
    return None if row is None else str(row[0])


def mark_as_binder(raw: sqlite3.Connection) -> None:
    """Write our number into the head of the file."""
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def is_marked_as_binder(raw: sqlite3.Connection) -> bool:
    """Say whether the file's head has our number. Raises sqlite3.Error."""
    return bool(raw.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def enforce_foreign_keys(connection: Connection, enforce: bool) -> None:
    """Turn the check of references on or off. Has no effect inside a transaction."""
    connection.exec_driver_sql(f"PRAGMA foreign_keys = {'ON' if enforce else 'OFF'}")


def defer_references(connection: Connection) -> None:
    """Check references when the transaction is committed, not at each row; until then only."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy a whole database as it is at one moment; `target` changes all at once or not at all.

    Raises BinderBusy when somebody keeps reading or writing for too long.
    """
    deadline = time.monotonic() + BUSY_SECONDS

    def waited_too_long(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise BinderBusy("Pärmen används just nu.", way_on="Vänta en stund och försök igen.")

    source.backup(target, progress=waited_too_long)


def is_sound(raw: sqlite3.Connection) -> bool:
    """Say whether the file's structure is whole, by the quicker of SQLite's two examinations."""
    return [row[0] for row in raw.execute("PRAGMA quick_check(1)")] == ["ok"]


def damages(connection: Connection) -> list[str]:
    """Return what SQLite finds wrong with the file's structure (English, for the technical detail)."""
    rows = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(100)")]
    return [] if rows == ["ok"] else rows


def broken_references(connection: Connection) -> list[tuple[str, str]]:
    """Return (table, table referred to) for each row that refers to something that is not there."""
    return [(str(row[0]), str(row[2])) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]


def kind_of(error: BaseException | None) -> str:
    """Return «full», «readonly», «busy», «damaged», «missing», «io», «unwritable»,
    «unfinished», «foreign», «unique» or «» (a bug).
    """
    code = int(getattr(error, "sqlite_errorcode", 0))
    return _EXTENDED.get(code) or _PRIMARY.get(code & 0xFF, "")


_PRIMARY: Final = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "readonly",
    sqlite3.SQLITE_PERM: "readonly",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_PROTOCOL: "busy",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CANTOPEN: "missing",
    sqlite3.SQLITE_IOERR: "io",
}
_EXTENDED: Final = {
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: "foreign",
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: "unique",
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY: "unique",
    sqlite3.SQLITE_READONLY_ROLLBACK: "unfinished",  # a crash left what only a writer may roll back
    sqlite3.SQLITE_READONLY_RECOVERY: "unfinished",
    sqlite3.SQLITE_IOERR_WRITE: "unwritable",
    sqlite3.SQLITE_IOERR_TRUNCATE: "unwritable",
}


def _fold(value: Any) -> str | None:
    return None if value is None else fold(str(value))


def uri(database: PurePath) -> str:
    """Return a file URI of an absolute path that SQLite takes, for drives and shares of Windows as well."""
    path = database.as_posix()
    return "file://" + ("" if path.startswith("/") else "/") + quote(path)
