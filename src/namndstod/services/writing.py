"""Writing a finished paper to where the secretary wants it."""

from __future__ import annotations

from pathlib import Path

from namndstod.storage import faults
from namndstod.storage.folder import write_whole


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises ReadOnly, DiskFull or FileVanished with a way on."""
    write_whole(path, data)


def make_folder(path: Path) -> None:
    """Make a new folder for papers. Raises as `write_file`."""
    with faults.translated(path):
        path.mkdir()
