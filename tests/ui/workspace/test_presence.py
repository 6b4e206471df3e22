"""The upprop is stored as it is marked; what was entered wrongly at a § is corrected or taken away."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from namndstod.domain.findings import Step
from namndstod.domain.records import Anchor, MeetingState, SectionState
from namndstod.services.commands.presence import RecordPresence, ServeFor, TakeRoll
from namndstod.services.commands.sitting import OpenMeeting
from namndstod.ui.kit.theme import Theme
from namndstod.ui.workspace.presence_card import EventRow
from namndstod.ui.workspace.roll_call import RollCall

from ..conftest import TypeText
from .conftest import Room, furnish


@pytest.fixture
def left(room: Room) -> Room:
    """An open meeting; Per Nyman left before «Bidrag till hamnen», Tova Lind stepped in."""
    room.session.do(OpenMeeting(room.meeting_id, tuple(m.person_id for m in room.view.members), at=time(10)))
    section = room.section("Bidrag till hamnen").section.id
    nyman, lind = room.person("Nyman"), room.person("Lind")
    room.session.do(RecordPresence(room.meeting_id, nyman, False, section, at=time(11, 10)))
    room.session.do(ServeFor(room.meeting_id, lind, nyman, section, at=time(11, 10)))
    room.space.show_step(Step.MEETING, by_person=True)
    room.space.sitting.choose(section)
    return room


def rows(room: Room) -> list[EventRow]:
    return list(room.space.sitting.live.page.presence.rows())


def words(room: Room) -> list[str]:
    return [row.words.text().replace("\xa0", " ") for row in rows(room)]


def test_each_mark_of_the_upprop_is_stored_and_one_step_of_undo(room: Room) -> None:
    room.space.show_step(Step.MEETING, by_person=True)
    page = room.space.sitting.roll_call
    nyman, frid = room.person("Nyman"), room.person("Frid")
    page.toggle(nyman)
    page.toggle(frid)
    assert set(room.view.opening_presence.present) & {nyman, frid} == set()
    assert room.view.opening_presence.serves(room.person("Lind"))
    room.session.undo()
    assert room.view.opening_presence.serves(frid)
    assert page.row(frid).box.isChecked()
    assert not page.row(nyman).box.isChecked()
    room.session.undo()
    assert room.view.events == ()
    assert page.row(nyman).box.isChecked()
    assert room.view.meeting.state is MeetingState.PLANNED


@pytest.fixture
def again(
    room: Room, tmp_path: Path, made_binder: tuple[Path, str], qtbot: QtBot, theme: Theme
) -> Iterator[Room]:
    """The binder opened anew, after an upprop was marked and the program ended."""
    room.space.show_step(Step.MEETING, by_person=True)
    page = room.space.sitting.roll_call
    page.toggle(room.person("Nyman"))
    page.toggle(room.person("Lind"))  # proposed for his seat, but not here either
    page.toggle(room.person("Frid"))
    page.choose(room.person("Frid"), "")  # the seat is to stay empty
    page.toggle(room.person("Gran"))  # here, without serving
    room.session.close()
    yield from furnish(tmp_path / "pärm", made_binder[1], qtbot, real_papers=False)


def test_the_upprop_is_there_after_a_restart(again: Room) -> None:
    again.space.show_step(Step.MEETING, by_person=True)
    page = again.space.sitting.roll_call
    unticked = [
        s
        for s in ("Ek", "Sand", "Frid", "Nyman", "Öberg", "Lind", "Gran")
        if not page.row(again.person(s)).box.isChecked()
    ]
    assert unticked == ["Frid", "Nyman", "Lind"]
    assert page.roll is not None
    assert page.roll.serving() == {}
    page.toggle(again.person("Lind"))  # she comes after all, and is proposed as before
    assert page.roll.serving() == {again.person("Nyman"): again.person("Lind")}
    again.press(Qt.Key.Key_Return)
    assert again.view.meeting.state is MeetingState.OPEN
    assert again.view.opening_presence.empty == (again.person("Frid"),)


def test_an_upprop_reads_back_as_it_was_chosen(room: Room) -> None:
    people = tuple(m.person_id for m in room.view.members if m.person_id != room.person("Nyman"))
    gran, nyman = room.person("Gran"), room.person("Nyman")
    room.session.do(TakeRoll(room.meeting_id, (*people, gran), ((gran, nyman),)))
    roll = RollCall.of(room.view)
    assert roll.serving() == {nyman: gran}  # of another party, by hand
    assert roll.says(room.view)
    roll.toggle_member(nyman)
    assert not roll.says(room.view)


def test_events_of_a_section_are_shown_and_taken_away_by_mouse(left: Room) -> None:
    assert words(left) == [
        "Per Nyman (S) lämnar sammanträdet",
        "Tova Lind (S) ersätter Per Nyman (S)",
    ]
    rows(left)[0].remove.click()  # and with it that somebody sits in for him
    assert left.section("Bidrag till hamnen").presence.serves(left.person("Nyman"))
    assert left.section("Bidrag till hamnen").events == ()
    assert not left.space.sitting.live.page.presence.isVisible()
    assert QApplication.focusWidget() is left.space.sitting.live.list
    text, way, answer = left.toasts[-1]
    assert (text.replace("\xa0", " "), way) == ("Togs bort: Per Nyman (S) lämnar sammanträdet", "Ångra")
    assert answer is not None
    answer()
    assert words(left) == [
        "Per Nyman (S) lämnar sammanträdet",
        "Tova Lind (S) ersätter Per Nyman (S)",
    ]


def test_the_time_is_corrected_and_enter_does_not_decide(left: Room, type_text: TypeText) -> None:
    field = rows(left)[0].at
    field.setFocus()
    field.selectAll()
    type_text(field, "1125")
    left.press(Qt.Key.Key_Return, widget=field)
    section = left.section("Bidrag till hamnen")
    assert [e.at for e in section.events] == [time(11, 25), time(11, 10)]
    assert section.section.state is SectionState.OPEN
    field.selectAll()
    type_text(field, "nu")
    left.press(Qt.Key.Key_Return, widget=field)
    assert left.section("Bidrag till hamnen").events[0].at == time(11, 25)
    assert field.property("wrong") == "true"
    left.session.undo()
    assert left.section("Bidrag till hamnen").events[0].at == time(11, 10)


def test_a_time_being_typed_is_stored_when_the_klubba_falls(left: Room, type_text: TypeText) -> None:
    field = rows(left)[0].at
    field.setFocus()
    field.selectAll()
    type_text(field, "11.40")
    left.press(Qt.Key.Key_F5, widget=field)
    section = left.section("Bidrag till hamnen")
    assert section.events[0].at == time(11, 40)
    assert section.section.state is SectionState.DECIDED


def test_where_in_the_section_it_happened_is_corrected(left: Room) -> None:
    combo = rows(left)[0].anchor
    combo.set_value(Anchor.AFTER)
    combo.activated.emit(combo.currentIndex())
    events = left.section("Bidrag till hamnen").events
    assert [e.anchor for e in events] == [Anchor.AFTER, Anchor.BEFORE]
    assert left.section("Bidrag till hamnen").presence.serves(left.person("Nyman"))


def test_delete_among_the_seats_takes_the_latest_away(left: Room) -> None:
    seats = left.space.sitting.live.seats
    left.press(Qt.Key.Key_F6)
    seats.list.set_current_id(left.person("Nyman"))
    assert seats.editor.remove.isVisible()
    left.press(Qt.Key.Key_Delete)
    left.press(Qt.Key.Key_Delete)
    assert left.section("Bidrag till hamnen").events == ()
    assert not seats.editor.remove.isVisible()
    left.press(Qt.Key.Key_Delete)  # nothing more happened here
    assert left.errors == []
