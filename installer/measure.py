"""How big is it, and how fast does it start? `python installer/measure.py [windows|linux] [start]`.

Prints the sizes of what was built, and (`start`) how long the program frozen for Linux takes to be usable,
beside what they may be at most; without a word all of it. Exit code 1 when one is over.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer import product

MOST_INSTALLED = 330_000_000  # bytes
MOST_FETCHED = 100_000_000

START = "start"
_TREES = {"windows": "build/windows/tree", "linux": "build/linux/namndstod"}
_FILES = {"windows": "dist/windows/*-setup.exe", "linux": "dist/linux/*.deb"}


@dataclass(frozen=True, slots=True)
class Size:
    """One size and what it may be at most, in bytes."""

    what: str
    bytes: int
    most: int

    @property
    def kept(self) -> bool:
        """It is below its bar."""
        return self.bytes < self.most

    def told(self) -> str:
        """Return a line for a reader."""
        verdict = "ok " if self.kept else "FEL"
        return f"{verdict} {self.what}: {self.bytes / 1e6:.1f} MB, less than {self.most / 1e6:.0f} MB wanted"


def sizes(target: str, tree: Path | None, download: Path | None) -> list[Size]:
    """Return the sizes of what there is of a target."""
    found = []
    if tree is not None:
        # symbolic links take no room; what several names share is counted once by the system, here twice
        files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
        found.append(Size(f"{target} installed", sum(p.stat().st_size for p in files), MOST_INSTALLED))
    if download is not None:
        found.append(Size(f"{target} download", download.stat().st_size, MOST_FETCHED))
    return found


def main(arguments: list[str]) -> int:
    """Measure what was built of the targets; return the exit code."""
    found = []
    wanted = arguments or [*sorted(_TREES), START]
    for target in (word for word in wanted if word != START):
        tree = product.ROOT / _TREES[target]
        download = next(product.ROOT.glob(_FILES[target]), None)
        of_target = sizes(target, tree if tree.is_dir() else None, download)
        if not of_target:
            print(f"FEL {target}: nothing is built: python installer/build.py {target}")
        found += of_target or [Size(target, 1, 0)]
    print("\n".join(size.told() for size in found if size.most))
    kept = all(size.kept for size in found)
    if START in wanted:
        from installer.linux import cold_start

        kept = cold_start.main() == 0 and kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
