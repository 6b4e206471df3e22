"""A sound structure tree taken over as it is: every element looked at, all of them copied at once.

Most trees are: our own papers', and what office programs write. Each element is compared as a whole with the
only form that is taken; a single one that differs, and the tree is built anew (`merging`). Ten times as fast.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

import pikepdf
from pikepdf import Array, Dictionary, Name

from .cleaning import listed
from .roles import SourceRoles

MOST_DEPTH = 150  # elements within elements; real files have some twenty
MOST_ELEMENTS = 1_000_000  # of one attachment
MOST_MARKS = 200_000  # stretches of marked content on one page

Place = tuple[int, int]  # number and generation of an object in its file

_TEXT = rb"(?:\((?:[^()\\]|\\.)*\)|<[0-9a-f]*>)"
_NAME = rb"/[^\s()<>\[\]{}/%]+"
_PLAIN = rb"(?:" + _TEXT + rb"|" + _NAME + rb"|-?[0-9.]+|true|false)"
_VALUE = rb"(?:" + _PLAIN + rb"|\[ (?:" + _PLAIN + rb" )*\])"
_ATTRIBUTES = rb"<< (?:" + _NAME + rb" " + _VALUE + rb" )*>>"
_ALL_ATTRIBUTES = rb"(?:" + _ATTRIBUTES + rb"|\[ (?:" + _ATTRIBUTES + rb" )*\])"
_MARKED = rb"<< /MCID \d+ /Pg \d+ \d+ R /Type /MCR >>"
_SHOWN = rb"<< /Obj \d+ \d+ R (?:/Pg \d+ \d+ R )?/Type /OBJR >>"
_KID = rb"(?:\d+ \d+ R|\d+|" + _MARKED + rb"|" + _SHOWN + rb")"
_ELEMENT = re.compile(  # as qpdf writes a dictionary: keys in order, one space between
    rb"<< (?:/A (?:" + _ALL_ATTRIBUTES + rb"|(?P<attributes>\d+ \d+) R) )?"
    rb"(?:/ActualText " + _TEXT + rb" )?(?:/Alt " + _TEXT + rb" )?(?:/E " + _TEXT + rb" )?"
    rb"(?P<id>/ID " + _TEXT + rb" )?(?:/K (?P<kids>" + _KID + rb"|\[ (?:" + _KID + rb" )*\]) )?"
    rb"(?:/Lang " + _TEXT + rb" )?/P (?P<up>\d+ \d+) R (?:/Pg (?P<page>\d+ \d+) R )?"
    rb"/S (?P<role>" + _NAME + rb") (?:/T " + _TEXT + rb" )?(?:/Type /StructElem )?>>",
    re.DOTALL,
)  # fmt: skip
_APART = re.compile(_ALL_ATTRIBUTES, re.DOTALL)
_EACH = re.compile(
    rb"<< /MCID (?P<mark>\d+) /Pg (?P<on>\d+ \d+) R /Type /MCR >>"
    rb"|<< /Obj (?P<shown>\d+ \d+) R (?:/Pg (?P<at>\d+ \d+) R )?/Type /OBJR >>"
    rb"|(?P<below>\d+ \d+) R|(?P<number>\d+)"
)


class Graft(NamedTuple):
    """What was taken over: the topmost elements, IDs, and what leads back from pages and annotations.

    `marks` has for each page (its place in the source) the elements of its stretches by number, `owners` for
    each annotation its element.
    """

    tops: list[pikepdf.Object]
    ids: dict[str, pikepdf.Object]
    marks: list[tuple[Place, pikepdf.Object]]
    owners: list[tuple[Place, pikepdf.Object]]


class _Odd(Exception):
    """Something is not as it is in a sound tree."""


def graft(
    packet: pikepdf.Pdf,
    source: pikepdf.Pdf,
    pages: Collection[Place],
    annotations: Collection[Place],
    roles: SourceRoles,
    taken: Collection[str],
) -> Graft | None:
    """Copy the tree of `source` to `packet`, which has its pages already; None when it is not sound.

    Sound is: every element once, below the one that it names; nothing in it but words, attributes, content
    of `pages` and `annotations` (by their places in `source`), each stretch once; no ID among those `taken`.
    """
    try:
        look = _look(source, {b"%d %d" % place: place for place in pages},
                     {b"%d %d" % place: place for place in annotations})  # fmt: skip
    except _Odd:
        return None
    ids = {str(element.ID): element for element in look.named}
    if any(one in taken for one in ids):
        return None
    for name, elements in look.roles.items():
        agreed = roles.name(elements[0])
        if f"/{agreed}" != name:
            for element in elements:
                element.S = Name(f"/{agreed}")
    for top in look.tops:
        del top["/P"]  # the way to the rest of the file
    bundle = Array([
        Array(look.tops),
        Array(list(ids.values())),
        Array([_row(marks) for marks in look.marks.values()]),
        Array(list(look.owners.values())),
    ])  # fmt: skip
    tops, named, rows, owners = (list(one) for one in packet.copy_foreign(source.make_indirect(bundle)))
    return Graft(
        tops,
        dict(zip(ids, named, strict=True)),
        list(zip(look.marks, map(packet.make_indirect, rows), strict=True)),
        list(zip(look.owners, owners, strict=True)),
    )


def _row(marks: Mapping[int, pikepdf.Object]) -> Array:
    return Array([marks.get(number) for number in range(max(marks) + 1)])


@dataclass(slots=True)
class _Look:
    """What was found in a sound tree."""

    tops: list[pikepdf.Object]
    named: list[pikepdf.Object] = field(default_factory=list)  # those with an ID
    roles: dict[str, list[pikepdf.Object]] = field(default_factory=dict)
    marks: dict[Place, dict[int, pikepdf.Object]] = field(default_factory=dict)
    owners: dict[Place, pikepdf.Object] = field(default_factory=dict)

    def mark(self, page: Place | None, number: int, element: pikepdf.Object) -> None:
        """Note a stretch of a page; raises _Odd when it is nowhere or somebody else's."""
        marks = self.marks.setdefault(page, {}) if page is not None else {}
        if page is None or number >= MOST_MARKS or number in marks:
            raise _Odd
        marks[number] = element

    def owns(self, annotation: Place | None, element: pikepdf.Object) -> None:
        """Note whose an annotation is; raises _Odd when it was left behind or is somebody else's."""
        if annotation is None or annotation in self.owners:
            raise _Odd
        self.owners[annotation] = element


def _look(source: pikepdf.Pdf, pages: Mapping[bytes, Place], annotations: Mapping[bytes, Place]) -> _Look:
    """Look at every element once; raises _Odd for the first that is not sound."""
    root = source.Root.StructTreeRoot
    tops = listed(root.get("/K"))
    if (
        not tops
        or not root.is_indirect
        or not all(isinstance(top, Dictionary) and top.is_indirect for top in tops)
    ):
        raise _Odd
    found, above = _Look(tops), b"%d %d" % root.objgen
    seen = {b"%d %d" % top.objgen for top in tops}
    if len(seen) != len(tops):
        raise _Odd
    waiting: list[tuple[pikepdf.Object, bytes, bytes, int]] = [
        (top, b"%d %d" % top.objgen, above, 1) for top in tops
    ]
    while waiting:
        element, place, above, depth = waiting.pop()
        form = _ELEMENT.fullmatch(element.unparse(resolved=True))
        if form is None or form["up"] != above or depth > MOST_DEPTH or len(seen) > MOST_ELEMENTS:
            raise _Odd
        if form["page"] is not None and form["page"] not in pages:
            raise _Odd
        if form["attributes"] is not None and not _APART.fullmatch(
            _at(source, form["attributes"]).unparse(resolved=True)
        ):
            raise _Odd
        _note(found, element, form)
        for kid in _EACH.finditer(form["kids"] or b""):
            below = kid["below"]
            if below is not None:
                if below in seen:
                    raise _Odd
                seen.add(below)
                waiting.append((_at(source, below), below, place, depth + 1))
            elif kid["number"] is not None:
                found.mark(pages.get(form["page"]), int(kid["number"]), element)
            elif kid["mark"] is not None:
                found.mark(pages.get(kid["on"]), int(kid["mark"]), element)
            elif (kid["at"] or form["page"]) not in pages:
                raise _Odd
            else:
                found.owns(annotations.get(kid["shown"]), element)
    return found


def _at(source: pikepdf.Pdf, place: bytes) -> pikepdf.Object:
    number, generation = place.split(b" ")
    return source.get_object(int(number), int(generation))


def _note(found: _Look, element: pikepdf.Object, form: re.Match[bytes]) -> None:
    """Remember an element by its role, and when it has an ID."""
    role = form["role"].decode("latin-1")
    if "#" in role:
        role = unquote_to_bytes(role.replace("#", "%")).decode("utf-8", "replace")
    found.roles.setdefault(role, []).append(element)
    if form["id"] is not None:
        found.named.append(element)
