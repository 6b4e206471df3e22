"""The hash chain of the journal: how entries and images are sealed, and how the seals are checked.

SHA-256 over canonical JSON. Each copy of a binder has its own chain, which begins with a seal of the binder
and the copy; an entry seals everything it says, the digests of its images and the seal before it.
What nobody can see from a chain is that its latest entries were cut off.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from namndstod.domain.frozen import frozen

from .codec import canonical
from .journal_tables import binder, binder_copy, journal_entry, journal_image

_SEALED = tuple(c.name for c in journal_entry.c if c.name not in ("sequence", "hash"))
_CHUNK = 500  # entries checked at a time

Place = tuple[str, int, int]  # copy, entry's number, image's position


@frozen
class Image:
    """The state of a record before and after (canonical JSON of its row), or an operation's arguments.

    Of many records that were changed alike in one go it holds all, column by column (`Bulk.written`).
    """

    position: int
    kind: str
    record_id: str
    before: str | None
    after: str | None
    salt: str  # random, so that what was erased cannot be guessed from the digest

    def digest(self) -> str:
        """Return what the entry keeps of the image."""
        return seal([self.salt, self.position, self.kind, self.record_id, self.before, self.after])


def seal(value: Any) -> str:
    """Return the SHA-256 of a value that JSON can say, as hexadecimal text."""
    return sha256(canonical(value).encode()).hexdigest()


def entry_hash(row: Mapping[str, Any]) -> str:
    """Return the seal of an entry, given its columns."""
    return seal({name: row[name] for name in _SEALED})


def origin(connection: Connection, copy_id: str) -> str:
    """Return what the first entry of a copy has as the hash before it: a seal of binder and copy."""
    copy = connection.execute(select(binder_copy).where(binder_copy.c.id == copy_id)).one()
    binder_id = connection.execute(select(binder.c.id)).scalar_one()
    return seal([binder_id, *copy])


def verify(connection: Connection) -> Iterator[str]:
    """Yield, in Swedish, what in the journal is not as it was written."""
    erased = _erased(connection)
    for copy_id in connection.execute(select(binder_copy.c.id).order_by(binder_copy.c.created_at)).scalars():
        number, previous = 0, origin(connection, copy_id)
        while rows := _entries(connection, copy_id, number):
            images = _images(connection, copy_id, number, rows[-1]["number"])
            for row in rows:
                number += 1
                if row["number"] != number:
                    yield f"Journalpost {number} saknas."
                    number = row["number"]
                elif row["previous"] != previous:
                    yield f"Journalpost {number} följer inte på posten före."
                if entry_hash(row) != row["hash"]:
                    yield f"Journalpost {number} har ändrats."
                yield from _wrong_images(row, images[number], erased)
                previous = row["hash"]


def _erased(connection: Connection) -> set[Place]:
    rows = connection.execute(select(journal_entry.c.erases).where(journal_entry.c.erases != "[]")).scalars()
    return {(copy_id, number, position) for text in rows for copy_id, number, position in json.loads(text)}


def _entries(connection: Connection, copy_id: str, after: int) -> list[Mapping[str, Any]]:
    entry = journal_entry.c
    query = select(journal_entry).where(entry.copy_id == copy_id, entry.number > after)
    return [dict(row) for row in connection.execute(query.order_by(entry.number).limit(_CHUNK)).mappings()]


def _images(connection: Connection, copy_id: str, after: int, last: int) -> dict[int, dict[int, Image]]:
    image = journal_image.c
    query = select(journal_image).where(image.copy_id == copy_id, image.number > after, image.number <= last)
    found: dict[int, dict[int, Image]] = defaultdict(dict)
    for _, number, *content in connection.execute(query):
        kept = Image(*content)
        found[number][kept.position] = kept
    return found


def _wrong_images(row: Mapping[str, Any], images: dict[int, Image], erased: set[Place]) -> Iterator[str]:
    number = row["number"]
    digests = json.loads(row["digests"])
    for position, digest in enumerate(digests):
        image = images.get(position)
        place = (row["copy_id"], number, position)
        if image is None and place not in erased:
            yield f"Uppgifterna till journalpost {number} saknas utan att de har gallrats."
        elif image is not None and place in erased:
            yield f"Uppgifterna till journalpost {number} finns kvar fast de har gallrats."
        elif image is not None and image.digest() != digest:
            yield f"Uppgifterna till journalpost {number} har ändrats."
    if any(position >= len(digests) or position < 0 for position in images):
        yield f"Journalpost {number} har uppgifter som inte hör dit."
