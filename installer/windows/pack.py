"""Packs a tree into the installer: writes what makensis needs to know, and runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path, PureWindowsPath

from installer import product
from installer.windows.tree import LIST, files

SCRIPT = Path(__file__).resolve().parent / "namndstod.nsi"
LIBRARY = "python311.dll"  # which every process of the program has loaded


def file_name(version: str) -> str:
    """Return the name of the installer («Namndstod-1.2.3-setup.exe»)."""
    return f"{product.SHORT_NAME}-{version}-setup.exe"


def pack(folder: Path, scratch: Path, out: Path, version: str, *, quick: bool = False) -> Path:
    """Write the installer of a tree into `out`; `quick` packs badly, for trials. Warnings stop it too."""
    out.mkdir(parents=True, exist_ok=True)
    target = out.resolve() / file_name(version)
    place = scratch / "nsis"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shutil.copyfile(SCRIPT, place / SCRIPT.name)
    (place / "build.nsh").write_text(definitions(folder, target, version, quick), encoding="utf-8-sig")
    (place / "files.nsh").write_text(file_list(folder), encoding="utf-8-sig")
    command = ["makensis", "-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8", "-XTarget amd64-unicode"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(product.epoch()), "TZ": "UTC"}
    subprocess.run([*command, SCRIPT.name], cwd=place, env=environment, check=True)
    return target


def definitions(folder: Path, target: Path, version: str, quick: bool = False) -> str:
    """Return what the script is told about this build."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    values = {
        "NAME": product.NAME,
        "SHORT_NAME": product.SHORT_NAME,
        "PUBLISHER": product.PUBLISHER,
        "COPYRIGHT": product.COPYRIGHT,
        "SUMMARY": product.SUMMARY,
        "VERSION": version,
        "VERSION_NUMBERS": ".".join(map(str, product.version_numbers(version))),
        "PROGRAM": f"{product.COMMAND}.exe",
        "WINDOW_PROGRAM": f"{product.WINDOW_COMMAND}.exe",
        "LIBRARY": LIBRARY,
        "LIST": LIST,
        "FILE_SUFFIX": product.FILE_SUFFIX,
        "FILE_TYPE_KEY": product.FILE_TYPE_KEY,
        "FILE_TYPE_NAME": product.FILE_TYPE_NAME,
        "FILE_MIME": product.FILE_MIME,
        "ICONS": str(product.ICONS),
        "OUT": str(target),
        "OUT_NAME": target.name,
        "KILOBYTES": str(size // 1024),
        "COMPRESSOR": "zlib" if quick else "lzma",
    }
    lines = [f'!define {name} "{value}"' for name, value in values.items()]
    if command := os.environ.get("NAMNDSTOD_SIGN"):
        # The installer and the uninstaller in it; the two programs are signed before they are packed.
        lines += [f"!{when} '{command} \"%1\"' = 0" for when in ("finalize", "uninstfinalize")]
    return "\n".join(lines) + "\n"


def file_list(folder: Path) -> str:
    """Return the instructions that unpack a tree, in a fixed order.

    Its list comes first: also what was cut off halfway can be removed by it.
    """
    lines = []
    current: PureWindowsPath | None = None
    for path in (folder / LIST, *files(folder)):
        parent = PureWindowsPath("$INSTDIR", path.parent.relative_to(folder))
        if parent != current:
            lines.append(f'SetOutPath "{parent}"')
            current = parent
        lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"
