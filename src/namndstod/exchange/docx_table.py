"""Tables of a Word document: spans, heads, widths, alignment and whether they have lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ..domain.content import Align, Block, Cell, Table
from .docx_styles import Styles, child, child_list, child_switch, child_value, number

_WRAPPERS = frozenset(("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"))
_ALIGNS = {"right": Align.RIGHT, "end": Align.RIGHT, "center": Align.CENTRE}


@dataclass(slots=True)
class _Slot:
    """A cell being put together: where it stands and how far it reaches."""

    column: int
    columns: int
    rows: int
    blocks: tuple[Block, ...]
    align: str
    merge: str | None  # «restart», «continue» or None


def read_table(
    table: Element, styles: Styles, blocks_of: Callable[[Element], tuple[Block, ...]]
) -> Table | None:
    """Return a table, or None when it has no rows. `blocks_of` reads the inside of a cell."""
    rows = [row for row in _children(table, "w:tr") if child(row, "w:trPr", "w:del") is None]
    if not rows:
        return None
    grid = [[*_slots(row, blocks_of)] for row in rows]
    _merge_down(grid)
    widths = [float(number(c.get("w:w"))) for c in child_list(child(table, "w:tblGrid"), "w:gridCol")]
    columns = max([len(widths), *(slot.column + slot.columns for line in grid for slot in line)])
    heads = 0
    while heads < len(rows) - 1 and child_switch(rows[heads], "w:trPr", "w:tblHeader"):
        heads += 1
    return Table(
        tuple(_cells(line, columns, _covered(grid, at)) for at, line in enumerate(grid)),
        head_rows=heads,
        widths=tuple(widths) if len(widths) == columns and min(widths) > 0 else (),
        aligns=_aligns(grid[heads:], columns),
        rules=_has_lines(table, styles),
    )


def _children(node: Element, tag: str) -> Iterator[Element]:
    """Yield the rows or cells of a table, out of content controls and other wrappers."""
    for inner in node:
        if inner.tag == tag:
            yield inner
        elif inner.tag in _WRAPPERS:
            yield from _children(inner, tag)


def _slots(row: Element, blocks_of: Callable[[Element], tuple[Block, ...]]) -> Iterator[_Slot]:
    properties = child(row, "w:trPr")
    column = max(0, number(child_value(properties, "w:gridBefore")))
    for cell in _children(row, "w:tc"):
        own = child(cell, "w:tcPr")
        span = max(1, number(child_value(own, "w:gridSpan"), 1))
        merge = child_value(own, "w:vMerge")
        paragraph = next(iter(child_list(cell, "w:p")), None)
        align = child_value(child(paragraph, "w:pPr"), "w:jc") or ""
        yield _Slot(column, span, 1, blocks_of(cell), align, "continue" if merge == "" else merge)
        column += span


def _merge_down(grid: list[list[_Slot]]) -> None:
    """Let each cell that begins a vertical merge reach over those that continue it, with all their text."""
    above: dict[int, _Slot] = {}
    for line in grid:
        kept = []
        current: dict[int, _Slot] = {}
        for slot in line:
            start = above.get(slot.column)
            if slot.merge == "continue" and start is not None and start.columns == slot.columns:
                start.rows += 1
                start.blocks += slot.blocks
                current[slot.column] = start
                continue
            if slot.merge is not None:
                current[slot.column] = slot
            kept.append(slot)
        line[:] = kept
        above = current


def _covered(grid: list[list[_Slot]], row: int) -> set[int]:
    """Return the columns of a row that cells from above reach into."""
    covered: set[int] = set()
    for at, line in enumerate(grid[:row]):
        for slot in line:
            if at + slot.rows > row:
                covered.update(range(slot.column, slot.column + slot.columns))
    return covered


def _cells(line: list[_Slot], columns: int, covered: set[int]) -> tuple[Cell, ...]:
    """Return the cells of a row, with empty ones where the row has none."""
    starts = {slot.column: slot for slot in line}
    cells, column = [], 0
    while column < columns:
        slot = starts.get(column)
        if slot is not None:
            cells.append(Cell(slot.blocks, slot.columns, slot.rows))
        elif column not in covered:
            cells.append(Cell(()))
        column += 1 if slot is None else slot.columns
    return tuple(cells)


def _aligns(grid: list[list[_Slot]], columns: int) -> tuple[Align, ...]:
    """Return the alignment of each column: other than left when all its filled cells say the same."""
    found = []
    for column in range(columns):
        said = {s.align for line in grid for s in line if s.column == column and s.columns == 1 and s.blocks}
        found.append(_ALIGNS.get(said.pop(), Align.LEFT) if len(said) == 1 else Align.LEFT)
    return tuple(found) if any(align is not Align.LEFT for align in found) else ()


def _has_lines(table: Element, styles: Styles) -> bool:
    """Tell whether the table prints lines: by its own borders, its style's, or those of a cell."""

    def lines(borders: Element | None) -> bool | None:
        if borders is None or not len(borders):
            return None
        return any(side.get("w:val") not in (None, "nil", "none") for side in borders)

    if any(lines(borders) for borders in table.iter("w:tcBorders")):
        return True
    own = lines(child(table, "w:tblPr", "w:tblBorders"))
    if own is None:
        style = child_value(child(table, "w:tblPr"), "w:tblStyle") or styles.default("table")
        own = styles.first(style, lambda s: lines(child(s, "w:tblPr", "w:tblBorders")))
    return bool(own)
