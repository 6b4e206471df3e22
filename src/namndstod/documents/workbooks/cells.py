"""What a cell of a workbook holds: kinds of columns, and values made safe for Excel."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from namndstod.domain.intake.cell_marks import cleaned, free_name


class Formula(NamedTuple):
    """A formula of our own («=SUM(B2:B9)»), with the value that it has when the file is made."""

    text: str
    value: int | float


Value = str | int | float | bool | date | time | timedelta | Formula | None
"""What may be given for a cell. None and "" leave it empty."""

MOST_TEXT = 32_767  # UTF-16 units in a cell
MOST_COLUMNS = 16_384
FIRST_DAY = date(1900, 3, 1)  # earlier ones are counted differently by different programs: they are text
MOST_NUMBER = 10**15  # larger ones lose digits in Excel: they are text
CUT = "… [avkortat]"
_RISKY = tuple("=+-@\t\n")  # what a formula may begin with, when somebody edits or pastes the text
_NEWLINES = re.compile("\r\n?|\x0b|\x0c|\u2028|\u2029")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_MOST_NAME = 31


class Kind(StrEnum):
    """What a column holds. It decides format, width and alignment; the values keep their own types."""

    TEXT = "text"
    LONG = "long"  # text over several lines
    WHOLE = "whole"  # a number that counts: 1 234
    NUMBER = "number"  # a number that names: a §, a row, a year
    KRONOR = "kronor"  # whole kronor: 1 064 126
    DECIMAL = "decimal"
    SHARE = "share"  # 0.25 is 25 %
    DAY = "day"  # date, as a real one
    CLOCK = "clock"  # time of day
    LENGTH = "length"  # timedelta, in hours and minutes
    YES = "yes"  # bool: «Ja» or «Nej»


FORMATS = {
    Kind.WHOLE: "#,##0",  # Excel shows the separator of its own language: «1 064 126»
    Kind.NUMBER: "0",
    Kind.KRONOR: "#,##0",
    Kind.DECIMAL: "#,##0.00",
    Kind.SHARE: "0 %",
    Kind.DAY: "yyyy-mm-dd",
    Kind.CLOCK: "hh:mm",
    Kind.LENGTH: "[h]:mm",
}
NUMBERS = (Kind.WHOLE, Kind.NUMBER, Kind.KRONOR, Kind.DECIMAL, Kind.SHARE)
_NARROWEST = {Kind.DAY: 11.0, Kind.KRONOR: 11.0, Kind.CLOCK: 7.0, Kind.LENGTH: 7.0, Kind.YES: 7.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table. `width` is in characters; None: as its heading and first values need.

    A column with `total` is summed (numbers only).
    """

    heading: str
    kind: Kind = Kind.TEXT
    width: float | None = None
    total: bool = False


def measured(column: Column, values: Iterable[Value]) -> float:
    """Return the width of a column: what is given, or what heading and values need, 60 at the most."""
    if column.width is not None:
        return column.width
    words = max((len(word) for word in column.heading.split()), default=0) + 3.0  # beside the filter's arrow
    longest = max((_shown_length(column.kind, value) for value in values), default=0) + 2.0
    if column.kind is Kind.LONG:
        return max(words, min(longest, 60.0))
    return max(words, _NARROWEST.get(column.kind, 6.0), min(longest, 44.0))


def _shown_length(kind: Kind, value: Value) -> int:
    if value is None:
        return 0
    if isinstance(value, Formula):
        value = value.value
    if isinstance(value, str):
        return max((len(line) for line in value.split("\n")), default=0)
    if isinstance(value, bool):
        return 3
    if isinstance(value, int | float):
        digits = len(str(int(value)))
        return digits if kind is Kind.NUMBER else digits + digits // 3 + (3 if kind is Kind.DECIMAL else 0)
    return 10 if isinstance(value, date) else 5


def lines_in(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of that width, by a careful guess."""
    room = max(int(width), 1)
    return sum(1 + max(len(line) - 1, 0) // room for line in text.split("\n"))


def writable(value: str) -> tuple[str, bool]:
    """Return text as a cell takes it, and whether something of it had to go (signs, or the end).

    All line ends become the one that Excel knows, which loses nothing.
    """
    text = _NEWLINES.sub("\n", value) if not value.isprintable() else value
    clean = cleaned(text)
    lost = clean != text
    if len(clean) * 2 > MOST_TEXT and len(clean.encode("utf-16-le")) // 2 > MOST_TEXT:
        room = (MOST_TEXT - len(CUT)) * 2
        return clean.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT, True
    return clean, lost


def risky(text: str) -> bool:
    """Whether a text could be taken for a formula when somebody edits it (it is stored as text anyway)."""
    return text.startswith(_RISKY)


def as_text(value: date | int | float) -> str | None:
    """Return a date or number as text where Excel cannot hold it as what it is, else None."""
    if isinstance(value, date):
        return value.isoformat() if value < FIRST_DAY else None
    if not math.isfinite(value) or abs(value) >= MOST_NUMBER:
        return str(value)
    return None


def sheet_name(wanted: str, taken: Iterable[str]) -> str:
    """Return a name that Excel takes for a sheet and that no other has, as near to `wanted` as can be."""
    plain = _NOT_IN_NAMES.sub(" ", cleaned(" ".join(wanted.split()))).strip("' ")[:_MOST_NAME].strip("' ")
    if plain.casefold() == "history":  # Excel keeps it for itself
        plain = "Historik"
    return free_name(taken, plain or "Blad")


def unique_headings(headings: Iterable[str]) -> list[str]:
    """Return headings on one line, none empty and none twice, as Excel demands of a table's."""
    made: list[str] = []
    seen: set[str] = set()
    for place, heading in enumerate(headings, 1):
        base = " ".join(cleaned(unicodedata.normalize("NFC", heading)).split())[:240] or f"Kolumn {place}"
        name, number = base, 1
        while name.casefold() in seen:
            number += 1
            name = f"{base} ({number})"
        seen.add(name.casefold())
        made.append(name)
    return made
