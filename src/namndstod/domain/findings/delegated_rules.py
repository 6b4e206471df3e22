"""Rules 35–37 about who decided what by which point: judged once for all rows that are alike in that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from ..delegation import Delegate, DelegateKind, DelegationPoint
from ..delegation_order import Order
from ..swedish import kronor, listed
from ..swedish_sort import fold
from .delegated_finding import Known, RowFinding, person_key
from .delegated_who import delegate_label, is_by
from .finding import Severity

WHO: Final = "KL 6 kap. 37 § och 7 kap. 5 §"
WHAT: Final = "KL 6 kap. 38 §"
CHAIN: Final = "KL 7 kap. 6 §"
URGENT: Final = "KL 6 kap. 39 §"
ORDER: Final = "delegationsordningen"
ON_DAY: Final = "\0"
"""Stands in messages for the day of the decision with a space before it, or for nothing."""


@dataclass(frozen=True)
class Case:
    """What rows have in common that are judged together. `day` is one of those between two changes."""

    order: Order
    known: Known
    number: str
    who: str
    title: str
    kind: str
    urgent: bool
    day: date | None

    @cached_property
    def point(self) -> DelegationPoint | None:
        """The point, as it read that day. An ordförandebeslut without one is by the point about those."""
        if not self.number.strip():
            return self.order.urgent_point(self.day) if self.urgent else None
        return self.order.point(self.number, self.day)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The title of the row, or those that the register knows for the name."""
        if self.title.strip():
            return (self.title,)
        return self.known.titles.get(person_key(self.who), ())

    @cached_property
    def matching(self) -> tuple[Delegate, ...]:
        """The delegates of the point that day who may be the one who decided."""
        if self.point is None:
            return ()
        delegates = self.order.delegates(self.point, self.day)
        return tuple(d for d in delegates if is_by(d.name, d.title, self.who, self.titles))

    @cached_property
    def sound(self) -> tuple[Delegate, ...]:
        """Those of them who may be delegates, and who got it in a valid way."""
        return tuple(
            d
            for d in self.matching
            if d.kind is not DelegateKind.GROUP and self.order.chain_is_valid(d, self.day)
        )

    @property
    def decider(self) -> str:
        """The name, or else the title."""
        return self.who.strip() or self.title.strip()


class Limit(NamedTuple):
    """The greatest amount, and whose: «i punkt 3.2», «för enhetschef Bo Ek i punkt 3.2»."""

    amount: int
    whose: str


@dataclass(frozen=True, slots=True)
class RowRule:
    """A rule about who decides what: its code, which its findings carry, and the function that judges."""

    code: str
    judge: Callable[[Case], Iterable[RowFinding]]


def point_stands(case: Case) -> Iterator[RowFinding]:
    """The point stands in the delegationsordning, and did on that day (rule 36)."""
    if not case.number.strip() or case.point is not None:
        return
    number, history = _number(case.number), case.order.history(case.number)
    if not history:
        said = f"Punkt {number} finns inte i delegationsordningen{ON_DAY}."
    else:
        later = next((p for p in history if case.day is not None and p.valid_from > case.day), None)
        earlier = [
            p.valid_to for p in history if p.valid_to is not None and p.valid_to < (case.day or p.valid_to)
        ]
        if later is not None and not earlier:
            when = f": den gäller från {later.valid_from.isoformat()}"
        else:
            when = f": den gällde till {max(earlier).isoformat()}" if earlier else ""
        said = f"Punkt {number} finns inte i delegationsordningen{ON_DAY}{when}."
    yield RowFinding("point_unknown", Severity.BLOCK, said, f"{WHO}; {ORDER}", "point")


def has_delegation(case: Case) -> Iterator[RowFinding]:
    """Who decided is a delegate by the point on that day (rule 36)."""
    point = case.point
    if point is None or case.matching or not case.decider:
        return
    delegates = case.order.delegates(point, case.day)
    if not case.titles and any(not d.name for d in delegates):
        titles = listed(list(dict.fromkeys(delegate_label(d) for d in delegates if not d.name)), "eller")
        said = f"Titel saknas: det går inte att se om {case.decider} är {titles} (punkt {point.number})."
        yield RowFinding("title_unknown", Severity.WARN, said, f"{WHO}; {ORDER}", "decided_by_title")
        return
    said = f"{case.decider} saknar delegation enligt punkt {point.number}{ON_DAY}."
    yield RowFinding("no_delegation", Severity.BLOCK, said, f"{WHO}; {ORDER}", "decided_by")


def may_be_delegate(case: Case) -> Iterator[RowFinding]:
    """A group of employees is no delegate (rule 36)."""
    if case.point is not None and case.matching and all(d.kind is DelegateKind.GROUP for d in case.matching):
        group = delegate_label(case.matching[0])
        said = (
            f"Får inte delegeras. Punkt {case.point.number} ger delegation till en grupp anställda: {group}."
        )
        yield RowFinding("group_decided", Severity.BLOCK, said, WHO, "decided_by")


def valid_chain(case: Case) -> Iterator[RowFinding]:
    """Delegation is passed on by the förvaltningschef only, in one step (rule 37)."""
    if case.point is None or case.sound or not case.matching:
        return
    passed = [d for d in case.matching if d.kind is not DelegateKind.GROUP]
    if passed:
        label = delegate_label(passed[0])
        said = f"Ogiltig delegationskedja. Punkt {case.point.number}, {label}: {_broken(case, passed[0])}."
        yield RowFinding("chain_invalid", Severity.BLOCK, said, CHAIN, "decided_by")


def of_kind(case: Case) -> Iterator[RowFinding]:
    """The point covers decisions of that kind."""
    point = case.point
    if point is None or not point.kinds:
        return
    kinds = listed([k.strip() for k in point.kinds], "eller")
    if not case.kind.strip():
        said = f"Det framgår inte vad beslutet gäller: punkt {point.number} gäller bara {kinds}."
        yield RowFinding("kind_outside", Severity.WARN, said, ORDER, "kind")
    elif not any(_same_kind(case.kind, kind) for kind in point.kinds):
        said = f"Punkt {point.number} omfattar inte {case.kind.strip()}, bara {kinds}."
        yield RowFinding("kind_outside", Severity.BLOCK, said, f"{WHO}; {ORDER}", "kind")


def urgent_by_right(case: Case) -> Iterator[RowFinding]:
    """An ordförandebeslut is by a point about brådskande ärenden (rule 35)."""
    if case.urgent and case.point is not None and not case.point.urgent:
        said = f"Punkt {case.point.number} gäller inte brådskande ärenden."
        yield RowFinding("not_for_urgent", Severity.WARN, said, URGENT, "point")


CASE_RULES: Final[tuple[RowRule, ...]] = (
    RowRule("point_unknown", point_stands),
    RowRule("no_delegation", has_delegation),
    RowRule("group_decided", may_be_delegate),
    RowRule("chain_invalid", valid_chain),
    RowRule("kind_outside", of_kind),
    RowRule("not_for_urgent", urgent_by_right),
)


def limit_of(case: Case) -> Limit | None:
    """Return the greatest amount that who decided may decide about; None for no limit, or no delegation."""
    point = case.point
    if point is None or not case.sound:
        return None
    limits = [_limit(point, delegate) for delegate in case.sound]
    known = [limit for limit in limits if limit is not None]
    return max(known) if len(known) == len(limits) else None


def over_limit(limit: Limit, amount: int) -> RowFinding:
    """Say that an amount is over the limit."""
    said = f"Beloppet {kronor(amount)} är över gränsen {kronor(limit.amount)} {limit.whose}."
    return RowFinding("over_limit", Severity.BLOCK, said, f"{WHO}; {ORDER}", "amount")


def without_amount(limit: Limit) -> RowFinding:
    """Say that a limit cannot be looked at."""
    said = f"Belopp saknas: gränsen {kronor(limit.amount)} {limit.whose} kan inte prövas."
    return RowFinding("amount_missing", Severity.WARN, said, ORDER, "amount")


def _limit(point: DelegationPoint, delegate: Delegate) -> Limit | None:
    own, common = delegate.max_amount, point.max_amount
    if own is not None and (common is None or own < common):
        return Limit(own, f"för {delegate_label(delegate)} i punkt {point.number}")
    return Limit(common, f"i punkt {point.number}") if common is not None else None


def _broken(case: Case, delegate: Delegate) -> str:
    return chain_fault(case.order, delegate, case.day)


def chain_fault(order: Order, delegate: Delegate, day: date | None) -> str:
    """Say what is wrong with a chain that is not valid."""
    giver = order.delegate_by_id.get(delegate.given_by or "")
    if giver is None or giver.point_id != delegate.point_id:
        return "den som vidaredelegerat har inte delegation enligt punkten"
    if giver.given_by is not None:
        return "vidaredelegering får göras i ett led"
    if giver.kind is not DelegateKind.MANAGER:
        return "bara förvaltningschefen får vidaredelegera"
    if delegate.kind not in (DelegateKind.EMPLOYEE, DelegateKind.MANAGER):
        return "vidaredelegering kan bara ges till en anställd"
    return f"{delegate_label(giver)} hade själv inte delegation"


def _number(written: str) -> str:
    words = written.strip()
    return words[6:].strip() if fold(words).startswith("punkt ") else words


def _same_kind(written: str, kind: str) -> bool:
    """Whether two kinds are the same, or one is the beginning of the other: «Mikrobidrag start»."""
    one, other = fold(written).split(), fold(kind).split()
    return bool(one and other) and all(a == b for a, b in zip(one, other, strict=False))
