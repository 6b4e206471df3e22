"""A delegationsordning from Excel: what it would change from a day, looked at before it is taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.delegation_lists import delegate as title_and_name
from namndstod.domain.delegation_order import Order
from namndstod.domain.exports import ExportKind
from namndstod.domain.intake.delegated.order_table import FoundOrder
from namndstod.domain.swedish import capitalised, counted, listed
from namndstod.services.commands.delegation_order_intake import TakeInOrder
from namndstod.services.delegation.order import order_of
from namndstod.services.delegation.order_intake import STATE_NAMES, OrderRow, OrderState, plan_order

from ..kit.basics import Button, ButtonKind, Hairline, Label
from ..kit.dates import DateEdit
from ..kit.flow import FlowLayout
from ..kit.item_list import ItemList
from ..kit.item_model import ItemRow, PillSpec
from ..kit.keys import add_key
from ..kit.theme import set_area
from ..kit.tokens import Tone, Type
from ..workbooks_out import Offer, Offers, WorkbooksOut

if TYPE_CHECKING:
    from namndstod.services.reading import BodyView

    from ..workspace.actions import Actions

_FILTER: Final = "Arbetsböcker (*.xlsx *.xlsm *.xls *.ods *.csv);;Alla filer (*)"
_TONES: Final = {
    OrderState.NEW: Tone.INFO,
    OrderState.CHANGED: Tone.LOOK,
    OrderState.ENDED: Tone.LOOK,
    OrderState.UNCLEAR: Tone.MEND,
    OrderState.SAME: Tone.NEUTRAL,
}
_COUNTED: Final = (OrderState.NEW, OrderState.CHANGED, OrderState.ENDED, OrderState.SAME, OrderState.UNCLEAR)


class OrderIntake(QWidget):
    """Reads a workbook and shows its points beside what holds; `arrived` when there is something to see."""

    arrived = Signal()
    left = Signal()

    def __init__(self, actions: Actions, body: Callable[[], BodyView | None]) -> None:
        super().__init__()
        set_area(self, "surface")
        self._actions, self._body = actions, body
        self.read = self.read_button()
        self.workbooks = WorkbooksOut(actions, self, self._offered)
        self._found = FoundOrder()
        self._body_id = ""
        self._rows: tuple[OrderRow, ...] = ()
        self.title = Label("", Type.HEADING)
        self.summary = Label("", tone="muted", wrap=True)
        self.day = DateEdit(actions.session.today)
        self.day.setAccessibleName("Gäller från")
        self.day.setMaximumWidth(170)
        self.ending = QCheckBox("Punkter som inte finns i filen upphör dagen före")
        self.ending.setChecked(True)
        self.take = Button("Läs in", ButtonKind.PRIMARY, hint="Ctrl Enter")
        self.leave = Button("Avbryt", ButtonKind.QUIET, hint="Esc")
        self.points = ItemList("Punkter i filen", number_width=52)
        self._lay_out()
        self.day.dateChanged.connect(lambda _: self._show())
        self.ending.toggled.connect(lambda _: self._show())
        self.take.clicked.connect(self.take_in)
        self.leave.clicked.connect(self.left)
        add_key(self, "Ctrl+Return", self.take_in)
        self.setFocusProxy(self.points)

    def _lay_out(self) -> None:
        choices = FlowLayout(spacing=12)
        for widget in (Label("Gäller från", tone="muted"), self.day, self.ending):
            choices.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.take)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.summary)
        head.addLayout(choices)
        head.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self.points, 1)

    def read_button(self) -> Button:
        """Return a button that asks for a workbook."""
        button = Button("Läs in från Excel", ButtonKind.QUIET, hint="Ctrl O")
        button.clicked.connect(self.choose_file)
        return button

    def choose_file(self) -> None:
        """Ask which workbook to read for the chosen body."""
        body = self._body()
        if body is None:
            return
        dialog = QFileDialog(self, "Läs in delegationsordning")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_FILTER)
        dialog.fileSelected.connect(lambda name: self.begin(Path(name), body.body.id))
        dialog.open()

    def _offered(self) -> Offers:
        body = self._body()
        if body is None or not self._actions.session.ask(order_of, body.body.id):
            return ()
        return ((Offer("Delegationsordningen", ExportKind.ORDER, body.body.id, body.term.name),),)

    def begin(self, path: Path, body_id: str) -> None:
        """Read a workbook in the background and show what it says."""

        def done(found: FoundOrder) -> None:
            if not found.points:
                self._actions.toast(" ".join(found.doubts))
                return
            self._found, self._body_id = found, body_id
            self.title.setText(f"Läs in {path.name}")
            self.reload()
            self.arrived.emit()
            self.points.setFocus(Qt.FocusReason.OtherFocusReason)

        self._actions.background.run(
            lambda: self._actions.workplace.reader.delegation_order(path.read_bytes(), path.name),
            owner=self,
            done=done,
            failed=self._actions.errorRaised.emit,
        )

    def reload(self) -> None:
        """Compare with the order as it is now."""
        if self._body_id:
            self._show()

    def _show(self) -> None:
        order: Order = self._actions.session.ask(order_of, self._body_id)
        day = self.day.date() or self._actions.session.today
        rows = plan_order(self._found, order, self._body_id, day)
        self._rows = tuple(r for r in rows if self.ending.isChecked() or r.state is not OrderState.ENDED)
        self.points.set_rows([_row(at, row) for at, row in enumerate(self._rows)])
        counts = {state: sum(row.state is state for row in self._rows) for state in _COUNTED}
        told = listed([f"{count} {_many(state, count)}" for state, count in counts.items() if count])
        self.summary.setText(" ".join((f"{told[:1].upper()}{told[1:]}.", *self._found.doubts)))
        taken = sum(counts[s] for s in (OrderState.NEW, OrderState.CHANGED, OrderState.ENDED))
        self.take.setEnabled(bool(taken))
        self.take.setText(f"Läs in {counted(taken, 'punkt', 'punkter')}" if taken else "Läs in")

    def take_in(self) -> None:
        """Take in what is new, changed and ended; what is unclear stays out."""
        if not self.take.isEnabled():
            return
        day = self.day.date() or self._actions.session.today
        command = TakeInOrder(self._found.name, day, self._rows)
        if self._actions.do_with_undo(command, "Delegationsordningen är inläst.") is not None:
            self.left.emit()


def _row(at: int, row: OrderRow) -> ItemRow:
    pill = PillSpec(STATE_NAMES[row.state], _TONES[row.state])
    who = capitalised(listed([title_and_name(d.title, d.name) for d in row.delegates]))
    begins = row.point.valid_from if row.point is not None and row.state is OrderState.NEW else None
    since = f"Från {begins.isoformat()}." if begins is not None else ""
    note = " ".join(filter(None, (row.told, since, who)))
    return ItemRow(str(at), row.number, row.text or "–", note, (pill,))


def _many(state: OrderState, count: int) -> str:
    plural = {OrderState.NEW: "nya", OrderState.UNCLEAR: "oklara"}
    changed = {OrderState.CHANGED: "ändrade", OrderState.SAME: "oförändrade"}
    return STATE_NAMES[state] if count == 1 else (plural | changed).get(state, STATE_NAMES[state])
