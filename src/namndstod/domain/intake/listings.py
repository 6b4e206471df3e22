"""Lists in papers: their marks and their entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from .mending import joined
from .source import SourceLine

_MARK: Final = re.compile(
    r"(?P<bullet>[•·●▪■◦○\uf0b7\uf0a7*]\s*|[-–—]\s+)|(?P<number>\d{1,2}[.)](?:\s+|(?=[A-ZÅÄÖ])))|(?P<letter>[a-z]\)\s*)"
)


_ENDS: Final = (".", ":", ";", "!", "?")
_USUAL: Final = 80  # characters of a printed line where nothing tells
_NARROW: Final = 55
_ROOM: Final = 0.95


class Marked(NamedTuple):
    """A line's mark («bullet», «number», «letter» or nothing) and its text without it."""

    kind: str
    text: str


def marked(line: SourceLine) -> Marked:
    """Return the mark of a line, set by Word or by hand, and the text after it."""
    if line.label:
        return Marked(_kind(line.label), line.text.strip())
    found = _MARK.match(line.text)
    if found is None or not line.text[found.end() :].strip():
        return Marked("", line.text.strip())
    return Marked(str(found.lastgroup), line.text[found.end() :].strip())


def _kind(label: str) -> str:
    bare = label.strip(" .)(")
    if bare.isdigit():
        return "number"
    return "letter" if len(bare) == 1 and bare.isalpha() else "bullet"


def entries(lines: Sequence[SourceLine], full: float) -> tuple[str, ...]:
    """Return the entries of a list of short things (documents, recipients), their marks left out.

    `full` is how long a full printed line of the paper is, in characters.
    """
    groups: list[list[str]] = []
    before: SourceLine | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, full):
            groups[-1].append(line.text)
        elif line.table and line.cells:
            groups.append([" ".join(c.strip() for c in line.cells if c.strip())])
        else:
            groups.append([marked(line).text])
        before = line
    texts = (joined(group) for group in groups)
    return tuple(one.strip() for text in texts for one in text.split("; ") if one.strip(" ;"))


def full_width(lines: Sequence[SourceLine]) -> float:
    """Return how long a full printed line is, in characters: of those that go on in the next."""
    lengths = sorted(
        len(line.text)
        for line, below in pairwise(lines)
        if not (line.whole or line.cells or below.gap or below.label) and below.text[:1].islower()
    )
    return float(max(_NARROW, lengths[-1])) if lengths else float(_USUAL)


def _goes_on(before: SourceLine, line: SourceLine, full: float) -> bool:
    """Whether a printed line belongs to the entry above it."""
    if before.whole or line.table or before.table or marked(line).kind:
        return False
    ended = before.text.rstrip().endswith(_ENDS)
    if line.text[:1].islower() or line.text[:1] in "(,":
        return not (line.gap and ended)
    if line.gap or ended or line.bold != before.bold:
        return False
    first = line.text.split(" ", 1)[0]
    return len(before.text) + 1 + len(first) > full * _ROOM
