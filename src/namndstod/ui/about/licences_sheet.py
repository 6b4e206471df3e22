"""The licences of all parts: a list that can be searched, and the terms of what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from namndstod.domain.swedish_sort import fold
from namndstod.parts.installed import inventory
from namndstod.parts.model import Inventory, Part, Text
from namndstod.ui.background import Background
from namndstod.ui.kit.basics import Label
from namndstod.ui.kit.dialogs import Sheet
from namndstod.ui.kit.fields import LineEdit
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.item_model import ItemRow
from namndstod.ui.kit.tokens import Type

_AROUND = QSize(24, 60)  # what a window manager puts around a dialog, at the most


class LicencesSheet(Sheet):
    """Reads the parts in the background: in a checkout they lie in many small files."""

    def __init__(self, parent: QWidget, background: Background) -> None:
        super().__init__(parent, "Delar och licenser", ok="Stäng", cancel="")
        self._parts: dict[str, Part] = {}
        self.body.addWidget(
            Label(
                "Det här är delarna som Nämndstöd är byggt av. Alla får användas och spridas på sina "
                "villkor; ingen binder programmet till GPL eller AGPL.",
                tone="muted",
                wrap=True,
            )
        )
        self.search = LineEdit("", "Sök del eller licens")
        self.search.setAccessibleName("Sök del eller licens")
        self.list = ItemList("Delar", number_width=0)
        self.list.setFixedWidth(270)
        self.count = Label("Läser …", Type.SMALL, "muted")
        self.title = Label("", Type.MEDIUM, wrap=True)
        self.summary = Label("", Type.SMALL, "muted", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Villkor")
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, widgets in (
            (left, (self.search, self.list, self.count)),
            (right, (self.title, self.summary, self.text)),
        ):
            column.setSpacing(6)
            for widget in widgets:
                column.addWidget(widget, 1 if widget in (self.list, self.text) else 0)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left)
        both.addLayout(right, 1)
        self.body.addLayout(both, 1)
        self.search.textChanged.connect(self._show_list)
        self.list.currentIdChanged.connect(self._show_part)
        self.setMinimumSize(780, 400)
        self.resize(QSize(940, 600).boundedTo(self.screen().availableSize() - _AROUND))
        self.search.setFocus()
        background.run(inventory, owner=self, done=self.show_inventory, failed=self._failed)

    def show_inventory(self, found: Inventory) -> None:
        """List these parts."""
        self._parts = {str(number): part for number, part in enumerate(found.parts)}
        self._show_list()

    def _failed(self, error: Exception) -> None:
        self.count.setText("Delarna gick inte att läsa.")

    def _show_list(self) -> None:
        if not self._parts:
            return
        words = fold(self.search.text()).split()
        chosen = {n: p for n, p in self._parts.items() if all(w in fold(_searched(p)) for w in words)}
        self.list.set_rows([ItemRow(n, "", _title(p), _note(p)) for n, p in chosen.items()])
        self.count.setText(f"{len(chosen)} av {len(self._parts)} delar")
        if chosen and self.list.current_id() not in chosen:
            self.list.set_current_id(next(iter(chosen)))
        if not chosen:
            self._show(None)

    def _show_part(self, number: str) -> None:
        self._show(self._parts.get(number))

    def _show(self, part: Part | None) -> None:
        self.title.setText(_title(part) if part else "")
        self.summary.setText("\n".join(_about(part)) if part else "")
        self.text.setPlainText(_terms(part.texts) if part else "")


def _terms(texts: Sequence[Text]) -> str:
    """Return all texts of a part, each under its name when there are several."""
    if len(texts) == 1:
        return texts[0].body.strip()
    return "\n\n\n".join(f"{t.title}\n{'─' * min(len(t.title), 60)}\n\n{t.body.strip()}" for t in texts)


def _title(part: Part) -> str:
    return f"{part.name} {part.version}".rstrip()


def _note(part: Part) -> str:
    return f"{part.licence} · i {part.inside}" if part.inside else part.licence


def _searched(part: Part) -> str:
    return f"{part.name} {part.inside} {part.licence} {part.declared}"


def _about(part: Part) -> list[str]:
    """Return what is told above the terms."""
    lines = [f"Licens: {part.licence}"]
    if part.declared:
        lines.append(f"Delen anger: {part.declared}")
    if part.inside:
        lines.append(f"Ingår i {part.inside}")
    return [*lines, *filter(None, (part.note, part.home))]
