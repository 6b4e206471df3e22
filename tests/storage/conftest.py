"""A binder to each test: a copy of an empty one, because making one runs the migrations."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from namndstod.storage.binder import Binder

from .helpers import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_binder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty binder to copy."""
    folder = tmp_path_factory.mktemp("tom") / "pärm"
    Binder.create(folder, "Tillväxtnämnden", actor="Ada", clock=Clock()).close()
    return folder


@pytest.fixture
def binder(tmp_path: Path, empty_binder: Path, clock: Clock) -> Iterator[Binder]:
    shutil.copytree(empty_binder, tmp_path / "pärm")
    made = Binder.open(tmp_path / "pärm", actor="Ada", clock=clock, backup=False)
    yield made
    made.close()
