"""The block editor: keys, ids, refresh while somebody writes, paste, undo that belongs to the program."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from namndstod.domain.records import BlockKind, Mark, MarkKind
from namndstod.domain.texts import Draft, Source
from namndstod.ui.kit.text_editor import BlockEditor
from namndstod.ui.kit.text_field import TextField
from namndstod.ui.kit.theme import Theme

K = BlockKind
TypeText = Callable[[QWidget, str], None]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DECISION = (
    Draft(K.DECIDER, "Nämnden beslutar", 0, id="a"),
    Draft(K.CLAUSE, "bevilja stöd, samt", 1, id="b"),
    Draft(K.CLAUSE, "avslå resten.", 1, id="c"),
)


def show_active(window: QWidget, qtbot: QtBot) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def editor(theme: Theme, qtbot: QtBot) -> BlockEditor:
    made = BlockEditor("Beslut", placeholder="Skriv beslutet")
    qtbot.addWidget(made)
    made.resize(420, 80)
    show_active(made, qtbot)
    made.setFocus()
    return made


def go(editor: BlockEditor, block: int, offset: int = 0) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(block).position() + offset)
    editor.setTextCursor(cursor)


def shape(editor: BlockEditor) -> list[tuple[BlockKind, int, str]]:
    return [(d.kind, d.depth, d.text) for d in editor.blocks()]


def test_blocks_come_back_as_they_were_given(editor: BlockEditor) -> None:
    marks = (Mark(kind=MarkKind.STRONG, start=2, end=4), Mark(kind=MarkKind.SECRET, start=4, end=7))
    given = (
        *DECISION,
        Draft(K.CONDITION, "😀 ä\nnästa rad", 2, marks, id="d"),
        Draft(K.TABLE, "", 0, (), (("År", "Kronor"), ("2027", "1 000")), "e"),
        Draft(K.PARAGRAPH, "Slut.", id="f"),
    )
    editor.set_blocks(given, "44")
    assert editor.blocks() == given
    assert editor.toPlainText().count("att") == 0  # the label is not part of the text


def test_empty_editor_has_no_blocks(editor: BlockEditor) -> None:
    assert editor.blocks() == ()
    editor.set_blocks((), "44")
    assert editor.blocks() == ()


def test_a_whole_decision_is_typed(editor: BlockEditor, type_text: TypeText) -> None:
    type_text(editor, "Nämnden beslutar\natt bevilja stöd, samt\navslå övrigt.\n\nTack.")
    assert shape(editor) == [
        (K.DECIDER, 0, "Nämnden beslutar"),
        (K.CLAUSE, 1, "bevilja stöd, samt"),
        (K.CLAUSE, 1, "avslå övrigt."),
        (K.PARAGRAPH, 0, "Tack."),
    ]


def test_lists_are_typed(editor: BlockEditor, type_text: TypeText) -> None:
    type_text(editor, "- äpple\n\tpäron\n\n\n1. ett\ntvå")
    assert shape(editor) == [
        (K.BULLET, 0, "äpple"),
        (K.BULLET, 1, "päron"),
        (K.NUMBERED, 0, "ett"),
        (K.NUMBERED, 0, "två"),
    ]


def test_enter_at_the_start_leaves_the_id_with_the_text(editor: BlockEditor, qtbot: QtBot) -> None:
    editor.set_blocks(DECISION, "44")
    go(editor, 1)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert [(d.text, d.id) for d in editor.blocks()][1:3] == [("", None), ("bevilja stöd, samt", "b")]


def test_enter_in_the_middle_gives_the_rest_a_new_block(editor: BlockEditor, qtbot: QtBot) -> None:
    editor.set_blocks(DECISION, "44")
    go(editor, 1, 8)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert [(d.kind, d.text, d.id) for d in editor.blocks()][1:3] == [
        (K.CLAUSE, "bevilja ", "b"),
        (K.CLAUSE, "stöd, samt", None),
    ]


def test_backspace_makes_a_block_less_then_joins(editor: BlockEditor, qtbot: QtBot) -> None:
    editor.set_blocks((*DECISION, Draft(K.CONDITION, "villkor", 2, id="d")), "44")
    kinds = []
    for _ in range(3):
        go(editor, 3)
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
        kinds.append(editor.blocks()[-1].kind)
    assert kinds == [K.CLAUSE, K.PARAGRAPH, K.CLAUSE]
    assert [(d.text, d.id) for d in editor.blocks()][-1] == ("avslå resten.villkor", "c")


def test_delete_joins_and_keeps_the_first_block(editor: BlockEditor, qtbot: QtBot) -> None:
    editor.set_blocks(DECISION, "44")
    go(editor, 1, len("bevilja stöd, samt"))
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert [(d.kind, d.text, d.id) for d in editor.blocks()][1:] == [
        (K.CLAUSE, "bevilja stöd, samtavslå resten.", "b")
    ]


def test_tab_changes_depth_in_lists_and_leaves_elsewhere(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    editor, after = BlockEditor("Beslut"), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(editor)
    column.addWidget(after)
    show_active(window, qtbot)
    editor.set_blocks(DECISION, "44")
    editor.setFocus()
    go(editor, 2)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.blocks()[2].kind is K.CONDITION
    QTest.keyClick(editor, Qt.Key.Key_Backtab, SHIFT)
    assert editor.blocks()[2].kind is K.CLAUSE
    QTest.keyClick(editor, Qt.Key.Key_Tab, CONTROL)
    assert after.hasFocus()
    editor.setFocus()
    go(editor, 0)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_marks_by_keys(editor: BlockEditor, qtbot: QtBot) -> None:
    editor.set_blocks((Draft(K.PARAGRAPH, "Omröstning begärs"),), "44")
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_I, CONTROL)
    assert {(m.kind, m.start, m.end) for m in editor.blocks()[0].marks} == {
        (MarkKind.STRONG, 0, 10),
        (MarkKind.EMPHASIS, 0, 10),
    }
    QTest.keyClick(editor, Qt.Key.Key_B, CONTROL)
    assert [m.kind for m in editor.blocks()[0].marks] == [MarkKind.EMPHASIS]


def test_table_cannot_be_written_in(editor: BlockEditor, qtbot: QtBot, type_text: TypeText) -> None:
    table = Draft(K.TABLE, "", 0, (), (("År", "Kronor"), ("2027", "1 000")), "t")
    editor.set_blocks((table, Draft(K.PARAGRAPH, "Efter", id="p")), "44")
    go(editor, 0)
    type_text(editor, "xå")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    go(editor, 1)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.blocks() == (table, Draft(K.PARAGRAPH, "Efter", id="p"))
    go(editor, 0)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert [d.kind for d in editor.blocks()] == [K.TABLE, K.PARAGRAPH, K.PARAGRAPH]


def test_typing_is_handed_on_after_rest_and_at_flush(
    editor: BlockEditor, qtbot: QtBot, type_text: TypeText
) -> None:
    editor.set_blocks(DECISION, "44")
    with qtbot.waitSignal(editor.edited) as rest:
        go(editor, 2, 5)
        type_text(editor, " å")
    assert rest.args is not None
    assert rest.args[0] == "44"
    assert rest.args[1][2].text == "avslå å resten."
    type_text(editor, "!")
    with qtbot.waitSignal(editor.edited, timeout=0):
        editor.flush()
    with qtbot.assertNotEmitted(editor.edited):
        editor.flush()


def test_leaving_hands_on(theme: Theme, qtbot: QtBot, type_text: TypeText) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    editor, other = BlockEditor("Beslut"), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(editor)
    column.addWidget(other)
    show_active(window, qtbot)
    editor.setFocus()
    type_text(editor, "å")
    with qtbot.waitSignal(editor.edited, timeout=0):
        other.setFocus()


def test_another_subject_gets_what_was_typed_stored_first(
    editor: BlockEditor, qtbot: QtBot, type_text: TypeText
) -> None:
    editor.set_blocks((Draft(K.PARAGRAPH, "ett", id="a"),), "44")
    go(editor, 0, 3)
    type_text(editor, "!")
    with qtbot.waitSignal(editor.edited, timeout=0) as signal:
        editor.set_blocks((Draft(K.PARAGRAPH, "två", id="b"),), "45")
    assert signal.args is not None
    assert (signal.args[0], signal.args[1][0].text) == ("44", "ett!")
    assert editor.blocks()[0].text == "två"


def test_refresh_takes_over_ids_and_keeps_what_is_typed_meanwhile(
    editor: BlockEditor, qtbot: QtBot, type_text: TypeText
) -> None:
    editor.set_blocks((), "44")
    type_text(editor, "- ett\ntvå")
    with qtbot.waitSignal(editor.edited, timeout=0) as signal:
        editor.flush()
    assert signal.args is not None
    type_text(editor, " till")  # before the program has answered
    stored = tuple(Draft(d.kind, d.text, d.depth, id=f"id{i}") for i, d in enumerate(signal.args[1]))
    editor.set_blocks(stored, "44")
    assert [(d.text, d.id) for d in editor.blocks()] == [("ett", "id0"), ("två till", "id1")]
    with qtbot.waitSignal(editor.edited, timeout=0):
        editor.flush()


def test_refresh_by_somebody_else_never_takes_what_is_being_typed(
    editor: BlockEditor, type_text: TypeText
) -> None:
    editor.set_blocks((Draft(K.PARAGRAPH, "ett", id="a"),), "44")
    go(editor, 0, 3)
    type_text(editor, " två")
    editor.set_blocks((Draft(K.PARAGRAPH, "något annat", id="a"),), "44")
    assert editor.blocks()[0].text == "ett två"


def test_refresh_keeps_the_cursor(editor: BlockEditor) -> None:
    editor.set_blocks(DECISION, "44")
    go(editor, 2, 5)
    editor.set_blocks((Draft(K.PARAGRAPH, "Först", id="ny"), *DECISION), "44")
    assert (editor.textCursor().blockNumber(), editor.textCursor().positionInBlock()) == (3, 5)


def test_undo_belongs_to_the_program_and_comes_after_the_text(
    editor: BlockEditor, qtbot: QtBot, type_text: TypeText
) -> None:
    order: list[str] = []
    editor.edited.connect(lambda *_: order.append("edited"))
    editor.undoRequested.connect(lambda: order.append("undo"))
    editor.redoRequested.connect(lambda: order.append("redo"))
    of_the_window = QShortcut(QKeySequence("Ctrl+Z"), editor)
    of_the_window.activated.connect(lambda: order.append("shortcut"))
    type_text(editor, "å")
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_Y, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert order == ["edited", "undo", "redo", "redo"]
    assert editor.blocks()[0].text == "å"


def test_paste_takes_blocks_from_the_parser(theme: Theme, qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []

    def parse(html: str, text: str) -> tuple[Draft, ...]:
        seen.append((html, text))
        return (Draft(K.CLAUSE, "bevilja", 0, id="främmande"), Draft(K.CLAUSE, "avslå"))

    editor = BlockEditor("Beslut", parse=parse)
    qtbot.addWidget(editor)
    editor.set_blocks((Draft(K.DECIDER, "Nämnden beslutar"), Draft(K.PARAGRAPH, "")), "44")
    go(editor, 1)
    mime = QMimeData()
    mime.setHtml("<p>att bevilja</p><p>att avslå</p>")
    mime.setText("att bevilja\natt avslå")
    editor.insertFromMimeData(mime)
    assert seen == [("<p>att bevilja</p><p>att avslå</p>", "att bevilja\natt avslå")]
    assert [(d.kind, d.depth, d.text, d.id) for d in editor.blocks()][1:] == [
        (K.CLAUSE, 1, "bevilja", None),
        (K.CLAUSE, 1, "avslå", None),
    ]


def test_one_pasted_paragraph_goes_into_the_line(editor: BlockEditor) -> None:
    editor.set_blocks(DECISION, "44")
    go(editor, 1, 8)
    mime = QMimeData()
    mime.setText("ett mindre ")
    editor.insertFromMimeData(mime)
    assert editor.blocks()[1].text == "bevilja ett mindrestöd, samt"
    assert len(editor.blocks()) == 3


def test_copied_blocks_keep_their_kinds_here_and_their_labels_elsewhere(editor: BlockEditor) -> None:
    editor.set_blocks(DECISION, "44")
    editor.selectAll()
    mime = editor.createMimeDataFromSelection()
    assert mime.text() == "Nämnden beslutar\natt bevilja stöd, samt\natt avslå resten."
    editor.set_blocks((), "45")
    editor.insertFromMimeData(mime)
    assert shape(editor) == [(d.kind, d.depth, d.text) for d in DECISION]
    assert all(d.id is None for d in editor.blocks())


def test_files_are_not_pasted_as_text(editor: BlockEditor) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("file:///tmp/pm.docx")])
    mime.setText("file:///tmp/pm.docx")
    assert not editor.canInsertFromMimeData(mime)


def test_grows_with_its_text_and_has_no_scroll_bar(editor: BlockEditor, type_text: TypeText) -> None:
    before = editor.height()
    type_text(editor, "- ö\n" * 12)
    assert editor.height() > before + 100
    assert editor.verticalScrollBar().maximum() == 0


def test_frozen_text_cannot_be_changed(editor: BlockEditor, qtbot: QtBot, type_text: TypeText) -> None:
    editor.set_blocks(DECISION, "44")
    editor.set_frozen(True)
    type_text(editor, "xå ")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.blocks() == DECISION


def test_field_says_who_wrote_the_text(theme: Theme, qtbot: QtBot) -> None:
    field = TextField("Beslut")
    qtbot.addWidget(field)
    field.set_source(Source.GENERATED)
    assert field.source_text() == "skrivet av Nämndstöd"
    field.set_source(Source.EDITED, differs=True)
    assert field.source_text() == "ändrat för hand"
    assert field.editor.accessibleDescription() == "ändrat för hand"
    field.set_source(Source.OWN)
    assert field.source_text() == ""
