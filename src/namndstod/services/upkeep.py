"""Looking after a binder: backups, what is damaged, and pictures that belong to it."""

from __future__ import annotations

from pathlib import Path

from namndstod.domain.errors import RuleBroken
from namndstod.storage.backup import Backup, Reason
from namndstod.storage.check import check
from namndstod.storage.rescue import backups_of, rescue

from .session import Session

__all__ = [
    "Backup",
    "Reason",
    "back_up",
    "backups",
    "backups_of",
    "damages",
    "keep_logo",
    "logo",
    "rescue",
    "restore",
]

LARGEST_LOGO = 4_000_000  # bytes
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def backups(session: Session) -> list[Backup]:
    """Return the backups of the binder, newest first."""
    return session.binder.backups.list()


def back_up(session: Session) -> Backup:
    """Make a backup now."""
    return session.binder.backups.make()


def restore(session: Session, backup: Backup) -> None:
    """Make the binder what it was at `backup`; how it is now is backed up first."""
    session.binder.restore(backup)


def damages(session: Session) -> list[str]:
    """Return, in Swedish, what in the binder is not what it should be. Reads everything: slow."""
    return [damage.message for damage in check(session.binder)]


def keep_logo(session: Session, path: Path) -> str:
    """Keep a picture as the logo and return its SHA-256. Raises RuleBroken unless it is a PNG or a JPEG."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RuleBroken(f"”{path.name}” går inte att läsa.", field="logo") from error
    if not data.startswith((_PNG, _JPEG)):
        raise RuleBroken("Logotypen ska vara en bild i formatet PNG eller JPEG.", field="logo")
    if len(data) > LARGEST_LOGO:
        raise RuleBroken("Bilden är för stor. Välj en under 4 MB.", field="logo")
    return session.binder.files.keep(data).sha256


def logo(session: Session, sha256: str) -> bytes:
    """Return a kept picture, or nothing when it is gone."""
    files = session.binder.files
    return files.read(sha256) if files.exists(sha256) else b""
