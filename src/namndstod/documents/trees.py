"""Reading content trees: what every way of printing them needs to know alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..domain.content import (
    Block,
    Cell,
    Fields,
    Group,
    Heading,
    ListBlock,
    Paragraph,
    ParagraphRole,
    SideBySide,
    Table,
)


def headings(blocks: Sequence[Block]) -> Iterator[Heading]:
    """Yield the headings of a tree in reading order."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Group(blocks=within):
                yield from headings(within)
            case ListBlock(items=items):
                for item in items:
                    yield from headings(item.blocks)
            case SideBySide(groups=groups):
                for group in groups:
                    yield from headings(group)
            case Fields(pairs=pairs):
                for _, value in pairs:
                    yield from headings(value)
            case Table(rows=rows):
                for row in rows:
                    for cell in row:
                        yield from headings(cell.blocks)
            case _:
                pass


def anchors(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the anchor of each heading that something may lead to, by the heading's identity.

    Headings of the contents list that have no anchor of their own get one.
    """
    found: dict[int, str] = {}
    for number, heading in enumerate(headings(blocks)):
        if heading.anchor or heading.in_contents:
            found.setdefault(id(heading), heading.anchor or f"rubrik:{number}")
    return found


def introduces(paragraph: Paragraph, following: Block | None) -> bool:
    """Whether a paragraph leads to the table or list below: «Nämnden beslutar», «Följande gäller:»."""
    if isinstance(following, ListBlock):
        ends = paragraph.runs[-1].text.rstrip().endswith(":") if paragraph.runs else False
        return ends or paragraph.role is ParagraphRole.DECIDER
    return isinstance(following, Table)


@dataclass(slots=True)
class Spot:
    """A cell and where in the grid of its table it stands."""

    cell: Cell
    row: int
    column: int
    rows: int
    columns: int


def grid(table: Table) -> tuple[list[Spot], int]:
    """Return every cell with its place, spans cut to what there is room for, and the number of columns."""
    spots: list[Spot] = []
    taken: set[tuple[int, int]] = set()
    total = len(table.rows)
    for row, cells in enumerate(table.rows):
        column = 0
        limit = table.head_rows if row < table.head_rows else total
        for cell in cells:
            while (row, column) in taken:
                column += 1
            rows = min(max(1, cell.rows), max(1, min(limit, total) - row))
            columns = 1
            while columns < cell.columns and (row, column + columns) not in taken:
                columns += 1
            spots.append(Spot(cell, row, column, rows, columns))
            taken.update((r, c) for r in range(row, row + rows) for c in range(column, column + columns))
            column += columns
    return spots, max((spot.column + spot.columns for spot in spots), default=0)
