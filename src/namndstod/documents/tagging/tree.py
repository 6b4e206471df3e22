"""The logical tree of a paper: what its parts are, in the order they are read."""

from __future__ import annotations

from enum import Enum


class Node:
    """An element of the structure tree (ISO 32000-1, 14.8.4).

    `tag` is a standard structure type; `attributes` the code of its attribute dictionary without << >>
    («/O/Table/Scope/Row»); `alternative` what a picture shows. An element without anything in it is left out
    of the file, unless `kept`.
    """

    __slots__ = ("alternative", "attributes", "kept", "kids", "tag")

    def __init__(self, tag: str, attributes: str = "", alternative: str = "", kept: bool = False) -> None:
        self.tag = tag
        self.attributes = attributes
        self.alternative = alternative
        self.kept = kept
        self.kids: list[Node] = []

    def add(self, tag: str, attributes: str = "", alternative: str = "", kept: bool = False) -> Node:
        """Return a new element, read after those that are in this one already."""
        node = Node(tag, attributes, alternative, kept)
        self.kids.append(node)
        return node


class Artifact(Enum):
    """What is on a page but no part of what the paper says; the value is how its content is marked."""

    LAYOUT = "/Artifact <</Type /Layout>> BDC"  # rules, frames, leader dots
    HEAD = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
    FOOT = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
    WATERMARK = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC"
    REPEATED = "/Artifact <</Type /Pagination>> BDC"  # the head of a table, again on a later page


class Levels:
    """Heading levels without gaps, as PDF/UA-1 7.4.2 wants them: the first is H1, none goes down by two.

    A tree may leave levels out (an expression of size, or a § drawn alone): headings keep their order of
    rank, and what stands below another stays below it.
    """

    def __init__(self) -> None:
        self._above: list[int] = []

    def tag(self, level: int) -> str:
        """Return «H1» … «H6» for the next heading in reading order."""
        while self._above and self._above[-1] >= level:
            self._above.pop()
        self._above.append(level)
        return f"H{min(len(self._above), 6)}"
