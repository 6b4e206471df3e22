"""Other people's PDF pages in a packet: taken over without what is active, with their structure."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from .cleaning import clean
from .merging import Branch, Pages, Place, Structure
from .separating import separate
from .stamping import sound_boxes


@dataclass(frozen=True, slots=True)
class Taken:
    """Pages that were added, by their index in the source, and their part of the structure tree."""

    pages: dict[int, pikepdf.Object]
    branch: Branch | None


def take(
    packet: pikepdf.Pdf, structure: Structure, source: pikepdf.Pdf, title: str, leave_out: frozenset[int]
) -> Taken:
    """Append the pages of `source` but those with an index in `leave_out`, of which nothing is taken over.

    What forms and signatures show is baked into the pages. Scripts, embedded files and actions that start
    something are left behind; web links stay. Raises cleaning.TooDeep and separating.Entangled.
    """
    indices = [i for i in range(len(source.pages)) if i not in leave_out]
    wanted = [source.pages[i].obj for i in indices]
    if leave_out:
        separate(wanted, [source.pages[i].obj for i in sorted(leave_out)])
    reached = clean(source, wanted)
    start = len(packet.pages)
    packet.add_pages_from(source, indices, forms="strip")
    added = [packet.pages[start + n].obj for n in range(len(indices))]
    for page in added:
        sound_boxes(page)
    pages: Pages = {old.objgen: (index, new) for old, index, new in zip(wanted, indices, added, strict=True)}
    branch = structure.add(source, pages, reached, title)
    _keep_layers(packet, source, reached)
    return Taken(dict(zip(indices, added, strict=True)), branch)


def _keep_layers(packet: pikepdf.Pdf, source: pikepdf.Pdf, reached: frozenset[Place]) -> None:
    """Take over which layers are off; without this, hidden layers of a drawing would show."""
    layers = source.Root.get("/OCProperties")
    if not isinstance(layers, Dictionary):
        return
    groups = [one for one in layers.get("/OCGs", ()) if one.is_indirect and one.objgen in reached]
    if not groups:
        return
    default = layers.get("/D", Dictionary())
    off = {one.objgen for one in default.get("/OFF", ())}
    if str(default.get("/BaseState", Name.ON)) == "/OFF":
        off = {one.objgen for one in groups} - {one.objgen for one in default.get("/ON", ())}
    root = packet.Root
    if "/OCProperties" not in root:
        shown = Dictionary(Name=pikepdf.String("Lager"), OFF=Array(), ON=Array())
        root.OCProperties = Dictionary(OCGs=Array(), D=shown)
    for group in groups:
        copied = packet.copy_foreign(group)
        root.OCProperties.OCGs.append(copied)
        if group.objgen in off:
            root.OCProperties.D.OFF.append(copied)
