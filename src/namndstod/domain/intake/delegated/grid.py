"""The cells of a part of a sheet, with what is merged in them spread over the rows it is valid for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ..sheets import Cell, Sheet
from .texts import is_blank, text_of

_BROKEN: Final = re.compile(r"(\w)[-\u00ad\u2010][ ]*[\r\n]+\s*(?=[a-zåäö])")
WIDEST: Final = 256
"""Columns that are looked at: no list has more."""
_MOST_MERGED: Final = 200_000  # cells that merged ranges are spread over, in a sheet


@dataclass(slots=True)
class Grid:
    """Rows from 0 as in the sheet, and the columns from `first` on.

    `across`: by row, the columns that are merged; `spread`: by column and row, the row whose value it is.
    """

    rows: list[list[Cell]]
    width: int
    first: int = 0
    hidden: frozenset[int] = frozenset()
    across: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    spread: dict[int, dict[int, int]] = field(default_factory=dict)

    def part(self, left: int, right: int) -> Grid:
        """Return the columns from `left` to before `right` as a grid of their own."""
        if (left, right) == (0, self.width):
            return self
        return Grid(
            [row[left:right] for row in self.rows],
            right - left,
            self.first + left,
            self.hidden,
            {
                row: [
                    (max(a, left) - left, min(b, right - 1) - left)
                    for a, b in spans
                    if a < right and b >= left
                ]
                for row, spans in self.across.items()
            },
            {column - left: rows for column, rows in self.spread.items() if left <= column < right},
        )

    def filled(self, row: int) -> list[tuple[int, Cell]]:
        """Return the cells of a row in which anything stands, with their columns; a merged one once."""
        cells = [(n, cell) for n, cell in enumerate(self.rows[row]) if cell != "" and not is_blank(cell)]
        return [each for each in cells if not self._below(row, each[0])]

    def is_empty(self, column: int, start: int, end: int) -> bool:
        """Whether nothing stands in a column between two rows."""
        return all(is_blank(row[column]) for row in self.rows[start:end])

    def texts(self, row: int) -> list[str]:
        """Return a row of headings as texts, merged cells beside each other filled, broken words whole."""
        texts = [text_of(_BROKEN.sub(r"\1", c) if isinstance(c, str) else c) for c in self.rows[row]]
        for start, end in self.across.get(row, ()):
            if start < len(texts):
                texts[start : end + 1] = [texts[start]] * (min(end + 1, len(texts)) - start)
        return texts

    def _below(self, row: int, column: int) -> bool:
        return bool(self.spread) and self.spread.get(column, {}).get(row, row) != row and self._alone(row)

    def _alone(self, row: int) -> bool:
        """Whether all that stands in a row belongs to merged cells that began above it."""
        return all(
            self.spread.get(n, {}).get(row, row) != row
            for n, cell in enumerate(self.rows[row])
            if not is_blank(cell)
        )


def grid_of(sheet: Sheet) -> Grid:
    """Return the cells of a sheet; what stands in a merged cell is valid for all of its rows."""
    width = max(map(len, sheet.rows), default=0)
    rows = sheet.rows
    if width > WIDEST:
        width = WIDEST
        rows = [row[:width] for row in rows]
    if any(len(row) < width for row in rows):
        rows = [row + [""] * (width - len(row)) for row in rows]
    grid = Grid(rows, width, hidden=frozenset(n - 1 for n in sheet.hidden_rows))
    if sheet.merged:
        _spread(grid, sheet.merged)
    return grid


def _spread(grid: Grid, merged: Sequence[tuple[int, int, int, int]]) -> None:
    left = _MOST_MERGED
    grid.rows = list(grid.rows)
    copied: set[int] = set()
    for top, start, bottom, end in merged:
        top, start, bottom, end = (
            top - 1,
            start - 1,
            min(bottom, len(grid.rows)) - 1,
            min(end, grid.width) - 1,
        )
        if top < 0 or start < 0 or top > bottom or start > end or left <= 0:
            continue
        bottom = min(bottom, top + left)
        left -= bottom - top + 1
        value = grid.rows[top][start]
        for row in range(top, bottom + 1):
            if end > start:
                grid.across.setdefault(row, []).append((start, end))
            if row > top and not is_blank(value) and is_blank(grid.rows[row][start]):
                if row not in copied:
                    grid.rows[row] = list(grid.rows[row])
                    copied.add(row)
                grid.rows[row][start] = value
                by_row = grid.spread.setdefault(start, {top: top})
                by_row[top], by_row[row] = top, top
