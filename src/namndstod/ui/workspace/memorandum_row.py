"""The line above an item's documents: begin its FöredragningsPM, or go on writing it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.memoranda import told_of
from namndstod.domain.papers import NAMES
from namndstod.domain.records import PaperKind
from namndstod.domain.view import ItemView
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

KEY = "F6"
_NAME = NAMES[PaperKind.MEMORANDUM]


class MemorandumRow(QWidget):
    """`wanted` asks to write it."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self.write = Button("", ButtonKind.SECONDARY, icon="pen", hint=KEY)
        self._told = Label("", Type.SMALL, "muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self.write)
        row.addWidget(self._told, 1)
        self.write.clicked.connect(self.wanted)

    def show_item(self, item: ItemView | None, *, frozen: bool) -> None:
        """Show what the item has; where nothing can be written and nothing is, the line is not there."""
        has = item is not None and item.memorandum is not None
        self.setVisible(item is not None and (has or not frozen))
        self.write.setText(_NAME if has else f"Skriv {_NAME}")
        self._told.setText(told_of(item.memorandum) if item is not None and item.memorandum else "")
