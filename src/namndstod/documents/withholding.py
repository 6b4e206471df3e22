"""Pages that are left out of a public edition: an own page in the place and the size of each."""

from __future__ import annotations

import pikepdf
from pikepdf import Array

from ..domain.content import Furniture, Heading, Paper, Paragraph, inline
from .stamping import Sheet, sheet_of

GROUND = "sekretess eller personuppgifter"
_SAYS_IT_ALL = 400.0  # points from the top of our sheet within which everything is said


def notice(page: int, pages: int, ground: str, *, numbered: bool) -> Paper:
    """Return what stands instead of page `page` (from 1) of an attachment of `pages` pages."""
    return Paper(
        "Undantagen sida",
        (
            Heading(1, "Undantagen sida"),
            Paragraph(inline(f"Sidan är undantagen med hänvisning till {ground}.")),
            Paragraph(inline(f"Det är sida {page} av {pages} i handlingen.")),
        ),
        Furniture(page_numbers=numbered),
    )


def fit(packet: pikepdf.Pdf, page: pikepdf.Object, model: pikepdf.Object) -> None:
    """Give our page the size that `model` has as it is seen."""
    own, seen = sheet_of(page), sheet_of(model)
    wide, high = (side * seen.unit for side in seen.size)
    scale = _scale(own, wide, high)
    top = high - scale * own.size[1]
    begin = packet.make_stream(f"q {scale:.5f} 0 0 {scale:.5f} 0 {top:.3f} cm\n".encode("ascii"))
    contents = page.get("/Contents")
    old = list(contents) if isinstance(contents, Array) else [contents]
    page.Contents = Array([begin, *old, packet.make_stream(b"\nQ")])
    page.MediaBox = Array([0, 0, round(wide, 3), round(high, 3)])
    for key in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        if key in page:
            del page[key]


def _scale(own: Sheet, wide: float, high: float) -> float:
    """Return how our sheet is scaled so that all that is said on it is seen."""
    return min(wide / own.size[0], high / _SAYS_IT_ALL)
