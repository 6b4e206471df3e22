"""Keeps the register that is shown up to date: read, changed, judged and put in order off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from namndstod.domain.records import Body, BodyTerm, Meeting
from namndstod.services.delegation.decisions import next_meeting
from namndstod.services.delegation.register import (
    STANDING,
    Register,
    changed,
    judged,
    read_register,
    refreshed,
)
from namndstod.services.reading import BodyView, bodies

from .shown import Shown

if TYPE_CHECKING:
    from namndstod.services.session import Outcome, Session

    from ..background import Task
    from ..workspace.actions import Actions

T = TypeVar("T")
_JUDGE_AFTER = 250  # ms without another change until Kontroll looks at the register anew


@dataclass(frozen=True, slots=True)
class _Found:
    bodies: tuple[BodyView, ...]
    register: Register
    coming: Meeting | None


def _read(session: Session, body_id: str) -> _Found:
    known = session.ask(bodies, session.today)
    chosen = body_id if body_id in {b.body.id for b in known} else next((b.body.id for b in known), "")
    if not chosen:
        return _Found(known, Register("", session.today), None)
    register = session.ask(read_register, chosen, session.today)
    return _Found(known, register, session.ask(next_meeting, chosen, session.today))


class Keeper(QObject):
    """Holds what is known of one body's decisions. `renewed` comes when something else is to be shown.

    `bodiesRead` comes before, when the bodies were read; `coming` is the meeting where one reports next.
    """

    bodiesRead = Signal(object)  # tuple[BodyView, ...]
    renewed = Signal()

    def __init__(self, actions: Actions, shown: Shown, owner: QObject) -> None:
        super().__init__(owner)
        self._actions = actions
        self._session = actions.session
        self._shown = shown
        self.coming: Meeting | None = None
        self._reading: Task | None = None
        self._coming: Register | None = None  # is being put in order before it is shown
        self._sort = ("", False)  # the column that is wanted, and whether descending
        self._judging = QTimer(self)
        self._judging.setSingleShot(True)
        self._judging.setInterval(_JUDGE_AFTER)
        self._judging.timeout.connect(self._judge)

    def read(self, body_id: str) -> None:
        """Read the register of a body, of the first one where there is none with that id."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._run(lambda: _read(self._session, body_id), self._take)

    def follow(self, outcome: Outcome) -> bool:
        """Take in what an action changed; False when all has to be read anew."""
        register, kinds = self._latest, {c.kind for c in outcome.changes}
        if not register.body_id or (self._reading is not None and not self._reading.finished):
            return False
        after = None if kinds & {Body, BodyTerm} else self._session.ask(changed, register, outcome.changes)
        if after is None:
            return False
        self.show(after)
        if kinds & STANDING:
            self._refresh()
        return True

    def show(self, register: Register) -> None:
        """Have this register shown, once it is in order."""
        column = self._shown.column
        self._coming = None if register.ready(column) else register
        if self._coming is not None:
            self._run(lambda: register.order(column), lambda _: self._ordered(register))
            return
        self._shown.register = register
        self.renewed.emit()
        self._judging.start()

    def sort(self, column: str, *, descending: bool) -> None:
        """Order by a column of the register, once that is worked out."""
        self._sort = (column, descending)
        register = self._latest

        def done(_: object) -> None:
            if self._sort == (column, descending):
                self.sort(column, descending=descending)

        if register.ready(column):
            self._shown.sort(column, descending=descending)
            self.show(register)
        else:
            self._run(lambda: register.order(column), done)

    @property
    def _latest(self) -> Register:
        """The register as it is known, which may still be on its way to be shown."""
        return self._shown.register if self._coming is None else self._coming

    def _ordered(self, register: Register) -> None:
        """Show what was put in order, unless a newer one has come."""
        if register is self._coming:
            self.show(register)

    def _take(self, found: _Found) -> None:
        self.coming = found.coming
        self.bodiesRead.emit(found.bodies)
        self.show(found.register)

    def _refresh(self) -> None:
        """Read anew where decisions stand; once more when something changed meanwhile."""
        register, session = self._latest, self._session

        def work() -> tuple[Register, Meeting | None]:
            coming = session.ask(next_meeting, register.body_id, session.today)
            return session.ask(refreshed, register, session.today), coming

        def done(found: tuple[Register, Meeting | None]) -> None:
            if register is not self._latest:
                self._refresh()
                return
            self.coming = found[1]
            self.show(found[0])

        self._run(work, done)

    def _judge(self) -> None:
        """Have Kontroll look at all decisions."""
        register = self._shown.register

        def done(found: object) -> None:
            current = self._shown.register
            if current is register and isinstance(found, dict) and found != register.findings:
                self._shown.register = replace(register, findings=found)
                self.renewed.emit()

        if register.body_id:
            self._run(lambda: self._session.ask(judged, register), done)

    def _run(self, work: Callable[[], T], done: Callable[[T], object]) -> Task:
        return self._actions.background.run(
            work, owner=self, done=done, failed=self._actions.errorRaised.emit
        )
