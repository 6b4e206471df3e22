"""The one place that writes PDF: text, lines, pictures and links on reportlab's canvas.

Coordinates are points from the top left corner of the sheet, downwards. Every mark on a page passes through
a `Pen`, and each says what it is: text and pictures come with the node of the paper's structure that they
belong to (or an artifact, for heads and feet), rules, frames and leaders are always artifacts. Drawing code
is written by `_draw` alone, which refuses what belongs to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any
from urllib.parse import quote

from reportlab import rl_config
from reportlab.lib.rl_accel import escapePDF
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from ..tagging import Artifact, Marks, Node
from ..tagging.content import LinkNode, Tag, Untagged
from ..tagging.drawn import finish, finish_page, number_of
from .fonts import Face, face
from .styles import LINK, RULE, UPRIGHT, Colour
from .text import Line, Span

PENDING = "pending:"  # and the anchor: the name (NM) of a link that has no destination yet

rl_config.useA85 = 0  # plain binary streams: smaller, and half the time of writing a file

_IN_ADDRESSES = "%:/?#[]@!$&'()*+,;=~"  # signs of URLs; what isn't ASCII has to be written in codes

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

    def __init__(
        self,
        *,
        title: str,
        author: str,
        subject: str,
        language: str,
        keep_pending: bool = False,
        links: bool = True,
    ) -> None:
        """`keep_pending` makes links to anchors outside the paper too, for the caller to lead somewhere.

        Without `links` none is made; the pages look the same.
        """
        self._told = {"title": title, "author": author, "subject": subject, "language": language}
        self._keep_pending = keep_pending
        self._links = links
        self._marks = Marks()
        self._aside: Artifact | None = None
        self._annotations: list[tuple[LinkNode, pdfdoc.PDFDictionary]] = []
        first = face("Inter-Regular")  # an embedded face even where nothing is written
        self._canvas: Any = Canvas(
            BytesIO(),
            pagesize=(UPRIGHT.width, UPRIGHT.height),
            invariant=1,
            pageCompression=1,
            initialFontName=first.name,  # type: ignore[arg-type]  # the stub says float
            lang=language,
        )
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
        self._key = self._marks.begin_page()
        self._canvas._code.append("0 J 0 j")

    def end_page(self) -> None:
        """Finish the sheet."""
        self._pages += 1
        self._canvas._code.append(self._marks.leave())
        self._canvas.showPage()
        finish_page(self._canvas, self._key)

    def finish(self, document: Node) -> bytes:
        """Return the file; `document` holds every node that was drawn."""
        for link, annotation in self._annotations:
            annotation["Contents"] = pdfdoc.PDFString(link.description())
        return finish(self._canvas, self._marks, document, **self._told)

    @contextmanager
    def aside(self, artifact: Artifact) -> Iterator[None]:
        """Draw everything as `artifact`, whatever it says it is, and without links."""
        before, self._aside = self._aside, artifact
        yield
        self._aside = before

    # ---- marks

    def text(self, tag: Tag, x: float, y: float, line: Line, size: float, colour: Colour) -> None:
        """Write a line with its baseline at y, as part of `tag`."""
        spans = line.spans
        if not spans:
            return
        if len(spans) == 1 and spans[0].link is None:
            self._stretch(tag, x, y, spans, size, colour)
            return
        for link, group in groupby(spans, key=lambda span: span.link):
            stretch = list(group)
            if link is None:
                self._stretch(tag, x, y, stretch, size, colour)
            else:
                end = min(stretch[-1].x + stretch[-1].width, line.width)  # not under the space at its end
                self._link_stretch(tag, x, y, stretch, end, size, colour, link)

    def _link_stretch(
        self,
        tag: Tag,
        x: float,
        y: float,
        spans: Sequence[Span],
        end: float,
        size: float,
        colour: Colour,
        target: str,
    ) -> None:
        """Write spans of one link; it can be pressed up to `end`, measured as the spans' own x."""
        inner = target.startswith("#")
        linked = self.linked(tag, target)
        self._stretch(linked, x, y, spans, size, colour if inner else LINK)
        start = x + spans[0].x
        width = end - spans[0].x
        self.link(linked, start, y - 0.85 * size, width, 1.15 * size, target)
        if not inner:
            self.rule(start, y + 0.14 * size, start + width, LINK, 0.4)

    def _stretch(
        self, tag: Tag, x: float, y: float, spans: Sequence[Span], size: float, colour: Colour
    ) -> None:
        """Write spans that follow each other; x is where their line starts."""
        self._enter(tag)
        out = [f"BT 1 0 0 1 {x + spans[0].x:.2f} {self._height - y:.2f} Tm"]
        if colour != self._colour:
            self._colour = colour
            out.append("{:.3g} {:.3g} {:.3g} rg".format(*colour))
        for span in spans:
            self._words(out, span.face, span.tokens, size)
        if isinstance(tag, LinkNode):
            tag.words += [token for span in spans for token in span.tokens]
        out.append("ET")
        self._draw(" ".join(out))

    def rule(self, x: float, y: float, end: float, colour: Colour = RULE, width: float = 0.5) -> None:
        """Draw a horizontal line."""
        down = self._height - y
        red, green, blue = colour
        self._enter(Artifact.LAYOUT)
        self._draw(
            f"{red:.3g} {green:.3g} {blue:.3g} RG {width:.2f} w {x:.2f} {down:.2f} m {end:.2f} {down:.2f} l S"
        )

    def leader(self, x: float, y: float, end: float, colour: Colour) -> None:
        """Draw the dots that lead the eye; no text, so that nothing reads them out."""
        if end - x < 8:
            return
        down = self._height - y
        start = end - int((end - x) / 4) * 4  # dots of all rows stand under each other
        red, green, blue = colour
        self._enter(Artifact.LAYOUT)
        self._draw(
            f"q 1 J 0.9 w [0 4] 0 d {red:.3g} {green:.3g} {blue:.3g} RG "
            f"{start:.2f} {down:.2f} m {end:.2f} {down:.2f} l S Q"
        )

    def frame(self, x: float, y: float, width: float, height: float, colour: Colour = RULE) -> None:
        """Draw a frame with its top left corner at (x, y)."""
        red, green, blue = colour
        bottom = self._height - y - height
        self._enter(Artifact.LAYOUT)
        self._draw(
            f"{red:.3g} {green:.3g} {blue:.3g} RG 0.6 w {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re S"
        )

    def picture(self, tag: Tag, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture file that `pictures.size` could read; the same bytes are stored once."""
        reader = self._images.get(id(data))
        if reader is None:
            reader = self._images[id(data)] = ImageReader(BytesIO(data))
        bottom = self._height - y - height
        if isinstance(tag, Node):
            box = f"{x:.2f} {bottom:.2f} {x + width:.2f} {bottom + height:.2f}"
            tag.attributes = f"/O/Layout/Placement/Block/BBox[{box}]"
        self._enter(tag)
        self._draw("")
        self._canvas.drawImage(reader, x, bottom, width, height, mask="auto")

    def watermark(self, line: Line, size: float, colour: Colour, width: float) -> None:
        """Write a line aslant over the middle of the sheet. Call it first: everything else lies above."""
        words = "".join(t for span in line.spans for t in span.tokens).encode("utf-16-be").hex()
        self._enter(Artifact.WATERMARK)
        # Without it pdftotext reads slanting text letter by letter, in among the lines of the page.
        self._draw(f"/Span <</ActualText <FEFF{words}>>> BDC")
        self._draw(f"q 0.7071 0.7071 -0.7071 0.7071 {width / 2:.2f} {self._height / 2:.2f} cm")
        height, self._height = self._height, 0.0
        self.text(Artifact.WATERMARK, -line.width / 2, size * 0.35, line, size, colour)
        self._height = height
        self._draw("Q EMC")
        self._colour = None

    # ---- links

    def page_number(self, anchor: str) -> str:
        """Return the number printed on the page where `anchor` is; empty for an unknown one."""
        place = self._places.get(anchor)
        return str(self._first_page + place.page) if place else ""

    def linked(self, tag: Tag, target: str) -> Tag:
        """Return what text of `tag` that leads to a URL or «#anchor» belongs to: a link in it, or `tag`.

        Nothing leads away from an artifact, nor to an anchor that isn't there.
        """
        if self._aside or not self._links or not isinstance(tag, Node):
            return tag
        known = not target.startswith("#") or target[1:] in self._places
        return self._marks.link(tag, target) if known or self._keep_pending else tag

    def link(self, tag: Tag, x: float, y: float, width: float, height: float, target: str) -> None:
        """Make a rectangle with its top left corner at (x, y) lead to `target`, for `linked` text `tag`."""
        bottom = self._height - y - height
        rectangle = (round(x, 2), round(bottom, 2), round(x + width, 2), round(bottom + height, 2))
        anchor = target[1:] if target.startswith("#") else None
        place = self._places.get(anchor) if anchor is not None else None
        if anchor is not None and place is None and not self._aside:
            self.pending.append(Pending(self._pages, rectangle, anchor))
        if not isinstance(tag, LinkNode):
            return
        annotation = pdfdoc.PDFDictionary()
        annotation["Type"], annotation["Subtype"] = pdfdoc.PDFName("Annot"), pdfdoc.PDFName("Link")
        annotation["Rect"], annotation["Border"] = pdfdoc.PDFArray(rectangle), pdfdoc.PDFArray([0, 0, 0])
        annotation["F"] = 4  # printed with the page, as an archive demands
        if anchor is None:
            address = quote(target, safe=_IN_ADDRESSES)
            action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(address)}
            annotation["A"] = pdfdoc.PDFDictionary(action)
        elif place is not None:
            annotation["Dest"] = self._destination(place)
        else:
            annotation["NM"] = pdfdoc.PDFString(f"{PENDING}{anchor}")
        name = f"link{len(self._annotations)}"
        self._canvas._addAnnotation(annotation, name)
        number = number_of(self._canvas, self._canvas._doc.annotationName(name))
        annotation["StructParent"] = self._marks.annotate(tag, number)
        self._annotations.append((tag, annotation))

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

    # ---- code

    def _enter(self, tag: Tag) -> None:
        """Let what is drawn next belong to `tag`."""
        tag = self._aside or tag
        if tag is not self._marks.current:
            self._canvas._code.append(self._marks.enter(tag))

    def _draw(self, code: str) -> None:
        """Write drawing operators. Raises Untagged outside every node and artifact."""
        if self._marks.current is None:
            raise Untagged("nothing may be drawn that is neither in the structure nor an artifact")
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
