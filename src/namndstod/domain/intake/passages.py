"""The paragraphs of a part as blocks of text: paragraphs, bullets, numbered points, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from ..records import BlockKind
from ..texts import Draft
from .listings import marked
from .mending import joined
from .source import SourceLine

_LONG: Final = 60  # letters
_KINDS: Final = {"bullet": BlockKind.BULLET, "letter": BlockKind.BULLET, "number": BlockKind.NUMBERED}


def drafts_of_lines(lines: Sequence[SourceLine]) -> tuple[Draft, ...]:
    """Return running text, lists and tables as the program's blocks."""
    found: list[Draft] = []
    for table, group in groupby(lines, key=lambda line: line.table):
        of_one = tuple(group)
        found += [_table(of_one)] if table else _texts(of_one)
    return tuple(found)


def plain_text(drafts: Sequence[Draft]) -> str:
    """Return the text of blocks: a line for each, cells of a table set apart by tabs."""
    return "\n".join("\n".join("\t".join(row) for row in d.rows) if d.rows else d.text for d in drafts)


def _table(lines: tuple[SourceLine, ...]) -> Draft:
    width = max(len(line.cells) or 1 for line in lines)
    rows = tuple((*(line.cells or (line.text,)), *("",) * (width - (len(line.cells) or 1))) for line in lines)
    return Draft(BlockKind.TABLE, "", rows=rows)


def _texts(lines: tuple[SourceLine, ...]) -> Iterator[Draft]:
    kind, waiting = BlockKind.PARAGRAPH, list[str]()  # the pieces of a block under way
    for line in lines:
        mark, text = marked(line)
        if waiting and not mark and _was_cut(waiting[-1], text):
            waiting.append(text)
            continue
        yield from _block(kind, waiting)
        kind, waiting = _KINDS.get(mark, BlockKind.PARAGRAPH), [text]
    yield from _block(kind, waiting)


def _block(kind: BlockKind, pieces: Sequence[str]) -> Iterator[Draft]:
    text = joined(pieces) if len(pieces) > 1 else "".join(pieces)
    if text:
        yield Draft(kind, text)


def _was_cut(above: str, text: str) -> bool:
    """Whether a page break has cut a sentence into two paragraphs of Word."""
    return min(len(above), len(text)) >= _LONG and text[0].islower() and above[-1] not in ".:;,!?”"
