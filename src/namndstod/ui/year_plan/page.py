"""Årsplan: how often to the left, the meetings that gives to the right, and one command for them all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import Body, BodyTerm, Customs, Meeting
from namndstod.domain.swedish import counted, weekday_date
from namndstod.domain.year_plan import as_pasted, plan
from namndstod.services.commands.planning import PlanYear, YearMeeting
from namndstod.services.planning import days_of, frames
from namndstod.services.reading import bodies
from namndstod.services.terms import all_terms
from namndstod.ui.kit.basics import Button, ButtonKind, Hairline, Label
from namndstod.ui.kit.dates import TimeEdit
from namndstod.ui.kit.fields import Combo, Form, LineEdit
from namndstod.ui.kit.keys import add_key
from namndstod.ui.kit.theme import font, set_area
from namndstod.ui.kit.tokens import Tone, Type
from namndstod.ui.new_meeting import USUAL_START
from namndstod.ui.view import View, scrolled

from .rhythm import RhythmForm
from .rows import PlanRows

if TYPE_CHECKING:
    from namndstod.ui.workspace.actions import Actions

_FORM_WIDTH = 352
_REST = 150  # ms without a change before the plan is made anew
_AUTUMN = 8  # the month from which one plans the next year


class YearPlanView(View):
    """Nothing is stored before «Lägg in»; then all is, in one step of undo. `planned(body id, year)`."""

    cares_for = frozenset({Body, BodyTerm, Meeting})
    planned = Signal(str, int)
    left = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("Årsplan", actions, parent)
        self.header.set_crumb("Sammanträden")
        today = self.session.today
        self.body_ = Combo()
        self.year = Combo(tuple((y, str(y)) for y in range(today.year, today.year + 3)))
        self.year.set_value(today.year + (today.month >= _AUTUMN))
        self.source = Combo()
        self.rhythm = RhythmForm()
        self.starts, self.ends = TimeEdit(USUAL_START), TimeEdit()
        self.place = LineEdit()
        self.bridges = QCheckBox("Flytta också från klämdagar")
        self.bridges.setChecked(True)
        self.bridges.setFont(font(Type.BODY))
        avoided = "Helgdagar, midsommarafton, julafton, nyårsafton, lördagar och söndagar undviks alltid."
        self._avoided = Label(avoided, Type.SMALL, "muted", wrap=True)
        self.form = Form()
        self.rows = PlanRows()
        self.sum = Label("", Type.STRONG)
        self._held: frozenset[date] = frozenset()
        self._leave = Button("Avbryt", ButtonKind.QUIET, hint="Esc")
        self.store = Button("Lägg in", ButtonKind.PRIMARY, hint="Ctrl Enter")
        self.header.add_action(self._leave)
        self.header.add_action(self.store)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self._form_pane())
        panes.addWidget(Hairline(Qt.Orientation.Vertical))
        panes.addWidget(self._preview_pane(), 1)
        self.column.addLayout(panes, 1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._wire()

    def _form_pane(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        self._body_row = self.form.add("body_id", "Nämnd", self.body_)
        self.form.add("source", "Utgå från", self.source)
        self.form.add("year", "År", self.year)
        self.form.add_widget(self.rhythm)
        self.form.add_beside(("starts", "Börjar", self.starts), ("ends", "Beräknas sluta", self.ends))
        self.form.add("place", "Plats", self.place)
        self.form.add_widget(self.bridges)
        self.form.add_widget(self._avoided)
        along = "Stående punkter, gruppmöten och sekreterare kommer med på varje sammanträde."
        self.form.add_widget(Label(along, Type.SMALL, "muted", wrap=True))
        column.addWidget(self.form)
        column.addStretch(1)
        area = scrolled(inside)
        area.setFixedWidth(_FORM_WIDTH)
        return area

    def _preview_pane(self) -> QWidget:
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 20, 10)
        bar.addWidget(self.sum)
        bar.addStretch(1)
        pane = QWidget()
        set_area(pane, "surface")
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Hairline())
        column.addWidget(scrolled(self.rows), 1)
        return pane

    def _wire(self) -> None:
        self._rest.timeout.connect(self.propose)
        self.body_.currentIndexChanged.connect(lambda _: self._body_chosen())
        self.source.currentIndexChanged.connect(lambda _: self._source_chosen())
        self.year.currentIndexChanged.connect(lambda _: self.rhythm.begin_on(self._earliest()))
        self.rhythm.changed.connect(self._rest.start)
        self.starts.timeChanged.connect(lambda _: self._rest.start())
        self.bridges.toggled.connect(lambda _: self._rest.start())
        self.rows.changed.connect(self._count)
        self._leave.clicked.connect(self.left)
        self.store.clicked.connect(self.plan_all)
        for keys, act in (
            ("Esc", self.left.emit),
            ("Ctrl+Return", self.plan_all),
            ("Ctrl+Enter", self.plan_all),
        ):
            add_key(self, keys, act)

    def reload(self) -> None:
        """Read the bodies; what is filled in stays."""
        found = self.session.ask(bodies, self.session.today)
        kept = self.body_.value()
        self.body_.blockSignals(True)
        self.body_.clear()
        for each in found:
            self.body_.addItem(each.term.name, each.body.id)
        self.body_.set_value(kept)
        if self.body_.currentIndex() < 0:
            self.body_.setCurrentIndex(0)
        self.body_.blockSignals(False)
        self._body_row.setVisible(len(found) > 1)
        if kept is None or kept != self.body_.value():
            self._body_chosen()
        else:
            self._read_body()
            self.propose()

    def begin(self, body_id: str) -> None:
        """Plan for a body."""
        self.catch_up()
        if self.body_.findData(body_id) >= 0:
            self.body_.set_value(body_id)
        self.rhythm.how.setFocus()

    def _read_body(self) -> None:
        body_id = str(self.body_.value() or "")
        self._held = self.session.ask(days_of, body_id)
        with self.session.reading() as reader:
            self._terms = all_terms(reader)

    def _body_chosen(self) -> None:
        """Offer the body's meetings to begin from."""
        self._read_body()
        self.rows.forget()
        found = self.session.ask(frames, str(self.body_.value() or ""))
        self.source.blockSignals(True)
        self.source.clear()
        for meeting in found:
            self.source.addItem(weekday_date(meeting.day), meeting.id)
        self.source.addItem("Inget", "")
        self.source.setCurrentIndex(0)
        self.source.blockSignals(False)
        self._source_chosen()

    def _source_chosen(self) -> None:
        """Take time, place and rhythm from the meeting chosen."""
        found = self.session.ask(frames, str(self.body_.value() or ""))
        source = next((m for m in found if m.id == self.source.value()), None)
        if source is not None:
            self.starts.set_time(source.starts or USUAL_START)
            self.ends.set_time(source.ends)
            self.place.setText(source.place)
        self.rhythm.begin_as(source.day if source else self._earliest())
        self.rhythm.begin_on(self._earliest())

    def _earliest(self) -> date:
        """The first day that can be planned in the year."""
        return max(date(int(str(self.year.value())), 1, 1), self.session.today + timedelta(days=1))

    def propose(self) -> None:
        """Make the plan anew of what is filled in."""
        self._rest.stop()
        today = self.session.today
        wanted = self.rhythm.wanted(self._earliest())
        if self.rhythm.is_pasted():
            days = as_pasted(wanted, self._held)
        else:
            days = plan(wanted, self._held, move_bridges=self.bridges.isChecked())
        for widget in (self.bridges, self._avoided):
            widget.setVisible(not self.rhythm.is_pasted())
        self.rows.show_days(days, self.starts.time(), today)  # which has them counted

    def _customs_on(self, day: date) -> Customs:
        return self._terms(str(self.body_.value()), day).customs

    def _count(self) -> None:
        """Say how many there are, and what each day brings with it."""
        look = self.rows.explain(self._customs_on, self._held)
        count = sum(row.take_in.isChecked() for row in self.rows.shown())
        self.sum.setText(f"{counted(count, 'sammanträde', 'sammanträden')} {self.year.value()}")
        self.header.set_pills([(f"{look} att se över", Tone.LOOK)] if look else [])
        self.store.setText(f"Lägg in {counted(count, 'sammanträde', 'sammanträden')}")
        self.store.setEnabled(count > 0)

    def plan_all(self) -> None:
        """Put all meetings in that are left in the list."""
        if self._rest.isActive():
            self.propose()
        self.rows.finish()
        self.form.clear_errors()
        body_id = str(self.body_.value())
        try:
            command = PlanYear(body_id, self._meetings(), str(self.source.value() or "") or None)
            outcome = self.actions_.do_with_undo(
                command, f"Inlagt: {counted(len(command.meetings), 'sammanträde', 'sammanträden')}."
            )
        except RuleBroken as error:
            self.form.show_error(error)
            return
        if outcome is not None:
            self.planned.emit(body_id, command.meetings[0].day.year)

    def _meetings(self) -> tuple[YearMeeting, ...]:
        """Return what stands in the list. Raises RuleBroken where something is missing."""
        ends = self.ends.time() if self.ends.is_valid() else None
        found = []
        for row in self.rows.shown():
            chosen = row.chosen()
            if not chosen.taken_in:
                continue
            if not row.day.is_valid() or chosen.day is None:
                row.day.setFocus()
                raise RuleBroken("En rad i listan saknar datum.")
            if not row.starts.is_valid() or not self.ends.is_valid():
                raise RuleBroken("Det är inget klockslag. Skriv till exempel 9.00.", field="starts")
            late = chosen.starts is not None and ends is not None and ends > chosen.starts
            found.append(
                YearMeeting(chosen.day, chosen.starts, ends if late else None, self.place.text().strip())
            )
        return tuple(found)
