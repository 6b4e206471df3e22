"""Reading and changing records. A `Reader` sees one moment of the binder, a `Work` is one transaction."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import (
    Connection,
    Select,
    TextClause,
    bindparam,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy import delete as sql_delete
from sqlalchemy.exc import IntegrityError

from namndstod.domain.errors import NotFound, Refused
from namndstod.domain.records import Record
from namndstod.domain.swedish_sort import fold

from . import sqlite
from .codec import codec
from .schema import DERIVED, KINDS, ORDER, TABLES, metadata

if TYPE_CHECKING:
    from .journal import ImageRef, Operation

R = TypeVar("R", bound=Record)

STALE = "Uppgiften har ändrats av någon annan sedan den visades. Titta på den igen och gör om ändringen."
GONE = "Uppgiften finns inte längre. Den har tagits bort."


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one record: `before` is None when it was added, `after` when it was removed."""

    kind: type[Record]
    id: str
    before: Record | None
    after: Record | None

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.kind, self.id, self.after, self.before)


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
        row = self.connection.execute(_by_id(TABLES[kind].name), {"wanted": id}).first()
        return None if row is None else codec(kind).decode(row)

    def find(self, kind: type[R], /, **equals: Any) -> list[R]:
        """Return all records with these values, in the kind's natural order (schema.ORDER)."""
        form, values = _question(kind, equals)
        if any(values.get(name) == [] for name, ask in form if ask is _Ask.ANY):
            return []  # one of none: nothing can match
        return self._records(kind, _finding(TABLES[kind].name, form), values)

    def first(self, kind: type[R], /, **equals: Any) -> R | None:
        """Return the first of what `find` would return."""
        form, values = _question(kind, equals)
        found = self._records(kind, _finding(TABLES[kind].name, form, limit=1), values)
        return found[0] if found else None

    def latest(self, kind: type[R], at_most: int, /, **equals: Any) -> list[R]:
        """Return the last ones of what `find` would return, the very last first."""
        form, values = _question(kind, equals)
        return self._records(kind, _latest(TABLES[kind].name, form), values | {"at_most": at_most})

    def count(self, kind: type[R], /, **equals: Any) -> int:
        """Return how many records have these values."""
        form, values = _question(kind, equals)
        query = select(func.count()).select_from(TABLES[kind]).where(*_matching(TABLES[kind].name, form))
        return int(self.connection.execute(query, values).scalar_one())

    def tally(self, kind: type[R], field: str, **equals: Any) -> dict[str, int]:
        """Return how many records there are for each value of `field`."""
        column = TABLES[kind].c[field]
        form, values = _question(kind, equals)
        query = select(column, func.count()).where(*_matching(TABLES[kind].name, form)).group_by(column)
        return {value: int(count) for value, count in self.connection.execute(query, values)}

    def maximum(self, kind: type[R], field: str, **equals: Any) -> int | None:
        """Return the greatest number in `field`, or None."""
        form, values = _question(kind, equals)
        query = select(func.max(TABLES[kind].c[field])).where(*_matching(TABLES[kind].name, form))
        found = self.connection.execute(query, values).scalar_one()
        return None if found is None else int(found)

    def search(self, kind: type[R], words: str, *fields: str) -> list[R]:
        """Return the records with `words` somewhere in one of `fields`, whatever the case or accents."""
        columns = TABLES[kind].c
        needle = fold(words)
        hits = [func.fold(columns[name]).contains(needle, autoescape=True) for name in fields]
        return self._records(kind, _ordered(TABLES[kind].name).where(or_(*hits)))

    def _records(self, kind: type[R], query: Select[Any], values: dict[str, Any] | None = None) -> list[R]:
        decode = codec(kind).decode
        return [decode(row) for row in self.connection.execute(query, values)]


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

    def add(self, record: R) -> R:
        """Store a new record and return it as stored. Raises NotFound when what it belongs to is gone."""
        kind = _journalled(type(record))
        stored = self._insert(record)
        self.changes.append(Change(kind, record.id, None, stored))
        return stored

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

    def _current(self, record: R) -> R:
        current = self.get(type(record), record.id)
        if current.version != record.version:
            raise Refused(STALE)
        return current

    def _insert(self, record: R) -> R:
        kind = type(record)
        row = codec(kind).encode(record)
        self._execute(insert(TABLES[kind]), row)
        return codec(kind).decode([row[name] for name in codec(kind).names])

    def _update(self, kind: type[Record], row: dict[str, Any]) -> None:
        self._execute(
            update(TABLES[kind]).where(TABLES[kind].c.id == bindparam("which")), {**row, "which": row["id"]}
        )

    def _delete(self, kind: type[Record], id: str) -> None:
        try:
            self.connection.execute(
                sql_delete(TABLES[kind]).where(TABLES[kind].c.id == bindparam("which")), {"which": id}
            )
        except IntegrityError as error:
            if sqlite.kind_of(error.orig) == "foreign":
                raise Refused(
                    "Uppgiften används på andra ställen i pärmen och kan därför inte tas bort."
                ) from error
            raise

    def _execute(self, statement: Any, row: dict[str, Any]) -> None:
        """Write one row. A broken CHECK is a bug and passes as it is."""
        try:
            self.connection.execute(statement, row)
        except IntegrityError as error:
            match sqlite.kind_of(error.orig):
                case "foreign":
                    raise NotFound("Det som uppgiften hör till finns inte längre.") from error
                case "unique":
                    raise Refused("Uppgiften finns redan och kan inte finnas två gånger.") from error
            raise


def same_content(one: Record | None, other: Record | None) -> bool:
    """Say whether two states of a record are equal but for the version."""
    if one is None or other is None:
        return one is other
    return dataclasses.replace(one, version=other.version) == other


def _journalled(kind: type[R]) -> type[R]:
    if kind in DERIVED:
        raise TypeError(f"{kind.__name__} is derived: use note or forget")
    return kind


@cache
def _by_id(name: str) -> Select[Any]:
    return _all_of(name).where(metadata.tables[name].c.id == bindparam("wanted"))


@cache
def _ordered(name: str) -> Select[Any]:
    return _all_of(name).order_by(text(", ".join(_place(name, f) for f in (*ORDER[KINDS[name]], "id"))))


@cache
def _latest(name: str, form: _Form) -> Select[Any]:
    places = (_place(name, field) for field in (*ORDER[KINDS[name]], "id"))
    latest = _all_of(name).where(*_matching(name, form))
    return latest.order_by(text(", ".join(f"{place} DESC" for place in places))).limit(bindparam("at_most"))


def _all_of(name: str) -> Select[Any]:
    """Return what selects all columns, in order; as one text, since each element costs when compiled."""
    table = metadata.tables[name]
    return select(text(", ".join(_place(name, column.name) for column in table.c))).select_from(table)


def _place(name: str, column: str) -> str:
    return f'{name}."{column}"'


class _Ask(StrEnum):
    """How a field is asked for."""

    NONE = "is none"
    ONE = "is one value"
    ANY = "is any of several"
    ANY_OR_NONE = "is any of several or none"


_Form = tuple[tuple[str, _Ask], ...]  # the fields asked for: a statement is made once for each form


def _question(kind: type[Record], equals: dict[str, Any]) -> tuple[_Form, dict[str, Any]]:
    """Return the form of what is asked, and the values as stored. Raises TypeError for a wrong field."""
    coded = codec(kind)
    form: list[tuple[str, _Ask]] = []
    values: dict[str, Any] = {}
    for name, value in equals.items():
        if name not in coded.by_name:
            raise TypeError(f"{kind.__name__} has no field {name!r}")
        if coded.by_name[name].structured:
            raise TypeError(f"{kind.__name__}.{name} cannot be searched for")
        if value is None:
            form.append((name, _Ask.NONE))
        elif isinstance(value, tuple | list | set | frozenset):
            form.append((name, _Ask.ANY_OR_NONE if any(v is None for v in value) else _Ask.ANY))
            values[name] = [coded.encode_value(name, v) for v in value if v is not None]
        else:
            form.append((name, _Ask.ONE))
            values[name] = coded.encode_value(name, value)
    return tuple(form), values


@cache
def _finding(name: str, form: _Form, limit: int | None = None) -> Select[Any]:
    return _ordered(name).where(*_matching(name, form)).limit(limit)


@cache
def _matching(name: str, form: _Form) -> tuple[TextClause, ...]:
    return tuple(_condition(_place(name, field), field, ask) for field, ask in form)


def _condition(place: str, field: str, ask: _Ask) -> TextClause:
    """Return the condition, as a text for the same reason; the values are bound under the field's name."""
    if ask is _Ask.NONE:
        return text(f"{place} IS NULL")
    if ask is _Ask.ONE:
        return text(f"{place} = :{field}")
    inside = f"{place} IN :{field}"
    if ask is _Ask.ANY_OR_NONE:
        inside = f"({inside} OR {place} IS NULL)"
    return text(inside).bindparams(bindparam(field, expanding=True))
