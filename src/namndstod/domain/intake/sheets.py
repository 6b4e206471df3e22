"""The cells of a workbook, as every reader of tables gets them, whatever the file was (Excel, ODS, CSV)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta
"""What stands in a cell; an empty one is «».

Numbers are as the file has them: Excel and ODS keep whole ones as float (70063.0), and turning each would
cost too much. Cells of a format for days are days. A truth value is bool (in ODS 1.0 or 0.0), an error
(#REF!) is «». Texts may have line feeds and non-breaking spaces but no control characters. In CSV
all cells are text.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Blad. `rows` are all of one width and begin at row 1 and column A, empty ones too.

    All but csv tell `hidden_rows` (from 1) and `merged`: first row and column, last row and column of each
    range, from 1; the value stands in its first cell.
    """

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """Arbetsbok. `kind` is the file's: «xlsx», «xlsm», «xls», «ods» or «csv».

    `author` is who the file says made it; `doubts` are Swedish sentences about the file as a whole.
    """

    name: str
    kind: str
    sheets: tuple[Sheet, ...]
    author: str = ""
    doubts: tuple[str, ...] = ()


def column_letters(column: int) -> str:
    """Return «AB» for 28."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return «D7» for row 7 and column 4."""
    return f"{column_letters(column)}{row}"
