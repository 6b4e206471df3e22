"""The step Kallelse."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from namndstod.domain.findings import Place, Step
from namndstod.domain.records import GroupMeeting, ItemKind, PaperKind, TextRole
from namndstod.domain.texts import clauses
from namndstod.ui.workspace.call_step import MEETING
from namndstod.ui.workspace.exporting import Exporter
from namndstod.ui.workspace.new_item import NewItemSheet
from namndstod.ui.workspace.paste_agenda import PasteAgendaSheet

from ..conftest import TypeText
from .conftest import Room

ALT = Qt.KeyboardModifier.AltModifier
LIST = """1. Protokollsjustering
2. Information
• Nya färjor
3. Stöd till fyren
Diarienummer: 27SK9
Förslag till beslut
Skärnämnden beslutar
att bevilja stödet.
"""


def titles(room: Room) -> list[str]:
    return [i.item.title for i in room.view.items]


def test_f2_adds_an_item_after_the_chosen_one_and_shows_it(room: Room) -> None:
    call = room.space.call
    call.choose(room.item("Information").item.id)
    call.list.setFocus()
    room.press(Qt.Key.Key_F2)
    sheet = call.findChild(NewItemSheet)
    assert sheet is not None
    sheet.title.setText("Stöd till fyren")
    sheet.kind.set_value(ItemKind.ELECTION)
    sheet.diary.setText("27SK9")
    sheet.accept()
    item = room.item("Stöd till fyren")
    assert (item.item.number, item.item.kind, item.diary_number) == (3, ItemKind.ELECTION, "27SK9")
    assert call.chosen() == item.item.id
    assert call.item_form.title.text() == "Stöd till fyren"


def test_items_move_by_keyboard_but_never_above_the_meeting(room: Room) -> None:
    call = room.space.call
    call.choose(room.item("Information").item.id)
    room.press(Qt.Key.Key_Up, ALT, call.list)
    assert titles(room)[0] == "Information"
    room.press(Qt.Key.Key_Up, ALT, call.list)
    assert titles(room)[0] == "Information"
    room.press(Qt.Key.Key_Down, ALT, call.list)
    assert titles(room)[:2] == ["Protokollsjustering", "Information"]


def test_delete_removes_and_the_toast_brings_it_back(room: Room) -> None:
    call = room.space.call
    call.choose(room.item("Remiss om färjor").item.id)
    room.press(Qt.Key.Key_Delete, widget=call.list)
    assert "Remiss om färjor" not in titles(room)
    text, words, undo = room.toasts[-1]
    assert (text, words) == ("”Remiss om färjor” är borttaget från listan.", "Ångra")
    assert undo is not None
    undo()
    assert clauses(room.item("Remiss om färjor").text(TextRole.PROPOSAL)) == ("bifalla remiss om färjor.",)


def test_what_is_typed_is_stored_when_another_item_is_chosen(room: Room, type_text: TypeText) -> None:
    call = room.space.call
    first, second = room.item("Bidrag till hamnen").item.id, room.item("Remiss om färjor").item.id
    call.choose(first)
    form = call.item_form
    form.title.setFocus()
    form.title.selectAll()
    type_text(form.title, "Båtar")
    summary = form.texts[TextRole.SUMMARY].editor
    type_text(summary, "Hamnen är gammal.")
    type_text(form.recipients, "Hamnkontoret\nRevisorerna")
    call.choose(second)
    stored = room.view.item(first)
    assert stored is not None
    assert stored.item.title == "Båtar"
    assert [d.text for d in stored.text(TextRole.SUMMARY)] == ["Hamnen är gammal."]
    assert [r.name for r in stored.recipients] == ["Hamnkontoret", "Revisorerna"]
    untouched = room.view.item(second)
    assert untouched is not None
    assert untouched.item.title == "Remiss om färjor"
    assert form.title.text() == "Remiss om färjor"
    assert form.recipients.lines() == ()


def test_a_refresh_leaves_what_is_being_typed(room: Room, type_text: TypeText) -> None:
    from namndstod.services.commands.agenda import SetDiaryNumber

    call = room.space.call
    item = room.item("Bidrag till hamnen").item.id
    call.choose(item)
    call.item_form.title.setFocus()
    call.item_form.title.end(False)
    type_text(call.item_form.title, " i år")
    room.session.do(SetDiaryNumber(item, "27SK77"))
    assert call.item_form.title.text().endswith("i år")
    assert call.item_form.diary.text() == "27SK77"
    room.space.flush()
    stored = room.view.item(item)
    assert stored is not None
    assert stored.item.title.endswith("i år")


def test_typing_in_a_field_is_one_step_of_undo(room: Room, type_text: TypeText) -> None:
    call = room.space.call
    item = room.item("Bidrag till hamnen").item.id
    call.choose(item)
    for text in (" a", " b"):
        type_text(call.item_form.title, text)
        room.space.flush()
    room.session.undo()
    assert titles(room)[2] == "Bidrag till hamnen"
    assert call.item_form.title.text() == "Bidrag till hamnen"


def test_the_meeting_itself(room: Room, type_text: TypeText) -> None:
    form = room.space.call.meeting_form
    assert room.space.call.chosen() == MEETING
    form.ends.setText("15")
    form.ends.editingFinished.emit()
    form.secretary.setText("")
    type_text(form.secretary, "Eva Ros")
    form.groups.add.click()
    cells = form.groups._rows[0]
    for cell, text in zip(cells, ("S, C", "Sal Tall", "08.30", ""), strict=True):
        cell.setText(text)
    room.space.flush()
    meeting = room.view.meeting
    assert meeting.ends == time(15)
    assert meeting.secretary == "Eva Ros"
    assert meeting.group_meetings == (GroupMeeting(parties=("S", "C"), room="Sal Tall", time="08.30"),)
    form.groups._buttons[0].click()
    assert room.view.meeting.group_meetings == ()


def test_an_emptied_day_shows_the_stored_one_again(room: Room) -> None:
    form = room.space.call.meeting_form
    form.day.findChildren(type(form.place))[0].setText("")
    form.day.is_valid()
    assert form.day.date() == room.view.meeting.day


def test_a_pasted_list_is_read_and_stored(room: Room) -> None:
    QApplication.clipboard().setText(LIST)
    room.space.call.paste_list()
    sheet = room.space.call.findChild(PasteAgendaSheet)
    assert sheet is not None
    assert sheet.text.toPlainText() == LIST
    assert sheet.list.item_model().rowCount() == 3
    sheet.accept()
    assert titles(room) == ["Protokollsjustering", "Information", "Stöd till fyren"]
    item = room.item("Stöd till fyren")
    assert item.diary_number == "27SK9"
    assert clauses(item.text(TextRole.PROPOSAL)) == ("bevilja stödet.",)


def test_the_preview_is_drawn_and_folds(room: Room) -> None:
    call = room.space.call
    room.qtbot.waitUntil(lambda: call.preview.canvas.page_count() == 3)
    assert room.papers.drawn[0][0] is PaperKind.CALL  # type: ignore[attr-defined]
    room.press(Qt.Key.Key_F9)
    assert call.preview.isHidden()
    room.press(Qt.Key.Key_F9)
    assert not call.preview.isHidden()


def test_the_list_alone_is_shown_and_that_is_what_is_saved(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = room.space.call
    room.qtbot.waitUntil(lambda: call.preview.canvas.page_count() == 3)
    chooser = call.preview.chooser
    assert chooser is not None
    chooser.set_value(PaperKind.AGENDA)
    room.qtbot.waitUntil(lambda: call.preview.canvas.page_count() == 3)
    drawn = [kind for kind, _ in room.papers.drawn]  # type: ignore[attr-defined]
    assert drawn == [PaperKind.CALL, PaperKind.AGENDA]
    asked: list[PaperKind] = []
    monkeypatch.setattr(Exporter, "save_word", lambda self, kind, view: asked.append(kind))
    call.word.click()
    chooser.set_value(PaperKind.CALL)
    call.word.click()
    assert asked == [PaperKind.AGENDA, PaperKind.CALL]


def test_a_narrow_window_folds_the_preview(room: Room) -> None:
    room.space.resize(800, 600)
    room.qtbot.waitUntil(lambda: room.space.call.preview.isHidden())
    room.space.resize(1200, 700)
    room.qtbot.waitUntil(lambda: not room.space.call.preview.isHidden())


def test_findings_lead_to_the_field_and_are_mended(room: Room, type_text: TypeText) -> None:
    from namndstod.services.commands.texts import WriteText

    from .conftest import proposal

    item = room.item("Remiss om färjor").item.id
    room.session.do(WriteText(TextRole.PROPOSAL, proposal("svara på remissen"), item_id=item))
    room.space.go_to(Place(Step.CALL, item_id=item, role=TextRole.PROPOSAL))
    assert QApplication.focusWidget() is room.space.call.item_form.texts[TextRole.PROPOSAL].editor
    key = next(k for k, f in room.space.call.kontroll._findings.items() if f.code == "clause_ends")
    room.space.call.kontroll.mendRequested.emit(key, 0)
    assert clauses(room.item("Remiss om färjor").text(TextRole.PROPOSAL)) == ("svara på remissen.",)
    assert key not in room.space.call.kontroll._findings


def test_ctrl_number_switches_step_and_stores_first(room: Room, type_text: TypeText) -> None:
    call = room.space.call
    call.choose(room.item("Information").item.id)
    call.item_form.title.setFocus()
    call.item_form.title.end(False)
    type_text(call.item_form.title, "!")
    room.press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert room.space.step is Step.MINUTES
    assert "Information!" in titles(room)
    assert room.space.place()[0] == Step.MINUTES.value


def test_a_refused_command_is_told_and_changes_nothing(room: Room) -> None:
    from namndstod.domain.errors import RuleBroken
    from namndstod.services.commands.sitting import OpenMeeting

    room.session.do(OpenMeeting(room.meeting_id, (room.person("Ek"),)))
    before = titles(room)
    call = room.space.call
    call.choose(room.item("Information").item.id)
    room.press(Qt.Key.Key_Delete, widget=call.list)
    assert titles(room) == before
    assert isinstance(room.errors.pop(), RuleBroken)


def test_the_focus_goes_where_work_begins(room: Room) -> None:
    room.space.open_meeting(room.meeting_id, Step.PAPERS.value, room.item("Information").item.id)
    room.space.setFocus()
    assert QApplication.focusWidget() is room.space.papers.items
    assert room.space.place() == (Step.PAPERS.value, room.item("Information").item.id)


def test_what_is_chosen_follows_to_the_step_with_the_same_list(room: Room) -> None:
    item = room.item("Remiss om färjor").item.id
    room.space.call.choose(item)
    room.space.show_step(Step.PAPERS, by_person=True)
    assert room.space.papers.chosen() == item
    section = room.view.sections[2].section.id
    room.space.show_step(Step.MINUTES)
    room.space.minutes.choose(section)
    room.space.show_step(Step.CALL)
    assert room.space.call.chosen() == item


def test_an_arende_about_authority_says_so(room: Room) -> None:
    call = room.space.call
    call.choose(room.item("Bidrag till hamnen").item.id)
    for combo in (call.item_form.authority, call.item_form.staff):
        combo.set_value(True)
        combo.activated.emit(combo.currentIndex())
    item = room.item("Bidrag till hamnen").item
    assert item.authority
    assert item.staff_excluded
