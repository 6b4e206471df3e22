"""Delegationsordningen: the points in force on a day, and beside them the one that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.delegation import Delegate, DelegatedDecision, DelegateKind, DelegationPoint
from namndstod.domain.delegation_lists import delegate as title_and_name
from namndstod.domain.delegation_names import delegate_name, state_on
from namndstod.domain.delegation_order import NO_DELEGATION, Order, PointOnDay
from namndstod.domain.findings import Severity
from namndstod.domain.findings.delegated_order import OrderFinding, judge_order
from namndstod.domain.records import Body, BodyTerm
from namndstod.domain.swedish import capitalised, counted, listed
from namndstod.services.commands.delegation_order import (
    AddDelegate,
    AddPoint,
    ChangeDelegate,
    ChangePoint,
    EndDelegate,
    EndPoint,
    RemoveDelegate,
    RemovePoint,
    WaivePoint,
)
from namndstod.services.delegation.order import PointUse, order_of, use_of
from namndstod.services.reading import BodyView, bodies

from ..kit.basics import Button, ButtonKind, EmptyState, Hairline, Label
from ..kit.dates import DateEdit
from ..kit.fields import Combo
from ..kit.flow import FlowLayout
from ..kit.item_list import ItemList
from ..kit.item_model import ItemRow, PillSpec
from ..kit.keys import add_key
from ..kit.split import SplitPane
from ..kit.theme import set_area
from ..kit.tokens import Tone
from ..view import View, scrolled
from .order_intake import OrderIntake
from .order_pane import PointPane, Shown

if TYPE_CHECKING:
    from namndstod.services.commands.base import Command

    from ..kit.split import Memory
    from ..workspace.actions import Actions

_LIST, _EMPTY, _FILE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class _Found:
    """What the view shows: the bodies, and the order of the chosen one with what holds that day."""

    bodies: tuple[BodyView, ...] = ()
    order: Order = NO_DELEGATION.order
    points: tuple[PointOnDay, ...] = ()
    findings: tuple[OrderFinding, ...] = ()


class OrderView(View):
    """The delegationsordning of a body on a day; `left` goes back to the decisions."""

    cares_for = frozenset({Body, BodyTerm, Delegate, DelegatedDecision, DelegationPoint})
    left = Signal()

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Delegationsordning", actions, parent)
        self.header.set_crumb("Delegationsbeslut")
        self._found = _Found()
        self._body_id = ""
        self.body = Combo()
        self.body.setAccessibleName("Nämnd")
        self.day = DateEdit(self.session.today)
        self.day.setAccessibleName("Gäller den")
        self.day.setMaximumWidth(170)
        self.leave = Button("Till besluten", ButtonKind.QUIET, hint="Esc")
        self.new = Button("Ny punkt", ButtonKind.PRIMARY, hint="N")
        self.intake = OrderIntake(
            actions, lambda: next((b for b in self._found.bodies if b.body.id == self._body_id), None)
        )
        for button in (self.leave, self.new):
            self.header.add_action(button)
        self.points = ItemList("Punkter i delegationsordningen", number_width=52)
        self.pane = PointPane()
        self.stack = QStackedWidget()
        panes = [self._left_pane(), scrolled(self.pane)]
        self.stack.addWidget(SplitPane(panes, [380, 814], memory=memory, name="order"))
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self.intake)
        self.column.addWidget(self.stack, 1)
        self.setFocusProxy(self.points)
        self._wire()

    def _left_pane(self) -> QWidget:
        pane = QWidget()
        set_area(pane, "surface")
        bar = FlowLayout(spacing=8)
        when = Label("Gäller den", tone="muted")
        for widget in (self.body, when, self.day, self.intake.read, self.intake.workbooks.button):
            bar.addWidget(widget)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 8, 12, 8)
        inset.addLayout(bar)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inset)
        column.addWidget(Hairline())
        column.addWidget(self.points, 1)
        return pane

    def _empty(self) -> QWidget:
        """What is shown where nothing stands yet: what the order is good for, and the first point."""
        page = QWidget()
        self.empty = EmptyState(
            "gavel",
            "Ingen delegationsordning än",
            "Lägg in punkterna, vem som får besluta enligt dem och från vilken dag. Sedan prövas varje "
            "delegationsbeslut mot dem: rätt delegat, rätt punkt, inom gränserna.",
            "Ny punkt",
            self.add_point,
            hint="N",
        )
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.intake.read_button(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def _wire(self) -> None:
        pane = self.pane
        self.body.activated.connect(lambda _: self.choose_body(str(self.body.value() or "")))
        self.day.dateChanged.connect(lambda _: self._show())
        self.leave.clicked.connect(self._leave)
        self.new.clicked.connect(self.add_point)
        self.points.currentIdChanged.connect(self._chosen_another)
        self.points.activatedId.connect(lambda _: self.change_point())
        self.points.removeRequested.connect(lambda _: self.remove_point())
        pane.change.clicked.connect(self.change_point)
        pane.end.clicked.connect(self.end_point)
        pane.remove.clicked.connect(self.remove_point)
        pane.new_delegate.clicked.connect(self.add_delegate)
        pane.changeDelegateRequested.connect(self.change_delegate)
        pane.passOnRequested.connect(self.pass_on)
        pane.endDelegateRequested.connect(self.end_delegate)
        pane.removeDelegateRequested.connect(self.remove_delegate)
        pane.waived.connect(self._waive)
        pane.dayRequested.connect(self.show_day)
        pane.form.written.connect(self._store_point)
        pane.delegate_form.written.connect(self._store_delegate)
        pane.end_form.written.connect(self._store_end)
        for form in (pane.form, pane.delegate_form, pane.end_form):
            form.left.connect(self._leave_form)
        self.intake.arrived.connect(lambda: self.stack.setCurrentIndex(_FILE))
        self.intake.left.connect(self._leave)
        for keys, act in (("Ctrl+O", self.intake.choose_file), ("Esc", self._leave)):
            add_key(self, keys, act)
        for keys, act in (("N", self.add_point), ("D", self.add_delegate), ("A", self.end_point)):
            for widget in (self.points, self.empty.button):
                if widget is not None:
                    shortcut = QShortcut(QKeySequence(keys), widget)
                    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                    shortcut.activated.connect(act)
        self._ending: Callable[[date | None], Command] | None = None

    def reload(self) -> None:
        """Read the order; it has some hundred points at most."""
        known = self.session.ask(bodies, self.session.today)
        ids = [b.body.id for b in known]
        if self._body_id not in ids:
            self._body_id = next(iter(ids), "")
        order = self.session.ask(order_of, self._body_id) if self._body_id else Order()
        self._found = replace(self._found, bodies=known, order=order)
        self.body.clear()
        for each in known:
            self.body.addItem(each.term.name, each.body.id)
        self.body.set_value(self._body_id)
        self.body.setVisible(len(known) > 1)
        self.new.setEnabled(bool(self._body_id))
        self._show()

    def choose_body(self, body_id: str) -> None:
        """Show another body's order."""
        self._body_id = body_id
        self.reload()

    def show_day(self, day: date) -> None:
        """Show the order as it was, or will be, on a day, with the same point."""
        chosen = self._chosen()
        self.day.set_date(day)
        self._show()
        same = self._found.order.point(chosen.point.number, day) if chosen is not None else None
        if same is not None:
            self.points.set_current_id(same.id)

    def on_day(self) -> date:
        """The day that is shown."""
        return self.day.date() or self.session.today

    def _show(self) -> None:
        order, day = self._found.order, self.on_day()
        self._found = replace(self._found, points=order.on(day), findings=judge_order(order, day))
        self.points.set_rows([self._row(p, day) for p in self._found.points])
        writes = self.pane.open_forms()
        if self.stack.currentIndex() == _FILE:
            self.intake.reload()
        else:
            self.stack.setCurrentIndex(_LIST if order or writes else _EMPTY)
        if self._found.points and self.points.current_id() is None:
            self.points.set_current_id(self._found.points[0].point.id)
        grave = sum(f.severity is Severity.BLOCK for f in self._found.findings)
        look = sum(f.severity is Severity.WARN for f in self._found.findings)
        pills = [(f"{grave} att rätta", Tone.MEND)] if grave else []
        pills += [(f"{look} att titta på", Tone.LOOK)] if look else []
        count = counted(len(self._found.points), "punkt", "punkter")
        self.header.set_pills([(count, Tone.NEUTRAL), *pills] if order else [])
        self._show_point()

    def _row(self, here: PointOnDay, day: date) -> ItemRow:
        point = here.point
        worst = {f.severity for f in self._found.findings if f.point_id == point.id}
        pills = [PillSpec("rätta", Tone.MEND)] if Severity.BLOCK in worst else []
        pills += [PillSpec("se över", Tone.LOOK)] if Severity.WARN in worst and not pills else []
        state = state_on(point, day, self.session.today)
        pills += [PillSpec(state)] if state else []
        who = capitalised(listed([title_and_name(d.title, d.name) for d in here.delegates]))
        return ItemRow(point.id, point.number, point.text, who, tuple(pills))

    def _show_point(self) -> None:
        here = self._chosen()
        writing = self.pane.open_forms()
        for button in (self.pane.change, self.pane.end, self.pane.remove, self.pane.new_delegate):
            button.setEnabled(here is not None)
        self.pane.shown.setVisible(here is not None and self.pane.form.isHidden())
        self.pane.delegate_card.setVisible(here is not None and self.pane.form.isHidden())
        self.pane.history_card.setVisible(False)
        self.pane.point_card.setVisible(here is not None or writing)
        if here is None:
            return
        point = here.point
        self.pane.show_point(
            Shown(
                here,
                self._found.order.history(point.number),
                tuple(f for f in self._found.findings if f.point_id == point.id),
            )
        )
        self._count_use(point)

    def _count_use(self, point: DelegationPoint) -> None:
        """Count the decisions by a point in the background: a register may have 100,000."""

        def told(use: PointUse) -> None:
            here = self._chosen()
            if here is not None and here.point == point:
                self.pane.show_use(use)

        self.actions_.background.run(self.session.ask, use_of, point, owner=self, done=told)

    def _chosen(self) -> PointOnDay | None:
        wanted = self.points.current_id()
        return next((p for p in self._found.points if p.point.id == wanted), None)

    def _delegate(self, delegate_id: str) -> Delegate | None:
        return self._found.order.delegate_by_id.get(delegate_id)

    def _chosen_another(self, _: str) -> None:
        self.pane.close_forms()
        self._show_point()

    def _leave(self) -> None:
        if self.stack.currentIndex() != _FILE:
            self.left.emit()
            return
        self.stack.setCurrentIndex(_LIST)
        self._leave_form()

    def add_point(self) -> None:
        """Ask for a new point."""
        if not self._body_id:
            return
        self.pane.close_forms()
        self.stack.setCurrentIndex(_LIST)
        self.pane.shown.hide()
        self.pane.delegate_card.hide()
        self.pane.history_card.hide()
        self.pane.point_card.show()
        self.pane.form.begin(None, self._body_id, self.on_day())

    def change_point(self) -> None:
        """Ask for changes to the chosen point."""
        here = self._chosen()
        if here is not None:
            self.pane.close_forms()
            self.pane.shown.hide()
            self.pane.delegate_card.hide()
            self.pane.form.begin(here.point, self._body_id, self.on_day())

    def _store_point(self, point: DelegationPoint, from_day: date | None) -> None:
        command = ChangePoint(point, from_day) if point.id else AddPoint(point)
        outcome = self.actions_.do(command)
        if outcome is None:
            return
        begins = from_day or point.valid_from
        if self._found.order.point(point.number, self.on_day()) is None or begins > self.on_day():
            self.day.set_date(max(begins, self.on_day()))  # what was written is shown
        self.pane.close_forms()
        self.reload()
        self.points.set_current_id(outcome.result or point.id)
        self._leave_form()
        if not point.id:
            self.add_delegate()  # a point without a delegate is of no use

    def end_point(self) -> None:
        """Ask for the last day of the chosen point."""
        here = self._chosen()
        if here is not None:
            self._ask_end(lambda last: EndPoint(here.point.id, last), here.point.valid_to)

    def remove_point(self) -> None:
        """Take the chosen point away."""
        here = self._chosen()
        if here is not None:
            self.actions_.do_with_undo(RemovePoint(here.point.id), f"Punkt {here.point.number} är borttagen.")

    def _waive(self, reason: str) -> None:
        here = self._chosen()
        if here is not None:
            self.actions_.do(WaivePoint(here.point.id, reason))

    def add_delegate(self) -> None:
        """Ask for a delegate of the chosen point."""
        here = self._chosen()
        if here is not None:
            self._begin(None, here, max(here.point.valid_from, self.on_day() if here.delegates else date.min))

    def change_delegate(self, delegate_id: str) -> None:
        """Ask for changes to a delegate."""
        here, delegate = self._chosen(), self._delegate(delegate_id)
        if here is not None and delegate is not None:
            self._begin(delegate, here, delegate.valid_from)

    def pass_on(self, delegate_id: str) -> None:
        """Ask for somebody to whom the förvaltningschef has passed it on (KL 7:6)."""
        here, giver = self._chosen(), self._delegate(delegate_id)
        if here is not None and giver is not None:
            day = max(giver.valid_from, self.on_day())
            blank = replace(
                giver, id="", kind=DelegateKind.EMPLOYEE, title="", name="", max_amount=None, valid_from=day
            )
            self._begin(replace(blank, given_by=giver.id), here, day)

    def _begin(self, delegate: Delegate | None, here: PointOnDay, day: date) -> None:
        self.pane.close_forms()
        self.pane.delegate_form.begin(delegate, here.point, here.delegates, day)

    def _store_delegate(self, delegate: Delegate) -> None:
        command = ChangeDelegate(delegate) if delegate.id else AddDelegate(delegate)
        if self.actions_.do(command) is not None:
            self._leave_form()

    def end_delegate(self, delegate_id: str) -> None:
        """Ask for the last day of a delegation."""
        delegate = self._delegate(delegate_id)
        if delegate is not None:
            self._ask_end(lambda last: EndDelegate(delegate_id, last), delegate.valid_to)

    def remove_delegate(self, delegate_id: str) -> None:
        """Take a delegate away, with those it was passed on to."""
        delegate = self._delegate(delegate_id)
        if delegate is not None:
            self.actions_.do_with_undo(
                RemoveDelegate(delegate_id), f"{delegate_name(delegate)} är borttagen."
            )

    def _ask_end(self, ending: Callable[[date | None], Command], last: date | None) -> None:
        self.pane.close_forms()
        self._ending = ending
        self.pane.end_form.begin(last)

    def _store_end(self, last: date | None) -> None:
        if self._ending is not None and self.actions_.do(self._ending(last)) is not None:
            self._leave_form()

    def _leave_form(self) -> None:
        self.pane.close_forms()
        self._show()
        if self.isVisible():
            self.points.setFocus(Qt.FocusReason.OtherFocusReason)
