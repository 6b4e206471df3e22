"""Other people's PDF pages in a packet: taken over without what is active, with their structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from .cleaning import clean, inherit
from .grafting import Place
from .merging import Branch, Copied, Structure
from .separating import separate
from .stamping import sound_boxes


@dataclass(frozen=True, slots=True)
class Taken:
    """Copies of pages and originals of those left out, by index in the source; their structure."""

    pages: dict[int, pikepdf.Object]
    left_out: dict[int, pikepdf.Object]
    branch: Branch | None


def take(
    packet: pikepdf.Pdf, structure: Structure, source: pikepdf.Pdf, title: str, leave_out: frozenset[int]
) -> Taken:
    """Copy the pages of `source` but those with an index in `leave_out`, of which nothing is taken over.

    What forms and signatures show is baked into the pages. Scripts, embedded files and actions that start
    something are left behind; web links stay. Raises cleaning.TooDeep and separating.Entangled.
    """
    originals = [page.obj for page in source.pages]
    wanted = [page for index, page in enumerate(originals) if index not in leave_out]
    inherit(originals)
    if leave_out:
        separate(wanted, [originals[index] for index in sorted(leave_out)])
    reached = clean(source, wanted)
    pages: dict[Place, Copied] = {}
    for index, page in enumerate(originals):
        if index not in leave_out:
            pages[page.objgen] = Copied(index, page, packet.copy_foreign(page))
            sound_boxes(pages[page.objgen].copy)
    branch = structure.add(source, pages, reached, title, complete=not leave_out)
    _keep_layers(packet, source, reached)
    return Taken(
        {page.at: page.copy for page in pages.values()},
        {index: originals[index] for index in leave_out},
        branch,
    )


def put_in_order(packet: pikepdf.Pdf, sheets: Sequence[pikepdf.Object]) -> None:
    """Make `sheets` the pages of the packet, in their order: a flat page tree written at once."""
    tree = packet.Root.Pages
    for sheet in sheets:
        sheet.Parent = tree
    tree.Kids = Array(list(sheets))
    tree.Count = len(sheets)


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
