"""What the steps of the workspace have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from namndstod.domain.findings import Finding, Place, Step
from namndstod.domain.records import MeetingState
from namndstod.domain.view import MeetingView
from namndstod.ui.kit.keys import add_key
from namndstod.ui.kit.theme import set_area
from namndstod.ui.kit.tokens import Tone

from .actions import Actions


class StepView(QWidget):
    """One step of the work. It shows a view and sends commands; `refresh` brings the next view.

    `actions_bar` holds the buttons that stand at the right of the header while the step is shown.
    """

    step: Step
    headerChanged = Signal()
    stepRequested = Signal(str)  # the value of a Step
    placeRequested = Signal(object)  # Place, of another step

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_ = actions
        self.view: MeetingView | None = None
        self.actions_bar = QWidget()
        self._bar_row = QHBoxLayout(self.actions_bar)
        self._bar_row.setContentsMargins(0, 0, 0, 0)
        self._bar_row.setSpacing(8)

    def show_view(self, view: MeetingView, findings: Sequence[Finding]) -> None:
        """Show how the meeting is now."""
        raise NotImplementedError(type(self).__name__)

    def with_view(self, act: Callable[[MeetingView], object]) -> Callable[[], None]:
        """Return what stores the typing and then acts on the meeting as it is now."""

        def run() -> None:
            self.flush()
            if self.view is not None:
                act(self.view)

        return run

    def flush(self) -> None:
        """Store everything that is typed but not stored."""

    def go_to(self, place: Place) -> None:
        """Bring a place of this step into sight and put the focus there."""

    def chosen(self) -> str:
        """The id of what is chosen, so that it can be chosen again later."""
        return ""

    def choose(self, chosen: str) -> None:
        """Choose what was chosen before."""

    def pills(self) -> list[tuple[str, Tone]]:
        """The pills beside the title."""
        return []

    def entered(self) -> None:
        """The step was opened by a person: put the focus where work begins."""

    def add_to_bar(self, *widgets: QWidget) -> None:
        """Put widgets among the actions of the header."""
        for widget in widgets:
            self._bar_row.addWidget(widget)

    def key(self, keys: str, act: Callable[[], object]) -> QShortcut:
        """Have a key do something while the focus is in this step."""
        return add_key(self, keys, act)

    @property
    def frozen(self) -> bool:
        """Whether the protokoll is justerat: nothing can be changed any more."""
        return self.view is not None and self.view.meeting.state is MeetingState.APPROVED


def column(*widgets: QWidget, area: str = "surface", grows: int = -1) -> QWidget:
    """Return the widgets under each other, without gaps; the one at index `grows` takes the room left."""
    pane = QWidget()
    set_area(pane, area)
    layout = QVBoxLayout(pane)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for number, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if number == grows else 0)
    return pane


def foot(*widgets: QWidget) -> QWidget:
    """Return the foot of a list, with what can be done there at its left."""
    pane = QWidget()
    row = QHBoxLayout(pane)
    row.setContentsMargins(12, 10, 12, 10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return pane


class Page(QScrollArea):
    """A scrolling page with a margin; put widgets into `body`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.inside = QWidget()
        set_area(self.inside, "background")
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(20, 18, 20, 20)
        self.body.setSpacing(16)
        self.setWidget(self.inside)
        set_area(self.viewport(), "background")
