"""The images beside the journal's entries: sealed, kept and read again."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, repeat
from typing import Any, Final

from sqlalchemy import Connection

from namndstod.domain.records import Record

from .bulk import PART, Columns, bulk
from .chain import Image
from .changes import Change
from .codec import canonical, codec
from .kinds import KINDS, NAMES

ARGUMENTS: Final = "arguments"  # kind of the image that holds an operation's arguments

LONG: Final = 500
"""From how many changes alike on one image holds them all, column by column."""

MANY_RECORDS: Final = "*"
"""What the id of such an image begins with; the number of its records follows."""

_INSERT: Final = (
    'INSERT INTO journal_image (copy_id, number, position, kind, record_id, "before", "after", salt) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


def image_of_arguments(arguments: Any) -> Image:
    """Return the image of what an operation was given: always the first."""
    return _image(0, ARGUMENTS, "", None, canonical(arguments))


def images(changes: Sequence[Change], written: Mapping[int, Columns] | None = None) -> Iterator[Image]:
    """Yield the images of changes, in order, from position 1: one each, or one of many that are alike.

    `written` has the rows of records that came or went by the place of the first of their changes.
    """
    position, place = 1, 0
    for (kind, added, removed), run in groupby(changes, key=_form):
        waiting = list(run)
        while waiting:
            columns = (written or {}).get(place)
            part = waiting[: len(columns[0]) if columns else PART]
            del waiting[: len(part)]
            place += len(part)
            if len(part) < LONG:
                for change in part:
                    before, after = _state(change.before), _state(change.after)
                    yield _image(position, NAMES[kind], change.id, before, after)
                    position += 1
            else:
                old = None if added else _states(kind, [c.before for c in part], columns)
                new = None if removed else _states(kind, [c.after for c in part], columns)
                yield _image(position, NAMES[kind], f"{MANY_RECORDS}{len(part)}", old, new)
                position += 1


def keep(connection: Connection, copy_id: str, number: int, made: Iterator[Image]) -> list[str]:
    """Store the images of an entry and return their digests."""
    digests = []
    for image in made:
        digests.append(image.digest())
        content = (image.position, image.kind, image.record_id, image.before, image.after, image.salt)
        connection.exec_driver_sql(_INSERT, (copy_id, number, *content))
    return digests


def recorded(rows: Sequence[Any]) -> list[Change]:
    """Return the changes that rows (kind, record_id, before, after) say.

    Raises ValueError for what an older version of the program wrote and this one cannot read.
    """
    found: list[Change] = []
    for name, record_id, before, after in rows:
        kind = KINDS[name]
        if record_id.startswith(MANY_RECORDS):
            found += _alike(kind, before, after)
        else:
            found.append(Change(kind, record_id, _record(kind, before), _record(kind, after)))
    return found


def _alike(kind: type[Record], before: str | None, after: str | None) -> list[Change]:
    """Return the changes that an image of many holds."""
    old = bulk(kind).read(before) if before is not None else []
    new = bulk(kind).read(after) if after is not None else []
    ids = [record.id for record in new or old]
    nothing = [None] * len(ids)
    return list(map(Change, repeat(kind), ids, old or nothing, new or nothing))


def _form(change: Change) -> tuple[type[Record], bool, bool]:
    return change.kind, change.before is None, change.after is None


def _state(record: Record | None) -> str | None:
    return None if record is None else canonical(codec(type(record)).encode(record))


def _states(kind: type[Record], records: list[Any], columns: Columns | None) -> str:
    many = bulk(kind)
    return many.written(columns if columns is not None else many.encode(records))


def _record(kind: type[Record], state: str | None) -> Record | None:
    return None if state is None else codec(kind).decode_mapping(json.loads(state))


def _image(position: int, kind: str, record_id: str, before: str | None, after: str | None) -> Image:
    """Return an image with a salt of its own."""
    return Image(position, kind, record_id, before, after, secrets.token_hex(16))
