"""Page numbers on other people's pages, upright in the upper right corner as the page is seen."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from io import BytesIO
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

from .layout import stamps

_FONT = Name("/NamndstodNummer")
_ARTIFACT = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"
_MARGIN = 14.0  # from the sheet's edges to the number's backing
_NORMAL = 595.0  # the shorter side of an ordinary sheet, on which the number has its ordinary size
_SMALLEST, _LARGEST = 0.6, 24.0  # of its ordinary size: on small sheets it stays legible, posters are reduced
_A4 = (0.0, 0.0, 595.28, 841.89)


class Sheet(NamedTuple):
    """The part of a page that is shown, in its own units; `unit` is the points in one of them."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    unit: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen, in the page's units."""
        across, up = self.right - self.left, self.top - self.bottom
        return (up, across) if self.rotation in (90, 270) else (across, up)


class Stamper:
    """Writes «12 (303)» on pages, as an artifact: it is not read out."""

    def __init__(self, packet: pikepdf.Pdf) -> None:
        self._packet = packet
        self._font: pikepdf.Object | None = None
        self._begin: pikepdf.Object | None = None
        self._resources: dict[tuple[int, int], pikepdf.Object] = {}

    def stamp(self, page: pikepdf.Object, text: str) -> None:
        """Put the number on a page. Shared resources are copied, never changed."""
        if self._begin is None:
            self._begin = self._packet.make_stream(b"q\n")
        stamp = self._packet.make_stream(_code(sheet_of(page), text).encode("ascii"))
        contents = page.get("/Contents")
        old = list(contents) if isinstance(contents, Array) else [] if contents is None else [contents]
        page.Contents = Array([self._begin, *old, stamp])
        page.Resources = self._with_font(page.get("/Resources"))

    def _with_font(self, resources: pikepdf.Object | None) -> pikepdf.Object:
        """Return a copy of `resources` with the stamp's font; one copy for pages that share theirs."""
        shared = resources is not None and resources.is_indirect
        if resources is not None and shared and resources.objgen in self._resources:
            return self._resources[resources.objgen]
        copied: pikepdf.Object = copy(resources) if isinstance(resources, Dictionary) else Dictionary()
        fonts = copied.get("/Font")
        copied.Font = copy(fonts) if isinstance(fonts, Dictionary) else Dictionary()
        copied.Font[_FONT] = self._stamp_font()
        if resources is None or not shared:
            return copied
        self._resources[resources.objgen] = self._packet.make_indirect(copied)
        return self._resources[resources.objgen]

    def _stamp_font(self) -> pikepdf.Object:
        if self._font is None:
            with pikepdf.open(BytesIO(stamps.font_sheet())) as sheet:
                (font,) = sheet.pages[0].obj.Resources.Font.values()
                self._font = self._packet.copy_foreign(sheet.make_indirect(font))
        return self._font


def _code(sheet: Sheet, text: str) -> str:
    wide, high = sheet.size
    x0, y0, x1, y1 = sheet[:4]
    matrix = {
        90: f"0 1 -1 0 {x1:.2f} {y0:.2f}",
        180: f"-1 0 0 -1 {x1:.2f} {y1:.2f}",
        270: f"0 -1 1 0 {x0:.2f} {y1:.2f}",
    }.get(sheet.rotation, f"1 0 0 1 {x0:.2f} {y0:.2f}")
    width, height = stamps.width(text) + 8, stamps.SIZE + 6
    scale = min(max(min(wide, high) * sheet.unit / _NORMAL, _SMALLEST), _LARGEST) / sheet.unit
    scale = min(scale, wide / (width + _MARGIN), high / (height + _MARGIN))  # on a sheet like a stamp
    corner_x = wide / scale - _MARGIN - width
    corner_y = high / scale - _MARGIN - height
    backing = f"1 g {corner_x:.2f} {corner_y:.2f} {width:.2f} {height:.2f} re f"
    number = stamps.code(text, str(_FONT), corner_x + 4, corner_y + 5)
    return f"\nQ\n{_ARTIFACT} q {matrix} cm {scale:.5f} 0 0 {scale:.5f} 0 0 cm {backing} {number} Q EMC\n"


def sheet_of(page: pikepdf.Object) -> Sheet:
    """Return what is shown of a page: the crop box within the media box; A4 where none makes sense."""
    media = _box(page.get("/MediaBox")) or _A4
    crop = _box(page.get("/CropBox")) or media
    seen = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    box = seen if seen[2] - seen[0] > 1 and seen[3] - seen[1] > 1 else media
    unit = _number(page.get("/UserUnit"))
    turned = _number(page.get("/Rotate"))
    rotation = int(turned) % 360 if turned is not None and abs(turned) < 1e6 else 0
    return Sheet(*box, rotation, unit if unit and 0 < unit <= 75_000 else 1.0)


def sound_boxes(page: pikepdf.Object) -> None:
    """Make a page of no sensible size an A4, so that all readers agree where its corners are."""
    if _box(page.get("/MediaBox")) is None:
        page.MediaBox = Array([0, 0, 595.28, 841.89])
    for key in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
        if key in page and _box(page[key]) is None:
            del page[key]


def _box(value: object) -> tuple[float, float, float, float] | None:
    """Return a box with its corners in order; None for what is no box or has no area."""
    if not isinstance(value, Array | Sequence) or len(value) != 4:
        return None
    sides = [_number(one) for one in value]
    a, b, c, d = (1e9 if one is None else one for one in sides)
    if max(abs(a), abs(b), abs(c), abs(d)) > 1e6 or abs(a - c) < 1e-3 or abs(b - d) < 1e-3:
        return None
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _number(value: object) -> float | None:
    try:
        return None if isinstance(value, bool) else float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
