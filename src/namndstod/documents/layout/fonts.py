"""The embedded typefaces: their widths, kerning and coverage.

Everything here is read-only data of the fonts, cached for the life of the process; what a single PDF needs
(its subsets) lives with the PDF in `pen`.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from unicodedata import category

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ...resources import resource

FALLBACK = "DejaVuSans"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_REMEMBERED_WORDS = 50_000
_UNREADABLE = ("Co", "Cn", "Cs")  # for private use, not assigned, surrogates
_WORDS = re.compile(r"[ \n]+|[^ \n]+")


class _Advances(dict[str, float]):
    """Widths of words in thousandths of the size, worked out when first asked for."""

    def __init__(self, widths: dict[int, float], kerning: dict[str, float]) -> None:
        super().__init__()
        self._widths = widths
        self._kerning = kerning

    def __missing__(self, word: str) -> float:
        if len(self) > _REMEMBERED_WORDS:
            self.clear()
        widths, kerning = self._widths, self._kerning
        advance = sum(widths.get(ord(c), 0.0) for c in word)
        if kerning:
            advance += sum(kerning.get(a + b, 0.0) for a, b in pairwise(word))
        self[word] = advance
        return advance


class Face:
    """One typeface in one style."""

    __slots__ = ("advance", "cap", "font", "kerning", "known", "name", "space")

    def __init__(self, name: str) -> None:
        data = resource(f"fonts/{name}.ttf").read_bytes()
        self.name = name
        self.font = TTFont(name, BytesIO(data))
        pdfmetrics.registerFont(self.font)
        glyphs: dict[int, int] = self.font.face.charToGlyph
        # Signs for private use mean nothing to a reader of the file: an archive may not have them.
        signs = (chr(code) for code, glyph in glyphs.items() if glyph)
        self.known = frozenset(s for s in signs if category(s) not in _UNREADABLE) | {" ", "\xa0", "\n"}
        self.kerning = _kerning(data, glyphs)
        self.advance = _Advances(self.font.face.charWidths, self.kerning)
        self.space = self.advance[" "]
        self.cap = self.font.face.capHeight / 1000

    def covers(self, text: str) -> bool:
        """Return whether the face has a glyph for every character of `text`."""
        return self.known.issuperset(text)


@cache
def face(name: str) -> Face:
    """Return the face stored as `resources/fonts/{name}.ttf`."""
    return Face(name)


def covered(text: str, first: Face) -> Iterator[tuple[Face, str]]:
    """Split `text` into stretches with a face that has glyphs for each of them: `first` where possible.

    What not even the fallback has is shown as � (see `uncovered`), never as nothing or an empty box.
    """
    if first.covers(text):
        yield first, text
        return
    choices = [first, face("Inter-Regular"), face("CharisSIL-Regular"), face(FALLBACK)]
    current, pending = first, ""
    for word in _WORDS.findall(text):
        for chosen, piece in _dressed(word, current, choices):
            if chosen is not current:
                if pending:
                    yield current, pending
                current, pending = chosen, ""
            pending += piece
    yield current, pending


def _dressed(word: str, current: Face, choices: Sequence[Face]) -> Iterator[tuple[Face, str]]:
    """Yield the word in one face where one has all of it, else letter by letter; spaces stay."""
    if not word.strip(" \n"):
        yield current, word
        return
    whole = next((choice for choice in choices if choice.covers(word)), None)
    if whole is not None:
        yield whole, word
        return
    for char in word:
        chosen = next((choice for choice in choices if char in choice.known), None)
        yield (chosen, char) if chosen else (choices[-1], REPLACEMENT)


def uncovered(text: str) -> set[str]:
    """Return the characters of `text` that no embedded face can show."""
    names = ("CharisSIL-Regular", "Inter-Regular")
    if any(face(name).covers(text) for name in names):
        return set()
    return set(text).difference(*(face(name).known for name in (*names, FALLBACK)))


def _kerning(data: bytes, glyphs: dict[int, int]) -> dict[str, float]:
    """Read the pairs of a `kern` table (format 0) as two-letter strings → thousandths of the size."""
    tables = {
        data[at : at + 4]: struct.unpack(">LL", data[at + 8 : at + 16])
        for at in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16)
    }
    if b"kern" not in tables:
        return {}
    units = int.from_bytes(data[tables[b"head"][0] + 18 : tables[b"head"][0] + 20], "big")
    chars: dict[int, list[str]] = {}
    for code, glyph in glyphs.items():
        chars.setdefault(glyph, []).append(chr(code))
    at = tables[b"kern"][0] + 10
    count = int.from_bytes(data[at : at + 2], "big")
    pairs = struct.iter_unpack(">HHh", data[at + 8 : at + 8 + 6 * count])
    return {
        left + right: value * 1000 / units
        for first, second, value in pairs
        for left in chars.get(first, ())
        for right in chars.get(second, ())
    }
