"""The statements that read records: made once for each form of what is asked for."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, bindparam, or_, select, text

from namndstod.domain.records import Record

from .codec import codec
from .columns import metadata
from .schema import KINDS, ORDER


@cache
def by_id(name: str) -> Select[Any]:
    """Return the statement that reads the record whose id is `wanted`."""
    return all_of(name).where(metadata.tables[name].c.id == bindparam("wanted"))


@cache
def ordered(name: str) -> Select[Any]:
    """Return the statement that reads all records of a table in the kind's natural order."""
    table = metadata.tables[name]
    return all_of(name).order_by(*(table.c[column] for column in (*ORDER[KINDS[name]], "id")))


def all_of(name: str) -> Select[Any]:
    """Return what selects all columns, in order; as one text, since each element costs when compiled."""
    table = metadata.tables[name]
    return select(text(", ".join(f'{name}."{column.name}"' for column in table.c))).select_from(table)


class Ask(StrEnum):
    """How a field is asked for."""

    NONE = "is none"
    ONE = "is one value"
    ANY = "is any of several"
    ANY_OR_NONE = "is any of several or none"


Form = tuple[tuple[str, Ask], ...]  # the fields asked for: a statement is made once for each form


def question(kind: type[Record], equals: dict[str, Any]) -> tuple[Form, dict[str, Any]]:
    """Return the form of what is asked, and the values as stored. Raises TypeError for a wrong field."""
    coded = codec(kind)
    form: list[tuple[str, Ask]] = []
    values: dict[str, Any] = {}
    for name, value in equals.items():
        if name not in coded.by_name:
            raise TypeError(f"{kind.__name__} has no field {name!r}")
        if coded.by_name[name].structured:
            raise TypeError(f"{kind.__name__}.{name} cannot be searched for")
        if value is None:
            form.append((name, Ask.NONE))
        elif isinstance(value, tuple | list | set | frozenset):
            form.append((name, Ask.ANY_OR_NONE if any(v is None for v in value) else Ask.ANY))
            values[name] = [coded.encode_value(name, v) for v in value if v is not None]
        else:
            form.append((name, Ask.ONE))
            values[name] = coded.encode_value(name, value)
    return tuple(form), values


@cache
def finding(name: str, form: Form, limit: int | None = None) -> Select[Any]:
    """Return the statement that reads the records asked for, in order."""
    return ordered(name).where(*matching(name, form)).limit(limit)


@cache
def matching(name: str, form: Form) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a form."""
    return tuple(_condition(metadata.tables[name].c[field], ask) for field, ask in form)


def _condition(column: Column[Any], ask: Ask) -> ColumnElement[bool]:
    if ask is Ask.NONE:
        return column.is_(None)
    if ask is Ask.ONE:
        return column == bindparam(column.name)
    inside = column.in_(bindparam(column.name, expanding=True))
    return or_(inside, column.is_(None)) if ask is Ask.ANY_OR_NONE else inside
