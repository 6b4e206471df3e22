"""Backups of a binder's database: made by themselves, pruned, and taken back.

A backup holds the database only. The files under bilagor/ never change and are never deleted while the
journal mentions them, so an older database finds them where they were.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from namndstod.domain.errors import BinderDamaged
from namndstod.domain.frozen import frozen

from . import faults, migrate, sqlite
from .folder import Folder, patiently, settle
from .identity import begin_copy, identity

SUFFIX = ".kopia"  # not the binder's own, so that a double click does not open a backup as a binder
DAYS = 14
MONTHS = 12
OTHERS = 3  # besides, of each reason that is not routine
_NAME = re.compile(r"(\d{8}T\d{6}Z)-([a-z]+)(?:-\d+)?\.kopia")
_STAMP = "%Y%m%dT%H%M%SZ"


class Reason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    CLOSE = "close"
    MIGRATION = "migration"
    RESTORE = "restore"
    MANUAL = "manual"


@frozen
class Backup:
    """A backup that lies in backup/."""

    path: Path
    made_at: datetime  # UTC
    reason: Reason
    size: int  # bytes


class Backups:
    """The backups of one binder."""

    def __init__(self, folder: Folder, database: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._database = database
        self._clock = clock

    def list(self) -> list[Backup]:
        """Return the backups, newest first."""
        with faults.translated(self._folder.backups):
            if not self._folder.backups.is_dir():
                return []
            found = [_backup(path) for path in self._folder.backups.iterdir()]
        return sorted(filter(None, found), key=lambda b: (b.made_at, b.path.name), reverse=True)

    def daily(self) -> Backup | None:
        """Make today's backup unless there is one; return it if made. May run in another thread."""
        today = self._clock().astimezone().date()
        if any(b.made_at.astimezone().date() == today for b in self.list()):
            return None
        return self.make(Reason.DAILY)

    def make(self, reason: Reason = Reason.MANUAL) -> Backup:
        """Copy the database as it is now, then prune. Raises DiskFull, BinderDamaged …

        A damaged database is not copied, so that it can never push out backups that are whole.
        """
        with faults.translated(self._folder.backups):
            self._folder.backups.mkdir(exist_ok=True)
            self._folder.temporary.mkdir(parents=True, exist_ok=True)
            with self._folder.scratch() as temporary:
                with (
                    closing(sqlite.connect(self._database, read_only=True)) as source,
                    closing(sqlite.connect(temporary, create=True)) as target,
                ):
                    sqlite.copy(source, target)
                    if not sqlite.is_sound(target):
                        raise faults.damaged(self._database)
                _flush(temporary)
                target_path = self._free_name(reason)
                settle(temporary, target_path)
        made = _backup(target_path)
        if made is None:
            raise RuntimeError(f"unreadable name of a backup: {target_path.name}")
        self.prune()
        return made

    def prune(self) -> None:
        """Keep the newest of each of 14 days and 12 months, and the last 3 made for each other reason."""
        kept: set[Path] = set()
        days: set[str] = set()
        months: set[str] = set()
        others: Counter[Reason] = Counter()
        for backup in self.list():
            local = backup.made_at.astimezone()
            day, month = f"{local:%Y-%m-%d}", f"{local:%Y-%m}"
            if (day not in days and len(days) < DAYS) or (month not in months and len(months) < MONTHS):
                kept.add(backup.path)
            days.add(day)
            months.add(month)
            others[backup.reason] += 1
            if backup.reason not in (Reason.DAILY, Reason.CLOSE) and others[backup.reason] <= OTHERS:
                kept.add(backup.path)
        with faults.translated(self._folder.backups):
            for backup in self.list():
                if backup.path not in kept:
                    patiently(lambda path=backup.path: path.unlink(missing_ok=True))  # type: ignore[misc]

    def restore(self, backup: Backup, *, binder_id: str) -> None:
        """Put the state of `backup` in the database's place, all at once; see Binder.restore, the caller."""
        with self._folder.scratch() as temporary, faults.translated(backup.path):
            self.take_out(backup, temporary, binder_id=binder_id)  # first of all: the next line may prune it
            self.make(Reason.RESTORE)
            with (
                closing(sqlite.connect(temporary, read_only=True)) as source,
                closing(sqlite.connect(self._database)) as target,
            ):
                sqlite.copy(source, target)

    def take_out(self, backup: Backup, target: Path, *, binder_id: str | None = None) -> None:
        """Make a database of the present version out of `backup`, a copy of the binder of its own.

        `binder_id` is the binder it must be of, when that can be told. Raises BinderDamaged, BinderTooNew …
        """
        with faults.translated(backup.path):
            shutil.copyfile(backup.path, target)
            if migrate.examine(target) != migrate.REVISION:
                migrate.upgrade(target)
            self._renew(target, backup, binder_id)
            _flush(target)

    def _renew(self, database: Path, backup: Backup, binder_id: str | None) -> None:
        made = backup.made_at.astimezone()
        engine = sqlite.engine(database)
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql(sqlite.WRITE)
                if sqlite.damages(connection):
                    raise BinderDamaged(f"Säkerhetskopian är skadad: {backup.path}.", way_on="Välj en annan.")
                who = identity(connection)
                if who is None or binder_id not in (None, who.id):
                    raise BinderDamaged(
                        f"Säkerhetskopian hör till en annan pärm: {backup.path}.", way_on="Välj en annan."
                    )
                begin_copy(connection, f"Återställd från {made:%Y-%m-%d %H.%M}", self._clock())
                connection.commit()
        finally:
            engine.dispose()

    def _free_name(self, reason: Reason) -> Path:
        stem = f"{self._clock().astimezone(UTC):{_STAMP}}-{reason}"
        path = self._folder.backups / f"{stem}{SUFFIX}"
        number = 2
        while path.exists():
            path = self._folder.backups / f"{stem}-{number}{SUFFIX}"
            number += 1
        return path


def _backup(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None or match[2] not in list(Reason):
        return None
    made_at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    return Backup(path, made_at, Reason(match[2]), path.stat().st_size)


def _flush(path: Path) -> None:
    with open(path, "r+b") as file:
        os.fsync(file.fileno())
