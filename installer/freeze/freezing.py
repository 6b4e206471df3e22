"""Freezes the program, or another one in the same way, with PyInstaller."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from installer import product
from installer.environments import Environment, clean_environment, tools

SPEC = Path(__file__).with_name("namndstod.spec")
BEGIN = Path(__file__).with_name("begin.py")


def freeze(
    environment: Environment,
    out: Path,
    *,
    name: str = product.COMMAND,
    begin: Path = BEGIN,
    whole: bool = True,
) -> Path:
    """Freeze the program that begins in `begin` to `out/name`; return that folder.

    `whole`: with all of Nämndstöd; else with none of it.
    """
    work = out / "work"
    settings = {
        "NAMNDSTOD_ROOT": str(product.ROOT),
        "NAMNDSTOD_PACKAGES": str(environment.packages),
        "NAMNDSTOD_NAME": name,
        "NAMNDSTOD_BEGIN": str(begin),
        "NAMNDSTOD_WHOLE": "1" if whole else "0",
        "PYTHONPATH": str(tools().packages),
        "PYINSTALLER_CONFIG_DIR": str(work / "settings"),  # nothing of an earlier build
    }
    command = ["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    places = ["--distpath", str(out), "--workpath", str(work / name)]
    environment.run(*command, *places, str(SPEC), more=settings)
    made = out / name
    _strip(made)
    return made


def _strip(tree: Path) -> None:
    """Take the debug symbols out of Python's own libraries; those of wheels stay as they came."""
    if sys.platform != "linux" or (strip := shutil.which("strip")) is None:
        return
    libraries = [*tree.rglob("libpython3*.so*"), *tree.rglob("lib-dynload/*.so")]
    for library in libraries:
        if not library.is_symlink():
            subprocess.run([strip, "--strip-unneeded", str(library)], check=True, env=clean_environment())
