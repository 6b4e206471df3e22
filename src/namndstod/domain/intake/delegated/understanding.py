"""Understands lists of delegated decisions in workbooks that nobody here has seen before.

Where a table stands, which column is what, and what each row says is found by the words of headings, by what
stands in the cells, and by what stands around them. What is unclear is left empty, with a doubt; what no
field holds is kept as extra with its heading, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ...delegation import ColumnMapping
from ...swedish import whole_number
from ..found_delegated import DelegatedField, FoundColumn, FoundDecision, FoundDelegated, FoundTable, RowDoubt
from ..sheets import Sheet, Workbook
from .abbreviations import with_names
from .blocks import blocks_of
from .bodies import Body, Line, body_of, total_above
from .columns import Column, names_one
from .days import Period
from .ending import stated_total
from .grid import WIDEST, Grid, grid_of
from .heads import Head, counted_as_told, first_head
from .identity import identity_columns
from .own_register import own_tables
from .periods import month_named, month_of, period_of, year_named
from .remembered import Remembered
from .rows import decisions_of
from .split_days import with_whole_days
from .surroundings import common_to_group, common_to_table, is_signature, sender_of, title_of
from .texts import quoted, text_of

_MOST_TABLES: Final = 60  # of a sheet
_MOST_EMPTY: Final = 6  # headings without a decision below, after which a sheet is given up
_MOST_GROUPS: Final = 5_000  # of a table
_MOST_TOLD: Final = 12  # footnotes of a table
_LONGEST_LINE: Final = 400
_MONTH_TOLD: Final = re.compile(r"(?:månad|måned|month|kuukausi)\w*\W", re.IGNORECASE)
_TOP: Final = 3  # rows and cells in which a sheet says what it is
_HIDDEN: Final = "Det dolda bladet ”{}” är inte med."
_ONLY_HIDDEN: Final = "Listan står på ett dolt blad, ”{}”."
_NO_LIST: Final = "Ingen lista över delegationsbeslut känns igen. Har den en rubrikrad?"
_IDENTITIES: Final = (
    "Kolumnen ”{}” innehåller personnummer. De tas inte med, och de mottagarna föreslås som privatpersoner."
)
_HURRIED: Final = "Så många rader är oregelbundna att raderna från rad {} inte är genomgångna en och en."
_TOO_MANY: Final = "Raden har fler celler än det finns rubriker. Se efter att inget står i fel kolumn."
_NO_HEADINGS: Final = "Rubrikraden saknas. Se efter att kolumnerna är rätt förstådda."


def read_delegated(workbook: Workbook, mappings: Sequence[ColumnMapping] = ()) -> FoundDelegated:
    """Return the lists of a workbook; `mappings` are what was told before about columns, the first counts."""
    remembered = Remembered(mappings)
    doubts = [RowDoubt("", message) for message in workbook.doubts]
    shown = [sheet for sheet in workbook.sheets if not sheet.hidden]
    if own := own_tables(workbook):
        return _found(workbook, own, doubts)
    hidden = [sheet for sheet in workbook.sheets if sheet.hidden]
    tables = [table for sheet in shown for table in _tables(sheet, workbook, remembered, doubts)]
    beside = {sheet.name: list(_tables(sheet, workbook, remembered, [])) for sheet in hidden}
    told = _HIDDEN if tables else _ONLY_HIDDEN
    doubts.extend(RowDoubt("", told.format(name), name) for name, lists in beside.items() if lists)
    tables = tables or [table for lists in beside.values() for table in lists]
    if not tables:
        doubts.append(RowDoubt("", _NO_LIST))
    return _found(workbook, tables, doubts)


def _found(workbook: Workbook, tables: Sequence[FoundTable], doubts: Sequence[RowDoubt]) -> FoundDelegated:
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
    grid = with_whole_days(grid_of(sheet))
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
            head = counted_as_told(head, [text for line in lines for text in line.texts])
            body = body_of(block, head, remembered)
            above, lines = lines, tuple(_above(body)) if body.following is not None else ()
            empty += not body.kept
            if body.kept:
                yield _table(block, head, body, above, sheet, workbook)
            if body.following is None or empty > _MOST_EMPTY:
                break
            start = body.following.top


def _year_elsewhere(sheet: Sheet, workbook: Workbook) -> int | None:
    """Return the year that the other sheets are headed with, when it is one: «Delegationsbeslut 2027»."""
    others = [other for other in workbook.sheets if other is not sheet and not other.hidden]
    tops = [cell for other in others for row in other.rows[:_TOP] for cell in row[:_TOP]]
    years = {year for cell in tops if isinstance(cell, str) and (year := year_named(cell[:_LONGEST_LINE]))}
    return years.pop() if len(years) == 1 else None


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
    title = title_of(lines)
    common = common_to_table(lines, sheet.name, title, [c.field for c in head.columns if c.field])
    if head.title:
        common = replace(common, decided_by_title=head.title)
    columns = head.columns
    if common.decided_by or common.decided_by_title:
        columns = tuple(c._replace(field=None, sure=True) if _is_officer(c) else c for c in columns)
    fields = [column.field for column in columns if column.field is not None]
    groups = []
    now = common
    for line in body.groups[:_MOST_GROUPS]:
        now = common_to_group(line.text, now, common, fields)
        groups.append((line.row, now))
    period = _period(lines, sheet, workbook)
    identities = identity_columns(grid, body.kept, columns)
    decisions = decisions_of(grid, body, columns, period, common, groups, {c.place for c in identities})
    if workbook.kind == "csv":
        decisions = _with_cells_too_many(decisions, grid, columns)
    decisions, explained = with_names(decisions, (*lines, *body.lines))
    if period is None:
        days = [d.decided_on for d in decisions if d.decided_on is not None]
        period = (min(days), max(days)) if days else None
    above = total_above(lines)
    sums = body.totals or ([above] if above is not None else [])
    if DelegatedField.AMOUNT not in fields:
        sums = [t._replace(amount=None) for t in sums]
    stated, doubts = stated_total(sums, body.kept, decisions)
    last = max((*body.kept[-1:], *(t.row for t in body.totals)))
    told = [RowDoubt("", _IDENTITIES.format(quoted(c.heading) or "utan rubrik")) for c in identities]
    if body.hurried is not None:
        told.append(RowDoubt("", _HURRIED.format(whole_number(body.hurried + 1))))
    told += [
        RowDoubt(
            "",
            f"Rad {line.row + 1}: ”{quoted(line.text)}” hör inte till något beslut.",
            line.text[:_LONGEST_LINE],
        )
        for line in body.lines[:_MOST_TOLD]
        if line.row not in explained and not (line.row > last and is_signature(line.text))
    ]
    if not head.rows and not all(column.sure for column in head.columns):
        told.insert(0, RowDoubt("", _NO_HEADINGS))
    return FoundTable(
        sheet=sheet.name,
        title=title,
        sender=sender_of(lines),
        period_from=period[0] if period else None,
        period_to=period[1] if period else None,
        heading_rows=head.rows,
        columns=tuple(_columns(grid, columns, head.bottom + 1, body)),
        rows=decisions,
        stated_total=stated,
        doubts=(*doubts, *told),
    )


def _with_cells_too_many(
    decisions: tuple[FoundDecision, ...], grid: Grid, columns: Sequence[Column]
) -> tuple[FoundDecision, ...]:
    """Tell which rows of a text file have more cells than there are headings: a sign in one parts it."""
    last = max((column.place for column in columns if column.heading), default=grid.width)
    beyond = [c.place for c in columns if c.place > last and c.field is None]
    odd = {d.source_row for d in decisions if any(grid.rows[d.source_row - 1][n] != "" for n in beyond)}
    if not odd or 2 * len(odd) > len(decisions):
        return decisions
    doubt = RowDoubt("", _TOO_MANY)
    return tuple(d._replace(doubts=(*d.doubts, doubt)) if d.source_row in odd else d for d in decisions)


def _is_officer(column: Column) -> bool:
    return column.field is DelegatedField.DECIDED_BY and not column.sure and names_one(column.heading)


def _columns(grid: Grid, columns: Sequence[Column], start: int, body: Body) -> Iterator[FoundColumn]:
    """Yield the columns in which anything stands from a row on."""
    for column in columns:
        if column.heading or column.field or not grid.is_empty(column.place, start, body.kept[-1] + 1):
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
    month = month_named(sheet.name) or next(
        (month for line in lines if _MONTH_TOLD.match(line.text) and (month := month_named(line.text))), None
    )
    texts = [sheet.name, *(line.text for line in lines), file, *(other.name for other in workbook.sheets)]
    year = next((year for text in texts if (year := year_named(text)) is not None), None)
    year = year or (_year_elsewhere(sheet, workbook) if month is not None else None)
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
