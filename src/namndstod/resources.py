"""The files that come with the program: fonts, icons, styles.

They lie in `resources/` at the root of a checkout (the handbook in `docs/`) and in `namndstod/resources/`
of a wheel or a frozen program; callers name them the same way everywhere.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(path: str) -> Traversable:
    """Return the file or folder `path` («fonts/Inter-Bold.ttf»), to be read with `read_bytes()`.

    Raises FileNotFoundError when the program came without it.
    """
    package = files("namndstod")
    for root in (package.joinpath("resources"), *_checkout(package)):
        found = root.joinpath(*path.split("/"))
        if found.is_file() or found.is_dir():
            return found
    raise FileNotFoundError(f"resources/{path}")


def _checkout(package: Traversable) -> tuple[Traversable, ...]:
    # An editable installation points into src/namndstod; only there may the root be two steps up.
    if isinstance(package, Path) and package.parent.name == "src":
        root = package.parent.parent
        return root / "resources", root / "docs"
    return ()
