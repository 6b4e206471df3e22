"""The watch list on Översikt: every uppdrag until it is fullgjort, one click each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.swedish import day_month
from namndstod.services.watching import WatchedAssignment

from .kit.basics import Button, ButtonKind, Card, Label
from .kit.tokens import Tone
from .lines import Line
from .presenting import when_word

SHOWN = 8
"""So many stand on the card; the rest come up as these are done."""


class AssignmentsCard(Card):
    """A line for each uppdrag, the earliest due first."""

    opened = Signal(str)  # meeting id
    finished = Signal(object)  # WatchedAssignment

    def __init__(self, watched: Sequence[WatchedAssignment], today: date) -> None:
        super().__init__("Uppdrag")
        self.body.setSpacing(0)
        self.body.addSpacing(6)
        self.rows: list[AssignmentRow] = []
        for each in watched[:SHOWN]:
            row = AssignmentRow(each, today)
            row.line.clicked.connect(lambda _=False, w=each: self.opened.emit(w.meeting.id))
            row.done.clicked.connect(lambda _=False, w=each: self.finished.emit(w))
            self.rows.append(row)
            self.body.addWidget(row)
        if len(watched) > SHOWN:
            self.body.addSpacing(6)
            self.body.addWidget(Label(f"och {len(watched) - SHOWN} till", tone="muted"))


class AssignmentRow(QWidget):
    """When it is back, what it is and to whom, where it was given, and the button that ends it."""

    def __init__(self, watched: WatchedAssignment, today: date) -> None:
        super().__init__()
        task = watched.assignment
        word, tone = when_word(task.due, today) if task.due is not None else ("utan dag", Tone.NEUTRAL)
        text = f"{task.what} ({task.to})" if task.to else task.what
        number = f"§ {watched.section.number}, " if watched.section.number is not None else ""
        self.line = Line(word, tone, text, f"{number}{day_month(watched.meeting.day)}")
        self.done = Button("Fullgjort", ButtonKind.SECONDARY, icon="check", small=True)
        self.done.setAccessibleName(f"Fullgjort: {text}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.done)
