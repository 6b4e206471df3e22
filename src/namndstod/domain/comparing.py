"""Two texts beside each other, paragraph by paragraph: what a person left, and what would be written now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from .texts import Draft


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph in both texts; None where only the other one has it."""

    own: Draft | None
    new: Draft | None

    @property
    def differs(self) -> bool:
        """Whether there is anything to choose."""
        return self.own is None or self.new is None or _words(self.own) != _words(self.new)


def compare(own: Sequence[Draft], new: Sequence[Draft]) -> tuple[Pair, ...]:
    """Return the paragraphs of both texts in order, those that answer to each other beside each other.

    As many as can be are the same in both, so that each one taken (`with_taken`) brings the texts nearer to
    each other: whoever takes one after the other gets to the end.
    """
    pairs: list[Pair] = []
    a = b = 0
    for same_a, same_b in [*_same([_words(d) for d in own], [_words(d) for d in new]), (len(own), len(new))]:
        changed = zip_longest(own[a:same_a], new[b:same_b])
        pairs += [Pair(mine, theirs) for mine, theirs in changed]
        pairs += [Pair(mine, new[same_b]) for mine in own[same_a : same_a + 1]]
        a, b = same_a + 1, same_b + 1
    return tuple(pairs)


def with_taken(pairs: Sequence[Pair], number: int) -> tuple[Draft, ...]:
    """Return the person's text with the paragraph of one pair as the program would write it now."""
    chosen = [pair.new if n == number else pair.own for n, pair in enumerate(pairs)]
    return tuple(draft for draft in chosen if draft is not None)


def _words(draft: Draft) -> tuple[object, ...]:
    return draft.kind, draft.depth, draft.text, draft.rows


def _same(own: Sequence[object], new: Sequence[object]) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence in both, from 0 (difflib's need not be longest)."""
    longest = [[0] * (len(new) + 1) for _ in range(len(own) + 1)]  # of what is left from there on
    for a in reversed(range(len(own))):
        for b in reversed(range(len(new))):
            longest[a][b] = (
                longest[a + 1][b + 1] + 1 if own[a] == new[b] else max(longest[a + 1][b], longest[a][b + 1])
            )
    found: list[tuple[int, int]] = []
    a = b = 0
    while a < len(own) and b < len(new):
        if own[a] == new[b]:
            found.append((a, b))
            a, b = a + 1, b + 1
        elif longest[a + 1][b] >= longest[a][b + 1]:
            a += 1
        else:
            b += 1
    return found
