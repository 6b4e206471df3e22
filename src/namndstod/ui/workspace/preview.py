"""The live preview of a paper: drawn in the worker after a moment of rest, the latest request wins."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from namndstod.domain.errors import NamndstodError
from namndstod.domain.papers import NAMES
from namndstod.domain.records import PaperKind
from namndstod.domain.view import MeetingView
from namndstod.services.worker_client import DrawnPages
from namndstod.ui.background import Task
from namndstod.ui.kit.basics import Button, ButtonKind
from namndstod.ui.kit.fields import Combo
from namndstod.ui.kit.preview import PdfPreview

from .actions import Actions
from .step_view import StepView

ROOMY = 900
"""Width in pixels of a step from which list, editor and preview have room beside each other."""

SHEET = 842.0
"""Height in points of the A4 sheets that papers are drawn on; anchors are measured from the lower edge."""

REST = 450
"""Milliseconds without a change before the paper is drawn anew."""


class PaperPreview(PdfPreview):
    """Shows a paper of the meeting and follows what is chosen. Nothing is drawn while it is folded.

    Where it is given several kinds the person chooses between them; `chosen` when one has.
    """

    chosen = Signal()

    def __init__(self, actions: Actions, *kinds: PaperKind) -> None:
        self.chooser: Combo | None = None
        if len(kinds) > 1:
            self.chooser = Combo(tuple((kind, NAMES[kind]) for kind in kinds))
            self.chooser.setAccessibleName("Handling att visa")
            self.chooser.setMinimumWidth(self.chooser.sizeHint().width())
        super().__init__(chooser=self.chooser)
        self._actions = actions
        self.kind = kinds[0]
        self._wanted: MeetingView | None = None
        self._shown: MeetingView | None = None
        self._of: tuple[str, ...] = ()
        self._task: Task | None = None
        self._anchor = ""
        self._anchors: dict[str, tuple[int, float]] = {}  # page from 1, points from its top
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._draw)
        if self.chooser is not None:
            self.chooser.currentIndexChanged.connect(lambda index: self.show_kind(kinds[index]))
            self.chooser.activated.connect(lambda _: self.chosen.emit())

    def show_view(self, view: MeetingView, of: tuple[str, ...] = ()) -> None:
        """Show the paper of this view, or of the §§ or items in `of`, soon."""
        other = self._wanted is None or self._wanted.meeting.id != view.meeting.id or of != self._of
        self._wanted, self._of = view, of
        if other:
            self._shown = None
            self._anchors = {}
            self.canvas.clear()
        if self.isVisible():
            self._begin(at_once=other)

    def show_kind(self, kind: PaperKind) -> None:
        """Show another paper of the same meeting."""
        self.kind = kind
        self._shown = None
        self._anchors = {}
        self.canvas.clear()
        if self.isVisible():
            self._begin(at_once=True)

    def follow(self, anchor: str) -> None:
        """Bring a place of the paper into sight, now and when it is drawn."""
        self._anchor = anchor
        if anchor in self._anchors:
            self.go_to(*self._anchors[anchor])

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was folded."""
        super().showEvent(event)
        if self._wanted is not self._shown:
            self._begin(at_once=True)

    def _begin(self, *, at_once: bool) -> None:
        if self._shown is None:
            self.show_loading()
        self._rest.start(0 if at_once else REST)

    def _draw(self) -> None:
        view = self._wanted
        if view is None or self._task is not None:
            return  # when the one under way is done, the latest is drawn
        if view == self._shown:
            self._shown = view
            return
        self.show_loading()
        kind, of = self.kind, self._of
        self._task = self._actions.background.run(
            self._actions.workplace.papers.pdf,
            kind,
            view,
            of,
            owner=self,
            done=lambda drawn: self._arrived(kind, view, of, drawn),
            failed=self._failed,
        )

    def _arrived(self, kind: PaperKind, view: MeetingView, of: tuple[str, ...], drawn: DrawnPages) -> None:
        self._task = None
        wanted = self._wanted
        same = kind is self.kind and of == self._of
        if same and (wanted is None or wanted.meeting.id == view.meeting.id):
            self._shown = view
            self._anchors = {n: (at.page + 1, max(0.0, SHEET - at.y)) for n, at in drawn.anchors.items()}
            first = not self.canvas.page_count()
            if self.show_pdf(drawn.pdf) and (first or self._anchor):
                self._follow_quietly(first)
        if self._wanted is not view or not same:
            self._rest.start()

    def _follow_quietly(self, first: bool) -> None:
        """A redrawn paper keeps its place, unless what is chosen has moved out of sight."""
        place = self._anchors.get(self._anchor)
        if place is not None and (first or self.canvas.page() != place[0]):
            self.go_to(*place)

    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, NamndstodError):
            self._actions.background.failed.emit(error)
            self.show_error("Förhandsgranskningen kan inte visas.")
            return
        self.show_error(str(error), getattr(error, "way_on", ""))


class Folding(QObject):
    """Folds a preview where there is no room for it, and with F9; what a person chose last stands."""

    def __init__(self, step: StepView, preview: QWidget) -> None:
        super().__init__(step)
        self._preview = preview
        self._by_person = False
        self._gives_way = False
        self._shown_before = True
        self.button = Button(
            kind=ButtonKind.QUIET, icon="eye", name="Visa eller dölj förhandsgranskningen", hint="F9"
        )
        self.button.setCheckable(True)
        self.button.setChecked(True)
        self.button.clicked.connect(self.toggle)
        step.key("F9", self.toggle)
        step.installEventFilter(self)

    def toggle(self) -> None:
        """Fold the preview, or show it again."""
        self._by_person = True
        self._show(self._preview.isHidden())

    def give_way(self, *, needed: bool) -> None:
        """Leave the room to something that needs it, and come back afterwards as it was."""
        if needed and not self._gives_way:
            self._shown_before = not self._preview.isHidden()
            self._show(False)
        elif self._gives_way and not needed:
            self._show(self._shown_before)
        self._gives_way = needed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the step."""
        if isinstance(event, QResizeEvent) and not self._by_person:
            self._shown_before = event.size().width() >= ROOMY
            self._show(self._shown_before and not self._gives_way)
        return super().eventFilter(watched, event)

    def _show(self, shown: bool) -> None:
        self._preview.setVisible(shown)
        self.button.setChecked(shown)
