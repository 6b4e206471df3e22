"""A real binder with a made-up nämnd and a meeting, opened in a real workspace; papers are blank sheets."""

import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from namndstod.domain.records import (
    BodyKind,
    Customs,
    ItemKind,
    ItemPurpose,
    PaperKind,
    Role,
    StandardItem,
    TextRole,
)
from namndstod.domain.texts import Draft
from namndstod.domain.view import ItemView, MeetingView, SectionView
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.commands.register import CreateBody, MemberRow, TakeInMembers
from namndstod.services.commands.texts import WriteText
from namndstod.services.conversions import Conversions
from namndstod.services.papers import Papers
from namndstod.services.reading import meeting_view
from namndstod.services.session import Session
from namndstod.services.worker_client import DrawnPages, WorkerClient
from namndstod.services.workplace import Workplace
from namndstod.storage.binder import Binder
from namndstod.ui.background import Background
from namndstod.ui.kit.theme import Theme, undressed
from namndstod.ui.workspace import Workspace
from namndstod.ui.workspace.actions import Actions

DAY = date(2027, 5, 14)
MEMBERS = (
    ("Karin", "Ek", "S", Role.CHAIR),
    ("Olle", "Sand", "C", Role.VICE_CHAIR),
    ("Mia", "Frid", "M", Role.MEMBER),
    ("Per", "Nyman", "S", Role.MEMBER),
    ("Åsa", "Öberg", "KD", Role.MEMBER),
    ("Tova", "Lind", "S", Role.SUBSTITUTE),
    ("Bo", "Gran", "M", Role.SUBSTITUTE),
)
CUSTOMS = Customs(
    standard_items=(
        StandardItem(title="Protokollsjustering", kind=ItemKind.FORMAL, purpose=ItemPurpose.APPROVAL),
        StandardItem(title="Information", kind=ItemKind.INFORMATION),
    )
)


@dataclass
class Clock:
    """A clock that goes one second at each look."""

    now: datetime = datetime(2027, 5, 14, 8, 0, tzinfo=UTC)
    step: timedelta = field(default=timedelta(seconds=1))

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


def blank_pdf(pages: int = 3) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(made)
    return made.getvalue()


class BlankPapers(Papers):
    """Papers whose pages are blank: drawing is tested elsewhere."""

    def __init__(self, session: Session, conversions: Conversions, worker: WorkerClient) -> None:
        super().__init__(session, conversions, worker)
        self.drawn: list[tuple[PaperKind, MeetingView]] = []

    def pdf(self, kind: PaperKind, view: MeetingView, of: tuple[str, ...] = ()) -> DrawnPages:
        self.drawn.append((kind, view))
        return DrawnPages(blank_pdf(), 3, {})

    def glimpse(
        self, kind: PaperKind, view: MeetingView, of: tuple[str, ...], anchor: str, further: int
    ) -> DrawnPages:
        return self.pdf(kind, view, of)


@dataclass
class Room:
    """The workspace with what a test looks at."""

    space: Workspace
    session: Session
    papers: Papers
    background: Background
    meeting_id: str
    qtbot: QtBot
    errors: list[Exception] = field(default_factory=list)
    toasts: list[tuple[str, str, Callable[[], object] | None]] = field(default_factory=list)

    @property
    def view(self) -> MeetingView:
        """The meeting as it is stored now."""
        return self.session.ask(meeting_view, self.meeting_id)

    def item(self, title: str) -> ItemView:
        return next(i for i in self.view.items if i.item.title == title)

    def section(self, heading: str) -> SectionView:
        return next(s for s in self.view.sections if s.heading == heading)

    def person(self, surname: str) -> str:
        return next(p.id for p in self.view.people.values() if p.surname == surname)

    def press(
        self,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        widget: QWidget | None = None,
    ) -> None:
        """Press a key where the focus is."""
        if QApplication.activeWindow() is None:  # after a sheet the platform leaves no window active
            self.space.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.space)
        target = widget or QApplication.focusWidget() or self.space
        QTest.keyClick(target, key, held)

    def idle(self) -> None:
        """Wait until nothing is under way in the background."""
        self.qtbot.waitUntil(lambda: not self.background.busy(), timeout=60_000)


@pytest.fixture(scope="session")
def made_binder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A binder with a nämnd and a planned meeting, to copy."""
    folder = tmp_path_factory.mktemp("mall") / "pärm"
    session = Session(Binder.create(folder, "Skärnämnden", actor="Ada", clock=Clock()), "Ada", Clock())
    body = session.do(
        CreateBody("Skärnämnden", BodyKind.COMMITTEE, 5, date(2027, 1, 1), customs=CUSTOMS)
    ).result
    assert body is not None
    rows = tuple(MemberRow(given, surname, party, role) for given, surname, party, role in MEMBERS)
    session.do(TakeInMembers(body, rows, date(2027, 1, 1)))
    meeting = session.do(PlanMeeting(body, DAY, time(10), place="Sal Linden")).result
    assert meeting is not None
    for title, diary in (("Bidrag till hamnen", "27SK1"), ("Remiss om färjor", "27SK2")):
        item = session.do(AddItem(meeting, title, ItemKind.DECISION, diary)).result
        session.do(WriteText(TextRole.PROPOSAL, proposal(f"bifalla {title.lower()}."), item_id=item))
    session.close()
    return folder, meeting


def proposal(clause: str) -> tuple[Draft, ...]:
    from namndstod.domain.records import BlockKind

    return (
        Draft(BlockKind.DECIDER, "Skärnämnden beslutar"),
        Draft(BlockKind.CLAUSE, clause, 1),
    )


def furnish(folder: Path, meeting: str, qtbot: QtBot, *, real_papers: bool) -> Iterator[Room]:
    session = Session(Binder.open(folder, actor="Ada", clock=Clock(), backup=False), "Ada", Clock())
    workplace = Workplace(session)
    made = (Papers if real_papers else BlankPapers)(session, workplace.conversions, workplace.worker)
    vars(workplace)["papers"] = made
    background = Background()
    actions = Actions(workplace, background)
    with undressed():
        space = Workspace(actions)
    room = Room(space, session, made, background, meeting, qtbot)
    actions.errorRaised.connect(room.errors.append)
    background.failed.connect(room.errors.append)
    actions.toastRequested.connect(lambda text, words, act: room.toasts.append((text, words, act)))
    session.listen(lambda outcome: background.tell(lambda: space.refresh(outcome)))
    space.resize(1194, 768)
    space.show()
    space.activateWindow()
    space.open_meeting(meeting)
    try:
        yield room
        room.idle()
    finally:
        background.close()
        workplace.close()
        space.close()
        space.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else it is dressed with the next
    assert room.errors == []


@pytest.fixture
def room(tmp_path: Path, made_binder: tuple[Path, str], qtbot: QtBot, theme: Theme) -> Iterator[Room]:
    """The planned meeting in the workspace. A test that provokes an error empties `room.errors`."""
    shutil.copytree(made_binder[0], tmp_path / "pärm")
    yield from furnish(tmp_path / "pärm", made_binder[1], qtbot, real_papers=False)


@pytest.fixture
def real_room(tmp_path: Path, made_binder: tuple[Path, str], qtbot: QtBot, theme: Theme) -> Iterator[Room]:
    """The same with papers drawn by the worker."""
    shutil.copytree(made_binder[0], tmp_path / "pärm")
    yield from furnish(tmp_path / "pärm", made_binder[1], qtbot, real_papers=True)
