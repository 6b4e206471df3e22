"""An utskott's proposal on its way to the nämnd, or a nämnd's to fullmäktige, with one key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from namndstod.domain.proposing import proposes
from namndstod.domain.records import Outcome, SectionState, TextRole
from namndstod.domain.swedish import genitive, long_date
from namndstod.domain.view import SectionView
from namndstod.services.carrying import Passage, passage
from namndstod.services.commands.carrying import PassOn
from namndstod.ui.kit.basics import Button, Card, Label
from namndstod.ui.kit.tokens import Type

from .actions import Actions

KEY = "Ctrl+U"
_DECIDED = (Outcome.APPROVED, Outcome.CHANGED)


class PassingCard(Card):
    """Shown in a decided § that proposes something to a body of the binder."""

    meetingRequested = Signal(str, str)  # ids of the meeting and of the item there

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Förslag vidare")
        self.follow_width()
        self.setParent(parent)
        self._actions = actions
        self._section: SectionView | None = None
        self._way: Passage | None = None
        self._said = Label("", Type.BODY, wrap=True)
        self.pass_on = Button("Lägg på listan", icon="plus", hint="Ctrl U")
        self.look = Button("Öppna ärendet där")
        self.pass_on.clicked.connect(self.send)
        self.look.clicked.connect(self._look)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.pass_on)
        row.addWidget(self.look)
        row.addStretch(1)
        self.body.addWidget(self._said)
        self.body.addLayout(row)
        self.hide()

    def show_section(self, section: SectionView) -> None:
        """Show where what the § proposes goes, or nothing."""
        self._section = section
        self._way = self._find(section)
        self.setVisible(self._way is not None)
        if self._way is None:
            return
        name, meeting = self._way.body_name, self._way.meeting
        day = long_date(meeting.day) if meeting is not None else ""
        if self._way.item_id is not None:
            self._said.setText(f"Förslaget står på listan till {genitive(name)} sammanträde {day}.")
        elif meeting is not None:
            self._said.setText(
                f"Förslaget läggs på listan till {genitive(name)} sammanträde {day}, "
                "med handlingar och mottagare."
            )
        else:
            self._said.setText(
                f"{name} har inget kommande sammanträde. Förslaget väntar i Kallelse när det är planerat."
            )
        self.pass_on.setVisible(meeting is not None and self._way.item_id is None)
        self.look.setVisible(self._way.item_id is not None)

    def send(self) -> None:
        """Put the proposal on the list of the body above."""
        section, way = self._section, self._way
        if section is not None and way is not None and way.meeting is not None and way.item_id is None:
            day = long_date(way.meeting.day)
            said = f"Förslaget står nu på listan till {genitive(way.body_name)} sammanträde {day}."
            self._actions.do_with_undo(PassOn(section.section.id), said)

    def _look(self) -> None:
        if self._way is not None and self._way.meeting is not None and self._way.item_id is not None:
            self.meetingRequested.emit(self._way.meeting.id, self._way.item_id)

    def _find(self, section: SectionView) -> Passage | None:
        stored = section.section
        if stored.state is not SectionState.DECIDED or stored.outcome not in _DECIDED:
            return None
        decision = section.parts[TextRole.DECISION].drafts
        if not proposes(decision):
            return None
        return self._actions.session.ask(passage, stored, decision)
