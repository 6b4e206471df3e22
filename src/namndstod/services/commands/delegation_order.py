"""The delegationsordning: points and delegates, each from a day to a day; what was in force is kept."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any, ClassVar

from namndstod.domain.delegation import Delegate, DelegationPoint
from namndstod.domain.delegation_order import Order, point_key
from namndstod.domain.errors import RuleBroken
from namndstod.domain.records import Body, new_id
from namndstod.domain.swedish import counted
from namndstod.services.delegation.order import order_of, use_of

from .base import Command, Desk

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class AddPoint(Command):
    """Enter a point of the delegationsordning, with its delegates. Ids and places are the register's own.

    The delegates' `given_by` names another of them by the id it has here.
    """

    label: ClassVar[str] = "ny punkt i delegationsordningen"
    point: DelegationPoint
    delegates: tuple[Delegate, ...] = ()

    def run(self, desk: Desk) -> str:
        """Return the id of the point."""
        desk.work.get(Body, self.point.body_id)
        order = order_of(desk.work, self.point.body_id)
        _require_possible(self.point, order)
        last = desk.work.maximum(DelegationPoint, "position", body_id=self.point.body_id) or 0
        made = desk.work.add(replace(_trimmed(self.point), id=new_id(), version=0, position=last + 1))
        _add_delegates(desk, made.id, self.delegates)
        return made.id


@dataclass(frozen=True)
class ChangePoint(Command):
    """Change a point to `point`, which carries its stored id.

    With `from_day` the point reads so from that day on: a new record begins, with the delegates of that day,
    and the old one ends the day before. Without, what stood was a mistake.
    """

    label: ClassVar[str] = "ändra punkt i delegationsordningen"
    point: DelegationPoint
    from_day: date | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the record that holds what was given."""
        stored = desk.work.get(DelegationPoint, self.point.id)
        order = order_of(desk.work, stored.body_id)
        point = replace(_trimmed(self.point), body_id=stored.body_id, position=stored.position)
        if point.text != stored.text:
            point = replace(point, waived="")  # the reason was about other words
        if self.from_day is None:
            _require_possible(point, order)
            return desk.work.change(stored, **_facts(point)).id
        if self.from_day <= stored.valid_from:
            raise RuleBroken(
                f"Punkten gäller från {stored.valid_from.isoformat()}: ändringen kan börja dagen efter.",
                field="from_day",
            )
        if stored.valid_to is not None and stored.valid_to < self.from_day:
            raise RuleBroken("Punkten har slutat gälla då.", field="from_day")
        ended = desk.work.change(stored, valid_to=self.from_day - _DAY)
        begun = replace(point, id=new_id(), version=0, valid_from=self.from_day, valid_to=stored.valid_to)
        _require_possible(begun, order, but=ended.id)
        made = desk.work.add(begun)
        kept = _kept_from(order.delegates(stored), self.from_day)
        _add_delegates(
            desk, made.id, tuple(replace(d, valid_from=max(d.valid_from, self.from_day)) for d in kept)
        )
        return made.id


@dataclass(frozen=True)
class EndPoint(Command):
    """Let a point end with its last day, or go on again."""

    label: ClassVar[str] = "avsluta punkt i delegationsordningen"
    point_id: str
    last: date | None

    def run(self, desk: Desk) -> None:
        """Store the last day."""
        stored = desk.work.get(DelegationPoint, self.point_id)
        point = replace(stored, valid_to=self.last)
        _require_possible(point, order_of(desk.work, stored.body_id))
        desk.work.change(stored, valid_to=self.last)


@dataclass(frozen=True)
class RemovePoint(Command):
    """Take away a point that was entered by mistake. One that decisions are by is ended instead."""

    label: ClassVar[str] = "ta bort punkt ur delegationsordningen"
    point_id: str

    def run(self, desk: Desk) -> None:
        """Remove it with its delegates."""
        point = desk.work.get(DelegationPoint, self.point_id)
        used = use_of(desk.work, point).count
        if used:
            decisions = counted(used, "beslut är fattat", "beslut är fattade")
            raise RuleBroken(f"{decisions} enligt punkt {point.number}. Avsluta den i stället.")
        _remove(desk, desk.work.find(Delegate, point_id=point.id))
        desk.work.remove(point)


@dataclass(frozen=True)
class WaivePoint(Command):
    """Let a point stand although its words suggest what may not be delegated; no reason takes that back."""

    label: ClassVar[str] = "godta punkt i delegationsordningen"
    point_id: str
    reason: str

    def run(self, desk: Desk) -> None:
        """Store the reason."""
        desk.work.change(desk.work.get(DelegationPoint, self.point_id), waived=self.reason.strip())


@dataclass(frozen=True)
class AddDelegate(Command):
    """Let somebody decide by a point, of the förvaltningschef's giving where `given_by` says so (KL 7:6)."""

    label: ClassVar[str] = "ny delegat"
    delegate: Delegate

    def run(self, desk: Desk) -> str:
        """Return the id of the delegate."""
        point = desk.work.get(DelegationPoint, self.delegate.point_id)
        _require_delegate(self.delegate, point)
        return _add_delegates(desk, point.id, (self.delegate,))[0]


@dataclass(frozen=True)
class ChangeDelegate(Command):
    """Correct the facts of a delegate to those of `delegate`, which carries its stored id."""

    label: ClassVar[str] = "ändra delegat"
    delegate: Delegate

    def run(self, desk: Desk) -> None:
        """Store what differs; the point stays."""
        stored = desk.work.get(Delegate, self.delegate.id)
        delegate = replace(self.delegate, point_id=stored.point_id, position=stored.position)
        _require_delegate(delegate, desk.work.get(DelegationPoint, stored.point_id))
        desk.work.change(stored, **_facts(delegate))


@dataclass(frozen=True)
class EndDelegate(Command):
    """Let a delegation end with its last day, or go on again; what was passed on ends with it."""

    label: ClassVar[str] = "avsluta delegation"
    delegate_id: str
    last: date | None

    def run(self, desk: Desk) -> None:
        """Store the last day."""
        stored = desk.work.get(Delegate, self.delegate_id)
        ended = replace(stored, valid_to=self.last)
        _require_delegate(ended, desk.work.get(DelegationPoint, stored.point_id))
        desk.work.change(stored, valid_to=self.last)
        if self.last is not None:
            for given in desk.work.find(Delegate, given_by=stored.id):
                later = given.valid_to is None or given.valid_to > self.last
                if later and given.valid_from <= self.last:
                    desk.work.change(given, valid_to=self.last)


@dataclass(frozen=True)
class RemoveDelegate(Command):
    """Take away a delegate who was entered by mistake, with those it was passed on to."""

    label: ClassVar[str] = "ta bort delegat"
    delegate_id: str

    def run(self, desk: Desk) -> None:
        """Remove them."""
        stored = desk.work.get(Delegate, self.delegate_id)
        _remove(desk, [stored, *_passed_on(desk, stored)])


def _passed_on(desk: Desk, delegate: Delegate) -> list[Delegate]:
    """Return all who have it from the delegate, in however many steps somebody has entered."""
    found: dict[str, Delegate] = {}
    asked = [delegate.id]
    while asked:
        given = [d for d in desk.work.find(Delegate, given_by=asked) if d.id not in found and d != delegate]
        found |= {d.id: d for d in given}
        asked = [d.id for d in given]
    return list(found.values())


def _kept_from(delegates: tuple[Delegate, ...], day: date) -> list[Delegate]:
    """Return those who go on from a day: what was passed on ends with who passed it on."""
    there = {d.id for d in delegates}
    kept = [d for d in delegates if d.valid_to is None or d.valid_to >= day]
    while True:
        ids = {d.id for d in kept}
        left = [d for d in kept if d.given_by in ids or d.given_by not in there]
        if len(left) == len(kept):
            return kept
        kept = left


def _remove(desk: Desk, delegates: list[Delegate]) -> None:
    """Remove delegates, those who have it from others first."""
    left = {d.id: d for d in delegates}
    while left:
        givers = {d.given_by for d in left.values()}
        last = [d for d in left.values() if d.id not in givers] or list(left.values())
        for delegate in last:
            desk.work.remove(left.pop(delegate.id))


def _add_delegates(desk: Desk, point_id: str, delegates: tuple[Delegate, ...]) -> list[str]:
    """Add delegates last, each after the one it has it from; return their new ids, as added."""
    position = desk.work.maximum(Delegate, "position", point_id=point_id) or 0
    ids = {d.id: new_id() for d in delegates if d.id}
    waiting, made = list(delegates), []
    there: set[str] = set()
    while waiting:
        ready = [d for d in waiting if d.given_by not in ids or d.given_by in there] or waiting[:1]
        for delegate in ready:
            waiting.remove(delegate)
            there.add(delegate.id)
            position += 1
            giver = ids.get(delegate.given_by or "", delegate.given_by)
            stored = replace(
                delegate,
                id=ids.get(delegate.id) or new_id(),
                version=0,
                point_id=point_id,
                position=position,
                given_by=giver,
                title=delegate.title.strip(),
                name=delegate.name.strip(),
            )
            made.append(desk.work.add(stored).id)
    return made


def _require_possible(point: DelegationPoint, order: Order, but: str = "") -> None:
    """Raise RuleBroken where a point has no number or text, ends too early, or stands twice on a day."""
    if not point_key(point.number):
        raise RuleBroken("Punkten ska ha ett nummer, till exempel 3.2.", field="number")
    if not point.text.strip():
        raise RuleBroken("Skriv vad som får beslutas enligt punkten.", field="text")
    if point.valid_to is not None and point.valid_to < point.valid_from:
        raise RuleBroken("Punkten kan inte sluta gälla innan den börjar.", field="valid_to")
    if point.max_amount is not None and point.max_amount < 0:
        raise RuleBroken("Gränsen kan inte vara under noll.", field="max_amount")
    for other in order.history(point.number):
        if other.id in (point.id, but):
            continue
        if max(other.valid_from, point.valid_from) <= min(
            other.valid_to or date.max, point.valid_to or date.max
        ):
            until = f"–{other.valid_to.isoformat()}" if other.valid_to else " tills vidare"
            raise RuleBroken(
                f"Punkt {other.number} gäller redan {other.valid_from.isoformat()}{until}.", field="number"
            )


def _require_delegate(delegate: Delegate, point: DelegationPoint) -> None:
    if not (delegate.title.strip() or delegate.name.strip()):
        raise RuleBroken("Skriv delegatens titel eller namn.", field="title")
    if delegate.valid_to is not None and delegate.valid_to < delegate.valid_from:
        raise RuleBroken("Delegationen kan inte sluta innan den börjar.", field="valid_to")
    if delegate.given_by is not None and delegate.given_by == delegate.id:
        raise RuleBroken("Ingen kan vidaredelegera till sig själv.", field="given_by")
    if point.valid_to is not None and delegate.valid_from > point.valid_to:
        raise RuleBroken(f"Punkten slutar gälla {point.valid_to.isoformat()}.", field="valid_from")


def _trimmed(point: DelegationPoint) -> DelegationPoint:
    kinds = tuple(dict.fromkeys(k.strip() for k in point.kinds if k.strip()))
    return replace(
        point, number=point.number.strip(), text=point.text.strip(), terms=point.terms.strip(), kinds=kinds
    )


def _facts(record: DelegationPoint | Delegate) -> dict[str, Any]:
    return {f.name: getattr(record, f.name) for f in fields(record) if f.name not in ("id", "version")}
