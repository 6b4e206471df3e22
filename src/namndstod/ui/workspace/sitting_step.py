"""Sammanträde: the upprop before the meeting opens, and then the §§ one by one, by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.findings import Finding, Place, Step
from namndstod.domain.records import Anchor, MeetingState, SectionState
from namndstod.domain.swedish import clock
from namndstod.domain.view import MeetingView
from namndstod.services.commands.pauses import Adjourn, Resume
from namndstod.services.commands.presence import TakeRoll
from namndstod.services.commands.sitting import CloseMeeting, OpenMeeting
from namndstod.ui.kit.basics import Button, ButtonKind, EmptyState, Label
from namndstod.ui.kit.dates import TimeEdit
from namndstod.ui.kit.split import Memory
from namndstod.ui.kit.tokens import Tone, Type

from .actions import Actions
from .clock import Clock
from .closing import CloseSheet
from .live import Live
from .presenting import in_short, leader, paused, serving_summary, serving_words, state_pill
from .roll_call_page import RollCallPage
from .step_view import StepView

_ROOMY = 1000
"""Width in pixels from which the head has room for long words on its buttons."""


class SittingStep(StepView):
    """Where the meeting is recorded while it goes on."""

    step = Step.MEETING

    def __init__(self, actions: Actions, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(actions, parent)
        self._correcting = False  # the upprop of an open meeting is shown
        self.roll_call = RollCallPage()
        self.live = Live(actions, memory, self.now)
        self.nothing = EmptyState(
            "list",
            "Föredragningslistan är tom",
            "Lägg till ärenden i steget Kallelse innan sammanträdet öppnas.",
            "Till kallelsen",
            lambda: self.stepRequested.emit(Step.CALL.value),
            hint="Ctrl 1",
        )
        self.pages = QStackedWidget()
        for page in (self.roll_call, self.live, self.nothing):
            self.pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self._make_bar()
        self.roll_call.changed.connect(self._store_roll)
        self.live.sectionShown.connect(self._section_shown)
        self.live.stepRequested.connect(self.stepRequested)
        self.live.page.extractRequested.connect(
            lambda section: self.placeRequested.emit(Place(Step.EXPEDITING, section_id=section))
        )
        self.live.seats.rollRequested.connect(self.correct_roll)

    def _make_bar(self) -> None:
        self._leader = Label("", Type.BODY, "muted")
        self._clock = Clock()
        self._opens = Label("Öppnas", Type.BODY, "muted")
        self.opened_at = TimeEdit()
        self.opened_at.setAccessibleName("Sammanträdet öppnas klockan")
        self.opened_at.setFixedWidth(76)
        self.open = Button("Öppna sammanträdet", ButtonKind.PRIMARY, hint="Enter")
        self.pause = Button("Ajournera", hint="F3")
        self.close_ = Button("Avsluta sammanträdet", hint="F12")
        self.back = Button("Till paragraferna", ButtonKind.PRIMARY, hint="Enter")
        self.fold = Button(
            kind=ButtonKind.QUIET, hint="F9", icon="eye", name="Visa protokollet eller platserna"
        )
        self.open.clicked.connect(self.open_meeting)
        self.pause.clicked.connect(self.adjourn_or_resume)
        self.close_.clicked.connect(self.ask_to_close)
        self.back.clicked.connect(self.leave_roll)
        self.fold.clicked.connect(self.live.fold)
        self.add_to_bar(self._opens, self.opened_at, self.open, self.back, self.fold, self.pause)
        presiding = QWidget()
        self._presiding = QBoxLayout(QBoxLayout.Direction.LeftToRight, presiding)
        self._presiding.setContentsMargins(0, 0, 0, 0)
        for widget in (self._leader, self._clock):
            self._presiding.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight)
        self.add_to_bar(self.close_, presiding)
        self.key("F9", self.live.fold)
        self.key("F12", self.ask_to_close)
        self.key("F3", self.adjourn_or_resume)

    def now(self) -> time:
        """The clock time, in whole minutes, where the secretary is."""
        return self.actions_.session.clock().astimezone().time().replace(second=0, microsecond=0)

    def show_view(self, view: MeetingView, findings: Sequence[Finding]) -> None:
        """Show the upprop, or the §§."""
        other = self.view is None or self.view.meeting.id != view.meeting.id
        before = self.view.meeting.state if self.view is not None and not other else None
        self.view = view
        opened = view.held
        if other and not opened:
            self.opened_at.set_time(None)
        self._correcting = self._correcting and opened and not other and not self.frozen
        if opened:
            if self._correcting:
                self.roll_call.show_view(view)
            self.pages.setCurrentWidget(self.roll_call if self._correcting else self.live)
            self.live.show_view(view, findings)
            if (
                before is not None
                and before is not view.meeting.state
                and view.meeting.state is MeetingState.OPEN
            ):
                self.live.enter_first()
        elif view.items:
            self.pages.setCurrentWidget(self.roll_call)
            self.roll_call.show_view(view)
        else:
            self.pages.setCurrentWidget(self.nothing)
        planned = not opened and bool(view.items)
        for widget in (self._opens, self.opened_at, self.open):
            widget.setVisible(planned)
        if planned and self.opened_at.time() is None:
            self.opened_at.set_time(self._opening_time(view))
        self.open.setEnabled(view.meeting.state is not MeetingState.CANCELLED)
        self._show_bar(view)

    def _show_bar(self, view: MeetingView) -> None:
        """Show the buttons and words of a meeting that has been opened."""
        going_on, reading = view.meeting.state is MeetingState.OPEN, not self._correcting
        self.back.setVisible(self._correcting)
        for widget in (self.pause, self.close_):
            widget.setVisible(going_on and reading)
        self.fold.setVisible(view.held and reading)
        self._leader.setVisible(going_on)
        self._show_leader()
        pausing = paused(view) is not None
        self.pause.setText("Återuppta" if pausing else "Ajournera")
        self.pause.set_kind(ButtonKind.PRIMARY if pausing else ButtonKind.SECONDARY)

    def _show_leader(self) -> None:
        if self.view is not None:
            shown = None if self._correcting else self.live.section()
            words, tone = leader(self.view, shown, short=not self._roomy())
            self._leader.setToolTip(leader(self.view, shown)[0])
            self._leader.setText(words)
            self._leader.set_tone(tone)

    def pills(self) -> list[tuple[str, Tone]]:
        """«öppet sedan 10.02», «tjänstgör 13 av 15, minst 8»."""
        view = self.view
        if view is None:
            return []
        if view.held:
            shown = None if self._correcting else self.live.section()
            pills = [state_pill(view), serving_summary(view, shown)]
            return pills if self._roomy() else in_short(pills)
        roll = self.roll_call.roll
        return [serving_words(roll.count(), view.term.seats)] if roll is not None and view.items else []

    def flush(self) -> None:
        """Store what is typed."""
        self.live.flush()

    def chosen(self) -> str:
        """The id of the § shown."""
        return self.live.chosen()

    def choose(self, chosen: str) -> None:
        """Show a §."""
        self.live.choose(chosen)

    def go_to(self, place: Place) -> None:
        """Go to a § and one of its texts, or to the seats."""
        if place.section_id:
            self.live.choose(place.section_id)
        if self.view is not None and self.view.held:
            self.live.go_to(place)
        else:
            self.roll_call.focus_first()

    def entered(self) -> None:
        """Work begins at the first person, or in the list of §§."""
        if self.view is not None and self.view.held:
            self.live.focus_list()
        else:
            self.roll_call.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less in the head where there is less room."""
        super().resizeEvent(event)
        self.close_.setText("Avsluta sammanträdet" if self._roomy() else "Avsluta")
        self.close_.setAccessibleName("Avsluta sammanträdet")
        self.fold.set_hint("F9" if self._roomy() else "")
        ways = QBoxLayout.Direction
        self._presiding.setDirection(ways.LeftToRight if self._roomy() else ways.TopToBottom)
        self._presiding.setSpacing(8 if self._roomy() else 0)
        if self._roomy() is not (event.oldSize().width() >= _ROOMY):
            self._show_leader()
            self.headerChanged.emit()

    def _roomy(self) -> bool:
        return self.width() >= _ROOMY

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the meeting; in an open one the § decides what a key does."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        focus = QApplication.focusWidget()
        if enter and isinstance(focus, Button):
            focus.click()  # Enter presses the button that has the focus, and nothing else
        elif self.pages.currentWidget() is self.roll_call and enter and not event.modifiers():
            if self._correcting:
                self.leave_roll()
            else:
                self.open_meeting()
        elif self._correcting and event.key() == Qt.Key.Key_Escape:
            self.leave_roll()
        elif self.pages.currentWidget() is not self.live or not self.live.key_pressed(event):
            super().keyPressEvent(event)

    # --- what a person asks for ------------------------------------------------------------------

    def open_meeting(self) -> None:
        """Open the meeting with those who are marked as there."""
        view, roll = self.view, self.roll_call.roll
        if view is None or roll is None or view.held or not self.opened_at.is_valid():
            return
        at = self.opened_at.time() or self.now()
        command = OpenMeeting(view.meeting.id, roll.present(), roll.pairs(), at, tuple(sorted(roll.remote)))
        if self.actions_.do(command) is not None:
            self.live.focus_list()

    def _store_roll(self) -> None:
        """Store the upprop as it is marked now; when that is refused, show what is stored."""
        view, roll = self.view, self.roll_call.roll
        if view is None or roll is None:
            return
        said = TakeRoll(view.meeting.id, roll.present(), roll.pairs(), tuple(sorted(roll.remote)))
        if self.actions_.do(said) is None:
            self.roll_call.show_view(view)
        self.headerChanged.emit()

    def correct_roll(self) -> None:
        """Show the upprop of the open meeting again; each mark is stored at once."""
        view = self.view
        if view is not None and view.held and not self.frozen:
            self.flush()
            self._turn(correcting=True)
            self.roll_call.show_view(view)
            self.roll_call.focus_first()

    def leave_roll(self) -> None:
        """Back from the upprop to the §§."""
        self._turn(correcting=False)
        self.live.seats.focus_list()

    def _turn(self, *, correcting: bool) -> None:
        self._correcting = correcting
        self.pages.setCurrentWidget(self.roll_call if correcting else self.live)
        if self.view is not None:
            self._show_bar(self.view)
        self.headerChanged.emit()

    def adjourn_or_resume(self) -> None:
        """The meeting pauses, in the § shown; or goes on. Why is written in the § when there is time."""
        view, section = self.view, self.live.section()
        if view is None or view.meeting.state is not MeetingState.OPEN or self._correcting:
            return
        if paused(view) is not None:
            self.actions_.do(Resume(view.meeting.id, self.now()))
            return
        over = section is not None and section.section.state is SectionState.DECIDED
        anchor = Anchor.AFTER if over else Anchor.DURING
        place = section.section.id if section is not None else None
        self.actions_.do(Adjourn(view.meeting.id, self.now(), place, anchor))

    def ask_to_close(self) -> None:
        """Show when the meeting ended and what is left open, then close it."""
        if self.view is not None and self.view.meeting.state is MeetingState.OPEN:
            self.flush()
            CloseSheet(self, self.view, self.now(), self._close).open()

    def _close(self, at: time | None) -> None:
        assert self.view is not None
        self.actions_.session.do(CloseMeeting(self.view.meeting.id, at))
        said = f" {clock(at, self.view.customs.time_separator)}" if at else ""
        self.actions_.toast(
            f"Sammanträdet avslutades{said}. Paragraferna har fått sina nummer.",
            "Till protokollet",
            lambda: self.stepRequested.emit(Step.MINUTES.value),
        )

    def _opening_time(self, view: MeetingView) -> time:
        """The time now on the day itself, else the time of the kallelse."""
        on_the_day = self.actions_.session.today == view.meeting.day
        return self.now() if on_the_day or view.meeting.starts is None else view.meeting.starts

    def _section_shown(self) -> None:
        self._show_leader()
        self.headerChanged.emit()
