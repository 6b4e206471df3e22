"""Plain text (.txt), as it was typed or taken out of a PDF: page furniture and lost bullets and all."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from ...domain.intake.source import Source, SourceLine
from ..plain import decode
from ..problems import unsupported
from ..text_reader import MOST_CHARACTERS
from .furniture import furniture_at, is_sure_page_number, key, running_heads, without_number
from .labels import split_label, with_lost_bullets
from .letters import MENDED, folded, mender

_GAP = re.compile(r"\t+| {3,}")
_TOP = 16  # lines at the top of a page that its head may take
_LONGEST_PRINTED = 150  # characters; with longer lines than this a line is a paragraph


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line as it stands: its text, how far in it begins, how many empty lines are above it."""

    text: str
    indent: int
    empty: int


def read_text(data: bytes, name: str) -> Source:
    """Return the lines of a text file. Raises CannotShow when it is no text or far too long."""
    text = decode(data)
    if text is None:
        raise unsupported("Filen innehåller inte läsbar text.")
    if len(text) > MOST_CHARACTERS:
        raise unsupported("Textfilen är för lång för att läsas.")
    mend = mender(text)
    if mend is not None:
        text = mend(text)
    pages = _pages(text)
    flows, furniture = _without_furniture(pages)
    if not any(flows):  # the same letter to many: what is repeated is the text
        flows, furniture = pages, []
    whole = _has_whole_paragraphs(flows)
    lines = [
        line for number, page in enumerate(flows, 1) for line in _lines(page, page_number=number, whole=whole)
    ]
    return Source(
        name=name,
        lines=with_lost_bullets(lines),
        furniture=tuple(furniture),
        pages=len(pages),
        doubts=() if mend is None else (MENDED,),
    )


def _pages(text: str) -> list[list[_Raw]]:
    """Return the lines of each page: parted by form feeds, page numbers and lines for signatures."""
    pages: list[list[_Raw]] = [[]]
    empty = 0
    for sheet, part in enumerate(text.split("\f")):
        if sheet and pages[-1]:
            pages.append([])
        for typed in re.split(r"\r\n|\r|\n|\v|\x85|\u2028", part):
            line = typed.expandtabs(8) if typed[:1] == "\t" else typed
            if not line.strip():
                empty += 1
                continue
            bare = line.lstrip()
            pages[-1].append(_Raw(bare.rstrip(), len(line) - len(bare), empty))
            empty = 0
            if is_sure_page_number(line) and len(pages[-1]) > 1:
                pages.append([])
    return [page for page in pages if page] or [[]]


def _without_furniture(pages: list[list[_Raw]]) -> tuple[list[list[_Raw]], list[SourceLine]]:
    """Return the pages without what stands around their ends on several, and that itself."""
    starts = [0, *itertools.accumulate(len(page) for page in pages)][: len(pages)]
    taken = furniture_at([line.text for page in pages for line in page], starts)
    cells = [[_GAP.split(line.text) for line in page[:_TOP]] for page in pages]
    taken |= {starts[number] + at for number, at in running_heads(cells)}
    furniture: dict[str, SourceLine] = {}
    flows: list[list[_Raw]] = []
    after = False  # furniture is right above: how far the lines around it are apart is not known
    at = 0
    for number, page in enumerate(pages, 1):
        flows.append([])
        for line in page:
            if at not in taken:
                flows[-1].append(replace(line, empty=0) if after else line)
            elif not is_sure_page_number(line.text):
                bare = replace(line, text=without_number(line.text))
                furniture.setdefault(key(line.text), _line(bare, page_number=number, whole=False))
            after = at in taken
            at += 1
    return flows, list(furniture.values())


def _has_whole_paragraphs(pages: list[list[_Raw]]) -> bool:
    """Tell whether each line is a whole paragraph, as in text saved by a word processor."""
    return any(len(line.text) > _LONGEST_PRINTED for page in pages for line in page)


def _lines(page: list[_Raw], *, page_number: int, whole: bool) -> list[SourceLine]:
    edge = min((line.indent for line in page), default=0)
    return [_line(line, page_number=page_number, whole=whole, edge=edge) for line in page]


def _line(line: _Raw, *, page_number: int, whole: bool, edge: int = 0) -> SourceLine:
    label, rest = split_label(line.text)
    cells = tuple(folded(cell) for cell in _GAP.split(rest))
    if len(cells) > 1 and cells[0].lower() == "att":
        cells = (f"{cells[0]} {cells[1]}", *cells[2:])
    return SourceLine(
        text=folded(rest),
        cells=cells if len(cells) > 1 else (),
        label=label,
        indent=float(line.indent - edge),
        page=page_number,
        gap=line.empty > 0,
        whole=whole,
    )
