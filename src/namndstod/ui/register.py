"""Förtroendevalda: bodies at the left, the ledamöter and ersättare of the chosen one as tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.exports import ExportKind
from namndstod.domain.presence import quorum
from namndstod.domain.records import Body, BodyTerm, Mandate, Person, Role
from namndstod.domain.role_names import ROLE_NAMES
from namndstod.domain.swedish import counted
from namndstod.domain.swedish_sort import swedish_key
from namndstod.services.commands.members import MoveMandate
from namndstod.services.reading import BodyView, MandateView, bodies, in_force, mandates
from namndstod.services.session import Outcome
from namndstod.services.usual import KINDS

from .kit.basics import Button, ButtonKind, EmptyState, Hairline, Label, SectionLabel
from .kit.data_table import ROW_HEIGHT, Column, DataTable
from .kit.fields import Combo
from .kit.item_list import ItemList
from .kit.item_model import ItemRow
from .kit.split import Memory, SplitPane
from .kit.theme import set_area
from .kit.tokens import Type
from .member_sheets import BodySheet, EndSheet, MemberSheet, PasteSheet
from .view import View, scrolled
from .workbooks_out import Offer, Offers, WorkbooksOut

if TYPE_CHECKING:
    from .workspace.actions import Actions

_RANKS = {role: rank for rank, role in enumerate(Role)}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


ROOMY = 1000
"""Width in pixels from which heading and buttons have room beside each other."""

_COLUMNS: tuple[Column[MandateView], ...] = (
    Column(
        "order",
        "Nr",
        lambda v: str(v.mandate.elected_order or ""),
        sort_key=lambda v: (_RANKS[v.mandate.role], v.mandate.elected_order),
        number=True,
        muted=True,
        width=48,
    ),
    Column(
        "name",
        "Namn",
        lambda v: v.person.name,
        sort_key=lambda v: swedish_key(f"{v.person.surname} {v.person.given_name}"),
        stretch=True,
    ),
    Column("party", "Parti", lambda v: v.mandate.party or "–", width=70),
    Column(
        "role",
        "Uppdrag",
        lambda v: ROLE_NAMES[v.mandate.role],
        sort_key=lambda v: _RANKS[v.mandate.role],
        width=160,
    ),
    Column("from", "Från", lambda v: _day(v.mandate.valid_from), muted=True, width=104),
    Column("to", "Till", lambda v: _day(v.mandate.valid_to), muted=True, width=104),
)


class RegisterView(View):
    """Bodies and those who hold an uppdrag in them."""

    cares_for = frozenset({Body, BodyTerm, Mandate, Person})
    settingsRequested = Signal(str)

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Förtroendevalda", actions, parent)
        self._bodies: tuple[BodyView, ...] = ()
        self._rows: dict[str, MandateView] = {}
        self._body_id = ""
        self._paste = Button("Klistra in lista …")
        self._add = Button("Ny förtroendevald", ButtonKind.PRIMARY)
        self.workbooks = WorkbooksOut(actions, self, self._offers)
        self.header.add_action(self.workbooks.button)
        self.header.add_action(self._paste)
        self.header.add_action(self._add)
        self._page: QWidget
        self._area: QScrollArea
        self.bodies = ItemList("Nämnder", number_width=0)
        self.members = self._table("Ledamöter")
        self.substitutes = self._table("Ersättare")
        self._active = self.members
        self._scope = Combo(((True, "Gäller i dag"), (False, "Alla, också tidigare och kommande")))
        self._scope.setAccessibleName("Vilka uppdrag")
        self._title = Label("", Type.HEADING, wrap=True)
        self._facts = Label("", tone="muted", wrap=True)
        self._member_count = SectionLabel("Ledamöter")
        self._substitute_count = SectionLabel("Ersättare")
        self._nobody = EmptyState(
            "people",
            "Inga förtroendevalda än",
            "Klistra in listan från Word, Excel eller en kallelse, så läses namn, parti och uppdrag.",
            "Klistra in lista …",
            self.paste_list,
        )
        self._change = Button("Ändra", ButtonKind.QUIET, hint="Enter")
        self._end = Button("Avsluta", ButtonKind.QUIET)
        self._up = Button(kind=ButtonKind.QUIET, icon="arrow-up", name="Flytta upp i valordningen (Alt+Upp)")
        self._down = Button(
            kind=ButtonKind.QUIET, icon="arrow-down", name="Flytta ned i valordningen (Alt+Ned)"
        )
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            SplitPane([self._left(), self._right()], [250, 944], name="register", memory=memory)
        )
        self.column.addWidget(self._stack, 1)
        self.setFocusProxy(self.members)
        self._wire()

    def _table(self, name: str) -> DataTable[MandateView]:
        table: DataTable[MandateView] = DataTable(name, _COLUMNS, lambda v: v.mandate.id, swedish_key)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table

    def _wire(self) -> None:
        self._paste.clicked.connect(self.paste_list)
        self._add.clicked.connect(self.add_member)
        self._scope.currentIndexChanged.connect(self._show_people)
        self._change.clicked.connect(self.change_member)
        self._end.clicked.connect(self.end_mandate)
        self._up.clicked.connect(lambda: self.move_chosen(-1))
        self._down.clicked.connect(lambda: self.move_chosen(1))
        self.bodies.currentIdChanged.connect(self.choose_body)
        for table, other in ((self.members, self.substitutes), (self.substitutes, self.members)):
            table.activatedId.connect(self.change_member)
            table.currentIdChanged.connect(lambda _id, t=table, o=other: self._chosen_in(t, o))
            table.pressed.connect(lambda _i, t=table, o=other: self._chosen_in(t, o))
            for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
                shortcut = QShortcut(QKeySequence(keys), table)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(lambda step=step: self.move_chosen(step))

    def _left(self) -> QWidget:
        pane = QWidget()
        set_area(pane, "surface")
        new = Button("Ny nämnd", ButtonKind.QUIET, icon="plus")
        new.clicked.connect(self.new_body)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bodies, 1)
        column.addWidget(Hairline())
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(new)
        row.addStretch(1)
        column.addLayout(row)
        return pane

    def _right(self) -> QWidget:
        pane = QWidget()
        set_area(pane, "surface")
        settings = Button("Inställningar för nämnden", ButtonKind.QUIET, icon="gear")
        settings.clicked.connect(lambda: self.settingsRequested.emit(self._body_id))
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addWidget(self._facts)
        top = QHBoxLayout()
        top.addLayout(titles, 1)
        top.addWidget(settings, 0, Qt.AlignmentFlag.AlignTop)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addStretch(1)
        for widget in (self._up, self._down, self._change, self._end):
            tools.addWidget(widget)
        tools.addSpacing(8)
        tools.addWidget(self._scope)
        self._bar.setSpacing(4)
        self._bar.addWidget(self._member_count)
        self._bar.addLayout(tools, 1)
        column = QVBoxLayout(pane)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(6)
        column.addLayout(top)
        column.addSpacing(4)
        column.addLayout(self._bar)
        column.addWidget(self._nobody)
        column.addWidget(self.members)
        column.addSpacing(10)
        column.addWidget(self._substitute_count)
        column.addWidget(self.substitutes)
        column.addStretch(1)
        self._page = pane
        self._area = scrolled(pane)
        set_area(pane, "surface")
        return self._area

    def reload(self) -> None:
        """Read the bodies, and who holds an uppdrag in the chosen one."""
        self._bodies = self.session.ask(bodies, self.session.today)
        if not self._bodies and self._stack.count() == 1:
            self._stack.addWidget(
                EmptyState(
                    "people",
                    "Ingen nämnd än",
                    "Lägg in nämnden med namn och antal platser. Sedan kan du klistra in listan över "
                    "ledamöter och "
                    "ersättare.",
                    "Ny nämnd",
                    self.new_body,
                )
            )
        self._stack.setCurrentIndex(0 if self._bodies else 1)
        self._paste.setVisible(bool(self._bodies))
        self.workbooks.button.setVisible(bool(self._bodies))
        self._add.setVisible(bool(self._bodies))
        self.bodies.set_rows(
            [
                ItemRow(b.body.id, "", b.term.name, f"{KINDS[b.body.kind]} · {b.term.seats} platser")
                for b in self._bodies
            ]
        )
        if self._bodies:
            known = {b.body.id for b in self._bodies}
            self._body_id = self._body_id if self._body_id in known else self._bodies[0].body.id
            self.bodies.set_current_id(self._body_id)
            self._show_people()

    def _offers(self) -> Offers:
        """What can be saved: the chosen body's, or those of all."""
        members, all_bodies = ExportKind.MEMBERS, len(self._bodies) > 1
        chosen = next((b for b in self._bodies if b.body.id == self._body_id), None)
        if chosen is None:
            return ()
        key, name = chosen.body.id, chosen.term.name
        own = [
            Offer(f"Förtroendevalda i {name}", members, key, name),
            Offer("Utan e-post och telefon", members, key, name, public=True, more="utan kontaktuppgifter"),
        ]
        return (own, [Offer("Förtroendevalda i alla nämnder", members, None, "")] if all_bodies else [])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the heading where they have no room beside it."""
        super().resizeEvent(event)
        roomy = event.size().width() >= ROOMY
        self._bar.setDirection(
            QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
        )

    def choose_body(self, body_id: str) -> None:
        """Show the people of a body."""
        if body_id != self._body_id:
            self._body_id = body_id
            self.bodies.set_current_id(body_id)
            self._show_people()

    def choose_person(self, body_id: str, person_id: str) -> None:
        """Show a person among those of a body."""
        if body_id:
            self.choose_body(body_id)
        if not any(v.person.id == person_id for v in self._rows.values()):
            self._scope.set_value(False)
        for view in self._rows.values():
            if view.person.id == person_id:
                table = self.members if view.mandate.role.has_seat else self.substitutes
                table.set_current_id(view.mandate.id)
                table.setFocus()

    def _show_people(self) -> None:
        body = self._body()
        if body is None:
            return
        today = self.session.today
        found = self.session.ask(mandates, body.body.id, today if self._scope.value() else None)
        self._rows = {v.mandate.id: v for v in found}
        members = [v for v in found if v.mandate.role.has_seat]
        substitutes = [v for v in found if not v.mandate.role.has_seat]
        self.members.set_rows(members)
        self.substitutes.set_rows(substitutes)
        if members and self._chosen() is None:
            self.members.set_current_id(members[0].mandate.id)
        self._nobody.setVisible(not found)
        for widget in (self.members, self.substitutes, self._substitute_count, self._member_count):
            widget.setVisible(bool(found))
        for table, rows in ((self.members, members), (self.substitutes, substitutes)):
            table.setFixedHeight(
                table.horizontalHeader().sizeHint().height() + max(1, len(rows)) * ROW_HEIGHT + 4
            )
        filled = sum(in_force(v.mandate, today) for v in members)
        self._title.setText(body.term.name)
        self._facts.setText(
            f"{KINDS[body.body.kind]} · {body.term.seats} platser · beslutsför med minst "
            f"{quorum(body.term.seats)} · "
            f"i löpande text ”{body.term.short_name}”"
        )
        self._member_count.setText(f"Ledamöter, {filled} av {body.term.seats} platser fyllda")
        own = sum(v.mandate.role is Role.SUBSTITUTE for v in substitutes)
        with_right = counted(len(substitutes) - own, "med närvarorätt", "med närvarorätt")
        count = counted(own, "ersättare", "ersättare").capitalize()
        self._substitute_count.setText(f"{count}, {with_right}" if len(substitutes) > own else count)
        self._enable()

    def _body(self) -> BodyView | None:
        return next((b for b in self._bodies if b.body.id == self._body_id), None)

    def _chosen_in(self, table: DataTable[MandateView], other: DataTable[MandateView]) -> None:
        self._active = table
        other.clearSelection()
        self._enable()
        QTimer.singleShot(0, self, lambda: self._keep_in_sight(table))  # when everything has its place

    def _keep_in_sight(self, table: DataTable[MandateView]) -> None:
        row = table.visualRect(table.currentIndex())
        place = table.viewport().mapTo(self._page, row.center())
        self._area.ensureVisible(place.x(), place.y(), 0, 2 * ROW_HEIGHT)

    def _chosen(self) -> MandateView | None:
        return self._rows.get(self._active.current_id() or "")

    def _enable(self) -> None:
        chosen = self._chosen()
        movable = chosen is not None and chosen.mandate.role in (Role.MEMBER, Role.SUBSTITUTE)
        for button, possible in (
            (self._change, chosen is not None),
            (self._end, chosen is not None),
            (self._up, movable),
            (self._down, movable),
        ):
            button.setEnabled(possible)

    # --- what can be done

    def new_body(self) -> None:
        """Ask for a new body."""
        BodySheet(self, self.session, self._bodies, self.choose_body).open()

    def add_member(self) -> None:
        """Ask for a person and an uppdrag."""
        if self._body_id:
            MemberSheet(self, self.session, self._body_id).open()

    def change_member(self) -> None:
        """Change the chosen person or uppdrag."""
        chosen = self._chosen()
        if chosen is not None:
            MemberSheet(self, self.session, self._body_id, chosen).open()

    def end_mandate(self) -> None:
        """Ask for the last day of the chosen uppdrag."""
        chosen = self._chosen()
        if chosen is not None:
            EndSheet(self, self.session, chosen).open()

    def paste_list(self) -> None:
        """Take in a whole list."""
        body = self._body()
        if body is None:
            self.new_body()
            return
        current = self.session.ask(mandates, body.body.id, self.session.today)
        PasteSheet(self, self.actions_, body, bool(current), self._taken_in).open()

    def move_chosen(self, step: int) -> None:
        """Move the chosen one a step in the elected order."""
        chosen = self._chosen()
        if chosen is None or chosen.mandate.role not in (Role.MEMBER, Role.SUBSTITUTE):
            return
        today = self.session.today
        same = [
            v.mandate.id
            for v in self.session.ask(mandates, self._body_id, today)
            if v.mandate.role is chosen.mandate.role
        ]
        place = same.index(chosen.mandate.id) + step if chosen.mandate.id in same else -1
        if 0 <= place < len(same):
            self.actions_.do(MoveMandate(chosen.mandate.id, place, today))

    def _taken_in(self, outcome: Outcome, number: int) -> None:
        if outcome.changes:
            step = self.session.undoable()
            self.actions_.toast(
                f"{counted(number, 'person', 'personer')} lästes in.",
                "Ångra",
                lambda: self.actions_.attempt(lambda: self.session.undo(step)),
            )
