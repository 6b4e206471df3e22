"""Tables beside each other in a sheet: columns that nothing stands in part them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...swedish_sort import fold
from ..sheets import column_letters
from .columns import is_list
from .grid import Grid
from .headings import heading
from .heads import SAMPLE, Head, first_head
from .remembered import Remembered


def blocks_of(grid: Grid, remembered: Remembered, tell: Callable[[str], None]) -> list[Grid]:
    """Return the parts of a sheet, side by side, in which tables stand; what belongs to none is told."""
    head = first_head(grid, 0, remembered)
    if head is None:
        return []
    parts = _parts(grid, head)
    if len(parts) > 1:
        lists = [part for part in parts if _has_list(grid.part(*part), remembered)]
        if len(lists) > 1:
            return [block for part in lists for block in blocks_of(grid.part(*part), remembered, tell)]
        outside = [part for part in parts if part not in lists and not _goes_with(grid, head, part)]
        if lists and outside:
            for part in outside:
                tell(_outside(grid, *part))
            left = min(part[0] for part in parts if part not in outside)
            right = max(part[1] for part in parts if part not in outside)
            return [grid.part(left, right)]
    return [grid.part(*part) for part in _repeated(head)] or [grid]


def _parts(grid: Grid, head: Head) -> list[tuple[int, int]]:
    """Return the runs of columns between those that are empty from the headings on."""
    start, end = max(head.top, 0), min(head.bottom + 1 + SAMPLE, len(grid.rows))
    parts: list[tuple[int, int]] = []
    begins: int | None = None
    for column in range(grid.width + 1):
        empty = column == grid.width or grid.is_empty(column, start, end)
        if empty and begins is not None:
            parts.append((begins, column))
            begins = None
        elif not empty and begins is None:
            begins = column
    return parts


def _has_list(part: Grid, remembered: Remembered) -> bool:
    head = first_head(part, 0, remembered)
    return head is not None and bool(head.rows)


def _goes_with(grid: Grid, head: Head, part: tuple[int, int]) -> bool:
    """Whether columns apart from the others are filled beside its rows and no others, below a heading."""
    if not any(head.headings[part[0] : part[1]]):
        return False
    others = [n for n in range(grid.width) if not part[0] <= n < part[1]]
    rows = grid.rows[head.bottom + 1 : head.bottom + 1 + SAMPLE]
    return all(
        any(row[n] != "" for n in others) for row in rows if any(c != "" for c in row[part[0] : part[1]])
    )


def _repeated(head: Head) -> Iterator[tuple[int, int]]:
    """Yield the parts of headings that stand twice beside each other: Dnr, Belopp, Dnr, Belopp."""
    texts = [fold(text) for text in head.headings]
    while texts and not texts[-1]:
        texts.pop()
    first = next((n for n, text in enumerate(texts) if text), 0)
    count = len(texts) - first
    for width in range(2, count // 2 + 1):
        if count % width == 0 and texts[first:] == texts[first : first + width] * (count // width):
            if is_list([heading(text).field for text in head.headings[first : first + width]]):
                yield from ((start, start + width) for start in range(first, len(texts), width))
            return


def _outside(grid: Grid, left: int, right: int) -> str:
    first, last = column_letters(grid.first + left + 1), column_letters(grid.first + right)
    which = first if first == last else f"{first}–{last}"
    return f"Kolumn {which} bredvid listan är inte med."
