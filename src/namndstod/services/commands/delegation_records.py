"""Delegated decisions that are not anmälda: recorded separately, and announced (KL 8:10 p. 3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_lists import called
from namndstod.domain.delegation_standing import TOLD
from namndstod.domain.errors import RuleBroken
from namndstod.domain.recorded import SOURCE
from namndstod.domain.records import Appeal
from namndstod.services.delegation.decisions import standing_of

from .base import Command, Desk


@dataclass(frozen=True)
class RecordDelegated(Command):
    """Protokollför särskilt: what can be appealed and is not reported gets a record of its own."""

    label: ClassVar[str] = "särskild protokollföring"
    decision_ids: tuple[str, ...]
    day: date

    def run(self, desk: Desk) -> None:
        """Store the day. Refused for what is reported, cannot be appealed, or was made later."""
        decisions = [desk.work.get(DelegatedDecision, i) for i in self.decision_ids]
        standing = standing_of(desk.work, decisions)
        for decision in decisions:
            if standing[decision.id] in TOLD and decision.recorded_on is None:
                raise RuleBroken(f"Beslutet {called(decision)} är redan anmält.", source="KL 6 kap. 40 §")
            if decision.appeal is Appeal.NONE:
                raise RuleBroken(
                    f"Beslutet {called(decision)} kan inte överklagas: det behöver inte protokollföras "
                    "särskilt.",
                    source=SOURCE,
                )
            if decision.decided_on is not None and self.day < decision.decided_on:
                raise RuleBroken(
                    f"Beslutet {called(decision)} är fattat {decision.decided_on.isoformat()} och kan inte "
                    "protokollföras före det.",
                    field="recorded_on",
                )
            desk.work.change(decision, recorded_on=self.day)


@dataclass(frozen=True)
class AnnounceRecorded(Command):
    """Anslå: what is recorded separately is announced, and its time to be appealed begins (KL 13:5)."""

    label: ClassVar[str] = "anslå särskilt protokollförda delegationsbeslut"
    decision_ids: tuple[str, ...]
    day: date

    def run(self, desk: Desk) -> None:
        """Store the day of the anslag. Refused before the record."""
        for decision, recorded in _recorded(desk, self.decision_ids):
            if self.day < recorded:
                raise RuleBroken(
                    "Anslaget kan inte sättas upp före protokollföringen.",
                    source=SOURCE,
                    field="announced_on",
                )
            desk.work.change(decision, announced_on=self.day)


@dataclass(frozen=True)
class DropRecord(Command):
    """Take the separate record back, and its anslag: the decisions are to be reported as others are."""

    label: ClassVar[str] = "ta bort särskild protokollföring"
    decision_ids: tuple[str, ...]

    def run(self, desk: Desk) -> None:
        """Empty both days."""
        for decision, _ in _recorded(desk, self.decision_ids):
            desk.work.change(decision, recorded_on=None, announced_on=None)


def _recorded(desk: Desk, decision_ids: Sequence[str]) -> Iterator[tuple[DelegatedDecision, date]]:
    """Yield the decisions with the day of their record. Raises RuleBroken for one that has none."""
    for id in decision_ids:
        decision = desk.work.get(DelegatedDecision, id)
        if decision.recorded_on is None:
            raise RuleBroken(f"Beslutet {called(decision)} är inte särskilt protokollfört.", source=SOURCE)
        yield decision, decision.recorded_on
