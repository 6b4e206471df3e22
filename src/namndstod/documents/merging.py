"""The structure tree of a packet: that of its own pages, with those of its attachments taken into it.

A sound tree of an attachment is copied whole (`grafting`). Any other is built anew from what is understood
of it: so circles, endless depth and keys that nobody knows stay outside, and what lay on a page that was left
out leaves nothing behind. Of both, the way back from the pages (ParentTree) is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ..domain.content import LANGUAGE
from .cleaning import leaves, listed
from .grafting import MOST_DEPTH, MOST_ELEMENTS, MOST_MARKS, Place, graft
from .roles import Roles, SourceRoles

_WORDS = ("/Alt", "/ActualText", "/E", "/T")  # entries of an element that hold text
_CELLS = frozenset(("/TD", "/TH", "/TR"))  # kept when empty: a table has to have them
_PLAIN_DEPTH = 6
_PROPERTY = ("/N", "/V", "/F", "/H")  # what attributes may hold a dictionary of: a user's property
_LAST = 1_000_000_000  # after every page


class Copied(NamedTuple):
    """A page that was taken over: its index in its source (`at`), itself there, its copy in the packet."""

    at: int
    original: pikepdf.Object
    copy: pikepdf.Object


Pages = Mapping[Place, Copied]  # by the place of the original


class _Unreadable(Exception):
    """A tree that is deeper or larger than any reader would follow."""


@dataclass(slots=True)
class Built:
    """An element of the new tree, and the lowest page index (in its attachment) of what is in it."""

    element: pikepdf.Object
    first: int
    whole: bool = True  # nothing below it is missing


@dataclass(slots=True)
class Branch:
    """What an attachment brings: its part of the tree, its chapters by page, and whether all was kept."""

    part: pikepdf.Object
    chapters: list[Built] = field(default_factory=list)

    def insert(self, part: pikepdf.Object, before_page: int) -> None:
        """Let `part` be read before what begins on page index `before_page` of the attachment."""
        place = next((i for i, c in enumerate(self.chapters) if c.first >= before_page), len(self.chapters))
        self.chapters.insert(place, Built(part, before_page))


class Structure:
    """The tree while a packet is put together. `parts` are its own papers' parts, in the order drawn."""

    def __init__(self, packet: pikepdf.Pdf, papers: int = 0) -> None:
        """`papers` is how many papers of ours are drawn in `packet`; of several, each is a part already."""
        self._packet = packet
        found = packet.Root.get("/StructTreeRoot")
        self._root: pikepdf.Object = (
            found if found is not None else packet.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        )
        self._document: pikepdf.Object = self._root.get("/K") or packet.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root)
        )
        self.parts = self._own_parts(papers)
        self._parents: dict[int, pikepdf.Object] = {
            int(str(key)): value for key, value in leaves(self._root.get("/ParentTree"), "/Nums")
        }
        self._next = max(self._parents, default=-1) + 1
        self._roles = Roles(self._root.get("/RoleMap"))
        self._ids: dict[str, pikepdf.Object] = {}

    def _own_parts(self, papers: int) -> list[pikepdf.Object]:
        kids = listed(self._document.get("/K")) if papers else []
        if papers != 1 or not kids:
            return kids
        part = self.part("")
        del part["/T"]
        part.K = Array(kids)
        for kid in kids:
            kid.P = part
        return [part]

    def part(self, title: str) -> pikepdf.Object:
        """Return a new, empty part."""
        return self._packet.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Part, P=self._document, T=String(title), K=Array())
        )

    def add(
        self, source: pikepdf.Pdf, pages: Pages, reached: frozenset[Place], title: str, *, complete: bool
    ) -> Branch | None:
        """Take the tree of `source` over; None when it has none that can be read.

        Unless `complete`, `source` has more pages: what was only on these is left out. `reached` are the
        objects that hang from `pages`.
        """
        tree = source.Root.get("/StructTreeRoot")
        if not isinstance(tree, Dictionary):
            return None
        part = self.part(title)
        language = str(source.Root.get("/Lang", ""))
        if language not in ("", LANGUAGE):
            part.Lang = String(language)
        roles = self._roles.of(tree)
        kids = self._copied(source, pages, roles, part) if complete else None
        if kids is None:
            kids = self._rebuilt(tree, pages, reached, roles, part, complete)
        if not kids:
            return None
        for kid in kids:
            if str(kid.element.S) == "/Document":
                kid.element.S = Name.Sect
        for page in pages.values():
            page.copy.Tabs = Name.S
        return Branch(part, kids)

    def _copied(
        self, source: pikepdf.Pdf, pages: Pages, roles: SourceRoles, part: pikepdf.Object
    ) -> list[Built] | None:
        """Take a sound tree as it is; None when it is not."""
        annotations = _annotations(pages)
        tree = graft(self._packet, source, pages.keys(), annotations.keys(), roles, self._ids.keys())
        if tree is None:
            return None
        self._ids |= tree.ids
        for place, row in tree.marks:
            self._lead_back(pages[place].copy, "/StructParents", row)
        for place, element in tree.owners:
            self._lead_back(annotations[place], "/StructParent", element)
        for top in tree.tops:
            top.P = part
        return [Built(top, 0) for top in tree.tops]

    def _rebuilt(
        self,
        tree: pikepdf.Object,
        pages: Pages,
        reached: frozenset[Place],
        roles: SourceRoles,
        part: pikepdf.Object,
        complete: bool,
    ) -> list[Built]:
        """Build a tree anew of what is understood of it; empty when nothing is."""
        builder = _Builder(
            self._packet,
            pages,
            reached,
            roles,
            dict(self._ids),
            _classes(tree),
            complete,
            _annotations(pages),
        )
        try:
            kids = builder.kids(tree, part)
        except _Unreadable:
            return []
        if kids:
            self._ids |= builder.ids
            for holder, key, back in builder.ways_back():
                self._lead_back(
                    holder, key, back if key == "/StructParent" else self._packet.make_indirect(back)
                )
        return kids

    def _lead_back(self, holder: pikepdf.Object, key: str, back: pikepdf.Object) -> None:
        """Let a page or an annotation lead to what it belongs to."""
        holder[key] = self._next
        self._parents[self._next] = back
        self._next += 1

    def finish(self, parts: Sequence[Branch | pikepdf.Object], *, complete: bool) -> None:
        """Write the tree with `parts` in reading order; `complete`: every page of the packet is in it."""
        packet, root = self._packet, self._root
        if not parts:
            return
        for one in parts:
            if isinstance(one, Branch):
                one.part.K = Array([chapter.element for chapter in one.chapters])
                for chapter in one.chapters:
                    chapter.element.P = one.part
        self._document.K = Array([one.part if isinstance(one, Branch) else one for one in parts])
        root.K = self._document
        root.ParentTree = packet.make_indirect(Dictionary(Nums=_flat(self._parents)))
        root.ParentTreeNextKey = self._next
        if self._roles.all:
            root.RoleMap = Dictionary({f"/{k}": Name(f"/{v}") for k, v in self._roles.all.items()})
        if self._ids:
            names = sorted((bytes(String(key)), key) for key in self._ids)
            flat = [one for _, key in names for one in (String(key), self._ids[key])]
            root.IDTree = packet.make_indirect(Dictionary(Names=Array(flat)))
        packet.Root.StructTreeRoot = root
        packet.Root.MarkInfo = Dictionary(Marked=True) if complete else Dictionary(Marked=True, Suspects=True)

    def element_of(self, annotation: pikepdf.Object) -> pikepdf.Object | None:
        """Return the element that an annotation belongs to."""
        key = annotation.get("/StructParent")
        return self._parents.get(key) if isinstance(key, int) else None


@dataclass(slots=True)
class _Builder:
    """Builds the elements of one attachment, and remembers what leads back to them."""

    packet: pikepdf.Pdf
    pages: Pages
    reached: frozenset[Place]
    roles: SourceRoles
    taken: Mapping[str, pikepdf.Object]  # IDs of what came before
    classes: dict[str, list[Any]]
    complete: bool
    annotations: Mapping[Place, pikepdf.Object]  # by their place in the source
    ids: dict[str, pikepdf.Object] = field(default_factory=dict)
    _seen: set[Place] = field(default_factory=set)
    _marks: dict[Place, tuple[pikepdf.Object, dict[int, pikepdf.Object]]] = field(default_factory=dict)
    _owners: dict[Place, tuple[pikepdf.Object, pikepdf.Object]] = field(default_factory=dict)

    def kids(self, tree: pikepdf.Object, part: pikepdf.Object) -> list[Built]:
        """Return the topmost elements."""
        found = (self._element(node, part, None, 1) for node in listed(tree.get("/K")))
        return [one for one in found if one is not None]

    def ways_back(self) -> Iterator[tuple[pikepdf.Object, str, pikepdf.Object]]:
        """Yield what carries StructParents or StructParent, that key, and what it leads to."""
        for holder, marks in self._marks.values():
            yield holder, "/StructParents", Array([marks.get(n) for n in range(max(marks) + 1)])
        for annotation, element in self._owners.values():
            yield annotation, "/StructParent", element

    def _element(self, node: object, parent: pikepdf.Object, page: object, depth: int) -> Built | None:
        """Return a node and what is below it, or None when nothing of it is left."""
        if not isinstance(node, Dictionary) or "/S" not in node:
            return None
        if node.is_indirect and node.objgen in self._seen:
            return None
        self._seen.add(node.objgen)
        if depth > MOST_DEPTH or len(self._seen) > MOST_ELEMENTS:
            raise _Unreadable
        made = self.packet.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{self.roles.name(node)}"), P=parent)
        )
        page = node.get("/Pg", page)
        here = self._page(page)
        if here is not None:
            made.Pg = here.copy
        kids: list[Any] = []
        first, whole = _LAST, True
        for kid in listed(node.get("/K")):
            if isinstance(kid, Dictionary) and "/S" in kid:
                built = self._element(kid, made, page, depth + 1)
                code, at = (built.element, built.first) if built else (None, _LAST)
                whole = whole and built is not None and built.whole
            else:
                code, at = self._content(kid, made, page)
                whole = whole and code is not None
            if code is not None:
                kids.append(code)
                first = min(first, at)
        if not kids and (not whole or not self.complete) and str(made.S) not in _CELLS:
            return None
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        self._describe(node, made, words=self.complete or (whole and bool(kids)))
        return Built(made, first, whole)

    def _content(self, kid: object, owner: pikepdf.Object, page: object) -> tuple[Any, int]:
        """Return an element's own content as it is to be written, and its page index; None: it is lost."""
        lost = (None, _LAST)
        if isinstance(kid, int):
            here = self._page(page)
            return lost if here is None or not self._mark(here.copy, kid, owner) else (kid, here.at)
        if not isinstance(kid, Dictionary):
            return lost
        here = self._page(kid.get("/Pg", page))
        if here is None:
            return lost
        if str(kid.get("/Type")) == "/OBJR":
            shown = kid.get("/Obj")
            copied = self.annotations.get(shown.objgen) if isinstance(shown, Dictionary) else None
            if copied is None or copied.objgen in self._owners:
                return lost
            self._owners[copied.objgen] = (copied, owner)
            return Dictionary(Type=Name.OBJR, Obj=copied, Pg=here.copy), here.at
        number, stream = kid.get("/MCID"), kid.get("/Stm")
        holder, entries = here.copy, {"/Type": Name.MCR, "/Pg": here.copy, "/MCID": number}
        if isinstance(stream, pikepdf.Stream) and stream.objgen in self.reached:
            holder = entries["/Stm"] = self.packet.copy_foreign(stream)  # there already: the same again
        if not isinstance(number, int) or not self._mark(holder, number, owner):
            return lost
        return Dictionary(entries), here.at

    def _page(self, page: object) -> Copied | None:
        return self.pages.get(page.objgen) if isinstance(page, Dictionary) else None

    def _mark(self, holder: pikepdf.Object, number: int, owner: pikepdf.Object) -> bool:
        """Let a stretch of marked content belong to `owner`; False when it is somebody else's already."""
        _, marks = self._marks.setdefault(holder.objgen, (holder, {}))
        if not 0 <= number < MOST_MARKS or number in marks:
            return False
        marks[number] = owner
        return True

    def _describe(self, node: pikepdf.Object, made: pikepdf.Object, *, words: bool) -> None:
        """Give an element its attributes and, where everything in it is there, its words."""
        for key in (*_WORDS, "/Lang") if words else ("/Lang",):
            if isinstance(value := node.get(key), String):
                made[key] = String(str(value))
        if words and isinstance(value := node.get("/ID"), String):
            made.ID = String(self._id(str(value)))
            self.ids[self._id(str(value))] = made
        found = [one for name in listed(node.get("/C")) for one in self._class(str(name))]
        found += [self._plain(one, words) for one in listed(node.get("/A")) if isinstance(one, Dictionary)]
        if found:
            made.A = found[0] if len(found) == 1 else Array(found)

    def _class(self, name: str) -> list[Any]:
        """Return the attributes of a class, written once."""
        known = self.classes.get(name, [])
        if known and not known[0].is_owned_by(self.packet):
            known = [self.packet.make_indirect(Dictionary(self._plain(one, self.complete))) for one in known]
            self.classes[name] = known
        return known

    def _id(self, given: str) -> str:
        """Return an ID that no other attachment uses."""
        return given if given not in self.taken else f"{len(self.taken)}:{given}"

    def _plain(self, value: Any, words: bool, depth: int = 0) -> Any:
        """Return attributes as direct objects of the packet; without text when something was taken out."""
        if isinstance(value, Dictionary) and depth < _PLAIN_DEPTH:
            return Dictionary(
                {
                    key: Array([String(self._id(str(one))) for one in listed(inner)])
                    if key == "/Headers"
                    else self._plain(inner, words, depth + 1)
                    for key, inner in value.items()
                    if (words or not isinstance(inner, String)) and (not depth or key in _PROPERTY)
                }
            )
        if isinstance(value, Array) and depth < _PLAIN_DEPTH:
            return Array([self._plain(one, words, depth + 1) for one in value])
        if isinstance(value, Name):
            return Name(str(value))
        if isinstance(value, String):
            return String(str(value))
        return value if isinstance(value, bool | int | float | Decimal) else None


def _annotations(pages: Pages) -> dict[Place, pikepdf.Object]:
    """Return the copies of the annotations of `pages` by their place in the source."""
    found = {}
    for page in pages.values():
        old, new = page.original.get("/Annots", ()), page.copy.get("/Annots", ())
        found.update({a.objgen: b for a, b in zip(old, new, strict=True) if a.is_indirect and b.is_indirect})
    return found


def _classes(tree: object) -> dict[str, list[Any]]:
    found = tree.get("/ClassMap") if isinstance(tree, Dictionary) else None
    if not isinstance(found, Dictionary):
        return {}
    return {k: [one for one in listed(v) if isinstance(one, Dictionary)] for k, v in found.items()}


def _flat(entries: Mapping[int, pikepdf.Object]) -> Array:
    return Array([one for key in sorted(entries) for one in (key, entries[key])])
