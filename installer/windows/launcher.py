"""The two programs that are started: some C around the Python beside them, with icon and version."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from installer import product

SOURCE = Path(__file__).resolve().parent / "launcher.c"
MANIFEST = SOURCE.with_suffix(".manifest")
_FLAGS = ("-municode", "-Os", "-s", "-static", "-Wall", "-Wextra", "-Werror", "-fno-ident")
# Without the time of linking two builds are alike; the rest is what Windows can guard a program with.
_LINKER = "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va"


def tool(name: str) -> str:
    """Return how a tool of the compiler is called here; on Windows it has no prefix."""
    prefixed = f"x86_64-w64-mingw32-{name}"
    return name if sys.platform == "win32" and not shutil.which(prefixed) else prefixed


def resource_script(file_name: str, version: str) -> str:
    """Return what windres makes icons, manifest and file properties of."""
    numbers = ",".join(map(str, product.version_numbers(version)))
    values = {
        "CompanyName": product.PUBLISHER,
        "FileDescription": product.NAME,
        "FileVersion": version,
        "InternalName": file_name,
        "LegalCopyright": product.COPYRIGHT,
        "OriginalFilename": file_name,
        "ProductName": product.NAME,
        "ProductVersion": version,
    }
    lines = "\n".join(f'      VALUE "{name}", L"{_escaped(value)}\\0"' for name, value in values.items())
    return f"""#include <windows.h>
IDI_ICON1 ICON "{product.ICONS.as_posix()}/namndstod.ico"
2 ICON "{product.ICONS.as_posix()}/binder.ico"
1 RT_MANIFEST "{MANIFEST.as_posix()}"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEOS VOS_NT_WINDOWS32
FILETYPE VFT_APP
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "041D04B0"
    BEGIN
{lines}
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x041D, 0x04B0
  END
END
"""


def build(folder: Path, scratch: Path, version: str) -> tuple[Path, Path]:
    """Compile both programs into `folder`; return the one with a console and the one without."""
    made = []
    for name, flags in (
        (product.COMMAND, ("-mconsole",)),
        (product.WINDOW_COMMAND, ("-mwindows", "-DWINDOWED")),
    ):
        script = scratch / f"{name}.rc"
        script.write_text(resource_script(f"{name}.exe", version), encoding="ascii")
        compiled = scratch / f"{name}.res.o"
        subprocess.run([tool("windres"), str(script), "-O", "coff", "-o", str(compiled)], check=True)
        program = folder / f"{name}.exe"
        command = [tool("gcc"), *_FLAGS, *flags, str(SOURCE), str(compiled), _LINKER, "-o", str(program)]
        subprocess.run(command, check=True)
        made.append(program)
    return made[0], made[1]


def _escaped(text: str) -> str:
    r"""Return a text as a resource script in ASCII has it: «ä» → «\x00e4»."""
    return "".join(c if ord(c) < 128 else f"\\x{ord(c):04x}" for c in text)
