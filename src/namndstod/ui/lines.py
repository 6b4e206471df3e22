"""Line: a row of a card that can be pressed: a pill, what it is about, and where it belongs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from .kit.paint import PILL_HEIGHT, draw_pill, focus_ring, pill_width, text_width, write
from .kit.theme import font, is_theme_change, tokens
from .kit.tokens import Tone, Type


class Line(QAbstractButton):
    """«[i dag] Kallelse till 14 maj … Tillväxtnämnden»; Enter or a click opens what it is about."""

    HEIGHT = 32
    LEFT = 92  # where the text begins, so that lines of a card stand in line

    def __init__(self, pill: str, tone: Tone, text: str, note: str = "") -> None:
        super().__init__()
        self._pill = pill
        self._tone = tone
        self._note = note
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(filter(None, (pill, text, note))))
        self.setToolTip(f"{text}\n{note}" if note else text)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(240, self.HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the new colours."""
        if is_theme_change(event):
            self.update()
        super().changeEvent(event)

    def _note_room(self, width: float) -> float:
        """Return how wide the note may be: the text comes first, unless it would take nearly everything."""
        if not self._note:
            return 0.0
        needed = text_width(self.text(), font(Type.BODY)) + 12
        room = min(text_width(self._note, font(Type.BODY)), max(width - needed, width * 0.3))
        return room if room >= 48 else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pill, text and note with a hairline below."""
        t = tokens()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect, QColor(t.hover))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), QColor(t.line))
        x = 8.0
        if self._pill:
            width = pill_width(self._pill)
            top = rect.center().y() - PILL_HEIGHT / 2
            draw_pill(painter, QRectF(x, top, width, PILL_HEIGHT), self._pill, self._tone)
            x = max(self.LEFT + 8.0, x + width + 10)
        right = rect.width() - 8
        room = self._note_room(right - x)
        if room:
            place = QRectF(right - room, 0, room, rect.height() - 1)
            write(painter, place, self._note, font(Type.BODY), t.muted)
            right -= room + 12
        write(painter, QRectF(x, 0, right - x, rect.height() - 1), self.text(), font(Type.BODY), t.text)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(0, 0, 0, -1), 4, t.accent)
        painter.end()
