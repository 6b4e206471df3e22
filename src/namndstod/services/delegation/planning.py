"""The plan of a list of delegated decisions: what is new, what differs from the register, what is wrong.

A decision is the same from list to list by its diary number; where a number stands for several, by serial,
kind and day too. What a list leaves empty changes nothing, and what is gone from it is told, never removed.
The register's own workbook is its own word: what is odd about a row is told, and keeps none out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final, NamedTuple

from namndstod.domain.delegation import DelegatedDecision, DelegationImport
from namndstod.domain.delegation_lists import PRIVATE
from namndstod.domain.delegation_order import Order, point_key
from namndstod.domain.findings.delegated import RowFinding, judge_list, judge_rows
from namndstod.domain.findings.finding import Severity
from namndstod.domain.intake.found_delegated import (
    DelegatedField,
    FoundDecision,
    FoundDelegated,
    RowDoubt,
)
from namndstod.domain.recorded import ON_PAPER, is_announced
from namndstod.domain.swedish_sort import fold
from namndstod.storage.store import Reader

from .decisions import locked_items, places_of
from .known import known_of
from .order import order_of

FIELDS: Final = (
    "serial",
    "diary_number",
    "kind",
    "recipient",
    "branch",
    "gender",
    "municipality",
    "amount",
    "decided_by",
    "decided_by_title",
    "decided_on",
    "point",
    "note",
    "extra",
)
"""The fields of a decision that a list may change, in the order in which they are shown."""
TWICE: Final = "twice"  # the code of the finding that a row repeats another one

NOTHING_SAID: Final = RowFinding(
    "nothing_said",
    Severity.BLOCK,
    "Raden säger inte vilket beslut det är: diarienummer, ärende och mottagare saknas.",
    "praxis",
    "diary_number",
)

OWN_FIELDS: Final = ("personal", "appeal", "recorded_on", "announced_on")
"""The fields that only the register's own workbook may change."""

_ONE_DECIMAL: Final = re.compile(r"\d+\.[1-9]")
_values = attrgetter(*FIELDS)
_kept_by_register = attrgetter(*OWN_FIELDS)
_BLANKS: Final = {ord(c): None for c in " \t\n\r\u00a0\u202f\u2009"}


class PlanState(StrEnum):
    """How a row stands to the register, or what keeps it from being taken in as it is."""

    NEW = "new"
    CHANGED = "changed"
    DUPLICATE = "duplicate"  # it stands in the register already, or earlier in the list
    WARNING = "warning"
    ERROR = "error"


class PlanRow(NamedTuple):
    """A row of the list. `stored` is the decision of the register that it is; `differs` names the fields.

    `reported`: that decision stands on the list of a meeting, or was told, so that a change of it is
    settled by a person; `frozen`: in minutes that are justerade or out for signing, or in a record of its own
    that is announced, so that it cannot be.
    """

    found: FoundDecision
    table: int
    state: PlanState
    stored: DelegatedDecision | None = None
    differs: tuple[str, ...] = ()
    findings: tuple[RowFinding, ...] = ()
    reported: bool = False
    frozen: bool = False

    @property
    def takes(self) -> bool:
        """Whether there is anything to take in."""
        if NOTHING_SAID in self.findings or self.frozen:
            return False
        return bool(self.differs) or (self.stored is None and self.state is not PlanState.DUPLICATE)

    @property
    def chosen(self) -> bool:
        """Whether it is taken unless a person says otherwise."""
        return self.takes and self.state is not PlanState.ERROR and not self.reported


@dataclass(frozen=True, slots=True)
class DelegationPlan:
    """What a list would do to the register of a body.

    `missing` are decisions that an earlier list of the same sender and period had and this one has not.
    `seen` is how the register stood: how many decisions, and the last place.
    """

    body_id: str
    found: FoundDelegated
    sender: str
    rows: tuple[PlanRow, ...]
    period: tuple[date, date] | None
    total: int
    counts: dict[PlanState, int]
    findings: tuple[RowFinding, ...]
    missing: tuple[DelegatedDecision, ...]
    earlier: DelegationImport | None
    seen: tuple[int, int]

    @property
    def title(self) -> str:
        """What the list calls itself."""
        return next((t.title for t in self.found.tables if t.title), "")


def plan(
    reader: Reader, body_id: str, found: FoundDelegated, today: date, sender: str | None = None
) -> DelegationPlan:
    """Return what a list would do to the register of a body; `sender` is who it says unless somebody does."""
    stored = reader.find(DelegatedDecision, body_id=body_id)
    order = order_of(reader, body_id)
    found = _with_zeros(found, order)
    known = known_of(reader, body_id, today, stored=stored)
    flat = [row for table in found.tables for row in table.rows]
    # What is there already is told by the row's state; a series goes on from the register's.
    findings = judge_rows(flat, order, replace(known, decisions=()), today)
    matched = _matched(flat, stored) if stored else {}
    told = _told(reader, matched.values())
    rows = tuple(_rows(found, findings, matched, told))
    who = found.sender if sender is None else sender
    days = _period(found, flat)
    earlier, missing = _missing(reader, body_id, who, days, stored, matched)
    return DelegationPlan(
        body_id=body_id,
        found=found,
        sender=who,
        rows=rows,
        period=days,
        total=sum(row.amount for row in flat if row.amount),
        counts=dict(Counter(row.state for row in rows)),
        findings=judge_list(flat, order, known, today),
        missing=missing,
        earlier=earlier,
        seen=(len(stored), max((d.position for d in stored), default=0)),
    )


def _with_zeros(found: FoundDelegated, order: Order) -> FoundDelegated:
    """Return the list with point 3.10 for the number 3.1, where the order has only the former."""
    written = {row.point for table in found.tables for row in table.rows}
    meant = {
        point: f"{key}0"
        for point in written
        if _ONE_DECIMAL.fullmatch(key := point_key(point))
        and not order.history(key)
        and order.history(f"{key}0")
    }
    if not meant:
        return found

    def read(row: FoundDecision) -> FoundDecision:
        if (point := meant.get(row.point)) is None:
            return row
        said = (
            f"Punkt {row.point} är läst som {point}: {row.point} finns inte, och Excel tar bort nollan i tal."
        )
        doubt = RowDoubt(DelegatedField.POINT, said, row.point)
        return row._replace(point=point, doubts=(*row.doubts, doubt))

    return replace(found, tables=tuple(replace(t, rows=tuple(map(read, t.rows))) for t in found.tables))


def changed_fields(row: PlanRow) -> dict[str, Any]:
    """Return the new values of the fields in which a row differs from the register."""
    source = row.found.own
    return {n: getattr(source if source and n in OWN_FIELDS else row.found, n) for n in row.differs}


def _rows(
    found: FoundDelegated,
    findings: Sequence[tuple[RowFinding, ...]],
    matched: dict[int, DelegatedDecision],
    told: dict[str, bool],
) -> Iterator[PlanRow]:
    place = 0
    for number, table in enumerate(found.tables):
        for row in table.rows:
            said = findings[place]
            stored = matched.get(place)
            place += 1
            if not (row.diary_number or row.kind or row.recipient):
                yield PlanRow(row, number, PlanState.ERROR, findings=(NOTHING_SAID, *said))
                continue
            if not said and stored is None and not row.doubts:
                yield PlanRow(row, number, PlanState.NEW)
                continue
            differs = _differing(row, stored) if stored is not None else ()
            state = _state(row, stored, differs, said)
            reported = stored is not None and bool(differs) and stored.id in told
            frozen = reported and stored is not None and told[stored.id]
            if stored is not None and is_announced(stored):
                frozen = frozen or not set(ON_PAPER).isdisjoint(differs)
            yield PlanRow(row, number, state, stored, differs, said, reported, frozen)


def _state(
    row: FoundDecision,
    stored: DelegatedDecision | None,
    differs: Sequence[str],
    findings: Sequence[RowFinding],
) -> PlanState:
    twice = row.own is None and any(f.code == TWICE for f in findings)
    if (stored is not None and not differs) or twice:
        return PlanState.DUPLICATE
    if row.own is None and any(f.severity is Severity.BLOCK for f in findings):
        return PlanState.ERROR
    if row.doubts or any(f.severity in (Severity.BLOCK, Severity.WARN) for f in findings):
        return PlanState.WARNING
    return PlanState.NEW if stored is None else PlanState.CHANGED


def _differing(row: FoundDecision, stored: DelegatedDecision) -> tuple[str, ...]:
    pairs = zip(FIELDS, _values(row), _values(stored), strict=True)
    changed = [name for name, new, old in pairs if new != old and new not in ("", None, ())]
    if "extra" in changed and sorted(row.extra) == sorted(stored.extra):
        changed.remove("extra")  # the same columns in another order
    if row.urgent != stored.urgent and (row.urgent or row.own is not None):
        changed.append("urgent")
    if row.own is not None:
        told = zip(OWN_FIELDS, _kept_by_register(row.own), _kept_by_register(stored), strict=True)
        changed += [name for name, new, old in told if new != old and new is not None]
        if stored.personal and row.recipient == PRIVATE and "recipient" in changed:
            changed.remove("recipient")  # an edition for others, that names no private person
    return tuple(changed)


def _told(reader: Reader, matched: Iterable[DelegatedDecision]) -> dict[str, bool]:
    """Return by id, of what stands on the list of a meeting or was told, whether that is frozen."""
    listed = [d for d in matched if d.item_id is not None or d.announced_on is not None]
    items = {d.item_id for d in listed if d.item_id is not None}
    places, locked = places_of(reader, items), locked_items(reader, items)
    found: dict[str, bool] = {}
    for decision in listed:
        place = places.get(decision.item_id or "")
        if decision.item_id in locked:
            found[decision.id] = True
        elif place is not None or decision.announced_on is not None:
            found[decision.id] = place is not None and place.frozen
    return found


def _matched(
    rows: Sequence[FoundDecision], stored: Sequence[DelegatedDecision]
) -> dict[int, DelegatedDecision]:
    """Return the decision of the register that each row is, by the row's place; each is one row's only."""
    known: dict[str, list[DelegatedDecision]] = defaultdict(list)
    for decision in stored:
        known[_key(decision)].append(decision)
    places: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if (key := _key(row)) in known:
            places[key].append(place)
    found: dict[int, DelegatedDecision] = {}
    for key, here in places.items():
        found |= _paired(rows, here, known[key])
    return found


def _paired(
    rows: Sequence[FoundDecision], places: list[int], stored: list[DelegatedDecision]
) -> dict[int, DelegatedDecision]:
    """Pair the rows and the decisions of one number, what is most alike first."""
    if len(places) == len(stored) == 1:
        return {places[0]: stored[0]}
    found: dict[int, DelegatedDecision] = {}
    left = list(stored)
    for alike in (_equal, _same, _same_serial, _same_kind_and_day, _same_kind):
        for place in places:
            if place in found:
                continue
            other = next((d for d in left if alike(rows[place], d)), None)
            if other is not None:
                found[place] = other
                left.remove(other)
    return found


def _equal(row: FoundDecision, stored: DelegatedDecision) -> bool:
    """Whether nothing differs, and nothing is empty on one side only."""
    return _values(row)[:-1] == _values(stored)[:-1] and not _differing(row, stored)


def _same(row: FoundDecision, stored: DelegatedDecision) -> bool:
    return not _differing(row, stored)


def _same_serial(row: FoundDecision, stored: DelegatedDecision) -> bool:
    return bool(row.serial) and row.serial == stored.serial


def _same_kind_and_day(row: FoundDecision, stored: DelegatedDecision) -> bool:
    return row.kind == stored.kind and row.decided_on == stored.decided_on


def _same_kind(row: FoundDecision, stored: DelegatedDecision) -> bool:
    return row.kind == stored.kind and row.recipient == stored.recipient


def _key(row: FoundDecision | DelegatedDecision) -> str:
    """Return what a decision is known by: its diary number, else its serial, else whom and when."""
    if row.diary_number:
        return row.diary_number.translate(_BLANKS).casefold()
    if row.serial:
        return f"\x1f{row.serial.translate(_BLANKS).casefold()}"
    return f"\x1f{fold(row.recipient)}\x1f{fold(row.kind)}\x1f{row.decided_on}"


def _period(found: FoundDelegated, rows: Sequence[FoundDecision]) -> tuple[date, date] | None:
    """Return the period that the list says, or else the days of its first and last decision."""
    starts = [t.period_from for t in found.tables if t.period_from is not None]
    ends = [t.period_to for t in found.tables if t.period_to is not None]
    if starts and ends:
        return min(starts), max(ends)
    days = {row.decided_on for row in rows} - {None}
    known = [day for day in days if day is not None]
    return (min(known), max(known)) if known else None


def _missing(
    reader: Reader,
    body_id: str,
    sender: str,
    days: tuple[date, date] | None,
    stored: Sequence[DelegatedDecision],
    matched: dict[int, DelegatedDecision],
) -> tuple[DelegationImport | None, tuple[DelegatedDecision, ...]]:
    """Return the last list of the same sender and period, and what such lists had that this one has not."""
    if days is None:
        return None, ()
    first, last = days
    lists = [
        known
        for known in reader.find(DelegationImport, body_id=body_id)
        if fold(known.sender) == fold(sender)
        and known.period_from is not None
        and known.period_to is not None
        and known.period_from <= last
        and first <= known.period_to
    ]
    here = {decision.id for decision in matched.values()}
    if not sender.strip():  # nobody's: the same list comes again where it has a decision of the earlier one
        shared = {decision.import_id for decision in matched.values()}
        lists = [known for known in lists if known.id in shared]
    if not lists:
        return None, ()
    ids = {known.id for known in lists}
    gone = [
        d
        for d in stored
        if d.import_id in ids and d.id not in here and (d.decided_on is None or first <= d.decided_on <= last)
    ]
    return max(lists, key=lambda known: known.taken_in_at), tuple(gone)
