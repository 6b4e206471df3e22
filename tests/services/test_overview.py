"""The overview: what is next, due and unfinished; and what is kept of it is never out of date."""

from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.deadlines import DueKind
from namndstod.domain.records import ItemKind, MeetingState
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.meetings import CancelMeeting, PlanMeeting
from namndstod.services.overview import Known, overview
from namndstod.services.reading import meeting_view

from .helpers import House


def test_what_is_kept_is_the_same_as_what_is_read(house: House, meeting: str) -> None:
    session = house.session
    known = Known()
    session.listen(known.forget)

    def same() -> bool:
        return session.ask(overview, today, known) == session.ask(overview, today)

    view = session.ask(meeting_view, meeting)
    today = view.meeting.day - timedelta(days=9)
    assert same()
    kept = known.views[meeting]
    later = session.do(PlanMeeting(house.body_id, view.meeting.day + timedelta(days=30))).result or ""
    assert same()
    session.do(AddItem(later, "Nytt ärende", ItemKind.DECISION))
    assert known.views[meeting] == session.ask(meeting_view, meeting)
    assert same()
    session.do(Edit(replace(view.meeting, place="Annan sal"), "place"))
    assert same()
    assert known.views[meeting] != kept
    session.do(CancelMeeting(meeting))
    assert same()
    session.undo()
    assert same()


def test_due_follows_the_state_of_the_meeting(house: House, meeting: str) -> None:
    session = house.session
    day: date = session.ask(meeting_view, meeting).meeting.day
    (due,) = session.ask(overview, day - timedelta(days=20)).due
    assert (due.kind, due.day) == (DueKind.CALL, day - timedelta(days=7))
    session.do(CancelMeeting(meeting))
    found = session.ask(overview, day - timedelta(days=20))
    assert found.due == ()
    assert found.next is None
    assert session.ask(meeting_view, meeting).meeting.state is MeetingState.CANCELLED
