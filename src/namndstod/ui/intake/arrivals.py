"""Files that come to an ärende: attached at once, unless one of them is a paper that could be read in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from namndstod.domain.intake.found import FoundMemorandum
from namndstod.domain.intake.kinds import PaperType
from namndstod.services.intake.papers import IncomingPaper
from namndstod.services.intake.reading import PaperReader
from namndstod.ui.kit.basics import Button, ButtonKind, Label, Sign, announce
from namndstod.ui.kit.keys import add_key
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Tone, Type
from namndstod.ui.workspace.actions import Actions
from namndstod.ui.workspace.converting import Converting

from .words import KINDS, READ_IN


class Arrivals(QObject):
    """Looks at files before they are attached."""

    papersFound = Signal(str, list, object)  # item id, all paths, the papers among them
    readWanted = Signal(str, list)  # item id (or none), paths: to be read in without a question

    def __init__(self, actions: Actions, converting: Converting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._converting = converting
        self._reader = PaperReader(actions.workplace)

    def arrive(self, item_id: str, paths: Sequence[str]) -> None:
        """Attach files to an item; ask when one could be read in, and read in folders and homeless files."""
        if not paths:
            return
        if not item_id or any(Path(p).is_dir() for p in paths):
            self.readWanted.emit(item_id, list(paths))
            return
        self._actions.background.run(
            self._reader.papers_among,
            [Path(p) for p in paths],
            owner=self,
            done=lambda papers: self._looked(item_id, paths, papers),
            failed=lambda _: self._converting.attach(item_id, paths),
        )

    def _looked(self, item_id: str, paths: Sequence[str], papers: tuple[IncomingPaper, ...]) -> None:
        if papers:
            self.papersFound.emit(item_id, list(paths), papers)
        else:
            self._converting.attach(item_id, paths)


class Offer(QFrame):
    """A line above the work: what came could be read in. It waits; nothing else does."""

    readWanted = Signal(str, list)
    attachWanted = Signal(str, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_area(self, "surface")
        self.setAccessibleName("Papper att läsa in")
        self._item_id = ""
        self._paths: list[str] = []
        self._said = Label("", Type.BODY, wrap=True)
        self.read = Button("", ButtonKind.PRIMARY, hint="Enter")
        self.attach = Button("Bara bifoga")
        self.leave = Button("Inte alls", ButtonKind.QUIET, hint="Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(Sign("document", Tone.INFO, 18))
        row.addWidget(self._said, 1)
        for button in (self.read, self.attach, self.leave):
            row.addWidget(button)
        self.read.clicked.connect(self._read)
        self.attach.clicked.connect(self._attach)
        self.leave.clicked.connect(self.hide)
        for keys, act in (("Esc", self.hide), ("Return", self._enter), ("Enter", self._enter)):
            add_key(self, keys, act)
        self.hide()

    def offer(self, item_id: str, paths: list[str], papers: Sequence[IncomingPaper]) -> None:
        """Show what came."""
        self._item_id, self._paths = item_id, paths
        self._said.setText(_words(papers, len(paths)))
        kinds = {p.kind for p in papers}
        (only,) = kinds if len(kinds) == 1 else (None,)
        self.read.setText(READ_IN.get(only, "Läs in") if len(papers) == 1 and only is not None else "Läs in")
        self.show()
        announce(self, self._said.text())
        self.read.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        (
            self.attach if self.attach.hasFocus() else self.leave if self.leave.hasFocus() else self.read
        ).click()

    def _read(self) -> None:
        self.hide()
        self.readWanted.emit(self._item_id, self._paths)

    def _attach(self) -> None:
        self.hide()
        self.attachWanted.emit(self._item_id, self._paths)


def _words(papers: Sequence[IncomingPaper], files: int) -> str:
    first = papers[0]
    if len(papers) > 1:
        return f"{len(papers)} av {files} filer kan läsas in, med rubrik, att-satser, texter och mottagare."
    title = first.found.title if isinstance(first.found, FoundMemorandum) else ""
    a = "en" if first.kind is PaperType.CALL else "ett"
    return f"”{first.name}” är {a} {KINDS[first.kind]}" + (f": {title}." if title else ".")
