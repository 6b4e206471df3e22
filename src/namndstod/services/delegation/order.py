"""Queries about the delegationsordning of a body: with its history, and what refers to its points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from namndstod.domain.delegation import NOTHING_REPORTED, Delegate, DelegatedDecision, DelegationPoint
from namndstod.domain.delegation_order import Order, holds, point_key
from namndstod.domain.findings.delegated_finding import Known, KnownDecision, titles_of
from namndstod.domain.records import AgendaItem, Mandate, Meeting, MeetingState, Person, Section
from namndstod.domain.role_names import ROLE_NAMES
from namndstod.storage.store import Reader

from ..terms import term_on


def order_of(reader: Reader, body_id: str) -> Order:
    """Return the delegationsordning of a body with its whole history; empty where there is none."""
    points = reader.find(DelegationPoint, body_id=body_id)
    delegates = reader.find(Delegate, point_id=[p.id for p in points]) if points else []
    return Order(points, delegates)


@dataclass(frozen=True, slots=True)
class PointUse:
    """How many decisions of the register are by a point in its days, and the first and last of them."""

    count: int
    first: date | None = None
    last: date | None = None


def use_of(reader: Reader, point: DelegationPoint) -> PointUse:
    """Return the decisions that are by a point as it reads in this record, however its number is written."""
    key = point_key(point.number)
    written = [
        w for w in reader.tally(DelegatedDecision, "point", body_id=point.body_id) if point_key(w) == key
    ]
    if not written:
        return PointUse(0)
    by_day = reader.tally(DelegatedDecision, "decided_on", body_id=point.body_id, point=written)
    days = {date.fromisoformat(day): count for day, count in by_day.items() if day}
    here = {day: count for day, count in days.items() if holds(point, day)}
    return PointUse(sum(here.values()), min(here, default=None), max(here, default=None))


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
