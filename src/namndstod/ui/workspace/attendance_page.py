"""Närvaro inför sammanträdet: what each has said about coming, and ersättare called in, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from namndstod.domain.proceedings import Reply, Summons
from namndstod.domain.replies import call_in_proposals, places_filled
from namndstod.domain.view import MeetingView
from namndstod.services.commands.replies import CallIn, ProposeSubstitutes, RecordReply
from namndstod.ui.kit.basics import Button, Hairline, Label, Pill
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Tone, Type

from .actions import Actions
from .key_watch import KeyWatch
from .reply_editor import ReplyEditor
from .reply_words import reply_of, reply_rows, summons_for
from .seat_list import SeatList

_BESIDE = 640
"""Width in pixels from which the fields stand beside the list."""


class AttendancePage(QWidget):
    """Everybody of the body with a line each, and the fields of the chosen one. A letter is a command."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self._actions = actions
        self._view: MeetingView | None = None
        self._frozen = False
        self.list = SeatList()
        self.list.setAccessibleName("Svar inför sammanträdet")
        self.editor = ReplyEditor()
        self.filled = Pill()
        self.propose = Button("Föreslå ersättare", hint="P", small=True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(10)
        head.addWidget(Label("Närvaro", Type.HEADING))
        head.addWidget(self.filled)
        head.addStretch(1)
        head.addWidget(self.propose)
        self._fields = fields = QScrollArea()
        fields.setWidgetResizable(True)
        fields.setFrameShape(QScrollArea.Shape.NoFrame)
        fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fields.setWidget(self.editor)
        set_area(fields.viewport(), "surface")
        self._line = Hairline(Qt.Orientation.Vertical)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addWidget(self.list, 3)
        self._body.addWidget(self._line)
        self._body.addWidget(fields, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addLayout(self._body, 1)
        self._keys: dict[str, Callable[[], object]] = {
            "F": self.toggle_absent,
            "D": self.toggle_remote,
            "K": lambda: self.summon(Summons.CALLED),
            "J": lambda: self.summon(Summons.ACCEPTED),
            "N": lambda: self.summon(Summons.DECLINED),
            "P": self.propose_all,
        }
        self._connect()

    def _connect(self) -> None:
        KeyWatch(self.list, self._key)
        self.list.currentIdChanged.connect(self._show_person)
        self.list.activatedId.connect(lambda _: self.editor.begin())
        self.propose.clicked.connect(self.propose_all)
        self.editor.absent.clicked.connect(self.toggle_absent)
        self.editor.remote.clicked.connect(self.toggle_remote)
        self.editor.replied.connect(self._record)
        self.editor.chosen.connect(self._choose)
        self.editor.left.connect(self.focus_list)
        self.editor.entered.connect(lambda field: self._fields.ensureWidgetVisible(field, 8, 40))
        for summons, button in self.editor.asked.items():
            button.clicked.connect(lambda _=False, s=summons: self.summon(s))

    def show_meeting(self, view: MeetingView, *, frozen: bool) -> None:
        """Show what has been said."""
        self._view, self._frozen = view, frozen
        places = places_filled(view)
        self.filled.set(str(places), Tone.DONE if places.filled >= places.seats else Tone.LOOK)
        self.list.set_rows(reply_rows(view))
        if self.list.current_id() is None and view.members:
            self.list.set_current_id(view.members[0].person_id)
        self.propose.setEnabled(not frozen and bool(call_in_proposals(view)))
        self._show_person()

    def flush(self) -> None:
        """Store what is typed."""
        self.editor.flush()

    def focus_list(self) -> None:
        """Put the focus on the people, where letters are commands."""
        self.editor.flush()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields stand beside the list where there is room, else under it."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._line.setMinimumSize(1, 1)
        self._line.setMaximumSize(*((1, 16_777_215) if beside else (16_777_215, 1)))

    def _show_person(self, _: str = "") -> None:
        person = self.list.current_id()
        if self._view is not None and person is not None and person in self._view.people:
            self.editor.show_person(self._view, person, frozen=self._frozen)

    def _key(self, event: QKeyEvent) -> bool:
        act = self._keys.get(event.text().upper())
        if act is None or event.modifiers():
            return False
        act()
        return True

    # --- what a person asks for ------------------------------------------------------------------

    def toggle_absent(self) -> None:
        """The chosen person has förhinder for the whole meeting, or none after all."""
        person, reply = self._chosen_reply()
        absent = reply is not None and reply.absent
        self._record(person, {"absent": not absent, "from_at": None, "until_at": None})

    def toggle_remote(self) -> None:
        """The chosen person takes part on distance, or in the room."""
        person, reply = self._chosen_reply()
        self._record(person, {"remote": not (reply is not None and reply.remote)})

    def _chosen_reply(self) -> tuple[str, Reply | None]:
        person = self.list.current_id() or ""
        return person, reply_of(self._view, person) if self._view is not None else None

    def summon(self, summons: Summons) -> None:
        """The ersättare of the chosen row is called, says yes or says no; the same key takes it back."""
        view, person = self._view, self.list.current_id()
        target = summons_for(view, person) if view is not None and person is not None else None
        if view is None or target is None or self._frozen:
            return
        substitute, seat = target
        before = reply_of(view, substitute)
        stands = before.summons if before is not None else Summons.NONE
        if stands is summons:
            summons = Summons.NONE if summons is Summons.CALLED else Summons.CALLED
        self._actions.do(CallIn(view.meeting.id, substitute, seat, summons))
        self._show_person()  # a button that was refused is not left pressed

    def propose_all(self) -> None:
        """Propose an ersättare for each seat that needs one."""
        if self._view is not None and self.propose.isEnabled():
            self._actions.do(ProposeSubstitutes(self._view.meeting.id))

    def _choose(self, chosen: str) -> None:
        """Another ersättare is asked for the ledamot, or the ersättare for another seat."""
        view, person = self._view, self.list.current_id()
        if view is None or person is None:
            return
        if any(m.person_id == person for m in view.members):
            if chosen:
                self._actions.do(CallIn(view.meeting.id, chosen, person, Summons.PROPOSED))
            return
        before = reply_of(view, person)
        stands = before.summons if before is not None else Summons.NONE
        wanted = Summons.PROPOSED if stands is Summons.NONE else stands
        self._actions.do(CallIn(view.meeting.id, person, chosen or None, wanted))

    def _record(self, person: str, values: dict[str, Any]) -> None:
        view = self._view
        if view is not None and person in view.people and not self._frozen:
            said = _said(reply_of(view, person)) | values
            self._actions.do(RecordReply(view.meeting.id, person, **said))


def _said(reply: Reply | None) -> dict[str, Any]:
    """Return a reply as the command takes it; without one, that somebody comes."""
    if reply is None:
        return {}
    names = ("absent", "from_at", "until_at", "remote", "diet", "note")
    return {name: getattr(reply, name) for name in names}
