"""Delegationsbeslut: the register of a body, searched, summed and looked at, and put on the next meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.delegation import (
    DecisionDocument,
    DecisionLetter,
    Delegate,
    DelegatedDecision,
    DelegationImport,
    DelegationPoint,
)
from namndstod.domain.records import Body, BodyTerm
from namndstod.domain.swedish import counted, day_month, whole_number
from namndstod.services.delegation.bringing import ENDINGS
from namndstod.services.delegation.register import STANDING
from namndstod.services.delegation.selecting import total

from ..kit.basics import Button, ButtonKind, EmptyState, Hairline, Label
from ..kit.data_table import TableRole
from ..kit.dropping import dropped, welcome
from ..kit.fields import Combo
from ..kit.keys import add_key
from ..kit.split import SplitPane
from ..kit.theme import set_area
from ..kit.tokens import Type
from ..workbooks_out import WorkbooksOut
from ..workspace.hiding import KEY
from .acts import RECENT, RegisterActs
from .detail import DetailPane
from .filter_bar import FilterBar
from .form import DelegatedForm
from .keeper import Keeper
from .shown import Shown
from .table import RegisterTable
from .workbooks import register_offers

if TYPE_CHECKING:
    from namndstod.services.reading import BodyView
    from namndstod.services.session import Outcome

    from ..kit.split import Memory
    from ..workspace.actions import Actions
    from .charts import ChartsPane
    from .letter_page import LetterPage
    from .together import TogetherForm

_NARROW = 1000  # pixels of the view: what is beside the table is put away
_DETAIL_AFTER = 90  # ms on a row until all about it is shown


class DelegatedView(RegisterActs):
    """The delegated decisions of a body, the latest first. `orderRequested` is told the id of the body."""

    cares_for = STANDING | {
        Body, BodyTerm, DecisionDocument, DecisionLetter, Delegate, DelegatedDecision, DelegationImport,
        DelegationPoint,
    }  # fmt: skip

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Delegationsbeslut", actions, parent)
        self._memory = memory
        self.shown = Shown()
        self.keeper = Keeper(actions, self.shown, self)
        self._body_id = ""
        self._is_narrow = False
        self._wanted_id = ""  # the decision to choose once it is read
        self._letter: LetterPage | None = None
        self._charts: ChartsPane | None = None
        self._together: TogetherForm | None = None
        self.order = Button("Delegationsordning", ButtonKind.QUIET, hint="O")
        self.paste = Button("Klistra in rader", ButtonKind.QUIET, hint="Ctrl V", small=True)
        self.details = Button("Uppgifter", ButtonKind.QUIET, hint="I", small=True)
        self.details.setToolTip("Visa eller dölj uppgifterna om beslutet bredvid tabellen.")
        self.details.setCheckable(True)
        self.details.setChecked(True)
        self.read = Button("Läs in lista", hint="Ctrl O")
        self.report = Button("Anmäl på nästa sammanträde")
        self.new = Button("Nytt beslut", ButtonKind.PRIMARY, hint="N")
        self.new.setToolTip("Skift+N: nytt ordförandebeslut")
        self.cover = Button("Dölj namn", ButtonKind.QUIET, icon="eye", hint=KEY, small=True)
        self.cover.setCheckable(True)
        self.body = Combo()
        self.body.setAccessibleName("Nämnd")
        for widget in (self.body, self.order, self.read, self.report, self.new):
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
            self._find_all, hint="Esc",
        )  # fmt: skip
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_DETAIL_AFTER)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build())
        self.column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)
        self._stack.currentChanged.connect(lambda _: self.setFocusProxy(self._letter_shown or self.table))
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
        for button in (self.cover, self.details, self.paste, self.workbooks.button):
            foot.addWidget(button)
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
        self.details.toggled.connect(lambda _: self._show_details())
        self.cover.toggled.connect(self._cover)
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
        self.pane.record.clicked.connect(self.form.hide)
        self.pane.recording.left.connect(self._stand)  # not at whichever button is next
        self.form.left.connect(self._leave_form)
        for keys, act in (
            ("N", self.add),
            ("Shift+N", self.add_urgent),
            ("O", self.show_order),
            ("F", self.bar.open_menu),
            ("D", self.bar.charts.toggle),
            ("I", self.details.toggle),
            ("Ctrl+V", self.paste_rows),
            ("Ctrl+O", self.read_list),
            ("Ctrl+B", self.write_letter),
            ("Delete", self.remove_chosen),
            ("Esc", self.bar.clear),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        for place in (self.bar, self._no_hits, self.cover, self.details, self.paste, self.workbooks.button):
            away = QShortcut(QKeySequence("Esc"), place)
            away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            away.activated.connect(self._find_all)
        add_key(self, KEY, self.cover.toggle)
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

    def choose_decision(self, body_id: str, decision_id: str) -> None:
        """Show one decision among all of its body, as soon as they are read."""
        self.go_home()
        self.bar.clear()
        self.bar.group_by(None)
        self.bar.charts.setChecked(False)
        self._wanted_id = decision_id
        if body_id != self._body_id or self.shown.register.find(decision_id) is None:
            self.choose_body(body_id)
        else:
            self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self.table.register_model().row_of(self._wanted_id) is not None:
            self.table.set_current_id(self._wanted_id)
            self.table.scrollTo(self.table.currentIndex())
            self._wanted_id = ""

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
        self.form.set_known(reversed(register.of(register.live[:RECENT])))
        self._show()
        self._choose_wanted()
        if letter := self._letter_shown:
            letter.reload()

    def _find_all(self) -> None:
        """Take all filters away, and go back to the decisions."""
        self.bar.clear()
        drawn = self.bar.charts.isChecked()
        place = self._charts if self._charts is not None and drawn else self.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self, key: str) -> None:
        self.shown.fold(key)
        self.table.renew()

    def _show(self) -> None:
        shown = self.shown
        shown.find()
        self.table.renew()
        empty = not shown.register.live
        at = QApplication.focusWidget()
        here = at is not None and self._split.isAncestorOf(at)
        self.table.setVisible(bool(shown.slots))
        self._none.setVisible(empty and not self.form.isVisible())
        self._no_hits.setVisible(not empty and not shown.slots)
        self._show_details()
        if here and not shown.slots:
            self._stand()
        self.bar.setVisible(not empty)
        number, whole = len(shown.slots), len(shown.register.live)
        of = f" av {whole_number(whole)}" if number != whole else ""
        said = f"{whole_number(number)}{of} beslut" if of else counted(number, "beslut", "beslut")
        self.count.setText("" if empty else said)
        for button in (self.workbooks.button, self.cover):
            button.setVisible(not empty)
        self.sum.setText(f"Summa {whole_number(shown.total)} kr" if shown.total is not None else "")
        if self._charts is not None and self._pictures.currentWidget() is self._charts:
            self._charts.follow()

    def _cover(self, on: bool) -> None:
        """Name no private persons on the screen, or name them again."""
        self.shown.covered = on
        self._name_cover()
        self.table.viewport().update()
        self._look()

    def _name_cover(self) -> None:
        name = "Visa namn" if self.shown.covered else "Dölj namn"
        self.cover.setText("" if self._is_narrow else name)
        self.cover.setAccessibleName(name)
        self.cover.setToolTip(f"{name} på privatpersoner ({KEY})")

    def _show_details(self) -> None:
        """Show all about what is chosen, where there is something and one wants to see it."""
        self.pane.setVisible(bool(self.shown.slots) and self.details.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the table where there is little of it."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.details.setChecked(not narrow)
            self._name_cover()
            for button, key in ((self.cover, KEY), (self.details, "I")):  # they tell more in their tooltips
                button.set_hint("" if narrow else key)
            for button, key in ((self.order, "O"), (self.read, "Ctrl O"), (self.paste, "Ctrl V")):
                button.set_hint("" if narrow else key)
                button.setToolTip(f"Tangent: {key}" if narrow else "")

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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a list anywhere on the page, and other files above a decision."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read a dropped list in; keep other files with the decision that they are dropped on."""
        paths = dropped(event)
        lists = [path for path in paths if path.suffix.casefold() in ENDINGS]
        if lists:
            self.listBrought.emit(str(lists[0]), self._body_id)
        elif paths:
            place = self.table.viewport().mapFrom(self, event.position().toPoint())
            self.keep_with(str(self.table.indexAt(place).data(TableRole.ID) or ""), paths)
