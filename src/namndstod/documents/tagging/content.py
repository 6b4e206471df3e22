"""Marked content: which stretch of a page's drawing belongs to which node."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .tree import Artifact, Node

Tag = Node | Artifact


class Untagged(Exception):
    """Something was about to be drawn that is neither part of the structure nor an artifact."""


class Stretch(NamedTuple):
    """A stretch of marked content: page index in the file, and its number (MCID) on that page."""

    page: int
    number: int


class Annotated(NamedTuple):
    """A link's rectangle: page index in the file, and the number of the annotation's PDF object."""

    page: int
    number: int


class LinkNode(Node):
    """The element of a link, made when it is drawn: where it leads, and its words."""

    __slots__ = ("target", "words")

    def __init__(self, target: str) -> None:
        super().__init__("Link")
        self.target = target
        self.words: list[str] = []

    def description(self) -> str:
        """Return what the link is called (its Contents): its words, and the address where they aren't it."""
        words = " ".join("".join(self.words).split())
        if self.target.startswith("#"):
            return words or self.target[1:]
        return words if words == self.target else f"{words} ({self.target})".strip()


Piece = Stretch | Annotated | LinkNode


class Marks:
    """Keeps what is drawn apart, page by page; a stretch stays open until something else comes.

    Lines of one paragraph become one stretch. The code that is returned goes into the page where it is due.
    """

    def __init__(self) -> None:
        # By StructParents or StructParent: of a page the node of each stretch by its number, or of an
        # annotation its node.
        self.parents: list[list[Node] | Node] = []
        self._content: dict[Node, list[Piece]] = {}
        self._here: list[Node] = []
        self._page = -1
        self.current: Tag | None = None  # what is drawn now belongs to this; None: nothing may be drawn

    def begin_page(self) -> int:
        """Start a page; return its StructParents."""
        self._here = []
        self._page += 1
        self.current = None
        self.parents.append(self._here)
        return len(self.parents) - 1

    def enter(self, tag: Tag) -> str:
        """Return the operators after which drawing belongs to `tag`; empty when it does so already."""
        if tag is self.current:
            return ""
        close = "EMC " if self.current is not None else ""
        self.current = tag
        if isinstance(tag, Artifact):
            return close + tag.value
        number = len(self._here)
        self._here.append(tag)
        self._within(tag).append(Stretch(self._page, number))
        return f"{close}/{tag.tag} <</MCID {number}>> BDC"

    def leave(self) -> str:
        """Return the operators that end the open stretch."""
        close = "EMC" if self.current is not None else ""
        self.current = None
        return close

    # ---- links

    def link(self, node: Node, target: str) -> LinkNode:
        """Return the link in `node` to `target`: the one drawn last there when it goes on, else a new one."""
        content = self._within(node)
        last = content[-1] if content else None
        if isinstance(last, LinkNode) and last.target == target:
            return last
        made = LinkNode(target)
        content.append(made)
        return made

    def annotate(self, link: LinkNode, number: int) -> int:
        """Let the annotation with the object `number` belong to `link`; return its StructParent."""
        self._within(link).append(Annotated(self._page, number))
        self.parents.append(link)
        return len(self.parents) - 1

    def of(self, node: Node) -> Sequence[Piece]:
        """Return what was drawn of `node`, in order."""
        return self._content.get(node, ())

    def _within(self, node: Node) -> list[Piece]:
        found = self._content.get(node)
        if found is None:
            found = self._content[node] = []
        return found
