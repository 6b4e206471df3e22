"""An area of a sheet as tables: merged cells, hidden rows and columns, overflowing text, splitting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from ..domain.content import Align, Block, Cell, Figure, Paragraph, Run, Table
from .image_reader import Pictures
from .pieces import note
from .plain import clean
from .xlsx_format import shown

UPRIGHT = 470.0  # points between the margins of an A4
TURNED = 715.0  # the same of a sheet turned
WIDEST = 900.0  # what a turned sheet takes when the layout sets the table smaller
_CHARACTER = 5.3  # points of a digit in a table
_PADDING = 10.0  # points beside the text of a cell
_LONGEST_WORD = 22  # characters that a column of text is kept wide for
_MOST_HEADS = 6  # rows: more above a frozen pane are no table head


@dataclass(frozen=True, slots=True)
class Shape:
    """A cell as it is printed: its text, its look, and how many columns and rows it takes."""

    text: str
    numeric: bool = False
    strong: bool = False
    slanted: bool = False
    struck: bool = False
    link: str | None = None
    wraps: bool = False
    align: str = ""
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a sheet, bounds inclusive and counted from 1."""

    sheet: Worksheet
    first_column: int
    first_row: int
    last_column: int
    last_row: int

    @staticmethod
    def of_range(sheet: Worksheet, text: str) -> Area:
        """Return the area «A1:H40», no further than the sheet has cells."""
        bounds = range_boundaries(text)
        left, top, right, bottom = (int(bound or 1) for bound in bounds)
        return Area(
            sheet, left, top, max(left, min(right, sheet.max_column)), max(top, min(bottom, sheet.max_row))
        )

    @staticmethod
    def used(sheet: Worksheet, formulas: Worksheet) -> Area | None:
        """Return the area that has values or formulas, or None when nothing has."""
        filled = [
            place
            for cells in (cells_of(sheet), cells_of(formulas))
            for place, cell in cells.items()
            if cell.value not in (None, "")
        ]
        if not filled:
            return None
        rows, columns = [row for row, _ in filled], [column for _, column in filled]
        return Area(sheet, min(columns), min(rows), max(columns), max(rows))

    def rows(self) -> list[int]:
        """Return the rows that are printed."""
        hidden = {n for n, dimension in self.sheet.row_dimensions.items() if dimension.hidden}
        return [row for row in range(self.first_row, self.last_row + 1) if row not in hidden]

    def columns(self) -> list[int]:
        """Return the columns that are printed."""
        hidden = {
            n
            for dimension in self.sheet.column_dimensions.values()
            if dimension.hidden
            for n in range(dimension.min or 1, (dimension.max or 0) + 1)
        }
        return [column for column in range(self.first_column, self.last_column + 1) if column not in hidden]

    def hidden_text(self) -> str:
        """Return «2 rader och 1 kolumn», or «» when nothing is hidden."""
        rows = self.last_row - self.first_row + 1 - len(self.rows())
        columns = self.last_column - self.first_column + 1 - len(self.columns())
        parts = [f"{rows} {'rad' if rows == 1 else 'rader'}"] if rows else []
        parts += [f"{columns} {'kolumn' if columns == 1 else 'kolumner'}"] if columns else []
        return " och ".join(parts)


def cells_of(sheet: Worksheet) -> dict[tuple[int, int], Any]:
    """Return the cells that a sheet has, by row and column; asking for others one by one would make them."""
    cells: dict[tuple[int, int], Any] = getattr(sheet, "_cells", {})
    return cells


def tables(area: Area, formulas: Worksheet) -> Iterator[Block]:
    """Yield the area as one table, or as several beside each other in turn when it is too wide for a page."""
    rows, columns = area.rows(), area.columns()
    if not rows or not columns:
        return
    grid = _shapes(area, formulas, rows, columns)
    rows = _without_idle_rows(grid, rows)
    needed = {column: _needed(grid, rows, column) for column in columns}
    heads = _head_rows(area, rows)
    titles = [column for column in _title_columns(area, columns) if column in columns]
    groups = list(_groups(columns, titles, needed))
    for group in groups:
        if len(groups) > 1:
            names = f"{get_column_letter(group[len(titles)])}–{get_column_letter(group[-1])}"
            yield note(f"Kolumn {names} av {get_column_letter(columns[0])}–{get_column_letter(columns[-1])}")
        yield _table(area, grid, rows, group, heads, needed)


def _shapes(
    area: Area, formulas: Worksheet, rows: Sequence[int], columns: Sequence[int]
) -> dict[tuple[int, int], Shape]:
    """Return the filled cells that are printed, merged ones at the first of their visible places."""
    merges: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for merged in area.sheet.merged_cells.ranges:
        left, top, right, bottom = merged.bounds
        inside_rows = [row for row in rows if top <= row <= bottom]
        inside_columns = [column for column in columns if left <= column <= right]
        if inside_rows and inside_columns:
            place = (inside_rows[0], inside_columns[0])
            merges[place] = (top, left, len(inside_columns), len(inside_rows))
    grid = {}
    for row in rows:
        for column in columns:
            top, left, wide, high = merges.get((row, column), (row, column, 1, 1))
            shape = _shape(area.sheet.cell(top, left), formulas, wide, high)
            if shape.text or wide > 1 or high > 1:
                grid[row, column] = shape
    return grid


def _shape(cell: Any, formulas: Worksheet, columns: int, rows: int) -> Shape:
    value = cell.value
    if value is None:
        formula = formulas.cell(cell.row, cell.column)
        if formula.data_type == "f":
            value = _formula(formula.value)
    display = shown(value, cell.number_format or "General")
    font, alignment = cell.font, cell.alignment
    link = cell.hyperlink.target if cell.hyperlink is not None else None
    return Shape(
        text=clean(display.text),
        numeric=display.numeric,
        strong=bool(font.b),
        slanted=bool(font.i),
        struck=bool(font.strike),
        link=link if link and link.startswith(("http://", "https://", "mailto:")) else None,
        wraps=bool(alignment.wrap_text) or "\n" in display.text,
        align=alignment.horizontal or "",
        columns=columns,
        rows=rows,
    )


def _formula(value: Any) -> str:
    """Return a formula whose value no program has stored, as it is written."""
    text = getattr(value, "text", value)
    return str(text) if str(text).startswith("=") else f"={text}"


def _without_idle_rows(grid: dict[tuple[int, int], Shape], rows: Sequence[int]) -> list[int]:
    """Return the rows, of several empty ones in a row only the first."""
    filled = {r for (row, _), shape in grid.items() for r in range(row, row + shape.rows)}
    return [row for at, row in enumerate(rows) if row in filled or (at and rows[at - 1] in filled)]


def _needed(grid: dict[tuple[int, int], Shape], rows: Sequence[int], column: int) -> float:
    """Return the width in points below which words or numbers of a column would break."""
    longest = 1
    for row in rows:
        shape = grid.get((row, column))
        if shape is None or shape.columns > 1 or not shape.text:
            continue
        if shape.numeric:
            longest = max(longest, len(shape.text))
        else:
            longest = max(longest, *(min(len(word), _LONGEST_WORD) for word in shape.text.split() or [""]))
    return longest * _CHARACTER + _PADDING


def _head_rows(area: Area, rows: Sequence[int]) -> int:
    """Return how many of the first rows are the table's head: print titles, or what is frozen above."""
    sheet = area.sheet
    titles = str(sheet.print_title_rows or "").replace("$", "")
    last = 0
    if ":" in titles:
        first, _, end = titles.partition(":")
        if first.isdigit() and end.isdigit() and int(first) <= rows[0]:
            last = int(end)
    elif sheet.freeze_panes:
        last = range_boundaries(str(sheet.freeze_panes))[1] or 1
        last = int(last) - 1
    heads = sum(row <= last for row in rows)
    return heads if heads <= _MOST_HEADS and heads < len(rows) else 0


def _title_columns(area: Area, columns: Sequence[int]) -> list[int]:
    """Return the columns that are repeated when the table is split: print titles, else the first."""
    titles = str(area.sheet.print_title_cols or "").replace("$", "")
    if ":" in titles:
        left, _, right, _ = range_boundaries(titles)
        if left and right:
            return list(range(int(left), int(right) + 1))
    return [columns[0]]


def _groups(columns: list[int], titles: list[int], needed: dict[int, float]) -> Iterator[list[int]]:
    """Yield groups of columns that fit a page, each after the first led by the title columns."""
    if sum(needed[column] for column in columns) <= WIDEST:
        yield columns
        return
    room = WIDEST - sum(needed[column] for column in titles)
    group: list[int] = []
    used = 0.0
    for column in columns:
        if column in titles:
            continue
        if group and used + needed[column] > room:
            yield [*titles, *group]
            group, used = [], 0.0
        group.append(column)
        used += needed[column]
    if group:
        yield [*titles, *group]


def _table(
    area: Area,
    grid: dict[tuple[int, int], Shape],
    rows: list[int],
    columns: list[int],
    heads: int,
    needed: dict[int, float],
) -> Table:
    widths = _widths(area.sheet, columns, needed)
    lines = []
    covered: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        cells = []
        for place, column in enumerate(columns):
            if (at, place) in covered:
                continue
            shape = grid.get((row, column), Shape(""))
            wide = _within(shape.columns, column, columns[place:])
            high = min(shape.rows, len(rows) - at)
            if wide == 1 and high == 1:
                wide = _flow(grid, shape, row, columns[place:], widths[place:], covered, at, place)
            covered |= {(at + r, place + c) for r in range(high) for c in range(wide)}
            cells.append(Cell(_paragraph(shape), wide, high))
        lines.append(tuple(cells))
    aligns = tuple(_align([grid.get((row, column)) for row in rows[heads:]]) for column in columns)
    return Table(tuple(lines), head_rows=heads, widths=tuple(widths), aligns=aligns)


def _within(wide: int, column: int, following: Sequence[int]) -> int:
    """Return how many of the group's columns a merged cell takes: it ends where the group skips one."""
    return (
        max(1, sum(n < wide and c == column + n for n, c in enumerate(following[:wide]))) if wide > 1 else 1
    )


def _flow(
    grid: dict[tuple[int, int], Shape],
    shape: Shape,
    row: int,
    columns: Sequence[int],
    widths: Sequence[float],
    covered: set[tuple[int, int]],
    at: int,
    place: int,
) -> int:
    """Return how many columns a text takes that flows over empty cells to its right, as Excel lets it."""
    if shape.numeric or shape.wraps or not shape.text or shape.align not in ("", "general", "left"):
        return 1
    length, wide, room = len(shape.text) * _CHARACTER + _PADDING, 1, widths[0]
    while room < length and wide < len(columns):
        if (row, columns[wide]) in grid or (at, place + wide) in covered:
            break
        room += widths[wide]
        wide += 1
    return wide


def _widths(sheet: Worksheet, columns: Sequence[int], needed: dict[int, float]) -> list[float]:
    """Return widths in points: as in the sheet, none below what it needs, all within the page if they can."""
    wanted = [max(_sheet_width(sheet, column), needed[column]) for column in columns]
    least = [needed[column] for column in columns]
    spare = sum(wanted) - sum(least)
    room = max(0.0, (UPRIGHT if sum(least) <= UPRIGHT else TURNED) - sum(least))
    share = min(1.0, room / spare) if spare > 0 else 0.0
    return [low + (wish - low) * share for low, wish in zip(least, wanted, strict=True)]


def _sheet_width(sheet: Worksheet, column: int) -> float:
    """Return the width of a column in points; a dimension may stand for several columns."""
    for dimension in sheet.column_dimensions.values():
        if (dimension.min or 0) <= column <= (dimension.max or 0) and dimension.width:
            return float(dimension.width) * 5.25 + 4
    return float(sheet.sheet_format.defaultColWidth or 8.43) * 5.25 + 4


def _paragraph(shape: Shape) -> tuple[Block, ...]:
    if not shape.text:
        return ()
    text = f"[struket: {shape.text}]" if shape.struck else shape.text
    return (Paragraph((Run(text, strong=shape.strong, emphasis=shape.slanted, link=shape.link),)),)


def _align(shapes: Sequence[Shape | None]) -> Align:
    """Return where a column stands: right when its filled cells are mostly numbers or set so."""
    filled = [shape for shape in shapes if shape is not None and shape.text and shape.columns == 1]
    right = sum(s.align == "right" or (s.numeric and s.align in ("", "general")) for s in filled)
    centre = sum(s.align == "center" for s in filled)
    if filled and right * 2 > len(filled):
        return Align.RIGHT
    return Align.CENTRE if filled and centre * 2 > len(filled) else Align.LEFT


def pictures_of(sheet: Worksheet, pictures: Pictures) -> Iterator[Block]:
    """Yield the pictures of a sheet, after its cells."""
    for picture in getattr(sheet, "_images", ()):
        source = picture.ref
        data = source.getvalue() if isinstance(source, BytesIO) else b""
        key = pictures.add(data) if data else None
        yield Figure(key, "Bild i arbetsboken") if key else note("[Här finns en bild som inte kan visas.]")
