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
_MOST_READINGS: Final = 300  # of a row
_MOST_CHANGED: Final = 40  # readings of a row that are tried
_MOST_PAIRS: Final = 600
_MOST_TRIES: Final = 3000  # of a whole table


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
        or _NUMBER.fullmatch(_without_unit(token)) is not None
    )


def _without_unit(word: str) -> str:
    """Return «500kr» without its unit."""
    return word if word[-1:].isdigit() else _GLUED_UNIT.sub(r"\1", word)


def readings(parts: Sequence[str], columns: int) -> tuple[Reading, ...]:
    """Return the ways in which the parts fill the columns; the row's name may take its first ones."""
    found: dict[Cells, Reading] = {}
    dead: set[tuple[int, int]] = set()
    if len(parts) > _MOST_PARTS:
        return ()
    for start in range(len(parts)):
        enough = bool(found)
        for cells, groups in _splits(tuple(parts[start:]), columns, dead):
            uneven = max(groups) - min(groups) if groups else 0
            lacking = columns - len(cells)
            room = _MOST_READINGS - len(found)
            if room <= 0:
                return tuple(found.values())
            for places in islice(combinations(range(columns), len(cells)), room):
                row: list[int | None] = [None] * columns
                for place, amount in zip(places, cells, strict=True):
                    row[place] = amount
                found.setdefault(tuple(row), Reading(tuple(row), start, uneven, lacking))
        if enough or (found and not parts[start].isdigit()):
            break  # «Delprojekt 2 10 000»: one number more may be the name's
    return tuple(found.values())


def _splits(
    parts: tuple[str, ...], room: int, dead: set[tuple[int, int]]
) -> Iterator[tuple[Cells, tuple[int, ...]]]:
    """Yield the cells that parts can be, at most `room`, with how many groups of digits each number has.

    `dead` remembers how many last parts, with how much room, can be nothing.
    """
    place, any_way = (len(parts), room), False
    if place not in dead:
        for way in _ways(parts, room, dead):
            any_way = True
            yield way
    if not any_way:
        dead.add(place)


def _ways(
    parts: tuple[str, ...], room: int, dead: set[tuple[int, int]]
) -> Iterator[tuple[Cells, tuple[int, ...]]]:
    while parts and (parts[0] == CELL_END or parts[0].casefold() in _UNITS):
        parts = parts[1:]
    if not parts:
        yield (), ()
        return
    if sum(part != CELL_END and part.casefold() not in _UNITS for part in parts) > room * _MOST_GROUPS:
        return
    if parts[0] in _DASHES:
        for cells, groups in _splits(parts[1:], room - 1, dead):
            yield (None, *cells), groups
        return
    if _NO_NUMBER.match(parts[0]):
        return
    for length in sorted(_lengths(parts), key=lambda n: abs(n * room - len(parts))):  # even ones first
        amount = _amount(parts[:length])
        for cells, groups in _splits(parts[length:], room - 1, dead):
            yield (amount, *cells), (length, *groups)


def _lengths(parts: Sequence[str]) -> Iterator[int]:
    """Yield how many of the parts can be one number: the first alone, and with groups of three digits."""
    yield 1
    if _FIRST.fullmatch(parts[0]) is None:
        return
    for length, part in enumerate(parts[1:_MOST_GROUPS], start=2):
        if _NEXT.fullmatch(_without_unit(part)) is None:
            return
        yield length
        if not part.isdigit():
            return


def _amount(parts: Sequence[str]) -> int:
    written = _without_unit("".join(parts))
    negative = written[:1] in _DASHES
    whole, _, rest = written.lstrip("-\u2212\u2013").replace(".", "").partition(",")
    amount = int(whole) + (1 if rest and int(rest.ljust(2, "0")) >= 50 else 0)
    return -amount if negative else amount


@dataclass(frozen=True, slots=True)
class _Weight:
    """What tells how good a choice is, without the choice itself: a change of one row is soon weighed."""

    against: int  # what speaks against each row by itself
    uneven: int
    sums: tuple[int, ...]  # of the columns, without the line of sums
    stated: Cells  # what the line of sums says


@dataclass(frozen=True, slots=True)
class _Choice:
    """A reading picked for each row, and its weight."""

    picked: tuple[Reading, ...]
    weight: _Weight


Changes = Sequence[tuple[int, Reading]]


class _Table:
    """The rows' readings, the line of sums last when there is one, and what speaks against a choice."""

    def __init__(self, rows: Sequence[Sequence[Reading]], summed: bool, total: int | None) -> None:
        """Put each row's readings in order, the likeliest first."""
        self._total = total
        self._last = len(rows) - 1 if summed else -1
        self._tries = _MOST_TRIES
        self._against: dict[int, tuple[int, int]] = {}
        self.rows = [self._likely(r) for r in rows]

    def _likely(self, row: Sequence[Reading]) -> list[Reading]:
        """A reading whose sum holds is not left for one whose sum does not."""
        judged = sorted(((_against(one, self._total), n) for n, one in enumerate(row)))[:_MOST_CHANGED]
        likely = [(against, row[n]) for against, n in judged if against[0] <= judged[0][0][0] + 2]
        self._against |= {id(one): against for against, one in likely}
        return [one for _, one in likely]

    def first(self) -> _Choice:
        """The likeliest reading of each row by itself."""
        picked = tuple(candidates[0] for candidates in self.rows)
        rows = [one.cells for number, one in enumerate(picked) if number != self._last]
        against = [self._against[id(one)] for one in picked]
        columns = range(len(picked[0].cells) if picked else 0)
        sums = tuple(sum(row[column] or 0 for row in rows) for column in columns)
        stated = picked[self._last].cells if self._last >= 0 else ()
        return _Choice(picked, _Weight(sum(a for a, _ in against), sum(u for _, u in against), sums, stated))

    def weighed(self, choice: _Choice, changes: Changes) -> _Weight:
        """Return the weight of the choice with other readings of some rows."""
        weight = choice.weight
        against, uneven, sums, stated = weight.against, weight.uneven, list(weight.sums), weight.stated
        for number, one in dict(changes).items():  # of two readings of a row the last is meant
            before = choice.picked[number]
            (old, old_uneven), (new, new_uneven) = self._against[id(before)], self._against[id(one)]
            against, uneven = against + new - old, uneven + new_uneven - old_uneven
            if number == self._last:
                stated = one.cells
                continue
            for column, (was, now) in enumerate(zip(before.cells, one.cells, strict=True)):
                sums[column] += (now or 0) - (was or 0)
        return _Weight(against, uneven, tuple(sums), stated)

    def off(self, weight: _Weight) -> set[int]:
        """The columns whose rows do not come to what the line of sums says."""
        pairs = enumerate(
            zip(weight.sums, weight.stated, strict=False)
        )  # nothing is stated without that line
        return {column for column, (right, said) in pairs if said is not None and said != right}

    def cost(self, weight: _Weight) -> tuple[int, int]:
        """What speaks against a choice: its rows, and the columns that do not come to their sums."""
        return weight.against + 3 * len(self.off(weight)), weight.uneven

    def improved(self, choice: _Choice) -> _Choice | None:
        """Return a better choice that changes one row, or two, or nothing."""
        best, off = self.cost(choice.weight), self.off(choice.weight)
        changes = [
            (number, one)
            for number, candidates in enumerate(self.rows)
            for one in candidates
            if any(one.cells[column] != choice.picked[number].cells[column] for column in off)
        ]
        better: tuple[Changes, _Weight] | None = None
        for size in (1, 2):
            for together in islice(combinations(changes, size), max(0, min(_MOST_PAIRS, self._tries))):
                self._tries -= 1
                tried = self.weighed(choice, together)
                if (cost := self.cost(tried)) < best:
                    best, better = cost, (together, tried)
            if better is not None:
                break
        if better is None:
            return None
        picked = list(choice.picked)
        for number, one in better[0]:
            picked[number] = one
        return _Choice(tuple(picked), better[1])

    def is_certain(self, number: int, choice: _Choice) -> bool:
        """Whether no other reading of the row is as good."""
        own, picked = self.cost(choice.weight), choice.picked[number]
        others = (one for one in self.rows[number] if one is not picked)
        return all(self.cost(self.weighed(choice, ((number, one),))) > own for one in others)


def _against(reading: Reading, total: int | None) -> tuple[int, int]:
    """What speaks against a reading by itself: its sum and its gaps, then its groups of digits."""
    holds = row_holds(reading.cells, total)
    wrong = 4 if holds is False else 1 if holds is None and total is not None else 0
    lacks_sum = 3 if total is not None and reading.cells[total] is None else 0
    return wrong + reading.missing + lacks_sum + 2 * reading.to_name, reading.uneven


def choose(rows: Sequence[Sequence[Reading]], summed: bool, total: int | None) -> tuple[Chosen, ...]:
    """Choose a reading for each row; each has one at least, and the last is the line of sums when `summed`.

    `total` is the column that holds each row's sum, None when there is none.
    """
    table, choice = _settled(rows, summed, total)
    return tuple(Chosen(one, table.is_certain(number, choice)) for number, one in enumerate(choice.picked))


def _settled(rows: Sequence[Sequence[Reading]], summed: bool, total: int | None) -> tuple[_Table, _Choice]:
    table = _Table(rows, summed, total)
    choice = table.first()
    for _ in rows:
        better = table.improved(choice)
        if better is None:
            break
        choice = better
    return table, choice


def columns_off(rows: Sequence[Sequence[Reading]], total: int | None) -> int:
    """Return how many columns do not come to the last row, the line of sums, however the rows are read."""
    table, choice = _settled(rows, True, total)
    return len(table.off(choice.weight))


def row_holds(cells: Cells, total: int | None) -> bool | None:
    """Whether a row's amounts come to its sum; None when it has no sum, or nothing but that."""
    if total is None or cells[total] is None:
        return None
    others = [amount for place, amount in enumerate(cells) if place != total and amount is not None]
    return sum(others) == cells[total] if others else None
