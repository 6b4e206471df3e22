"""A binder that is open is opened again: the window that has it comes forward."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from namndstod.domain.errors import BinderBusy
from namndstod.services.workplace import Workplace
from namndstod.ui import doorbell
from namndstod.ui.doorbell import Doorbell, ring

from .conftest import FixedDoors, House


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "Pärm för Åre"
    folder.mkdir()
    made = folder / "Nämnd.namndstod"
    made.touch()
    return made


def test_whoever_has_the_binder_hears_it_by_any_way_to_the_file(
    file: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bell = Doorbell()
    heard: list[int] = []
    bell.rung.connect(lambda: heard.append(1))
    assert bell.listen(file)
    monkeypatch.chdir(tmp_path)
    ways = [file, file.parent, Path(os.path.relpath(file)), file.parent / ".." / file.parent.name]
    if os.name == "posix":
        (tmp_path / "genväg").symlink_to(file.parent)
        ways.append(tmp_path / "genväg")
    found = [doorbell._database(way) for way in ways]
    assert {doorbell._name(database) for database in found if database} == {doorbell._name(file)}
    assert _rings(qtbot, file.parent)
    qtbot.waitUntil(lambda: heard == [1])
    bell.silence()
    assert not ring(file)


def _rings(qtbot: QtBot, path: Path) -> bool:
    """Ring from another process."""
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from namndstod.ui.doorbell import ring\n"
        "application = QCoreApplication([]); sys.exit(not ring(Path(sys.argv[1])))"
    )
    other = subprocess.Popen([sys.executable, "-c", program, str(path)])
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=60_000)
    return other.returncode == 0


def test_nobody_answers_for_another_binder_or_for_none(file: Path, tmp_path: Path) -> None:
    bell = Doorbell()
    assert bell.listen(file)
    assert not ring(tmp_path / "annan")
    other = file.with_name("annan.namndstod")
    other.touch()
    assert not ring(other)
    assert not ring(file.parent)  # which of the two?
    bell.silence()


class Busy(FixedDoors):
    """A binder that another program has."""

    def open(self, path: Path, person: str, *, read_only: bool = False) -> Workplace:
        raise BinderBusy("Pärmen är redan öppen.")


def test_a_window_opened_for_it_alone_closes(
    empty_house: House, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorbell, "ring", lambda path: path == file)
    house = empty_house
    house.frame.takeCentralWidget()  # as at a double click: nothing has been shown yet
    house.shell.doors = Busy()
    house.shell.open(file)
    house.idle()
    assert not house.frame.isVisible()


def test_a_window_with_something_else_stays_and_says_so(
    house: House, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorbell, "ring", lambda path: path == file)
    house.shell.doors = Busy()
    house.shell.open(file)
    house.idle()
    assert house.frame.isVisible()
    assert house.shell.toast.text() == "Pärmen är öppen i ett annat fönster, som nu ligger överst."


def test_the_open_binder_is_listened_for_until_it_closes(house: House, binder: Path, qtbot: QtBot) -> None:
    house.shell._listen()
    house.frame.showMinimized()
    assert _rings(qtbot, binder)
    qtbot.waitUntil(lambda: not house.frame.windowState() & Qt.WindowState.WindowMinimized)
    house.shell.close_binder()
    assert not ring(binder)
