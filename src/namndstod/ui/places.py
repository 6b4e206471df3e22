"""Where binders lie: the usual folder, and places that are known to make trouble."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo

_CLOUDS = ("onedrive", "dropbox", "google drive", "icloud", "nextcloud", "box sync")
_NETWORK = (b"cifs", b"smb", b"smb2", b"smb3", b"nfs", b"nfs4", b"afpfs", b"webdav", b"fuse.sshfs", b"9p")


def documents_folder() -> Path:
    """Return the person's folder for documents."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()


def binder_folder(name: str) -> Path:
    """Return the folder suggested for a new binder: local, even where Documents lies in a cloud."""
    base = documents_folder()
    if warning_about(base):
        base = Path.home()
    return base / "Nämndstöd" / folder_name(name)


def folder_name(name: str) -> str:
    """Return `name` as a name of a folder that every system takes."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", name).strip().rstrip(". ")[:80] or "Ny pärm"


def warning_about(folder: Path) -> str:
    """Return why `folder` is no good place for a binder, in Swedish, or nothing."""
    cloud = next((c for c in _CLOUDS if any(c in part.casefold() for part in folder.parts)), "")
    if cloud or _below_onedrive(folder):
        return (
            "Mappen ser ut att synkas till ett moln. Två datorer kan då skriva över varandra. Välj hellre "
            "en mapp "
            "på den här datorn och säkerhetskopiera den."
        )
    if _on_network(folder):
        return (
            "Mappen ligger på nätverket. Det går, men blir långsammare, och bara en i taget kan ha pärmen "
            "öppen."
        )
    return ""


def _below_onedrive(folder: Path) -> bool:
    roots = [os.environ.get(name) for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")]
    return any(root and folder.is_relative_to(Path(root)) for root in roots)


def _on_network(folder: Path) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    there = next((p for p in (folder, *folder.parents) if p.exists()), None)
    if there is None:
        return False
    kind = bytes(QStorageInfo(str(there)).fileSystemType().data()).lower()
    return kind in _NETWORK or (sys.platform == "win32" and _mapped_drive(there))


def _mapped_drive(folder: Path) -> bool:
    """Say whether a drive letter stands for a network share (Windows)."""
    if sys.platform != "win32":
        return False
    import ctypes

    remote = 4  # DRIVE_REMOTE
    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == remote)
