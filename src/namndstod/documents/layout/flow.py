"""Filling pages: a column of slabs is cut where it may be cut.

A slab is something of known height: a line, a picture, a row. Breaking is greedy, and happens before anything
is drawn, so that page numbers and totals are known when drawing starts: one pass, no second build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from ..tagging import Artifact
from .pen import Pen


class Tie(IntEnum):
    """How strongly a slab holds on to the next one."""

    NONE = 0
    KEPT = 1  # a group that wants to stay whole
    FIRM = 2  # a heading and its text, first and last lines of a paragraph


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that contents, bookmarks and links refer to."""

    anchor: str
    title: str = ""
    level: int = 0  # 0: no bookmark


class Slab:
    """Something of known height in a column. `gap` is the space above it, dropped at the top of a page."""

    __slots__ = ("gap", "height", "mark", "repeated", "tie")

    def __init__(self, height: float) -> None:
        self.height = height
        self.gap = 0.0
        self.tie = Tie.NONE
        self.mark: Mark | None = None
        self.repeated: Sequence[
            Slab
        ] = ()  # what is shown above it when it comes first on a page (table heads)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner of the column's line at (x, y), y downwards."""

    def split(self, room: float, fresh: float, force: bool) -> tuple[Slab, Slab] | None:
        """Cut into what fits in `room` and the rest, or None; `fresh` is the height of an empty page.

        `force` tells that the slab stands first on its page already, so that moving it on would not help.
        """
        return None

    def within(self) -> Iterator[tuple[float, Slab]]:
        """Yield slabs inside this one with their distance from its top."""
        return iter(())


class Repeated(Slab):
    """A slab shown again on a later page, for the eye only: who listens has heard it."""

    __slots__ = ("slab",)

    def __init__(self, slab: Slab) -> None:
        super().__init__(slab.height)
        self.slab = slab

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw at (x, y)."""
        with pen.aside(Artifact.REPEATED):
            self.slab.draw(pen, x, y)


class Placed(NamedTuple):
    """A slab and the distance from the top of the column to its own."""

    y: float
    slab: Slab


class Break(Slab):
    """What follows begins on a new page, of the given turn."""

    __slots__ = ("turned",)

    def __init__(self, turned: bool | None = None) -> None:
        super().__init__(0.0)
        self.turned = turned  # None: as before


@dataclass(frozen=True, slots=True)
class Page:
    """The slabs of one page; `turned` is landscape."""

    placed: tuple[Placed, ...]
    turned: bool = False


def stacked(slabs: Sequence[Slab]) -> tuple[list[Placed], float]:
    """Place `slabs` under each other; return them and the height."""
    y = 0.0
    placed: list[Placed] = []
    for slab in slabs:
        y += slab.gap if placed else 0.0
        placed.append(Placed(y, slab))
        y += slab.height
    return placed, y


def fill(slabs: list[Slab], start: int, room: float, fresh: float, force: bool) -> tuple[list[Placed], int]:
    """Place what fits in `room` from slab `start`; return it and the index of the first slab left over.

    A slab that is split is replaced in `slabs` by its rest. With `force` at least one slab is placed, and
    ties are broken rather than nothing placed; without, the result may be empty.
    """
    placed: list[Placed] = []
    y = 0.0
    for slab in slabs[start].repeated if start < len(slabs) else ():
        placed.append(Placed(y, Repeated(slab)))
        y += slab.height
    first = len(placed)
    limit = room + 0.01
    at = start
    while at < len(slabs):
        slab = slabs[at]
        if type(slab) is Break:
            return placed, at
        top = y + slab.gap if at > start else y
        if top + slab.height <= limit:
            placed.append(Placed(top, slab))
            y = top + slab.height
            at += 1
            continue
        parts = slab.split(room - top, fresh, force and at == start)
        if parts:
            placed.append(Placed(top, parts[0]))
            slabs[at] = parts[1]
            return placed, at
        end = _best_end(slabs, start, at, force)
        if end == start and force:
            placed.append(
                Placed(top, slab)
            )  # taller than any page and indivisible: a picture's frame at most
            end = start + 1
        return placed[: first + end - start] if end > start else [], end
    return placed, at


def _best_end(slabs: list[Slab], start: int, overflow: int, force: bool) -> int:
    for tie in (Tie.NONE, Tie.KEPT, Tie.FIRM) if force else (Tie.NONE, Tie.KEPT):
        for end in range(overflow, start, -1):
            if slabs[end - 1].tie <= tie:
                return end
    return start


def paginate(slabs: Sequence[Slab], depth: Callable[[int, bool], float]) -> list[Page]:
    """Fill pages; `depth(index, turned)` is the height of the text area of a page."""
    queue = list(slabs)
    pages: list[Page] = []
    at, turned = 0, False
    while at < len(queue):
        slab = queue[at]
        if isinstance(slab, Break):
            turned = turned if slab.turned is None else slab.turned
            at += 1
            continue
        fresh = depth(len(pages), turned)
        placed, at = fill(queue, at, fresh, max(fresh, depth(1, turned)), force=True)
        pages.append(Page(tuple(placed), turned))
    return pages or [Page(())]


def marks(pages: Sequence[Page]) -> Iterator[tuple[int, float, Mark]]:
    """Yield (page index, distance from the top of the text area, mark) in reading order."""
    for number, page in enumerate(pages):
        for placed in page.placed:
            for y, slab in _deep(placed.y, placed.slab):
                if slab.mark:
                    yield number, y, slab.mark


def _deep(y: float, slab: Slab) -> Iterator[tuple[float, Slab]]:
    yield y, slab
    for inner_y, inner in slab.within():
        yield from _deep(y + inner_y, inner)
