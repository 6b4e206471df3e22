"""The next meeting after the last one, and a year of meetings in one go."""

from dataclasses import replace
from datetime import date, time

import pytest

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import (
    AgendaItem,
    GroupMeeting,
    ItemKind,
    ItemPurpose,
    Meeting,
    MeetingState,
    Outcome,
    Recipient,
    StandardItem,
    SupportingDocument,
    TextRole,
)
from namndstod.services.commands.agenda import AddItem, SetRecipients
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.meetings import CancelMeeting
from namndstod.services.commands.planning import CopyMeeting, PlanYear, YearMeeting
from namndstod.services.commands.texts import WriteText
from namndstod.services.planning import frame, frames

from .helpers import DAY, House, facts, made, paragraphs, set_customs

NEXT = date(2026, 4, 9)
STANDING = (
    StandardItem(title="Protokollsjustering", kind=ItemKind.FORMAL, purpose=ItemPurpose.APPROVAL),
    StandardItem(title="Information", kind=ItemKind.INFORMATION),
    StandardItem(
        title="Anmälningsärenden", kind=ItemKind.REPORT, clauses=("godkänna redovisningen.",), last=True
    ),
)


@pytest.fixture
def held(house: House) -> str:
    """Last month's meeting: standing items, formal ones, matters with texts, papers, recipients."""
    set_customs(house, standard_items=STANDING)
    meeting = house.plan()
    house.session.do(AddItem(meeting, "Upprop", ItemKind.FORMAL, number=1))
    house.item(meeting, "Ekonomisk månadsrapport")
    house.write(_item(house, meeting, "Ekonomisk månadsrapport").id, "lägga rapporten till handlingarna.")
    matter = house.item(meeting, "Bidrag till bryggor", "SKN 2026/1")
    house.session.do(WriteText(TextRole.SUMMARY, paragraphs("Bryggorna rustas."), matter))
    house.session.do(SetRecipients(matter, ("Sökanden",)))
    house.attach(matter, b"ritning")
    house.session.do(AddItem(meeting, "Sammanträdets avslutande", ItemKind.FORMAL, number=99))
    information = _item(house, meeting, "Information")
    house.session.do(Edit(replace(information, presenters=("Ines Falk",))))
    of_meeting = house.get(Meeting, meeting)
    changed = replace(
        of_meeting,
        ends=time(15),
        secretary="Ada Lo",
        secretary_phone="000-11",
        group_meetings=(GroupMeeting(parties=("S", "V"), room="Sal 3", time="08.30"),),
        notices=("Lunch serveras.",),
        others_present=("Ines Falk, utvecklingschef, §§ 3–5", "Tor Berg, ekonom"),
        approval_place="Regionens hus",
    )
    house.session.do(Edit(changed))
    house.hold(meeting)
    return meeting


def _item(house: House, meeting: str, title: str) -> AgendaItem:
    return next(i for i in house.find(AgendaItem, meeting_id=meeting) if i.title == title)


def copy(house: House, source: str, *titles: str) -> Meeting:
    chosen = tuple(_item(house, source, title).id for title in titles)
    command = CopyMeeting(source, NEXT, time(10), time(15), "Sal Fyren", chosen)
    return house.get(Meeting, made(house.session.do(command).result))


def test_the_frame_comes_along_without_what_was_decided(house: House, held: str) -> None:
    new = copy(house, held)
    assert (new.day, new.starts, new.ends, new.place) == (NEXT, time(10), time(15), "Sal Fyren")
    assert new.group_meetings == (GroupMeeting(parties=("S", "V"), room="Sal 3", time="08.30"),)
    assert new.notices == ("Lunch serveras.",)
    assert new.others_present == ("Ines Falk, utvecklingschef", "Tor Berg, ekonom")
    assert (new.secretary, new.secretary_phone) == ("Ada Lo", "000-11")
    assert new.approval_place == "Regionens hus"
    assert new.state is MeetingState.PLANNED
    assert [new.called_at, new.opened_at, new.closed_at, new.approval_date] == [None] * 4
    assert house.titles(new.id) == ["Protokollsjustering", "Information", "Anmälningsärenden"]
    assert _item(house, new.id, "Information").presenters == ("Ines Falk",)
    assert not house.sections(new.id)


def test_chosen_items_stand_between_the_standing_ones_and_formal_ones_where_they_stood(
    house: House, held: str
) -> None:
    every = ("Upprop", "Ekonomisk månadsrapport", "Bidrag till bryggor", "Sammanträdets avslutande")
    new = copy(house, held, *every)
    assert house.titles(new.id) == [
        "Upprop",
        "Protokollsjustering",
        "Information",
        "Ekonomisk månadsrapport",
        "Bidrag till bryggor",
        "Anmälningsärenden",
        "Sammanträdets avslutande",
    ]
    report = _item(house, new.id, "Ekonomisk månadsrapport")
    assert house.texts(TextRole.PROPOSAL, item_id=report.id) == [
        "Regional skärgårdsnämnd beslutar",
        "lägga rapporten till handlingarna.",
    ]
    matter = _item(house, new.id, "Bidrag till bryggor")
    assert matter.matter_id == _item(house, held, "Bidrag till bryggor").matter_id
    assert [r.name for r in house.find(Recipient, item_id=matter.id)] == ["Sökanden"]
    assert house.texts(TextRole.SUMMARY, item_id=matter.id) == []
    assert house.find(SupportingDocument, item_id=matter.id) == []


def test_the_frame_says_what_can_be_chosen_and_proposes_a_day(house: House, held: str) -> None:
    found = house.session.ask(frame, held)
    assert found.proposed == NEXT
    assert found.standing == ("Protokollsjustering", "Information", "Anmälningsärenden")
    assert [(f.item.title, f.usual) for f in found.items] == [
        ("Upprop", True),
        ("Ekonomisk månadsrapport", False),
        ("Bidrag till bryggor", False),
        ("Sammanträdets avslutande", True),
    ]
    again = copy(house, held, "Ekonomisk månadsrapport")
    usual = {f.item.title: f.usual for f in house.session.ask(frame, again.id).items}
    assert usual == {"Ekonomisk månadsrapport": True}  # it has stood twice
    assert house.session.ask(frame, held).proposed == date(2026, 5, 21)  # after the last one, no helgdag


def test_what_was_tabled_waits_by_itself_and_is_not_offered(house: House) -> None:
    meeting = house.plan()
    house.item(meeting, "Bidrag till bryggor", "SKN 2026/1")
    house.hold(meeting, Outcome.TABLED)
    assert house.session.ask(frame, meeting).items == ()


def test_one_begins_from_the_last_that_was_held(house: House, held: str) -> None:
    coming = house.plan(NEXT)
    off = house.plan(date(2026, 5, 7))
    house.session.do(CancelMeeting(off))
    assert [m.id for m in house.session.ask(frames, house.body_id)] == [held, coming]


def test_a_year_is_planned_in_one_go_and_taken_back_in_one(house: House, held: str) -> None:
    before = facts(house.session)
    days = (date(2027, 2, 12), date(2027, 1, 8), date(2027, 3, 12))
    year = tuple(YearMeeting(day, time(10), place="Sal Bojen") for day in days)
    house.session.do(PlanYear(house.body_id, year, held))
    planned = [m for m in house.find(Meeting) if m.day.year == 2027]
    assert [m.day.month for m in planned] == [1, 2, 3]
    assert {(m.place, m.secretary, m.notices) for m in planned} == {
        ("Sal Bojen", "Ada Lo", ("Lunch serveras.",))
    }
    assert all(house.titles(m.id)[0] == "Protokollsjustering" for m in planned)
    house.session.undo()
    assert facts(house.session) == before


def test_a_year_with_a_day_that_is_taken_stores_nothing(house: House) -> None:
    house.plan(DAY)
    before = facts(house.session)
    with pytest.raises(RuleBroken, match="12\u00a0mars 2026"):
        house.session.do(PlanYear(house.body_id, (YearMeeting(NEXT), YearMeeting(DAY))))
    with pytest.raises(RuleBroken, match="redan ett sammanträde"):
        house.session.do(PlanYear(house.body_id, (YearMeeting(NEXT), YearMeeting(NEXT))))
    with pytest.raises(RuleBroken, match="inga datum"):
        house.session.do(PlanYear(house.body_id, ()))
    assert facts(house.session) == before
