"""Delegationslistan in the step Handlingar: what is reported, the list beside it, what takes it out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.delegation_lists import total
from namndstod.domain.papers import NAMES
from namndstod.domain.records import PaperKind
from namndstod.domain.swedish import counted, whole_number
from namndstod.domain.view import ItemView, MeetingView
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

from .exporting import Exporter

KEY = "F7"


class DelegatedRow(QWidget):
    """The program writes the list: there is nothing to write here. `toggled`: to be shown, or no longer."""

    toggled = Signal()

    def __init__(self, export: Exporter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: ItemView | None = None
        self._view: MeetingView | None = None
        set_area(self, "surface")
        name = NAMES[PaperKind.DELEGATED]
        self.look = Button(name, ButtonKind.SECONDARY, hint=KEY)
        self.look.setCheckable(True)
        self.word, self.pdf = Button("Word", small=True), Button("PDF", small=True)
        self.word.setAccessibleName(f"Spara {name.lower()} som Word")
        self.pdf.setAccessibleName(f"Spara {name.lower()} som PDF")
        self._told = Label("", Type.SMALL, "muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self.look)
        row.addWidget(self._told, 1)
        row.addWidget(self.word)
        row.addWidget(self.pdf)
        self.look.clicked.connect(self.toggled)
        self.word.clicked.connect(lambda: self._save(export.save_word))
        self.pdf.clicked.connect(lambda: self._save(export.save_pdf))

    def show_item(self, view: MeetingView | None, item: ItemView | None) -> None:
        """Show what the item reports; the list is looked at by itself where there is no other document."""
        other = self._item is None or item is None or self._item.item.id != item.item.id
        self._view, self._item = view, item
        self.setVisible(item is not None and bool(item.delegated))
        if item is None or not item.delegated:
            self.look.setChecked(False)
            return
        if other or not item.documents:
            self.look.setChecked(not item.documents)
        whole = total(item.delegated)
        amount = f", {whole_number(whole)} kr" if whole is not None else ""
        self._told.setText(f"{counted(len(item.delegated), 'beslut', 'beslut')}{amount}")

    @property
    def looked_at(self) -> bool:
        """Whether the list is to be shown beside."""
        return self.look.isChecked()

    def toggle(self) -> None:
        """Show the list or the document, where there is a list."""
        if self._item is not None and self._item.delegated:
            self.look.click()

    def put_away(self) -> None:
        """Another document is chosen."""
        self.look.setChecked(False)

    def _save(self, save: Callable[[PaperKind, MeetingView, tuple[str, ...]], None]) -> None:
        if self._view is not None and self._item is not None:
            save(PaperKind.DELEGATED, self._view, (self._item.item.id,))
