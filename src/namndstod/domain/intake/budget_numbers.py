"""Amounts of a table whose cells are lost: which numbers «93 610 684 120 741 730» can be, and which they are.

A number is never changed. Sums only choose between readings that the print allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Final

CELL_END: Final = "|"
"""A part that stands for the edge of a cell: no number goes over it."""

Cells = tuple[int | None, ...]

_NUMBER: Final = re.compile(r"[-\u2212\u2013]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,2})?")
_FIRST: Final = re.compile(r"[-\u2212\u2013]?(?:[1-9]\d{0,2})")
_NO_NUMBER: Final = re.compile(r"[-\u2212\u2013]?0\d")
_NEXT: Final = re.compile(r"\d{3}(?:,\d{1,2})?")
_DASHES: Final = ("-", "\u2013", "\u2014", "\u2212")
_UNITS: Final = ("kr", "kr.", "kronor", "sek", "tkr", ":-")
_GLUED_UNIT: Final = re.compile(r"(\d)(?:kr\.?|kronor|sek|tkr|:-)$", re.IGNORECASE)
_MOST_PARTS: Final = 60  # of a row: more is no table
_MOST_GROUPS: Final = 4  # 999 999 999 999 kronor
_MOST_READINGS: Final = 2000
_MOST_CHANGED: Final = 40  # readings of a row that are tried
_MOST_PAIRS: Final = 600


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a row: its cells, and what speaks against it, the least first."""

    cells: Cells
    to_name: int = 0  # how many of the first parts then belong to the row's name
    uneven: int = 0  # by how many groups of digits its longest and shortest number differ
    missing: int = 0  # columns that have nothing, not even a dash


@dataclass(frozen=True, slots=True)
class Chosen:
    """The reading of a row, and whether something shows that it is the right one."""

    reading: Reading
    certain: bool


def is_part(token: str) -> bool:
    """Whether a word of a row is a number, a part of one, a dash, a unit, or an edge."""
    return (
        token == CELL_END
        or token in _DASHES
        or token.casefold() in _UNITS
        or _NUMBER.fullmatch(_GLUED_UNIT.sub(r"\1", token)) is not None
    )


def readings(parts: Sequence[str], columns: int) -> tuple[Reading, ...]:
    """Return the ways in which the parts fill the columns; the row's name may take its first ones."""
    found: dict[Cells, Reading] = {}
    if len(parts) > _MOST_PARTS:
        return ()
    for start in range(len(parts)):
        enough = bool(found)
        for cells, groups in islice(_splits(tuple(parts[start:]), columns), _MOST_READINGS):
            uneven = max(groups) - min(groups) if groups else 0
            lacking = columns - len(cells)
            for places in combinations(range(columns), len(cells)):
                row: list[int | None] = [None] * columns
                for place, amount in zip(places, cells, strict=True):
                    row[place] = amount
                found.setdefault(tuple(row), Reading(tuple(row), start, uneven, lacking))
        if enough or (found and not parts[start].isdigit()):
            break  # «Delprojekt 2 10 000»: one number more may be the name's
    return tuple(found.values())


def _splits(parts: tuple[str, ...], room: int) -> Iterator[tuple[Cells, tuple[int, ...]]]:
    """Yield the cells that parts can be, at most `room`, with how many groups of digits each number has."""
    while parts and (parts[0] == CELL_END or parts[0].casefold() in _UNITS):
        parts = parts[1:]
    if not parts:
        yield (), ()
        return
    if sum(part != CELL_END and part.casefold() not in _UNITS for part in parts) > room * _MOST_GROUPS:
        return
    if parts[0] in _DASHES:
        for cells, groups in _splits(parts[1:], room - 1):
            yield (None, *cells), groups
        return
    if _NO_NUMBER.match(parts[0]):
        return
    for length in _lengths(parts):
        amount = _amount(parts[:length])
        for cells, groups in _splits(parts[length:], room - 1):
            yield (amount, *cells), (length, *groups)


def _lengths(parts: Sequence[str]) -> Iterator[int]:
    """Yield how many of the parts can be one number: the first alone, and with groups of three digits."""
    yield 1
    if _FIRST.fullmatch(parts[0]) is None:
        return
    for length, part in enumerate(parts[1:_MOST_GROUPS], start=2):
        if _NEXT.fullmatch(_GLUED_UNIT.sub(r"\1", part)) is None:
            return
        yield length
        if not part.isdigit():
            return


def _amount(parts: Sequence[str]) -> int:
    written = _GLUED_UNIT.sub(r"\1", "".join(parts))
    negative = written[:1] in _DASHES
    whole, _, rest = written.lstrip("-\u2212\u2013").replace(".", "").partition(",")
    amount = int(whole) + (1 if rest and int(rest.ljust(2, "0")) >= 50 else 0)
    return -amount if negative else amount


class _Table:
    """The rows' readings, the line of sums last when there is one, and what speaks against a choice."""

    def __init__(self, rows: Sequence[Sequence[Reading]], summed: bool, total: int | None) -> None:
        """Put each row's readings in order, the likeliest first."""
        self.total = total
        self.summed = summed
        self.rows = [self._likely(r) for r in rows]

    def _likely(self, row: Sequence[Reading]) -> list[Reading]:
        """A reading whose sum holds is not left for one whose sum does not."""
        ordered = sorted(row, key=self.against)
        worst = self.against(ordered[0])[0] + 2
        return [one for one in ordered[:_MOST_CHANGED] if self.against(one)[0] <= worst]

    def against(self, reading: Reading) -> tuple[int, int]:
        """What speaks against a reading by itself: its sum and its gaps, then its groups of digits."""
        holds = row_holds(reading.cells, self.total)
        wrong = 4 if holds is False else 1 if holds is None and self.total is not None else 0
        lacks_sum = 3 if self.total is not None and reading.cells[self.total] is None else 0
        return wrong + reading.missing + lacks_sum + 2 * reading.to_name, reading.uneven

    def cost(self, picked: Sequence[Reading]) -> tuple[int, int]:
        """What speaks against a choice: its rows, and the columns that do not come to their sums."""
        against = [self.against(one) for one in picked]
        wrong = 3 * len(self.off(picked))
        return sum(first for first, _ in against) + wrong, sum(second for _, second in against)

    def off(self, picked: Sequence[Reading]) -> set[int]:
        """The columns whose rows do not come to what the line of sums says."""
        if not self.summed:
            return set()
        *rows, last = (one.cells for one in picked)
        return {
            column
            for column, stated in enumerate(last)
            if stated is not None and sum(row[column] or 0 for row in rows) != stated
        }

    def improved(self, picked: Sequence[Reading]) -> list[Reading] | None:
        """Return a better choice that changes one row, or two, or nothing."""
        best, off = self.cost(picked), self.off(picked)
        changes = [
            (number, one)
            for number, candidates in enumerate(self.rows)
            for one in candidates
            if any(one.cells[column] != picked[number].cells[column] for column in off)
        ]
        better: list[Reading] | None = None
        for size in (1, 2):
            for together in islice(combinations(changes, size), _MOST_PAIRS):
                tried = list(picked)
                for number, one in together:
                    tried[number] = one
                if (cost := self.cost(tried)) < best:
                    best, better = cost, tried
            if better is not None:
                break
        return better

    def is_certain(self, number: int, picked: Sequence[Reading]) -> bool:
        """Whether no other reading of the row is as good."""
        own = self.cost(picked)
        return all(
            self.cost([*picked[:number], other, *picked[number + 1 :]]) > own
            for other in self.rows[number]
            if other is not picked[number]
        )


def choose(rows: Sequence[Sequence[Reading]], summed: bool, total: int | None) -> tuple[Chosen, ...]:
    """Choose a reading for each row; each has one at least, and the last is the line of sums when `summed`.

    `total` is the column that holds each row's sum, None when there is none.
    """
    table = _Table(rows, summed, total)
    picked = [candidates[0] for candidates in table.rows]
    for _ in rows:
        better = table.improved(picked)
        if better is None:
            break
        picked = better
    return tuple(Chosen(one, table.is_certain(number, picked)) for number, one in enumerate(picked))


def columns_off(rows: Sequence[Sequence[Reading]], total: int | None) -> int:
    """Return how many columns do not come to the last row, the line of sums, however the rows are read."""
    return len(_Table(rows, True, total).off([one.reading for one in choose(rows, True, total)]))


def row_holds(cells: Cells, total: int | None) -> bool | None:
    """Whether a row's amounts come to its sum; None when it has no sum, or nothing but that."""
    if total is None or cells[total] is None:
        return None
    others = [amount for place, amount in enumerate(cells) if place != total and amount is not None]
    return sum(others) == cells[total] if others else None
