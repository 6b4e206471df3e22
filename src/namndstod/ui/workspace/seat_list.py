"""The list of seats: one line for each person, with role or place after the name."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.item_model import ItemRole, ItemRow
from namndstod.ui.kit.paint import PILL_HEIGHT, draw_pill, focus_ring, pill_width, text_width, write
from namndstod.ui.kit.theme import font, tokens
from namndstod.ui.kit.tokens import Type

_HEIGHT = 31
_MARGIN = 14
_LEAST = 28
"""Pixels that a note needs to say anything."""


class SeatList(ItemList):
    """Everybody of the body. Row ids are person ids."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Platser", number_width=0, parent=parent)
        self.setItemDelegate(_Seat(self))


class _Seat(QStyledItemDelegate):
    def __init__(self, view: SeatList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._view.viewport().width(), _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
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
        right = rect.right() - _MARGIN + 1.0
        for pill in row.pills:
            width = pill_width(pill.text)
            top = rect.top() + (rect.height() - PILL_HEIGHT) / 2
            draw_pill(painter, QRectF(right - width, top, width, PILL_HEIGHT), pill.text, pill.tone)
            right -= width + 6
        name = QRectF(rect.left() + _MARGIN, rect.top(), right - rect.left() - _MARGIN, rect.height() - 1)
        colour = t.muted if row.muted else t.text
        write(painter, name, row.title, font(Type.BODY), colour)
        if row.note:
            name.setLeft(name.left() + text_width(row.title, font(Type.BODY)) + 6)
        if row.note and name.width() > _LEAST:
            write(painter, name, row.note, font(Type.SMALL), t.muted)
        if selected and self._view.hasFocus():
            focus_ring(painter, QRectF(rect).adjusted(0, 0, 0, -1), 4, t.accent)
        painter.restore()
