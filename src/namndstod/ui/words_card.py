"""Spelling: whether it is looked at, and the words that a person has added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from .kit.basics import Button, ButtonKind, Card, Label
from .kit.fields import LineEdit
from .kit.item_list import ItemList
from .kit.item_model import ItemRow
from .kit.text_notes import KEYS
from .kit.theme import font
from .kit.tokens import Type


class WordsCard(Card):
    """Spelling on or off, and the person's own words, which hold for all binders at this computer."""

    turned = Signal(bool)
    added = Signal(str)
    removed = Signal(str)

    def __init__(self, on: bool, parent: QWidget | None = None) -> None:
        super().__init__("Stavning", parent)
        self.on = QCheckBox("Stryk under ord som inte finns i ordlistan")
        self.on.setFont(font(Type.BODY))
        self.on.setChecked(on)
        self.on.toggled.connect(self.turned)
        self.body.addWidget(self.on)
        self.body.addWidget(
            Label(
                f"{KEYS} i en text visar vad som kan stå i stället. Namn i registret räknas som rätt. Egna "
                "ord gäller alla pärmar på den här datorn och sparas utanför pärmen: lägg inga ord med "
                "sekretess här.",
                tone="muted",
                wrap=True,
            )
        )
        self.list = ItemList("Egna ord", number_width=0)
        self.list.setMinimumHeight(96)
        self.body.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.word = LineEdit(placeholder="nytt ord")
        self.word.setAccessibleName("Nytt eget ord")
        self.word.setMaximumWidth(240)
        self.add = Button("Lägg till", ButtonKind.SECONDARY, icon="plus", hint="Enter")
        self._remove = Button("Ta bort", ButtonKind.QUIET, hint="Del")
        for widget in (self.word, self.add, self._remove):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        self.word.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self._remove.clicked.connect(lambda: self._away(self.list.current_id() or ""))
        self.list.removeRequested.connect(self._away)

    def show_words(self, words: Sequence[str]) -> None:
        """Show these own words."""
        self.list.set_rows([ItemRow(word, "", word) for word in words])
        for widget in (self.list, self._remove):
            widget.setVisible(bool(words))
        if words and self.list.current_id() is None:
            self.list.set_current_id(words[0])

    def _add(self) -> None:
        if word := self.word.text().strip():
            self.word.clear()
            self.added.emit(word)

    def _away(self, word: str) -> None:
        if word:
            self.removed.emit(word)
