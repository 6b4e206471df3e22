"""Queries about the delegationsordning of a body: with its history, and what refers to its points."""

from __future__ import annotations

from datetime import date

from namndstod.domain.delegation import Delegate, DelegatedDecision, DelegationPoint
from namndstod.domain.delegation_order import Order, holds, point_key
from namndstod.domain.frozen import frozen
from namndstod.storage.store import Reader


def order_of(reader: Reader, body_id: str) -> Order:
    """Return the delegationsordning of a body with its whole history; empty where there is none."""
    points = reader.find(DelegationPoint, body_id=body_id)
    delegates = reader.find(Delegate, point_id=[p.id for p in points]) if points else []
    return Order(points, delegates)


@frozen
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
