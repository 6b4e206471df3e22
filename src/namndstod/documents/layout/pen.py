"""The one place that writes PDF: text, lines, pictures and links on reportlab's canvas.

Coordinates are points from the top left corner of the sheet, downwards. Every mark on a page passes through
a `Pen`, text line by line with its words apart, decoration by its own methods; so a tagged pen can take its
place and wrap the one in marked content and the other as artifacts, without a document or the layout knowing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

from reportlab import rl_config
from reportlab.lib.rl_accel import escapePDF
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from .fonts import Face, face
from .styles import LINK, RULE, UPRIGHT, Colour
from .text import Line

rl_config.useA85 = 0  # plain binary streams: smaller, and half the time of writing a file

_Code = list[tuple[str, str]]  # internal font name, contents of a TJ array's string


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a PDF: page index from 0, and y as PDF counts it, from the lower edge."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Pending:
    """A link to an anchor that is not in the paper: page index, rectangle in PDF coordinates, anchor."""

    page: int
    rectangle: tuple[float, float, float, float]
    anchor: str


class Pen:
    """Writes one PDF file. Same calls, same bytes."""

    def __init__(self, *, title: str, author: str, subject: str, language: str) -> None:
        self._file = BytesIO()
        first = face("Inter-Regular")  # an embedded face even where nothing is written
        self._canvas: Any = Canvas(
            self._file,
            pagesize=(UPRIGHT.width, UPRIGHT.height),
            invariant=1,
            pageCompression=1,
            initialFontName=first.name,  # type: ignore[arg-type]  # the stub says float
            lang=language,
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator("Nämndstöd")
        self._canvas.setProducer("Nämndstöd")
        self._height = UPRIGHT.height
        self._pages = 0
        self._colour: Colour | None = None
        self._codes: dict[str, dict[str, _Code]] = {}
        self._images: dict[int, ImageReader] = {}
        self.begin_paper(0, {}, 1)
        self.pending: list[Pending] = []

    # ---- pages

    def begin_paper(self, offset: int, places: Mapping[str, Place], first_page: int) -> None:
        """Start a paper after `offset` pages of others; `places` are its anchors, pages counted within it."""
        self._offset = offset
        self._places = places
        self._first_page = first_page

    def begin_page(self, width: float, height: float) -> None:
        """Start a sheet of this size."""
        self._canvas.setPageSize((width, height))
        self._height = height
        self._colour = None
        self._code("0 J 0 j")

    def end_page(self) -> None:
        """Finish the sheet."""
        self._pages += 1
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the file."""
        self._canvas.save()
        return self._file.getvalue()

    # ---- marks

    def text(self, x: float, y: float, line: Line, size: float, colour: Colour) -> None:
        """Write a line with its baseline at y."""
        if not line.spans:
            return
        out = [f"BT 1 0 0 1 {x:.2f} {self._height - y:.2f} Tm"]
        for span in line.spans:
            url = span.link is not None and not span.link.startswith("#")
            tint = LINK if url else colour
            if tint != self._colour:
                self._colour = tint
                out.append("{:.3g} {:.3g} {:.3g} rg".format(*tint))
            self._words(out, span.face, span.tokens, size)
            if span.link:
                self._link_span(x + span.x, y, span.width, size, span.link)
        out.append("ET")
        self._code(" ".join(out))
        for span in line.spans:
            if span.link is not None and not span.link.startswith("#"):
                self.rule(x + span.x, y + 0.14 * size, x + span.x + span.width, LINK, 0.4)

    def rule(self, x: float, y: float, end: float, colour: Colour = RULE, width: float = 0.5) -> None:
        """Draw a horizontal line."""
        down = self._height - y
        red, green, blue = colour
        self._code(
            f"{red:.3g} {green:.3g} {blue:.3g} RG {width:.2f} w {x:.2f} {down:.2f} m {end:.2f} {down:.2f} l S"
        )

    def leader(self, x: float, y: float, end: float, colour: Colour) -> None:
        """Draw the dots that lead the eye; no text, so that nothing reads them out."""
        if end - x < 8:
            return
        down = self._height - y
        start = end - int((end - x) / 4) * 4  # dots of all rows stand under each other
        red, green, blue = colour
        self._code(
            f"q 1 J 0.9 w [0 4] 0 d {red:.3g} {green:.3g} {blue:.3g} RG "
            f"{start:.2f} {down:.2f} m {end:.2f} {down:.2f} l S Q"
        )

    def frame(self, x: float, y: float, width: float, height: float, colour: Colour = RULE) -> None:
        """Draw a frame with its top left corner at (x, y)."""
        red, green, blue = colour
        bottom = self._height - y - height
        self._code(
            f"{red:.3g} {green:.3g} {blue:.3g} RG 0.6 w {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re S"
        )

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture file that `pictures.size` could read; the same bytes are stored once."""
        reader = self._images.get(id(data))
        if reader is None:
            reader = self._images[id(data)] = ImageReader(BytesIO(data))
        self._canvas.drawImage(reader, x, self._height - y - height, width, height, mask="auto")

    def watermark(self, line: Line, size: float, colour: Colour, width: float) -> None:
        """Write a line aslant over the middle of the sheet. Call it first: everything else lies above."""
        words = "".join(t for span in line.spans for t in span.tokens).encode("utf-16-be").hex()
        # Without it pdftotext reads slanting text letter by letter, in among the lines of the page.
        self._code(f"/Span <</ActualText <FEFF{words}>>> BDC")
        self._code(f"q 0.7071 0.7071 -0.7071 0.7071 {width / 2:.2f} {self._height / 2:.2f} cm")
        height, self._height = self._height, 0.0
        self.text(-line.width / 2, size * 0.35, line, size, colour)
        self._height = height
        self._code("Q EMC")
        self._colour = None

    # ---- links

    def page_number(self, anchor: str) -> str:
        """Return the number printed on the page where `anchor` is; empty for an unknown one."""
        place = self._places.get(anchor)
        return str(self._first_page + place.page) if place else ""

    def link(self, x: float, y: float, width: float, height: float, target: str) -> None:
        """Make a rectangle with its top left corner at (x, y) lead to a URL or to «#anchor»."""
        bottom = self._height - y - height
        rectangle = (round(x, 2), round(bottom, 2), round(x + width, 2), round(bottom + height, 2))
        if not target.startswith("#"):
            self._canvas.linkURL(target, rectangle, relative=0, thickness=0)
            return
        place = self._places.get(target[1:])
        if place is None:
            self.pending.append(Pending(self._pages, rectangle, target[1:]))
            return
        annotation = pdfdoc.PDFDictionary()
        annotation["Type"], annotation["Subtype"] = pdfdoc.PDFName("Annot"), pdfdoc.PDFName("Link")
        annotation["Rect"], annotation["Border"] = pdfdoc.PDFArray(rectangle), pdfdoc.PDFArray([0, 0, 0])
        annotation["Dest"] = self._destination(place)
        self._canvas._addAnnotation(annotation)

    def bookmark(self, title: str, level: int, place: Place) -> None:
        """Add an entry to the outline; levels may go down by any step but up by one only."""
        key = f"m{len(self._canvas._outlines)}-{self._offset}-{title}-{place.page}-{place.y}"
        destination = self._canvas._bookmarkReference(key)
        destination.xyz(0, round(place.y, 2), 0)
        destination.setPage(pdfdoc.PDFObjectReference(f"Page{self._offset + place.page + 1}"))
        self._canvas.addOutlineEntry(title, key, level, closed=False)

    def _destination(self, place: Place) -> pdfdoc.PDFArray:
        page = pdfdoc.PDFObjectReference(f"Page{self._offset + place.page + 1}")
        return pdfdoc.PDFArray([page, pdfdoc.PDFName("XYZ"), 0, round(place.y, 2), 0])

    def _link_span(self, x: float, y: float, width: float, size: float, target: str) -> None:
        self.link(x, y - 0.85 * size, width, 1.15 * size, target)

    # ---- code

    def _code(self, code: str) -> None:
        self._canvas._code.append(code)

    def _words(self, out: list[str], face: Face, tokens: Sequence[str], size: float) -> None:
        codes = self._codes.get(face.name)
        if codes is None:
            codes = self._codes[face.name] = {}
        current, parts = "", list[str]()
        for token in tokens:
            code = codes.get(token)
            if code is None:
                code = codes[token] = self._encode(face, token)
            for name, string in code:
                if name != current:
                    if parts:
                        out.append(f"{current} {size:.4g} Tf [({''.join(parts)})] TJ")
                    current, parts = name, []
                parts.append(string)
        if parts:
            out.append(f"{current} {size:.4g} Tf [({''.join(parts)})] TJ")

    def _encode(self, face: Face, token: str) -> _Code:
        """Turn a token into codes of the font's subsets in this file, kerning as numbers of a TJ array."""
        code: list[tuple[str, str]] = []
        for piece in _kerned(token, face.kerning) if face.kerning else [(token, 0.0)]:
            text, kern = piece
            split = face.font.splitString(text, self._canvas._doc)
            for i, (subset, raw) in enumerate(split):
                string = escapePDF(raw)
                if kern and i == len(split) - 1:
                    string += f"){-kern:.4g}("
                name = face.font.getSubsetInternalName(subset, self._canvas._doc)
                code.append((name, string))
        return code


def _kerned(token: str, kerning: dict[str, float]) -> list[tuple[str, float]]:
    """Split before letters that move: (text, thousandths of the size to move on after it)."""
    pieces, start = [], 0
    for i, (a, b) in enumerate(pairwise(token)):
        kern = kerning.get(a + b)
        if kern:
            pieces.append((token[start : i + 1], kern))
            start = i + 1
    pieces.append((token[start:], 0.0))
    return pieces
