"""Workbooks of our own: a small layer over XlsxWriter that knows tables, columns and sums.

    book = Book("Delegationsbeslut", author="Region Norra", made=today)
    sheet = book.sheet("Register", ["Regional tillväxtnämnd", "Uttag 2027-05-14"])
    sheet.table(columns, rows, totals=Totals.ABOVE, name="Delegationsbeslut")
    data = book.close()

Rows are written once, from the top down, so a long register takes little memory; the same values give the
same bytes. No text becomes a formula, a link or a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from io import BytesIO
from itertools import islice
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from namndstod.domain.intake.cell_marks import cleaned

from .cells import (
    FORMATS,
    MOST_COLUMNS,
    NUMBERS,
    Column,
    Formula,
    Kind,
    Value,
    as_text,
    lines_in,
    measured,
    risky,
    sheet_name,
    unique_headings,
    writable,
)

__all__ = ["Book", "Column", "Formula", "Kind", "Place", "Sheet", "Totals", "Value"]

MOST_ROWS = 1_048_576  # of a sheet
_MEASURED = 300  # rows that widths are taken from
_FIRST = date(2000, 1, 1)  # the file's day where none is given: same values, same bytes
_HEAD, _LINE = "#DCE6F1", "#8EA9C1"  # fill and rule of a table's head
_LINE_HEIGHT, _MOST_HEIGHT = 15.0, 405.0  # points; Excel knows no higher row
_PRINTED = 230.0  # characters that a page in landscape shows readably
_DAY_ZERO = date(1899, 12, 30).toordinal()  # Excel's day 0, as it counts from March 1900
_SHORT = 16_000  # texts that surely have room in a cell
_OPTIONS = {
    "constant_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}

Row = Sequence[Value]


class Totals(StrEnum):
    """Where the sums of a table stand: nowhere, above its head (in sight while one scrolls) or below it."""

    NONE = "none"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table's values were written, for charts and formulas: rows and columns count from 0."""

    sheet: str
    first_row: int
    last_row: int
    columns: tuple[str, ...]  # headings, as written

    def column(self, heading: str) -> str:
        """Return the values of a column as a range: «='Per månad'!$B$5:$B$16»."""
        at = self.columns.index(heading)
        quoted = self.sheet.replace("'", "''")
        return f"='{quoted}'!{xl_range_abs(self.first_row, at, self.last_row, at)}"


class Book:
    """A workbook being written. `remarks` tells in Swedish what Excel could not hold."""

    def __init__(self, title: str, *, subject: str = "", author: str = "", made: date | None = None) -> None:
        self._file = BytesIO()
        self._book: Any = xlsxwriter.Workbook(self._file, _OPTIONS)
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._names: list[str] = []
        self._tables: list[str] = []
        self._cut: dict[str, int] = {}
        self.title = cleaned(title)
        day = made or _FIRST
        self._book.set_properties(
            {
                "title": self.title,
                "subject": cleaned(subject),
                "author": cleaned(author),
                "created": datetime(day.year, day.month, day.day),
            }
        )

    def sheet(self, name: str, head: Sequence[str] = (), *, landscape: bool = True) -> Sheet:
        """Add a sheet. `head` are lines above its tables, the first of them as a heading."""
        return Sheet(self, name, tuple(head), landscape)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was lost or is not as given, as Swedish sentences."""
        return tuple(f"{count} {what}." for what, count in self._cut.items())

    def close(self) -> bytes:
        """Return the file; nothing can be added afterwards."""
        self._book.close()
        return self._file.getvalue()

    def add_worksheet(self, wanted: str) -> tuple[Any, str]:
        """Return a new sheet of XlsxWriter and the name that it got."""
        name = sheet_name(wanted, self._names)
        self._names.append(name)
        return self._book.add_worksheet(name), name

    def add_chart(self, look: str) -> Any:
        """Return a new chart of XlsxWriter: "bar", "column" or "line"."""
        return self._book.add_chart({"type": look})

    def format(self, **properties: Any) -> Any:
        """Return a format, made once for all cells that look so."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]

    def table_name(self, wanted: str) -> str:
        """Return a name for a table that no other has."""
        name, number = wanted, 1
        while name in self._tables:
            number += 1
            name = f"{wanted}_{number}"
        self._tables.append(name)
        return name

    def tell(self, what: str) -> None:
        """Count something that is not as given: «texter kortades …»."""
        self._cut[what] = self._cut.get(what, 0) + 1


class Sheet:
    """A sheet being written from the top down: lines, tables, charts beside them."""

    def __init__(self, book: Book, name: str, head: tuple[str, ...], landscape: bool) -> None:
        self._book, self._head, self._landscape = book, head, landscape
        self._wanted = name
        self._made, self.name = book.add_worksheet(name)
        self._widths: dict[int, float] = {}
        self._next = 0
        self._framed = False  # whether the head of a table is held in sight and repeated in print
        self._set_up_print()
        for number, text in enumerate(head):
            self.line(text, size=14 if number == 0 else 0)
        if head:
            self._next += 1

    def line(self, text: str, *, size: int = 0) -> None:
        """Write a line of text, as a heading with a `size`; it goes on over the next columns."""
        look = self._book.format(bold=True, font_size=size) if size else self._book.format(valign="top")
        self._text(self._next, 0, text, look, look)
        self._next += 1

    @property
    def next_row(self) -> int:
        """The row that is written next, from 0."""
        return self._next

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        *,
        totals: Totals = Totals.NONE,
        name: str = "",
        filters: bool = True,
        hold: int = 0,
    ) -> Place:
        """Write a table below what stands there. Returns where its values are.

        With a `name` («Delegationsbeslut») it is an Excel table, ready for pivoting. Filters and the frozen
        head belong to the first table of a sheet; `hold` is the number of columns held in sight with it.
        What a sheet has no room for goes on in another one, with the same head.
        """
        columns = columns[:MOST_COLUMNS]
        headings = unique_headings(column.heading for column in columns)
        room = MOST_ROWS - self._next - 1 - (totals is not Totals.NONE)
        piece = rows if len(rows) <= room else rows[:room]
        place = self._piece(columns, headings, piece, totals, name, filters, hold)
        if len(rows) > room:
            more = Sheet(self._book, self._wanted, self._head, self._landscape)
            more.table(columns, rows[room:], totals=totals, name=name, filters=filters, hold=hold)
        return place

    def insert(self, chart: Any, row: int, column: int, told: str) -> None:
        """Put a chart of XlsxWriter over the cells from there on; `told` says in words what it shows."""
        self._made.insert_chart(row, column, chart, {"description": told})

    def _piece(
        self,
        columns: Sequence[Column],
        headings: Sequence[str],
        rows: Sequence[Row],
        totals: Totals,
        name: str,
        filters: bool,
        hold: int,
    ) -> Place:
        """Write as many rows as there is room for."""
        if totals is Totals.ABOVE:
            first = self._next + 2
            self._totals(self._next, columns, rows, first, {"bottom": 0}, counted=True)
            self._next += 1
        head, first = self._next, self._next + 1
        last = first + len(rows) - 1
        self._frame(columns, headings, rows, head, last, name, filters, hold)
        self._write_rows(columns, rows, first)
        self._next = last + 1
        if totals is Totals.BELOW:
            self._totals(self._next, columns, rows, first, {"top": 1, "border_color": _LINE}, counted=False)
            self._next += 1
        self._next += 1
        return Place(self.name, first, last, tuple(headings))

    def _frame(
        self,
        columns: Sequence[Column],
        headings: Sequence[str],
        rows: Sequence[Row],
        head: int,
        last: int,
        name: str,
        filters: bool,
        hold: int,
    ) -> None:
        """Write the head of a table, and give it widths, filters and a frozen head."""
        sample = list(islice(rows, _MEASURED))
        for at, column in enumerate(columns):
            width = measured(column, (row[at] for row in sample))
            self._widths[at] = max(width, self._widths.get(at, 0.0))
            self._made.set_column(at, at, self._widths[at])
        if name and rows:
            self._excel_table(headings, head, last, self._book.table_name(name))
        elif filters and not self._framed:
            self._made.autofilter(head, 0, max(last, head), len(columns) - 1)
        lines = [lines_in(heading, self._widths[at] - 2) for at, heading in enumerate(headings)]
        self._made.set_row(head, _LINE_HEIGHT * max(lines) + 3)
        for at, (column, heading) in enumerate(zip(columns, headings, strict=True)):
            wanted = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": _HEAD}
            wanted |= {"bottom": 1, "bottom_color": _LINE, **_across(column.kind)}
            self._made.write_string(head, at, heading, self._book.format(**wanted))
        if not self._framed:
            self._made.freeze_panes(head + 1, hold)
            self._made.repeat_rows(head)
            self._fit(hold)
            self._framed = True

    def _fit(self, hold: int) -> None:
        """Print as many pages beside each other as can be read, each with the columns held in sight."""
        held = sum(self._widths[at] for at in range(hold))
        whole = sum(self._widths.values()) - held
        pages = max(1, -(-int(whole) // int(max(_PRINTED - held, 50))))
        self._made.fit_to_pages(pages, 0)
        if pages > 1:
            self._made.print_across()
            if hold:
                self._made.repeat_columns(0, hold - 1)

    def _excel_table(self, headings: Sequence[str], head: int, last: int, name: str) -> None:
        """Make a range an Excel table.

        XlsxWriter refuses tables when rows are written at once, and remembers every cell of them: it is
        given the first two rows, and the whole range afterwards. The head is written over by its own.
        """
        self._made.constant_memory = False
        columns = [{"header": heading} for heading in headings]
        options = {"name": name, "columns": columns, "style": "Table Style Light 1"}
        self._made.add_table(head, 0, head + 1, len(headings) - 1, options)
        self._made.constant_memory = True
        whole = f"A{head + 1}:{xl_col_to_name(len(headings) - 1)}{last + 1}"
        self._made.tables[-1].update(range=whole, a_range=whole, autofilter=whole)

    def _write_rows(self, columns: Sequence[Column], rows: Sequence[Row], first: int) -> None:
        made, book = self._made, self._book
        looks = [self._look(column.kind) for column in columns]
        texts = [book.format(valign="top", text_wrap=column.kind is Kind.LONG) for column in columns]
        long = [at for at, column in enumerate(columns) if column.kind is Kind.LONG]
        for at, row in enumerate(rows, first):
            if long:
                self._raise(at, [(str(row[c]), self._widths[c]) for c in long if row[c]])
            for column, value in enumerate(row):
                if value is None or value == "":
                    continue
                if isinstance(value, str):
                    self._text(at, column, value, texts[column], texts[column])
                elif isinstance(value, Formula):
                    made.write_formula(at, column, value.text, looks[column], value.value)
                elif isinstance(value, bool):
                    made.write_string(at, column, "Ja" if value else "Nej", texts[column])
                elif isinstance(value, time):
                    seconds = value.hour * 3600 + value.minute * 60 + value.second
                    made.write_number(at, column, seconds / 86_400, looks[column])
                elif isinstance(value, timedelta):
                    made.write_number(at, column, value / timedelta(days=1), looks[column])
                elif (words := as_text(value)) is not None:
                    made.write_string(at, column, words, texts[column])
                elif isinstance(value, date):
                    made.write_number(at, column, value.toordinal() - _DAY_ZERO, looks[column])
                else:
                    made.write_number(at, column, value, looks[column])

    def _raise(self, at: int, texts: Sequence[tuple[str, float]]) -> None:
        """Give a row the height of its longest text: not every program finds it by itself."""
        lines = max((lines_in(text, width) for text, width in texts), default=1)
        if lines > 1:
            self._made.set_row(at, min(_LINE_HEIGHT * lines, _MOST_HEIGHT))

    def _text(self, row: int, column: int, value: str, look: Any, plain: Any) -> None:
        """Write text that is text, whatever it looks like."""
        if not (value.isprintable() and len(value) < _SHORT):
            value, lost = writable(value)
            if lost:
                self._book.tell("texter fick kortas, eller hade tecken som Excel inte kan visa")
        if risky(value):
            wrap = "\n" in value
            self._made.write_string(
                row, column, value, self._book.format(valign="top", text_wrap=wrap, quote_prefix=True)
            )
        elif value.startswith("<r>") and value.endswith("</r>"):  # XlsxWriter would take it for its own XML
            self._made.write_rich_string(row, column, value[:1], plain, value[1:], look)
        else:
            self._made.write_string(row, column, value, look)

    def _look(self, kind: Kind) -> Any:
        wanted: dict[str, Any] = {"valign": "top", **_across(kind)}
        if kind in FORMATS:
            wanted["num_format"] = FORMATS[kind]
        return self._book.format(**wanted)

    def _totals(
        self,
        at: int,
        columns: Sequence[Column],
        rows: Sequence[Row],
        first: int,
        line: dict[str, Any],
        *,
        counted: bool,
    ) -> None:
        """Write sums that follow the filters, with the values they have now."""
        last = first + max(len(rows), 1) - 1
        for column, told in enumerate(columns):
            if not told.total:
                self._made.write_blank(at, column, None, self._book.format(**line))
                continue
            value = sum(v for row in rows if isinstance(v := row[column], int | float))
            letters = xl_col_to_name(column)
            look = self._book.format(bold=True, num_format=FORMATS[told.kind], **_across(told.kind), **line)
            formula = f"=SUBTOTAL(109,{letters}{first + 1}:{letters}{last + 1})"
            self._made.write_formula(at, column, formula, look, value)
        filled = next((c for c in range(len(columns)) if all(r[c] not in (None, "") for r in rows)), None)
        if counted and filled is not None and not columns[0].total:
            letters = xl_col_to_name(filled)
            look = self._book.format(bold=True, align="left", num_format='"Antal "#,##0', **line)
            formula = f"=SUBTOTAL(103,{letters}{first + 1}:{letters}{last + 1})"
            self._made.write_formula(at, 0, formula, look, len(rows))
        elif not columns[0].total:
            self._made.write_string(at, 0, "Summa", self._book.format(bold=True, **line))

    def _set_up_print(self) -> None:
        made = self._made
        if self._landscape:
            made.set_landscape()
        made.set_paper(9)  # A4
        made.fit_to_pages(1, 0)
        # «3.2» is a punkt that looks like a number: Excel need not point at every one of them
        made.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        made.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        title = self._book.title.replace("&", "&&")[:120]
        made.set_footer(f"&L{title}&RSida &P av &N")


def _across(kind: Kind) -> dict[str, Any]:
    """Return how a column is aligned; a number keeps clear of the text to the right of it."""
    return {"align": "right", "indent": 1} if kind in NUMBERS else {"align": "left"}
