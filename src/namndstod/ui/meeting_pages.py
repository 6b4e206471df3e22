"""The pages that Sammanträden leads to: årsplan, the reading of old minutes, and archived minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject

from namndstod.domain.findings import Step
from namndstod.services.reading import bodies

if TYPE_CHECKING:
    from namndstod.services.intake.papers import IncomingPaper

    from .main_window import MainWindow
    from .meetings import MeetingsView
    from .view import View


class MeetingPages(QObject):
    """Builds the pages at their first use and goes between them."""

    KEYS: ClassVar[frozenset[str]] = frozenset({"year_plan", "old_minutes", "archived", "intake"})

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def acts(self) -> list[tuple[str, Callable[[], object]]]:
        """What «Sök eller gör» offers."""
        return [
            ("Årsplan: lägg in årets sammanträden", self.plan_year),
            ("Kopiera sammanträdet till ny dag", self.copy_shown),
            ("Läs in FöredragningsPM, kallelse eller beslutsbrev", self.read_in),
            ("Läs in äldre protokoll", self.read_old_minutes),
        ]

    def wire(self, meetings: MeetingsView) -> None:
        """Let the list of meetings lead here."""
        meetings.yearPlanRequested.connect(self.plan_year)
        meetings.copyRequested.connect(self.copy_meeting)
        meetings.oldMinutesRequested.connect(self.read_old_minutes)
        meetings.archivedRequested.connect(self.show_archived)

    def build(self, key: str) -> View:
        """Return a page, new."""
        actions = self._window.actions_
        if key == "year_plan":
            from .year_plan import YearPlanView

            year = YearPlanView(actions)
            year.left.connect(self._back)
            year.planned.connect(self.show_meetings_of)
            return year
        if key == "intake":
            from .intake.view import IntakeView

            papers = IntakeView(actions, self._window.memory.splits)
            papers.left.connect(self._back)
            papers.meetingMade.connect(self.show_made)
            papers.minutesBrought.connect(self.read_old_minutes)
            return papers
        from .archive import ArchivedView, OldMinutesView

        if key == "old_minutes":
            old = OldMinutesView(actions)
            old.left.connect(self._back)
            old.taken.connect(self.show_archive)
            return old
        kept = ArchivedView(actions)
        kept.left.connect(self._back)
        return kept

    def _back(self) -> None:
        self._window.show_view("meetings")

    def copy_meeting(self, meeting_id: str) -> None:
        """Ask for a new meeting with the frame of this one."""
        from .new_meeting import NewMeeting

        window = self._window
        window.flush()
        NewMeeting(
            window,
            window.session,
            lambda made: window.open_meeting(made, Step.CALL.value),
            source_id=meeting_id,
        ).open()

    def plan_year(self, body_id: str = "") -> None:
        """Ask for a body's meetings of a year; without any body, for a body first."""
        from .year_plan import YearPlanView

        window = self._window
        if not window.session.ask(bodies, window.session.today):
            window.new_body()
            return
        view = window.show_view("year_plan")
        if isinstance(view, YearPlanView):
            view.begin(body_id)

    def copy_shown(self) -> None:
        """Ask for a new meeting after the one that is open, or else after the last one held."""
        window = self._window
        space = window.workspace
        if window.current() == "meeting" and space is not None:
            self.copy_meeting(space.meeting_id)
        else:
            window.new_meeting()

    def read_old_minutes(self, paths: Sequence[Path] = ()) -> None:
        """Go where old minutes are read, and read those at `paths`."""
        from .archive import OldMinutesView

        view = self._window.show_view("old_minutes")
        if isinstance(view, OldMinutesView):
            view.read(paths)

    def read_in(self, paths: Sequence[Path] = ()) -> None:
        """Read in papers: for the meeting that is open, else a kallelse that makes one."""
        window = self._window
        space = window.workspace
        if window.current() == "meeting" and space is not None:
            space.reading.read(paths) if paths else space.reading.ask()
            return
        from .intake.view import IntakeView

        view = window.show_view("intake")
        if isinstance(view, IntakeView):
            view.begin(paths)

    def show_made(self, meeting_id: str, papers: Sequence[IncomingPaper]) -> None:
        """Open the meeting that a kallelse made, and go on with the papers that came with it."""
        window = self._window
        window.open_meeting(meeting_id, Step.CALL.value)
        if papers and window.workspace is not None:
            window.workspace.reading.read(papers=papers)

    def show_archived(self, minutes_id: str, section_id: str = "") -> None:
        """Show minutes of the archive, at a § of them."""
        from .archive import ArchivedView

        view = self._window.show_view("archived")
        if isinstance(view, ArchivedView):
            view.show_minutes(minutes_id, section_id)

    def show_archive(self) -> None:
        """Show the list of what is archived."""
        from .meetings import MeetingsView

        view = self._window.show_view("meetings")
        if isinstance(view, MeetingsView):
            view.choose_archived()

    def show_meetings_of(self, body_id: str, year: int) -> None:
        """Show the meetings of a body in a year."""
        from .meetings import MeetingsView

        view = self._window.show_view("meetings")
        if isinstance(view, MeetingsView):
            view.choose(body_id, year)
