"""Reading the structure tree of a drawn file back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from namndstod.documents.cleaning import leaves, listed


def kids(node: Any) -> list[Any]:
    """Return the elements below a node."""
    return [kid for kid in listed(node.get("/K")) if isinstance(kid, Dictionary) and "/S" in kid]


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield every element in reading order."""

    def below(node: Any) -> Iterator[Any]:
        for kid in kids(node):
            yield kid
            yield from below(kid)

    yield from below(pdf.Root.StructTreeRoot)


def outline(node: Any) -> Any:
    """Return the types of a node and of all below it: «P», or («L», [«LI», …])."""
    below = [outline(kid) for kid in kids(node)]
    return (str(node.S)[1:], below) if below else str(node.S)[1:]


def stretches(pdf: pikepdf.Pdf) -> Iterator[tuple[int, int, Any]]:
    """Yield page index, MCID and element of all marked content, in reading order."""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    for element in elements(pdf):
        for kid in listed(element.get("/K")):
            if isinstance(kid, int):
                yield pages[element.Pg.objgen], kid, element
            elif str(kid.get("/Type")) == "/MCR" and "/Stm" not in kid:
                yield pages[kid.Pg.objgen], kid.MCID, element


def require_sound(pdf: pikepdf.Pdf) -> None:
    """Fail unless the tree and its way back from pages and annotations agree, and parents know their kids."""
    parents = {int(str(key)): value for key, value in leaves(pdf.Root.StructTreeRoot.ParentTree, "/Nums")}
    for page, number, element in stretches(pdf):
        key: Any = pdf.pages[page].obj.StructParents
        back = parents[key]
        assert isinstance(back, Array)
        assert back[number].objgen == element.objgen
    for element in elements(pdf):
        for kid in kids(element):
            assert kid.P.objgen == element.objgen
        for kid in listed(element.get("/K")):
            if isinstance(kid, Dictionary) and str(kid.get("/Type")) == "/OBJR":
                owner: Any = kid.Obj.StructParent
                assert parents[owner].objgen == element.objgen
    keys = [page.obj.StructParents for page in pdf.pages if "/StructParents" in page.obj]
    assert len(keys) == len(set(keys))
    assert pdf.Root.StructTreeRoot.ParentTreeNextKey > max(parents)
