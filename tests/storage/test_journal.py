"""The journal: what it says, that it cannot be changed unseen, and what gallring leaves."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from namndstod.domain.errors import Refused
from namndstod.domain.records import Person
from namndstod.storage import sqlite
from namndstod.storage.binder import Binder
from namndstod.storage.journal import EntryKind
from namndstod.storage.journal_tables import journal_entry, journal_image

from .helpers import add_person, op, person, rename, rows

Tamper = Callable[[sqlite3.Connection], object]


def tamper(binder: Binder, act: Tamper) -> None:
    """Do what somebody with a database tool could do: drop the triggers and write."""
    raw = sqlite.connect(binder.database)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("PRAGMA foreign_keys = OFF")
    act(raw)
    raw.close()


def three_entries(binder: Binder) -> Person:
    known = add_person(binder, "Alm")
    known = rename(binder, known, "Ek")
    return rename(binder, known, "Öman")


def test_an_entry_says_what_was_done(binder: Binder) -> None:
    operation = op(
        "lägg_till", label="Lägg till person", arguments={"namn": "Ek"}, coalesce="k", barrier=True
    )
    with binder.work(operation) as work:
        work.add(person("Ek"))
        work.scopes |= {"m2", "m1"}
    (entry,) = binder.journal.entries()
    assert (entry.number, entry.copy_id, entry.operation) == (1, binder.copy_id, "lägg_till")
    assert (entry.label, entry.person, entry.kind) == ("Lägg till person", "Ada", EntryKind.DO)
    assert (entry.scopes, entry.coalesce, entry.barrier) == (frozenset({"m1", "m2"}), "k", True)
    assert entry.at.tzinfo is UTC
    assert entry.at > datetime(2031, 3, 4, 9, tzinfo=UTC)
    assert rows(binder, journal_image) == 2  # the arguments and one record


def test_entries_come_newest_first_and_by_person(binder: Binder) -> None:
    add_person(binder, "Alm", person="Bo")
    add_person(binder, "Ek")
    assert [e.number for e in binder.journal.entries()] == [2, 1]
    assert [e.number for e in binder.journal.entries(limit=1)] == [2]
    assert [e.number for e in binder.journal.entries(person="Bo")] == [1]


def test_what_changes_nothing_leaves_no_entry(binder: Binder) -> None:
    known = add_person(binder)
    with binder.work(op()) as work:
        work.change(known, surname=known.surname)
    with binder.work(op()) as work:
        work.find(Person)
    assert rows(binder, journal_entry) == 1


def test_entries_hold_no_images(binder: Binder) -> None:
    with binder.work(op(arguments={"namn": "Hemligsson"})) as work:
        work.add(person("Hemligsson"))
    with binder.read() as reader:
        entry = reader.connection.execute(select(journal_entry)).one()
        images = reader.connection.execute(select(journal_image)).all()
    assert "Hemligsson" not in str(entry)
    assert str(images).count("Hemligsson") == 2
    assert len({image.salt for image in images}) == 2


def test_the_chain_of_an_untouched_journal_holds(binder: Binder) -> None:
    assert binder.journal.verify() == []
    three_entries(binder)
    assert binder.journal.verify() == []


TAMPERINGS: dict[str, Tamper] = {
    "label": lambda db: db.execute("UPDATE journal_entry SET label = 'annat' WHERE number = 2"),
    "person": lambda db: db.execute("UPDATE journal_entry SET person = 'Bo' WHERE number = 1"),
    "time": lambda db: db.execute("UPDATE journal_entry SET at = '2030-01-01T00:00:00+00:00'"),
    "barrier": lambda db: db.execute("UPDATE journal_entry SET barrier = 1 WHERE number = 3"),
    "deleted entry": lambda db: db.execute("DELETE FROM journal_entry WHERE number = 2"),
    "deleted first": lambda db: db.execute("DELETE FROM journal_entry WHERE number = 1"),
    "swapped": lambda db: db.executescript(
        "UPDATE journal_entry SET number = 99 WHERE number = 1;"
        "UPDATE journal_entry SET number = 1 WHERE number = 2;"
        "UPDATE journal_entry SET number = 2 WHERE number = 99;"
    ),
    "image": lambda db: db.execute("UPDATE journal_image SET after = replace(after, 'Ek', 'Al')"),
    "image's record": lambda db: db.execute("UPDATE journal_image SET record_id = 'x' WHERE position = 1"),
    "salt": lambda db: db.execute("UPDATE journal_image SET salt = '' WHERE number = 1"),
    "arguments": lambda db: db.execute("UPDATE journal_image SET after = '1' WHERE position = 0"),
    "deleted image": lambda db: db.execute("DELETE FROM journal_image WHERE number = 3 AND position = 1"),
    "added image": lambda db: db.execute(
        "INSERT INTO journal_image SELECT copy_id, number, 7, kind, record_id, before, after, salt"
        " FROM journal_image WHERE number = 1 AND position = 1"
    ),
    "copy": lambda db: db.execute("UPDATE binder_copy SET label = 'en annan'"),
    "binder": lambda db: db.execute("UPDATE binder SET id = 'en annan'"),
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_tampering_is_seen(binder: Binder, how: str) -> None:
    three_entries(binder)
    tamper(binder, TAMPERINGS[how])
    assert binder.journal.verify() != []


def test_a_long_journal_is_verified_to_its_end(binder: Binder) -> None:
    known = add_person(binder)
    for number in range(510):
        known = rename(binder, known, f"Alm {number}")
    assert binder.journal.verify() == []
    tamper(binder, lambda db: db.execute("UPDATE journal_entry SET label = 'annat' WHERE number = 511"))
    assert len(binder.journal.verify()) == 1


def test_gallring_erases_and_the_chain_still_holds(binder: Binder) -> None:
    known = three_entries(binder)
    add_person(binder, "Kvarman")
    images = binder.journal.images_of(Person, [known.id])
    assert [(i.number, i.position) for i in images] == [(1, 0), (1, 1), (2, 0), (2, 1), (3, 0), (3, 1)]
    with binder.work(op("gallra", barrier=True)) as work:
        binder.journal.erase(work, images)
        work.remove(work.get(Person, known.id))
        # The removal leaves an image of its own, which a second step erases.
    with binder.work(op("gallra", barrier=True)) as work:
        binder.journal.erase(work, binder.journal.images_of(Person, [known.id]))
    assert binder.journal.verify() == []
    assert len(binder.journal.entries()) == 6
    binder.close()
    content = binder.database.read_bytes()
    assert "Öman".encode() not in content
    assert b"Kvarman" in content


def test_what_was_erased_cannot_be_undone(binder: Binder) -> None:
    known = add_person(binder)
    with binder.work(op("gallra")) as work:
        binder.journal.erase(work, binder.journal.images_of(Person, [known.id]))
    for expected in ("gallra", "add"):
        step = binder.journal.undoable("Ada", skipping=lambda s: s.entries[0].operation != expected)  # noqa: B023
        assert step is not None
        with pytest.raises(Refused, match="gallrats"), binder.work(op("ångra")) as work:
            binder.journal.revert(work, step)


def test_an_erased_image_that_comes_back_is_seen(binder: Binder) -> None:
    known = add_person(binder)
    with binder.read() as reader:
        kept = reader.connection.execute(select(journal_image)).mappings().all()
    with binder.work(op("gallra")) as work:
        binder.journal.erase(work, binder.journal.images_of(Person, [known.id]))
    with binder._engine.begin() as connection:
        connection.execute(journal_image.insert(), [dict(row) for row in kept])
    assert any("finns kvar" in text for text in binder.journal.verify())
