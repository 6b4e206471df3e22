"""«Dölj»: what is secret is not on the screen while others look at it, until the key is pressed again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.editions import has_secret, marked_words
from namndstod.domain.findings import Step
from namndstod.domain.marks import SECRECY
from namndstod.domain.view import MeetingView
from namndstod.ui.kit.basics import Button, ButtonKind, EmptyState
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.veil import veil

KEY = "F11"
_WHOLE = (Step.CALL, Step.PAPERS, Step.APPROVAL, Step.EXPEDITING)
"""Steps that show more than what is chosen: papers of the whole meeting, lists of documents, recipients."""


class Stage(QStackedWidget):
    """The steps, or a cover in their place while something secret would be seen."""

    nextRequested = Signal(str)  # id of an item or § that is not secret
    toggled = Signal()

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self.button = Button("Dölj", ButtonKind.QUIET, icon="eye", hint=KEY, small=True)
        self.button.setAccessibleName("Dölj det som är sekretess")
        self.hiding = False
        self._next = ""
        self.go_on = Button("Nästa ärende utan sekretess")
        cover = QWidget()
        set_area(cover, "background")
        column = QVBoxLayout(cover)
        self.cover = EmptyState(
            "eye", "Innehållet är dolt", "Ärendet omfattas av sekretess.", "Visa", self.toggle, hint=KEY
        )
        column.addStretch(1)
        column.addWidget(self.cover)
        column.addWidget(self.go_on)
        column.addStretch(2)
        self.addWidget(pages)
        self.addWidget(cover)
        self.button.clicked.connect(self.toggle)
        self.go_on.clicked.connect(lambda: self.nextRequested.emit(self._next))
        self.button.hide()
        self.destroyed.connect(veil.lift)

    def toggle(self) -> None:
        """Hide, or show again."""
        self.hiding = not self.hiding
        self.button.setText("Visa" if self.hiding else "Dölj")
        self.button.setAccessibleName(
            "Visa det som är sekretess" if self.hiding else "Dölj det som är sekretess"
        )
        self.toggled.emit()

    def veil(self, view: MeetingView) -> None:
        """Let labels, lists and Kontroll show no marked words of the meeting, or all words again."""
        words = marked_words(view) if self.hiding else None
        if words is None:
            veil.lift()
        else:
            veil.lower(words.clean)

    def settle(self, view: MeetingView, step: Step, chosen: str) -> None:
        """Cover the step where it would show something secret while that is hidden."""
        secret = has_secret(view) or has_marks(view)
        self.button.setVisible(secret)
        covered = self.hiding and secret and (step in _WHOLE or chosen in secret_ids(view))
        self._next = "" if step in _WHOLE else next_open(view, chosen)
        self.go_on.setVisible(bool(self._next))
        self.setCurrentIndex(1 if covered else 0)


def has_marks(view: MeetingView) -> bool:
    """Whether any words of the meeting are marked as secret or personal."""
    blocks = (*(b for i in view.items for b in i.blocks), *view.section_blocks)
    return any(mark.kind in SECRECY for block in blocks for mark in block.marks)


def secret_ids(view: MeetingView) -> frozenset[str]:
    """Return the ids of the ärenden and §§ that are secret."""
    items = {i.item.id for i in view.items if i.item.secret}
    return frozenset(items | {s.section.id for s in view.sections if s.secret})


def next_open(view: MeetingView, chosen: str) -> str:
    """Return the § after the chosen one that is not secret, else the first such; nothing without any."""
    ids = [s.section.id for s in view.sections]
    at = ids.index(chosen) if chosen in ids else -1
    secret = secret_ids(view)
    return next((i for i in (*ids[at + 1 :], *ids) if i not in secret), "")
