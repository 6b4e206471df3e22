"""A binder (pärm): one folder with its database, its kept files, its backups and its cache."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from namndstod.domain.errors import EnvironmentProblem, FileVanished, NamndstodError, Refused, UpgradeFailed

from . import faults, journal, migrate, sqlite
from .backup import Backup, Backups, Reason
from .folder import SUFFIX, Cache, Files, Folder, settle
from .identity import found, identity
from .journal import Journal, Operation
from .lock import Lock, lock_path
from .store import Reader, Work

Clock = Callable[[], datetime]

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')  # in names of files on Windows
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def utc_now() -> datetime:
    """Return the time now, aware, in UTC."""
    return datetime.now(UTC)


def file_name(name: str) -> str:
    """Return `name` as a file name that Windows takes, without ending."""
    plain = _FORBIDDEN.sub("-", name).strip().rstrip(". ")[:80].rstrip(". ") or "Pärm"
    return f"{plain}-" if _RESERVED.fullmatch(plain) else plain


class Binder:
    """An open binder. `read()` sees it as it is at one moment, `work()` changes it in one transaction.

    May be used from several threads; transactions that write come one after the other. Everything raises
    domain errors (ReadOnly, DiskFull, BinderBusy, BinderDamaged …) for what is not the program's fault.
    """

    def __init__(
        self, database: Path, *, read_only: bool, actor: str, clock: Clock, lock: Lock | None
    ) -> None:
        """Used by `create` and `open`."""
        self.database = database
        self.path = database.parent
        self.read_only = read_only
        self.actor = actor
        self.clock = clock
        self._lock = lock
        self._engine = sqlite.engine(database, read_only=read_only)
        self._writing = threading.Lock()
        self._writer: int | None = None
        folder = Folder(self.path)
        self.files = Files(folder)
        self.cache = Cache(folder)
        self.backups = Backups(folder, database, clock)
        self.journal = Journal(self.read, lambda: self.copy_id)
        self.backup_problem: NamndstodError | None = None
        self.upgraded: Backup | None = None
        self._worked = False
        self._identify()

    @classmethod
    def create(cls, folder: Path, name: str, *, actor: str = "", clock: Clock = utc_now) -> Self:
        """Make a new binder in `folder` (made when it is not there) and open it.

        Raises Refused when there is a binder already, ReadOnly, DiskFull …
        """
        with faults.translated(folder):
            folder.mkdir(parents=True, exist_ok=True)
            if any(folder.glob(f"*{SUFFIX}")):
                raise Refused(f"Det finns redan en pärm i {folder}. Välj en annan mapp.", field="folder")
        database = folder / f"{file_name(name)}{SUFFIX}"
        lock = Lock(lock_path(database), who=actor, now=clock())
        try:
            _make_database(Folder(folder), database, name, clock())
            return cls(database, read_only=False, actor=actor, clock=clock, lock=lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        actor: str = "",
        clock: Clock = utc_now,
        backup: bool = True,
    ) -> Self:
        """Open the binder in a folder, or by its .namndstod file; brings an older one up to date.

        The first opening of a day makes a backup; if that fails, the binder is open all the same and
        `backup_problem` says why. With `backup` False the caller does it when there is time
        (`binder.backups.daily()`). `upgraded` is the backup made before an older binder was brought up to
        date. Raises BinderBusy, BinderTooNew, UpgradeFailed, BinderDamaged, FileVanished, ReadOnly.
        """
        database = find_database(path)
        if read_only:
            migrate.expect_current(database)
            return cls(database, read_only=True, actor=actor, clock=clock, lock=None)
        migrate.refuse_newer(database)
        lock = Lock(lock_path(database), who=actor, now=clock())
        try:
            revision = migrate.examine(database, read_only=False)
            folder = Folder(database.parent)
            folder.prepare()
            before = None
            if revision != migrate.REVISION:
                before = Backups(folder, database, clock).make(Reason.MIGRATION)
                _bring_up_to_date(database)
            binder = cls(database, read_only=False, actor=actor, clock=clock, lock=lock)
            binder.upgraded = before
        except BaseException:
            lock.release()
            raise
        if backup:
            binder._back_up_daily()
        return binder

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Give a Reader of the binder as it is now; it does not see what is done meanwhile."""
        with faults.translated(self.database), self._engine.connect() as connection:
            connection.exec_driver_sql(sqlite.READ)
            yield Reader(connection)

    @contextmanager
    def work(self, operation: Operation) -> Iterator[Work]:
        """Give a Work, stored with its journal entry when the block ends; after an error nothing is.

        Raises ReadOnly in a binder that was opened to be read.
        """
        if self.read_only:
            raise faults.read_only(self.path)
        with self._alone(), faults.translated(self.database), self._engine.connect() as connection:
            connection.exec_driver_sql(sqlite.WRITE)
            work = Work(connection, operation)
            yield work
            journal.write(work, copy_id=self.copy_id, person=self.actor, at=self.clock())
            connection.commit()
            self._worked = self._worked or bool(work.changes or work.erased)

    def restore(self, backup: Backup) -> None:
        """Make the binder what it was at `backup`; the present state is backed up first.

        The journal goes on as a new copy of the binder, since this one's later entries are gone: nothing
        from before can be undone. Raises BinderDamaged when the backup is not whole or of another binder.
        """
        if self.read_only:
            raise faults.read_only(self.path)
        with self._alone(), faults.translated(self.database):
            self._engine.dispose()
            self.backups.restore(backup, binder_id=self.id)
            self._engine.dispose()
            self._identify()
            self._worked = True

    def close(self) -> None:
        """Back up what was changed and let go of the binder; calling it again does nothing.

        What another thread is writing is written first: nobody else is let in meanwhile. A backup that fails
        does not keep the binder open: the error is raised after it is closed.
        """
        with self._alone():
            try:
                if self._worked and self._lock is not None:
                    self._worked = False
                    self.backups.make(Reason.CLOSE)
            finally:
                self._engine.dispose()
                if self._lock is not None:
                    self._lock.release()
                    self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _back_up_daily(self) -> None:
        try:
            self.backups.daily()
        except NamndstodError as error:
            self.backup_problem = error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let one thread write at a time; a transaction inside another one is a bug."""
        if self._writer == threading.get_ident():
            raise RuntimeError("a transaction is open already in this thread")
        with self._writing:
            self._writer = threading.get_ident()
            try:
                yield
            finally:
                self._writer = None

    def _identify(self) -> None:
        """Read who we are from the database."""
        with faults.translated(self.database), self._engine.connect() as connection:
            who = identity(connection)
        if who is None:
            raise faults.damaged(self.database)
        self.id, self.name, self.copy_id = who.id, who.name, who.copy_id


def _bring_up_to_date(database: Path) -> None:
    """Migrate; what nobody foresaw must be told in words too. Raises UpgradeFailed, DiskFull …"""
    try:
        migrate.upgrade(database)
    except NamndstodError:
        raise
    except Exception as error:
        raise UpgradeFailed(
            "Pärmen kunde inte föras över till den här versionen av Nämndstöd. Den är som den var.",
            way_on="Arbeta vidare i den tidigare versionen så länge, och visa felrapporten för den som "
            "sköter datorn. En säkerhetskopia ligger i pärmens mapp backup.",
        ) from error


def find_database(path: Path) -> Path:
    """Return the database of the binder at `path`, a folder or the .namndstod file itself.

    Raises FileVanished or BinderDamaged when there is none, EnvironmentProblem when there are several.
    """
    with faults.translated(path):
        if path.is_file():
            return path.absolute()
        if not path.exists():
            raise faults.vanished(path)
        found = sorted(path.glob(f"*{SUFFIX}"))
    if not found:
        raise FileVanished(
            f"Det finns ingen pärm i {path}.", way_on=f"Välj mappen där filen som slutar på {SUFFIX} ligger."
        )
    if len(found) > 1:
        names = ", ".join(p.name for p in found)
        raise EnvironmentProblem(
            f"Det finns flera pärmar i samma mapp: {names}.",
            way_on="Öppna en av filerna i stället för mappen.",
        )
    return found[0].absolute()


def _make_database(folder: Folder, database: Path, name: str, now: datetime) -> None:
    """Write a new database under a temporary name and give it its own when it is complete.

    It is made by the migrations, not from schema.py: a new binder and a migrated one are then the same by
    construction, and the price (importing Alembic) is paid once in a binder's life.
    """
    folder.prepare()
    with folder.scratch(SUFFIX) as temporary:
        migrate.upgrade(temporary, create=True)
        with faults.translated(database):
            raw = sqlite.connect(temporary)
            try:
                sqlite.mark_as_binder(raw)
            finally:
                raw.close()
            engine = sqlite.engine(temporary)
            try:
                with engine.connect() as connection:
                    connection.exec_driver_sql(sqlite.WRITE)
                    found(connection, name, now)
                    connection.commit()
            finally:
                engine.dispose()
            settle(temporary, database)
