"""The session: everything that the faces of the program ask of an open binder."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from namndstod.domain.errors import NotFound, Refused
from namndstod.domain.frozen import frozen
from namndstod.storage.binder import Binder
from namndstod.storage.changes import Change
from namndstod.storage.journal import Operation
from namndstod.storage.journal import Step as Step
from namndstod.storage.store import Reader, Work

from .commands.base import Command, Desk
from .guards import meetings_of, one_of_a_kind, refuse_disorder, refuse_frozen

T = TypeVar("T")


@frozen
class Outcome:
    """What an action did: its label, the records that changed, the meetings touched, the id it made.

    `undone` tells that it took an earlier action back; doing that again (redo) does not. `entry` is the
    number of its entry in the journal, where it has one.
    """

    label: str
    changes: tuple[Change, ...]
    meetings: frozenset[str]
    result: str | None = None
    undone: bool = False
    entry: int | None = None


Listener = Callable[[Outcome], None]


class UndoRefused(Refused):
    """The latest action cannot be taken back; `next_label` names what could be undone instead."""

    def __init__(self, message: str, next_step: Step | None) -> None:
        super().__init__(message)
        self.next_step = next_step

    @property
    def next_label(self) -> str:
        """The label of the action that could be undone instead, or nothing."""
        return self.next_step.label if self.next_step else ""


class Session:
    """An open binder with a person at it. All writing goes through `do`, `undo` and `redo`."""

    def __init__(self, binder: Binder, person: str, clock: Callable[[], datetime]) -> None:
        self.binder = binder
        self.person = person
        self.clock = clock
        self._listeners: list[Listener] = []

    @property
    def today(self) -> date:
        """Today, where the secretary is."""
        return self.clock().astimezone().date()

    def listen(self, listener: Listener) -> None:
        """Call `listener` after each stored change."""
        self._listeners.append(listener)

    def do(self, command: Command) -> Outcome:
        """Run a command in one transaction and journal it. What it raises leaves nothing changed."""
        operation = Operation(
            name=type(command).__name__,
            label=command.label,
            arguments=_plain(command.arguments()),
            person=self.person,
            coalesce=command.coalesce(),
            barrier=command.barrier,
        )
        with self.binder.work(operation) as work:
            result = command.run(Desk(work, self.person, self.clock()))
            outcome = self._settle(work, command.label, result)
        return self._tell(replace(outcome, entry=work.entry))

    def undo(self, step: Step | None = None) -> Outcome | None:
        """Take back one's own latest action (or `step`); None without any. Raises UndoRefused."""
        chosen = step or self.undoable()
        if chosen is None:
            return None
        reason = self._why_not(chosen)
        if reason:
            raise UndoRefused(reason, self._instead_of(chosen))
        try:
            return self._replay(chosen, f"ångra {chosen.label}", self.binder.journal.revert, undone=True)
        except (Refused, NotFound) as error:  # somebody else has changed it or built upon it
            raise UndoRefused(str(error), self._instead_of(chosen)) from error

    def redo(self) -> Outcome | None:
        """Do again what was undone last. None when there is nothing. Raises Refused or NotFound."""
        chosen = self.redoable()
        if chosen is None:
            return None
        if reason := self._why_not(chosen):
            raise Refused(reason)
        return self._replay(chosen, chosen.label, self.binder.journal.repeat)

    def undo_of(self, outcome: Outcome) -> Outcome | None:
        """Take back what gave `outcome`, whatever was done after it; None when it changed nothing.

        Raises UndoRefused when it is undone already, or when something has been built upon it.
        """
        step = self.binder.journal.step(outcome.entry) if outcome.entry is not None else None
        return self.undo(step) if step is not None else None

    def undoable(self) -> Step | None:
        """Return the latest own action that has not been undone."""
        return self.binder.journal.undoable(self.person)

    def redoable(self) -> Step | None:
        """Return the action that redo would do again."""
        return self.binder.journal.redoable(self.person)

    def _why_not(self, step: Step) -> str:
        if step.barrier:
            return f"”{step.label}” kan inte ångras."
        blockers = self.binder.journal.blocked_by(step)
        if blockers:
            return f"”{step.label}” gjordes före ”{blockers[0].label}” och kan inte ångras eller göras om."
        return ""

    def _instead_of(self, step: Step) -> Step | None:
        """Return the latest step before `step` that nothing has frozen."""
        last = step.entries[-1].number
        return self.binder.journal.undoable(
            self.person, skipping=lambda s: s.entries[-1].number >= last or bool(self._why_not(s))
        )

    def _replay(
        self, step: Step, label: str, replay: Callable[[Work, Step], None], *, undone: bool = False
    ) -> Outcome:
        operation = Operation(name=replay.__name__, label=label, person=self.person)
        with self.binder.work(operation) as work:
            replay(work, step)
            refuse_disorder(work, work.changes)
            outcome = self._settle(work, label, None, undone=undone)
        return self._tell(outcome)

    def _settle(self, work: Work, label: str, result: str | None, *, undone: bool = False) -> Outcome:
        """Guard what is frozen and say which meetings the journal entry concerns."""
        changes = tuple(work.changes)
        looked_at = one_of_a_kind(changes)
        work.scopes |= meetings_of(work, looked_at)
        refuse_frozen(work, looked_at, work.scopes)
        return Outcome(label, changes, frozenset(work.scopes), result, undone)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Give a consistent snapshot to query."""
        with self.binder.read() as reader:
            yield reader

    def ask(self, query: Callable[..., T], *arguments: Any) -> T:
        """Return what a query of `services.reading` says now."""
        with self.binder.read() as reader:
            return query(reader, *arguments)

    def back_up_daily(self) -> None:
        """Make the day's backup unless there is one. Slow in a large binder. Raises EnvironmentProblem."""
        if not self.binder.read_only:
            self.binder.backups.daily()

    def close(self) -> None:
        """Close the binder (a backup is made when something changed)."""
        self.binder.close()

    def _tell(self, outcome: Outcome) -> Outcome:
        if outcome.changes:
            for listener in list(self._listeners):
                listener(outcome)
        return outcome


def _plain(value: Any) -> Any:
    """Return a value that JSON can hold."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list | tuple | frozenset):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
