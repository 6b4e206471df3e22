import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from namndstod.services.workplace import Workplace, create_workplace

from ..services.helpers import Clock, House, furnish, three_matters
from .binders import Found, Make, again
from .obstacles import WAYS, Disk, Protection, small_disk, write_protection


@pytest.fixture(params=WAYS)
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    with pytest.MonkeyPatch.context() as patch, small_disk(request.param, tmp_path / "disk", patch) as made:
        yield made


@pytest.fixture(params=WAYS)
def protection(request: pytest.FixtureRequest) -> Iterator[Protection]:
    with pytest.MonkeyPatch.context() as patch, write_protection(request.param, patch) as made:
        yield made


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, House, str]:
    """A binder to copy, with a committee and a meeting of three matters; its session is closed."""
    folder = tmp_path_factory.mktemp("mall") / "pärm"
    workplace = create_workplace(folder, "Skärgårdsnämnden", "Ada", Clock())
    house = furnish(workplace.session)
    meeting = three_matters(house)
    workplace.close()
    for backup in (folder / "backup").iterdir():
        backup.unlink()
    return folder, house, meeting


@pytest.fixture
def found(furnished: tuple[Path, House, str]) -> Iterator[Make]:
    """Make a binder with a committee and a meeting of three matters, in a folder."""
    template, house, meeting = furnished
    workplaces: list[Workplace] = []

    def make(folder: Path) -> Found:
        shutil.copytree(template, folder)
        workplaces.append(again(folder))
        return workplaces[-1], replace(house, session=workplaces[-1].session), meeting

    yield make
    for workplace in workplaces:
        workplace.close()


@pytest.fixture(autouse=True)
def _own_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Attachments become pages in the same way on every machine."""
    monkeypatch.setenv("NAMNDSTOD_NO_OFFICE", "1")
