"""Files on their way into a meeting: the offer above the work, and the page that stands in a step's place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from namndstod.domain.records import MeetingState
from namndstod.domain.view import MeetingView
from namndstod.ui.intake.arrivals import Arrivals, Offer
from namndstod.ui.kit.split import Memory
from namndstod.ui.kit.tokens import Tone

from .actions import Actions
from .converting import Converting

if TYPE_CHECKING:
    from namndstod.services.intake.papers import IncomingPaper
    from namndstod.ui.intake.page import IntakePage

_CLOSED = (MeetingState.APPROVED, MeetingState.CANCELLED)

_SHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv"})  # what a list of decisions may come as


class ReadingIn(QObject):
    """Brings the page into `pages` when it is wanted. It is made when it is first needed."""

    entered = Signal()  # the page is about to be shown
    left = Signal()
    taken = Signal(str)  # id of an ärende that was made or changed
    meetingMade = Signal(str, object)  # another meeting, and the papers that may belong to it
    headChanged = Signal()
    listBrought = Signal(str)  # path of a list of delegated decisions

    def __init__(
        self, actions: Actions, converting: Converting, pages: QStackedWidget, memory: Memory, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._pages = pages
        self._memory = memory
        self._view: MeetingView | None = None
        self.page: IntakePage | None = None
        self.arrivals = Arrivals(actions, converting, self)
        self.offer = Offer()
        self.arrivals.papersFound.connect(self.offer.offer)
        self.arrivals.readWanted.connect(self._read)
        self.offer.readWanted.connect(self._read)
        self.offer.attachWanted.connect(converting.attach)

    @property
    def shown(self) -> bool:
        """Whether the page is what one sees."""
        return self.page is not None and self._pages.currentWidget() is self.page

    def pills(self) -> list[tuple[str, Tone]]:
        """The pills beside the title."""
        return self.page.pills() if self.page is not None else []

    def show_view(self, view: MeetingView) -> None:
        """Know how the meeting is now."""
        if self._view is not None and self._view.meeting.id != view.meeting.id:
            self.offer.hide()
        self._view = view
        if self.shown and self.page is not None:
            self.page.refresh()

    def focus(self) -> None:
        """Put the focus where work begins."""
        if self.page is not None:
            self.page.papers.setFocus()

    def ask(self) -> None:
        """Show the papers that wait to be read in; without any, or on the page itself, choose files."""
        if self.shown and self.page is not None:
            self.page.choose_files()
        else:
            self.read()

    def read(
        self, paths: Sequence[Path] = (), papers: Sequence[IncomingPaper] = (), item_id: str = ""
    ) -> None:
        """Show files, or papers that are read already. Nothing of them is stored."""
        view = self._view
        if view is None:
            return
        if view.meeting.state in _CLOSED:
            self._actions.toast("Sammanträdet är justerat eller inställt. Inget kan läsas in där.")
            return
        page = self.page or self._made()
        self.entered.emit()
        self._pages.setCurrentWidget(page)
        page.begin(view.meeting.id, paths, papers, item_id)
        self.headChanged.emit()

    def bring(self, paths: Sequence[Path], item_id: str = "") -> None:
        """Read in what was dropped; a list of delegated decisions goes to the register."""
        if len(paths) != 1 or paths[0].suffix.casefold() not in _SHEETS:
            self.read(paths, item_id=item_id)
            return
        from namndstod.services.delegation.bringing import ListReader

        (path,) = paths
        self._actions.background.run(
            ListReader(self._actions.workplace).is_list,
            path,
            owner=self,
            done=lambda rows: self.listBrought.emit(str(path)) if rows else self.read(paths, item_id=item_id),
            failed=lambda _: self.read(paths, item_id=item_id),
        )

    def _read(self, item_id: str, paths: list[str]) -> None:
        self.bring([Path(p) for p in paths], item_id)

    def _made(self) -> IntakePage:
        from namndstod.ui.intake.page import IntakePage

        self.page = IntakePage(self._actions, self._memory)
        self.page.left.connect(self.left)
        self.page.taken.connect(self.taken)
        self.page.meetingMade.connect(self.meetingMade)
        self.page.changed.connect(self.headChanged)
        self._pages.addWidget(self.page)
        return self.page
