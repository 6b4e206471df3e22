"""Tables in text form (.csv, .tsv): the encoding and what separates the cells are told by the content."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice
from typing import Final

from ...domain.intake.sheets import Cell
from ..package import MOST_XML
from ..plain import clean, decode
from ..problems import unsupported
from .limits import MOST_CELLS

_SEPARATORS: Final = ";\t|,"  # a comma is also a decimal sign: it is taken where nothing else fits
_SAMPLE: Final = 200  # rows that are looked at
_MOST_LINES_IN_CELL: Final = 60
_STATED: Final = re.compile(r"sep=(.)[ \t]*(?:\n|$)", re.IGNORECASE)
_AS_TEXT: Final = re.compile(r'="([^"]*)"$')  # how numbers are kept as text: ="0012"


def read_separated(data: bytes) -> tuple[list[list[Cell]], tuple[str, ...]]:
    """Return the rows of a table in text form, all of one width, and Swedish doubts. Raises CannotShow."""
    if len(data) > MOST_XML:
        raise unsupported("Filen är för stor för att läsas in. Dela den i flera filer.")
    text = decode(data)
    if text is None:
        raise unsupported("Filen innehåller inte läsbar text. Öppna den i Excel och spara den som .xlsx.")
    text = clean(text)
    stated = _STATED.match(text)
    if stated is not None:
        text = text[stated.end() :]
    if not text.strip(_SEPARATORS + " \n"):
        return [], ()
    separator = stated[1] if stated is not None else _separator(text)
    rows, doubts = _parsed(text, separator)
    while rows and not any(rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    if width * len(rows) > MOST_CELLS:
        raise unsupported("Filen är för stor för att läsas in. Dela den i flera filer.")
    if '="' in text:
        rows = [[_AS_TEXT.sub(r"\1", cell) for cell in row] for row in rows]
    return [[*row, *[""] * (width - len(row))] for row in rows], doubts


def _parsed(text: str, separator: str | None) -> tuple[list[list[str]], tuple[str, ...]]:
    """Return the rows; a quotation mark that is never closed would swallow the rest, so it is a sign then."""
    if separator is None:
        separator = "\0"  # stands nowhere: one cell a line
    try:
        rows = list(csv.reader(StringIO(text), delimiter=separator, strict=False))
        swallowed = any(
            cell.count("\n") > _MOST_LINES_IN_CELL for row in rows for cell in row if "\n" in cell
        )
    except csv.Error:  # a cell longer than any
        swallowed = True
    if not swallowed and not _open_at_end(text, rows):
        return rows, ()
    try:
        rows = list(csv.reader(StringIO(text), delimiter=separator, quoting=csv.QUOTE_NONE))
    except csv.Error as error:
        raise unsupported("Filen är ingen tabell som går att läsa.") from error
    return rows, ("Ett citattecken i filen saknar sin andra hälft: cellerna kan vara fel delade.",)


def _open_at_end(text: str, rows: list[list[str]]) -> bool:
    """Tell whether the last cell began with a quotation mark that no other closes."""
    return bool(rows and rows[-1]) and "\n" in rows[-1][-1] and text.count('"') % 2 == 1


def _separator(text: str) -> str | None:
    """Return what separates the cells: what gives most rows the same width; None when nothing does."""
    best, most = None, 0.5
    for candidate in _SEPARATORS:
        if candidate not in text:
            continue
        try:
            rows = islice(csv.reader(StringIO(text), delimiter=candidate), _SAMPLE)
            widths = Counter(len(row) for row in rows if any(row))
        except csv.Error:
            continue
        share = sum(count for width, count in widths.items() if width > 1) / max(1, widths.total())
        alike = max((count for width, count in widths.items() if width > 1), default=0) / max(
            1, widths.total()
        )
        score = (share + alike) / (2 if candidate != "," else 2.5)
        if score > most:
            best, most = candidate, score
    return best
