"""Undo in the hands of a person: what one step is, what is refused and why, and that it survives restarts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.records import AgendaItem, Meeting, Outcome, Person, Role, TextRole
from namndstod.services.commands.agenda import AddItem, MoveItem, SetDiaryNumber, SetRecipients
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.meetings import CancelMeeting
from namndstod.services.commands.presence import RecordPresence
from namndstod.services.commands.register import AddMember, MemberRow
from namndstod.services.commands.sitting import AddSection, CloseMeeting, Decide
from namndstod.services.commands.texts import WriteText
from namndstod.services.session import Outcome as Done
from namndstod.services.session import UndoRefused

from .helpers import DAY, House, facts, paragraphs

Restart = Callable[[str], House]
APRIL = date(2026, 4, 9)


class _Misleading(SetDiaryNumber):
    label = "ångra ett yttrande"  # an action of its own, whatever it is called


def typed(house: House, item: str, *texts: str) -> None:
    for text in texts:
        house.session.do(WriteText(TextRole.SUMMARY, paragraphs(text), item))


def first_item(house: House, meeting: str) -> str:
    return house.find(AgendaItem, meeting_id=meeting)[0].id


def test_typing_in_one_text_is_one_step(house: House, meeting: str) -> None:
    item = first_item(house, meeting)
    before = facts(house.session)
    typed(house, item, "B", "Br", "Bryggan")
    after = facts(house.session)
    step = house.session.undoable()
    assert step is not None
    assert len(step.entries) == 3
    house.session.undo()
    assert facts(house.session) == before
    house.session.redo()
    assert facts(house.session) == after


def test_only_an_undo_says_that_it_took_something_back(house: House, meeting: str) -> None:
    told: list[Done] = []
    house.session.listen(told.append)
    house.session.do(_Misleading(first_item(house, meeting), "X"))
    house.session.undo()
    house.session.redo()
    assert [outcome.undone for outcome in told] == [False, True, False]


def test_something_else_in_between_makes_two_steps(house: House, meeting: str) -> None:
    item = first_item(house, meeting)
    typed(house, item, "Ett", "Ett två")
    middle = facts(house.session)
    house.session.do(SetDiaryNumber(item, "X"))
    house.session.undo()
    typed(house, item, "Ett två tre")
    house.session.undo()
    assert facts(house.session) == middle
    house.session.undo()
    assert house.texts(TextRole.SUMMARY, item_id=item) == []


def test_typing_in_fields_is_one_step_for_each_field(house: House, meeting: str) -> None:
    stored = house.get(Meeting, meeting)
    states = [facts(house.session)]
    for place in ("S", "Sa", "Salen"):
        house.session.do(Edit(replace(stored, place=place), "place"))
    states.append(facts(house.session))
    for name in ("I", "Ines"):
        house.session.do(Edit(replace(stored, secretary=name), "secretary"))
    assert house.get(Meeting, meeting).place == "Salen"
    for number in ("1", "12"):
        house.session.do(SetDiaryNumber(first_item(house, meeting), number))
    for names in (("K",), ("Ko",)):
        house.session.do(SetRecipients(first_item(house, meeting), names))
    for _ in range(3):
        house.session.undo()
    assert facts(house.session) == states[1]
    house.session.undo()
    assert facts(house.session) == states[0]


def test_undo_and_redo_walk_the_whole_way_and_survive_a_restart(
    house: House, meeting: str, restart: Restart
) -> None:
    states = [facts(house.session)]
    commands = (
        AddItem(meeting, "Isvägar", diary_number="SKN 2026/9"),
        MoveItem(first_item(house, meeting), 3),
        Edit(replace(house.get(Meeting, meeting), place="Salen")),
    )
    for command in commands:
        house.session.do(command)
        states.append(facts(house.session))
    for state in reversed(states[:-1]):
        house = restart("Ada")
        house.session.undo()
        assert facts(house.session) == state
    for state in states[1:]:
        house = restart("Ada")
        house.session.redo()
        assert facts(house.session) == state
    assert house.session.redo() is None


def test_nothing_is_redone_after_something_new(house: House, meeting: str) -> None:
    house.session.do(SetDiaryNumber(first_item(house, meeting), "X"))
    house.session.undo()
    house.session.do(MoveItem(first_item(house, meeting), 2))
    assert house.session.redo() is None


def test_past_a_barrier_nothing_of_that_meeting_is_undone(house: House, meeting: str) -> None:
    house.call(meeting)
    with pytest.raises(UndoRefused, match="”kallelsen utsänd” kan inte ångras") as refused:
        house.session.undo()
    assert refused.value.next_label == "läs in förtroendevalda"  # the latest that is not of the meeting
    house.session.do(SetDiaryNumber(first_item(house, meeting), "X"))
    house.session.undo()  # what came after the barrier can be
    with pytest.raises(UndoRefused, match="”kallelsen utsänd”"):
        house.session.undo()


def test_a_barrier_says_what_it_came_after(house: House, meeting: str) -> None:
    house.session.do(SetDiaryNumber(first_item(house, meeting), "X"))
    step = house.session.undoable()
    house.call(meeting)
    with pytest.raises(UndoRefused, match="”ändra diarienummer” gjordes före ”kallelsen utsänd”"):
        house.session.undo(step)


@pytest.mark.parametrize("how", ["call", "close", "approve"])
def test_a_frozen_section_never_blocks_undo_elsewhere(house: House, meeting: str, how: str) -> None:
    april = house.plan(APRIL)
    before = facts(house.session)
    house.session.do(AddItem(april, "Isvägar"))
    added = facts(house.session)
    if how == "call":
        house.call(meeting)
    else:
        house.approvers(meeting)
        house.hold(meeting)
    if how == "approve":
        house.approve(meeting)
    with pytest.raises(UndoRefused) as refused:
        house.session.undo()
    assert refused.value.next_label == "nytt ärende"
    assert refused.value.next_step is not None
    house.session.undo(refused.value.next_step)
    assert house.titles(april) == []
    assert {k for k in added if k not in before}.isdisjoint(facts(house.session))
    house.session.redo()
    assert house.titles(april) == ["Isvägar"]
    assert house.get(Meeting, meeting).state.value in ("called", "closed", "approved")


def test_nothing_left_to_undo_names_nothing(house: House, meeting: str, restart: Restart) -> None:
    bo = restart("Bo")
    bo.call(meeting)
    with pytest.raises(UndoRefused) as refused:
        bo.session.undo()
    assert (refused.value.next_label, refused.value.next_step) == ("", None)


def test_each_person_undoes_their_own(house: House, meeting: str, restart: Restart) -> None:
    person = house.get(Person, house.people["Ekdal"])
    house.session.do(Edit(replace(person, phone="1"), "phone"))
    bo = restart("Bo")
    assert bo.session.undo() is None
    bo.session.do(Edit(replace(person, email="bo@region.example"), "email"))
    bo.session.undo()
    ada = restart("Ada")
    outcome = ada.session.undo()
    assert outcome is not None
    assert outcome.label == "ångra ändra uppgift"
    assert ada.get(Person, person.id).phone == ""


def test_what_somebody_else_has_changed_is_refused_and_something_else_offered(
    house: House, meeting: str, restart: Restart
) -> None:
    person = house.get(Person, house.people["Ekdal"])
    house.session.do(MoveItem(first_item(house, meeting), 2))
    house.session.do(Edit(replace(person, phone="1")))
    bo = restart("Bo")
    bo.session.do(Edit(replace(person, phone="2")))
    ada = restart("Ada")
    before = facts(ada.session)
    with pytest.raises(UndoRefused, match="ändrats av någon annan") as refused:
        ada.session.undo()
    assert facts(ada.session) == before
    assert refused.value.next_label == "flytta ärende"
    ada.session.undo(refused.value.next_step)
    assert ada.titles(meeting)[0] == "Bidrag till bryggor"
    assert ada.get(Person, person.id).phone == "2"


def test_what_somebody_else_built_upon_is_refused(house: House, meeting: str, restart: Restart) -> None:
    row = MemberRow("Liv", "Mars", "C", Role.SUBSTITUTE)
    house.session.do(AddMember(house.body_id, row, DAY))
    (liv,) = house.find(Person, surname="Mars")
    bo = restart("Bo")
    bo.session.do(RecordPresence(meeting, liv.id, True))
    ada = restart("Ada")
    before = facts(ada.session)
    with pytest.raises(UndoRefused, match="används på andra ställen") as refused:
        ada.session.undo()
    assert facts(ada.session) == before
    assert refused.value.next_label == "ändra text"


def test_the_order_that_somebody_else_made_is_not_torn(house: House, meeting: str, restart: Restart) -> None:
    house.session.do(AddItem(meeting, "Isvägar"))
    bo = restart("Bo")
    bo.session.do(AddItem(meeting, "Sälar"))
    ada = restart("Ada")
    with pytest.raises(UndoRefused, match="ordningen har ändrats sedan dess"):
        ada.session.undo()
    assert ada.titles(meeting)[-2:] == ["Isvägar", "Sälar"]


def test_redo_stops_at_what_somebody_else_froze(house: House, meeting: str, restart: Restart) -> None:
    house.open(meeting)
    house.session.do(AddSection(meeting, "Paus"))
    house.session.undo()
    bo = restart("Bo")
    bo.session.do(CloseMeeting(meeting))
    ada = restart("Ada")
    before = facts(ada.session)
    with pytest.raises(Refused, match="gjordes före ”avsluta sammanträdet”"):
        ada.session.redo()
    assert facts(ada.session) == before
    assert ada.fixed(meeting) == [1, 2, 3]


def test_listeners_hear_what_was_stored_and_nothing_else(house: House, meeting: str) -> None:
    heard: list[Done] = []
    house.session.listen(heard.append)
    house.open(meeting)
    section = house.sections(meeting)[0].id
    house.session.do(Decide(section, Outcome.APPROVED))
    house.session.undo()
    house.session.do(Edit(house.get(Meeting, meeting)))  # nothing differs
    with pytest.raises(RuleBroken):
        house.session.do(CancelMeeting(meeting))
    assert [o.label for o in heard] == ["öppna sammanträdet", "klubba beslut", "ångra klubba beslut"]
    assert all(o.meetings == {meeting} for o in heard)
