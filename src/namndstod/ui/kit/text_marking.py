"""Marking words of a text as secret or as personuppgift, and telling which are marked.

A mark is seen by its pattern and read in words below the text; colour says nothing. Marks change no word, so
they can be set in a text that is frozen too.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from namndstod.domain.marks import passages
from namndstod.domain.phrase_bank import placeholders
from namndstod.domain.records import MarkKind
from namndstod.domain.texts import Draft

from .basics import Button, ButtonKind, Label
from .text_document import fragments, has_mark, mark_chosen, set_mark
from .tokens import Type

NAMES = {MarkKind.SECRET: "Sekretess", MarkKind.PERSONAL: "Personuppgift"}
KEYS = {MarkKind.SECRET: "Ctrl+Shift+S", MarkKind.PERSONAL: "Ctrl+Shift+P"}
_SHOWN = 36
"""Characters of a marked passage that are repeated below the text."""


def toggle(cursor: QTextCursor, kind: MarkKind) -> None:
    """Mark what is chosen; where all of it is marked already, take the mark away."""
    on = not all(has_mark(used, kind) for _, _, used in fragments(cursor))
    cursor.beginEditBlock()
    mark_chosen(cursor, kind, on=on)
    cursor.endEditBlock()


def end_at_edge(editor: QTextEdit) -> None:
    """Let what is typed right after marked words stand outside the mark."""
    cursor, used = editor.textCursor(), editor.currentCharFormat()
    if cursor.hasSelection():  # what replaces marked words is marked
        return
    ahead = QTextCursor(cursor)
    inside = not cursor.atBlockEnd() and ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    for kind in NAMES:
        if has_mark(used, kind) and not (inside and has_mark(ahead.charFormat(), kind)):
            used = set_mark(used, kind, on=False)
            editor.setCurrentCharFormat(used)


class MarkLine(QWidget):
    """Below a text: which words are marked, and while words are chosen, the two ways to mark them."""

    wanted = Signal(object)  # MarkKind

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__()
        self._editor = editor
        self.said = Label("", Type.SMALL, "muted", wrap=True)
        self.buttons: dict[MarkKind, Button] = {}
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for kind, name in NAMES.items():
            button = Button(name, ButtonKind.QUIET, small=True, hint=KEYS[kind])
            button.setAccessibleName(f"Markera orden: {name.lower()}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the words stay chosen; the keys do the same
            button.clicked.connect(lambda _=False, k=kind: self.wanted.emit(k))
            self.buttons[kind] = button
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._row)
        column.addWidget(self.said)
        self._chosen = False
        self._row.hide()
        self.said.hide()
        self.hide()
        editor.copyAvailable.connect(self._choose)
        editor.installEventFilter(self)

    def show_marks(self, drafts: Sequence[Draft]) -> None:
        """Tell in words what is marked."""
        told = [f"{NAMES[kind]}: {', '.join(words)}" for kind in NAMES if (words := _quoted(drafts, kind))]
        self.said.setText(". ".join(told))
        self.said.setVisible(bool(told))
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer marking only where the cursor is."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._offer(self._chosen and event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _choose(self, chosen: bool) -> None:
        to_fill_in = placeholders(self._editor.textCursor().selectedText())
        self._chosen = chosen and not to_fill_in
        self._offer(self._chosen)

    def _offer(self, offered: bool) -> None:
        self._row.setVisible(offered)
        self._settle()

    def _settle(self) -> None:
        self.setVisible(not (self._row.isHidden() and self.said.isHidden()))


def _quoted(drafts: Sequence[Draft], kind: MarkKind) -> list[str]:
    words = dict.fromkeys(" ".join(w.split()) for draft in drafts for w in passages(draft, {kind}))
    return [f"”{w if len(w) <= _SHOWN else w[: _SHOWN - 1] + '…'}”" for w in words if w]
