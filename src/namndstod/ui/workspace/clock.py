"""The clock of the meeting."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from namndstod.domain.swedish import clock
from namndstod.ui.kit.basics import Label
from namndstod.ui.kit.tokens import Type


class Clock(Label):
    """«10.42», kept right while it is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Type.HEADING, parent=parent)
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.timeout.connect(self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on."""
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop."""
        super().hideEvent(event)
        self._tick.stop()

    def _show(self) -> None:
        now = datetime.now()
        self.setText(clock(now.time()))
        self.setAccessibleName(f"Klockan är {clock(now.time())}")
        # Wakes at the next whole minute, not every second.
        self._tick.start(60_050 - now.second * 1000 - now.microsecond // 1000)
