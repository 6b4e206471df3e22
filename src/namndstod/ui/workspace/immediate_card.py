"""Omedelbar justering while the meeting goes on: §§ are declared, then justerade as their own protokoll."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.findings.approval import unfinished
from namndstod.domain.records import MeetingState
from namndstod.domain.swedish import capitalised, long_date, section_range
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.immediate import DeclareImmediate
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label
from namndstod.ui.kit.tokens import Type

from .actions import Actions


class ImmediateCard(Card):
    """Shown in a § that is declared justerad at once. K declares it, Shift+K justerar what is ready."""

    settledHere = Signal()
    extractRequested = Signal(str)  # id of a § justerad at once: utdrag of it are wanted now

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Omedelbar justering")
        self.follow_width()
        self.setParent(parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self._section: SectionView | None = None
        self._busy = False
        self._state = Label("", Type.BODY, wrap=True)
        self.approve = Button("Justera nu", icon="check", hint="Shift K")
        self.back = Button("Ta tillbaka", ButtonKind.QUIET, hint="K")
        self.extract = Button("Utdrag nu", icon="mail", hint="Shift K")
        self.approve.clicked.connect(self.approve_now)
        self.extract.clicked.connect(self._to_extract)
        self.back.clicked.connect(self.declare)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.approve)
        row.addWidget(self.extract)
        row.addWidget(self.back)
        row.addStretch(1)
        self.body.addWidget(self._state)
        self.body.addLayout(row)

    def show_section(self, view: MeetingView, section: SectionView, *, frozen: bool) -> None:
        """Show how it stands with the §."""
        self._view, self._section = view, section
        stored = section.section
        self.setVisible(stored.immediate)
        if not stored.immediate:
            return
        ready = ready_sections(view)
        if stored.approved is not None:
            said = f"Justerad {long_date(stored.approved)}, som ett eget protokoll. Den kan bara rättas."
            tone = "done"
        elif why := unfinished(section):
            said, tone = f"Nämnden har förklarat paragrafen omedelbart justerad. Inte klar än: {why}.", "look"
        else:
            said = "Paragrafen är färdig i skrift. Läs upp den och justera; den blir ett eget protokoll."
            tone = ""
        self._state.setText(said)
        self._state.set_tone(tone)
        numbers = section_range(s.number for s in ready if s.number is not None)
        self.approve.setText(f"Justera {numbers} nu" if len(ready) > 1 else "Justera nu")
        self.approve.setVisible(stored.approved is None and bool(ready))
        self.extract.setVisible(stored.approved is not None)
        self.approve.setEnabled(not self._busy)
        self.back.setVisible(stored.approved is None and not frozen)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """K declares, or takes that back; Shift+K justerar, and then goes to the utdrag.

        False for a key that means nothing here.
        """
        section = self._section
        if event.text().upper() != "K" or section is None:
            return False
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if section.section.approved is not None:
            return shift and self._to_extract()
        if shift:
            return self.approve_now()
        self.declare()
        return True

    def declare(self) -> None:
        """The meeting declares the § justerad at once, or it does not after all."""
        section = self._section
        if section is not None and may_be_declared(self._view, section):
            immediate = not section.section.immediate
            number = f"§ {section.number}" if section.number is not None else "Paragrafen"
            said = "förklaras omedelbart justerad" if immediate else "justeras med resten av protokollet"
            self._actions.do_with_undo(
                DeclareImmediate(section.section.id, immediate), f"{capitalised(number)} {said}."
            )
            self.settledHere.emit()

    def _to_extract(self) -> bool:
        """Go to where what is justerat at once goes out."""
        if self._section is None or self._section.section.approved is None:
            return False
        self.extractRequested.emit(self._section.section.id)
        return True

    def approve_now(self) -> bool:
        """Justera everything that is declared and ready; False when there is nothing."""
        view = self._view
        ready = ready_sections(view) if view is not None else ()
        if view is None or not ready or self._busy:
            return False
        self._busy = True
        self.approve.setEnabled(False)
        numbers = section_range(s.number for s in ready if s.number is not None)
        self._actions.background.run(
            self._actions.workplace.papers.approve_immediately,
            view.meeting.id,
            tuple(s.section.id for s in ready),
            self._actions.session.today,
            owner=self,
            done=lambda _: self._done(
                f"{numbers} justerades omedelbart. Protokollet finns i steget Justering.", ready[0]
            ),
            failed=self._failed,
        )
        return True

    def _done(self, text: str, first: SectionView) -> None:
        self._end()
        self._actions.toast(text, "Utdrag nu", lambda: self.extractRequested.emit(first.section.id))
        self.settledHere.emit()

    def _failed(self, error: Exception) -> None:
        self._end()
        self._actions.errorRaised.emit(error)

    def _end(self) -> None:
        self._busy = False
        self.approve.setEnabled(True)


def may_be_declared(view: MeetingView | None, section: SectionView) -> bool:
    """Whether a § can be declared justerad at once: at the meeting, and until it is justerad."""
    if view is None or section.section.approved is not None or view.meeting.sent_for_signing is not None:
        return False
    return view.meeting.state in (MeetingState.OPEN, MeetingState.CLOSED)


def ready_sections(view: MeetingView) -> tuple[SectionView, ...]:
    """Return the §§ that are declared justerade at once, finished in writing, and not yet justerade."""
    return tuple(
        s for s in view.sections if s.section.immediate and s.section.approved is None and not unfinished(s)
    )
