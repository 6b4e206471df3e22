"""Närvaro inför sammanträdet in the step Kallelse, by keyboard, and the upprop that begins with it."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from namndstod.domain.findings import Step
from namndstod.domain.proceedings import Reply, Summons
from namndstod.services.commands.replies import CallIn, RecordReply
from namndstod.services.overview import Known, overview
from namndstod.ui.kit.item_model import ItemRole, ItemRow
from namndstod.ui.overview import OverviewView
from namndstod.ui.workspace.attendance_page import AttendancePage
from namndstod.ui.workspace.call_step import ATTENDANCE

from ..conftest import TypeText
from .conftest import DAY, Room


@pytest.fixture
def page(room: Room) -> AttendancePage:
    """The page, reached from the list with arrow and Enter."""
    call = room.space.call
    call.list.setFocus()
    room.press(Qt.Key.Key_Down)
    assert call.chosen() == ATTENDANCE
    room.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is call.attendance.list
    return call.attendance


def reply(room: Room, surname: str) -> Reply | None:
    return next((r for r in room.view.replies if r.person_id == room.person(surname)), None)


def row(room: Room, page: AttendancePage, surname: str) -> ItemRow:
    model = page.list.item_model()
    rows: list[ItemRow] = [model.index(n).data(ItemRole.ROW) for n in range(model.rowCount())]
    return next(r for r in rows if r.id == room.person(surname))


def test_forhinder_and_calling_in_one_key_each(room: Room, page: AttendancePage) -> None:
    page.list.set_current_id(room.person("Nyman"))
    room.press(Qt.Key.Key_F)
    assert page.filled.text() == "4 av 5 platser fyllda"
    assert row(room, page, "Nyman").note == "förslag: Tova Lind"
    assert page.editor._why.text() == "Nästa i tur för S i valordning"
    room.press(Qt.Key.Key_P)
    assert row(room, page, "Nyman").note == "ers. Tova Lind, föreslagen"
    assert not page.propose.isEnabled()
    room.press(Qt.Key.Key_K)
    said = reply(room, "Lind")
    assert said is not None
    assert (said.summons, said.serves_for_id) == (Summons.CALLED, room.person("Nyman"))
    assert page.filled.text() == "4 av 5 platser fyllda"
    room.press(Qt.Key.Key_J)
    assert page.filled.text() == "5 av 5 platser fyllda"
    assert row(room, page, "Lind").pills[0].text == "svarat ja"
    note = room.space.call.list.item_model().index(1).data(ItemRole.ROW).note
    assert note == "5 av 5 platser fyllda"
    room.press(Qt.Key.Key_N)  # no after all
    assert page.filled.text() == "4 av 5 platser fyllda"
    room.press(Qt.Key.Key_F)
    assert reply(room, "Nyman") is None
    assert page.filled.text() == "5 av 5 platser fyllda"


def test_a_wrong_key_is_taken_back_by_the_same(room: Room, page: AttendancePage) -> None:
    page.list.set_current_id(room.person("Gran"))
    room.press(Qt.Key.Key_K)
    assert row(room, page, "Gran").pills[0].text == "kallad"
    room.press(Qt.Key.Key_K)
    room.press(Qt.Key.Key_D)
    room.press(Qt.Key.Key_D)
    assert room.view.replies == ()


def test_times_kost_and_note_are_typed(room: Room, page: AttendancePage, type_text: TypeText) -> None:
    page.list.set_current_id(room.person("Öberg"))
    room.press(Qt.Key.Key_Return)
    for field, text in (
        (page.editor.from_at, "1030"),
        (page.editor.diet, "vegetarisk"),
        (page.editor.note, "ringer själv"),
    ):
        assert QApplication.focusWidget() is field
        type_text(field, text)
        room.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.list
    said = reply(room, "Öberg")
    assert said is not None
    assert (said.absent, said.from_at, said.diet, said.note) == (
        False, time(10, 30), "vegetarisk", "ringer själv",
    )  # fmt: skip
    assert [p.text for p in row(room, page, "Öberg").pills] == ["kommer ca 10.30", "vegetarisk"]
    room.press(Qt.Key.Key_F)
    room.press(Qt.Key.Key_Return)
    type_text(page.editor.from_at, "13")
    room.press(Qt.Key.Key_Return)
    type_text(page.editor.until_at, "15")
    room.press(Qt.Key.Key_Escape)
    words = row(room, page, "Öberg").pills[0].text.replace("\xa0", " ")
    assert words == "förhinder kl. 13.00–15.00"


def test_what_is_typed_belongs_to_the_person_it_was_typed_for(
    room: Room, page: AttendancePage, type_text: TypeText
) -> None:
    page.list.set_current_id(room.person("Öberg"))
    page.editor.diet.setFocus()
    type_text(page.editor.diet, "vegansk")
    page.list.set_current_id(room.person("Frid"))
    assert reply(room, "Frid") is None
    said = reply(room, "Öberg")
    assert said is not None
    assert said.diet == "vegansk"
    assert page.editor.diet.text() == ""


def test_another_ersattare_is_chosen_for_the_seat(room: Room, page: AttendancePage) -> None:
    page.list.set_current_id(room.person("Nyman"))
    room.press(Qt.Key.Key_F)
    room.press(Qt.Key.Key_P)
    choice = page.editor.instead
    assert [choice.itemText(n).replace("\xa0", " ") for n in range(choice.count())] == [
        "Tova Lind (S)", "Bo Gran (M), utanför ordningen",
    ]  # fmt: skip
    choice.set_value(room.person("Gran"))
    choice.activated.emit(1)
    assert reply(room, "Lind") is None
    said = reply(room, "Gran")
    assert said is not None
    assert (said.summons, said.serves_for_id) == (Summons.PROPOSED, room.person("Nyman"))


def test_the_list_gives_room_and_the_preview_comes_back(room: Room, page: AttendancePage) -> None:
    call = room.space.call
    assert not call.preview.isVisible()
    call.choose(room.item("Information").item.id)
    assert call.preview.isVisible()


def test_oversikt_counts_the_seats_that_are_filled(room: Room) -> None:
    known = Known()
    before = room.session.ask(overview, DAY, known).next
    known.forget(room.session.do(RecordReply(room.meeting_id, room.person("Frid"), absent=True)))
    after = room.session.ask(overview, DAY, known).next
    assert before is not None
    assert after is not None
    assert (before.filled, after.filled, after.view.term.seats) == (5, 4, 5)
    assert Reply in OverviewView.cares_for


def test_the_upprop_begins_with_the_replies(room: Room) -> None:
    nyman, lind, sand = room.person("Nyman"), room.person("Lind"), room.person("Sand")
    room.session.do(RecordReply(room.meeting_id, nyman, absent=True))
    room.session.do(CallIn(room.meeting_id, lind, nyman, Summons.ACCEPTED))
    room.session.do(RecordReply(room.meeting_id, sand, remote=True))
    room.session.do(RecordReply(room.meeting_id, room.person("Öberg"), from_at=time(10, 30)))
    room.space.show_step(Step.MEETING, by_person=True)
    page = room.space.sitting.roll_call
    unticked = [
        s
        for s in ("Ek", "Sand", "Frid", "Nyman", "Öberg", "Lind", "Gran")
        if not page.row(room.person(s)).box.isChecked()
    ]
    assert unticked == ["Nyman", "Öberg", "Gran"]
    assert "kommer ca 10.30" in page.row(room.person("Öberg")).box.accessibleName()
    assert room.space.sitting.pills()[0][0] == "tjänstgör 4 av 5, minst 3"
    room.press(Qt.Key.Key_Return)  # nothing differs: nothing is keyed
    here = room.view.opening_presence
    assert here.in_seat(nyman) == lind
    assert here.remote == {sand}
    assert here.empty == (room.person("Öberg"),)
