"""From runs of text to lines: where words may part, and how many fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from unicodedata import is_normalized, normalize

from ...domain.content import Inline, Run
from .fonts import Face, covered
from .styles import Style

Fragment = tuple[Face, str, str | None]  # face, text, link
Token = tuple[Fragment, ...]  # what no line break may fall inside; a space belongs to the token before it

# A hyphen or dash between words of letters may end a line; one in a date, a dnr or «e-post» may not.
_SEAMS = re.compile(r"(?<=[^\W\d_]{2}[-–/])(?=[^\W\d_]{3})|\u200b")
_SEAM_SIGNS = re.compile(r"[-–/\u200b]")
_GOOD_PLACES = "/-_.@?&=,;:"  # where a word that is too long for any line is parted rather
_UNWANTED = dict.fromkeys(
    (*range(9), *range(11, 32), *range(0x7F, 0xA0), 0xAD, 0xFEFF, 0x2060)
) | dict.fromkeys((0x09, 0x0B, 0x0C, 0x0D), " ")
_UNWANTED[0x2028] = _UNWANTED[0x2029] = _UNWANTED[0x85] = "\n"
# Drawn as what they look like, so that a search for «2027-05-14» or «92 kronor» in the PDF finds it.
_SHOWN = {0xA0: " ", 0x202F: " ", 0x2011: "-", 0x2010: "-", 0x200B: ""}
_BOUND = ("\xa0", "\u202f", "\u2011", "\u2010", "\u200b")
_REMEMBERED = 6000  # paragraphs broken lately: a paper that is drawn again has changed in one of them
_SHORT_END = 0.13  # a last line shorter than this part of the measure gets company


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one face on a line; `x` and `width` in points from the start of the line."""

    face: Face
    tokens: Sequence[str]
    x: float
    width: float
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A set line. `width` leaves out the space at its end."""

    spans: tuple[Span, ...]
    width: float


def clean(text: str) -> str:
    """Return `text` composed (NFC) and without characters that have no place on paper."""
    if text.isascii() and text.isprintable():
        return text
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return text.translate(_UNWANTED)


def lines(runs: Inline, style: Style, measure: float) -> list[Line]:
    """Break `runs` into lines of at most `measure` points. Always at least one line."""
    return list(_broken(runs, style, measure))


@lru_cache(maxsize=_REMEMBERED)
def _broken(runs: Inline, style: Style, measure: float) -> tuple[Line, ...]:
    if len(runs) == 1 and not runs[0].link:
        text = clean(runs[0].text)
        face = style.face(runs[0].strong, runs[0].emphasis)
        if face.covers(text):
            segments = text.split("\n")
            last = len(segments) - 1
            return tuple(
                line
                for i, segment in enumerate(segments)
                for line in _plain_lines(segment, face, style.size, measure, parted=i < last)
            )
    return tuple(
        line for segment in _tokens(runs, style) for line in _mixed_lines(segment, style.size, measure)
    )


def line(text: str, style: Style) -> Line:
    """Set `text` on one line, however wide it gets."""
    return lines((Run(text.replace("\n", " ")),), style, 1e9)[0]


def balanced(runs: Inline, style: Style, measure: float) -> list[Line]:
    """Break as `lines` does, but into lines of about equal length (headings)."""
    found = lines(runs, style, measure)
    if not 1 < len(found) < 5:
        return found
    low, high = sum(one.width for one in found) / len(found), measure
    for _ in range(5):
        middle = (low + high) / 2
        tried = lines(runs, style, middle)
        if len(tried) > len(found):
            low = middle
        else:
            high, found = middle, tried
    return found


def fitted(text: str, style: Style, measure: float) -> Line:
    """Set `text` on one line of at most `measure`, its end replaced by … where there is no room."""
    whole = line(text, style)
    while whole.width > measure and len(text) > 1:
        text = text[: min(len(text) - 2, int(len(text) * measure / whole.width))].rstrip(" …") + "…"
        whole = line(text, style)
    return whole


def spaced(line: Line) -> Line:
    """Return the line with a space after it, unseen, so that what is read next begins a new word."""
    if not line.spans:
        return line
    *before, last = line.spans
    tokens = (*last.tokens[:-1], last.tokens[-1].rstrip(" ") + " ")
    return Line((*before, Span(last.face, tokens, last.x, last.width, last.link)), line.width)


def widest_word(runs: Inline, style: Style) -> float:
    """Return the width of the widest stretch that ought not to be broken."""
    scale = style.size / 1000
    return max(
        (
            sum(face.advance[text.rstrip(" ")] for face, text, _ in token) * scale
            for segment in _tokens(runs, style)
            for token in segment
        ),
        default=0.0,
    )


def _words(segment: str) -> list[str]:
    """Split at the places where a line may end; a space stays at the end of the word before it."""
    parts = [part for part in segment.split(" ") if part]
    words = [part + " " for part in parts]
    if words and segment[-1] != " ":
        words[-1] = parts[-1]
    if _SEAM_SIGNS.search(segment):
        words = [piece for word in words for piece in _SEAMS.split(word) if piece]
    if not segment.isascii() and any(sign in segment for sign in _BOUND):
        words = [word if word.isascii() else word.translate(_SHOWN) for word in words]
    return words


def _plain_lines(segment: str, face: Face, size: float, measure: float, *, parted: bool) -> list[Line]:
    """Break text in one face; `parted` text ends with a space, which parts it from what comes below it."""
    words = _words(segment)
    if not words:
        return [Line((), 0.0)]
    words[-1] = words[-1].rstrip(" ") + (" " if parted else "")
    scale, table = size / 1000, face.advance
    space = face.space * scale
    advances = [table[word] * scale for word in words]
    visible = [a - space if w[-1:] == " " else a for a, w in zip(advances, words, strict=True)]
    if max(visible) > measure:
        tokens: list[Token] = [((face, word, None),) for word in words]
        return _mixed_lines(tokens, size, measure)
    out = []
    for start, end, width in _breaks(advances, visible, measure):
        out.append(Line((Span(face, words[start:end], 0.0, width),), width))
    return out


def _mixed_lines(tokens: list[Token], size: float, measure: float) -> list[Line]:
    """Break text with several faces or links."""
    if not tokens:
        return [Line((), 0.0)]
    scale = size / 1000
    tokens = [piece for token in tokens for piece in _parted(token, scale, measure)]
    advances = [sum(face.advance[text] for face, text, _ in token) * scale for token in tokens]
    visible = [
        a - token[-1][0].space * scale if token[-1][1][-1:] == " " else a
        for a, token in zip(advances, tokens, strict=True)
    ]
    return [
        Line(_spans([f for token in tokens[start:end] for f in token], scale), width)
        for start, end, width in _breaks(advances, visible, measure)
    ]


def _spans(fragments: list[Fragment], scale: float) -> tuple[Span, ...]:
    spans, x = [], 0.0
    for (face, link), group in groupby(fragments, key=lambda f: (f[0], f[2])):
        texts = [text for _, text, _ in group]
        advance = sum(face.advance[text] for text in texts) * scale
        spans.append(Span(face, texts, x, advance, link))
        x += advance
    return tuple(spans)


def _breaks(advances: list[float], visible: list[float], measure: float) -> list[tuple[int, int, float]]:
    """Return (first token, end, width) of each line: as many tokens as fit, and no lonely short word last."""
    found = []
    start, x = 0, 0.0
    limit = measure + 0.01
    for i, advance in enumerate(advances):
        if x + visible[i] > limit and i > start:
            found.append((start, i))
            start, x = i, 0.0
        x += advance
    found.append((start, len(advances)))
    if len(found) > 1 and found[-1][1] - found[-1][0] == 1 and visible[-1] < _SHORT_END * measure:
        first, middle = found[-2]
        company = advances[middle - 1] + visible[-1]
        rest = sum(advances[first : middle - 1])
        if middle - first > 2 and company < measure and rest > 0.7 * measure:
            found[-2:] = [(first, middle - 1), (middle - 1, len(advances))]
    return [(a, b, sum(advances[a : b - 1]) + visible[b - 1]) for a, b in found]


def _parted(token: Token, scale: float, measure: float) -> list[Token]:
    """Return the token, or its pieces when it alone is wider than a line."""
    if sum(face.advance[text.rstrip(" ")] for face, text, _ in token) * scale <= measure:
        return [token]
    pieces: list[Token] = []
    room, current = measure, list[Fragment]()
    for face, text, link in token:
        while text:
            fits = _fitting(face, text, scale, room)
            if fits < len(text) and not fits and not current:
                fits = 1  # narrower than one letter: nothing better can be done
            if fits:
                current.append((face, text[:fits], link))
                room -= face.advance[text[:fits]] * scale
                text = text[fits:]
            if text:
                pieces.append(tuple(current))
                room, current = measure, []
    if current:
        pieces.append(tuple(current))
    return pieces


def _fitting(face: Face, text: str, scale: float, room: float) -> int:
    """Return how many letters of `text` go into `room`, rather up to a sign where parting looks natural."""
    x, count = 0.0, 0
    for char in text:
        x += face.advance[char] * scale
        if x > room and char != " ":
            break
        count += 1
    if count < len(text):
        good = max(text.rfind(sign, count // 2, count) for sign in _GOOD_PLACES)
        if good > 0:
            return good + 1
    return count


def _end(tokens: list[list[Fragment]]) -> None:
    """End a forced line with a space, unseen, that parts its last word from the first below it."""
    if tokens and not tokens[-1][-1][1].endswith(" "):
        face, text, link = tokens[-1][-1]
        tokens[-1][-1] = (face, text + " ", link)


def _tokens(runs: Inline, style: Style) -> list[list[Token]]:
    """Return the tokens of each forced line of a paragraph with several faces."""
    segments: list[list[list[Fragment]]] = [[]]
    glued = False  # the next word continues the token before it
    for run in runs:
        wanted = style.face(run.strong, run.emphasis)
        for face, stretch in covered(clean(run.text), wanted):
            for k, part in enumerate(stretch.split("\n")):
                if k:
                    _end(segments[-1])
                    segments.append([])
                    glued = False
                tokens = segments[-1]
                if glued and part.startswith(" "):
                    last_face, last_text, last_link = tokens[-1][-1]
                    tokens[-1][-1] = (last_face, last_text + " ", last_link)
                    glued = False
                for word in _words(part):
                    if glued:
                        tokens[-1].append((face, word, run.link))
                    else:
                        tokens.append([(face, word, run.link)])
                    glued = False
                if part:
                    glued = bool(tokens) and not part.endswith(" ")
    return [[tuple(token) for token in segment] for segment in segments]
