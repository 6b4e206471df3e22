"""Ways through a packet: links between its parts, bookmarks, and what its pages are called in a reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from .cleaning import listed
from .layout import Bookmark, Laid, Pending
from .layout.pen import PENDING
from .merging import Structure

Marked = tuple[str, int, int, Laid | None]  # title, level, index of the first page, the paper if it is ours


def destination(sheets: Sequence[pikepdf.Object], index: int, y: float | None) -> Array:
    """Return a place: a page as a whole, or a height on it."""
    if y is None:
        return Array([sheets[index], Name.Fit])
    return Array([sheets[index], Name.XYZ, None, round(y + 12, 1), None])


def tie(
    structure: Structure,
    own: Sequence[pikepdf.Object],
    pending: Sequence[Pending],
    targets: Mapping[str, Array],
) -> None:
    """Give links out of their papers their targets; those to nowhere are taken away."""
    for page in {link.page for link in pending}:
        kept = []
        for annotation in own[page].get("/Annots", ()):
            name = str(annotation.get("/NM", ""))
            if name.startswith(PENDING):
                target = targets.get(name.removeprefix(PENDING))
                if target is None:
                    _forget(structure.element_of(annotation), annotation)
                    continue
                annotation.Dest = target
                del annotation["/NM"]
            kept.append(annotation)
        own[page].Annots = Array(kept)


def _forget(element: pikepdf.Object | None, annotation: pikepdf.Object) -> None:
    """Take an annotation out of its element: a link to nowhere is plain text."""
    if element is None:
        return

    def shows(kid: object) -> bool:
        shown = kid.get("/Obj") if isinstance(kid, Dictionary) else None
        return isinstance(shown, Dictionary) and shown.objgen == annotation.objgen

    element.K = Array([kid for kid in listed(element.get("/K")) if not shows(kid)])
    element.S = Name.Span


def page_labels(printed: Sequence[str]) -> Dictionary:
    """Return the labels of pages (/PageLabels): the first word of what is printed on each."""
    nums: list[object] = []
    expected = ""
    for index, text in enumerate(printed):
        label = text.partition(" ")[0]
        plain = label.isdecimal() and label.isascii() and label == str(int(label)) and label != "0"
        if plain and label != expected:
            nums += [index, Dictionary(S=Name.D, St=int(label))]
        elif not plain:
            nums += [index, Dictionary(P=String(label))]
        expected = str(int(label) + 1) if plain else ""
    return Dictionary(Nums=Array(nums))


def add_bookmarks(pdf: pikepdf.Pdf, sheets: Sequence[pikepdf.Object], parts: Sequence[Marked]) -> None:
    """Write the outline: the parts by level, and below an own paper its headings."""
    above: list[tuple[int, list[pikepdf.OutlineItem]]] = []
    with pdf.open_outline() as outline:
        outline.root.clear()
        for title, level, first, laid in parts:
            _hang(outline.root, above, level, title, destination(sheets, first, None))
            for mark in _headings(laid, title):
                spot = destination(sheets, first + mark.page, mark.y)
                _hang(outline.root, above, level + 1 + mark.level, mark.title, spot)


def _headings(laid: Laid | None, title: str) -> Sequence[Bookmark]:
    """Return the headings to hang below a part: not a single one that says the same again."""
    if laid is None or [mark.title for mark in laid.bookmarks] == [title]:
        return ()
    return laid.bookmarks


def _hang(
    root: list[pikepdf.OutlineItem],
    above: list[tuple[int, list[pikepdf.OutlineItem]]],
    level: int,
    title: str,
    target: Array,
) -> None:
    while above and above[-1][0] >= level:
        above.pop()
    item = pikepdf.OutlineItem(title, target)
    (above[-1][1] if above else root).append(item)
    above.append((level, item.children))
