"""A part of a § in the step Protokoll: its text, and the choice when the facts behind it have changed."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.records import TextRole
from namndstod.domain.texts import Part
from namndstod.services.commands.texts import KeepEdited, TakeGenerated
from namndstod.ui.kit.basics import Button, Label, SectionLabel
from namndstod.ui.kit.text_editor import BlockEditor
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Type

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
        differs = part.stale and not frozen
        self.choice.setVisible(differs)
        if differs:
            self.choice.editor.set_blocks(part.generated, f"{section_id}:{self.role}")

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


class _Choice(QFrame):
    """The program's text of today, and the two ways on."""

    def __init__(self) -> None:
        super().__init__()
        set_area(self, "card")
        self.editor = BlockEditor("Så skulle Nämndstöd skriva nu", min_lines=1)
        self.editor.set_frozen(True)
        self.keep = Button("Behåll min text", small=True)
        self.take = Button("Ta den nya", small=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.take)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(SectionLabel("Så skulle Nämndstöd skriva nu"))
        column.addWidget(
            Label("Underlaget har ändrats sedan du ändrade texten.", Type.SMALL, "look", wrap=True)
        )
        column.addWidget(self.editor)
        column.addLayout(buttons)
