"""The words of a PDF page where they stand: position, size and boldness of the characters that are drawn."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw

_BOLD = re.compile(r"bold|black|heavy|fett|semib|demi", re.IGNORECASE)
_FORCED_BOLD = 1 << 18  # a font's flag
_HYPHENS = {0x02: "-", 0xFFFE: "-"}  # what pdfium makes of a hyphen at the end of a line
_LINE_ENDS = (0, 0x0A, 0x0D)
_STROKED, _UNSEEN = 2, 3  # how text is drawn: filled and stroked is bold by hand; unseen lies under a scan
_APART = 0.17  # of the size: so far from its neighbour a letter begins a new word
_APART_AS_TOLD = 0.09  # … where pdfium has put in a space
_LIGATURE = 1.0  # of the size: the letters of «ffi» all stand where the first of them does
_SAME_LINE = 0.6  # of the size: some fonts' boxes are as high as each letter, «j» and «.» alike
_MOST_CHARACTERS = 60_000  # on a page


@dataclass(slots=True)
class Word:
    """A word: left and right edge, baseline over the lower edge of the page as it is shown; in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    size: float
    bold: bool
    unseen: bool
    level: bool  # runs along the page, as it is shown


def page_words(page: pypdfium2.PdfPage) -> list[Word]:
    """Return the words of a page in the order in which they are drawn; what runs upwards is left out."""
    text = page.get_textpage()
    try:
        return list(_words(text.raw, _Turn(page)))
    finally:
        text.close()


class _Turn:
    """Where a point of a page stands when the page is shown, turned as it says."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.quarter: int = (page.get_rotation() // 90) % 4
        self.left: float
        self._bottom: float
        self._right: float
        self._top: float
        self.left, self._bottom, self._right, self._top = page.get_cropbox()

    def box(self, box: raw.FS_RECTF) -> tuple[float, float, float]:
        """Return left and right edge of a box, and the height of its middle."""
        across, up = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        if self.quarter == 0:
            return box.left - self.left, box.right - self.left, up - self._bottom
        if self.quarter == 1:
            return box.bottom - self._bottom, box.top - self._bottom, self._right - across
        if self.quarter == 2:
            return self._right - box.right, self._right - box.left, self._top - up
        return self._top - box.top, self._top - box.bottom, across - self.left

    def height(self, x: float, y: float) -> float:
        """Return how high a point stands."""
        return (y - self._bottom, self._right - x, self._top - y, x - self.left)[self.quarter]


def _words(page: ctypes.c_void_p, turn: _Turn) -> Iterator[Word]:
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    unicode_of, box_of, box_there = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, ctypes.byref(box)
    looks = _Looks(page, turn.quarter)
    upright, margin = turn.quarter == 0, turn.left
    word: Word | None = None
    middle = 0.0  # height of the middle of the latest letter's box
    parted = told = False
    for at in range(min(raw.FPDFText_CountChars(page), _MOST_CHARACTERS)):
        code = unicode_of(page, at)
        if code in _LINE_ENDS:
            parted = True
            continue
        letter = _HYPHENS.get(code) or chr(code)
        if letter.isspace():
            # A space that pdfium puts in by itself counts only where the letters really stand apart.
            generated = raw.FPDFText_IsGenerated(page, at)
            parted, told = parted or not generated, told or bool(generated)
            continue
        if not box_of(page, at, box_there):
            continue
        if upright:
            left, right, height = box.left - margin, box.right - margin, (box.bottom + box.top) / 2
        else:
            left, right, height = turn.box(box)
        if (
            word is not None
            and not parted
            and -_SAME_LINE * word.size < height - middle < _SAME_LINE * word.size
            and -_LIGATURE * word.size < left - word.right < (_APART_AS_TOLD if told else _APART) * word.size
        ):
            word.text += letter
            if right > word.right:
                word.right = right
        else:
            if word is not None:
                yield word
                word = None
            look = looks.of(at)
            if look.level:
                raw.FPDFText_GetCharOrigin(page, at, x, y)
                base = turn.height(x.value, y.value)
                word = Word(letter, left, right, base, look.size, look.bold, look.unseen)
        middle = height
        parted = told = False
    if word is not None:
        yield word


class _Looks:
    """How characters look; asked anew only where another stretch of text begins."""

    def __init__(self, page: ctypes.c_void_p, quarter: int) -> None:
        self._page, self._quarter = page, quarter
        self._stretch: int | None = None
        self._look = _Look(0.0, False, False, True)
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._matrix = raw.FS_MATRIX()

    def of(self, at: int) -> _Look:
        stretch = raw.FPDFText_GetTextObject(self._page, at)
        address = ctypes.cast(stretch, ctypes.c_void_p).value if stretch else None
        if address is None or address != self._stretch:
            self._stretch = address
            self._look = self._asked(at, stretch)
        return self._look

    def _asked(self, at: int, stretch: object) -> _Look:
        matrix = self._matrix
        known = raw.FPDFText_GetMatrix(self._page, at, matrix)
        a, b, c, d = (matrix.a, matrix.b, matrix.c, matrix.d) if known else (1.0, 0.0, 0.0, 1.0)
        size = raw.FPDFText_GetFontSize(self._page, at) * (math.hypot(c, d) or 1.0)
        turned = round(math.degrees(math.atan2(b, a)) / 90) - self._quarter
        self._name.value = b""
        raw.FPDFText_GetFontInfo(self._page, at, self._name, len(self._name), self._flags)
        name = self._name.value.decode("utf-8", "replace")
        mode = raw.FPDFTextObj_GetTextRenderMode(stretch) if stretch else 0
        bold = bool(_BOLD.search(name)) or bool(self._flags.value & _FORCED_BOLD) or mode == _STROKED
        return _Look(round(abs(size), 1) or 1.0, bold, mode == _UNSEEN, turned % 4 == 0)
