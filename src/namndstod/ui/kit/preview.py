"""PdfPreview: the paper as it will be printed, shown from bytes and replaced without flicker."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from .basics import Button, ButtonKind, EmptyState, Label
from .preview_canvas import PdfCanvas, Size, Spot
from .theme import set_area
from .tokens import Type


class PdfPreview(QWidget):
    """A PDF with its page number and zoom. Pages are counted from 1, places in points from their top.

    `chooser` stands where the title stands and is never left out: what chooses between several papers.
    """

    pageChanged = Signal(int)
    printRequested = Signal()

    def __init__(
        self,
        title: str = "Förhandsgranskning",
        chooser: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_area(self, "background")
        self.setMinimumWidth(200)
        self.canvas = PdfCanvas(title)
        self._where = Label("", Type.BODY, "muted")
        self._title = Label(title, Type.BODY, "muted")
        self._busy = Label("uppdateras …", Type.SMALL, "muted")
        self._busy.hide()
        self._fit = Button("Bredd", ButtonKind.QUIET, name="Anpassa till bredden", small=True)
        self._full = Button("100 %", ButtonKind.QUIET, name="Verklig storlek", small=True)
        self._fit.setCheckable(True)
        self._full.setCheckable(True)
        self._fit.setToolTip("Anpassa till bredden (0)")
        self._full.setToolTip("Verklig storlek (1)")
        self.print = Button(kind=ButtonKind.QUIET, icon="print", name="Skriv ut det som visas", small=True)
        self.print.setToolTip("Skriv ut det som visas (Ctrl P)")
        self.print.clicked.connect(self.printRequested)
        keys = QShortcut(QKeySequence("Ctrl+P"), self)  # of the window: the one preview that is seen has it
        keys.activated.connect(lambda: self.printRequested.emit() if self.canvas.page_count() else None)
        self._fit.clicked.connect(lambda: self.canvas.set_zoom(None))
        self._full.clicked.connect(lambda: self.canvas.set_zoom(1.0))
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 16, 2)
        head.setSpacing(4)
        head.addWidget(chooser or self._title)
        self._titled = chooser is None
        self._chooser = chooser
        head.addSpacing(6)
        head.addWidget(self._busy)
        head.addStretch(1)
        head.addWidget(self._where)
        head.addSpacing(6)
        head.addWidget(self._fit)
        head.addWidget(self._full)
        head.addWidget(self.print)
        self._notice: EmptyState | None = None
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.canvas)  # not before the layout has its place: Qt would show a window
        self.setFocusProxy(self.canvas)
        self.canvas.viewChanged.connect(self._show_where)
        self.canvas.pageChanged.connect(self.pageChanged)
        self._show_where()

    def show_pdf(
        self,
        data: bytes,
        *,
        moved: tuple[Spot, Spot] | None = None,
        drawn: range | None = None,
        sizes: Sequence[Size] = (),
    ) -> bool:
        """Show a PDF in place of the one before, as `PdfCanvas.load` does. False when it cannot be read."""
        self._busy.hide()
        if not self.canvas.load(data, moved=moved, drawn=drawn, sizes=sizes):
            self.show_error("Förhandsgranskningen kan inte visas.")
            return False
        self._drop_notice()
        self._show_where()
        return True

    def show_loading(self) -> None:
        """Say that a newer version is on its way; what is shown stays."""
        if self.canvas.page_count():
            self._busy.show()
        else:
            self._show_notice("clock", "Förhandsgranskningen görs …", "Det tar en liten stund första gången.")

    def show_error(self, message: str, advice: str = "") -> None:
        """Say why there is nothing to show."""
        self._busy.hide()
        self._show_notice("warning", message, advice or "Arbetet kan fortsätta som vanligt.")

    def show_nothing(self, title: str, advice: str) -> None:
        """Say what will stand here, and what to do for it."""
        self._busy.hide()
        self.canvas.clear()
        self._show_notice("document", title, advice)

    def go_to(self, page: int, y: float = 0.0) -> None:
        """Bring a place into sight: `page` from 1, `y` points from its top."""
        self.canvas.go_to(page, y)

    def position_text(self) -> str:
        """«sida 5 av 12 · 100 %»."""
        pages = self.canvas.page_count()
        if not pages:
            return ""
        return f"sida {self.canvas.page()} av {pages} · {round(self.canvas.zoom() * 100)} %"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the title and then the zoom where there is no room: the page number stays."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        width = self.width()
        self._title.setVisible(self._titled and (width >= 400 or not self.canvas.page_count()))
        buttons = (self._fit, self._full)
        needed = 310
        if self._chooser is not None:  # never over what it says
            beside = (self._chooser, self._where, self.print, *buttons)
            needed = 70 + sum(widget.sizeHint().width() for widget in beside)
        for button in buttons:
            button.setVisible(self.canvas.page_count() > 0 and self._notice is None and width >= needed)
        self.print.setVisible(self.canvas.page_count() > 0 and self._notice is None)

    def _show_where(self) -> None:
        self._where.setText(self.position_text())
        self._fit_head()
        self._fit.setChecked(self.canvas.fits_width())
        self._full.setChecked(not self.canvas.fits_width() and abs(self.canvas.zoom() - 1) < 0.005)

    def _show_notice(self, icon: str, title: str, advice: str) -> None:
        self._drop_notice()
        self._notice = EmptyState(icon, title, advice)
        self._stack.addWidget(self._notice)
        self._stack.setCurrentWidget(self._notice)
        self._where.setText("")
        self._fit_head()

    def _drop_notice(self) -> None:
        if self._notice is not None:
            self._stack.setCurrentWidget(self.canvas)
            self._stack.removeWidget(self._notice)
            self._notice.deleteLater()
            self._notice = None
