"""The slabs that papers are made of: lines, rows of columns, frames, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..tagging import Node
from ..tagging.content import Tag
from .flow import Placed, Slab, fill, stacked
from .pen import Pen
from .styles import RULE, STRONG_RULE, Colour, Style
from .text import Line, spaced
from .text import line as line_of

_LEAST = 8.0  # points: in less than this nothing is begun at the foot of a page


class TextLine(Slab):
    """A line of text, with the label that stands before it in a list."""

    __slots__ = ("indent", "label", "label_indent", "label_node", "label_style", "line", "node", "style")

    def __init__(self, line: Line, style: Style, indent: float, node: Node) -> None:
        super().__init__(style.leading)
        self.node = node
        self.line = line
        self.style = style
        self.indent = indent
        self.label: Line | None = None
        self.label_node = node
        self.label_indent = 0.0
        self.label_style = style

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw at (x, y)."""
        style = self.style
        if self.label is not None:
            under = self.label_style
            at = x + self.label_indent
            pen.text(self.label_node, at, y + style.drop, self.label, under.size, under.colour)
        pen.text(self.node, x + self.indent, y + style.drop, self.line, style.size, style.colour)


class Space(Slab):
    """Empty space of a height."""

    __slots__ = ()


class SignLine(Slab):
    """Room to sign in and the line to sign on."""

    __slots__ = ("width",)

    def __init__(self, width: float, height: float) -> None:
        super().__init__(height)
        self.width = width

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw at (x, y)."""
        pen.rule(x, y + self.height - 3, x + self.width, STRONG_RULE, 0.6)


class Picture(Slab):
    """A picture of known size."""

    __slots__ = ("data", "indent", "tag", "width")

    def __init__(self, data: bytes, width: float, height: float, indent: float, tag: Tag) -> None:
        super().__init__(height)
        self.tag = tag
        self.data = data
        self.width = width
        self.indent = indent

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw at (x, y)."""
        pen.picture(self.tag, self.data, x + self.indent, y, self.width, self.height)


class ContentsLine(Slab):
    """A line of an entry in the contents list; the last one has dots and the page's number."""

    __slots__ = ("anchor", "indent", "label", "label_indent", "line", "node", "number", "style", "width")

    def __init__(
        self, line: Line, style: Style, anchor: str, indent: float, width: float, node: Node
    ) -> None:
        super().__init__(style.leading)
        self.node = node
        self.line = line
        self.style = style
        self.anchor = anchor
        self.indent = indent
        self.width = width
        self.label: Line | None = None
        self.label_indent = indent
        self.number: str | None = None  # empty: known when pages are, taken from the pen; None: not the last

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw at (x, y)."""
        style, base = self.style, y + self.style.drop
        target = "#" + self.anchor
        tag = pen.linked(self.node, target)
        if self.label is not None:
            pen.text(tag, x + self.label_indent, base, spaced(self.label), style.size, style.colour)
        pen.text(tag, x + self.indent, base, spaced(self.line), style.size, style.colour)
        if self.number is not None:
            number = line_of(self.number or pen.page_number(self.anchor), style)
            edge = x + self.width - number.width
            pen.leader(x + self.indent + self.line.width + 6, base, edge - 5, RULE)
            pen.text(tag, edge, base, number, style.size, style.colour)
        pen.link(tag, x + self.label_indent, y, self.width - self.label_indent, self.height, target)


@dataclass(slots=True)
class Column:
    """What stands in one column of a row: slabs, their distance from the row's left edge and its top."""

    x: float
    placed: Sequence[Placed]
    y: float = 0.0

    @property
    def height(self) -> float:
        """How far down it reaches."""
        last = self.placed[-1] if self.placed else None
        return self.y + last.y + last.slab.height if last else self.y


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line across a row, at `y` from its top or, when `below`, from its bottom edge."""

    x: float
    end: float
    y: float
    colour: Colour = RULE
    width: float = 0.5
    below: bool = False


class Row(Slab):
    """Columns beside each other. A row taller than `whole` of a page may be cut across all of them."""

    __slots__ = ("columns", "pad", "rulings", "whole")

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        height: float | None = None,
        pad: tuple[float, float] = (0.0, 0.0),
        rulings: tuple[Ruling, ...] = (),
        whole: float = 0.0,
    ) -> None:
        inner = max((column.height for column in columns), default=0.0)
        super().__init__(pad[0] + pad[1] + (inner if height is None else height))
        self.columns = columns
        self.pad = pad
        self.rulings = rulings
        self.whole = whole

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw at (x, y)."""
        for column in self.columns:
            for placed in column.placed:
                placed.slab.draw(pen, x + column.x, y + self.pad[0] + column.y + placed.y)
        for ruling in self.rulings:
            at = y + self.height - ruling.y if ruling.below else y + ruling.y
            pen.rule(x + ruling.x, at, x + ruling.end, ruling.colour, ruling.width)

    def within(self) -> Iterator[tuple[float, Slab]]:
        """Yield what stands inside."""
        for column in self.columns:
            for placed in column.placed:
                yield self.pad[0] + column.y + placed.y, placed.slab

    def split(self, room: float, fresh: float, force: bool) -> tuple[Slab, Slab] | None:
        """Cut so that the first part fits in `room`."""
        joined = any(column.y for column in self.columns)  # several rows of a table that belong together
        inner = room - sum(self.pad)
        if inner < _LEAST or (not force and (joined or self.height <= self.whole * fresh)):
            return None
        upper: list[Column] = []
        lower: list[Column] = []
        over = 0.0  # how much taller the rest gets because lines are not cut
        for column in self.columns:
            slabs = [placed.slab for placed in column.placed]
            placed, at = fill(slabs, 0, inner - column.y, fresh, force=False)
            if slabs and not placed and column.y <= 0.0:
                if not force:
                    return None  # the first lines of a column don't fit: the row begins on the next page
                placed, at = fill(slabs, 0, inner, fresh, force=True)
                if placed[-1].y + placed[-1].slab.height > inner + 0.01:
                    return None
            rest = Column(column.x, stacked(slabs[at:])[0], 0.0 if placed else max(0.0, column.y - inner))
            if placed:
                upper.append(Column(column.x, placed, column.y))
            if rest.placed:
                lower.append(rest)
                over = max(over, rest.height - max(column.height - inner, 0.0))
        if not upper or not lower:
            return None
        for column in lower:
            column.y += over if column.y else 0.0
        return self._piece(upper, first=True), self._piece(lower, first=False)

    def _piece(self, columns: Sequence[Column], *, first: bool) -> Row:
        rulings = tuple(r for r in self.rulings if (r.y == 0.0 if r.below else first))
        piece = Row(columns, pad=self.pad, rulings=rulings, whole=self.whole)
        if first:
            piece.gap, piece.repeated, piece.mark = self.gap, self.repeated, self.mark
        else:
            piece.tie, piece.repeated = self.tie, self.repeated
        return piece


class Framed(Slab):
    """Slabs in a frame; a frame cut by a page's end is closed there and opened anew."""

    __slots__ = ("padding", "placed", "width")

    def __init__(self, placed: Sequence[Placed], width: float, padding: float) -> None:
        last = placed[-1] if placed else None
        super().__init__((last.y + last.slab.height if last else 0.0) + 2 * padding)
        self.placed = placed
        self.width = width
        self.padding = padding

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw at (x, y)."""
        pen.frame(x, y, self.width, self.height)
        for placed in self.placed:
            placed.slab.draw(pen, x + self.padding, y + self.padding + placed.y)

    def within(self) -> Iterator[tuple[float, Slab]]:
        """Yield what stands inside."""
        return ((self.padding + placed.y, placed.slab) for placed in self.placed)

    def split(self, room: float, fresh: float, force: bool) -> tuple[Slab, Slab] | None:
        """Cut so that the first part fits in `room`."""
        slabs = [placed.slab for placed in self.placed]
        inner = room - 2 * self.padding
        if inner < _LEAST:
            return None
        placed, at = fill(slabs, 0, inner, fresh, force)
        if not placed or at >= len(slabs) or placed[-1].y + placed[-1].slab.height > inner + 0.01:
            return None
        first = Framed(placed, self.width, self.padding)
        rest = Framed(stacked(slabs[at:])[0], self.width, self.padding)
        first.gap, rest.tie = self.gap, self.tie
        return first, rest
