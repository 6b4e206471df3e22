"""The images beside the journal's entries: sealed, kept and read again, many at a time."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection

from namndstod.domain.records import Record

from .bulk import MANY, PART, Columns, bulk, insert, parts
from .chain import image_seals
from .changes import Change
from .codec import canonical, codec
from .kinds import KINDS, NAMES

ARGUMENTS: Final = "arguments"  # kind of the image that holds an operation's arguments

Sealed = tuple[list[str], Columns]  # digests of images, and what chain.Image has of each, in columns

_COLUMNS: Final = ("position", "kind", "record_id", "before", "after", "salt", "copy_id", "number")


def images_of_arguments(arguments: Any) -> Iterator[Sealed]:
    """Yield the image of what an operation was given: always the first."""
    yield _sealed(0, ARGUMENTS, [""], [None], [canonical(arguments)])


def images(changes: Sequence[Change], written: Mapping[int, Columns] | None = None) -> Iterator[Sealed]:
    """Yield the images of changes, in order, from position 1; many or few at a time.

    `written` has the rows of records that came or went by the place of the first of their changes.
    """
    position = 1
    for (kind, added, removed), run in groupby(changes, key=_form):
        waiting = list(run)
        while waiting:
            columns = (written or {}).get(position - 1)
            part = waiting[: len(columns[0]) if columns else PART]
            del waiting[: len(part)]
            before = _nothing(part) if added else _states(kind, [c.before for c in part], columns)
            after = _nothing(part) if removed else _states(kind, [c.after for c in part], columns)
            yield _sealed(position, NAMES[kind], [c.id for c in part], before, after)
            position += len(part)


def keep(connection: Connection, copy_id: str, number: int, made: Iterator[Sealed]) -> list[str]:
    """Store the images of an entry, a part at a time, and return their digests."""
    digests: list[str] = []
    waiting: list[list[Any]] = [[] for _ in _COLUMNS[:-2]]

    def store() -> None:
        rows = len(waiting[0])
        insert(connection, "journal_image", _COLUMNS, [*waiting, [copy_id] * rows, [number] * rows])

    for found, columns in made:
        digests += found
        for column, more in zip(waiting, columns, strict=True):
            column += more
        if len(waiting[0]) >= PART:
            store()
            for column in waiting:
                column.clear()
    if waiting[0]:
        store()
    return digests


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


def _states(kind: type[Record], records: list[Any], columns: Columns | None = None) -> list[str]:
    if columns is not None:
        return bulk(kind).states(columns)
    if len(records) < MANY:
        return [canonical(codec(kind).encode(r)) for r in records]
    many = bulk(kind)
    return many.states(many.encode(records))


def _records(kind: type[Record], states: list[str]) -> list[Any]:
    return bulk(kind).read(states)


def _sealed(
    first: int,
    kind: str,
    ids: Sequence[str],
    before: Sequence[str | None],
    after: Sequence[str | None],
) -> Sealed:
    """Seal images of one kind, of which the first has that position, each with a salt of its own."""
    rows = len(ids)
    digits = secrets.token_hex(16 * rows)
    salts = [digits[start : start + 32] for start in range(0, 32 * rows, 32)]
    positions = range(first, first + rows)
    return image_seals(positions, kind, ids, before, after, salts), [
        positions,
        [kind] * rows,
        ids,
        before,
        after,
        salts,
    ]
