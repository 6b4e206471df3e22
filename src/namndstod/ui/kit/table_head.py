"""The head of a table: the arrow of the column that orders it never stands on the heading."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from . import icons
from .theme import tokens

_ARROW: Final = 14
_EDGE: Final = 4


class SortHead(QHeaderView):
    """Draws the arrow where the heading is not: to the left of one that ends to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        """Leave the style's own arrow out, which covers the end of a heading."""
        super().initStyleOptionForIndex(option, logicalIndex)
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw a heading, and its arrow: up where the smallest comes first."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex:
            rising = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            icon = "chevron-up" if rising else "chevron-down"
            icons.draw(painter, icon, self.arrow_place(logicalIndex, rect), tokens().muted)

    def arrow_place(self, logicalIndex: int, rect: QRect) -> QRectF:
        """Return where in a section its arrow stands."""
        model = self.model()
        align = model.headerData(logicalIndex, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        to_right = bool(Qt.AlignmentFlag(align or 0) & Qt.AlignmentFlag.AlignRight)
        x = rect.left() + _EDGE if to_right else rect.right() - _EDGE - _ARROW
        return QRectF(x, rect.center().y() - _ARROW / 2, _ARROW, _ARROW)
