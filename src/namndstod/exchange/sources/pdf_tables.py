"""Rows that stand in columns, made into the rows of a table: each cell in its column, empty ones too."""

from __future__ import annotations

from collections.abc import Sequence

from .pdf_rows import Row, Stretch

_FARTHEST = 3.2  # of the size: rows further apart than this are not of one table
_TOUCH = 2.0  # points that cells of neighbouring columns may reach into each other


def table_cells(rows: Sequence[Row]) -> list[tuple[int, tuple[str, ...]]]:
    """Return for each row the number of its table (0: none) and its cells, one for each column."""
    found: list[tuple[int, tuple[str, ...]]] = [(0, ()) for _ in rows]
    tables = 0
    for first, last in _stands(rows):
        columns = _columns(rows[first:last])
        if len(columns) < 2:
            continue
        tables += 1
        for at in range(first, last):
            found[at] = (tables, _cells(rows[at], columns))
    return found


def _stands(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return where rows of cells follow upon each other; a row of a single stretch may stand between."""
    found: list[tuple[int, int]] = []
    first: int | None = None
    last = 0  # the latest row with cells
    for at, row in enumerate(rows):
        apart = at > 0 and rows[at - 1].base - row.base > _FARTHEST * max(row.size, rows[at - 1].size)
        if first is not None and (apart or rows[at - 1].base < row.base or at - last > 2):
            found.append((first, last + 1))
            first = None
        if len(row.stretches) > 1:
            first, last = at if first is None else first, at
    if first is not None:
        found.append((first, last + 1))
    return [(start, end) for start, end in found if _is_table(rows[start:end])]


def _is_table(rows: Sequence[Row]) -> bool:
    """Tell whether rows are a table: three or more with cells, or two whose cells stand under each other."""
    filled = [row for row in rows if len(row.stretches) > 1]
    return len(filled) >= 3 or (len(filled) == 2 and len({len(row.stretches) for row in filled}) == 1)


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return left and right edge of the columns: where stretches overlap, those that span several aside."""
    columns: list[tuple[float, float]] = []
    spans = sorted(
        (stretch for row in rows if len(row.stretches) > 1 for stretch in row.stretches),
        key=lambda stretch: stretch.right - stretch.left,
    )
    for stretch in spans:
        touched = [c for c in columns if stretch.left < c[1] - _TOUCH and stretch.right > c[0] + _TOUCH]
        if len(touched) > 1:
            continue  # a head over several columns
        if touched:
            columns.remove(touched[0])
            columns.append((min(stretch.left, touched[0][0]), max(stretch.right, touched[0][1])))
        else:
            columns.append((stretch.left, stretch.right))
    return sorted(columns)


def _cells(row: Row, columns: Sequence[tuple[float, float]]) -> tuple[str, ...]:
    cells = [""] * len(columns)
    for stretch in row.stretches:
        at = max(range(len(columns)), key=lambda n: _shared(stretch, columns[n]))
        cells[at] = f"{cells[at]} {stretch.text}".strip()
    return tuple(cells)


def _shared(stretch: Stretch, column: tuple[float, float]) -> float:
    """Return how much of a column a stretch covers; less than nothing is its distance from it."""
    return min(stretch.right, column[1]) - max(stretch.left, column[0])
