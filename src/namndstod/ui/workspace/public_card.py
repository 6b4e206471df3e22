"""Webbversion: what is found before it is made, and the folder with the papers that everybody may read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from namndstod.domain.errors import RuleBroken
from namndstod.domain.findings import Finding
from namndstod.domain.findings.publishing import refusing
from namndstod.domain.records import MeetingState, PaperKind
from namndstod.domain.swedish import long_date
from namndstod.domain.view import MeetingView
from namndstod.services.mending import command_for
from namndstod.ui.kit.basics import Button, Card, Label
from namndstod.ui.kit.findings import FindingRow, FindingsPanel
from namndstod.ui.kit.flow import FlowLayout
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .exporting import documents_folder
from .presenting import TONES

_ROOM = 190
"""Height in pixels in which two findings can be read."""


class PublicCard(Card):
    """Searches the texts and the pages first; nothing is made while something must be mended."""

    placeRequested = Signal(object)  # Place

    def __init__(self, actions: Actions) -> None:
        super().__init__("Webbversion")
        self.follow_width()
        self._actions = actions
        self._view: MeetingView | None = None
        self._found: dict[str, Finding] = {}
        self.said = Label("", Type.BODY, "muted", wrap=True)
        self.panel = FindingsPanel()
        self.panel.setMinimumHeight(_ROOM)
        self.panel.hide()
        self.search = Button("Sök personuppgifter")
        self.make = Button("Gör webbversion …")
        buttons = FlowLayout()
        buttons.addWidget(self.search)
        buttons.addWidget(self.make)
        self.body.addWidget(self.said)
        self.body.addWidget(self.panel)
        self.body.addLayout(buttons)
        self.search.clicked.connect(self.look)
        self.make.clicked.connect(self._ask)
        self.panel.goToRequested.connect(lambda key: self.placeRequested.emit(self._found[key].place))
        self.panel.mendRequested.connect(self._mend)

    def show_view(self, view: MeetingView) -> None:
        """Say what a web version would hold now, and when the last one was made."""
        if self._view is None or self._view.meeting.id != view.meeting.id:
            self._show({})
        self._view = view
        justerat = view.meeting.state is MeetingState.APPROVED
        papers = "Kallelse, handlingar och protokoll" if justerat else "Kallelse och handlingar"
        made = [p.made_at for p in view.papers if p.kind is PaperKind.PUBLIC]
        last = f" Senast gjord {long_date(max(made).astimezone().date())}." if made else ""
        self.said.setText(f"{papers} utan det som är markerat som sekretess eller personuppgift.{last}")

    def look(self) -> None:
        """Search all texts and pages."""
        if self._view is None:
            return
        self.search.setEnabled(False)
        meeting_id = self._view.meeting.id
        self._actions.background.run(
            lambda: self._actions.workplace.public_edition.findings(meeting_id),
            owner=self,
            done=self._searched,
            failed=self._failed,
        )

    def _searched(self, found: tuple[Finding, ...]) -> None:
        self.search.setEnabled(True)
        self._show({str(n): finding for n, finding in enumerate(found)})
        if not found:
            self._actions.toast("Inga personuppgifter hittades. Läs ändå igenom det som ska ut.")

    def _show(self, found: dict[str, Finding]) -> None:
        self._found = found
        self.panel.set_findings(
            [
                FindingRow(key, TONES[f.severity], f.message, f.source, mends=tuple(m.label for m in f.mends))
                for key, f in found.items()
            ]
        )
        self.panel.setVisible(bool(found))
        self.make.setEnabled(not refusing(tuple(found.values())))

    def _mend(self, key: str, which: int) -> None:
        if self._view is None:
            return
        mend = self._found[key].mends[which]
        command = command_for(self._view, mend)
        done = self._actions.do_with_undo(command, f"Åtgärdat: {mend.label.lower()}") if command else None
        if done is not None:
            self.look()

    def _ask(self) -> None:
        dialog = QFileDialog(self, "Spara webbversionens mapp i", documents_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.make_in(Path(path)))
        dialog.open()

    def make_in(self, parent: Path) -> None:
        """Make the web version in a folder of its own under `parent`."""
        if self._view is None:
            return
        meeting_id = self._view.meeting.id
        self.make.setEnabled(False)
        self._actions.toast("Webbversionen görs …")
        self._actions.background.run(
            lambda: self._actions.workplace.public_edition.make(meeting_id, parent).folder,
            owner=self,
            done=self._made,
            failed=self._not_made,
        )

    def _made(self, folder: Path) -> None:
        self.make.setEnabled(True)
        url = QUrl.fromLocalFile(str(folder))
        said = f"Webbversionen ligger i {folder.name}."
        self._actions.toast(said, "Öppna", lambda: QDesktopServices.openUrl(url))

    def _failed(self, error: Exception) -> None:
        self.search.setEnabled(True)
        self.make.setEnabled(True)
        self._actions.errorRaised.emit(error)

    def _not_made(self, error: Exception) -> None:
        """Show why, and all that stands in the way."""
        self._failed(error)
        if isinstance(error, RuleBroken):
            self.look()
