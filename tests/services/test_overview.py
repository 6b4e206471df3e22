"""The overview: what is next, due and unfinished; and what is kept of it is never out of date."""

from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.deadlines import DueKind
from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.expediting import waiting
from namndstod.domain.records import ItemKind, MeetingState
from namndstod.domain.swedish import plain
from namndstod.services.commands.agenda import AddItem, SetRecipients
from namndstod.services.commands.delegation import AddDelegated, ReportDelegated
from namndstod.services.commands.delegation_records import RecordDelegated
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.expediting import NoteDispatch
from namndstod.services.commands.meetings import CancelMeeting, PlanMeeting
from namndstod.services.overview import Known, overview
from namndstod.services.reading import meeting_view

from .cases_delegation import NUMBERS, decided
from .helpers import House
from .test_delegation import go_through


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


def test_what_delegates_decided_is_watched_until_it_stands_on_a_list(house: House, meeting: str) -> None:
    session, known = house.session, Known()
    session.listen(known.forget)
    day: date = session.ask(meeting_view, meeting).meeting.day
    today = day - timedelta(days=20)

    def told() -> list[tuple[DueKind, str, str]]:
        due = session.ask(overview, today, known).due
        assert due == session.ask(overview, today).due
        mine = [d for d in due if d.kind in (DueKind.URGENT, DueKind.REPORT)]
        return [(d.kind, plain(d.detail), d.day.isoformat()) for d in mine]

    assert told() == []
    chair = replace(decided("SKN 2026/91"), urgent=True, decided_on=day - timedelta(days=25))
    session.do(AddDelegated(house.body_id, (*(decided(n) for n in NUMBERS), chair)))
    by = (day - timedelta(days=7)).isoformat()
    assert told() == [
        (DueKind.REPORT, "3 delegationsbeslut är inte anmälda", by),
        (DueKind.URGENT, "Ordförandebeslut SKN 2026/91", day.isoformat()),
    ]
    first = house.find(DelegatedDecision)[0].id
    session.do(RecordDelegated((first,), today))
    assert told()[0][1] == "2 delegationsbeslut är inte anmälda"
    session.do(ReportDelegated(meeting, tuple(d.id for d in house.find(DelegatedDecision))))
    assert told() == []
    session.do(CancelMeeting(meeting))  # what stood there stands nowhere, and no meeting is planned
    assert told() == [(DueKind.URGENT, "Ordförandebeslut SKN 2026/91", today.isoformat())]
    session.do(PlanMeeting(house.body_id, day + timedelta(days=30)))
    assert [kind for kind, *_ in told()] == [DueKind.REPORT, DueKind.URGENT]


def test_utdrag_that_are_left_are_watched_from_justering_on(house: House, meeting: str) -> None:
    session, known = house.session, Known()
    session.listen(known.forget)
    session.do(SetRecipients(house.view(meeting).items[0].item.id, ("Sökanden", "Akten")))
    go_through(house, meeting)
    day = house.view(meeting).meeting.day + timedelta(days=20)

    def left() -> list[tuple[str, date]]:
        found = session.ask(overview, day, known).due
        return [(plain(d.detail), d.day) for d in found if d.kind is DueKind.DISPATCH]

    assert left() == []
    house.approve(meeting)
    view = house.view(meeting)
    approved = view.meeting.approval_date or date.min
    assert left() == [("2 utdrag", approved + timedelta(days=7))]
    assert sum(len(lines) for _, lines in waiting(view)) == 2
    final = next(s.section for s, _ in waiting(view))
    session.do(NoteDispatch(meeting, final.id, "Sökanden", sent=approved))
    assert left() == [("1 utdrag", approved + timedelta(days=7))]
