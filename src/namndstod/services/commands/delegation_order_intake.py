"""A delegationsordning taken in from a workbook, as one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, ClassVar

from namndstod.domain.delegation import Delegate, DelegationPoint
from namndstod.domain.errors import RuleBroken
from namndstod.services.delegation.order_intake import OrderRow, OrderState

from .base import Command, Desk
from .delegation_order import AddDelegate, AddPoint, ChangePoint, EndPoint, RemoveDelegate, RemovePoint

_TAKEN = (OrderState.NEW, OrderState.CHANGED, OrderState.ENDED)


@dataclass(frozen=True)
class TakeInOrder(Command):
    """Take in rows of a plan: what is new and changed holds from `day`, what ends does so the day before."""

    label: ClassVar[str] = "läs in delegationsordning"
    name: str  # of the file
    day: date
    rows: tuple[OrderRow, ...]

    def run(self, desk: Desk) -> None:
        """Store what the rows say."""
        chosen = [row for row in self.rows if row.state in _TAKEN]
        if not chosen:
            raise RuleBroken("Det finns inget att läsa in: allt är som det var.")
        for row in chosen:
            if row.state is OrderState.ENDED and row.stored is not None:
                self._end(desk, row.stored.point)
        for row in chosen:
            if row.state is OrderState.NEW and row.point is not None:
                AddPoint(row.point, row.delegates).run(desk)
            elif row.state is OrderState.CHANGED:
                self._change(desk, row)

    def arguments(self) -> dict[str, Any]:
        """Sum up the rows: the records have their own images."""
        return {"name": self.name, "day": self.day, "rows": len(self.rows)}

    def _end(self, desk: Desk, point: DelegationPoint) -> None:
        """Let a point end the day before; one that begins that very day has never held."""
        if point.valid_from < self.day:
            EndPoint(point.id, self.day - timedelta(days=1)).run(desk)
        else:
            RemovePoint(point.id).run(desk)

    def _change(self, desk: Desk, row: OrderRow) -> None:
        """Change a point, and let its delegates be those of the workbook."""
        if row.point is None or row.stored is None:
            return
        point_id = ChangePoint(row.point, None if row.in_place else self.day).run(desk)
        there = desk.work.find(Delegate, point_id=point_id)
        givers = {delegate.given_by for delegate in there}
        for delegate in sorted(there, key=lambda d: d.id in givers):  # those who have it from others first
            if desk.work.find(Delegate, id=delegate.id):
                RemoveDelegate(delegate.id).run(desk)
        ids: dict[str | None, str | None] = {None: None}
        for delegate in sorted(row.delegates, key=lambda d: d.given_by is not None):
            begins = delegate.valid_from if row.in_place else max(delegate.valid_from, self.day)
            made = replace(
                delegate, point_id=point_id, valid_from=begins, given_by=ids.get(delegate.given_by)
            )
            ids[delegate.id] = AddDelegate(made).run(desk)
