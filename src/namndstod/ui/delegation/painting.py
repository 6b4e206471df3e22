"""Draws the rows of the register in one go, ten times as fast as a table that asks about each cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from namndstod.domain.swedish import counted, whole_number

from ..kit import icons
from ..kit.data_table import ROW_HEIGHT, Column
from ..kit.paint import PILL_HEIGHT, draw_pill, focus_ring, pill_width
from ..kit.theme import font, tokens
from ..kit.tokens import Type
from .shown import Shown

_PAD = 8
_SIGN = 15
_WIDEST = 12  # pixels of any letter: what is short enough needs no measuring
_KEPT = 20_000  # widths of texts that are remembered


class RowPainter:
    """Knows the fonts and the texts' widths; they are measured once."""

    def __init__(self, shown: Shown, columns: Sequence[Column[int]]) -> None:
        self._shown = shown
        self._columns = columns
        self._font, self._strong = font(Type.BODY), font(Type.STRONG)
        self._metrics, self._strong_metrics = QFontMetricsF(self._font), QFontMetricsF(self._strong)
        self._base = (ROW_HEIGHT - self._metrics.height()) / 2 + self._metrics.ascent()
        self._widths: dict[str, float] = {}

    def paint(
        self,
        painter: QPainter,
        places: Sequence[tuple[int, float, float]],
        rows: Sequence[tuple[int, float]],
        chosen: Callable[[float], bool],
        current: tuple[float, int] | None,
        width: float,
    ) -> None:
        """Draw rows. `places` are (column, left, width), `rows` are (line, top); `current` (top, column)."""
        t = tokens()
        line_colour, soft = QColor(t.line), QColor(t.accent_soft)
        pens = {False: QColor(t.text), True: QColor(t.muted)}
        painter.setFont(self._font)
        for line, top in rows:
            if line < 0:
                self._paint_group(painter, places, line, top, width)
                painter.setFont(self._font)
            else:
                if chosen(top):
                    painter.fillRect(QRectF(0, top, width, ROW_HEIGHT), soft)
                for number, left, wide in places:
                    column = self._columns[number]
                    if column.name == "signs":
                        self._paint_signs(painter, line, left, top)
                    elif column.pill is not None:
                        self._paint_pill(painter, column, line, QRectF(left, top, wide, ROW_HEIGHT))
                        painter.setFont(self._font)
                    else:
                        painter.setPen(pens[column.muted])
                        self._write(painter, column.text(line), left, top, wide, right=column.number)
            painter.fillRect(QRectF(0, top + ROW_HEIGHT - 1, width, 1), line_colour)
            if current is not None and current[0] == top:
                place = next(((x, w) for n, x, w in places if n == current[1]), None)
                if line < 0 or place is None:
                    place = (0.0, width)
                focus_ring(painter, QRectF(place[0], top, place[1], ROW_HEIGHT - 1), 4, t.accent)

    def _write(
        self, painter: QPainter, text: str, left: float, top: float, wide: float, *, right: bool
    ) -> None:
        if not text:
            return
        room = wide - 2 * _PAD
        if len(text) * _WIDEST > room and self._width(text) > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        x = left + wide - _PAD - self._width(text) if right else left + _PAD
        painter.drawText(QPointF(x, top + self._base), text)

    def _width(self, text: str) -> float:
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > _KEPT:
                self._widths.clear()
            found = self._widths[text] = self._metrics.horizontalAdvance(text)
        return found

    def _paint_pill(self, painter: QPainter, column: Column[int], line: int, cell: QRectF) -> None:
        pill = column.pill(line) if column.pill is not None else None
        if pill is not None:
            wide = min(pill_width(pill.text), cell.width() - 2 * _PAD)
            top = cell.top() + (ROW_HEIGHT - 1 - PILL_HEIGHT) / 2
            draw_pill(painter, QRectF(cell.left() + _PAD, top, wide, PILL_HEIGHT), pill.text, pill.tone)

    def _paint_signs(self, painter: QPainter, slot: int, left: float, top: float) -> None:
        t = tokens()
        register = self._shown.register
        decision = register.decisions[slot]
        x = left + _PAD
        doubtful = decision.id in register.findings
        for there, icon, colour in ((doubtful, "warning", t.look), (decision.urgent, "gavel", t.muted)):
            if there:
                icons.draw(painter, icon, QRectF(x, top + (ROW_HEIGHT - _SIGN) / 2, _SIGN, _SIGN), colour)
                x += _SIGN + 3

    def _paint_group(
        self,
        painter: QPainter,
        places: Sequence[tuple[int, float, float]],
        line: int,
        top: float,
        width: float,
    ) -> None:
        """Draw a group over all columns: its name, how many it has, and its sum under the amounts."""
        t = tokens()
        group = self._shown.groups[-1 - line]
        painter.fillRect(QRectF(0, top, width, ROW_HEIGHT), QColor(t.background))
        icon = "chevron-right" if group.key in self._shown.folded else "chevron-down"
        left = places[0][1] if places else 0.0
        icons.draw(painter, icon, QRectF(left + _PAD, top + 8, 16, 16), t.muted)
        end = next((x + w - _PAD for n, x, w in places if self._columns[n].name == "amount"), width)
        figure = whole_number(group.total) if group.total is not None else ""
        begin = end - self._strong_metrics.horizontalAdvance(figure)
        painter.setFont(self._strong)
        painter.setPen(QColor(t.text))
        painter.drawText(QPointF(begin, top + self._base), figure)
        count = counted(len(group.slots), "beslut", "beslut")
        x = left + _PAD + 23
        room = begin - 16 - x - self._width(count) - 10
        name = self._strong_metrics.elidedText(group.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(x, top + self._base), name)
        painter.setFont(self._font)
        painter.setPen(QColor(t.muted))
        after = x + self._strong_metrics.horizontalAdvance(name) + 10
        painter.drawText(QPointF(after, top + self._base), count)
