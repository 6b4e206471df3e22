"""The statements that read and write records: made once for each form of what is asked for.

They are texts, by the names in kinds.py: to put a statement together of elements costs more than to run it,
and asks for the tables, whose making is a good part of what an opening may take.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import TextClause, bindparam, text

from namndstod.domain.records import Record

from .codec import codec
from .kinds import KINDS, ORDER

_ODD = "*[^ -~åäöÅÄÖ§–—”’…\u00a0]*"  # what has a letter that may be found by another one


@cache
def by_id(name: str) -> TextClause:
    """Return the statement that reads the record whose id is `wanted`."""
    return text(f"{_all_of(name)} WHERE {_place(name, 'id')} = :wanted")


@cache
def with_ids(name: str) -> TextClause:
    """Return the statement that reads the records whose ids are in `wanted`."""
    made = text(f"{_all_of(name)} WHERE {_place(name, 'id')} IN :wanted")
    return made.bindparams(bindparam("wanted", expanding=True))


@cache
def changing(name: str) -> TextClause:
    """Return the statement that gives the record with that `id` the values of a row."""
    columns = codec(KINDS[name]).names
    values = ", ".join(f'"{column}" = :{column}' for column in columns if column != "id")
    return text(f'UPDATE {name} SET {values} WHERE "id" = :id')


@cache
def removing(name: str) -> TextClause:
    """Return the statement that removes the record with that `id`."""
    return text(f'DELETE FROM {name} WHERE "id" = :id')


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
def finding(name: str, form: Form, limit: int | None = None) -> TextClause:
    """Return the statement that reads the records asked for, in order."""
    order = f"ORDER BY {', '.join(_order(name))}"
    return _asked(name, form, _all_of(name), order if limit is None else f"{order} LIMIT {limit}")


@cache
def latest(name: str, form: Form) -> TextClause:
    """Return the statement that reads the last `at_most` of the records asked for, the very last first."""
    backwards = ", ".join(f"{place} DESC" for place in _order(name))
    return _asked(name, form, _all_of(name), f"ORDER BY {backwards} LIMIT :at_most")


@cache
def counting(name: str, form: Form) -> TextClause:
    """Return the statement that counts the records asked for."""
    return _asked(name, form, f"SELECT count(*) FROM {name}")


@cache
def tallying(name: str, form: Form, field: str) -> TextClause:
    """Return the statement that counts the records asked for by the value of a field."""
    place = _place(name, field)
    return _asked(name, form, f"SELECT {place}, count(*) FROM {name}", f"GROUP BY {place}")


@cache
def greatest(name: str, form: Form, field: str) -> TextClause:
    """Return the statement that finds the greatest value of a field."""
    return _asked(name, form, f"SELECT max({_place(name, field)}) FROM {name}")


@cache
def holding(name: str, fields: tuple[str, ...], words: int) -> TextClause:
    """Return the statement that reads the records that hold some words, at most `at_most` of them.

    Bound are `word0` … as folded, `like0` … as `pattern` of them, and `whole` and `start`, patterns: what is
    one of the fields as a whole comes first, then what begins one, and then what was stored last.
    """
    places = [_place(name, field) for field in fields]
    line = " || ' ' || ".join(places)
    conditions = " AND ".join(_word_in(line, number) for number in range(words))
    whole, start = (" OR ".join(f"{place} GLOB :{each}" for place in places) for each in ("whole", "start"))
    order = f"CASE WHEN {whole} THEN 0 WHEN {start} THEN 1 ELSE 2 END, {name}.rowid DESC"
    where = f" WHERE {conditions}" if conditions else ""
    return text(f"{_all_of(name)}{where} ORDER BY {order} LIMIT :at_most")


def pattern(folded: str) -> str:
    """Return folded text for GLOB, in either case."""
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() or c in "*?[" else c for c in folded)


def _word_in(line: str, number: int) -> str:
    """Return the condition; folding is left to Python, which is slow, only where a text has odd letters."""
    found = f"instr(fold({line}), :word{number}) > 0"
    return f"({line} GLOB :like{number} OR ({line} GLOB '{_ODD}' AND {found}))"


def _all_of(name: str) -> str:
    """Return what reads all columns of a table, which stand in the order of the fields."""
    columns = ", ".join(_place(name, column) for column in codec(KINDS[name]).names)
    return f"SELECT {columns} FROM {name}"


def _asked(name: str, form: Form, what: str, then: str = "") -> TextClause:
    """Return the statement that reads `what` of the records of a form; values are bound by their field."""
    conditions = " AND ".join(_condition(_place(name, field), field, ask) for field, ask in form)
    where = f"WHERE {conditions}" if conditions else ""
    made = text(" ".join(part for part in (what, where, then) if part))
    several = (field for field, ask in form if ask in (Ask.ANY, Ask.ANY_OR_NONE))
    return made.bindparams(*(bindparam(field, expanding=True) for field in several))


def _order(name: str) -> list[str]:
    return [_place(name, column) for column in (*ORDER[KINDS[name]], "id")]


def _place(name: str, column: str) -> str:
    return f'{name}."{column}"'


def _condition(place: str, field: str, ask: Ask) -> str:
    if ask is Ask.NONE:
        return f"{place} IS NULL"
    if ask is Ask.ONE:
        return f"{place} = :{field}"
    return f"{place} IN :{field}" if ask is Ask.ANY else f"({place} IN :{field} OR {place} IS NULL)"
