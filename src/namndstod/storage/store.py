"""Reading and changing records. A `Reader` sees one moment of the binder, a `Work` is one transaction."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, TextClause

from namndstod.domain.errors import NotFound, Refused
from namndstod.domain.records import Record
from namndstod.domain.swedish_sort import fold

from .asking import (
    Ask,
    by_id,
    changing,
    counting,
    finding,
    greatest,
    holding,
    latest,
    pattern,
    question,
    removing,
    tallying,
)
from .bulk import MANY, Columns, bulk, insert, parts
from .changes import GONE, STALE, Change, refusing_broken, refusing_used
from .codec import codec
from .kinds import DERIVED, NAMES
from .many import Many, rows_of

if TYPE_CHECKING:
    from .journal import ImageRef, Operation

R = TypeVar("R", bound=Record)


class Reader:
    """Reads frozen records as they were when its transaction began.

    Values that are searched for are fields' values: enumerations, dates and None work; a tuple, list or set
    means any of its values. Fields kept as JSON (tuples, nested dataclasses) cannot be searched for.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def get(self, kind: type[R], id: str) -> R:
        """Return the record. Raises NotFound."""
        found = self.peek(kind, id)
        if found is None:
            raise NotFound(GONE)
        return found

    def peek(self, kind: type[R], id: str) -> R | None:
        """Return the record, or None when there is none."""
        row = self.connection.execute(by_id(NAMES[kind]), {"wanted": id}).first()
        return None if row is None else codec(kind).decode(row)

    def get_all(self, kind: type[R], ids: Sequence[str]) -> list[R]:
        """Return the records with these ids, in that order. Raises NotFound."""
        found: list[R] = []
        for part in parts(ids):
            rows = rows_of(self.connection, kind, part)
            if not rows.keys() >= set(part):
                raise NotFound(GONE)
            found += bulk(kind).decode(list(zip(*map(rows.__getitem__, part), strict=True)))
        return found

    def find(self, kind: type[R], /, **equals: Any) -> list[R]:
        """Return all records with these values, in the kind's natural order (kinds.ORDER)."""
        form, values = question(kind, equals)
        if any(values.get(name) == [] for name, ask in form if ask is Ask.ANY):
            return []  # one of none: nothing can match
        return self._records(kind, finding(NAMES[kind], form), values)

    def first(self, kind: type[R], /, **equals: Any) -> R | None:
        """Return the first of what `find` would return."""
        form, values = question(kind, equals)
        found = self._records(kind, finding(NAMES[kind], form, limit=1), values)
        return found[0] if found else None

    def latest(self, kind: type[R], at_most: int, /, **equals: Any) -> list[R]:
        """Return the last ones of what `find` would return, the very last first."""
        form, values = question(kind, equals)
        return self._records(kind, latest(NAMES[kind], form), values | {"at_most": at_most})

    def count(self, kind: type[R], /, **equals: Any) -> int:
        """Return how many records have these values."""
        form, values = question(kind, equals)
        return int(self.connection.execute(counting(NAMES[kind], form), values).scalar_one())

    def tally(self, kind: type[R], field: str, **equals: Any) -> dict[str, int]:
        """Return how many records there are for each value of `field`."""
        form, values = question(kind, equals)
        rows = self.connection.execute(tallying(NAMES[kind], form, field), values)
        return {value: int(count) for value, count in rows}

    def maximum(self, kind: type[R], field: str, **equals: Any) -> int | None:
        """Return the greatest number in `field`, or None."""
        form, values = question(kind, equals)
        found = self.connection.execute(greatest(NAMES[kind], form, field), values).scalar_one()
        return None if found is None else int(found)

    def search(self, kind: type[R], words: str, *fields: str, at_most: int) -> list[R]:
        """Return records that hold each of `words` somewhere in `fields`, whatever the case or accents.

        Those with a field that is just that, or begins so, come first, and then what was stored last.
        """
        folded = fold(words).split()
        whole = pattern(" ".join(folded))
        values: dict[str, Any] = {"at_most": at_most, "whole": whole, "start": f"{whole}*"}
        for number, word in enumerate(folded):
            values |= {f"word{number}": word, f"like{number}": f"*{pattern(word)}*"}
        return self._records(kind, holding(NAMES[kind], fields, len(folded)), values)

    def _records(self, kind: type[R], query: TextClause, values: dict[str, Any] | None = None) -> list[R]:
        rows = self.connection.execute(query, values).all()
        if len(rows) < MANY:
            return [codec(kind).decode(row) for row in rows]
        columns = bulk(kind).decode
        return [r for part in parts(rows) for r in columns(list(zip(*part, strict=True)))]


class Work(Reader):
    """One transaction: what it adds, changes and removes becomes one journal entry, or nothing happens.

    `changes` is what was done, in order; `scopes` is set by the caller: what the operation concerns
    (ids of meetings), so that a barrier can tell what it freezes.
    """

    def __init__(self, connection: Connection, operation: Operation) -> None:
        super().__init__(connection)
        self.operation = operation
        self.scopes: set[str] = set()
        self.changes: list[Change] = []
        self.erased: list[ImageRef] = []
        self.entry: int | None = None  # its number in the journal, once it is written there
        self.written: dict[
            int, Columns
        ] = {}  # the rows of many that came or went, by the place of their changes
        self._many = Many(connection, self.changes, self.written)

    def add(self, record: R) -> R:
        """Store a new record and return it as stored. Raises NotFound when what it belongs to is gone."""
        kind = _journalled(type(record))
        stored = self._insert(record)
        self.changes.append(Change(kind, record.id, None, stored))
        return stored

    def add_all(self, records: Sequence[R]) -> None:
        """Store many new records of one type at once, as they are given; each has its change and its image.

        Raises as `add`; some are stored then, so that the transaction must be given up.
        """
        for part in parts(records):
            self._many.add(_one_kind(part), part)

    def change_all(self, before: Sequence[R], after: Sequence[R]) -> None:
        """Store new content of many records of one type at once, where it differs. Raises as `change`."""
        for old, new in zip(parts(before), parts(after), strict=True):
            if [r.id for r in old] != [r.id for r in new]:
                raise TypeError("other records")
            self._many.change(_one_kind([*old, *new]), old, new)

    def remove_all(self, records: Sequence[R]) -> None:
        """Remove many records of one type at once. Raises as `remove`."""
        for part in parts(records):
            self._many.remove(_one_kind(part), part)

    def change(self, record: R, /, **fields: Any) -> R:
        """Store new values of some fields and return the record with its new version.

        Nothing is written when nothing differs. Raises NotFound, and Refused when the record is no longer
        the one given (its version).
        """
        kind = _journalled(type(record))
        if fields.keys() & {"id", "version"}:
            raise TypeError("id and version are the store's own")
        current = self._current(record)
        wanted = dataclasses.replace(current, **fields)
        row = codec(kind).encode(wanted)
        if row == codec(kind).encode(current):
            return current
        row["version"] = current.version + 1
        after = codec(kind).decode([row[name] for name in codec(kind).names])
        self._update(kind, row)
        self.changes.append(Change(kind, record.id, current, after))
        return after

    def remove(self, record: Record) -> None:
        """Remove a record. Raises NotFound, and Refused when it was changed or something belongs to it."""
        kind = _journalled(type(record))
        current = self._current(record)
        self._delete(kind, record.id)
        self.changes.append(Change(kind, record.id, current, None))

    def note(self, record: R) -> R:
        """Store derived work (a conversion), new or instead of what has its id; never journalled."""
        kind = type(record)
        if kind not in DERIVED:
            raise TypeError(f"{kind.__name__} is a fact: use add or change")
        known = self.peek(kind, record.id)
        if known is None:
            return self._insert(record)
        newer = dataclasses.replace(record, version=known.version + 1)
        self._update(kind, codec(kind).encode(newer))
        return newer

    def forget(self, record: Record) -> None:
        """Remove derived work; nothing happens when it is gone already."""
        if type(record) not in DERIVED:
            raise TypeError(f"{type(record).__name__} is a fact: use remove")
        self._delete(type(record), record.id)

    def apply(self, change: Change) -> None:
        """Make a journalled change once more (undo, redo). The record gets a version it never had.

        Raises Refused when the record is not what `change.before` says, apart from its version.
        """
        current = self.peek(change.kind, change.id)
        if not same_content(current, change.before):
            raise Refused(STALE if current is not None else GONE)
        last = max(r.version for r in (current, change.before, change.after) if r is not None)
        if change.after is None:
            self._delete(change.kind, change.id)
            self.changes.append(Change(change.kind, change.id, current, None))
            return
        after = dataclasses.replace(change.after, version=last + 1)
        if current is None:
            self._insert(after)
        else:
            self._update(change.kind, codec(change.kind).encode(after))
        self.changes.append(Change(change.kind, change.id, current, after))

    def apply_all(self, changes: Sequence[Change]) -> None:
        """Apply journalled changes in order; long runs that do the same to different records at once."""
        for (kind, comes, goes), run in groupby(changes, key=_form):
            some = list(run)
            if len(some) < MANY or len({change.id for change in some}) < len(some):
                for change in some:
                    self.apply(change)
                continue
            many = self._many
            at_once = many.add_again if comes else many.remove_again if goes else many.change_again
            for part in parts(some):
                at_once(kind, part)

    def _current(self, record: R) -> R:
        current = self.get(type(record), record.id)
        if current.version != record.version:
            raise Refused(STALE)
        return current

    def _insert(self, record: R) -> R:
        kind = type(record)
        row = list(codec(kind).encode(record).values())
        with refusing_broken():
            insert(self.connection, NAMES[kind], codec(kind).names, [[value] for value in row])
        return codec(kind).decode(row)

    def _update(self, kind: type[Record], row: dict[str, Any]) -> None:
        with refusing_broken():
            self.connection.execute(changing(NAMES[kind]), row)

    def _delete(self, kind: type[Record], id: str) -> None:
        with refusing_used():
            self.connection.execute(removing(NAMES[kind]), {"id": id})


def same_content(one: Record | None, other: Record | None) -> bool:
    """Say whether two states of a record are equal but for the version."""
    if one is None or other is None:
        return one is other
    return dataclasses.replace(one, version=other.version) == other


def _form(change: Change) -> tuple[type[Record], bool, bool]:
    return change.kind, change.before is None, change.after is None


def _journalled(kind: type[R]) -> type[R]:
    if kind in DERIVED:
        raise TypeError(f"{kind.__name__} is derived: use note or forget")
    return kind


def _one_kind(records: Sequence[R]) -> type[R]:
    kind = _journalled(type(records[0]))
    if any(type(record) is not kind for record in records):
        raise TypeError("records of several types")
    return kind
