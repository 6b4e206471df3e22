"""Small drawing helpers that several widgets share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from .theme import font, tokens
from .tokens import Tone, Type

PILL_HEIGHT = 20
PILL_PADDING = 9
HINT_PADDING = 6


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None,
    edge: str | None = None,
    width: float = 1.0,
) -> None:
    """Fill a rounded rectangle and draw its edge inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    if edge:
        painter.setPen(QPen(QColor(edge), width))
        inset = width / 2
        rect = rect.adjusted(inset, inset, -inset, -inset)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect, radius, radius)


def write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    used: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write one line of text, centred vertically in `rect` and shortened with «…» where it is too long."""
    metrics = QFontMetricsF(used)
    painter.setFont(used)
    painter.setPen(QColor(colour))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.drawText(
        rect, int(align | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), shown
    )


def text_width(text: str, used: QFont) -> float:
    """Return the width of a line of text, rounded up to whole pixels."""
    return float(int(QFontMetricsF(used).horizontalAdvance(text) + 0.999))


def pill_width(text: str) -> float:
    """Return how wide a pill with `text` is."""
    return text_width(text, font(Type.PILL)) + 2 * PILL_PADDING


def draw_pill(painter: QPainter, rect: QRectF, text: str, tone: Tone) -> None:
    """Draw a pill with its text into `rect`."""
    colour, soft = tokens().tone(tone)
    rounded(painter, rect, rect.height() / 2, soft)
    inner = rect.adjusted(PILL_PADDING - 1, 0, -PILL_PADDING + 1, 0)
    write(painter, inner, text, font(Type.PILL), colour, Qt.AlignmentFlag.AlignHCenter)


def hint_width(text: str) -> float:
    """Return how wide the frame of a key is."""
    return max(18.0, text_width(text, hint_font()) + 2 * HINT_PADDING)


def hint_font() -> QFont:
    """The font of key hints."""
    used = font(Type.PILL)
    used.setWeight(QFont.Weight.Medium)
    return used


def draw_hint(painter: QPainter, rect: QRectF, text: str, colour: str, edge: str, fill: str | None) -> None:
    """Draw a key («F8») into `rect`."""
    rounded(painter, rect, 4, fill, edge)
    write(painter, rect.adjusted(2, 0, -2, 0), text, hint_font(), colour, Qt.AlignmentFlag.AlignHCenter)


def wrapped(text: str, used: QFont, width: float, lines: int) -> list[str]:
    """Break `text` into at most `lines` lines of `width` pixels; what does not fit ends in «…»."""
    layout = QTextLayout(text, used)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    longest = max((text_width(word, used) for word in text.split()), default=0.0)
    hyphen = QFontMetricsF(used).horizontalAdvance("-") if longest > width else 0.0
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width - hyphen))
        line.setPosition(QPointF(0, 0))
        start = line.textStart()
        if len(found) == lines - 1:
            rest = text[start:]
            found.append(QFontMetricsF(used).elidedText(rest, Qt.TextElideMode.ElideRight, width + 0.5))
            break
        end = start + line.textLength()
        inside_word = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
        found.append(text[start:end].rstrip() + ("-" if inside_word else ""))
    layout.endLayout()
    return found or [""]


def focus_ring(painter: QPainter, rect: QRectF, radius: float, colour: str) -> None:
    """Draw the ring that says where the keyboard is, inside `rect`."""
    rounded(painter, rect, radius, None, colour, 2.0)
