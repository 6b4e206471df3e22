"""The seats during the meeting: who sits, for whom, who came and went, changed in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.order_of_service import propose_substitutes
from namndstod.domain.records import Anchor, PresenceEvent, SectionState
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.presence import RecordPresence, ServeFor
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline, KeyHint, Label
from namndstod.ui.kit.fields import Combo
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .presence_card import ANCHORS, event_words, remove_event
from .presenting import section_label
from .seat_list import SeatList, seat_rows


class Seats(QWidget):
    """Everybody of the body in the chosen §. F6 comes here; space lets somebody go or come.

    What happened is read in the § itself («Närvaro»), so nothing is laid over the view to say it.
    """

    def __init__(self, actions: Actions, now: Callable[[], time], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self._actions = actions
        self._now = now
        self._view: MeetingView | None = None
        self._section: SectionView | None = None
        self._anchored = ""  # the § that the choice of före/under/efter was made for
        self.list = SeatList()
        self.when = Combo(ANCHORS)
        self.go = Button("Går", hint="Blanksteg")
        self.remove = Button("Ta bort", ButtonKind.QUIET, hint="Delete")
        self.serve = Combo()
        self.serve.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.serve.setMinimumContentsLength(14)
        self.serve.setAccessibleName("Vem tjänstgör på platsen")
        self._who = Label("", Type.STRONG)
        self._serve_label = Label("Tjänstgör på platsen", Type.SMALL, "muted")
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 12, 6)
        head.setSpacing(6)
        head.addWidget(Label("Platser", Type.STRONG))
        head.addStretch(1)
        head.addWidget(KeyHint("F6"))
        head.addWidget(Label("kom, gick", Type.BODY, "muted"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(Hairline())
        layout.addWidget(self._editor())
        self.setMinimumWidth(220)
        self.list.currentIdChanged.connect(self._show_person)
        self.list.activatedId.connect(lambda _: self.toggle())
        self.list.installEventFilter(self)
        self.list.removeRequested.connect(lambda _: self.take_back())
        self.go.clicked.connect(self.toggle)
        self.remove.clicked.connect(self.take_back)
        self.serve.activated.connect(lambda _: self._serve())

    def _editor(self) -> QWidget:
        pane = QWidget()
        row = FlowLayout(spacing=8)
        row.addWidget(self.when)
        row.addWidget(self.go)
        row.addWidget(self.remove)
        column = QVBoxLayout(pane)
        column.setContentsMargins(14, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._who)
        column.addLayout(row)
        column.addWidget(self._serve_label)
        column.addWidget(self.serve)
        return pane

    def show_section(self, view: MeetingView, section: SectionView | None, *, frozen: bool) -> None:
        """Show who serves in the §."""
        self._view, self._section = view, section
        self.list.set_rows(seat_rows(view, section))
        if self.list.current_id() is None and view.members:
            self.list.set_current_id(view.members[0].person_id)
        where = section_label(section) if section is not None else ""
        for index, (_, word) in enumerate(ANCHORS):
            self.when.setItemText(index, f"{word} {where}".strip())
        if section is not None and section.section.id != self._anchored:
            # A § that is klubbad is over: who goes now goes after it.
            decided = section.section.state is SectionState.DECIDED
            self.when.set_value(Anchor.AFTER if decided else Anchor.BEFORE)
            self._anchored = section.section.id
        for widget in (self.when, self.go, self.remove, self.serve):
            widget.setEnabled(section is not None and not frozen)
        self._show_person()

    def toggle(self) -> None:
        """Let the chosen person go, or come."""
        view, section, person = self._view, self._section, self.list.current_id()
        if view is None or section is None or person is None or not self.go.isEnabled():
            return
        there = self._is_there(person)
        anchor = Anchor(str(self.when.value()))
        self._actions.do(
            RecordPresence(view.meeting.id, person, not there, section.section.id, anchor, self._now())
        )

    def take_back(self) -> None:
        """Take away what was entered last of the chosen person in this §."""
        view, event = self._view, self._latest()
        if view is not None and event is not None and self.remove.isEnabled():
            remove_event(self._actions, event.id, event_words(view, event))

    def focus_list(self) -> None:
        """Put the focus on the people."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space in the list lets the chosen person go or come, who stays in sight when the list shrinks."""
        if event.type() is QEvent.Type.Resize:
            self.list.scrollTo(self.list.currentIndex())
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
        ):
            self.toggle()
            return True
        return super().eventFilter(watched, event)

    def _is_there(self, person: str) -> bool:
        """Whether somebody is in the room at the place that is chosen (before, during or after the §)."""
        section = self._section
        return section is not None and person in section.presence.present

    def _serve(self) -> None:
        view, section, seat = self._view, self._section, self.list.current_id()
        chosen = self.serve.value()
        if view is None or section is None or seat is None or not chosen:
            return
        anchor = Anchor(str(self.when.value()))
        self._actions.do(
            ServeFor(view.meeting.id, str(chosen), seat, section.section.id, anchor, self._now())
        )

    def _show_person(self, _: str = "") -> None:
        view, section, person = self._view, self._section, self.list.current_id()
        if view is None or person is None or person not in view.people:
            return
        self._who.setText(view.label(person))
        self.go.setText("Går" if self._is_there(person) else "Kommer")
        event = self._latest()
        self.remove.setVisible(event is not None)
        if event is not None:
            self.remove.setAccessibleName(f"Ta bort: {event_words(view, event)}")
        empty = section is not None and person in section.presence.empty
        standing_in = self._standing_in(person)
        candidates = self._candidates(person) if empty or standing_in else ()
        self.serve.clear()
        if standing_in is not None:
            self.serve.addItem(view.label(standing_in), standing_in)
        else:
            self.serve.addItem("ingen", "")
        for candidate in candidates:
            self.serve.addItem(view.label(candidate), candidate)
        self._serve_label.setVisible(bool(empty or standing_in))
        self.serve.setVisible(bool(empty or standing_in))

    def _latest(self) -> PresenceEvent | None:
        """What was entered last in this § of the chosen person, or of who stepped in on the seat."""
        person = self.list.current_id()
        here = (
            [e for e in self._section.events if person in (e.person_id, e.serves_for_id)]
            if (self._section)
            else []
        )
        return max(here, key=lambda e: e.position, default=None)

    def _standing_in(self, seat: str) -> str | None:
        serving = self._section.presence.serving if self._section else ()
        return next((s.person_id for s in serving if s.seat_of == seat and s.is_substitute), None)

    def _candidates(self, seat: str) -> tuple[str, ...]:
        """Ersättare who could take the seat: whom the order proposes first, then those in the room."""
        view, section = self._view, self._section
        if view is None or section is None:
            return ()
        serving = {s.person_id for s in section.presence.serving}
        free = [m.person_id for m in view.substitutes if m.person_id not in serving]
        here = [p for p in free if p in section.presence.present]
        proposed = [s.person_id for s in propose_substitutes(view.mandates, [seat], here or free)]
        return tuple(dict.fromkeys((*proposed, *here, *free)))
