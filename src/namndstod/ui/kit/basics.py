"""The small pieces: Label, SectionLabel, Button, KeyHint, Pill, Card, Hairline, EmptyState."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from . import icons
from .paint import (
    PILL_HEIGHT,
    draw_hint,
    draw_pill,
    focus_ring,
    hint_width,
    pill_width,
    rounded,
    text_width,
    write,
)
from .theme import font, is_theme_change, set_area, set_property, tokens
from .tokens import RADIUS, Tone, Type
from .veil import veil


class Label(QLabel):
    """Text in a step of the type scale. `tone` is "", muted, accent, done, look or mend."""

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.BODY,
        tone: str = "",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(veil.over(text), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(kind))
        self.setWordWrap(wrap)
        self.set_tone(tone)

    def setText(self, text: str) -> None:
        """Show `text`, or what may be shown of it."""
        super().setText(veil.over(text))

    def set_tone(self, tone: str) -> None:
        """Change the colour by its meaning."""
        set_property(self, "tone", tone)


class SectionLabel(Label):
    """Small capitals over a section («BESLUT»); `text` is given in ordinary letters."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Type.LABEL, "muted", parent=parent)


class ButtonKind(StrEnum):
    """How much a button asks to be pressed: at most one PRIMARY in a view."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


class Button(QPushButton):
    """A button with text, icon or both, and the key that does the same shown beside the text.

    `hint` only shows the key; the shortcut itself belongs to the view's actions. A button without text must
    be given `name`, what the screen reader and the tooltip say.
    """

    HEIGHT = 32

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        hint: str = "",
        icon: str = "",
        name: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self._hint = hint
        self._icon_name = icon
        self._small = small
        self.setFont(font(Type.MEDIUM))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name or text)
        if hint:
            self.setAccessibleDescription(f"Tangent: {hint}")
        if not text:
            self.setToolTip(f"{name} ({hint})" if hint else name)

    def set_hint(self, hint: str) -> None:
        """Change the key shown."""
        self._hint = hint
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Ask more or less to be pressed."""
        self.kind = kind
        self.update()

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def setText(self, text: str) -> None:
        """Change the text and with it the accessible name."""
        super().setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """As wide as icon, text and key need."""
        height = 26 if self._small else self.HEIGHT
        parts = [width for width, _ in self._parts()]
        padding = 2 * self._padding()
        return QSize(max(height, round(sum(parts) + 8 * max(0, len(parts) - 1) + padding)), height)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its text: nothing is cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button from the tokens."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill, edge, colour = self._colours()
        rounded(painter, rect, RADIUS, fill, edge)
        if self.hasFocus():
            self._draw_focus(painter, rect)
        parts = self._parts()
        x = (rect.width() - sum(w for w, _ in parts) - 8 * max(0, len(parts) - 1)) / 2
        for width, part in parts:
            box = QRectF(x, 0, width, rect.height())
            if part == "icon":
                side = 16 if self._small or self.text() else 18
                icons.draw(
                    painter, self._icon_name, QRectF(x, (rect.height() - side) / 2, side, side), colour
                )
            elif part == "text":
                write(painter, box, self.text(), self.font(), colour)
            else:
                key = QRectF(x, (rect.height() - 17) / 2, width, 17)
                draw_hint(painter, key, self._hint, *self._hint_colours(colour))
            x += width + 8
        painter.end()

    def _padding(self) -> int:
        if not self.text():
            return 7 if not self._small else 5
        return 8 if self._small else 12

    def _parts(self) -> list[tuple[float, str]]:
        parts: list[tuple[float, str]] = []
        if self._icon_name:
            parts.append((16.0 if self._small or self.text() else 18.0, "icon"))
        if self.text():
            parts.append((text_width(self.text(), self.font()), "text"))
        if self._hint:
            parts.append((hint_width(self._hint), "hint"))
        return parts

    def _colours(self) -> tuple[str | None, str | None, str]:
        t = tokens()
        active = self.underMouse() or self.isDown() or self.isChecked()
        if not self.isEnabled():
            fill = None if self.kind is ButtonKind.QUIET else t.background
            return fill, None if self.kind is ButtonKind.QUIET else t.line, t.muted
        if self.kind is ButtonKind.PRIMARY:
            return t.accent_hover if active else t.accent, None, t.on_accent
        if self.kind is ButtonKind.QUIET:
            return t.hover if active else None, None, t.text if self.isChecked() else t.muted
        colour = t.mend if self.kind is ButtonKind.DANGER else t.text
        if self.isChecked():
            return t.accent_soft, t.accent, colour
        return t.hover if active else t.surface, t.line_strong, colour

    def _hint_colours(self, colour: str) -> tuple[str, str, str | None]:
        t = tokens()
        if self.kind is ButtonKind.PRIMARY and self.isEnabled():
            return t.text, t.surface, t.surface
        return (colour if self.kind is ButtonKind.DANGER else t.muted), t.line_strong, t.background

    def _draw_focus(self, painter: QPainter, rect: QRectF) -> None:
        t = tokens()
        if self.kind is ButtonKind.PRIMARY:
            focus_ring(painter, rect, RADIUS, t.text)
            rounded(painter, rect.adjusted(2, 2, -2, -2), RADIUS - 2, None, t.on_accent, 1.5)
        else:
            focus_ring(painter, rect, RADIUS, t.mend if self.kind is ButtonKind.DANGER else t.accent)


class _Drawn(QWidget):
    """A small drawn thing with a text of its own."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The text shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Change the text."""
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the new colours."""
        if is_theme_change(event):
            self.update()
        super().changeEvent(event)


class KeyHint(_Drawn):
    """The name of a key in a frame («F8»), put beside what it does."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)

    def sizeHint(self) -> QSize:
        """The frame around its text."""
        return QSize(round(hint_width(self._text)), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key."""
        t = tokens()
        painter = QPainter(self)
        draw_hint(painter, QRectF(self.rect()), self._text, t.muted, t.line_strong, t.surface)
        painter.end()


class Pill(_Drawn):
    """A word on a soft ground («klar», «jäv anmält»). An empty text hides it."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone = tone
        if not text:  # one with a text is shown by its layout; shown here it would be a window of its own
            self.hide()

    def tone(self) -> Tone:
        """The meaning of its colour."""
        return self._tone

    def set(self, text: str, tone: Tone) -> None:
        """Change text and meaning together."""
        self._tone = tone
        self.set_text(text)

    def sizeHint(self) -> QSize:
        """Its text and the round ends."""
        return QSize(round(pill_width(self._text)), PILL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        draw_pill(painter, QRectF(self.rect()), self._text, self._tone)
        painter.end()


class Sign(QWidget):
    """An icon in the colour of a tone. It says nothing to the screen reader unless given `name`."""

    def __init__(
        self,
        icon: str,
        tone: Tone = Tone.NEUTRAL,
        size: int = icons.SIZE,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.set(icon, tone, name)

    def set(self, icon: str, tone: Tone, name: str = "") -> None:
        """Change icon, colour and name together."""
        self._icon_name = icon
        self._tone = tone
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the new colours."""
        if is_theme_change(event):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        icons.draw(painter, self._icon_name, QRectF(self.rect()), tokens().tone(self._tone)[0])
        painter.end()


class Hairline(QFrame):
    """A line between two panes."""

    def __init__(
        self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)
        set_area(self, "line")


class Card(QFrame):
    """A surface for something one can act on. Put widgets into `body`; a title becomes its SectionLabel."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(8)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        if title:
            self.body.addWidget(SectionLabel(title))
            self.setAccessibleName(title)

    def follow_width(self) -> None:
        """For a card in a column: an aligned layout gets its size hint at most, and squeezes what wraps."""
        self.body.setAlignment(Qt.AlignmentFlag(0))


class EmptyState(QWidget):
    """What an empty view shows: an icon, what is empty, what to do next, and the button that does it."""

    def __init__(
        self,
        icon: str,
        title: str,
        advice: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(6)
        column.addStretch(2)
        centred = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Sign(icon, size=36), 0, centred)
        column.addSpacing(8)
        for label in (Label(title, Type.HEADING, wrap=True), Label(advice, Type.BODY, "muted", wrap=True)):
            label.setAlignment(centred)
            label.setMaximumWidth(420)
            label.setMinimumWidth(120)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 100)
            row.addStretch(1)
            column.addLayout(row)
        if action:
            self.button = Button(action, ButtonKind.PRIMARY, hint=hint)
            if on_action is not None:
                self.button.clicked.connect(lambda: on_action())
            column.addSpacing(10)
            column.addWidget(self.button, 0, centred)
        column.addStretch(3)
        self.setAccessibleName(title)
        self.setAccessibleDescription(advice)


def announce(widget: QWidget, message: str) -> None:
    """Have the screen reader say something without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))
