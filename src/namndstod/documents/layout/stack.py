"""A column in the making."""

from __future__ import annotations

from collections.abc import Sequence

from ..tagging import Node
from .flow import Break, Slab, Tie


class Stack:
    """Slabs under each other, all of one node's; of two spaces that meet, the larger holds.

    `direct` tells that they are the lines of a single paragraph, which needs no element of its own in a cell
    or an item of a list.
    """

    def __init__(self, node: Node, *, direct: bool = False) -> None:
        self.node = node
        self.direct = direct
        self.slabs: list[Slab] = []
        self._after = 0.0

    def add(self, slab: Slab, before: float = 0.0, after: float = 0.0) -> None:
        """Put `slab` below with at least `before` above it and `after` below."""
        slab.gap = max(self._after, before)
        self._after = after
        self.slabs.append(slab)

    def extend(self, slabs: Sequence[Slab], before: float = 0.0, after: float = 0.0) -> None:
        """Put a finished column below, with the spaces it has inside."""
        for i, slab in enumerate(slabs):
            if i == 0:
                slab.gap = max(self._after, before, slab.gap)
            self.slabs.append(slab)
        if slabs:
            self._after = after

    def tie(self, tie: Tie) -> None:
        """Make the last slab hold on to the next."""
        if self.slabs and not isinstance(self.slabs[-1], Break):
            self.slabs[-1].tie = max(self.slabs[-1].tie, tie)
