"""Line: a row of a card that can be pressed: a pill, what it is about, and where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from .kit.basics import Button, ButtonKind
from .kit.paint import PILL_HEIGHT, draw_pill, focus_ring, pill_width, text_width, wrapped, write
from .kit.theme import font, is_theme_change, tokens
from .kit.tokens import Tone, Type

GAP = 12
"""Pixels between text and note."""

MOST = 3
"""Lines that a text, and a note, is broken into; the tooltip has the rest."""


class Line(QAbstractButton):
    """«[i dag] Kallelse till 14 maj … Tillväxtnämnden»; Enter or a click opens what it is about.

    Where text and note have no room beside each other, the note stands below and both are broken.
    """

    HEIGHT = 32
    EDGE = 8
    LEADING = 18  # of a line of text, when there are several
    LEFT = 92  # where the text begins, so that lines of a card stand in line

    def __init__(self, pill: str, tone: Tone, text: str, note: str = "") -> None:
        super().__init__()
        self._pill = pill
        self._tone = tone
        self._note = note
        self._indent = self.EDGE + (max(self.LEFT, pill_width(pill) + 10) if pill else 0)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(filter(None, (pill, text, note))))
        self.setToolTip(f"{text}\n{note}" if note else text)

    def sizeHint(self) -> QSize:
        """One line; a narrow place makes more of it."""
        return QSize(240, self.HEIGHT)

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at `width`."""
        return self.HEIGHT + (sum(map(len, self.broken(width))) - 1) * self.LEADING

    def broken(self, width: float) -> tuple[list[str], list[str]]:
        """Return the lines of the text and of the note below it at `width`; no note below: it is beside."""
        return _broken(self.text(), self._note, width - self._indent - self.EDGE)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pill, text and note with a hairline below."""
        t = tokens()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect, QColor(t.hover))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), QColor(t.line))
        first = QRectF(0, 0, rect.width(), self.HEIGHT)
        if self._pill:
            place = QRectF(
                self.EDGE, first.center().y() - PILL_HEIGHT / 2, pill_width(self._pill), PILL_HEIGHT
            )
            draw_pill(painter, place, self._pill, self._tone)
        texts, notes = self.broken(rect.width())
        line = first.adjusted(self._indent, 0, -self.EDGE, -1)
        if self._note and not notes:
            write(painter, line, self._note, font(Type.BODY), t.muted, Qt.AlignmentFlag.AlignRight)
        for words, colour in (*((w, t.text) for w in texts), *((w, t.muted) for w in notes)):
            write(painter, line, words, font(Type.BODY), colour)
            line.translate(0, self.LEADING)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(0, 0, 0, -1), 4, t.accent)
        painter.end()


@lru_cache(maxsize=512)  # layouts ask again and again, and lines are made anew when something changed
def _broken(text: str, note: str, room: float) -> tuple[list[str], list[str]]:
    used = font(Type.BODY)
    beside = text_width(note, used) + GAP if note else 0.0
    if text_width(text, used) + beside <= room:
        return [text], []
    return wrapped(text, used, room, MOST), wrapped(note, used, room, MOST) if note else []


def add_lines(column: QVBoxLayout, lines: Sequence[Line], most: int) -> None:
    """Put lines below each other; those beyond `most` wait behind a button that says how many they are."""
    rest = lines[most:]
    for line in lines:
        column.addWidget(line)
    if not rest:
        return
    more = Button(f"Visa {len(rest)} till", ButtonKind.QUIET, small=True)
    column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
    for line in rest:
        line.hide()

    def unfold() -> None:
        for line in rest:
            line.show()
        rest[0].setFocus(Qt.FocusReason.OtherFocusReason)
        more.hide()

    more.clicked.connect(unfold)
