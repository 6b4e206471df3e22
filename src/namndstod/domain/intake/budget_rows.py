"""The rows under the head of a budget table, one side or two side by side, with names broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, product
from typing import Final

from ..swedish import plain
from .budget_heads import Head, TableKind, head_at, kind_of
from .budget_numbers import CELL_END, Reading, columns_off, is_part, readings
from .source import SourceLine

_SUM: Final = re.compile(r"(?:del)?summa\b|totalt?\b|totala?\s|sammanlagt\b|summering\b", re.IGNORECASE)
_SHARE: Final = re.compile(r"%|\d{1,3}(?:[.,]\d+)?%")
_UNIT: Final = re.compile(r"\b(?:kr|kronor|sek|tkr|ksek|mkr|mnkr|msek)\b", re.IGNORECASE)
_LONGEST_NAME: Final = 90
_LONGEST_WRAPPED: Final = 500  # of a name over several lines; more is running text
_MOST_ROWS: Final = 200  # of a table; and so many tables are looked at: more is no budget
_MOST_TABLES: Final = 20
_MOST_LOOSE: Final = 5
_MOST_PENDING: Final = 3  # lines of words between two rows


@dataclass(frozen=True, slots=True)
class Row:
    """A row as printed: its name, its words that can be numbers, and the ways in which those can be read."""

    name: str
    parts: tuple[str, ...]
    read: tuple[Reading, ...]

    @property
    def is_sum(self) -> bool:
        """Whether it is a line of sums."""
        return _SUM.match(self.name) is not None

    def called(self, reading: Reading) -> str:
        """The name, with those of the numbers that then belong to it."""
        taken = (part for part in self.parts[: reading.to_name] if part != CELL_END)
        return " ".join((self.name, *taken)).strip(" :-\u2013")


@dataclass(slots=True)
class Table:
    """A table, or the part of one under a heading of its own. Rows and lines of sums as they are printed."""

    head: Head
    kind: TableKind | None
    rows: list[Row] = field(default_factory=list)
    is_closed: bool = False  # it has come to a line of sums

    def add(self, row: Row) -> None:
        """Add a row."""
        self.rows.append(row)
        self.is_closed = self.is_closed or row.is_sum

    def lengthen(self, words: str) -> bool:
        """Let the name of the last row go on with words. False: it is too long to be a name."""
        last = self.rows.pop()
        self.add(replace(last, name=f"{last.name} {words}"))
        return len(last.name) + len(words) <= _LONGEST_WRAPPED


def tables(lines: tuple[SourceLine, ...]) -> Iterator[Table]:
    """Find the budget tables that say what they are, in their order."""
    at, end, begun = 0, -1, 0
    above: tuple[Head, ...] = ()  # right above, whose unit those below share when they say none
    while at < len(lines) and begun < _MOST_TABLES:
        opened = head_at(lines, at)
        if opened is None:
            at += 1
            continue
        heads, taken = opened
        begun += 1
        if (
            at == end
            and len(heads) == len(above)
            and not _UNIT.search(" ".join(lines[at].cells or (lines[at].text,)))
        ):
            heads = tuple(replace(h, factor=a.factor) for h, a in zip(heads, above, strict=True))
        reader = _Side(heads[0]) if len(heads) == 1 else _Pair(heads[0], heads[1])
        at += taken
        last = min(len(lines), at + _MOST_ROWS)
        while at < last and head_at(lines, at) is None and reader.take_line(lines[at]):
            at += 1
        above, end = heads, at
        for table in reader.found():
            sums = (kind_of(row.name) for row in table.rows if row.is_sum)
            kind = table.kind or next(filter(None, sums), None)
            if kind is not None and table.head.years and any(not row.is_sum for row in table.rows):
                yield replace(table, kind=kind)


class _Pair:
    """Two tables side by side: what a line has belongs to the one, the other, or both."""

    def __init__(self, left: Head, right: Head) -> None:
        """Begin under the two heads."""
        self._sides = (_Side(left), _Side(right))
        self._turn = 0  # the side whose row comes next when a line has only a piece of one
        self._loose: list[
            tuple[tuple[Row, Row], tuple[int, int]]
        ] = []  # rows of a side that the print does not tell

    def found(self) -> list[Table]:
        """The tables of both sides; each loose row where the sums then hold, left when they tell nothing."""
        tried = min(len(self._loose), _MOST_LOOSE)
        rest = (0,) * (len(self._loose) - tried)
        ways = [self._tables((*way, *rest)) for way in product((0, 1), repeat=tried)]
        right = [way for way in ways if not any(_off(table) for table in way)]
        return right[0] if len(right) == 1 else ways[0]

    def take_line(self, line: SourceLine) -> bool:
        """Take a line. False: the tables are over."""
        cells = tuple(cell.strip() for cell in line.cells) or (line.text,)
        first, second = (len(side.head.columns) + 1 for side in self._sides)
        if len(cells) == first + second:
            halves = (cells[:first], cells[first:])
            taken = [
                side.take(*_parted(h, side.head))
                for side, h in zip(self._sides, halves, strict=True)
                if any(h)
            ]
            return all(taken)
        runs = _runs(" ".join(cells))
        if len(runs) == 2 and runs[1][0] and not self._turn and not self._sides[0].is_open:
            (_, words), (_, parts) = runs
            left, right = (Row(" ".join(words), parts, _read(parts, side.head)) for side in self._sides)
            self._loose.append(((left, right), self._places()))
            return bool(left.read and right.read)
        name = ""
        for is_numbers, words in runs:
            if not is_numbers:
                name = " ".join(words)
                continue
            if not self._sides[self._turn].take(name, words):
                return False
            self._turn, name = 1 - self._turn, ""
        return not name or self._sides[self._turn].take(name, ())

    def _places(self) -> tuple[int, int]:
        left, right = (len(side.tables[-1].rows) for side in self._sides)
        return left, right

    def _tables(self, way: Sequence[int]) -> list[Table]:
        last = [replace(side.tables[-1], rows=list(side.tables[-1].rows)) for side in self._sides]
        for chosen, (rows, places) in reversed(list(zip(way, self._loose, strict=True))):
            last[chosen].rows.insert(places[chosen], rows[chosen])
        return [
            table for side, own in zip(self._sides, last, strict=True) for table in (*side.tables[:-1], own)
        ]


def _off(table: Table) -> bool:
    sums = [row for row in table.rows if row.is_sum]
    rows = [row.read for row in (*(r for r in table.rows if not r.is_sum), *sums[-1:])]
    return bool(sums) and columns_off(rows, table.head.total) > 0


def _runs(text: str) -> list[tuple[bool, tuple[str, ...]]]:
    """Part a text into words and numbers in turn."""
    parted = groupby(plain(text).split(), key=lambda w: is_part(w) and any(c.isdigit() for c in w))
    return [(is_numbers, tuple(words)) for is_numbers, words in parted]


class _Side:
    """A table, by itself or beside another."""

    def __init__(self, head: Head) -> None:
        """Begin under a head."""
        self.head = head
        self.tables = [Table(head, head.kind)]
        self._spaced = False  # the last row stood apart from the one above it
        self._pending: list[str] = []  # words without numbers since the last row

    @property
    def is_open(self) -> bool:
        """Whether a name waits for its numbers."""
        return bool(self._pending)

    def found(self) -> list[Table]:
        """The tables that were read."""
        return self.tables

    def take_line(self, line: SourceLine) -> bool:
        """Take a line. False: the table is over."""
        rest_of_name = line.table and not line.gap and self._spaced and not any(line.cells[1:])
        if rest_of_name and self.tables[-1].rows and not self._pending:
            return self.tables[-1].lengthen(line.text)
        self._spaced = line.gap
        return self.take(*_parted(line.cells or (line.text,), self.head))

    def take(self, name: str, parts: tuple[str, ...]) -> bool:
        """Take a row, a heading within the table, or a piece of a name. False: this is no row of it."""
        if len(name) > _LONGEST_NAME:
            return False
        if not any(character.isdigit() for part in parts for character in part):
            return self._words(name, parts)
        read = _read(parts, self.head)
        if not read:
            return False
        if not name:
            while len(self._pending) > 1 and kind_of(self._pending[0]) is not None:
                self._group(self._pending.pop(0))
            name = " ".join(self._pending)
            if not name:
                return False
        elif self._pending and name[0].islower():
            name = f"{self._pending.pop()} {name}"
        for words in self._pending:
            self._group(words)
        self._pending = []
        self._add(Row(name, parts, read))
        return True

    def _words(self, name: str, parts: tuple[str, ...]) -> bool:
        if not name:
            return True
        table = self.tables[-1]
        if parts and not any(part not in (CELL_END, "-", "\u2013") for part in parts) and "-" in parts:
            return True  # a row that has nothing but dashes says nothing
        if not self._pending and table.rows and (name[0].islower() or name[0] == "("):
            return table.lengthen(name)
        self._pending.append(name)
        return len(self._pending) <= _MOST_PENDING and not name.endswith((".", ","))

    def _group(self, words: str) -> None:
        """A heading between rows: «Offentlig finansiär» says nothing new, «Finansiering» under costs does."""
        kind = kind_of(words)
        if kind is not None and kind is not self.tables[-1].kind:
            if self.tables[-1].rows:
                self.tables.append(Table(self.head, kind))
            else:
                self.tables[-1].kind = kind

    def _add(self, row: Row) -> None:
        table = self.tables[-1]
        if (
            row.is_sum
            and table.kind is TableKind.IN_KIND
            and kind_of(row.name) not in (None, TableKind.IN_KIND)
        ):
            return  # the sum of all, with these and those above
        if table.is_closed and not row.is_sum and kind_of(row.name) is TableKind.IN_KIND:
            self.tables.append(table := Table(self.head, TableKind.IN_KIND))
        table.add(row)


def _read(parts: tuple[str, ...], head: Head) -> tuple[Reading, ...]:
    """Read numbers without those in the column of shares."""
    if not head.shares or any(part.endswith("%") for part in parts):
        bare: list[str] = []
        for part in parts:
            if part == "%":
                bare = bare[:-1]
            elif not part.endswith("%"):
                bare.append(part)
        return readings(bare, len(head.kept))
    return tuple(
        {
            cells: replace(one, cells=cells)
            for one in readings(parts, len(head.columns))
            if (cells := tuple(cell for n, cell in enumerate(one.cells) if n not in head.shares))
        }.values()
    )


def _parted(cells: Sequence[str], head: Head) -> tuple[str, tuple[str, ...]]:
    """Part the cells of a row, or its line, into a name and what can be numbers."""
    cells = tuple(plain(cell).strip() for cell in cells)
    if len(set(filter(None, cells))) == 1 and len(cells) > 1:  # a cell over the whole row, told in each
        return next(filter(None, cells)), ()
    if len(cells) == len(head.columns) + 1:  # nothing is lost: an empty cell is an empty one
        filled = [part for cell in cells[1:] for part in (*(cell.split() or ["-"]), CELL_END)]
        if all(_may_be_number(part, head) for part in filled):
            return cells[0], tuple(filled[:-1])
    words = [part for cell in cells if cell for part in (*cell.split(), CELL_END)][:-1]
    first = len(words)
    while first and _may_be_number(words[first - 1], head):
        first -= 1
    while first < len(words) and words[first] == CELL_END:
        first += 1
    return " ".join(w for w in words[:first] if w != CELL_END).strip(" :"), tuple(words[first:])


def _may_be_number(word: str, head: Head) -> bool:
    return is_part(word) or (bool(head.shares) and _SHARE.fullmatch(word) is not None)
