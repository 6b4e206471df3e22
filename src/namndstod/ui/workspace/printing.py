"""Printing of a PDF: the pages are drawn by PDFium onto the printer the person chooses."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from namndstod.domain.errors import EnvironmentProblem

from .actions import Actions

_SHARP = 300
"""Dots per inch of the pages as sent to the printer; more only costs memory on paper."""


def ask_and_print(parent: QWidget, pdf: bytes, title: str, actions: Actions) -> QPrintDialog:
    """Ask for printer, pages and copies, then print. Nothing happens when the person changes her mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    document = _Document(pdf)
    printer.setFromTo(1, document.pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Skriv ut")
    document.setParent(dialog)

    def accepted() -> None:
        actions.attempt(lambda: print_pages(document, printer))

    dialog.accepted.connect(accepted)
    QDialog.open(dialog)
    return dialog


def print_pages(document: _Document, printer: QPrinter) -> None:
    """Print the chosen pages, each fitted to the sheet. Raises EnvironmentProblem."""
    first, last = printer.fromPage() or 1, printer.toPage() or document.pages
    painter = QPainter()
    if not painter.begin(printer):
        raise EnvironmentProblem(
            "Skrivaren svarar inte.",
            way_on="Kontrollera skrivaren, eller spara som PDF och skriv ut därifrån.",
        )
    try:
        for page in range(first, min(last, document.pages) + 1):
            if page > first and not printer.newPage():
                raise EnvironmentProblem("Utskriften avbröts av skrivaren.", way_on="Försök igen.")
            sheet = painter.viewport()
            picture = document.draw(page - 1, printer.resolution(), sheet.size())
            fitted = picture.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(
                (sheet.width() - fitted.width()) // 2,
                (sheet.height() - fitted.height()) // 2,
                fitted.width(),
                fitted.height(),
            )
            painter.drawImage(place, picture)
    finally:
        painter.end()


class _Document(QObject):
    """An open PDF."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self.pages = self._document.pageCount()

    def draw(self, page: int, resolution: int, room: QSize) -> QImage:
        """Return page `page` (from 0) sharp enough for `resolution` dots per inch, no larger than `room`."""
        points = self._document.pagePointSize(page)
        dots = min(resolution, _SHARP) / 72
        size = QSize(round(points.width() * dots), round(points.height() * dots))
        if size.width() > room.width() or size.height() > room.height():
            size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        picture = QImage(size, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.drawImage(0, 0, self._document.render(page, size))
        painter.end()
        return picture


def open_document(pdf: bytes) -> _Document:
    """Open a PDF for `print_pages`."""
    return _Document(pdf)
