"""What the views of the rail have in common: a head, staleness, and that hidden ones read nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from namndstod.domain.records import Record

from .kit.header import PageHeader
from .kit.theme import set_area

if TYPE_CHECKING:
    from namndstod.services.session import Outcome

    from .workspace.actions import Actions


class View(QWidget):
    """A place of the program. It reads when it is shown, and again when something it cares for changed."""

    cares_for: ClassVar[frozenset[type[Record]]] = frozenset()

    def __init__(self, title: str, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_ = actions
        self.session = actions.session
        self._stale = True
        set_area(self, "background")
        self.header = PageHeader(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.header)

    def flush(self) -> None:
        """Store what is typed and not yet stored; most views store at once."""

    def reload(self) -> None:
        """Read what is shown from the binder; each view has its own."""

    def go_home(self) -> None:
        """Show what the rail names, when it is chosen again: a view may be deep in a page of its own."""

    def refresh(self, outcome: Outcome | None = None) -> None:
        """Read again now if visible, else when shown; not at all when `outcome` does not concern the view."""
        if outcome is not None and not any(c.kind in self.cares_for for c in outcome.changes):
            return
        self._stale = True
        if self.isVisible():
            self.catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while the view was hidden."""
        self.catch_up()
        super().showEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Never wider than the window may be: what does not fit scrolls."""
        return QSize(320, 240)

    def catch_up(self) -> None:
        """Read what changed since the view was read last, if anything did."""
        if self._stale:
            self._stale = False
            self.reload()


def scrolled(content: QWidget) -> QScrollArea:
    """Return `content` in an area that scrolls downwards."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("area", "plain")
    area.setWidget(content)
    return area
