"""The live preview of a paper, drawn in the worker: what is in sight at once, the whole when there is rest.

While a drawing is under way changes gather; the next one shows them all.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from namndstod.domain.editions import Edition, edition_of
from namndstod.domain.errors import NamndstodError
from namndstod.domain.papers import NAMES
from namndstod.domain.records import PaperKind
from namndstod.domain.view import MeetingView
from namndstod.services.worker_client import DrawnPages
from namndstod.ui.background import Task
from namndstod.ui.kit.basics import Button, ButtonKind
from namndstod.ui.kit.fields import Combo
from namndstod.ui.kit.preview import PdfPreview
from namndstod.ui.kit.preview_canvas import Spot

from .actions import Actions
from .step_view import StepView

ROOMY = 900
"""Width in pixels of a step from which list, editor and preview have room beside each other."""

SHEET = 842.0
"""Height in points of the A4 sheets that papers are drawn on; anchors are measured from the lower edge."""

REST = 450
"""Milliseconds without a change before a paper that is put together of others is made anew."""

PAUSE = 2000
"""Milliseconds without a change before the pages out of sight are drawn anew; at once when one is seen."""

_READING = 200.0
"""Points below the top of the view where one reads."""


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
        self._shown: MeetingView | None = None  # on the pages in sight
        self._whole: MeetingView | None = None  # on all pages
        self._of: tuple[str, ...] = ()
        self._task: Task | None = None
        self._covers = False
        self._anchor = ""
        self._awaited = False  # what is chosen is not in the paper that is shown
        self._anchors: dict[str, Spot] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._draw)
        self.canvas.viewChanged.connect(self._hasten)
        self.printRequested.connect(self._print)
        if self.chooser is not None:
            self.chooser.currentIndexChanged.connect(lambda index: self.show_kind(kinds[index]))
            self.chooser.activated.connect(lambda _: self.chosen.emit())

    def show_view(self, view: MeetingView, of: tuple[str, ...] = ()) -> None:
        """Show the paper of this view, or of the §§ or items in `of`, soon."""
        other = self._wanted is None or self._wanted.meeting.id != view.meeting.id or of != self._of
        self._wanted, self._of = view, of
        if other:
            self._forget()
        if self.isVisible():
            self._begin()

    def show_kind(self, kind: PaperKind) -> None:
        """Show another paper of the same meeting."""
        self.kind = kind
        self._forget()
        if self.isVisible():
            self._begin()

    def set_covers(self, covers: bool) -> None:
        """Show the paper as it is for the web, without what is marked; or as it is."""
        if covers != self._covers:
            self._covers = covers
            self._forget()
            if self.isVisible():
                self._begin()

    def _paper(self) -> Callable[[MeetingView], MeetingView]:
        """Return what makes of a view the one to draw. It may take long: call it off the UI thread."""
        return partial(edition_of, edition=Edition.PUBLIC if self._covers else Edition.COMPLETE)

    def follow(self, anchor: str) -> None:
        """Bring a place of the paper into sight, now and when it is drawn; nothing: its beginning.

        What was chosen before stays chosen, and the person stays where she has scrolled to since.
        """
        if anchor != self._anchor:
            self._anchor = anchor
            self._seek()

    def _seek(self) -> None:
        self._awaited = bool(self._anchor) and self._anchor not in self._anchors
        if not self._awaited:
            page, y = self._anchors.get(self._anchor, (0, 0.0))
            self.go_to(page + 1, y)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was folded."""
        super().showEvent(event)
        if self._wanted is not self._shown:
            self._begin()

    def _print(self) -> None:
        """Let the person choose a printer for the paper that is shown, with all pages as they are now."""
        view, kind, of = self._wanted, self.kind, self._of
        if view is None:
            return
        title = f"{NAMES[kind]} {view.meeting.day}"
        papers, paper = self._actions.workplace.papers, self._paper()
        self._actions.background.run(
            lambda: papers.pdf(kind, paper(view), of),
            owner=self,
            done=lambda drawn: print_shown(self, drawn.pdf, title, self._actions),
        )

    def _forget(self) -> None:
        self._shown = self._whole = None
        self._anchors = {}
        self.canvas.clear()

    def _begin(self) -> None:
        if self._shown is None:
            self.show_loading()
        self._rest.start(REST if self._rests else 0)

    @property
    def _rests(self) -> bool:
        """Whether the paper is put together of others, which takes too long to follow every change."""
        return self._shown is not None and self.kind is PaperKind.PACKET

    def _draw(self) -> None:
        """Draw what is wanted: at first the whole, then what is in sight, and the rest when there is time."""
        view = self._wanted
        if view is None or self._task is not None:
            return  # when the one under way is done, the latest is drawn
        if self._shown is not None and view == self._shown:
            self._shown = view
            if self._whole is not None and (self._whole is view or view == self._whole):
                self._whole = view
                return
        changed = self._shown is not None and view is not self._shown
        if self._shown is None or self._rests:
            self.show_loading()
        kind, of = self.kind, self._of
        papers = self._actions.workplace.papers
        eye, further = self._eye()
        paper, covers = self._paper(), self._covers
        self._task = self._actions.background.run(
            lambda: (
                papers.glimpse(kind, paper(view), of, eye, further)
                if changed
                else papers.pdf(kind, paper(view), of)
            ),
            owner=self,
            done=lambda drawn: self._arrived(kind, view, of, drawn, covers=covers),
            failed=self._failed,
        )

    def _arrived(
        self, kind: PaperKind, view: MeetingView, of: tuple[str, ...], drawn: DrawnPages, *, covers: bool
    ) -> None:
        self._task = None
        wanted = self._wanted
        same = kind is self.kind and of == self._of and covers is self._covers
        if same and (wanted is None or wanted.meeting.id == view.meeting.id):
            first = not self.canvas.page_count()
            eye, _ = self._eye()
            before = self._anchors.get(eye)
            self._shown = view
            self._whole = view if drawn.shown is None else None
            self._anchors = {n: (at.page, max(0.0, SHEET - at.y)) for n, at in drawn.anchors.items()}
            now = self._anchors.get(eye)
            moved = (before, now) if before is not None and now is not None else None
            taken = self.show_pdf(drawn.pdf, moved=moved, drawn=drawn.shown, sizes=drawn.sizes)
            if taken and (first or self._awaited):
                self._seek()
        if self._wanted is not view or not same:
            self._begin()
        elif self._whole is None:
            self._rest.start(PAUSE if self.canvas.has_drawn_all() else 0)

    def _hasten(self) -> None:
        """Draw the whole now when a page came into sight that waits for it."""
        if self._rest.isActive() and not self.canvas.has_drawn_all():
            self._rest.start(0)

    def _eye(self) -> tuple[str, int]:
        """Return what is read: the last § that begins in the upper part of the view or above, and pages on.

        What is chosen comes first where it is not in the paper yet. Anchors that the layout has made up are
        only counted, and would move with what comes before them.
        """
        top = self.canvas.scroll_place()
        page, y = top or (0, 0.0)
        if top is None or self._awaited:
            return self._anchor, 0
        line = (page, y + _READING)
        above = [(at, name) for name, at in self._anchors.items() if at <= line and not _counted(name)]
        if not above:
            return "", page
        (begins, _), name = max(above)
        return name, page - begins

    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, NamndstodError):
            self._actions.background.failed.emit(error)
            self.show_error("Förhandsgranskningen kan inte visas.")
            return
        self.show_error(str(error), getattr(error, "way_on", ""))


def print_shown(parent: QWidget, pdf: bytes, title: str, actions: Actions) -> None:
    """Open the dialogue of the printer for a PDF."""
    from .printing import ask_and_print  # printing is loaded when the first is asked for

    ask_and_print(parent, pdf, title, actions)


def _counted(anchor: str) -> bool:
    return anchor.startswith("rubrik:")


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
