"""Days in three columns, År, Månad and Dag: they become one column before anything else is understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from ..sheets import Cell
from .days import month_number
from .grid import Grid
from .texts import is_blank, text_of

_PARTS: Final = {
    **dict.fromkeys(("år", "year"), "year"),
    **dict.fromkeys(("månad", "mån", "month"), "month"),
    **dict.fromkeys(("dag", "day"), "day"),
}
_SEARCHED: Final = 60  # rows in which the headings are looked for
_HEADING: Final = "Datum"


def with_whole_days(grid: Grid) -> Grid:
    """Return the grid with such columns put together in the first of them; the others are empty below it."""
    for at, row in enumerate(grid.rows[:_SEARCHED]):
        named = [
            _PARTS.get(cell.strip(" .:").casefold(), "") if isinstance(cell, str) else "" for cell in row
        ]
        for first in range(len(named) - 2):
            parts = named[first : first + 3]
            if set(parts) == {"year", "month", "day"}:
                _join(grid, at, first, parts)
    return grid


def _join(grid: Grid, at: int, first: int, parts: Sequence[str]) -> None:
    rows = grid.rows = list(grid.rows)
    for number in range(at, len(rows)):
        row = rows[number]
        cells = row[first : first + 3]
        if any(map(is_blank, cells)):
            continue
        whole = _HEADING if number == at else _day(dict(zip(parts, cells, strict=True)))
        rows[number] = [*row[:first], whole, "", "", *row[first + 3 :]]


def _day(cells: dict[str, Cell]) -> Cell:
    """Return the day; what is none stays to be read, as a text with all three."""
    year, month, day = (text_of(cells[part]).strip() for part in ("year", "month", "day"))
    try:
        number = int(month) if month.isdecimal() else month_number(month)
        return date(int(year) + (2000 if len(year) <= 2 else 0), number, int(day))
    except (KeyError, ValueError):
        return f"{year}-{month}-{day}"
