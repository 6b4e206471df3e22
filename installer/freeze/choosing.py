"""Which files of the environment go into the frozen program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from installer.leave_out import reason_to_leave_out

EXCLUDED = [
    "alembic.testing",
    "curses",
    "lib2to3",
    "pdb",
    "pydoc",
    "readline",  # GPL
    "setuptools",
    "sqlalchemy.testing",
    "tkinter",
    "unittest",
]
"""Modules that nothing of the program asks for, though something imports them if they are there."""

Entry = tuple[str, str, str]  # where it will lie, where it is, what it is


def datas(packages: Path, collect: Callable[..., list[tuple[str, str]]]) -> list[tuple[str, str]]:
    """Return the files to bring along that no import tells of, as (where it is, folder where it will lie)."""
    return [
        *collect("namndstod"),
        *collect("namndstod.storage.migrations", include_py_files=True),  # alembic reads them as files
        # python-docx finds its templates by «parts/../templates», so that folder must be there
        (str(packages / "docx" / "parts" / "__init__.py"), "docx/parts"),
    ]


class Choice:
    """Chooses among the files that the analysis found."""

    def __init__(self, packages: Path, library: Path, platform: str = sys.platform) -> None:
        """`library` is the folder of Python's own library."""
        self._packages = packages.resolve()
        self._library = library.resolve()
        self._platform = platform

    def of(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return the entries that are kept."""
        return [entry for entry in entries if self.keeps(entry)]

    def keeps(self, entry: Entry) -> bool:
        """Say whether a file goes along."""
        goal, source, kind = entry
        if reason_to_leave_out(goal):
            return False
        if kind == "SYMLINK":
            return not reason_to_leave_out(source)
        place = Path(source).resolve()
        if place.is_relative_to(self._packages):
            return not reason_to_leave_out(place.relative_to(self._packages).as_posix())
        # What the system has is the system's: the package depends on it, and it gets its security updates.
        ours = place.is_relative_to(self._library) or goal.startswith("libpython")
        return kind != "BINARY" or self._platform != "linux" or ours
