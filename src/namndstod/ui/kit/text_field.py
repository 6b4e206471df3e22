"""TextField: a BlockEditor under its label, with the sign of who wrote the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from namndstod.domain.marks import SECRECY, marked
from namndstod.domain.texts import Source

from .basics import Button, ButtonKind, Label, Pill, SectionLabel
from .flow import FlowLayout
from .text_editor import BlockEditor
from .text_marking import MarkLine
from .text_rules import PasteParser
from .tokens import Tone


class TextField(QWidget):
    """A part of a § («Beslut») with its editor.

    `compareRequested` asks to show the program's text beside the person's; the button is there only after
    `set_source(..., differs=True)`: the facts have changed since the text was changed by hand.
    """

    compareRequested = Signal()

    def __init__(
        self, label: str, *, placeholder: str = "", parse: PasteParser | None = None, min_lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.editor = BlockEditor(label, placeholder=placeholder, parse=parse, min_lines=min_lines)
        self._pill = Pill()
        self._compare = Button("Jämför med Nämndstöds text", ButtonKind.QUIET, small=True)
        self._compare.clicked.connect(self.compareRequested)
        self._compare.hide()
        head = FlowLayout()
        self._label = SectionLabel(label)
        head.addWidget(self._label)
        head.addWidget(self._pill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.editor)
        self._covers = False
        self.covered = Label("Texten är dold: den har ord som är markerade.", tone="muted", wrap=True)
        self.covered.hide()
        column.addWidget(self.covered)
        self.marks = MarkLine(self.editor)
        self.marks.wanted.connect(self.editor.mark)
        self.editor.marksChanged.connect(self._show_marks)
        column.addWidget(self.marks)
        column.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignLeft)

    def set_label(self, label: str) -> None:
        """Call the part something else."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def set_covers(self, covers: bool) -> None:
        """Show nothing of a text while words in it are marked as secret or personal; or show it again."""
        self._covers = covers
        self._show_marks()

    def _show_marks(self) -> None:
        drafts = self.editor.blocks()
        covered = self._covers and any(marked(draft, SECRECY) for draft in drafts)
        if covered:
            self.editor.flush()
        self.editor.setVisible(not covered)
        self.covered.setVisible(covered)
        self.marks.show_marks(() if covered else drafts)

    def set_source(self, source: Source, *, differs: bool = False) -> None:
        """Say who wrote the text, and whether the program would write something else today."""
        text, tone = {
            Source.GENERATED: ("skrivet av Nämndstöd", Tone.INFO),
            Source.EDITED: ("ändrat för hand", Tone.LOOK),
            Source.OWN: ("", Tone.NEUTRAL),
        }[source]
        self._pill.set(text, tone)
        self._compare.setVisible(differs)
        self.editor.setAccessibleDescription(text)

    def source_text(self) -> str:
        """The word of the sign shown."""
        return self._pill.text()
