"""The environments that a build works in: made from lock files with hashes, and kept for the next build."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import product

PROGRAM_LOCK = product.ROOT / "requirements.lock"
TOOLS_LOCK = product.INSTALLER / "requirements-freeze.lock"
INVENTORY_LOCK = product.INSTALLER / "requirements-inventory.lock"


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment with exactly what a lock file names."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    @property
    def packages(self) -> Path:
        """Its site-packages."""
        if sys.platform == "win32":
            return self.folder / "Lib" / "site-packages"
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        return self.folder / "lib" / version / "site-packages"

    def run(self, *arguments: str | Path, more: Mapping[str, str] | None = None) -> None:
        """Run its Python, with nothing of the caller's Python settings."""
        subprocess.run(
            [str(self.python), *map(str, arguments)],
            check=True,
            cwd=product.ROOT,
            env={**clean_environment(), **(more or {})},
        )


def clean_environment() -> dict[str, str]:
    """Return the caller's environment without what would make two builds differ."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "_PYI_"))}
    return kept | {
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONNOUSERSITE": "1",
        "SOURCE_DATE_EPOCH": str(product.epoch()),
        "TZ": "UTC",
    }


def tools() -> Environment:
    """Return the environment of what builds: build, hatchling, PyInstaller."""
    return _environment("tools", TOOLS_LOCK)


def inventory() -> Environment:
    """Return the environment of what writes and validates the SBOM: cyclonedx-python-lib."""
    return _environment("inventory", INVENTORY_LOCK)


def program(wheel: Path) -> Environment:
    """Return the environment of what is shipped: the locked packages and our wheel, nothing else."""
    made = _environment("program", PROGRAM_LOCK)
    pip(made, "--no-index", "--no-deps", "--no-compile", "--force-reinstall", str(wheel))
    return made


def make_wheel(out: Path, what: Sequence[str] = ("--wheel",)) -> Path:
    """Build our wheel into `out` and return it; with `what` empty the sdist, and the wheel from that."""
    out.mkdir(parents=True, exist_ok=True)
    tools().run("-m", "build", "--no-isolation", *what, "--outdir", out, product.ROOT)
    return out / f"{product.COMMAND}-{product.version()}-py3-none-any.whl"


def pip(environment: Environment, *arguments: str) -> None:
    """Install something into an environment with pip."""
    run_pip("--python", str(environment.python), "install", "-qq", *arguments)


def run_pip(*arguments: str) -> None:
    """Run a pip of our own; which index it asks is a setting of the machine."""
    settings = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    subprocess.run(
        [str(_pip().python), "-m", "pip", "--no-input", "--disable-pip-version-check", *arguments],
        check=True,
        stdin=subprocess.DEVNULL,
        env=clean_environment() | settings,
    )


def _environment(name: str, lock: Path) -> Environment:
    """Return the environment of a lock file, made anew when it was made for another lock or Python."""
    made, new = _made(name, lock.read_bytes(), "--without-pip")
    if new:
        pip(made, "--only-binary=:all:", "--require-hashes", "-r", str(lock))
        _mark_whole(made)
    return made


def _pip() -> Environment:
    """Return an environment with nothing but pip, as it comes with Python."""
    made, new = _made("pip", b"")
    if new:
        _mark_whole(made)
    return made


def _made(name: str, contents: bytes, *options: str) -> tuple[Environment, bool]:
    """Return an environment, and whether it is new or was left half made: then it is empty."""
    made_for = repr((sys.version, Path(sys.base_prefix), contents))
    stamp = hashlib.sha256(made_for.encode()).hexdigest()[:16]
    made = Environment(product.cache() / f"{name}-{stamp}")
    if (made.folder / "whole").exists():
        return made, False
    shutil.rmtree(made.folder, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", *options, str(made.folder)], check=True)
    return made, True


def _mark_whole(made: Environment) -> None:
    (made.folder / "whole").touch()
