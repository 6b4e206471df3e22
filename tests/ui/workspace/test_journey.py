"""The whole journey of a meeting in the window, with papers drawn for real."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from namndstod.domain.findings import Severity, check
from namndstod.domain.records import MeetingState, PaperKind, TextRole
from namndstod.services.commands.agenda import SetDiaryNumber
from namndstod.ui.kit.dialogs import Sheet
from namndstod.ui.workspace.closing import CloseSheet
from namndstod.ui.workspace.new_item import NewItemSheet

from ..conftest import TypeText
from .conftest import Room, blank_pdf

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_from_list_to_justerat_protokoll(real_room: Room, tmp_path: Path, type_text: TypeText) -> None:
    room, space = real_room, real_room.space
    # Kallelse: a new item with a proposal, typed
    room.press(Qt.Key.Key_F2, widget=space.call.list)
    sheet = space.call.findChild(NewItemSheet)
    assert sheet is not None
    type_text(sheet.title, "Stöd till fyren")
    sheet.accept()
    editor = space.call.item_form.texts[TextRole.PROPOSAL].editor
    editor.setFocus()
    type_text(editor, "Skärnämnden beslutar\nbevilja stödet.")
    room.qtbot.waitUntil(lambda: space.call.preview.canvas.page_count() > 1, timeout=60_000)
    # Handlingar
    room.press(Qt.Key.Key_2, CONTROL)
    path = tmp_path / "Ansökan.pdf"
    path.write_bytes(blank_pdf(2))
    for title in ("Stöd till fyren", "Bidrag till hamnen", "Remiss om färjor"):
        space.papers.items.filesDropped.emit(room.item(title).item.id, [str(path)])
    room.qtbot.waitUntil(lambda: sum(len(i.documents) for i in room.view.items) == 3)
    room.qtbot.waitUntil(
        lambda: all(d.conversion for i in room.view.items for d in i.documents), timeout=60_000
    )
    # The kallelse goes out: it and the packet are kept
    room.press(Qt.Key.Key_1, CONTROL)
    space.call.send.click()
    question = space.call.findChild(Sheet)
    assert question is not None
    question.accept()
    room.qtbot.waitUntil(lambda: room.view.meeting.state is MeetingState.CALLED, timeout=60_000)
    assert {p.kind for p in room.view.papers} == {PaperKind.CALL, PaperKind.PACKET}
    # Justerare, then the meeting by keyboard alone
    room.press(Qt.Key.Key_5, CONTROL)
    space.approval.approvers.take_proposal()
    room.press(Qt.Key.Key_3, CONTROL)
    room.press(Qt.Key.Key_Return)
    for _ in room.view.sections:
        room.press(Qt.Key.Key_F5)
    space.sitting.ask_to_close()
    close = space.sitting.findChild(CloseSheet)
    assert close is not None
    close.accept()
    assert room.view.meeting.state is MeetingState.CLOSED
    findings = check(room.view, room.session.today)
    assert [f.code for f in findings if f.severity is Severity.BLOCK] == []
    # Protokoll and justering
    room.press(Qt.Key.Key_4, CONTROL)
    room.qtbot.waitUntil(lambda: space.minutes.preview.canvas.page_count() > 1, timeout=60_000)
    room.press(Qt.Key.Key_5, CONTROL)
    assert QApplication.focusWidget() is space.approval.approve
    space.approval.approve.click()
    sure = space.approval.findChild(Sheet)
    assert sure is not None
    sure.accept()
    room.qtbot.waitUntil(lambda: room.view.meeting.state is MeetingState.APPROVED, timeout=60_000)
    room.idle()
    kept = room.papers.kept(PaperKind.MINUTES, room.view)
    assert kept is not None
    assert kept.startswith(b"%PDF")
    assert all(tab.isEnabled() for tab in space.steps._tabs.values())


def test_what_is_taken_back_is_shown_and_what_is_done_leaves_the_choice(room: Room) -> None:
    harbour, ferries = (room.item(title).item.id for title in ("Bidrag till hamnen", "Remiss om färjor"))
    room.space.call.choose(ferries)
    room.session.do(SetDiaryNumber(harbour, "27SK9"))
    room.idle()
    assert room.space.call.chosen() == ferries
    room.session.undo()
    room.qtbot.waitUntil(lambda: room.space.call.chosen() == harbour)
    room.space.call.choose(ferries)
    room.session.redo()
    room.idle()
    assert room.space.call.chosen() == ferries
