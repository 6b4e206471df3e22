"""The course of a meeting: called, opened, presence, decisions, closed, justerat, cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from namndstod.domain.errors import NotFound, Refused, RuleBroken
from namndstod.domain.records import (
    AgendaItem,
    Anchor,
    Approver,
    Meeting,
    MeetingState,
    Outcome,
    Paper,
    PaperKind,
    PresenceEvent,
    PresenceKind,
    Section,
    SectionState,
    TextRole,
)
from namndstod.services.commands.approval import Approve, SetApprovers
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.meetings import CallMeeting, CancelMeeting
from namndstod.services.commands.presence import RecordPresence, RemovePresence, ServeFor, TakeRoll
from namndstod.services.commands.sitting import (
    AddSection,
    CloseMeeting,
    Decide,
    MoveSection,
    OpenMeeting,
    RemoveSection,
    Reopen,
)
from namndstod.services.commands.texts import WriteText

from .helpers import DAY, SEATED, House, paragraphs, set_customs
from .test_register import refused


def serving(house: House, meeting: str, number: int = 0) -> list[str]:
    """Who serves in the §, in the order of the seats, as «who» or «who for whom»; 0 is the upprop."""
    names = {i: name for name, i in house.people.items()}
    view = house.view(meeting)
    presence = view.sections[number - 1].presence if number else view.opening_presence
    return [
        names[s.person_id] + (f" för {names[s.seat_of]}" if s.is_substitute else "") for s in presence.serving
    ]


def test_what_was_sent_is_kept_with_day_and_hash(house: House, meeting: str) -> None:
    call, packet = house.paper(PaperKind.CALL, b"k"), house.paper(PaperKind.PACKET, b"h")
    house.session.do(CallMeeting(meeting, (call, packet)))
    called = house.get(Meeting, meeting)
    assert (called.state, called.called_at is not None) == (MeetingState.CALLED, True)
    assert {(p.kind, p.pdf_sha, p.pages) for p in house.find(Paper)} == {
        (PaperKind.CALL, call.pdf_sha, 2),
        (PaperKind.PACKET, packet.pdf_sha, 2),
    }
    house.session.do(CallMeeting(meeting, (house.paper(PaperKind.PACKET, b"en till"),)))
    assert len(house.find(Paper, meeting_id=meeting)) == 3
    house.open(meeting)
    refused(house, CallMeeting(meeting, (call,)), "pågår och kan inte bli kallat")


def test_a_cancelled_meeting_is_not_held(house: House, meeting: str) -> None:
    house.session.do(CancelMeeting(meeting))
    assert house.get(Meeting, meeting).state is MeetingState.CANCELLED
    refused(house, OpenMeeting(meeting, ()), "inställt och kan inte bli pågår")
    refused(house, CancelMeeting(meeting), "inställt")


def test_opening_lays_out_the_sections_and_the_upprop(house: House, meeting: str) -> None:
    people = house.people
    present = tuple(people[n] for n in ("Ekdal", "Fyrmark", "Holmsjö", "Jordås"))
    serves = ((people["Jordås"], people["Grönvik"]),)
    house.session.do(OpenMeeting(meeting, present, serves, time(10, 4)))
    held = house.get(Meeting, meeting)
    assert (held.state, held.opened_at) == (MeetingState.OPEN, time(10, 4))
    assert [(s.position, s.number, s.state, s.year) for s in house.sections(meeting)] == [
        (n, None, SectionState.OPEN, 2026) for n in (1, 2, 3)
    ]
    assert serving(house, meeting) == ["Ekdal", "Fyrmark", "Jordås för Grönvik", "Holmsjö"]
    refused(house, OpenMeeting(meeting, present), "pågår")


def test_the_customs_say_which_sections_there_are(house: House, meeting: str) -> None:
    set_customs(house, opening_section=True)
    house.open(meeting)
    assert [s.heading for s in house.view(meeting).sections] == [
        "Sammanträdets öppnande",
        "Bidrag till bryggor",
        "Färjetider",
        "Fyrarnas skötsel",
    ]


def test_who_comes_and_goes_serves_from_and_to_a_section(house: House, meeting: str) -> None:
    house.open(meeting, "Ekdal", "Fyrmark", "Grönvik", "Isborg")
    first, second, third = (s.id for s in house.sections(meeting))
    people, do = house.people, house.session.do
    do(RecordPresence(meeting, people["Holmsjö"], True, second, Anchor.BEFORE, time(10, 30)))
    do(RecordPresence(meeting, people["Ekdal"], False, second, Anchor.DURING))
    do(ServeFor(meeting, people["Jordås"], people["Ekdal"], third))
    assert serving(house, meeting, 1) == ["Ekdal", "Fyrmark", "Grönvik", "Isborg"]
    assert serving(house, meeting, 2) == ["Fyrmark", "Grönvik", "Holmsjö", "Isborg"]
    assert serving(house, meeting, 3) == ["Jordås för Ekdal", "Fyrmark", "Grönvik", "Holmsjö", "Isborg"]
    written = house.view(meeting).sections[1].parts[TextRole.ATTENDANCE].drafts
    assert [d.text.replace("\u00a0", " ") for d in written] == [
        "Otto Holmsjö (C) anländer kl. 10.30.",
        "Saga Ekdal (S) lämnar sammanträdet.",
        "Från och med § 2 leder vice ordföranden Åke Fyrmark (M) sammanträdet.",
    ]
    assert first != third


def test_the_upprop_is_corrected_not_added_to(house: House, meeting: str) -> None:
    house.open(meeting, "Ekdal", "Fyrmark", "Holmsjö", "Isborg")
    people, do = house.people, house.session.do
    do(ServeFor(meeting, people["Jordås"], people["Grönvik"]))
    do(ServeFor(meeting, people["Kvistrum"], people["Grönvik"]))  # another one instead
    assert serving(house, meeting)[2] == "Kvistrum för Grönvik"
    do(RecordPresence(meeting, people["Isborg"], False))
    do(ServeFor(meeting, people["Kvistrum"], people["Isborg"]))  # moves to another seat
    assert serving(house, meeting) == ["Ekdal", "Fyrmark", "Holmsjö", "Kvistrum för Isborg"]
    do(RecordPresence(meeting, people["Isborg"], True))  # takes the seat back
    assert serving(house, meeting) == ["Ekdal", "Fyrmark", "Holmsjö", "Isborg"]
    kinds = [e.kind for e in house.find(PresenceEvent, meeting_id=meeting)]
    assert kinds.count(PresenceKind.SERVES_FOR) == 0


def test_the_upprop_is_taken_anew_and_a_wrong_event_taken_away(house: House, meeting: str) -> None:
    house.open(meeting, "Ekdal", "Fyrmark", "Grönvik")
    people, do = house.people, house.session.do
    second = house.sections(meeting)[1].id
    do(RecordPresence(meeting, people["Isborg"], True, second))
    do(TakeRoll(meeting, (people["Ekdal"], people["Fyrmark"]), ((people["Jordås"], people["Grönvik"]),)))
    assert serving(house, meeting) == ["Ekdal", "Fyrmark", "Jordås för Grönvik"]
    assert serving(house, meeting, 2)[-1] == "Isborg"  # events at a § stand
    refused(house, TakeRoll(meeting, (), ((people["Ekdal"], people["Isborg"]),)), "är själv ledamot")
    (wrong,) = house.find(PresenceEvent, section_id=second)
    do(RemovePresence(wrong.id))
    assert serving(house, meeting, 2) == serving(house, meeting)


@pytest.mark.parametrize("who", ["Ekdal", "Holmsjö"])
def test_a_ledamot_serves_on_their_own_seat_only(house: House, meeting: str, who: str) -> None:
    house.open(meeting, "Ekdal", "Fyrmark", "Grönvik")
    command = ServeFor(meeting, house.people[who], house.people["Isborg"], house.sections(meeting)[0].id)
    refused(house, command, "är själv ledamot")
    people = house.people
    second = house.plan(date(2026, 4, 9))
    opening = OpenMeeting(second, (people["Ekdal"],), ((people[who], people["Isborg"]),))
    refused(house, opening, "är själv ledamot")


def test_nobody_serves_on_a_seat_that_is_not_there(house: House, meeting: str) -> None:
    house.open(meeting)
    command = ServeFor(meeting, house.people["Jordås"], house.people["Kvistrum"])
    refused(house, command, "har ingen plats")


def test_a_decision_is_the_proposal_and_stands_when_it_changes(house: House, meeting: str) -> None:
    house.open(meeting)
    first, second, third = (s.id for s in house.sections(meeting))
    house.session.do(Decide(first, Outcome.APPROVED))
    assert house.texts(TextRole.DECISION, section_id=first)[1:] == ["godkänna bidrag till bryggor."]
    house.write(house.find(AgendaItem, meeting_id=meeting)[0].id, "något annat.")
    assert house.texts(TextRole.DECISION, section_id=first)[1:] == ["godkänna bidrag till bryggor."]
    house.session.do(Decide(second, Outcome.TABLED))
    assert house.texts(TextRole.DECISION, section_id=second) == ["Ärendet bordläggs till nästa sammanträde."]
    house.session.do(Decide(third, Outcome.REMITTED))
    assert "återremittera" in house.texts(TextRole.DECISION, section_id=third)[-1]
    stored = house.get(Section, third)
    assert (stored.state, stored.outcome) == (SectionState.DECIDED, Outcome.REMITTED)


def test_a_text_of_ones_own_is_kept_when_the_outcome_is_changed(house: House, meeting: str) -> None:
    house.open(meeting)
    first = house.sections(meeting)[0].id
    house.session.do(WriteText(TextRole.DECISION, paragraphs("Halva beloppet."), section_id=first))
    house.session.do(Decide(first, Outcome.CHANGED))
    assert house.texts(TextRole.DECISION, section_id=first) == ["Halva beloppet."]
    house.session.do(Reopen(first))
    again = house.get(Section, first)
    assert (again.state, again.outcome) == (SectionState.OPEN, None)
    assert house.view(meeting).sections[0].parts[TextRole.DECISION].blank


def test_sections_are_added_moved_and_removed(house: House, meeting: str) -> None:
    refused(house, AddSection(meeting, "Öppnande"), "måste vara öppnat")
    house.open(meeting)
    do = house.session.do
    first = house.sections(meeting)[0].id
    added = do(AddSection(meeting, "Paus", after_id=first)).result or ""
    do(MoveSection(first, 4))

    def headings() -> list[str]:
        sections = house.sections(meeting)
        assert [s.position for s in sections] == list(range(1, len(sections) + 1))
        return [s.heading for s in house.view(meeting).sections]

    assert headings() == ["Paus", "Färjetider", "Fyrarnas skötsel", "Bidrag till bryggor"]
    do(WriteText(TextRole.REMARKS, paragraphs("Kaffe."), section_id=added))
    do(RecordPresence(meeting, house.people["Isborg"], False, added))
    refused(house, RemoveSection(added), "Någon kom eller gick")
    house.session.undo()
    do(RemoveSection(added))
    assert headings()[0] == "Färjetider"
    error = refused(house, RemoveSection(first), "låt det utgå")
    assert isinstance(error, RuleBroken)
    assert error.source == "KL 5 kap. 66 §"


def test_closing_fixes_the_numbers_for_good(house: House, meeting: str) -> None:
    refused(house, CloseMeeting(meeting), "planerat och kan inte bli avslutat")
    house.open(meeting)
    house.session.do(CloseMeeting(meeting, time(11, 20)))
    closed = house.get(Meeting, meeting)
    assert (closed.state, closed.closed_at) == (MeetingState.CLOSED, time(11, 20))
    assert house.fixed(meeting) == [1, 2, 3]
    last = house.sections(meeting)[-1].id
    error = refused(house, MoveSection(last, 1), "§ 3 har fått sitt nummer", Refused)
    assert isinstance(error, Refused)
    assert error.source == "praxis"
    refused(house, AddSection(meeting, "Sent"), "måste vara öppnat")
    refused(house, CloseMeeting(meeting), "avslutat")


def test_a_day_cannot_be_changed_once_the_meeting_is_opened(house: House, meeting: str) -> None:
    stored = house.get(Meeting, meeting)
    house.session.do(Edit(replace(stored, day=date(2026, 3, 19))))
    other = house.plan(date(2026, 4, 9))
    bad = replace(house.get(Meeting, meeting), end_day=date(2026, 3, 18))
    refused(house, Edit(bad), "före den första dagen")
    refused(house, Edit(replace(house.get(Meeting, other), day=date(2026, 3, 19))), "redan ett sammanträde")
    house.open(meeting, at=None)
    refused(house, Edit(replace(house.get(Meeting, meeting), day=DAY)), "är öppnat")


def test_approvers_are_chosen_with_ersattare(house: House, meeting: str) -> None:
    house.approvers(meeting)
    house.session.do(SetApprovers(meeting, ((house.people["Grönvik"], None), (house.people["Isborg"], None))))
    chosen = house.find(Approver, meeting_id=meeting)
    assert [(a.position, a.person_id) for a in chosen] == [
        (1, house.people["Grönvik"]),
        (2, house.people["Isborg"]),
    ]
    refused(house, SetApprovers(meeting, (("borta", None),)), "finns inte", NotFound)


def test_minutes_are_not_justerade_while_something_must_be_mended(house: House, meeting: str) -> None:
    refused(house, Approve(meeting, DAY, house.paper(PaperKind.MINUTES)), "planerat")
    house.hold(meeting)
    error = refused(
        house, Approve(meeting, DAY, house.paper(PaperKind.MINUTES)), "kan inte justeras än: Ingen justerare"
    )
    assert isinstance(error, RuleBroken)
    assert error.source == "KL 5 kap. 69 §"
    house.approvers(meeting)
    house.approve(meeting)
    approved = house.get(Meeting, meeting)
    assert (approved.state, approved.approval_date) == (MeetingState.APPROVED, DAY + timedelta(7))
    (paper,) = house.find(Paper, meeting_id=meeting)
    assert paper.kind is PaperKind.MINUTES
    refused(house, Edit(replace(approved, place="Annat")), "är justerat", Refused)


def test_too_few_to_decide_blocks_justering(house: House, meeting: str) -> None:
    house.approvers(meeting)
    house.open(meeting, "Ekdal", "Fyrmark")
    for section in house.sections(meeting):
        house.session.do(Decide(section.id, Outcome.APPROVED))
    house.session.do(CloseMeeting(meeting))
    minutes = house.paper(PaperKind.MINUTES)
    error = refused(house, Approve(meeting, DAY, minutes), "inte beslutsför i §§.1–3: 2 av 5")
    assert isinstance(error, RuleBroken)
    assert error.source == "KL 6 kap. 27 §"
    assert len(SEATED) == 5
