"""The one module that opens, stores and derives files below a binder's folder, temporary ones included.

`bilagor/ab/<sha256>` holds files by the SHA-256 of their content: once written they never change, so the
database is all that a backup needs. `cache/` holds what can be made again; `cache/tmp/` what is being
written. Every file is complete under its name or not there at all.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, BinaryIO, TypeVar

from namndstod.domain.errors import BinderDamaged
from namndstod.domain.frozen import frozen

from . import faults

SUFFIX = ".namndstod"
_BLOCK = 1 << 20
_PATIENCE = (0.02, 0.05, 0.1, 0.2, 0.4)  # seconds between tries while Windows has a file in use

T = TypeVar("T")


@frozen
class Kept:
    """A file kept under bilagor/."""

    sha256: str
    size: int  # bytes


@frozen
class FileProblem:
    """A kept file that is missing or is no longer what it was."""

    sha256: str
    missing: bool


def patiently(act: Callable[[], T]) -> T:
    """Do `act`, and again for a moment while a virus scanner or a viewer has the file open (Windows)."""
    for pause in _PATIENCE:
        try:
            return act()
        except OSError as error:
            if not faults.in_use_on_windows(error):
                raise
            time.sleep(pause)
    return act()


def sync_folder(folder: Path) -> None:
    """Make sure that names made in `folder` survive a power cut. Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle(temporary: Path, target: Path) -> None:
    """Give a finished, flushed file its name, in place of what had it, all at once."""
    patiently(lambda: os.replace(temporary, target))
    sync_folder(target.parent)


@contextmanager
def written_whole(target: Path, *, temporary_in: Path | None = None) -> Iterator[IO[bytes]]:
    """Open a new file to write; it gets the name `target` when the block ends well, else it is removed.

    The temporary file lies in `temporary_in` (same disk) or beside the target. Raises DiskFull, ReadOnly …
    """
    with faults.translated(target):
        place = temporary_in or target.parent
        place.mkdir(parents=True, exist_ok=True)
        temporary = place / f".{uuid.uuid4().hex}.tmp"
        try:
            with open(temporary, "xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            target.parent.mkdir(parents=True, exist_ok=True)
            settle(temporary, target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise


def write_whole(target: Path, data: bytes) -> None:
    """Write a file (anywhere) so that it is complete or untouched. Raises domain errors (DiskFull …)."""
    with written_whole(target) as file:
        file.write(data)


class Folder:
    """The layout of a binder's folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.attachments = root / "bilagor"
        self.backups = root / "backup"
        self.caches = root / "cache"
        self.temporary = self.caches / "tmp"

    def prepare(self) -> None:
        """Make the folders and remove what a crash left half-written. Only for who holds the lock."""
        with faults.translated(self.root):
            for folder in (self.attachments, self.backups, self.caches):
                folder.mkdir(parents=True, exist_ok=True)
            if self.temporary.exists():
                shutil.rmtree(self.temporary, ignore_errors=True)
            self.temporary.mkdir(exist_ok=True)

    @contextmanager
    def scratch(self, suffix: str = "") -> Iterator[Path]:
        """Give a name for a file to make; what is there afterwards is removed."""
        with faults.translated(self.root):
            self.temporary.mkdir(parents=True, exist_ok=True)
        path = self.temporary / f"{uuid.uuid4().hex}{suffix}"
        try:
            yield path
        finally:
            with suppress(OSError):
                patiently(lambda: path.unlink(missing_ok=True))


class Files:
    """The kept files of a binder (bilagor/)."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Return where the file lies. Do not write there."""
        return self._folder.attachments / sha256[:2] / sha256

    def keep(self, source: bytes | Path) -> Kept:
        """Keep content, or a copy of a file outside the binder; on disk for good when this returns.

        The same content is kept once; a kept file that was damaged is mended. Raises FileVanished, DiskFull …
        """
        if isinstance(source, bytes):
            return self._keep(_blocks_of(source))
        with faults.translated(source), patiently(lambda: open(source, "rb")) as file:
            return self._keep(_blocks(file))

    def exists(self, sha256: str) -> bool:
        """Say whether the file is there (not whether it is whole)."""
        return self.path(sha256).is_file()

    def open(self, sha256: str) -> BinaryIO:
        """Open a kept file to read. Raises FileVanished."""
        path = self.path(sha256)
        with faults.translated(path):
            return patiently(lambda: open(path, "rb"))

    def read(self, sha256: str, *, verify: bool = False) -> bytes:
        """Return a kept file's content. Raises FileVanished; with `verify`, BinderDamaged if it changed."""
        with self.open(sha256) as file, faults.translated(self.path(sha256)):
            data = file.read()
        if verify and hashlib.sha256(data).hexdigest() != sha256:
            raise self._changed(sha256)
        return data

    def verify(self, sha256: str) -> None:
        """Read the whole file. Raises FileVanished or BinderDamaged when it is not what was kept."""
        if not self._whole(sha256):
            raise self._changed(sha256)

    def all(self) -> Iterator[str]:
        """Yield the SHA-256 of every file that lies there."""
        with faults.translated(self._folder.attachments):
            for folder in sorted(self._folder.attachments.glob("[0-9a-f][0-9a-f]")):
                yield from sorted(p.name for p in folder.iterdir() if len(p.name) == 64)

    def check(self, wanted: Iterator[str]) -> list[FileProblem]:
        """Read all wanted files; return those that are missing or changed."""
        problems = []
        for sha256 in wanted:
            if not self.exists(sha256):
                problems.append(FileProblem(sha256, missing=True))
            elif not self._whole(sha256):
                problems.append(FileProblem(sha256, missing=False))
        return problems

    def remove(self, sha256: str) -> None:
        """Remove a file that nothing refers to; see collect.py, the only caller."""
        path = self.path(sha256)
        with faults.translated(path):
            patiently(lambda: path.unlink(missing_ok=True))

    def _keep(self, blocks: Iterator[bytes]) -> Kept:
        with self._folder.scratch() as temporary, faults.translated(self._folder.root):
            digest, size = hashlib.sha256(), 0
            with open(temporary, "xb") as file:
                for block in blocks:
                    digest.update(block)
                    size += len(block)
                    file.write(block)
                file.flush()
                os.fsync(file.fileno())
            sha256 = digest.hexdigest()
            target = self.path(sha256)
            if target.is_file() and self._whole(sha256):
                os.utime(
                    target
                )  # young again, so that a clean-up leaves it for whoever is about to refer to it
            else:
                if not target.parent.is_dir():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    sync_folder(target.parent.parent)
                settle(temporary, target)
        return Kept(sha256, size)

    def _whole(self, sha256: str) -> bool:
        digest = hashlib.sha256()
        with self.open(sha256) as file, faults.translated(self.path(sha256)):
            for block in _blocks(file):
                digest.update(block)
        return digest.hexdigest() == sha256

    def _changed(self, sha256: str) -> BinderDamaged:
        return BinderDamaged(
            f"En bilaga är inte längre den som lades in: {self.path(sha256)}.",
            way_on="Lägg in originalfilen igen, så ersätts den skadade kopian.",
        )


class Cache:
    """What can be made again, by key (any text). May be deleted at any time, also while open."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def path(self, key: str) -> Path:
        """Return where the content of `key` lies, if it is there."""
        name = hashlib.sha256(key.encode()).hexdigest()
        return self._folder.caches / name[:2] / name

    def get(self, key: str) -> bytes | None:
        """Return the content, or None when there is none."""
        try:
            return patiently(self.path(key).read_bytes)
        except OSError:  # a cache that cannot be read is an empty one
            return None

    def put(self, key: str, data: bytes) -> Path:
        """Keep content until somebody empties the cache; return where it lies. Raises DiskFull …"""
        target = self.path(key)
        with written_whole(target, temporary_in=self._folder.temporary) as file:
            file.write(data)
        return target

    def discard(self, key: str) -> None:
        """Forget the content of `key`."""
        with suppress(OSError):
            self.path(key).unlink(missing_ok=True)


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block


def _blocks_of(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), _BLOCK):
        yield data[start : start + _BLOCK]
