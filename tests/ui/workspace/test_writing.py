"""Writing: underlined words and what may stand instead, phrases, and places that are filled in."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from namndstod.domain.findings import Step
from namndstod.domain.records import BlockKind, Mark, MarkKind, TextRole
from namndstod.domain.texts import Draft
from namndstod.services.commands.phrases import AddPhrase
from namndstod.services.commands.sitting import OpenMeeting
from namndstod.services.commands.texts import WriteText
from namndstod.services.worker_client import WorkerClient
from namndstod.ui.kit.text_aid import NoteKind
from namndstod.ui.kit.text_editor import BlockEditor
from namndstod.ui.own_words import OwnWords
from namndstod.ui.spelling import Spelling

from ..conftest import TypeText
from .conftest import Room

CONTROL = Qt.KeyboardModifier.ControlModifier


class Words(WorkerClient):
    """A dictionary in which everything but one word is right."""

    def wrong_words(self, words: list[str]) -> list[str]:  # type: ignore[override]
        return [w for w in words if w in ("nämden", "Sekretberg")]

    def suggestions(self, word: str, known: object) -> list[str]:
        return ["nämnden", "nämden"[:5]]


@pytest.fixture
def opened(room: Room) -> Room:
    """The meeting under way, in the step Protokoll, at its first matter to decide."""
    room.session.do(OpenMeeting(room.meeting_id, tuple(m.person_id for m in room.view.members), at=time(10)))
    room.space.show_step(Step.MINUTES)
    room.space.minutes.choose(room.section("Bidrag till hamnen").section.id)
    return room


def editor(room: Room, role: TextRole = TextRole.DECISION) -> BlockEditor:
    shown = room.space.minutes.page.parts[role].text.editor
    shown.setFocus()
    return shown


def texts(shown: BlockEditor) -> list[str]:
    return [d.text for d in shown.blocks()]


def offered(shown: BlockEditor) -> list[str]:
    listed = shown.completion.shown
    return [listed.rows.item(n).text() for n in range(listed.rows.count())] if listed else []


def fill(room: Room, role: TextRole, *drafts: Draft) -> BlockEditor:
    section = room.section("Bidrag till hamnen").section.id
    room.session.do(WriteText(role, drafts, section_id=section))
    return editor(room, role)


def choose(menu: QMenu | None, text: str) -> None:
    assert menu is not None
    next(a for a in menu.actions() if a.text() == text).trigger()
    menu.close()


def test_a_phrase_goes_on_and_its_places_are_filled_in(opened: Room, type_text: TypeText) -> None:
    shown = editor(opened)
    type_text(shown, "pr")
    assert offered(shown) == []
    type_text(shown, "o")
    assert offered(shown) == ["Protokollet ska vara justerat senast den {datum}."]
    type_text(shown, "\t")
    assert shown.textCursor().selectedText() == "{datum}"
    assert offered(shown)[0] == "28\u00a0maj 2027"
    opened.press(Qt.Key.Key_Down, widget=shown)
    opened.press(Qt.Key.Key_Return, widget=shown)
    assert texts(shown) == ["Protokollet ska vara justerat senast den 28\u00a0maj 2027."]
    assert offered(shown) == []


def test_names_are_found_by_letters_and_tab_goes_from_place_to_place(
    opened: Room, type_text: TypeText
) -> None:
    opened.session.do(AddPhrase("{NN (P)} ersätts av {NN (P)} från {n}.", TextRole.DECISION))
    shown = editor(opened)
    type_text(shown, "😀 Nu. ")  # counted twice by Qt
    type_text(shown, "ers\t")
    type_text(shown, "nym\t")
    type_text(shown, "tov\t9\t!")
    assert texts(shown) == ["😀 Nu. Per Nyman\u00a0(S) ersätts av Tova Lind\u00a0(S) från 9.!"]


def test_the_list_is_never_in_the_way(opened: Room, type_text: TypeText) -> None:
    shown = editor(opened)
    type_text(shown, "red")
    assert offered(shown) == ["Redovisningen godkänns."]
    type_text(shown, "\n")  # nothing was chosen: a new line
    assert texts(shown) == ["red", ""]
    type_text(shown, "inf")
    opened.press(Qt.Key.Key_Escape, widget=shown)
    type_text(shown, "o")
    assert offered(shown) == []
    opened.press(Qt.Key.Key_Space, CONTROL, shown)
    assert offered(shown)[0] == "Informationen läggs till handlingarna."
    opened.press(Qt.Key.Key_Return, widget=shown)
    assert texts(shown)[1] == "Informationen läggs till handlingarna."


def test_a_hint_is_taken_with_a_key_and_marks_stay(opened: Room) -> None:
    secret = Mark(kind=MarkKind.SECRET, start=3, end=9)
    shown = fill(opened, TextRole.SUMMARY, Draft(BlockKind.PARAGRAPH, "ca Lindén får 4 kr.", marks=(secret,)))
    assert [n.kind for _, n in shown.notes.all()] == [NoteKind.HINT] * 2
    opened.press(Qt.Key.Key_Period, CONTROL, shown)
    choose(shown.notes.menu, "cirka")
    opened.press(Qt.Key.Key_Period, CONTROL, shown)
    choose(shown.notes.menu, "kronor.")
    opened.space.flush()
    draft = opened.section("Bidrag till hamnen").parts[TextRole.SUMMARY].drafts[0]
    assert draft.text == "cirka Lindén får 4 kronor."
    assert [draft.text[m.start : m.end] for m in draft.marks] == ["Lindén"]


def test_a_misspelt_word_is_mended_or_kept_as_an_own_one(opened: Room) -> None:
    own = OwnWords(opened.session.binder.path.parent / "egna-ord.txt")
    spelling = Spelling(own, worker=Words)
    opened.space.actions_.aids.use(spelling)
    secret = Mark(kind=MarkKind.SECRET, start=12, end=22)
    shown = fill(
        opened,
        TextRole.SUMMARY,
        Draft(BlockKind.PARAGRAPH, "I nämden av Sekretberg och Åsa Öberg.", marks=(secret,)),
    )
    shown.notes.all()
    opened.qtbot.waitUntil(lambda: len(shown.notes.all()) == 2)
    shown.moveCursor(shown.textCursor().MoveOperation.Start)
    opened.press(Qt.Key.Key_Period, CONTROL, shown)
    menu = shown.notes.menu
    opened.qtbot.waitUntil(lambda: "nämnden" in [a.text() for a in shown.findChildren(QAction)])
    choose(menu, "nämnden")
    assert texts(shown) == ["I nämnden av Sekretberg och Åsa Öberg."]
    opened.press(Qt.Key.Key_Period, CONTROL, shown)
    secret_menu = shown.notes.menu
    assert secret_menu is not None
    learn = secret_menu.actions()[-1]
    assert (learn.text(), learn.isEnabled()) == ("Lägg till i egna ord", False)  # it is secret
    secret_menu.close()
    spelling.learn("Sekretberg")
    assert shown.notes.all() == []
    assert OwnWords(own.path).all() == ("Sekretberg",)
    spelling.close()
