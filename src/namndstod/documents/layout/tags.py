"""How blocks become structure where the tag alone doesn't say it: kinds of lists, cells, contents lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...domain.content import ListBlock, ListKind, Table
from ..tagging import Node
from ..trees import Spot

UNNUMBERED = "/O/List/ListNumbering/None"  # the labels are words of their own: «att», «Tid»
_BULLETS = {"•": "Disc", "◦": "Circle", "▪": "Square"}
_NUMBERS = (
    (re.compile(r"\d+[.)]?"), "Decimal"),
    (re.compile(r"[a-zåäö][.)]?"), "LowerAlpha"),
    (re.compile(r"[A-ZÅÄÖ][.)]?"), "UpperAlpha"),
)


def list_attributes(block: ListBlock) -> str:
    """Return how the items of a list are numbered, by the label of the first."""
    label = block.items[0].label.strip() if block.items else ""
    if block.kind is ListKind.BULLETS:
        return f"/O/List/ListNumbering/{_BULLETS.get(label, 'None')}"
    found = next((name for form, name in _NUMBERS if form.fullmatch(label)), "None")
    return f"/O/List/ListNumbering/{found}"


def table_cells(node: Node, table: Table, spots: Sequence[Spot], count: int) -> Mapping[int, Node]:
    """Add the rows of `table` to `node`; return the node of each spot by its identity.

    Every row is as wide as the table: cells that the tree leaves out are there, empty.
    """
    rows = [node.add("TR", kept=True) for _ in table.rows]
    free = [count] * len(rows)
    cells: dict[int, Node] = {}
    for spot in spots:
        cells[id(spot)] = rows[spot.row].add(*_cell(spot, table, count), kept=True)
        for row in range(spot.row, spot.row + spot.rows):
            free[row] -= spot.columns
    for made, lacking in zip(rows, free, strict=True):
        for _ in range(lacking):
            made.add("TD", kept=True)
    return cells


def _cell(spot: Spot, table: Table, count: int) -> tuple[str, str]:
    """Return tag and attributes. What heads a whole row across the table heads the columns below it."""
    of_columns = spot.row < table.head_rows or (spot.cell.head and spot.columns == count)
    of_row = spot.cell.head and spot.columns < count
    spans = f"/ColSpan {spot.columns}" if spot.columns > 1 else ""
    spans += f"/RowSpan {spot.rows}" if spot.rows > 1 else ""
    if of_columns or of_row:
        scope = "Both" if of_columns and of_row else "Column" if of_columns else "Row"
        return "TH", f"/O/Table/Scope/{scope}{spans}"
    return "TD", f"/O/Table{spans}" if spans else ""


class Nest:
    """A contents list as it is read: an entry stands in the list of the one it is below."""

    def __init__(self, node: Node) -> None:
        self._lists = [(-1, node.add("TOC"))]
        self._last: Node | None = None

    def entry(self, level: int) -> Node:
        """Return the reference of the next entry, of a level as headings have it."""
        while len(self._lists) > 1 and self._lists[-1][0] > level:
            self._lists.pop()
        if self._last is not None and level > self._lists[-1][0] >= 0:
            self._lists.append((level, self._last.add("TOC")))
        elif self._lists[-1][0] < 0:
            self._lists[-1] = (level, self._lists[-1][1])
        self._last = self._lists[-1][1].add("TOCI")
        return self._last.add("Reference")
