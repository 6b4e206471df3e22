"""Lists in papers: their marks and their entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from .source import SourceLine

_MARK: Final = re.compile(
    r"(?P<bullet>[•·●▪■◦○\uf0b7\uf0a7*]\s*|[-–—]\s+)|(?P<number>\d{1,2}[.)](?:\s+|(?=[A-ZÅÄÖ])))|(?P<letter>[a-z]\)\s*)"
)


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


def entries(lines: Sequence[SourceLine]) -> tuple[str, ...]:
    """Return the entries of a list of short things (documents, recipients), their marks left out."""
    texts = (" ".join(c.strip() for c in line.cells) if line.table else marked(line).text for line in lines)
    return tuple(text.strip() for text in texts if text.strip())
