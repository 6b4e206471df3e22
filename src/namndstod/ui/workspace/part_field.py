"""A part of a § in the step Protokoll: its text, and the choice when the facts behind it have changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.comparing import Pair, compare
from namndstod.domain.records import BlockKind, TextRole
from namndstod.domain.texts import Draft, Part
from namndstod.services.commands.texts import KeepEdited, TakeGenerated, TakeParagraph
from namndstod.ui.kit.basics import Button, ButtonKind, Label, Pill, SectionLabel
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Tone, Type

from .actions import Actions
from .texts import StoredText

_BESIDE = 620
"""Width in pixels from which the two texts stand beside each other."""


class PartField(QWidget):
    """The text of a part. When a hand change has gone stale, both texts are shown and a person chooses."""

    def __init__(self, actions: Actions, role: TextRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._section_id = ""
        self.role = role
        self.text = StoredText(actions, role)
        self.choice = _Choice()
        self.choice.hide()
        self.choice.keep.clicked.connect(self._keep)
        self.choice.take.clicked.connect(self._take)
        self.choice.taken.connect(self._take_one)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.choice, 1)

    def show_part(self, section_id: str, part: Part, *, frozen: bool) -> None:
        """Show the part of a §; a cursor in it stays."""
        self._section_id = section_id
        self.text.show_part(section_id, part)
        self.text.hide_compare()
        self.text.editor.set_frozen(frozen)
        differs = part.stale and not frozen and self.text.covered.isHidden()
        self.choice.setVisible(differs)
        if differs:
            self.choice.show_pairs(compare(part.drafts, part.generated))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room, else under each other."""
        super().resizeEvent(event)
        wide = event.size().width() >= _BESIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)

    def _keep(self) -> None:
        self.text.flush()
        self._actions.do_with_undo(KeepEdited(self._section_id, self.role), "Din text står kvar.")

    def _take(self) -> None:
        self.text.flush()
        self._actions.do_with_undo(TakeGenerated(self._section_id, self.role), "Nämndstöds text gäller nu.")

    def _take_one(self, number: int) -> None:
        self.text.flush()
        command = TakeParagraph(self._section_id, self.role, number)
        self._actions.do_with_undo(command, "Det nya stycket gäller nu.")


class _Choice(QFrame):
    """What differs, paragraph by paragraph, each with its choice; and the two ways on for the whole text."""

    taken = Signal(int)  # the number of a pair

    def __init__(self) -> None:
        super().__init__()
        set_area(self, "card")
        self.rows: list[PairRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.keep = Button("Behåll min text", small=True)
        self.take = Button("Ta hela den nya", small=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.take)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(SectionLabel("Underlaget har ändrats"))
        column.addWidget(
            Label("Sedan du ändrade texten skulle Nämndstöd skriva så här:", Type.SMALL, "look", wrap=True)
        )
        column.addLayout(self._rows)
        column.addLayout(buttons)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show the paragraphs that differ."""
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, pair in enumerate(pairs):
            if pair.differs:
                row = PairRow(pair)
                row.take.clicked.connect(lambda _=False, n=number: self.taken.emit(n))
                self.rows.append(row)
                self._rows.addWidget(row)


class PairRow(QWidget):
    """A paragraph in both versions, and the button that takes the new one."""

    def __init__(self, pair: Pair) -> None:
        super().__init__()
        own = _line(pair.own) if pair.own is not None else "Stycket finns inte i din text."
        new = _line(pair.new) if pair.new is not None else "Stycket skrivs inte längre."
        self.own = Label(own, Type.BODY, "muted", wrap=True)
        self.new = Label(new, Type.BODY, "" if pair.new is not None else "muted", wrap=True)
        self.take = Button("Ta det nya stycket", ButtonKind.QUIET, small=True)
        self.take.setAccessibleName(f"Ta det nya stycket: {new}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (name, label) in enumerate((("din text", self.own), ("nu", self.new))):
            tone = Tone.NEUTRAL if number == 0 else Tone.INFO
            grid.addWidget(Pill(name, tone), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, number, 1)
        grid.addWidget(self.take, 2, 1, Qt.AlignmentFlag.AlignLeft)


def _line(draft: Draft) -> str:
    return f"att {draft.text}" if draft.kind is BlockKind.CLAUSE else draft.text
