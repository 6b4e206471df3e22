"""Ärenden: every ärende of the binder, and the meetings that the chosen one has stood at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from namndstod.domain.records import Meeting
from namndstod.domain.states import NAMES
from namndstod.domain.swedish import counted
from namndstod.domain.swedish_sort import fold, swedish_key
from namndstod.services.overview import step_of_item
from namndstod.services.reading import MatterView, matters
from namndstod.services.threads import MADE_OF, thread

from .kit.basics import EmptyState, Hairline, Label
from .kit.data_table import Column, DataTable
from .kit.fields import LineEdit
from .kit.item_model import PillSpec
from .kit.split import Memory, SplitPane
from .kit.theme import set_area
from .kit.tokens import Tone
from .matter_thread import MatterThread
from .presenting import TONES
from .view import View, scrolled

if TYPE_CHECKING:
    from namndstod.services.session import Session

    from .background import Task
    from .workspace.actions import Actions


def _latest(row: MatterView) -> Meeting | None:
    return row.meetings[-1][0] if row.meetings else None


def _latest_day(row: MatterView) -> str:
    latest = _latest(row)
    return latest.day.isoformat() if latest else ""


def _state(row: MatterView) -> PillSpec | None:
    latest = _latest(row)
    return PillSpec(NAMES[latest.state], TONES[latest.state]) if latest else PillSpec("väntar", Tone.NEUTRAL)


_COLUMNS: tuple[Column[MatterView], ...] = (
    Column("number", "Diarienummer", lambda m: m.matter.diary_number, width=132),
    Column("title", "Ärende", lambda m: m.title, stretch=True),
    Column("latest", "Senast", _latest_day, muted=True, width=104, spare=True),
    Column("state", "Läge", lambda m: (_state(m) or PillSpec("")).text, pill=_state, width=104),
)

_Found = tuple[tuple[MatterView, ...], dict[str, str]]


def _read(session: Session) -> _Found:
    """Return all ärenden and their folded texts."""
    found = session.ask(matters)
    folded = {m.matter.id: fold(f"{m.matter.diary_number} {m.title}") for m in found}
    return found, folded


class MattersView(View):
    """All ärenden, the latest first; at the right the thread of the chosen one."""

    cares_for = MADE_OF
    meetingRequested = Signal(str, str, str)

    def __init__(self, actions: Actions, memory: Memory | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Ärenden", actions, parent)
        self._all: tuple[MatterView, ...] = ()
        self._by_id: dict[str, MatterView] = {}
        self._folded: dict[str, str] = {}
        self._reading: Task | None = None
        self._filter = LineEdit("", "Filtrera på rubrik eller diarienummer")
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(360)
        self._filter.setAccessibleName("Filtrera ärenden")
        self._count = Label("", tone="muted")
        self.table: DataTable[MatterView] = DataTable("Ärenden", _COLUMNS, lambda m: m.matter.id, swedish_key)
        self._wanted = ""  # the ärende to choose when all are read
        self.setFocusProxy(self.table)
        self._stack = QStackedWidget()
        panes = SplitPane([self._left(), self._right()], [760, 434], name="arenden", memory=memory)
        self._stack.addWidget(panes)
        self.column.addWidget(self._stack, 1)
        self._filter.textChanged.connect(self._show)
        self.table.currentIdChanged.connect(self._show_thread)
        self.table.activatedId.connect(self._open_latest)

    def reload(self) -> None:
        """Read all ärenden, in the background: a binder of twenty years has thousands."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self.actions_.background.run(
            _read, self.session, owner=self, done=self._take, failed=self.actions_.errorRaised.emit
        )

    def _take(self, found: _Found) -> None:
        self._all, self._folded = found
        self._by_id = {m.matter.id: m for m in self._all}
        if not self._all and self._stack.count() == 1:
            self._stack.addWidget(
                EmptyState(
                    "section",
                    "Inga ärenden än",
                    "Ett ärende kommer hit när en punkt på en föredragningslista får ett diarienummer. "
                    "Sedan följer det med genom alla sammanträden.",
                )
            )
        self._stack.setCurrentIndex(0 if self._all else 1)
        self._show()

    def _left(self) -> QWidget:
        pane = QWidget()
        set_area(pane, "surface")
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 20, 10)
        bar.addWidget(self._filter, 1)
        bar.addStretch(0)
        bar.addWidget(self._count)
        inset = QHBoxLayout()
        inset.setContentsMargins(12, 0, 12, 0)
        inset.addWidget(self.table)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Hairline())
        column.addLayout(inset, 1)
        return pane

    def _right(self) -> QWidget:
        self.history = MatterThread(self.actions_)
        self.history.meetingRequested.connect(self.meetingRequested)
        area = scrolled(self.history)
        area.setMinimumWidth(320)
        return area

    def choose(self, matter_id: str) -> None:
        """Show the thread of an ärende; it is read in the background, so perhaps in a moment."""
        self._wanted = matter_id
        if matter_id in self._by_id:
            self._filter.clear()
            self._show()

    def _show(self) -> None:
        words = fold(self._filter.text()).split()
        shown = [m for m in self._all if all(w in self._folded[m.matter.id] for w in words)]
        self.table.set_rows(shown)
        if self._wanted in self._by_id:
            self.table.set_current_id(self._wanted)
            self._wanted = ""
        self._count.setText(counted(len(shown), "ärende", "ärenden"))
        if shown and self.table.current_id() is None:
            self.table.set_current_id(shown[0].matter.id)
        self._show_thread()

    def _show_thread(self) -> None:
        key = self.table.current_id() or ""
        found = self.actions_.attempt(lambda: self.session.ask(thread, key)) if key in self._by_id else None
        self.history.show_thread(found)

    def _open_latest(self, matter_id: str) -> None:
        chosen = self._by_id.get(matter_id)
        if chosen is not None and chosen.meetings:
            meeting, item = chosen.meetings[-1]
            self.meetingRequested.emit(meeting.id, step_of_item(meeting.state).value, item.id)
