"""What tables are made of: columns by what they hold, references, the names of constraints."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text

SWEDISH: Final = "swedish"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def text(name: str, *, null: bool = False) -> Column[Any]:
    """A text."""
    return Column(name, Text, nullable=null)


def swedish(name: str) -> Column[Any]:
    """A name or title, compared in Swedish order."""
    return Column(name, Text(collation=SWEDISH), nullable=False)


def number(name: str, *, null: bool = False) -> Column[Any]:
    """A whole number."""
    return Column(name, Integer, nullable=null)


def flag(name: str) -> Column[Any]:
    """A yes or no; no where an older row says nothing."""
    return Column(name, Integer, nullable=False, server_default="0")


def later_text(name: str, value: str) -> Column[Any]:
    """A text that came with a later revision, with what older rows mean."""
    return Column(name, Text, nullable=False, server_default=value)


def secrecy() -> tuple[Column[Any], ...]:
    """What keeps an item or a § out of public editions."""
    return flag("secret"), later_text("secrecy_ground", ""), later_text("neutral_heading", "")


def ref(name: str, table: str, *, null: bool = False, index: bool = True) -> Column[Any]:
    """A reference to another record. Nothing cascades: what hangs on a record is removed by name.

    `index` False where an index over several columns begins with this one, or nobody looks for it.
    """
    return Column(name, Text, ForeignKey(f"{table}.id"), nullable=null, index=index)


def record(name: str, *parts: Any) -> Table:
    """The table of a record type."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True, nullable=False),
        Column("version", Integer, nullable=False),
        *parts,
    )


def sha(column: str) -> CheckConstraint:
    """That a column holds the SHA-256 of a file."""
    return CheckConstraint(f"length({column}) = 64", f"{column}_is_sha256")
