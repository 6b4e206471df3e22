"""BarChart: a few sums beside each other, drawn as bars with their figures, to look at and to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from .basics import announce
from .paint import focus_ring, rounded, text_width, write
from .theme import font, is_theme_change, tokens
from .tokens import Type

_ROW = 30
_HEAD = 30
_UPRIGHT = 190  # height of a chart whose bars stand
_WIDEST = 46  # a standing bar
_STEP = 104  # with the room around it, at most
_LEFT = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_RIGHT = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_CHOOSE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its length, what it is, the figure beside it and more to say; `chosen` has a mark and a frame.

    One without a `key` cannot be chosen. `short` is the label where there is little room.
    """

    key: str | None
    label: str
    value: int
    text: str
    note: str = ""
    chosen: bool = False
    short: str = ""


class BarChart(QWidget):
    """Bars under each other with label and figure, or (`upright`) beside each other, as the months of a year.

    Arrow keys go between bars, Enter chooses; `barChosen` tells the key. Everything drawn stands as text in
    the accessible description, and the bar one is at is announced.
    """

    barChosen = Signal(str)

    def __init__(self, title: str, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._upright = upright
        self._bars: tuple[Bar, ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def bars(self) -> tuple[Bar, ...]:
        """The bars shown."""
        return self._bars

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars; one stays at the bar with the same key."""
        key = self._bars[self._at].key if self._bars else None
        self._bars = tuple(bars)
        self._at = next((n for n, bar in enumerate(bars) if bar.key == key), 0)
        said = "; ".join(_said(bar) for bar in bars)
        self.setAccessibleDescription(said or "Inget att visa.")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its bars."""
        height = _UPRIGHT if self._upright else max(1, len(self._bars)) * _ROW
        return QSize(320, _HEAD + height)

    def minimumSizeHint(self) -> QSize:
        """Labels are shortened, figures are not."""
        return QSize(220, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between the bars, and choose."""
        key = Qt.Key(event.key())
        if key in _LEFT or key in _RIGHT:
            self._go(self._at + (1 if key in _RIGHT else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key is Qt.Key.Key_Home else len(self._bars) - 1)
        elif key in _CHOOSE:
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show, and tell, where one is."""
        super().focusInEvent(event)
        self._go(self._at)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell all about the bar under the pointer."""
        at = self._bar_at(event.position())
        can = at is not None and self._bars[at].key is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor)
        if at is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), _said(self._bars[at]), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the bar that is clicked."""
        at = self._bar_at(event.position())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self._at = at
            self._choose(at)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the new colours."""
        if is_theme_change(event):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title and the bars."""
        painter = QPainter(self)
        t = tokens()
        write(painter, QRectF(0, 0, self.width(), 22), self._title, font(Type.LABEL), t.muted)
        if not self._bars:
            place = QRectF(0, _HEAD, self.width(), _ROW)
            write(painter, place, "Inget att visa.", font(Type.BODY), t.muted)
        elif self._upright:
            self._draw_upright(painter)
        else:
            self._draw_lying(painter)
        painter.end()

    def _draw_lying(self, painter: QPainter) -> None:
        t = tokens()
        body = font(Type.BODY)
        labels = min(max(text_width(b.label, body) for b in self._bars) + 4, self.width() * 0.38)
        figures = max(text_width(b.text, body) for b in self._bars)
        notes = max(text_width(b.note, font(Type.SMALL)) for b in self._bars)
        notes = notes + 12 if labels + figures + notes + 120 < self.width() else 0.0
        left = labels + 12
        room = max(8.0, self.width() - left - figures - notes - 14)
        for number, bar in enumerate(self._bars):
            row = self._rect(number)
            self._frame(painter, number, row)
            label = QRectF(6, row.top(), labels - 2, row.height())
            write(painter, label, bar.label, font(Type.STRONG) if bar.chosen else body, t.text)
            length = room * max(0, bar.value) / self._greatest()
            place = QRectF(left, row.top() + 7, max(length, 2.0), row.height() - 14)
            rounded(painter, place, 3, t.accent if bar.key is not None else t.line_strong)
            right = QRectF(self.width() - notes - figures - 6, row.top(), figures, row.height())
            write(painter, right, bar.text, body, t.text, Qt.AlignmentFlag.AlignRight)
            if notes:
                more = QRectF(self.width() - notes - 6, row.top(), notes, row.height())
                write(painter, more, bar.note, font(Type.SMALL), t.muted, Qt.AlignmentFlag.AlignRight)

    def _draw_upright(self, painter: QPainter) -> None:
        t = tokens()
        small = font(Type.SMALL)
        step = self._step()
        widest = max(text_width(b.text, small) for b in self._bars)
        label = max(text_width(b.short or b.label, small) for b in self._bars) + 10
        every = max(1, -int(-label // step))  # labels that would touch are left out
        base = _HEAD + _UPRIGHT - 24.0
        for number, bar in enumerate(self._bars):
            cell = self._rect(number)
            self._frame(painter, number, cell)
            wide = min(_WIDEST, step * 0.68)
            tall = (base - _HEAD - 22) * max(0, bar.value) / self._greatest()
            place = QRectF(cell.center().x() - wide / 2, base - max(tall, 2), wide, max(tall, 2))
            rounded(painter, place, 3, t.accent)
            if widest + 6 <= step:
                over = QRectF(cell.left(), place.top() - 19, cell.width(), 18)
                write(painter, over, bar.text, small, t.text, Qt.AlignmentFlag.AlignHCenter)
            if (len(self._bars) - 1 - number) % every == 0:
                below = QRectF(cell.center().x() - label / 2, base + 3, label, 18)
                write(painter, below, bar.short or bar.label, small, t.muted, Qt.AlignmentFlag.AlignHCenter)

    def _frame(self, painter: QPainter, number: int, rect: QRectF) -> None:
        t = tokens()
        if self._bars[number].chosen:
            rounded(painter, rect.adjusted(1, 1, -1, -1), 5, t.accent_soft, t.accent)
        if self.hasFocus() and number == self._at:
            focus_ring(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, t.accent)

    def _step(self) -> float:
        return min(self.width() / max(len(self._bars), 1), _STEP)

    def _rect(self, number: int) -> QRectF:
        if self._upright:
            step = self._step()
            return QRectF(number * step, _HEAD - 4, step, _UPRIGHT + 2)
        return QRectF(0, _HEAD + number * _ROW, self.width(), _ROW)

    def _bar_at(self, point: QPointF) -> int | None:
        return next((n for n in range(len(self._bars)) if self._rect(n).contains(point)), None)

    def _greatest(self) -> int:
        return max(max(bar.value for bar in self._bars), 1)

    def _go(self, number: int) -> None:
        if self._bars:
            self._at = min(max(number, 0), len(self._bars) - 1)
            announce(self, _said(self._bars[self._at]))
            self.update()

    def _choose(self, number: int) -> None:
        key = self._bars[number].key if number < len(self._bars) else None
        if key is not None:
            self.barChosen.emit(key)


def _said(bar: Bar) -> str:
    parts = [f"{bar.label}: {bar.text}", bar.note, "vald" if bar.chosen else ""]
    return ", ".join(part for part in parts if part)
