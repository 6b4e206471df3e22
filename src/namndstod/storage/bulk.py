"""Many records of one kind at once: column by column, so that the interpreter's own loops do the work.

The rows are the very ones that the codec makes of each record alone, and the texts say the same; a list of
delegated decisions has 100,000 of them.
"""

from __future__ import annotations

import dataclasses
import json
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, repeat
from operator import attrgetter
from types import MemberDescriptorType
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import Connection

from .codec import Codec, Field, canonical, codec

T = TypeVar("T")

MANY: Final = 24
"""From how many records on columns pay."""
PART: Final = 4000
"""Records handled in one go: no loop keeps the other threads (the window's) waiting for long."""

_AT_ONCE: Final = 400  # rows in a statement
_QUOTED: Final = '"%s"'

Columns = list[Sequence[Any]]


class Bulk(Generic[T]):
    """Turns many records of one type into columns of their rows, and back."""

    def __init__(self, coded: Codec[T]) -> None:
        self._codec = coded
        self._read = attrgetter(*coded.names)
        self._defaults = {f.name: f.default for f in dataclasses.fields(coded.kind)}  # type: ignore[arg-type]
        slots = [getattr(coded.kind, name, None) for name in coded.names]
        self._setters = [slot.__set__ for slot in slots if isinstance(slot, MemberDescriptorType)]
        self._simple = len(self._setters) == len(slots) and not hasattr(coded.kind, "__post_init__")

    def encode(self, records: Sequence[T]) -> Columns:
        """Return the columns of some records' rows. Raises as the codec does."""
        columns = zip(*map(self._read, records), strict=True)
        return [self._encoded(f, c) for f, c in zip(self._codec.fields, columns, strict=True)]

    def decode(self, columns: Columns) -> list[T]:
        """Return the records whose rows stand in columns."""
        return self._made([_decoded(f, c) for f, c in zip(self._codec.fields, columns, strict=True)])

    def make(self, **values: Sequence[Any]) -> list[T]:
        """Return the records with these values by field; a field that is not named takes its default."""
        number = len(next(iter(values.values())))
        fields = self._codec.fields
        return self._made([values.get(f.name) or [self._defaults[f.name]] * number for f in fields])

    def _made(self, values: Columns) -> list[T]:
        if not self._simple:
            names = self._codec.names
            rows = zip(*values, strict=True)
            return [self._codec.kind(**dict(zip(names, row, strict=True))) for row in rows]
        records = list(map(object.__new__, repeat(self._codec.kind, len(values[0]))))
        for write, column in zip(self._setters, values, strict=True):
            deque(map(write, records, column), maxlen=0)
        return records

    def written(self, columns: Columns) -> str:
        """Return rows as canonical JSON: what all have by the field's name («same»), and columns («own»)."""
        same: dict[str, Any] = {}
        own: dict[str, Sequence[Any]] = {}
        for name, column in zip(self._codec.names, columns, strict=True):
            if name != "id" and is_constant(column):
                same[name] = column[0]
            else:
                own[name] = list(column)
        return canonical({"own": own, "same": same})

    def read(self, text: str) -> list[T]:
        """Return the records of rows that were written; a missing field takes its default.

        Raises ValueError on an unknown field and a missing one that is needed, as the codec does.
        """
        rows = json.loads(text)
        number = len(rows["own"]["id"])
        columns = {name: [value] * number for name, value in rows["same"].items()} | rows["own"]
        self._codec.require_fields(columns.keys())
        return self.make(**{name: _decoded(self._codec.by_name[name], c) for name, c in columns.items()})

    def _encoded(self, field: Field, column: Sequence[Any]) -> Sequence[Any]:
        encode = self._codec.encode_value
        if type(column[0]) in (str, type(None)) and is_constant(column):
            return [encode(field.name, column[0])] * len(column)
        kinds = set(map(type, column))
        if field.decode is None:
            some = [next(v for v in column if type(v) is kind) for kind in kinds]
            if all(encode(field.name, v) is v for v in some):
                return column  # a check of the type was all
        if field.structured or len(kinds - {type(None)}) > 1:
            nothing = encode(field.name, ()) if kinds == {tuple} else None
            return [nothing if v == () else encode(field.name, v) for v in column]
        known = {value: encode(field.name, value) for value in set(column)}
        return list(map(known.__getitem__, column))


_BULKS: dict[type[Any], Bulk[Any]] = {}


def bulk(kind: type[T]) -> Bulk[T]:
    """Return what handles many records of a type (made once)."""
    if kind not in _BULKS:
        _BULKS[kind] = Bulk(codec(kind))
    return _BULKS[kind]


def parts(sequence: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield a long sequence in parts."""
    for start in range(0, len(sequence), PART):
        yield sequence[start : start + PART]


def is_constant(column: Sequence[Any]) -> bool:
    """Whether the same encoded value stands in all rows."""
    return column[0] == column[-1] and column.count(column[0]) == len(column)


def insert(connection: Connection, table: str, names: Sequence[str], columns: Columns) -> None:
    """Insert rows that stand in columns. A value that all have is bound once for many rows."""
    same = [place for place, column in enumerate(columns) if is_constant(column)]
    own = [place for place in range(len(columns)) if place not in same]
    constants = [columns[place][0] for place in same]
    varying = [columns[place] for place in own]
    head = f"INSERT INTO {table} ({', '.join(_QUOTED % name for name in names)}) VALUES "
    total = len(columns[0])
    for start in range(0, total, _AT_ONCE):
        some = zip(*(column[start : start + _AT_ONCE] for column in varying), strict=True)
        values = (*constants, *chain.from_iterable(some))
        rows = min(_AT_ONCE, total - start)
        connection.exec_driver_sql(head + _places(len(columns), tuple(same), rows), values)


@lru_cache(maxsize=64)
def _places(width: int, same: tuple[int, ...], rows: int) -> str:
    """Return «(?1, ?2), (?1, ?3)» for rows of which the values at the places `same` are bound once."""
    constants = {place: number for number, place in enumerate(same, 1)}
    number, lines = len(same), []
    for _ in range(rows):
        line = []
        for place in range(width):
            if place not in constants:
                number += 1
            line.append(f"?{constants.get(place, number)}")
        lines.append(f"({', '.join(line)})")
    return ", ".join(lines)


def _decoded(field: Field, column: Sequence[Any]) -> Sequence[Any]:
    if field.decode is None:
        return column
    if field.structured:
        return list(map(field.decode, column))
    known = {value: field.decode(value) for value in set(column)}
    return list(map(known.__getitem__, column))
