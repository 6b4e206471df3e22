"""The register's own workbook read back: its columns are known, and each cell is taken as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from ...delegation_lists import PRIVATE
from ...delegation_names import APPEALS
from ...swedish_sort import fold
from .. import own_columns as own
from ..found_delegated import (
    DelegatedField,
    FoundColumn,
    FoundDecision,
    FoundTable,
    OwnPart,
    RowDoubt,
)
from ..sheets import Cell, Sheet, Workbook, column_letters
from .amounts import read_amount
from .days import DayReader
from .names import read_urgent
from .texts import Readings, is_blank, quoted, text_of

_HEAD_WITHIN: Final = 40  # rows
_APPEAL_OF: Final = {fold(name): appeal for appeal, name in APPEALS.items()}
_HIDDEN: Final = "Raden är dold i arbetsboken."
Reading = tuple[Any, RowDoubt | None]


class _Head(NamedTuple):
    """Where the head stands: its row from 0, the column of each own heading, and those of `extra`."""

    row: int
    places: dict[str, int]
    extra: tuple[tuple[int, str], ...]


def own_tables(workbook: Workbook) -> list[FoundTable]:
    """Return the tables of a workbook that the register itself wrote; none of any other workbook."""
    heads = [(sheet, head) for sheet in workbook.sheets if (head := _head(sheet)) is not None]
    if not heads:
        return []
    told = dict(_told_headings(workbook))
    return [table for sheet, head in heads if (table := _table(sheet, head, told)).rows]


def _head(sheet: Sheet) -> _Head | None:
    for at, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
        if own.is_own(row):
            return _columns(at, [cell if isinstance(cell, str) else text_of(cell) for cell in row])
    return None


def _columns(at: int, headings: list[str]) -> _Head:
    while headings and not headings[-1]:
        headings.pop()
    last = tuple(heading.partition(" (")[0] for heading in headings[-len(own.REPORTED) :])
    if last == own.REPORTED:
        del headings[-len(own.REPORTED) :]
    places: dict[str, int] = {}
    extra = []
    for place, heading in enumerate(headings):
        known = heading in own.FIELDS or heading in own.OWN or heading in own.STANDING
        if known and heading not in places:
            places[heading] = place
        else:
            extra.append((place, heading or f"Kolumn {column_letters(place + 1)}"))
    return _Head(at, places, tuple(extra))


def _told_headings(workbook: Workbook) -> Iterator[tuple[str, str]]:
    """Yield the columns whose headings had to be changed for Excel, and what they were."""
    for sheet in workbook.sheets:
        for what, words in (row[:2] for row in sheet.rows if sheet.name in own.SHEETS and len(row) > 1):
            if isinstance(what, str) and isinstance(words, str) and words.startswith(own.OWN_HEADING_IS):
                yield what, words.removeprefix(own.OWN_HEADING_IS)


def _table(sheet: Sheet, head: _Head, told: dict[str, str]) -> FoundTable:
    first = head.row + 1
    kept = [n for n, row in enumerate(sheet.rows[first:], first) if not all(map(is_blank, row))]
    cells = list(zip(*(sheet.rows[n] for n in kept), strict=True))
    read = _Reader(cells, len(kept))
    values: dict[str, Sequence[Any]] = {
        field: read.column(head.places.get(heading), field) for heading, field in own.FIELDS.items()
    }
    values["own"] = read.own_parts(head.places, values["recipient"])
    values["personal"] = [part.personal or False for part in values["own"]]
    extra = [(place, told.get(own.OWN_HEADING.format(name), name)) for place, name in head.extra]
    values["extra"] = read.extra(extra)
    values["source_row"] = [n + 1 for n in kept]
    values["hidden"] = [n + 1 in sheet.hidden_rows for n in kept]
    for n, hidden in enumerate(values["hidden"]):
        if hidden:
            read.doubts.setdefault(n, []).append(RowDoubt("", _HIDDEN))
    values["doubts"] = [tuple(read.doubts.get(n, ())) for n in range(len(kept))]
    rows = tuple(map(FoundDecision._make, zip(*(values[f] for f in FoundDecision._fields), strict=True)))
    days = [row.decided_on for row in rows if row.decided_on is not None]
    return FoundTable(
        sheet=sheet.name,
        title=next((text_of(row[0]) for row in sheet.rows[: head.row] if row), ""),
        period_from=min(days, default=None),
        period_to=max(days, default=None),
        heading_rows=(head.row + 1,),
        columns=tuple(_found_columns(head)),
        rows=rows,
        own=True,
    )


def _found_columns(head: _Head) -> Iterator[FoundColumn]:
    for heading, field in own.FIELDS.items():
        if heading in head.places:
            place = head.places[heading] + 1
            yield FoundColumn(place=place, heading=heading, field=DelegatedField(field))
    for place, heading in head.extra:
        yield FoundColumn(place=place + 1, heading=heading)


class _Reader:
    """Reads columns. What is not as the register writes it, somebody wrote: it is read as in any list."""

    def __init__(self, cells: Sequence[Sequence[Cell]], number: int) -> None:
        self._cells = cells
        self._number = number
        self.doubts: dict[int, list[RowDoubt]] = {}

    def column(self, place: int | None, field: str) -> list[Any]:
        """Return the values of a field; where it has no column, nothing."""
        match field:
            case "amount":
                return self._read(place, _amount, None)
            case "decided_on":
                return self._read(place, _day, None)
            case "urgent":
                return self._read(place, read_urgent, False)
        return self._read(place, _text, "")

    def own_parts(self, places: dict[str, int], recipients: Sequence[str]) -> list[OwnPart]:
        """Return what only the register knows. An edition for others names no private person."""
        personal: list[bool | None] = self._read(places.get(own.PERSONAL), _private, None)
        if own.PERSONAL not in places:
            personal = [True if recipient == PRIVATE else None for recipient in recipients]
        columns = (
            self._read(places.get(own.APPEAL), _appeal, None),
            self._read(places.get(own.RECORDED), _day, None),
            self._read(places.get(own.ANNOUNCED), _day, None),
        )
        return list(map(OwnPart, personal, *columns))

    def extra(self, columns: Sequence[tuple[int, str]]) -> list[tuple[tuple[str, str], ...]]:
        """Return the lists' own columns of each row, with their headings."""
        if not columns:
            return [()] * self._number
        texts = [self._read(place, _text, "") for place, _ in columns]
        names = [name for _, name in columns]
        return [
            tuple((name, text) for name, text in zip(names, row, strict=True) if text)
            for row in zip(*texts, strict=True)
        ]

    def _read(self, place: int | None, read: Callable[[Cell], Reading], nothing: Any) -> list[Any]:
        if place is None or not self._cells:
            return [nothing] * self._number
        cells = self._cells[place]
        readings: Readings[Any] = Readings(read)
        values = readings.column(cells)
        for n, cell in enumerate(cells if readings.doubts else ()):
            if cell in readings.doubts:
                self.doubts.setdefault(n, []).append(readings.doubts[cell])
        return values


def _text(cell: Cell) -> Reading:
    return (cell if isinstance(cell, str) else text_of(cell)), None


def _amount(cell: Cell) -> Reading:
    if isinstance(cell, str) and cell.removeprefix("-").isdecimal():
        return int(cell), None
    if isinstance(cell, float) and cell.is_integer():  # however large: it is what the register has
        return int(cell), None
    return read_amount(cell)


def _day(cell: Cell) -> Reading:
    if isinstance(cell, datetime):
        return cell.date(), None
    if isinstance(cell, str):
        try:
            return date.fromisoformat(cell), None
        except ValueError:
            return DayReader(None).read(cell)
    return (cell, None) if isinstance(cell, date) else DayReader(None).read(cell)


def _private(cell: Cell) -> Reading:
    if is_blank(cell):
        return None, None
    private, doubt = read_urgent(cell)
    if doubt is not None:
        return None, RowDoubt("", f"”{quoted(cell)}” är varken ja eller nej om privatperson.", quoted(cell))
    return private, None


def _appeal(cell: Cell) -> Reading:
    text = text_of(cell)
    appeal = _APPEAL_OF.get(fold(text))
    if appeal is None and text:
        return None, RowDoubt("", f"”{quoted(cell)}” är inget sätt att överklaga.", quoted(cell))
    return appeal, None
