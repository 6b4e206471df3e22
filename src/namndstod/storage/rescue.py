"""A binder whose database is damaged: putting a backup in its place, the damaged file kept beside it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from . import faults
from .backup import Backup, Backups
from .binder import find_database, utc_now
from .folder import Folder, patiently, settle, sync_folder
from .lock import Lock, lock_path

Clock = Callable[[], datetime]


def backups_of(path: Path) -> list[Backup]:
    """Return the backups of the binder at `path`, newest first, without opening its database."""
    database = find_database(path)
    return Backups(Folder(database.parent), database, utc_now).list()


def rescue(path: Path, backup: Backup, *, actor: str = "", clock: Clock = utc_now) -> Path:
    """Put `backup` in the place of a damaged database and return where the damaged file is kept now.

    There is a database at every moment. The journal goes on as a copy of the binder of its own.
    Raises BinderDamaged when the backup is damaged too (nothing is touched then), and BinderBusy.
    """
    database = find_database(path)
    lock = Lock(lock_path(database), who=actor, now=clock())
    try:
        folder = Folder(database.parent)
        folder.prepare()
        with faults.translated(database), folder.scratch() as temporary:
            Backups(folder, database, clock).take_out(backup, temporary)
            aside = _set_aside(database, clock())
            settle(temporary, database)
    finally:
        lock.release()
    return aside


def _set_aside(database: Path, now: datetime) -> Path:
    """Copy the damaged database away, and move what SQLite left beside it when it crashed.

    A rollback journal that stayed would be taken for that of the backup and would spoil it.
    """
    aside = database.with_name(f"{database.name}.skadad-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    patiently(lambda: shutil.copyfile(database, aside))
    hot = database.with_name(f"{database.name}-journal")
    if hot.exists():
        patiently(lambda: hot.replace(aside.with_name(f"{aside.name}-journal")))
    sync_folder(database.parent)
    return aside
