"""Build the installer of Windows: `python installer/build.py windows`.

Needs Python 3.11 (the tree's bytecode is its), and of Debian nsis, gcc-mingw-w64-x86-64 and osslsigncode.
With the command that signs in NAMNDSTOD_SIGN (the file's path is added to it) the programs, the parts that
nobody has signed, the installer and the uninstaller are signed. Writes the installer, the list of its files,
SBOM, licences and hashes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from installer import inventory, measure, product
from installer.windows import launcher, pack
from installer.windows.tree import LIST
from installer.windows.tree import build as build_tree

WORK = product.ROOT / "build" / "windows"
TREE = WORK / "tree"
OUT = product.ROOT / "dist" / "windows"
_TOOLS = ("makensis", *map(launcher.tool, ("gcc", "windres", "objdump")))


def main(arguments: Sequence[str] | None = None) -> int:
    """Build what was asked for; return the exit code: 1 when it may not be shipped or is too big."""
    parser = argparse.ArgumentParser(prog="build.py windows", description="Build the installer of Windows.")
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    parser.add_argument("--quick", action="store_true", help="compress little: to try, not to ship")
    options = parser.parse_args(arguments)
    tools = _TOOLS if sys.platform == "win32" else (*_TOOLS, "osslsigncode")
    missing = [name for name in tools if not shutil.which(name)]
    if missing:
        needed = "nsis, gcc-mingw-w64-x86-64, osslsigncode"
        print(f"Missing here: {', '.join(missing)} (Debian: {needed})", file=sys.stderr)
        return 2
    out: Path = options.output.resolve()
    shutil.rmtree(out, ignore_errors=True)
    version = product.version()
    try:
        tree = build_tree(TREE, WORK / "scratch", version)
    except ValueError as error:
        print(f"FEL {error}", file=sys.stderr)
        return 1
    for note in tree.notes:
        print(note)
    installer = pack.pack(TREE, WORK / "scratch", out, version, quick=options.quick)
    for path in (*tree.about.iterdir(), TREE / LIST):
        shutil.copyfile(path, out / path.name)
    inventory.write_sums([path for path in out.iterdir() if path.name != "SHA256SUMS"])
    sizes = measure.sizes("windows", TREE, None if options.quick else installer)
    print("\n".join(size.told() for size in sizes))
    return 0 if all(size.kept for size in sizes) else 1
