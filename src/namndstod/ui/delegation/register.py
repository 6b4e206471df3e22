"""Delegationsbeslut: the register of a body, entered by keyboard or paste, and put on the next meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.delegation import DecisionLetter, DelegatedDecision
from namndstod.domain.delegation_lists import total
from namndstod.domain.delegation_standing import Standing
from namndstod.domain.letters import first_letter
from namndstod.domain.records import AgendaItem, Body, BodyTerm, Meeting, Section
from namndstod.domain.swedish import counted, day_month, whole_number
from namndstod.domain.swedish_sort import fold, swedish_key
from namndstod.services.commands.delegation import (
    AddDelegated,
    ChangeDelegated,
    RemoveDelegated,
    ReportDelegated,
    WithdrawDelegated,
    WriteLetter,
)
from namndstod.services.delegation.decisions import DelegatedRow, delegated, next_meeting
from namndstod.services.pasting import parse_decisions
from namndstod.services.reading import BodyView, bodies

from ..kit.basics import Button, ButtonKind, EmptyState, Hairline, Label
from ..kit.data_table import Column, DataTable
from ..kit.fields import Combo, LineEdit
from ..kit.item_model import PillSpec
from ..kit.theme import set_area
from ..kit.tokens import Tone, Type
from ..view import View
from .form import DelegatedForm

if TYPE_CHECKING:
    from namndstod.services.session import Session

    from ..background import Task
    from ..kit.split import Memory
    from ..workspace.actions import Actions
    from .letter_page import LetterPage

_TONES = {
    Standing.UNREPORTED: Tone.LOOK,
    Standing.LISTED: Tone.INFO,
    Standing.RECORDED: Tone.INFO,
    Standing.REPORTED: Tone.DONE,
    Standing.ANNOUNCED: Tone.DONE,
    Standing.LEGAL_FORCE: Tone.DONE,
}
_SCOPES: tuple[tuple[Standing | None, str], ...] = (
    (None, "Alla beslut"),
    (Standing.UNREPORTED, "Ej anmälda"),
    (Standing.LISTED, "Anmäls"),
    (Standing.REPORTED, "Anmälda"),
)


def _amount(row: DelegatedRow) -> str:
    return "" if row.decision.amount is None else whole_number(row.decision.amount)


def _day(row: DelegatedRow) -> str:
    return row.decision.decided_on.isoformat() if row.decision.decided_on else ""


_COLUMNS: tuple[Column[DelegatedRow], ...] = (
    Column("number", "Dnr", lambda r: r.decision.diary_number, width=92),
    Column("day", "Datum", _day, width=100),
    Column("point", "Punkt", lambda r: r.decision.point, width=60),
    Column("kind", "Stöd", lambda r: r.decision.kind, stretch=True),
    Column("recipient", "Företag", lambda r: r.decision.recipient, stretch=True),
    Column("letter", "Brev", lambda r: "brev" if r.letter_id else "", muted=True, width=52, spare=True),
    Column("municipality", "Kommun", lambda r: r.decision.municipality, width=100, spare=True),
    Column("branch", "Bransch", lambda r: r.decision.branch, muted=True, width=112, spare=True),
    Column("amount", "Belopp, kr", _amount, sort_key=lambda r: r.decision.amount or 0, number=True, width=92),
    Column("by", "Beslutsfattare", lambda r: r.decision.decided_by, muted=True, width=112, spare=True),
    Column(
        "standing",
        "Läge",
        lambda r: r.standing_text,
        pill=lambda r: PillSpec(r.standing_text, _TONES[r.standing]),
        width=176,
    ),
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the view shows: the bodies, the decisions of the chosen one, and where they are reported next."""

    bodies: tuple[BodyView, ...]
    body_id: str
    rows: tuple[DelegatedRow, ...]
    folded: dict[str, str]
    coming: Meeting | None


def _read(session: Session, body_id: str) -> _Found:
    known = session.ask(bodies, session.today)
    chosen = body_id if body_id in {b.body.id for b in known} else next((b.body.id for b in known), "")
    rows = session.ask(delegated, chosen, session.today) if chosen else ()
    coming = session.ask(next_meeting, chosen, session.today) if chosen else None
    folded = {
        r.decision.id: fold(" ".join([*(c.text(r) for c in _COLUMNS), r.decision.decided_by_title]))
        for r in rows
    }
    return _Found(known, chosen, tuple(reversed(rows)), folded, coming)


class DelegatedView(View):
    """The delegated decisions of a body, the latest first. `letterRequested` is told the id of a decision."""

    cares_for = frozenset({AgendaItem, Body, BodyTerm, DecisionLetter, DelegatedDecision, Meeting, Section})

    orderRequested = Signal(str)  # the id of the body

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Delegationsbeslut", actions, parent)
        self._memory = memory
        self._found = _Found((), "", (), {}, None)
        self._body_id = ""
        self._reading: Task | None = None
        self._letter: LetterPage | None = None
        self.order = Button("Delegationsordning", ButtonKind.QUIET, hint="O")
        self.paste = Button("Klistra in rader", hint="Ctrl V")
        self.report = Button("Anmäl på nästa sammanträde")
        self.new = Button("Nytt beslut", ButtonKind.PRIMARY, hint="N")
        self.body = Combo()
        self.body.setAccessibleName("Nämnd")
        for widget in (self.body, self.order, self.paste, self.report, self.new):
            self.header.add_action(widget)
        self.filter = LineEdit("", "Filtrera på dnr, stöd, företag, kommun …")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(340)
        self.filter.setAccessibleName("Filtrera delegationsbeslut")
        self.scope = Combo(_SCOPES)
        self.scope.setAccessibleName("Vilka beslut")
        self.change = Button("Ändra", ButtonKind.QUIET, hint="Enter")
        self.letter = Button("Skriv beslutsbrev", ButtonKind.QUIET, icon="pen", hint="Ctrl B")
        self.withdraw = Button("Anmäl inte", ButtonKind.QUIET)
        self.remove = Button("Ta bort", ButtonKind.QUIET, icon="trash", hint="Delete")
        self.form = DelegatedForm()
        self.form.setContentsMargins(0, 6, 0, 6)
        self.table: DataTable[DelegatedRow] = DataTable(
            "Delegationsbeslut", _COLUMNS, lambda r: r.decision.id, swedish_key
        )
        self.sum = Label("", Type.STRONG)
        self.count = Label("", tone="muted")
        self._none = EmptyState(
            "section",
            "Inga delegationsbeslut än",
            "Skriv in dem ett efter ett, eller kopiera raderna i Excel med rubrikraden och klistra in.",
            "Nytt beslut",
            self.add,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._register())
        self.column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)
        self._wire()

    def _register(self) -> QWidget:
        pane = QWidget()
        set_area(pane, "surface")
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 16, 10)
        bar.setSpacing(8)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.scope)
        bar.addStretch(0)
        for button in (self.change, self.letter, self.withdraw, self.remove):
            bar.addWidget(button)
        inset = QVBoxLayout()
        inset.setContentsMargins(20, 0, 20, 0)
        inset.addWidget(self.form)
        rows = QHBoxLayout()
        rows.setContentsMargins(12, 0, 12, 0)
        rows.addWidget(self.table)
        rows.addWidget(self._none, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 10)
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.sum)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Hairline())
        column.addLayout(inset)
        column.addLayout(rows, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        return pane

    def _wire(self) -> None:
        self.filter.textChanged.connect(self._show)
        self.scope.currentIndexChanged.connect(self._show)
        self.body.activated.connect(lambda _: self.choose_body(str(self.body.value() or "")))
        self.table.currentIdChanged.connect(lambda _: self._show_tools())
        self.table.activatedId.connect(lambda _: self.change_chosen())
        self.new.clicked.connect(self.add)
        self.order.clicked.connect(self.show_order)
        self.paste.clicked.connect(self.paste_rows)
        self.report.clicked.connect(self.report_all)
        self.change.clicked.connect(self.change_chosen)
        self.letter.clicked.connect(self.write_letter)
        self.withdraw.clicked.connect(self.withdraw_chosen)
        self.remove.clicked.connect(self.remove_chosen)
        self.form.written.connect(self._store)
        self.form.left.connect(self._leave_form)
        for keys, act in (
            ("N", self.add),
            ("O", self.show_order),
            ("Ctrl+V", self.paste_rows),
            ("Ctrl+B", self.write_letter),
            ("Delete", self.remove_chosen),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    # --- what is shown

    def reload(self) -> None:
        """Read the decisions, in the background: a register of years has thousands."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self.actions_.background.run(
            _read,
            self.session,
            self._body_id,
            owner=self,
            done=self._take,
            failed=self.actions_.errorRaised.emit,
        )

    def choose_body(self, body_id: str) -> None:
        """Show another body's decisions."""
        self._body_id = body_id
        self.reload()

    def _take(self, found: _Found) -> None:
        self._found, self._body_id = found, found.body_id
        self.body.blockSignals(True)
        self.body.clear()
        for each in found.bodies:
            self.body.addItem(each.term.name, each.body.id)
        self.body.set_value(found.body_id)
        self.body.blockSignals(False)
        self.body.setVisible(len(found.bodies) > 1)
        self.form.set_known([r.decision for r in reversed(found.rows)])
        self.new.setEnabled(bool(found.body_id))
        self._show()
        if self._letter is not None and self._stack.currentWidget() is self._letter:
            self._letter.reload()

    def _show(self) -> None:
        words, scope = fold(self.filter.text()).split(), self.scope.value()
        shown = [
            r
            for r in self._found.rows
            if scope in (None, r.standing) and all(w in self._found.folded[r.decision.id] for w in words)
        ]
        self.table.set_rows(shown)
        empty = not self._found.rows
        self.table.setVisible(not empty)
        self._none.setVisible(empty and not self.form.isVisible())
        whole = total([r.decision for r in shown])
        self.count.setText("" if empty else counted(len(shown), "beslut", "beslut"))
        self.sum.setText(f"Summa {whole_number(whole)} kr" if whole is not None else "")
        if shown and self.table.current_id() is None:
            self.table.set_current_id(shown[0].decision.id)
        self._show_tools()

    def _show_tools(self) -> None:
        row = self._chosen()
        told = row is not None and row.standing is Standing.REPORTED
        for button in (self.change, self.letter):
            button.setEnabled(row is not None)
        self.remove.setEnabled(row is not None and not told)
        self.withdraw.setVisible(row is not None and row.standing is Standing.LISTED)
        self.letter.setText("Öppna beslutsbrev" if row is not None and row.letter_id else "Skriv beslutsbrev")
        waiting, coming = self._waiting(), self._found.coming
        self.report.setEnabled(bool(waiting) and coming is not None)
        self.report.setText(
            f"Anmäl {len(waiting)} på {day_month(coming.day)}"
            if waiting and coming
            else "Anmäl på nästa sammanträde"
        )
        self.report.setToolTip("" if coming else "Nämnden har inget kommande sammanträde.")

    def _chosen(self) -> DelegatedRow | None:
        wanted = self.table.current_id()
        return next((r for r in self._found.rows if r.decision.id == wanted), None)

    def _waiting(self) -> Sequence[DelegatedDecision]:
        return [r.decision for r in self._found.rows if r.standing is Standing.UNREPORTED]

    def flush(self) -> None:
        """Store what is typed in the letter that is open."""
        if self._letter is not None:
            self._letter.flush()

    # --- what can be done

    def show_order(self) -> None:
        """Ask for the delegationsordning of the body that is shown."""
        self.orderRequested.emit(self._body_id)

    def add(self) -> None:
        """Ask for a new decision."""
        self._none.hide()
        self.form.begin()

    def change_chosen(self) -> None:
        """Ask for changes to the chosen decision."""
        row = self._chosen()
        if row is not None:
            self.form.begin(row.decision)

    def _store(self, decision: DelegatedDecision) -> None:
        """Store what was written; after a new one comes the next."""
        if decision.id:
            if self.actions_.do(ChangeDelegated(decision)) is not None:
                self._leave_form()
            return
        made = self.actions_.do(AddDelegated(self._body_id, (decision,)))
        if made is not None:
            self.form.set_known([*(r.decision for r in reversed(self._found.rows)), decision])
            self.form.begin()

    def _leave_form(self) -> None:
        self.form.hide()
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def paste_rows(self) -> None:
        """Take in rows copied from a spreadsheet; what is unclear is told and left empty."""
        if not self._body_id:
            return
        found = parse_decisions(QGuiApplication.clipboard().text())
        if not found.decisions:
            self.actions_.toast(
                next(iter(found.unclear), "Inga rader är kopierade. Kopiera dem i Excel först.")
            )
            return
        number = counted(len(found.decisions), "beslut är inläst", "beslut är inlästa")
        unclear = f" Se över: {' '.join(found.unclear[:2])}" if found.unclear else ""
        self.actions_.do_with_undo(AddDelegated(self._body_id, found.decisions), f"{number}.{unclear}")

    def report_all(self) -> None:
        """Put all that is not reported on the next meeting's list."""
        coming, waiting = self._found.coming, self._waiting()
        if coming is None or not waiting:
            return
        number = counted(len(waiting), "beslut anmäls", "beslut anmäls")
        ids = tuple(d.id for d in reversed(waiting))
        self.actions_.do_with_undo(
            ReportDelegated(coming.id, ids), f"{number} på sammanträdet {day_month(coming.day)}."
        )

    def withdraw_chosen(self) -> None:
        """Take the chosen decision off the list of the meeting."""
        row = self._chosen()
        if row is not None and row.standing is Standing.LISTED:
            self.actions_.do_with_undo(WithdrawDelegated((row.decision.id,)), "Beslutet anmäls inte.")

    def remove_chosen(self) -> None:
        """Take the chosen decision out of the register."""
        row = self._chosen()
        if row is not None:
            name = row.decision.diary_number or row.decision.recipient or row.decision.kind
            self.actions_.do_with_undo(RemoveDelegated((row.decision.id,)), f"{name} är borttaget.")

    def write_letter(self) -> None:
        """Open the beslutsbrev of the chosen decision; the first time, one is begun."""
        row = self._chosen()
        if row is None:
            return
        if row.letter_id is None:
            begun = first_letter(row.decision, self.session.today)
            if self.actions_.do(WriteLetter(begun)) is None:
                return
        self.open_letter(row.decision.id)

    def open_letter(self, decision_id: str) -> None:
        """Show the letter of a decision in place of the register."""
        if self._letter is None:
            from .letter_page import LetterPage

            self._letter = LetterPage(self.actions_, self._memory)
            self._letter.left.connect(self.leave_letter)
            self._stack.addWidget(self._letter)
        if self._letter.open(decision_id):
            self._stack.setCurrentWidget(self._letter)
            self.header.hide()
            self._letter.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_letter(self) -> None:
        """Go back to the register."""
        self.header.show()
        self._stack.setCurrentIndex(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
