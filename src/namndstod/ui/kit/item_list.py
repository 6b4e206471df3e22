"""ItemList: the list of ärenden or §§: numbers, titles over two lines, pills, reordering, file drops."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from .item_model import MIME, Index, ItemDelegate, ItemModel, ItemRole, ItemRow
from .paint import focus_ring
from .theme import tokens


class ItemList(QListView):
    """The list of ärenden or §§. It changes nothing itself: it signals what a person asks for.

    Alt+Up/Alt+Down or dragging asks for a new place, Enter or a double click activates, Delete asks to
    remove, files dropped on a row (or on none: an empty id) are handed on. Give the new rows to `set_rows`
    afterwards: the current row and the scroll position stay.
    """

    currentIdChanged = Signal(str)
    activatedId = Signal(str)
    moveRequested = Signal(str, int)
    removeRequested = Signal(str)
    filesDropped = Signal(str, list)
    menuRequested = Signal(str, QPoint)

    def __init__(
        self,
        name: str,
        rows: Sequence[ItemRow] = (),
        *,
        number_width: int = 46,
        reorder: bool = False,
        takes_files: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = ItemModel(rows, reorder=reorder, parent=self)
        self._reorder = reorder
        self._takes_files = takes_files
        self._drop_row: int | None = None  # where a dragged row would land: before this one
        self._file_row: int | None = None  # the row that dropped files would go to
        self.setModel(self._model)
        self.setItemDelegate(ItemDelegate(number_width, self))
        self.setAccessibleName(name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(reorder)
        self.setAcceptDrops(reorder or takes_files)
        self.setDropIndicatorShown(False)
        self.setMinimumWidth(190)
        self.activated.connect(lambda index: self.activatedId.emit(index.data(ItemRole.ID)))

    def item_model(self) -> ItemModel:
        """The model behind the list."""
        return self._model

    def set_rows(self, rows: Sequence[ItemRow]) -> None:
        """Show these rows instead, with the same row current if it is still there."""
        self._model.set_rows(rows)

    def current_id(self) -> str | None:
        """The id of the current row."""
        index = self.currentIndex()
        return str(index.data(ItemRole.ID)) if index.isValid() else None

    def set_current_id(self, row_id: str) -> None:
        """Make a row current and bring it into sight; nothing happens when there is no such row."""
        number = self._model.row_of(row_id)
        if number is not None and row_id != self.current_id():
            self.selectionModel().setCurrentIndex(
                self._model.index(number), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(self.currentIndex())

    def file_row(self) -> int | None:
        """The row over which files are held just now."""
        return self._file_row

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the id of the row that became current."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.currentIdChanged.emit(str(current.data(ItemRole.ID)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down ask for a move, Delete asks to remove."""
        row = self.currentIndex().row()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        current = self.current_id()
        if alt and self._reorder and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and current:
            target = row + (1 if event.key() == Qt.Key.Key_Down else -1)
            if 0 <= target < self._model.rowCount():
                self.moveRequested.emit(current, target)
        elif event.key() == Qt.Key.Key_Delete and current:
            self.removeRequested.emit(current)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current:
            self.activatedId.emit(current)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row, also by the menu key."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            place = event.globalPos() if by_mouse else self.mapToGlobal(self.visualRect(index).center())
            self.menuRequested.emit(str(index.data(ItemRole.ID)), place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Heights follow from the width: titles wrap."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows of this list, and files."""
        if self._own(event.mimeData(), event.source()) or self._files(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would land."""
        super().dragMoveEvent(event)  # scrolls at the edges
        point = event.position().toPoint()
        self._drop_row = self._file_row = None
        if self._own(event.mimeData(), event.source()):
            self._drop_row = self._gap_at(point)
        files = bool(self._files(event.mimeData()))
        if files and self.indexAt(point).isValid():
            self._file_row = self.indexAt(point).row()
        if self._drop_row is None and not files:
            event.ignore()
        else:
            event.acceptProposedAction()
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget where it would have landed."""
        super().dragLeaveEvent(event)
        self._forget_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was asked for; the rows come back through `set_rows`."""
        point = event.position().toPoint()
        mime = event.mimeData()
        # A copy, so that Qt does not remove the dragged row by itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._forget_drag()
        if self._own(mime, event.source()):
            row_id = bytes(mime.data(MIME).data()).decode()
            source = self._model.row_of(row_id)
            gap = self._gap_at(point)
            if source is not None:
                target = gap - 1 if gap > source else gap
                if target != source:
                    self.moveRequested.emit(row_id, target)
        elif paths := self._files(mime):
            index = self.indexAt(point)
            self.filesDropped.emit(str(index.data(ItemRole.ID)) if index.isValid() else "", paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and where something dragged would land."""
        super().paintEvent(event)
        if self._drop_row is None and not (self.hasFocus() and not self._model.rowCount()):
            return
        painter = QPainter(self.viewport())
        if self._drop_row is None:
            focus_ring(painter, self.viewport().rect().toRectF(), 4, tokens().accent)
        else:
            painter.fillRect(
                0, self._gap_y(self._drop_row) - 1, self.viewport().width(), 3, QColor(tokens().accent)
            )
        painter.end()

    def _own(self, mime: QMimeData, source: object) -> bool:
        return self._reorder and source is self and mime.hasFormat(MIME)

    def _files(self, mime: QMimeData) -> list[str]:
        if not self._takes_files or not mime.hasUrls():
            return []
        return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]

    def _gap_at(self, point: QPoint) -> int:
        index = self.indexAt(point)
        if not index.isValid():
            return self._model.rowCount()
        below = point.y() > self.visualRect(index).center().y()
        return index.row() + (1 if below else 0)

    def _gap_y(self, gap: int) -> int:
        if gap < self._model.rowCount():
            return self.visualRect(self._model.index(gap)).top()
        return self.visualRect(self._model.index(gap - 1)).bottom()

    def _forget_drag(self) -> None:
        self._drop_row = self._file_row = None
        self.viewport().update()
