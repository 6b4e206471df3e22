"""Helpers: the text of content trees, flattened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from namndstod.domain.content import (
    Block,
    Cell,
    Fields,
    Figure,
    Group,
    Heading,
    ListBlock,
    Paper,
    Paragraph,
    Table,
)


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the text of each paragraph, heading and label, in reading order; labels before their text."""
    for block in blocks:
        match block:
            case Heading():
                yield f"{block.label} {block.text}".strip()
            case Paragraph():
                yield "".join(run.text for run in block.runs)
            case ListBlock():
                for item in block.items:
                    first, *rest = [*lines(item.blocks)] or [""]
                    yield f"{item.label} {first}"
                    yield from rest
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from lines(cell.blocks)
            case Group():
                yield from lines(block.blocks)
            case Fields():
                for label, value in block.pairs:
                    yield f"{label}: {' '.join(lines(value))}"
            case Figure():
                yield f"<{block.alternative}>"
            case _:
                pass


def text(paper: Paper) -> str:
    """Return all text of a paper, white space made single."""
    return " ".join(" ".join(lines(paper.blocks)).split())


def grid(table: Table) -> list[list[str]]:
    """Return the text of each cell."""
    return [[cell_text(cell) for cell in row] for row in table.rows]


def cell_text(cell: Cell) -> str:
    """Return the text of a cell."""
    return "\n".join(lines(cell.blocks))


def tables(paper: Paper) -> list[Table]:
    """Return the tables at the outermost level."""
    return [block for block in paper.blocks if isinstance(block, Table)]
