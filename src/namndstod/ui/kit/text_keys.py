"""Keys of the block editor that mean more than what Qt makes of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from namndstod.domain.records import MarkKind

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def kind_of_key(event: QKeyEvent) -> MarkKind | None:
    """Return what the keys mark: Ctrl+Shift+S secret, Ctrl+Shift+P personuppgift."""
    if event.modifiers() != _HELD:
        return None
    if event.key() == Qt.Key.Key_S:
        return MarkKind.SECRET
    return MarkKind.PERSONAL if event.key() == Qt.Key.Key_P else None


def undo_or_redo(event: QKeyEvent) -> str:
    """Return «undo», «redo» or nothing."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    shift_z = (
        event.key() == Qt.Key.Key_Z
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    control_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return "redo" if shift_z or control_y else ""
