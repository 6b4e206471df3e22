"""Papers of others dropped on a meeting: nothing is stored before a person says so, and undo is exact."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt

from namndstod.domain.intake.found import FoundMemorandum
from namndstod.domain.records import BlockKind, PaperKind, TextRole
from namndstod.domain.texts import Draft
from namndstod.services.commands.agenda import SetRecipients
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.memoranda import StartMemorandum
from namndstod.services.commands.texts import WriteText
from namndstod.services.intake.papers import IncomingPaper
from namndstod.services.intake.planning import Mode
from namndstod.services.intake.rows import RowState
from namndstod.storage.kinds import DERIVED, NAMES
from namndstod.ui.intake.differing import DifferingText
from namndstod.ui.intake.page import IntakePage
from namndstod.ui.kit.veil import veil

from .conftest import DAY, Room, proposal

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def everything(room: Room) -> dict[tuple[str, str], object]:
    """All journalled records but for their versions."""
    from dataclasses import replace

    with room.session.reading() as reader:
        return {
            (kind.__name__, record.id): replace(record, version=0)
            for kind in NAMES
            if kind not in DERIVED
            for record in reader.find(kind)
        }


def page(room: Room) -> IntakePage:
    assert room.space.reading.page is not None
    return room.space.reading.page


def states(room: Room) -> dict[str, RowState]:
    return {card.row.key: card.row.state for card in page(room).page.cards}


def our_own(room: Room, folder: Path) -> Path:
    """A FöredragningsPM of the first ärende, written here and exported to Word; the meeting is as before."""
    item = room.item("Bidrag till hamnen").item.id
    do = room.session.do
    do(StartMemorandum(item, DAY))
    head = room.item("Bidrag till hamnen").memorandum
    assert head is not None
    from dataclasses import replace

    do(
        Edit(
            replace(head, unit="Teknik", officer="Ines Falk", signatory="Ragna Holm", signatory_title="chef")
        )
    )
    drafts = (
        *proposal("bevilja hamnen 40 000 kronor, samt"),
        Draft(BlockKind.CLAUSE, "betala i maj.", 1),
    )
    do(WriteText(TextRole.PROPOSAL, drafts, item_id=item))
    for role, text in ((TextRole.SUMMARY, "Hamnen rustas."), (TextRole.BACKGROUND, "Den är gammal.")):
        do(WriteText(role, (Draft(BlockKind.PARAGRAPH, text),), item_id=item))
    do(SetRecipients(item, ("Hamnkontoret", "Ekonomienheten")))
    word = room.papers.word(PaperKind.MEMORANDUM, room.view, (item,))
    while room.session.undoable() is not None and room.session.undoable() is not None:
        step = room.session.undoable()
        if step is None or room.item("Bidrag till hamnen").memorandum is None:
            break
        room.session.undo(step)
    path = folder / "PM Bidrag till hamnen.docx"
    path.write_bytes(word)
    return path


def another_house(folder: Path) -> Path:
    """A tjänsteskrivelse of another house: its own headings, numbered sentences, no letterhead as a table."""
    written = docx.Document()
    for text in (
        "Kommunledningskontoret",
        "Tjänsteskrivelse",
        "Datum: 2027-04-20",
        "Diarienummer: KS 2027/15",
        "Handläggare: Bo Ek",
    ):
        written.add_paragraph(text)
    written.add_heading("Ny parkbänk vid torget", 1)
    for heading, texts in (
        ("Förslag till beslut", ("1. En ny parkbänk ställs vid torget.", "2. Ärendet förklaras avslutat.")),
        ("Ärendet", ("Bänken har önskats av flera invånare.",)),
        ("Expedieras till", ("Parkavdelningen",)),
    ):
        written.add_heading(heading, 2)
        for text in texts:
            written.add_paragraph(text)
    path = folder / "tjanstskrivelse-parkbank.docx"
    written.save(str(path))
    return path


def test_a_dropped_pm_is_offered_and_its_item_comes_out_right(room: Room, tmp_path: Path) -> None:
    path = our_own(room, tmp_path)
    before = everything(room)
    item = room.item("Bidrag till hamnen").item.id
    room.space.call.list.filesDropped.emit(item, [str(path)])
    room.idle()
    offer = room.space.reading.offer
    assert offer.isVisible()
    assert offer.read.text() == "Läs in ärendet"
    room.press(Qt.Key.Key_Return)
    room.idle()
    assert everything(room) == before  # nothing is stored before she says so
    shown = page(room).table.all()[0]
    assert shown.target == item
    found = states(room)
    assert found["proposal"] is RowState.CHANGED
    assert found["summary"] is found["background"] is found["recipients"] is RowState.NEW
    card = next(c for c in page(room).page.cards if c.row.key == "proposal")
    assert not card.box.isChecked()
    card.box.setChecked(True)
    room.press(Qt.Key.Key_Return, CTRL)
    room.idle()
    now = room.item("Bidrag till hamnen")
    assert [d.text for d in now.text(TextRole.PROPOSAL)][1:] == [
        "bevilja hamnen 40 000 kronor, samt",
        "betala i maj.",
    ]
    assert [d.text for d in now.text(TextRole.BACKGROUND)] == ["Den är gammal."]
    assert now.memorandum is not None
    assert (now.memorandum.unit, now.memorandum.officer, now.memorandum.day) == ("Teknik", "Ines Falk", DAY)
    assert now.memorandum.signatory == "Ragna Holm"
    assert [r.name for r in now.recipients] == ["Hamnkontoret", "Ekonomienheten"]
    assert [d.document.id for d in now.documents] == [now.memorandum.document_id]
    assert not room.space.reading.shown
    assert room.space.current().chosen() == item
    room.session.undo()
    assert everything(room) == before


def test_several_papers_of_another_house_are_taken_in_by_one_command(room: Room, tmp_path: Path) -> None:
    folder = tmp_path / "inkommet"
    folder.mkdir()
    another_house(folder)
    (folder / "01-ritning.txt").write_text("Hej, här är ritningen till bänken.\nHälsningar Ida")
    own = our_own(room, folder)
    before = everything(room)
    room.space.reading.read([folder])
    room.idle()
    keys = {s.paper.name: s for s in page(room).table.all()}
    assert keys[own.name].mode is keys["tjanstskrivelse-parkbank.docx"].mode is Mode.READ
    assert keys["01-ritning.txt"].target == ""  # two PMs lie beside it: nobody knows whose it is
    page(room).papers.set_current_id(keys["01-ritning.txt"].key)
    choice = page(room).page.target
    choice.setCurrentIndex(choice.findText("Nytt: Ny parkbänk vid torget"))
    choice.activated.emit(choice.currentIndex())
    room.press(Qt.Key.Key_Return, CTRL | SHIFT, page(room))
    room.idle()
    new = room.item("Ny parkbänk vid torget")
    assert new.diary_number == "KS 2027/15"
    assert [(d.kind, d.text) for d in new.text(TextRole.PROPOSAL)] == [
        (BlockKind.NUMBERED, "En ny parkbänk ställs vid torget."),
        (BlockKind.NUMBERED, "Ärendet förklaras avslutat."),
    ]
    assert [r.name for r in new.recipients] == ["Parkavdelningen"]
    assert len(new.documents) == 2
    assert room.item("Bidrag till hamnen").memorandum is not None
    room.session.undo()
    assert everything(room) == before


def test_ordinary_files_are_attached_without_a_question(room: Room, tmp_path: Path) -> None:
    note = tmp_path / "Karta.txt"
    note.write_text("Här ligger hamnen.")
    item = room.item("Bidrag till hamnen").item.id
    room.space.call.list.filesDropped.emit(item, [str(note)])
    room.idle()
    assert room.space.reading.offer.isHidden()
    assert [d.document.title for d in room.item("Bidrag till hamnen").documents] == ["Karta"]


def test_only_to_attach_is_one_press_away(room: Room, tmp_path: Path) -> None:
    path = our_own(room, tmp_path)
    item = room.item("Bidrag till hamnen").item.id
    room.space.call.list.filesDropped.emit(item, [str(path)])
    room.idle()
    room.space.reading.offer.attach.click()
    room.idle()
    assert len(room.item("Bidrag till hamnen").documents) == 1
    assert room.item("Bidrag till hamnen").memorandum is None
    assert room.space.reading.page is None


def papers(*titles: str) -> list[IncomingPaper]:
    return [
        IncomingPaper(Path(f"/in/{title}.docx"), title, None, FoundMemorandum(title=title, officer="Bo Ek"))
        for title in titles
    ]


def test_keys_go_between_the_papers_and_leave_them(room: Room, tmp_path: Path) -> None:
    from dataclasses import replace

    from namndstod.domain.intake.kinds import PaperType

    brought = [replace(p, kind=PaperType.MEMORANDUM) for p in papers("Isvägar", "Boförråd", "Kajer")]
    room.space.reading.read(papers=brought)
    room.press(Qt.Key.Key_PageDown, CTRL, page(room))
    assert page(room).papers.current_id() == "/in/Boförråd.docx"
    room.press(Qt.Key.Key_Delete, widget=page(room).papers)
    assert [s.title for s in page(room).table.all()] == ["Isvägar", "Kajer"]
    assert page(room).papers.current_id() == "/in/Kajer.docx"  # the one that came in its place
    room.press(Qt.Key.Key_Escape, widget=page(room))
    assert not room.space.reading.shown
    room.space.reading.ask()  # they wait
    assert room.space.reading.shown
    assert len(page(room).table.all()) == 2


def test_more_files_leave_the_rows_that_are_read_as_they_stand(room: Room, tmp_path: Path) -> None:
    first = another_house(tmp_path)
    room.space.reading.read([first])
    room.idle()
    shown, cards = page(room).page, list(page(room).page.cards)
    cards[0].box.click()
    other = tmp_path / "ritning.txt"
    other.write_text("Hej, här är ritningen till bänken.")
    room.space.reading.read([other])
    room.idle()
    assert len(page(room).table.all()) == 2
    assert shown.cards == cards  # the same widgets
    key = page(room).papers.current_id() or ""
    assert {c.row.key for c in cards if c.box.isChecked()} == page(room).table.ticked(key)
    assert cards[0].row.key not in page(room).table.ticked(key)


def test_what_is_hidden_is_hidden_in_rows_that_stand(room: Room, tmp_path: Path) -> None:
    room.space.reading.read([another_house(tmp_path)])
    room.idle()
    veil.lower(lambda text: text.replace("parkbänk", "…"))
    try:
        page(room).refresh()
        said = [label.text() for card in page(room).page.cards for label in card.findChildren(DifferingText)]
        assert any("…" in text for text in said)
        assert not any("parkbänk" in text for text in said)
    finally:
        veil.lift()


def test_a_file_that_changed_since_it_was_read_is_read_again(room: Room, tmp_path: Path) -> None:
    path = another_house(tmp_path)
    room.space.reading.read([path])
    room.idle()
    before = everything(room)
    path.write_bytes(our_own(room, tmp_path).read_bytes())
    page(room).take_in_one()
    room.idle()
    assert everything(room) == before
    assert "läses om" in room.toasts[-1][0]
    assert page(room).table.all()[0].title == "Bidrag till hamnen"


def test_reading_can_be_stopped_and_what_is_read_stays(room: Room, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("Hej")
    room.space.reading.read([tmp_path])
    page(room).stop()
    room.idle()
    assert page(room).progress.isHidden()
    assert room.session.undoable() is None or len(page(room).table.all()) <= 3


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 trasig", b"PK\x03\x04 trasig"])
def test_what_cannot_be_read_says_so_and_can_be_attached(room: Room, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "PM.pdf"
    path.write_bytes(content)
    room.space.reading.read([path], item_id=room.item("Bidrag till hamnen").item.id)
    room.idle()
    (shown,) = page(room).table.all()
    assert shown.doubts
    assert shown.mode is Mode.ATTACH
    page(room).take_in_one()
    room.idle()
    assert len(room.item("Bidrag till hamnen").documents) == 1
