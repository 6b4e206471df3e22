"""FöredragningsPM in the step Handlingar: begun, written and left by keyboard, with its paper beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from namndstod.domain.findings import Place, Step
from namndstod.domain.records import PaperKind, TextRole

from ..conftest import TypeText
from .conftest import BlankPapers, Room

TITLE = "Bidrag till hamnen"


def begin(room: Room) -> None:
    """Go to the item in Handlingar and press F6."""
    room.space.show_step(Step.PAPERS, by_person=True)
    room.space.papers.choose(room.item(TITLE).item.id)
    room.press(Qt.Key.Key_F6)


def texts(room: Room, role: TextRole) -> list[str]:
    return [d.text for d in room.item(TITLE).text(role)]


def test_it_is_written_by_keyboard(room: Room, type_text: TypeText) -> None:
    begin(room)
    step, page = room.space.papers, room.space.papers.page
    assert page.isVisible()
    assert page.unit.hasFocus()
    type_text(page.unit, "Näringslivsenheten")
    room.press(Qt.Key.Key_Tab)
    type_text(page.officer, "Åsa Öhman")
    room.press(Qt.Key.Key_Tab)
    memorandum = room.item(TITLE).memorandum
    assert memorandum is not None
    assert (memorandum.unit, memorandum.officer) == ("Näringslivsenheten", "Åsa Öhman")
    assert memorandum.day == room.session.today

    assert page.texts[TextRole.ASSESSMENT].isHidden()
    page.adds[TextRole.ASSESSMENT].click()
    page.adds[TextRole.BACKGROUND].click()
    type_text(page.texts[TextRole.BACKGROUND].editor, "Bryggan är sliten.")
    shown = [r for r, t in page.texts.items() if t.isVisible()]
    assert shown == [TextRole.PROPOSAL, TextRole.SUMMARY, TextRole.BACKGROUND, TextRole.ASSESSMENT]
    assert page.adds[TextRole.BACKGROUND].isHidden()
    assert page.adds[TextRole.ECONOMY].isVisible()

    room.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert texts(room, TextRole.BACKGROUND) == ["Bryggan är sliten."]
    assert step.memorandum.write.text() == "FöredragningsPM"
    assert step.memorandum.write.hasFocus()


def test_proposal_and_summary_are_those_of_the_kallelse(room: Room, type_text: TypeText) -> None:
    begin(room)
    page = room.space.papers.page
    page.go_to(Place(Step.PAPERS, role=TextRole.SUMMARY))
    type_text(page.texts[TextRole.SUMMARY].editor, "Hamnen behöver rustas.")
    room.space.show_step(Step.CALL)
    form = room.space.call.item_form
    assert [d.text for d in form.texts[TextRole.SUMMARY].editor.blocks()] == ["Hamnen behöver rustas."]
    assert [d.text for d in page.texts[TextRole.PROPOSAL].editor.blocks()][
        -1
    ] == "bifalla bidrag till hamnen."


def test_the_paper_beside_it_is_its_own_or_the_whole_packet(room: Room) -> None:
    begin(room)
    papers, step = room.papers, room.space.papers
    assert isinstance(papers, BlankPapers)
    room.qtbot.waitUntil(lambda: step.preview.memorandum.canvas.page_count() == 3)
    assert papers.drawn[-1][0] is PaperKind.MEMORANDUM
    assert step.memorandum_out.word.isVisible()
    assert not step.pdf.isVisible()
    chooser = step.preview.memorandum.chooser
    assert chooser is not None
    chooser.setCurrentIndex(1)
    chooser.activated.emit(1)
    room.qtbot.waitUntil(lambda: papers.drawn[-1][0] is PaperKind.PACKET)
    room.press(Qt.Key.Key_F9)
    assert step.preview.isHidden()


def test_taken_away_with_undo_and_left_for_an_item_without_one(room: Room) -> None:
    begin(room)
    step = room.space.papers
    step.choose(room.item("Remiss om färjor").item.id)
    assert not step.page.isVisible()
    assert step.memorandum.write.text() == "Skriv FöredragningsPM"
    step.choose(room.item(TITLE).item.id)
    step.memorandum.write.click()
    step.page.remove.click()
    assert room.item(TITLE).memorandum is None
    assert not step.page.isVisible()
    text, word, undo = room.toasts[-1]
    assert (text, word) == ("FöredragningsPM är borttaget.", "Ångra")
    assert undo is not None
    undo()
    assert room.item(TITLE).memorandum is not None


def test_a_finding_leads_to_its_field(room: Room) -> None:
    begin(room)
    item_id = room.item(TITLE).item.id
    room.press(Qt.Key.Key_Escape)
    room.space.go_to(Place(Step.PAPERS, item_id=item_id, field="officer"))
    assert room.space.papers.page.officer.hasFocus()
    room.space.go_to(Place(Step.PAPERS, item_id=item_id, role=TextRole.ECONOMY))
    assert room.space.papers.page.texts[TextRole.ECONOMY].editor.hasFocus()
