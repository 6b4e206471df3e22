"""What is secret in the window: said in a form, neutral in lists, off the screen with a key."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView

from namndstod.domain.findings import Step, check
from namndstod.domain.proceedings import MotionKind
from namndstod.domain.records import BlockKind, ItemKind, MarkKind, PaperKind, SupportingDocument, TextRole
from namndstod.domain.texts import Draft
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.motions import AddMotion
from namndstod.services.commands.secrecy import MarkWords
from namndstod.services.commands.sitting import OpenMeeting
from namndstod.services.commands.supporting import AttachFiles, IncomingFile
from namndstod.services.commands.texts import WriteText
from namndstod.services.reading import matters
from namndstod.services.searching import everything
from namndstod.ui.kit.item_model import ItemRole

from .conftest import BlankPapers, Room

TITLE = "Uppsägning av Rut Alm"


@pytest.fixture
def secret(room: Room) -> str:
    """A matter with a name in its heading, chosen in Kallelse and said to be secret there."""
    item_id = room.session.do(AddItem(room.meeting_id, TITLE, ItemKind.DECISION, "27RT9")).result or ""
    room.space.show_step(Step.CALL)
    room.space.call.choose(item_id)
    form = room.space.call.item_form.secrecy
    assert form.note.isHidden()
    form.secret.setCurrentIndex(1)
    form.secret.activated.emit(1)
    return item_id


def test_a_secret_matter_has_a_neutral_heading_wherever_it_is_listed(room: Room, secret: str) -> None:
    form = room.space.call.item_form.secrecy
    assert room.item(TITLE).item.secret
    assert "inte krypterad" in form.note.text()
    assert form.note.isVisible()
    form.heading.setText("Personalärende")
    room.space.flush()
    model = room.space.call.list.item_model()
    rows = [model.index(n).data(ItemRole.ROW).title for n in range(model.rowCount())]
    assert "Personalärende" in rows
    assert TITLE not in rows
    with room.session.reading() as reader:
        found = everything(reader, room.session.today)
    assert not [hit for hit in found if "Rut Alm" in hit.text]
    assert any("Personalärende" in hit.text for hit in found)
    assert ("Personalärende", True) in [(m.title, m.secret) for m in room.session.ask(matters)]
    named = [f.message for f in check(room.view, room.session.today) if "Personalärende" in f.message]
    assert named, "what is found speaks of it by its neutral heading"
    assert "Rut Alm" not in "".join(named)


def test_one_key_takes_what_is_secret_off_the_screen_and_brings_it_back(room: Room, secret: str) -> None:
    stage = room.space.stage
    assert stage.button.isVisible()
    QTest.keyClick(room.space, Qt.Key.Key_F11)
    assert not room.space.pages.isVisible()
    assert stage.cover.isVisible()
    room.space.show_step(Step.MINUTES)
    room.space.minutes.choose(f"planned:{secret}")
    assert not room.space.pages.isVisible()
    QTest.mouseClick(stage.go_on, Qt.MouseButton.LeftButton)
    assert room.space.minutes.chosen() != f"planned:{secret}"
    assert room.space.pages.isVisible()
    room.space.minutes.choose(f"planned:{secret}")
    QTest.keyClick(room.space, Qt.Key.Key_F11)
    assert room.space.pages.isVisible()


def test_the_same_key_covers_texts_with_marked_words_and_the_paper_is_drawn_without_them(room: Room) -> None:
    room.session.do(OpenMeeting(room.meeting_id, tuple(m.person_id for m in room.view.members), at=time(10)))
    section = room.view.sections[-1].section.id
    said = (Draft(BlockKind.PARAGRAPH, "Rut Almgren bor på Brogatan."),)
    room.session.do(WriteText(TextRole.REMARKS, said, section_id=section))
    room.space.show_step(Step.MINUTES)
    room.space.minutes.choose(section)
    field = room.space.minutes.page.parts[TextRole.REMARKS].text
    assert not room.space.stage.button.isVisible()
    room.session.do(MarkWords(TextRole.REMARKS, "Rut Almgren", MarkKind.PERSONAL, section_id=section))
    room.space.refresh()
    assert room.space.stage.button.isVisible()
    assert field.editor.isVisible()
    QTest.keyClick(room.space, Qt.Key.Key_F11)
    assert room.space.pages.isVisible()
    assert not field.editor.isVisible()
    assert field.covered.isVisible()
    assert not field.marks.isVisible()
    papers = room.papers
    assert isinstance(papers, BlankPapers)

    def drawn() -> str:
        views = [view for kind, view, *_ in papers.drawn if kind is PaperKind.MINUTES]
        return "".join(d.text for d in views[-1].sections[-1].parts[TextRole.REMARKS].drafts) if views else ""

    room.qtbot.waitUntil(lambda: drawn() == "[maskerat] bor på Brogatan.")
    QTest.keyClick(room.space, Qt.Key.Key_F11)
    assert field.editor.isVisible()
    assert field.editor.blocks()[0].text == said[0].text
    room.qtbot.waitUntil(lambda: drawn() == said[0].text)


def test_the_same_key_takes_marked_words_out_of_headings_lists_rows_and_kontroll(room: Room) -> None:
    room.session.do(OpenMeeting(room.meeting_id, tuple(m.person_id for m in room.view.members), at=time(10)))
    section = room.view.sections[-1].section.id
    said = (Draft(BlockKind.PARAGRAPH, "Rut Almgren bor på Brogatan."),)
    room.session.do(WriteText(TextRole.REMARKS, said, section_id=section))
    room.session.do(MarkWords(TextRole.REMARKS, "Rut Almgren", MarkKind.PERSONAL, section_id=section))
    renamed = replace(room.view.sections[-1].section, heading="Skrivelse från Rut Almgren")
    room.session.do(Edit(renamed, "heading"))
    mover = room.view.members[0].person_id
    room.session.do(AddMotion(section, MotionKind.OWN, (mover,), clauses=("att Rut Almgren bjuds in",)))
    room.space.show_step(Step.MINUTES)
    room.space.minutes.choose(section)
    for step in (Step.MEETING, Step.MINUTES):
        room.space.show_step(step)
        assert "Almgren" in readable(room)
        QTest.keyClick(room.space, Qt.Key.Key_F11)
        assert "Almgren" not in readable(room)
        assert "Skrivelse från [maskerat]" in readable(room)
        QTest.keyClick(room.space, Qt.Key.Key_F11)
        assert "Almgren" in readable(room)


def readable(room: Room) -> str:
    """What labels and lists of the step in sight say."""
    QApplication.sendPostedEvents()
    labels = [w.text() for w in room.space.findChildren(QLabel) if w.isVisible()]
    models = [w.model() for w in room.space.findChildren(QListView) if w.isVisible()]
    rows = [
        str(m.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for m in models
        for n in range(m.rowCount())
    ]
    return "\n".join([*labels, *rows])


def test_pages_of_a_document_are_left_out_as_they_are_written(room: Room) -> None:
    item_id = room.view.items[-1].item.id
    kept = room.session.binder.files.keep(b"Underlag.")
    room.session.do(
        AttachFiles(item_id, (IncomingFile(kept.sha256, kept.size, "text/plain", "Underlag.txt"),))
    )
    room.space.show_step(Step.PAPERS)
    room.space.papers.choose(item_id)
    form = room.space.papers.form
    form.pages.setText("2–4, 7")
    form.flush()
    with room.session.reading() as reader:
        (document,) = reader.find(SupportingDocument, item_id=item_id)
    assert document.withheld_pages == (2, 3, 4, 7)
    form.pages.setText("från två")
    form.flush()
    with room.session.reading() as reader:
        assert reader.find(SupportingDocument, item_id=item_id) == [document]
