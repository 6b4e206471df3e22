"""The line at the bottom of an open meeting: findings as a quiet number, and the keys that help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.findings import Finding, Severity
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline, KeyHint, Label
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

_KEYS = (("Ctrl ↓", "nästa §"), ("Esc", "till listan"), ("Ctrl Z", "ångra"))


class LiveBar(QWidget):
    """Never takes the focus by itself."""

    kontrollClicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self.kontroll = Button("Kontroll", ButtonKind.QUIET, hint="F8", icon="check", small=True)
        self.kontroll.clicked.connect(self.kontrollClicked)
        row = QHBoxLayout()
        row.setContentsMargins(10, 3, 14, 3)
        row.setSpacing(6)
        row.addWidget(self.kontroll)
        row.addStretch(1)
        for key, text in _KEYS:
            row.addSpacing(8)
            row.addWidget(KeyHint(key))
            row.addWidget(Label(text, Type.SMALL, "muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(row)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say how many there are to look at."""
        blocking = sum(f.severity is Severity.BLOCK for f in findings)
        if not findings:
            self.kontroll.setText("Kontroll: inget att titta på")
        elif blocking:
            self.kontroll.setText(f"Kontroll: {blocking} att rätta, {len(findings) - blocking} att titta på")
        else:
            self.kontroll.setText(f"Kontroll: {len(findings)} att titta på")
        self.kontroll.set_icon("warning" if findings else "check")
