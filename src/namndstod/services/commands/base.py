"""The command: one user action, run in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from namndstod.domain.frozen import frozen
from namndstod.domain.records import Record
from namndstod.storage.store import Work

R = TypeVar("R", bound=Record)


@frozen
class Desk:
    """What a command works with: the transaction, who asks, and the time (UTC)."""

    work: Work
    person: str
    now: datetime


@dataclass(frozen=True)
class Command:
    """A user action. `label` is what undo calls it in the window («Ångra: flytta ärende»).

    A `barrier` cannot be undone, nor can what was done before it to the same meeting.
    """

    label: ClassVar[str] = ""
    barrier: ClassVar[bool] = False

    def run(self, desk: Desk) -> str | None:
        """Do it. Returns the id of what was made, if anything. Raises RuleBroken, Refused or NotFound."""
        raise NotImplementedError

    def coalesce(self) -> str | None:
        """Return a key; commands in a row with the same key are one step of undo."""
        return None

    def arguments(self) -> dict[str, Any]:
        """Return what the journal keeps of what the command was given.

        What came as a long list is summed up: its records have their own images.
        """
        return {f.name: getattr(self, f.name) for f in fields(self)}


def moved(sequence: Sequence[R], record_id: str, to: int) -> list[R]:
    """Return the records with one of them moved to index `to` (clamped)."""
    rest = [r for r in sequence if r.id != record_id]
    chosen = next(r for r in sequence if r.id == record_id)
    rest.insert(max(0, min(to, len(rest))), chosen)
    return rest
