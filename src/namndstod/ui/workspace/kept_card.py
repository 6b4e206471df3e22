"""Papers that were frozen: what they are, their hash, and the ways to open them and save them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.papers import file_stem
from namndstod.domain.records import Paper, PaperKind
from namndstod.domain.swedish import long_date, section_range
from namndstod.domain.view import MeetingView
from namndstod.services.originals import Originals
from namndstod.ui.kit.basics import Button, ButtonKind, Card, Label
from namndstod.ui.kit.tokens import Type

from .actions import Actions
from .approval_words import paper_words
from .exporting import Exporter


class KeptCard(Card):
    """The protokoll that is out for signing or justerat, byte for byte."""

    def __init__(self, actions: Actions, originals: Originals, export: Exporter) -> None:
        super().__init__("Låst protokoll")
        self.follow_width()
        self._actions = actions
        self._originals = originals
        self._export = export
        self._view: MeetingView | None = None
        self._paper: Paper | None = None
        self.said = Label("", Type.HEADING, wrap=True)
        self._why = Label("", Type.BODY, "muted", wrap=True)
        self.hash = Label("", Type.BODY, "muted")
        self.hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_hash = Button("Kopiera", ButtonKind.QUIET, small=True)
        self.open = Button("Öppna protokollet", icon="pdf")
        self.save = Button("Spara PDF …")
        self.copy_hash.clicked.connect(self._copy)
        self.open.clicked.connect(self._open)
        self.save.clicked.connect(self._save)
        proof, buttons = QHBoxLayout(), QHBoxLayout()
        proof.setSpacing(8)
        proof.addWidget(self.hash)
        proof.addWidget(self.copy_hash)
        proof.addStretch(1)
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        self.body.addWidget(self.said)
        self.body.addWidget(self._why)
        self.body.addLayout(proof)
        self.body.addLayout(buttons)

    def show_view(self, view: MeetingView, *, frozen: bool) -> None:
        """Show the paper that is frozen, if one is."""
        papers = [p for p in view.papers if p.kind is PaperKind.MINUTES]
        self._view = view
        self._paper = max(papers, key=lambda p: p.made_at, default=None) if frozen else None
        self.setVisible(self._paper is not None)
        if self._paper is None:
            return
        approved = view.meeting.approval_date
        if approved is not None:
            self.said.setText(f"Protokollet är justerat {long_date(approved)}")
            self._why.setText("Fälten kan läsas men inte ändras. En ändring görs som en synlig rättelse.")
        else:
            self.said.setText("Protokollet är sänt för justering")
            self._why.setText("Det är låst och sparat som det sändes. Återkalla det om något ska ändras.")
        self.hash.setText(paper_words(self._paper.pages, self._paper.pdf_sha))
        self.hash.setToolTip(self._paper.pdf_sha)

    def _copy(self) -> None:
        if self._paper is not None:
            QGuiApplication.clipboard().setText(self._paper.pdf_sha)
            self._actions.toast("Kontrollsumman är kopierad.")

    def _open(self) -> None:
        if self._view is not None and self._paper is not None:
            open_kept(self._actions, self._originals, self._view, self._paper)

    def _save(self) -> None:
        if self._view is not None:
            self._export.save_pdf(PaperKind.MINUTES, self._view)


class ImmediatePapers(Card):
    """The §§ that were justerade at once, with the protokoll of their own that were made of them."""

    def __init__(self, actions: Actions, originals: Originals) -> None:
        super().__init__("Omedelbart justerat")
        self.follow_width()
        self._actions = actions
        self._originals = originals
        self._said = Label("", Type.BODY, wrap=True)
        self.opens: list[Button] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addWidget(self._said)
        self.body.addLayout(self._list)
        self._shown: tuple[Paper, ...] = ()
        self._lines: list[QWidget] = []

    def show_view(self, view: MeetingView) -> None:
        """Show what was justerat at once."""
        days = sorted({s.section.approved for s in view.sections if s.section.approved is not None})
        self.setVisible(bool(days))
        words = []
        for day in days:
            numbers = [s.number for s in view.sections if s.section.approved == day and s.number is not None]
            words.append(f"{section_range(numbers)} justerades {long_date(day)}.")
        self._said.setText(" ".join(words))
        papers = tuple(p for p in view.papers if p.kind is PaperKind.IMMEDIATE)
        if papers != self._shown:
            self._shown = papers
            self._lay_out(view, papers)

    def _lay_out(self, view: MeetingView, papers: tuple[Paper, ...]) -> None:
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.opens = [], []
        for paper in papers:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            button = Button("Öppna", icon="pdf", small=True)
            button.setAccessibleName("Öppna det omedelbart justerade protokollet")
            button.clicked.connect(
                lambda _=False, p=paper: open_kept(self._actions, self._originals, view, p)
            )
            row.addWidget(Label(paper_words(paper.pages, paper.pdf_sha), Type.BODY, "muted"))
            row.addWidget(button)
            row.addStretch(1)
            self.opens.append(button)
            self._lines.append(line)
            self._list.addWidget(line)


def open_kept(actions: Actions, originals: Originals, view: MeetingView, paper: Paper) -> None:
    """Open a copy of a kept paper in the computer's own program."""
    name = f"{file_stem(paper.kind, view.term.name, view.meeting.day)}.pdf"
    path = actions.attempt(lambda: originals.copy_of_kept(paper.pdf_sha, name))
    if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        actions.toast("Det finns inget program på datorn som öppnar PDF-filer.")
