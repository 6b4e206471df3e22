"""Delegationsordning as a workbook: a row a point and delegate, with all days. It is read back as it is."""

from __future__ import annotations

from namndstod.domain.delegation import Delegate, DelegationPoint
from namndstod.domain.delegation_names import APPEALS, DELEGATE_KINDS
from namndstod.domain.delegation_order import Order
from namndstod.domain.exports import Export

from .about import begin
from .writer import Column, Kind, Row

_COLUMNS = (
    Column(heading="Punkt"),
    Column(heading="Ärende", kind=Kind.LONG, width=48),
    Column(heading="Delegat"),
    Column(heading="Slag"),
    Column(heading="Namn"),
    Column(heading="Vidaredelegerad från"),
    Column(heading="Delegatens gräns", kind=Kind.KRONOR),
    Column(heading="Delegaten från", kind=Kind.DAY),
    Column(heading="Delegaten till", kind=Kind.DAY),
    Column(heading="Beloppsgräns", kind=Kind.KRONOR),
    Column(heading="Gäller slag"),
    Column(heading="Villkor", kind=Kind.LONG),
    Column(heading="Lagrum"),
    Column(heading="Gäller från", kind=Kind.DAY),
    Column(heading="Gäller till", kind=Kind.DAY),
    Column(heading="Anmäls", kind=Kind.YES),
    Column(heading="Överklagas"),
    Column(heading="Brådskande", kind=Kind.YES),
    Column(heading="Godtas därför att", kind=Kind.LONG),
)


def order_workbook(order: Order, export: Export) -> bytes:
    """Return the delegationsordning with its whole history as .xlsx: one head, no line beside the table."""
    book = begin("Delegationsordning", export)
    rows = [
        _row(order, each.point, delegate) for each in order.all() for delegate in (each.delegates or (None,))
    ]
    book.sheet("Delegationsordning").table(_COLUMNS, rows, hold=2)
    return book.close()


def _row(order: Order, point: DelegationPoint, delegate: Delegate | None) -> Row:
    who: Row = ("",) * 7
    if delegate is not None:
        giver = order.delegate_by_id.get(delegate.given_by or "")
        who = (
            delegate.title,
            DELEGATE_KINDS[delegate.kind],
            delegate.name,
            f"{giver.title} {giver.name}".strip() if giver is not None else "",
            delegate.max_amount,
            delegate.valid_from,
            delegate.valid_to,
        )
    return (
        point.number,
        point.text,
        *who,
        point.max_amount,
        "; ".join(point.kinds),
        point.terms,
        point.law,
        point.valid_from,
        point.valid_to,
        point.reported,
        APPEALS[point.appeal],
        point.urgent,
        point.waived,
    )
