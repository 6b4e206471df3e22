"""A new workbook with the cells of somebody's file, marked: for files that are not given back themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import xlsxwriter

from namndstod.domain.findings.finding import Severity
from namndstod.domain.intake.cell_marks import (
    COLOURS,
    MARKS_AUTHOR,
    MEND_COLUMNS,
    MEND_NAME,
    MEND_SHEET,
    CellMark,
    MendRow,
    comment_on,
    comment_size,
    in_order,
    mend_rows,
    row_lines,
    too_many,
    worst,
)
from namndstod.domain.intake.sheets import Cell, Sheet, Workbook, column_letters

from .cells import MOST_COLUMNS, as_text, sheet_name, writable
from .writer import MOST_ROWS

_FORMATS = {date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm", time: "hh:mm", timedelta: "[h]:mm"}
_MEASURED = 500  # rows that widths are taken from
_MOST_WIDTH = 60


class _Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def get(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def cell(self, value: Cell, severity: Severity | None) -> Any:
        wanted: dict[str, Any] = {}
        if type(value) in _FORMATS:
            wanted["num_format"] = _FORMATS[type(value)]
        if severity is not None:
            wanted["bg_color"] = f"#{COLOURS[severity]}"
        return self.get(**wanted) if wanted else None


def marked_copy(workbook: Workbook, marks: Sequence[CellMark]) -> bytes:
    """Return an .xlsx with the same cells, of the same types, with marks, comments and «Att rätta» last.

    A name that Excel does not take for a sheet is changed into one that it takes.
    """
    names: list[str] = []
    for sheet in workbook.sheets:
        names.append(sheet_name(sheet.name, names))
    ordered, remarks = too_many(in_order(marks, [sheet.name for sheet in workbook.sheets]))
    renamed = {sheet.name: name for sheet, name in zip(workbook.sheets, names, strict=True)}
    ordered = [replace(mark, sheet=renamed.get(mark.sheet, mark.sheet)) for mark in ordered]
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    formats = _Formats(book)
    columns: dict[CellMark, int] = {}
    for sheet, name in zip(workbook.sheets, names, strict=True):
        made = book.add_worksheet(name)
        here = [mark for mark in ordered if mark.sheet == name and 1 <= mark.row <= MOST_ROWS]
        columns |= _write_sheet(made, sheet, here, formats)
    mended = book.add_worksheet(sheet_name(MEND_SHEET, names))
    rows = mend_rows(ordered, [columns.get(mark) for mark in ordered], remarks)
    _write_mend(mended, rows, formats)
    last = f"$A$1:${column_letters(len(MEND_COLUMNS))}${len(rows) + 1}"
    book.define_name(f"'{mended.name}'!{MEND_NAME}", f"='{mended.name}'!{last}")
    _hide(book, workbook.sheets)
    book.close()
    return file.getvalue()


def _write_sheet(
    made: Any, sheet: Sheet, marks: Sequence[CellMark], formats: _Formats
) -> dict[CellMark, int]:
    """Write the cells of a sheet, row by row. Returns the column that each mark got."""
    cells: dict[int, dict[int, list[CellMark]]] = defaultdict(dict)
    columns: dict[CellMark, int] = {}
    for mark in marks:
        column = mark.column or _first_filled(sheet, mark.row)
        if column <= MOST_COLUMNS:
            cells[mark.row].setdefault(column, []).append(mark)
            columns[mark] = column
    for column, width in enumerate(_widths(sheet.rows)):
        made.set_column(column, column, width)
    for row in range(1, min(MOST_ROWS, max([len(sheet.rows), *cells])) + 1):
        values = sheet.rows[row - 1][:MOST_COLUMNS] if row <= len(sheet.rows) else []
        here = cells.get(row, {})
        for column in range(1, max([len(values), *here]) + 1):
            value = values[column - 1] if column <= len(values) else ""
            marked = here.get(column)
            if value == "" and marked is None:
                continue
            _write(made, row - 1, column - 1, value, formats.cell(value, worst(marked) if marked else None))
            if marked:
                words = comment_on(marked)
                width, height = comment_size(words)
                box = {"author": MARKS_AUTHOR, "width": width, "height": height}
                made.write_comment(row - 1, column - 1, f"{MARKS_AUTHOR}:\n{words}", box)
    return columns


def _write(made: Any, row: int, column: int, value: Cell, look: Any) -> None:
    """Write a cell as what it is; text is never a formula or a link."""
    if isinstance(value, bool):
        made.write_boolean(row, column, value, look)
    elif isinstance(value, time | timedelta):
        made.write_datetime(row, column, value, look)
    elif isinstance(value, str):
        if value:
            made.write_string(row, column, writable(value)[0], look)
        else:
            made.write_blank(row, column, None, look)
    elif as_text(value.date() if isinstance(value, datetime) else value) is not None:
        made.write_string(row, column, str(value), look)  # a date or number that Excel cannot hold
    elif isinstance(value, date):
        plain = value.replace(tzinfo=None) if isinstance(value, datetime) else value
        made.write_datetime(row, column, plain, look)
    else:
        made.write_number(row, column, value, look)


def _write_mend(made: Any, rows: Sequence[MendRow], formats: _Formats) -> None:
    head = formats.get(bold=True, bottom=1, text_wrap=True, valign="top")
    plain = formats.get(text_wrap=True, valign="top", align="left")
    for column, (name, width) in enumerate(MEND_COLUMNS):
        made.set_column(column, column, width)
        made.write_string(0, column, name, head)
    for at, row in enumerate(rows, 1):
        if (lines := row_lines(row)) > 1:
            made.set_row(at, 15 * lines)
        if row.row:
            made.write_number(at, 0, row.row, plain)
        made.write_string(at, 1, row.column, plain)
        if row.target:
            colour = f"#{COLOURS[row.severity]}"
            link = formats.get(
                font_color="#0B4F9E", underline=1, bg_color=colour, valign="top", text_wrap=True
            )
            made.write_url(at, 2, f"internal:{row.target}", link, row.cell)
        made.write_string(at, 3, row.words, plain)
        made.write_string(at, 4, row.source, plain)
    made.autofilter(0, 0, len(rows), len(MEND_COLUMNS) - 1)
    made.freeze_panes(1, 0)
    made.set_landscape()
    made.set_paper(9)
    made.fit_to_pages(1, 0)


def _first_filled(sheet: Sheet, row: int) -> int:
    values = sheet.rows[row - 1] if row <= len(sheet.rows) else []
    return next((column for column, value in enumerate(values, 1) if value != ""), 1)


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Return the width of each column, in characters, as its first rows need."""
    widths: dict[int, int] = {}
    for row in rows[:_MEASURED]:
        for column, value in enumerate(row[:MOST_COLUMNS]):
            if value != "":
                length = len(str(value)) if not isinstance(value, datetime) else 16
                widths[column] = min(_MOST_WIDTH, max(length + 2, widths.get(column, 9)))
    return [widths.get(column, 9) for column in range(max(widths, default=-1) + 1)]


def _hide(book: Any, sheets: Sequence[Sheet]) -> None:
    """Hide the sheets that were hidden; the first that is seen is the one that opens."""
    made = book.worksheets()
    shown = next((at for at, sheet in enumerate(sheets) if not sheet.hidden), len(sheets))
    made[shown].activate()
    made[shown].set_first_sheet()
    for at, sheet in enumerate(sheets):
        if sheet.hidden:
            made[at].hide()
