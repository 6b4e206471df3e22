"""Where the headings of a table stand: on one row or more, wherever in the sheet, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..found_delegated import DelegatedField as F
from ..namely import is_title
from ..sheets import Cell
from .columns import Column, columns_of, is_list
from .grid import Grid
from .headings import LONGEST, heading, joined, names_unit, unit_factor, unit_told
from .remembered import Remembered
from .texts import is_blank, is_number, text_of

SAMPLE: Final = 200
"""Rows below the headings that show what stands in a column."""
_MOST_ROWS: Final = 3  # of headings
_SEARCHED: Final = 400  # rows with anything in them
_TRIED: Final = 8  # rows at which a list without headings may begin
_SHOWN: Final = frozenset([F.DIARY_NUMBER, F.DECIDED_ON])  # what a list has that has no headings
_MAY_SHOW: Final = frozenset([F.AMOUNT, F.DECIDED_BY, F.RECIPIENT, F.GENDER, F.POINT, F.MUNICIPALITY])
_KNOWN: Final = 1000  # how much headings say that were told about
_MANY_DIGITS: Final = re.compile(r"\d{3}|\d[.,/:-]\d")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_FORMAT: Final = re.compile(
    r"[(\[].*[)\]]|[åymd]{2,4}[-/. ]?[åymd]{2}[-/. ]?d{0,2}|ja/nej|m/k(?:/j)?|k/m(?:/j)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a table: its rows from 0, their texts by column, and the title of all who decided."""

    top: int
    bottom: int
    headings: tuple[str, ...]
    columns: tuple[Column, ...]
    title: str = ""

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of headings, counted from 1; none for a list without."""
        return tuple(range(self.top + 1, self.bottom + 2))


def first_head(grid: Grid, start: int, remembered: Remembered) -> Head | None:
    """Return the first headings of a list at or below a row: by their words, by form, at last none at all."""
    rows = _filled_rows(grid, start)
    for at in rows:
        if (head := head_at(grid, at, remembered)) is not None:
            return head
    formed = [at for at in rows if _has_form(grid, at)][:_TRIED]
    for at in formed:
        if (head := _made(grid, at, at, tuple(grid.texts(at)), remembered)) is not None:
            return head
    return _without_headings(grid, rows, remembered)


def head_at(grid: Grid, at: int, remembered: Remembered) -> Head | None:
    """Return the headings that begin at a row, None when they are none of a list."""
    best: tuple[int, int, tuple[str, ...]] | None = None
    for rows, texts in _texts_from(grid, at):
        score = _score(texts, remembered)
        if score and (best is None or score > best[0]):
            best = (score, rows, texts)
    if best is None:
        return None
    score, rows, texts = best
    if rows > 1 and not _is_upper(grid, at):
        lower = head_at(grid, at + 1, remembered)
        if lower is not None and _score(lower.headings, remembered) >= score:
            return lower
    return _made(grid, at, at + rows - 1, texts, remembered)


def _texts_from(grid: Grid, at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the headings as they read when they stand on one row, on two, on three."""
    texts: tuple[str, ...] = ()
    for row in range(at, min(at + _MOST_ROWS, len(grid.rows))):
        if not _like_headings(grid, row, least=2) or (row > at and not _names_columns(grid, row)):
            return
        below = grid.texts(row)
        texts = tuple(map(_meant, texts, below)) if texts else tuple(below)
        yield row - at + 1, texts


def _meant(upper: str, lower: str) -> str:
    """Return a heading on two rows; where both together say nothing, the part that does."""
    both = joined(upper, lower)
    if heading(both).field or heading(both).other:
        return both
    return next((text for text in (lower, upper) if heading(text).field), both)


def _like_headings(grid: Grid, row: int, *, least: int) -> bool:
    cells = grid.filled(row)
    if len(cells) < least:
        return False
    for _, cell in cells:
        if not isinstance(cell, str) or len(cell) > LONGEST * 2:
            return False
        text = text_of(cell)
        if ": " in text or (_MANY_DIGITS.search(_YEAR.sub("", text)) and heading(text).field is None):
            return False
    return len({text_of(cell) for _, cell in cells}) >= least


def _names_columns(grid: Grid, row: int) -> bool:
    """Whether a row below headings has more of them, and no texts of a decision."""
    words = [heading(text_of(cell)) for _, cell in grid.filled(row)]
    return 2 * sum(bool(word.field) or word.other for word in words) >= len(words)


def _is_upper(grid: Grid, row: int) -> bool:
    """Whether a row of two is part of the headings, and not a line above them."""
    cells = grid.filled(row)
    return len(cells) > 1 and (
        row in grid.across or sum(bool(heading(text_of(c)).field) for _, c in cells) > 1
    )


def _score(texts: Sequence[str], remembered: Remembered) -> int:
    """Return how much the words of headings say, 0 when they are none of a list."""
    if remembered.knows(texts):
        return _KNOWN
    said: dict[F, int] = {}
    for text in texts:
        word = heading(text)
        if word.field is not None:
            said[word.field] = max(said.get(word.field, 0), word.strength)
    return sum(said.values()) if is_list(list(said)) else 0


def _made(grid: Grid, top: int, bottom: int, texts: tuple[str, ...], remembered: Remembered) -> Head | None:
    columns = columns_of(texts, _columns_below(grid, bottom + 1), remembered)
    if not remembered.knows(texts) and not is_list([column.field for column in columns]):
        return None
    title = ""
    while bottom + 1 < len(grid.rows) and (more := _row_below(grid, bottom + 1, columns)) is not None:
        bottom += 1
        columns, found = more
        title = found or title
    return Head(top, bottom, texts, columns, title)


def _columns_below(grid: Grid, start: int) -> list[list[Cell]]:
    sample = grid.rows[start : start + SAMPLE]
    counts = [grid.width - row.count("") for row in sample]
    least = (max(counts, default=0) + 1) // 2  # rows of a decision, not headings of groups and sums
    return [
        [row[n] for row, count in zip(sample, counts, strict=True) if count >= least]
        for n in range(grid.width)
    ]


def _row_below(grid: Grid, row: int, columns: tuple[Column, ...]) -> tuple[tuple[Column, ...], str] | None:
    """Read a row of units, formats, titles or numbers of columns below the headings; None for another."""
    cells = grid.filled(row)
    if not cells:
        return None
    if len(cells) > 2 and [text_of(cell) for _, cell in cells] == [str(n) for n in range(1, len(cells) + 1)]:
        return columns, ""
    title, factors = "", {}
    for place, cell in cells:
        text, field = text_of(cell), columns[place].field
        if is_number(cell) or not isinstance(cell, str):
            return None
        if field is F.DECIDED_BY and is_title(text.strip("()")):
            title = text.strip("()")
        elif field is F.AMOUNT and (factor := unit_factor(text)) is not None:
            factors[place] = factor
        elif not _FORMAT.fullmatch(text):
            return None
    return tuple(c._replace(factor=factors.get(c.place, c.factor)) for c in columns), title


def counted_as_told(head: Head, texts: Sequence[str]) -> Head:
    """Return the headings with the unit that the lines above them tell, where they tell none themselves."""
    factor = next((told for text in reversed(texts) if (told := unit_told(text)) is not None), 1)
    if factor == 1:
        return head
    columns = tuple(
        c._replace(factor=factor)
        if c.field is F.AMOUNT and c.factor == 1 and not names_unit(c.heading)
        else c
        for c in head.columns
    )
    return replace(head, columns=columns)


def _has_form(grid: Grid, at: int) -> bool:
    """Whether a row may have headings in words of nobody: no digits, above a row with some."""
    if at + 1 >= len(grid.rows) or not _like_headings(grid, at, least=3):
        return False
    here, below = _text(grid.rows[at]), _text(grid.rows[at + 1])
    return not any(map(str.isdigit, here)) and any(map(str.isdigit, below))


def _without_headings(grid: Grid, rows: Sequence[int], remembered: Remembered) -> Head | None:
    tried = 0
    for at in rows:
        if len(grid.filled(at)) < 3 or not any(map(str.isdigit, _text(grid.rows[at]))):
            continue
        tried += 1
        if tried > _TRIED:
            return None
        columns = columns_of([""] * grid.width, _columns_below(grid, at), remembered)
        fields = {column.field for column in columns}
        if is_list(list(fields)) and fields & _SHOWN and len(fields & (_SHOWN | _MAY_SHOW)) > 1:
            return Head(at, at - 1, ("",) * grid.width, columns)
    return None


def _text(row: Sequence[Cell]) -> str:
    """Return all that stands in a row as one text."""
    return " ".join(text_of(cell)[:LONGEST] for cell in row if not is_blank(cell))


def _filled_rows(grid: Grid, start: int) -> list[int]:
    """Return the first rows from `start` in which anything stands."""
    found: list[int] = []
    for row in range(start, len(grid.rows)):
        if any(cell != "" for cell in grid.rows[row]):
            found.append(row)
            if len(found) == _SEARCHED:
                break
    return found
