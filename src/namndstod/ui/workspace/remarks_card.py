"""Reservations, remarks, who takes no part and uppdrag of a §: one key each, also after the klubba."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from namndstod.domain.proceedings import RemarkKind
from namndstod.domain.records import MeetingState
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.base import Command
from namndstod.services.commands.editing import Edit
from namndstod.services.commands.motions import TakeNoPart
from namndstod.services.commands.remarks import (
    AddAssignment,
    AddRemark,
    FinishAssignment,
    PermitRemark,
    ReceiveReasons,
    ReceiveStatement,
    RemoveAssignment,
    RemoveRemark,
    RemoveReservation,
    Reserve,
)
from namndstod.ui.kit.basics import Button, ButtonKind
from namndstod.ui.kit.flow import FlowLayout

from .actions import Actions
from .remark_editor import Offer, RemarkEditor, Written
from .remark_rows import RemarkRow
from .remark_words import (
    Act,
    Said,
    SaidRow,
    held_by,
    is_told_of,
    names_of,
    reserve_all,
    said_rows,
    speakers_of,
)
from .section_card import SectionCard

NEW: tuple[tuple[Said, str, str], ...] = (
    (Said.RESERVATION, "Reservation", "Shift V"),
    (Said.STATEMENT, "Särskilt yttrande", "S"),
    (Said.NOTE, "Anteckning", "P"),
    (Said.NO_PART, "Deltar inte", "T"),
    (Said.ASSIGNMENT, "Uppdrag", "G"),
)
"""What can be noted, the words on its button, and its key."""

_LETTERS = {key: kind for kind, _, key in NEW if len(key) == 1}


class RemarksCard(SectionCard[RemarkRow]):
    """What is said of a decision."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Reservationer och anteckningar", actions, self._new_row, parent)
        self.editor = RemarkEditor()
        flow = FlowLayout(spacing=4)
        self.all = Button("Alla som röstat emot", ButtonKind.QUIET, icon="plus", hint="V", small=True)
        flow.addWidget(self.all)
        self.new: dict[Said, Button] = {}
        for kind, words, key in NEW:
            button = Button(words, ButtonKind.QUIET, icon="plus", hint=key, small=True)
            button.clicked.connect(lambda _=False, k=kind: self.begin(k))
            self.new[kind] = button
            flow.addWidget(button)
        self.body.addWidget(self.editor)
        self.body.addLayout(flow)
        self.all.clicked.connect(self.reserve_all)
        self.editor.stored.connect(self._store)
        self.editor.left.connect(self._leave)

    # --- what is shown ---------------------------------------------------------------------------

    def show_section(self, view: MeetingView, section: SectionView, *, frozen: bool) -> None:
        """Show a §; a form that is being filled in stays while it is the same §."""
        if self._take_section(view, section, frozen=frozen):
            self.editor.hide()
        rows = said_rows(view, section, frozen=frozen)
        for widget, row in zip(self._rows_for(len(rows)), rows, strict=True):
            widget.show_row(row, frozen=frozen)
        voted = bool(section.deliberation.votes)
        self.all.setText("Alla som röstat emot" if voted else "Alla vars yrkande föll")
        self._show_foot(shown=self.editor.isHidden())
        self.setVisible(is_told_of(section) and not (frozen and not rows))

    def _show_foot(self, *, shown: bool) -> None:
        """Show the buttons for something new, or none while the form is open."""
        view, section = self._view, self._section
        shown = shown and not self._frozen
        for button in self.new.values():
            button.setVisible(shown)
        lost = shown and view is not None and section is not None and reserve_all(view, section) is not None
        self.all.setVisible(lost)

    def focus_first(self) -> None:
        """Go to the first row, or to the first button."""
        first = next((b for row in self._rows for b in row.buttons() if not b.isHidden()), None)
        target = first or self.new[Said.RESERVATION]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self) -> RemarkRow:
        row = RemarkRow()
        row.changeRequested.connect(self._change)
        row.removeRequested.connect(self._remove)
        row.acted.connect(self._act)
        return row

    # --- keys ------------------------------------------------------------------------------------

    def key_pressed(self, event: QKeyEvent) -> bool:
        """V: all who lost reserve; Shift+V, S, P, T, G begin the form. False for any other key."""
        if self._frozen or self.isHidden():
            return False
        letter = event.text().upper()
        if letter == "V" and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.reserve_all()
        elif letter == "V":
            self.begin(Said.RESERVATION)
        elif letter in _LETTERS:
            self.begin(_LETTERS[letter])
        else:
            return False
        return True

    # --- what a person asks for ------------------------------------------------------------------

    def reserve_all(self) -> None:
        """All who voted against reserve; where nobody lost, the form is opened instead."""
        view, section = self._view, self._section
        if view is None or section is None or self._frozen:
            return
        found = reserve_all(view, section)
        if found is None:
            self.begin(Said.RESERVATION)
        else:
            self._actions.do_with_undo(*found)

    def begin(self, kind: Said) -> None:
        """Write something new."""
        if self._section is not None and not self._frozen:
            self.editor.open_new(kind, self._offer(self._section))
            self._show_foot(shown=False)

    def flush(self) -> None:
        """Store what is being written."""
        self.editor.flush()

    def _offer(self, section: SectionView) -> Offer:
        assert self._view is not None
        view = self._view
        return Offer(
            names_of(view, section),
            speakers_of(view, section),
            held_by(view, section),
            closed=view.meeting.state is not MeetingState.OPEN,
        )

    def _change(self, row: SaidRow) -> None:
        section = self._section
        if section is not None and not self._frozen:
            self.editor.open_row(row.kind, row.id, section.deliberation, self._offer(section))
            self._show_foot(shown=False)

    def _leave(self) -> None:
        had_focus = self.editor.has_focus()
        self.editor.hide()
        self._show_foot(shown=True)
        if had_focus:
            self.settledHere.emit()

    def _store(self, written: Written) -> None:
        section = self._section
        if section is None:
            return
        if all(self._actions.do(command) is not None for command in _commands(written, section)):
            self._leave()

    def _remove(self, row: SaidRow) -> None:
        section = self._section
        if section is None:
            return
        commands: dict[Said, Command] = {
            Said.RESERVATION: RemoveReservation(row.id),
            Said.NO_PART: TakeNoPart(row.id, tuple(section.deliberation.not_taking_part), False),
            Said.ASSIGNMENT: RemoveAssignment(row.id),
        }
        command = commands.get(row.kind, RemoveRemark(row.id))
        if self._actions.do_with_undo(command, f"Togs bort: {row.text}") is not None:
            self.settledHere.emit()

    def _act(self, row: SaidRow, act: Act) -> None:
        today = self._actions.session.today
        commands: dict[Act, Command] = {
            Act.PERMIT: PermitRemark(row.id),
            Act.REFUSE: PermitRemark(row.id, permitted=False),
            Act.REASONS: ReceiveReasons(row.id, today),
            Act.TEXT: ReceiveStatement(row.id),
            Act.DONE: FinishAssignment(row.id, today),
            Act.NOT_DONE: FinishAssignment(row.id, None),
        }
        if self._actions.do(commands[act]) is not None:
            self.settledHere.emit()


def _commands(written: Written, section: SectionView) -> tuple[Command, ...]:
    """Return what stores the form. Who takes no part may be two steps: some more, and some no longer."""
    where, said = section.section.id, section.deliberation
    if written.kind is Said.NO_PART:
        before = said.not_taking_part if written.id else frozenset()
        more = tuple(p for p in written.persons if p not in before)
        fewer = tuple(p for p in before if p not in written.persons)
        steps = (TakeNoPart(where, more), TakeNoPart(where, fewer, False))
        return tuple(step for step in steps if step.persons)
    if written.id:
        return (_changed(written, section),)
    if written.kind is Said.RESERVATION:
        w = written
        return (Reserve(where, w.persons, w.option, w.words, w.written, w.late),)
    if written.kind is Said.ASSIGNMENT:
        return (AddAssignment(where, written.to, written.words, written.day),)
    kind = RemarkKind.STATEMENT if written.kind is Said.STATEMENT else RemarkKind.NOTE
    w = written
    return (AddRemark(where, kind, w.persons, w.parties, w.words, w.day, w.permitted),)


def _changed(written: Written, section: SectionView) -> Command:
    w, said = written, section.deliberation
    if w.kind is Said.RESERVATION:
        one = next(r for r in said.reservations if r.id == w.id)
        return Edit(
            replace(one, persons=w.persons, option=w.option, words=w.words, written=w.written, late=w.late)
        )
    if w.kind is Said.ASSIGNMENT:
        task = next(t for t in said.assignments if t.id == w.id)
        return Edit(replace(task, to=w.to, what=w.words, due=w.day))
    note = next(r for r in said.remarks if r.id == w.id)
    return Edit(replace(note, persons=w.persons, parties=w.parties, words=w.words, dated=w.day))
