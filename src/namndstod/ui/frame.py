"""The window's frame: on the screen before anything else is loaded, so that starting feels like starting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from .kit.tokens import DARK, LIGHT

RAIL_WIDTH, NARROW_RAIL = 172, 56  # as in kit.rail, which is loaded later
HEAD_HEIGHT = 78
NARROW = 1000
"""Width in pixels of the window below which the rail shows only its icons."""

WANTED = QSize(1366, 768)
LEAST = QSize(720, 400)
"""What a screen of 1366 × 768 at 175 % leaves, with the title bar and the taskbar taken off."""

_AROUND = QSize(16, 40)
"""What a window manager puts around a window, at the most; it is known only when the window is shown."""


class Frame(QMainWindow):
    """The main window. `when_painted` runs once, after the first frame has been on the screen."""

    def __init__(self, dark: bool, when_painted: Callable[[], object]) -> None:
        super().__init__()
        self._tokens = DARK if dark else LIGHT
        self._when_painted: Callable[[], object] | None = when_painted
        self._before_close: list[Callable[[], object]] = []
        self.setWindowTitle("Nämndstöd")
        self.setMinimumSize(LEAST)
        self.resize(WANTED)

    def fit(self, available: QSize | None = None) -> None:
        """Be as large as wanted, but inside `available` (the screen) with all that is around the window.

        On a screen that has no room for that the window is maximised.
        """
        inside = (available or QGuiApplication.primaryScreen().availableSize()) - _AROUND
        self.resize(WANTED.boundedTo(inside))
        if inside.width() < WANTED.width() or inside.height() < WANTED.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def before_close(self, act: Callable[[], object]) -> None:
        """Have `act` done before the window closes."""
        self._before_close.append(act)

    def come_forward(self) -> None:
        """Be in front of all other windows, with the focus."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything be stored, then close."""
        for act in self._before_close:
            act()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw rail, head and ground as they will stand when the content is there."""
        if self.centralWidget() is None:
            self._paint_ground()
        if self._when_painted is not None:
            QTimer.singleShot(0, self._when_painted)
            self._when_painted = None

    def event(self, event: QEvent) -> bool:
        """Store what is being typed when the window is left: the next thing may be a closed lid."""
        if event.type() is QEvent.Type.WindowDeactivate:
            commit_typing()
        return super().event(event)

    def _paint_ground(self) -> None:
        t = self._tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.background))
        rail = NARROW_RAIL if self.width() < NARROW else RAIL_WIDTH
        painter.fillRect(QRect(rail, 0, self.width(), HEAD_HEIGHT), QColor(t.surface))
        painter.fillRect(QRect(rail, HEAD_HEIGHT, self.width(), 1), QColor(t.line))
        painter.fillRect(QRect(0, 0, rail, self.height()), QColor(t.rail))
        painter.end()


def commit_typing() -> None:
    """Have a field that is being typed in hand over what it holds; the focus stays."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit) and focus.isModified():
        focus.editingFinished.emit()
