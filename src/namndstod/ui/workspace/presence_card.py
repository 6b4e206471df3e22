"""Närvaro at a §: who came, went, stepped in or is jävig there, and pauses, to correct or take away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.attendance_phrases import event_line
from namndstod.domain.proceedings import Adjournment
from namndstod.domain.records import Anchor, PresenceEvent, PresenceKind
from namndstod.domain.swedish import listed
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.pauses import RemoveAdjournment
from namndstod.services.commands.presence import RemovePresence
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label
from namndstod.ui.kit.dates import TimeEdit
from namndstod.ui.kit.fields import Combo
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .pause_row import PauseRow

Row = TypeVar("Row", bound=QWidget)

ANCHORS = ((Anchor.BEFORE, "före"), (Anchor.DURING, "under"), (Anchor.AFTER, "efter"))

_WITHOUT_TIME = (PresenceKind.ANNOUNCES_RECUSAL, PresenceKind.RECUSED)
_BESIDE = 480
"""Width in pixels from which the fields of an event stand beside its words."""


class PresenceCard(Card):
    """The events of the chosen §. `removed` when one was taken away, so that the focus can go elsewhere."""

    removed = Signal()
    takeOutRequested = Signal()  # those who have announced jäv here are to go out

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Närvaro")
        self.setParent(parent)
        self._actions = actions
        self._rows: dict[str, EventRow] = {}
        self._pauses: dict[str, PauseRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._pause_column = QVBoxLayout()
        self._pause_column.setSpacing(6)
        self.take_out = Button(hint="J", name="Ta ut den som är jävig")
        self.take_out.clicked.connect(self.takeOutRequested)
        foot = FlowLayout()
        foot.addWidget(self.take_out)
        self.body.addLayout(self._column)
        self.body.addLayout(self._pause_column)
        self.body.addLayout(foot)
        self.hide()

    def show_section(self, view: MeetingView, section: SectionView, *, frozen: bool) -> None:
        """Show the events of a §, none when they can no longer be changed; a cursor in a time stays."""
        events = () if frozen else _told(section)
        _drop(self._column, self._rows, {e.id for e in events})
        for event in events:
            if event.id not in self._rows:
                self._rows[event.id] = self._new_row(event, view.customs.time_separator)
            self._rows[event.id].show_event(event, event_words(view, event))
        pauses = () if frozen else section.facts.adjournments
        self._show_pauses(pauses, view.customs.time_separator)
        words = "" if frozen else take_out_words(view, section)
        self.take_out.setText(words)
        self.take_out.setVisible(bool(words))
        self.setVisible(bool(events or pauses))

    def _show_pauses(self, pauses: Sequence[Adjournment], separator: str) -> None:
        _drop(self._pause_column, self._pauses, {p.id for p in pauses})
        for pause in pauses:
            if pause.id not in self._pauses:
                row = PauseRow(separator, ANCHORS)
                row.changed.connect(lambda name, value, r=row: self._change_pause(r, name, value))
                row.removeRequested.connect(lambda r=row: self._remove_pause(r))
                self._pauses[pause.id] = row
                self._pause_column.addWidget(row)
            self._pauses[pause.id].show_pause(pause)

    def pauses(self) -> tuple[PauseRow, ...]:
        """The pauses shown, in their order."""
        return tuple(self._pauses.values())

    def rows(self) -> tuple[EventRow, ...]:
        """The rows shown, in the order in which the events were entered."""
        return tuple(self._rows.values())

    def flush(self) -> None:
        """Store a time that is being typed."""
        for row in self.rows():
            row.flush()
        for pause in self.pauses():
            pause.flush()

    def _new_row(self, event: PresenceEvent, separator: str) -> EventRow:
        row = EventRow(separator)
        row.at.timeChanged.connect(lambda at, r=row: self._change_time(r, at))
        row.anchor.activated.connect(lambda _, r=row: self._change_anchor(r))
        row.removeRequested.connect(lambda key=event.id: self._remove(key))
        self._column.addWidget(row)
        return row

    def _change_time(self, row: EventRow, at: time | None) -> None:
        if row.shown is not None and (at is not None or not row.at.text().strip()):
            self._store(row, replace(row.shown, at=at), "at")

    def _change_anchor(self, row: EventRow) -> None:
        if row.shown is not None:
            self._store(row, replace(row.shown, anchor=Anchor(str(row.anchor.value()))), "anchor")

    def _store(self, row: EventRow, event: PresenceEvent, field: str) -> None:
        if self._actions.do(Edit(event, field)) is None and row.shown is not None:
            row.show_event(row.shown, row.words.text())

    def _remove(self, event_id: str) -> None:
        if remove_event(self._actions, event_id, self._rows[event_id].words.text()):
            self.removed.emit()

    def _change_pause(self, row: PauseRow, name: str, value: object) -> None:
        if row.shown is not None:
            values: dict[str, Any] = {name: value}
            self._actions.do(Edit(replace(row.shown, **values), name))

    def _remove_pause(self, row: PauseRow) -> None:
        if row.shown is not None and self._actions.do_with_undo(
            RemoveAdjournment(row.shown.id), "Ajourneringen togs bort."
        ):
            self.removed.emit()


class EventRow(QWidget):
    """An event in words, where in the § and when it happened, and the button that takes it away."""

    removeRequested = Signal()

    def __init__(self, separator: str) -> None:
        super().__init__()
        self.shown: PresenceEvent | None = None
        self.words = Label("", Type.BODY, wrap=True)
        self.words.setMinimumWidth(120)
        self.anchor = Combo(ANCHORS)
        self.at = TimeEdit(separator=separator)
        self.at.setFixedWidth(76)
        self.remove = Button("Ta bort", ButtonKind.QUIET)
        self.remove.clicked.connect(self.removeRequested)
        fields = QWidget()
        flow = FlowLayout(fields, spacing=6)
        self._clock = Label("kl.", Type.BODY, "muted")
        for widget in (self.anchor, self._clock, self.at, self.remove):
            flow.addWidget(widget)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(fields)

    def show_event(self, event: PresenceEvent, words: str) -> None:
        """Show an event; what is being typed stays."""
        self.shown = event
        self.words.setText(words)
        self.anchor.set_value(event.anchor)
        for widget in (self.anchor, self._clock, self.at):  # jäv is for the whole §, and has no time
            widget.setVisible(event.kind not in _WITHOUT_TIME)
        if not (self.at.hasFocus() and self.at.isModified()):
            self.at.set_time(event.at)
        self.anchor.setAccessibleName(f"Före, under eller efter paragrafen: {words}")
        self.at.setAccessibleName(f"Klockan: {words}")
        self.remove.setAccessibleName(f"Ta bort: {words}")

    def flush(self) -> None:
        """Store a time that is being typed."""
        self.at.is_valid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter after a time stores it and nothing else; delete takes the event away."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.at.hasFocus():
            self.at.setModified(False)
            self.at.selectAll()
        elif event.key() == Qt.Key.Key_Delete and not self.at.hasFocus():
            self.removeRequested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields stand beside the words where there is room, else under them."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if event.size().width() >= _BESIDE else ways.TopToBottom)


def take_out_words(view: MeetingView, section: SectionView) -> str:
    """«Ta ut Åsa Öberg och sätt in ersättare», for those who have announced jäv in the §; or nothing."""
    names = [view.people[p].name for p in sorted(section.presence.announced)]
    return f"Ta ut {listed(names)} och sätt in ersättare" if names else ""


def event_words(view: MeetingView, event: PresenceEvent) -> str:
    """«Åsa Öberg (KD) lämnar sammanträdet», without the time."""
    return event_line(view, replace(event, at=None)).removesuffix(".")


def _told(section: SectionView) -> tuple[PresenceEvent, ...]:
    """Return what is shown, as it was entered; that jäv was announced is not, once the person is out."""
    said, out = PresenceKind.ANNOUNCES_RECUSAL, section.presence.recused
    shown = (e for e in section.events if not (e.kind is said and e.person_id in out))
    return tuple(sorted(shown, key=lambda e: e.position))


def _drop(column: QVBoxLayout, rows: dict[str, Row], kept: set[str]) -> None:
    """Take away the rows of what is no longer there."""
    for gone in rows.keys() - kept:
        row = rows.pop(gone)
        column.removeWidget(row)
        row.hide()
        row.deleteLater()


def remove_event(actions: Actions, event_id: str, words: str) -> bool:
    """Take an event away and say so, with «Ångra»; False when it was refused."""
    return actions.do_with_undo(RemovePresence(event_id), f"Togs bort: {words}") is not None
