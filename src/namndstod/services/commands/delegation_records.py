"""Delegated decisions that are not anmälda: recorded separately, and announced (KL 8:10 p. 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from namndstod.domain.delegation import DelegatedDecision, called
from namndstod.domain.delegation_standing import TOLD
from namndstod.domain.errors import RuleBroken
from namndstod.domain.recorded import SOURCE, require_as_announced
from namndstod.domain.records import Appeal
from namndstod.services.delegation.decisions import standing_of

from .base import Command, Desk


@dataclass(frozen=True)
class RecordDelegated(Command):
    """Protokollför särskilt: what can be appealed and is not reported gets a record of its own.

    From the anslag of that its time to be appealed is counted (KL 13:5). Done again, it corrects the day of
    the anslag, or (None) takes that back; the day of an announced record stays.
    """

    label: ClassVar[str] = "särskild protokollföring"
    decision_ids: tuple[str, ...]
    day: date
    announced_on: date | None = None

    def run(self, desk: Desk) -> None:
        """Store the days. Refused for what is reported, cannot be appealed, or was made later."""
        if self.announced_on is not None and self.announced_on < self.day:
            raise RuleBroken(
                "Anslaget kan inte sättas upp före protokollföringen.", source=SOURCE, field="announced_on"
            )
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
            if self.announced_on is not None:
                require_as_announced(decision, replace(decision, recorded_on=self.day))
            desk.work.change(decision, recorded_on=self.day, announced_on=self.announced_on)


@dataclass(frozen=True)
class DropRecord(Command):
    """Take the separate record back: the decisions are to be reported as others are."""

    label: ClassVar[str] = "ta bort särskild protokollföring"
    decision_ids: tuple[str, ...]

    def run(self, desk: Desk) -> None:
        """Empty its day. Refused when it is announced."""
        for id in self.decision_ids:
            decision = desk.work.get(DelegatedDecision, id)
            require_as_announced(decision, replace(decision, recorded_on=None))
            desk.work.change(decision, recorded_on=None, announced_on=None)
