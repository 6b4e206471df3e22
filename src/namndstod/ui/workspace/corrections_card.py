"""Rättelse: what was wrong, what it should be, when and by whom; visible, never silent (JO 581-2013)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.approval_phrases import correction_line
from namndstod.domain.records import MeetingState
from namndstod.domain.view import MeetingView
from namndstod.services.commands.notices import AddCorrection
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label
from namndstod.ui.kit.dates import DateEdit
from namndstod.ui.kit.fields import Combo, LineEdit
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .inline_form import InlineForm


class CorrectionsCard(Card):
    """The rättelser made, and the form for one more. Shown once something is justerat."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Rättelser")
        self.follow_width()
        self.setParent(parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self.listed = Label("", Type.BODY, wrap=True)
        self.form = CorrectionForm()
        self.new = Button("Ny rättelse", ButtonKind.QUIET, icon="plus", small=True)
        foot = QHBoxLayout()
        foot.addWidget(self.new)
        foot.addStretch(1)
        self.body.addWidget(self.listed)
        self.body.addWidget(self.form)
        self.body.addLayout(foot)
        self.new.clicked.connect(self._begin)
        self.form.written.connect(self._store)
        self.form.left.connect(self._leave)

    def show_view(self, view: MeetingView) -> None:
        """Show the rättelser."""
        self._view = view
        numbers = {s.section.id: s.number for s in view.sections}
        lines = [correction_line(c, numbers.get(c.section_id or "")) for c in view.corrections]
        self.listed.setText("\n".join(lines))
        self.listed.setVisible(bool(lines))
        self.setVisible(bool(_correctable(view)))

    def _begin(self) -> None:
        if self._view is not None:
            self.new.hide()
            self.form.open_for(self._view, self._actions)

    def _leave(self) -> None:
        self.form.hide()
        self.new.show()

    def _store(self, command: AddCorrection) -> None:
        if self._actions.do_with_undo(command, "Rättelsen är antecknad.") is not None:
            self._leave()


class CorrectionForm(InlineForm):
    """§, wrong, right, day and name."""

    written = Signal(object)  # AddCorrection

    def __init__(self) -> None:
        super().__init__("Anteckna rättelsen")
        self._meeting_id = ""
        self.section = Combo()
        self.wrong, self.right = LineEdit(placeholder="som det står"), LineEdit(placeholder="som det ska stå")
        self.day = DateEdit()
        self.person = LineEdit()
        self.add_line(
            ("section", "Paragraf", self.section, 0),
            ("wrong", "Fel", self.wrong, 1),
            ("right", "Rätt", self.right, 1),
        )
        self.add_line(("day", "Dag", self.day, 1), ("person", "Rättat av", self.person, 1))

    def open_for(self, view: MeetingView, actions: Actions) -> None:
        """Write a new one."""
        self._meeting_id = view.meeting.id
        self.section.clear()
        for section_id, words in _correctable(view):
            self.section.addItem(words, section_id)
        self.section.setCurrentIndex(0)
        self.wrong.clear()
        self.right.clear()
        self.day.set_date(actions.session.today)
        self.person.setText(actions.session.person)
        self.enter(self.section)

    def missing(self) -> str:
        """Say what is missing."""
        if not (self.wrong.text().strip() and self.right.text().strip()):
            return "Ange vad som är fel och vad det ska vara."
        if not self.day.is_valid() or self.day.date() is None:
            return "Ange dagen för rättelsen, åååå-mm-dd."
        return "" if self.person.text().strip() else "Ange vem som gör rättelsen."

    def hand_over(self) -> None:
        """Give the rättelse."""
        day = self.day.date()
        if day is not None:
            section = str(self.section.value() or "") or None
            wrong, right = self.wrong.text(), self.right.text()
            self.written.emit(AddCorrection(self._meeting_id, section, day, wrong, right, self.person.text()))


def _correctable(view: MeetingView) -> tuple[tuple[str, str], ...]:
    """What can be corrected: every § when all is justerat, else those that were at once."""
    whole = view.meeting.state is MeetingState.APPROVED
    found = [
        (s.section.id, f"§ {s.number}")
        for s in view.sections
        if s.number is not None and (whole or s.section.approved is not None)
    ]
    return (("", "protokollet"), *found) if whole else tuple(found)
