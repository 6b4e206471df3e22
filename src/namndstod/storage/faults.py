"""The one place where errors of the disk and of the database become errors that the secretary understands."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from namndstod.domain.errors import (
    BinderBusy,
    BinderDamaged,
    DiskFull,
    EnvironmentProblem,
    FileVanished,
    NamndstodError,
    ReadOnly,
)

from . import sqlite

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_BROKEN = {
    errno.EIO,
    errno.ENXIO,
    errno.ENODEV,
    errno.ESTALE,
    errno.ENOTCONN,
    errno.EHOSTDOWN,
    errno.ETIMEDOUT,
}
_SHARING_VIOLATIONS = {5, 32, 33}  # Windows: access denied, sharing violation, lock violation


def in_use_on_windows(error: OSError) -> bool:
    """Say whether Windows refused because another program has the file open just now."""
    return getattr(error, "winerror", None) in _SHARING_VIOLATIONS


def disk_full(place: Path) -> DiskFull:
    """Return the error that says that the disk is full."""
    return DiskFull(
        f"Disken är full: det går inte att spara mer i {place}. Det som redan är sparat finns kvar.",
        way_on="Ta bort eller flytta filer som inte behövs på disken, och försök igen.",
    )


def read_only(place: Path) -> ReadOnly:
    """Return the error that says that the place may not be written to."""
    return ReadOnly(
        f"Det går inte att skriva i {place}: mappen är skrivskyddad.",
        way_on="Kopiera pärmen till en mapp där du får skriva, eller öppna den skrivskyddad för att läsa.",
    )


def damaged(place: Path) -> BinderDamaged:
    """Return the error that says that the database is not what it should be."""
    return BinderDamaged(
        f"Pärmens databas är skadad: {place}.",
        way_on="Återställ en säkerhetskopia ur mappen backup. Spara den skadade filen tills det är gjort.",
    )


def vanished(place: Path) -> FileVanished:
    """Return the error that says that a file is gone."""
    return FileVanished(
        f"Filen finns inte längre: {place}.",
        way_on="Kontrollera att mappen inte har flyttats och att nätverket eller USB-minnet är anslutet.",
    )


def unreachable(place: Path) -> EnvironmentProblem:
    """Return the error that says that reading or writing failed for reasons outside the program."""
    return EnvironmentProblem(
        f"Det gick inte att läsa eller skriva i {place}.",
        way_on="Kontrollera att nätverket eller USB-minnet är anslutet, och försök igen.",
    )


def in_use(place: Path) -> EnvironmentProblem:
    """Return the error that says that another program holds a file."""
    return EnvironmentProblem(
        f"Filen används av ett annat program: {place}.",
        way_on="Stäng filen i det andra programmet, och försök igen.",
    )


def file_for_folder(place: Path) -> EnvironmentProblem | None:
    """Return the error that says that what should be a folder is a file; None when nothing on the way is."""
    file = next((p for p in (place, *place.parents) if p.is_file()), None)
    if file is None:
        return None
    return EnvironmentProblem(
        f"Det går inte att läsa eller skriva i {file}: det är en fil, ingen mapp.",
        way_on="Välj en annan mapp, eller flytta eller byt namn på filen.",
    )


def folder_for_file(place: Path) -> EnvironmentProblem:
    """Return the error that says that what should be a file is a folder."""
    return EnvironmentProblem(
        f"Det går inte att läsa eller skriva {place}: det är en mapp, ingen fil.",
        way_on="Välj ett annat namn.",
    )


def name_too_long(place: Path) -> EnvironmentProblem:
    """Return the error that says that the disk does not take so long a name."""
    return EnvironmentProblem(
        f"Namnet är för långt för disken: {place}.",
        way_on="Välj ett kortare namn, eller en mapp som ligger högre upp.",
    )


@contextmanager
def translated(place: Path) -> Iterator[None]:
    """Turn errors of disk and database inside the block into domain errors; let bugs through as they are."""
    try:
        yield
    except DBAPIError as error:
        known = of_database(error.orig, place)
        if known is None:
            raise
        raise known from error
    except sqlite3.Error as error:
        known = of_database(error, place)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        known = of_system(error, place)
        if known is None:
            raise
        raise known from error


def of_database(error: BaseException | None, place: Path) -> NamndstodError | None:
    """Return what a database error means, or None when it is a bug of ours."""
    match sqlite.kind_of(error):
        case "full":
            return disk_full(place)
        case "readonly":
            return read_only(place)
        case "busy":
            return BinderBusy(
                "Pärmen används just nu av ett annat program.",
                way_on="Vänta en stund och försök igen. Stäng andra program som har pärmen öppen.",
            )
        case "damaged":
            return damaged(place)
        case "missing":
            return read_only(place) if place.exists() else vanished(place)
        case "io":
            return unreachable(place)
        case "unwritable":  # a quota or a limit on the file's size, if the disk is still there
            return disk_full(place) if place.exists() else unreachable(place)
        case "unfinished":
            return ReadOnly(
                "Pärmen stängdes inte som den skulle och kan därför inte öppnas skrivskyddad.",
                way_on="Öppna den en gång där det går att skriva, så ställs den i ordning.",
            )
    return None


def of_system(error: OSError, place: Path) -> NamndstodError | None:
    """Return what an error of the operating system means, or None when it is a bug of ours."""
    where = Path(error.filename) if isinstance(error.filename, str) else place
    if in_use_on_windows(error):
        return in_use(where)
    if error.errno in _FULL:
        return disk_full(place)
    if error.errno in _READ_ONLY:
        return read_only(where)
    if error.errno in _BROKEN:
        return unreachable(where)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return file_for_folder(where)
    if isinstance(error, IsADirectoryError):
        return folder_for_file(place)
    if error.errno == errno.ENAMETOOLONG:
        return name_too_long(place)
    if isinstance(error, FileNotFoundError):
        return vanished(where)
    return None
