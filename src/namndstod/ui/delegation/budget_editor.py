"""A budget as a table to type in: Enter goes on, sums are computed, what is wrong is marked at its cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from namndstod.domain.amounts import parse_kronor
from namndstod.domain.budgets import BudgetProblem, BudgetTable, cleared, sums
from namndstod.domain.delegation import Budget, BudgetRow
from namndstod.domain.letters import ROW_HEADS
from namndstod.domain.swedish import whole_number

from ..kit.basics import Label, announce
from ..kit.theme import font, is_theme_change, tokens
from ..kit.tokens import Type

_ROW = 30
_AMOUNT = 76  # least width of a column of amounts
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_READ_ONLY = Qt.ItemFlag.ItemIsSelectable  # not enabled: the keys go past it
_EDITABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable


class BudgetEditor(QWidget):
    """The costs, or the financing. `edited` tells the budget that a person left."""

    edited = Signal(object)  # Budget

    def __init__(self, table: BudgetTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = table
        self._budget = Budget()
        self._problems: tuple[BudgetProblem, ...] = ()
        self._years: tuple[str, ...] | None = None
        self.table = _Table()
        self.table.setAccessibleName(ROW_HEADS[table])
        self.problems = Label("", Type.SMALL, "mend", wrap=True)
        self.problems.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table)
        column.addWidget(self.problems)
        self.table.itemChanged.connect(self._typed)

    def show_budget(self, budget: Budget, problems: Sequence[BudgetProblem]) -> None:
        """Show a budget, with what is wrong in it marked at the cell and told below."""
        self._budget, self._problems = budget, tuple(problems)
        self.table.blockSignals(True)
        if budget.years != self._years:
            self._set_years(budget.years)
        self.table.setRowCount(len(budget.rows) + 2)
        here, last = sums(budget), len(budget.years) + 1
        wrong = {(p.row, p.column): p.message for p in problems if p.table is self.kind}
        for number, row in enumerate((*budget.rows, BudgetRow(name="", amounts=()))):
            blank = number == len(budget.rows)
            self._cell(number, 0, row.name, "Skriv en ny post" if blank else "")
            amounts = (*row.amounts, *[None] * len(budget.years))[: len(budget.years)]
            for year, amount in enumerate(amounts):
                text = "" if amount is None else whole_number(amount)
                self._cell(number, year + 1, text, wrong.get((number, year), ""))
            total = "" if blank else whole_number(here.by_row[number])
            told = wrong.get((number, len(budget.years)), "") if not blank else ""
            self._cell(number, last, total, told, locked=True)
        foot = len(budget.rows) + 1
        self._cell(foot, 0, "Summa", locked=True, strong=True)
        for column, amount in enumerate((*here.by_year[: len(budget.years)], here.total)):
            told = wrong.get((len(budget.rows), column), "")
            self._cell(foot, column + 1, whole_number(amount), told, locked=True, strong=True)
        self.table.blockSignals(False)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + _ROW * (foot + 1) + 4)
        self._say(list(wrong.values()))

    def changeEvent(self, event: QEvent) -> None:
        """Mark the cells in the colours of the theme."""
        super().changeEvent(event)
        if is_theme_change(event) and self._years is not None:
            self.show_budget(self._budget, self._problems)

    def _set_years(self, years: tuple[str, ...]) -> None:
        self._years = years
        self.table.setColumnCount(len(years) + 2)
        self.table.setHorizontalHeaderLabels([ROW_HEADS[self.kind], *years, "Totalt"])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(years) + 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in range(len(years) + 2):
            item = self.table.horizontalHeaderItem(column)
            if item is not None:
                item.setTextAlignment(_RIGHT if column else _LEFT)

    def _cell(
        self, row: int, column: int, text: str, told: str = "", *, locked: bool = False, strong: bool = False
    ) -> None:
        """Set a cell. `told` is what is wrong in it, or what an empty one is for."""
        item = self.table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.table.setItem(row, column, item)
        wrong = bool(told) and bool(text)
        item.setText(f"{text} !" if wrong else text)
        item.setFlags(_READ_ONLY if locked else _EDITABLE)
        item.setToolTip(told)
        colour = tokens().mend if wrong else tokens().text if not locked or strong else tokens().muted
        item.setForeground(QBrush(QColor(colour)))
        item.setBackground(QBrush(QColor(tokens().mend_soft)) if wrong else QBrush())
        item.setFont(font(Type.STRONG if strong else Type.BODY))
        if column:
            item.setTextAlignment(_RIGHT)
        heads = (ROW_HEADS[self.kind], *(self._years or ()), "Totalt")
        name = f"{heads[column]}: {text}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}. Fel: {told}" if wrong else name)

    def _typed(self, changed: QTableWidgetItem) -> None:
        """Read the table after a cell was left; what is no amount is told, and the old one stands."""
        years = len(self._budget.years)
        rows: list[BudgetRow] = []
        for number in range(self.table.rowCount() - 1):
            try:
                amounts = tuple(parse_kronor(self._text(number, year + 1)) for year in range(years))
            except ValueError:
                self.show_budget(self._budget, self._problems)
                self._say([f"”{changed.text()}” är inget belopp. Skriv hela kronor, till exempel 70 063."])
                return
            old = self._budget.rows[number] if number < len(self._budget.rows) else None
            stated = old.stated if old is not None else None
            rows.append(BudgetRow(name=self._text(number, 0), amounts=amounts, stated=stated))
        made = cleared(Budget(years=self._budget.years, rows=tuple(rows), stated=self._budget.stated))
        if made != self._budget:
            self.edited.emit(made)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().removesuffix("!").strip() if item is not None else ""

    def _say(self, messages: Sequence[str]) -> None:
        text = "\n".join(dict.fromkeys(messages))
        if text and text != self.problems.text():
            announce(self.table, text)
        self.problems.setText(text)
        self.problems.setVisible(bool(text))


class _Table(QTableWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setShowGrid(True)
        self.setStyleSheet("QTableWidget::item { padding: 0 8px; }")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setFont(font(Type.PILL))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(_AMOUNT)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the next cell and types there."""
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            hint = QAbstractItemDelegate.EndEditHint.EditNextItem
        super().closeEditor(editor, hint)
