"""Pictures of the main views, for README and for looking at: the real window on the demonstration.

python -m namndstod.ui.screenshots OUTDIR
python -m namndstod.ui.screenshots --handbook docs/handbok/bilder
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import time
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QSettings

from namndstod.domain.findings import Step
from namndstod.domain.proceedings import PROPOSAL, Choice, MotionKind
from namndstod.domain.records import ItemKind, MeetingState, Outcome
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.motions import AddMotion
from namndstod.services.commands.sitting import CloseMeeting, Decide, OpenMeeting
from namndstod.services.commands.voting import CastBallot, OpenVote, PutProposition, RequestVote
from namndstod.services.reading import meeting_view, meetings

from .application import Application, make_qt
from .doors import Doors
from .frame import Frame
from .kit.theme import Scheme
from .main_window import MainWindow
from .memory import Memory
from .trial import wait_for

WIDTH, HEIGHT = 1366, 768
SETTLE = 20  # looks in a row at which nothing is under way
LARGE = "1.5"


class Photographer:
    """Opens the window on a binder and takes pictures of it: of all that is `wanted`, or of everything."""

    def __init__(
        self,
        binder: Path,
        place: Path,
        out: Path,
        size: tuple[int, int] = (WIDTH, HEIGHT),
        wanted: frozenset[str] | None = None,
    ) -> None:
        self._out = out
        self._wanted = wanted
        memory = Memory(QSettings(str(place / "bilder.ini"), QSettings.Format.IniFormat))
        memory.scheme = Scheme.LIGHT.value
        memory.person = "Ines Falkman"
        self._application = Application(make_qt(), memory, binder)
        self._application.frame.resize(*size)
        self._application.frame.show()
        wait_for(lambda: self._main() is not None)

    @property
    def main(self) -> MainWindow:
        """The window. Raises RuntimeError when the binder did not open."""
        main = self._main()
        if main is None:
            raise RuntimeError("fönstret visade aldrig pärmen")
        return main

    def picture(self, name: str) -> None:
        """Take a picture when everything has been drawn."""
        if self._wanted is not None and name not in self._wanted:
            return
        quiet = 0

        def settled() -> bool:
            nonlocal quiet
            quiet = 0 if self.main.background.busy() else quiet + 1
            return quiet >= SETTLE

        self.main.toast.hide()
        wait_for(settled)
        self.frame.grab().save(str(self._out / f"{name}.png"))

    @property
    def frame(self) -> Frame:
        """The window with all that is around the binder."""
        return self._application.frame

    def leave_binder(self) -> None:
        """Close the binder, as if there had never been one: the start is shown."""
        shell = self._application.shell
        if shell is not None:
            for path in shell.memory.recent:
                shell.memory.forget(path)
            shell.close_binder()

    def wear(self, scheme: Scheme) -> None:
        """Be light or dark from now on."""
        self.main.theme.set_scheme(scheme)

    def close(self) -> None:
        """Close the window."""
        self._application.frame.close()

    def _main(self) -> MainWindow | None:
        return self._application.shell.main if self._application.shell else None


def take_all(out: Path) -> None:
    """Make the demonstration in a temporary folder and take all pictures into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="namndstod-", ignore_cleanup_errors=True) as folder:
        binder = Doors().demonstration(Path(folder) / "Demonstration")
        _large(binder, Path(folder), out)
        photographer = Photographer(binder, Path(folder), out)
        before(photographer)
        during(photographer)
        after(photographer)
        photographer.close()


def before(photographer: Photographer) -> None:
    """Take what is seen before the coming meeting."""
    main = photographer.main
    for key, name in (
        ("overview", "oversikt"),
        ("meetings", "sammantraden"),
        ("delegated", "delegationsbeslut"),
        ("register", "fortroendevalda"),
        ("settings", "installningar"),
    ):
        main.show_view(key)
        photographer.picture(name)
    view = coming(main)
    chosen = next(i.item.id for i in view.items if i.item.kind is ItemKind.DECISION)
    main.open_meeting(view.meeting.id, Step.CALL.value, chosen)
    photographer.picture("kallelse")
    main.open_meeting(view.meeting.id, Step.PAPERS.value, chosen)
    photographer.picture("handlingar")


def during(photographer: Photographer) -> None:
    """Open the coming meeting, decide two §§, and stop in the middle of the third."""
    main = photographer.main
    view = coming(main)
    present = tuple(m.person_id for m in (*view.members[:-1], *view.substitutes[:1]))
    serving = ((view.substitutes[0].person_id, view.members[-1].person_id),)
    main.session.do(OpenMeeting(view.meeting.id, present, serving, time(10, 2)))
    sections = main.session.ask(meeting_view, view.meeting.id).sections
    for section in sections[:2]:
        main.session.do(Decide(section.section.id, _usual(section.item.item.kind if section.item else None)))
    main.open_meeting(view.meeting.id, Step.MEETING.value, sections[2].section.id)
    photographer.picture("sammantrade")
    photographer.wear(Scheme.DARK)
    photographer.picture("sammantrade-mork")
    photographer.wear(Scheme.LIGHT)
    _vote(photographer, sections[2])


def _vote(photographer: Photographer, section: SectionView) -> None:
    """Avslag is yrkat and a vote requested: the roll is being called."""
    main, key = photographer.main, section.section.id
    serving = [s.person_id for s in section.presence.serving]
    main.session.do(AddMotion(key, MotionKind.REJECTION, (serving[7], serving[2])))
    put = main.session.do(PutProposition(key, carried=PROPOSAL)).result or ""
    main.session.do(RequestVote(put))
    vote = main.session.do(OpenVote(put)).result or ""
    choices = cycle((Choice.YES, Choice.NO, Choice.YES))
    for person, choice in zip(serving[1:7], choices, strict=False):
        main.session.do(CastBallot(vote, person, choice))
    if main.workspace is not None:
        main.workspace.sitting.live.page.deliberation.voteWanted.emit(vote)
    photographer.picture("omrostning")
    for person, choice in zip((*serving[7:], serving[0]), choices, strict=False):
        main.session.do(CastBallot(vote, person, choice))


def after(photographer: Photographer) -> None:
    """Decide the rest, close the meeting, and look at its minutes."""
    main = photographer.main
    view = next(v for v in _views(main) if v.meeting.state is MeetingState.OPEN)
    for section in view.sections[2:]:
        main.session.do(Decide(section.section.id, _usual(section.item.item.kind if section.item else None)))
    main.session.do(CloseMeeting(view.meeting.id, time(14, 40)))
    main.open_meeting(view.meeting.id, Step.MINUTES.value, view.sections[2].section.id)
    photographer.picture("protokoll")
    main.open_meeting(view.meeting.id, Step.APPROVAL.value)
    photographer.picture("justering")
    main.open_meeting(view.meeting.id, Step.EXPEDITING.value)
    photographer.picture("expediering")


def _usual(kind: ItemKind | None) -> Outcome:
    return Outcome.NOTED if kind is ItemKind.INFORMATION else Outcome.APPROVED


def _views(main: MainWindow) -> list[MeetingView]:
    return [main.session.ask(meeting_view, s.meeting.id) for s in main.session.ask(meetings)]


def coming(main: MainWindow) -> MeetingView:
    """Return the meeting that is not held yet."""
    return next(v for v in _views(main) if v.meeting.state is MeetingState.PLANNED)


def _large(binder: Path, place: Path, out: Path) -> None:
    """Take one picture at 150 %, which Qt reads when it starts: in a process of its own."""
    command = [sys.executable, "-m", __spec__.name, "--large", str(binder), str(place), str(out)]
    subprocess.run(command, check=True, env={**os.environ, "QT_SCALE_FACTOR": LARGE})


def _take_large(binder: Path, place: Path, out: Path) -> None:
    photographer = Photographer(binder, place, out)
    photographer.picture("oversikt-150")
    photographer.close()


def _on_some_screen(act: Callable[[], None]) -> None:
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    act()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--handbook"]:
        from .handbook.pictures import take_pictures

        _on_some_screen(lambda: take_pictures(Path(sys.argv[2])))
    elif sys.argv[1:2] == ["--large"]:
        _on_some_screen(lambda: _take_large(Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])))
    else:
        _on_some_screen(lambda: take_all(Path(sys.argv[1])))
