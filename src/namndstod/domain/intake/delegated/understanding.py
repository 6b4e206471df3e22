"""Understands lists of delegated decisions in workbooks that nobody here has seen before.

Where a table stands, which column is what, and what each row says is found by the words of headings, by what
stands in the cells, and by what stands around them. What is unclear is left empty, with a doubt; what no
field holds is kept as extra with its heading, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ...delegation import ColumnMapping
from ..found_delegated import DelegatedField, FoundColumn, FoundDelegated, FoundTable, RowDoubt
from ..sheets import Sheet, Workbook
from .blocks import blocks_of
from .bodies import Body, Line, body_of
from .days import Period
from .ending import stated_total
from .grid import WIDEST, Grid, grid_of
from .heads import Head, first_head
from .periods import month_named, month_of, period_of, year_named
from .remembered import Remembered
from .rows import decisions_of
from .surroundings import common_to_group, common_to_table, title_of
from .texts import quoted, text_of

_MOST_TABLES: Final = 60  # of a sheet
_MOST_EMPTY: Final = 6  # headings without a decision below, after which a sheet is given up
_MOST_GROUPS: Final = 5_000  # of a table
_MOST_TOLD: Final = 12  # footnotes of a table
_LONGEST_LINE: Final = 400
_HIDDEN: Final = "Det dolda bladet ”{}” är inte med."
_ONLY_HIDDEN: Final = "Listan står på ett dolt blad, ”{}”."
_NO_LIST: Final = "Ingen lista över delegationsbeslut känns igen. Har den en rubrikrad?"
_NO_HEADINGS: Final = "Rubrikraden saknas. Se efter att kolumnerna är rätt förstådda."


def read_delegated(workbook: Workbook, mappings: Sequence[ColumnMapping] = ()) -> FoundDelegated:
    """Return the lists of a workbook; `mappings` are what was told before about columns, the first counts."""
    remembered = Remembered(mappings)
    doubts = [RowDoubt("", message) for message in workbook.doubts]
    shown = [sheet for sheet in workbook.sheets if not sheet.hidden]
    hidden = [sheet for sheet in workbook.sheets if sheet.hidden]
    tables = [table for sheet in shown for table in _tables(sheet, workbook, remembered, doubts)]
    beside = {sheet.name: list(_tables(sheet, workbook, remembered, [])) for sheet in hidden}
    told = _HIDDEN if tables else _ONLY_HIDDEN
    doubts.extend(RowDoubt("", told.format(name), name) for name, lists in beside.items() if lists)
    tables = tables or [table for lists in beside.values() for table in lists]
    if not tables:
        doubts.append(RowDoubt("", _NO_LIST))
    return FoundDelegated(
        name=workbook.name,
        kind=workbook.kind,
        author=workbook.author,
        tables=tuple(tables),
        doubts=tuple(doubts),
    )


def _tables(
    sheet: Sheet, workbook: Workbook, remembered: Remembered, doubts: list[RowDoubt]
) -> Iterator[FoundTable]:
    grid = grid_of(sheet)
    if max(map(len, sheet.rows), default=0) > WIDEST:
        message = (
            f"Bladet ”{sheet.name}” är bredare än {WIDEST} kolumner. Det som står längre ut är inte med."
        )
        doubts.append(RowDoubt("", message, sheet.name))
    for block in blocks_of(
        grid, remembered, lambda message: doubts.append(RowDoubt("", message, sheet.name))
    ):
        start = empty = 0
        lines: tuple[Line, ...] = ()
        for _ in range(_MOST_TABLES):
            head = first_head(block, start, remembered)
            if head is None:
                break
            lines = (*lines, *_lines(block, start, head.top))
            body = body_of(block, head, remembered)
            above, lines = lines, tuple(_above(body)) if body.following is not None else ()
            empty += not body.kept
            if body.kept:
                yield _table(block, head, body, above, sheet, workbook)
            if body.following is None or empty > _MOST_EMPTY:
                break
            start = body.following.top


def _lines(grid: Grid, start: int, end: int) -> Iterator[Line]:
    """Yield the rows of words between two rows, what is merged once."""
    for row in range(start, end):
        cells = grid.filled(row)
        texts = tuple(dict.fromkeys(text_of(cell)[:_LONGEST_LINE] for _, cell in cells))
        if texts:
            yield Line(row, texts)


def _above(body: Body) -> list[Line]:
    """Return the lines between a table and the headings of the next: they belong to that."""
    last = max((*body.kept[-1:], *(t.row for t in body.totals[-1:])), default=-1)
    above = [line for line in body.lines if line.row > last]
    body.lines = [line for line in body.lines if line.row <= last]
    return above


def _table(
    grid: Grid, head: Head, body: Body, lines: Sequence[Line], sheet: Sheet, workbook: Workbook
) -> FoundTable:
    fields = [column.field for column in head.columns if column.field is not None]
    title = title_of(lines)
    common = common_to_table(lines, sheet.name, title, fields)
    if head.title:
        common = replace(common, decided_by_title=head.title)
    groups = []
    now = common
    for line in body.groups[:_MOST_GROUPS]:
        now = common_to_group(line.text, now, common, fields)
        groups.append((line.row, now))
    period = _period(lines, sheet, workbook)
    decisions = decisions_of(grid, body.kept, head.columns, period, common, groups, body.continued)
    if period is None:
        days = [d.decided_on for d in decisions if d.decided_on is not None]
        period = (min(days), max(days)) if days else None
    sums = body.totals if DelegatedField.AMOUNT in fields else [t._replace(amount=None) for t in body.totals]
    stated, doubts = stated_total(sums, body.kept, decisions)
    told = [
        RowDoubt(
            "",
            f"Rad {line.row + 1}: ”{quoted(line.text)}” hör inte till något beslut.",
            line.text[:_LONGEST_LINE],
        )
        for line in body.lines[:_MOST_TOLD]
    ]
    if not head.rows and not all(column.sure for column in head.columns):
        told.insert(0, RowDoubt("", _NO_HEADINGS))
    return FoundTable(
        sheet=sheet.name,
        title=title,
        period_from=period[0] if period else None,
        period_to=period[1] if period else None,
        heading_rows=head.rows,
        columns=tuple(_columns(grid, head, body)),
        rows=decisions,
        stated_total=stated,
        doubts=(*doubts, *told),
    )


def _columns(grid: Grid, head: Head, body: Body) -> Iterator[FoundColumn]:
    """Yield the columns in which anything stands."""
    for column in head.columns:
        if (
            column.heading
            or column.field
            or not grid.is_empty(column.place, head.bottom + 1, body.kept[-1] + 1)
        ):
            yield FoundColumn(
                place=grid.first + column.place + 1,
                heading=column.heading,
                field=column.field,
                sure=column.sure,
            )


def _period(lines: Sequence[Line], sheet: Sheet, workbook: Workbook) -> Period | None:
    """Return the period that is said nearest to the table: above it, by the sheet's name, by the file's."""
    file = workbook.name.rpartition(".")[0] or workbook.name
    said = next((period for line in lines if (period := period_of(line.text)) is not None), None)
    if said is not None:
        return said
    month = month_named(sheet.name)
    texts = [sheet.name, *(line.text for line in lines), file, *(other.name for other in workbook.sheets)]
    year = next((year for text in texts if (year := year_named(text)) is not None), None)
    if month is not None and year is not None:
        return month_of(year, month)
    for text, whole_year in (
        (sheet.name, False),
        (file, False),
        *((line.text, True) for line in lines),
        (sheet.name, True),
        (file, True),
    ):
        if (period := period_of(text, whole_year=whole_year)) is not None:
            return period
    return None
