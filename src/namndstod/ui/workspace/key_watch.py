"""Keys of a list that are commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class KeyWatch(QObject):
    """Gives `pressed(event)` the keys of a list before the list looks for a row by its first letter."""

    def __init__(self, widget: QWidget, pressed: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(widget)
        self._pressed = pressed
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the key."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._pressed(event):
            return True
        return super().eventFilter(watched, event)
