"""The structure tree as PDF objects (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence

from .content import Annotated, LinkNode, Marks, Piece, Stretch
from .tree import Node

Objects = dict[int, bytes]
_PER_LEAF = 64  # entries in a leaf of the number tree


def text_string(text: str) -> str:
    """Return `text` as the code of a PDF text string."""
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


class StructureWriter:
    """Turns a tree and what was drawn of it into objects."""

    def __init__(self, marks: Marks, pages: Sequence[int], first: int) -> None:
        """`pages` are the numbers of the page objects, `first` is the first free number."""
        self._marks = marks
        self._pages = pages
        self._next = first
        self._numbers: dict[Node, int] = {}
        self.objects: Objects = {}

    def write(self, document: Node, root: int) -> Objects:
        """Return the objects of the tree below `document`; the StructTreeRoot gets the number `root`."""
        self._element(document, root)
        if document not in self._numbers:
            self._numbers[document] = self._taken()
            self.objects[self._numbers[document]] = f"<</Type/StructElem/S/Document/P {root} 0 R>>".encode()
        parents = self._parent_tree()
        self.objects[root] = (
            f"<</Type/StructTreeRoot/K {self._numbers[document]} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._marks.parents)}>>"
        ).encode()
        return self.objects

    def _taken(self) -> int:
        self._next += 1
        return self._next - 1

    def _element(self, node: Node, parent: int) -> int | None:
        """Write `node` and what is below it; return its number, or None when there is nothing in it."""
        number = self._taken()
        pieces = self._marks.of(node)
        page = next((piece.page for piece in pieces if type(piece) is Stretch), None)
        kids = [kid for piece in pieces if (kid := self._piece(piece, page, number))]
        for child in node.kids:
            written = self._element(child, number)
            if written is not None:
                kids.append(f"{written} 0 R")
        if not kids and not node.kept:
            return None
        self._numbers[node] = number
        code = f"<</Type/StructElem/S/{node.tag}/P {parent} 0 R"
        if page is not None:
            code += f"/Pg {self._pages[page]} 0 R"
        if node.attributes:
            code += f"/A<<{node.attributes}>>"
        if node.alternative:
            code += f"/Alt{text_string(node.alternative)}"
        if kids:
            code += f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        self.objects[number] = (code + ">>").encode("ascii")
        return number

    def _piece(self, piece: Piece, page: int | None, parent: int) -> str:
        if isinstance(piece, LinkNode):
            written = self._element(piece, parent)
            return f"{written} 0 R" if written is not None else ""
        if isinstance(piece, Annotated):
            return f"<</Type/OBJR/Obj {piece.number} 0 R/Pg {self._pages[piece.page]} 0 R>>"
        if piece.page == page:
            return str(piece.number)
        return f"<</Type/MCR/Pg {self._pages[piece.page]} 0 R/MCID {piece.number}>>"

    def _parent_tree(self) -> int:
        """Write the number tree that leads from a page's stretches and from annotations to their elements."""
        entries = []
        for parent in self._marks.parents:
            if isinstance(parent, Node):
                entries.append(f"{self._numbers[parent]} 0 R")
                continue
            number = self._taken()
            listed = " ".join(f"{self._numbers[node]} 0 R" for node in parent)
            self.objects[number] = f"[{listed}]".encode()
            entries.append(f"{number} 0 R")
        leaves = []
        for start in range(0, len(entries), _PER_LEAF):
            part = entries[start : start + _PER_LEAF]
            nums = " ".join(f"{start + i} {entry}" for i, entry in enumerate(part))
            leaf = self._taken()
            self.objects[leaf] = f"<</Limits[{start} {start + len(part) - 1}]/Nums[{nums}]>>".encode()
            leaves.append(f"{leaf} 0 R")
        number = self._taken()
        self.objects[number] = f"<</Kids[{' '.join(leaves)}]>>".encode()
        return number
