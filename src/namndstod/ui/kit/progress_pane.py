"""How far slow work has come, with the button that stops it; hidden while nothing is under way."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from .basics import Button, ButtonKind, Label
from .theme import set_area
from .tokens import Type


class ProgressPane(QWidget):
    """A bar, a text and «Avbryt» in a row."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name)
        self.said = Label("", Type.SMALL, "muted")
        self.cancel = Button("Avbryt", ButtonKind.QUIET, small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.said)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far it has come; a total of 0 is the end."""
        self.setVisible(total > 0)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.said.setText(text)
