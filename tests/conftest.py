"""What all tests share: settings of random examples, and the demonstration, which is made once in a run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

# Random examples are the same ones wherever a red run must be repeatable; a busy machine is no failure.
settings.register_profile("house", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the demonstration, its attachments converted by our own layout. Copy it to write.

    Made by the command itself, and once for all processes of a run.
    """
    own = tmp_path_factory.getbasetemp()
    place = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "demonstration"
    place.mkdir(exist_ok=True)
    with _alone(place / "lock"):
        if not (place / "made").exists():
            from namndstod.cli import main

            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("NAMNDSTOD_NO_OFFICE", "1")
                assert main(["demo", str(place / "p")]) == 0
            (place / "made").touch()
    return place / "p"


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold a lock among the processes of a run; on Windows the tests run in one."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
