"""A binder whose database is damaged: putting a backup in its place, the damaged file kept beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from . import faults
from .backup import Backup, Backups
from .binder import Binder, find_database, utc_now
from .folder import Folder, patiently, settle

Clock = Callable[[], datetime]


def backups_of(path: Path) -> list[Backup]:
    """Return the backups of the binder at `path`, newest first, without opening its database."""
    database = find_database(path)
    return Backups(Folder(database.parent), database, utc_now).list()


def rescue(path: Path, backup: Backup, *, actor: str = "", clock: Clock = utc_now) -> Path:
    """Put `backup` in the place of a damaged database and return where the damaged file is kept now.

    Raises BinderDamaged when the backup is damaged too; then the first file stands where it stood.
    """
    database = find_database(path)
    stamp = f"{clock().astimezone(UTC):%Y%m%dT%H%M%SZ}"
    aside = database.with_name(f"{database.name}.skadad-{stamp}")
    folder = Folder(database.parent)
    with faults.translated(database), folder.scratch() as temporary:
        shutil.copyfile(backup.path, temporary)
        with open(temporary, "r+b") as file:
            os.fsync(file.fileno())
        patiently(lambda: os.replace(database, aside))
        settle(temporary, database)
    try:
        with Binder.open(database, actor=actor, clock=clock, backup=False) as binder:
            binder.restore(backup)  # the journal goes on as a copy of its own
    except BaseException:
        with faults.translated(database):
            patiently(lambda: os.replace(aside, database))
        raise
    return aside
