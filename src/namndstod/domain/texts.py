"""Texts of items and §§ as trees of blocks, and the comparison of what the program and a person wrote."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from enum import StrEnum

from .frozen import frozen
from .records import BlockKind, Mark, TextBlock, TextRole


@frozen
class Draft:
    """A block as it stands in an editor: depth 0 is a paragraph or a decider, 1 a clause, 2 a condition.

    `id` is that of the stored block, None for a new one. `rows` are the cells of a TABLE.
    """

    kind: BlockKind
    text: str
    depth: int = 0
    marks: tuple[Mark, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    id: str | None = None


def fingerprint(drafts: Iterable[Draft]) -> str:
    """Return a fingerprint of the words and structure of `drafts` (not of their ids)."""
    digest = hashlib.sha256()
    for draft in drafts:
        digest.update(f"{draft.kind}\x1f{draft.depth}\x1f{draft.text}\x1f{draft.rows}\x1e".encode())
    return digest.hexdigest()[:32]


def drafts_of(blocks: Iterable[TextBlock]) -> tuple[Draft, ...]:
    """Flatten stored blocks (of one text) to drafts, parents before children, in order."""
    by_parent: dict[str | None, list[TextBlock]] = {}
    known = list(blocks)
    ids = {b.id for b in known}
    for block in known:
        parent = block.parent_id if block.parent_id in ids else None
        by_parent.setdefault(parent, []).append(block)
    flat: list[Draft] = []

    def walk(parent: str | None, depth: int) -> None:
        for block in sorted(by_parent.get(parent, []), key=lambda b: b.position):
            flat.append(Draft(block.kind, block.text, depth, block.marks, block.rows, block.id))
            walk(block.id, depth + 1)

    walk(None, 0)
    return tuple(flat)


def is_blank(drafts: Iterable[Draft]) -> bool:
    """Whether there is nothing to read in the text."""
    return not any(d.text.strip() or d.rows for d in drafts)


def clauses(drafts: Iterable[Draft]) -> tuple[str, ...]:
    """Return the texts of the att-satser and numbered points."""
    return tuple(d.text for d in drafts if d.kind in (BlockKind.CLAUSE, BlockKind.NUMBERED))


class Source(StrEnum):
    """Who wrote the text of a part of a §."""

    GENERATED = "generated"  # the program, from facts
    EDITED = "edited"  # the program, then changed by hand
    OWN = "own"  # a person


@frozen
class Part:
    """One part of a § as it is printed now.

    `generated` is what the program would write from today's facts; `stale` is true when a person changed the
    text and the facts have changed since: then both are shown, never overwritten.
    """

    role: TextRole
    drafts: tuple[Draft, ...]
    source: Source
    generated: tuple[Draft, ...] = ()
    stale: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read."""
        return is_blank(self.drafts)


def part(role: TextRole, stored: Sequence[TextBlock], generated: Sequence[Draft]) -> Part:
    """Return the part made of what is `stored` for it and what the program writes from the facts.

    A stored text wins. It is an edited one when it carries the fingerprint of the generated text it replaced.
    """
    written = tuple(generated)
    if not stored:
        return Part(role, written, Source.GENERATED, written)
    drafts = drafts_of(stored)
    marks = {b.fingerprint for b in stored if b.fingerprint is not None}
    if not marks:
        return Part(role, drafts, Source.OWN, written)
    untouched = all(b.edited is None for b in stored)
    source = Source.GENERATED if untouched else Source.EDITED
    return Part(role, drafts, source, written, stale=fingerprint(written) not in marks)


def punctuate(texts: Sequence[str]) -> tuple[str, ...]:
    """Return att-satser with the commas, the «samt» before the last and the full stop of documents.md."""
    bare = [strip_connective(t) for t in texts]
    if not bare:
        return ()
    if len(bare) == 1:
        return (f"{bare[0]}.",)
    return (*(f"{t}," for t in bare[:-2]), f"{bare[-2]}, samt", f"{bare[-1]}.")


def punctuated(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Return the drafts with the clauses' commas, «samt» and full stop set."""
    kinds = (BlockKind.CLAUSE, BlockKind.NUMBERED)
    texts = iter(punctuate([d.text for d in drafts if d.kind in kinds]))
    return tuple(
        Draft(d.kind, next(texts), d.depth, d.marks, d.rows, d.id) if d.kind in kinds else d for d in drafts
    )


def strip_connective(text: str) -> str:
    """Return a clause without the comma, «samt» or full stop at its end."""
    text = text.strip()
    lowered = text.casefold()
    for ending in (", samt", " samt", ", och"):
        if lowered.endswith(ending):
            text = text[: -len(ending)]
            break
    return text.rstrip(" ,.;")


def is_punctuated(texts: Sequence[str]) -> bool:
    """Whether the clauses end as they should: «,» … «samt» … «.» (a comma before «samt» is optional).

    A clause that ends in «:» opens a list of conditions and is left alone.
    """
    if not texts or any(t.rstrip().endswith(":") for t in texts):
        return True
    ends_well = texts[-1].rstrip().endswith(".")
    if len(texts) == 1:
        return ends_well
    middle = all(t.rstrip().endswith(",") for t in texts[:-2])
    return ends_well and middle and texts[-2].rstrip().casefold().endswith(" samt")
