"""Marks on the words of texts: what is secret or personal, and how marks follow a text that is rewritten."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from .records import BlockKind, Mark, MarkKind, TextRole
from .texts import Draft, Part, Source

SECRECY: Final = frozenset({MarkKind.SECRET, MarkKind.PERSONAL})
"""The marks that say what may not be read by everybody; the others are emphasis."""

Span = tuple[int, int]
"""From and to: characters of a text."""


def readable(draft: Draft) -> str:
    """Return the characters that marks count: the text, or the cells of a TABLE with tabs and line breaks."""
    if draft.kind is BlockKind.TABLE:
        return "\n".join("\t".join(row) for row in draft.rows)
    return draft.text


def marked(draft: Draft, kinds: Collection[MarkKind]) -> tuple[Span, ...]:
    """Return the stretches that carry a mark of `kinds`, joined where they touch, in order."""
    size = len(readable(draft))
    return joined((m.start, min(m.end, size)) for m in draft.marks if m.kind in kinds)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order without overlaps; those that touch are one."""
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def passages(draft: Draft, kinds: Collection[MarkKind]) -> Iterator[str]:
    """Yield the marked words of a block; of a table cell by cell, as they are printed."""
    text = readable(draft)
    table = draft.kind is BlockKind.TABLE
    for start, end in marked(draft, kinds):
        yield from re.split(r"[\t\n]", text[start:end]) if table else [text[start:end]]


def with_mark(draft: Draft, kind: MarkKind, spans: Iterable[Span]) -> Draft:
    """Return the block with the spans marked as `kind`, besides what is marked already."""
    mine = [(m.start, m.end) for m in draft.marks if m.kind is kind]
    others = [m for m in draft.marks if m.kind is not kind]
    new = [Mark(kind=kind, start=a, end=b) for a, b in joined([*mine, *spans])]
    return replace(draft, marks=tuple(sorted([*others, *new], key=lambda m: (m.start, m.end, m.kind))))


def carried(
    old: Iterable[Draft], new: Iterable[Draft]
) -> tuple[tuple[Draft, ...], tuple[tuple[MarkKind, str], ...]]:
    """Return `new` with the words marked as secret or personal in `old` marked there too, and those lost.

    The same words are marked wherever they stand in the new text.
    """
    wanted = [(kind, words) for kind in sorted(SECRECY) for d in old for words in passages(d, {kind})]
    return remarked(new, wanted)


def remarked(
    drafts: Iterable[Draft], wanted: Iterable[tuple[MarkKind, str]]
) -> tuple[tuple[Draft, ...], tuple[tuple[MarkKind, str], ...]]:
    """Return the drafts with all `wanted` words marked that stand in them, and those that do not."""
    made, lost = list(drafts), []
    for kind, words in dict.fromkeys(wanted):
        found = False
        for number, draft in enumerate(made):
            spans = places(readable(draft), words)
            if spans:
                found = True
                made[number] = with_mark(draft, kind, spans)
        if not found and words.strip():
            lost.append((kind, words))
    return tuple(made), tuple(lost)


def places(text: str, words: str) -> tuple[Span, ...]:
    """Return where exactly these words stand in a text."""
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return tuple(found)


def following(part: Part) -> Part:
    """Return a part that was only marked, as the program would write it from today's facts.

    Where that would lose a marked word, and in a decision, the text stays and a person chooses.
    """
    if part.source is not Source.GENERATED or not part.stale or part.role is TextRole.DECISION:
        return part
    if not any(marked(d, SECRECY) for d in part.drafts):
        return part
    drafts, lost = carried(part.drafts, part.generated)
    return part if lost else replace(part, drafts=drafts, stale=False)
