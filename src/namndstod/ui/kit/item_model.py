"""Model and drawing of ItemList: rows with a number, a title, a note and pills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
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
from .veil import veil

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
        shown = [replace(row, title=veil.over(row.title), note=veil.over(row.note)) for row in rows]
        sync(self, self._rows, shown, lambda row: row.id, self._announce)

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
        return QSize(width, _measure(row, width, self._number_width).height)

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
        measured = _measure(row, rect.width(), self._number_width)
        box = QRectF(x + self._number_width, top, measured.title_width, 0)
        self._paint_title(painter, row, measured, box)
        self._paint_aside(painter, row, measured, rect)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            focus_ring(painter, QRectF(rect).adjusted(0, 0, 0, -1), 4, t.accent)
        if getattr(self._view, "file_row", lambda: None)() == index.row():
            focus_ring(painter, QRectF(rect).adjusted(2, 2, -2, -3), 6, t.accent)
        painter.restore()

    def _paint_title(self, painter: QPainter, row: ItemRow, measured: _Measured, box: QRectF) -> None:
        t = tokens()
        used = font(Type.MEDIUM)
        used.setStrikeOut(row.muted)
        for line in measured.lines:
            place = QRectF(box.left(), box.top(), box.width() + 2, self._line())
            write(painter, place, line, used, t.muted if row.muted else t.text)
            box.translate(0, self._line())
        if row.note:
            place = QRectF(box.left(), box.top(), box.width(), self._line())
            write(painter, place, row.note, font(Type.SMALL), t.muted)

    def _paint_aside(self, painter: QPainter, row: ItemRow, measured: _Measured, rect: QRect) -> None:
        right = rect.right() - self.MARGIN + 1.0
        top = rect.top() + self.TOP - 2.0
        if measured.below:
            right = rect.left() + self.MARGIN + self._number_width + _aside(row) - 6
            top = rect.bottom() - self.TOP - PILL_HEIGHT + 2.0
        for pill in reversed(row.pills):
            width = pill_width(pill.text)
            draw_pill(painter, QRectF(right - width, top, width, PILL_HEIGHT), pill.text, pill.tone)
            right -= width + 6
        for name in reversed(row.icons):
            icons.draw(painter, name, QRectF(right - 16, top + 2, 16, 16), tokens().muted)
            right -= 20

    def _line(self) -> float:
        return _line_height(font(Type.MEDIUM))


@dataclass(frozen=True, slots=True)
class _Measured:
    """How a row is laid out in a width: the lines of its title, and whether its pills stand under them."""

    lines: tuple[str, ...]
    title_width: float
    below: bool
    height: int


@lru_cache(maxsize=4096)  # a list asks for every row at each change of any of them
def _measure(row: ItemRow, width: int, number_width: int) -> _Measured:
    used = font(Type.MEDIUM)
    aside = _aside(row)
    room = width - 2.0 * ItemDelegate.MARGIN - number_width
    longest = max((text_width(word, used) for word in row.title.split()), default=0.0)
    below = aside > 0 and longest > room - aside  # a word of the title would not fit beside the pills
    title_width = max(60.0, room if below else room - aside)
    lines = tuple(wrapped(row.title, used, title_width, 3 if below else 2))
    line = _line_height(used)
    height = max(len(lines) * line + (line if row.note else 0), PILL_HEIGHT)
    if below:
        height += PILL_HEIGHT + 4
    return _Measured(lines, title_width, below, round(height + 2 * ItemDelegate.TOP) - 2)


def _aside(row: ItemRow) -> float:
    """Width of pills and icons with the space before them."""
    return sum(pill_width(pill.text) + 6 for pill in row.pills) + 20.0 * len(row.icons)


def _line_height(used: QFont) -> float:
    return round(QFontMetricsF(used).height() + 3)
