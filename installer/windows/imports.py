"""Does every library of a tree find what it imports? Else what is missing is first seen on a laptop.

A library is looked for where the launcher lets Windows look: beside the library itself, beside the program,
in the folders that packages add (PySide6, shiboken6, those of wheels), and in Windows. What Windows 10 has is
a list of names here; whatever else is asked for must lie in the tree and have what is asked of it.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.windows.launcher import tool

NATIVE = (".dll", ".pyd", ".exe")

_NAMES = (
    "advapi32 authz avrt bcrypt bcryptprimitives cfgmgr32 combase comctl32 comdlg32 credui crypt32 "
    "cryptui d2d1 d3d11 d3d12 d3d9 dbghelp dnsapi dwmapi dwrite dxgi gdi32 icuin icuuc imm32 iphlpapi "
    "kernel32 mpr mscms msimg32 msvcrt ncrypt netapi32 ntdll ole32 oleacc oleaut32 opengl32 pdh "
    "powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi ucrtbase uiautomationcore "
    "user32 userenv usp10 uxtheme version winhttp wininet winmm winspool.drv wintrust ws2_32 wsock32 "
    "wtsapi32 "
)
WINDOWS = frozenset(_NAMES.split())
"""Libraries of every Windows 10 and 11 since version 1809 (api-ms-win-… besides), without «.dll»."""

_EXTRA_PLACES = ("site-packages/PySide6", "site-packages/shiboken6")  # os.add_dll_directory in their __init__


@dataclass(frozen=True, slots=True)
class Library:
    """What one file imports, by library, and what it exports."""

    imports: dict[str, frozenset[str]]
    exports: frozenset[str]


def missing(tree: Path) -> list[str]:
    """Return a line for every import of a file in the tree that nothing answers."""
    paths = [p for p in sorted(tree.rglob("*")) if p.suffix.lower() in NATIVE]
    read = dict(zip(paths, map(parse, map(_objdump, paths)), strict=True))
    lines = []
    for path, library in read.items():
        for name, wanted in sorted(library.imports.items()):
            answer = _answer(name, path, tree, paths)
            if answer is None:
                if not of_windows(name):
                    lines.append(f"{path.relative_to(tree)}: {name} is not in the tree")
            elif lacks := sorted(wanted - read[answer].exports):
                lines.append(f"{path.relative_to(tree)}: {name} lacks {', '.join(lacks[:3])}")
    return lines


def of_windows(name: str) -> bool:
    """Tell whether a library comes with Windows."""
    lower = name.lower()
    return lower.startswith(("api-ms-win-", "ext-ms-win-")) or lower.removesuffix(".dll") in WINDOWS


def parse(said: str) -> Library:
    """Return what objdump -p says of a file. Functions imported by number alone are not compared."""
    imports: dict[str, frozenset[str]] = {}
    for part in re.split(r"^\tDLL Name: ", said, flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        block = rest.split("\n\n", 1)[0]
        wanted = re.findall(r"^\t[0-9a-f]+\s+\d+\s+(\S+)$", block, re.MULTILINE)
        imports[name.strip()] = imports.get(name.strip(), frozenset()) | frozenset(wanted)
    table = said.partition("[Ordinal/Name Pointer] Table")[2]
    exports = re.findall(r"^\t\[\s*\d+\]\s+(?:\+base\[\s*\d+\]\s+[0-9a-f]+\s+)?(\S+)$", table, re.MULTILINE)
    return Library(imports, frozenset(exports))


def _objdump(path: Path) -> str:
    done = subprocess.run(
        [tool("objdump"), "-p", str(path)], check=True, capture_output=True, text=True, errors="replace"
    )
    return done.stdout


def _answer(name: str, asker: Path, tree: Path, paths: Iterable[Path]) -> Path | None:
    """Return the file of the tree that Windows would load, if there is one."""
    places = [asker.parent, tree, *(tree / place for place in _EXTRA_PLACES)]
    places += [p for p in (tree / "site-packages").glob("*.libs") if p.is_dir()]
    there = {(p.parent, p.name.lower()): p for p in paths}
    return next((there[place, name.lower()] for place in places if (place, name.lower()) in there), None)
