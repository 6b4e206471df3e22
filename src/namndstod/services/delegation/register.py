"""The register of a body in memory: read by few questions, kept up to date by what changes.

A `Register` never changes: what changed gives another one, so that threads may look at it. Each decision has
a slot, which it keeps; one that was removed leaves its slot empty. Lists are by slot.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from namndstod.domain.delegation import (
    DecisionDocument,
    DecisionLetter,
    DelegatedDecision,
    DelegationImport,
)
from namndstod.domain.delegation_standing import NOWHERE, Place, Standing, Stood, stood
from namndstod.domain.findings.delegated import RowFinding, judge_rows
from namndstod.domain.proceedings import Notice
from namndstod.domain.records import AgendaItem, Appeal, Meeting, MeetingState, Section
from namndstod.domain.swedish_sort import fold_all, swedish_key
from namndstod.storage.changes import Change
from namndstod.storage.store import Reader

from .decisions import places_of
from .facets import Facet, Side, side
from .known import known_of
from .order import order_of

STANDING: Final = frozenset({AgendaItem, Meeting, Section, Notice})
"""The records whose change may change where decisions stand."""
AT_ONCE: Final = 2_000
"""Up to so many changes are taken in at once; more are read anew, off the UI thread."""
_SEARCHED: Final = attrgetter(
    "diary_number", "serial", "kind", "recipient", "branch", "municipality", "decided_by",
    "decided_by_title", "point", "note",
)  # fmt: skip
_PART: Final = 5_000  # sorted in one go: no thread is kept waiting for long
_RANK: Final = {standing: rank for rank, standing in enumerate(Standing)}

Key = Callable[[int], Any]


@dataclass(frozen=True, slots=True)
class Register:
    """The delegated decisions of a body on a day, with all that is shown and asked of each."""

    body_id: str
    today: date
    decisions: list[DelegatedDecision] = field(default_factory=list)
    live: list[int] = field(default_factory=list)  # the slots in use, the latest entered first
    slots: dict[str, int] = field(default_factory=dict)  # by the decision's id
    texts: list[str] = field(default_factory=list)  # folded, to be searched
    amounts: list[int] = field(default_factory=list)  # whole kronor, 0 for none
    days: list[int] = field(default_factory=list)  # ordinals, 0 for none
    stood: list[Stood] = field(default_factory=list)
    sides: dict[Facet, Side] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)  # by item
    letters: frozenset[str] = frozenset()  # ids of decisions
    files: Mapping[str, int] = field(default_factory=dict)  # how many, by decision
    imports: Mapping[str, DelegationImport] = field(default_factory=dict)
    meetings: tuple[date, ...] = ()  # of the body, in order; no cancelled ones
    findings: Mapping[str, tuple[RowFinding, ...]] = field(default_factory=dict)  # by decision; only with any
    orders: dict[str, list[int]] = field(default_factory=dict)  # the live slots by column; made when asked

    def find(self, decision_id: str) -> int | None:
        """Return the slot of a decision; None when it is not in the register."""
        return self.slots.get(decision_id)

    def of(self, slots: Iterable[int]) -> list[DelegatedDecision]:
        """Return the decisions in some slots."""
        return list(map(self.decisions.__getitem__, slots))

    def due(self, slot: int) -> date | None:
        """Return when an ordförandebeslut that is not reported must be: at the next meeting (KL 6:40)."""
        decision = self.decisions[slot]
        if not decision.urgent or decision.decided_on is None:
            return None
        if self.stood[slot].standing not in (Standing.UNREPORTED, Standing.RECORDED):
            return None
        after = bisect.bisect_right(self.meetings, decision.decided_on)
        return self.meetings[after] if after < len(self.meetings) else None

    def order(self, column: str, *, descending: bool = False) -> list[int]:
        """Return the live slots in the order of a column («», else a field, «standing»); made once.

        The first time it takes a while for a large register: ask off the UI thread.
        """
        if column and column not in self.orders:
            self.orders[column] = _sorted(self.live, self._keys(column))
        found = self.orders[column] if column else self.live
        return found[::-1] if descending else found

    def ready(self, column: str) -> bool:
        """Whether `order` has nothing to work out, or little."""
        return not column or column in self.orders or len(self.live) <= AT_ONCE

    def _keys(self, column: str) -> Key:
        """Return the key of a slot: of all texts at once, each different one is looked at once."""
        if column in _NUMBERS:
            return self._key(column)
        texts = list(map(attrgetter(column), self.decisions))
        different = list(set(texts))
        keys = dict(zip(different, map(swedish_key, different), strict=True))
        rank = {text: n for n, text in enumerate(_sorted(different, keys.__getitem__))}
        ranks = [rank[text] for text in texts]
        return ranks.__getitem__

    def _key(self, column: str) -> Key:
        """Return the key of one slot, the same order as that of `_keys`."""
        if column == "amount":
            return lambda slot: (self.decisions[slot].amount is not None, self.amounts[slot])
        if column == "decided_on":
            return self.days.__getitem__
        if column == "standing":
            return lambda slot: (_RANK[self.stood[slot].standing], self.stood[slot].text)
        get = attrgetter(column)
        return lambda slot: swedish_key(get(self.decisions[slot]))


_NUMBERS: Final = frozenset({"amount", "decided_on", "standing"})


def read_register(reader: Reader, body_id: str, today: date) -> Register:
    """Read the register of a body. Findings come later (`judged`): they take as long again."""
    decisions = reader.find(DelegatedDecision, body_id=body_id)
    imports = {i.id: i for i in reader.find(DelegationImport, body_id=body_id)}
    names = {id: i.title or i.name for id, i in imports.items()}
    by_place = sorted(range(len(decisions)), key=lambda slot: decisions[slot].position, reverse=True)
    bare = Register(
        body_id,
        today,
        decisions,
        by_place,
        {d.id: slot for slot, d in enumerate(decisions)},
        searched(decisions),
        [d.amount or 0 for d in decisions],
        [_day(d) for d in decisions],
        sides={facet: side(facet, decisions, names) for facet in Facet},
        imports=imports,
    )
    return refreshed(reader, bare, today)


def refreshed(reader: Reader, register: Register, today: date) -> Register:
    """Return the register with its standing, letters and files read anew; the decisions are as they were."""
    places = places_of(reader, {i for i in reader.tally(DelegatedDecision, "item_id") if i})
    meetings = reader.find(Meeting, body_id=register.body_id)
    return replace(
        register,
        today=today,
        places=places,
        stood=_stood(register.decisions, places, today),
        letters=frozenset(reader.tally(DecisionLetter, "decision_id")),
        files=reader.tally(DecisionDocument, "decision_id"),
        meetings=tuple(sorted(m.day for m in meetings if m.state is not MeetingState.CANCELLED)),
        orders={column: order for column, order in dict(register.orders).items() if column != "standing"},
    )


def judged(reader: Reader, register: Register) -> Mapping[str, tuple[RowFinding, ...]]:
    """Return what Kontroll finds about the decisions, by id; those without findings are left out."""
    order = order_of(reader, register.body_id)
    known = known_of(reader, register.body_id, register.today, decisions=False)
    decisions = register.of(register.live)
    found = judge_rows(decisions, order, known, register.today)
    return {d.id: each for d, each in zip(decisions, found, strict=True) if each}


def changed(reader: Reader, register: Register, changes: Sequence[Change]) -> Register | None:
    """Return the register after changes of decisions, letters and files; None when it has to be read anew.

    So it is when there are many, or a list was taken in. What `STANDING` has is not looked at: `refreshed`.
    """
    own = [c for c in changes if c.kind is DelegatedDecision and _is_of(c, register.body_id)]
    if len(own) > AT_ONCE or any(c.kind is DelegationImport for c in changes):
        return None
    items = {c.after.item_id for c in own if isinstance(c.after, DelegatedDecision) and c.after.item_id}
    after = _Patched(replace(register, places={**register.places, **places_of(reader, items)}))
    for change in own:
        after.take(change)
    return replace(
        after.register(),
        letters=_with_letters(register.letters, changes),
        files=_with_files(register.files, changes),
    )


class _Patched:
    """A register in the making: copies of another's lists, changed in place."""

    def __init__(self, before: Register) -> None:
        self._made = replace(
            before,
            decisions=before.decisions[:],
            slots=dict(before.slots),
            texts=before.texts[:],
            amounts=before.amounts[:],
            days=before.days[:],
            stood=before.stood[:],
            sides={facet: each.copy() for facet, each in before.sides.items()},
            findings=dict(before.findings),
        )
        self._before = before
        self._gone: set[int] = set()
        self._new: set[int] = set()

    def take(self, change: Change) -> None:
        """Take in what happened to one decision."""
        made, after = self._made, change.after
        slot = made.slots.get(change.id)
        if not isinstance(after, DelegatedDecision):
            if slot is not None:
                del made.slots[change.id]
                self._gone.add(slot)
                self._new.discard(slot)
            return
        if slot is None:
            slot = made.slots[after.id] = len(made.decisions)
            made.decisions.append(after)
            made.texts.append("")
            made.amounts.append(0)
            made.days.append(0)
            made.stood.append(NOWHERE)
            for one in made.sides.values():
                one.extend([after])
        else:
            made.decisions[slot] = after
            for one in made.sides.values():
                one.replace(slot, after)
            self._gone.add(slot)
        self._new.add(slot)
        made.texts[slot] = searched([after])[0]
        made.amounts[slot] = after.amount or 0
        made.days[slot] = _day(after)
        made.stood[slot] = _stood([after], made.places, made.today)[0]

    def register(self) -> Register:
        """Return the register with its orders put right."""
        made, before = self._made, self._before
        live = self._put(before.live, lambda slot: 0)
        orders = {
            column: self._put(order, made._key(column)) for column, order in dict(before.orders).items()
        }
        return replace(made, live=live, orders=orders)

    def _put(self, order: list[int], key: Key) -> list[int]:
        gone, decisions = self._gone, self._made.decisions

        def whole(slot: int) -> tuple[Any, int]:
            return key(slot), -decisions[slot].position

        put = [slot for slot in order if slot not in gone] if gone else order[:]
        for slot in self._new:
            bisect.insort(put, slot, key=whole)
        return put


def searched(decisions: Sequence[DelegatedDecision]) -> list[str]:
    """Return the text of each decision that words are looked for in, folded."""
    days = [d.decided_on.isoformat() if d.decided_on is not None else "" for d in decisions]
    amounts = ["" if d.amount is None else str(d.amount) for d in decisions]
    facts = map(" ".join, map(_SEARCHED, decisions))
    texts = [" ".join(each) for each in zip(facts, days, amounts, strict=True)]
    return [text for n in range(0, len(texts), _PART) for text in fold_all(texts[n : n + _PART])]


def _day(decision: DelegatedDecision) -> int:
    return decision.decided_on.toordinal() if decision.decided_on is not None else 0


def _stood(decisions: Sequence[DelegatedDecision], places: Mapping[str, Place], today: date) -> list[Stood]:
    """Return where each stands; those that are alike are worked out once."""
    known: dict[tuple[str | None, Appeal, date | None, date | None], Stood] = {}
    found = []
    for d in decisions:
        key = (d.item_id, d.appeal, d.recorded_on, d.announced_on)
        here = known.get(key)
        if here is None:
            place = places.get(d.item_id or "")
            here = known[key] = stood(place, d.appeal, d.recorded_on, d.announced_on, today)
        found.append(here)
    return found


def _sorted(things: Sequence[Any], key: Callable[[Any], Any]) -> list[Any]:
    """Return things in order; in parts, since one long sort would keep the other threads waiting."""
    parts = [sorted(things[n : n + _PART], key=key) for n in range(0, len(things), _PART)]
    while len(parts) > 1:  # two that are in order become one at the cost of looking at each
        parts = [sorted(chain(*parts[n : n + 2]), key=key) for n in range(0, len(parts), 2)]
    return parts[0] if parts else []


def _is_of(change: Change, body_id: str) -> bool:
    record = change.after or change.before
    return isinstance(record, DelegatedDecision) and record.body_id == body_id


def _with_letters(known: frozenset[str], changes: Sequence[Change]) -> frozenset[str]:
    for change in changes:
        for record, there in ((change.before, False), (change.after, True)):
            if isinstance(record, DecisionLetter):
                known = known | {record.decision_id} if there else known - {record.decision_id}
    return known


def _with_files(known: Mapping[str, int], changes: Sequence[Change]) -> Mapping[str, int]:
    if not any(c.kind is DecisionDocument for c in changes):
        return known
    made = dict(known)
    for change in changes:
        for record, step in ((change.before, -1), (change.after, 1)):
            if isinstance(record, DecisionDocument):
                made[record.decision_id] = made.get(record.decision_id, 0) + step
    return made
