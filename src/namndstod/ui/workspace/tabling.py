"""Several §§ marked in the list and bordlagda in one go: until when, and on whose proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from namndstod.domain.records import SectionState
from namndstod.domain.swedish import counted
from namndstod.domain.view import MeetingView
from namndstod.services.commands.motions import TableItems
from namndstod.ui.kit.basics import Button, ButtonKind, Label
from namndstod.ui.kit.fields import LineEdit
from namndstod.ui.kit.item_model import ItemRow, PillSpec
from namndstod.ui.kit.names_field import Name, NamesField
from namndstod.ui.kit.tokens import Tone, Type

from .actions import Actions

NEXT = "nästa sammanträde"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Tabling(QWidget):
    """Stands under the list while §§ are marked. `changed`: other marks; `left`: it is done."""

    changed = Signal()
    left = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._view: MeetingView | None = None
        self._marked: tuple[str, ...] = ()
        self._what = Label("", Type.MEDIUM, wrap=True)
        self.until = LineEdit(NEXT)
        self.until.setAccessibleName("Bordlägg till")
        self.mover = NamesField("på förslag av")
        self.mover.setAccessibleName("På förslag av")
        self.table = Button("Bordlägg", ButtonKind.PRIMARY, hint="Enter", small=True)
        self.leave = Button("Avmarkera", ButtonKind.QUIET, hint="Esc", small=True)
        self.table.clicked.connect(self.accept)
        self.leave.clicked.connect(self.unmark_all)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.table)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for widget in (self._what, self.until, self.mover):
            column.addWidget(widget)
        column.addLayout(foot)
        self.hide()

    def show_view(self, view: MeetingView) -> None:
        """Know the §§; those that are klubbade or gone are no longer marked."""
        other = self._view is not None and self._view.meeting.id != view.meeting.id
        self._view = view
        open_ = {s.section.id for s in view.sections if s.section.state is SectionState.OPEN}
        self._marked = () if other else tuple(m for m in self._marked if m in open_)
        self.mover.set_names([Name(view.label(m.person_id), (m.person_id,)) for m in view.mandates])
        self._show()

    def toggle(self, section_id: str) -> None:
        """Mark a § that is open, or take its mark away."""
        section = self._view.section(section_id) if self._view else None
        if section_id in self._marked:
            self._marked = tuple(m for m in self._marked if m != section_id)
        elif section is not None and section.section.state is SectionState.OPEN:
            self._marked = (*self._marked, section_id)
        self._show()
        self.changed.emit()

    def unmark_all(self) -> None:
        """Take all marks away."""
        self._marked = ()
        self._show()
        self.changed.emit()
        self.left.emit()

    @property
    def marked(self) -> bool:
        """Whether any § is marked."""
        return bool(self._marked)

    def begin(self) -> None:
        """Ask until when and on whose proposal."""
        self.mover.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rows(self, rows: Sequence[ItemRow]) -> list[ItemRow]:
        """The rows of the list with the marks on them."""
        mark = PillSpec("markerad", Tone.INFO)
        return [replace(r, pills=(mark, *r.pills)) if r.id in self._marked else r for r in rows]

    def accept(self) -> None:
        """Bordlägg what is marked, in one step of undo."""
        self.mover.complete_first()
        if self.mover.unknown() or not self._marked:
            return
        count = counted(len(self._marked), "ärende är bordlagt", "ärenden är bordlagda")
        mover = (*self.mover.chosen(), None)[0]
        command = TableItems(self._marked, self.until.text().strip() or NEXT, mover)
        if self._actions.do_with_undo(command, f"{count}.") is not None:
            self.mover.clear()
            self.until.setText(NEXT)
            self.unmark_all()

    def event(self, event: QEvent) -> bool:
        """Esc is a key of this form, not a shortcut of the §§."""
        override = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it, Esc takes the marks away; letters typed here are no commands."""
        if event.key() in _ENTER:
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.unmark_all()

    def _show(self) -> None:
        self._what.setText(
            f"Bordlägg {counted(len(self._marked), 'markerat ärende', 'markerade ärenden')} till"
        )
        self.setVisible(bool(self._marked))
