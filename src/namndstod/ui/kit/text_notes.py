"""Underlined words of an editor: misspellings and språkförslag, with what may stand there instead.

A misspelling has a wavy line, a språkförslag a dotted one, so that no colour has to tell them apart. They are
painted over the text and are no part of it. The word being typed is left in peace until it is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QToolTip

from namndstod.domain.records import BlockKind

from .text_aid import Note, NoteKind, WritingAid, announce
from .text_document import has_secrecy, kind_of, units
from .theme import tokens

KEYS = "Ctrl+."
REST = 120
"""Milliseconds without a key after which a text is looked at again."""
_MOST = 500
_LEARN = "Lägg till i egna ord"
_SEARCHING = "Söker förslag …"
_NOTHING = "Inga förslag"


class TextNotes(QObject):
    """The notes of one editor: painted, told in tooltips, mended from a menu."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._aid: WritingAid | None = None
        self._typed = -1  # where the cursor stood after the last change
        self._known: dict[str, Sequence[Note]] = {}
        self._text = ""  # of the block that was looked at last
        self._rest = QTimer(editor)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(editor.viewport().update)
        self.menu: QMenu | None = None
        editor.textChanged.connect(self._note_typing)
        editor.cursorPositionChanged.connect(editor.viewport().update)
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    def set_aid(self, aid: WritingAid) -> None:
        """Ask `aid` from now on."""
        self._aid = aid
        aid.changed.connect(self._look_again)
        self._look_again()

    def _look_again(self) -> None:
        self._known.clear()
        self._editor.viewport().update()

    # --- what there is ----------------------------------------------------------------------------

    def all(self) -> list[tuple[int, Note]]:
        """Return the notes of the whole text, each with the position where its block begins."""
        return [(b.position(), n) for b in self._blocks() for n in self.of_block(b)]

    def of_block(self, block: QTextBlock) -> Sequence[Note]:
        """Return the notes of a block, but for a misspelling that is still being typed."""
        if self._aid is None or self._editor.isReadOnly() or kind_of(block) is BlockKind.TABLE:
            return ()
        text = block.text()
        found = self._notes(text)
        at = self._editor.textCursor().position()
        if at != self._typed or not self._editor.hasFocus():
            return found
        here = at - block.position()
        return [
            n
            for n in found
            if n.kind is NoteKind.HINT or not units(text[: n.start]) < here <= units(text[: n.end])
        ]

    def _notes(self, text: str) -> Sequence[Note]:
        """Return the notes of a text; while it is typed those of what it said before, in their places."""
        assert self._aid is not None
        if text not in self._known:
            if self._rest.isActive() and self._text in self._known:
                return carried(self._known[self._text], self._text, text)
            if len(self._known) > _MOST:
                self._known.clear()
            self._known[text] = self._aid.notes(text)
        if text == self._editor.textCursor().block().text():
            self._text = text
        return self._known[text]

    def at(self, position: int) -> tuple[int, Note] | None:
        """Return the note at a position of the document, with where its block begins."""
        block = self._editor.document().findBlock(position)
        text, here = block.text(), position - block.position()
        for note in self.of_block(block):
            if units(text[: note.start]) <= here <= units(text[: note.end]):
                return block.position(), note
        return None

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._editor.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    # --- painting ---------------------------------------------------------------------------------

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Draw the lines below what is in sight. Positions are those of the editor, which does not scroll."""
        if self._aid is None or self._editor.isReadOnly():
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._editor.document().documentLayout()
        for block in self._blocks():
            if layout.blockBoundingRect(block).intersects(seen):
                for note in self.of_block(block):
                    self._paint_note(painter, block, note)
        painter.restore()

    def _paint_note(self, painter: QPainter, block: QTextBlock, note: Note) -> None:
        text = block.text()
        words = text[note.start : note.end]
        first = units(text[: note.start]) + len(words) - len(words.lstrip())
        last = max(first + 1, units(text[: note.end]))
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start, end = line.textStart(), line.textStart() + line.textLength()
            if first < end and start < last:
                left, right = _x(line, max(first, start)), _x(line, min(last, end))
                y = layout.position().y() + line.y() + line.ascent() + 2.5
                x = layout.position().x()
                (_wave if note.kind is NoteKind.SPELLING else _dots)(painter, x + left, x + right, y)

    # --- mending ----------------------------------------------------------------------------------

    def fill_menu(self, menu: QMenu, position: int) -> bool:
        """Put what may stand at a position first in a menu; False when there is no note."""
        found = self.at(position)
        if found is None or self._aid is None:
            return False
        start, note = found
        text = self._editor.document().findBlock(start).text()
        word = text[note.start : note.end]
        first = menu.actions()[0] if menu.actions() else None
        entries = [self._entry(menu, start, note, better) for better in note.replacements]
        if note.kind is NoteKind.SPELLING:
            waiting = QAction(_SEARCHING, menu)
            waiting.setEnabled(False)
            learn = QAction(_LEARN, menu)
            learn.triggered.connect(partial(self._aid.learn, word))
            learn.setEnabled(not self._is_secret(start, note))
            entries += [waiting, learn]
            self._aid.suggest(word, lambda found: self._suggested(menu, waiting, start, note, found))
        for action in entries:
            menu.insertAction(first, action) if first else menu.addAction(action)
        if first:
            menu.insertSeparator(first)
        return True

    def mend_next(self) -> bool:
        """Go to the note at the cursor or the next one, and show what may stand there instead."""
        at = self._editor.textCursor().position()
        self._typed = -1
        self._rest.stop()
        found = self.at(at) or self._next(at)
        if found is None:
            announce(self._editor, "Inga språkförslag i texten.")
            return False
        start, note = found
        cursor = self._select(start, note)
        cursor.setPosition(cursor.selectionStart())
        self._editor.setTextCursor(cursor)
        announce(self._editor, note.message)
        menu = QMenu(self._editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(note.message)
        self.fill_menu(menu, cursor.position())
        below = self._editor.cursorRect().bottomLeft() + QPoint(0, 4)
        self.menu = menu
        menu.popup(self._editor.viewport().mapToGlobal(below))
        if menu.actions() and menu.actions()[0].isEnabled():
            menu.setActiveAction(menu.actions()[0])
        return True

    def take(self, start: int, note: Note, better: str) -> None:
        """Write `better` in the place of a note; a mark on the words stays on them."""
        cursor = self._select(start, note)
        inside = QTextCursor(cursor)
        inside.setPosition(cursor.selectionStart() + 1)
        cursor.insertText(better, inside.charFormat())
        self._editor.setTextCursor(cursor)

    def _next(self, at: int) -> tuple[int, Note] | None:
        notes = self.all()
        after = [f for f in notes if f[0] + f[1].start >= at]
        return next(iter(after or notes), None)

    def _select(self, start: int, note: Note) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        text = self._editor.document().findBlock(start).text()
        cursor.setPosition(start + units(text[: note.start]))
        cursor.setPosition(start + units(text[: note.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _is_secret(self, start: int, note: Note) -> bool:
        """Whether the words are marked: those never leave the binder."""
        return has_secrecy(self._select(start, note))

    def _entry(self, menu: QMenu, start: int, note: Note, better: str) -> QAction:
        shown = better.strip() or ("(ett blanksteg)" if better else "(ta bort)")
        action = QAction(shown, menu)
        action.triggered.connect(lambda: self.take(start, note, better))
        return action

    def _suggested(self, menu: QMenu, waiting: QAction, start: int, note: Note, found: Sequence[str]) -> None:
        if not shiboken6.isValid(menu) or not shiboken6.isValid(waiting):
            return
        for better in found:
            menu.insertAction(waiting, self._entry(menu, start, note, better))
        if found:
            menu.removeAction(waiting)
            menu.setActiveAction(menu.actions()[0])
        else:
            waiting.setText(_NOTHING)

    # --- events -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key that mends, and the words about what the pointer is over."""
        if watched is self._editor and isinstance(event, QKeyEvent) and is_mend_key(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.mend_next()
                return True
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.at(self._editor.cursorForPosition(event.pos()).position())
            if found is not None:
                QToolTip.showText(event.globalPos(), _told(found[1]), self._editor)
                return True
        return super().eventFilter(watched, event)

    def _note_typing(self) -> None:
        self._typed = self._editor.textCursor().position()
        self._rest.start()


def carried(notes: Sequence[Note], before: str, after: str) -> list[Note]:
    """Return the notes of a text in their places in the changed one, but those that the change touches."""
    least = min(len(before), len(after))
    head = next((n for n in range(least) if before[n] != after[n]), least)
    tail = next((n for n in range(least - head) if before[-1 - n] != after[-1 - n]), least - head)
    moved, edge = len(after) - len(before), len(before) - tail
    return [
        n if n.end < head else replace(n, start=n.start + moved, end=n.end + moved)
        for n in notes
        if n.end < head or n.start > edge
    ]


def is_mend_key(event: QKeyEvent) -> bool:
    """Whether the keys ask what may stand in the place of underlined words."""
    return event.key() == Qt.Key.Key_Period and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _told(note: Note) -> str:
    better = ", ".join(f"”{r.strip()}”" for r in note.replacements if r.strip())
    return f"{note.message}{': ' + better if better else ''}\nFörslag: {KEYS}"


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


def _wave(painter: QPainter, left: float, right: float, y: float) -> None:
    painter.setPen(QPen(QColor(tokens().look), 1.1))
    points, up = [], False
    x = left
    while x <= right:
        points.append(QPointF(x, y - 1 if up else y + 1))
        x, up = x + 2, not up
    painter.drawPolyline(points)


def _dots(painter: QPainter, left: float, right: float, y: float) -> None:
    pen = QPen(QColor(tokens().accent), 1.6, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 2.2])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))
