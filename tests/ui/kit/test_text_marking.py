"""Marking words in the block editor: keys, typing around them, copying, frozen texts, what is told."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from namndstod.domain.records import BlockKind, Mark, MarkKind
from namndstod.domain.texts import Draft
from namndstod.ui.kit.text_editor import BlockEditor
from namndstod.ui.kit.text_field import TextField
from namndstod.ui.kit.theme import Theme

K = BlockKind
SECRET, PERSONAL = MarkKind.SECRET, MarkKind.PERSONAL
TypeText = Callable[[QWidget, str], None]
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> TextField:
    made = TextField("Beslut")
    qtbot.addWidget(made)
    made.resize(460, 160)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.editor.setFocus()
    made.editor.set_blocks((Draft(K.PARAGRAPH, "Stöd till Rut Alm i Vik.", id="a"),), "§1")
    return made


def choose(editor: BlockEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def marked(editor: BlockEditor, kind: MarkKind) -> list[str]:
    return [d.text[m.start : m.end] for d in editor.blocks() for m in d.marks if m.kind is kind]


def press(editor: BlockEditor, key: Qt.Key) -> None:
    QTest.keyClick(editor, key, BOTH)


def test_keys_mark_what_is_chosen_and_take_it_back(field: TextField, qtbot: QtBot) -> None:
    editor = field.editor
    choose(editor, 10, 17)
    press(editor, Qt.Key.Key_P)
    assert marked(editor, PERSONAL) == ["Rut Alm"]
    choose(editor, 14, 24)
    press(editor, Qt.Key.Key_S)
    assert marked(editor, SECRET) == ["Alm i Vik."]
    assert marked(editor, PERSONAL) == ["Rut Alm"]
    with qtbot.waitSignal(editor.edited) as told:
        editor.flush()
    assert told.args[0] == "§1"
    assert len(told.args[1][0].marks) == 2
    choose(editor, 14, 24)
    press(editor, Qt.Key.Key_S)
    assert marked(editor, SECRET) == []
    assert marked(editor, PERSONAL) == ["Rut Alm"]


def test_what_is_marked_is_told_in_words_and_the_keys_stand_beside_their_buttons(field: TextField) -> None:
    editor, line = field.editor, field.marks
    assert line.isHidden()
    choose(editor, 10, 17)
    assert {k: b.isVisible() for k, b in line.buttons.items()} == {SECRET: True, PERSONAL: True}
    QTest.mouseClick(line.buttons[PERSONAL], Qt.MouseButton.LeftButton)
    assert editor.hasFocus()
    assert line.said.text() == "Personuppgift: ”Rut Alm”"
    choose(editor, 0, 0)
    assert not line.buttons[PERSONAL].isVisible()
    assert line.said.isVisible()


def test_typing_around_marked_words_leaves_the_mark_on_them(field: TextField, type_text: TypeText) -> None:
    editor = field.editor
    choose(editor, 10, 17)
    press(editor, Qt.Key.Key_S)
    choose(editor, 17, 17)
    type_text(editor, "s bör")
    choose(editor, 10, 10)
    type_text(editor, "åt ")
    assert editor.blocks()[0].text == "Stöd till åt Rut Alms bör i Vik."
    assert marked(editor, SECRET) == ["Rut Alm"]
    choose(editor, 17, 17)
    type_text(editor, "x")
    assert marked(editor, SECRET) == ["Rut xAlm"]


def test_a_copy_of_some_words_keeps_their_marks(field: TextField) -> None:
    editor = field.editor
    choose(editor, 10, 17)
    press(editor, Qt.Key.Key_S)
    choose(editor, 5, 14)
    editor.copy()
    choose(editor, 24, 24)
    editor.paste()
    assert editor.blocks()[0].text == "Stöd till Rut Alm i Vik.till Rut "
    assert marked(editor, SECRET) == ["Rut Alm", "Rut "]


def test_a_frozen_text_can_be_marked_but_not_written_in(field: TextField, qtbot: QtBot) -> None:
    editor = field.editor
    editor.set_frozen(True)
    choose(editor, 10, 17)
    with qtbot.waitSignal(editor.marked) as told:
        press(editor, Qt.Key.Key_P)
    assert told.args == ["§1", editor.blocks()]
    QTest.keyClick(editor, Qt.Key.Key_X)
    assert editor.blocks()[0].text == "Stöd till Rut Alm i Vik."
    with qtbot.assertNotEmitted(editor.edited):
        editor.flush()


def test_a_table_is_marked_whole_and_keeps_marks_on_its_cells(field: TextField) -> None:
    editor = field.editor
    cell = Mark(kind=PERSONAL, start=9, end=16)
    table = Draft(K.TABLE, "", 0, (cell,), (("Namn", "Ort"), ("Rut Alm", "Vik")), "t")
    editor.set_blocks((Draft(K.PARAGRAPH, "Lista", id="a"), table), "§2")
    assert editor.blocks()[1].marks == (cell,)
    assert field.marks.said.text() == "Personuppgift: ”Rut Alm”"
    editor.selectAll()
    press(editor, Qt.Key.Key_S)
    assert [m.kind for m in editor.blocks()[1].marks] == [SECRET, PERSONAL]
    assert editor.blocks()[1].marks[0].end == len("Namn\tOrt\nRut Alm\tVik")
