"""The step Expediering: recipients, one action for all of them, the ledger by hand, and undo."""

import email
from datetime import date, time
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from namndstod.domain.expediting import lines
from namndstod.domain.findings import Place, Step
from namndstod.domain.records import Dispatch, MarkKind, PaperKind, TextRole
from namndstod.domain.view import SectionView
from namndstod.services.commands.agenda import SetRecipients
from namndstod.services.commands.approval import Approve, SetApprovers
from namndstod.services.commands.expediting import ChangeRecipient
from namndstod.services.commands.immediate import DeclareImmediate
from namndstod.services.commands.meetings import SentPaper
from namndstod.services.commands.notices import PostNotice
from namndstod.services.commands.secrecy import MarkWords
from namndstod.services.commands.sitting import CloseMeeting, Decide, OpenMeeting
from namndstod.ui.kit.item_model import ItemRole
from namndstod.ui.workspace.expediting_step import ExpeditingStep
from namndstod.ui.workspace.presenting import header_steps, usual_outcome

from ..conftest import TypeText
from .conftest import Room, blank_pdf

HARBOUR, FERRY = "Bidrag till hamnen", "Remiss om färjor"
APPROVED = date(2027, 5, 20)
CTRL = Qt.KeyboardModifier.ControlModifier


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture
def opened(room: Room) -> Room:
    room.session.do(SetRecipients(room.item(HARBOUR).item.id, ("Hamnbolaget", "Öbergs åkeri")))
    room.session.do(SetRecipients(room.item(FERRY).item.id, ("Hamnbolaget",)))
    room.session.do(OpenMeeting(room.meeting_id, tuple(m.person_id for m in room.view.members), at=time(10)))
    return room


@pytest.fixture
def step(opened: Room) -> ExpeditingStep:
    """Everything is justerat and anslaget; the first § that waits is shown."""
    room = opened
    for section in room.view.sections:
        room.session.do(Decide(section.section.id, usual_outcome(section)))
    room.session.do(SetApprovers(room.meeting_id, ((room.person("Sand"), room.person("Frid")),)))
    room.session.do(CloseMeeting(room.meeting_id, time(11, 30)))
    minutes = SentPaper(PaperKind.MINUTES, room.session.binder.files.keep(blank_pdf()).sha256, 3)
    room.session.do(Approve(room.meeting_id, APPROVED, minutes))
    room.session.do(PostNotice(room.meeting_id, APPROVED))
    room.idle()
    room.press(Qt.Key.Key_6, CTRL)
    assert room.space.step is Step.EXPEDITING
    return room.space.expediting


def test_who_gets_what_is_marked_as_secret_is_chosen_at_the_recipient(
    opened: Room, step: ExpeditingStep
) -> None:
    room = opened
    harbour = room.section(HARBOUR)
    words = harbour.parts[TextRole.DECISION].drafts[0].text[-12:]
    section_id = harbour.section.id
    room.session.do(MarkWords(TextRole.DECISION, words, MarkKind.SECRET, section_id=section_id))
    line = lines(room.view, room.section(HARBOUR))[0]
    assert line.recipient is not None
    room.session.do(ChangeRecipient(line.recipient.id, "e-post", "hamn@o.example", party=False))
    step.choose(section_id)
    row = step.recipients.rows[0]
    assert row.secrets.isVisible()
    assert row.name.isChecked()
    row.secrets.setCurrentIndex(1)
    row.secrets.activated.emit(1)
    assert row.pill.text() == "inte e-post: sekretess"
    assert not row.name.isChecked()
    row.secrets.setCurrentIndex(0)
    row.secrets.activated.emit(0)
    assert row.name.isChecked()


def notes(step: ExpeditingStep) -> list[tuple[str, list[str]]]:
    model = step.list.item_model()
    rows = [model.index(n).data(ItemRole.ROW) for n in range(model.rowCount())]
    return [(row.note, [p.text for p in row.pills]) for row in rows if row.pills]


def ledger(room: Room) -> list[Dispatch]:
    with room.session.reading() as reader:
        return reader.find(Dispatch)


def number(room: Room) -> tuple[bool, int]:
    found = next(s for s in header_steps(room.view, ()) if s.key == Step.EXPEDITING.value)
    return found.done, found.findings


def harbour(room: Room) -> SectionView:
    return room.section(HARBOUR)


def test_an_address_typed_once_reaches_both_paragraphs_and_all_go_out_in_one_action(
    room: Room, step: ExpeditingStep, type_text: TypeText, tmp_path: Path
) -> None:
    assert step.chosen() == harbour(room).section.id
    assert [p for _, p in notes(step)] == [["2 väntar"], ["1 väntar"]]
    assert {n for n, _ in notes(step)} == {"anslagen 20 maj"}
    assert "Laga kraft den 11 juni 2027" in plain(step._legal.text())
    assert number(room) == (False, 3)
    first, second = step.recipients.rows
    assert not first.name.isEnabled()
    assert first.pill.text() == "välj sätt"
    assert not step.all.isEnabled()
    type_text(first.reach.address, "hamn@bolaget.example")
    room.press(Qt.Key.Key_Return, widget=first.reach.address)
    assert first.reach.manner.value() == "e-post"
    assert first.name.isChecked()
    first.reach.party.click()
    second.reach.manner.set_value("internpost")
    second.reach.manner.activated.emit(2)
    addresses = [r.address for s in room.view.sections if s.item for r in s.item.recipients]
    assert addresses == ["hamn@bolaget.example", "", "hamn@bolaget.example"]
    assert [r.party for r in room.item(FERRY).recipients] == [False]
    assert step.all.text() == "Expediera alla (3) …"
    assert plain(step.sending.said.text()) == "2 paragrafer till 2 mottagare: 2 med e-post, 1 att skriva ut."

    room.press(Qt.Key.Key_Return, CTRL, step.list)
    (dialog,) = step.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert not step.all.isEnabled()
    room.qtbot.waitUntil(lambda: len(ledger(room)) == 3, timeout=60_000)
    room.idle()
    drafts = sorted(tmp_path.glob("*.eml"))
    assert len(drafts) == 2  # a party and not: two recipients
    texts = [email.message_from_bytes(p.read_bytes(), policy=default) for p in drafts]
    assert {m["To"].addresses[0].addr_spec for m in texts} == {"hamn@bolaget.example"}
    assert [p.name for p in tmp_path.glob("*.pdf")] == ["2027-05-14 § 3 till Öbergs åkeri.pdf"]
    assert {(d.sent, d.by) for d in ledger(room)} == {(room.session.today, "Ada")}
    assert [p for _, p in notes(step)] == [["expedierad"], ["expedierad"]]
    assert step.pills()[0][0] == "expedierat"
    assert number(room) == (True, 0)
    assert f"mappen {tmp_path.name}" in step.sending.done.text()
    text, words, undo = room.toasts[-1]
    assert "Ångra tar inte bort filerna." in text
    assert words == "Ångra"
    assert undo is not None
    undo()
    assert ledger(room) == []
    assert "Filerna ligger kvar" in room.toasts[-1][0]
    assert [p for _, p in notes(step)] == [["2 väntar"], ["1 väntar"]]


def test_one_is_left_out_another_is_added_and_a_line_is_noted_by_hand(
    room: Room, step: ExpeditingStep, type_text: TypeText
) -> None:
    for row in step.recipients.rows:
        row.reach.manner.set_value("post")
        row.reach.manner.activated.emit(1)
    assert len(step.recipients.ticked(room.view)) == 3
    step.recipients.rows[0].name.click()
    assert step.all.text() == "Expediera 2 …"
    step.recipients.rows[0].name.click()
    assert step.all.text() == "Expediera alla (3) …"
    step.list.setFocus()
    room.press(Qt.Key.Key_F2)
    assert step.recipients.form.name.hasFocus()
    type_text(step.recipients.form.name, "Revisorerna på Ön")
    room.press(Qt.Key.Key_Return)
    type_text(step.recipients.form.reach.address, "rev@on.example")
    room.press(Qt.Key.Key_Return)
    assert [d.recipient for d in ledger(room)] == ["Revisorerna på Ön"]
    new = step.recipients.rows[2]
    assert new.line is not None
    assert new.line.manner == "e-post"
    new.note.click()
    (line,) = ledger(room)
    assert (line.sent, line.by) == (room.session.today, "Ada")
    assert new.pill.text().startswith("sänd ")
    new.day.set_date(date(2027, 6, 1))
    new.day.dateChanged.emit(date(2027, 6, 1))
    new.sign.selectAll()
    type_text(new.sign, "IÖ")
    step.flush()
    (line,) = ledger(room)
    assert (line.sent, line.by) == (date(2027, 6, 1), "IÖ")
    assert notes(step)[0][1] == ["1 av 3"]
    new.remove.click()
    assert ledger(room) == []


def test_the_paper_follows_the_paragraph_and_the_choice_of_paper(room: Room, step: ExpeditingStep) -> None:
    room.idle()
    assert step._of() == (harbour(room).section.id,)
    chooser = step.preview.chooser
    assert chooser is not None
    for index, kind in enumerate((PaperKind.EXTRACT, PaperKind.NOTICE, PaperKind.DISPATCHES)):
        chooser.setCurrentIndex(index)
        chooser.activated.emit(index)
        room.idle()
        assert step.preview.kind is kind
    assert step._of() == ()
    room.press(Qt.Key.Key_Down, CTRL, step.list)
    assert step.chosen() == room.section(FERRY).section.id
    room.space.show_step(Step.MINUTES)
    assert room.space.minutes.chosen() == room.section(FERRY).section.id


def test_kontroll_leads_to_the_line_and_everything_has_a_name(room: Room, step: ExpeditingStep) -> None:
    row = step.recipients.rows[0]
    row.reach.manner.set_value("e-post")
    row.reach.manner.activated.emit(0)
    assert row.pill.text() == "adress saknas"
    line = row.line
    assert line is not None
    room.space.go_to(Place(Step.EXPEDITING, section_id=line.section_id, field=line.key))
    assert row.reach.address.hasFocus()
    for widget in (row.name, row.reach.manner, row.reach.address, row.reach.party, row.note):
        assert "Hamnbolaget" in widget.accessibleName()


def test_after_omedelbar_justering_one_key_leads_to_the_utdrag(opened: Room) -> None:
    room = opened
    section = harbour(room).section.id
    for before in room.view.sections[: harbour(room).section.position]:
        room.session.do(Decide(before.section.id, usual_outcome(before)))
    room.session.do(DeclareImmediate(section))
    room.space.show_step(Step.MEETING, by_person=True)
    room.space.sitting.choose(section)
    card = room.space.sitting.live.page.immediate
    assert card.extract.isHidden()
    card.approve.click()
    room.qtbot.waitUntil(lambda: card.extract.isVisible(), timeout=60_000)
    room.idle()
    assert room.toasts[-1][1] == "Utdrag nu"
    room.press(Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier, room.space.sitting.live.list)
    step = room.space.expediting
    assert room.space.step is Step.EXPEDITING
    assert step.chosen() == section
    for row in step.recipients.rows:
        row.reach.manner.set_value("post")
        row.reach.manner.activated.emit(1)
    assert {line.section_id for line in step.recipients.ticked(room.view)} == {section}


def test_the_anslagsbevis_is_reached_from_justering(room: Room, step: ExpeditingStep) -> None:
    room.space.show_step(Step.APPROVAL)
    approval = room.space.approval
    approval.notices.rows[0].certificate.click()
    assert approval.preview.kind is PaperKind.NOTICE
    room.idle()


def test_addresses_are_typed_at_the_arende_and_stay_free_after_justering(
    room: Room, type_text: TypeText
) -> None:
    item = room.item(HARBOUR).item.id
    room.space.call.choose(item)
    form = room.space.call.item_form
    form.recipients.setFocus()
    form.recipients.set_lines(("Hamnbolaget",))
    form.flush()
    (row,) = form.reach.rows
    type_text(row.reach.address, "hamn@bolaget.example")
    form.flush()
    (recipient,) = room.item(HARBOUR).recipients
    assert (recipient.manner, recipient.address) == ("e-post", "hamn@bolaget.example")
