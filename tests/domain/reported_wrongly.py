"""Meetings where delegated decisions are reported that nobody had the right to make, or are not reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_order import DelegationFacts
from namndstod.domain.findings import Severity
from namndstod.domain.records import ItemKind
from namndstod.domain.view import MeetingView

from .delegating import ORDER, stored
from .factory import DAY, item, meeting

BEFORE = DAY - timedelta(days=30)
DECIDED = DAY - timedelta(days=40)


def reporting(
    *decisions: DelegatedDecision,
    unreported: Mapping[date, int] | None = None,
    urgent: Sequence[DelegatedDecision] = (),
    since: date | None = None,
    previous: date | None = None,
) -> MeetingView:
    """Return a meeting at which these decisions are reported, with what the register knows besides."""
    reported = replace(item(1, "Anmälan av delegationsbeslut", ItemKind.REPORT), delegated=decisions)
    facts = DelegationFacts(ORDER, unreported or {}, tuple(urgent), since, previous)
    return replace(meeting(reported), delegation=facts)


def by_chair(number: int = 1, day: date = DECIDED) -> DelegatedDecision:
    """An ordförandebeslut as it should be."""
    return stored(
        number, point="1.1", urgent=True, decided_by="Ada Berg", decided_by_title="Ordförande", decided_on=day
    )


SPOILED: dict[str, tuple[Callable[[], MeetingView], date, Severity]] = {
    "delegated_not_allowed": (
        lambda: reporting(stored(1, decided_by="Bo Al", decided_by_title="Enhetschef")),
        BEFORE,
        Severity.BLOCK,
    ),
    "delegated_chain": (
        lambda: reporting(stored(1, point="3.3", decided_by="Ulla Berg", decided_by_title="Enhetschef")),
        BEFORE,
        Severity.BLOCK,
    ),
    "urgent_not_reported": (lambda: reporting(urgent=(by_chair(),)), BEFORE, Severity.WARN),
    "delegated_not_recorded": (lambda: reporting(unreported={DECIDED: 3}), BEFORE, Severity.WARN),
}
