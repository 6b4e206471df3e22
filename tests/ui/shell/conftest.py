"""The whole window on real binders of a made-up nämnd; nothing of the user's own place is touched."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from namndstod.domain.records import BodyKind, ItemKind, Role
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.register import CreateBody, MemberRow, TakeInMembers
from namndstod.services.session import Session
from namndstod.services.usual import usual_customs
from namndstod.services.workplace import Workplace, create_workplace, open_workplace
from namndstod.storage.binder import Binder
from namndstod.ui.doors import Doors
from namndstod.ui.frame import Frame
from namndstod.ui.kit.theme import Theme
from namndstod.ui.main_window import MainWindow
from namndstod.ui.memory import Memory
from namndstod.ui.reports import Reports
from namndstod.ui.shell import Shell

NOW = datetime(2027, 5, 7, 8, 0, tzinfo=UTC)
MEMBERS = (
    MemberRow("Karin", "Ek", "S", Role.CHAIR),
    MemberRow("Olle", "Sand", "C", Role.VICE_CHAIR),
    MemberRow("Åsa", "Öberg", "KD", Role.MEMBER),
    MemberRow("Per", "Nyman", "S", Role.MEMBER),
    MemberRow("Tova", "Lind", "S", Role.SUBSTITUTE),
    MemberRow("Bo", "Gran", "M", Role.SUBSTITUTE),
)
W = TypeVar("W", bound=QWidget)


def now() -> datetime:
    return NOW


class FixedDoors(Doors):
    """The real doors, on the day 7 May 2027."""

    def open(self, path: Path, person: str, *, read_only: bool = False) -> Workplace:
        return open_workplace(path, person, now, read_only=read_only)

    def create(self, folder: Path, name: str, person: str) -> Workplace:
        return create_workplace(folder, name, person, now)


@pytest.fixture(scope="session")
def made_binder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A binder with a nämnd of five seats, four of them filled, and a meeting a week from now, to copy."""
    folder = tmp_path_factory.mktemp("mall") / "pärm"
    session = Session(Binder.create(folder, "Skärnämnden", actor="Ada", clock=now), "Ada", now)
    since = date(2027, 1, 1)
    body = (
        session.do(CreateBody("Skärnämnden", BodyKind.COMMITTEE, 5, since, customs=usual_customs())).result
        or ""
    )
    session.do(TakeInMembers(body, MEMBERS, since))
    meeting = session.do(PlanMeeting(body, date(2027, 5, 14), time(10), time(15), "Sal Linden")).result or ""
    for title, number in (("Bidrag till hamnen", "27SK1"), ("Remiss om färjor", "27SK2")):
        session.do(AddItem(meeting, title, ItemKind.DECISION, number))
    session.close()
    return folder


@pytest.fixture
def binder(tmp_path: Path, made_binder: Path) -> Path:
    """A copy of the made binder."""
    return Path(shutil.copytree(made_binder, tmp_path / "pärm"))


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    made = Memory(QSettings(str(tmp_path / "minne.ini"), QSettings.Format.IniFormat))
    made.person = "Ada"
    made.scheme = "light"
    return made


class House:
    """A window that can be closed and opened again, with what tests look at."""

    def __init__(self, qtbot: QtBot, memory: Memory, folder: Path, theme: Theme) -> None:
        self.qtbot = qtbot
        self.memory = memory
        self.theme = theme
        self.folder = folder
        self.frame: Frame
        self.shell: Shell
        self.start()

    def start(self, binder: Path | None = None) -> None:
        """Start the program, on `binder` or where one was last."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.frame = Frame(False, lambda: None)
        self.frame.resize(1366, 768)
        reports = Reports(self.folder / "logg")
        self.shell = Shell(application, self.frame, self.memory, reports, FixedDoors(), self.theme)
        self.frame.before_close(self.shell.close)
        self.frame.show()
        self.shell.start(binder)
        self.idle()

    def stop(self) -> None:
        """Close the program."""
        self.idle()
        self.frame.close()
        self.frame.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else later tests dress it too

    def idle(self) -> None:
        """Wait until nothing is under way in the background."""
        self.qtbot.waitUntil(lambda: not self.shell.background.busy(), timeout=60_000)

    @property
    def main(self) -> MainWindow:
        assert self.shell.main is not None
        return self.shell.main

    @property
    def session(self) -> Session:
        return self.main.session

    def sheet(self, kind: type[W]) -> W:
        """The open sheet of that kind."""
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        assert len(found) == 1, found
        return found[0]


OpenHouse = Callable[[Path | None], House]


@pytest.fixture
def empty_house(qtbot: QtBot, memory: Memory, tmp_path: Path, theme: Theme) -> Iterator[House]:
    """The program at its very first start."""
    house = House(qtbot, memory, tmp_path, theme)
    yield house
    house.stop()


@pytest.fixture
def house(empty_house: House, binder: Path) -> House:
    """The program with the made binder open."""
    empty_house.shell.open(binder)
    empty_house.idle()
    return empty_house
