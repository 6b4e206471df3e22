"""Attached files in the background: taken in, attached, made into pages, with progress and cancel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from namndstod.domain.errors import NamndstodError
from namndstod.domain.swedish import counted
from namndstod.domain.view import DocumentView, MeetingView
from namndstod.services.commands.supporting import AttachFiles, IncomingFile
from namndstod.ui.background import Task

from .actions import Actions


class Converting(QObject):
    """Takes files in and makes pages of them. `converted` after each file: read the meeting again."""

    progress = Signal(int, int)  # done, total; total 0 = nothing under way
    converted = Signal()

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._task: Task | None = None
        self._latest: MeetingView | None = None
        self._stopped: set[str] = set()  # cancelled or failed: not tried again by itself

    @property
    def busy(self) -> bool:
        """Whether files are being converted."""
        return self._task is not None

    def attach(self, item_id: str, paths: Sequence[str]) -> None:
        """Store files in the binder and attach them to an item."""
        files = [Path(p) for p in paths if not Path(p).is_dir()]
        if len(files) < len(paths):
            self._actions.toast("Mappar kan inte bifogas. Markera filerna i mappen i stället.")
        if not files:
            return
        self._actions.background.run(
            self._actions.workplace.conversions.take_in,
            files,
            owner=self,
            done=lambda incoming: self._attach(item_id, incoming),
            failed=self._actions.errorRaised.emit,
        )

    def _attach(self, item_id: str, files: tuple[IncomingFile, ...]) -> None:
        text = f"{counted(len(files), 'handling', 'handlingar')} bifogades."
        self._actions.do_with_undo(AttachFiles(item_id, files), text)

    def show_view(self, view: MeetingView) -> None:
        """Convert what has no pages yet, if nothing is under way."""
        self._latest = view
        if self._task is None:
            self._start()

    def again(self, sha256: str) -> None:
        """Try a file once more."""
        self._stopped.discard(sha256)
        view = self._latest
        found = _documents(view, sha256) if view is not None else ()
        if found and self._task is None:
            self._run(found)

    def cancel(self) -> None:
        """Stop after the file under way; the rest wait until asked for."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._actions.workplace.conversions.cancel()
            self._stopped |= {d.file.sha256 for d in self._pending()}
            self.progress.emit(0, 0)
            self.converted.emit()

    def waiting(self, sha256: str) -> bool:
        """Whether a file stands in the queue (and was not cancelled)."""
        return sha256 not in self._stopped

    def resume(self) -> None:
        """Take up again what was cancelled."""
        self._stopped.clear()
        if self._task is None:
            self._start()

    def _pending(self) -> tuple[DocumentView, ...]:
        if self._latest is None:
            return ()
        return self._actions.workplace.conversions.pending(self._latest)

    def _start(self) -> None:
        waiting = tuple(d for d in self._pending() if d.file.sha256 not in self._stopped)
        if waiting:
            self._run(waiting)

    def _run(self, documents: tuple[DocumentView, ...]) -> None:
        conversions = self._actions.workplace.conversions

        def work(task: Task) -> tuple[str, ...]:
            failed = []
            for number, document in enumerate(documents):
                task.report(number, len(documents))
                sha256 = document.file.sha256
                try:
                    conversions.convert(sha256, document.document.original_name)
                except NamndstodError:
                    failed.append(sha256)  # said at the document: «inte omvandlad»
            return tuple(failed)

        self.progress.emit(0, len(documents))
        self._task = self._actions.background.run_long(
            work,
            owner=self,
            done=self._done,
            failed=self._failed,
            progress=lambda done, total, _: self._progressed(done, total),
        )

    def _progressed(self, done: int, total: int) -> None:
        self.progress.emit(done, total)
        if done:
            self.converted.emit()

    def _done(self, failed: tuple[str, ...]) -> None:
        self._task = None
        self._stopped |= set(failed)
        self.progress.emit(0, 0)
        self.converted.emit()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._stopped |= {d.file.sha256 for d in self._pending()}
        self.progress.emit(0, 0)
        if isinstance(error, NamndstodError):
            self._actions.errorRaised.emit(error)
        else:
            self._actions.background.failed.emit(error)


def _documents(view: MeetingView, sha256: str) -> tuple[DocumentView, ...]:
    for item in view.items:
        for document in item.documents:
            if document.file.sha256 == sha256:
                return (document,)
    return ()
