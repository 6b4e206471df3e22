"""The ways into a binder: the one place where the window asks the composition root.

What they need (the database, the worker) is imported at the first call, after the window is on the screen.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from namndstod.services.workplace import Workplace


class Doors:
    """Opens and makes binders. Everything raises EnvironmentProblem in kinds, or Refused."""

    def open(self, path: Path, person: str, *, read_only: bool = False) -> Workplace:
        """Open the binder at `path`, its folder or its .namndstod file; the day's backup is made later."""
        from namndstod.services.workplace import open_workplace

        return open_workplace(path, person, read_only=read_only, backup=False)

    def create(self, folder: Path, name: str, person: str) -> Workplace:
        """Make a binder in `folder` and open it."""
        from namndstod.services.workplace import create_workplace

        return create_workplace(folder, name, person)

    def demonstration(self, folder: Path) -> Path:
        """Make the binder of the made-up region; return its path. Slow: it makes real papers."""
        from namndstod.demo import make_demo

        return make_demo(folder)
