import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from namndstod.services.session import Session
from namndstod.storage.binder import Binder

from .helpers import Clock, House, furnish, three_matters


def open_copy(template: Path, folder: Path, clock: Clock) -> Session:
    """Open a copy of a binder, for Ada."""
    shutil.copytree(template, folder)
    return Session(Binder.open(folder, actor="Ada", clock=clock, backup=False), "Ada", clock)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_binder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty binder to copy: making one runs the migrations, which takes its time."""
    folder = tmp_path_factory.mktemp("tom") / "pärm"
    Binder.create(folder, "Skärgårdsnämnden", actor="Ada", clock=Clock()).close()
    return folder


@pytest.fixture
def session(tmp_path: Path, empty_binder: Path, clock: Clock) -> Iterator[Session]:
    opened = open_copy(empty_binder, tmp_path / "pärm", clock)
    yield opened
    opened.close()


@pytest.fixture
def house(session: Session) -> House:
    return furnish(session)


@pytest.fixture
def meeting(house: House) -> str:
    return three_matters(house)


Reopen = Callable[[str], House]


@pytest.fixture
def restart(house: House, clock: Clock) -> Iterator[Reopen]:
    """Close the binder and open it again, for the person named."""
    opened: list[Session] = []

    def again(person: str) -> House:
        (opened[-1] if opened else house.session).close()
        binder = Binder.open(house.session.binder.path, actor=person, clock=clock, backup=False)
        opened.append(Session(binder, person, clock))
        return House(opened[-1], house.body_id, house.people)

    yield again
    for session in opened:
        session.close()
