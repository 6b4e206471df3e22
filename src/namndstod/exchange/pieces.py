"""Pieces of foreign texts: runs between blocks, labelled entries, and how they nest."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..domain.content import (
    Block,
    Cell,
    Inline,
    ListBlock,
    ListItem,
    ListKind,
    PageBreak,
    Paragraph,
    ParagraphRole,
    Run,
)

Piece = Run | Block
TAB = "\u2003"  # em space: a tab without its stop
_TYPED_LABEL = re.compile(
    r"(?P<att>att)(?:[\t\u2003\u00a0]| {2,})\s*|(?P<bullet>[•·▪◦●])\s*(?=\S)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph that stands in a list: its depth (0 = outermost), label and blocks."""

    depth: int
    kind: ListKind
    label: str
    blocks: tuple[Block, ...]


def merged(runs: Iterable[Run]) -> Inline:
    """Return the runs with neighbours of the same look joined, and without white space around the whole."""
    found: list[Run] = []
    for run in runs:
        if found and dataclasses.replace(found[-1], text=run.text) == run:
            found[-1] = dataclasses.replace(run, text=found[-1].text + run.text)
        elif run.text:
            found.append(run)
    while found and not found[0].text.strip():
        del found[0]
    while found and not found[-1].text.strip():
        del found[-1]
    if found:
        found[0] = dataclasses.replace(found[0], text=found[0].text.lstrip())
        found[-1] = dataclasses.replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def plain(runs: Iterable[Run]) -> str:
    """Return the text of runs."""
    return "".join(run.text for run in runs)


def without_start(runs: Inline, count: int) -> Inline:
    """Return the runs without their first `count` characters."""
    rest = []
    for run in runs:
        rest.append(dataclasses.replace(run, text=run.text[count:]))
        count = max(0, count - len(run.text))
    return merged(rest)


def paragraph_or_entry(runs: Inline) -> Paragraph | Entry:
    """Return a paragraph, or a list entry when its label is typed by hand («•», «att» and a gap)."""
    match = _TYPED_LABEL.match(plain(runs))
    if match is None:
        return Paragraph(runs)
    rest = without_start(runs, match.end())
    if not rest:
        return Paragraph(runs)
    kind = ListKind.CLAUSES if match["att"] else ListKind.BULLETS
    return Entry(0, kind, match["att"] or "•", (Paragraph(rest),))


def nested(entries: Iterable[Block | Entry]) -> tuple[Block, ...]:
    """Return the blocks with each stretch of neighbouring entries made into lists within lists."""
    found: list[Block] = []
    waiting: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Entry):
            waiting.append(entry)
            continue
        found += _lists(waiting)
        waiting = []
        found.append(entry)
    return tuple(found + _lists(waiting))


def _lists(entries: Sequence[Entry]) -> list[Block]:
    lists: list[Block] = []
    items: list[ListItem] = []
    at = 0
    while at < len(entries):
        first = entries[at]
        end = at + 1
        while end < len(entries) and entries[end].depth > first.depth:
            end += 1
        items.append(ListItem(first.label, (*first.blocks, *_lists(entries[at + 1 : end]))))
        if end == len(entries) or entries[end].kind is not first.kind or entries[end].depth != first.depth:
            lists.append(ListBlock(first.kind, tuple(items)))
            items = []
        at = end
    return lists


def unbroken_gaps(text: str) -> str:
    """Return text whose indentation and columns of spaces survive being set."""
    text = text.replace("\t", TAB)
    return re.sub(r"(?m)^ +| {2,}", lambda gap: "\u00a0" * (len(gap[0]) - 1) + " ", text)


def note(text: str) -> Paragraph:
    """Return a small-print paragraph that the program says something in."""
    return Paragraph((Run(text, emphasis=True),), ParagraphRole.NOTE)


def without_breaks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks without page breaks, which may not stand inside cells and frames."""
    return tuple(block for block in blocks if not isinstance(block, PageBreak))


def tidy_breaks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks without page breaks at either end or right after another."""
    found: list[Block] = []
    for block in blocks:
        if not (isinstance(block, PageBreak) and (not found or isinstance(found[-1], PageBreak))):
            found.append(block)
    while found and isinstance(found[-1], PageBreak):
        del found[-1]
    return tuple(found)


def text_cell(text: str, *, strong: bool = False) -> Cell:
    """Return a cell with one paragraph, or an empty one."""
    return Cell((Paragraph((Run(text, strong=strong),)),) if text else ())
