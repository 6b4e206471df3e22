"""The files of a delegated decision: dropped or chosen, opened, renamed, taken off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.delegation import DecisionDocument
from namndstod.domain.records import StoredFile
from namndstod.domain.swedish import counted
from namndstod.services.commands.delegation_files import (
    DropDecisionFile,
    KeepWithDecision,
    RenameDecisionFile,
)
from namndstod.services.commands.supporting import IncomingFile
from namndstod.services.delegation.decisions import files_of
from namndstod.services.originals import Originals

from ..kit.basics import Button, ButtonKind, Label
from ..kit.dropping import dropped, welcome
from ..kit.fields import LineEdit
from ..kit.tokens import Type

if TYPE_CHECKING:
    from ..workspace.actions import Actions

Kept = tuple[DecisionDocument, StoredFile]


class DecisionFiles(QWidget):
    """Lists the files of one decision; files dropped on it are kept with it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._decision_id = ""
        self._originals = Originals(actions.session)
        self.destroyed.connect(self._originals.close)
        self.setAcceptDrops(True)
        self.setAccessibleName("Filer till beslutet")
        self.add = Button("Lägg till fil", ButtonKind.QUIET, icon="plus", small=True)
        self.add.setToolTip("Eller dra filen hit.")
        self._hint = Label("Undertecknat beslut, ansökan … Dra filer hit.", Type.SMALL, "muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._shown: tuple[Kept, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._rows)
        column.addWidget(self._hint)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self.ask)

    def show_of(self, decision_id: str) -> None:
        """Show the files of a decision."""
        found = self._actions.session.ask(files_of, decision_id)
        if decision_id == self._decision_id and found == self._shown:
            return
        self._decision_id, self._shown = decision_id, found
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for document, file in found:
            self._rows.addWidget(_FileRow(self, document, file))
        self._hint.setVisible(not found)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what is dropped."""
        self.keep(dropped(event))

    def ask(self) -> None:
        """Ask which files to keep."""
        dialog = QFileDialog(self, "Lägg till filer till beslutet")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.keep([Path(name) for name in names]))
        dialog.open()

    def keep(self, paths: Sequence[Path]) -> None:
        """Keep files with the decision; they are read in the background."""
        decision_id, files = self._decision_id, [path for path in paths if path.is_file()]
        if not decision_id or not files:
            return

        def done(taken: tuple[IncomingFile, ...]) -> None:
            said = counted(len(taken), "fil är tillagd", "filer är tillagda")
            self._actions.do_with_undo(KeepWithDecision(decision_id, taken), f"{said}.")

        self._actions.background.run(
            self._actions.workplace.conversions.take_in,
            files,
            owner=self,
            done=done,
            failed=self._actions.errorRaised.emit,
        )

    def open(self, document: DecisionDocument, file: StoredFile) -> None:
        """Show a copy in the program that the computer has for it."""
        copy = lambda: self._originals.copy_of_kept(file.sha256, document.original_name)  # noqa: E731
        path = self._actions.attempt(copy)
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._actions.toast(f"Datorn har inget program som öppnar ”{document.original_name}”.")

    def rename(self, document: DecisionDocument, title: str) -> None:
        """Call a file something else."""
        if title.strip() and title.strip() != document.title:
            self._actions.do(RenameDecisionFile(document.id, title))

    def drop(self, document: DecisionDocument) -> None:
        """Take a file off the decision."""
        self._actions.do_with_undo(DropDecisionFile(document.id), f"”{document.title}” är borttagen.")


class _FileRow(QWidget):
    """A file: its title, which can be changed in place, «Öppna» and a bin."""

    def __init__(self, files: DecisionFiles, document: DecisionDocument, file: StoredFile) -> None:
        super().__init__()
        title = LineEdit(document.title)
        title.setAccessibleName(f"Namn på filen {document.original_name}")
        title.setToolTip(document.original_name)
        title.setCursorPosition(0)
        title.editingFinished.connect(lambda: files.rename(document, title.text()))
        show = Button("Öppna", ButtonKind.QUIET, small=True, name=f"Öppna {document.title}")
        show.clicked.connect(lambda: files.open(document, file))
        bin = Button(icon="trash", kind=ButtonKind.QUIET, small=True, name=f"Ta bort {document.title}")
        bin.clicked.connect(lambda: files.drop(document))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(title, 1)
        row.addWidget(show)
        row.addWidget(bin)
