"""A full disk and a write protection that also bind root: real mounts where possible, and injected errors.

Each obstacle is put in the way of an open binder and taken away again, while the program keeps running.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from namndstod.storage import folder, sqlite

SIZE = 6_000_000  # bytes of the small disk


@cache
def can_mount() -> bool:
    """Whether this process may mount file systems (root with the right to, on Linux)."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    with tempfile.TemporaryDirectory() as place:
        if mount("-t", "tmpfs", "tmpfs", place, check=False) != 0:
            return False
        unmount(Path(place))
    return True


def mount(*arguments: str, check: bool = True) -> int:
    return subprocess.run(["mount", *arguments], check=check, capture_output=True).returncode


def unmount(place: Path) -> None:
    subprocess.run(["umount", "--lazy", str(place)], check=True, capture_output=True)


# Without the right to mount only the injected errors are there; they are never left out.
WAYS = ("mounted", "injected") if can_mount() else ("injected",)


class Injected:
    """Errors put where the storage meets the disk: SQLite's own, and those of the operating system."""

    def __init__(self, patch: pytest.MonkeyPatch, code: int, pragma: str, undo_pragma: str) -> None:
        self._patch, self._code = patch, code
        self._pragma, self._undo_pragma = pragma, undo_pragma
        self._active = False
        self._connect = sqlite.connect
        event.listen(Engine, "connect", self._checked_out)
        event.listen(Engine, "checkout", self._checked_out)

    def stop(self) -> None:
        event.remove(Engine, "connect", self._checked_out)
        event.remove(Engine, "checkout", self._checked_out)

    def put(self) -> None:
        self._active = True
        self._patch.setattr(folder, "open", self._open, raising=False)
        self._patch.setattr(os, "replace", self._refuse)
        self._patch.setattr(os, "mkdir", self._refuse)
        self._patch.setattr(sqlite, "connect", self._connecting)

    def take_away(self) -> None:
        self._active = False
        self._patch.undo()

    def _refuse(self, path: Any, *rest: Any, **parts: Any) -> None:
        raise OSError(self._code, os.strerror(self._code), str(path))

    def _open(self, path: Any, mode: str = "r", *rest: Any, **parts: Any) -> Any:
        if "r" in mode and "+" not in mode:
            return open(path, mode, *rest, **parts)
        return self._refuse(path)

    def _connecting(self, database: Path, **parts: bool) -> Any:
        raw = self._connect(database, **parts)
        raw.execute(self._pragma)
        return raw

    def _checked_out(self, raw: Any, *_: object) -> None:
        raw.execute(self._pragma if self._active else self._undo_pragma)


class Disk:
    """A disk for a binder, which can be filled and freed."""

    def __init__(self, place: Path, injected: Injected | None) -> None:
        self.place = place
        self._injected = injected
        self._filler = place / "annat.bin"

    def fill(self) -> None:
        if self._injected:
            self._injected.put()
            return
        with self._filler.open("wb", buffering=0) as file:
            for size in (1 << 16, 1 << 10, 1):
                with suppress(OSError):
                    while file.write(b"x" * size):
                        pass

    def free(self) -> None:
        if self._injected:
            self._injected.take_away()
        else:
            self._filler.unlink()


class Protection:
    """A write protection of a folder, which can be put on and taken off."""

    def __init__(self, injected: Injected | None) -> None:
        self._injected = injected
        self._on: Path | None = None

    def put(self, place: Path) -> None:
        if self._injected:
            self._injected.put()
            return
        mount("--bind", str(place), str(place))
        mount("-o", "remount,ro,bind", str(place))
        self._on = place

    def take_off(self) -> None:
        if self._injected:
            self._injected.take_away()
        elif self._on:
            unmount(self._on)
            self._on = None


@contextmanager
def small_disk(way: str, place: Path, patch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """Give a disk that can be full."""
    place.mkdir()
    if way == "mounted":
        mount("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place))
        try:
            yield Disk(place, None)
        finally:
            unmount(place)
        return
    injected = Injected(patch, errno.ENOSPC, "PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000")
    try:
        yield Disk(place, injected)
    finally:
        injected.take_away()
        injected.stop()


@contextmanager
def write_protection(way: str, patch: pytest.MonkeyPatch) -> Iterator[Protection]:
    """Give a write protection."""
    if way == "mounted":
        protection = Protection(None)
        try:
            yield protection
        finally:
            protection.take_off()
        return
    injected = Injected(patch, errno.EROFS, "PRAGMA query_only = 1", "PRAGMA query_only = 0")
    try:
        yield Protection(injected)
    finally:
        injected.take_away()
        injected.stop()
