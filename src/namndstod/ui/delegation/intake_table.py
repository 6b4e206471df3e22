"""The rows of a list on its way in: a box each, how it stands to the register, what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from namndstod.domain.swedish import whole_number
from namndstod.domain.swedish_sort import swedish_key
from namndstod.services.delegation.planning import PlanRow, PlanState

from ..kit import icons
from ..kit.data_table import Column, DataTable, TableModel
from ..kit.item_model import Index, PillSpec
from ..kit.paint import focus_ring
from ..kit.theme import tokens
from .intake_words import STATES, state_text

_BOX = 16  # pixels


class IntakeModel(TableModel[int]):
    """The places of the rows that are shown. Nothing is kept for each: a list may have 100,000."""

    toggled = Signal()

    def __init__(self) -> None:
        self.plan_rows: Sequence[PlanRow] = ()
        self.chosen: set[int] = set()
        super().__init__(self._columns(), str, swedish_key)

    def _columns(self) -> tuple[Column[int], ...]:
        def fact(name: str) -> Any:
            return lambda place: str(getattr(self.plan_rows[place].found, name))

        def amount(place: int) -> str:
            kronor = self.plan_rows[place].found.amount
            return "" if kronor is None else whole_number(kronor)

        def day(place: int) -> str:
            decided = self.plan_rows[place].found.decided_on
            return decided.isoformat() if decided is not None else ""

        def told(place: int) -> str:
            row = self.plan_rows[place]
            said = [f.message for f in row.findings] + [d.message for d in row.found.doubts]
            return said[0] if said else ""

        return (
            Column("take", "", lambda place: "", width=36),
            Column("row", "Rad", fact("source_row"), number=True, muted=True, width=52, spare=True),
            Column("state", "Läge", self._state_text, pill=self._pill, width=112),
            Column("number", "Dnr", fact("diary_number"), width=112),
            Column("day", "Datum", day, width=96),
            Column("point", "Punkt", fact("point"), width=60, spare=True),
            Column("kind", "Gäller", fact("kind"), stretch=True),
            Column("recipient", "Mottagare", fact("recipient"), stretch=True),
            Column("amount", "Belopp, kr", amount, number=True, width=92),
            Column("by", "Beslutsfattare", fact("decided_by"), muted=True, width=120, spare=True),
            Column("told", "Anmärkning", told, muted=True, width=180, spare=True),
        )

    def _state_text(self, place: int) -> str:
        return state_text(self.plan_rows[place])

    def _pill(self, place: int) -> PillSpec:
        row = self.plan_rows[place]
        return PillSpec(state_text(row), STATES[row.state][1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell by role; the first one has the box."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            place = self._rows[index.row()]
            if not self.plan_rows[place].takes:
                return None
            return Qt.CheckState.Checked if place in self.chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            place = self._rows[index.row()]
            taken = "läses in" if place in self.chosen else "läses inte in"
            return f"Rad {self.plan_rows[place].found.source_row}: {taken}"
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, and those that may be taken ticked."""
        flags = super().flags(index)
        if index.isValid() and self.plan_rows[self._rows[index.row()]].takes:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def show_plan(self, rows: Sequence[PlanRow], chosen: set[int], state: PlanState | None) -> None:
        """Show rows anew, those of a state or all."""
        self.beginResetModel()
        self.plan_rows, self.chosen = rows, chosen
        self._rows = [n for n, row in enumerate(rows) if state is None or row.state is state]
        self.endResetModel()

    def shown(self) -> Sequence[int]:
        """The places of the rows that are shown, from above."""
        return self._rows

    def place(self, row: int) -> int | None:
        """What stands in a row of the table."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, row_id: str) -> int | None:
        """Where a row of the list is shown."""
        try:
            return self._rows.index(int(row_id))
        except ValueError:
            return None

    def toggle(self, row: int) -> None:
        """Take a row, or let it be."""
        place = self.place(row)
        if place is not None and self.plan_rows[place].takes:
            self.chosen ^= {place}
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            self.toggled.emit()

    def tick_shown(self, *, on: bool) -> None:
        """Take all rows that are shown, or none of them."""
        if not self._rows:
            return
        shown = {place for place in self._rows if self.plan_rows[place].takes}
        self.chosen = self.chosen | shown if on else self.chosen - shown
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.toggled.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """The rows stay as they stand in the list."""


class IntakeTable(DataTable[int]):
    """The rows. Space, or a click on the box, takes a row or lets it be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = IntakeModel()
        super().__init__("Beslut i listan", self.rows.columns, str, model=self.rows, parent=parent)
        self.rows.setParent(self)
        self.setSortingEnabled(False)
        self.setItemDelegateForColumn(0, _BoxDelegate(self))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fitted = False

    def show_plan(self, rows: Sequence[PlanRow], chosen: set[int], state: PlanState | None = None) -> None:
        """Show the rows of a plan, with the same one current if it is still there."""
        current = self.current_id()
        self.rows.show_plan(rows, chosen, state)
        self._fit_columns()
        at = self.rows.row_of(current) if current is not None else None
        if self.rows.rowCount():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.rows.index(at or 0, 0), flags)

    def current_row(self) -> PlanRow | None:
        """The row of the list that is current."""
        place = self.rows.place(self.currentIndex().row())
        return None if place is None else self.rows.plan_rows[place]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.rows.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0 and event.button() is Qt.MouseButton.LeftButton:
            self.rows.toggle(index.row())


class _BoxDelegate(QStyledItemDelegate):
    """Draws the box of a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        t = tokens()
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.accent_soft))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(t.line))
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        if checked is not None:
            self._paint_box(painter, rect, on=checked == Qt.CheckState.Checked)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(0, 0, 0, -1), 4, t.accent)
        painter.restore()

    def _paint_box(self, painter: QPainter, rect: QRectF, *, on: bool) -> None:
        t = tokens()
        box = QRectF(rect.left() + 12, rect.center().y() - _BOX / 2 - 0.5, _BOX, _BOX)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(t.accent if on else t.muted), 1.4))
        painter.setBrush(QColor(t.accent if on else t.surface))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            icons.draw(painter, "check", box.adjusted(1, 1, -1, -1), t.surface)
