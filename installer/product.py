"""What the program is called on every system: names, identifiers and places, used by all installers."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLER = ROOT / "installer"
ICONS = INSTALLER / "icons"

NAME = "Nämndstöd"
SHORT_NAME = "Namndstod"  # of folders and keys: letters that every system can take
COMMAND = "namndstod"  # with a console
WINDOW_COMMAND = "namndstodw"  # without
PUBLISHER = "Nämndstöd"
SUMMARY = "Från kallelse till justerat protokoll"
DESCRIPTION = (
    "Nämndstöd är ett skrivbordsprogram för nämndsekreteraren: kallelse, handlingar, sammanträde, protokoll,"
    " justering och expediering. Det arbetar utan nät och utan server."
)
COPYRIGHT = "Nämndstöd"

IDENTIFIER = "se.namndstod.Namndstod"  # of the bundle, the AppUserModelID and the desktop's own lists

FILE_SUFFIX = ".namndstod"
FILE_TYPE_NAME = "Pärm i Nämndstöd"
FILE_MIME = "application/x-namndstod"
FILE_TYPE_KEY = "Namndstod.Parm.1"  # of Windows' registry
# A binder is a SQLite file: what tells it from others is its application id (storage/schema), at byte 68.

_EPOCH = 1_767_225_600  # 2026-01-01, where nothing tells when the source was finished


def version() -> str:
    """Return the version that pyproject.toml states."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def version_numbers(text: str) -> tuple[int, int, int, int]:
    """Return a version as the four numbers that Windows wants: «1.2.3» and «1.2.3rc1» → (1, 2, 3, 0)."""
    numbers = []
    for part in text.split(".")[:4]:
        digits = ""
        for letter in part:
            if not letter.isdigit():
                break
            digits += letter
        numbers.append(int(digits or 0))
    numbers += [0] * (4 - len(numbers))
    return (numbers[0], numbers[1], numbers[2], numbers[3])


@functools.cache
def epoch() -> int:
    """Return the time that every file of a build is given, in seconds since 1970.

    SOURCE_DATE_EPOCH, else the time of the commit: two builds of the same commit are alike.
    """
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    if (ROOT / ".git").exists() and (git := shutil.which("git")):
        asked = [git, "-c", f"safe.directory={ROOT}", "log", "-1", "--format=%ct"]
        found = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
        if found.returncode == 0 and found.stdout.strip().isdecimal():
            return int(found.stdout)
    return _EPOCH


def cache() -> Path:
    """Return the folder of what was downloaded, outside the checkout; it is made when it is not there."""
    place = os.environ.get("NAMNDSTOD_BUILD_CACHE")
    folder = Path(place) if place else Path.home() / ".cache" / "namndstod-build"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
