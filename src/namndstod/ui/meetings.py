"""Sammanträden: every meeting by body and year, with how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.records import AgendaItem, Body, BodyTerm, Meeting, MeetingState
from namndstod.domain.states import NAMES
from namndstod.domain.swedish import WEEKDAYS, clock_span
from namndstod.domain.swedish_sort import swedish_key
from namndstod.services.commands.meetings import CancelMeeting
from namndstod.services.overview import step_of_state
from namndstod.services.reading import MeetingSummary, meetings

from .kit.basics import Button, ButtonKind, EmptyState, Hairline, Label
from .kit.data_table import Column, DataTable
from .kit.fields import Combo
from .kit.item_model import PillSpec
from .kit.theme import set_area
from .presenting import TONES
from .view import View

if TYPE_CHECKING:
    from .workspace.actions import Actions

_COLUMNS: tuple[Column[MeetingSummary], ...] = (
    Column("day", "Dag", lambda s: s.meeting.day.isoformat(), width=104),
    Column(
        "weekday",
        "Veckodag",
        lambda s: WEEKDAYS[s.meeting.day.weekday()],
        muted=True,
        width=92,
        spare=True,
    ),
    Column("body", "Nämnd", lambda s: s.body_name, stretch=True),
    Column("time", "Tid", lambda s: clock_span(s.meeting.starts, s.meeting.ends), muted=True, width=130),
    Column("place", "Plats", lambda s: s.meeting.place, muted=True, width=190),
    Column("items", "Ärenden", lambda s: str(s.items), sort_key=lambda s: s.items, number=True, width=76),
    Column(
        "state",
        "Läge",
        lambda s: NAMES[s.meeting.state],
        pill=lambda s: PillSpec(NAMES[s.meeting.state], TONES[s.meeting.state]),
        width=112,
    ),
)  # fmt: skip


class MeetingsView(View):
    """The list of meetings. Enter or a double click opens one."""

    cares_for = frozenset({AgendaItem, Body, BodyTerm, Meeting})
    meetingRequested = Signal(str, str)
    newMeetingRequested = Signal()
    yearPlanRequested = Signal(str)  # body id, or nothing
    copyRequested = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Sammanträden", actions, parent)
        self._all: tuple[MeetingSummary, ...] = ()
        self._body = Combo((("", "Alla nämnder"),))
        self._year = Combo(((0, "Alla år"),))
        self._body.setAccessibleName("Nämnd")
        self._year.setAccessibleName("År")
        self._open = Button("Öppna", hint="Enter")
        self._cancel = Button("Ställ in", ButtonKind.QUIET)
        self.copy = Button("Kopiera till ny dag", ButtonKind.QUIET)
        self.copy.setToolTip("Ett nytt sammanträde med samma tid, plats, gruppmöten och stående punkter")
        self.year_plan = Button("Årsplan")
        new = Button("Nytt sammanträde", ButtonKind.PRIMARY, hint="Ctrl N")
        new.clicked.connect(self.newMeetingRequested)
        self.year_plan.clicked.connect(lambda: self.yearPlanRequested.emit(str(self._body.value() or "")))
        self.copy.clicked.connect(lambda: self.copyRequested.emit(self.table.current_id() or ""))
        self.header.add_action(self.year_plan)
        self.header.add_action(new)
        self.table: DataTable[MeetingSummary] = DataTable(
            "Sammanträden", _COLUMNS, lambda s: s.meeting.id, swedish_key
        )
        self.setFocusProxy(self.table)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._filled())
        self.column.addWidget(self._stack, 1)
        self._body.currentIndexChanged.connect(self._show)
        self._year.currentIndexChanged.connect(self._show)
        self.table.activatedId.connect(self._activate)
        self.table.currentIdChanged.connect(self._choose)
        self._open.clicked.connect(lambda: self._activate(self.table.current_id() or ""))
        self._cancel.clicked.connect(self._call_off)

    def reload(self) -> None:
        """Read all meetings."""
        self._all = self.session.ask(meetings)
        _fill(
            self._body,
            sorted({(s.meeting.body_id, s.body_name) for s in self._all}, key=lambda p: swedish_key(p[1])),
        )
        years = sorted({s.meeting.day.year for s in self._all}, reverse=True)
        _fill(self._year, [(year, str(year)) for year in years])
        self._show()

    def choose(self, body_id: str, year: int) -> None:
        """Show the meetings of a body in a year."""
        self.catch_up()
        self._body.set_value(body_id if self._body.findData(body_id) >= 0 else "")
        self._year.set_value(year if self._year.findData(year) >= 0 else 0)

    def _filled(self) -> QWidget:
        pane = QWidget()
        set_area(pane, "surface")
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 20, 10)
        bar.setSpacing(8)
        bar.addWidget(self._body)
        bar.addWidget(self._year)
        bar.addStretch(1)
        self._count = Label("", tone="muted")
        bar.addWidget(self._count)
        bar.addWidget(self._cancel)
        bar.addWidget(self.copy)
        bar.addWidget(self._open)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Hairline())
        inset = QHBoxLayout()
        inset.setContentsMargins(12, 0, 12, 0)
        inset.addWidget(self.table)
        column.addLayout(inset, 1)
        return pane

    def _show(self) -> None:
        body, year = self._body.value() or "", self._year.value() or 0
        shown = [s for s in self._all if body in ("", s.meeting.body_id) and year in (0, s.meeting.day.year)]
        self.table.set_rows(shown)
        self._count.setText(f"{len(shown)} av {len(self._all)}" if len(shown) < len(self._all) else "")
        if not self._all:
            self._nothing()
        self._stack.setCurrentIndex(0 if self._all else 1)
        if shown and self.table.current_id() is None:
            self.table.set_current_id(shown[0].meeting.id)
        self._choose()

    def _nothing(self) -> None:
        if self._stack.count() == 1:
            empty = EmptyState(
                "calendar",
                "Inga sammanträden än",
                "Lägg in det första: nämnd, dag, tid och plats. De stående punkterna kommer med av sig "
                "själva.",
                "Nytt sammanträde",
                self.newMeetingRequested.emit,
                hint="Ctrl N",
            )
            self._stack.addWidget(empty)

    def _choose(self) -> None:
        chosen = self._chosen()
        self._open.setEnabled(chosen is not None)
        self.copy.setVisible(chosen is not None)
        self._cancel.setVisible(
            chosen is not None and chosen.meeting.state in (MeetingState.PLANNED, MeetingState.CALLED)
        )

    def _chosen(self) -> MeetingSummary | None:
        current = self.table.current_id()
        return next((s for s in self._all if s.meeting.id == current), None)

    def _activate(self, meeting_id: str) -> None:
        chosen = next((s for s in self._all if s.meeting.id == meeting_id), None)
        if chosen is not None:
            self.meetingRequested.emit(meeting_id, step_of_state(chosen.meeting.state).value)

    def _call_off(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.actions_.do_with_undo(CancelMeeting(chosen.meeting.id), "Sammanträdet är inställt.")


def _fill(combo: Combo, entries: list[tuple[str, str]] | list[tuple[int, str]]) -> None:
    """Show these choices after the first («Alla …»), and keep what was chosen."""
    kept = combo.value()
    combo.blockSignals(True)
    while combo.count() > 1:
        combo.removeItem(1)
    for value, text in entries:
        combo.addItem(text, value)
    combo.set_value(kept)
    if combo.currentIndex() < 0:
        combo.setCurrentIndex(0)
    combo.setVisible(len(entries) > 1)
    combo.blockSignals(False)
