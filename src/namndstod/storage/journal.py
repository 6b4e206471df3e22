"""The journal: what was done, by whom and when, append-only, in the same transaction as the change.

Each entry carries the hash of the entry before it in the same copy of the binder. The arguments and the
before and after images lie beside the entries and are bound to them by salted digests only: gallring can
erase them, the chain still verifies, and nobody can guess what was erased from the digest.
Labels, scopes and operation names stay for ever, so they must not hold personal data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Integer, Select, and_, case, cast, delete, func, insert, or_, select

from namndstod.domain.errors import NotFound, Refused
from namndstod.domain.frozen import frozen
from namndstod.domain.records import Record

from .chain import entry_hash, origin, verify
from .changes import Change
from .codec import canonical
from .images import MANY_RECORDS, image_of_arguments, images, keep, recorded
from .journal_tables import journal_entry, journal_image
from .kinds import NAMES
from .sqlite import defer_references
from .store import Reader, Work

CHUNK = 64  # entries read at a time on the way back through the journal
_IDS = 200  # asked for in one question: SQLite takes a condition of less than a thousand parts


_TOLD = tuple(c for c in journal_entry.c if c.name != "digests")  # which may be as long as an import


class EntryKind(StrEnum):
    """Whether an entry is an act of its own or takes back or repeats earlier ones."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@frozen(kw_only=True)
class Operation:
    """What a transaction does, for the journal.

    `label` is Swedish and shown («Ångra: …»); `arguments` is anything JSON can say; `person` is who did it
    (empty: who has the binder open). Consecutive operations of a person with the same `coalesce` key are
    undone in one step. A `barrier` freezes the steps before it that share one of its scopes.
    """

    name: str
    label: str
    arguments: Any = None
    person: str = ""
    coalesce: str | None = None
    barrier: bool = False
    kind: EntryKind = EntryKind.DO
    refers_to: tuple[int, ...] = ()


@frozen
class ImageRef:
    """Names one image: the entry (copy and number) and the image's place in it."""

    copy_id: str
    number: int
    position: int


@frozen(kw_only=True)
class Entry:
    """One entry of the journal, without its images."""

    sequence: int
    copy_id: str
    number: int
    operation: str
    label: str
    person: str
    at: datetime
    scopes: frozenset[str]
    kind: EntryKind
    refers_to: tuple[int, ...]
    coalesce: str | None
    barrier: bool
    erases: tuple[ImageRef, ...]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one «Ångra» takes back: one entry, or several that were coalesced; oldest first."""

    entries: tuple[Entry, ...]
    _read: Callable[[], AbstractContextManager[Reader]] = field(repr=False, compare=False)

    @property
    def label(self) -> str:
        """What the step is called, in Swedish."""
        return self.entries[-1].label

    @property
    def barrier(self) -> bool:
        """Whether it freezes what was before it."""
        return any(e.barrier for e in self.entries)

    @property
    def scopes(self) -> frozenset[str]:
        """What it concerns."""
        return frozenset().union(*(e.scopes for e in self.entries))

    def length(self) -> int:
        """Return how many changes it made; those whose images have been erased do not count."""
        with self._read() as reader:
            return _length(reader, self.entries)

    def changes(self, reader: Reader | None = None) -> list[Change]:
        """Return what the step changed, in order. Raises Refused when its images have been erased."""
        if reader is not None:
            return _changes(reader, self.entries)
        with self._read() as own:
            return _changes(own, self.entries)


class Journal:
    """Reads the journal and takes steps back. Reads nothing until asked, and only as far back as needed."""

    def __init__(
        self, read: Callable[[], AbstractContextManager[Reader]], copy_id: Callable[[], str]
    ) -> None:
        self._read = read
        self._copy_id = copy_id

    def entries(self, *, person: str | None = None, limit: int | None = None) -> list[Entry]:
        """Return the latest entries of all copies, newest first."""
        query = select(*_TOLD).order_by(journal_entry.c.sequence.desc()).limit(limit)
        if person is not None:
            query = query.where(journal_entry.c.person == person)
        with self._read() as reader:
            return [_entry(row) for row in reader.connection.execute(query)]

    def undoable(self, person: str, *, skipping: Callable[[Step], bool] | None = None) -> Step | None:
        """Return this person's latest step in this copy that is not undone; `skipping` passes over steps."""
        with self._read() as reader:
            for step in _steps(self._own(reader, person), self._read):
                if skipping is None or not skipping(step):
                    return step
        return None

    def step(self, number: int) -> Step | None:
        """Return an entry of this copy as a step of its own, undone or not; None where there is none."""
        with self._read() as reader:
            found = self._numbered(reader, (number,))
        return Step(found, self._read) if found else None

    def redoable(self, person: str) -> Step | None:
        """Return the step that this person undid last and can have again, if nothing was done since."""
        settled: set[int] = set()
        with self._read() as reader:
            for entry in self._own(reader, person):
                if entry.kind is EntryKind.DO:
                    return None
                if entry.kind is EntryKind.UNDO and not settled.intersection(entry.refers_to):
                    return Step(self._numbered(reader, entry.refers_to), self._read)
                settled.update(entry.refers_to)
        return None

    def blocked_by(self, step: Step) -> list[Entry]:
        """Return the later barriers that share a scope with `step`, oldest first: why it may be frozen."""
        query = (
            select(*_TOLD)
            .where(journal_entry.c.barrier == 1, journal_entry.c.sequence > step.entries[-1].sequence)
            .order_by(journal_entry.c.sequence)
        )
        with self._read() as reader:
            later = [_entry(row) for row in reader.connection.execute(query)]
        return [entry for entry in later if entry.scopes & step.scopes]

    def revert(self, work: Work, step: Step) -> None:
        """Take `step` back inside `work`, whose entry becomes an undo.

        Raises Refused when a record is not what the step left, or when its images have been erased.
        """
        changes = [change.inverse() for change in reversed(step.changes(work))]
        _replay(work, step, changes, EntryKind.UNDO)

    def repeat(self, work: Work, step: Step) -> None:
        """Do an undone `step` again inside `work`, whose entry becomes a redo. Raises as `revert` does."""
        _replay(work, step, step.changes(work), EntryKind.REDO)

    def images_of(self, kind: type[Record], ids: Iterable[str]) -> list[ImageRef]:
        """Return every image of these records, and the arguments of the operations that touched them.

        An image of many that were changed alike is of each of them.
        """
        wanted, found = sorted(set(ids)), set[ImageRef]()
        with self._read() as reader:
            for start in range(0, len(wanted), _IDS):
                rows = reader.connection.execute(_holding(kind, wanted[start : start + _IDS])).all()
                for copy_id, number, position in rows:
                    found |= {ImageRef(copy_id, number, 0), ImageRef(copy_id, number, position)}
        return sorted(found, key=astuple)

    def erase(self, work: Work, images: Iterable[ImageRef]) -> None:
        """Erase images for good; the entry of `work` says which, so that the chain can account for them.

        The steps they belong to can no longer be undone, and what else an image of many holds goes too.
        Backups made earlier still hold them.
        """
        for ref in images:
            image = journal_image.c
            which = (image.copy_id == ref.copy_id, image.number == ref.number, image.position == ref.position)
            if work.connection.execute(delete(journal_image).where(*which)).rowcount:
                work.erased.append(ref)

    def verify(self) -> list[str]:
        """Return, in Swedish, where the journal is not what was written; empty when all is well."""
        with self._read() as reader:
            return list(verify(reader.connection))

    def _own(self, reader: Reader, person: str) -> Iterator[Entry]:
        """Yield this person's entries in this copy, newest first, a chunk at a time."""
        entry = journal_entry.c
        own = select(*_TOLD).where(entry.copy_id == self._copy_id(), entry.person == person)
        query = own.order_by(entry.number.desc()).limit(CHUNK)
        rows = reader.connection.execute(query).all()
        while rows:
            yield from map(_entry, rows)
            rows = reader.connection.execute(query.where(entry.number < rows[-1].number)).all()

    def _numbered(self, reader: Reader, numbers: Sequence[int]) -> tuple[Entry, ...]:
        entry = journal_entry.c
        query = select(*_TOLD).where(entry.copy_id == self._copy_id(), entry.number.in_(numbers))
        return tuple(_entry(row) for row in reader.connection.execute(query.order_by(entry.number)))


def write(work: Work, *, copy_id: str, person: str, at: datetime) -> bool:
    """Write the entry of `work` and its images; return False when there is nothing to write down."""
    operation = work.operation
    if not work.changes and not work.erased and operation.kind is EntryKind.DO:
        return False
    last = _last(work.connection, copy_id)
    number, previous = (last.number + 1, last.hash) if last else (1, origin(work.connection, copy_id))
    defer_references(work.connection)  # images lie in the binder before their entry, which has their digests
    made = chain([image_of_arguments(operation.arguments)], images(work.changes, work.written))
    digests = keep(work.connection, copy_id, number, made)
    row = {
        "copy_id": copy_id,
        "number": number,
        "operation": operation.name,
        "label": operation.label,
        "person": operation.person or person,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "scopes": canonical(sorted(work.scopes)),
        "kind": operation.kind.value,
        "refers_to": canonical(operation.refers_to),
        "coalesce": operation.coalesce,
        "barrier": int(operation.barrier),
        "erases": canonical([astuple(ref) for ref in work.erased]),
        "digests": canonical(digests),
        "previous": previous,
    }
    work.connection.execute(insert(journal_entry), {**row, "hash": entry_hash(row)})
    work.entry = number
    return True


def _last(connection: Connection, copy_id: str) -> Any:
    entry = journal_entry.c
    query = select(entry.number, entry.hash).where(entry.copy_id == copy_id)
    return connection.execute(query.order_by(entry.number.desc()).limit(1)).first()


def _entry(row: Any) -> Entry:
    return Entry(
        sequence=row.sequence,
        copy_id=row.copy_id,
        number=row.number,
        operation=row.operation,
        label=row.label,
        person=row.person,
        at=datetime.fromisoformat(row.at),
        scopes=frozenset(json.loads(row.scopes)),
        kind=EntryKind(row.kind),
        refers_to=tuple(json.loads(row.refers_to)),
        coalesce=row.coalesce,
        barrier=bool(row.barrier),
        erases=tuple(ImageRef(*ref) for ref in json.loads(row.erases)),
        previous=row.previous,
        hash=row.hash,
    )


def _steps(
    newest_first: Iterator[Entry], read: Callable[[], AbstractContextManager[Reader]]
) -> Iterator[Step]:
    """Yield the steps that are not undone, newest first, reading no further than is asked for."""
    undone: dict[int, bool] = {}  # by what was said last about an entry; the walk meets the last first
    group: list[Entry] = []  # newest first
    for entry in newest_first:
        if group and not _continues(entry, group[-1]):
            yield Step(tuple(reversed(group)), read)
            group = []
        if entry.kind is EntryKind.DO:
            if not undone.get(entry.number, False):
                group.append(entry)
        else:
            for number in entry.refers_to:
                undone.setdefault(number, entry.kind is EntryKind.UNDO)
    if group:
        yield Step(tuple(reversed(group)), read)


def _continues(earlier: Entry, later: Entry) -> bool:
    """Say whether `later` is the same step as the entry of that person just before it."""
    return (
        earlier.kind is EntryKind.DO
        and later.coalesce is not None
        and earlier.coalesce == later.coalesce
        and not (earlier.barrier or later.barrier)
    )


def _replay(work: Work, step: Step, changes: list[Change], kind: EntryKind) -> None:
    try:
        work.apply_all(changes)
    except NotFound as error:
        raise Refused(str(error)) from error
    work.scopes |= step.scopes
    numbers = tuple(entry.number for entry in step.entries)
    work.operation = replace(work.operation, kind=kind, refers_to=numbers, coalesce=None)


def _holding(kind: type[Record], ids: Sequence[str]) -> Select[Any]:
    """Return the question which images are of some records, or of many that these are among."""
    image = journal_image.c
    held = [func.coalesce(image.before, image.after).contains(f'"{id}"', autoescape=True) for id in ids]
    of_many = and_(image.record_id.startswith(MANY_RECORDS, autoescape=True), or_(*held))
    return select(image.copy_id, image.number, image.position).where(
        image.kind == NAMES[kind], or_(image.record_id.in_(ids), of_many)
    )


def _changes(reader: Reader, entries: Sequence[Entry]) -> list[Change]:
    image = journal_image.c
    copy_id, numbers = entries[0].copy_id, [e.number for e in entries]
    query = (
        select(image.kind, image.record_id, image.before, image.after)
        .where(image.copy_id == copy_id, image.number.in_(numbers))
        .where(image.position > 0)
        .order_by(image.number, image.position)
    )
    rows = reader.connection.execute(query).all()
    if any(e.erases for e in entries) or len(rows) != _sealed(reader, entries):
        raise Refused("Det kan inte ångras: uppgifterna har gallrats.")
    try:
        return recorded(rows)
    except ValueError as error:
        raise Refused("Det kan inte ångras: det gjordes med en annan version av programmet.") from error


def _length(reader: Reader, entries: Sequence[Entry]) -> int:
    """Return how many changes entries of one copy have images of."""
    image = journal_image.c
    own = cast(func.substr(image.record_id, len(MANY_RECORDS) + 1), Integer)
    number = case((image.record_id.startswith(MANY_RECORDS, autoescape=True), own), else_=1)
    query = select(func.sum(number)).where(
        image.copy_id == entries[0].copy_id,
        image.number.in_([e.number for e in entries]),
        image.position > 0,
    )
    return int(reader.connection.execute(query).scalar_one() or 0)


def _sealed(reader: Reader, entries: Sequence[Entry]) -> int:
    """Return how many images of changes entries of one copy were sealed with."""
    entry = journal_entry.c
    query = select(func.sum(func.json_array_length(entry.digests) - 1)).where(
        entry.copy_id == entries[0].copy_id, entry.number.in_([e.number for e in entries])
    )
    return int(reader.connection.execute(query).scalar_one())
