"""The seats during the meeting: who sits, for whom, who came, went, leads or is jävig, changed in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.records import Anchor, PresenceEvent, PresenceKind, SectionState
from namndstod.domain.view import MeetingView, SectionView
from namndstod.services.commands.base import Command
from namndstod.services.commands.presence import (
    AnnounceRecusal,
    ChangeChair,
    GiveReason,
    RecordPresence,
    RemovePresence,
    ServeFor,
    TakeOutRecused,
    TakePartRemotely,
)
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline, KeyHint, Label
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .key_watch import KeyWatch
from .presence_card import ANCHORS, event_words, remove_event
from .presenting import section_label
from .recusal_form import RecusalForm
from .seat_editor import SeatEditor
from .seat_list import SeatList
from .seat_words import announced_by, came_or_went, is_there, latest, said_of, seat_rows, standing


class Seats(QWidget):
    """Everybody of the body in the chosen §. F6 comes here; space lets somebody go or come.

    What happened is read in the § itself («Närvaro»), so nothing is laid over the view to say it.
    """

    rollRequested = Signal()  # the upprop is to be corrected

    def __init__(self, actions: Actions, now: Callable[[], time], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self._actions = actions
        self._now = now
        self._view: MeetingView | None = None
        self._section: SectionView | None = None
        self._frozen = False
        self._anchored = ""  # the § that the choice of före/under/efter was made for
        self.list = SeatList()
        self.editor = SeatEditor()
        self.form = RecusalForm()
        self.correct = Button("Rätta uppropet", ButtonKind.QUIET, small=True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._people())
        self._pages.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setMinimumWidth(220)
        self._keys: dict[str, Callable[[], object]] = {
            "J": self.recuse,
            "L": self.lead,
            "D": self.take_part_remotely,
            "T": self.editor.open_choice,
        }
        self._connect()

    def _people(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 4)
        head.setSpacing(6)
        head.addWidget(Label("Platser", Type.STRONG))
        head.addWidget(KeyHint("F6"))
        head.addStretch(1)
        head.addWidget(self.correct)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(Hairline())
        self._foot = QScrollArea()
        self._foot.setWidgetResizable(True)
        self._foot.setFrameShape(QScrollArea.Shape.NoFrame)
        self._foot.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot.setWidget(self.editor)
        set_area(self._foot.viewport(), "surface")
        layout.addWidget(self._foot)
        return page

    def _connect(self) -> None:
        editor = self.editor
        self.list.currentIdChanged.connect(self._show_person)
        self.list.activatedId.connect(lambda _: self.toggle())
        self.list.removeRequested.connect(lambda _: self.take_back())
        self.list.installEventFilter(self)
        KeyWatch(self.list, self._key)
        self.correct.clicked.connect(self.rollRequested)
        editor.go.clicked.connect(self.toggle)
        editor.recuse.clicked.connect(self.recuse)
        editor.lead.clicked.connect(self.lead)
        editor.remote.clicked.connect(self.take_part_remotely)
        editor.announce.clicked.connect(self.ask_recusals)
        editor.remove.clicked.connect(self.take_back)
        editor.when.activated.connect(lambda _: self._show_person())
        editor.chosen.connect(self._serve)
        editor.reasonGiven.connect(self._give_reason)
        editor.left.connect(self.focus_list)
        self.form.stored.connect(self._announce)
        self.form.left.connect(self._leave_form)

    # --- what is shown ---------------------------------------------------------------------------

    def show_section(self, view: MeetingView, section: SectionView | None, *, frozen: bool) -> None:
        """Show who serves in the §."""
        self._view, self._section, self._frozen = view, section, frozen
        self.list.set_rows(seat_rows(view, section))
        if self.list.current_id() is None and view.members:
            self.list.set_current_id(view.members[0].person_id)
        where = section_label(section) if section is not None else ""
        for index, (_, word) in enumerate(ANCHORS):
            self.editor.when.setItemText(index, f"{word} {where}".strip())
        if section is not None and section.section.id != self._anchored:
            # A § that is klubbad is over: who goes now goes after it.
            decided = section.section.state is SectionState.DECIDED
            self.editor.when.set_value(Anchor.AFTER if decided else Anchor.BEFORE)
            self._anchored = section.section.id
            self._pages.setCurrentIndex(0)
        self.editor.set_enabled(section is not None and not frozen)
        self.correct.setVisible(not frozen)
        self._show_person()

    def focus_list(self) -> None:
        """Put the focus on the people."""
        self._pages.setCurrentIndex(0)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Store a reason that is being written."""
        self.editor.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The chosen person stays in sight when the list shrinks."""
        if event.type() is QEvent.Type.Resize:
            self.list.scrollTo(self.list.currentIndex())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What can be done with a person takes half of the height at most, and scrolls then."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.editor.layout()
        if layout is not None:
            layout.activate()
            needed = layout.totalHeightForWidth(self.width())
            self._foot.setFixedHeight(max(1, min(needed, self.height() // 2)))

    def _show_person(self, _: str = "") -> None:
        view, section, person = self._view, self._section, self.list.current_id()
        if view is None or section is None or person is None or person not in view.people:
            return
        event = latest(section, person)
        self.editor.show_person(
            view.label(person),
            person,
            section.presence,
            there=is_there(section, person, self.editor.anchor()),
            removable=event_words(view, event) if event is not None else "",
        )
        self.editor.show_standing(standing(view, section, person))
        self._fit()

    # --- keys ------------------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if held or self._frozen:
            return False
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
            return True
        letter = event.text().upper()
        if letter == "J" and event.modifiers():
            self.ask_recusals()
        elif letter in self._keys:
            self._keys[letter]()
        else:
            return False
        return True

    # --- what a person asks for ------------------------------------------------------------------

    def toggle(self) -> None:
        """Let the chosen person go, or come; the next in turn takes the seat. The same key takes it back."""
        section, person, anchor = self._section, self.list.current_id(), self.editor.anchor()
        if section is None or person is None:
            return
        there = is_there(section, person, anchor)
        before = came_or_went(section, person, anchor)
        if before is not None and (before.kind is PresenceKind.ARRIVES) is there:
            self._do(RemovePresence(before.id))
            return
        self._do(
            RecordPresence(
                section.section.meeting_id,
                person,
                not there,
                section.section.id,
                anchor,
                self._now(),
                fill=True,
            )
        )

    def recuse(self) -> None:
        """The chosen person is jävig in this §: out, an ersättare in. Again: not jävig after all."""
        section, person = self._section, self.list.current_id()
        if section is None or person is None:
            return
        said = said_of(section, person, PresenceKind.RECUSED)
        if said is not None:
            self._do(RemovePresence(said.id))
        else:
            self._do(TakeOutRecused(section.section.id, (person,), at=self._now()))

    def take_out_announced(self) -> bool:
        """Take out all who have announced jäv in this §; False when nobody has."""
        section = self._section
        if section is None or not section.presence.announced or self._frozen:
            return False
        self._do(TakeOutRecused(section.section.id, at=self._now()))
        return True

    def lead(self) -> None:
        """The chosen person leads from here on. Again: as before."""
        section, person = self._section, self.list.current_id()
        if section is None or person is None or not section.presence.serves(person):
            return
        said = said_of(section, person, PresenceKind.CHAIRS)
        if section.presence.chair != person:
            self._do(
                ChangeChair(
                    section.section.meeting_id, person, section.section.id, self.editor.anchor(), self._now()
                )
            )
        elif said is not None:
            self._do(RemovePresence(said.id))

    def take_part_remotely(self) -> None:
        """The chosen person takes part on distance from here on; or is in the room again."""
        section, person = self._section, self.list.current_id()
        if section is None or person is None:
            return
        place = (section.section.meeting_id, person)
        said = said_of(section, person, PresenceKind.REMOTE)
        if said is not None:
            self._do(RemovePresence(said.id))
        elif person in section.presence.remote:
            self._do(RecordPresence(*place, True, section.section.id, self.editor.anchor(), self._now()))
        else:
            self._do(TakePartRemotely(*place, section.section.id, self.editor.anchor(), self._now()))

    def ask_recusals(self) -> None:
        """Ask in which of the coming §§ the chosen person is jävig."""
        view, section, person = self._view, self._section, self.list.current_id()
        if view is not None and section is not None and person is not None and not self._frozen:
            self._pages.setCurrentWidget(self.form)
            self.form.begin(view, section, person)

    def take_back(self) -> None:
        """Take away what was entered last of the chosen person in this §."""
        view, event = self._view, self._latest()
        if view is not None and event is not None and not self._frozen:
            remove_event(self._actions, event.id, event_words(view, event))

    def _latest(self) -> PresenceEvent | None:
        person = self.list.current_id()
        return latest(self._section, person) if self._section is not None and person is not None else None

    def _announce(self, person: str, section_ids: tuple[str, ...]) -> None:
        view = self._view
        self._leave_form()
        if view is not None and frozenset(section_ids) != announced_by(view, person):
            self._do(AnnounceRecusal(view.meeting.id, person, section_ids))

    def _leave_form(self) -> None:
        self.focus_list()

    def _serve(self, chosen: str) -> None:
        view, section, person = self._view, self._section, self.list.current_id()
        if view is None or section is None or person is None or not chosen:
            return
        stands = standing(view, section, person)
        if chosen != stands.sitting:
            self._do(
                ServeFor(
                    view.meeting.id,
                    chosen,
                    stands.seat,
                    section.section.id,
                    self._anchor_of(stands.seat),
                    self._now(),
                )
            )

    def _anchor_of(self, seat: str) -> Anchor:
        """Where in the § an ersättare steps in: for a jävig before it, else as chosen."""
        section = self._section
        jav = section is not None and seat in {s.seat_of for s in section.presence.out}
        return Anchor.BEFORE if jav else self.editor.anchor()

    def _give_reason(self, reason: str) -> None:
        view, section, person = self._view, self._section, self.list.current_id()
        if view is None or section is None or person is None:
            return
        event = standing(view, section, person).event
        if event is not None and event.reason != reason:
            self._do(GiveReason(event.id, reason))

    def _do(self, command: Command) -> None:
        if not self._frozen:
            self._actions.do(command)
