"""The window's frame: on the screen before anything else is loaded, so that starting feels like starting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from .kit.tokens import DARK, LIGHT

RAIL_WIDTH = 172  # as kit.rail.WIDTH, which is loaded later
HEAD_HEIGHT = 78


class Frame(QMainWindow):
    """The main window. `when_painted` runs once, after the first frame has been on the screen."""

    def __init__(self, dark: bool, when_painted: Callable[[], object]) -> None:
        super().__init__()
        self._tokens = DARK if dark else LIGHT
        self._when_painted: Callable[[], object] | None = when_painted
        self._before_close: list[Callable[[], object]] = []
        self.setWindowTitle("Nämndstöd")
        self.setMinimumSize(880, 480)
        self.resize(_fitting())

    def before_close(self, act: Callable[[], object]) -> None:
        """Have `act` done before the window closes."""
        self._before_close.append(act)

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
        painter.fillRect(QRect(RAIL_WIDTH, 0, self.width(), HEAD_HEIGHT), QColor(t.surface))
        painter.fillRect(QRect(RAIL_WIDTH, HEAD_HEIGHT, self.width(), 1), QColor(t.line))
        painter.fillRect(QRect(0, 0, RAIL_WIDTH, self.height()), QColor(t.rail))
        painter.end()


def commit_typing() -> None:
    """Have a field that is being typed in hand over what it holds; the focus stays."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit) and focus.isModified():
        focus.editingFinished.emit()


def _fitting() -> QSize:
    screen = QGuiApplication.primaryScreen().availableSize()
    return QSize(1366, 768).boundedTo(screen)
