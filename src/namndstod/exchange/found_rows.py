"""A list of delegated decisions between two processes: JSON by columns, in parts that take little time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from namndstod.domain.intake.found_delegated import (
    DelegatedField,
    FoundColumn,
    FoundDecision,
    FoundDelegated,
    FoundTable,
    OwnPart,
    RowDoubt,
)
from namndstod.domain.records import Appeal

PART: Final = 4000  # rows in a blob
_SELDOM: Final[dict[str, Any]] = {
    "extra": (),
    "doubts": (),
    "own": None,
}  # fields that most rows have nothing in
_DAY: Final = FoundDecision._fields.index("decided_on")


def packed(found: FoundDelegated) -> tuple[dict[str, Any], list[bytes]]:
    """Return a list as a header that JSON can hold, and blobs with its rows."""
    blobs: list[bytes] = []
    tables = []
    for table in found.tables:
        parts = [_packed_rows(table.rows[i : i + PART]) for i in range(0, len(table.rows), PART)]
        blobs += parts
        tables.append(
            {
                "sheet": table.sheet,
                "title": table.title,
                "sender": table.sender,
                "period_from": _iso(table.period_from),
                "period_to": _iso(table.period_to),
                "heading_rows": table.heading_rows,
                "columns": [[c.place, c.heading, c.field, c.sure] for c in table.columns],
                "stated_total": table.stated_total,
                "doubts": table.doubts,
                "own": table.own,
                "parts": len(parts),
            }
        )
    header = {"name": found.name, "kind": found.kind, "author": found.author, "doubts": found.doubts}
    return {**header, "tables": tables}, blobs


def unpacked(header: dict[str, Any], blobs: Sequence[bytes]) -> FoundDelegated:
    """Return the list that was packed."""
    waiting = iter(blobs)
    return FoundDelegated(
        name=header["name"],
        kind=header["kind"],
        author=header["author"],
        tables=tuple(_table(table, waiting) for table in header["tables"]),
        doubts=_doubts(header["doubts"]),
    )


def _table(said: dict[str, Any], blobs: Iterator[bytes]) -> FoundTable:
    table = FoundTable(
        sheet=said["sheet"],
        title=said["title"],
        sender=said["sender"],
        period_from=_date(said["period_from"]),
        period_to=_date(said["period_to"]),
        heading_rows=tuple(said["heading_rows"]),
        columns=tuple(
            FoundColumn(place=place, heading=heading, field=DelegatedField(f) if f else None, sure=sure)
            for place, heading, f, sure in said["columns"]
        ),
        stated_total=said["stated_total"],
        doubts=_doubts(said["doubts"]),
        own=said["own"],
    )
    rows = [row for _ in range(said["parts"]) for row in _rows(next(blobs))]
    return replace(table, rows=tuple(rows))


def _packed_rows(rows: Sequence[FoundDecision]) -> bytes:
    columns: list[Any] = []
    for name, column in zip(FoundDecision._fields, zip(*rows, strict=True), strict=True):
        if name in _SELDOM:
            seldom = {place: value for place, value in enumerate(column) if value}
            columns.append(seldom if name != "own" else {n: _own_json(part) for n, part in seldom.items()})
            continue
        values = list(dict.fromkeys(column)) if name != "source_row" else []
        if not 0 < len(values) <= len(column) // 2:
            columns.append(list(map(_iso, column)) if name == "decided_on" else column)
            continue
        places = {value: place for place, value in enumerate(values)}
        shown = list(map(_iso, values)) if name == "decided_on" else values
        columns.append([shown, list(map(places.__getitem__, column))])
    text = json.dumps([len(rows), columns], ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _rows(blob: bytes) -> list[FoundDecision]:
    number, columns = json.loads(blob.decode("utf-8", "surrogatepass"))
    full: list[Sequence[Any]] = []
    for place, (name, column) in enumerate(zip(FoundDecision._fields, columns, strict=True)):
        if name in _SELDOM:
            full.append(_filled(name, column, number))
            continue
        coded = len(column) == 2 and isinstance(column[0], list)
        values = column[0] if coded else column
        if place == _DAY:
            values = list(map(_date, values))
        full.append(list(map(values.__getitem__, column[1])) if coded else values)
    return list(map(FoundDecision._make, zip(*full, strict=True)))


def _filled(name: str, said: dict[str, Any], number: int) -> list[Any]:
    column: list[Any] = [_SELDOM[name]] * number
    for place, value in said.items():
        match name:
            case "doubts":
                column[int(place)] = _doubts(value)
            case "own":
                column[int(place)] = _own(*value)
            case _:
                column[int(place)] = tuple(map(tuple, value))
    return column


def _own_json(part: OwnPart) -> tuple[bool | None, str | None, str | None, str | None]:
    return part.personal, part.appeal, _iso(part.recorded_on), _iso(part.announced_on)


def _own(personal: bool | None, appeal: str | None, recorded: str | None, announced: str | None) -> OwnPart:
    return OwnPart(personal, Appeal(appeal) if appeal else None, _date(recorded), _date(announced))


def _doubts(said: Sequence[Sequence[str]]) -> tuple[RowDoubt, ...]:
    return tuple(RowDoubt(*doubt) for doubt in said)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
