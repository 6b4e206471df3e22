"""FöredragningsPM in the step Handlingar: the line that opens it, and the buttons that take it out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.editions import shown_title
from namndstod.domain.memoranda import told_of
from namndstod.domain.papers import NAMES
from namndstod.domain.records import PaperKind
from namndstod.domain.view import ItemView, MeetingView
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

from .exporting import Exporter

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


class MemorandumOut:
    """The buttons «Word», «Spara PDF» and «Skriv ut». `shown` gives the meeting and the item to take out."""

    def __init__(self, export: Exporter, shown: Callable[[], tuple[MeetingView, ItemView] | None]) -> None:
        self._export = export
        self._shown = shown
        self.word, self.pdf, self.print = Button("Word"), Button("Spara PDF"), Button("Skriv ut")
        self.buttons = (self.word, self.pdf, self.print)
        self.word.clicked.connect(lambda: self._save(export.save_word))
        self.pdf.clicked.connect(lambda: self._save(export.save_pdf))
        self.print.clicked.connect(self._print)

    def _save(self, save: Callable[[PaperKind, MeetingView, tuple[str, ...], str], None]) -> None:
        if shown := self._shown():
            view, item = shown
            save(PaperKind.MEMORANDUM, view, (item.item.id,), shown_title(item))

    def _print(self) -> None:
        if shown := self._shown():
            view, item = shown
            self._export.print_(PaperKind.MEMORANDUM, view, (item.item.id,))
