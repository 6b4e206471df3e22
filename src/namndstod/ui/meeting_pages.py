"""The pages that Sammanträden leads to: årsplan, the reading of old minutes, and archived minutes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject

from namndstod.domain.findings import Step
from namndstod.services.reading import bodies

if TYPE_CHECKING:
    from .main_window import MainWindow
    from .meetings import MeetingsView
    from .view import View


class MeetingPages(QObject):
    """Builds the pages at their first use and goes between them."""

    KEYS: ClassVar[frozenset[str]] = frozenset({"year_plan"})

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def acts(self) -> list[tuple[str, Callable[[], object]]]:
        """What «Sök eller gör» offers."""
        return [("Årsplan: lägg in årets sammanträden", self.plan_year)]

    def wire(self, meetings: MeetingsView) -> None:
        """Let the list of meetings lead here."""
        meetings.yearPlanRequested.connect(self.plan_year)
        meetings.copyRequested.connect(self.copy_meeting)

    def build(self, key: str) -> View:
        """Return a page, new."""
        from .year_plan import YearPlanView

        year = YearPlanView(self._window.actions_)
        year.left.connect(lambda: self._window.show_view("meetings"))
        year.planned.connect(self.show_meetings_of)
        return year

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

    def show_meetings_of(self, body_id: str, year: int) -> None:
        """Show the meetings of a body in a year."""
        from .meetings import MeetingsView

        view = self._window.show_view("meetings")
        if isinstance(view, MeetingsView):
            view.choose(body_id, year)
