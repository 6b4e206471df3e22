"""The handbook in a window of its own, before a sheet: what is filled in there stays as it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog

from .pane import HandbookPane

_SIZE = QSize(1000, 660)
_MARGIN = 80  # of the screen, for the frame of the window and the bar of the desktop


class HandbookWindow(QDialog):
    """Goes away when the handbook in it is closed."""

    def __init__(self, sheet: QDialog) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self.setWindowTitle("Handbok")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        room = self.screen().availableSize() - QSize(_MARGIN, _MARGIN)
        self.resize(_SIZE.boundedTo(room))
        self.pane = HandbookPane(self)
        self.pane.closed.connect(self.close)

    def open_at(self, place: str) -> None:
        """Show a place of the handbook."""
        self.open()
        self.pane.open_at(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The handbook is all there is."""
        super().resizeEvent(event)
        self.pane.cover()

    def done(self, result: int) -> None:
        """Close, however it is asked for, and go back to the sheet."""
        self.pane.leave()
        super().done(result)
        self._sheet.activateWindow()
