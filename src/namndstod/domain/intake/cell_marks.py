"""What is to be mended in somebody's workbook, and how it is said there: in the cell and on «Att rätta»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..findings.finding import Severity
from .sheets import cell_name, column_letters

MARKS_AUTHOR = "Nämndstöd"  # of the comments
MEND_SHEET = "Att rätta"
MEND_NAME = "Nämndstöd_rättningar"  # what the list is called within the workbook: how we know it again
MEND_COLUMNS = (
    ("Rad", 7.0),
    ("Kolumn", 24.0),
    ("Cell", 14.0),
    ("Vad som ska rättas", 80.0),
    ("Regel/lagrum", 28.0),
)  # headings and widths in characters
MOST_MARKS = 10_000  # a list where more is wrong has been misread, or is another one
MOST_COMMENT = 2_000  # characters
COLOURS = {Severity.BLOCK: "F8B4AE", Severity.WARN: "FFDF8E", Severity.INFORM: "DDE8F6"}
"""The fill of a marked cell."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_NAME = 31  # characters in the name of a sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMark:
    """Rättning: something to mend in a cell, with a Swedish sentence and the rule or law behind it.

    `row` and `column` count from 1. Without a column the whole row is meant, without a row the sheet, and
    without a sheet the file. `heading` is the column's, as it stands.
    """

    sheet: str = ""
    row: int = 0
    column: int | None = None
    severity: Severity = Severity.BLOCK
    message: str
    source: str = ""
    heading: str = ""


class MendRow(NamedTuple):
    """A row of «Att rätta». `target` is the cell in a link within the workbook («'Blad 2'!D7»), or empty."""

    row: int
    column: str
    cell: str
    target: str
    words: str
    source: str
    severity: Severity


def cleaned(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def in_order(marks: Iterable[CellMark], sheets: Sequence[str]) -> list[CellMark]:
    """Return the marks in the workbook's order, each said once; what is of no sheet comes first."""
    place = {name: number for number, name in enumerate(sheets)}
    once = dict.fromkeys(marks)
    return sorted(once, key=lambda mark: (place.get(mark.sheet, -1), mark.row, mark.column or 0))


def too_many(marks: list[CellMark]) -> tuple[list[CellMark], list[str]]:
    """Return the first marks, and what is said in the file of those left out."""
    if len(marks) <= MOST_MARKS:
        return marks, []
    more = len(marks) - MOST_MARKS
    return marks[:MOST_MARKS], [f"Listan har {more} rättningar till, som inte visas här. Rätta dessa först."]


def comment_on(marks: Sequence[CellMark]) -> str:
    """Return the comment of a cell: one line for each mark, as «Kontrollera: …» where it is a warning."""
    text = "\n".join(dict.fromkeys(_words(mark) for mark in marks))
    return text if len(text) <= MOST_COMMENT else text[: MOST_COMMENT - 1] + "…"


def comment_size(words: str) -> tuple[int, int]:
    """Return width and height in pixels of a box that shows a comment under its author's name."""
    lines = 1 + sum(1 + max(0, len(line) - 1) // 38 for line in words.split("\n"))
    return 290, min(lines, 24) * 16 + 12


def worst(marks: Iterable[CellMark]) -> Severity:
    """Return the severity that colours a cell."""
    order = (Severity.BLOCK, Severity.WARN, Severity.INFORM)
    return min((mark.severity for mark in marks), key=order.index)


def mend_rows(
    marks: Sequence[CellMark], cells: Sequence[int | None], remarks: Sequence[str]
) -> list[MendRow]:
    """Return «Att rätta»: first what is said of the whole file, then a row for each mark.

    `cells` are the columns that were marked, a mark each; None where there is no cell.
    """
    several = len({mark.sheet for mark in marks if mark.row}) > 1
    rows = [MendRow(0, "", "", "", cleaned(remark), "", Severity.INFORM) for remark in remarks]
    for mark, column in zip(marks, cells, strict=True):
        name = cell_name(mark.row, column) if mark.row and column else ""
        quoted = "'" + mark.sheet.replace("'", "''") + "'"
        shown = f"{mark.sheet}!{name}" if several and name else name
        heading = " ".join(cleaned(mark.heading).split()) or column_letters(mark.column or 0)
        target = f"{quoted}!{name}" if name else ""
        source = cleaned(mark.source)
        rows.append(MendRow(mark.row, heading, shown, target, _words(mark), source, mark.severity))
    return rows


def row_lines(row: MendRow) -> int:
    """Return how many lines a row of «Att rätta» takes in columns of their widths: one at least."""
    texts = zip((row.column, row.cell, row.words, row.source), MEND_COLUMNS[1:], strict=True)
    return max(
        sum(1 + max(0, len(line) - 1) // int(width) for line in text.split("\n"))
        for text, (_, width) in texts
    )


def free_name(taken: Iterable[str], wanted: str = MEND_SHEET) -> str:
    """Return a name that no sheet has: «Att rätta», «Att rätta (2)» …"""
    used = {name.casefold() for name in taken}
    name, number = wanted, 1
    while name.casefold() in used:
        number += 1
        ending = f" ({number})"
        name = wanted[: _MOST_NAME - len(ending)] + ending
    return name


def _words(mark: CellMark) -> str:
    text = cleaned(mark.message).strip()
    return text if mark.severity is Severity.BLOCK else f"Kontrollera: {text}"
