"""The tables keep exactly the records, and the migrations make exactly the tables."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from namndstod.domain import archive, delegation, phrase_bank, proceedings, records
from namndstod.domain.errors import BinderDamaged
from namndstod.domain.records import Record
from namndstod.storage import migrate, sqlite
from namndstod.storage.binder import Binder
from namndstod.storage.codec import codec
from namndstod.storage.columns import metadata
from namndstod.storage.journal_tables import journal_entry, journal_image
from namndstod.storage.kinds import ORDER
from namndstod.storage.migrate import REVISION, REVISIONS
from namndstod.storage.schema import TABLES

from .helpers import add_person

MIGRATIONS = Path(str(files("namndstod.storage.migrations")))


def all_kinds() -> set[type[Record]]:
    modules = (records, proceedings, delegation, phrase_bank, archive)
    things = [thing for module in modules for thing in vars(module).values()]
    return {thing for thing in things if isinstance(thing, type) and issubclass(thing, Record)} - {Record}


def test_every_record_type_has_a_table_and_an_order() -> None:
    assert set(TABLES) == all_kinds() == set(ORDER)


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_columns_are_the_fields_in_their_order(kind: type[Record]) -> None:
    table = TABLES[kind]
    assert table.name == re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    assert tuple(c.name for c in table.c) == codec(kind).names
    assert {c.name for c in table.c if c.nullable} == {f.name for f in codec(kind).fields if f.optional}
    assert set(ORDER[kind]) <= set(codec(kind).names)


REFERENCE = re.compile(r"\s*(CONSTRAINT \w+ (FOREIGN KEY ?\(\w+\) )?REFERENCES \w+ \(\w+\))")
TOP_LEVEL_COMMA = re.compile(r",\s*(?![^(]*\))")


def tables_of(connection: Connection) -> dict[str, list[object]]:
    """Every table and index as the database has it: its parts sorted, and what it refers to.

    A column that came later says in its own line what it refers to, others in lines of their own.
    """
    rows = connection.exec_driver_sql(
        "SELECT type || ' ' || name, tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'index')"
    )
    found: dict[str, list[object]] = {}
    for name, table, sql in rows.fetchall():
        if "alembic" in name or sql is None:
            continue
        body = " ".join(REFERENCE.sub("", sql.replace('"', "")).split()).removesuffix(")")
        parts = sorted(part.strip() for part in TOP_LEVEL_COMMA.split(body) if part.strip())
        refers = connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})").fetchall()
        found[name] = [*parts, *sorted(tuple(row)[2:5] for row in refers)]
    return found


def test_migrations_make_exactly_the_tables_of_the_schema(tmp_path: Path) -> None:
    migrate.upgrade(tmp_path / "migrated.db", create=True)
    migrated = sqlite.engine(tmp_path / "migrated.db")
    direct = sqlite.engine(tmp_path / "direct.db", create=True)
    with migrated.connect() as old, direct.connect() as new:
        metadata.create_all(new)
        assert tables_of(old) == tables_of(new)
        assert compare_metadata(MigrationContext.configure(old), metadata) == []
    migrated.dispose()
    direct.dispose()


def test_the_program_knows_every_revision() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert tuple(s.revision for s in scripts.walk_revisions())[::-1] == REVISIONS
    assert scripts.get_heads() == [REVISION]


def test_migrations_import_no_code_of_the_program() -> None:
    sources = [path.read_text(encoding="utf-8") for path in MIGRATIONS.rglob("*.py")]
    assert len(sources) >= 3
    assert not any(re.search(r"^\s*(from|import)\s+(namndstod|\.)", source, re.M) for source in sources)


def test_a_failing_migration_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = tmp_path / "half.db"
    monkeypatch.setattr(sqlite, "broken_references", lambda connection: [("mandate", "person")])
    with pytest.raises(BinderDamaged, match="person"):
        migrate.upgrade(database, create=True)
    raw = sqlite.connect(database)
    assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    raw.close()


def test_the_journal_is_append_only(binder: Binder) -> None:
    add_person(binder)
    attempts = [
        journal_entry.update().values(label="annat"),
        journal_entry.delete(),
        journal_image.update().values(after=None),
    ]
    for attempt in attempts:
        with binder._engine.connect() as connection, pytest.raises(IntegrityError, match="journal_"):
            connection.execute(attempt)


@pytest.mark.parametrize(
    "wrong",
    [
        {"item_id": None, "section_id": None},
        {"item_id": "a", "section_id": "b"},
        {"item_id": "a", "section_id": None, "parent_id": "1"},
    ],
)
def test_a_text_belongs_to_one_thing(binder: Binder, wrong: dict[str, str | None]) -> None:
    table = TABLES[records.TextBlock]
    block = records.TextBlock(
        id="1", role=records.TextRole.POINTS, kind=records.BlockKind.BULLET, position=1, item_id="a"
    )
    with binder._engine.connect() as connection, pytest.raises(IntegrityError, match="CHECK"):
        connection.execute(insert(table), codec(records.TextBlock).encode(block) | wrong)


def test_names_are_compared_in_swedish(binder: Binder) -> None:
    table = TABLES[records.Person]
    for surname in ("Östlund", "Ek", "Åkesson", "Ärlig", "ek", "Zander", "Andrén"):
        add_person(binder, surname)
    with binder.read() as reader:
        found = reader.connection.execute(select(table.c.surname).order_by(table.c.surname)).scalars().all()
        ek = reader.connection.execute(select(table.c.id).where(table.c.surname == "Ek")).all()
    assert found == ["Andrén", "Ek", "ek", "Zander", "Åkesson", "Ärlig", "Östlund"]
    assert len(ek) == 1
