"""Yrkanden, propositions and the roll call in the window, by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from namndstod.domain.findings import Step, check
from namndstod.domain.proceedings import Choice, MotionKind
from namndstod.domain.records import ItemKind, Outcome, TextRole
from namndstod.domain.texts import clauses
from namndstod.domain.view import SectionView
from namndstod.services.commands.agenda import AddItem
from namndstod.services.commands.supporting import AttachFiles, IncomingFile
from namndstod.ui.workspace.deliberation_card import DeliberationCard
from namndstod.ui.workspace.live import Live
from namndstod.ui.workspace.new_item import NewItemSheet

from ..conftest import TypeText
from .conftest import Room

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
HARBOUR = "Bidrag till hamnen"


@pytest.fixture(autouse=True)
def letters_apart(qapp: QApplication) -> Iterator[None]:
    """A letter in a choice is no continuation of those of a moment ago: tests type faster than people."""
    before = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(0)
    yield
    qapp.setKeyboardInputInterval(before)


def opened(room: Room) -> Live:
    """The meeting is open at its first § to decide, with the focus in the list."""
    room.space.show_step(Step.MEETING, by_person=True)
    room.press(Qt.Key.Key_Return)
    live = room.space.sitting.live
    live.choose(room.section(HARBOUR).section.id)
    live.focus_list()
    return live


def harbour(room: Room) -> SectionView:
    return room.section(HARBOUR)


def add(
    room: Room, type_text: TypeText, card: DeliberationCard, who: str, kind: str, words: str = ""
) -> None:
    """Write a yrkande as a secretary does: Y, some letters of the name, the kind, the words, Ctrl+Enter."""
    room.press(Qt.Key.Key_Y, widget=room.space.sitting.live.list)
    type_text(card.editor.who, who)
    room.press(Qt.Key.Key_Return, widget=card.editor.who.offered)
    room.press(Qt.Key.Key_Return, widget=card.editor.who)
    assert card.editor.kind.hasFocus()
    type_text(card.editor.kind, kind[0])
    if words:
        room.press(Qt.Key.Key_Return, widget=card.editor.kind)
        assert card.editor.words.hasFocus()
        type_text(card.editor.words, words)
    room.press(Qt.Key.Key_Return, CONTROL, card.editor.kind)


def test_a_yrkande_is_taken_by_keyboard_and_written_out(room: Room, type_text: TypeText) -> None:
    live = opened(room)
    card = live.page.deliberation
    add(room, type_text, card, "nym", "Avslag")
    motion = harbour(room).deliberation.motions[0]
    assert (motion.kind, motion.movers) == (MotionKind.REJECTION, (room.person("Nyman"),))
    assert live.list.hasFocus()
    assert card.rows()[0].what.text() == "yrkar avslag på förslaget"
    texts = [d.text for d in harbour(room).parts[TextRole.MOTIONS].drafts]
    assert texts == [f"{room.view.label(motion.movers[0])} yrkar avslag på förslaget."]


def test_what_is_found_carried_is_klubbat(room: Room, type_text: TypeText) -> None:
    live = opened(room)
    add(room, type_text, live.page.deliberation, "nym", "Avslag")
    assert [words for _, words in live.page.deliberation.course.step.answers] == [
        "Bifall till förslaget",
        "Avslag",
    ]
    room.press(Qt.Key.Key_2)
    assert live.page.deliberation.course.step.heading == "Utfall: avslag"
    room.press(Qt.Key.Key_F5)
    assert harbour(room).section.outcome is Outcome.REJECTED


def test_the_klubba_waits_for_the_proposition(room: Room, type_text: TypeText) -> None:
    live = opened(room)
    add(room, type_text, live.page.deliberation, "nym", "Avslag")
    room.press(Qt.Key.Key_F5)
    assert harbour(room).section.outcome is None
    assert [str(e) for e in room.errors] == ["Ärendet är inte avgjort: ställ proposition först."]
    room.errors.clear()


def test_a_vote_is_called_with_one_key_each(room: Room, type_text: TypeText) -> None:
    live = opened(room)
    card = live.page.deliberation
    words = "bevilja hälften."
    add(room, type_text, card, "nym", "Eget", words)
    room.press(Qt.Key.Key_1)
    room.press(Qt.Key.Key_O)
    pane = live.voting.pane
    assert live.right.currentWidget() is pane
    assert pane.list.hasFocus()
    order = [v.person_id for v in pane.voters()]
    assert order[-1] == room.view.chair_id
    type_text(pane.list, "nnj")
    assert pane.tally_text() == "Ja 1 · Nej 2 · 2 kvar"
    type_text(pane.list, "aj")
    assert pane.tally_text() == "Ja 2 · Nej 2 · avstår 1"
    ballots = {b.person_id: b.choice for b in harbour(room).deliberation.votes[0].ballots}
    keyed = [Choice.NO, Choice.NO, Choice.YES, Choice.ABSTAINS, Choice.YES]
    assert ballots == dict(zip(order, keyed, strict=True))
    assert pane.verdict() == "Utfall: förslaget."  # the chair voted ja
    room.press(Qt.Key.Key_Return, widget=pane.list)
    assert live.right.currentWidget() is live.seats
    room.press(Qt.Key.Key_F5)
    assert harbour(room).section.outcome is Outcome.APPROVED
    assert clauses(harbour(room).parts[TextRole.DECISION].drafts) == ("bifalla bidrag till hamnen.",)


def test_a_whole_party_is_keyed_with_shift_and_rubbed_out_one_by_one(room: Room, type_text: TypeText) -> None:
    live = opened(room)
    add(room, type_text, live.page.deliberation, "nym", "Avslag")
    room.press(Qt.Key.Key_1)
    room.press(Qt.Key.Key_O)
    pane = live.voting.pane
    party = {m.person_id: m.party for m in room.view.mandates}
    first = pane.list.current_id() or ""
    same = [v.person_id for v in pane.voters() if party[v.person_id] == party[first]]
    room.press(Qt.Key.Key_N, SHIFT, pane.list)
    room.qtbot.waitUntil(lambda: len(harbour(room).deliberation.votes[0].ballots) == len(same))
    room.press(Qt.Key.Key_Backspace, widget=pane.list)
    room.qtbot.waitUntil(lambda: len(harbour(room).deliberation.votes[0].ballots) == len(same) - 1)


def test_a_yrkande_half_written_is_stored_when_the_section_is_left(room: Room, type_text: TypeText) -> None:
    live = opened(room)
    card = live.page.deliberation
    room.press(Qt.Key.Key_Y, widget=live.list)
    type_text(card.editor.who, "nym,")
    live.go(1)
    assert harbour(room).deliberation.motions[0].movers == (room.person("Nyman"),)
    assert card.editor.isHidden()


def test_withdrawn_and_removed(room: Room, type_text: TypeText) -> None:
    live = opened(room)
    card = live.page.deliberation
    add(room, type_text, card, "nym", "Avslag")
    card.rows()[0].withdraw.click()
    room.qtbot.waitUntil(lambda: card.rows()[0].pill.text() == "återtaget")
    assert card.course.isHidden()
    card.rows()[0].remove.click()
    assert harbour(room).deliberation.motions == ()
    room.toasts[-1][2]()  # type: ignore[misc]
    assert len(harbour(room).deliberation.motions) == 1


def test_an_arende_raised_at_the_meeting_names_who_raised_it(room: Room, type_text: TypeText) -> None:
    live = opened(room)
    room.press(Qt.Key.Key_F2)
    sheet = live.findChild(NewItemSheet)
    assert sheet is not None
    sheet.title.setText("Isvägen till Norrö")
    type_text(sheet.raised_by, "nym")
    sheet.accept()
    raised = room.section("Isvägen till Norrö")
    assert raised.section.initiative_by == room.person("Nyman")
    found = {f.code for f in check(room.view, room.session.today)}
    assert "initiative" in found


def test_several_arenden_are_marked_and_tabled_in_one_step(room: Room, type_text: TypeText) -> None:
    live = opened(room)
    for heading in (HARBOUR, "Remiss om färjor"):
        live.choose(room.section(heading).section.id)
        room.press(Qt.Key.Key_M, widget=live.list)
    assert live.tabling.isVisible()
    room.press(Qt.Key.Key_B, widget=live.list)
    assert live.tabling.mover.hasFocus()
    type_text(live.tabling.mover, "nym")
    room.press(Qt.Key.Key_Return, widget=live.tabling.mover.offered)
    room.press(Qt.Key.Key_Return, widget=live.tabling.mover)
    assert {s.section.outcome for s in room.view.sections if s.section.item_id and s.wants_decision} == {
        Outcome.TABLED
    }
    who = room.view.label(room.person("Nyman"))
    assert f"{who} yrkar att ärendet bordläggs" in harbour(room).parts[TextRole.MOTIONS].drafts[0].text
    assert live.tabling.isHidden()
    room.session.undo()
    assert harbour(room).section.outcome is None
    assert harbour(room).deliberation.motions == ()


def test_a_closed_ballot_is_counted_and_a_tie_is_broken_by_lot(room: Room, type_text: TypeText) -> None:
    room.session.do(AddItem(room.meeting_id, "Val av ombud", ItemKind.ELECTION))
    live = opened(room)
    live.choose(room.section("Val av ombud").section.id)
    card = live.page.deliberation
    room.press(Qt.Key.Key_Q, widget=live.list)
    for text in ("Ada Ask", "2", "Bo Berg", "2"):
        widget = QApplication.focusWidget()
        assert widget is not None
        type_text(widget, text)
        room.press(Qt.Key.Key_Return)
    type_text(card.closed.blank, "1")
    room.press(Qt.Key.Key_Return, CONTROL, card.closed.blank)
    assert [words for _, words in card.course.step.answers] == ["Lotten: Ada Ask", "Lotten: Bo Berg"]
    room.press(Qt.Key.Key_2, widget=live.list)
    assert card.course.step.heading == "Utfall: Bo Berg"
    text = room.section("Val av ombud").parts[TextRole.PROCEDURE].drafts[0].text
    assert "Avlämnade röster: 5" in text
    assert "Lotten faller på Bo Berg" in text


def test_a_vote_on_the_motforslag_has_a_key_of_its_own(room: Room, type_text: TypeText) -> None:
    live = opened(room)
    card = live.page.deliberation
    for who, words in (("nym", "bevilja hälften."), ("fri", "bevilja en tredjedel.")):
        add(room, type_text, card, who, "Eget", words)
    for key in (Qt.Key.Key_1, Qt.Key.Key_O, Qt.Key.Key_1):
        room.press(key)
    assert card.course.request.text() == "Omröstning om motförslaget"
    room.press(Qt.Key.Key_O, SHIFT, live.list)
    pane = live.voting.pane
    type_text(pane.list, "jjjjj")
    room.press(Qt.Key.Key_Return, widget=pane.list)
    assert card.course.vote.text() == "Börja uppropet"
    assert not card.course.request.text()  # it has been voted on
    room.press(Qt.Key.Key_O, widget=live.list)
    type_text(pane.list, "jjjjj")
    room.press(Qt.Key.Key_Return, widget=pane.list)
    assert (card.course.step.heading, card.course.request.text()) == ("Utfall: förslaget", "")
    assert [v.number for v in harbour(room).deliberation.votes] == [1, 2]


def test_a_yrkande_handed_in_is_one_of_the_documents(room: Room, type_text: TypeText) -> None:
    kept = room.session.binder.files.keep(b"Yrkande")
    incoming = IncomingFile(kept.sha256, kept.size, "text/plain", "Yrkande.txt")
    item = room.item(HARBOUR).item.id
    room.session.do(AttachFiles(item, (incoming,)))
    live = opened(room)
    card = live.page.deliberation
    room.press(Qt.Key.Key_Y, widget=live.list)
    card.editor.more.click()
    type_text(card.editor.authors, "M, D och L")
    card.editor.kind.set_value(MotionKind.OWN)
    card.editor.document.setCurrentIndex(1)
    card.editor.accept()
    motion = harbour(room).deliberation.motions[0]
    assert (motion.authors, motion.movers) == (("M", "D", "L"), ())
    assert motion.document_id == room.item(HARBOUR).documents[0].document.id
