"""Handlingar that come after the packet went out: shown, saved and kept in the step Handlingar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from namndstod.domain.findings import Step
from namndstod.domain.records import MeetingState, PaperKind
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.supporting import AttachFiles

from .conftest import Room


def test_what_is_new_since_the_packet_is_told_shown_and_kept(real_room: Room) -> None:
    room = real_room
    step = room.space.papers
    room.space.show_step(Step.PAPERS)
    assert step.late.isHidden()
    room.space.actions_.workplace.sending.call(room.meeting_id)
    room.qtbot.waitUntil(lambda: step.view is not None and step.view.meeting.called_at is not None)
    assert room.view.meeting.state is MeetingState.CALLED
    assert step.late.isHidden()

    room.session.do(AddItem(room.meeting_id, "Snöröjning av bryggor"))
    room.qtbot.waitUntil(lambda: not step.late.isHidden())
    new = next(i.item.number for i in room.view.items if i.item.title == "Snöröjning av bryggor")
    assert f"ärende\u00a0{new}" in step.late.said.text()
    step.late.look.click()
    room.qtbot.waitUntil(lambda: step.preview.supplement.canvas.page_count() == 1, timeout=20_000)

    step.late._send()
    room.qtbot.waitUntil(lambda: step.late.isHidden(), timeout=20_000)
    kept = [p for p in room.view.papers if p.kind is PaperKind.SUPPLEMENT]
    assert [p.pages for p in kept] == [1]
    assert not step.late.look.isChecked()


def test_one_file_for_each_ärende_goes_into_a_folder(real_room: Room, tmp_path: Path) -> None:
    room = real_room
    item = room.item("Remiss om färjor").item.id
    source = room.space.actions_.workplace.conversions.take_in([("Remiss.txt", b"Remissen.")])
    room.session.do(AttachFiles(item, source))
    room.space.show_step(Step.PAPERS)
    room.space.papers.each.click()
    (dialog,) = room.space.papers.findChildren(QFileDialog)
    dialog.reject()
    room.space.papers._export._write_each(tmp_path, room.view)
    room.idle()
    with_papers = [i for i in room.view.items if i.has_papers]
    assert len(with_papers) > 0
    assert [p.name[:2] for p in sorted(tmp_path.glob("*.pdf"))] == [
        f"{i.item.number:02}" for i in with_papers
    ]
