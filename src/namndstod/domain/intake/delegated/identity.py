"""Columns of personnummer: they are told, and no register of decisions keeps what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...personal_data import checks
from .columns import Column
from .grid import Grid
from .headings import heading, names_identity
from .names import person_numbers
from .texts import text_of

_LOOKED_AT = 400  # rows of a column


def identity_columns(grid: Grid, kept: Sequence[int], columns: Sequence[Column]) -> list[Column]:
    """Return the columns that no field holds and in which personnummer stand."""
    rows = [grid.rows[row] for row in kept[:_LOOKED_AT]]
    return [
        column
        for column in columns
        if column.field is None and _has_identities(column, [text_of(row[column.place]) for row in rows])
    ]


def _has_identities(column: Column, texts: Sequence[str]) -> bool:
    """Whether a heading says so and a number stands below it, or what stands there are such numbers alone."""
    numbers = [list(_numbers(text)) for text in texts if text]
    if names_identity(column.heading):
        return any(numbers)
    return bool(numbers) and all(numbers) and not heading(column.heading).other and _all_check(numbers)


def _numbers(text: str) -> Iterator[str]:
    return person_numbers(text[:200])


def _all_check(numbers: Sequence[Sequence[str]]) -> bool:
    return all(checks("".join(c for c in number if c.isdigit())[-10:]) for each in numbers for number in each)
