"""Översikt: the next meeting, what is due, what is unfinished; at first, the three first steps."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.deadlines import Due, DueKind
from namndstod.domain.findings import Step
from namndstod.domain.records import MatterKind, MeetingState
from namndstod.domain.states import NAMES
from namndstod.domain.swedish import WEEKDAYS, at_clock, counted, day_month
from namndstod.services.overview import (
    SHOWN,
    Held,
    Known,
    NextMeeting,
    Overview,
    Unfinished,
    overview,
    step_of,
    step_of_state,
)
from namndstod.services.watching import WatchedAssignment, watch_list

from .assignments import AssignmentsCard
from .kit.basics import Button, ButtonKind, Card, Hairline, Label
from .kit.tokens import Tone, Type
from .lines import Line, add_lines
from .presenting import TONES, when_word
from .view import View, scrolled

if TYPE_CHECKING:
    from namndstod.services.session import Outcome

    from .workspace.actions import Actions

_MOST_DUE = 6  # lines of a card before the rest is folded
_MOST_UNFINISHED = 8


class OverviewView(View):
    """The first place of the program."""

    cares_for = SHOWN
    meetingRequested = Signal(str, str)
    matterRequested = Signal(str)  # id of the ärende
    delegatedRequested = Signal(str, str)  # the ids of the body and the decision, or of none
    newMeetingRequested = Signal()
    newBodyRequested = Signal()
    membersRequested = Signal()
    readRequested = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Översikt", actions, parent)
        self._known = Known()
        self._new = Button("Nytt sammanträde", ButtonKind.PRIMARY, hint="Ctrl N")
        self._new.clicked.connect(self.newMeetingRequested)
        self.header.add_action(self._new)
        self._page = QWidget()
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(20, 18, 20, 20)
        self._grid.setSpacing(16)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 4)
        self._grid.setRowStretch(3, 1)
        self.column.addWidget(scrolled(self._page), 1)

    def refresh(self, outcome: Outcome | None = None) -> None:
        """Read again what an action may have changed."""
        if outcome is not None:
            self._known.forget(outcome)
        super().refresh(outcome)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read everything next time: pages may have been made meanwhile, and the day may be another."""
        self._known = Known()
        self._stale = True
        super().hideEvent(event)

    def reload(self) -> None:
        """Show how things stand now."""
        today = self.session.today
        self.header.set_crumb(crumb(today))
        found = self.session.ask(overview, today, self._known)
        self._new.setVisible(found.has_body)
        self._clear()
        if not (found.has_body and found.has_members and found.has_meeting):
            self._grid.addWidget(self._first_steps(found), 0, 0, 4, 2, Qt.AlignmentFlag.AlignTop)
            return
        self._grid.addWidget(self._next(found.next, today), 0, 0)
        self._grid.addWidget(self._due(found.due, today), 0, 1)
        self._grid.addWidget(self._unfinished(found.unfinished), 1, 0)
        self._grid.addWidget(self._recent(found.recent), 1, 1)
        assignments = self.session.ask(watch_list)
        if assignments:
            card = AssignmentsCard(assignments, today)
            card.opened.connect(lambda key: self.meetingRequested.emit(key, Step.MINUTES.value))
            card.finished.connect(self._finish)
            self._grid.addWidget(card, 2, 0, 1, 2)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _first_steps(self, found: Overview) -> QWidget:
        card = Card("Kom i gång")
        card.setMaximumWidth(720)
        card.body.addWidget(Label("Tre steg till första kallelsen", Type.HEADING))
        card.body.addSpacing(4)
        steps = (
            ("Lägg in nämnden", "Namn och antal platser.", found.has_body, self.newBodyRequested),
            (
                "Läs in ledamöterna",
                "Klistra in listan från Word eller Excel, så läses namn, parti och uppdrag.",
                found.has_members,
                self.membersRequested,
            ),
            (
                "Kalla till sammanträde",
                "Dag, tid och plats. Stående punkter läggs in av sig själva.",
                found.has_meeting,
                self.newMeetingRequested,
            ),
        )
        reached = True
        for number, (title, advice, done, signal) in enumerate(steps, 1):
            row = _FirstStep(number, title, advice, done=done, next_=reached and not done)
            row.button.clicked.connect(signal)
            card.body.addWidget(row)
            reached = reached and done
        card.body.addWidget(Hairline())
        card.body.addWidget(self._shortcut())
        return card

    def _shortcut(self) -> QWidget:
        """Return the way past the steps: a kallelse has it all."""
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Label("Eller läs in en tidigare kallelse", Type.STRONG))
        advice = "Släpp den här. Nämnden, ledamöterna och ärendena läses ur den."
        texts.addWidget(Label(advice, tone="muted", wrap=True))
        read = Button("Läs in kallelse …", hint="Ctrl Shift L")
        read.clicked.connect(self.readRequested)
        pane = QWidget()
        row = QHBoxLayout(pane)
        row.setContentsMargins(44, 10, 0, 2)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(read, 0, Qt.AlignmentFlag.AlignVCenter)
        return pane

    def _next(self, found: NextMeeting | None, today: date) -> Card:
        card = Card("Nästa sammanträde")
        if found is None:
            card.body.addWidget(Label("Inget sammanträde är inplanerat", Type.HEADING))
            card.body.addWidget(
                Label("Lägg in dag, tid och plats, så kan kallelsen börja ta form.", tone="muted")
            )
            card.body.addStretch(1)
            return card
        view, meeting = found.view, found.view.meeting
        when = f"{WEEKDAYS[meeting.day.weekday()]} {day_month(meeting.day)}"
        clock = f" {at_clock(meeting.starts, view.customs.time_separator)}" if meeting.starts else ""
        card.body.addWidget(Label(f"{view.term.name}, {when}{clock}", Type.HEADING, wrap=True))
        facts = [meeting.place or "plats saknas", counted(len(view.items), "ärende", "ärenden")]
        if found.pages:
            facts.append(f"{counted(found.pages, 'sida', 'sidor')} handlingar")
        card.body.addWidget(Label(" · ".join(facts), tone="muted", wrap=True))
        card.body.addSpacing(6)
        card.body.addLayout(_figures(found, today))
        card.body.addStretch(1)
        card.body.addSpacing(6)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        open_ = Button("Öppna sammanträdet", ButtonKind.PRIMARY)
        open_.clicked.connect(lambda: self.meetingRequested.emit(meeting.id, step_of(view).value))
        buttons.addWidget(open_)
        if meeting.state is MeetingState.PLANNED:
            send = Button("Skicka kallelsen")
            send.clicked.connect(lambda: self.meetingRequested.emit(meeting.id, Step.CALL.value))
            buttons.addWidget(send)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        return card

    def _due(self, due: tuple[Due, ...], today: date) -> Card:
        card = Card("Att bevaka")
        card.body.setSpacing(0)
        card.body.addSpacing(6)
        days = [each for each in due if each.kind is not DueKind.ASSIGNMENT]  # they have a card of their own
        lines = []
        for each in days:
            word, tone = when_word(each.day, today)
            line = Line(word, tone, due_text(each), each.body_name)
            if each.matter is not None:
                key = each.matter.id
                line.clicked.connect(lambda _=False, k=key: self.matterRequested.emit(k))
            elif each.body_id:
                ids = (each.body_id, each.decision_id)
                line.clicked.connect(lambda _=False, ids=ids: self.delegatedRequested.emit(*ids))
            elif each.meeting is not None:
                steps = {
                    DueKind.CALL: Step.CALL,
                    DueKind.HOLD: Step.PAPERS,
                    DueKind.DISPATCH: Step.EXPEDITING,
                }
                self._goes(line, each.meeting.id, steps.get(each.kind, Step.APPROVAL))
            lines.append(line)
        add_lines(card.body, lines, _MOST_DUE)
        if not days:
            card.body.addWidget(Label("Inget att bevaka just nu.", tone="muted"))
        card.body.addStretch(1)
        return card

    def _unfinished(self, rows: tuple[Unfinished, ...]) -> Card:
        card = Card("Oavslutat")
        card.body.setSpacing(0)
        card.body.addSpacing(6)
        several = len({each.view.body.id for each in rows}) > 1
        lines = []
        for each in rows:
            word, tone, text = unfinished_words(each)
            day = day_month(each.view.meeting.day)
            note = f"{day}, {each.view.term.name}" if several else day
            line = Line(word, tone, text, note)
            self._goes(
                line, each.view.meeting.id, each.first.place.step if each.first else step_of(each.view)
            )
            lines.append(line)
        add_lines(card.body, lines, _MOST_UNFINISHED)
        if not rows:
            card.body.addWidget(Label("Allt är klart.", tone="muted"))
        card.body.addStretch(1)
        return card

    def _recent(self, held: tuple[Held, ...]) -> Card:
        card = Card("Senast hållna")
        card.body.setSpacing(0)
        card.body.addSpacing(6)
        for each in held:
            meeting = each.meeting
            text = f"{day_month(meeting.day)} {meeting.day.year}"
            line = Line(NAMES[meeting.state], TONES[meeting.state], text, each.body_name)
            self._goes(line, meeting.id, step_of_state(meeting.state))
            card.body.addWidget(line)
        if not held:
            card.body.addWidget(Label("Inget sammanträde är hållet än.", tone="muted"))
        card.body.addStretch(1)
        return card

    def _finish(self, watched: WatchedAssignment) -> None:
        """An uppdrag is fullgjort today."""
        task = watched.assignment
        from namndstod.services.commands.remarks import FinishAssignment  # not before the window is usable

        command = FinishAssignment(task.id, self.session.today)
        self.actions_.do_with_undo(command, f"Fullgjort: {task.what}")

    def _goes(self, line: Line, meeting_id: str, step: Step) -> None:
        line.clicked.connect(lambda: self.meetingRequested.emit(meeting_id, step.value))


class _FirstStep(QWidget):
    """A numbered step: what to do, why, and its button while it is the next one."""

    def __init__(self, number: int, title: str, advice: str, *, done: bool, next_: bool) -> None:
        super().__init__()
        sign = Label(
            "✓" if done else str(number), Type.FIGURE, "done" if done else "accent" if next_ else "muted"
        )
        sign.setFixedWidth(32)
        sign.setAccessibleName("klart" if done else f"steg {number}")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Label(title, Type.STRONG, "" if next_ else "muted"))
        texts.addWidget(Label(advice, tone="muted", wrap=True))
        self.button = Button(title, ButtonKind.PRIMARY)
        self.button.setVisible(next_)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(12)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


def crumb(today: date) -> str:
    """«fredag 7 maj 2027 · vecka 18»."""
    return f"{WEEKDAYS[today.weekday()]} {day_month(today)} {today.year} · vecka {today.isocalendar().week}"


_CLOCKS = {
    MatterKind.REFERRAL: "Svara på remissen",
    MatterKind.BILL: "Motion, ett år",
    MatterKind.CITIZEN_PROPOSAL: "Medborgarförslag, ett år",
}


def due_text(due: Due) -> str:
    """«Kallelse till 14 maj», «Justera protokoll 26 april»."""
    if due.matter is not None:
        return f"{_CLOCKS[due.matter.kind]}: {due.detail}"
    if due.kind is DueKind.URGENT and due.meeting is None:
        return f"{due.detail} ska anmälas, men inget sammanträde är planerat"
    assert due.meeting is not None  # everything else is of a meeting
    day = day_month(due.meeting.day)
    if due.kind is DueKind.REPORT:
        return due.detail
    if due.kind in (DueKind.POST, DueKind.TAKE_DOWN, DueKind.LEGAL_FORCE) and due.detail:
        day = f"{day} ({due.detail})"
    return {
        DueKind.CALL: f"Kallelse till {day}",
        DueKind.HOLD: f"Sammanträde {day}",
        DueKind.APPROVE: f"Justera protokoll {day}",
        DueKind.POST: f"Anslå protokoll {day}",
        DueKind.TAKE_DOWN: f"Anslag {day} får tas ned",
        DueKind.LEGAL_FORCE: f"Laga kraft för protokoll {day}",
        DueKind.ASSIGNMENT: f"Uppdrag: {due.detail}",
        DueKind.URGENT: f"{due.detail} ska anmälas {day}",
        DueKind.DISPATCH: f"Expediera protokoll {day}: {due.detail} kvar",
    }[due.kind]


def unfinished_words(row: Unfinished) -> tuple[str, Tone, str]:
    """Return pill, its tone and what is left to do first."""
    state = row.view.meeting.state
    text = row.first.message if row.first else {
        MeetingState.OPEN: "Sammanträdet pågår.",
        MeetingState.CLOSED: "Protokollet väntar på justering.",
    }.get(state, "Sammanträdet är inte fört i programmet.")  # fmt: skip
    if row.blocking:
        return f"{row.blocking} att rätta", Tone.MEND, text
    if row.warnings:
        return f"{row.warnings} att titta på", Tone.LOOK, text
    return ("pågår" if state is MeetingState.OPEN else "återstår"), Tone.INFO, text


def _figures(found: NextMeeting, today: date) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(24)
    seats = found.view.term.seats
    row.addLayout(
        _figure(str(found.filled), f"av {seats}", "platser fyllda", "look" if found.filled < seats else "")
    )
    papers = found.without_papers
    row.addLayout(
        _figure(
            str(papers),
            "",
            f"{'ärende' if papers == 1 else 'ärenden'} utan underlag",
            "look" if papers else "",
        )
    )
    state = found.view.meeting.state
    if state is MeetingState.PLANNED:
        word, tone = when_word(found.call_by, today)
        late = tone is Tone.MEND
        row.addLayout(_figure(word, "", "ska kallelsen ut", "mend" if late and found.call_by < today else ""))
    elif state is MeetingState.CALLED:
        left = (found.view.meeting.day - today).days
        words = {0: "i dag", 1: "i morgon"}.get(left, f"{left} dagar")
        row.addLayout(_figure(words, "", "kvar till sammanträdet" if left > 1 else "är sammanträdet", ""))
    else:
        row.addLayout(_figure("pågår", "", "just nu", "done"))
    row.addStretch(1)
    return row


def _figure(number: str, aside: str, text: str, tone: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    top = QHBoxLayout()
    top.setSpacing(5)
    top.addWidget(Label(number, Type.FIGURE, tone), 0, Qt.AlignmentFlag.AlignBaseline)
    if aside:
        top.addWidget(Label(aside, Type.STRONG, "muted"), 0, Qt.AlignmentFlag.AlignBaseline)
    top.addStretch(1)
    column.addLayout(top)
    column.addWidget(Label(text, tone="muted"))
    return column
