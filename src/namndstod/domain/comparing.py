"""Two texts beside each other, paragraph by paragraph: what a person left, and what would be written now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

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
    """Return the paragraphs of both texts in order, those that answer to each other beside each other."""
    matcher = SequenceMatcher(a=[_words(d) for d in own], b=[_words(d) for d in new], autojunk=False)
    pairs: list[Pair] = []
    for _, a, a_end, b, b_end in matcher.get_opcodes():
        for n in range(max(a_end - a, b_end - b)):
            mine = own[a + n] if a + n < a_end else None
            theirs = new[b + n] if b + n < b_end else None
            pairs.append(Pair(mine, theirs))
    return tuple(pairs)


def with_taken(pairs: Sequence[Pair], number: int) -> tuple[Draft, ...]:
    """Return the person's text with the paragraph of one pair as the program would write it now."""
    chosen = [pair.new if n == number else pair.own for n, pair in enumerate(pairs)]
    return tuple(draft for draft in chosen if draft is not None)


def _words(draft: Draft) -> tuple[object, ...]:
    return draft.kind, draft.depth, draft.text, draft.rows
