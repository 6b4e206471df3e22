from collections.abc import Iterator
from pathlib import Path

import pytest

from namndstod.services.workplace import Workplace, create_workplace

from ..services.helpers import Clock, furnish, three_matters
from .binders import Found, Make
from .obstacles import WAYS, Disk, Protection, small_disk, write_protection


@pytest.fixture(params=WAYS)
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    with pytest.MonkeyPatch.context() as patch, small_disk(request.param, tmp_path / "disk", patch) as made:
        yield made


@pytest.fixture(params=WAYS)
def protection(request: pytest.FixtureRequest) -> Iterator[Protection]:
    with pytest.MonkeyPatch.context() as patch, write_protection(request.param, patch) as made:
        yield made


@pytest.fixture
def found() -> Iterator[Make]:
    """Make a binder with a committee and a meeting of three matters, in a folder."""
    workplaces: list[Workplace] = []

    def make(folder: Path) -> Found:
        workplaces.append(create_workplace(folder, "Skärgårdsnämnden", "Ada", Clock()))
        house = furnish(workplaces[-1].session)
        return workplaces[-1], house, three_matters(house)

    yield make
    for workplace in workplaces:
        workplace.close()


@pytest.fixture(autouse=True)
def _own_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Attachments become pages in the same way on every machine."""
    monkeypatch.setenv("NAMNDSTOD_NO_OFFICE", "1")
