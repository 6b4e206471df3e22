"""Electronic signing in the step Justering: a file that comes back, what is said of it, and the justering."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from namndstod.domain.findings import Place, Severity, Step, check
from namndstod.domain.records import MeetingState, PaperKind
from namndstod.exchange import signed_pdf
from namndstod.services.commands.approval import SetApprovers
from namndstod.services.commands.meetings import SentPaper
from namndstod.services.commands.signing import SendForSigning
from namndstod.services.commands.sitting import CloseMeeting, Decide, OpenMeeting
from namndstod.services.commands.waiving import Waive
from namndstod.services.signed_files import trust_issuers
from namndstod.ui.kit.tokens import Tone
from namndstod.ui.workspace.presenting import usual_outcome
from namndstod.ui.workspace.signed_card import SignedCard

from ...signed_files import Service, identity, plain_pdf
from .conftest import DAY, Room

FROZEN = plain_pdf()


@pytest.fixture
def card(room: Room) -> SignedCard:
    """The minutes are out: Karin Ek has led, Olle Sand (or Mia Frid) is justerare."""
    do = room.session.do
    do(OpenMeeting(room.meeting_id, tuple(m.person_id for m in room.view.members), at=time(10)))
    for section in room.view.sections:
        do(Decide(section.section.id, usual_outcome(section)))
    do(SetApprovers(room.meeting_id, ((room.person("Sand"), room.person("Frid")),)))
    do(CloseMeeting(room.meeting_id, time(11, 30)))
    for finding in check(room.view, DAY):
        if finding.severity is Severity.WARN:
            do(Waive(room.meeting_id, finding.code, finding.key, "Godtaget."))
    kept = room.session.binder.files.keep(FROZEN)
    do(SendForSigning(room.meeting_id, SentPaper(PaperKind.MINUTES, kept.sha256, 2)))
    room.space.show_step(Step.APPROVAL, by_person=True)
    return room.space.approval.signed


def drop(card: SignedCard, path: Path) -> None:
    """Let a file fall on the card."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    card.dropEvent(event)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_from_the_frozen_file_to_the_justering(room: Room, card: SignedCard, tmp_path: Path) -> None:
    assert card.isVisibleTo(room.space)
    card.save.click()
    dialog = card.window().findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "ut.pdf"))
    dialog.close()
    room.idle()
    frozen = (tmp_path / "ut.pdf").read_bytes()
    assert frozen == FROZEN  # byte for byte

    (tmp_path / "rot.pem").write_bytes(identity().pem)
    trust_issuers(room.session, tmp_path / "rot.pem")
    back = tmp_path / "Protokoll_signerat.pdf"
    service = Service(stamps=True)
    once = service.sign(frozen, identity("Karin Maria Ek", serial="197001012383"))
    back.write_bytes(service.sign(once, identity("Viktor Främling")))
    drop(card, back)
    assert not card.choose.isEnabled()
    room.idle()
    (row,) = card.rows
    assert row.pill.tone() is Tone.DONE
    first, stranger = row.signatures
    assert (first.name.text(), first.pill.text()) == (
        "Karin Maria Ek, ordförande",
        "oskadd, utfärdaren betrodd",
    )
    assert "den 20 maj 2027" in plain(first.words.text())
    assert "enligt tidsstämpel" in first.words.text()
    assert "19700101-••••" in first.words.text()
    assert stranger.pill.text() == "ska inte underteckna"
    assert "Olle Sand (C) eller Mia Frid (M)" in plain(row.missing.text())
    row.note.click()
    assert room.view.meeting.approval_date is None
    assert not row.note.isVisibleTo(card)

    back.write_bytes(service.sign(back.read_bytes(), identity("Frid, Mia")))
    card.take_in(str(back))
    room.idle()
    assert card.rows[0].note.text() == "Anteckna underskriften"
    card.rows[0].note.click()
    assert room.view.meeting.state is MeetingState.APPROVED
    assert not card.rows[0].remove.isVisibleTo(card)
    assert card.rows[0].open.isVisibleTo(card)
    card.rows[0].verify.click()
    room.idle()
    assert room.toasts[-1][0] == "Filen är som förut."


def test_what_is_refused_is_said_at_the_card_and_another_document_can_be_removed(
    room: Room, card: SignedCard, tmp_path: Path
) -> None:
    path = tmp_path / "fel.pdf"
    path.write_bytes(plain_pdf("med en bild av en namnteckning"))
    card.take_in(str(path))
    room.idle()
    assert card.error.text() == signed_pdf.UNSIGNED
    assert card.error.isVisibleTo(card)
    path.write_bytes(Service().sign(plain_pdf("Kallelse"), identity("Karin Ek")))
    card.take_in(str(path))
    room.idle()
    assert card.error.isHidden()
    (row,) = card.rows
    assert (row.pill.text(), row.pill.tone()) == ("inte samma handling", Tone.MEND)
    assert row.problem.text() == signed_pdf.REWRITTEN
    assert not row.note.isVisibleTo(card)
    room.space.approval.go_to(Place(Step.APPROVAL, field="signed_file"))
    assert card.save.hasFocus()
    row.remove.click()
    assert card.rows == []
