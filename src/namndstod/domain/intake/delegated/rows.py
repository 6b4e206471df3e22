"""The decisions of a table, read column by column: what many rows have in common is read once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain, pairwise, repeat
from operator import add
from typing import Any, Final

from ..found_delegated import DelegatedField as F
from ..found_delegated import FoundDecision, RowDoubt
from ..sheets import Cell, column_letters
from .amounts import read_amount
from .bodies import Body
from .columns import Column
from .days import DayReader, Period
from .grid import Grid
from .names import (
    URGENT,
    has_person_number,
    is_plain_number,
    part_diary_number,
    read_decider,
    read_diary_number,
    read_gender,
    read_plain,
    read_point,
    read_recipient,
    read_text,
    read_title,
    read_urgent,
)
from .surroundings import Common
from .texts import Readings, all_said, is_blank, is_number, quoted, said, text_of, with_dittos_filled

_TEXTS: Final[dict[F, Callable[[Cell], tuple[Any, RowDoubt | None]]]] = {
    F.SERIAL: read_plain,
    F.DIARY_NUMBER: read_diary_number,
    F.KIND: read_text,
    F.RECIPIENT: read_recipient,
    F.BRANCH: read_text,
    F.GENDER: read_gender,
    F.MUNICIPALITY: read_plain,
    F.NOTE: read_text,
    F.DECIDED_BY_TITLE: read_title,
    F.URGENT: read_urgent,
}
_decision: Final[Callable[[tuple[Any, ...]], FoundDecision]] = partial(tuple.__new__, FoundDecision)
"""Makes a row of its values in the order of the fields: three times as fast as by name."""
_COMMON: Final = ("kind", "point", "decided_by", "decided_by_title", "municipality")
_GROUPING: Final = (F.DECIDED_ON, F.DECIDED_BY, F.DECIDED_BY_TITLE, F.KIND, F.MUNICIPALITY, F.BRANCH)
_TWO_DECIMALS: Final = re.compile(r"(\d+)[.:](\d)\d")
_FEW_EXTRA: Final = 2
_HIDDEN: Final = "Raden är dold i arbetsboken."


def decisions_of(
    grid: Grid,
    body: Body,
    columns: Sequence[Column],
    period: Period | None,
    common: Common,
    groups: Sequence[tuple[int, Common]],
    identities: Collection[int] = (),
) -> tuple[FoundDecision, ...]:
    """Return the decisions of a table's rows.

    `groups`: from which row on what is valid; `identities`: columns of personnummer, that are left out.
    """
    if not body.kept:
        return ()
    made = _Columns(grid, body.kept)
    made.fill_down(columns)
    for column in columns:
        if column.field is not None:
            made.read(column, period)
    made.append(body.continued, columns)
    made.below(body.below)
    made.share(common, groups)
    made.leftovers([c for c in columns if c.field is None], groups, identities)
    return made.decisions(identities)


class _Columns:
    """The values of the fields, each a list as long as the rows that are kept."""

    def __init__(self, grid: Grid, kept: Sequence[int]) -> None:
        self._grid = grid
        self._kept = kept
        whole = range(kept[0], kept[0] + len(kept)) == range(kept[0], kept[-1] + 1)
        rows = grid.rows[kept[0] : kept[-1] + 1] if whole else [grid.rows[row] for row in kept]
        self._cells = list(zip(*rows, strict=True))
        self._values: dict[str, list[Any]] = {}
        self._rests: dict[int, str] = {}  # what stands with a point or a diary number
        self._rests_of = "Punktens text"
        self._doubts: dict[int, list[RowDoubt]] = {}
        self._extra: list[tuple[tuple[str, str], ...]] | None = None

    def read(self, column: Column, period: Period | None) -> None:
        """Read a column as the field that it is."""
        cells = with_dittos_filled(self._cells[column.place])
        match column.field:
            case F.AMOUNT:
                self._amounts(cells, column)
            case F.DECIDED_ON:
                self._values["decided_on"] = self._days(cells, period)
            case F.DECIDED_BY:
                self._deciders(cells)
            case F.POINT:
                self._points(cells)
            case F.DIARY_NUMBER:
                plain = [cell for cell in cells if type(cell) is str and is_plain_number(cell)]
                numbers = plain if len(plain) == len(cells) else self._plain(cells, read_diary_number)
                numbers = self._without_words(numbers, column.heading) if len(plain) < len(cells) else numbers
                self._values["diary_number"] = numbers
                self._without_number(numbers)
                self._doubt_spread(column, F.DIARY_NUMBER, "Diarienumret står i en cell för flera rader.")
            case None:
                return
            case F.RECIPIENT | F.KIND | F.BRANCH | F.NOTE as field:
                quick = all_said(cells)
                if quick is None or (field is F.RECIPIENT and has_person_number(quick[1])):
                    self._values[field.value] = self._plain(cells, _TEXTS[field])
                else:
                    self._values[field.value] = quick[0]
            case field:
                self._values[field.value] = self._plain(cells, _TEXTS[field])

    def _plain(self, cells: Sequence[Cell], read: Callable[[Cell], tuple[Any, RowDoubt | None]]) -> list[Any]:
        readings: Readings[Any] = Readings(read)
        values = readings.column(cells)
        self._tell(cells, readings.doubts)
        return values

    def _tell(self, cells: Sequence[Cell], doubts: dict[Cell, RowDoubt]) -> None:
        if not doubts:
            return
        for n, cell in enumerate(cells):
            if cell in doubts:
                self._doubts.setdefault(n, []).append(doubts[cell])

    def _amounts(self, cells: Sequence[Cell], column: Column) -> None:
        spread = self._grid.spread.get(column.place, {})
        if spread:
            cells = [
                "" if spread.get(row, row) != row else cell
                for row, cell in zip(self._kept, cells, strict=True)
            ]
        factor = column.factor
        self._values["amount"] = self._plain(cells, lambda cell: read_amount(cell, factor))
        self._doubt_spread(column, F.AMOUNT, "Beloppet står i en cell för flera rader.")

    def _doubt_spread(self, column: Column, field: F, message: str) -> None:
        """Tell which rows share a merged cell."""
        spread = self._grid.spread.get(column.place, {})
        shared = {top for row, top in spread.items() if row != top} if spread else set()
        for n, row in enumerate(self._kept if shared else ()):
            if spread.get(row) in shared:
                words = quoted(self._grid.rows[spread[row]][column.place])
                self._doubts.setdefault(n, []).append(RowDoubt(field, message, words))

    def _days(self, cells: Sequence[Cell], period: Period | None) -> list[date | None]:
        reader = DayReader(period)
        readings: Readings[date | None] = Readings(reader.read)
        days = readings.column(cells)
        settled = {cell: day for cell in reader.unclear if (day := reader.settled(cell)) is not None}
        if settled:
            for cell, day in settled.items():
                readings[cell] = day
                readings.doubts.pop(cell, None)
            days = readings.column(cells)
        self._tell(cells, readings.doubts)
        return days

    def _deciders(self, cells: Sequence[Cell]) -> None:
        pairs = self._plain(cells, read_decider)
        self._values["decided_by"] = [name for name, _ in pairs]
        titles = [title for _, title in pairs]
        if any(titles):
            own = self._values.get("decided_by_title")
            self._values["decided_by_title"] = (
                titles if own is None else [a or b for a, b in zip(own, titles, strict=True)]
            )

    def _points(self, cells: Sequence[Cell]) -> None:
        values = self._plain(cells, read_point)
        points = [point for point, _ in values]
        self._rests |= {n: rest for n, (_, rest) in enumerate(values) if rest}
        unclear = _may_have_lost_a_nought(set(cells))
        for n, cell in enumerate(cells if unclear else ()):
            if is_number(cell) and cell in unclear:
                message = f"Punkten kan vara {points[n]} eller {points[n]}0: Excel har gjort ett tal av den."
                self._doubts.setdefault(n, []).append(RowDoubt(F.POINT, message, text_of(cell)))
                points[n] = ""
        self._values["point"] = points

    def _without_words(self, numbers: list[Any], heading: str) -> list[Any]:
        """Part «27SK12 Mikrobidrag» into the number and the words with it."""
        parted = Readings(lambda number: (part_diary_number(str(number)), None)).column(numbers)
        for n, (_, rest) in enumerate(parted):
            if rest:
                self._rests[n] = rest
                self._rests_of = heading
        return [number for number, _ in parted]

    def _without_number(self, numbers: Sequence[str]) -> None:
        if all(numbers):
            return
        missing = RowDoubt(F.DIARY_NUMBER, "Diarienumret saknas.")
        for n, number in enumerate(numbers):
            if number:
                continue
            told = self._doubts.setdefault(n, [])
            if not told or all(doubt.field != F.DIARY_NUMBER for doubt in told):
                told.append(missing)

    def append(self, continued: Mapping[int, Sequence[tuple[int, str]]], columns: Sequence[Column]) -> None:
        """Add the words that stand in the row below a decision, and tell it."""
        for row, parts in continued.items():
            n = self._kept.index(row)
            for place, words in parts:
                field = columns[place].field
                if field is not None:
                    values = self._values[field.value]
                    values[n] = f"{values[n]} {words}".strip()
                    message = f"”{quoted(words)}” på raden under är lagt till."
                    self._doubts.setdefault(n, []).append(RowDoubt(field, message, quoted(words)))

    def below(self, texts: Mapping[int, str]) -> None:
        """Add what stands in a row of its own below each decision: what is decided on, else a note."""
        name = next((name for name in ("kind", "note") if name not in self._values), None)
        if texts and name is not None:
            self._values[name] = [texts[row] for row in self._kept]

    def fill_down(self, columns: Sequence[Column]) -> None:
        """Fill the first columns where a value stands once for several rows, as in a pivot table; tell it."""
        outer: list[int] = []  # the first row of each group so far
        for column in columns:
            cells = self._cells[column.place]
            filled = [n for n, cell in enumerate(cells) if not is_blank(cell)]
            if column.field not in _GROUPING or filled[:1] != [0] or len(filled) == len(cells):
                return
            starts = set(outer)
            again = any(cells[a] == cells[b] for a, b in pairwise(filled) if b not in starts)
            if again or (not outer and 4 * (len(cells) - len(filled)) < len(cells)):
                return
            outer = sorted({*outer, *filled})
            self._cells[column.place] = self._filled(column, cells, set(filled))

    def _filled(self, column: Column, cells: Sequence[Cell], filled: set[int]) -> tuple[Cell, ...]:
        values: list[Cell] = []
        for n, cell in enumerate(cells):
            values.append(cell if n in filled else values[-1])
            if n not in filled:
                words = quoted(values[-1])
                message = f"Cellen är tom. ”{words}” längre upp är läst som att det gäller raden också."
                self._doubts.setdefault(n, []).append(RowDoubt(column.field or "", message, words))
        return tuple(values)

    def share(self, common: Common, groups: Sequence[tuple[int, Common]]) -> None:
        """Give the rows what the lines above them say, where they do not say it themselves."""
        if self._rests and "kind" not in self._values:
            self._values["kind"] = [self._rests.pop(n, "") for n in range(len(self._kept))]
        for name in _COMMON:
            told = self._told(common, groups, name)
            if told is None:
                continue
            own = self._values.get(name)
            self._values[name] = told if own is None else [a or b for a, b in zip(own, told, strict=True)]
        urgent = self._told(common, groups, "urgent")
        for name in ("kind", "note"):
            words = {text for text in set(self._values.get(name, ())) if URGENT.search(text)}
            if words:
                by_words = [text in words for text in self._values[name]]
                urgent = (
                    by_words if urgent is None else [a or b for a, b in zip(by_words, urgent, strict=True)]
                )
        if urgent is not None:
            own = self._values.get("urgent")
            self._values["urgent"] = (
                urgent if own is None else [a or b for a, b in zip(own, urgent, strict=True)]
            )

    def _told(self, common: Common, groups: Sequence[tuple[int, Common]], name: str) -> list[Any] | None:
        values = [getattr(common, name), *(getattr(group, name) for _, group in groups)]
        if not any(values):
            return None
        starts = [row for row, _ in groups]
        return (
            [values[bisect_right(starts, row)] for row in self._kept] if groups else values * len(self._kept)
        )

    def leftovers(
        self, columns: Sequence[Column], groups: Sequence[tuple[int, Common]], identities: Collection[int]
    ) -> None:
        """Keep what stands in columns that are no field, with their headings, and what else would be lost."""
        kept: list[list[tuple[tuple[str, str], ...]]] = []
        for column in columns:
            name = column.heading or f"Kolumn {column_letters(self._grid.first + column.place + 1)}"
            read = _named(name, without_numbers=column.place in identities)
            pairs = Readings(read).column(self._cells[column.place])
            if any(pairs):
                kept.append(pairs)
        if self._rests:
            kinds = self._values.get("kind", [""] * len(self._kept))
            rests = [self._rests.get(n, "") for n in range(len(self._kept))]
            kept.append(
                [
                    ((self._rests_of, rest),) if rest and rest != kind else ()
                    for rest, kind in zip(rests, kinds, strict=True)
                ]
            )
        sections = self._told(Common(), groups, "section")
        if sections is not None:
            kept.append([(("Avsnitt", text),) if text else () for text in sections])
        if len(kept) > _FEW_EXTRA:
            self._extra = [tuple(chain.from_iterable(parts)) for parts in zip(*kept, strict=True)]
            return
        for pairs in kept:
            self._extra = pairs if self._extra is None else list(map(add, self._extra, pairs))

    def _personal(self, identities: Collection[int]) -> Iterable[bool]:
        """Say of each row whether a personnummer stands in it."""
        if not identities:
            return repeat(False)
        columns = [self._cells[place] for place in identities]
        return [any(has_person_number(said(cell)) for cell in cells) for cells in zip(*columns, strict=True)]

    def decisions(self, identities: Collection[int]) -> tuple[FoundDecision, ...]:
        """Return the rows."""
        hidden: Iterable[bool] = repeat(False)
        if self._grid.hidden:
            hidden = [row in self._grid.hidden for row in self._kept]
            for n, is_hidden in enumerate(hidden):
                if is_hidden:
                    self._doubts.setdefault(n, []).append(RowDoubt("", _HIDDEN))
        columns: list[Iterable[Any]] = []
        for name in FoundDecision._fields:
            if name == "source_row":
                columns.append([row + 1 for row in self._kept])
            elif name == "personal":
                columns.append(self._personal(identities))
            elif name == "hidden":
                columns.append(hidden)
            elif name == "extra" and self._extra is not None:
                columns.append(self._extra)
            elif name == "doubts" and self._doubts:
                columns.append([tuple(self._doubts.get(n, ())) for n in range(len(self._kept))])
            else:
                columns.append(self._values.get(name) or repeat(FoundDecision._field_defaults[name]))
        return tuple(map(_decision, zip(*columns, strict=False)))


def _named(
    name: str, *, without_numbers: bool = False
) -> Callable[[Cell], tuple[tuple[tuple[str, str], ...], None]]:
    """Return what reads a cell as words with their heading; `without_numbers`: no personnummer."""

    def read(cell: Cell) -> tuple[tuple[tuple[str, str], ...], None]:
        text = said(cell)
        kept = text and not (without_numbers and has_person_number(text))
        return ((name, text),) if kept else (), None

    return read


def _may_have_lost_a_nought(cells: set[Cell]) -> set[Cell]:
    """Return the numbers 3,1 and 3,2 of a column that also has a point 3.12: they may be 3.10 and 3.20."""
    texts = [text_of(cell).replace(",", ".") if is_number(cell) else text_of(cell) for cell in cells]
    long = {(found[1], found[2]) for text in texts for found in _TWO_DECIMALS.finditer(text[:40])}
    highest = {whole: max(int(tens) for w, tens in long if w == whole) for whole, _ in long}
    return {
        cell
        for cell in cells
        if isinstance(cell, float)
        and (parts := text_of(cell).split(","))[1:]
        and len(parts[1]) == 1
        and int(parts[1]) <= highest.get(parts[0], 0) + 1
    }
