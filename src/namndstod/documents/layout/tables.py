"""Tables: widths by content, spans, heads that come again on each page, rows that may be cut."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from ...domain.content import Align, Block, Fields, Figure, Group, Heading, ListBlock, Paragraph, Table
from ..tagging import Node
from ..trees import Spot, grid
from .flow import Slab, Tie, stacked
from .slabs import Column, Row, Ruling, TextLine
from .styles import IN_CELL, SMALLEST_CELL, STRONG_RULE, TURNED, Look
from .tags import table_cells
from .text import clean, widest_word

ColumnSetter = Callable[..., list[Slab]]
_Extents = tuple[list[float], list[float]]

_PAD_X = 5.0  # on both sides of a column, but not at the table's own edges
_TIGHT_X = 3.0  # where the columns are many: rather than smaller text, or a sheet that is turned
_PAD_Y = 3.5
_TURN_BELOW = 0.86  # a table that would have to be set this much smaller rather turns the sheet
_WHOLE_ROW = 0.38  # of a page: rows lower than this are not cut
_WHOLE_GROUP = 0.55  # of a page: rows joined by a spanning cell stay together up to this height
_LONGEST_WORD = 19.0  # of the size: a longer one is a code or an address, and may be parted
_FIGURE = 60.0  # width a picture in a cell wants at least


def column_widths(table: Table, measure: float) -> tuple[list[float], float]:
    """Return the widths in points that the columns of a table `measure` wide get, and how much smaller than
    usual its text has to be (1 = not at all) for its words to fit.
    """
    setter = Setter(lambda *_, **__: [], table, IN_CELL)
    scale = setter.shrinking(measure)
    return setter.widths(measure), scale


class Setter:
    """Sets one table."""

    def __init__(self, column: ColumnSetter, table: Table, look: Look) -> None:
        self._column = column
        self._table = table
        self._look = look
        self._spots, self._count = grid(table)
        self._begun, self._crossed = _by_row(self._spots, len(table.rows))
        self._pad_y = _PAD_Y if table.rules else 1.0
        self._extents: dict[float, _Extents] = {}
        self._least: list[float] = []
        self._wanted: list[float] = []
        self._set_apart(_PAD_X)
        self._nodes: Mapping[int, Node] = {}

    def wants_turning(self, measure: float) -> bool:
        """Return whether the table is so wide that a landscape sheet serves it better."""
        fits = self.shrinking(measure)
        return fits < _TURN_BELOW and self.shrinking(TURNED.measure) > fits

    def rows(self, node: Node, measure: float, indent: float, depth: float) -> list[Slab]:
        """Set the rows of the table `node` into slabs `measure` wide, `indent` from the left edge."""
        if not self._count:
            return []
        self._nodes = table_cells(node, self._table, self._spots, self._count)
        scale = self.shrinking(measure)
        if scale < 1.0:
            scale = max(scale, SMALLEST_CELL / self._look.body.size)
            self._look = self._look.smaller(scale)
            self._pad_x *= scale
            self._least = [w * scale for w in self._least]
            self._wanted = [w * scale for w in self._wanted]
        edges = [indent]
        for width in self.widths(measure):
            edges.append(edges[-1] + width)
        head_rows = min(self._table.head_rows, len(self._table.rows))
        slabs: list[Slab] = []
        heads: list[Slab] = []
        for first, end in self._groups(head_rows):
            made = self._group(first, end, edges, depth)
            if end <= head_rows:
                heads += made
            slabs += made
        self._finish(slabs, heads, edges, depth)
        return slabs

    # ---- widths

    def shrinking(self, measure: float) -> float:
        """Return how much smaller the text has to be for every word to fit; 1 = not at all.

        Where it would be smaller the columns are set closer first.
        """
        self._set_apart(_PAD_X)
        if sum(self._least) > measure:
            self._set_apart(_TIGHT_X)
        needed = sum(self._least)
        return min(1.0, measure / needed) if needed else 1.0

    def _set_apart(self, padding: float) -> None:
        """Have so much room on both sides of a column."""
        self._pad_x = padding * self._look.scale / 0.82
        if padding not in self._extents:
            self._extents[padding] = self._measured()
        self._least, self._wanted = self._extents[padding]

    def _measured(self) -> _Extents:
        """Return for each column the least width and the one wanted, with padding."""
        least, wanted = [0.0] * self._count, [0.0] * self._count
        for spot in sorted(self._spots, key=lambda s: s.columns):
            look = self._look.strong() if self._is_head(spot) else self._look
            low, high = _extent(spot.cell.blocks, look)
            span = range(spot.column, spot.column + spot.columns)
            pads = self._padding(spot)
            for widths, need in ((least, low + sum(pads)), (wanted, high + sum(pads))):
                lacking = need - sum(widths[c] for c in span)
                if lacking > 0:
                    for c in span:
                        widths[c] += lacking / spot.columns
        return least, [max(pair) for pair in zip(least, wanted, strict=True)]

    def widths(self, measure: float) -> list[float]:
        """Return the widths of the columns of a table `measure` wide."""
        given = list(self._table.widths[: self._count])
        if given and sum(given) > 0:
            given += [sum(given) / len(given)] * (self._count - len(given))
            return _at_least([measure * w / sum(given) for w in given], self._least)
        least, wanted = sum(self._least), sum(self._wanted)
        if wanted <= measure:
            spare = measure - wanted
            return [w + spare * (w / wanted if wanted else 1 / self._count) for w in self._wanted]
        if least >= measure:
            return [w * measure / least for w in self._least]
        share = (measure - least) / (wanted - least)
        return [low + (high - low) * share for low, high in zip(self._least, self._wanted, strict=True)]

    def _padding(self, spot: Spot) -> tuple[float, float]:
        left = self._pad_x if spot.column else 0.0
        right = self._pad_x if spot.column + spot.columns < self._count else 0.0
        return left, right

    # ---- rows

    def _is_head(self, spot: Spot) -> bool:
        return spot.cell.head or spot.row < self._table.head_rows

    def _groups(self, head_rows: int) -> list[tuple[int, int]]:
        """Return the stretches of rows that spanning cells join."""
        groups, first, end = [], 0, 0
        for row in range(len(self._table.rows)):
            reach = max((s.row + s.rows for s in self._begun[row]), default=row + 1)
            end = max(end, min(reach, head_rows) if row < head_rows else reach)
            if row + 1 >= end:
                groups.append((first, row + 1))
                first = end = row + 1
        return groups

    def _group(self, first: int, end: int, edges: Sequence[float], depth: float) -> list[Slab]:
        spots = [spot for row in self._begun[first:end] for spot in row]
        contents = {id(spot): self._contents(spot, edges, depth) for spot in spots}
        heights = [0.0] * (end - first)
        for spot in sorted(spots, key=lambda s: s.rows):
            last = min(spot.row + spot.rows, end) - first
            lacking = contents[id(spot)].height + 2 * self._pad_y - sum(heights[spot.row - first : last])
            if lacking > 0:
                heights[last - 1] += lacking
        whole = self._table.head_rows > first or end - first > 1
        if end - first == 1 or sum(heights) < _WHOLE_GROUP * depth:
            return [self._joined(first, end, spots, contents, heights, edges, whole)]
        # Too tall to stay together: each row for itself, the spanning cell's text in its first.
        made: list[Slab] = []
        for row in range(first, end):
            mine = self._begun[row]
            height = max((contents[id(s)].height for s in mine), default=0.0) + 2 * self._pad_y
            made.append(self._joined(row, row + 1, mine, contents, [height], edges, False))
        return made

    def _joined(
        self,
        first: int,
        end: int,
        spots: list[Spot],
        contents: dict[int, Column],
        heights: list[float],
        edges: Sequence[float],
        whole: bool,
    ) -> Row:
        tops = list(accumulate(heights, initial=0.0))
        low_head = end <= self._table.head_rows and tops[-1] < 120
        for spot in spots:
            column = contents[id(spot)]
            column.y = tops[spot.row - first]
            if low_head:  # heads of columns stand on the line below them
                bottom = tops[min(spot.row + spot.rows, end) - first]
                column.y = bottom - 2 * self._pad_y - column.height + column.y
        rulings: list[Ruling] = []
        if self._table.rules:
            for row in range(first, end):
                at = tops[-1] - tops[row - first + 1]
                rulings += [Ruling(a, b, at, below=True) for a, b in self._segments(row, edges)]
        return Row(
            [contents[id(spot)] for spot in spots],
            height=tops[-1] - 2 * self._pad_y,
            pad=(self._pad_y, self._pad_y),
            rulings=tuple(rulings),
            whole=1.0 if whole else _WHOLE_ROW,
        )

    def _contents(self, spot: Spot, edges: Sequence[float], depth: float) -> Column:
        left, right = self._padding(spot)
        x = edges[spot.column] + left
        width = max(edges[spot.column + spot.columns] - right - x, 4.0)
        look = self._look.strong() if self._is_head(spot) else self._look
        slabs = self._column(
            spot.cell.blocks, self._nodes[id(spot)], width, look, depth=depth - 2 * self._pad_y
        )
        align = self._table.aligns[spot.column] if spot.column < len(self._table.aligns) else Align.LEFT
        if align is not Align.LEFT:
            part = 1.0 if align is Align.RIGHT else 0.5
            for slab in slabs:
                if isinstance(slab, TextLine) and slab.label is None:
                    slab.indent += max(0.0, (width - slab.indent - slab.line.width) * part)
        return Column(x, stacked(slabs)[0])

    def _segments(self, row: int, edges: Sequence[float]) -> list[tuple[float, float]]:
        """Return the stretches of the line below `row` that no spanning cell interrupts."""
        open_columns = [True] * self._count
        for spot in self._crossed[row]:
            open_columns[spot.column : spot.column + spot.columns] = [False] * spot.columns
        found: list[tuple[float, float]] = []
        for column, is_open in enumerate(open_columns):
            if is_open and found and found[-1][1] == edges[column]:
                found[-1] = (found[-1][0], edges[column + 1])
            elif is_open:
                found.append((edges[column], edges[column + 1]))
        return found

    def _finish(self, slabs: list[Slab], heads: list[Slab], edges: Sequence[float], depth: float) -> None:
        """Draw the strong lines, and let the head be repeated."""
        if self._table.rules and slabs:
            for slab, below in ((slabs[0], False), (slabs[-1], True), *((head, True) for head in heads[-1:])):
                assert isinstance(slab, Row)
                slab.rulings += (Ruling(edges[0], edges[-1], 0.0, STRONG_RULE, 0.7, below),)
        repeated = heads if stacked(heads)[1] < 0.4 * depth else []
        for slab in heads:
            slab.tie = Tie.FIRM
        body = slabs[len(heads) :]
        for slab in body:
            slab.repeated = repeated
        for slab in (*body[:1], *body[-2:-1]):  # no row alone; often the last one is a sum
            slab.tie = Tie.FIRM


def _by_row(spots: Sequence[Spot], rows: int) -> tuple[list[list[Spot]], list[list[Spot]]]:
    """Return for each row the cells that begin in it, and those that go on below it."""
    begun: list[list[Spot]] = [[] for _ in range(rows)]
    crossed: list[list[Spot]] = [[] for _ in range(rows)]
    for spot in spots:
        begun[spot.row].append(spot)
        for row in range(spot.row, spot.row + spot.rows - 1):
            crossed[row].append(spot)
    return begun, crossed


def _at_least(widths: list[float], least: list[float]) -> list[float]:
    """Widen columns to their least width at the cost of the others, as far as there is room."""
    lacking = sum(max(0.0, low - width) for width, low in zip(widths, least, strict=True))
    spare = sum(max(0.0, width - low) for width, low in zip(widths, least, strict=True))
    if not lacking or not spare:
        return widths
    share = min(1.0, lacking / spare)
    gain = min(1.0, spare / lacking)
    return [
        width - (width - low) * share if width > low else width + (low - width) * gain
        for width, low in zip(widths, least, strict=True)
    ]


def _extent(blocks: Sequence[Block], look: Look) -> tuple[float, float]:
    """Return (width of the widest word, width without line breaks) of what stands in a cell."""
    low = high = 0.0
    for block in blocks:
        match block:
            case Paragraph(runs=runs):
                a = min(widest_word(runs, look.body), _LONGEST_WORD * look.body.size)
                b = _natural("".join(run.text for run in runs), look)
            case Heading(text=text, label=label):
                a, b = 0.0, _natural(f"{label} {text}", look) * 1.15
            case ListBlock(items=items):
                inner = [_extent(item.blocks, look) for item in items]
                hang = max((_natural(item.label, look) for item in items), default=0.0) + 8.0
                a = max((i[0] for i in inner), default=0.0) + hang
                b = max((i[1] for i in inner), default=0.0) + hang
            case Group(blocks=within):
                a, b = _extent(within, look)
            case Fields(pairs=pairs):
                inner = [_extent(value, look) for _, value in pairs]
                hang = max((_natural(label, look) for label, _ in pairs), default=0.0) + 14.0
                a = max((i[0] for i in inner), default=0.0) * 1.6
                b = max((i[1] for i in inner), default=0.0) + hang
            case Figure(width=width):
                a, b = _FIGURE, width or 2 * _FIGURE
            case Table(rows=rows):
                sums = [[_extent(cell.blocks, look) for cell in row] for row in rows]
                a = max((sum(c[0] + 2 * _PAD_X for c in row) for row in sums), default=0.0)
                b = max((sum(c[1] + 2 * _PAD_X for c in row) for row in sums), default=0.0)
            case _:
                a, b = _FIGURE, 2 * _FIGURE
        low, high = max(low, a), max(high, b)
    return low, high


def _natural(text: str, look: Look) -> float:
    advance = look.body.face().advance
    return max(
        (sum(advance[word + " "] for word in one.split(" ")) for one in clean(text).split("\n")), default=0.0
    ) * (look.body.size / 1000)
