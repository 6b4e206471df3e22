"""Delegationsordning: which points a body has decided on, and who may decide by them on a day (KL 6:37–39).

A number may stand several times, one record after the other: as the point read from one day to another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from .delegation import Delegate, DelegatedDecision, DelegateKind, DelegationPoint
from .frozen import frozen
from .records import Appeal
from .swedish import plain
from .swedish_sort import fold, swedish_key

_BEFORE: Final = re.compile(r"^(?:(?:delegations?)?(?:punkt(?:en)?|pkt|nr|nummer|p)\b[.:]?|§+)\s*")
_NUMBER: Final = re.compile(r"(?:[a-zåäö]{1,3}[. -]?)?\d+(?:\s?[.,:-]\s?\d+)*(?:\s?[a-zåäö](?![\wåäö]))?")
_BETWEEN: Final = re.compile(r"\s*[.,:-]\s*")
_DAY: Final = timedelta(days=1)


@lru_cache(maxsize=4096)
def point_key(written: str) -> str:
    """Return a point's number in one form: «punkt 3.2», «3,2», «3.2.» and «3.2 Företagsstöd» are «3.2»."""
    text = " ".join(fold(plain(written)).split())
    text = _BEFORE.sub("", text).strip(" .:;")
    found = _NUMBER.match(text)
    if found is None:
        return text
    return _BETWEEN.sub(".", found[0]).replace(" ", "")


@frozen
class PointOnDay:
    """A point as it reads on a day, with those who may decide by it that day, in order."""

    point: DelegationPoint
    delegates: tuple[Delegate, ...]


class Order:
    """The delegationsordning of a body with its whole history; asked for a day."""

    def __init__(self, points: Iterable[DelegationPoint] = (), delegates: Iterable[Delegate] = ()) -> None:
        self._points: dict[str, list[DelegationPoint]] = defaultdict(list)
        self._delegates: dict[str, list[Delegate]] = defaultdict(list)
        for point in sorted(points, key=lambda p: p.valid_from):
            self._points[point_key(point.number)].append(point)
        for delegate in sorted(delegates, key=lambda d: (d.position, d.valid_from)):
            self._delegates[delegate.point_id].append(delegate)
        self.delegate_by_id: Mapping[str, Delegate] = {
            d.id: d for each in self._delegates.values() for d in each
        }
        self._changes = self._days_of_change()

    def __eq__(self, other: object) -> bool:
        """Whether the same stands in both."""
        return isinstance(other, Order) and self._records() == other._records()

    def __hash__(self) -> int:
        """Equal orders have the same number."""
        return hash(self._records())

    def __bool__(self) -> bool:
        """Whether anything stands in it."""
        return bool(self._points)

    def history(self, number: str) -> tuple[DelegationPoint, ...]:
        """Return all records of a point's number, earliest first; nothing where it has never stood."""
        return tuple(self._points.get(point_key(number), ()))

    def point(self, number: str, day: date | None) -> DelegationPoint | None:
        """Return the point as it reads on `day`; the latest one where no day is known."""
        found = self._points.get(point_key(number), ())
        if day is None:
            return found[-1] if found else None
        return next((p for p in reversed(found) if holds(p, day)), None)

    def appeal(self, number: str, day: date | None) -> Appeal:
        """Return how a decision by that point is appealed (KL 13 kap. or förvaltningslagen)."""
        point = self.point(number, day) if number.strip() else None
        return point.appeal if point is not None else Appeal.LEGALITY

    def urgent(self, number: str, day: date | None) -> bool:
        """Return whether what is decided by that point are ordförandebeslut (KL 6:39)."""
        point = self.point(number, day) if number.strip() else None
        return point is not None and point.urgent

    def delegates(self, point: DelegationPoint, day: date | None = None) -> tuple[Delegate, ...]:
        """Return the delegates of a point that hold on `day`; those of all days where none is given."""
        return tuple(d for d in self._delegates.get(point.id, ()) if day is None or holds(d, day))

    def on(self, day: date) -> tuple[PointOnDay, ...]:
        """Return the points in force on `day` by number, each with its delegates of that day."""
        held = [p for each in self._points.values() for p in each if holds(p, day)]
        held.sort(key=lambda p: (swedish_key(p.number), p.position))
        return tuple(PointOnDay(p, self.delegates(p, day)) for p in held)

    def all(self) -> tuple[PointOnDay, ...]:
        """Return every record of every point with all delegates it has had, by number and first day."""
        return tuple(
            PointOnDay(p, self.delegates(p))
            for p in sorted(
                (p for each in self._points.values() for p in each),
                key=lambda p: (swedish_key(p.number), p.valid_from),
            )
        )

    def urgent_point(self, day: date | None) -> DelegationPoint | None:
        """Return the only point about brådskande ärenden (KL 6:39) of that day; None for none or several."""
        found = [
            p for each in self._points.values() for p in each if p.urgent and (day is None or holds(p, day))
        ]
        return found[0] if len(found) == 1 else None

    def chain_is_valid(self, delegate: Delegate, day: date | None) -> bool:
        """Whether what was passed on was so by the förvaltningschef, in one step, to an employee (KL 7:6).

        The förvaltningschef has to have the delegation on the day when it is used.
        """
        if delegate.given_by is None:
            return True
        giver = self.delegate_by_id.get(delegate.given_by)
        return (
            giver is not None
            and giver.point_id == delegate.point_id
            and giver.kind is DelegateKind.MANAGER
            and giver.given_by is None
            and delegate.kind in (DelegateKind.EMPLOYEE, DelegateKind.MANAGER)
            and (day is None or holds(giver, day))
        )

    def stretch(self, day: date) -> int:
        """Return a number that is the same for days between which nothing changes in the order."""
        return bisect_right(self._changes, day)

    def _records(self) -> tuple[frozenset[DelegationPoint], frozenset[Delegate]]:
        points = frozenset(p for each in self._points.values() for p in each)
        return points, frozenset(self.delegate_by_id.values())

    def _days_of_change(self) -> list[date]:
        records = [p for each in self._points.values() for p in each]
        dated: list[DelegationPoint | Delegate] = [*records, *self.delegate_by_id.values()]
        starts = {r.valid_from for r in dated}
        ends = {r.valid_to + _DAY for r in dated if r.valid_to is not None and r.valid_to < date.max}
        return sorted(starts | ends)


def holds(record: DelegationPoint | Delegate, day: date) -> bool:
    """Whether a point or delegate is in force on `day`."""
    return record.valid_from <= day and (record.valid_to is None or day <= record.valid_to)


def appealed(before: DelegatedDecision, after: DelegatedDecision, order: Order) -> DelegatedDecision:
    """Return a changed decision with the appeal of its point, unless somebody has said another one."""
    own = order.appeal(before.point, before.decided_on)
    if not before.appeal is after.appeal is own:
        return after
    return replace(after, appeal=order.appeal(after.point, after.decided_on))


@dataclass(frozen=True)
class DelegationFacts:
    """What a meeting's view knows of the body's delegation. The order is empty where nothing is reported.

    `unreported` counts the decisions that can be appealed, stand on no list and are not recorded separately,
    by the day they were made; not the ordförandebeslut on no list, which are `urgent`. Those from `since` on
    are to be reported here, or all earlier ones too where it is None. `previous` is the day of the meeting
    before.
    """

    order: Order
    unreported: Mapping[date, int]
    urgent: tuple[DelegatedDecision, ...] = ()
    since: date | None = None
    previous: date | None = None


NO_DELEGATION: Final = DelegationFacts(Order(), {})
