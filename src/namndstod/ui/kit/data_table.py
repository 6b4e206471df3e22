"""DataTable: a table whose columns sort the Swedish way, with numbers to the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from namndstod.domain.swedish_sort import swedish_key

from .item_model import Index, PillSpec
from .paint import PILL_HEIGHT, draw_pill, focus_ring, pill_width, write
from .rows import sync
from .table_head import SortHead
from .theme import font, tokens
from .tokens import Type

Row = TypeVar("Row")
_NOWHERE = QModelIndex()
ROW_HEIGHT = 32
_FIRST = 50  # rows that a table is laid out by before it is shown


class TableRole(IntEnum):
    """The roles of TableModel beside Qt's own."""

    ROW = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    PILL = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: what it shows of a row.

    `sort_key` orders it (a number, a date); without it the shown text does, by the table's text key. `pill`
    draws a pill instead of text. `width` is in pixels, 0 = by content; `stretch` takes the rest. Where what
    stretches would be cut, the others give up the air in them, and then what is `spare` is not shown, the
    last first.
    """

    name: str
    title: str
    text: Callable[[Row], str]
    sort_key: Callable[[Row], Any] | None = None
    pill: Callable[[Row], PillSpec | None] | None = None
    number: bool = False
    muted: bool = False
    width: int = 0
    stretch: bool = False
    spare: bool = False


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows of a DataTable, kept in the order that the person chose."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        row_id: Callable[[Row], str],
        text_key: Callable[[str], Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._row_id = row_id
        self._text_key = text_key
        self._rows: list[Row] = []
        self._order: tuple[int, bool] | None = None  # column, descending

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell by role."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        column = self.columns[index.column()]
        if role == TableRole.ROW:
            return row
        if role == TableRole.ID:
            return self._row_id(row)
        if role == TableRole.PILL:
            return column.pill(row) if column.pill else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}" if column.title else column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_align(column) | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_align(self.columns[section]) | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be chosen, not written in."""
        chosen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return chosen if index.isValid() else Qt.ItemFlag.NoItemFlags

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Become these rows, in the chosen order, announcing only what differs."""
        sync(self, self._rows, self._sorted(rows), self._row_id, self._announce)

    def row_of(self, row_id: str) -> int | None:
        """The place of the row with this id."""
        return next((i for i, row in enumerate(self._rows) if self._row_id(row) == row_id), None)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; the rows keep their selection."""
        if not 0 <= column < len(self.columns):
            return
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        before = [self._row_id(row) for row in self._rows]
        self._rows = self._sorted(self._rows)
        place = {self._row_id(row): i for i, row in enumerate(self._rows)}
        old = self.persistentIndexList()
        new = [self.index(place[before[index.row()]], index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _sorted(self, rows: Sequence[Row]) -> list[Row]:
        if self._order is None:
            return list(rows)
        number, descending = self._order
        column = self.columns[number]
        key = column.sort_key or (lambda row: self._text_key(column.text(row)))
        return sorted(rows, key=key, reverse=descending)

    def _announce(self, number: int) -> None:
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))


class DataTable(QTableView, Generic[Row]):
    """A table of rows. `text_key` orders texts (the Swedish key); nothing is edited in it.

    One that has rows by the ten thousand brings a `model` of its own, which does not compare them.
    """

    currentIdChanged = Signal(str)
    activatedId = Signal(str)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        row_id: Callable[[Row], str],
        text_key: Callable[[str], Any] = swedish_key,
        *,
        sorted_by: str = "",
        model: TableModel[Row] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model or TableModel(columns, row_id, text_key, self)
        self.setModel(self._model)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self._set_up_header()
        if sorted_by:
            self.sortByColumn([c.name for c in columns].index(sorted_by), Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.activated.connect(lambda index: self.activatedId.emit(index.data(TableRole.ID)))

    def table_model(self) -> TableModel[Row]:
        """The model behind the table."""
        return self._model

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead, in the order chosen, with the same row current if it is still there."""
        self._model.set_rows(rows)
        self._fit_columns()

    def current_id(self) -> str | None:
        """The id of the current row."""
        index = self.currentIndex()
        return str(index.data(TableRole.ID)) if index.isValid() else None

    def set_current_id(self, row_id: str) -> None:
        """Make a row current; nothing happens when there is no such row."""
        number = self._model.row_of(row_id)
        if number is not None and row_id != self.current_id():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            at = max(self.currentIndex().column(), 0)
            self.selectionModel().setCurrentIndex(self._model.index(number, at), flags)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the id of the row that became current."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.currentIdChanged.emit(str(current.data(TableRole.ID)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter activates the row."""
        current = self.current_id()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current:
            self.activatedId.emit(current)
        else:
            super().keyPressEvent(event)

    def _set_up_header(self) -> None:
        header = SortHead(self)
        self.setHorizontalHeader(header)
        header.setFont(font(Type.PILL))
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setMinimumSectionSize(48)
        for number, column in enumerate(self._model.columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew, by the rows that are in sight now."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        columns, header = self._model.columns, self.horizontalHeader()
        # By the rows in sight: there may be 100,000, and Qt takes them all for a table that is not shown.
        header.setResizeContentsPrecision(0 if self.isVisible() else _FIRST)
        for number in range(len(columns)):
            self.setColumnHidden(number, False)  # the header of a hidden one has no size
        heads = [header.sectionSizeHint(number) for number in range(len(columns))]
        content = [max(self.sizeHintForColumn(number), head) for number, head in enumerate(heads)]
        wide = [
            max(column.width, heads[number]) if column.width else content[number]
            for number, column in enumerate(columns)
        ]
        fixed = [number for number, column in enumerate(columns) if not column.stretch]
        room = self.viewport().width() - sum(content[n] for n, c in enumerate(columns) if c.stretch)
        spare: set[int] = set()
        if sum(wide[n] for n in fixed) > room:
            wide = [min(pair) for pair in zip(wide, content, strict=True)]
            for number in (n for n in reversed(fixed) if columns[n].spare):
                if sum(wide[n] for n in fixed if n not in spare) > room:
                    spare.add(number)
        for number in fixed:
            self.setColumnHidden(number, number in spare)
            self.setColumnWidth(number, wide[number])


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, view: DataTable[Any]) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        pill: PillSpec | None = index.data(TableRole.PILL)
        text = str(index.data() or "")
        width = pill_width(pill.text) if pill else QFontMetricsF(font(Type.BODY)).horizontalAdvance(text)
        return QSize(round(width) + 20, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = tokens()
        column: Column[Any] = self._view.table_model().columns[index.column()]
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(t.accent_soft))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(t.line))
        inner = rect.adjusted(8, 0, -8, -1)
        pill: PillSpec | None = index.data(TableRole.PILL)
        if pill:
            width = min(pill_width(pill.text), inner.width())
            place = QRectF(inner.left(), inner.center().y() - PILL_HEIGHT / 2, width, PILL_HEIGHT)
            draw_pill(painter, place, pill.text, pill.tone)
        elif column.pill is None:
            colour = t.muted if column.muted else t.text
            write(painter, inner, str(index.data() or ""), font(Type.BODY), colour, _align(column))
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(0, 0, 0, -1), 4, t.accent)
        painter.restore()


def _align(column: Column[Any]) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
