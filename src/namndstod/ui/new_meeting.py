"""The form for a new sammanträde."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QWidget

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import MeetingState
from namndstod.services.commands.meetings import PlanMeeting
from namndstod.services.reading import bodies, meetings
from namndstod.services.session import Session

from .kit.dates import DateEdit, TimeEdit
from .kit.dialogs import FormSheet
from .kit.fields import Combo, LineEdit

USUAL_START = time(9, 0)


class NewMeeting(FormSheet):
    """Asks for body, day, time and place; time and place are those of the last meeting until changed.

    `made(meeting_id)` is called when the meeting is stored.
    """

    def __init__(
        self, parent: QWidget, session: Session, made: Callable[[str], object], body_id: str | None = None
    ) -> None:
        super().__init__(parent, "Nytt sammanträde", self._submit_form, ok="Lägg in sammanträdet")
        self._session = session
        self._made = made
        self._bodies = session.ask(bodies, session.today)
        self._body = Combo(tuple((b.body.id, b.term.name) for b in self._bodies))
        self._day = DateEdit()
        self._starts = TimeEdit(USUAL_START)
        self._ends = TimeEdit()
        self._place = LineEdit()
        row = self.form.add("body_id", "Nämnd", self._body)
        row.setVisible(len(self._bodies) > 1)
        self.form.add("day", "Dag", self._day, "Skriv 2027-05-14, 14/5 eller 14 maj.")
        self.form.add_beside(("starts", "Börjar", self._starts), ("ends", "Beräknas sluta", self._ends))
        self.form.add("place", "Plats", self._place)
        if body_id is not None:
            self._body.set_value(body_id)
        self._body.currentIndexChanged.connect(self._suggest)
        self._suggest()
        self._day.setFocus()

    def _suggest(self) -> None:
        held = [
            s.meeting
            for s in self._session.ask(meetings, str(self._body.value()))
            if s.meeting.state is not MeetingState.CANCELLED
        ]
        if held:
            self._place.setText(held[0].place)
            self._starts.set_time(held[0].starts or USUAL_START)
            self._ends.set_time(held[0].ends)

    def _submit_form(self) -> None:
        day = self._day.date() if self._day.is_valid() else None
        if day is None:
            message = "Skriv vilken dag sammanträdet är." if not self._day.text() else "Det är inget datum."
            raise RuleBroken(message, field="day")
        for key, field in (("starts", self._starts), ("ends", self._ends)):
            if not field.is_valid():
                raise RuleBroken("Det är inget klockslag. Skriv till exempel 9.00.", field=key)
        starts, ends = self._starts.time(), self._ends.time()
        if starts and ends and ends <= starts:
            raise RuleBroken("Sammanträdet kan inte sluta innan det börjar.", field="ends")
        outcome = self._session.do(
            PlanMeeting(str(self._body.value()), day, starts, ends, self._place.text().strip())
        )
        if outcome.result:
            self._made(outcome.result)
