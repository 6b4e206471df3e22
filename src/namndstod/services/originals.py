"""Copies of attached files for other programs to open; the binder's own file is never handed out."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from pathlib import Path

from namndstod.domain.view import DocumentView
from namndstod.storage.folder import write_whole

from .session import Session

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


class Originals:
    """Lays out copies in a folder of its own, removed when the program ends."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def copy_of(self, document: DocumentView) -> Path:
        """Return a copy with the original name, only to be read. Raises FileVanished, DiskFull …"""
        return self.copy_of_kept(document.file.sha256, document.document.original_name)

    def copy_of_kept(self, sha256: str, name: str) -> Path:
        """Return a copy of any kept file under `name`. Raises as `copy_of`."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="namndstod-", ignore_cleanup_errors=True)
        target = Path(self._folder.name) / sha256[:12] / (_FORBIDDEN.sub("-", name).strip(" .") or "handling")
        if not target.exists():
            data = self._session.binder.files.read(sha256, verify=True)
            write_whole(target, data)
            os.chmod(target, stat.S_IREAD)  # a change here would be lost: let the other program say so
        return target

    def close(self) -> None:
        """Remove the copies."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
