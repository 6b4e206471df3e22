"""The step Sammanträde, by keyboard."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from namndstod.domain.facts import TO_FILL_IN
from namndstod.domain.findings import Place, Step
from namndstod.domain.records import (
    MeetingState,
    Outcome,
    PresenceKind,
    SectionState,
    TextRole,
)
from namndstod.ui.kit.item_model import ItemRole
from namndstod.ui.workspace.closing import CloseSheet
from namndstod.ui.workspace.new_item import HeadingSheet, NewItemSheet

from ..conftest import TypeText
from .conftest import Room

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(room: Room) -> None:
    room.space.show_step(Step.MEETING, by_person=True)
    room.press(Qt.Key.Key_Return)
    assert room.view.meeting.state is MeetingState.OPEN


def outcome(room: Room, heading: str) -> Outcome | None:
    return room.section(heading).section.outcome


def test_upprop_is_prefilled_and_enter_opens(room: Room) -> None:
    opened(room)
    view = room.view
    assert [s.person_id for s in view.opening_presence.serving] == [m.person_id for m in view.members]
    assert view.meeting.opened_at is not None
    assert [s.heading for s in view.sections] == [i.item.title for i in view.items]


def test_an_absent_ledamot_is_replaced_by_an_ersattare_of_the_party(room: Room) -> None:
    room.space.show_step(Step.MEETING, by_person=True)
    for _ in range(3):
        room.press(Qt.Key.Key_Down)
    room.press(Qt.Key.Key_Space)  # Per Nyman (S) is not here
    assert room.space.sitting.pills()[0][0] == "tjänstgör 5 av 5, minst 3"
    room.press(Qt.Key.Key_Return)
    serving = {s.seat_of: s.person_id for s in room.view.opening_presence.serving}
    assert serving[room.person("Nyman")] == room.person("Lind")
    assert room.person("Nyman") not in room.view.opening_presence.present


def test_the_proposed_ersattare_can_be_changed_or_left_out(room: Room) -> None:
    room.space.show_step(Step.MEETING, by_person=True)
    page = room.space.sitting.roll_call
    nyman, gran, lind = room.person("Nyman"), room.person("Gran"), room.person("Lind")
    page.toggle(nyman)
    page.choose(nyman, gran)
    assert page.roll is not None
    assert page.roll.serving() == {nyman: gran}
    page.choose(nyman, "")
    assert page.roll.serving() == {}
    page.toggle(room.person("Ek"))
    assert page.roll.serving() == {room.person("Ek"): lind}
    page.toggle(lind)  # she is not here either
    assert page.roll.serving() == {}
    room.press(Qt.Key.Key_Return)
    assert room.view.opening_presence.empty == (room.person("Ek"), nyman)


def test_all_are_decided_by_f5(room: Room) -> None:
    opened(room)
    for _ in room.view.sections:
        room.press(Qt.Key.Key_F5)
    assert [s.section.outcome for s in room.view.sections] == [
        Outcome.APPROVED,
        Outcome.NOTED,
        Outcome.APPROVED,
        Outcome.APPROVED,
    ]
    decision = room.section("Bidrag till hamnen").parts[TextRole.DECISION]
    assert [d.text for d in decision.drafts] == ["Skärnämnden beslutar", "bifalla bidrag till hamnen."]


def test_letters_end_a_section_from_the_list_only(room: Room, type_text: TypeText) -> None:
    opened(room)
    room.space.sitting.choose(room.section("Bidrag till hamnen").section.id)
    room.press(Qt.Key.Key_B)
    assert outcome(room, "Bidrag till hamnen") is Outcome.TABLED
    assert room.space.sitting.chosen() == room.section("Remiss om färjor").section.id
    motions = room.space.sitting.live.page.texts[TextRole.MOTIONS].editor
    motions.setFocus()
    type_text(motions, "Bua")
    assert outcome(room, "Remiss om färjor") is None
    room.press(Qt.Key.Key_Escape)
    motion = room.section("Remiss om färjor").parts[TextRole.MOTIONS]
    assert [d.text for d in motion.drafts] == ["Bua"]  # stored when the focus left
    room.press(Qt.Key.Key_U)
    assert outcome(room, "Remiss om färjor") is Outcome.WITHDRAWN


def test_aterremiss_asks_for_what_is_to_be_filled_in(room: Room, type_text: TypeText) -> None:
    opened(room)
    section = room.section("Bidrag till hamnen").section.id
    room.space.sitting.choose(section)
    room.press(Qt.Key.Key_R)
    assert outcome(room, "Bidrag till hamnen") is Outcome.REMITTED
    editor = room.space.sitting.live.page.texts[TextRole.DECISION].editor
    assert QApplication.focusWidget() is editor
    assert editor.textCursor().selectedText() == TO_FILL_IN
    type_text(editor, "förvaltningen")
    room.press(Qt.Key.Key_F5)  # the § is klubbad: on to the next
    assert room.space.sitting.chosen() != section
    text = " ".join(d.text for d in room.section("Bidrag till hamnen").parts[TextRole.DECISION].drafts)
    assert "återremittera ärendet till förvaltningen för" in text


def test_andra_makes_the_proposal_a_text_of_ones_own(room: Room, type_text: TypeText) -> None:
    opened(room)
    room.space.sitting.choose(room.section("Bidrag till hamnen").section.id)
    room.press(Qt.Key.Key_E)
    editor = room.space.sitting.live.page.texts[TextRole.DECISION].editor
    assert QApplication.focusWidget() is editor
    type_text(editor, " Nu.")
    room.press(Qt.Key.Key_F5)
    decided = room.section("Bidrag till hamnen")
    assert decided.section.outcome is Outcome.CHANGED
    assert decided.parts[TextRole.DECISION].drafts[-1].text == "bifalla bidrag till hamnen. Nu."


def test_a_matter_without_proposal_is_not_decided_on_nothing(room: Room, type_text: TypeText) -> None:
    opened(room)
    live = room.space.sitting.live
    room.press(Qt.Key.Key_F2)
    sheet = live.findChild(NewItemSheet)
    assert sheet is not None
    sheet.title.setText("Brådskande fråga")
    sheet.accept()
    made = room.section("Brådskande fråga")
    assert live.chosen() == made.section.id
    assert made.section.position == 2  # after the § that was shown
    live.focus_list()
    room.press(Qt.Key.Key_F5)
    assert room.section("Brådskande fråga").section.state is SectionState.OPEN
    editor = live.page.texts[TextRole.DECISION].editor
    assert QApplication.focusWidget() is editor
    type_text(editor, "Nämnden är enig.")
    room.press(Qt.Key.Key_F5)
    assert outcome(room, "Brådskande fråga") is Outcome.CHANGED


def test_new_section_take_up_now_and_remove(room: Room) -> None:
    opened(room)
    live = room.space.sitting.live
    room.press(Qt.Key.Key_F5)
    room.press(Qt.Key.Key_F7)
    sheet = live.findChild(HeadingSheet)
    assert sheet is not None
    sheet.accept()
    assert sheet.isVisible()  # a heading is needed
    sheet.heading.setText("Ordningsfråga")
    sheet.accept()
    assert live.chosen() == room.section("Ordningsfråga").section.id
    live.choose(room.section("Remiss om färjor").section.id)
    room.press(Qt.Key.Key_F4, widget=live.list)
    assert room.section("Remiss om färjor").section.position == 2
    live.choose(room.section("Ordningsfråga").section.id)
    room.press(Qt.Key.Key_Delete, widget=live.list)
    assert "Ordningsfråga" not in [s.heading for s in room.view.sections]


def test_somebody_leaves_and_an_ersattare_steps_in(room: Room) -> None:
    opened(room)
    live = room.space.sitting.live
    section = room.section("Bidrag till hamnen").section.id
    live.choose(section)
    room.press(Qt.Key.Key_F6)
    live.seats.list.set_current_id(room.person("Nyman"))
    room.press(Qt.Key.Key_Space)
    here = room.section("Bidrag till hamnen").presence
    assert room.person("Nyman") in here.empty
    assert room.section("Information").presence.serves(room.person("Nyman"))
    event = room.view.events[-1]
    assert (event.kind, event.section_id) == (PresenceKind.LEAVES, section)
    assert event.at is not None
    combo = live.seats.editor.serve
    combo.set_value(room.person("Lind"))
    combo.activated.emit(combo.currentIndex())
    assert room.section("Bidrag till hamnen").presence.serves(room.person("Lind"))


def test_reopen_takes_the_klubba_back(room: Room) -> None:
    opened(room)
    room.press(Qt.Key.Key_F5)
    room.press(Qt.Key.Key_Up, CONTROL)
    room.press(Qt.Key.Key_I)
    assert room.section("Protokollsjustering").section.state is SectionState.OPEN


def test_a_wrong_key_is_undone(room: Room) -> None:
    opened(room)
    room.space.sitting.choose(room.section("Bidrag till hamnen").section.id)
    room.press(Qt.Key.Key_A)
    assert outcome(room, "Bidrag till hamnen") is Outcome.REJECTED
    assert room.space.sitting.chosen() != room.section("Bidrag till hamnen").section.id
    room.session.undo()
    assert outcome(room, "Bidrag till hamnen") is None
    assert room.space.sitting.chosen() == room.section("Bidrag till hamnen").section.id
    model = room.space.sitting.live.list.item_model()
    assert [model.index(n).data(ItemRole.PILLS) for n in range(model.rowCount())] == [()] * 4


def test_closing_stamps_the_time_and_fixes_the_numbers(room: Room) -> None:
    opened(room)
    step = room.space.sitting
    step.ask_to_close()
    sheet = step.findChild(CloseSheet)
    assert sheet is not None
    sheet.at.setText("11.40")
    sheet.accept()
    assert room.view.meeting.state is MeetingState.CLOSED
    assert room.view.meeting.closed_at == time(11, 40)
    assert [s.section.number for s in room.view.sections] == [1, 2, 3, 4]
    assert "Avsluta" not in [
        b.text() for b in step.actions_bar.children() if b is step.close_ and b.isVisible()
    ]


def test_a_finding_about_presence_leads_to_the_seats(room: Room) -> None:
    opened(room)
    room.space.go_to(Place(Step.MEETING, section_id=room.view.sections[1].section.id, field="presence"))
    assert QApplication.focusWidget() is room.space.sitting.live.seats.list


def test_an_empty_list_leads_to_the_kallelse(room: Room) -> None:
    from namndstod.services.commands.agenda import RemoveItem

    for item in room.view.items:
        room.session.do(RemoveItem(item.item.id))
    room.space.show_step(Step.MEETING)
    step = room.space.sitting
    assert step.pages.currentWidget() is step.nothing
    assert step.nothing.button is not None
    step.nothing.button.click()
    assert room.space.step is Step.CALL
