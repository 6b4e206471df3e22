"""Särskilt protokollförda delegationsbeslut: can be appealed, are not anmälda (KL 8:10 p. 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from .deadlines import appeal_period
from .delegation import DelegatedDecision, called
from .errors import RuleBroken
from .records import Appeal, BodyTerm

SOURCE = "KL 8 kap. 10 §"
ON_PAPER: Final = (
    "diary_number", "serial", "kind", "recipient", "branch", "gender", "municipality", "amount", "decided_by",
    "decided_by_title", "decided_on", "point", "appeal", "recorded_on", "announced_on",
)  # fmt: skip
"""The facts of a decision that stand in its own record and the anslag of it."""


def is_announced(decision: DelegatedDecision) -> bool:
    """Whether a decision stands in a record of its own that is announced."""
    return decision.recorded_on is not None and decision.announced_on is not None


def require_as_announced(before: DelegatedDecision, after: DelegatedDecision) -> None:
    """Raise RuleBroken when a change touches what stands in a record that is announced."""
    changed = [name for name in ON_PAPER if getattr(before, name) != getattr(after, name)]
    if changed and before.announced_on is not None and is_announced(before):
        raise RuleBroken(
            f"Beslutet {called(before)} är särskilt protokollfört och anslaget "
            f"{before.announced_on.isoformat()}: det som står i protokollet ändras inte. "
            "Har det inte anslagits, ta först bort dagen under ”Anslaget”.",
            source=SOURCE,
            field=changed[0],
        )


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
        """Return it as it is put up and published: nothing that tells of a private person (rule 41).

        No § and no Kontroll stand between: who reads like a person is one, marked or not.
        """
        from .delegation_lists import looks_private, public_edition  # not before something is published

        decisions = (replace(d, personal=d.personal or looks_private(d.recipient)) for d in self.decisions)
        return replace(self, decisions=tuple(map(public_edition, decisions)))
