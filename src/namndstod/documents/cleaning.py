"""Other people's PDF before it is taken over: nothing active left in it, nothing that leads astray.

Works on the opened source, before anything is copied, so that what is taken away never reaches the packet.
Keys of pages and kinds of annotations are let through by name; actions that leave the file, run something or
read another file are taken away wherever they hang.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

MOST_DEPTH = 2_000  # objects that hang one from the other: a copy of more than this ends the process
_MOST_NODES = 100  # above a page in the tree of pages
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_PAGE_KEYS = frozenset({
    "/Type", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox",
    "/BoxColorInfo", "/Contents", "/Rotate", "/Group", "/Annots", "/UserUnit",
})  # fmt: skip
_SHOWN = frozenset({
    "/Link", "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight",
    "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Stamp", "/Ink", "/Popup", "/Watermark",
    "/PrinterMark",
})  # fmt: skip
_DRAWN_KEYS = frozenset({
    "/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group", "/OC", "/Filter",
    "/DecodeParms", "/Length", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent",
    "/ImageMask", "/Mask", "/Decode", "/Interpolate", "/SMask", "/SMaskInData",
})  # fmt: skip
_ANNOTATION_KEYS = ("/AA", "/AF", "/ExData", "/FS", "/Metadata", "/Movie", "/PA", "/Sound", "/StructParent",
                    "/StructParents")  # fmt: skip
_NEVER = frozenset({
    "/GoTo3DView", "/GoToE", "/GoToDp", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch",
    "/Movie", "/Rendition", "/ResetForm", "/RichMediaExecute", "/SetOCGState", "/Sound", "/SubmitForm",
    "/Thread", "/Trans",
})  # fmt: skip
_TURNS = frozenset(("/NextPage", "/PrevPage", "/FirstPage", "/LastPage"))
_SAFE_SCHEMES = (b"http:", b"https:", b"mailto:")


class TooDeep(ValueError):
    """Objects hang one from the other beyond any reason; copying them would end the process."""


def clean(source: pikepdf.Pdf, pages: Sequence[pikepdf.Object]) -> frozenset[tuple[int, int]]:
    """Take what is active off `pages` of an opened file, and off all that hangs from them.

    What forms and signatures show becomes part of the pages. Named destinations become explicit ones. Links
    lead to `pages` or to the web, or are taken away. Returns what hangs from `pages` (number and generation).
    Raises TooDeep.
    """
    if "/AcroForm" in source.Root:
        _bake_forms(source)
    sound = {page.objgen for page in pages}
    sound |= {
        one.objgen for page in pages for one in listed(page.get("/Annots")) if isinstance(one, Dictionary)
    }
    names = _Destinations(source)
    placed: set[tuple[int, int]] = set()  # an annotation has one place
    for page in pages:
        for key in set(page.keys()) - _PAGE_KEYS:
            del page[key]
        annotations = page.get("/Annots")
        if annotations is None:
            continue
        kept = []
        for one in listed(annotations):
            if (
                isinstance(one, Dictionary)
                and not _among(one, placed)
                and _clean_annotation(one, names, sound)
            ):
                kept.append(one)
                placed.add(one.objgen)
        del page["/Annots"]
        if kept:
            page.Annots = Array(kept)
    return _sweep(pages)


def inherit(pages: Sequence[pikepdf.Object]) -> None:
    """Give pages what they have from the nodes above them, and loosen them from these."""
    for page in pages:
        missing = {key for key in _INHERITED if key not in page}
        node, steps = page.get("/Parent"), 0
        while missing and isinstance(node, Dictionary) and steps < _MOST_NODES:
            for key in [key for key in missing if key in node]:
                page[key] = node[key]
                missing.remove(key)
            node, steps = node.get("/Parent"), steps + 1
        if "/Parent" in page:
            del page["/Parent"]
        if not isinstance(page.get("/Resources"), Dictionary):
            page.Resources = Dictionary()


def _bake_forms(source: pikepdf.Pdf) -> None:
    """Draw fields as they look into the pages.

    A digital signature would be broken by the copy, and fields of two forms with the same name would share
    their values.
    """
    form = source.Root.AcroForm
    if isinstance(form, Dictionary) and bool(form.get("/NeedAppearances", False)):
        source.generate_appearance_streams()
    source.flatten_annotations("all")
    if "/AcroForm" in source.Root:  # nothing may be left that asks for a form
        del source.Root["/AcroForm"]


def _clean_annotation(annotation: pikepdf.Object, names: _Destinations, sound: set[tuple[int, int]]) -> bool:
    """Take what is active off an annotation; return whether something is left to keep."""
    kind = str(annotation.get("/Subtype"))
    if kind not in _SHOWN:
        return False
    for key in _ANNOTATION_KEYS:
        if key in annotation:
            del annotation[key]
    action = annotation.get("/A")
    if isinstance(action, Dictionary) and str(action.get("/S")) == "/GoTo":
        annotation.Dest = action.get("/D")
        del annotation["/A"]
    elif action is not None and not _harmless(action):
        del annotation["/A"]
    elif action is not None and "/Next" in action:
        del action["/Next"]
    for key in ("/IRT", "/Parent", "/Popup"):  # what belongs together lies on pages that are taken
        other = annotation.get(key)
        if other is not None and not (isinstance(other, Dictionary) and _among(other, sound)):
            del annotation[key]
    if "/Dest" in annotation:
        target = names.explicit(annotation.Dest)
        if target is None or not _among(target[0], sound):
            del annotation["/Dest"]
        else:
            annotation.Dest = target
    return kind != "/Link" or "/A" in annotation or "/Dest" in annotation


def _among(one: pikepdf.Object, places: set[tuple[int, int]]) -> bool:
    return one.is_indirect and one.objgen in places


def _harmless(action: pikepdf.Object) -> bool:
    if not isinstance(action, Dictionary):
        return False
    kind = str(action.get("/S"))
    if kind == "/Named":
        return str(action.get("/N")) in _TURNS
    uri = action.get("/URI")
    return (
        kind == "/URI"
        and isinstance(uri, pikepdf.String)
        and bytes(uri).strip().lower().startswith(_SAFE_SCHEMES)
    )


class _Destinations:
    """Named destinations of a file, read when the first is asked for."""

    def __init__(self, source: pikepdf.Pdf) -> None:
        self._source = source
        self._known: Mapping[str, pikepdf.Object] | None = None

    def explicit(self, target: object) -> Array | None:
        """Return a destination as an array that begins with its page; None when it leads nowhere here."""
        if isinstance(target, pikepdf.String | Name):
            if self._known is None:
                self._known = dict(self._all())
            target = self._known.get(str(target))
        if isinstance(target, Dictionary):
            target = target.get("/D")
        if not isinstance(target, Array) or not len(target):
            return None
        page = target[0]
        return target if isinstance(page, Dictionary) and page.is_indirect else None

    def _all(self) -> Iterator[tuple[str, pikepdf.Object]]:
        old = self._source.Root.get("/Dests")
        if isinstance(old, Dictionary):
            yield from ((name, target) for name, target in old.items() if name != "/Type")
        names = self._source.Root.get("/Names")
        tree = names.get("/Dests") if isinstance(names, Dictionary) else None
        for key, target in leaves(tree, "/Names"):
            yield str(key), target


def leaves(tree: object, key: str) -> Iterator[tuple[object, pikepdf.Object]]:
    """Yield (key, value) of a name tree (`key` /Names) or number tree (/Nums), each node once."""
    waiting, seen = [tree], set[tuple[int, int]]()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        found, kids = node.get(key), node.get("/Kids")
        if isinstance(found, Array):
            flat = list(found)
            yield from zip(flat[::2], flat[1::2], strict=False)
        if isinstance(kids, Array):
            waiting += reversed(list(kids))


def listed(value: Any) -> list[Any]:
    """Return what one entry or an array of them holds."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def _sweep(pages: Sequence[pikepdf.Object]) -> frozenset[tuple[int, int]]:
    """Take actions and outside references off all that hangs from pages; return it. Raises TooDeep."""
    seen: set[tuple[int, int]] = {page.objgen for page in pages}
    for page in pages:
        path = [_children(page)]
        while path:
            child = next(path[-1], None)
            if child is None:
                path.pop()
                continue
            if child.is_indirect:
                if child.objgen in seen:
                    continue
                seen.add(child.objgen)
            path.append(_children(child))
            if len(path) > MOST_DEPTH:
                raise TooDeep
    return frozenset(seen)


def _children(holder: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield what hangs from an object, after its forbidden parts are taken off."""
    if isinstance(holder, Array):
        for index, value in enumerate(holder):
            if _forbidden(value):
                holder[index] = Dictionary()
            elif _leads_on(value):
                yield value
        return
    if isinstance(holder, pikepdf.Stream) and str(holder.get("/Subtype")) in ("/Form", "/Image"):
        for key in set(holder.keys()) - _DRAWN_KEYS:
            del holder[key]
    for key, value in list(holder.items()):
        if _forbidden(value):
            del holder[key]
        elif key != "/Parent" and _leads_on(value):
            yield value


def _leads_on(value: object) -> bool:
    """Tell whether something holds more; a page is looked at for its own sake."""
    if isinstance(value, Dictionary):
        return str(value.get("/Type")) != "/Page"
    return isinstance(value, Array | pikepdf.Stream)


def _forbidden(value: object) -> bool:
    """Tell whether something is an action that runs or fetches, or a file within the file."""
    return isinstance(value, Dictionary) and (
        "/JS" in value or "/EF" in value or "/EmbeddedFiles" in value or str(value.get("/S")) in _NEVER
    )
