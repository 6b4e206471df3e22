"""Tagged PDF: files that are PDF/UA-1 (readable by a screen reader) and PDF/A-2a (archivable) at once.

reportlab and pikepdf know nothing of structure, so it is added here, in three steps with a seam between each:

`tree`       what a paper consists of, in reading order: `Node`s, made while blocks are composed
`content`    what on a page belongs to which node: `Marks`, kept while pages are drawn
`structure`  both as PDF objects: the structure tree and its way back from pages (ParentTree)
`metadata`   title, language, conformance and colour, for a drawn paper and for a packet
`container`  the objects of reportlab's file and ours in one file, compressed

Nothing here knows content trees, slabs or points; `documents.layout` is the only one that draws.
"""

from .content import Marks
from .metadata import colour_profile, write_metadata, xmp
from .tree import Artifact, Levels, Node

__all__ = [
    "Artifact",
    "Levels",
    "Marks",
    "Node",
    "colour_profile",
    "write_metadata",
    "xmp",
]
