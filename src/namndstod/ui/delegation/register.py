"""Delegationsbeslut: the register of a body, searched, summed and looked at, and put on the next meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.delegation import (
    DecisionDocument,
    DecisionLetter,
    Delegate,
    DelegatedDecision,
    DelegationImport,
    DelegationPoint,
)
from namndstod.domain.letters import first_letter
from namndstod.domain.records import Body, BodyTerm
from namndstod.domain.swedish import counted, day_month, whole_number
from namndstod.services.commands.delegation import (
    AddDelegated,
    ChangeDelegated,
    ChangeTogether,
    RemoveDelegated,
    ReportDelegated,
    WithdrawDelegated,
    WriteLetter,
)
from namndstod.services.commands.delegation_letters import BeginLetter
from namndstod.services.delegation.register import STANDING
from namndstod.services.delegation.selecting import total
from namndstod.services.pasting import parse_decisions

from ..kit.basics import Button, ButtonKind, EmptyState, Hairline, Label
from ..kit.dropping import dropped, welcome
from ..kit.fields import Combo
from ..kit.split import SplitPane
from ..kit.theme import set_area
from ..kit.tokens import Type
from ..view import View
from ..workbooks_out import WorkbooksOut
from .detail import DetailPane
from .filter_bar import FilterBar
from .form import DelegatedForm
from .keeper import Keeper
from .shown import Shown
from .table import RegisterTable, ids_of
from .workbooks import register_offers

if TYPE_CHECKING:
    from namndstod.services.reading import BodyView
    from namndstod.services.session import Outcome

    from ..kit.split import Memory
    from ..workspace.actions import Actions
    from .charts import ChartsPane
    from .letter_page import LetterPage
    from .together import TogetherForm

_DETAIL_AFTER = 30  # ms on a row until all about it is shown
_RECENT = 1000  # decisions that the form proposes words from


class DelegatedView(View):
    """The delegated decisions of a body, the latest first. `orderRequested` is told the id of the body."""

    cares_for = STANDING | {
        Body, BodyTerm, DecisionDocument, DecisionLetter, Delegate, DelegatedDecision, DelegationImport,
        DelegationPoint,
    }  # fmt: skip

    orderRequested = Signal(str)  # the id of the body
    listBrought = Signal(str, str)  # a list to read in (or none yet), the id of the body

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Delegationsbeslut", actions, parent)
        self._memory = memory
        self.shown = Shown()
        self.keeper = Keeper(actions, self.shown, self)
        self._body_id = ""
        self._letter: LetterPage | None = None
        self._charts: ChartsPane | None = None
        self._together: TogetherForm | None = None
        self.order = Button("Delegationsordning", ButtonKind.QUIET, hint="O")
        self.paste = Button("Klistra in rader", ButtonKind.QUIET, hint="Ctrl V")
        self.read = Button("Läs in lista", hint="Ctrl O")
        self.report = Button("Anmäl på nästa sammanträde")
        self.new = Button("Nytt beslut", ButtonKind.PRIMARY, hint="N")
        self.new.setToolTip("Skift+N: nytt ordförandebeslut")
        self.body = Combo()
        self.body.setAccessibleName("Nämnd")
        for widget in (self.body, self.order, self.paste, self.read, self.report, self.new):
            self.header.add_action(widget)
        self.bar = FilterBar(self.shown)
        self.filter, self.scope = self.bar.words, self.bar.scope
        self.form = DelegatedForm()
        self.form.setContentsMargins(0, 6, 0, 6)
        self.table = RegisterTable(self.shown)
        self.pane = DetailPane(actions, self.shown)
        self.change, self.letter = self.pane.change, self.pane.letter
        self.withdraw, self.remove = self.pane.withdraw, self.pane.remove
        self.workbooks = WorkbooksOut(
            actions, self, lambda: register_offers(actions, self.shown, self.body.currentText())
        )
        self.sum, self.count = Label("", Type.STRONG), Label("", tone="muted")
        self.chosen = Label("", tone="accent")
        self._none = EmptyState(
            "section",
            "Inga delegationsbeslut än",
            "Skriv in dem ett efter ett, eller kopiera raderna i Excel med rubrikraden och klistra in.",
            "Nytt beslut",
            self.add,
            hint="N",
        )
        self._no_hits = EmptyState(
            "search", "Inget beslut passar in", "Ändra orden eller ta bort ett filter.", "Visa alla",
            self.bar.clear, hint="Esc",
        )  # fmt: skip
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_DETAIL_AFTER)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build())
        self.column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)
        self.setAcceptDrops(True)
        self._wire()

    def _build(self) -> QWidget:
        pane = QWidget()
        set_area(pane, "surface")
        self._forms = QVBoxLayout()
        self._forms.setContentsMargins(20, 0, 20, 0)
        self._forms.addWidget(self.form)
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(12, 0, 0, 0)
        for widget in (self.table, self._none, self._no_hits):
            rows.addWidget(widget, 1)
        self._split = SplitPane([left, self.pane], [830, 300], name="delegated", memory=self._memory)
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self._split)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 9, 20, 9)
        foot.setSpacing(16)
        foot.addWidget(self.count)
        foot.addWidget(self.chosen)
        foot.addStretch(1)
        foot.addWidget(self.workbooks.button)
        foot.addWidget(self.sum)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Hairline())
        column.addLayout(self._forms)
        column.addWidget(self._pictures, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        return pane

    def _wire(self) -> None:
        self._looking.timeout.connect(self._look)
        self.keeper.bodiesRead.connect(self._take_bodies)
        self.keeper.renewed.connect(self._renew)
        self.bar.changed.connect(self._show)
        self.bar.groupingChanged.connect(self._show)
        self.bar.charts.toggled.connect(self._show_charts)
        self.body.activated.connect(lambda _: self.choose_body(str(self.body.value() or "")))
        self.table.selectionMoved.connect(self._selection_moved)
        self.table.activatedId.connect(lambda _: self.change_chosen())
        self.table.groupToggled.connect(self._fold)
        self.table.register_model().orderWanted.connect(
            lambda column, descending: self.keeper.sort(column, descending=descending)
        )
        for button, act in (
            (self.new, self.add),
            (self.order, self.show_order),
            (self.paste, self.paste_rows),
            (self.read, self.read_list),
            (self.report, self.report_all),
            (self.change, self.change_chosen),
            (self.letter, self.write_letter),
            (self.withdraw, self.withdraw_chosen),
            (self.remove, self.remove_chosen),
            (self.pane.report, self.report_chosen),
            (self.pane.together, self.change_chosen),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        self.form.written.connect(self._store)
        self.form.letterWanted.connect(self.begin_letter)
        self.form.left.connect(self._leave_form)
        for keys, act in (
            ("N", self.add),
            ("Shift+N", self.add_urgent),
            ("O", self.show_order),
            ("F", self.bar.open_menu),
            ("D", self.bar.charts.toggle),
            ("Ctrl+V", self.paste_rows),
            ("Ctrl+O", self.read_list),
            ("Ctrl+B", self.write_letter),
            ("Delete", self.remove_chosen),
            ("Esc", self.bar.clear),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        search = QShortcut(QKeySequence("Ctrl+F"), self)
        search.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        search.activated.connect(lambda: self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason))

    # --- what is shown

    def reload(self) -> None:
        """Read the decisions, in the background: a register of years has thousands."""
        self.keeper.read(self._body_id)

    def refresh(self, outcome: Outcome | None = None) -> None:
        """Take in what changed; only what touches more than that is read anew."""
        concerns = outcome is not None and any(c.kind in self.cares_for for c in outcome.changes)
        if outcome is None or (concerns and (self._stale or not self.keeper.follow(outcome))):
            super().refresh(outcome)

    def choose_body(self, body_id: str) -> None:
        """Show another body's decisions."""
        self._body_id = body_id
        self.reload()

    def _take_bodies(self, found: Sequence[BodyView]) -> None:
        self.body.blockSignals(True)
        self.body.clear()
        for each in found:
            self.body.addItem(each.term.name, each.body.id)
        self.body.blockSignals(False)
        self.body.setVisible(len(found) > 1)

    def _renew(self) -> None:
        """Show the register as it is now."""
        register = self.shown.register
        self._body_id = register.body_id
        self.body.set_value(register.body_id)
        self.new.setEnabled(bool(register.body_id))
        self.bar.set_today(register.today)
        self.form.set_known(reversed(register.of(register.live[:_RECENT])))
        self._show()
        if self._letter is not None and self._stack.currentWidget() is self._letter:
            self._letter.reload()

    def _fold(self, key: str) -> None:
        self.shown.fold(key)
        self.table.renew()

    def _show(self) -> None:
        """Show what is wanted, and its sums."""
        shown = self.shown
        shown.find()
        self.table.renew()
        empty = not shown.register.live
        self.table.setVisible(bool(shown.slots))
        self._none.setVisible(empty and not self.form.isVisible())
        self._no_hits.setVisible(not empty and not shown.slots)
        self.pane.setVisible(not empty)
        self.bar.setVisible(not empty)
        number, whole = len(shown.slots), len(shown.register.live)
        of = f" av {whole_number(whole)}" if number != whole else ""
        said = f"{whole_number(number)}{of} beslut" if of else counted(number, "beslut", "beslut")
        self.count.setText("" if empty else said)
        self.workbooks.button.setVisible(not empty)
        self.sum.setText(f"Summa {whole_number(shown.total)} kr" if shown.total is not None else "")
        if self._charts is not None and self._pictures.currentWidget() is self._charts:
            self._charts.follow()

    def _show_charts(self, on: bool) -> None:
        """Show diagrams in place of the table, or the table again."""
        if on and self._charts is None:
            from .charts import ChartsPane

            self._charts = ChartsPane(self.shown)
            self._charts.valueChosen.connect(self.bar.toggle)
            self._pictures.addWidget(self._charts)
            for keys, act in (("D", self.bar.charts.toggle), ("Esc", self.bar.clear)):
                shortcut = QShortcut(QKeySequence(keys), self._charts)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)
        if on and self._charts is not None:
            self._pictures.setCurrentWidget(self._charts)
            self._charts.follow(0)
            self._charts.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._pictures.setCurrentWidget(self._split)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _selection_moved(self) -> None:
        """Offer at once what can be done with what is chosen; all about it follows when one stays there."""
        slots = self.table.chosen_slots()
        self.pane.show_tools(slots, can_report=self.keeper.coming is not None)
        whole = total(self.shown.register, slots) if len(slots) > 1 else None
        said = f"{whole_number(len(slots))} valda" if len(slots) > 1 else ""
        self.chosen.setText(f"{said}, {whole_number(whole)} kr" if whole is not None else said)
        waiting, coming = self.shown.waiting(), self.keeper.coming
        self.report.setEnabled(bool(waiting) and coming is not None)
        self.report.setText(
            f"Anmäl {whole_number(len(waiting))} på {day_month(coming.day)}"
            if waiting and coming
            else "Anmäl på nästa sammanträde"
        )
        self.report.setToolTip("" if coming else "Nämnden har inget kommande sammanträde.")
        self._looking.start()

    def _look(self) -> None:
        self.pane.show_chosen(self.table.chosen_slots())

    def _chosen(self) -> tuple[DelegatedDecision, ...]:
        return tuple(self.shown.register.of(self.table.chosen_slots()))

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

    def add_urgent(self) -> None:
        """Ask for a new ordförandebeslut."""
        self.add()
        self.form.make_urgent()

    def begin_letter(self, decision: DelegatedDecision) -> None:
        """Enter a new decision together with its beslutsbrev, and open that."""
        made = self.actions_.do(BeginLetter(self._body_id, decision))
        if made is not None and made.result:
            self._leave_form()
            self.open_letter(made.result)

    def change_chosen(self) -> None:
        """Ask for changes to the chosen decision, or to all that are chosen."""
        chosen = self._chosen()
        if len(chosen) == 1:
            self.form.begin(chosen[0])
        elif chosen:
            self._form_of_several().begin(len(chosen), chosen[:_RECENT])

    def _form_of_several(self) -> TogetherForm:
        if self._together is None:
            from .together import TogetherForm

            self._together = TogetherForm()
            self._together.written.connect(self._change_together)
            self._together.left.connect(self._leave_form)
            self._forms.addWidget(self._together)
        self.form.hide()
        return self._together

    def _change_together(self, field: str, value: object) -> None:
        ids = ids_of(self.shown, self.table.chosen_slots())
        said = counted(len(ids), "beslut är ändrat", "beslut är ändrade")
        command = ChangeTogether(ids, field, value)  # type: ignore[arg-type]
        if self.actions_.do_with_undo(command, f"{said}.") is not None:
            self._leave_form()

    def _store(self, decision: DelegatedDecision) -> None:
        """Store what was written; after a new one comes the next."""
        if decision.id:
            if self.actions_.do(ChangeDelegated(decision)) is not None:
                self._leave_form()
            return
        made = self.actions_.do(AddDelegated(self._body_id, (decision,)))
        if made is not None:
            register = self.shown.register
            self.form.set_known([*reversed(register.of(register.live[:_RECENT])), decision])
            self.form.begin()

    def _leave_form(self) -> None:
        self.form.hide()
        if self._together is not None:
            self._together.hide()
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_list(self) -> None:
        """Ask for a list to read in."""
        self.listBrought.emit("", self._body_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a list anywhere on the page."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read a dropped list in."""
        for path in dropped(event)[:1]:
            self.listBrought.emit(str(path), self._body_id)

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
        self._report(self.shown.waiting())

    def report_chosen(self) -> None:
        """Put what is chosen on the next meeting's list."""
        self._report(self.table.chosen_slots())

    def _report(self, slots: Sequence[int]) -> None:
        coming = self.keeper.coming
        if coming is None or not slots:
            return
        number = counted(len(slots), "beslut anmäls", "beslut anmäls")
        self.actions_.do_with_undo(
            ReportDelegated(coming.id, ids_of(self.shown, slots)),
            f"{number} på sammanträdet {day_month(coming.day)}.",
        )

    def withdraw_chosen(self) -> None:
        """Take what is chosen off the list of the meeting."""
        chosen = self._chosen()
        if chosen:
            said = "Beslutet anmäls inte." if len(chosen) == 1 else f"{len(chosen)} beslut anmäls inte."
            self.actions_.do_with_undo(WithdrawDelegated(tuple(d.id for d in chosen)), said)

    def remove_chosen(self) -> None:
        """Take what is chosen out of the register."""
        chosen = self._chosen()
        if chosen:
            one = chosen[0]
            name = one.diary_number or one.recipient or one.kind
            said = f"{name} är borttaget." if len(chosen) == 1 else f"{len(chosen)} beslut är borttagna."
            self.actions_.do_with_undo(RemoveDelegated(tuple(d.id for d in chosen)), said)

    def write_letter(self) -> None:
        """Open the beslutsbrev of the chosen decision; the first time, one is begun."""
        chosen = self._chosen()
        if len(chosen) != 1:
            return
        if chosen[0].id not in self.shown.register.letters:
            begun = first_letter(chosen[0], self.session.today)
            if self.actions_.do(WriteLetter(begun)) is None:
                return
        self.open_letter(chosen[0].id)

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
