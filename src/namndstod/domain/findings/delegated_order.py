"""Rules 36 and 37 for the delegationsordning itself: what is not delegable, to whom, how passed on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from ..delegation import Delegate, DelegateKind, DelegationPoint
from ..delegation_order import Order, PointOnDay
from ..swedish import capitalised, kronor, plain
from .delegated_rules import CHAIN, URGENT, WHAT, WHO, chain_fault
from .delegated_who import delegate_label
from .finding import Severity


class OrderFinding(NamedTuple):
    """A finding about a point or, where `delegate_id` is given, a delegate. `field` is the record's.

    `waived` is the reason why a warning was let stand; it then only informs.
    """

    code: str
    severity: Severity
    message: str
    source: str
    field: str
    point_id: str
    delegate_id: str = ""
    waived: str = ""


@dataclass(frozen=True, slots=True)
class OrderRule:
    """A rule about the delegationsordning: its code, and the function that judges a point of it."""

    code: str
    judge: Callable[[PointOnDay, Order], Iterable[OrderFinding]]


class _Suspect(NamedTuple):
    what: str
    pattern: re.Pattern[str]


_SUSPECTS: Final = (
    _Suspect(
        "verksamhetens mål, inriktning, omfattning eller kvalitet",
        re.compile(
            r"\b(?:verksamhetens?|nämndens?|styrelsens?)\s+(?:\w+\s+)?"
            r"(?:mål|inriktning|omfattning|kvalitet)(?:en|et|ens|ets)?\b"
            r"|\bmål(?:en)?\s*(?:,|och|eller)\s*inriktning|\binriktning\s*(?:,|och|eller)\s*(?:mål|omfattning)"
            r"|\bomfattning\s*(?:,|och|eller)\s*kvalitet",
            re.IGNORECASE,
        ),
    ),
    _Suspect(
        "framställningar eller yttranden till fullmäktige",
        re.compile(
            r"\b(?:framställning|yttrande|förslag|skrivelse)\w*\b[^.;]{0,40}\btill\s+\w*fullmäktige"
            r"|\byttrand\w*[^.;]{0,80}\b(?:nämndens|fullmäktiges)\s+(?:egna\s+)?beslut[^.;]{0,40}överklag",
            re.IGNORECASE,
        ),
    ),
    _Suspect(
        "myndighetsutövning av principiell beskaffenhet eller annars av större vikt",
        re.compile(r"\bprincipiell\w*|\bav större vikt\b", re.IGNORECASE),
    ),
    _Suspect("ärenden som väckts genom medborgarförslag", re.compile(r"\bmedborgarförslag", re.IGNORECASE)),
)
_NOT: Final = re.compile(r"\b(?:inte|ej|icke|aldrig|utom|förutom|undantag\w*|utan)\b[^.;]*$", re.IGNORECASE)
_GROUP: Final = re.compile(r"\b\w*(?:grupp(?:en)?|team(?:et)?)$", re.IGNORECASE)
_FOR_URGENT: Final = (DelegateKind.CHAIR, DelegateKind.MEMBER)


def delegable(here: PointOnDay, order: Order) -> Iterator[OrderFinding]:
    """Goals and direction, statements to fullmäktige, what is of principle: nämnden decides (KL 6:38)."""
    text = plain(here.point.text)
    for suspect in _SUSPECTS:
        found = suspect.pattern.search(text)
        if found is not None and not _NOT.search(text[: found.start()]):
            said = f"Får inte delegeras. ”{found[0].strip()}” låter som {suspect.what}."
            yield OrderFinding(
                "not_delegable", Severity.WARN, said, WHAT, "text", here.point.id, waived=here.point.waived
            )


def to_whom(here: PointOnDay, order: Order) -> Iterator[OrderFinding]:
    """A group of employees is no delegate (KL 6:37, 7:5)."""
    for delegate in here.delegates:
        if delegate.kind is DelegateKind.GROUP:
            said = f"Får inte delegeras. {_capital(delegate)} är en grupp anställda."
            yield _at("group_delegate", Severity.BLOCK, said, WHO, "kind", delegate)
        elif delegate.kind is DelegateKind.EMPLOYEE and _GROUP.search(delegate.title.strip()):
            said = f"Får inte delegeras. {_capital(delegate)} låter som en grupp anställda."
            finding = _at("group_delegate", Severity.WARN, said, WHO, "title", delegate)
            yield finding._replace(waived=here.point.waived)


def urgent_to_whom(here: PointOnDay, order: Order) -> Iterator[OrderFinding]:
    """What is urgent is decided by the chair or a ledamot whom nämnden has appointed (KL 6:39)."""
    for delegate in here.delegates if here.point.urgent else ():
        if delegate.kind not in _FOR_URGENT:
            said = (
                "Får inte delegeras. I brådskande ärenden beslutar ordföranden eller en ledamot som nämnden "
                f"har utsett, inte {delegate_label(delegate)}."
            )
            yield _at("urgent_delegate", Severity.BLOCK, said, URGENT, "kind", delegate)


def chains(here: PointOnDay, order: Order) -> Iterator[OrderFinding]:
    """Delegation is passed on by the förvaltningschef, in one step (KL 7:6)."""
    for delegate in here.delegates:
        for day in (delegate.valid_from, delegate.valid_to):
            if delegate.given_by is not None and not order.chain_is_valid(delegate, day):
                said = f"Ogiltig delegationskedja. {_capital(delegate)}: {chain_fault(order, delegate, day)}."
                yield _at("chain", Severity.BLOCK, said, CHAIN, "given_by", delegate)
                break


def no_more_than_given(here: PointOnDay, order: Order) -> Iterator[OrderFinding]:
    """A limit of one's own is lower than the point's, and than that of who passed it on."""
    for delegate in here.delegates:
        giver = order.delegate_by_id.get(delegate.given_by or "")
        limits = [here.point.max_amount, giver.max_amount if giver is not None else None]
        known = [limit for limit in limits if limit is not None]
        if known and delegate.max_amount is not None and delegate.max_amount > min(known):
            said = f"{_capital(delegate)} kan inte besluta om mer än {kronor(min(known))}, som gränsen är."
            yield _at("own_limit", Severity.WARN, said, "delegationsordningen", "max_amount", delegate)


def somebody(here: PointOnDay, order: Order) -> Iterator[OrderFinding]:
    """A point has a delegate."""
    if not here.delegates:
        said = f"Punkt {here.point.number} har ingen delegat."
        yield OrderFinding("no_delegate", Severity.WARN, said, WHO, "delegates", here.point.id)


def once(here: PointOnDay, order: Order) -> Iterator[OrderFinding]:
    """A point reads in one way each day."""
    point = here.point
    for other in order.history(point.number):
        if other.id != point.id and _overlap(point, other) and _earlier(other, point):
            said = (
                f"Punkt {point.number} står två gånger för samma dagar, från {point.valid_from.isoformat()}."
            )
            yield OrderFinding("point_twice", Severity.BLOCK, said, "praxis", "number", point.id)


ORDER_RULES: Final[tuple[OrderRule, ...]] = (
    OrderRule("not_delegable", delegable),
    OrderRule("group_delegate", to_whom),
    OrderRule("urgent_delegate", urgent_to_whom),
    OrderRule("chain", chains),
    OrderRule("own_limit", no_more_than_given),
    OrderRule("no_delegate", somebody),
    OrderRule("point_twice", once),
)


def judge_order(order: Order, day: date | None = None) -> tuple[OrderFinding, ...]:
    """Return what is found in the points of a day with their delegates of that day, or in all of any day.

    A warning that a person let stand stays, with the reason, and only informs.
    """
    points = order.all() if day is None else order.on(day)
    found = (f for here in points for rule in ORDER_RULES for f in rule.judge(here, order))
    return tuple(map(_waived, found))


def _waived(finding: OrderFinding) -> OrderFinding:
    if finding.severity is not Severity.WARN or not finding.waived:
        return finding
    message = f"{finding.message} (godtaget: {finding.waived})"
    return finding._replace(severity=Severity.INFORM, message=message)


def _at(
    code: str, severity: Severity, said: str, source: str, field: str, delegate: Delegate
) -> OrderFinding:
    return OrderFinding(code, severity, said, source, field, delegate.point_id, delegate.id)


def _capital(delegate: Delegate) -> str:
    return capitalised(delegate_label(delegate))


def _overlap(one: DelegationPoint, other: DelegationPoint) -> bool:
    latest = max(one.valid_from, other.valid_from)
    return latest <= min(one.valid_to or date.max, other.valid_to or date.max)


def _earlier(one: DelegationPoint, other: DelegationPoint) -> bool:
    return (one.valid_from, one.id) < (other.valid_from, other.id)
