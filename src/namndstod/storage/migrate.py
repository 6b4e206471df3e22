"""Which version a database is of, and how it is brought to the latest.

Alembic costs a third of a second to import: it is imported here only, and only when there is work for it.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from namndstod import __version__
from namndstod.domain.errors import BinderDamaged, BinderTooNew, ReadOnly

from . import faults, sqlite
from .lock import last_program

REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005")  # every revision that ever was, oldest first
REVISION: Final = REVISIONS[-1]


def examine(database: Path, *, read_only: bool = True) -> str:
    """Return the revision that a binder's database stands at, by plain queries.

    Raises BinderTooNew, BinderDamaged when it is no binder, FileVanished and the like.
    """
    with faults.translated(database), closing(sqlite.connect(database, read_only=read_only)) as raw:
        revision = sqlite.revision(raw) if sqlite.is_marked_as_binder(raw) else None
    if revision is None:
        raise BinderDamaged(f"Filen är ingen pärm: {database}.", way_on="Välj en annan fil.")
    if revision not in REVISIONS:
        raise _too_new(database)
    return revision


def _too_new(database: Path) -> BinderTooNew:
    newer = last_program(database)
    if not _is_later(newer):  # it was this one, or an older, that found out before us
        newer = ""
    wanted = f"version {newer} eller senare" if newer else "den nyare versionen"
    return BinderTooNew(
        f"Pärmen har använts med en nyare version av Nämndstöd{newer and f' ({newer})'} än den här "
        f"({__version__}). Ingenting i den har ändrats.",
        way_on=f"Uppdatera programmet på den här datorn till {wanted}, och öppna pärmen igen.",
    )


def _is_later(version: str) -> bool:
    one, other = (tuple(map(int, re.findall(r"\d+", v))) for v in (version, __version__))
    return one > other


def expect_current(database: Path) -> None:
    """Raise ReadOnly when a binder that is to be read only would have to be migrated first."""
    if examine(database) != REVISION:
        raise ReadOnly(
            "Pärmen är gjord med en äldre version av Nämndstöd och kan inte öppnas skrivskyddad.",
            way_on="Öppna den en gång med skrivrätt, så förs den över till den nya versionen.",
        )


def refuse_newer(database: Path) -> None:
    """Raise BinderTooNew before anything at all is touched.

    A database that cannot even be read without writing (after a crash) is left to who opens it to write.
    """
    try:
        with closing(sqlite.connect(database, read_only=True)) as raw:
            marked = sqlite.is_marked_as_binder(raw)
    except sqlite3.Error:
        return
    if marked:
        examine(database)


def upgrade(database: Path, *, create: bool = False) -> None:
    """Run the missing migrations in one transaction: all of them or none.

    Foreign keys are off meanwhile (rebuilding a table would otherwise delete or refuse rows that refer to
    it) and checked before the commit. The caller has made a backup. Raises BinderDamaged, DiskFull …
    """
    from importlib.resources import as_file, files

    from alembic.command import upgrade as run
    from alembic.config import Config

    engine = sqlite.engine(database, create=create)
    try:
        with (
            faults.translated(database),
            as_file(files("namndstod.storage.migrations")) as scripts,
            engine.connect() as connection,
        ):
            sqlite.enforce_foreign_keys(connection, False)
            connection.exec_driver_sql(sqlite.WRITE)
            config = Config()
            config.set_main_option("script_location", str(scripts).replace("%", "%%"))
            config.attributes["connection"] = connection
            run(config, "head")
            if broken := sqlite.broken_references(connection):
                table, parent = broken[0]
                raise BinderDamaged(
                    "Pärmen kunde inte föras över till den nya versionen: "
                    f"{table} hänvisar till något som saknas i {parent}. Ingenting har ändrats.",
                    way_on="Återställ en säkerhetskopia.",
                )
            connection.commit()
    finally:
        engine.dispose()
