"""What is noted of a decision as rows: what the minutes will say, how it stands, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.ui.kit.basics import Button, ButtonKind, Label, Pill
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.tokens import Type

from .remark_words import SaidRow


class RemarkRow(QWidget):
    """One row. It asks with the row that it shows."""

    changeRequested = Signal(object)  # SaidRow
    removeRequested = Signal(object)
    acted = Signal(object, object)  # SaidRow, Act

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: SaidRow | None = None
        self.text = Label("", Type.BODY, wrap=True)
        self.pill = Pill()
        self.acts: list[Button] = []
        self.change = Button("Ändra", ButtonKind.QUIET, small=True)
        self.remove = Button("Ta bort", ButtonKind.QUIET, small=True)
        self.change.clicked.connect(lambda: self.changeRequested.emit(self._row))
        self.remove.clicked.connect(lambda: self.removeRequested.emit(self._row))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.text, 1)
        head.addSpacing(8)
        for button in (self.change, self.remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.text.setContentsMargins(0, 4, 0, 0)  # in line with the words of the buttons
        self._flow = FlowLayout(spacing=6)
        self._flow.addWidget(self.pill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._flow)

    def buttons(self) -> tuple[Button, ...]:
        """Its buttons, as they stand."""
        return (*self.acts, self.change, self.remove)

    def show_row(self, row: SaidRow, *, frozen: bool) -> None:
        """Show a row; its buttons are made anew only when others are wanted."""
        wanted = row.acts if self._row is None or row.acts != self._row.acts else None
        self._row = row
        self.text.setText(row.text)
        self.pill.set(*row.pill)
        if wanted is not None:
            self._make_acts(row)
        for button in (self.change, self.remove):
            button.setVisible(not frozen and row.changes)
        for button in self.buttons():
            button.setAccessibleName(f"{button.text()}: {row.text}")

    def _make_acts(self, row: SaidRow) -> None:
        for button in self.acts:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.acts = []
        for act in row.acts:
            button = Button(act.value, small=True)
            button.clicked.connect(lambda _=False, a=act: self.acted.emit(self._row, a))
            self.acts.append(button)
            self._flow.addWidget(button)
