"""The head of a list on its way in: file, period, number and sum, sender, what is said of it as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.findings.finding import Severity
from namndstod.services.delegation.bringing import BroughtList
from namndstod.services.delegation.planning import PlanState
from namndstod.ui.kit.basics import Button, ButtonKind, Label, Sign
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.theme import font, set_area
from namndstod.ui.kit.tokens import Type

from .intake_words import SEVERAL, SEVERITIES, summary

_TOLD = 3  # sentences shown before the rest is folded


class IntakeHead(QWidget):
    """Two lines and what is said of the list."""

    stateChosen = Signal(object)  # PlanState, or None for all
    senderWritten = Signal(str)
    bodyChosen = Signal(str)
    tickWanted = Signal(bool)
    marksWanted = Signal()
    letterWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self._written: str | None = None
        self._sender = ""  # as it is shown
        self._all = False
        self._said: Sequence[tuple[Severity, str, str]] = ()
        self.file = Label("", Type.HEADING)
        self.sums = Label("", Type.BODY, "muted")
        self.body = Combo()
        self.body.setAccessibleName("Nämnd")
        self.from_whom = LineEdit("", "Vem listan kommer från")
        self.from_whom.setAccessibleName("Avsändare")
        self.from_whom.setFixedWidth(190)
        self.filter = Combo()
        self.filter.setAccessibleName("Vilka rader")
        self.tick = Button("Kryssa alla", ButtonKind.QUIET, small=True)
        self.untick = Button("Kryssa inga", ButtonKind.QUIET, small=True)
        self.marks = Button("Spara med markeringar", hint="Ctrl M", small=True)
        self.letter = Button("Kopiera följebrev", ButtonKind.QUIET, small=True)
        self.report = QCheckBox("Anmäl på nästa sammanträde")
        self.report.setFont(font(Type.BODY))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 16, 8)
        column.setSpacing(6)
        whom = QWidget()
        pair = QHBoxLayout(whom)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.addWidget(Label("Avsändare", Type.SMALL, "muted"))
        pair.addWidget(self.from_whom)
        first = FlowLayout(spacing=12)
        for widget in (self.file, self.sums, self.body, whom):
            first.addWidget(widget)
        column.addLayout(first)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(2)
        column.addLayout(self._sentences)
        acts = FlowLayout(spacing=8)
        for widget in (self.filter, self.tick, self.untick, self.marks, self.letter, self.report):
            acts.addWidget(widget)
        column.addLayout(acts)
        self.filter.activated.connect(lambda _: self.stateChosen.emit(self.filter.value()))
        self.body.activated.connect(lambda _: self.bodyChosen.emit(str(self.body.value())))
        self.from_whom.editingFinished.connect(self._write)
        self.tick.clicked.connect(lambda: self.tickWanted.emit(True))
        self.untick.clicked.connect(lambda: self.tickWanted.emit(False))
        self.marks.clicked.connect(self.marksWanted)
        self.letter.clicked.connect(self.letterWanted)

    def show_list(self, brought: BroughtList, said: Sequence[tuple[Severity, str, str]]) -> None:
        """Show a list."""
        plan = brought.plan
        self.file.setText(brought.path.name)
        self.sums.setText(summary(plan))
        self.sums.setToolTip(plan.title)
        self._sender = plan.sender
        if not self.from_whom.hasFocus():
            self.from_whom.setText(plan.sender)
        self.body.clear()
        for each in brought.bodies:
            self.body.addItem(each.term.name, each.body.id)
        self.body.set_value(plan.body_id)
        self.body.setVisible(len(brought.bodies) > 1)
        wanted = self.state()
        self.filter.clear()
        self.filter.addItem(f"Alla rader ({len(plan.rows)})", None)
        for state, name in SEVERAL.items():
            if state in plan.counts:
                self.filter.addItem(f"{name} ({plan.counts[state]})", state)
        self.filter.set_value(wanted if wanted in plan.counts else None)
        faulty = any(plan.counts.get(s) for s in (PlanState.ERROR, PlanState.WARNING)) or bool(said)
        self.marks.setVisible(faulty)
        self.letter.setVisible(faulty)
        self._said = said
        self._show_said()

    def state(self) -> PlanState | None:
        """The state of the rows that are wanted; None for all."""
        value = self.filter.value()
        return PlanState(str(value)) if value else None  # Qt gives an enumeration back as text

    def written_sender(self) -> str | None:
        """What a person has written as sender; None for what the file says."""
        return self._written

    def forget(self) -> None:
        """Be ready for another list."""
        self._written = None
        self._all = False
        self.filter.clear()

    def set_busy(self, busy: bool) -> None:
        """Keep what must wait from being pressed."""
        self.marks.setEnabled(not busy)

    def _write(self) -> None:
        text = self.from_whom.text().strip()
        if text != self._sender:
            self._written = self._sender = text
            self.senderWritten.emit(text)

    def _show_said(self) -> None:
        while (item := self._sentences.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        shown = self._said if self._all else self._said[:_TOLD]
        for severity, message, source in shown:
            self._sentences.addWidget(_sentence(severity, message, source))
        rest = len(self._said) - len(shown)
        if rest:
            more = Button(f"Visa {rest} till", ButtonKind.QUIET, small=True)
            more.clicked.connect(self._show_all)
            self._sentences.addWidget(more)

    def _show_all(self) -> None:
        self._all = True
        self._show_said()


def _sentence(severity: Severity, message: str, source: str) -> QWidget:
    icon, tone, name = SEVERITIES[severity]
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Sign(icon, tone, 16, name=name))
    text = Label(message, Type.BODY, wrap=True)
    text.setToolTip(source)
    row.addWidget(text, 1)
    return line
