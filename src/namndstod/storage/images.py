"""The images beside the journal's entries: sealed, kept and read again, many at a time."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any, Final

from sqlalchemy import Connection

from namndstod.domain.records import Record

from .bulk import MANY, PART, Columns, bulk, insert, parts
from .chain import image_seal
from .codec import canonical, codec
from .schema import KINDS, TABLES
from .store import Change

ARGUMENTS: Final = "arguments"  # kind of the image that holds an operation's arguments

Kept = tuple[int, str, str, str | None, str | None, str]  # what chain.Image has
Sealed = tuple[str, Kept]  # its digest, itself

_COLUMNS: Final = ("position", "kind", "record_id", "before", "after", "salt", "copy_id", "number")


def images_of_arguments(arguments: Any) -> Iterator[Sealed]:
    """Yield the image of what an operation was given: always the first."""
    yield _sealed(0, ARGUMENTS, "", None, canonical(arguments), secrets.token_hex(16))


def images(changes: Sequence[Change], written: Mapping[int, Columns] | None = None) -> Iterator[Sealed]:
    """Yield the image of each change, in order, from position 1.

    `written` has the rows of added records by the place of the first of their changes.
    """
    position = 1
    for (kind, added, removed), run in groupby(changes, key=_form):
        waiting = list(run)
        while waiting:
            columns = (written or {}).get(position - 1)
            part = waiting[: len(columns[0]) if columns else PART]
            del waiting[: len(part)]
            before = _nothing(part) if added else _states(kind, [c.before for c in part])
            after = _nothing(part) if removed else _states(kind, [c.after for c in part], columns)
            salts, name = secrets.token_hex(16 * len(part)), str(TABLES[kind].name)
            for place, (change, old, new) in enumerate(zip(part, before, after, strict=True)):
                salt = salts[32 * place : 32 * place + 32]
                yield _sealed(position, name, change.id, old, new, salt)
                position += 1


def keep(connection: Connection, copy_id: str, number: int, made: Iterator[Sealed]) -> Iterator[str]:
    """Store the images of an entry, a part at a time, and yield their digests."""
    while part := list(islice(made, PART)):
        digests, kept = zip(*part, strict=True)
        columns = [*zip(*kept, strict=True), [copy_id] * len(part), [number] * len(part)]
        insert(connection, "journal_image", _COLUMNS, columns)
        yield from digests


def recorded(rows: Sequence[Any]) -> list[Change]:
    """Return the changes that rows (kind, record_id, before, after) say.

    Raises ValueError for what an older version of the program wrote and this one cannot read.
    """
    found: list[Change] = []
    for (name, added, removed), run in groupby(rows, key=lambda r: (r[0], r[2] is None, r[3] is None)):
        kind = KINDS[name]
        for part in parts(list(run)):
            before = _nothing(part) if added else _records(kind, [r[2] for r in part])
            after = _nothing(part) if removed else _records(kind, [r[3] for r in part])
            found += [Change(kind, r[1], b, a) for r, b, a in zip(part, before, after, strict=True)]
    return found


def _nothing(part: Sequence[Any]) -> list[None]:
    return [None] * len(part)


def _form(change: Change) -> tuple[type[Record], bool, bool]:
    return change.kind, change.before is None, change.after is None


def _states(kind: type[Record], records: list[Any], columns: Columns | None = None) -> Iterator[str]:
    if columns is not None:
        return bulk(kind).states(columns)
    if len(records) < MANY:
        return (canonical(codec(kind).encode(r)) for r in records)
    many = bulk(kind)
    return many.states(many.encode(records))


def _records(kind: type[Record], states: list[str]) -> list[Any]:
    return bulk(kind).read(states)


def _sealed(
    position: int, kind: str, record_id: str, before: str | None, after: str | None, salt: str
) -> Sealed:
    image = (position, kind, record_id, before, after, salt)
    return image_seal(*image), image
