"""Other people's PDF pages in a packet: taken over without what is active, and stamped with a number."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from .layout import stamps

_FONT = Name("/NamndstodNummer")
_HARMLESS = frozenset({"/GoTo", "/URI", "/Named"})
_SAFE_SCHEMES = (b"http:", b"https:", b"mailto:")
_ACTIVE = frozenset({"/FileAttachment", "/Movie", "/Sound", "/Screen", "/RichMedia", "/3D", "/Widget"})
_MARGIN = 14.0  # from the sheet's edges to the number's backing
_NORMAL = 595.0  # the shorter side of an ordinary sheet, on which the number has its ordinary size


def add_pages(packet: pikepdf.Pdf, source: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Append all pages of `source` and return them.

    What forms and signatures show is baked into the pages: a digital signature would be broken by the copy,
    and fields of two forms with the same name would share their values. Scripts, embedded files and actions
    that start something are left behind; web links stay.
    """
    if "/AcroForm" in source.Root:
        _bake_forms(source)
    start = len(packet.pages)
    packet.add_pages_from(source, forms="strip")
    added: list[pikepdf.Object] = [packet.pages[i].obj for i in range(start, len(packet.pages))]
    for page in added:
        _disarm(page)
    _keep_layers(packet, source)
    return added


def _bake_forms(source: pikepdf.Pdf) -> None:
    form = source.Root.AcroForm
    if isinstance(form, Dictionary) and bool(form.get("/NeedAppearances", False)):
        source.generate_appearance_streams()
    source.flatten_annotations("all")


def _disarm(page: pikepdf.Object) -> None:
    for key in ("/AA", "/AF", "/PieceInfo", "/StructParents", "/Thumb"):
        if key in page:
            del page[key]
    annotations = page.get("/Annots")
    if annotations is None:
        return
    if not isinstance(annotations, Array):
        del page["/Annots"]
        return
    kept = [one for one in annotations if isinstance(one, Dictionary) and _disarmed(one)]
    if len(kept) != len(annotations):
        page.Annots = Array(kept)


def _disarmed(annotation: pikepdf.Object) -> bool:
    """Take what is active off an annotation; return whether something is left to keep."""
    if str(annotation.get("/Subtype")) in _ACTIVE:
        return False
    for key in ("/AA", "/AF", "/PA", "/StructParent"):
        if key in annotation:
            del annotation[key]
    action = annotation.get("/A")
    if action is not None:
        if not _harmless(action):
            del annotation["/A"]
        elif "/Next" in action:
            del action["/Next"]
    return True


def _harmless(action: pikepdf.Object) -> bool:
    if not isinstance(action, Dictionary) or str(action.get("/S")) not in _HARMLESS:
        return False
    if str(action.get("/S")) != "/URI":
        return True
    uri = action.get("/URI")
    return isinstance(uri, pikepdf.String) and bytes(uri).strip().lower().startswith(_SAFE_SCHEMES)


def _keep_layers(packet: pikepdf.Pdf, source: pikepdf.Pdf) -> None:
    """Take over which layers are off; without this, hidden layers of a drawing would show."""
    layers = source.Root.get("/OCProperties")
    if not isinstance(layers, Dictionary) or "/OCGs" not in layers:
        return
    if not layers.is_indirect:
        layers = source.make_indirect(layers)
    copied = packet.copy_foreign(layers)
    root = packet.Root
    if "/OCProperties" not in root:
        root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary(OFF=Array([]), ON=Array([])))
    root.OCProperties.OCGs.extend(copied.OCGs)
    default = copied.get("/D", Dictionary())
    off = default.get("/OFF", Array([]))
    if str(default.get("/BaseState", Name.ON)) == "/OFF":
        on = {layer.objgen for layer in default.get("/ON", Array([]))}
        off = Array([layer for layer in copied.OCGs if layer.objgen not in on])
    root.OCProperties.D.OFF.extend(off)


class Stamper:
    """Writes «12 (303)» in the upper right corner of pages as they are seen."""

    def __init__(self, packet: pikepdf.Pdf) -> None:
        self._packet = packet
        self._font: pikepdf.Object | None = None
        self._begin: pikepdf.Object | None = None
        self._resources: dict[tuple[int, int], pikepdf.Object] = {}

    def stamp(self, page: pikepdf.Object, text: str) -> None:
        """Put the number on a page. Shared resources are copied, never changed."""
        if self._begin is None:
            self._begin = self._packet.make_stream(b"q\n")
        stamp = self._packet.make_stream(self._code(page, text).encode("ascii"))
        contents = page.get("/Contents")
        old = list(contents) if isinstance(contents, Array) else [] if contents is None else [contents]
        page.Contents = Array([self._begin, *old, stamp])
        page.Resources = self._with_font(page.get("/Resources"))

    def _code(self, page: pikepdf.Object, text: str) -> str:
        x0, y0, x1, y1 = _visible(page)
        rotation = int(page.get("/Rotate", 0)) % 360
        wide, high = (y1 - y0, x1 - x0) if rotation in (90, 270) else (x1 - x0, y1 - y0)
        matrix = {
            0: f"1 0 0 1 {x0:.2f} {y0:.2f}",
            90: f"0 1 -1 0 {x1:.2f} {y0:.2f}",
            180: f"-1 0 0 -1 {x1:.2f} {y1:.2f}",
            270: f"0 -1 1 0 {x0:.2f} {y1:.2f}",
        }.get(rotation, f"1 0 0 1 {x0:.2f} {y0:.2f}")
        scale = min(max(min(wide, high) / _NORMAL, 0.6), 6.0)
        width, height = stamps.width(text) + 8, stamps.SIZE + 6
        corner_x = wide / scale - _MARGIN - width
        corner_y = high / scale - _MARGIN - height
        backing = f"1 g {corner_x:.2f} {corner_y:.2f} {width:.2f} {height:.2f} re f"
        text_code = stamps.code(text, str(_FONT), corner_x + 4, corner_y + 5)
        return f"\nQ\nq {matrix} cm {scale:.4f} 0 0 {scale:.4f} 0 0 cm {backing} {text_code} Q\n"

    def _with_font(self, resources: pikepdf.Object | None) -> pikepdf.Object:
        """Return a copy of `resources` with the stamp's font; one copy for pages that share theirs."""
        shared = resources is not None and resources.is_indirect
        if resources is not None and shared and resources.objgen in self._resources:
            return self._resources[resources.objgen]
        copied = Dictionary(dict(resources.items())) if isinstance(resources, Dictionary) else Dictionary()
        fonts = copied.get("/Font")
        copied.Font = Dictionary(dict(fonts.items())) if isinstance(fonts, Dictionary) else Dictionary()
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


def _visible(page: pikepdf.Object) -> tuple[float, float, float, float]:
    """Return the part of the sheet that is shown: the crop box within the media box."""
    media = _box(page.get("/MediaBox")) or (0.0, 0.0, 595.28, 841.89)
    crop = _box(page.get("/CropBox")) or media
    x0, y0, x1, y1 = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return (x0, y0, x1, y1) if x1 - x0 > 1 and y1 - y0 > 1 else media


def _box(value: object) -> tuple[float, float, float, float] | None:
    if not isinstance(value, Array | Sequence) or len(value) != 4:
        return None
    a, b, c, d = (float(v) for v in value)
    return min(a, c), min(b, d), max(a, c), max(b, d)
