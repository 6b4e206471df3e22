"""SplitPane: panes with a hairline between, which remembers how they were shared out."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from .theme import tokens

Memory = MutableMapping[str, list[int]]
"""Where sizes are remembered, by name; the window gives one that lasts."""


class SplitPane(QSplitter):
    """Panes with a hairline between. `name` is the key in `memory`; without it nothing is remembered.

    The line can be moved with the mouse, or with the arrow keys when it has the focus.
    """

    def __init__(
        self,
        panes: Sequence[QWidget],
        sizes: Sequence[int],
        *,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        name: str = "",
        memory: Memory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._name = name
        self._memory: Memory = {} if memory is None else memory
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in panes:
            self.addWidget(pane)
        for index, size in enumerate(sizes):
            self.setStretchFactor(index, size)
        remembered = self._memory.get(name, [])
        self.setSizes(remembered if len(remembered) == len(panes) else list(sizes))
        self.splitterMoved.connect(self._remember)

    def createHandle(self) -> QSplitterHandle:
        """Make a line that can be reached with the keyboard."""
        return _Handle(self.orientation(), self)

    def move_handle(self, handle: QSplitterHandle, step: int) -> None:
        """Move the line before pane `handle` by `step` pixels."""
        index = self.indexOf(handle)
        sideways = self.orientation() is Qt.Orientation.Horizontal
        self.moveSplitter((handle.x() if sideways else handle.y()) + step, index)
        self._remember()

    def _remember(self) -> None:
        if self._name:
            self._memory[self._name] = self.sizes()


class _Handle(QSplitterHandle):
    def __init__(self, orientation: Qt.Orientation, parent: SplitPane) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Skiljelinje mellan fönsterdelar")
        self.setAccessibleDescription("Flytta med piltangenterna")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys."""
        key = event.key()
        step = {
            Qt.Key.Key_Left: -16, Qt.Key.Key_Up: -16, Qt.Key.Key_Right: 16, Qt.Key.Key_Down: 16,
        }.get(Qt.Key(key))  # fmt: skip
        splitter = self.splitter()
        if step is None or not isinstance(splitter, SplitPane):
            super().keyPressEvent(event)
            return
        splitter.move_handle(self, step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline, thick and blue while it has the focus."""
        t = tokens()
        painter = QPainter(self)
        centre = self.rect().center()
        line = QRect(self.rect())
        if not self.hasFocus() and self.orientation() is Qt.Orientation.Horizontal:
            line = QRect(centre.x(), 0, 1, self.height())
        elif not self.hasFocus():
            line = QRect(0, centre.y(), self.width(), 1)
        painter.fillRect(line, QColor(t.accent if self.hasFocus() else t.line))
        painter.end()
