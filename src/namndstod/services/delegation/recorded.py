"""Queries about decisions that are recorded separately."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from namndstod.domain.delegation import DelegatedDecision
from namndstod.domain.delegation_lists import in_order
from namndstod.domain.errors import NotFound
from namndstod.domain.recorded import RecordedView
from namndstod.domain.records import Body
from namndstod.storage.store import Reader

from ..terms import term_on


def record_of(reader: Reader, decision_ids: Sequence[str]) -> RecordedView:
    """Return the record that these decisions stand in: all of their body that are recorded that day.

    Raises NotFound when the first of them has no record.
    """
    first = reader.get(DelegatedDecision, decision_ids[0])
    if first.recorded_on is None:
        raise NotFound("Beslutet är inte särskilt protokollfört.")
    return _record(reader, first.body_id, first.recorded_on)


def record_of_day(reader: Reader, day: date | None, body_name: str | None = None) -> RecordedView:
    """Return the record of a day, of the latest day where none is given. Raises NotFound with the reason."""
    names = {b.id: term_on(reader, b.id, day or date.max).name for b in reader.find(Body)}
    wanted = [body_id for body_id, name in names.items() if body_name in (None, name)]
    days = {
        (found, body_id)
        for body_id in wanted
        for text in reader.tally(DelegatedDecision, "recorded_on", body_id=body_id)
        if text and (found := date.fromisoformat(text)) == (day or found)
    }
    if not days:
        when = f" {day.isoformat()}" if day else ""
        raise NotFound(f"Inga delegationsbeslut är särskilt protokollförda{when}.")
    latest = max(found for found, _ in days)
    chosen = [body_id for found, body_id in days if found == latest]
    if len(chosen) > 1:
        raise NotFound("Flera nämnder har särskilt protokollförda beslut den dagen: ange --namnd.")
    return _record(reader, chosen[0], latest)


def _record(reader: Reader, body_id: str, day: date) -> RecordedView:
    decisions = reader.find(DelegatedDecision, body_id=body_id, recorded_on=day)
    return RecordedView(term_on(reader, body_id, day), in_order(decisions), day)
