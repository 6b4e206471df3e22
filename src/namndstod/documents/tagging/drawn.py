"""From reportlab's canvas, once everything is drawn, to a file that is tagged and archivable.

reportlab has made pages, fonts, pictures and bookmarks; here its objects get what they lack, are joined by
the structure tree, and are written anew.
"""

from __future__ import annotations

import re
from typing import Any

from reportlab.pdfbase import pdfdoc

from .container import pack, stream
from .content import Marks
from .metadata import COLOURS, PROGRAM, colour_profile, xmp
from .structure import Objects, StructureWriter, text_string
from .tree import Node

_CODES = re.compile(r"<(..)> <(....+?)>")
_CODES_BLOCK = re.compile(r"\d+ beginbfchar.*endbfchar", re.DOTALL)
_MOST_CODES = 100  # in a block of a CMap


class Code(pdfdoc.PDFObject):
    """An object of reportlab's file that is code already."""

    def __init__(self, code: str) -> None:
        self.code = code

    def format(self, _: object) -> bytes:
        """Return the code."""
        return self.code.encode("ascii")


def number_of(canvas: Any, name: str) -> int:
    """Return the number of the object that reportlab calls `name`."""
    number: int = canvas._doc.idToObjectNumberAndVersion[name][0]
    return number


def finish_page(canvas: Any, key: int) -> None:
    """Give the page that was shown last its key in the ParentTree (StructParents)."""
    page = canvas._doc.Pages.pages[-1]
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents, page.Tabs, page.Trans = key, "/S", None


def finish(
    canvas: Any, marks: Marks, document: Node, *, title: str, author: str, subject: str, language: str
) -> bytes:
    """Return the file that `canvas` drew, with the structure of `document` as `marks` kept it."""
    pdf = canvas._doc
    root, metadata, intent = (pdf.Reference(Code("null")) for _ in range(3))
    catalog = pdf.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.StructTreeRoot, catalog.Metadata = root, metadata
    catalog.MarkInfo = Code("<</Marked true>>")
    catalog.ViewerPreferences = Code("<</DisplayDocTitle true>>")
    catalog.OutputIntents = pdfdoc.PDFArray([intent])
    _write_fonts(pdf)
    objects = _objects(canvas)
    root_at, metadata_at, intent_at = (number_of(canvas, one.name) for one in (root, metadata, intent))
    info_at = number_of(canvas, pdf.info.__InternalName__)  # reportlab's own has an invented date
    pages = [number_of(canvas, f"Page{i + 1}") for i in range(len(pdf.Pages.pages))]
    first = max(objects) + 1
    structure = StructureWriter(marks, pages, first + 1)
    objects |= structure.write(document, root_at)
    objects[first] = stream(colour_profile(), "/N 3")
    objects[intent_at] = (
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier({COLOURS})/Info({COLOURS})"
        f"/DestOutputProfile {first} 0 R>>"
    ).encode()
    objects[metadata_at] = stream(
        xmp(title, author, subject, language), "/Type/Metadata/Subtype/XML", compressed=False
    )
    objects[info_at] = _information(title, author, subject)
    return pack(objects, number_of(canvas, catalog.__InternalName__), info_at)


def _information(title: str, author: str, subject: str) -> bytes:
    told = {"Title": title, "Author": author, "Subject": subject, "Producer": PROGRAM, "Creator": PROGRAM}
    return f"<<{''.join(f'/{key}{text_string(text)}' for key, text in told.items() if text)}>>".encode()


def _objects(canvas: Any) -> Objects:
    """Let reportlab write its file, and return the bodies of its objects."""
    pdf = canvas._doc
    data: bytes = pdf.GetPDFData(canvas)
    starts = sorted(
        (offset, pdf.idToObjectNumberAndVersion[name][0]) for name, offset in pdf.idToOffset.items()
    )
    ends = [offset for offset, _ in starts[1:]] + [data.rindex(b"xref\n0 ")]
    objects: Objects = {}
    for (start, number), end in zip(starts, ends, strict=True):
        body = data[data.index(b"obj\n", start) + 4 : data.rindex(b"endobj", start, end)].rstrip(b"\n")
        if body.endswith(b"endstream"):  # which has to stand on a line of its own
            body = body[: -len(b"endstream")] + b"\nendstream"
        objects[number] = body
    return objects


def _write_fonts(pdf: Any) -> None:
    """Write the fonts, and what their codes mean as Unicode without reportlab's empty entries."""
    for font in pdf.delayedFonts:
        font.addObjects(pdf)
    pdf.delayedFonts.clear()
    for name, made in pdf.idToObject.items():
        if name.startswith("toUnicodeCMap:"):
            codes = [f"<{code}> <{sign}>" for code, sign in _CODES.findall(made.content) if sign != "0000"]
            blocks = [codes[i : i + _MOST_CODES] for i in range(0, len(codes), _MOST_CODES)]
            rows = "\n".join("\n".join((f"{len(b)} beginbfchar", *b, "endbfchar")) for b in blocks)
            before, after = _CODES_BLOCK.split(made.content, 1)
            made.content = before + rows + after
