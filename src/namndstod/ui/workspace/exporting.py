"""Papers out of the program: saved as PDF or Word, or printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from namndstod.domain.papers import NAMES, file_stem
from namndstod.domain.records import PaperKind
from namndstod.domain.swedish import counted
from namndstod.domain.view import MeetingView
from namndstod.services.writing import write_file

from .actions import Actions

_FILTERS = {"docx": "Word-dokument (*.docx)", "pdf": "PDF (*.pdf)", "xlsx": "Excel-arbetsbok (*.xlsx)"}
_WORDS = {"docx": "Spara som Word", "pdf": "Spara som PDF", "xlsx": "Spara som Excel"}


class Exporter(QObject):
    """Saves and prints the papers of a meeting. Drawing happens off the UI thread."""

    def __init__(self, actions: Actions, owner: QWidget) -> None:
        super().__init__(owner)
        self._actions = actions
        self._owner = owner
        self._folder = ""

    def save_pdf(self, kind: PaperKind, view: MeetingView, of: tuple[str, ...] = (), more: str = "") -> None:
        """Ask where, then save the paper (of the §§ or items in `of`) as PDF; `more` ends its file name."""
        self._ask(kind, view, "pdf", lambda: self._actions.workplace.papers.pdf(kind, view, of).pdf, more)

    def save_word(self, kind: PaperKind, view: MeetingView, of: tuple[str, ...] = (), more: str = "") -> None:
        """Ask where, then save the paper (of the §§ or items in `of`) as .docx; `more` ends its file name."""
        self._ask(kind, view, "docx", lambda: self._actions.workplace.papers.word(kind, view, of), more)

    def save_workbook(self, view: MeetingView) -> None:
        """Ask where, then save the arvodesunderlag as .xlsx."""
        self._ask(PaperKind.FEES, view, "xlsx", lambda: self._actions.workplace.papers.fees(view))

    def save_item_files(self, view: MeetingView) -> None:
        """Ask for a folder, then save the handlingar there as one PDF for each ärende."""
        where = self._folder or documents_folder()
        dialog = QFileDialog(self._owner, "Spara en fil per ärende i mappen", where)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self._write_each(Path(path), view))
        dialog.open()

    def _write_each(self, folder: Path, view: MeetingView) -> None:
        self._folder = str(folder)

        def work() -> int:
            count = 0
            for file in self._actions.workplace.papers.item_files(view):
                write_file(folder / file.name, file.pdf)
                count += 1
            return count

        def done(count: int) -> None:
            url = QUrl.fromLocalFile(str(folder))
            said = f"Sparat: {counted(count, 'fil', 'filer')} i {folder.name}"
            self._actions.toast(said, "Öppna", lambda: QDesktopServices.openUrl(url))

        self._actions.toast("Filerna sparas …")
        self._actions.background.run(work, owner=self, done=done, failed=self._actions.errorRaised.emit)

    def print_(self, kind: PaperKind, view: MeetingView, of: tuple[str, ...] = ()) -> None:
        """Draw the paper (of the §§ or items in `of`), then let the person choose a printer."""
        from .printing import ask_and_print

        self._actions.background.run(
            lambda: self._actions.workplace.papers.pdf(kind, view, of).pdf,
            owner=self,
            done=lambda pdf: ask_and_print(
                self._owner, pdf, f"{NAMES[kind]} {view.meeting.day}", self._actions
            ),
        )

    def _ask(
        self, kind: PaperKind, view: MeetingView, suffix: str, make: Callable[[], bytes], more: str = ""
    ) -> None:
        self.save_file(file_stem(kind, view.term.name, view.meeting.day, more), suffix, make)

    def save_file(self, stem: str, suffix: str, make: Callable[[], bytes], begun: str = "") -> None:
        """Ask where, then save what `make` returns; `stem` is the name offered, without ending.

        `begun` is said when it begins, for what takes a while.
        """
        dialog = QFileDialog(self._owner, _WORDS[suffix], self._folder or documents_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_FILTERS[suffix])
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{stem}.{suffix}")
        dialog.fileSelected.connect(lambda path: self._write(Path(path), make, begun))
        dialog.open()

    def _write(self, path: Path, make: Callable[[], bytes], begun: str) -> None:
        self._folder = str(path.parent)
        if begun:
            self._actions.toast(begun)

        def work() -> None:
            write_file(path, make())

        def done(_: None) -> None:
            url = QUrl.fromLocalFile(str(path))
            self._actions.toast(f"Sparat: {path.name}", "Öppna", lambda: QDesktopServices.openUrl(url))

        self._actions.background.run(work, owner=self, done=done, failed=self._actions.errorRaised.emit)


def documents_folder() -> str:
    """Return the folder that a person keeps documents in."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
