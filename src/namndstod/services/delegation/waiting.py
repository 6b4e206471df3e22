"""What Översikt needs of delegated decisions that no list holds: counted in the store, not read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from namndstod.domain.deadlines import Unreported
from namndstod.domain.delegation import DelegatedDecision, called
from namndstod.domain.records import AgendaItem, Body, BodyTerm, Meeting, MeetingState, Section
from namndstod.storage.store import Reader

from ..terms import term_on
from .decisions import next_meeting
from .facts import not_listed

MADE_OF = frozenset({AgendaItem, Body, BodyTerm, DelegatedDecision, Meeting, Section})
"""The records that it is made of."""


def waiting(reader: Reader, today: date) -> tuple[Unreported, ...]:
    """Return what each body's delegates have decided that is still to be reported, as of `today`."""
    found = []
    for body in reader.find(Body):
        nowhere = not_listed(reader, body.id)
        urgent = [
            d
            for where in nowhere
            for d in reader.find(DelegatedDecision, item_id=where, urgent=True, body_id=body.id)
        ]
        count = sum(
            reader.count(DelegatedDecision, item_id=where, urgent=False, recorded_on=None, body_id=body.id)
            for where in nowhere
        )
        if urgent or count:
            coming = next_meeting(reader, body.id, today)
            term = term_on(reader, body.id, today)
            told = _meetings_for(reader, urgent, coming)
            days = term.customs.notice_days
            found.append(Unreported(body.id, term.name, told, count, coming, days))
    return tuple(found)


def _meetings_for(
    reader: Reader, urgent: Sequence[DelegatedDecision], coming: Meeting | None
) -> tuple[tuple[str, Meeting | None, str], ...]:
    """Return for each ordförandebeslut the meeting next after it, maybe over; the coming one if undated.

    None where no later meeting is planned.
    """
    meetings: dict[str, list[Meeting]] = defaultdict(list)
    for known in reader.find(Meeting, body_id=sorted({d.body_id for d in urgent})):
        if known.state is not MeetingState.CANCELLED:
            meetings[known.body_id].append(known)
    found: list[tuple[str, Meeting | None, str]] = []
    for decision in sorted(urgent, key=lambda d: d.decided_on or date.max):
        made = decision.decided_on
        later = [m for m in meetings[decision.body_id] if made is not None and m.day > made]
        found.append((called(decision), min(later, key=lambda m: m.day, default=coming), decision.id))
    return tuple(found)
