"""A small drawing of a §, which shows what the order of its parts means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from namndstod.domain.records import SectionOrder

from .kit.paint import rounded, write
from .kit.theme import font, is_theme_change, tokens
from .kit.tokens import LIGHT, Type

_PARTS: dict[SectionOrder, tuple[str, ...]] = {
    SectionOrder.PROPOSAL_FIRST: (
        "Sammanfattning",
        "Förslag till beslut",
        "Yrkanden",
        "Propositionsordning",
        "Beslut",
        "Beslutsunderlag",
    ),
    SectionOrder.DECISION_FIRST: (
        "Beslut",
        "Reservationer",
        "Sammanfattning",
        "Yrkanden",
        "Beslutsgång",
        "Expedieras till",
    ),
}


class SectionSketch(QWidget):
    """A sheet of paper with the parts in their order; the decision stands out."""

    ROW = 30

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = SectionOrder.PROPOSAL_FIRST
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say()

    def set_order(self, order: SectionOrder) -> None:
        """Show this order."""
        self._order = order
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """A small sheet."""
        return QSize(250, 44 + self.ROW * 6)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the new colours."""
        if is_theme_change(event):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, white in the dark too, as paper is."""
        paper = LIGHT
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 4, paper.paper, tokens().line_strong)
        write(
            painter, QRectF(14, 8, 220, 20), "§ 44 Bidrag till Hamnföreningen", font(Type.STRONG), paper.text
        )
        for number, part in enumerate(_PARTS[self._order]):
            top = 34 + number * self.ROW
            decision = part == "Beslut"
            if decision:
                rounded(painter, QRectF(8, top - 1, 234, self.ROW - 2), 4, paper.accent_soft)
            colour = paper.accent if decision else paper.muted
            write(painter, QRectF(14, top, 220, 15), part, font(Type.PILL), colour)
            for line, length in enumerate((206, 150)):
                painter.fillRect(QRectF(14, top + 17 + line * 5, length, 2), QColor(paper.line_strong))
        painter.end()

    def _say(self) -> None:
        self.setAccessibleName("Så här blir en paragraf")
        self.setAccessibleDescription(", ".join(_PARTS[self._order]))
