"""What a content tree says as printed, paragraph by paragraph, with its list labels and the sender's head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from namndstod.documents import trees
from namndstod.domain.content import (
    Block,
    Contents,
    Fields,
    Group,
    ListBlock,
    Paper,
    Paragraph,
    SideBySide,
    Table,
)

from .reading import paragraphs, plain

PAGE = "\t"
"""Stands for the number of the page at the end of a line of the contents list."""


def printed(paper: Paper) -> list[str]:
    """Return the paragraphs of a paper in reading order, without what stands on every page."""
    head = paper.masthead
    sender = (head.organisation, " · ".join(head.address), head.website, head.name) if head else ()
    contents = [f"{h.label} {h.text}".strip() for h in trees.headings(paper.blocks) if h.in_contents]
    found = [*sender, *_texts(paper.blocks, contents)]
    return [f"{plain(t)}{PAGE if t.endswith(PAGE) else ''}" for t in found if plain(t)]


def _texts(blocks: Sequence[Block], contents: Sequence[str]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Contents():
                yield block.title
                yield from (f"{entry}{PAGE}" for entry in contents)
            case ListBlock():
                for item in block.items:
                    yield from _labelled(item.label, list(_texts(item.blocks, contents)), item.blocks)
            case Table():
                yield block.caption
                for row in block.rows:
                    for cell in row:
                        yield from _texts(cell.blocks, contents)
            case Fields():
                for label, value in block.pairs:
                    yield label
                    yield from _texts(value, contents)
            case SideBySide():
                for group in block.groups:
                    yield from _texts(group, contents)
            case Group():
                yield from _texts(block.blocks, contents)
            case _:
                yield from paragraphs((block,))


def _labelled(label: str, texts: list[str], blocks: Sequence[Block]) -> list[str]:
    if blocks and isinstance(blocks[0], Paragraph):
        return [f"{label} {texts[0]}", *texts[1:]]
    return [label, *texts]
