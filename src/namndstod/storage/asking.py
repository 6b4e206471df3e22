"""The statements that read records: made once for each form of what is asked for."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Select, TextClause, bindparam, select, text

from namndstod.domain.records import Record

from .codec import codec
from .columns import metadata
from .schema import KINDS, ORDER

_ODD = "*[^ -~åäöÅÄÖ§–—”’…\u00a0]*"  # what has a letter that may be found by another one


@cache
def by_id(name: str) -> Select[Any]:
    """Return the statement that reads the record whose id is `wanted`."""
    return all_of(name).where(metadata.tables[name].c.id == bindparam("wanted"))


@cache
def ordered(name: str) -> Select[Any]:
    """Return the statement that reads all records of a table in the kind's natural order."""
    return all_of(name).order_by(text(", ".join(_order(name))))


def all_of(name: str) -> Select[Any]:
    """Return what selects all columns, in order; as one text, since each element costs when compiled."""
    table = metadata.tables[name]
    return select(text(", ".join(_place(name, column.name) for column in table.c))).select_from(table)


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
def latest(name: str, form: Form) -> Select[Any]:
    """Return the statement that reads the last `at_most` of the records asked for, the very last first."""
    backwards = text(", ".join(f"{place} DESC" for place in _order(name)))
    return all_of(name).where(*matching(name, form)).order_by(backwards).limit(bindparam("at_most"))


@cache
def holding(name: str, fields: tuple[str, ...], words: int) -> Select[Any]:
    """Return the statement that reads the records that hold some words, at most `at_most` of them.

    Bound are `word0` … as folded, `like0` … as `pattern` of them, and `whole` and `start`, patterns: what is
    one of the fields as a whole comes first, then what begins one, and then what was stored last.
    """
    places = [_place(name, field) for field in fields]
    line = " || ' ' || ".join(places)
    conditions = [text(_word_in(line, number)) for number in range(words)]
    whole, start = (" OR ".join(f"{place} GLOB :{each}" for place in places) for each in ("whole", "start"))
    order = f"CASE WHEN {whole} THEN 0 WHEN {start} THEN 1 ELSE 2 END, {name}.rowid DESC"
    return all_of(name).where(*conditions).order_by(text(order)).limit(bindparam("at_most"))


def pattern(folded: str) -> str:
    """Return folded text for GLOB, in either case."""
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() or c in "*?[" else c for c in folded)


def _word_in(line: str, number: int) -> str:
    """Return the condition; folding is left to Python, which is slow, only where a text has odd letters."""
    found = f"instr(fold({line}), :word{number}) > 0"
    return f"({line} GLOB :like{number} OR ({line} GLOB '{_ODD}' AND {found}))"


@cache
def matching(name: str, form: Form) -> tuple[TextClause, ...]:
    """Return the conditions of a form."""
    return tuple(_condition(_place(name, field), field, ask) for field, ask in form)


def _order(name: str) -> list[str]:
    return [_place(name, column) for column in (*ORDER[KINDS[name]], "id")]


def _place(name: str, column: str) -> str:
    return f'{name}."{column}"'


def _condition(place: str, field: str, ask: Ask) -> TextClause:
    """Return the condition, as a text for the same reason; the values are bound under the field's name."""
    if ask is Ask.NONE:
        return text(f"{place} IS NULL")
    if ask is Ask.ONE:
        return text(f"{place} = :{field}")
    inside = f"{place} IN :{field}"
    if ask is Ask.ANY_OR_NONE:
        inside = f"({inside} OR {place} IS NULL)"
    return text(inside).bindparams(bindparam(field, expanding=True))
