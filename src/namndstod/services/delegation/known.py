"""What the register knows when rows of delegated decisions are judged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from namndstod.domain.delegation import NOTHING_REPORTED, DelegatedDecision
from namndstod.domain.findings.delegated_finding import Known, KnownDecision, titles_of
from namndstod.domain.records import AgendaItem, Mandate, Meeting, MeetingState, Person, Section
from namndstod.domain.role_names import ROLE_NAMES
from namndstod.storage.store import Reader

from ..terms import term_on


def known_of(
    reader: Reader,
    body_id: str,
    today: date,
    *,
    decisions: bool = True,
    stored: Sequence[DelegatedDecision] | None = None,
) -> Known:
    """Return what the register knows when rows of a body are judged.

    `stored` are its decisions where somebody has read them already. Without `decisions` nothing is compared
    with them, as when they are judged themselves: only their titles are known, where they are given.
    """
    if stored is None:
        stored = reader.find(DelegatedDecision, body_id=body_id) if decisions else ()
    light = tuple(
        KnownDecision(d.id, d.diary_number, d.kind, d.point, d.amount, d.recipient, d.decided_on, d.serial)
        for d in (stored if decisions else ())
    )
    named = [(d.decided_by, d.decided_by_title) for d in stored]
    mandates = reader.find(Mandate, body_id=body_id)
    people = {p.id: p for p in reader.find(Person, id=[m.person_id for m in mandates])}
    named += [(people[m.person_id].name, ROLE_NAMES[m.role]) for m in mandates]
    meetings = {
        m.id: m for m in reader.find(Meeting, body_id=body_id) if m.state is not MeetingState.CANCELLED
    }
    return Known(
        decisions=light,
        titles=titles_of(named),
        meetings=tuple(sorted(m.day for m in meetings.values())),
        reported=_reported(reader, meetings),
        notice_days=term_on(reader, body_id, today).customs.notice_days,
    )


def _reported(reader: Reader, meetings: dict[str, Meeting]) -> dict[str, date]:
    """Return the day of the meeting by the id of each item where decisions stand, or stood and were told."""
    used = [i for i in reader.tally(DelegatedDecision, "item_id") if i]
    items = [i for i in reader.find(AgendaItem, id=used) if i.meeting_id in meetings]
    not_told = {
        s.item_id for s in reader.find(Section, item_id=[i.id for i in items], outcome=NOTHING_REPORTED)
    }
    return {i.id: meetings[i.meeting_id].day for i in items if i.id not in not_told}
