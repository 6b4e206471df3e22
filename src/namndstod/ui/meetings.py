"""Sammanträden: every meeting by body and year, with how it stands, and the archived ones after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.archive import ArchivedMinutes, ArchivedSection
from namndstod.domain.exports import ExportKind
from namndstod.domain.records import AgendaItem, Body, BodyTerm, Meeting, MeetingState
from namndstod.domain.states import NAMES
from namndstod.domain.swedish import WEEKDAYS, clock_span
from namndstod.domain.swedish_sort import swedish_key
from namndstod.services.archive import ArchivedSummary, archived
from namndstod.services.commands.meetings import CancelMeeting
from namndstod.services.overview import step_of_state
from namndstod.services.reading import MeetingSummary, meetings

from .kit.basics import Button, ButtonKind, EmptyState, Hairline, Label
from .kit.data_table import Column, DataTable
from .kit.fields import Combo
from .kit.flow import FlowLayout
from .kit.item_model import PillSpec
from .kit.theme import set_area
from .kit.tokens import Tone
from .meeting_dates import DatesOut
from .presenting import TONES
from .view import View
from .workbooks_out import Offer, Offers, WorkbooksOut

if TYPE_CHECKING:
    from .workspace.actions import Actions

OWN, ARCHIVED = "own", "archived"


@dataclass(frozen=True, slots=True)
class Listed:
    """A line: a meeting of the binder, or minutes of the archive."""

    id: str
    day: str
    year: int
    weekday: str
    body_id: str
    body_name: str
    time: str
    place: str
    items: int
    state: PillSpec
    own: MeetingSummary | None = None


_COLUMNS: tuple[Column[Listed], ...] = (
    Column("day", "Dag", lambda r: r.day, width=104),
    Column("weekday", "Veckodag", lambda r: r.weekday, muted=True, width=92, spare=True),
    Column("body", "Nämnd", lambda r: r.body_name, stretch=True),
    Column("time", "Tid", lambda r: r.time, muted=True, width=130),
    Column("place", "Plats", lambda r: r.place, muted=True, width=190),
    Column("items", "Ärenden", lambda r: str(r.items), sort_key=lambda r: r.items, number=True, width=76),
    Column("state", "Läge", lambda r: r.state.text, pill=lambda r: r.state, width=112),
)


def _of_meeting(summary: MeetingSummary) -> Listed:
    meeting = summary.meeting
    return Listed(
        meeting.id,
        meeting.day.isoformat(),
        meeting.day.year,
        WEEKDAYS[meeting.day.weekday()],
        meeting.body_id,
        summary.body_name,
        clock_span(meeting.starts, meeting.ends),
        meeting.place,
        summary.items,
        PillSpec(NAMES[meeting.state], TONES[meeting.state]),
        summary,
    )


def _of_archive(summary: ArchivedSummary) -> Listed:
    kept = summary.minutes
    return Listed(
        kept.id,
        kept.day.isoformat() if kept.day else "",
        kept.day.year if kept.day else 0,
        WEEKDAYS[kept.day.weekday()] if kept.day else "",
        kept.body_id or kept.body_name,
        kept.body_name,
        "",
        "",
        summary.sections,
        PillSpec("arkiverat", Tone.NEUTRAL),
    )


class MeetingsView(View):
    """The list of meetings. Enter or a double click opens one."""

    cares_for = frozenset({AgendaItem, ArchivedMinutes, ArchivedSection, Body, BodyTerm, Meeting})
    meetingRequested = Signal(str, str)
    newMeetingRequested = Signal()
    yearPlanRequested = Signal(str)  # body id, or nothing
    copyRequested = Signal(str)
    oldMinutesRequested = Signal()
    archivedRequested = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Sammanträden", actions, parent)
        self._all: tuple[Listed, ...] = ()
        self._shown: tuple[Listed, ...] = ()
        self._body = Combo((("", "Alla nämnder"),))
        self._year = Combo(((0, "Alla år"),))
        self._kept = Combo((("", "Alla lägen"),))
        for combo, name in ((self._body, "Nämnd"), (self._year, "År"), (self._kept, "Läge")):
            combo.setAccessibleName(name)
        self._open = Button("Öppna", hint="Enter")
        self._cancel = Button("Ställ in", ButtonKind.QUIET)
        self.copy = Button("Kopiera till ny dag", ButtonKind.QUIET)
        self.copy.setToolTip("Ett nytt sammanträde med samma tid, plats, gruppmöten och stående punkter")
        self.old = Button("Läs in äldre protokoll", ButtonKind.QUIET)
        self.year_plan = Button("Årsplan")
        self.dates = DatesOut(actions, self)
        self.workbooks = WorkbooksOut(actions, self, self._offers)
        new = Button("Nytt sammanträde", ButtonKind.PRIMARY, hint="Ctrl N")
        for button in (self.old, self.year_plan, new):
            self.header.add_action(button)
        self.table: DataTable[Listed] = DataTable("Sammanträden", _COLUMNS, lambda r: r.id, swedish_key)
        self.setFocusProxy(self.table)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._filled())
        self.column.addWidget(self._stack, 1)
        for combo in (self._body, self._year, self._kept):
            combo.currentIndexChanged.connect(self._show)
        self.table.activatedId.connect(self._activate)
        self.table.currentIdChanged.connect(self._choose)
        self._open.clicked.connect(lambda: self._activate(self.table.current_id() or ""))
        self._cancel.clicked.connect(self._call_off)
        new.clicked.connect(self.newMeetingRequested)
        self.old.clicked.connect(self.oldMinutesRequested)
        self.year_plan.clicked.connect(lambda: self.yearPlanRequested.emit(str(self._body.value() or "")))
        self.copy.clicked.connect(lambda: self.copyRequested.emit(self.table.current_id() or ""))

    def reload(self) -> None:
        """Read all meetings, and the archive."""
        own = tuple(map(_of_meeting, self.session.ask(meetings)))
        kept = tuple(map(_of_archive, self.session.ask(archived)))
        self._all = tuple(sorted((*own, *kept), key=lambda r: r.day, reverse=True))
        names = {r.body_id: r.body_name for r in reversed(self._all)}  # the latest name a body had
        _fill(self._body, sorted(names.items(), key=lambda p: swedish_key(p[1])))
        years = sorted({r.year for r in self._all if r.year}, reverse=True)
        _fill(self._year, [(year, str(year)) for year in years])
        _fill(self._kept, [(OWN, "I pärmen"), (ARCHIVED, "Arkiverade")] if kept else [])
        self._show()

    def choose(self, body_id: str, year: int) -> None:
        """Show the meetings of a body in a year."""
        self.catch_up()
        self._kept.set_value("")
        self._body.set_value(body_id if self._body.findData(body_id) >= 0 else "")
        self._year.set_value(year if self._year.findData(year) >= 0 else 0)

    def choose_archived(self) -> None:
        """Show what is archived."""
        self.choose("", 0)
        self._kept.set_value(ARCHIVED if self._kept.findData(ARCHIVED) >= 0 else "")

    def _filled(self) -> QWidget:
        pane = QWidget()
        set_area(pane, "surface")
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 20, 10)
        bar.setSpacing(8)
        choices = QWidget()
        wrapped = FlowLayout(choices)  # in a narrow window they stand in two lines
        for combo in (self._body, self._year, self._kept):
            wrapped.addWidget(combo)
        bar.addWidget(choices, 1)
        self._count = Label("", tone="muted")
        bar.addWidget(self._count)
        for button in (self.workbooks.button, self.dates.button, self._cancel, self.copy, self._open):
            bar.addWidget(button)
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
        kept = self._kept.value() or ""
        self._shown = tuple(
            r
            for r in self._all
            if body in ("", r.body_id)
            and year in (0, r.year)
            and (not kept or (kept == OWN) is (r.own is not None))
        )
        self.table.set_rows(self._shown)
        partly = len(self._shown) < len(self._all)
        self._count.setText(f"{len(self._shown)} av {len(self._all)}" if partly else "")
        if not self._all:
            self._nothing()
        self._stack.setCurrentIndex(0 if self._all else 1)
        if self._shown and self.table.current_id() is None:
            self.table.set_current_id(self._shown[0].id)
        self.workbooks.button.setVisible(any(r.own is not None for r in self._shown))
        self.dates.set_meetings([r.own for r in self._shown if r.own is not None])
        self._choose()

    def _offers(self) -> Offers:
        """What can be saved: the meetings of the chosen body and year, and what was decided at them."""
        body, year = str(self._body.value() or ""), int(str(self._year.value() or 0))
        name = self._body.currentText() if body else ""
        first, last = (date(year, 1, 1), date(year, 12, 31)) if year else (None, None)

        def offer(text: str, kind: ExportKind, more: str = "", *, public: bool = False) -> Offer:
            ending = " ".join(filter(None, (str(year or ""), more)))
            return Offer(text, kind, body or None, name, first, last, public, more=ending)

        meetings = [
            offer("Sammanträdena", ExportKind.MEETINGS),
            offer(
                "Sammanträdena utan kontaktuppgifter",
                ExportKind.MEETINGS,
                "utan kontaktuppgifter",
                public=True,
            ),
        ]
        decisions = [
            offer("Besluten, för internt bruk", ExportKind.DECISIONS, "internt"),
            offer("Besluten utan sekretess och personuppgifter", ExportKind.DECISIONS, "webb", public=True),
        ]
        return (meetings, decisions)

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
        own = chosen.own.meeting if chosen is not None and chosen.own is not None else None
        self._open.setEnabled(chosen is not None)
        self.copy.setVisible(own is not None)
        self._cancel.setVisible(own is not None and own.state in (MeetingState.PLANNED, MeetingState.CALLED))

    def _chosen(self) -> Listed | None:
        current = self.table.current_id()
        return next((r for r in self._all if r.id == current), None)

    def _activate(self, row_id: str) -> None:
        chosen = next((r for r in self._all if r.id == row_id), None)
        if chosen is None:
            return
        if chosen.own is None:
            self.archivedRequested.emit(row_id)
        else:
            self.meetingRequested.emit(row_id, step_of_state(chosen.own.meeting.state).value)

    def _call_off(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.own is not None:
            self.actions_.do_with_undo(CancelMeeting(chosen.id), "Sammanträdet är inställt.")


def _fill(combo: Combo, entries: Sequence[tuple[object, str]]) -> None:
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
