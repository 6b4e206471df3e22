"""Many records of one type at once, each with the change and the image that it has alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection

from namndstod.domain.errors import NotFound, Refused
from namndstod.domain.records import Record

from .asking import with_ids
from .bulk import Columns, bulk, insert
from .changes import GONE, STALE, Change, refusing_broken, refusing_used
from .codec import codec
from .kinds import NAMES

R = TypeVar("R", bound=Record)
Row = tuple[Any, ...]

_VERSION: Final = 1  # the column of a record's row
_AT_ONCE: Final = 400  # rows that are removed by one statement


def rows_of(connection: Connection, kind: type[Record], ids: Sequence[str]) -> dict[str, Row]:
    """Return the rows that there are, by id; no more ids than a part has."""
    query = with_ids(NAMES[kind])
    return {row[0]: tuple(row) for row in connection.execute(query, {"wanted": list(ids)}).all()}


class Many:
    """Notes in `changes` what it does, and in `written` the rows of images by the place of their changes."""

    def __init__(self, connection: Connection, changes: list[Change], written: dict[int, Columns]) -> None:
        self._connection = connection
        self._changes = changes
        self._written = written

    def add(self, kind: type[R], records: Sequence[R]) -> None:
        """Store new records, a part of them, as they are given."""
        columns = bulk(kind).encode(records)
        with refusing_broken():
            insert(self._connection, NAMES[kind], codec(kind).names, columns)
        self._written[len(self._changes)] = columns
        self._changes += [Change(kind, record.id, None, record) for record in records]

    def change(self, kind: type[R], before: Sequence[R], after: Sequence[R]) -> None:
        """Store new content of a part of records, of those that differ; each gets its next version."""
        rows = self._current(kind, before)
        self._change(kind, rows, bulk(kind).encode(after), [row[_VERSION] for row in rows])

    def remove(self, kind: type[R], records: Sequence[R]) -> None:
        """Remove a part of records."""
        columns: Columns = list(zip(*self._current(kind, records), strict=True))
        self._remove(kind, columns)
        self._changes += [Change(kind, r.id, r, None) for r in bulk(kind).decode(columns)]

    def add_again(self, kind: type[Record], changes: Sequence[Change]) -> None:
        """Apply a part of journalled changes that add. The records get a version they never had."""
        if rows_of(self._connection, kind, [c.id for c in changes]):
            raise Refused(STALE)
        many = bulk(kind)
        columns = many.encode([c.after for c in changes if c.after is not None])
        columns[_VERSION] = [version + 1 for version in columns[_VERSION]]
        self.add(kind, many.decode(columns))

    def change_again(self, kind: type[Record], changes: Sequence[Change]) -> None:
        """Apply a part of journalled changes of different records. Raises as `remove_again`."""
        rows = self._as_before(kind, changes)
        columns = bulk(kind).encode([c.after for c in changes if c.after is not None])
        before = [c.before.version for c in changes if c.before is not None]
        last = [max(n) for n in zip((row[_VERSION] for row in rows), before, columns[_VERSION], strict=True)]
        self._change(kind, rows, columns, last)

    def remove_again(self, kind: type[Record], changes: Sequence[Change]) -> None:
        """Apply a part of journalled changes that remove. Raises Refused unless each is what it was."""
        rows = self._as_before(kind, changes)
        columns: Columns = list(zip(*rows, strict=True))
        same = [c.before.version for c in changes if c.before is not None] == list(columns[_VERSION])
        self._remove(kind, columns)
        self._changes += (
            changes if same else [Change(kind, r.id, r, None) for r in bulk(kind).decode(columns)]
        )

    def _as_before(self, kind: type[Record], changes: Sequence[Change]) -> list[Row]:
        """Return the rows. Raises Refused unless each is what its change says, apart from the version."""
        found = rows_of(self._connection, kind, [c.id for c in changes])
        wanted = bulk(kind).encode([c.before for c in changes if c.before is not None])
        rows: list[Row] = []
        for change, row in zip(changes, zip(*wanted, strict=True), strict=True):
            stored = found.get(change.id)
            if stored is None:
                raise Refused(GONE)
            if stored[_VERSION + 1 :] != row[_VERSION + 1 :]:
                raise Refused(STALE)
            rows.append(stored)
        return rows

    def _change(self, kind: type[Record], rows: Sequence[Row], wanted: Columns, last: Sequence[int]) -> None:
        """Store what differs of rows, each with the version after its last."""
        wanted[_VERSION] = [row[_VERSION] for row in rows]
        pairs = zip(rows, zip(*wanted, strict=True), last, strict=True)
        differing = [(row, new, version + 1) for row, new, version in pairs if row != new]
        if not differing:
            return
        rows, new_rows, versions = zip(*differing, strict=True)
        old, new = list(zip(*rows, strict=True)), list(zip(*new_rows, strict=True))
        new[_VERSION] = versions
        touched = [place for place in range(len(new)) if old[place] != new[place]]
        names = ", ".join(f'"{codec(kind).names[place]}" = ?' for place in touched)
        with refusing_broken():
            self._connection.exec_driver_sql(
                f'UPDATE {NAMES[kind]} SET {names} WHERE "id" = ?',
                list(zip(*(new[place] for place in touched), new[0], strict=True)),
            )
        many = bulk(kind)
        changed = zip(new[0], many.decode(list(old)), many.decode(list(new)), strict=True)
        self._changes += [Change(kind, id, before, after) for id, before, after in changed]

    def _current(self, kind: type[R], records: Sequence[R]) -> list[Row]:
        """Return the rows. Raises NotFound, and Refused for a record that is no longer as given."""
        found = rows_of(self._connection, kind, [r.id for r in records])
        rows = [found.get(r.id) for r in records]
        if None in rows:
            raise NotFound(GONE)
        current = [row for row in rows if row is not None]
        if any(row[_VERSION] != r.version for row, r in zip(current, records, strict=True)):
            raise Refused(STALE)
        return current

    def _remove(self, kind: type[Record], columns: Columns) -> None:
        ids = columns[0]
        for start in range(0, len(ids), _AT_ONCE):
            some = tuple(ids[start : start + _AT_ONCE])
            places = ", ".join("?" * len(some))
            with refusing_used():
                self._connection.exec_driver_sql(f'DELETE FROM {NAMES[kind]} WHERE "id" IN ({places})', some)
        self._written[len(self._changes)] = columns
