"""Model and drawing of ItemList: rows with a number, a title, a note and pills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from . import icons
from .paint import PILL_HEIGHT, draw_pill, focus_ring, pill_width, text_width, wrapped, write
from .rows import sync
from .theme import font, tokens
from .tokens import Tone, Type

MIME = "application/x-namndstod-row"
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class PillSpec:
    """A pill to draw: its word and meaning."""

    text: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A row: id, number as shown («§ 44»), title, a muted note below it, pills and small icons."""

    id: str
    number: str
    title: str
    note: str = ""
    pills: tuple[PillSpec, ...] = ()
    icons: tuple[str, ...] = ()
    muted: bool = False  # utgår: struck out


class ItemRole(IntEnum):
    """The roles of ItemModel."""

    ID = Qt.ItemDataRole.UserRole + 1
    ROW = Qt.ItemDataRole.UserRole + 2
    NUMBER = Qt.ItemDataRole.UserRole + 3
    TITLE = Qt.ItemDataRole.UserRole + 4
    PILLS = Qt.ItemDataRole.UserRole + 5


class ItemModel(QAbstractListModel):
    """Rows of an ItemList. Text roles read the whole row, for the screen reader."""

    def __init__(
        self, rows: Sequence[ItemRow] = (), *, reorder: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._reorder = reorder

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row by role."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {row.title}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [f"{row.number} {row.title}".strip(), row.note, *(pill.text for pill in row.pills)]
            return ", ".join(filter(None, parts))
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.title
        return {
            ItemRole.ID: row.id,
            ItemRole.ROW: row,
            ItemRole.NUMBER: row.number,
            ItemRole.TITLE: row.title,
            ItemRole.PILLS: row.pills,
        }.get(role)  # type: ignore[call-overload]

    def roleNames(self) -> dict[int, Any]:
        """The names of the roles."""
        return super().roleNames() | {role: role.name.lower().encode() for role in ItemRole}

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, and dragged where reordering is allowed."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self._reorder:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        """Rows are dragged by their id."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the dragged row."""
        mime = QMimeData()
        mime.setData(MIME, str(indexes[0].data(ItemRole.ID)).encode())
        return mime

    def row_of(self, row_id: str) -> int | None:
        """The place of the row with this id."""
        return next((i for i, row in enumerate(self._rows) if row.id == row_id), None)

    def set_rows(self, rows: Sequence[ItemRow]) -> None:
        """Become these rows, announcing only what differs."""
        sync(self, self._rows, rows, lambda row: row.id, self._announce)

    def _announce(self, number: int) -> None:
        self.dataChanged.emit(self.index(number), self.index(number))


class ItemDelegate(QStyledItemDelegate):
    """Draws a row: number, title over at most two lines, note, icons and pills at the right."""

    MARGIN = 12
    TOP = 10

    def __init__(self, number_width: int, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._number_width = number_width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped title needs at the width of the view."""
        row: ItemRow = index.data(ItemRole.ROW)
        width = self._view.viewport().width()
        lines = len(
            wrapped(row.title, font(Type.MEDIUM), self._title_width(row, width), self._lines(row, width))
        )
        height = max(lines * self._line() + (self._line() if row.note else 0), PILL_HEIGHT)
        if self._is_below(row, width):
            height += PILL_HEIGHT + 4
        return QSize(width, round(height + 2 * self.TOP) - 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        t = tokens()
        row: ItemRow = index.data(ItemRole.ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(t.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(t.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(t.line))
        if selected:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(t.accent))
        top = rect.top() + self.TOP - 1.0
        x = float(rect.left() + self.MARGIN)
        number = QRectF(x, top, self._number_width - 6, self._line())
        write(painter, number, row.number, font(Type.BODY), t.muted)
        self._paint_title(
            painter, row, QRectF(x + self._number_width, top, self._title_width(row, rect.width()), 0)
        )
        self._paint_aside(painter, row, rect)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            focus_ring(painter, QRectF(rect).adjusted(0, 0, 0, -1), 4, t.accent)
        if getattr(self._view, "file_row", lambda: None)() == index.row():
            focus_ring(painter, QRectF(rect).adjusted(2, 2, -2, -3), 6, t.accent)
        painter.restore()

    def _paint_title(self, painter: QPainter, row: ItemRow, box: QRectF) -> None:
        t = tokens()
        used = font(Type.MEDIUM)
        used.setStrikeOut(row.muted)
        for line in wrapped(row.title, used, box.width(), self._lines(row, self._view.viewport().width())):
            place = QRectF(box.left(), box.top(), box.width() + 2, self._line())
            write(painter, place, line, used, t.muted if row.muted else t.text)
            box.translate(0, self._line())
        if row.note:
            place = QRectF(box.left(), box.top(), box.width(), self._line())
            write(painter, place, row.note, font(Type.SMALL), t.muted)

    def _paint_aside(self, painter: QPainter, row: ItemRow, rect: QRect) -> None:
        right = rect.right() - self.MARGIN + 1.0
        top = rect.top() + self.TOP - 2.0
        if self._is_below(row, rect.width()):
            right = rect.left() + self.MARGIN + self._number_width + self._aside(row) - 6
            top = rect.bottom() - self.TOP - PILL_HEIGHT + 2.0
        for pill in reversed(row.pills):
            width = pill_width(pill.text)
            draw_pill(painter, QRectF(right - width, top, width, PILL_HEIGHT), pill.text, pill.tone)
            right -= width + 6
        for name in reversed(row.icons):
            icons.draw(painter, name, QRectF(right - 16, top + 2, 16, 16), tokens().muted)
            right -= 20

    def _title_width(self, row: ItemRow, width: int) -> float:
        room = width - 2.0 * self.MARGIN - self._number_width
        return max(60.0, room if self._is_below(row, width) else room - self._aside(row))

    def _lines(self, row: ItemRow, width: int) -> int:
        return 3 if self._is_below(row, width) else 2

    def _is_below(self, row: ItemRow, width: int) -> bool:
        """Whether the pills go under the title, since a word of it would not fit beside them."""
        beside = width - 2 * self.MARGIN - self._number_width - self._aside(row)
        words = row.title.split()
        longest = max((text_width(word, font(Type.MEDIUM)) for word in words), default=0.0)
        return self._aside(row) > 0 and longest > beside

    def _aside(self, row: ItemRow) -> float:
        """Width of pills and icons with the space before them."""
        return sum(pill_width(pill.text) + 6 for pill in row.pills) + 20.0 * len(row.icons)

    def _line(self) -> float:
        return _line_height(font(Type.MEDIUM))


def _line_height(used: QFont) -> float:
    return round(QFontMetricsF(used).height() + 3)
