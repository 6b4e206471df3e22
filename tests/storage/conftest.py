from collections.abc import Iterator
from pathlib import Path

import pytest

from namndstod.storage.binder import Binder

from .helpers import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def binder(tmp_path: Path, clock: Clock) -> Iterator[Binder]:
    made = Binder.create(tmp_path / "pärm", "Tillväxtnämnden", actor="Ada", clock=clock)
    yield made
    made.close()
