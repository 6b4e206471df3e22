"""Reservations, remarks, who takes no part and uppdrag in the step Sammanträde, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from namndstod.domain.findings import Place, Step
from namndstod.domain.proceedings import Choice, MotionKind, RemarkKind
from namndstod.domain.records import BlockKind, SectionState, TextRole
from namndstod.domain.texts import Draft
from namndstod.domain.view import SectionView
from namndstod.services.commands.motions import AddMotion
from namndstod.services.commands.sitting import Decide, OpenMeeting
from namndstod.services.commands.texts import WriteText
from namndstod.services.commands.voting import CastBallot, OpenVote, PutProposition, RequestVote
from namndstod.ui.workspace.remark_words import Act, Said
from namndstod.ui.workspace.remarks_card import RemarksCard

from ..conftest import TypeText
from .conftest import Room

HARBOUR = "Bidrag till hamnen"
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def card(room: Room) -> RemarksCard:
    """The meeting is open and the § about the harbour is chosen, the focus in the list."""
    room.session.do(OpenMeeting(room.meeting_id, tuple(m.person_id for m in room.view.members)))
    room.space.show_step(Step.MEETING, by_person=True)
    live = room.space.sitting.live
    live.choose(room.section(HARBOUR).section.id)
    room.qtbot.waitUntil(lambda: QApplication.activeWindow() is room.space)
    live.focus_list()
    return live.page.remarks


def harbour(room: Room) -> SectionView:
    return room.section(HARBOUR)


def told(room: Room, role: TextRole) -> list[str]:
    """What the minutes say in a part of the §, with ordinary spaces."""
    return [d.text.replace("\u00a0", " ") for d in harbour(room).parts[role].drafts]


def voted(room: Room, *against: str) -> None:
    """An omröstning in the §: those named vote nej, all others ja."""
    section, do = harbour(room), room.session.do
    do(AddMotion(section.section.id, MotionKind.REJECTION, (room.person(against[0]),)))
    put = do(PutProposition(section.section.id, carried="proposal")).result
    assert put is not None
    do(RequestVote(put))
    vote = do(OpenVote(put, "proposal", "rejection")).result
    assert vote is not None
    for serving in section.presence.serving:
        no = serving.person_id in {room.person(name) for name in against}
        do(CastBallot(vote, serving.person_id, Choice.NO if no else Choice.YES))


def test_one_key_lets_all_who_voted_against_reserve_also_after_the_klubba(
    room: Room, card: RemarksCard
) -> None:
    assert card.all.isHidden()
    voted(room, "Frid", "Öberg")
    room.session.do(Decide(harbour(room).section.id))
    room.space.sitting.live.focus_list()
    assert card.all.text() == "Alla som röstat emot"
    room.press(Qt.Key.Key_V)
    assert harbour(room).section.state is SectionState.DECIDED
    said = "Mia Frid (M) och Åsa Öberg (KD) reserverar sig mot beslutet till förmån för avslag."
    assert told(room, TextRole.RESERVATIONS) == [said]
    assert [row.text.text().replace("\u00a0", " ") for row in card.rows()] == [said]
    assert card.all.isHidden()
    assert room.toasts[-1][1] == "Ångra"
    room.session.undo()
    assert card.rows() == ()


def test_without_a_vote_the_key_is_for_those_whose_yrkande_fell(room: Room, card: RemarksCard) -> None:
    section = harbour(room).section.id
    room.session.do(AddMotion(section, MotionKind.REJECTION, (room.person("Frid"),)))
    room.session.do(PutProposition(section, carried="proposal"))
    assert card.all.text() == "Alla vars yrkande föll"
    room.press(Qt.Key.Key_V)
    assert told(room, TextRole.RESERVATIONS) == [
        "Mia Frid (M) reserverar sig mot beslutet till förmån för eget yrkande."
    ]


def test_a_reservation_is_written_by_keyboard_and_changed(
    room: Room, card: RemarksCard, type_text: TypeText
) -> None:
    room.press(Qt.Key.Key_V)  # nobody has lost: the form
    assert QApplication.focusWidget() is card.editor.who
    type_text(card.editor.who, "öb")
    room.press(Qt.Key.Key_Return, CONTROL)
    (reservation,) = harbour(room).deliberation.reservations
    assert reservation.persons == (room.person("Öberg"),)
    assert harbour(room).section.state is SectionState.OPEN  # Ctrl+Enter was the form's
    assert QApplication.focusWidget() is room.space.sitting.live.list
    card.rows()[0].change.click()
    card.editor.words.setText("i enlighet med vad partiet anfört")
    card.editor.written.setChecked(True)
    card.editor.accept()
    assert told(room, TextRole.RESERVATIONS) == [
        "Åsa Öberg (KD) reserverar sig skriftligt mot beslutet i enlighet med vad partiet anfört."
    ]
    row = card.rows()[0]
    assert row.pill.text() == "motivering väntas"
    assert [b.text() for b in row.acts] == [Act.REASONS.value]
    row.acts[0].click()
    assert harbour(room).deliberation.reservations[0].appendix == 1
    assert card.rows()[0].pill.text() == ""
    card.rows()[0].remove.click()
    assert harbour(room).deliberation.reservations == ()


def test_a_name_nobody_has_is_asked_about(room: Room, card: RemarksCard, type_text: TypeText) -> None:
    room.press(Qt.Key.Key_V, SHIFT)
    type_text(card.editor.who, "xyz")
    card.editor.store.click()
    assert "”xyz”" in card.editor._problem.text()
    assert harbour(room).deliberation.reservations == ()
    room.press(Qt.Key.Key_Escape)
    assert card.editor.isHidden()
    assert QApplication.focusWidget() is room.space.sitting.live.list


def test_a_note_by_the_representatives_of_parties(room: Room, card: RemarksCard, type_text: TypeText) -> None:
    room.press(Qt.Key.Key_P)
    type_text(card.editor.who, "representanterna från m,")
    type_text(card.editor.who, "representanterna från kd")
    room.press(Qt.Key.Key_Return)  # takes what is offered
    card.editor.permitted.set_value(None)
    type_text(card.editor.words, "att isen är svag")
    card.editor.accept()
    (remark,) = harbour(room).deliberation.remarks
    assert (remark.kind, remark.parties, remark.persons) == (RemarkKind.NOTE, ("M", "KD"), ())
    assert card.rows()[0].pill.text() == "medges den?"
    card.rows()[0].acts[1].click()
    assert told(room, TextRole.REMARKS) == []
    assert card.rows()[0].pill.text() == "inte medgiven"
    card.rows()[0].acts[0].click()
    assert told(room, TextRole.REMARKS) == [
        "Representanterna från M och KD får till protokollet antecknat att isen är svag."
    ]


def test_a_statement_gets_its_appendix(room: Room, card: RemarksCard, type_text: TypeText) -> None:
    room.press(Qt.Key.Key_S)
    type_text(card.editor.who, "sand")
    assert not card.editor.words.isVisible()
    card.editor.accept()
    card.rows()[0].acts[0].click()
    assert told(room, TextRole.REMARKS) == ["Olle Sand (C) lämnar ett särskilt yttrande, bilaga 1."]


def test_who_takes_no_part_is_one_row(room: Room, card: RemarksCard, type_text: TypeText) -> None:
    room.press(Qt.Key.Key_T)
    type_text(card.editor.who, "sand,nym")
    room.press(Qt.Key.Key_Return, CONTROL)
    both = {room.person("Sand"), room.person("Nyman")}
    assert harbour(room).deliberation.not_taking_part == both
    assert len(card.rows()) == 1
    card.rows()[0].change.click()
    card.editor.who.set_chosen((room.person("Sand"), room.person("Frid")))
    card.editor.accept()
    assert harbour(room).deliberation.not_taking_part == {room.person("Sand"), room.person("Frid")}
    card.rows()[0].remove.click()
    assert harbour(room).deliberation.not_taking_part == frozenset()


def test_an_uppdrag_is_given_and_done(room: Room, card: RemarksCard, type_text: TypeText) -> None:
    room.press(Qt.Key.Key_G)
    editor = card.editor
    assert QApplication.focusWidget() is editor.to
    type_text(editor.to, "förvaltningen\n")
    assert QApplication.focusWidget() is editor.words
    editor.accept()
    assert "Vad ska göras?" in editor._problem.text()
    type_text(editor.words, "utreda kajen")
    editor.day.set_date(date(2027, 9, 1))
    editor.accept()
    (task,) = harbour(room).deliberation.assignments
    assert (task.to, task.what, task.due) == ("förvaltningen", "utreda kajen", date(2027, 9, 1))
    assert card.rows()[0].pill.text() == "åter 1\u00a0september"
    card.rows()[0].acts[0].click()
    assert harbour(room).deliberation.assignments[0].done == room.session.today
    assert card.rows()[0].acts[0].text() == Act.NOT_DONE.value


def test_what_does_not_count_is_shown_and_kept(room: Room, card: RemarksCard, type_text: TypeText) -> None:
    room.press(Qt.Key.Key_V, SHIFT)
    type_text(card.editor.who, "lind")  # an ersättare who does not serve
    card.editor.accept()
    assert card.rows()[0].pill.text() == "räknas inte"
    assert told(room, TextRole.RESERVATIONS) == []
    room.space.go_to(Place(Step.MEETING, section_id=harbour(room).section.id, role=TextRole.RESERVATIONS))
    assert QApplication.focusWidget() is card.rows()[0].change


def test_a_half_written_form_is_kept_when_the_section_is_left_only_if_it_is_whole(
    room: Room, card: RemarksCard, type_text: TypeText
) -> None:
    room.press(Qt.Key.Key_V, SHIFT)
    type_text(card.editor.who, "Åsa Öberg (KD)")
    room.space.sitting.live.go(1)
    assert len(harbour(room).deliberation.reservations) == 1
    room.space.sitting.live.go(-1)
    card.begin(Said.RESERVATION)
    room.space.sitting.live.go(1)
    assert len(harbour(room).deliberation.reservations) == 1
    assert card.editor.isHidden()


def test_words_of_a_persons_own_are_still_shown(room: Room, card: RemarksCard) -> None:
    texts = room.space.sitting.live.page.texts
    assert texts[TextRole.RESERVATIONS].isHidden()
    draft = (Draft(BlockKind.PARAGRAPH, "Mia Frid (M) reserverar sig."),)
    room.session.do(WriteText(TextRole.RESERVATIONS, draft, section_id=harbour(room).section.id))
    assert not texts[TextRole.RESERVATIONS].isHidden()
    assert texts[TextRole.REMARKS].isHidden()


def test_omedelbar_justering_by_keyboard(room: Room, card: RemarksCard) -> None:
    page = room.space.sitting.live.page
    room.press(Qt.Key.Key_K)
    assert harbour(room).section.immediate
    assert "inte klar än" in page.immediate._state.text().lower()
    assert page.immediate.approve.isHidden()
    room.press(Qt.Key.Key_K)  # a wrong key costs nothing
    assert not harbour(room).section.immediate
    room.press(Qt.Key.Key_K)
    room.session.do(Decide(harbour(room).section.id))
    assert page.immediate.approve.isVisible()
    room.press(Qt.Key.Key_K, SHIFT)
    room.qtbot.waitUntil(lambda: harbour(room).section.approved is not None, timeout=60_000)
    room.idle()
    assert harbour(room).section.number is not None
    assert "eget protokoll" in page.immediate._state.text()
    assert not page.change.isEnabled()
    assert page.gavel.isEnabled()  # on to the next §
    assert page.texts[TextRole.DECISION].editor.isReadOnly()
