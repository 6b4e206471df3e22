"""Build what is installed: `python installer/build.py wheel|linux|windows|macos [-o FOLDER]`.

Each goes to dist/TARGET with its licences, SBOM and SHA256SUMS; installer/README.md tells what each needs.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer import product

TARGETS = ("wheel", "linux", "windows", "macos")


def main(arguments: list[str]) -> int:
    """Let the script of the target do it; return its exit code."""
    if not arguments or arguments[0] not in TARGETS:
        print(__doc__, file=sys.stderr)
        return 2
    target, *rest = arguments
    os.environ["SOURCE_DATE_EPOCH"] = str(product.epoch())  # one time for all of the build
    built: int = import_module(f"installer.{target}.build").main(rest)
    return built


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
