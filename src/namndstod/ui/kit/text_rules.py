"""Rules of block texts without any Qt: depths, labels, what the keys make of a block.

Depth is that of `domain.texts.Draft`: a paragraph or decider 0, a clause below a decider 1, a condition below
that 2. The level is what is seen: clauses below a decider stand at the margin, so their level is 0.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from namndstod.domain.records import BlockKind, Mark, MarkKind
from namndstod.domain.texts import Draft

LISTS = frozenset({BlockKind.CLAUSE, BlockKind.NUMBERED, BlockKind.CONDITION, BlockKind.BULLET})
MAX_LEVEL = 2

PasteParser = Callable[[str, str], Sequence[Draft]]
"""Makes blocks of what was pasted: (HTML or "", plain text) → drafts."""

_DECIDER = re.compile(r"\b(beslutar|besluta)( för egen del)?( följande)?\s*:?\s*$", re.IGNORECASE)
_TYPED = (
    (re.compile(r"att$", re.IGNORECASE), BlockKind.CLAUSE),
    (re.compile(r"[-–*•]$"), BlockKind.BULLET),
    (re.compile(r"1[.)]$"), BlockKind.NUMBERED),
)


def settled(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts with depths that hang together: never more than one below what stands above."""
    done: list[Draft] = []
    for draft in drafts:
        above = done[-1] if done else None
        if draft.kind not in LISTS or above is None:
            depth = 0
        else:
            under_decider = _root(done).kind is BlockKind.DECIDER and above.kind is not BlockKind.PARAGRAPH
            least = 1 if under_decider else 0
            below_above = above.depth + 1 if above.kind in LISTS or above.kind is BlockKind.DECIDER else 0
            most = min(below_above, least + MAX_LEVEL)
            if draft.kind is BlockKind.CLAUSE:
                most = least
            elif draft.kind is BlockKind.CONDITION:
                least = min(most, least + 1)
            depth = max(least, min(draft.depth, most))
        done.append(draft if draft.depth == depth else replace(draft, depth=depth))
    return tuple(done)


def levels(drafts: Sequence[Draft]) -> list[int]:
    """Return how far in each draft stands, 0 at the margin. `drafts` are settled."""
    found: list[int] = []
    root = BlockKind.PARAGRAPH
    for draft in drafts:
        if draft.depth == 0:
            root = draft.kind
        found.append(max(0, draft.depth - (1 if root is BlockKind.DECIDER else 0)))
    return found


def labels(drafts: Sequence[Draft]) -> list[str]:
    """Return the label that hangs before each draft («att», «2.», «•», or nothing)."""
    found: list[str] = []
    counters: dict[int, int] = {}
    for draft in drafts:
        for deeper in [depth for depth in counters if depth > draft.depth]:
            del counters[deeper]
        if draft.kind is BlockKind.NUMBERED:
            counters[draft.depth] = counters.get(draft.depth, 0) + 1
            found.append(f"{counters[draft.depth]}.")
            continue
        counters.pop(draft.depth, None)
        found.append(
            {BlockKind.CLAUSE: "att", BlockKind.CONDITION: "•", BlockKind.BULLET: "•"}.get(draft.kind, "")
        )
    return found


def deeper(drafts: Sequence[Draft], at: int) -> Draft | None:
    """Return draft `at` one step further in (Tab), or None when that cannot be."""
    draft = drafts[at]
    if draft.kind not in LISTS or at == 0 or drafts[at - 1].kind not in LISTS:
        return None
    in_decision = _root(drafts[: at + 1]).kind is BlockKind.DECIDER or draft.kind is BlockKind.CLAUSE
    if in_decision and draft.kind in (BlockKind.CLAUSE, BlockKind.NUMBERED):
        return replace(draft, kind=BlockKind.CONDITION, depth=draft.depth + 1)
    moved = replace(draft, depth=draft.depth + 1)
    return moved if settled([*drafts[:at], moved])[at].depth > draft.depth else None


def shallower(drafts: Sequence[Draft], at: int) -> Draft | None:
    """Return draft `at` one step further out (Shift+Tab), or None when it stands at the margin."""
    draft = drafts[at]
    if draft.kind not in LISTS or levels(drafts)[at] == 0:
        return None
    if draft.kind is BlockKind.CONDITION:
        above = next((d for d in reversed(drafts[:at]) if d.depth < draft.depth), None)
        kind = above.kind if above is not None and above.kind in LISTS else BlockKind.BULLET
        return replace(draft, kind=kind, depth=draft.depth - 1)
    return replace(draft, depth=draft.depth - 1)


def less(drafts: Sequence[Draft], at: int) -> Draft | None:
    """Return draft `at` made less (Backspace at its start): further out, then a paragraph, then None."""
    out = shallower(drafts, at)
    if out is not None:
        return out
    if drafts[at].kind in LISTS or drafts[at].kind is BlockKind.DECIDER:
        return replace(drafts[at], kind=BlockKind.PARAGRAPH, depth=0)
    return None


def following(draft: Draft) -> BlockKind:
    """Return the kind of the block that Enter begins after `draft`."""
    return BlockKind.CLAUSE if draft.kind is BlockKind.DECIDER else draft.kind


def is_decider(text: str) -> bool:
    """Whether a paragraph reads as the line over att-satser («Nämnden beslutar för egen del»)."""
    return len(text) < 160 and _DECIDER.search(text) is not None


def typed_kind(before: str, draft: Draft, above: Draft | None) -> tuple[BlockKind, int] | None:
    """Return kind and depth of a block when a space is typed after `before`, its beginning; None = no change.

    «att » makes a clause below a decider or another clause; «1. » a numbered point; «- » a bullet, which
    below a clause is a condition of it.
    """
    kind = next((kind for pattern, kind in _TYPED if pattern.fullmatch(before)), None)
    if kind is BlockKind.CLAUSE:
        below = above is not None and above.kind in (BlockKind.DECIDER, *LISTS)
        return (kind, 1) if below and draft.kind in (BlockKind.PARAGRAPH, BlockKind.CLAUSE) else None
    if kind is None or draft.kind is not BlockKind.PARAGRAPH:
        return None
    if (
        kind is BlockKind.BULLET
        and above is not None
        and above.kind in (BlockKind.CLAUSE, BlockKind.CONDITION)
    ):
        return BlockKind.CONDITION, above.depth + (1 if above.kind is BlockKind.CLAUSE else 0)
    return kind, 0


def as_text(drafts: Sequence[Draft]) -> str:
    """Return the drafts as plain text with their labels, for other programs."""
    known = settled(drafts)
    lines = []
    for draft, label, level in zip(known, labels(known), levels(known), strict=True):
        text = "\n".join("\t".join(row) for row in draft.rows) if draft.rows else draft.text
        lines.append("    " * level + (f"{label} {text}" if label else text))
    return "\n".join(lines)


def plain_blocks(text: str) -> tuple[Draft, ...]:
    """Return plain text as paragraphs, one for each line that is not blank."""
    lines = text.replace("\r\n", "\n").replace("\u2029", "\n").split("\n")
    return tuple(Draft(BlockKind.PARAGRAPH, " ".join(line.split())) for line in lines if line.strip())


def to_json(drafts: Sequence[Draft]) -> bytes:
    """Return drafts for the clipboard, without their ids: a copy is a new block."""
    rows = [
        {
            "kind": d.kind,
            "text": d.text,
            "depth": d.depth,
            "marks": [[m.kind, m.start, m.end] for m in d.marks],
            "rows": d.rows,
        }
        for d in drafts
    ]
    return json.dumps(rows).encode()


def from_json(data: bytes) -> tuple[Draft, ...]:
    """Read what `to_json` wrote. Raises ValueError, KeyError or TypeError on anything else."""
    return tuple(
        Draft(
            BlockKind(row["kind"]),
            str(row["text"]),
            int(row["depth"]),
            tuple(Mark(kind=MarkKind(kind), start=start, end=end) for kind, start, end in row["marks"]),
            tuple(tuple(str(cell) for cell in cells) for cells in row["rows"]),
        )
        for row in json.loads(data)
    )


def _root(drafts: Sequence[Draft]) -> Draft:
    return next((d for d in reversed(drafts) if d.depth == 0), drafts[0])
