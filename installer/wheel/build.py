"""Build the sdist, and the wheel from it: `python installer/build.py wheel`."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from installer import environments, inventory, product


def main(arguments: Sequence[str] | None = None) -> int:
    """Build both; return the exit code."""
    parser = argparse.ArgumentParser(prog="build.py wheel", description="Build sdist and wheel.")
    parser.add_argument("-o", "--output", type=Path, default=product.ROOT / "dist" / "wheel")
    out: Path = parser.parse_args(arguments).output.resolve()
    shutil.rmtree(out, ignore_errors=True)
    wheel = environments.make_wheel(out, what=())
    inventory.write_sums(list(out.iterdir()))
    print(f"{wheel} ({wheel.stat().st_size / 1e6:.1f} MB)")
    return 0
