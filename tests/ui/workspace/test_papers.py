"""The step Handlingar, with files that the converter makes pages of."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.findings import Place, Step
from namndstod.domain.records import ConversionState, PaperKind
from namndstod.domain.view import DocumentView
from namndstod.services.commands.delegation import AddDelegated, ReportDelegated

from ..conftest import TypeText
from .conftest import BlankPapers, Room, blank_pdf

ALT = Qt.KeyboardModifier.AltModifier


def documents(room: Room, title: str) -> tuple[DocumentView, ...]:
    return room.item(title).documents


def moving_picture() -> bytes:
    """Return a GIF of two pictures."""
    first, second = (Image.new("RGB", (40, 30), colour) for colour in ("navy", "white"))
    data = BytesIO()
    first.save(data, "GIF", save_all=True, append_images=[second])
    return data.getvalue()


def attach(room: Room, tmp_path: Path, *names: str) -> None:
    """Drop files on «Bidrag till hamnen» and wait for their pages."""
    paths = []
    for number, name in enumerate(names, 1):
        path = tmp_path / name
        path.write_bytes(blank_pdf(number) if name.endswith(".pdf") else b"Text " + name.encode())
        paths.append(str(path))
    room.space.show_step(Step.PAPERS)
    room.space.papers.choose(room.item("Bidrag till hamnen").item.id)
    room.space.papers.documents.filesDropped.emit("", paths)
    room.qtbot.waitUntil(lambda: len(documents(room, "Bidrag till hamnen")) == len(names))
    room.qtbot.waitUntil(
        lambda: all(d.conversion for d in documents(room, "Bidrag till hamnen")), timeout=60_000
    )
    room.idle()


def test_dropped_files_are_attached_and_get_pages(room: Room, tmp_path: Path) -> None:
    attach(room, tmp_path, "1 Karta.pdf", "Yttrande.txt")
    first, second = documents(room, "Bidrag till hamnen")
    assert (first.document.title, second.document.title) == ("Karta", "Yttrande")
    assert first.conversion is not None
    assert (first.conversion.state, first.conversion.pages) == (ConversionState.DONE, 1)
    step = room.space.papers
    step.documents.set_current_id(first.document.id)
    room.qtbot.waitUntil(lambda: step.preview.single.canvas.page_count() == 1)
    assert step.pills()[0][0] == "2\u00a0handlingar"
    assert step.progress.isHidden()


def test_files_dropped_on_the_list_of_the_kallelse(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "Bilaga.txt"
    path.write_text("text")
    item = room.item("Remiss om färjor").item.id
    room.space.call.list.filesDropped.emit(item, [str(path)])
    room.qtbot.waitUntil(lambda: len(documents(room, "Remiss om färjor")) == 1)
    room.idle()


def test_in_a_low_window_the_fields_of_a_document_scroll(room: Room, tmp_path: Path) -> None:
    attach(room, tmp_path, "a.txt", "b.txt")
    form = room.space.papers.form
    room.space.resize(855, 440)
    room.space.grab()
    for field in (form.title, form.secrecy):
        assert field.height() >= field.sizeHint().height()
    assert form.rect().contains(form.remove.geometry())
    assert form.mapTo(room.space, form.rect().bottomLeft()).y() < room.space.height()
    form.resize(520, 81)  # what Kontroll leaves at 150 %
    room.idle()
    covered = QRect(form.open.mapTo(form, QPoint()), form.open.size())
    assert not covered.intersects(QRect(form.title.mapTo(form, QPoint()), form.title.size()))


def test_rename_reorder_move_and_remove(room: Room, tmp_path: Path, type_text: TypeText) -> None:
    attach(room, tmp_path, "a.txt", "b.txt")
    step = room.space.papers
    first = documents(room, "Bidrag till hamnen")[0].document.id
    step.documents.set_current_id(first)
    step.form.title.selectAll()
    type_text(step.form.title, "Avtal")
    type_text(step.form.secrecy, "OSL 21 kap. 1 §")
    room.space.flush()
    renamed = documents(room, "Bidrag till hamnen")[0].document
    assert (renamed.title, renamed.secrecy_ground) == ("Avtal", "OSL 21 kap. 1 §")
    room.press(Qt.Key.Key_Down, ALT, step.documents)
    assert [d.document.title for d in documents(room, "Bidrag till hamnen")] == ["B", "Avtal"]
    step.form.item.set_value(room.item("Remiss om färjor").item.id)
    step.form.item.activated.emit(0)
    assert [d.document.title for d in documents(room, "Remiss om färjor")] == ["Avtal"]
    step.documents.set_current_id(documents(room, "Bidrag till hamnen")[0].document.id)
    room.press(Qt.Key.Key_Delete, widget=step.documents)
    assert documents(room, "Bidrag till hamnen") == ()
    assert not step.empty.isHidden()
    undo = room.toasts[-1][2]
    assert undo is not None
    undo()
    assert [d.document.title for d in documents(room, "Bidrag till hamnen")] == ["B"]


def test_a_damaged_file_is_kept_and_said(room: Room, tmp_path: Path) -> None:
    (tmp_path / "trasig.pdf").write_bytes(b"%PDF-1.4 nothing more")
    room.space.show_step(Step.PAPERS)
    room.space.converting.attach(room.item("Bidrag till hamnen").item.id, [str(tmp_path / "trasig.pdf")])
    room.qtbot.waitUntil(lambda: len(documents(room, "Bidrag till hamnen")) == 1)
    room.qtbot.waitUntil(
        lambda: documents(room, "Bidrag till hamnen")[0].conversion is not None, timeout=60_000
    )
    room.idle()
    document = documents(room, "Bidrag till hamnen")[0]
    assert document.conversion is not None
    assert document.conversion.state is ConversionState.DAMAGED
    finding = next(
        f for f in room.space.papers.kontroll._findings.values() if f.code == "not_turned_into_pages"
    )
    room.space.go_to(finding.place)
    step = room.space.papers
    assert step.documents.current_id() == document.document.id
    assert step.form._message.text() == document.conversion.message
    assert step.form.again.isVisible()


def test_what_the_pages_leave_out_is_said(room: Room, tmp_path: Path) -> None:
    (tmp_path / "rörlig.gif").write_bytes(moving_picture())
    room.space.show_step(Step.PAPERS)
    room.space.converting.attach(room.item("Bidrag till hamnen").item.id, [str(tmp_path / "rörlig.gif")])
    room.qtbot.waitUntil(lambda: len(documents(room, "Bidrag till hamnen")) == 1)
    room.qtbot.waitUntil(
        lambda: documents(room, "Bidrag till hamnen")[0].conversion is not None, timeout=60_000
    )
    room.idle()
    step = room.space.papers
    finding = next(f for f in step.kontroll._findings.values() if f.code == "pages_leave_out")
    assert "Bilden är rörlig" in finding.message
    room.space.go_to(finding.place)
    assert step.form._message.isVisible()
    assert "Bilden är rörlig" in step.form._message.text()
    assert step.form.again.isHidden()


def test_a_folder_is_no_file(room: Room, tmp_path: Path) -> None:
    room.space.converting.attach(room.item("Bidrag till hamnen").item.id, [str(tmp_path)])
    assert room.toasts[-1][0].startswith("Mappar kan inte bifogas")


def test_a_vanished_file_is_told(room: Room, tmp_path: Path) -> None:
    from namndstod.domain.errors import FileVanished

    path = tmp_path / "bort.txt"
    with room.qtbot.waitSignal(room.space.actions_.errorRaised):
        room.space.converting.attach(room.item("Bidrag till hamnen").item.id, [str(path)])
    assert isinstance(room.errors.pop(), FileVanished)


def test_the_original_is_opened_as_a_copy(room: Room, tmp_path: Path) -> None:
    attach(room, tmp_path, "Brev: 1?.txt".replace(":", "").replace("?", ""))
    document = documents(room, "Bidrag till hamnen")[0]
    copy = room.space.papers._originals.copy_of(document)
    assert copy.name == document.document.original_name
    assert copy.read_bytes() == (tmp_path / copy.name).read_bytes()
    assert room.session.binder.path not in copy.parents


def test_the_whole_packet_is_shown(room: Room, tmp_path: Path) -> None:
    room.space.show_step(Step.PAPERS)
    step = room.space.papers
    step.whole.click()
    room.qtbot.waitUntil(lambda: step.preview.packet.canvas.page_count() == 3)


def test_a_missing_document_leads_to_its_item(room: Room) -> None:
    item = room.item("Remiss om färjor").item.id
    room.space.go_to(Place(Step.PAPERS, item_id=item))
    assert room.space.step is Step.PAPERS
    assert room.space.papers.chosen() == item


def test_the_delegationslista_stands_among_the_handlingar_of_its_item(room: Room, tmp_path: Path) -> None:
    body, step = room.view.body.id, room.space.papers
    decision = DelegatedDecision(id="", body_id=body, position=0, diary_number="27RG1", amount=25_000)
    made = room.session.do(AddDelegated(body, (decision,))).result
    room.session.do(ReportDelegated(room.meeting_id, (str(made),)))
    room.space.refresh()
    item = next(i for i in room.view.items if i.delegated)
    attach(room, tmp_path, "Karta.pdf")
    room.qtbot.waitUntil(lambda: step.preview.single.canvas.page_count() == 1)
    assert step.delegated.isHidden()  # another item has none
    step.choose(item.item.id)
    assert step.delegated.isVisible()
    assert step.delegated.looked_at
    assert step.empty.isHidden()  # the list is a handling
    assert step.form.isHidden()  # of the document of the item before
    assert step.add.isVisible()
    papers = room.papers
    assert isinstance(papers, BlankPapers)
    room.qtbot.waitUntil(lambda: PaperKind.DELEGATED in [kind for kind, _ in papers.drawn])
    room.idle()
    room.press(Qt.Key.Key_F7)
    assert not step.delegated.looked_at
    assert step.preview.single.canvas.page_count() == 0  # not the document of the item before
