"""A pause of the meeting (ajournering) at a §: from–to and why, corrected in place."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.proceedings import Adjournment
from namndstod.domain.records import Anchor
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.dates import TimeEdit
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.tokens import Type

from .stored_fields import Typed, unless_typing


class PauseRow(QWidget):
    """An ajournering. `changed` gives a field of it and its new value."""

    changed = Signal(str, object)
    removeRequested = Signal()

    def __init__(self, separator: str, anchors: tuple[tuple[Anchor, str], ...]) -> None:
        super().__init__()
        self.shown: Adjournment | None = None
        self.words = Label("", Type.BODY)
        self.anchor = Combo(anchors)
        self.began, self.ended = TimeEdit(separator=separator), TimeEdit(separator=separator)
        self.purpose = LineEdit(placeholder="för gruppöverläggningar")
        self.remove = Button("Ta bort", ButtonKind.QUIET)
        for field, name in (
            (self.began, "Ajournerat från klockan"),
            (self.ended, "Ajournerat till klockan"),
            (self.purpose, "Varför sammanträdet ajourneras"),
            (self.anchor, "Före, under eller efter paragrafen: ajournering"),
            (self.remove, "Ta bort: ajournering"),
        ):
            field.setAccessibleName(name)
        for edit in (self.began, self.ended):
            edit.setFixedWidth(76)
        self._typed = Typed(self.purpose)
        self._typed.wanted.connect(lambda words: self.changed.emit("purpose", words))
        self.began.timeChanged.connect(self._begin)
        self.ended.timeChanged.connect(self._end)
        self.anchor.activated.connect(lambda _: self.changed.emit("anchor", Anchor(str(self.anchor.value()))))
        self.remove.clicked.connect(self.removeRequested)
        flow = FlowLayout(spacing=6)
        for widget in (
            self.words,
            self.anchor,
            Label("kl.", tone="muted"),
            self.began,
            Label("–"),
            self.ended,
        ):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        why = QHBoxLayout()
        why.setSpacing(6)
        why.addWidget(self.purpose, 1)
        why.addWidget(self.remove)
        column.addLayout(flow)
        column.addLayout(why)

    def show_pause(self, pause: Adjournment) -> None:
        """Show a pause; what is being typed stays."""
        self.shown = pause
        self.words.setText("Ajournerat" if pause.ended is not None else "Ajournerat, pågår")
        self.anchor.set_value(pause.anchor)
        unless_typing(self.began)(pause.began)
        unless_typing(self.ended)(pause.ended)
        self._typed.show(pause.purpose)

    def flush(self) -> None:
        """Store what is being typed."""
        self.began.is_valid()
        self.ended.is_valid()
        self._typed.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stores what is typed and nothing else."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for edit in (self.began, self.ended):
                edit.setModified(False)
            self.flush()
        else:
            super().keyPressEvent(event)

    def _begin(self, at: time | None) -> None:
        if at is not None:
            self.changed.emit("began", at)
        elif self.shown is not None and not self.began.text().strip():
            self.began.set_time(self.shown.began)  # a pause has begun some time

    def _end(self, at: time | None) -> None:
        if at is not None or not self.ended.text().strip():
            self.changed.emit("ended", at)
