"""What a PDF may become when it is unpacked: looked into with bounds, before anything reads it in full.

`open_bombs` works on the file's bytes: a library that opens the file unpacks its object streams whole.
`heavy_page` works on the opened file: a reader unpacks a page's drawing whole.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

MOST_OBJECTS = 150_000_000  # bytes in one stream of objects or of cross-references
MOST_DRAWING = 200_000_000  # bytes in one stream of a page
MOST_PIXELS = 300_000_000
MOST_SIDE = 14_400.0  # units of a page's side: what ISO 32000 allows
_FLATE = 1032  # the most that one byte becomes
_LZW = 2731
_STREAM = re.compile(rb"/(?:ObjStm|XRef)\b")
_BODY = re.compile(rb"stream\r?\n")


def open_bombs(data: bytes) -> bool:
    """Return whether a stream of objects becomes unreasonably large; told by unpacking it piece by piece."""
    for found in _STREAM.finditer(data):
        body = _BODY.search(data, found.end(), found.end() + 4096)
        if body is None:
            continue
        end = data.find(b"endstream", body.end())
        raw = memoryview(data)[body.end() : end if end >= 0 else len(data)]
        if len(raw) * _FLATE > MOST_OBJECTS and _inflated(bytes(raw), MOST_OBJECTS) > MOST_OBJECTS:
            return True
    return False


def _inflated(raw: bytes, most: int) -> int:
    """Return how many bytes `raw` becomes; it stops just above `most`."""
    unpacker, count, waiting = zlib.decompressobj(), 0, raw
    try:
        while waiting and count <= most and not unpacker.eof:
            count += len(unpacker.decompress(waiting, 1 << 20))
            waiting = unpacker.unconsumed_tail
    except zlib.error:
        return count
    return count


def heavy_page(pdf: pikepdf.Pdf) -> int | None:
    """Return the number of the first page with something in it that becomes unreasonably large."""
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, 1):
        for stream in _streams(page.obj, seen):
            if _is_heavy(stream):
                return number
    return None


def cut_to_size(pdf: pikepdf.Pdf) -> int:
    """Give pages larger than any reader shows the size of A4; return how many there were."""
    cut = 0
    for page in pdf.pages:
        if not _sensible(page.mediabox):  # its own, or that of a node above it
            page.obj.MediaBox = Array([0, 0, 595.28, 841.89])
            if "/CropBox" in page.obj:
                del page.obj["/CropBox"]
            cut += 1
    return cut


def _sensible(box: Any) -> bool:
    """Tell whether a box has four numbers, an area, and sides that a reader can show."""
    try:
        a, b, c, d = (float(side) for side in box)  # None: no size at all
    except (TypeError, ValueError):
        return False
    return all(0 < abs(side) <= MOST_SIDE for side in (a - c, b - d)) and max(map(abs, (a, b, c, d))) < 1e6


def _streams(page: Any, seen: set[tuple[int, int]]) -> Iterator[pikepdf.Stream]:
    """Yield what a page draws with: its contents, forms, pictures and patterns, each once in the file."""
    waiting: list[Any] = [page.get("/Contents"), page.get("/Resources"), page.get("/Annots")]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Array):
            waiting += list(one)
            continue
        if not isinstance(one, Dictionary | pikepdf.Stream):
            continue
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if str(one.get("/Type")) == "/Page":
            continue
        if isinstance(one, pikepdf.Stream):
            yield one
        waiting += [value for key, value in one.items() if key not in ("/P", "/Parent", "/Dest", "/A")]


def _is_heavy(stream: pikepdf.Stream) -> bool:
    if str(stream.get("/Subtype")) == "/Image":
        wide, high = stream.get("/Width", 0), stream.get("/Height", 0)
        if not isinstance(wide, int) or not isinstance(high, int) or wide * high > MOST_PIXELS:
            return True
    filters = stream.get("/Filter")
    names = [str(one) for one in filters] if isinstance(filters, Array) else [str(filters)]
    length = stream.get("/Length", 0)
    length = length if isinstance(length, int) else 0
    growth = 1
    for name in names:
        growth *= {"/FlateDecode": _FLATE, "/Fl": _FLATE, "/LZWDecode": _LZW, "/LZW": _LZW}.get(name, 1)
    if growth == 1 or length * growth <= MOST_DRAWING:
        return False
    return _unpacked(stream.read_raw_bytes(), names) > MOST_DRAWING


def _unpacked(data: bytes, names: list[str]) -> int:
    """Return how many bytes `data` becomes through its filters; stops above the bound."""
    for place, name in enumerate(names):
        if name in ("/FlateDecode", "/Fl"):
            count = _inflated(data, MOST_DRAWING)
            if count > MOST_DRAWING or place == len(names) - 1:
                return count
            data = zlib.decompressobj().decompress(data, MOST_DRAWING)
        elif name in ("/LZWDecode", "/LZW"):
            return _lzw_length(data)
        elif name in ("/ASCIIHexDecode", "/ASCII85Decode"):
            data = bytes(pikepdf.Stream(pikepdf.new(), data, Filter=Name(name)).read_bytes())
        else:
            return len(data)
    return len(data)


def _lzw_length(data: bytes) -> int:
    """Return how many bytes LZW data becomes, without making them; stops above the bound."""
    count, width, at, bits = 0, 9, 0, len(data) * 8
    lengths = [1] * 258
    before = 0
    while at + width <= bits and count <= MOST_DRAWING:
        start = at >> 3
        chunk = int.from_bytes(data[start : start + 4].ljust(4, b"\0"), "big")
        code = (chunk >> (32 - (at & 7) - width)) & ((1 << width) - 1)
        at += width
        if code == 257:
            break
        if code == 256:
            del lengths[258:]
            width, before = 9, 0
            continue
        length = lengths[code] if code < len(lengths) else before + 1
        if before and len(lengths) < 4096:
            lengths.append(before + 1)
        count += length
        before = length
        entries = len(lengths) + 1
        width = 12 if entries >= 2048 else 11 if entries >= 1024 else 10 if entries >= 512 else 9
    return count
