"""What a meeting's view needs to know of the body's delegation: counted in the store, not read as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from namndstod.domain.delegation import NOTHING_REPORTED, DelegatedDecision
from namndstod.domain.delegation_order import NO_DELEGATION, DelegationFacts, Order
from namndstod.domain.records import AgendaItem, Appeal, ItemPurpose, Meeting, MeetingState, Section
from namndstod.domain.view import MeetingView
from namndstod.storage.store import Reader

from .order import order_of

Where = list[str] | None
_DONE = (MeetingState.CLOSED, MeetingState.APPROVED)
_TO_RECORD: dict[str, Any] = {
    "recorded_on": None,
    "appeal": (Appeal.LEGALITY, Appeal.ADMINISTRATIVE),
    "urgent": False,  # those are told one by one
}


def delegation_facts(reader: Reader, view: MeetingView) -> DelegationFacts:
    """Return what the list and Kontroll look at: where the minutes are justerade the order alone."""
    meeting = view.meeting
    body = meeting.body_id
    order = order_of(reader, body) if any(i.delegated for i in view.items) else Order()
    if meeting.state in (MeetingState.APPROVED, MeetingState.CANCELLED):
        return replace(NO_DELEGATION, order=order)
    earlier = [
        m
        for m in reader.find(Meeting, body_id=body)
        if m.day < meeting.day and m.state is not MeetingState.CANCELLED
    ]
    before = max(earlier, key=lambda m: m.day, default=None)
    nowhere = not_listed(reader, body, meeting.id)
    # The first meeting that is not over takes whatever was left behind.
    first = meeting.state not in _DONE and (before is None or before.state in _DONE)
    return DelegationFacts(
        order=order,
        unreported=_unreported(reader, body, nowhere),
        urgent=tuple(
            d for i in nowhere for d in reader.find(DelegatedDecision, item_id=i, urgent=True, body_id=body)
        ),
        since=None if first or before is None else before.day,
        previous=before.day if before is not None else None,
    )


def _unreported(reader: Reader, body_id: str, nowhere: Sequence[Where]) -> dict[date, int]:
    """Count by day what can be appealed and stands on no list, or on one where nothing was told."""
    days: Counter[str] = Counter()
    for where in nowhere:
        days.update(
            reader.tally(DelegatedDecision, "decided_on", item_id=where, body_id=body_id, **_TO_RECORD)
        )
    return {date.fromisoformat(day): count for day, count in days.items() if day}


def not_listed(reader: Reader, body_id: str, meeting_id: str = "") -> tuple[Where, ...]:
    """Return the values of `item_id` of what is still to be reported: none, and items that told nothing.

    Those of the meeting itself are left out: there it is seen what became of them.
    """
    return (None, told) if (told := _told_nothing(reader, body_id, meeting_id)) else (None,)


def _told_nothing(reader: Reader, body_id: str, meeting_id: str) -> list[str]:
    """Return the items of other meetings where decisions were to be reported and were not."""
    sections = reader.find(Section, body_id=body_id, outcome=NOTHING_REPORTED)
    cancelled = reader.find(Meeting, body_id=body_id, state=MeetingState.CANCELLED)
    items = reader.find(AgendaItem, meeting_id=[m.id for m in cancelled], purpose=ItemPurpose.DELEGATED)
    told = {s.item_id for s in sections if s.item_id and s.meeting_id != meeting_id}
    return sorted(told | {i.id for i in items})
