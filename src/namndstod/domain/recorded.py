"""Särskilt protokollförda delegationsbeslut: can be appealed, are not anmälda (KL 8:10 p. 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from .deadlines import appeal_period
from .delegation import DelegatedDecision
from .records import Appeal, BodyTerm

SOURCE = "KL 8 kap. 10 §"


@dataclass(frozen=True)
class RecordedView:
    """Decisions that are recorded separately on one day, with the body's name and customs that day."""

    term: BodyTerm
    decisions: tuple[DelegatedDecision, ...]
    day: date

    @property
    def announced_on(self) -> date | None:
        """The day of the anslag, where it is up for all of them."""
        days = {d.announced_on for d in self.decisions}
        return days.pop() if len(days) == 1 else None

    @property
    def last_day(self) -> date | None:
        """The last day of laglighetsprövning, where the anslag is up and any of them can be appealed so."""
        if self.announced_on is None or not any(d.appeal is Appeal.LEGALITY for d in self.decisions):
            return None
        return appeal_period(self.announced_on).last

    @property
    def administrative(self) -> tuple[DelegatedDecision, ...]:
        """Those that are appealed by förvaltningsbesvär."""
        return tuple(d for d in self.decisions if d.appeal is Appeal.ADMINISTRATIVE)

    def public(self) -> RecordedView:
        """Return it as it is put up and published: nothing that tells of a private person (rule 41)."""
        from .delegation_lists import public_edition  # not before something is published

        return replace(self, decisions=tuple(public_edition(d) for d in self.decisions))
