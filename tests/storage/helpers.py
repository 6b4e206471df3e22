"""Made-up facts for the tests of the storage."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from namndstod.domain.records import AgendaItem, Body, BodyKind, ItemKind, Meeting, Person, new_id
from namndstod.storage import sqlite
from namndstod.storage.binder import Binder
from namndstod.storage.journal import Operation
from namndstod.storage.kinds import DERIVED
from namndstod.storage.schema import TABLES
from namndstod.storage.store import Work

Facts = dict[str, dict[str, tuple[Any, ...]]]


RELEASED = Path(__file__).parent / "released"
"""Dumps of binders that released programs made, by their revision."""


def restored(dump: Path, folder: Path) -> Path:
    """Return the database, in a binder's folder, that a dump describes."""
    for name in ("bilagor", "backup", "cache"):
        (folder / name).mkdir(parents=True)
    database = folder / "Skärnämnden.namndstod"
    with closing(sqlite3.connect(database)) as raw:
        raw.create_collation("swedish", lambda a, b: (a > b) - (a < b))
        raw.executescript(dump.read_text(encoding="utf-8"))
        raw.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    return database


class Clock:
    """Goes one second further each time somebody looks."""

    def __init__(self, start: datetime = datetime(2031, 3, 4, 9, 0, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def op(name: str = "prova", **parts: Any) -> Operation:
    return Operation(name=name, label=parts.pop("label", f"Gör {name}"), **parts)


def person(surname: str = "Lindqvist", given_name: str = "Alva", **parts: Any) -> Person:
    return Person(id=new_id(), given_name=given_name, surname=surname, **parts)


def add_person(binder: Binder, surname: str = "Lindqvist", **parts: Any) -> Person:
    with binder.work(op("add", **parts)) as work:
        return work.add(person(surname))


def rename(binder: Binder, known: Person, surname: str, **parts: Any) -> Person:
    with binder.work(op("rename", **parts)) as work:
        return work.change(work.get(Person, known.id), surname=surname)


def meeting_with_item(work: Work) -> AgendaItem:
    body = work.add(Body(id=new_id(), kind=BodyKind.COMMITTEE))
    meeting = work.add(Meeting(id=new_id(), body_id=body.id, day=date(2031, 3, 4)))
    return work.add(
        AgendaItem(id=new_id(), meeting_id=meeting.id, number=1, kind=ItemKind.DECISION, title="Bidrag")
    )


COLUMNS = {
    table.name: ['"id"', *(f'"{c.name}"' for c in table.c if c.name not in ("id", "version"))]
    for kind, table in TABLES.items()
    if kind not in DERIVED
}


def facts(binder: Binder) -> Facts:
    """All facts of the binder but their versions, as SQLite has them: table → id → values."""
    with binder.read() as reader:
        raw = reader.connection.connection.driver_connection
        assert raw is not None
        return {
            table: {row[0]: row[1:] for row in raw.execute(f"SELECT {', '.join(columns)} FROM {table}")}
            for table, columns in COLUMNS.items()
        }


def rows(binder: Binder, table: Table) -> int:
    with binder.read() as reader:
        return len(reader.connection.execute(select(table)).all())
