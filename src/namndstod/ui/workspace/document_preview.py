"""The preview of the step Handlingar: one document, or the whole packet."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from namndstod.domain.errors import NamndstodError
from namndstod.domain.records import PaperKind
from namndstod.domain.view import DocumentView, MeetingView
from namndstod.ui.background import Task
from namndstod.ui.kit.preview import PdfPreview

from .actions import Actions
from .preview import PaperPreview, print_shown


class DocumentPreview(QWidget):
    """Shows pages from the cache at once; a packet is put together in the background."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._document: DocumentView | None = None
        self._shown = ""
        self._pdf = b""  # the pages that are shown
        self._task: Task | None = None
        self.single = PdfPreview("Handling")
        self.packet = PaperPreview(actions, PaperKind.PACKET)
        self.supplement = PaperPreview(actions, PaperKind.SUPPLEMENT)
        self.memorandum = PaperPreview(actions, PaperKind.MEMORANDUM, PaperKind.PACKET)
        self.delegated = PaperPreview(actions, PaperKind.DELEGATED)
        self.single.printRequested.connect(self._print)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.single)
        self._stack.addWidget(self.packet)
        self._stack.addWidget(self.supplement)
        self._stack.addWidget(self.memorandum)
        self._stack.addWidget(self.delegated)
        self.setMinimumWidth(200)

    def show_document(self, document: DocumentView | None) -> None:
        """Show the pages of a document, or that they are being made; or that none is chosen."""
        if document is None:
            self._show_none()
            return
        self._stack.setCurrentWidget(self.single)
        self._document = document
        if self.isVisible():
            self._begin()

    def show_packet(self, view: MeetingView, anchor: str) -> None:
        """Show the whole packet, at an item."""
        self._stack.setCurrentWidget(self.packet)
        self.packet.show_view(view)
        self.packet.follow(anchor)

    def show_supplement(self, view: MeetingView) -> None:
        """Show the tilläggshandlingar."""
        self._stack.setCurrentWidget(self.supplement)
        self.supplement.show_view(view)

    def show_memorandum(self, view: MeetingView, item_id: str, part: str = "") -> None:
        """Show the FöredragningsPM of an item at the heading of a part, or where it stands in the packet."""
        self._stack.setCurrentWidget(self.memorandum)
        self.memorandum.show_view(view, (item_id,))
        alone = self.memorandum.kind is PaperKind.MEMORANDUM
        self.memorandum.follow(part if alone else f"item:{item_id}")

    def show_delegated(self, view: MeetingView, item_id: str) -> None:
        """Show the delegationslista of an item."""
        self._stack.setCurrentWidget(self.delegated)
        self.delegated.show_view(view, (item_id,))

    def _show_none(self) -> None:
        """There is no document to show."""
        if self._task is not None:
            self._task.cancel()  # pages of the document before, on their way
        self._document = None
        self._shown = ""
        self._stack.setCurrentWidget(self.single)
        self.single.show_nothing("Ingen handling vald", "Här visas sidorna av den handling som är vald.")

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was chosen while it was folded."""
        super().showEvent(event)
        if self._stack.currentWidget() is self.single:
            self._begin()

    def _begin(self) -> None:
        document = self._document
        if document is None:
            return
        if document.conversion is None:
            self._shown = ""
            self.single.show_nothing("Sidorna görs", "Handlingen omvandlas till sidor i bakgrunden.")
            return
        key = f"{document.file.sha256}:{document.conversion.pdf_sha}"
        if key == self._shown:
            return
        self._shown = key
        self.single.canvas.clear()
        self.single.show_loading()
        if self._task is not None:
            self._task.cancel()
        self._task = self._actions.background.run(
            self._actions.workplace.conversions.pages,
            document,
            owner=self,
            done=self._show,
            failed=self._failed,
        )

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.single.show_pdf(pdf)

    def _print(self) -> None:
        if self._document is not None:
            print_shown(self, self._pdf, self._document.document.title, self._actions)

    def _failed(self, error: Exception) -> None:
        self._shown = ""
        if not isinstance(error, NamndstodError):
            self._actions.background.failed.emit(error)
        way_on = getattr(error, "way_on", "")
        known = isinstance(error, NamndstodError)
        self.single.show_error(str(error) if known else "Handlingen kan inte visas.", way_on)
