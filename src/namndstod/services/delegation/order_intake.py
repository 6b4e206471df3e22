"""A delegationsordning read from a workbook, compared with the one that holds; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from namndstod.domain.delegation import Delegate, DelegationPoint
from namndstod.domain.delegation_order import Order, PointOnDay, point_key
from namndstod.domain.intake.delegated.order_table import FoundDelegate, FoundOrder, FoundPoint
from namndstod.domain.swedish import listed


class OrderState(StrEnum):
    """How a point of the workbook stands to what holds."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ENDED = "ended"  # it holds, and the workbook has it no more
    UNCLEAR = "unclear"


STATE_NAMES: Final = {
    OrderState.NEW: "ny",
    OrderState.CHANGED: "ändrad",
    OrderState.SAME: "oförändrad",
    OrderState.ENDED: "upphör",
    OrderState.UNCLEAR: "oklar",
}
_FIELDS: Final = {
    "text": ("text", "ärendet"),
    "amount": ("max_amount", "beloppsgränsen"),
    "kinds": ("kinds", "slagen"),
    "terms": ("terms", "villkoren"),
    "law": ("law", "lagrummet"),
    "valid_from": ("valid_from", "första dagen"),
    "valid_to": ("valid_to", "sista dagen"),
    "reported": ("reported", "anmälan"),
    "appeal": ("appeal", "överklagandet"),
    "urgent": ("urgent", "brådskande"),
    "waived": ("waived", "skälet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """A point of the plan: what the workbook says, what holds, and what is to be done of it.

    `point` and `delegates` are what is to be stored; `in_place` corrects the record that holds instead of
    beginning a new one. `told` says what is changed or unclear, in Swedish.
    """

    state: OrderState
    number: str
    text: str
    told: str = ""
    point: DelegationPoint | None = None
    delegates: tuple[Delegate, ...] = ()
    stored: PointOnDay | None = None
    in_place: bool = False


def plan_order(found: FoundOrder, order: Order, body_id: str, day: date) -> tuple[OrderRow, ...]:
    """Return what taking the workbook in from `day` would do, in its order; last what it has no more."""
    rows = []
    seen: set[tuple[str, date | None]] = set()
    for point in found.points:
        key = (point_key(point.number), point.valid_from)
        if key in seen:
            rows.append(_unclear(point, "Punkten står två gånger i filen."))
        elif point.doubts:
            rows.append(_unclear(point, " ".join(point.doubts)))
        else:
            rows.append(_row(point, found.fields, order, body_id, day))
        seen.add(key)
    kept = {row.stored.point.id for row in rows if row.stored is not None}
    numbers = {number for number, _ in seen}
    for here in order.on(day) if rows else ():
        if here.point.id not in kept and point_key(here.point.number) not in numbers:
            told = "Punkten finns inte i filen."
            rows.append(
                OrderRow(
                    state=OrderState.ENDED,
                    number=here.point.number,
                    text=here.point.text,
                    told=told,
                    stored=here,
                )
            )
    return tuple(rows)


def _unclear(found: FoundPoint, told: str) -> OrderRow:
    return OrderRow(state=OrderState.UNCLEAR, number=found.number, text=found.text, told=told)


def _row(found: FoundPoint, fields: tuple[str, ...], order: Order, body_id: str, day: date) -> OrderRow:
    """Compare a point with the record of its own first day, else with the one that holds on `day`."""
    own = next((p for p in order.history(found.number) if p.valid_from == found.valid_from), None)
    stored = own if found.valid_from is not None else order.point(found.number, day)
    begins = found.valid_from or day
    if stored is None:
        made = DelegationPoint(
            id="", body_id=body_id, number=found.number, position=0, text=found.text, valid_from=begins
        )
        point = _said_of(made, found, fields)
        delegates = tuple(_made(found.delegates, begins))
        return OrderRow(
            state=OrderState.NEW, number=found.number, text=found.text, point=point, delegates=delegates
        )
    there = PointOnDay(stored, order.delegates(stored, None if own is not None else day))
    point = _said_of(stored, found, fields)
    in_place = own is not None or stored.valid_from >= day
    delegates = tuple(_made(found.delegates, stored.valid_from if in_place else day, there.delegates))
    told = list(_changes(there, point, delegates, order, days=own is not None))
    return OrderRow(
        state=OrderState.CHANGED if told else OrderState.SAME,
        number=found.number,
        text=point.text,
        told=f"Ändras: {listed(told)}." if told else "",
        point=point,
        delegates=delegates,
        stored=there,
        in_place=in_place,
    )


def _said_of(point: DelegationPoint, found: FoundPoint, fields: tuple[str, ...]) -> DelegationPoint:
    """Return a point with what the workbook says, where it has a column and an answer."""
    said = {
        attribute: getattr(found, attribute)
        for column, (attribute, _) in _FIELDS.items()
        if column in fields and attribute != "valid_from"
    }
    answered = {
        name: value for name, value in said.items() if value is not None or name in ("max_amount", "valid_to")
    }
    return replace(point, **answered)


def _made(
    found: tuple[FoundDelegate, ...], begins: date, there: tuple[Delegate, ...] = ()
) -> Iterator[Delegate]:
    """Yield delegates to be stored, with ids of this plan alone; who stands there keeps the first day."""
    ids = {delegate.called: f"f{at}" for at, delegate in reversed(list(enumerate(found)))}
    for at, delegate in enumerate(found):
        same = next((d for d in there if (d.title, d.name) == (delegate.title, delegate.name)), None)
        since = same.valid_from if same is not None else begins
        yield Delegate(
            id=f"f{at}",
            point_id="",
            position=at,
            kind=delegate.kind,
            title=delegate.title,
            name=delegate.name,
            max_amount=delegate.max_amount,
            valid_from=delegate.valid_from or max(since, begins),
            valid_to=delegate.valid_to,
            given_by=ids.get(delegate.given_by) if delegate.given_by else None,
        )


def _changes(
    there: PointOnDay, point: DelegationPoint, delegates: tuple[Delegate, ...], order: Order, *, days: bool
) -> Iterator[str]:
    """Yield what differs, in words; the days of delegates count where the workbook tells days at all."""
    for attribute, words in _FIELDS.values():
        if getattr(point, attribute) != getattr(there.point, attribute):
            yield words
    by_id = {d.id: d for d in delegates}
    new = {_known_as(d, by_id.get(d.given_by or ""), days=days) for d in delegates}
    old = {_known_as(d, order.delegate_by_id.get(d.given_by or ""), days=days) for d in there.delegates}
    if new != old:
        yield "delegaterna"


def _known_as(delegate: Delegate, giver: Delegate | None, *, days: bool) -> tuple[object, ...]:
    passed_on = (giver.title, giver.name) if giver is not None else None
    told = (delegate.kind, delegate.title, delegate.name, delegate.max_amount, passed_on)
    return (*told, delegate.valid_from, delegate.valid_to) if days else told
