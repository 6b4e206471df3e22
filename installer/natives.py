"""Whose each native library of a tree is: a wheel's, Python's, Debian's or our own; else the build stops.

On Linux a frozen program takes libraries of the system along. Each is told by its Debian package, whose
copyright file is its terms; `SYSTEM` says what licence that is: a library nobody looked at is seen.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from importlib.metadata import Distribution
from pathlib import Path

from namndstod.parts.known import LIBRARY
from namndstod.parts.model import Part, Text

_NATIVE = re.compile(r"\.(so(\.\d+)*|dll|pyd|dylib|exe)$")
_OWN = ("Namndstod*", "namndstod*", "nämndstöd*", "Nämndstöd*", "uninstall*", "avinstallera*")
# Python's own files: its embeddable build for Windows, and what PyInstaller or a virtual environment takes.
_PYTHON = (
    "python*.exe", "python3*.dll", "python*.cat", "vcruntime140*.dll", "libcrypto-*.dll", "libssl-*.dll",
    "libffi-*.dll", "sqlite3.dll", "_*.pyd", "pyexpat.pyd", "select.pyd", "unicodedata.pyd", "winsound.pyd",
    "libpython3*.so*", "*.cpython-3*-x86_64-linux-gnu.so",
    "*.cpython-3*-darwin.so", "libcrypto.*.dylib", "libssl.*.dylib",
)  # fmt: skip

_BINDS = ("readline.*", "_gdbm.*", "libreadline.*", "libgdbm.*")
"""Modules of Python, and what they are linked with, that bind a program to the GPL."""

SYSTEM: dict[str, str] = {
    "libbz2-1.0": "bzip2-1.0.6",
    "libexpat1": "MIT",
    "libffi8": "MIT",
    "libgcc-s1": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "liblzma5": "LicenseRef-Public-Domain",
    "libmpdec3": "BSD-2-Clause",
    "libmpdecpp3": "BSD-2-Clause",
    "libpython3.11": "PSF-2.0",
    "libsqlite3-0": "LicenseRef-Public-Domain",
    "libssl3": "Apache-2.0",
    "libstdc++6": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libuuid1": "BSD-3-Clause",
    "zlib1g": "Zlib",
}
"""Debian package → licence of the libraries in it; with the exception of GCC's run-time libraries no GPL."""


def natives_of(tree: Path) -> Iterator[Path]:
    """Yield every native library and program of a tree; links count as what they point at."""
    for path in sorted(tree.rglob("*")):
        if _NATIVE.search(path.name) and path.is_file() and not path.is_symlink():
            yield path


def unknown(tree: Path, found: Iterable[Distribution], target: str) -> list[str]:
    """Return the native files that belong to nothing we know the licence of."""
    shipped = _of_wheels(found)
    wrong = []
    for path in natives_of(tree):
        name = path.name
        if any(fnmatchcase(name, pattern) for pattern in _BINDS):
            wrong.append(f"{path.relative_to(tree)} is under the GPL")
            continue
        if name in shipped or any(fnmatchcase(name, pattern) for pattern in (*_OWN, *_PYTHON)):
            continue
        package = debian_package(name) if target == "linux" else ""
        if not SYSTEM.get(package):
            wrong.append(f"{path.relative_to(tree)} belongs to nothing known{package and f' ({package})'}")
    return wrong


def system_parts(tree: Path, found: Iterable[Distribution]) -> list[Part]:
    """Return a part for each Debian package that a frozen program took libraries of."""
    shipped = _of_wheels(found)
    packages = {debian_package(p.name) for p in natives_of(tree) if p.name not in shipped}
    return [_system_part(package) for package in sorted(packages) if SYSTEM.get(package)]


@cache
def debian_package(library: str) -> str:
    """Return the Debian package that a library of this machine is of; empty when there is none."""
    try:
        told = subprocess.run(
            ["dpkg-query", "--search", f"*/{library}"], capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return ""
    return re.split(r"[:,]", told.stdout)[0] if told.returncode == 0 else ""


def _system_part(package: str) -> Part:
    version = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Version}", package],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    terms = Path("/usr/share/doc", package, "copyright").read_text(encoding="utf-8", errors="replace")
    note = "Debians bibliotek, en egen fil som kan bytas."
    return Part(package, version, SYSTEM[package], LIBRARY, (Text("copyright", terms),), note=note)


def _of_wheels(found: Iterable[Distribution]) -> set[str]:
    return {file.name for d in found for file in d.files or () if _NATIVE.search(file.name)}
