"""The line at the bottom of an open meeting: findings as a quiet number, and the keys that help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from namndstod.domain.findings import Finding, Severity
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline, KeyHint, Label
from namndstod.ui.kit.paint import text_width
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

_KEYS = (("Ctrl ↓", "nästa §"), ("M", "markera"), ("Esc", "till listan"), ("Ctrl Z", "ångra"))


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
        self.recusals = Label("", Type.SMALL, "look")
        self.recusals.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._recusals = ("", "")  # in full, and where there is little room
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(6)
        row.addWidget(self.kontroll)
        row.addSpacing(8)
        row.addWidget(self.recusals, 1)
        row.addWidget(self._keys)
        for key, text in _KEYS:
            keys.addSpacing(8)
            keys.addWidget(KeyHint(key))
            keys.addWidget(Label(text, Type.SMALL, "muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(row)

    def show_recusals(self, text: str, short: str) -> None:
        """Say who has announced jäv in §§ that are not decided; nothing when nobody has."""
        self._recusals = (text, short)
        self.recusals.setAccessibleName(text)
        self.recusals.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Jäv is told in full where it fits, else by surnames; then the keys make way for it."""
        text, short = self._recusals
        room = self.width() - self.kontroll.sizeHint().width() - 48
        keys = self._keys.sizeHint().width()
        self._keys.setVisible(not text or text_width(short, self.recusals.font()) <= room - keys)
        room -= 0 if self._keys.isHidden() else keys
        self.recusals.setText(text if text_width(text, self.recusals.font()) <= room else short)

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
