"""The steps Protokoll and Justering."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication

from namndstod.domain.findings import Place, Step
from namndstod.domain.records import Appeal, MeetingState, Outcome, TextRole
from namndstod.domain.texts import Source
from namndstod.services.commands.approval import SetApprovers
from namndstod.services.commands.sitting import CloseMeeting, Decide, OpenMeeting
from namndstod.services.commands.texts import WriteText
from namndstod.ui.kit.basics import Button
from namndstod.ui.kit.dialogs import Sheet
from namndstod.ui.workspace.minutes_step import FRONT
from namndstod.ui.workspace.part_field import PartField
from namndstod.ui.workspace.presenting import usual_outcome

from ..conftest import TypeText
from .conftest import Room, proposal


@pytest.fixture
def decided(room: Room) -> Room:
    """The meeting after it: everything decided, closed."""
    room.session.do(OpenMeeting(room.meeting_id, tuple(m.person_id for m in room.view.members), at=time(10)))
    for section in room.view.sections:
        room.session.do(Decide(section.section.id, usual_outcome(section)))
    room.session.do(CloseMeeting(room.meeting_id, time(11, 30)))
    return room


def test_before_the_meeting_nothing_can_be_written(room: Room) -> None:
    room.space.show_step(Step.MINUTES)
    page = room.space.minutes.page
    room.space.minutes.choose(room.view.sections[2].section.id)
    assert page.parts[TextRole.PROPOSAL].text.editor.isReadOnly()
    assert "när sammanträdet har öppnats" in page._note.text()


def test_a_text_is_changed_by_hand_and_says_so(decided: Room, type_text: TypeText) -> None:
    decided.space.show_step(Step.MINUTES)
    step = decided.space.minutes
    section = decided.section("Bidrag till hamnen").section.id
    step.choose(section)
    field = step.page.parts[TextRole.DECISION]
    assert field.text.source_text() == "skrivet av Nämndstöd"
    field.text.editor.setFocus()
    type_text(field.text.editor, "I dag: ")
    decided.space.flush()
    part = decided.section("Bidrag till hamnen").parts[TextRole.DECISION]
    assert part.source is Source.EDITED
    assert part.drafts[0].text.startswith("I dag: ")
    assert field.text.source_text() == "ändrat för hand"


def stale_summary(decided: Room, type_text: TypeText) -> PartField:
    """Change a summary by hand, and then what it was written from."""
    section = decided.section("Bidrag till hamnen")
    item = section.item
    assert item is not None
    decided.session.do(WriteText(TextRole.SUMMARY, proposal("ett.")[1:], item_id=item.item.id))
    decided.space.show_step(Step.MINUTES)
    step = decided.space.minutes
    step.choose(section.section.id)
    field = step.page.parts[TextRole.SUMMARY]
    type_text(field.text.editor, "Jag: ")
    decided.space.flush()
    decided.session.do(WriteText(TextRole.SUMMARY, proposal("två.")[1:], item_id=item.item.id))
    return field


def test_changed_facts_give_a_choice_side_by_side(decided: Room, type_text: TypeText) -> None:
    field = stale_summary(decided, type_text)
    assert field.choice.isVisible()
    assert field.choice.rows[0].new.text() == "att två."
    field.choice.keep.click()
    kept = decided.section("Bidrag till hamnen").parts[TextRole.SUMMARY]
    assert (kept.drafts[0].text, kept.stale) == ("Jag: ett.", False)
    assert not field.choice.isVisible()
    decided.session.undo()
    assert field.choice.isVisible()
    field.choice.take.click()
    taken = decided.section("Bidrag till hamnen").parts[TextRole.SUMMARY]
    assert (taken.drafts[0].text, taken.source) == ("två.", Source.GENERATED)


def test_kontroll_offers_both_ways_when_facts_have_changed(decided: Room, type_text: TypeText) -> None:
    stale_summary(decided, type_text)
    kontroll = decided.space.minutes.kontroll
    buttons = {b.text(): b for b in kontroll.findChildren(Button) if not b.isHidden()}
    assert {"Behåll texten", "Ta den nya"} <= set(buttons)
    buttons["Ta den nya"].click()
    assert decided.section("Bidrag till hamnen").parts[TextRole.SUMMARY].drafts[0].text == "två."
    decided.session.undo()
    next(b for b in kontroll.findChildren(Button) if b.text() == "Behåll texten").click()
    kept = decided.section("Bidrag till hamnen").parts[TextRole.SUMMARY]
    assert (kept.drafts[0].text, kept.stale) == ("Jag: ett.", False)


def test_an_empty_part_is_added(decided: Room, type_text: TypeText) -> None:
    decided.space.show_step(Step.MINUTES)
    step = decided.space.minutes
    step.choose(decided.section("Bidrag till hamnen").section.id)
    assert step.page.parts[TextRole.RESERVATIONS].isHidden()
    step.page._adds[TextRole.RESERVATIONS].click()
    editor = step.page.parts[TextRole.RESERVATIONS].text.editor
    assert QApplication.focusWidget() is editor
    type_text(editor, "Mia Frid (M) reserverar sig.")
    decided.space.flush()
    part = decided.section("Bidrag till hamnen").parts[TextRole.RESERVATIONS]
    assert part.drafts[0].text == "Mia Frid (M) reserverar sig."


def test_heading_and_outcome_can_be_changed_afterwards(decided: Room, type_text: TypeText) -> None:
    decided.space.show_step(Step.MINUTES)
    page = decided.space.minutes.page
    section = decided.section("Remiss om färjor").section.id
    decided.space.minutes.choose(section)
    page.rename.click()
    type_text(page.title, "Svar om färjor")
    decided.space.flush()
    assert decided.section("Svar om färjor").section.id == section
    page.outcome.set_value(Outcome.TABLED)
    page.outcome.activated.emit(page.outcome.currentIndex())
    assert decided.section("Svar om färjor").section.outcome is Outcome.TABLED


def test_the_front_page(decided: Room, type_text: TypeText) -> None:
    decided.space.show_step(Step.MINUTES)
    step = decided.space.minutes
    step.choose(FRONT)
    type_text(step.front.others, "Ines Falk, chef")
    type_text(step.front.approval_place, "Hamnkontoret")
    step.front.closed.setText("11.45")
    step.front.closed.editingFinished.emit()
    decided.space.flush()
    meeting = decided.view.meeting
    assert meeting.others_present == ("Ines Falk, chef",)
    assert meeting.approval_place == "Hamnkontoret"
    assert meeting.closed_at == time(11, 45)


def test_a_missing_justerare_hinders_and_the_proposal_is_taken(decided: Room) -> None:
    decided.space.show_step(Step.APPROVAL, by_person=True)
    step = decided.space.approval
    assert not step.approve.isEnabled()
    assert "Ingen justerare är vald." in step.stages.hindrances.text()
    assert QApplication.focusWidget() is step.approvers.accept
    step.approvers.accept.click()
    assert [(a.person_id, a.substitute_id) for a in decided.view.approvers] == [
        (decided.person("Sand"), decided.person("Frid"))
    ]
    assert step.approve.isEnabled()
    step.approvers.add.click()
    assert len(decided.view.approvers) == 2
    step.approvers._rows[1].remove.click()
    assert len(decided.view.approvers) == 1


def test_a_finding_leads_to_the_part(decided: Room) -> None:
    section = decided.section("Bidrag till hamnen").section.id
    decided.space.go_to(Place(Step.MINUTES, section_id=section, role=TextRole.DECISION))
    editor = decided.space.minutes.page.parts[TextRole.DECISION].text.editor
    assert QApplication.focusWidget() is editor


def test_justera_freezes_the_protokoll(decided: Room) -> None:
    decided.session.do(SetApprovers(decided.meeting_id, ((decided.person("Sand"), None),)))
    decided.space.show_step(Step.APPROVAL)
    step = decided.space.approval
    step.day.set_date(date(2027, 5, 20))
    step.approve.click()
    sheet = step.findChild(Sheet)
    assert sheet is not None
    sheet.accept()
    decided.qtbot.waitUntil(lambda: decided.view.meeting.state is MeetingState.APPROVED, timeout=60_000)
    decided.idle()
    assert step.kept.isVisible()
    paper = next(p for p in decided.view.papers)
    assert paper.pdf_sha[:12] in step.kept.hash.text()
    assert step.kept.said.text() == "Protokollet är justerat den\u00a020\u00a0maj 2027"
    step.kept.copy_hash.click()
    assert QApplication.clipboard().text() == paper.pdf_sha
    assert step.place.isReadOnly()
    decided.space.show_step(Step.MINUTES)
    decided.space.minutes.choose(decided.section("Bidrag till hamnen").section.id)
    page = decided.space.minutes.page
    assert page.parts[TextRole.DECISION].text.editor.isReadOnly()
    assert "justerat" in page._note.text()


def test_how_a_section_is_appealed_and_its_doors_are_chosen(decided: Room) -> None:
    decided.space.show_step(Step.MINUTES)
    step = decided.space.minutes
    step.choose(decided.section("Bidrag till hamnen").section.id)
    page = step.page
    page.rename.click()
    for combo, value in ((page.appeal, Appeal.ADMINISTRATIVE), (page.doors, True)):
        combo.set_value(value)
        combo.activated.emit(combo.currentIndex())
    stored = decided.section("Bidrag till hamnen").section
    assert (stored.appeal, stored.closed_doors) == (Appeal.ADMINISTRATIVE, True)
