"""Somebody announces jäv in coming §§: the §§ are ticked in a list that lies where the seats are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.view import MeetingView, SectionView
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline, Label
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

from .key_watch import KeyWatch
from .seat_words import announced_by, coming_rows


class RecusalForm(QWidget):
    """Space ticks a §, Enter stores, Esc leaves. `stored` gives the person and all §§ that they named."""

    stored = Signal(str, object)  # person, tuple of section ids
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self._view: MeetingView | None = None
        self._section: SectionView | None = None
        self._person = ""
        self._chosen: frozenset[str] = frozenset()
        self._who = Label("", Type.STRONG, wrap=True)
        self.list = ItemList("Paragrafer med jäv")
        self.tick = Button("Jäv eller inte", hint="Blanksteg", small=True)
        self.store = Button("Anmäl jäv", ButtonKind.PRIMARY, hint="Enter")
        self.leave = Button("Avbryt", ButtonKind.QUIET, hint="Esc")
        head = QVBoxLayout()
        head.setContentsMargins(14, 10, 12, 8)
        head.setSpacing(4)
        head.addWidget(self._who)
        head.addWidget(Label("Markera paragraferna (KL 6 kap. 30 §).", Type.SMALL, "muted", wrap=True))
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 8, 12, 10)
        foot.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.tick)
        row.addStretch(1)
        foot.addLayout(row)
        acts = FlowLayout(spacing=6)
        acts.addWidget(self.store)
        acts.addWidget(self.leave)
        foot.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self.list, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        KeyWatch(self.list, self._key)
        self.tick.clicked.connect(self.toggle)
        self.store.clicked.connect(self.accept)
        self.leave.clicked.connect(self.left)

    def begin(self, view: MeetingView, section: SectionView, person: str) -> None:
        """Ask where the person is jävig, from this § on."""
        self._view, self._section, self._person = view, section, person
        self._chosen = announced_by(view, person)
        self._who.setText(f"{view.label(person)} anmäler jäv i")
        self._show_rows()
        rows = coming_rows(view, section, self._chosen)
        if rows:
            self.list.set_current_id(rows[0].id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle(self) -> None:
        """Tick the current §, or take the tick away."""
        current = self.list.current_id()
        if current is not None:
            self._chosen ^= {current}
            self._show_rows()

    def accept(self) -> None:
        """Hand over the §§, in the order in which they are handled."""
        order = [s.section.id for s in self._view.sections] if self._view else []
        self.stored.emit(self._person, tuple(s for s in order if s in self._chosen))

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the shortcuts of the meeting while the form is open."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; no key here is a command of the §."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            return False
        return True

    def _show_rows(self) -> None:
        if self._view is not None and self._section is not None:
            self.list.set_rows(coming_rows(self._view, self._section, self._chosen))
