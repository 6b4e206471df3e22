"""Toast: a line in the head of the window that says what was done and can be answered («Ångra»)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from . import icons
from .basics import Button, ButtonKind, Label, announce
from .header import PageHeader
from .paint import rounded
from .theme import tokens
from .tokens import CARD_RADIUS, Tone, Type

SECONDS = 8
HEIGHT = 36
WIDEST = 720
GAP = 12  # to what stands beside it
_SIGNS = {
    Tone.DONE: "check",
    Tone.LOOK: "warning",
    Tone.MEND: "warning",
    Tone.INFO: "info",
    Tone.NEUTRAL: "info",
}


class Toast(QWidget):
    """Lies where nothing in `window` is worked with: in the head of the view, over its title if need be.

    Without a head it lies at the bottom. Never takes the focus; stays while pointed at or focused.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tone = Tone.DONE
        self._label = Label("", Type.MEDIUM, wrap=True)
        self._action = Button(kind=ButtonKind.SECONDARY, small=True)
        self._close = Button(kind=ButtonKind.QUIET, icon="cross", name="Stäng meddelandet", small=True)
        self._answer: Callable[[], object] | None = None
        self._action.clicked.connect(self._answered)
        self._close.clicked.connect(self.hide)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(42, 4, 6, 4)
        row.setSpacing(10)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.time_is_up)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        window.installEventFilter(self)
        self.hide()

    def show_message(
        self,
        text: str,
        tone: Tone = Tone.DONE,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        hint: str = "",
    ) -> None:
        """Show `text` in place of what was shown before; `action` is the text of the button, if any."""
        self._tone = tone
        self._label.setText(text)
        self._answer = on_action
        self._action.setVisible(bool(action))
        self._action.setText(action)
        self._action.set_hint(hint)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.update()
        self._timer.start()
        announce(self, text)

    def settle(self) -> None:
        """Find a place anew: another view, with another head, is shown under it."""
        if self.isVisible():
            self._place()

    def text(self) -> str:
        """What is shown."""
        return self._label.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, its edge and the sign."""
        t = tokens()
        painter = QPainter(self)
        colour, _ = t.tone(self._tone)
        rounded(painter, QRectF(self.rect()), CARD_RADIUS, t.surface, t.line_strong)
        icons.draw(painter, _SIGNS[self._tone], QRectF(14, (self.height() - 18) / 2, 18, 18), colour)
        painter.end()

    def _answered(self) -> None:
        self.hide()
        if self._answer is not None:
            self._answer()

    def time_is_up(self) -> None:
        """Go away, unless somebody points at it or is in it."""
        focus = self.focusWidget()
        if self.underMouse() or (focus is not None and focus.hasFocus()):
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        window = self._window
        head = next((h for h in window.findChildren(PageHeader) if h.isVisible()), None)
        if head is None:
            self._fit(min(window.width() - 48, WIDEST))
            self.move((window.width() - self.width()) // 2, window.height() - self.height() - 24)
            return
        free, title = _within(window, head, head.free_room()), _within(window, head, head.title_room())
        if self._wanted() <= free.width() - 2 * GAP:
            self._fit(WIDEST)
            top = free.center().y() + 1 - self.height() // 2
            self.move(free.right() + 1 - GAP - self.width(), max(top, title.top() + 2))
        else:
            # What is said for a while covers the whole title; only a very long text goes further down, and
            # only a long word, as the name of a file, further to the side.
            place = title.adjusted(GAP, 6, -GAP, -6)
            place.setWidth(max(place.width(), min(self._least(), window.width() - place.left() - GAP)))
            self._fit(place.width())
            self.setGeometry(place.united(QRect(place.topLeft(), QSize(place.width(), self.height()))))

    def _least(self) -> int:
        """The width in which no word is cut."""
        return max((self._wanted(word) for word in self._label.text().split()), default=0)

    def _wanted(self, said: str = "") -> int:
        """The width in which everything, or a part of what is said, stands in one line."""
        text = self._label.fontMetrics().horizontalAdvance(said or self._label.text()) + 8
        aside = 42 + self._row.spacing() + self._close.sizeHint().width() + 6
        if not self._action.isHidden():
            aside += self._action.sizeHint().width() + self._row.spacing()
        return text + aside

    def _fit(self, room: int) -> None:
        """Take the size that the text needs in at most `room` pixels of width."""
        self.resize(min(room, self._wanted()), HEIGHT)
        self.resize(
            self.width(),
            max(HEIGHT, self._row.heightForWidth(self.width()), self._row.minimumSize().height()),
        )


def _within(window: QWidget, widget: QWidget, rect: QRect) -> QRect:
    return QRect(widget.mapTo(window, rect.topLeft()), rect.size())
