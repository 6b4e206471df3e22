"""Which binder this is, and which copy of it. Every copy has a chain of its own in the journal."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from namndstod.domain.frozen import frozen
from namndstod.domain.records import new_id

from . import journal_tables as tables


@frozen
class Identity:
    """The binder's id and name, and the id of the copy at hand."""

    id: str
    name: str
    copy_id: str


def identity(connection: Connection) -> Identity | None:
    """Return who the database says it is, or None when it does not say."""
    row = connection.execute(select(tables.binder)).first()
    return None if row is None else Identity(row.id, row.name, row.copy_id)


def found(connection: Connection, name: str, now: datetime) -> None:
    """Make the binder and its first copy in an empty database."""
    copy_id = _copy(connection, "Original", now)
    row = {"id": new_id(), "name": name, "created_at": _utc(now), "copy_id": copy_id}
    connection.execute(insert(tables.binder), row)


def begin_copy(connection: Connection, label: str, now: datetime) -> None:
    """Make what is at hand a new copy of the binder; `label` (Swedish) says why."""
    connection.execute(update(tables.binder).values(copy_id=_copy(connection, label, now)))


def _copy(connection: Connection, label: str, now: datetime) -> str:
    row = {"id": new_id(), "label": label, "created_at": _utc(now)}
    connection.execute(insert(tables.binder_copy), row)
    return row["id"]


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
