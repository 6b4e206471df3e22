"""Taking in a list of delegated decisions: one act, however long the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import islice
from operator import or_
from typing import Any, ClassVar, Final, TypeVar

from namndstod.domain.delegation import ColumnMapping, DelegatedDecision, DelegationImport
from namndstod.domain.delegation_lists import kept_private, looks_private
from namndstod.domain.delegation_order import Order, appealed
from namndstod.domain.errors import Refused, RuleBroken
from namndstod.domain.intake.found_delegated import FoundDecision
from namndstod.domain.recorded import require_as_announced
from namndstod.domain.records import Body, new_id
from namndstod.domain.swedish_sort import fold
from namndstod.services.delegation.mappings import same_headings
from namndstod.services.delegation.order import order_of
from namndstod.storage.bulk import bulk, parts

from .base import Command, Desk
from .delegation import is_empty, item_to_report_at
from .supporting import IncomingFile, stored_file

_T = TypeVar("_T")

STALE: Final = "Registret har ändrats sedan listan visades. Titta på den igen och läs in den då."

_TAILS: Final = 16**12  # how many UUIDs there are that differ in their last part
_OWN: Final = {f.name for f in fields(DelegatedDecision)} - {"id", "version"}


@dataclass(frozen=True, slots=True)
class ChangedDecision:
    """A decision of the register as it was when it was compared, and the new values of some fields."""

    stored: DelegatedDecision
    values: tuple[tuple[str, Any], ...]
    source_row: int | None = None


@dataclass(frozen=True)
class RememberColumns(Command):
    """Remember what the columns of a sender's lists mean, in place of what was remembered of that head."""

    label: ClassVar[str] = "kom ihåg kolumner"
    body_id: str
    mappings: tuple[ColumnMapping, ...]

    def run(self, desk: Desk) -> None:
        """Store the mappings."""
        known = desk.work.find(ColumnMapping, body_id=self.body_id)
        for mapping in self.mappings:
            same = [
                m
                for m in known
                if fold(m.sender) == fold(mapping.sender) and same_headings(m.headings, mapping.headings)
            ]
            if same:
                desk.work.change(same[0], fields=mapping.fields, headings=mapping.headings)
            else:
                known.append(desk.work.add(mapping))


@dataclass(frozen=True)
class TakeInDecisions(Command):
    """Take in what was chosen of a list: new decisions last in the register, and changes of those there.

    `seen` is how the register stood when the list was compared with it (`DelegationPlan.seen`). With
    `meeting_id` what stands on no list yet is put on that meeting's at once (KL 6:40, 7:8).
    """

    label: ClassVar[str] = "läs in delegationsbeslut"
    body_id: str
    file: IncomingFile
    sender: str
    seen: tuple[int, int]
    new: tuple[FoundDecision, ...] = ()
    changed: tuple[ChangedDecision, ...] = ()
    title: str = ""
    period: tuple[date, date] | None = None
    mappings: tuple[ColumnMapping, ...] = ()
    meeting_id: str | None = None

    def run(self, desk: Desk) -> str:
        """Return the id of the import. Raises Refused when the register is no longer what was compared."""
        desk.work.get(Body, self.body_id)
        if not self.new and not self.changed:
            raise RuleBroken("Inget beslut är valt.")
        last = desk.work.maximum(DelegatedDecision, "position", body_id=self.body_id) or 0
        if self.seen != (desk.work.count(DelegatedDecision, body_id=self.body_id), last):
            raise Refused(STALE)
        RememberColumns(self.body_id, self.mappings).run(desk)
        kept = desk.work.add(
            DelegationImport(
                id=new_id(),
                body_id=self.body_id,
                file_id=stored_file(desk, self.file).id,
                name=self.file.original_name,
                sender=self.sender.strip(),
                taken_in_at=desk.now,
                title=self.title,
                period_from=self.period[0] if self.period else None,
                period_to=self.period[1] if self.period else None,
            )
        )
        item_id = item_to_report_at(desk, self.meeting_id, (self.body_id,)) if self.meeting_id else None
        order = order_of(desk.work, self.body_id)
        ids = iter(_new_ids(len(self.new)))
        for part in parts(self.new):
            made = _decisions(
                part, order, self.body_id, last, item_id, kept.id, id=list(islice(ids, len(part)))
            )
            desk.work.add_all(made)
            last += len(part)
        changed = []
        for change in self.changed:
            after = replace(
                change.stored, **dict(change.values), import_id=kept.id, source_row=change.source_row
            )
            after = kept_private(change.stored, appealed(change.stored, after, order))
            if after.item_id is None and after.recorded_on is None:
                after = replace(after, item_id=item_id)
            require_as_announced(change.stored, after)
            changed.append(after)
        desk.work.change_all([change.stored for change in self.changed], changed)
        return kept.id

    def arguments(self) -> dict[str, Any]:
        """Sum up the list: the decisions have images of their own, and the file is kept."""
        return {**super().arguments(), "new": len(self.new), "changed": [c.stored.id for c in self.changed]}


def _decisions(
    rows: Sequence[FoundDecision],
    order: Order,
    body_id: str,
    last: int,
    item_id: str | None,
    import_id: str,
    *,
    id: list[str],
) -> list[DelegatedDecision]:
    """Return new decisions, last in the register in the order of the list."""
    found = dict(zip(FoundDecision._fields, zip(*rows, strict=True), strict=True))
    number = len(rows)
    made = bulk(DelegatedDecision).make(
        id=id,
        body_id=[body_id] * number,
        position=range(last + 1, last + number + 1),
        personal=list(map(or_, found["personal"], _private(found["recipient"]))),
        appeal=_of_points(order.appeal, found),
        urgent=list(map(or_, found["urgent"], _of_points(order.urgent, found))),
        item_id=[item_id] * number,
        import_id=[import_id] * number,
        **{name: column for name, column in found.items() if name in _OWN - {"personal", "urgent"}},
    )
    if any(found["own"]):
        made = [_as_written(d, row) if row.own is not None else d for d, row in zip(made, rows, strict=True)]
    if any(map(is_empty, made)):
        raise RuleBroken("En rad säger inte vilket beslut det är: diarienummer, ärende och mottagare saknas.")
    return made


def _as_written(decision: DelegatedDecision, row: FoundDecision) -> DelegatedDecision:
    """Return a decision with what the register's own workbook tells beside what any list does."""
    own = row.own
    if own is None:
        return decision
    return replace(
        decision,
        personal=decision.personal if own.personal is None else own.personal,
        urgent=row.urgent,
        appeal=own.appeal or decision.appeal,
        recorded_on=own.recorded_on,
        announced_on=own.announced_on,
    )


def _new_ids(number: int) -> list[str]:
    """Return fresh ids: a random UUID and those after it. Rows in order are stored in half the time."""
    first = new_id()
    head, last = first[:-12], int(first[-12:], 16)
    return [f"{head}{(last + n) % _TAILS:012x}" for n in range(number)]


def _private(recipients: Sequence[str]) -> list[bool]:
    known = {recipient: looks_private(recipient) for recipient in set(recipients)}
    return list(map(known.__getitem__, recipients))


def _of_points(ask: Callable[[str, date | None], _T], found: Mapping[str, Sequence[Any]]) -> list[_T]:
    """Return what the delegationsordning answers of each decision's point on its day."""
    asked = list(zip(found["point"], found["decided_on"], strict=True))
    known = {key: ask(*key) for key in set(asked)}
    return list(map(known.__getitem__, asked))
