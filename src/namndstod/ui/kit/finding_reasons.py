"""The reasons for letting a finding stand: usual ones at one click, or one's own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .basics import Button, Label
from .fields import LineEdit
from .flow import FlowLayout
from .tokens import Type


class Reasons(QWidget):
    """Lies under a finding. `chosen` gives the reason."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self.buttons: list[Button] = []
        self._flow = FlowLayout(spacing=6)
        self.own = LineEdit(placeholder="eller ett eget skäl")
        self.own.setAccessibleName("Eget skäl")
        self.own.setMinimumWidth(160)
        self.take = Button("Godta", small=True, hint="Enter")
        self.take.clicked.connect(self._take_own)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.own, 1)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label("Varför godtas det?", Type.SMALL, "muted"))
        column.addLayout(self._flow)
        column.addLayout(row)

    def set_reasons(self, reasons: Sequence[str]) -> None:
        """Offer these at one click."""
        if tuple(reasons) == self._known:
            return
        self._known = tuple(reasons)
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for reason in reasons:
            button = Button(reason, small=True)
            button.clicked.connect(lambda _=False, r=reason: self.chosen.emit(r))
            self.buttons.append(button)
            self._flow.addWidget(button)

    def focus_first(self) -> None:
        """Go to the first reason."""
        target = self.buttons[0] if self.buttons else self.own
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is written; no key typed here means anything around it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.window().focusWidget()
            if isinstance(focus, Button):
                focus.click()
            else:
                self._take_own()
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.accept()

    def _take_own(self) -> None:
        reason = self.own.text().strip()
        if reason:
            self.own.clear()
            self.chosen.emit(reason)
        else:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
