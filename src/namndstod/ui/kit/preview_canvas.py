"""PdfCanvas: pages on a grey ground. Drawing is done by PDFium in a thread of its own.

A new PDF takes over while the pictures of the old one are still shown, so that nothing flickers; the place
that was seen (page and points from its top) is kept; what stood there, where the caller knows that it moved.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from .theme import is_theme_change, tokens
from .tokens import Tokens

MARGIN = 24
GAP = 20
Spot = tuple[int, float]
"""A place in a PDF: page from 0, points from its top."""

Size = tuple[float, float]
"""Width and height of a page, in points."""

POINT = 96 / 72
"""Pixels in a point at 100 %."""
_SETTLE = 80  # ms without a change of size before pages are drawn anew
_ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


@dataclass(slots=True)
class _Source:
    """An open PDF with what keeps it alive."""

    document: QPdfDocument
    buffer: QBuffer
    renderer: QPdfPageRenderer
    sizes: Sequence[Size]  # of the paper's pages, in points
    above: list[float]  # the height of all pages before each, in points
    widest: float
    drawn: range  # the pages of the paper that the document holds; what was shown of the others stays


class PdfCanvas(QAbstractScrollArea):
    """Shows pages under each other. `viewChanged` at every change of page or zoom."""

    viewChanged = Signal()
    pageChanged = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(name)
        self._source: _Source | None = None
        self._images: dict[int, tuple[QImage, int]] = {}  # page → picture, number of the load it shows
        self._generation = 0
        self._asked: dict[int, tuple[int, QSize]] = {}  # request → page and size
        self._zoom: float | None = None
        self._page = 1
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._ask_for_pages)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # --- what is shown ---------------------------------------------------------------------------

    def load(
        self,
        data: bytes,
        *,
        moved: tuple[Spot, Spot] | None = None,
        drawn: range | None = None,
        sizes: Sequence[Size] = (),
    ) -> bool:
        """Show a PDF; False, and nothing changes, when it cannot be read.

        `moved` says where something stood and where it stands now: it stays where it is in the view.

        A PDF of some pages of a paper alone comes with their indices, `drawn`, and the `sizes` of all pages.
        """
        source = _open(data, self, drawn, sizes)
        if source is None:
            return False
        place = self._place()
        below = self._pixel(*moved[0]) - self.verticalScrollBar().value() if moved and self._source else 0.0
        _close(self._source)
        self._source = source
        self._generation += 1
        self._asked.clear()
        further = moved[1][0] - moved[0][0] if moved else 0
        shifted = {page + further: kept for page, kept in self._images.items()}
        self._images = {page: kept for page, kept in shifted.items() if 0 <= page < len(source.sizes)}
        source.renderer.pageRendered.connect(self._rendered)
        self._lay_out()
        if moved and place is not None:
            self.verticalScrollBar().setValue(round(self._pixel(*moved[1]) - below))
        elif place is not None:
            self._show_place(*place)
        self._ask_for_pages()
        self._scrolled()
        return True

    def clear(self) -> None:
        """Show nothing."""
        _close(self._source)
        self._source = None
        self._images.clear()
        self._asked.clear()
        self._lay_out()
        self.viewChanged.emit()
        self.viewport().update()

    def page_count(self) -> int:
        """Number of pages, 0 when nothing is shown."""
        return len(self._source.sizes) if self._source else 0

    def page(self) -> int:
        """The page that fills most of the view, from 1."""
        return self._page

    def zoom(self) -> float:
        """The scale, 1.0 = as on paper."""
        return self._scale() / POINT

    def fits_width(self) -> bool:
        """Whether the scale follows the width of the view."""
        return self._zoom is None

    def set_zoom(self, zoom: float | None) -> None:
        """Set the scale (1.0 = as on paper); None = follow the width."""
        place = self._place()
        self._zoom = zoom
        self._lay_out()
        if place is not None:
            self._show_place(*place)
        self._settle.start()
        self.viewChanged.emit()
        self.viewport().update()

    def go_to(self, page: int, y: float = 0.0) -> None:
        """Bring `y` points from the top of `page` (from 1) to the upper part of the view."""
        if 1 <= page <= self.page_count():
            self._show_place(page - 1, max(0.0, y - 24 / self._scale()) if y else -GAP / self._scale())

    def is_sharp(self) -> bool:
        """Whether every page in sight is drawn from the present PDF at the present size."""
        return bool(self.page_count()) and all(self._is_fresh(page) for page in self._pages_in_sight())

    def has_drawn_all(self) -> bool:
        """Whether every page in sight is among those that the PDF holds."""
        return self._source is None or all(page in self._source.drawn for page in self._pages_in_sight())

    @property
    def loads(self) -> int:
        """How many PDFs have been shown."""
        return self._generation

    def scroll_place(self) -> Spot | None:
        """The place at the top of the view: page from 0, points from its top."""
        return self._place()

    # --- keyboard and wheel ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp/PgDn, arrows, Home/End; + and - and 0 (width) and 1 (100 %)."""
        bar = self.verticalScrollBar()
        page = bar.pageStep() - 40
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_PageDown: page, Qt.Key.Key_Space: page, Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Down: 48, Qt.Key.Key_Up: -48,
            Qt.Key.Key_Home: -bar.maximum(), Qt.Key.Key_End: bar.maximum(),
        }  # fmt: skip
        if key in steps:
            bar.setValue(bar.value() + steps[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._step_zoom(1 if key == Qt.Key.Key_Plus else -1)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_1):
            self.set_zoom(None if key == Qt.Key.Key_0 else 1.0)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, change the scale."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    # --- drawing ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the pages in sight and the focus."""
        t = tokens()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(t.background))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._pages_in_sight():
            rect = self._page_rect(page).translated(*self._offset())
            _shadow(painter, rect, t)
            painter.fillRect(rect, QColor(t.paper))
            if page in self._images:
                painter.drawImage(rect, self._images[page][0])
        if self.hasFocus():
            painter.fillRect(QRectF(0, 0, self.viewport().width(), 2), QColor(t.accent))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place; draw the pages anew when the size has come to rest."""
        place = self._place()
        super().resizeEvent(event)
        self._lay_out()
        if place is not None:
            self._show_place(*place)
        self._settle.start()
        self.viewChanged.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the new colours."""
        super().changeEvent(event)
        if is_theme_change(event):
            self.viewport().update()

    def _rendered(
        self, _: int, size: QSize, image: QImage, options: QPdfDocumentRenderOptions, request: int
    ) -> None:
        asked = self._asked.pop(request, None)
        if asked is None or image.isNull():
            return
        page = asked[0]  # counted in the paper; Qt counts in the document
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._images[page] = (image, self._generation)
        self.viewport().update()

    def _ask_for_pages(self) -> None:
        if self._source is None:
            return
        wanted = self._pages_in_sight()
        near = range(min(wanted, default=0) - 2, max(wanted, default=0) + 3)
        self._images = {page: kept for page, kept in self._images.items() if page in near}
        waiting = {(page, size.width()) for page, size in self._asked.values()}
        for page in wanted:
            size = self._picture_size(page)
            blank = page not in self._source.drawn
            if not blank and not self._is_fresh(page) and (page, size.width()) not in waiting:
                request = self._source.renderer.requestPage(page - self._source.drawn.start, size)
                if request:
                    self._asked[request] = (page, size)

    def _is_fresh(self, page: int) -> bool:
        kept = self._images.get(page)
        return kept is not None and kept[1] == self._generation and kept[0].size() == self._picture_size(page)

    def _picture_size(self, page: int) -> QSize:
        rect = self._page_rect(page)
        ratio = self.devicePixelRatioF()
        return QSize(max(1, round(rect.width() * ratio)), max(1, round(rect.height() * ratio)))

    # --- where things are ------------------------------------------------------------------------

    def _scale(self) -> float:
        """Pixels for a point now."""
        if self._zoom is not None:
            return self._zoom * POINT
        widest = self._widest() or 595.0
        return min(2.0, max(0.15, (self.viewport().width() - 2 * MARGIN) / (widest * POINT))) * POINT

    def _page_rect(self, page: int) -> QRectF:
        scale = self._scale()
        assert self._source is not None
        top = MARGIN / 2 + self._source.above[page] * scale + page * GAP
        width, height = self._source.sizes[page]
        room = max(self.viewport().width(), self._widest() * scale + 2 * MARGIN)
        return QRectF(
            round((room - width * scale) / 2), round(top), round(width * scale), round(height * scale)
        )

    def _widest(self) -> float:
        return self._source.widest if self._source else 0.0

    def _offset(self) -> tuple[float, float]:
        return -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()

    def _pages_in_sight(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        pages = range(self.page_count())
        found = []
        first = bisect(pages, top, key=lambda page: round(self._page_rect(page).top())) - 1
        for page in pages[max(0, first) :]:
            rect = self._page_rect(page)
            if rect.top() > bottom:
                break
            if rect.bottom() >= top:
                found.append(page)
        return found

    def _lay_out(self) -> None:
        pages = self.page_count()
        height = self._page_rect(pages - 1).bottom() + MARGIN if pages else 0
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, round(height - self.viewport().height())))
        sideways = self.horizontalScrollBar()
        sideways.setPageStep(self.viewport().width())
        sideways.setRange(
            0, max(0, round(self._widest() * self._scale() + 2 * MARGIN - self.viewport().width()))
        )

    def _place(self) -> tuple[int, float] | None:
        sight = self._pages_in_sight()
        if not sight:
            return None
        return sight[0], (self.verticalScrollBar().value() - self._page_rect(sight[0]).top()) / self._scale()

    def _show_place(self, page: int, y: float) -> None:
        self.verticalScrollBar().setValue(round(self._pixel(page, y)))

    def _pixel(self, page: int, y: float) -> float:
        """Return how far down a place is, in pixels from the top of the first page's surroundings."""
        page = min(page, self.page_count() - 1)
        return self._page_rect(page).top() + y * self._scale()

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() * 0.4
        sight = self._pages_in_sight()
        page = next((p + 1 for p in sight if self._page_rect(p).bottom() >= middle), self.page_count() or 1)
        changed = page != self._page
        self._page = page
        self.setAccessibleName(
            f"{self._name}, sida {page} av {self.page_count()}" if self.page_count() else self._name
        )
        if changed:
            self.pageChanged.emit(page)
        self.viewChanged.emit()
        self._ask_for_pages()
        self.viewport().update()

    def _step_zoom(self, step: int) -> None:
        now = self.zoom()
        if step > 0:
            self.set_zoom(next((z for z in _ZOOMS if z > now + 0.01), _ZOOMS[-1]))
        else:
            self.set_zoom(next((z for z in reversed(_ZOOMS) if z < now - 0.01), _ZOOMS[0]))


def _open(data: bytes, parent: QObject, drawn: range | None, sizes: Sequence[Size]) -> _Source | None:
    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready or not document.pageCount():
        document.deleteLater()
        return None
    renderer = QPdfPageRenderer(parent)
    renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
    renderer.setDocument(document)
    if drawn is None:
        drawn = range(document.pageCount())
        sizes = [(s.width(), s.height()) for s in map(document.pagePointSize, drawn)]
    above = [0.0, *accumulate(height for _, height in sizes)][:-1]
    widest = max(width for width, _ in sizes)
    return _Source(document, buffer, renderer, sizes, above, widest, drawn)


def _close(source: _Source | None) -> None:
    if source is not None:
        source.renderer.pageRendered.disconnect()
        source.renderer.deleteLater()  # waits for the page it is drawing
        source.document.deleteLater()


def _shadow(painter: QPainter, rect: QRectF, t: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor(t.shadow)
    colour.setAlphaF(0.05 if t.dark else 0.012)
    painter.setBrush(colour)
    for spread in (11, 8, 6, 4, 3, 2, 1):
        grown = rect.adjusted(-spread, -spread, spread, spread).translated(QPointF(0, 3))
        painter.drawRoundedRect(grown, spread, spread)
