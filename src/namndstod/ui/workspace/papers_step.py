"""Handlingar: the documents of each item, their pages, and the packet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.findings import Finding, Place, Step
from namndstod.domain.memoranda import part_anchor
from namndstod.domain.records import PaperKind, TextRole
from namndstod.domain.swedish import counted
from namndstod.domain.view import DocumentView, ItemView, MeetingView
from namndstod.services.commands.memoranda import RemoveMemorandum, StartMemorandum
from namndstod.services.commands.supporting import MoveDocument, RemoveDocument
from namndstod.services.originals import Originals
from namndstod.ui.kit.basics import Button, ButtonKind, EmptyState, Hairline, Label
from namndstod.ui.kit.item_list import ItemList
from namndstod.ui.kit.progress_pane import ProgressPane
from namndstod.ui.kit.split import Memory, SplitPane
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Tone, Type

from .actions import Actions
from .converting import Converting
from .delegated_row import KEY as LIST_KEY
from .delegated_row import DelegatedRow
from .document_form import DocumentForm
from .document_preview import DocumentPreview
from .document_rows import document_row, item_heading, papers_row
from .exporting import Exporter
from .kontroll import Kontroll
from .late_card import LateCard
from .memorandum_page import PARTS, MemorandumPage
from .memorandum_row import KEY, MemorandumOut, MemorandumRow
from .preview import Folding
from .step_view import StepView, column, foot


class PapersStep(StepView):
    """Where the documents are gathered."""

    step = Step.PAPERS
    filesArrived = Signal(str, list)  # item id (empty: the meeting), paths
    readWanted = Signal()

    def __init__(
        self, actions: Actions, converting: Converting, memory: Memory, parent: QWidget | None = None
    ) -> None:
        super().__init__(actions, parent)
        self.setAcceptDrops(True)
        self._converting = converting
        self._originals = Originals(actions.session)
        self.destroyed.connect(self._originals.close)
        self.items = ItemList("Ärenden", number_width=30, takes_files=True)
        self._heading = Label("", Type.HEADING, wrap=True)
        self.add = Button("Lägg till handlingar", icon="plus", hint="F2")
        self.read = Button("Läs in …", ButtonKind.QUIET, hint="Ctrl Shift L")
        self.documents = ItemList("Handlingar", number_width=26, reorder=True, takes_files=True)
        self.form = DocumentForm(actions)
        self.memorandum = MemorandumRow()
        self.progress = ProgressPane("Handlingar omvandlade")
        self.page = MemorandumPage(actions)
        self._writing = False  # the FöredragningsPM is shown instead of the documents
        self._part = ""  # the anchor of the part of it that is being written
        self._export = Exporter(actions, self)
        self.delegated = DelegatedRow(self._export)
        self.late = LateCard(actions, self._export)
        self.empty = EmptyState(
            "document",
            "Inga handlingar än",
            "Dra filer hit från Utforskaren, eller välj dem. Word, Excel, PDF, bilder och e-post går bra.",
            "Lägg till handlingar",
            self.add_files,
            hint="F2",
        )
        self.kontroll = Kontroll(actions)
        self.preview = DocumentPreview(actions)
        self._panes = SplitPane(
            [
                column(self.items, self.late, Hairline(), foot(self.read), grows=0),
                self._middle(),
                self.preview,
            ],
            [286, 456, 452],
            name="handlingar",
            memory=memory,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._panes, 1)
        self._make_bar()
        self._connect()

    def _middle(self) -> QWidget:
        head = QWidget()
        set_area(head, "background")
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 14, 20, 12)
        row.addWidget(self._heading, 1)
        self._list_pane = column(self.documents, Hairline(), foot(self.add), Hairline(), self.form, grows=0)
        parts = (self.progress, self.memorandum, self.delegated, Hairline(), self._list_pane, self.empty)
        self._documents_pane = column(head, Hairline(), *parts, area="background")
        self._middle_stack = QStackedWidget()
        self._middle_stack.addWidget(self._documents_pane)
        self._middle_stack.addWidget(self.page)
        return SplitPane([self._middle_stack, self.kontroll], [430, 130], orientation=Qt.Orientation.Vertical)

    def _make_bar(self) -> None:
        self.folding = Folding(self, self.preview)
        self.whole = Button("Visa hela handlingarna")
        self.whole.setCheckable(True)
        self.each = Button("En fil per ärende …")
        self.pdf = Button("Spara PDF", ButtonKind.PRIMARY, name="Spara handlingarna som PDF")
        self.memorandum_out = MemorandumOut(self._export, self.shown_memorandum)
        self._of_documents = (self.whole, self.each, self.pdf)
        self.add_to_bar(self.folding.button, *self.memorandum_out.buttons, *self._of_documents)

    def _connect(self) -> None:
        self.items.currentIdChanged.connect(self._show_item)
        self.items.filesDropped.connect(self._dropped)
        self.read.clicked.connect(self.readWanted)
        self.documents.currentIdChanged.connect(self._show_chosen)
        self.documents.clicked.connect(self._show_chosen)
        self.delegated.toggled.connect(self._show_document)
        self.documents.moveRequested.connect(self._move)
        self.documents.removeRequested.connect(self._remove)
        self.documents.filesDropped.connect(lambda _, paths: self._attach(paths))
        self.documents.activatedId.connect(lambda _: self.form.edit())
        self.form.openRequested.connect(self._open)
        self.form.removeRequested.connect(self._remove)
        self.form.againRequested.connect(self._converting.again)
        self.form.moveRequested.connect(self._move_to_item)
        self.add.clicked.connect(self.add_files)
        self.progress.cancel.clicked.connect(self._converting.cancel)
        self._converting.progress.connect(self._show_progress)
        self.whole.clicked.connect(self._show_whole)
        self.late.showRequested.connect(self._show_late)
        self.each.clicked.connect(self._save_each)
        self.pdf.clicked.connect(self._save)
        self.memorandum.wanted.connect(self.write_memorandum)
        self.page.left.connect(self.leave_memorandum)
        self.page.removeRequested.connect(self._remove_memorandum)
        self.page.partEntered.connect(self._follow_part)
        self.preview.memorandum.chosen.connect(self._show_document)
        self.key(KEY, self.write_memorandum)
        self.key(LIST_KEY, self.delegated.toggle)
        self.key("F2", self.add_files)

    def show_view(self, view: MeetingView, findings: Sequence[Finding]) -> None:
        """Show items, documents and what is previewed."""
        other = self.view is None or self.view.meeting.id != view.meeting.id
        self.view = view
        if other:
            self.whole.setChecked(False)
            self._writing = False
        self.late.show_view(view)
        self.items.set_rows([papers_row(i) for i in view.items])
        if view.items and (other or self.items.current_id() is None):
            first = next((i for i in view.items if i.documents), view.items[0])
            self.items.set_current_id(first.item.id)
        self._show_item()
        self.kontroll.show_view(view, findings)
        for button in (self.whole, self.each, self.pdf):
            button.setEnabled(bool(view.items))
        self.read.setEnabled(not self.frozen)

    def pills(self) -> list[tuple[str, Tone]]:
        """How many documents and pages there are."""
        if self.view is None:
            return []
        documents = [d for i in self.view.items for d in i.documents]
        pages = sum(d.conversion.pages for d in documents if d.conversion)
        pills = [(counted(len(documents), "handling", "handlingar"), Tone.NEUTRAL)]
        return [*pills, (counted(pages, "sida", "sidor"), Tone.NEUTRAL)] if pages else pills

    def flush(self) -> None:
        """Store what is typed."""
        self.form.flush()
        self.page.flush()

    def chosen(self) -> str:
        """The id of the item shown."""
        return self.items.current_id() or ""

    def choose(self, chosen: str) -> None:
        """Show the documents of an item."""
        self.items.set_current_id(chosen)

    def go_to(self, place: Place) -> None:
        """Go to an item, or to one of its documents."""
        if place.item_id:
            self.items.set_current_id(place.item_id)
        item = self._item()
        if item is not None and item.memorandum is not None and (place.role or place.field):
            self.write_memorandum()
            self.page.go_to(place)
        elif place.document_id:
            self.leave_memorandum()
            self.documents.set_current_id(place.document_id)
            self.documents.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def entered(self) -> None:
        """Work begins in the list of items."""
        self.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere in the step, for the item shown."""
        if event.mimeData().hasUrls() and self._item() is not None and not self.frozen:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach dropped files to the item shown."""
        paths = [u.toLocalFile() for u in event.mimeData().urls() if u.isLocalFile()]
        event.acceptProposedAction()
        self._attach(paths)

    # --- what a person asks for ------------------------------------------------------------------

    def add_files(self) -> None:
        """Choose files for the item shown."""
        if self._item() is None or self.frozen:
            return
        dialog = QFileDialog(self, "Lägg till handlingar")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._attach)
        dialog.open()

    def _attach(self, paths: list[str]) -> None:
        item = self._item()
        if item is not None and not self.frozen:
            self.filesArrived.emit(item.item.id, paths)

    def _dropped(self, item_id: str, paths: list[str]) -> None:
        if not self.frozen:
            self.filesArrived.emit(item_id, paths)

    def _open(self, document_id: str) -> None:
        document = self._document(document_id)
        if document is None:
            return
        path = self.actions_.attempt(lambda: self._originals.copy_of(document))
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.actions_.toast("Det finns inget program på datorn som öppnar den sortens fil.")

    def _remove(self, document_id: str) -> None:
        document = self._document(document_id)
        if document is not None and not self.frozen:
            self.form.flush()
            title = document.document.title
            self.actions_.do_with_undo(RemoveDocument(document_id), f"”{title}” är borttagen.")

    def _move(self, document_id: str, index: int) -> None:
        if not self.frozen:
            self.form.flush()
            self.actions_.do(MoveDocument(document_id, index + 1))

    def _move_to_item(self, document_id: str, item_id: str) -> None:
        item = self.view.item(item_id) if self.view else None
        if item is not None:
            self.form.flush()
            command = MoveDocument(document_id, len(item.documents) + 1, item_id)
            self.actions_.do_with_undo(command, f"Handlingen hör nu till ärende {item.item.number}.")

    def write_memorandum(self) -> None:
        """Open the FöredragningsPM of the item shown; begin one where there is none."""
        item = self._item()
        if item is None or self._writing:
            return
        self.flush()
        self._writing = True
        if item.memorandum is not None:
            self._show_item()
        elif self.frozen or not self.actions_.do(StartMemorandum(item.item.id, self.actions_.session.today)):
            self._writing = False
            return
        self.page.begin()

    def leave_memorandum(self) -> None:
        """Go back to the documents of the item."""
        if self._writing:
            self.page.flush()
            self._writing = False
            self._show_item()
            self.memorandum.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_memorandum(self, memorandum_id: str) -> None:
        self.leave_memorandum()
        self.actions_.do_with_undo(RemoveMemorandum(memorandum_id), "FöredragningsPM är borttaget.")

    def shown_memorandum(self) -> tuple[MeetingView, ItemView] | None:
        """The item whose FöredragningsPM is written, as it is now."""
        self.flush()
        item = self._item()
        return (self.view, item) if self.view is not None and item is not None else None

    def _save(self) -> None:
        self.flush()
        if self.view is not None:
            self._export.save_pdf(PaperKind.PACKET, self.view)

    def _save_each(self) -> None:
        self.flush()
        if self.view is not None:
            self._export.save_item_files(self.view)

    # --- what is shown ---------------------------------------------------------------------------

    def _item(self) -> ItemView | None:
        return self.view.item(self.items.current_id() or "") if self.view else None

    def _document(self, document_id: str) -> DocumentView | None:
        found = item.documents if (item := self._item()) else ()
        return next((d for d in found if d.document.id == document_id), None)

    def _show_item(self, _: str = "") -> None:
        item = self._item()
        documents = item.documents if item else ()
        self._heading.setText(item_heading(item))
        busy, waiting = self._converting.busy, [self._converting.waiting(d.file.sha256) for d in documents]
        rows = [
            document_row(d, converting=busy and waits, waiting=waits)
            for d, waits in zip(documents, waiting, strict=True)
        ]
        self.documents.set_rows(rows)
        if documents and self._document(self.documents.current_id() or "") is None:
            self.documents.set_current_id(documents[0].document.id)
        self._list_pane.setVisible(bool(documents or (item and item.delegated)))  # a list is a handling too
        self.form.setVisible(bool(documents))
        self.empty.setVisible(self._list_pane.isHidden())
        self.add.setVisible(not self.frozen)
        self.memorandum.show_item(item, frozen=self.frozen)
        self.delegated.show_item(self.view, item)
        self._show_page(item)
        self._show_document()

    def _show_page(self, item: ItemView | None) -> None:
        """Show the FöredragningsPM while it is written; an item that has none shows its documents."""
        self._writing = self._writing and item is not None and item.memorandum is not None
        if self._writing and item is not None and self.view is not None:
            self.page.show_item(self.view, item, frozen=self.frozen)
        elif self._middle_stack.currentWidget() is self.page:
            self.page.flush()
            self._part = ""
        self._middle_stack.setCurrentWidget(self.page if self._writing else self._documents_pane)
        for button in self.memorandum_out.buttons:
            button.setVisible(self._writing)
        for button in self._of_documents:
            button.setVisible(not self._writing)

    def _follow_part(self, role: TextRole) -> None:
        item = self._item()
        first = item is None or role is PARTS[0]
        self._part = part_anchor(item.item.number, role) if item is not None and not first else ""
        self._show_document()
        if first and self.preview.memorandum.kind is PaperKind.MEMORANDUM:
            self.preview.memorandum.go_to(1)

    def _show_whole(self) -> None:
        self.late.look.setChecked(False)
        self._show_document()

    def _show_late(self) -> None:
        self.whole.setChecked(False)
        self._show_document()

    def _show_chosen(self, _: object = None) -> None:
        self.delegated.put_away()
        self._show_document()

    def _show_document(self, _: object = None) -> None:
        view = self.view
        if view is None:
            return
        document = self._document(self.documents.current_id() or "")
        if document is not None:
            self.form.show_document(view, document, frozen=self.frozen)
        item = self._item()
        if self._writing and item is not None:
            self.preview.show_memorandum(view, item.item.id, self._part)
        elif self.late.look.isChecked():
            self.preview.show_supplement(view)
        elif self.whole.isChecked():
            self.preview.show_packet(view, f"item:{item.item.id}" if item else "")
        elif item is not None and self.delegated.looked_at:
            self.preview.show_delegated(view, item.item.id)
        else:
            self.preview.show_document(document)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.show_progress(done, total, f"{done} av {total} omvandlade")
