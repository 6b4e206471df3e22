"""Electronic signing: the frozen protokoll goes to a signing service, and the signed file comes back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.papers import file_stem
from namndstod.domain.records import Meeting, MeetingState, PaperKind, SignedFile
from namndstod.domain.signed_files import frozen_minutes
from namndstod.domain.swedish import long_date
from namndstod.domain.view import MeetingView
from namndstod.services.commands.signed_files import RemoveSigned, SignByFile
from namndstod.services.originals import Originals
from namndstod.services.session import Outcome
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label, Pill, Sign
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .exporting import Exporter
from .signed_words import FileLine, SignatureLine, file_lines, waiting


class SignedCard(Card):
    """Shown while the minutes are out for signing, and when a signed file has come back."""

    def __init__(self, actions: Actions, originals: Originals, export: Exporter) -> None:
        super().__init__("Elektronisk underskrift")
        self.follow_width()
        self.setAcceptDrops(True)
        self._actions = actions
        self._originals = originals
        self._export = export
        self._view: MeetingView | None = None
        self._busy = False
        self._advice = Label(
            "Spara det låsta protokollet och ladda upp det i signeringstjänsten. Välj osynlig underskrift: "
            "en synlig stämpel bryter arkivformatet. Släpp den undertecknade PDF-filen här när den kommer "
            "tillbaka, så jämförs den med det låsta protokollet.",
            Type.BODY,
            "muted",
            wrap=True,
        )
        self._who = Label("", Type.BODY, wrap=True)
        self.save = Button("Spara för underskrift …")
        self.choose = Button("Ta emot undertecknad fil …")
        self.progress = Label("Filen verifieras …", Type.BODY, "muted")
        self.error = Label("", Type.BODY, "mend", wrap=True)
        self.rows: list[SignedFileRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.choose)
        buttons.addStretch(1)
        for widget in (self._advice, self._who, self.error, self.progress):
            self.body.addWidget(widget)
        self.body.addLayout(buttons)
        self.body.addLayout(self._list)
        self.error.hide()
        self.progress.hide()
        self.save.clicked.connect(self._save_frozen)
        self.choose.clicked.connect(self._browse)

    def show_view(self, view: MeetingView) -> None:
        """Show the signed files of the protokoll, and how one is got."""
        other = self._view is None or self._view.meeting.id != view.meeting.id
        self._view = view
        lines = file_lines(view)
        out = view.meeting.sent_for_signing is not None and view.meeting.state is MeetingState.CLOSED
        self.setVisible(frozen_minutes(view) is not None and (out or bool(lines)))
        self._advice.setVisible(out and not lines)
        self._who.setText(waiting(view) if not lines else "")
        self._who.setVisible(bool(self._who.text()))
        self.save.setVisible(out)
        if other:
            self.error.hide()
        while len(self.rows) > len(lines):
            gone = self.rows.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(lines):
            self.rows.append(self._new_row())
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line, out=out)
        self._allow()

    def _new_row(self) -> SignedFileRow:
        row = SignedFileRow()
        row.noteRequested.connect(self._note)
        row.openRequested.connect(self._open)
        row.saveRequested.connect(self._save)
        row.verifyRequested.connect(self._verify)
        row.removeRequested.connect(self._remove)
        self._list.addWidget(row)
        return row

    # --- taking in -------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if not self._busy and len(_paths(event)) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in the file that is dropped."""
        event.acceptProposedAction()
        self.take_in(_paths(event)[0])

    def take_in(self, path: str) -> None:
        """Verify a file off the UI thread, and keep it when it is signed."""
        if self._view is None or self._busy:
            return
        meeting_id = self._view.meeting.id
        self._wait(True)
        self._actions.background.run(
            lambda: self._actions.workplace.signed_files.take_in(meeting_id, Path(path)),
            owner=self,
            done=lambda _: self._done("Filen är verifierad och sparad i pärmen."),
            failed=self._failed,
        )

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Ta emot undertecknad fil", "", "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    def _verify(self, file: SignedFile) -> None:
        self._wait(True)

        def done(outcome: Outcome) -> None:
            self._done("Filen är verifierad på nytt." if outcome.changes else "Filen är som förut.")

        self._actions.background.run(
            lambda: self._actions.workplace.signed_files.verify_again(file),
            owner=self,
            done=done,
            failed=self._failed,
        )

    def _done(self, said: str) -> None:
        self._wait(False)
        self._actions.toast(said)

    def _failed(self, error: Exception) -> None:
        """Say at the card why a file was refused; what is no refusal goes where all errors go."""
        self._wait(False)
        if getattr(error, "field", "") == "signed_file":
            self.error.setText(str(error))
            self.error.show()
        else:
            self._actions.errorRaised.emit(error)

    def _wait(self, waiting: bool) -> None:
        self._busy = waiting
        self.progress.setVisible(waiting)
        if waiting:
            self.error.hide()
        self._allow()

    def _allow(self) -> None:
        self.choose.setEnabled(not self._busy)
        for row in self.rows:
            row.verify.setEnabled(not self._busy)

    # --- what is done with a file ----------------------------------------------------------------

    def _note(self, file: SignedFile) -> None:
        outcome = self._actions.do(SignByFile(file.id))
        if outcome is None:
            return
        meetings = [c.after for c in outcome.changes if isinstance(c.after, Meeting)]
        approved = next((m.approval_date for m in meetings if m.state is MeetingState.APPROVED), None)
        if approved is not None:
            self._actions.toast(f"Alla har undertecknat. Protokollet är justerat {long_date(approved)}.")
        else:
            self._actions.toast("Underskrifterna i filen är antecknade.")

    def _remove(self, file: SignedFile) -> None:
        self._actions.do_with_undo(RemoveSigned(file.id), "Den undertecknade filen är borttagen.")

    def _open(self, file: SignedFile) -> None:
        path = self._actions.attempt(
            lambda: self._originals.copy_of_kept(file.file_sha, f"{self._stem()}.pdf")
        )
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._actions.toast("Det finns inget program på datorn som öppnar PDF-filer.")

    def _save(self, file: SignedFile) -> None:
        kept = self._actions.workplace.signed_files
        self._export.save_file(self._stem(), "pdf", lambda: kept.read(file.file_sha))

    def _save_frozen(self) -> None:
        paper = frozen_minutes(self._view) if self._view is not None else None
        if self._view is not None and paper is not None:
            kept = self._actions.workplace.signed_files
            stem = file_stem(PaperKind.MINUTES, self._view.term.name, self._view.meeting.day)
            self._export.save_file(stem, "pdf", lambda: kept.read(paper.pdf_sha))

    def _stem(self) -> str:
        view = self._view
        assert view is not None
        return file_stem(PaperKind.MINUTES, view.term.name, view.meeting.day, "undertecknat")


def _paths(event: QDropEvent) -> list[str]:
    return [u.toLocalFile() for u in event.mimeData().urls() if u.isLocalFile()]


class SignedFileRow(QWidget):
    """A signed file: its verdict, each signature, and what can be done with it."""

    noteRequested = Signal(object)  # SignedFile, as of all
    openRequested = Signal(object)
    saveRequested = Signal(object)
    verifyRequested = Signal(object)
    removeRequested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._line: FileLine | None = None
        self.title = Label("", Type.MEDIUM, wrap=True)
        self.pill = Pill()
        self.problem = Label("", Type.BODY, "mend", wrap=True)
        self.missing = Label("", Type.BODY, "look", wrap=True)
        self.signatures: list[SignatureRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.note = Button("", ButtonKind.PRIMARY)
        self.open = Button("Öppna", icon="pdf", small=True)
        self.save = Button("Spara som …", small=True)
        self.verify = Button("Verifiera igen", ButtonKind.QUIET, small=True)
        self.remove = Button("Ta bort", ButtonKind.QUIET, small=True)
        head, acts, first = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.pill)
        first.addWidget(self.note)
        first.addStretch(1)
        acts.setSpacing(8)
        for button in (self.open, self.save, self.verify, self.remove):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addLayout(self._list)
        column.addWidget(self.missing)
        column.addLayout(first)
        column.addLayout(acts)
        self.note.clicked.connect(lambda: self._ask(self.noteRequested))
        self.open.clicked.connect(lambda: self._ask(self.openRequested))
        self.save.clicked.connect(lambda: self._ask(self.saveRequested))
        self.verify.clicked.connect(lambda: self._ask(self.verifyRequested))
        self.remove.clicked.connect(lambda: self._ask(self.removeRequested))

    def show_line(self, line: FileLine, *, out: bool) -> None:
        """Show a file; `out` while the minutes wait for signatures."""
        self._line = line
        self.title.setText(line.title)
        self.pill.set(*line.verdict)
        self.problem.setText(line.problem)
        self.problem.setVisible(bool(line.problem))
        self.missing.setText(line.missing)
        self.missing.setVisible(bool(line.missing))
        self.note.setText(line.to_note)
        self.note.setVisible(out and bool(line.to_note))
        self.remove.setVisible(out or not line.file.same_document)
        for button in (self.open, self.save, self.verify, self.remove):
            button.setAccessibleName(f"{button.text()}: undertecknad fil, {line.title.lower()}")
        while len(self.signatures) > len(line.signatures):
            gone = self.signatures.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.signatures) < len(line.signatures):
            row = SignatureRow()
            self.signatures.append(row)
            self._list.addWidget(row)
        for row, signature in zip(self.signatures, line.signatures, strict=True):
            row.show_line(signature)

    def _ask(self, signal: SignalInstance) -> None:
        if self._line is not None:
            signal.emit(self._line.file)


class SignatureRow(QWidget):
    """One signature: a sign and a word for the verdict, who, when and by whose certificate."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = Sign("info-filled")
        self.name = Label("", Type.MEDIUM, wrap=True)
        self.pill = Pill()
        self.words = Label("", Type.BODY, "muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.pill)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_line(self, line: SignatureLine) -> None:
        """Show a signature."""
        self.sign.set(line.icon, line.tone)
        self.name.setText(line.name)
        self.pill.set(line.verdict, line.tone)
        self.words.setText(line.words)
